#include "ui/widgets/PlotLines.h"

#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

qreal plotLineHeight()
{
    return QFontMetricsF(theme::font(theme::Body)).height();
}

QString plotPercent(double value)
{
    constexpr double whole = 99.95; // what is not whole is not called so
    const QString text = value < 100.0 && value >= whole
        ? QLocale().toString(99.9, 'f', 1)
        : QLocale().toString(value, 'f', value < 100.0 && value > 0.0 ? 1 : 0);
    return QCoreApplication::translate("ui::Plot", "%1 %").arg(text);
}

namespace {

using theme::Tone;

QString wholePercent(double value)
{
    return QCoreApplication::translate("ui::Plot", "%1 %").arg(QLocale().toString(value, 'f', 0));
}

/// How the lines differ where colors do not help.
struct LineLook
{
    Tone tone;
    Qt::PenStyle dash;
    int corners; ///< of its marks; 0: round
};

constexpr std::array looks{LineLook{Tone::Accent, Qt::SolidLine, 0},
                           LineLook{Tone::Good, Qt::DashLine, 4},
                           LineLook{Tone::Warning, Qt::DotLine, 3}};

const LineLook& lookOf(std::size_t line)
{
    return looks[line % looks.size()];
}

void drawMark(QPainter& painter, const QPointF& at, int corners)
{
    constexpr qreal size = 3.5;
    if (corners == 0) {
        painter.drawEllipse(at, size, size);
    } else if (corners == 4) {
        painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size));
    } else {
        painter.drawPolygon(QPolygonF({{at.x(), at.y() - size - 1},
                                       {at.x() + size + 1, at.y() + size},
                                       {at.x() - size - 1, at.y() + size}}));
    }
}

/// The least percentage that the plot shows: round, and with room below what there is.
double floorOf(const std::vector<PlotLine>& lines)
{
    constexpr double step = 10;
    double least = 100;
    for (const PlotLine& line : lines) {
        for (const auto& value : line.values) {
            least = std::min(least, value.value_or(100));
        }
    }
    return std::clamp(std::floor((least - 2) / step) * step, 0.0, 90.0);
}

struct Curve
{
    const PlotLine* line = nullptr;
    std::vector<QPointF> points;
    double last = 0;
    qreal labelTop = 0;
};

/// Labels at the right that would lie on each other move apart.
void spread(std::vector<Curve>& curves, const QRectF& area)
{
    std::vector<Curve*> byHeight;
    for (Curve& curve : curves) {
        if (!curve.points.empty()) {
            curve.labelTop = curve.points.back().y() - plotLineHeight() / 2;
            byHeight.push_back(&curve);
        }
    }
    std::sort(byHeight.begin(), byHeight.end(), [](const Curve* a, const Curve* b) {
        return a->labelTop < b->labelTop;
    });
    qreal free = area.top() - plotLineHeight();
    for (Curve* curve : byHeight) {
        curve->labelTop = std::max(curve->labelTop, free);
        free = curve->labelTop + plotLineHeight();
    }
    qreal bottom = area.bottom() + plotLineHeight() / 2;
    for (std::size_t i = byHeight.size(); i-- > 0;) {
        byHeight[i]->labelTop = std::min(byHeight[i]->labelTop, bottom - plotLineHeight());
        bottom = byHeight[i]->labelTop;
    }
}

QString endLabel(const Curve& curve)
{
    return curve.line->name + QStringLiteral("  ") + plotPercent(curve.last);
}

void drawGrid(QPainter& painter, const QRectF& area, const QStringList& ticks, double floor)
{
    painter.setFont(theme::font(theme::Caption));
    const qreal height = QFontMetricsF(painter.font()).height();
    constexpr int steps = 2;
    for (int i = 0; i <= steps; ++i) {
        const double value = floor + (100 - floor) * i / steps;
        const qreal y = area.bottom() - area.height() * i / steps;
        painter.setPen(theme::color(Tone::Line));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme::color(Tone::Muted));
        painter.drawText(QRectF(area.left() - 100, y - height / 2, 100 - theme::space(2), height),
                         Qt::AlignRight | Qt::AlignVCenter,
                         wholePercent(value));
    }
    const auto tick = [&](const QRectF& where, int side, const QString& words) {
        painter.drawText(where, side | Qt::AlignTop, words);
    };
    const QRectF below(area.left(), area.bottom() + theme::space(1), area.width(), height);
    tick(below, Qt::AlignLeft, ticks.value(0));
    if (ticks.size() > 1) {
        tick(below, Qt::AlignRight, ticks.constLast());
    }
}

} // namespace

void drawPlotLines(QPainter& painter, const QRectF& room, const PlotData& data)
{
    const double floor = floorOf(data.lines);
    const QFontMetricsF small(theme::font(theme::Caption));
    const QFontMetricsF words(theme::font(theme::Body));
    std::vector<Curve> curves;
    qreal labels = 0;
    for (const PlotLine& line : data.lines) {
        Curve curve;
        curve.line = &line;
        for (const auto& value : line.values) {
            curve.last = value.value_or(curve.last);
        }
        labels = std::max(labels, words.horizontalAdvance(endLabel(curve)));
        curves.push_back(std::move(curve));
    }
    const qreal scale = small.horizontalAdvance(wholePercent(100)) + theme::space(2);
    const QRectF area = room.adjusted(scale,
                                      plotLineHeight() / 2 + theme::space(1),
                                      -labels - theme::space(8),
                                      -small.height() - theme::space(2));
    drawGrid(painter, area, data.ticks, floor);
    const qreal step = data.ticks.size() > 1 ? area.width() / qreal(data.ticks.size() - 1) : 0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        Curve& curve = curves[i];
        for (std::size_t at = 0; at < curve.line->values.size(); ++at) {
            if (const auto value = curve.line->values[at]) {
                const qreal x = step > 0 ? area.left() + step * qreal(at) : area.right();
                curve.points.emplace_back(
                    x, area.bottom() - area.height() * (*value - floor) / (100 - floor));
            }
        }
        const LineLook& look = lookOf(i);
        const QColor color = theme::color(look.tone);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 2, look.dash, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF(QList<QPointF>(curve.points.begin(), curve.points.end())));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const QPointF& point : curve.points) {
            drawMark(painter, point, look.corners);
        }
    }
    spread(curves, area);
    painter.setFont(theme::font(theme::Body));
    for (std::size_t i = 0; i < curves.size(); ++i) {
        if (curves[i].points.empty()) {
            continue;
        }
        const qreal left = area.right() + theme::space(6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(lookOf(i).tone));
        drawMark(painter,
                 {area.right() + theme::space(5), curves[i].labelTop + plotLineHeight() / 2},
                 lookOf(i).corners);
        painter.setPen(theme::color(Tone::Text));
        painter.drawText(
            QRectF(left + theme::space(1), curves[i].labelTop, labels + 1, plotLineHeight()),
            Qt::AlignLeft | Qt::AlignVCenter,
            endLabel(curves[i]));
    }
}

} // namespace ui
