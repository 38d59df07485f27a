#include "core/approval/WorkingDays.h"

#include "core/base/Resources.h"

#include <QCoreApplication>
#include <QFile>

namespace core {

namespace {

constexpr int hourMs = 60 * 60 * 1000;
constexpr QTime workBegins = QTime::fromMSecsSinceStartOfDay(9 * hourMs);
constexpr QTime workEnds = QTime::fromMSecsSinceStartOfDay(18 * hourMs);

Error calendarLineError(qsizetype line)
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::WorkingDays",
                                        "Line %1 of the calendar is not a date, «off» or «work», "
                                        "and a name, separated by tabs.")
                .arg(line),
            {}};
}

} // namespace

Result<WorkingDays> WorkingDays::standard()
{
    initResources();
    QFile file(QStringLiteral(":/dossier/tables/holidays.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate(
                         "core::WorkingDays", "The table of holidays is missing from the program."),
                     file.errorString()};
    }
    return fromText(QString::fromUtf8(file.readAll()));
}

Result<WorkingDays> WorkingDays::fromText(QStringView lines)
{
    WorkingDays calendar;
    if (auto done = calendar.extend(lines); !done) {
        return done.error();
    }
    return calendar;
}

Result<> WorkingDays::extend(QStringView lines)
{
    QHash<QDate, Day> days = m_days;
    qsizetype number = 0;
    for (QStringView line : lines.split(u'\n')) {
        ++number;
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u"date\t")) {
            continue;
        }
        const QList<QStringView> cells = line.split(u'\t');
        const QDate day = QDate::fromString(cells[0].toString(), Qt::ISODate);
        const QStringView kind = cells.size() > 1 ? cells[1].trimmed() : QStringView{};
        if (!day.isValid() || (kind != u"off" && kind != u"work")) {
            return calendarLineError(number);
        }
        days.insert(
            day, {kind == u"work", cells.size() > 2 ? cells[2].trimmed().toString() : QString{}});
    }
    m_days = std::move(days);
    return {};
}

bool WorkingDays::isWorkingDay(QDate day) const
{
    const auto found = m_days.constFind(day);
    if (found != m_days.constEnd()) {
        return found->working;
    }
    return day.dayOfWeek() < Qt::Saturday;
}

QString WorkingDays::nameOf(QDate day) const
{
    return m_days.value(day).name;
}

QDate WorkingDays::coveredUntil() const
{
    int year = 0;
    for (auto day = m_days.keyBegin(); day != m_days.keyEnd(); ++day) {
        if (day->month() == 1 && day->day() == 1) {
            year = std::max(year, day->year());
        }
    }
    return year == 0 ? QDate{} : QDate(year, 12, 31);
}

QDate WorkingDays::addWorkingDays(QDate day, int days) const
{
    while (days > 0) {
        day = day.addDays(1);
        if (isWorkingDay(day)) {
            --days;
        }
    }
    return day;
}

QDateTime WorkingDays::addWorkingDays(const QDateTime& start, int days, const QTimeZone& zone) const
{
    const QDateTime local = start.toTimeZone(zone);
    QDate day = local.date();
    QTime time = local.time();
    // Outside working hours it begins to count with the next of them.
    const bool isOver = !isWorkingDay(day) || time >= workEnds;
    if (isOver || time < workBegins) {
        day = isOver ? addWorkingDays(day, 1) : day;
        time = workBegins;
    }
    return QDateTime(addWorkingDays(day, days), time, zone).toUTC();
}

std::chrono::minutes WorkingDays::workingTimeBetween(const QDateTime& from,
                                                     const QDateTime& to,
                                                     const QTimeZone& zone) const
{
    if (to < from) {
        return -workingTimeBetween(to, from, zone);
    }
    const QDateTime begin = from.toTimeZone(zone);
    const QDateTime end = to.toTimeZone(zone);
    qint64 seconds = 0;
    for (QDate day = begin.date(); day <= end.date(); day = day.addDays(1)) {
        if (!isWorkingDay(day)) {
            continue;
        }
        const QTime first = day == begin.date() ? std::max(begin.time(), workBegins) : workBegins;
        const QTime last = day == end.date() ? std::min(end.time(), workEnds) : workEnds;
        seconds += std::max(0, first.secsTo(last));
    }
    return std::chrono::minutes(seconds / 60);
}

} // namespace core
