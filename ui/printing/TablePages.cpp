#include "ui/printing/PrintInk.h"
#include "ui/printing/PrintPages.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr qreal margin = 42 * inkUnit; // 15 mm
constexpr qreal gap = 8 * inkUnit; // between columns
constexpr qreal rowPadding = 3 * inkUnit; // above and below
constexpr qreal bodySize = 9;
constexpr qreal footSize = 8;
constexpr qreal titleSize = 17;
constexpr qreal headingSize = 11;
constexpr int measuredRows = 400;
constexpr int mostLinesOfCell = 40; // of one cell; what is longer takes the page for itself

struct LaidRow
{
    std::vector<QStringList> cells; ///< lines
    qreal height = 0;
    bool isHeading = false;
};

class TablePages final : public PrintPages
{
public:
    TablePages(const PrintTable& table, const QSizeF& paper, const QFont& font)
        : m_table(table)
        , m_paper(paper * inkUnit)
        , m_body(inkFont(font, bodySize))
        , m_strong(inkFont(font, bodySize, true))
        , m_foot(inkFont(font, footSize))
        , m_title(inkFont(font, titleSize, true))
        , m_heading(inkFont(font, headingSize, true))
    {
        measureColumns();
        for (const PrintTable::Row& row : table.rows) {
            m_rows.push_back(laid(row));
        }
        m_titleLines = inkLines(table.title, m_title, width());
        m_subtitleLines = inkLines(table.subtitle, m_body, width());
        breakPages();
        m_table.rows.clear(); // everything is in lines by now
    }

    int count() const override { return int(m_firstRows.size()); }

    void paint(QPainter& painter, int page) const override
    {
        painter.save();
        painter.scale(1 / inkUnit, 1 / inkUnit);
        qreal top = margin;
        if (page == 0) {
            top = paintTitle(painter, top);
        }
        top = paintHeader(painter, top);
        const std::size_t begin = m_firstRows[std::size_t(page)];
        const std::size_t end
            = page + 1 < count() ? m_firstRows[std::size_t(page) + 1] : m_rows.size();
        for (std::size_t i = begin; i < end; ++i) {
            paintRow(painter, m_rows[i], top);
            top += m_rows[i].height;
        }
        paintFoot(painter, page);
        painter.restore();
    }

private:
    [[nodiscard]] qreal width() const { return m_paper.width() - 2 * margin; }
    [[nodiscard]] static qreal lineOf(const QFont& font) { return QFontMetricsF(font).height(); }
    [[nodiscard]] qreal headerHeight() const
    {
        return m_table.header.isEmpty() ? 0 : lineOf(m_strong) + 2 * rowPadding;
    }

    [[nodiscard]] qsizetype columnCount() const
    {
        qsizetype columns = m_table.header.size();
        for (const PrintTable::Row& row : m_table.rows) {
            columns = std::max(columns, row.cells.size());
        }
        return std::max<qsizetype>(columns, 1);
    }

    void measureColumns()
    {
        const qsizetype columns = columnCount();
        const qreal room = width() - gap * qreal(columns - 1);
        if (m_table.firstColumn > 0 && columns == 2) {
            m_widths = {room * m_table.firstColumn, room * (1 - m_table.firstColumn)};
            return;
        }
        const QFontMetricsF words(m_body);
        const QFontMetricsF strong(m_strong);
        std::vector<qreal> wanted;
        for (qsizetype column = 0; column < columns; ++column) {
            qreal widest = strong.horizontalAdvance(m_table.header.value(column));
            const auto most = std::min(m_table.rows.size(), std::size_t(measuredRows));
            for (std::size_t i = 0; i < most; ++i) {
                widest = std::max(widest,
                                  words.horizontalAdvance(m_table.rows[i].cells.value(column)));
            }
            // One long value takes no more than its part of the paper.
            wanted.push_back(std::clamp(widest + 2 * inkUnit, 24 * inkUnit, room * 0.4));
        }
        const qreal all = std::accumulate(wanted.begin(), wanted.end(), 0.0);
        for (const qreal one : wanted) {
            m_widths.push_back(one * room / all);
        }
    }

