/// PinyinMatch: whether a name is what somebody has begun to type: in characters, in pinyin, by the initials of its
/// syllables, or by the beginning of one of its words. For short lists that are offered while typing. Pure, any thread.
///
///     const MatchKeys keys = matchKeysOf(u"虎丘区");
///     matchRank(keys, foldText(u"hq"))     -> > 0;    "huq", "虎丘", "丘" likewise;  "qh" -> 0
#pragma once

#include <QString>

namespace core {

struct MatchKeys
{
    QString folded;
    QString full; ///< in pinyin; empty where the name has no Chinese character
    QString initials;
};

[[nodiscard]] MatchKeys matchKeysOf(QStringView name);

/// 0: not that; the higher the better. `typed` is folded already; the empty text is the beginning of everything.
[[nodiscard]] int matchRank(const MatchKeys& keys, QStringView typed);

} // namespace core
