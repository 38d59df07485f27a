#include "core/duplicates/MergeWalk.h"

namespace duplicatestest {

void WalkTally::add(const WalkTally& other)
{
    sequences += other.sequences;
    records += other.records;
    merges += other.merges;
    undos += other.undos;
    redos += other.redos;
    edits += other.edits;
    placed += other.placed;
    inner += other.inner;
    checks += other.checks;
    loose += other.loose;
}

QString WalkTally::text() const
{
    return u"%1 sequences, %2 records, %3 merges, %4 undos (%5 beneath later merges), %6 undone "
           u"again, %7 edits,"
           " %8 fields placed, %9 checks (%10 not byte for byte)"_s.arg(sequences)
               .arg(records)
               .arg(merges)
               .arg(undos)
               .arg(inner)
               .arg(redos)
               .arg(edits)
               .arg(placed)
               .arg(checks)
               .arg(loose);
}

MergeWalk::MergeWalk(MergeOffice& office, std::uint64_t seed)
    : m_office(office)
    , m_seed(seed)
    , m_values(seed)
    , m_sealed(office.number("SELECT count(*) FROM sealed_values"))
    , m_consents(office.number("SELECT count(*) FROM consents"))
{ }

void MergeWalk::fail(const QString& problem)
{
    FAIL("DOSSIER_SEED=" << m_seed << m_story.toStdString() << "\n" << problem.toStdString());
    std::abort(); // not reached
}

void MergeWalk::run()
{
    enter();
    for (int steps = 5 + m_values.below(21); steps > 0; --steps) {
        ++m_at;
        INFO("DOSSIER_SEED=" << m_seed << m_story.toStdString());
        step();
        checkAlone();
    }
    while (!m_inForce.empty()) {
        ++m_at;
        INFO("DOSSIER_SEED=" << m_seed << m_story.toStdString());
        undo(std::size_t(m_values.below(int(m_inForce.size()))));
        checkAlone();
    }
    checkAll();
    m_tally.sequences = 1;
}

void MergeWalk::enter()
{
    const int count = m_values.chance(10) ? 20 : 2 + m_values.below(m_values.chance(50) ? 5 : 19);
    std::vector<ClientValues> typed;
    for (int i = 0; i < count; ++i) {
        typed.push_back(m_values.record());
    }
    for (const Client& client : m_office.addAll(typed)) {
        ExpectedRecord record;
        record.begin = client;
        const ClientValues& own = typed[m_records.size()];
        const qint64 sealed = int(own.has(Field::IdNumber)) + int(own.has(Field::BankAccount))
            + int(partsOf(Field::Custom, own.value(Field::Custom)).contains(sealedOwnField));
        m_sealed += sealed;
        m_consents += sealed;
        m_records.push_back(std::move(record));
        if (m_values.chance(20)) {
            m_records.back().requests.push_back(m_office.openRequest(client));
        }
    }
    m_tally.records = count;
}

void MergeWalk::step()
{
    const int what = m_values.below(100);
    if (what < 35 || (m_inForce.empty() && m_undone.empty())) {
        what % 2 == 0 || visible().size() < 2 ? stepEdit() : stepMerge();
    } else if (what < 65) {
        stepEdit();
    } else if (what < 85) {
        stepUndo();
    } else if (what < 95) {
        stepAgain();
    } else {
        stepRequest();
    }
}

void MergeWalk::stepRequest()
{
    std::vector<int> seen = visible();
    const int record = m_values.oneOf(seen);
    m_records[std::size_t(record)].requests.push_back(
        m_office.openRequest(m_records[std::size_t(record)].begin));
    say(u"request for "_s + idsOf({record}));
}

void MergeWalk::stepMerge()
{
    std::vector<int> group = visible();
    m_values.shuffle(group);
    const int most = int(std::min<std::size_t>(group.size(), MergePlan::mostMembers));
    group.resize(
        std::size_t(m_values.chance(10) ? most : 2 + m_values.below(std::min(most, 4) - 1)));
    std::vector<Client> clients;
    for (const int record : group) {
        clients.push_back(m_office.now(m_records[std::size_t(record)].begin));
    }
    MergePlan plan = need(proposeMerge(clients));
    say(u"merge "_s + idsOf(group));
    chooseFreely(plan, clients);
    note(need(m_office.tryMerge(plan)), plan);
}

void MergeWalk::chooseFreely(MergePlan& plan, const std::vector<Client>& clients)
{
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        if (!isEditable(field) || !m_values.chance(isList(field) ? 8 : 12)) {
            continue;
        }
        if (isList(field)) {
            chooseList(plan, field, clients);
            continue;
        }
        const bool isTyped = m_values.chance(20) && !isSealed(field) && field != Field::Owner
            && field != Field::Type;
        if (isTyped) {
            plan.setFree(field, m_values.fresh(field));
            m_story += u" %1=%2"_s.arg(fieldName(field), plan.choice(field)->value);
            continue;
        }
        const Client& from = m_values.oneOf(clients);
        if (from.values.has(field) || (m_values.chance(10) && field != Field::Name)) {
            need(plan.take(field, from.id(), clients));
            m_story += u" %1 of %2"_s.arg(fieldName(field), from.id().value.right(3));
        }
        if (!from.values.has(field)) {
            m_blanked.insert(field);
        }
    }
}

