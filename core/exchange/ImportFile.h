/// ImportFile: a file opened for import: its encoding and delimiter found, its layout and mapping
/// proposed (or remembered), its rows read one by one. The preview and the import are this same class.
///
///     auto file = ImportFile::open({.path = path}, hints);
///     showPreview(file->preview(20));
///     while (true) { auto row = file->next(); if (!row) …; if (!*row) break; use(**row); }
///
/// Thread of whoever reads. Errors: those of CsvReader::open(), Invalid for a column or field that
/// is not known, and for a file that ends inside a quoted cell.
#pragma once

#include "core/exchange/ColumnMapping.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/ImportPlan.h"

#include <QMap>
#include <QString>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// What a person wrote into cells instead of what stands in the file: by the row's line, then by column from 0.
using ImportFixes = std::map<std::int64_t, std::map<int, QString>>;

struct ImportSource
{
    QString path; ///< of `content` only a name
    QString encoding{}; ///< empty: found out
    QChar delimiter{}; ///< null: found out
    std::vector<std::pair<QString, QString>>
        map{}; ///< --map COLUMN=FIELD: header or number -> word
    QString mappingFile{}; ///< JSON as ColumnMapping::toJson() gives it
    QString mappingJson{}; ///< the same, in memory
    bool keepUnmapped = false; ///< columns no field was found for become own fields
    bool useRemembered = true; ///< the mapping of the last file with this header line is proposed
    std::optional<QByteArray> content{}; ///< the file itself, where it lies in memory
    std::optional<TableLayout>
        layout{}; ///< settled before; not found anew. What is filled behind its header is data:
    ///< a row of which only a part was kept may look like a sum.
    std::vector<DateOrder>
        dateOrders{}; ///< of the columns in their order, settled before; not found anew
    ImportFixes fixes{}; ///< of data rows; one that cannot be read stays so
};

struct ImportPreview
{
    QString encoding;
    QChar delimiter;
    TableLayout layout;
    ColumnMapping mapping;
    bool remembered = false; ///< the mapping is that of an earlier import
    std::vector<QStringList> titles; ///< lines above the header
    std::vector<CsvRow> raw; ///< the first data rows as they stand in the file
    std::vector<ImportRow> rows; ///< the same, as records
    std::vector<QStringList>
        examples; ///< by column: up to three different values; none of sealed columns
    QMap<QString, int> findings; ///< "field:rule" -> how often in the rows shown
};

class ImportFile
{
public:
    static Result<ImportFile> open(const ImportSource& source, const MappingHints& hints = {});

    /// The next data row; titles, header, empty lines and totals are passed over. Nothing at the
    /// end.
    Result<std::optional<CsvRow>> next();
    Result<> rewind();
    Result<ImportPreview> preview(int rows);

    [[nodiscard]] const QString& encoding() const { return m_reader.encoding(); }
    [[nodiscard]] const TableLayout& layout() const { return m_layout; }
    [[nodiscard]] const ColumnMapping& mapping() const { return m_mapping; }
    /// The mapping is that of an earlier import, but for what this source says itself.
    [[nodiscard]] bool isRemembered() const { return m_remembered; }
    [[nodiscard]] const MappingHints& hints() const { return m_hints; }
    [[nodiscard]] qint64 size() const { return m_reader.size(); }
    [[nodiscard]] qint64 position() const { return m_reader.position(); }

private:
    explicit ImportFile(CsvReader reader)
        : m_reader(std::move(reader))
    { }
    Result<std::optional<CsvRow>> nextOfAnyKind();
    [[nodiscard]] RowKind kindOf(const CsvRow& row, qsizetype index) const;
    Result<> settleMapping(const ImportSource& source);
    void takeRemembered();
    /// By what the columns of days tell, in the sample and, where that is not enough, in the whole file.
    Result<> settleDates(const std::vector<QStringList>& sample);
    Result<> readDates(std::vector<DateEvidence>& evidence);
    void putFixes(CsvRow& row) const;

    CsvReader m_reader;
    TableLayout m_layout;
    ColumnMapping m_mapping;
    MappingHints m_hints;
    ImportFixes m_fixes;
    bool m_remembered = false;
    bool m_hasOnlyData = false; ///< behind its header
    qsizetype m_row = 0;
};

} // namespace core
