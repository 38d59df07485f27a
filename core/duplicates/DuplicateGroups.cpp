// DuplicateService: the groups as people see them, and which of them they put off.
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/MatchedClient.h"
#include "core/duplicates/MergePlan.h"
#include "core/duplicates/SealedPairs.h"
#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/records/SealedStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace core {

namespace {

/// A group, and whether this person put it off.
struct KnownGroup
{
    std::int64_t cluster = 0;
    double score = 0;
    bool isPutOff = false;
};

/// The surest first.
Result<std::vector<KnownGroup>>
knownGroups(const OfficeContext& office,
            const std::map<std::int64_t, std::vector<std::int64_t>>& byNumber)
{
    auto stored
        = office.reader
              .statement(
                  "WITH known AS (SELECT m.cluster AS cluster, count(*) AS members FROM"
                  " duplicate_members m GROUP BY m.cluster), scored AS (SELECT n.cluster AS"
                  " cluster, min(p.score) AS score FROM duplicate_members n JOIN duplicate_pairs p"
                  " ON p.a_pk = n.client_pk GROUP BY n.cluster)"
                  " SELECT k.cluster, s.score, EXISTS (SELECT 1 FROM duplicate_later l WHERE"
                  " l.cluster = k.cluster AND l.user_pk = ? AND l.members >= k.members"
                  " AND l.until > ?) FROM known k JOIN scored s ON s.cluster = k.cluster"
                  " WHERE k.members > 1 ORDER BY s.score DESC, k.cluster")
              .bindAll(office.session.user, office.clock.now())
              .all([](const Statement& row) {
                  return KnownGroup{row.int64(0), row.real(1), row.boolean(2)};
              });
    if (!stored || byNumber.empty()) {
        return stored;
    }
    for (const auto& [cluster, members] : byNumber) {
        auto later
            = office.reader
                  .statement("SELECT 1 FROM duplicate_later WHERE cluster = ? AND user_pk = ?"
                             " AND members >= ? AND until > ?")
                  .bindAll(cluster, office.session.user, qint64(members.size()), office.clock.now())
                  .one([](const Statement&) { return true; });
        if (!later) {
            return later.error();
        }
        stored->push_back({cluster, sameNumber, later->has_value()});
    }
    std::sort(stored->begin(), stored->end(), [](const KnownGroup& a, const KnownGroup& b) {
        return a.score != b.score ? a.score > b.score : a.cluster < b.cluster;
    });
    return stored;
}

std::vector<MatchPair> eachWithEach(const std::vector<std::int64_t>& members)
{
    std::vector<MatchPair> pairs;
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t k = i + 1; k < members.size(); ++k) {
            pairs.push_back({members[i], members[k], sameNumber});
        }
    }
    return pairs;
}

QStringList
reasonsOf(const std::vector<Client>& clients, const DuplicatePair& pair, MatchWording wording)
{
    const auto recordOf = [&clients](ClientPk pk) {
        const auto client = std::find_if(
            clients.begin(), clients.end(), [pk](const Client& one) { return one.pk == pk; });
        return matchRecordOf(client->values, pk.value);
    };
    return matchReasons(recordOf(pair.a), recordOf(pair.b), wording);
}

/// One record of a group, as far as a filter asks for it.
struct GroupedRecord
{
    std::int64_t cluster = 0;
    QString name;
    QString id;
    UserPk owner;
};

Result<std::vector<GroupedRecord>>
groupedRecords(Connection& connection,
               const std::map<std::int64_t, std::vector<std::int64_t>>& byNumber)
{
    auto records
        = connection
              .statement("SELECT m.cluster, c.name, c.id, c.owner_pk FROM duplicate_members m"
                         " JOIN clients c ON c.pk = m.client_pk WHERE c.status = 'active'")
              .all([](const Statement& row) {
                  return GroupedRecord{row.int64(0), row.text(1), row.text(2), row.id<UserPk>(3)};
              });
    if (!records) {
        return records;
    }
    for (const auto& [cluster, members] : byNumber) {
        for (const std::int64_t member : members) {
            auto client = ClientStore(connection).byPk(ClientPk{member});
            if (!client) {
                return client.error();
            }
            if (*client) {
                records->push_back({cluster,
                                    (*client)->value(Field::Name),
                                    (*client)->id().value,
                                    (*client)->owner});
            }
        }
    }
    return records;
}

} // namespace

