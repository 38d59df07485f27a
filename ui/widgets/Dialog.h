/// Dialog: what every dialog of the program is: at least as high as its words need at its width, at any scale and in any language,
/// also after they have changed (keepWordsWhole). QDialog itself asks for the height of words that wrap at another width than it
/// gets. Thread of the window.
#pragma once

#include <QDialog>

namespace ui {

class Dialog : public QDialog
{
    Q_OBJECT

public:
    explicit Dialog(QWidget* parent = nullptr);

    /// What would be lost if it went now, in words that name it; whoever closes the window is asked. Empty: nothing.
    [[nodiscard]] virtual QString unsavedWork() const { return {}; }
    /// What runs and has its result shown here only, in words that name it; whoever has the window made anew is asked.
    [[nodiscard]] virtual QString awaitedResult() const { return {}; }

protected:
    /// No larger than the screen it comes up on, or the window it belongs to.
    void showEvent(QShowEvent* event) override;
};

} // namespace ui
