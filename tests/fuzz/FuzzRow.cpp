// A table of an import up to its clients: the mapping, the cells put together to a record, its rules, and how it goes into a
// client that is there. Cells are parted by tabs, rows by line ends. One choice of eight takes the mapping that is proposed
// from headers and cells; the others take the header as the words of a mapping, which is many times as fast.
#include "tests/fuzz/FuzzTarget.h"

#include "core/exchange/ImportMerge.h"
#include "core/exchange/ImportPlan.h"
#include "core/validation/ClientRules.h"

#include <QJsonDocument>

using namespace core;

namespace {

std::vector<CsvRow> tableOf(const QString& text)
{
    constexpr std::size_t mostRows = 4;
    std::vector<CsvRow> rows;
    for (const QString& line : text.split(u'\n')) {
        if (rows.size() == mostRows) {
            break;
        }
        CsvRow row;
        row.cells = line.split(u'\t');
        row.line = std::int64_t(rows.size()) + 1;
        rows.push_back(row);
    }
    return rows;
}

/// What was stored of a mapping is the same mapping when it is read.
void checkMapping(const ColumnMapping& mapping)
{
    ColumnMapping again = mapping;
    FUZZ_CHECK(again.take(QJsonDocument::fromJson(mapping.toJson().toUtf8()).object()));
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        FUZZ_CHECK(again.columns[i].word() == mapping.columns[i].word());
    }
}

ColumnMapping
proposed(const std::vector<CsvRow>& rows, const MappingHints& hints, std::vector<CsvRow>& data)
{
    const TableLayout layout = findLayout(rows);
    std::vector<QStringList> sample;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rowKind(layout, rows[i], qsizetype(i)) == RowKind::Data) {
            sample.push_back(rows[i].cells);
            data.push_back(rows[i]);
        }
    }
    return proposeMapping(layout, sample, hints);
}

/// By the words of the first row: "name", "custom:Ort", "phone".
ColumnMapping chosen(const std::vector<CsvRow>& rows, std::vector<CsvRow>& data)
{
    ColumnMapping mapping;
    for (qsizetype i = 0; i < rows.front().cells.size(); ++i) {
        Column column;
        column.header = QStringLiteral("c%1").arg(i);
        mapping.columns.push_back(column);
        (void)mapping.set(column.header, rows.front().cells[i]);
    }
    data.assign(rows.begin() + 1, rows.end());
    return mapping;
}

} // namespace

FUZZ_TARGET(bytes)
{
    const FuzzInput input(bytes);
    const std::vector<CsvRow> rows = tableOf(input.text());
    const MappingHints hints{.users = {QStringLiteral("li")},
                             .usersKnown = (input.choice & 1U) != 0};
    std::vector<CsvRow> data;
    ColumnMapping mapping
        = (input.choice & 28U) == 0 ? proposed(rows, hints, data) : chosen(rows, data);
    if ((input.choice & 2U) != 0) {
        mapping.keepUnmapped();
    }
    checkMapping(mapping);
    const ImportPlan plan(mapping, hints);
    ClientValues known;
    for (const CsvRow& row : data) {
        const ImportRow read = plan.interpret(row);
        FUZZ_CHECK(!read.rejection.isEmpty() || read.values.has(Field::Name));
        (void)ClientRules().check(read.values);
        for (const FieldEdit& edit : importEdits(known, read.values, true)) {
            known.set(edit.field, edit.typed);
        }
    }
}
