/// Prompt: the one place that turns an Error into a dialog, and asks yes or no. Dialogs are opened, never executed in a
/// nested loop. Thread of the window.
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Says what happened, what it means for the person's work, and what to do next.
void showError(QWidget* parent, const core::Error& error);

/// A question with the verb on its button ("Undo import"), never a bare Yes.
void ask(QWidget* parent,
         const QString& title,
         const QString& question,
         const QString& verb,
         std::function<void()> onYes);

} // namespace ui
