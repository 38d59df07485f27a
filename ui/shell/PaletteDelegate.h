/// PaletteDelegate: how a row of the command palette looks: a heading; or an icon, the name, what stands beside it, and the key
/// at the end. Thread of the window.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace ui
