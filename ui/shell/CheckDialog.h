/// CheckDialog: the check of the office as a job with progress, and what it found: nothing, or a list that can be copied
/// and sent to whoever helps. Begins when it is made; people go on reading meanwhile. Thread of the window.
#pragma once

#include "core/storage/Integrity.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <vector>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class CheckDialog : public Dialog
{
    Q_OBJECT

public:
    using Problems = std::vector<core::IntegrityProblem>;

    explicit CheckDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

    /// What was found (also for the tour).
    void showProblems(const Problems& problems);

protected:
    void reject() override;

private:
    void check();
    /// Where the office does not even open any more: at least which pages.
    void checkPages(const core::Error& reason);
    void showEnd(const QString& title, const QString& words);
    void showFailure(const core::Error& error);

    OfficeJobs& m_jobs;
    QLabel* m_title;
    QLabel* m_words;
    QProgressBar* m_bar;
    QLabel* m_phase;
    QPlainTextEdit* m_list;
    QPushButton* m_copy;
    QPushButton* m_close;
    QPointer<Job> m_job;
};

} // namespace ui
