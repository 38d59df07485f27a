/// Exporter: clients into a CSV file that spreadsheets open as it was meant, and that imports again
/// as it was: only what this person may see, with an entry in the log. Beside the file lies its
/// manifest (JSON): who, when, why, which filter and fields, how many rows, and the file's digest,
/// so that a file that turns up somewhere can be traced.
///
///     auto result = exporter.run({.path = path, .filter = u"city=苏州市"}, progress);
///
/// The file appears when it is whole. Thread of the office.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/records/Field.h"
#include "core/search/ClientQueries.h"
#include "core/security/OfficeContext.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

class QJsonArray;

namespace core {

class CsvWriter;

struct ExportOptions
{
    QString path;
    /// None named: all but the sealed ones. Those are opened for whoever has the role (Denied for others), and must be named.
    std::vector<Field> fields{};
    QString filter{};
    std::optional<std::vector<ClientPk>> chosen{}; ///< instead of the filter
    QString encoding = QStringLiteral("utf-8-bom"); ///< or "utf-8", "gb18030"
    bool headerLabels = true; ///< labels in the program's language, else field names
    QString reason{};
};

struct ExportResult
{
    std::int64_t rows = 0; ///< without the header line
    qint64 bytes = 0;
    QString manifest; ///< path of the manifest
};

/// Rows that go to the clipboard.
struct CopiedRows
{
    std::vector<ClientRow> rows; ///< as much of each as this person may see, in the order asked for
    std::int64_t leftOut = 0; ///< of which this person may give out nothing
};

class Exporter
{
public:
    Exporter(OfficeContext& office, const ClientQueries& queries);

    Result<ExportResult> run(const ExportOptions& options, Progress& progress);

    /// What is copied out of the list is an export, too: several clients need the right to export them, one only that it is
    /// seen; the log says which fields of how many. Denied; Invalid above mostCopied.
    Result<CopiedRows> copy(const std::vector<ClientPk>& clients, const std::vector<Field>& fields);
    static constexpr std::size_t mostCopied = 1000;

private:
    /// Into the log, and only then given out, with its manifest.
    Result<ExportResult> conclude(const ExportOptions& options,
                                  CsvWriter& writer,
                                  const QJsonArray& fieldNames,
                                  std::int64_t rows);

    OfficeContext& m_office;
    const ClientQueries& m_queries;
};

/// The fields of an export where none are named.
[[nodiscard]] std::vector<Field> exportFields();
/// "name,phone" -> fields; Invalid names the one that is not known.
Result<std::vector<Field>> exportFieldsByName(const QString& names);

} // namespace core
