/// QualityLog: how good the records were, day by day. What was incomplete or a possible duplicate on a past day cannot be
/// worked out from what is stored today, so it is counted once a day and written down: as one entry of the log, so that nobody
/// makes last month look better afterwards. Per owner, so that everybody sees the way of what he sees. Kept as long as
/// details of the log are. Thread of the office.
#pragma once

#include "core/base/Result.h"
#include "core/reports/ClientCounts.h"
#include "core/security/OfficeContext.h"

#include <QDate>

#include <map>
#include <vector>

namespace core {

/// What one day's entry says.
struct QualityDay
{
    QDate day; ///< in the office's time zone
    bool wasScanned = false;
    std::map<std::int64_t, OwnerCounts> byOwner;
};

/// Whether today has been counted, by whichever window.
[[nodiscard]] Result<bool> isQualityNoted(Connection& connection, const OfficeContext& office);
/// Writes it down, unless somebody has done so meanwhile.
[[nodiscard]] Result<> noteQuality(OfficeContext& office, const ClientCounts& counts);
/// The last count of each week, the oldest first; at most so many weeks.
[[nodiscard]] Result<std::vector<QualityDay>> qualityByWeek(const OfficeContext& office, int weeks);

} // namespace core
