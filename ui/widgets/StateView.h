/// StateView: what a page shows when it has nothing to show: empty, loading, an error, no permission, the share away. One picture,
/// one sentence, what to do next; what went wrong is told apart here, so that every page says it alike. Thread of the window.
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class StateView : public QWidget
{
    Q_OBJECT

public:
    explicit StateView(QWidget* parent = nullptr);

    void show(const char* iconName, const QString& title, const QString& text);
    /// Something is being read. Shown at once, with a bar that moves where it takes longer than a glance.
    void showLoading(const char* iconName, const QString& title);
    /// What could not be done ("The list could not be read") and why: no right to it, the office away or busy, damage, anything
    /// else. `again`, where trying again can help.
    void showError(const QString& title, const core::Error& error, std::function<void()> again);
    /// With a button that does the next thing; after show(), which takes an older one away.
    void setAction(const QString& label, std::function<void()> action);
    void clearAction();

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_button;
    QTimer m_glance{this};
    std::function<void()> m_action;
};

} // namespace ui
