/// BulkMergeDialog: the groups of which the program is certain, to look through and merge in a row: what stays, what goes, what
/// differs; those with contradictions are left out until somebody takes them in. Below, the chosen one value by value.
/// Thread of the window.
#pragma once

#include "core/approval/GroupMerges.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QTableWidgetItem;

namespace ui {

class MergeTable;
class StateView;

class BulkMergeDialog : public Dialog
{
    Q_OBJECT

public:
    explicit BulkMergeDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

    void reject() override;

Q_SIGNALS:
    /// When the dialog closes, with what it did.
    void merged(const std::vector<core::MergePk>& merges, const QString& words);

private:
    /// What is read at the beginning.
    struct Proposed
    {
        std::vector<core::GroupProposal> groups;
        int certain = 0; ///< groups in all
    };

    QWidget* makeLists();
    QWidget* makeFoot();
    void read();
    void fill(Proposed proposed);
    void fillRow(int row, const core::GroupProposal& proposal);
    void showProposal(int row);
    void showCount();
    [[nodiscard]] std::vector<core::MergePlan> chosenPlans() const;
    void start();
    void end(const core::Result<core::GroupMergeOutcome>& outcome);
    void setRunning(bool isRunning);
    bool eventFilter(QObject* watched, QEvent* event) override;

    OfficeJobs& m_jobs;
    QLabel* m_about;
    QStackedWidget* m_stack;
    StateView* m_state;
    QTableWidget* m_list;
    MergeTable* m_table;
    QLabel* m_why;
    QLineEdit* m_reason;
    QWidget* m_reasonRow = nullptr;
    QLabel* m_phase;
    QProgressBar* m_bar;
    QLabel* m_problem;
    QHBoxLayout* m_buttons = nullptr;
    QPushButton* m_close;
    QPushButton* m_stop;
    QPushButton* m_merge;
    std::vector<core::GroupProposal> m_groups;
    std::vector<core::MergePk> m_merged;
    QString m_outcome; ///< in words, once there is one
    QPointer<Job> m_job;
};

} // namespace ui
