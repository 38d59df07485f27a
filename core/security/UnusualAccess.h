/// UnusualAccess: what of a window of the log somebody should look at: many records of other people opened in a day, records
/// opened at night or on days off, many rows exported, repeated failed logins, many records changed at once. Pure: rows in,
/// findings out. A finding is no accusation; it names the entries behind it. Nothing of it leaves the office. Any thread.
///
///     for (const UnusualFinding& finding : findUnusual(rows, limits)) …
#pragma once

#include "core/base/Id.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <functional>
#include <vector>

namespace core {

enum class AccessKind : std::uint8_t
{
    Look,
    Export,
    RefusedLogin,
    Change
};

/// One thing that somebody did.
struct AccessRow
{
    QDateTime at; ///< UTC
    UserPk actor; ///< none for a name that the office does not have
    QString name;
    AccessKind kind = AccessKind::Look;
    ClientPk client; ///< of a look
    bool isOthers = false; ///< that client belongs to somebody else
    std::int64_t count = 1; ///< rows exported, records changed
    std::int64_t seq = 0; ///< the entry of the log
};

struct UnusualLimits
{
    int looksAtOthersPerDay = 100; ///< different clients
    int looksOffHoursPerDay = 5;
    int nightFrom = 22; ///< hour of the day, in the office's time zone
    int nightTo = 6; ///< the first hour that is none of the night
    int exportedRowsPerDay = 1000;
    int refusedLoginsPerDay = 5;
    int changedRecordsPerHour = 200;
    QTimeZone zone = QTimeZone::utc();
    std::function<bool(QDate)> isWorkingDay{}; ///< none: Monday to Friday
};

enum class UnusualRule : std::uint8_t
{
    LooksAtOthers,
    LooksOffHours,
    MassExport,
    RefusedLogins,
    BulkChange
};

struct UnusualFinding
{
    UnusualRule rule = UnusualRule::LooksAtOthers;
    UserPk actor;
    QString name; ///< empty: a name that the office does not have
    QDate day; ///< in the office's time zone
    std::int64_t count = 0;
    std::int64_t limit = 0;
    std::vector<std::int64_t> entries; ///< of the log, in order
};

/// More than the limit of a day (or hour) is a finding. Newest day first, then by rule and name.
[[nodiscard]] std::vector<UnusualFinding> findUnusual(const std::vector<AccessRow>& rows,
                                                      const UnusualLimits& limits);

/// "looks_at_others", …: for the command line.
[[nodiscard]] QString unusualRuleName(UnusualRule rule);
/// A sentence about a finding, translated.
[[nodiscard]] QString unusualSentence(const UnusualFinding& finding);

} // namespace core