/// By id number: a group of its own beside the stored ones, which are worked out without the key.
Result<std::map<std::int64_t, std::vector<std::int64_t>>> DuplicateService::sealedGroups() const
{
    std::map<std::int64_t, std::vector<std::int64_t>> groups;
    if (!mayOpenSealed(m_office)) {
        return groups;
    }
    const DuplicateStore store(m_office.reader);
    auto same = sameNumbers(m_office.reader);
    auto vetoes = store.vetoes();
    if (!same || !vetoes) {
        return same ? vetoes.error() : same.error();
    }
    std::map<std::int64_t, std::int64_t> firstOf; // the smallest record of the same number
    for (const MatchedPair& pair : *same) {
        if (std::binary_search(vetoes->begin(), vetoes->end(), pair)) {
            continue;
        }
        auto together = store.clustersOf({pair.first});
        if (!together) {
            return together.error();
        }
        const bool isKnown = !together->empty()
            && std::binary_search(together->front().begin(), together->front().end(), pair.second);
        if (!isKnown) {
            const auto [known, isNew] = firstOf.emplace(pair.first, pair.first);
            firstOf.emplace(pair.second, known->second);
        }
    }
    for (const auto& [client, first] : firstOf) {
        groups[-first].push_back(client);
    }
    return groups;
}

Result<std::vector<std::int64_t>> DuplicateService::membersOf(std::int64_t cluster) const
{
    if (cluster < 0) {
        auto byNumber = sealedGroups();
        return byNumber ? Result<std::vector<std::int64_t>>((*byNumber)[cluster])
                        : Result<std::vector<std::int64_t>>(byNumber.error());
    }
    auto members = DuplicateStore(m_office.reader).clustersOf({cluster});
    if (!members) {
        return members.error();
    }
    return members->empty() ? std::vector<std::int64_t>{} : std::move(members->front());
}

std::vector<DuplicatePair> comparePairs(std::span<const Client> clients)
{
    std::vector<DuplicatePair> pairs;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        const MatchProbe probe(matchRecordOf(clients[i].values, clients[i].pk.value));
        const MatchRecord left = matchRecordOf(clients[i].values, clients[i].pk.value);
        for (std::size_t k = i + 1; k < clients.size(); ++k) {
            const MatchRecord right = matchRecordOf(clients[k].values, clients[k].pk.value);
            pairs.push_back(
                {clients[i].pk, clients[k].pk, probe.score(right), matchReasons(left, right)});
        }
    }
    std::stable_sort(
        pairs.begin(), pairs.end(), [](const DuplicatePair& x, const DuplicatePair& y) {
            return x.score > y.score;
        });
    return pairs;
}

Result<std::optional<QSet<std::int64_t>>> DuplicateService::clustersWith(
    const GroupFilter& filter,
    const std::map<std::int64_t, std::vector<std::int64_t>>& byNumber) const
{
    const QString text = filter.text.trimmed();
    if (text.isEmpty() && !filter.isOwn) {
        return std::optional<QSet<std::int64_t>>{};
    }
    auto records = groupedRecords(m_office.reader, byNumber);
    if (!records) {
        return records.error();
    }
    QHash<std::int64_t, bool> isSeen; // by owner
    QSet<std::int64_t> own;
    QSet<std::int64_t> saying;
    for (const GroupedRecord& record : *records) {
        if (record.owner == m_office.session.user) {
            own.insert(record.cluster);
        }
        if (!isSeen.contains(record.owner.value)) {
            auto subject = subjectOwnedBy(m_office.reader, record.owner);
            if (!subject) {
                return subject.error();
            }
            isSeen.insert(record.owner.value,
                          core::decide(m_office.session, Action::SeeBasic, *subject)
                              == Verdict::Allowed);
        }
        if (record.id.contains(text, Qt::CaseInsensitive)
            || (isSeen.value(record.owner.value)
                && record.name.contains(text, Qt::CaseInsensitive))) {
            saying.insert(record.cluster);
        }
    }
    return std::optional(filter.isOwn ? own.intersect(saying) : saying);
}

