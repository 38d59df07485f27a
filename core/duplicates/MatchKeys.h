/// MatchKeys: typed 64-bit hashes; two records that share one are compared. The same on every machine. Pure, any thread.
#pragma once

#include "core/duplicates/MatchFeatures.h"

#include <cstdint>
#include <vector>

namespace core {

/// Keys come in groups, so that a large table need not hold all of them at once.
inline constexpr int matchKeyGroups = 9;
void addKeys(const MatchFeatures& features, int group, std::vector<std::uint64_t>& keys);
/// A key that thousands share without being alike; its lowest bit says so.
[[nodiscard]] constexpr bool isWeakKey(std::uint64_t key)
{
    return (key & 1U) != 0;
}
/// Fewer and stronger ones, for the table that the check at entry looks into.
void addEntryKeys(const MatchFeatures& features, std::vector<std::uint64_t>& keys);

} // namespace core
