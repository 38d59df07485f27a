/// LogExporter: the log into a CSV file for an auditor, as far as the session may see it, with an entry of its own in the log.
/// Guarded against spreadsheets, readable by its owner only, UTF-8 with a byte order mark (CsvWriter). Each line has its
/// entry's hash, so that the file can be compared with the chain later. Thread of the office.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/security/LogQueries.h"
#include "core/security/OfficeContext.h"

#include <QString>

namespace core {

struct LogExportResult
{
    std::int64_t rows = 0; ///< without the header line
    qint64 bytes = 0;
};

class LogExporter
{
public:
    LogExporter(OfficeContext& office, const LogQueries& queries);

    Result<LogExportResult>
    run(const QString& path, const LogFilter& filter, Progress& progress) const;

private:
    Result<> writeLines(class CsvWriter& writer,
                        const LogFilter& filter,
                        Progress& progress,
                        std::int64_t& rows) const;

    OfficeContext& m_office;
    const LogQueries& m_queries;
};

} // namespace core