Result<GroupCounts> DuplicateService::groupCounts(const GroupFilter& filter) const
{
    auto byNumber = sealedGroups();
    if (!byNumber) {
        return byNumber.error();
    }
    auto known = knownGroups(m_office, *byNumber);
    auto wanted = clustersWith(filter, *byNumber);
    if (!known || !wanted) {
        return known ? wanted.error() : known.error();
    }
    GroupCounts counts;
    for (const KnownGroup& group : *known) {
        if (*wanted && !(*wanted)->contains(group.cluster)) {
            continue;
        }
        if (group.isPutOff) {
            ++counts.putOff;
        } else {
            ++counts.byTier[std::size_t(tierOf(group.score))];
        }
    }
    return counts;
}

Result<std::vector<DuplicateGroup>> DuplicateService::groups(const GroupFilter& filter) const
{
    auto byNumber = sealedGroups();
    if (!byNumber) {
        return byNumber.error();
    }
    auto known = knownGroups(m_office, *byNumber);
    auto wanted = clustersWith(filter, *byNumber);
    if (!known || !wanted) {
        return known ? wanted.error() : known.error();
    }
    std::erase_if(*known, [&filter, &wanted](const KnownGroup& group) {
        const bool isBehind = !filter.after || group.score < filter.after->score
            || (group.score == filter.after->score && group.cluster > filter.after->cluster);
        return group.isPutOff != filter.putOff || !isBehind
            || (filter.tier && tierOf(group.score) != *filter.tier)
            || (*wanted && !(*wanted)->contains(group.cluster));
    });
    std::vector<DuplicateGroup> groups;
    for (const KnownGroup& one : *known) {
        if (groups.size() >= std::size_t(std::max(filter.limit, 0))) {
            break;
        }
        auto members = one.cluster < 0 ? Result<std::vector<std::int64_t>>((*byNumber)[one.cluster])
                                       : membersOf(one.cluster);
        auto group
            = members ? groupOf(one.cluster, *members) : Result<DuplicateGroup>(members.error());
        if (!group) {
            return group.error();
        }
        if (group->clients.size() > 1) {
            group->score = one.score; // as it is counted, and where a later reading goes on
            groups.push_back(*std::move(group));
        }
    }
    return groups;
}

