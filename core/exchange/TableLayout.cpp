#include "core/exchange/TableLayout.h"

#include "core/exchange/HeaderWords.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::size_t rowsForHeader = 30;

/// 电话(如13800138000)
QString withoutExample(QString cell)
{
    static const QRegularExpression example(
        QStringLiteral(R"((?<=\S)\s*[(（][^()（）]*[)）]\s*$)"));
    return cell.remove(example);
}

qsizetype filledCells(const CsvRow& row)
{
    return std::count_if(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return !cell.trimmed().isEmpty();
    });
}

qsizetype knownCells(const CsvRow& row)
{
    constexpr qsizetype longestHeader = 60;
    return std::count_if(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return cell.size() <= longestHeader && headerTarget(cell).has_value();
    });
}

/// A cell that a header would not hold; in brackets it may give an example.
bool looksLikeValue(const QString& cell)
{
    static const QRegularExpression value(QStringLiteral(R"(@|\d{4,}|^\s*[\d.,/:-]+\s*$)"));
    return value.match(cell).hasMatch() && value.match(withoutExample(cell)).hasMatch();
}

qsizetype valueCells(const CsvRow& row)
{
    return std::count_if(row.cells.begin(), row.cells.end(), looksLikeValue);
}

/// As wide as the table, every filled cell another text, none of them a value.
bool isLikeHeader(const CsvRow& row, qsizetype width)
{
    QSet<QString> different;
    for (const QString& cell : row.cells) {
        if (const QString text = cell.trimmed(); !text.isEmpty()) {
            different.insert(text);
        }
    }
    return filledCells(row) * 4 >= width * 3 && different.size() == filledCells(row)
        && valueCells(row) == 0;
}

/// No header holds one: an e-mail address, a telephone number, a long number.
bool isSurelyValue(const QString& cell)
{
    static const QRegularExpression longNumber(QStringLiteral(R"(@|\d{7,})"));
    return longNumber.match(withoutExample(cell)).hasMatch()
        || (looksLikeValue(cell) && parsePhone(cell).isValid());
}

bool holdsValue(const CsvRow& row)
{
    return std::any_of(row.cells.begin(), row.cells.end(), isSurelyValue);
}

/// So it is a client's row.
bool namesCompany(const CsvRow& row)
{
    return std::any_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return !headerTarget(cell) && guessNameKind(cell) == NameKind::Company;
    });
}

/// A title has at most half as many cells as the header below it.
bool isTitle(const CsvRow& row, qsizetype headerCells)
{
    return filledCells(row) * 2 <= headerCells;
}

/// Above most rows of values this one says what the column is: no row of the table itself does.
bool standsOverValues(const std::vector<CsvRow>& rows, std::size_t header)
{
    constexpr std::size_t enough = 200;
    const QStringList& names = rows[header].cells;
    for (qsizetype column = 0; column < names.size(); ++column) {
        if (!headerTarget(names[column]) || looksLikeValue(names[column])) {
            continue;
        }
        qsizetype filled = 0;
        qsizetype values = 0;
        for (std::size_t i = header + 1; i < std::min(rows.size(), header + enough); ++i) {
            const QString cell = rows[i].cells.value(column).trimmed();
            filled += cell.isEmpty() ? 0 : 1;
            values += looksLikeValue(cell) ? 1 : 0;
        }
        if (values * 2 > filled) {
            return true;
        }
    }
    return false;
}

/// The row with most words that headers are made of; -1 where no row has enough of them.
qsizetype bestByWords(const std::vector<CsvRow>& rows)
{
    qsizetype best = -1;
    qsizetype bestKnown = 0;
    qsizetype width = 0;
    for (const CsvRow& row : rows) {
        width = std::max(width, filledCells(row));
    }
    for (std::size_t i = 0; i < std::min(rows.size(), rowsForHeader); ++i) {
        const qsizetype filled = filledCells(rows[i]);
        const qsizetype known = knownCells(rows[i]);
        const bool enough
            = known >= 2 || (known == 1 && (filled <= 2 || isLikeHeader(rows[i], width)));
        if (enough && known > bestKnown && valueCells(rows[i]) * 3 <= filled
            && !holdsValue(rows[i])) {
            bestKnown = known;
            best = qsizetype(i);
        }
    }
    return best;
}

