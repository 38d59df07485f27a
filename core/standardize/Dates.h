/// Dates: a day in any form people write: 2026-03-02, 2026/3/2, 2026.3.2, 2025年7月1日, 20260302, 2.3.2026, 02/03/2026 (day
/// first unless that is impossible), Mar 2, 2026, and with a time behind. Pure, any thread.
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace core {

[[nodiscard]] std::optional<QDate> parseDate(QStringView text);
/// A spreadsheet's serial number of a day (days since 1899-12-30): 46000 is 2025-12-09. Only 20000 to 80000.
[[nodiscard]] std::optional<QDate> dateFromSerial(QStringView text);

} // namespace core