    [[nodiscard]] LaidRow laid(const PrintTable::Row& row) const
    {
        LaidRow made;
        made.isHeading = row.isHeading;
        if (row.isHeading) {
            made.cells.push_back(inkLines(row.cells.value(0), m_heading, width()));
            made.height = lineOf(m_heading) * qreal(made.cells[0].size()) + 6 * rowPadding;
            return made;
        }
        qsizetype lines = 1;
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            QStringList cell
                = inkLines(row.cells.value(qsizetype(column)), m_body, m_widths[column]);
            if (cell.size() > mostLinesOfCell) {
                cell.resize(mostLinesOfCell);
                cell.last() = QStringLiteral("…");
            }
            lines = std::max(lines, cell.size());
            made.cells.push_back(std::move(cell));
        }
        made.height = lineOf(m_body) * qreal(lines) + 2 * rowPadding;
        return made;
    }

    [[nodiscard]] qreal titleHeight() const
    {
        return lineOf(m_title) * qreal(m_titleLines.size())
            + lineOf(m_body) * qreal(m_subtitleLines.size()) + 6 * rowPadding;
    }

    void breakPages()
    {
        const qreal bottom = m_paper.height() - margin - 2 * lineOf(m_foot);
        m_firstRows.push_back(0);
        qreal top = margin + titleHeight() + headerHeight();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            // A heading does not stand alone at the end of a page.
            const qreal needed = m_rows[i].height
                + (m_rows[i].isHeading && i + 1 < m_rows.size() ? m_rows[i + 1].height : 0);
            if (top + needed > bottom && i > m_firstRows.back()) {
                m_firstRows.push_back(i);
                top = margin + headerHeight();
            }
            top += m_rows[i].height;
        }
    }

    static void paintLines(QPainter& painter, const QStringList& lines, const QPointF& at)
    {
        const QFontMetricsF metrics(painter.font());
        qreal baseline = at.y() + metrics.ascent();
        for (const QString& line : lines) {
            painter.drawText(QPointF(at.x(), baseline), line);
            baseline += metrics.height();
        }
    }

    qreal paintTitle(QPainter& painter, qreal top) const
    {
        painter.setFont(m_title);
        painter.setPen(inkText);
        paintLines(painter, m_titleLines, {margin, top});
        const qreal below = top + lineOf(m_title) * qreal(m_titleLines.size());
        painter.setFont(m_body);
        painter.setPen(inkMuted);
        paintLines(painter, m_subtitleLines, {margin, below + rowPadding});
        return top + titleHeight();
    }

    qreal paintHeader(QPainter& painter, qreal top) const
    {
        if (m_table.header.isEmpty()) {
            return top;
        }
        painter.fillRect(QRectF(margin - rowPadding, top, width() + 2 * rowPadding, headerHeight()),
                         inkShade);
        painter.setFont(m_strong);
        painter.setPen(inkText);
        const QFontMetricsF metrics(m_strong);
        qreal left = margin;
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            const QString words = metrics.elidedText(
                m_table.header.value(qsizetype(column)), Qt::ElideRight, m_widths[column]);
            painter.drawText(QPointF(left, top + rowPadding + metrics.ascent()), words);
            left += m_widths[column] + gap;
        }
        return top + headerHeight();
    }

    void paintRow(QPainter& painter, const LaidRow& row, qreal top) const
    {
        if (row.isHeading) {
            painter.setFont(m_heading);
            painter.setPen(inkText);
            paintLines(painter, row.cells[0], {margin, top + 4 * rowPadding});
            return;
        }
        painter.setFont(m_body);
        qreal left = margin;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const bool isLabel = m_table.header.isEmpty() && column == 0;
            painter.setPen(isLabel ? inkMuted : inkText);
            paintLines(painter, row.cells[column], {left, top + rowPadding});
            left += m_widths[column] + gap;
        }
        painter.setPen(QPen(inkLine, 0.4 * inkUnit));
        const qreal bottom = top + row.height;
        painter.drawLine(QPointF(margin, bottom), QPointF(margin + width(), bottom));
    }

    void paintFoot(QPainter& painter, int page) const
    {
        painter.setFont(m_foot);
        painter.setPen(inkMuted);
        const QFontMetricsF metrics(m_foot);
        const qreal baseline = m_paper.height() - margin;
        const QString number = QCoreApplication::translate("ui::PrintPages", "Page %1 of %2")
                                   .arg(page + 1)
                                   .arg(count());
        const qreal numberWidth = metrics.horizontalAdvance(number);
        painter.drawText(QPointF(margin + width() - numberWidth, baseline), number);
        painter.drawText(
            QPointF(margin, baseline),
            metrics.elidedText(m_table.foot, Qt::ElideRight, width() - numberWidth - 2 * gap));
    }

    PrintTable m_table;
    QSizeF m_paper;
    QFont m_body;
    QFont m_strong;
    QFont m_foot;
    QFont m_title;
    QFont m_heading;
    std::vector<qreal> m_widths;
    QStringList m_titleLines;
    QStringList m_subtitleLines;
    std::vector<LaidRow> m_rows;
    std::vector<std::size_t> m_firstRows; ///< of each page
};

} // namespace

Pages tablePages(const PrintTable& table, const QSizeF& paper, const QFont& font)
{
    return std::make_shared<const TablePages>(table, paper, font);
}

} // namespace ui