/// Words of headers stand in data, too: "client", "website", "telephone". So a row as wide as the best one that stands
/// above it is the header itself, or a row of data, and then the best is one as well, unless it surely is none.
qsizetype headerByWords(const std::vector<CsvRow>& rows)
{
    const qsizetype best = bestByWords(rows);
    if (best <= 0) {
        return best;
    }
    const CsvRow& found = rows[std::size_t(best)];
    const qsizetype cells = filledCells(found);
    const bool isSure = knownCells(found) >= 2 && isLikeHeader(found, cells)
        && standsOverValues(rows, std::size_t(best));
    for (qsizetype i = 0; i < best; ++i) {
        const CsvRow& above = rows[std::size_t(i)];
        if (!above.problem.isEmpty() || isTitle(above, cells)) {
            continue;
        }
        const bool isHeader
            = isLikeHeader(above, cells) && !holdsValue(above) && !namesCompany(above);
        if (isHeader && (knownCells(above) > 0 || !isSure)) {
            return i;
        }
        if (!isSure) {
            return -1;
        }
    }
    return best;
}

qsizetype findHeader(const std::vector<CsvRow>& rows)
{
    if (const qsizetype best = headerByWords(rows); best >= 0) {
        return best;
    }
    // No word is known: the first full row is a header where it holds no values and the rows below
    // do.
    std::size_t first = 0;
    while (first < rows.size() && filledCells(rows[first]) < 2) {
        ++first;
    }
    if (first + 1 >= rows.size() || valueCells(rows[first]) > 0 || namesCompany(rows[first])) {
        return -1;
    }
    const auto below = std::count_if(rows.begin() + std::ptrdiff_t(first) + 1,
                                     rows.end(),
                                     [](const CsvRow& row) { return valueCells(row) > 0; });
    return std::size_t(below) * 2 > rows.size() - first - 1 ? qsizetype(first) : -1;
}

/// What stands above the header and is no title belongs to the table.
bool isDataAbove(const TableLayout& layout, const CsvRow& row)
{
    return !isTitle(row, layout.headerCells);
}

void noteHeader(const std::vector<CsvRow>& rows, TableLayout& layout)
{
    if (layout.headerRow < 0) {
        return;
    }
    const CsvRow& header = rows[std::size_t(layout.headerRow)];
    layout.headerCells = filledCells(header);
    layout.headerLine = header.line;
    layout.titleLines = std::count_if(
        rows.begin(), rows.begin() + layout.headerRow, [&layout](const CsvRow& row) {
            return filledCells(row) > 0 && !isDataAbove(layout, row);
        });
}

QString numberedColumn(qsizetype number)
{
    return QCoreApplication::translate("core::TableLayout", "Column %1").arg(number);
}

bool isTotalWord(const QString& cell, bool& onlyTotal)
{
    static const QSet<QString> chinese{QStringLiteral("合计"),
                                       QStringLiteral("总计"),
                                       QStringLiteral("小计"),
                                       QStringLiteral("共计"),
                                       QStringLiteral("总和"),
                                       QStringLiteral("本页合计"),
                                       QStringLiteral("总合计"),
                                       QStringLiteral("汇总")};
    static const QSet<QString> others{QStringLiteral("total"),
                                      QStringLiteral("totals"),
                                      QStringLiteral("sum"),
                                      QStringLiteral("grand total"),
                                      QStringLiteral("subtotal"),
                                      QStringLiteral("summe"),
                                      QStringLiteral("gesamt"),
                                      QStringLiteral("gesamtsumme"),
                                      QStringLiteral("insgesamt")};
    QString word = foldText(cleanText(cell));
    while (word.endsWith(u':') || word.endsWith(u'：')) {
        word.chop(1);
    }
    const QString joined = QString(word).remove(u' ');
    onlyTotal = chinese.contains(joined);
    return onlyTotal || others.contains(word.trimmed());
}

