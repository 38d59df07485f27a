// DuplicateService: the groups as people see them, and which of them they put off.
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/MatchedClient.h"
#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

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
Result<std::vector<KnownGroup>> knownGroups(const OfficeContext& office)
{
    return office.reader
        .statement("WITH known AS (SELECT m.cluster AS cluster, count(*) AS members FROM"
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
}

QStringList reasonsOf(const std::vector<Client>& clients, const DuplicatePair& pair)
{
    const auto recordOf = [&clients](ClientPk pk) {
        const auto client = std::find_if(
            clients.begin(), clients.end(), [pk](const Client& one) { return one.pk == pk; });
        return matchRecordOf(client->values, pk.value);
    };
    return matchReasons(recordOf(pair.a), recordOf(pair.b));
}

bool says(const DuplicateGroup& group, const QString& text)
{
    return std::any_of(group.clients.begin(), group.clients.end(), [&text](const Client& client) {
        return client.value(Field::Name).contains(text, Qt::CaseInsensitive)
            || client.value(Field::Id).contains(text, Qt::CaseInsensitive);
    });
}

} // namespace

Result<GroupCounts> DuplicateService::groupCounts() const
{
    auto known = knownGroups(m_office);
    if (!known) {
        return known.error();
    }
    GroupCounts counts;
    for (const KnownGroup& group : *known) {
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
    auto known = knownGroups(m_office);
    if (!known) {
        return known.error();
    }
    std::erase_if(*known, [&filter](const KnownGroup& group) {
        return group.isPutOff != filter.putOff
            || (filter.tier && tierOf(group.score) != *filter.tier);
    });
    const QString text = filter.text.trimmed();
    std::vector<DuplicateGroup> groups;
    for (const KnownGroup& one : *known) {
        if (groups.size() >= std::size_t(std::max(filter.limit, 0))) {
            break;
        }
        auto group = groupOf(one.cluster);
        if (!group) {
            return group.error();
        }
        const bool isOwn = std::any_of(
            group->clients.begin(), group->clients.end(), [this](const Client& client) {
                return client.owner == m_office.session.user;
            });
        if (group->clients.size() > 1 && (!filter.isOwn || isOwn)
            && (text.isEmpty() || says(*group, text))) {
            groups.push_back(*std::move(group));
        }
    }
    return groups;
}

Result<DuplicateGroup> DuplicateService::groupOf(std::int64_t cluster) const
{
    const DuplicateStore store(m_office.reader);
    auto members = store.clustersOf({cluster});
    if (!members || members->empty()) {
        return members ? Result<DuplicateGroup>(DuplicateGroup{})
                       : Result<DuplicateGroup>(members.error());
    }
    std::vector<ClientPk> pks;
    for (const std::int64_t member : members->front()) {
        pks.push_back(ClientPk{member});
    }
    auto clients = ClientStore(m_office.reader).byPks(pks);
    auto pairs = store.pairsAmong(members->front());
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
    for (DuplicatePair& pair : group.pairs) {
        pair.reasons = reasonsOf(*clients, pair);
    }
    for (Client& client : *clients) {
        const Subject subject = subjects->value(client.owner.value);
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
    auto members = DuplicateStore(m_office.reader).clustersOf({cluster});
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
                             qint64(members->front().size()),
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
