/// DuplicateStore: what is derived about duplicates beside the key table: pairs and groups that are held for one client,
/// what the last scan learned, which groups somebody looks at later; and the decisions of people. The only place with their
/// SQL. Reads on any connection, writes inside a transaction of the caller. Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/duplicates/DuplicateEngine.h"
#include "core/security/Operation.h"
#include "core/storage/Connection.h"

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace core {

using MatchedPair
    = std::pair<std::int64_t, std::int64_t>; ///< two clients, the smaller number first

/// Of the last scan, and how far the groups have followed the office since.
struct DuplicateState
{
    std::int64_t scan = 0; ///< scans are numbered
    std::int64_t scanSeq = 0; ///< of the change feed, when the scan began
    std::int64_t feedSeq = 0; ///< what the change feed tells up to here is in the groups
    std::int64_t since = 0; ///< records that were matched one by one after it
    std::int64_t records = 0; ///< that the scan looked at
    QByteArray model;
    double modelRecords = 0;
};

/// What happened after a place of the change feed.
struct FeedChanges
{
    std::vector<ClientPk> clients; ///< added, changed or taken away; in order, each once
    bool isTooMuch = false; ///< more than was asked for, or part of the feed is gone
};

struct StoredDecision
{
    ClientPk a;
    ClientPk b;
    bool same = false;
    QDateTime at;
    QString by;
    std::int64_t auditSeq = 0;
};

/// The groups of some records, as they are to be.
struct GroupPatch
{
    std::vector<std::int64_t> members; ///< of all groups before and after; records that went, too
    std::vector<std::vector<std::int64_t>> clusters;
    std::vector<MatchPair> pairs;
};

class DuplicateStore
{
public:
    explicit DuplicateStore(Connection& connection);

    /// Nothing before the first scan.
    Result<std::optional<DuplicateState>> state() const;
    Result<> putState(const DuplicateState& state);
    Result<std::int64_t> newestFeedSeq() const;
    Result<FeedChanges> changesSince(std::int64_t seq, std::int64_t upTo, std::size_t most) const;
    /// Whether anybody merged, took a merge back or decided about a pair.
    Result<bool> wasDecidedSince(std::int64_t seq) const;

    /// Everything that a scan found and learned, in place of what was there.
    Result<> replaceAll(const MatchResult& found, const DuplicateState& state);
    Result<> replaceGroups(const GroupPatch& patch);
    /// So many records were matched one by one, up to here in the feed.
    Result<> follow(std::int64_t feedSeq, std::int64_t records);
    Result<std::vector<MatchPair>> pairs() const; ///< in order
    Result<std::vector<std::vector<std::int64_t>>> clusters() const; ///< in order
    /// The groups that these records are in; a record alone stands in none.
    Result<std::vector<std::vector<std::int64_t>>>
    clustersOf(const std::vector<std::int64_t>& clients) const;
    /// Both of whose records are in `members` (in order).
    Result<std::vector<MatchPair>> pairsAmong(const std::vector<std::int64_t>& members) const;

    Result<std::vector<MatchedPair>> vetoes() const;
    Result<std::vector<MatchedPair>> vetoesOf(std::int64_t client) const;
    /// Newest first.
    Result<std::vector<StoredDecision>> decisions() const;
    Result<std::optional<StoredDecision>> decision(ClientPk a, ClientPk b) const;
    Result<> decide(const Operation& operation, ClientPk a, ClientPk b, bool same);
    Result<> revoke(ClientPk a, ClientPk b);

private:
    Connection* m_connection;
};

/// By this name, and with this hash, the log signs a decision.
[[nodiscard]] QString decisionObject(ClientPk a, ClientPk b);
[[nodiscard]] QByteArray decisionHash(const OfficeContext& office, const StoredDecision& decision);

} // namespace core
