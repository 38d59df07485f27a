#include "core/duplicates/SealedPairs.h"

#include "core/records/SealedStore.h"
#include "core/storage/Statement.h"

#include <algorithm>

namespace core {

namespace {

using IdPair = std::pair<std::int64_t, std::int64_t>;

bool comesBefore(const MatchPair& one, const MatchPair& other)
{
    return std::pair(one.a, one.b) < std::pair(other.a, other.b);
}

/// Raises the pair that is there, or puts it in its place.
void takePair(std::vector<MatchPair>& pairs, const IdPair& same)
{
    const MatchPair wanted{same.first, same.second, sameNumber};
    const auto place = std::lower_bound(pairs.begin(), pairs.end(), wanted, comesBefore);
    if (place != pairs.end() && place->a == wanted.a && place->b == wanted.b) {
        place->score = std::max(place->score, sameNumber);
    } else {
        pairs.insert(place, wanted);
    }
}

void joinClusters(std::vector<std::vector<std::int64_t>>& clusters, const IdPair& same)
{
    const auto holding = [&clusters](std::int64_t id) {
        return std::find_if(clusters.begin(), clusters.end(), [id](const auto& cluster) {
            return std::binary_search(cluster.begin(), cluster.end(), id);
        });
    };
    std::vector<std::int64_t> joined{same.first, same.second};
    for (const std::int64_t id : {same.first, same.second}) {
        if (const auto cluster = holding(id); cluster != clusters.end()) {
            joined.insert(joined.end(), cluster->begin(), cluster->end());
            clusters.erase(cluster);
        }
    }
    std::sort(joined.begin(), joined.end());
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
    clusters.insert(std::lower_bound(clusters.begin(), clusters.end(), joined), joined);
}

} // namespace

Result<std::vector<IdPair>> sameNumbers(Connection& connection)
{
    return connection
        .statement("SELECT DISTINCT min(a.pk, b.pk), max(a.pk, b.pk) FROM clients a"
                   " JOIN sealed_index i ON i.token = a.id_number AND i.field = 'id_number'"
                   " JOIN sealed_index j ON j.mac = i.mac AND j.token <> i.token"
                   " AND j.field = 'id_number' JOIN clients b ON b.id_number = j.token"
                   " WHERE a.id_number <> '' AND a.pk <> b.pk AND b.id_number <> '' AND "
                   "a.status = 'active'"
                   " AND b.status = 'active' ORDER BY 1, 2")
        .all([](const Statement& row) { return IdPair(row.int64(0), row.int64(1)); });
}

Result<>
addSealedPairs(const OfficeContext& office, const std::vector<IdPair>& vetoes, MatchResult& found)
{
    if (!mayOpenSealed(office)) {
        return {};
    }
    auto same = sameNumbers(office.reader);
    if (!same) {
        return same.error();
    }
    for (const IdPair& pair : *same) {
        if (pair.first == pair.second
            || std::find(vetoes.begin(), vetoes.end(), pair) != vetoes.end()) {
            continue;
        }
        takePair(found.pairs, pair);
        takePair(found.asked, pair);
        joinClusters(found.clusters, pair);
    }
    return {};
}

} // namespace core
