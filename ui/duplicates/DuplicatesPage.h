/// DuplicatesPage: groups of records that may be one client: the list with its filters, and the group that is chosen. What
/// somebody decides about it is in DuplicateDecisions.cpp: merge (M), not a duplicate (N), later (L). Afterwards the next
/// group is chosen; what was done is said with the way back. Thread of the window.
#pragma once

#include "core/duplicates/DuplicateService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <optional>
#include <utility>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class GroupFilterBar;
class GroupList;
class GroupListModel;
class GroupView;
class MergeStarter;
class NoticeBar;
class StateView;

class DuplicatesPage : public Page
{
    Q_OBJECT

public:
    explicit DuplicatesPage(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh() override;
    void merge();
    /// So much has changed that the groups may be incomplete.
    void sayScanDue();
    void mergeCertain();
    /// All groups, or those with a client that this person looks after.
    void showGroups(bool own);
    void showDecisions();

private:
    /// What one reading of the page brings.
    struct Reading
    {
        std::vector<core::DuplicateGroup> groups;
        core::GroupCounts counts; ///< of what the filter leaves, for the list
        core::GroupCounts all; ///< for the place's number
    };

    QWidget* makeTop();
    QWidget* makeList();
    void connectParts();
    void scan();
    void scanned(const core::Result<core::ScanReport>& report);
    void fill(Reading reading);
    void readMore();
    void showFill();
    void showEmptiness();
    void showGroup(int row);
    [[nodiscard]] const core::DuplicateGroup* current() const;

    /// The group leaves the list, and the next one is chosen.
    void goOnFrom(std::int64_t cluster);
    /// As soon as it is read again.
    void comeBackTo(std::int64_t cluster);
    void merged(bool isApplied, std::int64_t cluster);
    void notDuplicate();
    void toldApart(const core::DuplicateGroup& group,
                   const std::vector<std::pair<core::ClientId, core::ClientId>>& pairs,
                   std::optional<core::ClientPk> apart);
    void takeBack(std::int64_t cluster,
                  const std::vector<std::pair<core::ClientId, core::ClientId>>& pairs);
    void later();
    void putOff(std::int64_t cluster);
    void bringBack(std::int64_t cluster);

    OfficeJobs& m_jobs;
    MergeStarter* m_merges;
    GroupListModel* m_model;
    QPushButton* m_scan = nullptr;
    QPushButton* m_certain = nullptr;
    QPushButton* m_stop = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_rest = nullptr;
    NoticeBar* m_notice = nullptr;
    GroupFilterBar* m_filter = nullptr;
    QStackedWidget* m_stack = nullptr;
    StateView* m_state = nullptr;
    GroupList* m_list = nullptr;
    QLabel* m_shown = nullptr; ///< how many of how many
    GroupView* m_view = nullptr;
    QPointer<Job> m_job;
    std::int64_t m_wanted = 0; ///< the cluster to choose as soon as it is here; 0: none
    int m_round = 0;
    bool m_isReadingMore = false;
};

} // namespace ui
