/// What MatchCompare and MatchCompareNames share: the level of one field and how rare what it shares is. Pure.
#pragma once

#include "core/duplicates/MatchCompare.h"

#include <algorithm>

namespace core {

inline constexpr float noRarity = -1;

struct Judged
{
    std::uint8_t level = level::missing;
    float bits = noRarity;
};

inline float bitsOf(const RareSlice& slice)
{
    return float(slice.rarity) / 8.0F;
}

/// The value the two share is as rare as the one of them says who has met it more often.
inline float shared(const RareSlice& a, const RareSlice& b)
{
    return std::min(bitsOf(a), bitsOf(b));
}

/// Of two names: of persons (contacts too), or of whatever else.
[[nodiscard]] Judged comparePersons(const MatchFeatures& a,
                                    const MatchName& left,
                                    const MatchFeatures& b,
                                    const MatchName& right);
[[nodiscard]] Judged compareCompanies(const MatchFeatures& a,
                                      const MatchName& left,
                                      const MatchFeatures& b,
                                      const MatchName& right);

} // namespace core
