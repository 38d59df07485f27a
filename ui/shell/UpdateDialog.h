/// UpdateDialog: a newer version is there: what is new in it and where it lies, with a button that opens the folder or the page.
/// Nothing is installed from here. Thread of the window.
#pragma once

#include "ui/shell/UpdateWatch.h"
#include "ui/widgets/Dialog.h"

namespace ui {

class UpdateDialog : public Dialog
{
    Q_OBJECT

public:
    explicit UpdateDialog(const UpdateNews& news, QWidget* parent = nullptr);

    /// "Version 0.2.0 is there; installed: 0.1.0"
    [[nodiscard]] static QString words(const core::UpdateNotice& notice);

private:
    void addNotes(const QString& notes);
    void addTarget(const QString& target);
    void addButtons(const QString& target);
};

} // namespace ui
