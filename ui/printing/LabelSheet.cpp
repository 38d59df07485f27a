#include "ui/printing/LabelSheet.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace ui {

namespace {

/// Sheets without gaps are centered on the paper; the others as Avery gives them for its numbers.
constexpr std::array sheets{
    LabelSheet{"3474", QPageSize::A4, 3, 8, 70.0, 37.0, 0.0, 0.5, 70.0, 37.0},
    LabelSheet{"3422", QPageSize::A4, 3, 8, 70.0, 35.0, 0.0, 8.5, 70.0, 35.0},
    LabelSheet{"L7160", QPageSize::A4, 3, 7, 63.5, 38.1, 7.25, 15.15, 66.0, 38.1},
    LabelSheet{"L7162", QPageSize::A4, 2, 8, 99.1, 33.9, 4.65, 12.9, 101.6, 33.9},
    LabelSheet{"L7163", QPageSize::A4, 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1},
    LabelSheet{"5160", QPageSize::Letter, 3, 10, 66.675, 25.4, 4.7625, 12.7, 69.85, 25.4},
};

} // namespace

std::span<const LabelSheet> labelSheets()
{
    return sheets;
}

QString labelSheetWords(const LabelSheet& sheet)
{
    const QLocale locale;
    const auto size = [&locale](double millimeters) {
        return locale.toString(millimeters, 'g', 3);
    };
    return QCoreApplication::translate("ui::LabelSheet", "%1 on %2, %3 × %4 mm (%5)")
        .arg(sheet.perSheet())
        .arg(QPageSize(sheet.paper).name().section(u' ', 0, 0))
        .arg(size(sheet.width), size(sheet.height), QLatin1String(sheet.name));
}

QRectF labelPlace(const LabelSheet& sheet, int number)
{
    const int onSheet = number % sheet.perSheet();
    return {sheet.left + sheet.columnStep * (onSheet % sheet.columns),
            sheet.top + sheet.rowStep * (onSheet / sheet.columns),
            sheet.width,
            sheet.height};
}

int sheetsFor(const LabelSheet& sheet, int labels, int used)
{
    return labels == 0 ? 0 : (used + labels - 1) / sheet.perSheet() + 1;
}

} // namespace ui
