/// Page: one place of the main window. Reads when it is shown and when the office changed. Thread of the window.
#pragma once

#include <QWidget>

#include <functional>

namespace ui {

class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Reads anew, keeping selection and scroll position.
    virtual void refresh() = 0;
    /// True while something typed would be lost; the window asks before it leaves.
    [[nodiscard]] virtual bool hasUnsavedWork() const { return false; }
    /// What is typed here and can only be sent or given up here, in words that name it; empty: nothing.
    [[nodiscard]] virtual QString unsentWords() const { return {}; }
    virtual void giveUpUnsent() { }

Q_SIGNALS:
    /// For the number beside the page's name.
    void countChanged(int count);
    /// A line for the foot of the window, with Undo where `undoLabel` is given.
    void said(const QString& text,
              const QString& undoLabel = {},
              const std::function<void()>& undo = {});
};

} // namespace ui
