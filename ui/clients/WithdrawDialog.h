/// WithdrawDialog: a client agrees no more to what is kept under a consent: says what that destroys and where it stays, asks
/// why, and does it. There is no way back, so Return does not press the button. Thread of the window.
///
///     auto* dialog = new WithdrawDialog(jobs, client, purpose, this);
///     connect(dialog, &WithdrawDialog::said, this, [this] { reload(); });
#pragma once

#include "core/records/Client.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class WithdrawDialog : public Dialog
{
    Q_OBJECT

public:
    /// `purpose`: "identity", "payment", "custom:NAME".
    WithdrawDialog(OfficeJobs& jobs,
                   const core::Client& client,
                   const QString& purpose,
                   QWidget* parent);

Q_SIGNALS:
    /// It is done; a line for the foot of the window.
    void said(const QString& words);

private:
    [[nodiscard]] QHBoxLayout* makeFoot();
    void run();

    OfficeJobs& m_jobs;
    core::ClientId m_client;
    QString m_purpose;
    QLineEdit* m_reason;
    QLabel* m_problem;
    QPushButton* m_withdraw;
};

} // namespace ui
