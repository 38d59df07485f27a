/// TableLayout: where in a sheet the table is: title lines above, the header, the columns, totals
/// and empty lines.
///
///     TableLayout layout = findLayout(firstRows);
///     if (rowKind(layout, row, index) == RowKind::Data) …
///
/// A header is recognized by its words (HeaderWords.h), or by not looking like the rows below it. Above it stand only
/// titles, lines of few cells; a row as wide as the table is never left out.
/// Pure, any thread.
#pragma once

#include "core/exchange/CsvReader.h"

#include <QStringList>

#include <vector>

namespace core {

enum class RowKind : std::uint8_t
{
    Data,
    Title,
    Header,
    Total,
    Blank
};

struct TableLayout
{
    qsizetype headerRow = -1; ///< number of the row in the file, from 0; -1: the file has no header
    qsizetype headerCells = 0; ///< of it that are filled
    std::int64_t headerLine = 0; ///< of the file, from 1; 0: none
    std::int64_t titleLines = 0; ///< above the header, left out
    QStringList
        headers; ///< tidied, each only once ("Phone", "Phone (2)"); "Column 3" where there is none

    [[nodiscard]] qsizetype columns() const { return headers.size(); }
};

[[nodiscard]] TableLayout findLayout(const std::vector<CsvRow>& firstRows);

/// `index` is the number of the row in the file, from 0. An unreadable row is Data: it is rejected
/// with its reason.
[[nodiscard]] RowKind rowKind(const TableLayout& layout, const CsvRow& row, qsizetype index);

} // namespace core
