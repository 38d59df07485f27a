/// EncodingGuess: which of the encodings from before Unicode a text is in, where nothing in the file says so. Every
/// candidate reads the bytes; the reading that makes most sense wins: characters that offices really write (surnames,
/// places, words of companies and headers) count for it, rare and undefined ones against it. GB18030 is the house's own
/// encoding: another of East Asia must be clearly better. Pure, any thread.
///
///     guessEncoding(bytes)  -> "gb18030", "big5", "shift_jis", "euc-jp", "windows-949", "windows-1252", …
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

/// Of bytes that are text, no UTF, and not all ASCII.
[[nodiscard]] QString guessEncoding(const QByteArray& sample);
/// Valid UTF-8 that is GB18030 all the same: 医药 and 联通 are such words where a file holds no other.
[[nodiscard]] bool isHouseInDisguise(const QByteArray& bytes);

} // namespace core
