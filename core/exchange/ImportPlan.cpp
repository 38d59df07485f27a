#include "core/exchange/ImportPlan.h"

#include "core/exchange/RowBuilder.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype longestRow = qsizetype(2) * 1024 * 1024;

} // namespace

ImportPlan::ImportPlan(ColumnMapping mapping, MappingHints hints)
    : m_mapping(std::move(mapping))
    , m_hints(std::move(hints))
{ }

ImportRow ImportPlan::interpret(const CsvRow& source) const
{
    ImportRow row;
    row.line = source.line;
    if (!source.problem.isEmpty()) {
        row.rejection = source.problem;
        return row;
    }
    qsizetype size = 0;
    for (const QString& cell : source.cells) {
        size += cell.size();
    }
    if (size > longestRow) {
        row.rejection = QCoreApplication::translate("core::ImportPlan", "This row is too large.");
        return row;
    }
    RowBuilder builder(m_mapping, m_hints, row);
    const qsizetype columns
        = std::min<qsizetype>(source.cells.size(), qsizetype(m_mapping.columns.size()));
    for (qsizetype i = 0; i < columns; ++i) {
        builder.take(int(i), source.cells[i]);
    }
    for (qsizetype i = columns; i < source.cells.size(); ++i) {
        if (!source.cells[i].trimmed().isEmpty()) {
            row.findings.push_back({int(i), Field::Id, QStringLiteral("extra_cell")});
        }
    }
    builder.finish();
    return row;
}

} // namespace core
