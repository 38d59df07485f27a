/// GroupKeeper: keeps the groups of the last scan true while records come, change and go: each that changed is compared with
/// those that share a key with it, and the groups it touches are made anew from their own members. Costs the same in an
/// office of a thousand and of a million. Thread of the connection.
///
///     GroupKeeper keeper(connection, judge);
///     auto patches = keeper.patches(changed);      // empty: the groups stand as they should
///     …inside a transaction: store.replaceGroups(patch) for each
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/duplicates/DuplicateStore.h"
#include "core/duplicates/MatchJudge.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace core {

class GroupKeeper
{
public:
    GroupKeeper(Connection& connection, const MatchJudge& judge);
    ~GroupKeeper();
    GroupKeeper(const GroupKeeper&) = delete;
    GroupKeeper& operator=(const GroupKeeper&) = delete;

    /// What is to be written so that the groups fit the records as they are now.
    Result<std::vector<GroupPatch>> patches(const std::vector<ClientPk>& changed);

private:
    struct Piece;
    /// Whoever of a piece is matched at all, by its place from there on.
    struct Living
    {
        std::vector<std::int64_t> clients; ///< in order
        std::vector<const MatchFeatures*> known;
    };

    Result<const MatchFeatures*> features(std::int64_t client); ///< null: not matched
    Result<std::vector<std::int64_t>> partnersOf(std::int64_t client);
    Result<std::vector<Piece>> piecesAround(const std::vector<ClientPk>& changed);
    Result<Living> livingOf(const Piece& piece);
    Result<std::optional<GroupPatch>> patchOf(const Piece& piece);
    Result<std::vector<MatchedPair>> vetoesAmong(const std::vector<std::int64_t>& members);

    Connection& m_connection;
    DuplicateStore m_store;
    const MatchJudge& m_judge;
    std::set<std::int64_t> m_changed;
    std::map<std::int64_t, std::unique_ptr<MatchFeatures>> m_features;
};

} // namespace core
