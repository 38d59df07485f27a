/// PrintPages: what comes on paper, page by page, laid out once for a size of paper and then painted by whoever wants it: the
/// preview, a printer, a PDF. Everything is in points from the paper's upper left corner. Laying out thousands of rows takes a
/// second: off the window's thread. Then it does not change; any thread.
///
///     const auto pages = tablePages(table, paper);
///     for (int page = 0; page < pages->count(); ++page) pages->paint(painter, page);
#pragma once

#include "ui/printing/AddressLines.h"
#include "ui/printing/LabelSheet.h"

#include <QFont>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QPainter;

namespace ui {

class PrintPages
{
public:
    PrintPages() = default;
    PrintPages(const PrintPages&) = delete;
    PrintPages& operator=(const PrintPages&) = delete;
    virtual ~PrintPages() = default;

    [[nodiscard]] virtual int count() const = 0;
    virtual void paint(QPainter& painter, int page) const = 0;
};

using Pages = std::shared_ptr<const PrintPages>;

/// What is printed in rows and columns: a list, or with two columns and no header a record.
struct PrintTable
{
    QString title;
    QString subtitle;
    QStringList header{}; ///< on each page; empty: none
    struct Row
    {
        QStringList cells;
        bool isHeading = false; ///< its first cell begins a part, over all columns
    };
    std::vector<Row> rows{};
    QString foot; ///< who printed it, on each page
    double firstColumn = 0; ///< its share of the width; 0: by what stands in the columns
};

/// `paper` in points. The font is the program's: asked for on the window's thread, used on any.
[[nodiscard]] Pages tablePages(const PrintTable& table, const QSizeF& paper, const QFont& font);

struct PrintLabels
{
    const LabelSheet* sheet = nullptr;
    int used = 0; ///< labels of the first sheet that are gone
    std::vector<std::vector<AddressLine>> labels;
};

[[nodiscard]] Pages labelPages(const PrintLabels& labels, const QFont& font);

/// The pages as a PDF file; empty where it could not be made.
[[nodiscard]] QByteArray pdfOf(const PrintPages& pages, const QSizeF& paper);

inline constexpr qreal pointsPerInch = 72;

/// Points of a paper.
[[nodiscard]] QSizeF paperOf(const QPageSize& size, bool isLandscape);

} // namespace ui
