/// SettingsDialog: what a person can set for this computer and himself: language, colors, size of text, the lock; and where
/// the office lies. Everything takes effect at once. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QBoxLayout;
class QComboBox;

namespace ui {

class Commands;

class SettingsDialog : public Dialog
{
    Q_OBJECT

public:
    SettingsDialog(OfficeJobs& jobs, const Commands& commands, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The window has to be made anew; it may refuse.
    void languageWanted(const QString& code);
    void textSizeWanted(int percent);
    void lockTimeChanged();

private:
    void addHeading(const QString& text);
    void addRow(const QString& label, QWidget* editor);
    void addAppearance();
    void addSafety();
    void addOffice();
    QWidget* makeLockTime();
    QWidget* makeCommand(const char* command);

    OfficeJobs& m_jobs;
    const Commands& m_commands;
};

} // namespace ui
