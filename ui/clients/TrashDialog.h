/// TrashDialog: one or several records go into the trash: says what that means, asks why. And the way back, which asks for
/// nothing. What was done is said with its Undo. Thread of the window.
///
///     auto* dialog = new TrashDialog(jobs, pks, name, this);
///     connect(dialog, &TrashDialog::said, this, &ClientsPage::said);
#pragma once

#include "core/base/Id.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// A line for the foot of the window, with what takes it back.
using SayDone
    = std::function<void(const QString& text, const QString& undo, std::function<void()>)>;

/// Whether this person may put records into the trash, at once or by asking.
[[nodiscard]] bool mayTrash(const core::Session& session);

/// Takes records out of the trash, or asks for it. `context` must live as long as the window.
void restoreClients(OfficeJobs& jobs,
                    QWidget* context,
                    const std::vector<core::ClientPk>& clients,
                    const SayDone& say);

class TrashDialog : public Dialog
{
    Q_OBJECT

public:
    /// `name`: of the record, where it is one. `say` and the undo it is given outlive the dialog.
    TrashDialog(OfficeJobs& jobs,
                std::vector<core::ClientPk> clients,
                const QString& name,
                SayDone say,
                QWidget* parent);

private:
    void run();

    OfficeJobs& m_jobs;
    std::vector<core::ClientPk> m_clients;
    SayDone m_say;
    QLineEdit* m_reason;
    QLabel* m_problem;
    QPushButton* m_move;
};

} // namespace ui
