/// StartStep: one step of the start page: a column in the middle of the window with a title, what it is about, the step's
/// own widgets, and its buttons below. Thread of the window.
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class StartStep : public QWidget
{
    Q_OBJECT

public:
    StartStep(const QString& title, const QString& about, QWidget* parent = nullptr);

    /// Of which steps this is one, above the title; `current` from 0.
    void setSteps(const QStringList& steps, int current);
    void add(QWidget* widget);
    void add(QLayout* layout);
    /// The row of buttons, after all that was added; `left` may be none.
    void addButtons(QPushButton* left, QPushButton* right);
    /// Where the step says what went wrong.
    void sayProblem(const QString& text);

private:
    QVBoxLayout* m_column;
    QLabel* m_problem;
};

} // namespace ui
