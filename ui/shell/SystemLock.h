/// SystemLock: tells that the person has locked the computer, or that it goes to sleep. One per program. How it learns of it
/// stands in a file per platform: signals of logind and of the screen saver on D-Bus (Linux), distributed notifications and the
/// power manager (macOS), messages of the session and of power to a window without a face (Windows). Where nothing of that is
/// there, it never tells; the clock for idleness runs all the same. Thread of the window.
#pragma once

#include <QObject>

#include <memory>

namespace ui {

class SystemLock : public QObject
{
    Q_OBJECT

public:
    SystemLock();
    ~SystemLock() override;

Q_SIGNALS:
    void locked();

private:
    struct Listener; ///< of the platform
    std::unique_ptr<Listener> m_listener;
};

} // namespace ui
