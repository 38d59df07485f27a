/// KeysDialog: one's own password and keys: by what one comes in, a second secret (key file, this computer), enrolled
/// computers. Each change asks for the present password. Thread of the window.
#pragma once

#include "core/security/UserService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace ui {

class KeyFileField;

/// "Password alone", "key file", "computers: …"
[[nodiscard]] QString waysInWords(const core::UserWays& ways);

class KeysDialog : public Dialog
{
    Q_OBJECT

public:
    explicit KeysDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void said(const QString& words);
    void passwordWanted();

private:
    QWidget* makeChoice();
    QWidget* makeChoiceOfComputer();
    void read();
    void showWays(const core::UserWays& ways, const QString& host);
    void check();
    void apply();
    void forget(const QString& computer);
    /// Runs `step` with the present password and says `words` where it was done.
    void change(std::function<core::Result<>(core::Office&, const QString& present)> step,
                const QString& words);

    OfficeJobs& m_jobs;
    QLabel* m_now;
    QLineEdit* m_present;
    QRadioButton* m_alone = nullptr;
    QRadioButton* m_file = nullptr;
    QRadioButton* m_computer = nullptr;
    KeyFileField* m_path = nullptr;
    QCheckBox* m_alsoAlone = nullptr;
    QVBoxLayout* m_computers;
    QWidget* m_computerList;
    QLabel* m_problem;
    QPushButton* m_apply;
};

} // namespace ui
