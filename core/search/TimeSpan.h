/// TimeSpan: what a filter means by a day, a month, a year or a time: from when, until when. Days are those of the office's
/// time zone. Pure, any thread.
///
///     timeSpanOf(u"2026-12-05", zone)                   -> that day, wherever the reader sits
///     timeSpanOf(u"2026年12月", zone), (u"2026", zone)    -> that month, that year
///     timeSpanOf(u"2026-12-05T09:00:00+08:00", zone)    -> that second
#pragma once

#include <QDateTime>
#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace core {

struct TimeSpan
{
    QDateTime begin; ///< UTC
    QDateTime end; ///< the first instant behind it
    QDate firstDay; ///< in the zone
    QDate dayBehind;
};

/// Nothing where the text is no time.
[[nodiscard]] std::optional<TimeSpan> timeSpanOf(QStringView text, const QTimeZone& zone);

} // namespace core
