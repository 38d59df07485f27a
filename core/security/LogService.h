/// LogService: what people do with the log beside reading it (LogQueries.h) and verifying it (AuditChain.h): see what is
/// unusual, and let go of details that are kept no longer. Thread of the office.
#pragma once

#include "core/base/Result.h"
#include "core/security/LogSettings.h"
#include "core/security/OfficeContext.h"
#include "core/security/UnusualAccess.h"

#include <QDate>

#include <functional>
#include <vector>

namespace core {

struct PrunedLog
{
    std::int64_t details = 0; ///< of entries
    std::int64_t looks = 0; ///< texts of searches and the like
    std::int64_t keys = 0; ///< monthly keys that nothing needs any more
};

class LogService
{
public:
    /// `isWorkingDay`: the office's calendar, which stands some floors higher.
    LogService(OfficeContext& office, std::function<bool(QDate)> isWorkingDay);

    /// Of the last `days`, as far as the session oversees (a manager: his department). Denied to who sees his own actions only.
    Result<std::vector<UnusualFinding>> unusual(int days) const;

    /// Removes details older than the retention; the entries stay where they are, and verify as before. Denied: not a data
    /// administrator. An entry of its own.
    Result<PrunedLog> prune();

private:
    Result<std::vector<AccessRow>> rowsSince(const QDateTime& from) const;

    OfficeContext& m_office;
    std::function<bool(QDate)> m_isWorkingDay;
};

} // namespace core
