/// IdleWatch: tells that nobody has used the keyboard or the mouse in any window of the program for so long. Tells once, until
/// somebody is there again. Thread of the window.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui {

/// How long until the window locks by itself, of this computer: 1 to 60 minutes, 5 where nobody chose.
[[nodiscard]] std::chrono::minutes lockAfter();
void setLockAfter(std::chrono::minutes after);

class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject* parent = nullptr);

    void start(std::chrono::milliseconds after);
    void stop() { m_timer.stop(); }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void idle();

private:
    void look();

    QTimer m_timer;
    QElapsedTimer m_since; ///< the last key or movement
    std::chrono::milliseconds m_after{0};
};

} // namespace ui
