#include "core/approval/Deadlines.h"

#include "core/base/Log.h"
#include "core/security/SettingStore.h"

namespace core {

namespace {

/// A number of days that makes sense; anything else leaves the guideline's.
Result<int> daysSetting(const SettingStore& settings, QStringView name, int usual)
{
    constexpr int mostDays = 60;
    auto text = settings.value(name);
    if (!text) {
        return text.error();
    }
    bool isNumber = false;
    const int days = text->value_or(QString{}).toInt(&isNumber);
    return isNumber && days > 0 && days <= mostDays ? days : usual;
}

} // namespace

Deadlines::Deadlines(WorkingDays calendar, const QTimeZone& zone)
    : m_calendar(std::move(calendar))
    , m_zone(zone)
{ }

Result<Deadlines>
Deadlines::load(const WorkingDays& standard, Connection& connection, const QTimeZone& zone)
{
    Deadlines deadlines(standard, zone);
    const SettingStore settings(connection);
    auto days = settings.value(u"calendar.days");
    if (!days) {
        return days.error();
    }
    if (*days) {
        // A slip in the office's own rows must not stop its approvals; the table that ships still
        // counts.
        if (auto done = deadlines.m_calendar.extend(**days); !done) {
            logWarning("approval", QStringLiteral("setting calendar.days is not understood"));
        }
    }
    auto ordinary = daysSetting(settings, u"approval.ordinary_days", deadlines.m_ordinaryDays);
    if (!ordinary) {
        return ordinary.error();
    }
    deadlines.m_ordinaryDays = *ordinary;
    auto important = daysSetting(settings, u"approval.important_days", deadlines.m_importantDays);
    if (!important) {
        return important.error();
    }
    deadlines.m_importantDays = *important;
    return deadlines;
}

QDateTime Deadlines::dueAt(RequestLevel level, const QDateTime& askedAt) const
{
    const int days = level == RequestLevel::Important ? m_importantDays : m_ordinaryDays;
    return m_calendar.addWorkingDays(askedAt, days, m_zone);
}

double Deadlines::hoursLeft(const QDateTime& now, const QDateTime& dueAt) const
{
    return std::chrono::duration<double, std::ratio<3600>>(
               m_calendar.workingTimeBetween(now, dueAt, m_zone))
        .count();
}

} // namespace core
