/// PasswordDialog: one's own password, which asks for the present one first, or a new one for somebody who lost theirs.
/// The password hash runs on the jobs' thread. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class FieldRow;
class KeyFileField;
class NewPassword;

class PasswordDialog : public Dialog
{
    Q_OBJECT

public:
    /// `name` is whose password it is.
    PasswordDialog(OfficeJobs& jobs, const QString& name, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void check();
    void change();
    /// Where it is somebody else's who has a second secret: what becomes of that.
    void askForSecond();

    OfficeJobs& m_jobs;
    QString m_name;
    bool m_own;
    QLineEdit* m_present;
    NewPassword* m_password;
    QComboBox* m_second;
    KeyFileField* m_keyFile;
    FieldRow* m_secondRow;
    FieldRow* m_keyFileRow;
    QLabel* m_problem;
    QPushButton* m_change;
};

} // namespace ui
