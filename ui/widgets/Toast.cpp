#include "ui/widgets/Toast.h"

#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace ui {

Toast::Toast(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("toast"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space(4), theme::space(2), theme::space(2), theme::space(2));
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    m_text->setTextFormat(Qt::PlainText);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, &Toast::act);
    parent->installEventFilter(this);
    hide();
}

void Toast::say(const QString& text)
{
    say(text, {}, nullptr);
}

void Toast::say(const QString& text, const QString& actionLabel, std::function<void()> action)
{
    using namespace std::chrono_literals;
    // The inverse of the window's own colors, so that it stands off any page in light and dark.
    theme::setRules(
        this,
        QStringLiteral("#toast { background: @text; border-radius: 8px; } #toast QLabel { color: "
                       "@raised; } #toast QPushButton { background: transparent; border: none; "
                       "color: @accentontext; font-weight: 600; }"
                       "#toast QPushButton:focus { border: 1px solid @accentontext; }"));
    m_text->setText(text);
    m_action = std::move(action);
    m_button->setText(actionLabel);
    m_button->setVisible(m_action != nullptr);
    m_timer.start(m_action ? 12s : 5s);
    adjustSize();
    place();
    show();
    raise();
    setAccessibleName(actionLabel.isEmpty() ? text : text + QStringLiteral(" ") + actionLabel);
    QAccessibleEvent heard(this, QAccessible::Alert); // a screen reader says it at once
    QAccessible::updateAccessibility(&heard);
    Q_EMIT offerChanged();
}

void Toast::act()
{
    const auto action = std::exchange(m_action, nullptr);
    hide();
    if (action) {
        action();
    }
}

void Toast::setKeyText(const QString& key)
{
    m_button->setToolTip(key);
}

void Toast::enterEvent(QEnterEvent* event)
{
    m_timer.stop(); // somebody is reading it
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event)
{
    m_timer.start();
    QFrame::leaveEvent(event);
}

/// Also when its window comes back from being locked.
void Toast::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    Q_EMIT offerChanged();
}

void Toast::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    Q_EMIT offerChanged();
}

void Toast::place()
{
    const QRect room = parentWidget()->rect();
    // Above the buttons and fields that stand at the foot of most pages.
    move(room.center().x() - width() / 2, room.bottom() - height() - theme::space(25));
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui
