#include "ui/widgets/Dialog.h"

#include "ui/widgets/Parts.h"

#include <QScreen>
#include <QStyle>

namespace ui {

Dialog::Dialog(QWidget* parent)
    : QDialog(parent)
{
    keepWordsWhole(this);
}

void Dialog::showEvent(QShowEvent* event)
{
    if (const QWidget* parent = parentWidget()) {
        const QSize frame(0, style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this));
        const QSize room = screen()->availableSize() - frame;
        resize(size().boundedTo(room.expandedTo(parent->window()->size())));
    }
    QDialog::showEvent(event);
}

} // namespace ui
