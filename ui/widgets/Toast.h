/// Toast: a line at the foot of the window that says what was done, with Undo where it can be taken back. Goes by
/// itself after some seconds, never takes the focus. Thread of the window.
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
    /// It shows something that can be taken back.
    [[nodiscard]] bool canAct() const;
    /// What its button does: for a key, since it never has the focus.
    void act();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QLabel* m_text;
    QPushButton* m_button;
    QTimer m_timer;
    std::function<void()> m_action;
};

} // namespace ui
