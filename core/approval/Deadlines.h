/// Deadlines: until when a request must be decided, by the office's calendar and settings.
///
///     auto deadlines = Deadlines::load(calendar, connection, office.timeZone);
///     request.dueAt = deadlines->dueAt(RequestLevel::Important, now);
///
/// Settings of the office: "approval.ordinary_days" (1) and "approval.important_days" (2), in
/// working days, as the guideline has them; "calendar.days": lines of the form of WorkingDays.h
/// that extend the table that ships. A value: any thread; load() on the thread of the connection.
#pragma once

#include "core/approval/Request.h"
#include "core/approval/WorkingDays.h"
#include "core/base/Result.h"
#include "core/storage/Connection.h"

#include <QTimeZone>

namespace core {

class Deadlines
{
public:
    static Result<Deadlines>
    load(const WorkingDays& standard, Connection& connection, const QTimeZone& zone);

    [[nodiscard]] QDateTime dueAt(RequestLevel level, const QDateTime& askedAt) const;
    /// Hours of working time until then; negative when it is past.
    [[nodiscard]] double hoursLeft(const QDateTime& now, const QDateTime& dueAt) const;
    [[nodiscard]] const WorkingDays& calendar() const { return m_calendar; }

private:
    Deadlines(WorkingDays calendar, const QTimeZone& zone);

    WorkingDays m_calendar;
    QTimeZone m_zone;
    int m_ordinaryDays = 1;
    int m_importantDays = 2;
};

} // namespace core
