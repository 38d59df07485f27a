/// Passphrase: a password by chance that people can say, type and remember: five words of two Chinese syllables each, in
/// Latin letters, as "banlu-hetai-munzo-qinge-suipa". Each syllable is one of 256, chosen by the system's random numbers, and
/// no two pairs of syllables make the same word: 10 x 8 = 80 bits, whoever knows how it is made. Any thread.
#pragma once

#include <QString>
#include <QStringList>

namespace core {

[[nodiscard]] QString makePassphrase();
/// Of what makePassphrase() gives: the binary logarithm of how many there are.
[[nodiscard]] int passphraseBits();
/// The 256 syllables, for tests.
[[nodiscard]] const QStringList& passphraseSyllables();

} // namespace core
