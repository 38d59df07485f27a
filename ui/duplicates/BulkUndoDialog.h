/// BulkUndoDialog: takes merges back that were made in a row, the newest first, with how far it is; closes at the end and
/// says what came of it. Thread of the window.
#pragma once

#include "core/approval/GroupMerges.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <vector>

class QLabel;
class QProgressBar;

namespace ui {

class BulkUndoDialog : public Dialog
{
    Q_OBJECT

public:
    BulkUndoDialog(OfficeJobs& jobs,
                   const std::vector<core::MergePk>& merges,
                   QWidget* parent = nullptr);

    /// Stops it: what was taken back stays so.
    void reject() override;

Q_SIGNALS:
    void said(const QString& words);

private:
    void end(const core::Result<core::GroupUndoOutcome>& outcome);

    QLabel* m_phase;
    QProgressBar* m_bar;
    QPointer<Job> m_job;
};

} // namespace ui
