/// ConfidentialFieldsDialog: which fields are confidential, and the office's own that can be made so: what that means, each
/// with how many clients have it, and the step itself, asked once and with progress, since nothing takes it back. For data
/// administrators. Thread of the window.
#pragma once

#include "core/records/SealedService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <QPointer>

#include <vector>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace ui {

class ConfidentialFieldsDialog : public Dialog
{
    Q_OBJECT

public:
    explicit ConfidentialFieldsDialog(OfficeJobs& jobs, QWidget* parent = nullptr);
    void reject() override;

Q_SIGNALS:
    void said(const QString& words);

private:
    void makeTable();
    QHBoxLayout* makeFoot();
    void read();
    void fill();
    void fit();
    void offer();
    void askFirst();
    void seal(const QString& name);
    void showEnd(const QString& name, const core::Result<std::int64_t>& sealed);
    void showRunning(bool isRunning);
    [[nodiscard]] const core::SealableField* chosen() const;

    OfficeJobs& m_jobs;
    QTableWidget* m_table;
    QLabel* m_none;
    QLabel* m_phase;
    QProgressBar* m_bar;
    QLabel* m_done;
    QLabel* m_problem;
    QPushButton* m_close;
    QPushButton* m_make;
    std::vector<core::SealableField> m_fields; ///< of the rows
    QPointer<Job> m_job;
};

} // namespace ui
