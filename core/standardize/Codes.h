/// Codes: numbers with a check digit, by the standards that define them. Pure, any thread.
#pragma once

#include <QString>

namespace core {

/// Blanks, hyphens and invisible characters out, full width to ordinary, upper case.
[[nodiscard]] QString normalizeCode(QStringView text);

/// Unified social credit code, GB 32100-2015: 18 characters, the last a check character (weights 3^i mod 31).
[[nodiscard]] bool isCreditCode(QStringView code);
[[nodiscard]] bool hasCreditCodeShape(QStringView code);
/// The 15-digit registration number before it, GS 15-2006 (ISO 7064 MOD 11,10).
[[nodiscard]] bool isOldRegistrationNumber(QStringView code);
/// Resident identity number, GB 11643-1999: 18 characters, ISO 7064 MOD 11-2, a plausible birthday.
[[nodiscard]] bool isIdNumber(QStringView code);
/// 18 characters with a region and a birthday, whatever the check character: whoever typed it meant an id number.
[[nodiscard]] bool hasIdNumberShape(QStringView code);
/// Payment card number: 16 to 19 digits with a right Luhn digit (ISO/IEC 7812-1) and a plausible first digit.
[[nodiscard]] bool isBankCard(QStringView code);
/// "4.40301E+17": a long number after a spreadsheet took it for a measurement. Its last digits are lost.
[[nodiscard]] bool isSpreadsheetDamaged(QStringView text);

} // namespace core
