/// PlotPicture: small plots as data, and how they are drawn: bars with a label and a number each, or lines over weeks that are
/// named at their ends. Never by color alone: numbers stand beside bars, lines differ in dash and mark. Drawn the same into a
/// widget (Plot.h), a PNG or an SVG. Any painter; the theme's colors, so thread of the window.
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QImage;
class QPainter;

namespace ui {

struct PlotBar
{
    QString label;
    double value = 0;
};

struct PlotLine
{
    QString name;
    std::vector<std::optional<double>> values; ///< percent; one for each of the ticks
};

struct PlotData
{
    QString title;
    std::vector<PlotBar> bars; ///< either these
    QStringList ticks; ///< or the times of the lines
    std::vector<PlotLine> lines;
    QString foot; ///< what one has to know to read it
    QString empty; ///< what stands there instead where there is nothing to draw

    [[nodiscard]] bool isEmpty() const;
};

/// How high it has to be for this width.
[[nodiscard]] int plotHeight(const PlotData& data);
void drawPlot(QPainter& painter, const QRectF& room, const PlotData& data);

/// All its numbers in a sentence each, for whoever hears the window.
[[nodiscard]] QString plotWords(const PlotData& data);
/// The same as a table for a spreadsheet: tabs between columns.
[[nodiscard]] QString plotTable(const PlotData& data);

/// With its title, on the theme's ground.
[[nodiscard]] QImage plotImage(const PlotData& data);
[[nodiscard]] QByteArray plotPng(const PlotData& data);
[[nodiscard]] QByteArray plotSvg(const PlotData& data);

} // namespace ui
