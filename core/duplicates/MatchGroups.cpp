#include "core/duplicates/MatchGroups.h"

#include "core/duplicates/DuplicateEngine.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t mostChecked = 100; // pairs between two groups
constexpr std::size_t mostMembers
    = 200; // a file of nothing but copies must not take the square of its size
constexpr std::size_t mostLinked
    = 40; // members of a group whose pairs are judged through each other
constexpr double mostEvidence
    = 8; // bits, for or against: one certain pair must not drown three doubtful ones

using Members = std::vector<std::uint32_t>;
using Vetoes = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Do the pairs between two groups speak for one client, all together, and nobody against it?
bool belongTogether(const Members& left,
                    const Members& right,
                    const std::function<double(std::uint32_t, std::uint32_t)>& evidence,
                    const Vetoes& vetoes)
{
    double sum = 0;
    std::size_t checked = 0;
    for (const std::uint32_t x : left) {
        for (const std::uint32_t y : right) {
            const std::pair<std::uint32_t, std::uint32_t> ordered = std::minmax(x, y);
            if (std::binary_search(vetoes.begin(), vetoes.end(), ordered)) {
                return false;
            }
            if (checked < mostChecked) {
                sum += std::clamp(
                    evidence(ordered.first, ordered.second), -mostEvidence, mostEvidence);
                ++checked;
            }
        }
    }
    return sum >= 0;
}

} // namespace

MatchGroups groupPairs(std::vector<ScoredPair> pairs,
                       std::size_t records,
                       const std::function<double(std::uint32_t, std::uint32_t)>& evidence,
                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& vetoes)
{
    std::erase_if(
        pairs, [](const ScoredPair& pair) { return pair.score < DuplicateEngine::ownThreshold; });
    std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& x, const ScoredPair& y) {
        return x.score != y.score ? x.score > y.score : std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    MatchGroups result;
    result.groupOf.resize(records);
    std::vector<std::vector<std::uint32_t>> members(records); // empty: the record alone
    for (std::uint32_t i = 0; i < records; ++i) {
        result.groupOf[i] = i;
    }
    const auto membersOf = [&members](std::uint32_t group) {
        return members[group].empty() ? std::vector{group} : members[group];
    };
    for (const ScoredPair& pair : pairs) {
        const std::uint32_t a = result.groupOf[pair.a];
        const std::uint32_t b = result.groupOf[pair.b];
        if (a == b) {
            continue;
        }
        const std::vector<std::uint32_t> left = membersOf(a);
        const std::vector<std::uint32_t> right = membersOf(b);
        if (left.size() + right.size() > mostMembers) {
            continue;
        }
        if (!belongTogether(left, right, evidence, vetoes)) {
            continue;
        }
        const std::uint32_t into = std::min(a, b);
        const std::uint32_t from = std::max(a, b);
        std::vector<std::uint32_t> all = into == a ? left : right;
        const std::vector<std::uint32_t>& added = into == a ? right : left;
        all.insert(all.end(), added.begin(), added.end());
        std::sort(all.begin(), all.end());
        for (const std::uint32_t member : added) {
            result.groupOf[member] = into;
        }
        members[into] = std::move(all);
        members[from] = {};
    }
    for (std::vector<std::uint32_t>& group : members) {
        if (group.size() > 1) {
            result.groups.push_back(std::move(group));
        }
    }
    return result;
}

std::vector<ScoredPair>
pairsOfGroup(const std::vector<std::uint32_t>& members,
             const std::function<double(std::uint32_t, std::uint32_t)>& score)
{
    const std::size_t count = members.size();
    std::vector<double> direct(count * count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = i + 1; k < count; ++k) {
            direct[i * count + k] = direct[k * count + i] = score(members[i], members[k]);
        }
    }
    std::vector<ScoredPair> pairs;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = i + 1; k < count; ++k) {
            double best = direct[i * count + k];
            for (std::size_t by = 0; by < count && count <= mostLinked; ++by) {
                best = std::max(best, direct[i * count + by] * direct[by * count + k]);
            }
            pairs.push_back({members[i], members[k], float(best)});
        }
    }
    return pairs;
}

} // namespace core
