#include "ui/printing/PrintInk.h"
#include "ui/printing/PrintPages.h"

#include <QFontMetricsF>
#include <QPainter>

namespace ui {

namespace {

constexpr qreal unitsPerMillimeter = 72 / 25.4 * inkUnit;
constexpr qreal sidePadding = 4 * unitsPerMillimeter;
constexpr qreal topPadding = 2.5 * unitsPerMillimeter;
constexpr int largest = 11; // points
constexpr int smallest = 6;

struct LaidLabel
{
    struct Line
    {
        QString text;
        bool isName = false;
    };
    int size = smallest;
    std::vector<Line> lines;
};

class LabelPages final : public PrintPages
{
public:
    LabelPages(const PrintLabels& labels, const QFont& font)
        : m_sheet(*labels.sheet)
        , m_used(labels.used)
    {
        for (int size = 0; size <= largest; ++size) {
            m_fonts.push_back(
                {inkFont(font, std::max(size, 1)), inkFont(font, std::max(size, 1), true)});
        }
        for (const auto& lines : labels.labels) {
            m_labels.push_back(fitted(lines));
        }
    }

    int count() const override { return sheetsFor(m_sheet, int(m_labels.size()), m_used); }

    void paint(QPainter& painter, int page) const override
    {
        painter.save();
        painter.scale(1 / inkUnit, 1 / inkUnit);
        const int first = page * m_sheet.perSheet() - m_used;
        for (int place = 0; place < m_sheet.perSheet(); ++place) {
            const int label = first + place;
            if (label >= 0 && label < int(m_labels.size())) {
                paintLabel(painter, m_labels[std::size_t(label)], place);
            }
        }
        painter.restore();
    }

private:
    struct Fonts
    {
        QFont body;
        QFont name;
    };

    [[nodiscard]] QRectF roomAt(int place) const
    {
        const QRectF at = labelPlace(m_sheet, place);
        return QRectF(at.topLeft() * unitsPerMillimeter, at.size() * unitsPerMillimeter)
            .adjusted(sidePadding, topPadding, -sidePadding, -topPadding);
    }

    /// The largest size at which everything has room; at the smallest, what has.
    [[nodiscard]] LaidLabel fitted(const std::vector<AddressLine>& lines) const
    {
        const QSizeF room = roomAt(0).size();
        LaidLabel laid;
        for (int size = largest; size >= smallest; --size) {
            laid = {size, {}};
            qreal height = 0;
            for (const AddressLine& line : lines) {
                const Fonts& fonts = m_fonts[std::size_t(size)];
                const QFont& font = line.isName ? fonts.name : fonts.body;
                for (const QString& part : inkLines(line.text, font, room.width())) {
                    height += QFontMetricsF(font).height();
                    if (height > room.height() && size == smallest) {
                        return laid;
                    }
                    laid.lines.push_back({part, line.isName});
                }
            }
            if (height <= room.height()) {
                break;
            }
        }
        return laid;
    }

    void paintLabel(QPainter& painter, const LaidLabel& label, int place) const
    {
        const QRectF room = roomAt(place);
        painter.setPen(inkText);
        qreal top = room.top();
        for (const LaidLabel::Line& line : label.lines) {
            const Fonts& fonts = m_fonts[std::size_t(label.size)];
            painter.setFont(line.isName ? fonts.name : fonts.body);
            const QFontMetricsF metrics(painter.font());
            painter.drawText(QPointF(room.left(), top + metrics.ascent()), line.text);
            top += metrics.height();
        }
    }

    LabelSheet m_sheet;
    int m_used;
    std::vector<Fonts> m_fonts; ///< by size
    std::vector<LaidLabel> m_labels;
};

} // namespace

Pages labelPages(const PrintLabels& labels, const QFont& font)
{
    return std::make_shared<const LabelPages>(labels, font);
}

} // namespace ui
