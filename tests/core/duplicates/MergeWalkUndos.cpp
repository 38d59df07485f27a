// Undos at random, where each edit is placed, and undos of undos.
#include "core/duplicates/MergeWalk.h"

namespace duplicatestest {

void MergeWalk::stepUndo()
{
    if (m_inForce.empty()) {
        stepEdit();
    } else {
        undo(std::size_t(m_values.below(int(m_inForce.size()))));
    }
}

void MergeWalk::undo(std::size_t which)
{
    const InForce merge = m_inForce[which];
    const Levels levels = levelsOf(merge);
    const Client before = m_office.now(m_records[std::size_t(levels.back().first)].begin);
    UnmergePlan plan = need(m_office.merges->planUndo(merge.pk));
    say(u"undo M-%1, %2 stays"_s.arg(merge.pk.value).arg(before.id().value.right(3)));
    place(plan);
    const MergeUndo undone = need(m_office.tryUndo(plan));
    if (undone.restored.size() != merge.members.size()) {
        fail(u"not every record came back"_s);
    }
    move(plan, levels, merge.members);
    m_inForce.erase(m_inForce.begin() + std::ptrdiff_t(which));
    m_undone.push_back(merge.pk);
    ++m_tally.undos;
    m_tally.inner += levels.size() > 1 ? 1 : 0;
    if (levels.size() == 1 && m_values.chance(15)) {
        checkAlone();
        againAtOnce(merge.pk, before);
    }
}

void MergeWalk::place(UnmergePlan& plan)
{
    const std::vector<PlacedEdit> edits = plan.edits;
    for (const PlacedEdit& edit : edits) {
        if (m_values.chance(50)) {
            continue;
        }
        std::vector<ClientId> where;
        if (m_values.chance(40)) {
            where.push_back(plan.visible().id());
        }
        for (int i = 1 + m_values.below(2); i > 0; --i) {
            where.push_back(m_values.oneOf(plan.restored).id());
            if (i == 2 && where.back() == plan.restored.back().id()) {
                break;
            }
        }
        std::sort(where.begin(), where.end(), [](const ClientId& a, const ClientId& b) {
            return a.value < b.value;
        });
        where.erase(std::unique(where.begin(), where.end()), where.end());
        need(plan.place(edit.field, where));
        QStringList ids;
        for (const ClientId& id : where) {
            ids.append(id.value.right(3));
        }
        m_story += u" %1->%2"_s.arg(fieldName(edit.field), ids.join(u'+'));
        ++m_tally.placed;
    }
}

/// The edits of a placed field are no longer the record's on which they were made, but theirs to whom it was placed.
void MergeWalk::move(const UnmergePlan& plan, const Levels& levels, const std::vector<int>& back)
{
    std::map<int, std::vector<MadeEdit>> moved;
    for (const PlacedEdit& placed : plan.edits) {
        if (placed.goesTo.empty()) {
            continue;
        }
        const std::vector<MadeEdit> edits = takeEdits(placed, levels);
        for (const int record : back) {
            const auto& goesTo = placed.goesTo;
            const ClientId id = m_records[std::size_t(record)].begin.id();
            if (std::find(goesTo.begin(), goesTo.end(), id) != goesTo.end()) {
                moved[record].insert(moved[record].end(), edits.begin(), edits.end());
                ExpectedRecord& to = m_records[std::size_t(record)];
                to.notePlaced(placed.field, edits);
                for (const auto& [level, since] : levels) {
                    to.leaveMainsUntold(placed.field, m_records[std::size_t(level)]);
                }
            }
        }
    }
    for (auto& [record, edits] : moved) {
        std::stable_sort(edits.begin(), edits.end(), [](const MadeEdit& a, const MadeEdit& b) {
            return a.typed < b.typed;
        });
        std::vector<MadeEdit>& all = m_records[std::size_t(record)].edits;
        all.insert(all.end(), edits.begin(), edits.end());
    }
}

/// The edits of a field since the merge, on all records that have what was merged.
std::vector<MadeEdit> MergeWalk::takeEdits(const PlacedEdit& placed, const Levels& levels)
{
    std::vector<MadeEdit> taken;
    for (const auto& [record, since] : levels) {
        ExpectedRecord& from = m_records[std::size_t(record)];
        const auto isTaken = [&, since = since](const MadeEdit& edit) {
            return edit.field == placed.field && edit.at > since;
        };
        std::copy_if(from.edits.begin(), from.edits.end(), std::back_inserter(taken), isTaken);
        from.notePlaced(placed.field, taken);
        if (!placed.stays) {
            std::erase_if(from.edits, isTaken);
        }
    }
    for (MadeEdit& edit : taken) {
        edit.at = m_at;
        edit.isPlaced = true;
    }
    return taken;
}

void MergeWalk::againAtOnce(MergePk merge, const Client& before)
{
    ++m_at;
    say(u"M-%1 again at once"_s.arg(merge.value));
    const MergePlan plan = need(m_office.merges->planAgain(merge));
    note(need(m_office.tryMerge(plan)), plan);
    const Client now = m_office.now(before);
    for (const FieldChange& change : differences(before.values, now.values)) {
        fail(u"%1 was %2 before the undo and is %3"_s.arg(
            fieldName(change.field), change.before, change.after));
    }
    ++m_tally.redos;
}

void MergeWalk::stepAgain()
{
    std::vector<MergePk> possible;
    for (const MergePk pk : m_undone) {
        if (need(m_office.merges->info(pk)).value().mayComeAgain) {
            possible.push_back(pk);
        }
    }
    if (possible.empty()) {
        stepEdit();
        return;
    }
    const MergePk pk = m_values.oneOf(possible);
    auto plan = m_office.merges->planAgain(pk);
    if (!plan) {
        return; // the record that stayed is part of one of the others by now
    }
    say(u"M-%1 again"_s.arg(pk.value));
    note(need(m_office.tryMerge(*plan)), *plan);
    ++m_tally.redos;
}

} // namespace duplicatestest
