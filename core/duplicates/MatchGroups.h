/// MatchGroups: from scored pairs to groups of records that are one client: best pair first; two groups become one only
/// where the evidence between all their members, for and against, still holds on average, and no veto stands. Never
/// connected components: one wrong pair would chain strangers together. Deterministic; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace core {

struct ScoredPair
{
    std::uint32_t a = 0; ///< index, a < b
    std::uint32_t b = 0;
    float score = 0;
};

struct MatchGroups
{
    std::vector<std::uint32_t> groupOf; ///< of each record; the smallest index of its group
    std::vector<std::vector<std::uint32_t>> groups; ///< of two and more, each and all in order
};

/// `evidence` of any pair, in bits, for one client or against it; `vetoes` in order, smaller index first.
[[nodiscard]] MatchGroups
groupPairs(std::vector<ScoredPair> pairs,
           std::size_t records,
           const std::function<double(std::uint32_t, std::uint32_t)>& evidence,
           const std::vector<std::pair<std::uint32_t, std::uint32_t>>& vetoes);

/// Every pair of one group's members, with its probability. Two that have little in common themselves may be linked by a
/// third that has much with both.
[[nodiscard]] std::vector<ScoredPair>
pairsOfGroup(const std::vector<std::uint32_t>& members,
             const std::function<double(std::uint32_t, std::uint32_t)>& score);

} // namespace core
