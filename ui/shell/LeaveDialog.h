/// LeaveDialog: the one question before the window closes or somebody logs out: what is not saved, what is running, what would
/// become of each, and three ways on. Thread of the window.
#pragma once

#include "ui/shell/Leaving.h"
#include "ui/widgets/Dialog.h"

namespace ui {

class LeaveDialog : public Dialog
{
    Q_OBJECT

public:
    struct Running
    {
        QString what;
        QString ifStopped;
        bool canStop = true;
    };

    struct Open
    {
        QString what;
        bool canSave = true; ///< from outside
    };

    LeaveDialog(Leaving::Way way,
                const std::vector<Open>& unsaved,
                const std::vector<Running>& running,
                QWidget* parent);

Q_SIGNALS:
    /// Save what can be saved, and wait for what runs.
    void finishWanted();
    void giveUpWanted();

private:
    void addThing(const char* iconName, const QString& what, const QString& about);
};

} // namespace ui