/// Another list than the one put together: one of the records', or with a part more and one less.
void MergeWalk::chooseList(MergePlan& plan, Field field, const std::vector<Client>& clients)
{
    m_freely.insert(field);
    if (m_values.chance(50) || field == Field::Custom || field == Field::Contacts) {
        need(plan.take(field, m_values.oneOf(clients).id(), clients));
    } else {
        MadeEdit free;
        free.field = field;
        const ClientValues now = plan.resultOn(clients.front().values);
        const QStringList parts = partsOf(field, now.value(field));
        if (!parts.isEmpty()) {
            free.parts.push_back({PartEdit::Remove, m_values.oneOf(parts), {}});
        }
        free.parts.push_back({PartEdit::Append, m_values.fresh(field), {}});
        plan.setFree(field, free.applied(now).value(field));
    }
    m_story += u" %1={%2}"_s.arg(fieldName(field), plan.choice(field)->value);
}

void MergeWalk::note(const AppliedMerge& applied, const MergePlan& plan)
{
    InForce merge{applied.pk, numberOf(plan.survivor.pk), {}, m_at};
    for (const MergeMember& member : plan.others) {
        merge.members.push_back(numberOf(member.pk));
    }
    m_story += u" -> M-%1"_s.arg(applied.pk.value);
    m_inForce.push_back(std::move(merge));
    ++m_tally.merges;
}

MergeWalk::Levels MergeWalk::levelsOf(const InForce& merge) const
{
    Levels levels{{merge.survivor, merge.at}};
    for (bool isFound = true; isFound;) {
        isFound = false;
        for (const InForce& outer : m_inForce) {
            const auto& members = outer.members;
            if (std::find(members.begin(), members.end(), levels.back().first) != members.end()) {
                levels.emplace_back(outer.survivor, outer.at);
                isFound = true;
                break;
            }
        }
    }
    return levels;
}

std::vector<int> MergeWalk::visible() const
{
    std::vector<int> all;
    for (int i = 0; i < int(m_records.size()); ++i) {
        const bool isHidden
            = std::any_of(m_inForce.begin(), m_inForce.end(), [i](const InForce& merge) {
                  return std::find(merge.members.begin(), merge.members.end(), i)
                      != merge.members.end();
              });
        if (!isHidden) {
            all.push_back(i);
        }
    }
    return all;
}

bool MergeWalk::isAlone(int record) const
{
    return std::none_of(m_inForce.begin(), m_inForce.end(), [record](const InForce& merge) {
        return merge.survivor == record;
    });
}

int MergeWalk::numberOf(ClientPk pk) const
{
    return int(pk.value - m_records.front().begin.pk.value);
}

QString MergeWalk::idsOf(const std::vector<int>& records) const
{
    QStringList ids;
    for (const int record : records) {
        ids.append(m_records[std::size_t(record)].begin.id().value.right(3));
    }
    return ids.join(u' ');
}

} // namespace duplicatestest
