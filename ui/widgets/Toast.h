/// Toast: a line at the foot of the window that says what was done, with Undo where it can be taken back. Goes by
/// itself after some seconds, unless the mouse rests on it; never takes the focus: a command does for the keyboard what its
/// button does. Thread of the window.
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

class Toast : public QFrame
{
    Q_OBJECT

public:
    /// One per window, laid over the lower edge of `parent`.
    explicit Toast(QWidget* parent);

    void say(const QString& text);
    void say(const QString& text, const QString& actionLabel, std::function<void()> action);
    [[nodiscard]] bool offersAction() const { return isVisible() && m_action != nullptr; }
    /// As its button does.
    void act();
    /// The key that does the same, for its button.
    void setKeyText(const QString& key);

Q_SIGNALS:
    /// It has begun or ceased to offer something.
    void offerChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void place();

    QLabel* m_text;
    QPushButton* m_button;
    QTimer m_timer;
    std::function<void()> m_action;
};

} // namespace ui
