/// NewRecoveryDialog: another recovery code: asks for the own password, shows the code once, and lets it count only after
/// two groups of it were typed back. Thread of the window.
#pragma once

#include "core/crypto/RecoveryCode.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class RecoverySheet;

class NewRecoveryDialog : public Dialog
{
    Q_OBJECT

public:
    explicit NewRecoveryDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    QWidget* makeBeginning();
    void begin();
    void set();

    OfficeJobs& m_jobs;
    QWidget* m_beginning = nullptr;
    QLineEdit* m_present = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_next = nullptr;
    RecoverySheet* m_sheet;
    std::shared_ptr<const core::RecoveryCode> m_code;
};

} // namespace ui
