/// PersonDialog: adds somebody to the office, with a role and a first password. The password hash runs on the jobs'
/// thread. Thread of the window.
#pragma once

#include "core/security/UserService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class NewPassword;

class PersonDialog : public Dialog
{
    Q_OBJECT

public:
    PersonDialog(OfficeJobs& jobs, const QStringList& departments, QWidget* parent = nullptr);

Q_SIGNALS:
    void added(const QString& name);

private:
    void check();
    void add();

    OfficeJobs& m_jobs;
    QLineEdit* m_name;
    QComboBox* m_role;
    QLabel* m_about;
    QComboBox* m_department;
    NewPassword* m_password;
    QLabel* m_problem;
    QPushButton* m_add;
};

/// A box with the roles; each item's data is the Role as a number.
[[nodiscard]] QComboBox* makeRoleBox(QWidget* parent);
/// What somebody in this role sees and does, in one sentence.
[[nodiscard]] QString aboutRole(core::Role role);

} // namespace ui
