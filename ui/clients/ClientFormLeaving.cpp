// ClientForm: how it is left, and how it stands still while a save is on its way.
#include "ui/clients/ClientForm.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

void ClientForm::leaveFor(const std::function<void()>& step)
{
    if (m_isSaving) {
        sayProblem(m_problem,
                   tr("This is being saved just now. The form closes when that is done."));
        fitInPlace();
        return;
    }
    if (!isDirty()) {
        step();
        return;
    }
    const auto* asked = findChild<PromptDialog*>();
    if (asked != nullptr && asked->isVisible()) {
        return; // rows chosen by the mouse come one by one
    }
    ask(this,
        tr("Unsaved changes"),
        tr("What you typed is not saved yet."),
        tr("Leave without saving"),
        [this, step] {
            fill(m_start);
            step();
        });
}

/// A save may wait long, for a slow share or behind an import. What would be typed meanwhile is no part of it.
void ClientForm::setSaving(bool isSaving)
{
    m_isSaving = isSaving;
    QWidget* keyboard = focusWidget();
    m_save->setEnabled(!isSaving);
    m_saveAnyway->setEnabled(!isSaving);
    m_reason->setReadOnly(isSaving);
    m_consent->setReadOnly(isSaving);
    lock();
    showSaveWords();
    if (isSaving) {
        m_keyboard = keyboard != nullptr && !keyboard->isEnabled() ? keyboard : nullptr;
        return;
    }
    m_problem->hide(); // that it is being saved
    fitInPlace();
    if (m_keyboard && isAncestorOf(QApplication::focusWidget())) {
        m_keyboard->setFocus(); // had to let it go
    }
}

void ClientForm::showSaveWords()
{
    const bool asks = !m_reasonRow->isHidden();
    m_save->setText(m_isSaving ? tr("Saving…")
                        : asks ? tr("Save and ask for approval")
                               : tr("Save"));
}

void ClientForm::forgetDraft()
{
    ++m_fillings;
    if (m_isSaving) {
        setSaving(false);
    }
    dropDraft();
}

} // namespace ui
