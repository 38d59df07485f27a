/// PlotLines: the part of PlotPicture that draws lines over weeks. Thread of the window.
#pragma once

#include "ui/widgets/PlotPicture.h"

namespace ui {

[[nodiscard]] qreal plotLineHeight(); ///< of a line of text
[[nodiscard]] QString plotPercent(double value); ///< "98.5 %"
void drawPlotLines(QPainter& painter, const QRectF& room, const PlotData& data);

} // namespace ui
