/// MatchCompare: two records field by field: at which level each agrees, and how rare what they share is. Says nothing of
/// weights: that is MatchModel. Pure, any thread.
#pragma once

#include "core/duplicates/MatchFeatures.h"

#include <array>
#include <cstdint>

namespace core {

enum class MatchField : std::uint8_t
{
    Name,
    Branch,
    Phone,
    Email,
    Code,
    Birth,
    Street,
    Area,
    Contact,
    Type
};
inline constexpr std::size_t matchFieldCount = std::size_t(MatchField::Type) + 1;

namespace level {

inline constexpr std::uint8_t missing = 7;
inline constexpr std::size_t count = 7; ///< at most, in a field

// of names: contacts too
inline constexpr std::uint8_t same = 0;
inline constexpr std::uint8_t sound = 1; ///< sounds the same, or the same words in another order
inline constexpr std::uint8_t near = 2; ///< one slip, a shortened word
inline constexpr std::uint8_t part = 3; ///< one of them has words the other lacks
inline constexpr std::uint8_t half
    = 4; ///< something in common, something against: a new surname, two shops of one brand
inline constexpr std::uint8_t family = 5; ///< of persons: the surname, and another given name
inline constexpr std::uint8_t different = 6;

// of the others, where they have no name of their own
inline constexpr std::uint8_t otherNear = 1;
inline constexpr std::uint8_t otherDifferent = 2;
inline constexpr std::uint8_t mailBox = 2; ///< the same before the @
inline constexpr std::uint8_t mailDomain = 3;
inline constexpr std::uint8_t mailDifferent = 4;
inline constexpr std::uint8_t codeTwoValid
    = 3; ///< two different ones, each with a right check digit
inline constexpr std::uint8_t birthParts = 2; ///< two of year, month and day
inline constexpr std::uint8_t birthClose = 3; ///< within a month
inline constexpr std::uint8_t birthDifferent = 4;
inline constexpr std::uint8_t streetHouse = 1; ///< road and first number
inline constexpr std::uint8_t streetNear = 2;
inline constexpr std::uint8_t streetRoad = 3; ///< the road, or the number, but not both
inline constexpr std::uint8_t streetDifferent = 4;
inline constexpr std::uint8_t areaCity = 1;
inline constexpr std::uint8_t areaNear = 2;
inline constexpr std::uint8_t areaDifferent = 3;
inline constexpr std::uint8_t branchOne = 1; ///< one of them names a branch
inline constexpr std::uint8_t branchTwo = 2; ///< two branches

} // namespace level

struct MatchComparison
{
    std::array<std::uint8_t, matchFieldCount> levels{};
    std::array<float, matchFieldCount>
        rarity{}; ///< in bits; negative where the level knows no rarity

    [[nodiscard]] std::uint8_t at(MatchField field) const { return levels[std::size_t(field)]; }
};

/// `sketchy`: where the names have nothing in common and next to nothing else is the same, the other fields are not
/// looked at: that is what most pairs are that blocking brings together.
[[nodiscard]] MatchComparison
compare(const MatchFeatures& a, const MatchFeatures& b, bool sketchy = false);

} // namespace core
