#include "ui/widgets/PlotPicture.h"

#include "ui/widgets/PlotLines.h"
#include "ui/widgets/Theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using theme::Tone;

constexpr int pictureWidth = 640;

qreal barStep()
{
    return plotLineHeight() + theme::space(2);
}

QString number(double value)
{
    return QLocale().toString(qint64(std::llround(value)));
}

void drawBars(QPainter& painter, const QRectF& room, const std::vector<PlotBar>& bars)
{
    const QFont body = theme::font(theme::Body);
    const QFont strong = theme::font(theme::Strong);
    const QFontMetricsF words(body);
    const QFontMetricsF figures(strong);
    qreal labels = 0;
    qreal numbers = 0;
    double most = 0;
    for (const PlotBar& bar : bars) {
        labels = std::max(labels, words.horizontalAdvance(bar.label));
        numbers = std::max(numbers, figures.horizontalAdvance(number(bar.value)));
        most = std::max(most, bar.value);
    }
    const qreal gap = theme::space(2);
    labels = std::min(labels, room.width() / 2);
    const qreal longest = std::max(room.width() - labels - numbers - 2 * gap, 1.0);
    qreal top = room.top();
    for (const PlotBar& bar : bars) {
        const QRectF row(room.left(), top, room.width(), barStep());
        painter.setFont(body);
        painter.setPen(theme::color(Tone::Text));
        painter.drawText(QRectF(row.left(), row.top(), labels, row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         words.elidedText(bar.label, Qt::ElideRight, labels));
        const qreal thick = row.height() * 0.55;
        const qreal length = most > 0 ? longest * bar.value / most : 0;
        const QRectF shape(row.left() + labels + gap,
                           row.center().y() - thick / 2,
                           std::max(length, bar.value > 0 ? 2.0 : 0.0),
                           thick);
        painter.fillRect(QRectF(shape.left(), shape.top(), 1, thick), theme::color(Tone::Line));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Tone::Accent));
        painter.drawRoundedRect(shape, 2, 2);
        painter.setFont(strong);
        painter.setPen(theme::color(bar.value > 0 ? Tone::Text : Tone::Muted));
        painter.drawText(QRectF(shape.right() + gap, row.top(), numbers + 1, row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         number(bar.value));
        top += barStep();
    }
}

qreal footHeight(const PlotData& data)
{
    return data.foot.isEmpty()
        ? 0
        : QFontMetricsF(theme::font(theme::Caption)).height() + theme::space(2);
}

void paintPicture(QPainter& painter, const QSize& size, const PlotData& data)
{
    const qreal margin = theme::space(4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), theme::color(Tone::Raised));
    painter.setFont(theme::font(theme::Heading));
    painter.setPen(theme::color(Tone::Text));
    const qreal title = QFontMetricsF(painter.font()).height();
    painter.drawText(QRectF(margin, margin, size.width() - 2 * margin, title),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     data.title);
    const qreal top = margin + title + theme::space(3);
    drawPlot(painter,
             QRectF(margin, top, size.width() - 2 * margin, size.height() - top - margin),
             data);
}

QSize pictureSize(const PlotData& data)
{
    const qreal title = QFontMetricsF(theme::font(theme::Heading)).height();
    return {pictureWidth, int(title) + theme::space(3 + 2 * 4) + plotHeight(data)};
}

} // namespace

bool PlotData::isEmpty() const
{
    const bool hasBars
        = std::any_of(bars.begin(), bars.end(), [](const PlotBar& bar) { return bar.value > 0; });
    return !hasBars && (lines.empty() || ticks.isEmpty());
}

int plotHeight(const PlotData& data)
{
    constexpr int curves = 11; // lines of text
    if (data.isEmpty()) {
        return int(std::ceil(2 * plotLineHeight()));
    }
    const qreal height
        = data.lines.empty() ? barStep() * qreal(data.bars.size()) : plotLineHeight() * curves;
    return int(std::ceil(height + footHeight(data)));
}

void drawPlot(QPainter& painter, const QRectF& room, const PlotData& data)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (data.isEmpty()) {
        painter.setFont(theme::font(theme::Body));
        painter.setPen(theme::color(Tone::Muted));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, data.empty);
        return;
    }
    const QRectF plot = room.adjusted(0, 0, 0, -footHeight(data));
    if (data.lines.empty()) {
        drawBars(painter, plot, data.bars);
    } else {
        drawPlotLines(painter, plot, data);
    }
    if (!data.foot.isEmpty()) {
        painter.setFont(theme::font(theme::Caption));
        painter.setPen(theme::color(Tone::Muted));
        const QFontMetricsF small(painter.font());
        painter.drawText(
            QRectF(room.left(), room.bottom() - small.height(), room.width(), small.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            small.elidedText(data.foot, Qt::ElideRight, room.width()));
    }
}

QString plotWords(const PlotData& data)
{
    if (data.isEmpty()) {
        return data.empty;
    }
    QStringList words;
    for (const PlotBar& bar : data.bars) {
        words.append(
            QCoreApplication::translate("ui::Plot", "%1: %2").arg(bar.label, number(bar.value)));
    }
    for (const PlotLine& line : data.lines) {
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (line.values[i]) {
                words.append(QCoreApplication::translate("ui::Plot", "%1, %2: %3")
                                 .arg(line.name,
                                      data.ticks.value(qsizetype(i)),
                                      plotPercent(*line.values[i])));
            }
        }
    }
    if (!data.foot.isEmpty()) {
        words.append(data.foot);
    }
    return words.join(QStringLiteral("; "));
}

QString plotTable(const PlotData& data)
{
    QStringList rows;
    for (const PlotBar& bar : data.bars) {
        rows.append(bar.label + u'\t' + QString::number(std::llround(bar.value)));
    }
    if (!data.lines.empty()) {
        QStringList head{QString()};
        for (const PlotLine& line : data.lines) {
            head.append(line.name);
        }
        rows.append(head.join(u'\t'));
        for (qsizetype i = 0; i < data.ticks.size(); ++i) {
            QStringList row{data.ticks.at(i)};
            for (const PlotLine& line : data.lines) {
                const auto value = line.values[std::size_t(i)];
                row.append(value ? QLocale().toString(*value, 'f', 1) : QString());
            }
            rows.append(row.join(u'\t'));
        }
    }
    return rows.join(u'\n') + u'\n';
}

QImage plotImage(const PlotData& data)
{
    constexpr int fine = 2; // twice as fine as a screen: it goes into letters and slides
    const QSize size = pictureSize(data);
    QImage image(size * fine, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(fine);
    QPainter painter(&image);
    paintPicture(painter, size, data);
    return image;
}

QByteArray plotPng(const PlotData& data)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    plotImage(data).save(&buffer, "PNG");
    return bytes;
}

QByteArray plotSvg(const PlotData& data)
{
    const QSize size = pictureSize(data);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(data.title);
    generator.setDescription(plotWords(data));
    QPainter painter(&generator);
    paintPicture(painter, size, data);
    painter.end();
    return bytes;
}

} // namespace ui
