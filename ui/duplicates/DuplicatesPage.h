/// DuplicatesPage: groups of records that may be one client, with the reasons in words: merge (M), not a duplicate (N),
/// next and previous (J, K). Thread of the window.
#pragma once

#include "core/duplicates/DuplicateService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <vector>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace ui {

class MergeUndoer;
class StateView;

class DuplicatesPage : public Page
{
    Q_OBJECT

public:
    explicit DuplicatesPage(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh() override;
    void merge();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeGroup();
    void scan();
    void fill(std::vector<core::DuplicateGroup> groups);
    void showGroup(int row);
    void notDuplicate();

    OfficeJobs& m_jobs;
    MergeUndoer* m_undoer;
    QPushButton* m_scan = nullptr;
    QPushButton* m_stop = nullptr;
    QProgressBar* m_bar = nullptr;
    QStackedWidget* m_stack = nullptr;
    StateView* m_state = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_reasons = nullptr;
    QTableWidget* m_table = nullptr;
    QPushButton* m_merge = nullptr;
    QPushButton* m_different = nullptr;
    std::vector<core::DuplicateGroup> m_groups;
    QPointer<Job> m_job;
    int m_round = 0;
};

} // namespace ui
