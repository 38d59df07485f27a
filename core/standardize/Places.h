/// Places: the names of the table of administrative divisions (GB/T 2260) for whoever types one: in characters, in pinyin,
/// by initials. The table is read once, at the first call (some milliseconds). Pure after that; any thread.
///
///     placesLike(PlaceLevel::District, u"hq", {.province = …, .city = u"苏州市"_s}, 8)   -> 虎丘区 first
#pragma once

#include "core/standardize/Address.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace core {

enum class PlaceLevel : std::uint8_t
{
    Province,
    City,
    District
};

/// At most `most`, what lies in the province and city of `around` first. Each is whole: a district names its city and
/// province too (`street` is empty). Where nothing is typed: what lies there, and nothing where nothing is said.
[[nodiscard]] std::vector<Address>
placesLike(PlaceLevel level, QStringView typed, const Address& around, std::size_t most);

} // namespace core
