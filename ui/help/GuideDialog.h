/// GuideDialog: the guide for the first day: short pages, each with its steps in the very words of the buttons, and one button
/// to try it at once. Lies beside the window while people follow it. Thread of the window.
#pragma once

#include "ui/shell/Commands.h"
#include "ui/widgets/Dialog.h"

class QListWidget;
class QStackedWidget;

namespace ui {

struct GuidePage;

class GuideDialog : public Dialog
{
    Q_OBJECT

public:
    explicit GuideDialog(const Commands& commands, QWidget* parent = nullptr);

    void showPage(const QString& id);
    [[nodiscard]] int pages() const;
    /// The page that helps with a place of the window.
    [[nodiscard]] static QString pageFor(const QString& place);

private:
    QWidget* makePage(const GuidePage& page);

    const Commands& m_commands;
    QListWidget* m_list;
    QStackedWidget* m_stack;
};

} // namespace ui
