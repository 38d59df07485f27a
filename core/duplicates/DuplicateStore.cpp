#include "core/duplicates/DuplicateStore.h"

#include "core/storage/Statement.h"

#include <algorithm>
#include <set>

namespace core {

namespace {

MatchedPair readPair(const Statement& row)
{
    return {row.int64(0), row.int64(1)};
}

MatchPair readScored(const Statement& row)
{
    return {row.int64(0), row.int64(1), row.real(2)};
}

StoredDecision readDecision(const Statement& row)
{
    return {row.id<ClientPk>(0),
            row.id<ClientPk>(1),
            row.text(2) == QLatin1String("same"),
            row.dateTime(3),
            row.text(4),
            row.int64(5)};
}

std::string decisionQuery(std::string_view rest)
{
    return std::string("SELECT d.a_pk, d.b_pk, d.decision, d.decided_at, u.name, d.audit_seq FROM"
                       " duplicate_decisions d JOIN users u ON u.pk = d.decided_by ")
        .append(rest);
}

} // namespace

DuplicateStore::DuplicateStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<std::optional<DuplicateState>> DuplicateStore::state() const
{
    return m_connection
        ->statement("SELECT scan, scan_seq, feed_seq, since, records, model,"
                    " model_records FROM duplicate_state")
        .one([](const Statement& row) {
            return DuplicateState{row.int64(0),
                                  row.int64(1),
                                  row.int64(2),
                                  row.int64(3),
                                  row.int64(4),
                                  row.blob(5),
                                  row.real(6)};
        });
}

Result<> DuplicateStore::putState(const DuplicateState& state)
{
    return m_connection
        ->statement("INSERT OR REPLACE INTO duplicate_state (one, scan, scan_seq, feed_seq, since,"
                    " records, model, model_records) VALUES (1, ?, ?, ?, ?, ?, ?, ?)")
        .bindAll(state.scan,
                 state.scanSeq,
                 state.feedSeq,
                 state.since,
                 state.records,
                 state.model,
                 state.modelRecords)
        .run();
}

Result<std::int64_t> DuplicateStore::newestFeedSeq() const
{
    auto seq = m_connection->statement("SELECT ifnull(max(seq), 0) FROM change_feed")
                   .one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!seq) {
        return seq.error();
    }
    return seq->value_or(0);
}

Result<FeedChanges>
DuplicateStore::changesSince(std::int64_t seq, std::int64_t upTo, std::size_t most) const
{
    FeedChanges changes;
    std::set<std::int64_t> clients;
    std::int64_t first = 0;
    Statement statement = m_connection->statement(
        "SELECT seq, kind, first_pk, last_pk FROM change_feed WHERE seq > ? AND seq <= ?"
        " ORDER BY seq");
    statement.bindAll(seq, upTo);
    while (!changes.isTooMuch) {
        const auto row = statement.step();
        if (!row) {
            return row.error();
        }
        if (*row == StepState::Done) {
            break;
        }
        first = first == 0 ? std::int64_t(statement.int64(0)) : first;
        if (statement.text(1) != QLatin1String("client")) {
            continue;
        }
        const std::int64_t last = statement.int64(3);
        for (std::int64_t pk = statement.int64(2); pk <= last && clients.size() <= most; ++pk) {
            clients.insert(pk);
        }
        changes.isTooMuch = clients.size() > most;
    }
    // Numbers are not given twice: where the next one is missing, that part was pruned.
    changes.isTooMuch = changes.isTooMuch || (upTo > seq && first != seq + 1);
    for (const std::int64_t pk : clients) {
        changes.clients.push_back(ClientPk{pk});
    }
    return changes;
}

Result<bool> DuplicateStore::wasDecidedSince(std::int64_t seq) const
{
    auto decided = m_connection
                       ->statement("SELECT 1 FROM change_feed WHERE seq > ? AND kind IN"
                                   " ('decision', 'merge') LIMIT 1")
                       .bindAll(seq)
                       .one([](const Statement&) { return true; });
    if (!decided) {
        return decided.error();
    }
    return decided->has_value();
}

Result<> DuplicateStore::follow(std::int64_t feedSeq, std::int64_t records)
{
    return m_connection
        ->statement("UPDATE duplicate_state SET feed_seq = max(feed_seq, ?), since = since + ?")
        .bindAll(feedSeq, records)
        .run();
}

Result<> DuplicateStore::replaceAll(const MatchResult& found, const DuplicateState& state)
{
    auto cleared = m_connection->executeScript("DELETE FROM duplicate_pairs; DELETE FROM "
                                               "duplicate_members; DELETE FROM duplicate_values;");
    if (!cleared) {
        return cleared;
    }
    GroupPatch all;
    all.clusters = found.clusters;
    all.pairs = found.pairs;
    if (auto done = replaceGroups(all); !done) {
        return done;
    }
    Statement insert
        = m_connection->statement("INSERT INTO duplicate_values (hash, clients) VALUES (?, ?)");
    for (const SharedValue& value : found.learned.shared) {
        if (auto done = insert.bindAll(value.hash, value.clients).run(); !done) {
            return done;
        }
    }
    DuplicateState learned = state;
    learned.model = found.learned.model;
    learned.modelRecords = found.learned.records;
    return putState(learned);
}