Result<DuplicateGroup> DuplicateService::groupOf(std::int64_t cluster,
                                                 const std::vector<std::int64_t>& members) const
{
    const DuplicateStore store(m_office.reader);
    std::vector<ClientPk> pks;
    pks.reserve(members.size());
    for (const std::int64_t member : members) {
        pks.push_back(ClientPk{member});
    }
    auto clients = ClientStore(m_office.reader).byPks(pks);
    auto pairs = cluster < 0 ? Result<std::vector<MatchPair>>(eachWithEach(members))
                             : store.pairsAmong(members);
    if (!clients || !pairs) {
        return clients ? pairs.error() : clients.error();
    }
    std::erase_if(*clients, [](const Client& client) { return !isMatched(client); });
    auto subjects = subjectsOf(*clients);
    if (!subjects) {
        return subjects.error();
    }
    DuplicateGroup group;
    group.cluster = cluster;
    group.score = 1;
    QSet<std::int64_t> living;
    for (Client& client : *clients) {
        living.insert(client.pk.value);
    }
    for (const MatchPair& pair : *pairs) {
        if (living.contains(pair.a) && living.contains(pair.b)) {
            group.score = std::min(group.score, pair.score);
            group.pairs.push_back({ClientPk{pair.a}, ClientPk{pair.b}, pair.score, {}});
        }
    }
    std::stable_sort(
        group.pairs.begin(), group.pairs.end(), [](const DuplicatePair& x, const DuplicatePair& y) {
            return x.score > y.score;
        });
    const auto isHidden = [&](ClientPk pk) {
        const auto client = std::find_if(
            clients->begin(), clients->end(), [pk](const Client& one) { return one.pk == pk; });
        return core::decide(
                   m_office.session, Action::SeeBasic, subjects->value(client->owner.value))
            != Verdict::Allowed;
    };
    for (DuplicatePair& pair : group.pairs) {
        pair.reasons = reasonsOf(*clients,
                                 pair,
                                 isHidden(pair.a) || isHidden(pair.b) ? MatchWording::WithoutValues
                                                                      : MatchWording::Exact);
        if (cluster < 0) {
            pair.reasons.prepend(
                QCoreApplication::translate("core::DuplicateEngine", "same ID number"));
        }
    }
    group.mayMerge = clients->size() <= MergePlan::mostMembers;
    for (Client& client : *clients) {
        const Subject subject = subjects->value(client.owner.value);
        const bool merges
            = core::decide(m_office.session, Action::Merge, subject) != Verdict::Denied;
        const bool sees
            = core::decide(m_office.session, Action::SeeAll, subject) == Verdict::Allowed;
        group.mayMerge = group.mayMerge && merges && sees;
        group.mayDecide = group.mayDecide || merges;
        group.clients.push_back(shownOf(std::move(client), subject));
    }
    return group;
}

Result<QHash<std::int64_t, Subject>>
DuplicateService::subjectsOf(const std::vector<Client>& clients) const
{
    UserStore users(m_office.reader);
    QHash<std::int64_t, Subject> subjects;
    for (const Client& client : clients) {
        if (subjects.contains(client.owner.value)) {
            continue;
        }
        Subject subject{client.owner, {}, true};
        if (client.owner.isValid()) {
            auto owner = users.byPk(client.owner);
            if (!owner) {
                return owner.error();
            }
            subject.department = *owner ? (*owner)->department : DepartmentPk{};
        }
        subjects.insert(client.owner.value, subject);
    }
    return subjects;
}

Client DuplicateService::shownOf(Client client, const Subject& subject) const
{
    if (core::decide(m_office.session, Action::SeeBasic, subject) == Verdict::Allowed) {
        return seenBy(m_office.session, std::move(client), subject);
    }
    // That it exists and whose it is, nothing more.
    Client hidden;
    hidden.pk = client.pk;
    hidden.set(Field::Id, client.value(Field::Id));
    hidden.set(Field::Owner, client.value(Field::Owner));
    return hidden;
}

Result<> DuplicateService::putOff(std::int64_t cluster, const QDate& until)
{
    auto members = membersOf(cluster);
    if (!members) {
        return members.error();
    }
    if (members->empty() || m_office.isReadOnly) {
        return {}; // the group is gone by now
    }
    auto transaction = Transaction::begin(m_office.writer);
    if (!transaction) {
        return transaction.error();
    }
    auto done = m_office.writer
                    .statement("INSERT OR REPLACE INTO duplicate_later (cluster, user_pk, members,"
                               " until) VALUES (?, ?, ?, ?)")
                    .bindAll(cluster,
                             m_office.session.user,
                             qint64(members->size()),
                             until.startOfDay(m_office.timeZone).toUTC())
                    .run();
    return done ? transaction->commit() : done;
}

Result<> DuplicateService::bringBack(std::int64_t cluster)
{
    auto transaction = Transaction::begin(m_office.writer);
    if (!transaction) {
        return transaction.error();
    }
    auto done
        = m_office.writer.statement("DELETE FROM duplicate_later WHERE cluster = ? AND user_pk = ?")
              .bindAll(cluster, m_office.session.user)
              .run();
    return done ? transaction->commit() : done;
}

} // namespace core
