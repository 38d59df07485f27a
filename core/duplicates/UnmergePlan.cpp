#include "core/duplicates/UnmergePlan.h"

#include "core/duplicates/UnmergeReplay.h"
#include "core/records/ValueParts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <optional>

namespace core {

namespace {

Error sayUnmerge(const char* text)
{
    return {ErrorCode::Invalid, QCoreApplication::translate("core::UnmergePlan", text), {}};
}

/// What a level's record and the later merges into it become.
struct LevelReplay
{
    ClientValues record;
    std::vector<std::pair<MergePk, MergedValues>> merges;
};

/// From the moment after the merge by which the record got what leaves it.
LevelReplay replayFrom(Replaced state, const UnmergeLevel& level, const FieldFilter& isWanted)
{
    LevelReplay replay;
    for (const MergeStep& step : level.later) {
        const ClientValues before = editedFrom(state, step.values.before, isWanted);
        state = replayMerge(step, before, step.members);
        replay.merges.emplace_back(step.merge, MergedValues{before, state.becomes});
    }
    replay.record = editedFrom(state, level.record.values, isWanted);
    return replay;
}

/// All levels without the merge that is undone, from below.
std::vector<LevelReplay> replayLevels(const UnmergePlan& plan)
{
    const auto stays = [&plan](Field field) {
        const PlacedEdit* edit = plan.edit(field);
        return edit == nullptr || edit->stays;
    };
    std::vector<LevelReplay> replays;
    for (const UnmergeLevel& level : plan.levels) {
        const MergedValues& values = level.by.values;
        if (replays.empty()) {
            replays.push_back(replayFrom({values.after, values.before}, level, stays));
            continue;
        }
        std::vector<ClientValues> members = level.by.members;
        if (level.below < members.size()) {
            members[level.below] = replays.back().record;
        }
        const Replaced state = replayMerge(level.by, values.before, members);
        LevelReplay replay = replayFrom(state, level, stays);
        replay.merges.emplace_back(level.by.merge, MergedValues{values.before, state.becomes});
        replays.push_back(std::move(replay));
    }
    return replays;
}

/// Each stretch between two merges of a level's record in which people may have edited it.
std::vector<MergedValues> stretchesOf(const UnmergeLevel& level)
{
    std::vector<MergedValues> stretches;
    const ClientValues* from = &level.by.values.after;
    for (const MergeStep& step : level.later) {
        stretches.push_back({*from, step.values.before});
        from = &step.values.after;
    }
    stretches.push_back({*from, level.record.values});
    return stretches;
}

/// The last edit of the field in this level; nothing where there is none.
std::optional<QString> lastEdit(const UnmergeLevel& level, Field field)
{
    std::optional<QString> last;
    for (const MergedValues& stretch : stretchesOf(level)) {
        if (stretch.before.value(field) != stretch.after.value(field)) {
            last = stretch.after.value(field);
        }
    }
    return last;
}

} // namespace

const PlacedEdit* UnmergePlan::edit(Field field) const
{
    const auto found = std::find_if(edits.begin(), edits.end(), [field](const PlacedEdit& edit) {
        return edit.field == field;
    });
    return found == edits.end() ? nullptr : &*found;
}

Result<> UnmergePlan::place(Field field, const std::vector<ClientId>& where)
{
    const auto found = std::find_if(edits.begin(), edits.end(), [field](const PlacedEdit& edit) {
        return edit.field == field;
    });
    if (found == edits.end()) {
        return sayUnmerge(
            QT_TRANSLATE_NOOP("core::UnmergePlan",
                              "This field was not edited since the merge; there is nothing to "
                              "place."));
    }
    PlacedEdit placed = *found;
    placed.stays = false;
    placed.goesTo.clear();
    for (const ClientId& id : where) {
        const auto isIt = [&id](const Client& client) {
            return client.id() == id;
        };
        const bool isStaying
            = std::any_of(levels.begin(), levels.end(), [&isIt](const UnmergeLevel& level) {
                  return isIt(level.record);
              });
        if (isStaying) {
            placed.stays = true;
        } else if (std::any_of(restored.begin(), restored.end(), isIt)) {
            placed.goesTo.push_back(id);
        } else {
            return sayUnmerge(QT_TRANSLATE_NOOP(
                "core::UnmergePlan",
                "An edit can be placed with the record that stayed or with one that comes back."));
        }
    }
    if (!placed.stays && placed.goesTo.empty()) {
        return sayUnmerge(
            QT_TRANSLATE_NOOP("core::UnmergePlan", "An edit has to stay with one of the records."));
    }
    *found = std::move(placed);
    return {};
}

std::vector<ClientValues> UnmergePlan::levelResults() const
{
    std::vector<ClientValues> results;
    for (LevelReplay& replay : replayLevels(*this)) {
        results.push_back(std::move(replay.record));
    }
    return results;
}

std::vector<std::pair<MergePk, MergedValues>> UnmergePlan::mergeResults() const
{
    std::vector<std::pair<MergePk, MergedValues>> results;
    for (LevelReplay& replay : replayLevels(*this)) {
        std::move(replay.merges.begin(), replay.merges.end(), std::back_inserter(results));
    }
    return results;
}

std::vector<ClientValues> UnmergePlan::restoredResults() const
{
    std::vector<ClientValues> results;
    for (const Client& client : restored) {
        const auto goesHere = [&](Field field) {
            const PlacedEdit* placed = edit(field);
            return placed != nullptr
                && std::find(placed->goesTo.begin(), placed->goesTo.end(), client.id())
                != placed->goesTo.end();
        };
        ClientValues values = client.values;
        for (const UnmergeLevel& level : levels) {
            for (const MergedValues& stretch : stretchesOf(level)) {
                values = editedFrom({stretch.before, values}, stretch.after, goesHere);
            }
        }
        results.push_back(std::move(values));
    }
    return results;
}

UnmergePlan
proposeUnmerge(MergePk merge, std::vector<UnmergeLevel> levels, std::vector<Client> restored)
{
    UnmergePlan plan{merge, std::move(levels), std::move(restored), {}};
    const auto noField = [](Field /*field*/) {
        return false;
    };
    std::vector<ClientValues> unedited;
    for (const UnmergeLevel& level : plan.levels) {
        const ClientValues& after = level.by.values.after;
        unedited.push_back(replayFrom({after, after}, level, noField).record);
    }
    for (const FieldInfo& info : allFields()) {
        std::optional<PlacedEdit> found;
        for (std::size_t i = 0; i < plan.levels.size() && isEditable(info.field); ++i) {
            const UnmergeLevel& level = plan.levels[i];
            const QString& merged = unedited[i].value(info.field);
            const auto last = lastEdit(level, info.field);
            if (last && merged != level.record.value(info.field)) {
                found = PlacedEdit{info.field,
                                   merged,
                                   isCombined(info.field) ? level.record.value(info.field) : *last,
                                   true,
                                   {}};
            }
        }
        if (found) {
            plan.edits.push_back(*std::move(found));
        }
    }
    return plan;
}

} // namespace core
