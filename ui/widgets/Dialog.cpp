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
    if (const QScreen* where = screen()) {
        const QSize frame(0, style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this));
        const QSize beside = parentWidget() != nullptr ? parentWidget()->window()->size() : QSize();
        resize(size().boundedTo((where->availableSize() - frame).expandedTo(beside)));
    }
    QDialog::showEvent(event);
}

} // namespace ui
