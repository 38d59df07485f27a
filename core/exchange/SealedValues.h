/// SealedValues: numbers that may be kept nowhere unsealed: identity numbers, bank cards. Pure, any thread.
#pragma once

#include <QString>

namespace core {

/// The cell is such a number, also with a wrong check digit: for columns of codes.
[[nodiscard]] bool isSealedNumber(QStringView cell);
/// A code whose last digits a spreadsheet has lost: "4.40301E+17", or 440301199003070000 with no right check digit.
[[nodiscard]] bool isDamagedCode(QStringView cell);
/// Identity numbers and bank cards with a right check digit, anywhere in a text, become "***"; `found` says whether.
[[nodiscard]] QString withoutSealedNumbers(const QString& text, bool& found);

} // namespace core
