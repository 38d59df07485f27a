/// StateView: what a page shows when it has nothing to show: empty, loading, an error, no permission. One picture, one
/// sentence, what to do next. Thread of the window.
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

class StateView : public QWidget
{
    Q_OBJECT

public:
    explicit StateView(QWidget* parent = nullptr);

    void show(const char* iconName, const QString& title, const QString& text);
    /// With a button that does the next thing.
    void setAction(const QString& label, std::function<void()> action);
    void clearAction();

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
    std::function<void()> m_action;
};

} // namespace ui
