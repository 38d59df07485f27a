/// ThemeNotifier: says that the colors are others now. Internal to Theme.cpp. The window's thread.
#pragma once

#include <QObject>

namespace ui::theme {

class Notifier : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void changed();
};

} // namespace ui::theme
