/// StepMarks: where somebody is on a way of several steps, in a line of words: done (✓), at hand, still to come.
///
///     auto* marks = new StepMarks({tr("File"), tr("Columns"), tr("Rows")}, this);
///     marks->setCurrent(1);
///
/// Only shows; the way itself is gone with the steps' own buttons. Thread of the window.
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;

namespace ui {

class StepMarks : public QWidget
{
    Q_OBJECT

public:
    explicit StepMarks(const QStringList& steps, QWidget* parent = nullptr);

    void setCurrent(int step); ///< behind the last one: all are done
    [[nodiscard]] int current() const { return m_current; }

private:
    QStringList m_steps;
    std::vector<QLabel*> m_labels;
    int m_current = -1;
};

} // namespace ui
