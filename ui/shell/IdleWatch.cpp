#include "ui/shell/IdleWatch.h"

#include "ui/shell/OwnInput.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSettings>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr auto lockSetting = "lock_after_minutes";
constexpr int fewestMinutes = 1;
constexpr int mostMinutes = 60;
constexpr int usualMinutes = 5;

bool isPersonThere(QEvent::Type type)
{
    constexpr std::array signs{QEvent::KeyPress,
                               QEvent::MouseButtonPress,
                               QEvent::MouseMove,
                               QEvent::Wheel,
                               QEvent::TouchBegin,
                               QEvent::TouchUpdate,
                               QEvent::TabletMove,
                               QEvent::InputMethod};
    return std::find(signs.begin(), signs.end(), type) != signs.end();
}

} // namespace

std::chrono::minutes lockAfter()
{
    const int minutes = QSettings().value(QLatin1String(lockSetting), usualMinutes).toInt();
    return std::chrono::minutes(std::clamp(minutes, fewestMinutes, mostMinutes));
}

void setLockAfter(std::chrono::minutes after)
{
    QSettings().setValue(QLatin1String(lockSetting),
                         std::clamp(int(after.count()), fewestMinutes, mostMinutes));
}

IdleWatch::IdleWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::start(std::chrono::milliseconds after)
{
    m_after = after;
    m_since.start();
    m_timer.start(after);
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    // Noted, not timed anew: the mouse moves hundreds of times a second.
    if (isPersonThere(event->type())) {
        m_since.restart();
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::look()
{
    std::chrono::milliseconds since(m_since.elapsed());
    if (const auto own = sinceOwnInput()) {
        since = std::min(since, *own);
    }
    const auto left = m_after - since;
    if (left.count() > 0) {
        m_timer.start(left);
    } else {
        Q_EMIT idle();
    }
}

} // namespace ui
