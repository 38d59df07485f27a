#include "core/duplicates/GroupKeeper.h"

#include "core/duplicates/KeySharers.h"
#include "core/duplicates/MatchGroups.h"
#include "core/duplicates/MatchedClient.h"
#include "core/records/ClientStore.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr std::size_t allCompared = 64; // members of a piece, each with each
constexpr double noticeable = 0.02; // smaller changes of a probability are not worth a write

using Place = std::uint32_t; // of a record among those that are looked at

MatchedPair ordered(std::int64_t a, std::int64_t b)
{
    return {std::min(a, b), std::max(a, b)};
}

/// Of both records, where both are among `clients`; in order.
std::vector<std::pair<Place, Place>> placesOf(const std::vector<MatchedPair>& pairs,
                                              const std::vector<std::int64_t>& clients)
{
    std::vector<std::pair<Place, Place>> places;
    for (const auto& [a, b] : pairs) {
        const auto left = std::lower_bound(clients.begin(), clients.end(), a);
        const auto right = std::lower_bound(clients.begin(), clients.end(), b);
        if (left != clients.end() && *left == a && right != clients.end() && *right == b) {
            places.emplace_back(Place(left - clients.begin()), Place(right - clients.begin()));
        }
    }
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace

/// Records that can come to stand in one group: what they were grouped with, and whom they are like now.
struct GroupKeeper::Piece
{
    std::vector<std::int64_t> members; ///< in order
    std::vector<std::vector<std::int64_t>> before; ///< groups
};

GroupKeeper::GroupKeeper(Connection& connection, const MatchJudge& judge)
    : m_connection(connection)
    , m_store(connection)
    , m_judge(judge)
{ }

GroupKeeper::~GroupKeeper() = default;

Result<const MatchFeatures*> GroupKeeper::features(std::int64_t client)
{
    const auto known = m_features.find(client);
    if (known != m_features.end()) {
        return known->second.get();
    }
    auto record = ClientStore(m_connection).byPk(ClientPk{client});
    if (!record) {
        return record.error();
    }
    std::unique_ptr<MatchFeatures>& kept = m_features[client];
    if (*record && isMatched(**record)) {
        auto made = m_judge.features(m_connection, matchRecordOf((*record)->values, client));
        if (!made) {
            return made.error();
        }
        kept = std::make_unique<MatchFeatures>(*std::move(made));
    }
    return kept.get();
}

/// Whom a record is like, by the keys that the check at entry goes by.
Result<std::vector<std::int64_t>> GroupKeeper::partnersOf(std::int64_t client)
{
    auto mine = features(client);
    if (!mine) {
        return mine.error();
    }
    std::vector<std::int64_t> partners;
    if (*mine == nullptr) {
        return partners;
    }
    auto sharers = keySharers(m_connection, entryKeys(**mine), ClientPk{client});
    if (!sharers) {
        return sharers.error();
    }
    for (const ClientPk sharer : *sharers) {
        auto theirs = features(sharer.value);
        if (!theirs) {
            return theirs.error();
        }
        if (*theirs != nullptr
            && m_judge.score(**mine, **theirs) >= DuplicateEngine::ownThreshold) {
            partners.push_back(sharer.value);
        }
    }
    return partners;
}

Result<std::vector<GroupKeeper::Piece>>
GroupKeeper::piecesAround(const std::vector<ClientPk>& changed)
{
    std::vector<Piece> pieces;
    // What touches becomes one piece.
    const auto join = [&pieces](std::vector<std::int64_t> members) {
        std::set<std::int64_t> all(members.begin(), members.end());
        for (auto piece = pieces.begin(); piece != pieces.end();) {
            const bool touches = std::any_of(piece->members.begin(),
                                             piece->members.end(),
                                             [&](std::int64_t pk) { return all.contains(pk); });
            if (touches) {
                all.insert(piece->members.begin(), piece->members.end());
                piece = pieces.erase(piece);
            } else {
                ++piece;
            }
        }
        pieces.push_back({{all.begin(), all.end()}, {}});
    };
    for (const ClientPk one : changed) {
        auto members = partnersOf(one.value);
        if (!members) {
            return members.error();
        }
        members->push_back(one.value);
        auto clusters = m_store.clustersOf(*members);
        if (!clusters) {
            return clusters.error();
        }
        for (const std::vector<std::int64_t>& cluster : *clusters) {
            members->insert(members->end(), cluster.begin(), cluster.end());
        }
        join(*std::move(members));
    }
    for (Piece& piece : pieces) {
        auto clusters = m_store.clustersOf(piece.members);
        if (!clusters) {
            return clusters.error();
        }
        piece.before = *std::move(clusters);
    }
    return pieces;
}

Result<std::vector<MatchedPair>> GroupKeeper::vetoesAmong(const std::vector<std::int64_t>& members)
{
    std::set<MatchedPair> found;
    for (const std::int64_t member : members) {
        auto vetoes = m_store.vetoesOf(member);
        if (!vetoes) {
            return vetoes.error();
        }
        found.insert(vetoes->begin(), vetoes->end());
    }
    return std::vector(found.begin(), found.end());
}

Result<GroupKeeper::Living> GroupKeeper::livingOf(const Piece& piece)
{
    Living living;
    for (const std::int64_t member : piece.members) {
        auto made = features(member);
        if (!made) {
            return made.error();
        }
        if (*made != nullptr) {
            living.clients.push_back(member);
            living.known.push_back(*made);
        }
    }
    return living;
}

Result<std::optional<GroupPatch>> GroupKeeper::patchOf(const Piece& piece)
{
    auto matched = livingOf(piece);
    if (!matched) {
        return matched.error();
    }
    const std::vector<std::int64_t>& living
        = matched->clients; // Clang 14 captures no structured binding
    const std::vector<const MatchFeatures*>& known = matched->known;
    auto stored = m_store.pairsAmong(piece.members);
    auto refused = vetoesAmong(living);
    if (!stored || !refused) {
        return stored ? refused.error() : stored.error();
    }
    std::map<MatchedPair, double> was;
    for (const MatchPair& pair : *stored) {
        was.emplace(MatchedPair{pair.a, pair.b}, pair.score);
    }
    const auto isChanged = [this](std::int64_t client) {
        return m_changed.contains(client);
    };
    const auto score = [&](Place a, Place b) {
        const MatchedPair pair = ordered(living[a], living[b]);
        const double found = m_judge.score(*known[a], *known[b]);
        const auto before = was.find(pair);
        // What the scan saw of two records that did not change, it saw with all the others beside them.
        const bool stands
            = before != was.end() && !isChanged(pair.first) && !isChanged(pair.second);
        return stands ? before->second : found;
    };
    const auto evidence = [&](Place a, Place b) {
        return m_judge.evidence(*known[a], *known[b]);
    };
    const std::vector<std::pair<Place, Place>> vetoes = placesOf(*refused, living);
    std::vector<ScoredPair> pairs;
    for (Place a = 0; a < living.size(); ++a) {
        for (Place b = a + 1; b < living.size(); ++b) {
            const bool isWanted = living.size() <= allCompared || isChanged(living[a])
                || isChanged(living[b]) || was.contains(ordered(living[a], living[b]));
            if (isWanted && !std::binary_search(vetoes.begin(), vetoes.end(), std::pair(a, b))) {
                pairs.push_back({a, b, float(score(a, b))});
            }
        }
    }
    GroupPatch patch;
    patch.members = piece.members;
    bool isNew = false;
    for (const std::vector<Place>& group :
         groupPairs(std::move(pairs), living.size(), evidence, vetoes).groups) {
        std::vector<std::int64_t> members;
        members.reserve(group.size());
        for (const Place place : group) {
            members.push_back(living[place]);
        }
        patch.clusters.push_back(std::move(members));
        for (const ScoredPair& pair : pairsOfGroup(group, score)) {
            const MatchedPair key = ordered(living[pair.a], living[pair.b]);
            const auto found = double(pair.score);
            const auto before = was.find(key);
            isNew = isNew || before == was.end() || std::abs(before->second - found) > noticeable;
            patch.pairs.push_back({key.first, key.second, found});
        }
    }
    std::sort(patch.clusters.begin(), patch.clusters.end());
    if (!isNew && patch.clusters == piece.before && patch.pairs.size() == was.size()) {
        return std::optional<GroupPatch>{};
    }
    return std::optional(std::move(patch));
}

Result<std::vector<GroupPatch>> GroupKeeper::patches(const std::vector<ClientPk>& changed)
{
    m_changed.clear();
    m_features.clear();
    for (const ClientPk one : changed) {
        m_changed.insert(one.value);
    }
    auto pieces = piecesAround(changed);
    if (!pieces) {
        return pieces.error();
    }
    std::vector<GroupPatch> patches;
    for (const Piece& piece : *pieces) {
        auto patch = patchOf(piece);
        if (!patch) {
            return patch.error();
        }
        if (*patch) {
            patches.push_back(**std::move(patch));
        }
    }
    return patches;
}

} // namespace core
