/// ZonedText: a time as people and other programs get it: in the office's zone, with its offset. Pure, any thread.
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace core {

/// "2026-11-24T17:05:00+08:00"; empty for an invalid time.
[[nodiscard]] inline QString zonedText(const QDateTime& time, const QTimeZone& zone)
{
    if (!time.isValid()) {
        return {};
    }
    const QDateTime local = time.toTimeZone(zone);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

} // namespace core
