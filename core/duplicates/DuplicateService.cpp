#include "core/duplicates/DuplicateService.h"

#include "core/duplicates/MatchedClient.h"
#include "core/duplicates/SealedPairs.h"
#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

namespace core {

namespace {

Error unknownClient()
{
    return {
        ErrorCode::NotFound,
        QCoreApplication::translate("core::DuplicateService", "There is no client with this id."),
        {}};
}

} // namespace

DuplicateService::DuplicateService(OfficeContext& office)
    : m_office(office)
{ }

Result<std::vector<std::pair<std::int64_t, std::int64_t>>>
DuplicateService::vetoes(Connection& connection) const
{
    return connection
        .statement("SELECT a_pk, b_pk FROM duplicate_decisions WHERE decision = 'different'")
        .all([](const Statement& row) {
            return std::pair<std::int64_t, std::int64_t>(row.int64(0), row.int64(1));
        });
}

Result<ScanReport> DuplicateService::scan(std::optional<double> minScore, Progress& progress)
{
    if (core::decide(m_office.session, Action::Merge) == Verdict::Denied) {
        return deniedError();
    }
    QElapsedTimer timer;
    timer.start();
    progress.phase(QCoreApplication::translate("core::DuplicateService", "Reading clients"), 0);
    DuplicateEngine engine;
    auto read = ClientStore(m_office.reader).forEach([&](const Client& client) -> Result<> {
        if (progress.isStopped()) {
            return cancelledError();
        }
        if (isMatched(client)) {
            engine.add(matchRecordOf(client.values, client.pk.value));
        }
        return {};
    });
    if (!read) {
        return read.error();
    }
    auto refused = vetoes(m_office.reader);
    if (!refused) {
        return refused.error();
    }
    MatchOptions options;
    options.vetoes = *refused;
    options.minScore = minScore;
    auto found = engine.run(options, progress);
    if (!found) {
        return found.error();
    }
    if (auto added = addSealedPairs(m_office, *refused, *found); !added) {
        return added.error();
    }
    if (auto stored = store(*found); !stored) {
        return stored.error();
    }
    const ScanReport counted{
        {}, std::int64_t(engine.size()), std::int64_t(found->clusters.size()), 0};
    ScanReport report = counted;
    report.pairs = std::move(minScore ? found->asked : found->pairs);
    constexpr double milliseconds = 1000.0;
    report.seconds = double(timer.elapsed()) / milliseconds;
    return report;
}

Result<std::int64_t> DuplicateService::mark(BatchPk batch, Progress& progress)
{
    if (auto scanned = scan({}, progress); !scanned) {
        return scanned.error();
    }
    auto count = m_office.reader
                     .statement("SELECT count(*) FROM clients c WHERE c.batch_pk = ? AND EXISTS"
                                " (SELECT 1 FROM duplicate_members m WHERE m.client_pk = c.pk)")
                     .bindAll(batch)
                     .one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

Result<> DuplicateService::store(const MatchResult& found)
{
    Connection& connection = m_office.writer;
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return transaction.error();
    }
    if (auto cleared
        = connection.executeScript("DELETE FROM duplicate_pairs; DELETE FROM duplicate_members;");
        !cleared) {
        return cleared;
    }
    for (const MatchPair& pair : found.pairs) {
        auto done
            = connection
                  .statement("INSERT INTO duplicate_pairs (a_pk, b_pk, score) VALUES (?, ?, ?)")
                  .bindAll(pair.a, pair.b, pair.score)
                  .run();
        if (!done) {
            return done;
        }
    }
    std::int64_t cluster = 0;
    for (const auto& members : found.clusters) {
        ++cluster;
        for (const std::int64_t member : members) {
            auto done
                = connection
                      .statement("INSERT INTO duplicate_members (client_pk, cluster) VALUES (?, ?)")
                      .bindAll(member, cluster)
                      .run();
            if (!done) {
                return done;
            }
        }
    }
    return transaction->commit();
}

Result<int> DuplicateService::groupCount() const
{
    auto count = m_office.reader
                     .statement("SELECT count(*) FROM (SELECT 1 FROM duplicate_members GROUP BY "
                                "cluster HAVING count(*) > 1)")
                     .one([](const Statement& row) { return row.integer(0); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

namespace {

/// The groups that are shown: the surest first.
constexpr const char* shownGroups
    = "WITH shown AS (SELECT n.cluster AS cluster, min(p.score) AS score FROM duplicate_members n"
      " JOIN duplicate_pairs p ON p.a_pk = n.client_pk GROUP BY n.cluster"
      " ORDER BY score DESC, n.cluster LIMIT ?) ";

struct GroupMember
{
    std::int64_t cluster;
    std::int64_t client;
};

Result<std::vector<GroupMember>> shownMembers(Connection& connection, int limit)
{
    return connection
        .statement(std::string(shownGroups)
                   + "SELECT m.cluster, m.client_pk FROM shown s"
                     " JOIN duplicate_members m ON m.cluster = s.cluster"
                     " ORDER BY s.score DESC, m.cluster, m.client_pk")
        .bindAll(limit)
        .all([](const Statement& row) {
            return GroupMember{row.int64(0), row.int64(1)};
        });
}

/// With their cluster; the likeliest of each first.
Result<std::vector<std::pair<std::int64_t, DuplicatePair>>> shownPairs(Connection& connection,
                                                                       int limit)
{
    return connection
        .statement(std::string(shownGroups)
                   + "SELECT m.cluster, p.a_pk, p.b_pk, p.score FROM shown s"
                     " JOIN duplicate_members m ON m.cluster = s.cluster"
                     " JOIN duplicate_pairs p ON p.a_pk = m.client_pk"
                     " ORDER BY m.cluster, p.score DESC, p.a_pk, p.b_pk")
        .bindAll(limit)
        .all([](const Statement& row) {
            return std::pair<std::int64_t, DuplicatePair>(
                row.int64(0),
                DuplicatePair{row.id<ClientPk>(1), row.id<ClientPk>(2), row.real(3), {}});
        });
}

} // namespace

Result<std::vector<DuplicateGroup>> DuplicateService::groups(int limit) const
{
    auto members = shownMembers(m_office.reader, limit);
    if (!members) {
        return members.error();
    }
    auto scores = shownPairs(m_office.reader, limit);
    if (!scores) {
        return scores.error();
    }
    std::vector<ClientPk> pks;
    for (const GroupMember& member : *members) {
        pks.push_back(ClientPk{member.client});
    }
    auto clients = ClientStore(m_office.reader).byPks(pks);
    if (!clients) {
        return clients.error();
    }
    QHash<std::int64_t, const Client*> byPk;
    for (const Client& client : *clients) {
        if (isMatched(client)) {
            byPk.insert(client.pk.value, &client);
        }
    }
    auto subjects = subjectsOf(*clients);
    if (!subjects) {
        return subjects.error();
    }
    std::vector<DuplicateGroup> groups;
    QHash<std::int64_t, std::size_t> groupOf;
    for (const GroupMember& member : *members) {
        if (!groupOf.contains(member.cluster)) {
            groupOf.insert(member.cluster, groups.size());
            groups.emplace_back().score = 1;
        }
        if (byPk.contains(member.client)) {
            groups[groupOf[member.cluster]].clients.push_back(*byPk[member.client]);
        }
    }
    for (auto& [cluster, pair] : *scores) {
        if (groupOf.contains(cluster) && byPk.contains(pair.a.value)
            && byPk.contains(pair.b.value)) {
            DuplicateGroup& group = groups[groupOf[cluster]];
            const Client& a = *byPk[pair.a.value];
            const Client& b = *byPk[pair.b.value];
            pair.reasons = matchReasons(matchRecordOf(a.values, a.pk.value),
                                        matchRecordOf(b.values, b.pk.value));
            group.score = std::min(group.score, pair.score);
            group.pairs.push_back(std::move(pair));
        }
    }
    std::erase_if(groups, [](const DuplicateGroup& group) { return group.clients.size() < 2; });
    for (DuplicateGroup& group : groups) {
        for (Client& client : group.clients) {
            const Subject subject = subjects->value(client.owner.value);
            client = shownOf(std::move(client), subject);
        }
    }
    return groups;
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

Result<> DuplicateService::decide(const ClientId& a, const ClientId& b, bool same)
{
    auto operation = Operation::begin(m_office, u"duplicates.decide");
    if (!operation) {
        return operation.error();
    }
    Connection& connection = m_office.writer;
    ClientStore clients(connection);
    auto left = clients.byId(a);
    auto right = clients.byId(b);
    if (!left || !right) {
        return left ? right.error() : left.error();
    }
    if (!*left || !*right) {
        return unknownClient();
    }
    bool mayDecide = false;
    for (const auto* client : {&**left, &**right}) {
        auto subject = subjectOwnedBy(connection, client->owner);
        if (!subject) {
            return subject.error();
        }
        mayDecide = mayDecide
            || core::decide(m_office.session, Action::Merge, *subject) != Verdict::Denied;
    }
    if (!mayDecide) {
        return deniedError();
    }
    if ((*left)->pk == (*right)->pk) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::DuplicateService", "These two ids are one record."),
            {}};
    }
    const ClientPk first = std::min((*left)->pk, (*right)->pk);
    const ClientPk second = std::max((*left)->pk, (*right)->pk);
    const QString decision = same ? QStringLiteral("same") : QStringLiteral("different");
    auto done = connection
                    .statement("INSERT INTO duplicate_decisions (a_pk, b_pk, decision, decided_at, "
                               "decided_by, audit_seq)"
                               " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (a_pk, b_pk) DO UPDATE SET "
                               "decision = excluded.decision,"
                               " decided_at = excluded.decided_at, decided_by = "
                               "excluded.decided_by, audit_seq = excluded.audit_seq")
                    .bindAll(first,
                             second,
                             decision,
                             operation->now(),
                             operation->actor(),
                             operation->auditSeq())
                    .run();
    if (!done) {
        return done;
    }
    const QString object
        = QStringLiteral("pair:%1/%2").arg((*left)->id().value, (*right)->id().value);
    operation->setObject(object);
    operation->recordRow(object, {}, rowHash(m_office, object, {decision}));
    operation->feed("decision", first.value);
    if (!same) {
        auto removed
            = connection.statement("DELETE FROM duplicate_pairs WHERE a_pk = ? AND b_pk = ?")
                  .bindAll(first, second)
                  .run();
        if (!removed) {
            return removed;
        }
        // Whoever has no pair left in the group is no member any more.
        for (const ClientPk pk : {first, second}) {
            auto left2
                = connection
                      .statement("DELETE FROM duplicate_members WHERE client_pk = ?1 AND NOT EXISTS"
                                 " (SELECT 1 FROM duplicate_pairs WHERE a_pk = ?1 OR b_pk = ?1)")
                      .bindAll(pk)
                      .run();
            if (!left2) {
                return left2;
            }
        }
    }
    return operation->commit();
}

} // namespace core
