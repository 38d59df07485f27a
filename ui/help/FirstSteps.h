/// FirstSteps: what a new office shows instead of an empty list: what to do first, each step with the button that does it.
/// Thread of the window.
#pragma once

#include "ui/shell/Commands.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class FirstSteps : public QWidget
{
    Q_OBJECT

public:
    explicit FirstSteps(const Commands& commands, QWidget* parent = nullptr);

private:
    struct Step
    {
        const char* command;
        const char* icon;
    };
    /// Left out where this person has no such command.
    void addStep(QVBoxLayout* column, const Step& step, const QString& title, const QString& text);

    const Commands& m_commands;
};

} // namespace ui
