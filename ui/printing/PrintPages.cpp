#include "ui/printing/PrintPages.h"

#include "ui/printing/PrintInk.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

namespace ui {

QFont inkFont(const QFont& base, qreal points, bool isStrong)
{
    // A painter of pages is scaled to its units, so that a pixel is one.
    QFont font(base);
    font.setPointSizeF(1); // takes a size in pixels away that was set before
    font.setPixelSize(int(points * inkUnit));
    font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QStringList inkLines(const QString& text, const QFont& font, qreal width)
{
    QStringList lines;
    const QFontMetricsF metrics(font);
    for (const QString& paragraph : text.split(u'\n')) {
        if (metrics.horizontalAdvance(paragraph) <= width) {
            lines.append(paragraph);
            continue;
        }
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(width, 1.0));
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

QByteArray pdfOf(const PrintPages& pages, const QSizeF& paper)
{
    constexpr int resolution = 600;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Dossier"));
        writer.setResolution(resolution);
        writer.setPageLayout(
            QPageLayout(QPageSize(paper, QPageSize::Point, {}, QPageSize::ExactMatch),
                        QPageLayout::Portrait,
                        QMarginsF()));
        QPainter painter(&writer);
        if (!painter.isActive()) {
            return {};
        }
        painter.scale(resolution / pointsPerInch, resolution / pointsPerInch);
        for (int page = 0; page < pages.count(); ++page) {
            if (page > 0 && !writer.newPage()) {
                return {};
            }
            pages.paint(painter, page);
        }
    }
    return bytes;
}

QSizeF paperOf(const QPageSize& size, bool isLandscape)
{
    const QSizeF upright = size.size(QPageSize::Point);
    return isLandscape ? upright.transposed() : upright;
}

} // namespace ui
