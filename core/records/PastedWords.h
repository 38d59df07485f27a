/// PastedWords: what a few words of a pasted block are by themselves, in characters or in letters. Pure, any thread.
#pragma once

#include "core/records/PastedTokens.h"

#include <QString>

namespace core {

/// For words in characters, an address or a place among the kinds.
[[nodiscard]] PastedKind hanKind(const QString& text);
[[nodiscard]] PastedKind westernKind(const QString& text);
/// Address, region, or unknown.
[[nodiscard]] PastedKind hanPlace(const QString& text);
/// 3栋, 502室, 云杉大厦: what belongs to the address in front of it.
[[nodiscard]] bool continuesAddress(const QString& text);
/// 麻烦寄到苏州市虎丘区朝阳路214号: where the address begins behind other words; 0 where it does not.
[[nodiscard]] qsizetype placeBehindWords(const QString& text);

} // namespace core