Result<> DuplicateStore::replaceGroups(const GroupPatch& patch)
{
    for (const char* sql : {"DELETE FROM duplicate_pairs WHERE a_pk = ?",
                            "DELETE FROM duplicate_pairs WHERE b_pk = ?",
                            "DELETE FROM duplicate_members WHERE client_pk = ?"}) {
        Statement remove = m_connection->statement(std::string_view(sql));
        for (const std::int64_t member : patch.members) {
            if (auto done = remove.bindAll(member).run(); !done) {
                return done;
            }
        }
    }
    Statement addPair = m_connection->statement(
        "INSERT OR REPLACE INTO duplicate_pairs (a_pk, b_pk, score) VALUES (?, ?, ?)");
    for (const MatchPair& pair : patch.pairs) {
        if (auto done = addPair.bindAll(pair.a, pair.b, pair.score).run(); !done) {
            return done;
        }
    }
    Statement addMember = m_connection->statement(
        "INSERT OR REPLACE INTO duplicate_members (client_pk, cluster) VALUES (?, ?)");
    for (const std::vector<std::int64_t>& members : patch.clusters) {
        for (const std::int64_t member : members) {
            // A group goes by the smallest of its records.
            if (auto done = addMember.bindAll(member, members.front()).run(); !done) {
                return done;
            }
        }
    }
    return {};
}

Result<std::vector<MatchPair>> DuplicateStore::pairs() const
{
    return m_connection->statement("SELECT a_pk, b_pk, score FROM duplicate_pairs ORDER BY 1, 2")
        .all(readScored);
}

Result<std::vector<std::vector<std::int64_t>>> DuplicateStore::clusters() const
{
    std::vector<std::vector<std::int64_t>> clusters;
    std::int64_t last = 0;
    auto done = m_connection
                    ->statement("SELECT cluster, client_pk FROM duplicate_members ORDER BY"
                                " cluster, client_pk")
                    .forEach([&](const Statement& row) {
                        if (clusters.empty() || last != row.int64(0)) {
                            clusters.emplace_back();
                        }
                        last = row.int64(0);
                        clusters.back().push_back(row.int64(1));
                    });
    if (!done) {
        return done.error();
    }
    std::sort(clusters.begin(), clusters.end());
    return clusters;
}

Result<std::vector<std::vector<std::int64_t>>>
DuplicateStore::clustersOf(const std::vector<std::int64_t>& clients) const
{
    std::set<std::vector<std::int64_t>> clusters;
    for (const std::int64_t client : clients) {
        auto members = m_connection
                           ->statement("SELECT m.client_pk FROM duplicate_members n JOIN"
                                       " duplicate_members m ON m.cluster = n.cluster"
                                       " WHERE n.client_pk = ? ORDER BY 1")
                           .bindAll(client)
                           .all([](const Statement& row) { return std::int64_t(row.int64(0)); });
        if (!members) {
            return members.error();
        }
        if (!members->empty()) {
            clusters.insert(*std::move(members));
        }
    }
    return std::vector(clusters.begin(), clusters.end());
}

Result<std::vector<MatchPair>>
DuplicateStore::pairsAmong(const std::vector<std::int64_t>& members) const
{
    std::vector<MatchPair> pairs;
    for (const std::int64_t member : members) {
        auto more = m_connection
                        ->statement("SELECT a_pk, b_pk, score FROM duplicate_pairs WHERE a_pk = ?"
                                    " ORDER BY b_pk")
                        .bindAll(member)
                        .all(readScored);
        if (!more) {
            return more.error();
        }
        std::copy_if(
            more->begin(), more->end(), std::back_inserter(pairs), [&members](const MatchPair& p) {
                return std::binary_search(members.begin(), members.end(), p.b);
            });
    }
    return pairs;
}

Result<std::vector<MatchedPair>> DuplicateStore::vetoes() const
{
    return m_connection
        ->statement("SELECT a_pk, b_pk FROM duplicate_decisions WHERE decision = 'different'"
                    " ORDER BY 1, 2")
        .all(readPair);
}

Result<std::vector<MatchedPair>> DuplicateStore::vetoesOf(std::int64_t client) const
{
    return m_connection
        ->statement("SELECT a_pk, b_pk FROM duplicate_decisions WHERE decision = 'different'"
                    " AND (a_pk = ?1 OR b_pk = ?1)")
        .bindAll(client)
        .all(readPair);
}

Result<std::vector<StoredDecision>> DuplicateStore::decisions() const
{
    return m_connection->statement(decisionQuery("ORDER BY d.audit_seq DESC, d.a_pk, d.b_pk"))
        .all(readDecision);
}

Result<std::optional<StoredDecision>> DuplicateStore::decision(ClientPk a, ClientPk b) const
{
    return m_connection->statement(decisionQuery("WHERE d.a_pk = ? AND d.b_pk = ?"))
        .bindAll(std::min(a, b), std::max(a, b))
        .one(readDecision);
}

Result<> DuplicateStore::decide(const Operation& operation, ClientPk a, ClientPk b, bool same)
{
    return m_connection
        ->statement("INSERT INTO duplicate_decisions (a_pk, b_pk, decision, decided_at,"
                    " decided_by, audit_seq) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (a_pk, b_pk)"
                    " DO UPDATE SET decision = excluded.decision, decided_at ="
                    " excluded.decided_at, decided_by = excluded.decided_by, audit_seq ="
                    " excluded.audit_seq")
        .bindAll(std::min(a, b),
                 std::max(a, b),
                 same ? QStringLiteral("same") : QStringLiteral("different"),
                 operation.now(),
                 operation.actor(),
                 operation.auditSeq())
        .run();
}

Result<> DuplicateStore::revoke(ClientPk a, ClientPk b)
{
    return m_connection->statement("DELETE FROM duplicate_decisions WHERE a_pk = ? AND b_pk = ?")
        .bindAll(std::min(a, b), std::max(a, b))
        .run();
}

} // namespace core
