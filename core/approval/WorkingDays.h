/// WorkingDays: the calendar of working days, with the holidays and the make-up working days (调休)
/// that the State Council publishes each year.
///
///     auto calendar = WorkingDays::standard();                    // the table that ships
///     calendar->extend(u"2027-01-01\toff\t元旦\n");               // rows of the office's own,
///     they win calendar->addWorkingDays(now, 2, office.timeZone);
///
/// Rules. A day named in the table is what the table says; every other day works from Monday to
/// Friday. A year counts as known once the table has a row for its 1 January (always a holiday); in
/// a later year only weekends are off, and coveredUntil() says so. Working time runs from 09:00 to
/// 18:00, the lunch hour included. A deadline of n working days falls on the n-th working day after
/// the day of the start, at the same local time: asked on Friday at 16:00 with one day, it is due
/// on Monday at 16:00. What is asked outside working time counts from the next working morning: asked
/// on Saturday at 06:00, it counts from Monday 09:00 and is due on Tuesday at 09:00.
///
/// Dates are those of the office's time zone, times go in and out as UTC. A value: any thread.
#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QTimeZone>

#include <chrono>

namespace core {

class WorkingDays
{
public:
    /// Weekends only: no table at all.
    WorkingDays() = default;

    /// The table in the program's resources.
    static Result<WorkingDays> standard();
    /// Lines "date<TAB>off|work<TAB>name"; a header line, blank lines and lines that begin with '#'
    /// are passed over. Invalid where a line is none of these.
    static Result<WorkingDays> fromText(QStringView lines);

    /// Adds lines of the same form; a day that is there already gets the new meaning. All of them,
    /// or none.
    Result<> extend(QStringView lines);

    [[nodiscard]] bool isWorkingDay(QDate day) const;
    /// The name of the holiday, or of what a working weekend makes up for; empty for an ordinary
    /// day.
    [[nodiscard]] QString nameOf(QDate day) const;
    /// The last day of the last year that the table knows; invalid without a table.
    [[nodiscard]] QDate coveredUntil() const;

    /// The n-th working day after `day`; n >= 0, and 0 is `day` itself.
    [[nodiscard]] QDate addWorkingDays(QDate day, int days) const;
    [[nodiscard]] QDateTime
    addWorkingDays(const QDateTime& start, int days, const QTimeZone& zone) const;

    /// Working time from one moment to another; negative where `to` is earlier.
    [[nodiscard]] std::chrono::minutes
    workingTimeBetween(const QDateTime& from, const QDateTime& to, const QTimeZone& zone) const;

private:
    struct Day
    {
        bool working = false;
        QString name;
    };

    QHash<QDate, Day> m_days;
};

} // namespace core
