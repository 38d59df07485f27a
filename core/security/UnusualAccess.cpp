#include "core/security/UnusualAccess.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace core {

namespace {

/// What one person did in one stretch of time.
struct AccessTally
{
    std::int64_t count = 0;
    std::set<std::int64_t> clients;
    std::set<std::int64_t> entries;
};

/// Rule, day, hour (0 where the rule counts days), person, name.
using TallyKey = std::tuple<UnusualRule, QDate, int, std::int64_t, QString>;

class AccessTallies
{
public:
    explicit AccessTallies(const UnusualLimits& limits)
        : m_limits(limits)
    { }

    void add(const AccessRow& row)
    {
        const QDateTime local = row.at.toTimeZone(m_limits.zone);
        switch (row.kind) {
        case AccessKind::Look:
            if (row.isOthers) {
                note(UnusualRule::LooksAtOthers, row, local).clients.insert(row.client.value);
            }
            if (isOffHours(local)) {
                note(UnusualRule::LooksOffHours, row, local).count += 1;
            }
            break;
        case AccessKind::Export:
            note(UnusualRule::MassExport, row, local).count += row.count;
            break;
        case AccessKind::RefusedLogin:
            note(UnusualRule::RefusedLogins, row, local).count += 1;
            break;
        case AccessKind::Change:
            note(UnusualRule::BulkChange, row, local).count += row.count;
            break;
        }
    }

    [[nodiscard]] std::vector<UnusualFinding> findings() const
    {
        std::vector<UnusualFinding> found;
        for (const auto& [key, tally] : m_tallies) {
            const auto& [rule, day, hour, actor, name] = key;
            const std::int64_t count = rule == UnusualRule::LooksAtOthers
                ? std::int64_t(tally.clients.size())
                : tally.count;
            if (count > limitOf(rule)) {
                found.push_back({rule,
                                 UserPk{actor},
                                 name,
                                 day,
                                 count,
                                 limitOf(rule),
                                 {tally.entries.begin(), tally.entries.end()}});
            }
        }
        std::stable_sort(
            found.begin(), found.end(), [](const UnusualFinding& a, const UnusualFinding& b) {
                return std::tuple(b.day, a.rule, a.name) < std::tuple(a.day, b.rule, b.name);
            });
        return found;
    }

private:
    AccessTally& note(UnusualRule rule, const AccessRow& row, const QDateTime& local)
    {
        const int hour = rule == UnusualRule::BulkChange ? local.time().hour() : 0;
        AccessTally& tally = m_tallies[{rule, local.date(), hour, row.actor.value, row.name}];
        tally.entries.insert(row.seq);
        return tally;
    }

    [[nodiscard]] bool isOffHours(const QDateTime& local) const
    {
        const int hour = local.time().hour();
        const bool isNight = m_limits.nightFrom > m_limits.nightTo
            ? hour >= m_limits.nightFrom || hour < m_limits.nightTo
            : hour >= m_limits.nightFrom && hour < m_limits.nightTo;
        return isNight || !isWorkingDay(local.date());
    }

    [[nodiscard]] bool isWorkingDay(QDate day) const
    {
        return m_limits.isWorkingDay ? m_limits.isWorkingDay(day)
                                     : day.dayOfWeek() <= int(Qt::Friday);
    }

    [[nodiscard]] std::int64_t limitOf(UnusualRule rule) const
    {
        switch (rule) {
        case UnusualRule::LooksAtOthers:
            return m_limits.looksAtOthersPerDay;
        case UnusualRule::LooksOffHours:
            return m_limits.looksOffHoursPerDay;
        case UnusualRule::MassExport:
            return m_limits.exportedRowsPerDay;
        case UnusualRule::RefusedLogins:
            return m_limits.refusedLoginsPerDay;
        case UnusualRule::BulkChange:
            break;
        }
        return m_limits.changedRecordsPerHour;
    }

    const UnusualLimits& m_limits;
    std::map<TallyKey, AccessTally> m_tallies;
};

QString sayUnusual(const char* sentence, std::int64_t count)
{
    return QCoreApplication::translate("core::UnusualAccess", sentence, nullptr, int(count));
}

} // namespace

std::vector<UnusualFinding> findUnusual(const std::vector<AccessRow>& rows,
                                        const UnusualLimits& limits)
{
    AccessTallies tallies(limits);
    for (const AccessRow& row : rows) {
        tallies.add(row);
    }
    return tallies.findings();
}

QString unusualRuleName(UnusualRule rule)
{
    switch (rule) {
    case UnusualRule::LooksAtOthers:
        return QStringLiteral("looks_at_others");
    case UnusualRule::LooksOffHours:
        return QStringLiteral("looks_off_hours");
    case UnusualRule::MassExport:
        return QStringLiteral("mass_export");
    case UnusualRule::RefusedLogins:
        return QStringLiteral("failed_logins");
    case UnusualRule::BulkChange:
        break;
    }
    return QStringLiteral("bulk_changes");
}

QString unusualSentence(const UnusualFinding& finding)
{
    switch (finding.rule) {
    case UnusualRule::LooksAtOthers:
        return sayUnusual(QT_TRANSLATE_N_NOOP("core::UnusualAccess",
                                              "opened %n clients of other people in one day"),
                          finding.count);
    case UnusualRule::LooksOffHours:
        return sayUnusual(QT_TRANSLATE_N_NOOP("core::UnusualAccess",
                                              "opened records %n times at night or on a day off"),
                          finding.count);
    case UnusualRule::MassExport:
        return sayUnusual(
            QT_TRANSLATE_N_NOOP("core::UnusualAccess", "exported %n clients in one day"),
            finding.count);
    case UnusualRule::RefusedLogins:
        return sayUnusual(QT_TRANSLATE_N_NOOP("core::UnusualAccess", "failed to log in %n times"),
                          finding.count);
    case UnusualRule::BulkChange:
        break;
    }
    return sayUnusual(QT_TRANSLATE_N_NOOP("core::UnusualAccess", "changed %n records in one hour"),
                      finding.count);
}

} // namespace core
