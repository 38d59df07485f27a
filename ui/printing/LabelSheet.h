/// LabelSheet: sheets of self-adhesive labels as their makers cut them, in millimeters from the left and upper edge of the
/// paper. Values; any thread.
///
///     const LabelSheet& sheet = labelSheets().front();
///     const QRectF place = labelPlace(sheet, 23);      // the last of 3 x 8; the 24th lies on the next sheet
#pragma once

#include <QPageSize>
#include <QRectF>
#include <QString>

#include <span>

namespace ui {

struct LabelSheet
{
    const char* name; ///< how it is called where it is bought
    QPageSize::PageSizeId paper;
    int columns;
    int rows;
    double width;
    double height;
    double left; ///< of the first column
    double top; ///< of the first row
    double columnStep; ///< from one column to the next
    double rowStep;

    [[nodiscard]] constexpr int perSheet() const { return columns * rows; }
};

[[nodiscard]] std::span<const LabelSheet> labelSheets();
/// "24 on A4, 70 x 37 mm (3474)"
[[nodiscard]] QString labelSheetWords(const LabelSheet& sheet);

/// Where the label with this number (from 0) lies on its sheet, row by row.
[[nodiscard]] QRectF labelPlace(const LabelSheet& sheet, int number);
/// How many sheets so many labels take, where the first `used` of the first sheet are gone.
[[nodiscard]] int sheetsFor(const LabelSheet& sheet, int labels, int used);

} // namespace ui
