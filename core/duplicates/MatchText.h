/// MatchText: how alike two short texts are; and the hash by which values are counted and blocked. Pure, any thread.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace core {

using TextView = std::u16string_view;

/// The same on every machine, unlike qHash: keys are stored.
[[nodiscard]] std::uint64_t hashOf(std::uint64_t kind, TextView text);
[[nodiscard]] std::uint64_t mixHash(std::uint64_t hash, std::uint64_t value);

/// The same letters; a == b compares them one by one.
[[nodiscard]] inline bool isEqual(TextView a, TextView b)
{
    return a.size() == b.size()
        && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(char16_t)) == 0);
}

/// Insertions, deletions, replacements and exchanges of neighbors (optimal string alignment); `limit` + 1 where there are
/// more than `limit`.
[[nodiscard]] int editDistance(TextView a, TextView b, int limit);
/// Jaro-Winkler similarity, 0 to 1 (Winkler, "String Comparator Metrics", ASA 1990).
[[nodiscard]] double jaroWinkler(TextView a, TextView b);
/// Share of common two-letter parts (Dice, "Measures of the Amount of Ecologic Association", Ecology 1945);
/// 0 where it would be small anyway.
[[nodiscard]] double dice(TextView a, TextView b);
/// Same letters in another order.
[[nodiscard]] bool isReordered(TextView a, TextView b);
/// The letters of `part` stand in `whole` in this order, the first one first: 元诚 in 元亨诚信, blvd in boulevard.
[[nodiscard]] bool isShortened(TextView part, TextView whole);

} // namespace core
