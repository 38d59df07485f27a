/// Prompt: the one place that turns an Error into a dialog, and asks yes or no. Dialogs are opened, never executed in a
/// nested loop. Thread of the window.
#pragma once

#include "core/base/Result.h"
#include "ui/widgets/Dialog.h"

#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// What showError() and ask() open. It deletes itself when it closes.
class PromptDialog : public Dialog
{
    Q_OBJECT

public:
    /// Without a verb it only says something.
    PromptDialog(const QString& title, const QString& words, const QString& verb, QWidget* parent);
    [[nodiscard]] QString text() const { return m_words; }

private:
    QString m_words;
};

/// Says what happened, what it means for the person's work, and what to do next.
void showError(QWidget* parent, const core::Error& error);

/// A question with the verb on its button ("Undo import"), never a bare Yes.
void ask(QWidget* parent,
         const QString& title,
         const QString& question,
         const QString& verb,
         std::function<void()> onYes);

} // namespace ui
