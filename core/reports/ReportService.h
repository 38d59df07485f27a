/// ReportService: what waits for this person today, and the office in numbers, as far as this person may see its records. Reads
/// near; noteQuality() alone writes. Thread of the office.
///
///     auto waiting = reports.waiting();          // some milliseconds, by indexes
///     auto numbers = reports.numbers(progress);  // one pass over what this person sees: seconds at a million clients
///     auto trend = reports.trend();              // from the counts of each day (QualityLog.h)
#pragma once

#include "core/approval/WorkingDays.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/duplicates/DuplicateService.h"
#include "core/reports/ClientCounts.h"
#include "core/security/OfficeContext.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace core {

struct Waiting
{
    static constexpr int answeredDays = 7;

    int overdue = 0; ///< requests that this person may decide, by when they are due
    int today = 0;
    int later = 0;
    int asked = 0; ///< of this person's own that are open
    int approved = 0; ///< of this person's own, within the last days; whole or in part
    int refused = 0; ///< rejected, or sent back because the record had changed
    int groups = 0; ///< of possible duplicates that this person can do something about
    bool areGroupsOwn = false; ///< only those with a client that he looks after
    /// Of the clients that this person looks after; nothing where they are too many to be counted on the side
    /// (Numbers::own has them).
    std::optional<OwnerCounts> own{};

    [[nodiscard]] int toDecide() const { return overdue + today + later; }
};

/// Open requests by how long they have waited.
struct RequestAges
{
    std::array<int, 4> open{}; ///< since today, one or two days, three to seven, longer
    int overdue = 0; ///< of all of these

    [[nodiscard]] int all() const { return open[0] + open[1] + open[2] + open[3]; }
};

struct Numbers
{
    QDateTime at; ///< UTC
    RequestAges
        requests; ///< those that this person may decide or asked for; of who reads the whole log, all
    ClientCounts clients;
    std::int64_t trashed = 0;
    OwnerCounts own;
};

/// How good the records were that this person sees.
struct QualityPoint
{
    QDate day; ///< the last one of its week that was counted
    std::int64_t clients = 0;
    std::int64_t complete = 0;
    std::int64_t current = 0; ///< updated as often as their class asks for
    std::optional<std::int64_t>
        single{}; ///< in no group of possible duplicates; nothing before the first scan
};

class ReportService
{
public:
    ReportService(OfficeContext& office,
                  const DuplicateService& duplicates,
                  const WorkingDays& calendar);

    Result<Waiting> waiting() const;
    /// Cancelled where somebody stops it.
    Result<Numbers> numbers(Progress& progress) const;
    /// By weeks, the oldest first; it begins where the office was first counted.
    Result<std::vector<QualityPoint>> trend() const;
    /// Counts the whole office and writes it down, once a day; else it does nothing. Nobody is shown anything by it.
    Result<> noteQuality(Progress& progress);

private:
    Result<> addRequests(Waiting& waiting) const;
    Result<> addAnswers(Waiting& waiting) const;
    Result<> addGroups(Waiting& waiting) const;
    Result<> addOwn(Waiting& waiting) const;
    Result<RequestAges> ages() const;
    /// Whether this person sees the records of an owner.
    Result<std::function<bool(UserPk)>> sight() const;
    Result<std::int64_t> trashed(const std::function<bool(UserPk)>& sees) const;

    OfficeContext& m_office;
    const DuplicateService& m_duplicates;
    const WorkingDays& m_calendar;
};

} // namespace core
