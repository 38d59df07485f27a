#include "ui/widgets/Dialog.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace ui {

bool Dialog::event(QEvent* event)
{
    const bool done = QDialog::event(event);
    const auto type = event->type();
    if (type == QEvent::LayoutRequest || type == QEvent::Resize || type == QEvent::Show) {
        keepWordsWhole();
    }
    return done;
}

void Dialog::keepWordsWhole()
{
    if (layout() == nullptr || !layout()->hasHeightForWidth()) {
        return;
    }
    const int needed = std::min(layout()->totalMinimumHeightForWidth(width()),
                                screen()->availableGeometry().height());
    if (needed != minimumHeight()) {
        setMinimumHeight(needed);
    }
}

} // namespace ui
