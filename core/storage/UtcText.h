/// Times as they stand in the database: UTC, ISO 8601, milliseconds, Z
/// ("2026-11-24T09:05:00.123Z"). They sort as text. An invalid time is the empty text, which in the
/// schema means "not yet".
///
///     s.bind(3, clock.now());             // uses utcText
///     QDateTime at = utcFromText(text);
///
/// Pure functions, any thread.
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>

namespace core {

[[nodiscard]] QString utcText(const QDateTime& time);

/// Invalid where the text is empty or no time. Reads other ISO 8601 forms too; one without zone is
/// taken as UTC.
[[nodiscard]] QDateTime utcFromText(QStringView text);

} // namespace core