bool isNumber(const QString& cell)
{
    static const QRegularExpression number(
        QStringLiteral(R"(^\s*[¥￥$€]?\s*-?[\d.,' ]+\s*(?:%|元|条|户|家|个|人|€)?\s*$)"));
    return number.match(cell).hasMatch();
}

/// The word for a total in the first filled cell, and nothing but numbers beside it. Where the word
/// could be a name, a number must stand there.
bool isTotal(const CsvRow& row)
{
    const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return !cell.trimmed().isEmpty();
    });
    bool onlyTotal = false;
    if (first == row.cells.end() || !isTotalWord(*first, onlyTotal)) {
        return false;
    }
    qsizetype numbers = 0;
    for (auto cell = first + 1; cell != row.cells.end(); ++cell) {
        if (cell->trimmed().isEmpty()) {
            continue;
        }
        if (!isNumber(*cell)) {
            return false;
        }
        ++numbers;
    }
    // A phone beside the company called "Total" is no sum.
    const bool longNumber = std::any_of(first + 1, row.cells.end(), [](const QString& cell) {
        return std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }) > 9
            && !cell.contains(u'.') && !cell.contains(u',');
    });
    return onlyTotal || (numbers > 0 && !longNumber);
}

} // namespace

TableLayout findLayout(const std::vector<CsvRow>& firstRows)
{
    TableLayout layout;
    layout.headerRow = findHeader(firstRows);
    noteHeader(firstRows, layout);
    qsizetype width = 0;
    for (std::size_t i = 0; i < firstRows.size(); ++i) {
        const bool isAbove = qsizetype(i) < layout.headerRow;
        if (!firstRows[i].problem.isEmpty() || (isAbove && !isDataAbove(layout, firstRows[i]))) {
            continue;
        }
        qsizetype used = firstRows[i].cells.size();
        while (used > 0 && firstRows[i].cells[used - 1].trimmed().isEmpty()) {
            --used;
        }
        width = std::max(width, used);
    }
    if (layout.headerRow >= 0) {
        const QStringList& header = firstRows[std::size_t(layout.headerRow)].cells;
        for (qsizetype i = 0; i < header.size() && i < std::max(width, header.size()); ++i) {
            layout.headers.append(cleanText(header[i]));
        }
        while (layout.headers.size() > width && layout.headers.last().isEmpty()) {
            layout.headers.removeLast();
        }
    }
    while (layout.headers.size() < width) {
        layout.headers.append(QString());
    }
    QSet<QString> seen;
    for (qsizetype i = 0; i < layout.headers.size(); ++i) {
        QString& header = layout.headers[i];
        if (header.isEmpty()) {
            header = numberedColumn(i + 1);
        }
        const QString plain = header;
        for (int copy = 2; seen.contains(header); ++copy) {
            header = plain + QStringLiteral(" (%1)").arg(copy);
        }
        seen.insert(header);
    }
    return layout;
}

RowKind rowKind(const TableLayout& layout, const CsvRow& row, qsizetype index)
{
    if (index < layout.headerRow && row.problem.isEmpty() && !isDataAbove(layout, row)) {
        return filledCells(row) == 0 ? RowKind::Blank : RowKind::Title;
    }
    if (index == layout.headerRow) {
        return RowKind::Header;
    }
    if (!row.problem.isEmpty()) {
        return RowKind::Data;
    }
    const qsizetype filled = filledCells(row);
    if (filled == 0) {
        return RowKind::Blank;
    }
    if (isTotal(row)) {
        return RowKind::Total;
    }
    // A printed sheet repeats its header on each page.
    if (filled >= 2 && layout.headerRow >= 0 && row.cells.size() <= layout.headers.size()) {
        bool same = true;
        for (qsizetype i = 0; same && i < row.cells.size(); ++i) {
            const QString cell = cleanText(row.cells[i]);
            same = cell == layout.headers[i] || cell.isEmpty();
        }
        if (same) {
            return RowKind::Header;
        }
    }
    return RowKind::Data;
}

} // namespace core
