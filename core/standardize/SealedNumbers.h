/// SealedNumbers: numbers that may be kept nowhere unsealed: identity numbers, bank cards. Pure, any
/// thread.
#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// The cell is such a number, also with a wrong check digit: for columns of codes.
[[nodiscard]] bool isSealedNumber(QStringView cell);
/// How such numbers are written, in one piece or parted as people part them: 6-8-4 and 6-4-4-4 of an identity number, fours
/// of a card. A pattern without what must not stand beside it.
[[nodiscard]] QString sealedNumberPattern();
/// Fifteen digits with a region and a birthday: an identity number from before 1999, or another number that looks like one.
[[nodiscard]] bool hasOldIdShape(QStringView code);
/// Probably an identity number with a slip in it: about as many characters, nearly all digits, a
/// region at its front.
[[nodiscard]] bool isNearIdNumber(QStringView cell);
/// A code whose last digits a spreadsheet has lost: "4.40301E+17", or 440301199003070000 with no
/// right check digit.
[[nodiscard]] bool isDamagedCode(QStringView cell);
/// Identity numbers (a region, a birthday) and bank cards (a right check digit) anywhere in a text
/// become "***"; each is added to `numbers`, normalized.
[[nodiscard]] QString withoutSealedNumbers(const QString& text, QStringList& numbers);
/// The same; `found` is set where one was.
[[nodiscard]] QString withoutSealedNumbers(const QString& text, bool& found);

[[nodiscard]] QString withoutSealedNumbers(const QString& text);
[[nodiscard]] bool holdsSealedNumber(const QString& text);

} // namespace core
