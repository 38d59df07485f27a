/// InboxPage: what waits for this person's decision, grouped overdue / today / later, and what they asked for
/// themselves; old beside new per field, who asks and why, whether the signatures hold. Approve or reject whole or per
/// field, with the keyboard: A, R, J, K. Thread of the window.
#pragma once

#include "core/approval/RequestService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <vector>

class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;
class QStackedWidget;

namespace ui {

class RequestView;
class StateView;

class InboxPage : public Page
{
    Q_OBJECT

public:
    explicit InboxPage(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh() override;
    void showMine(bool mine);
    [[nodiscard]] QString unsentWords() const override;
    void giveUpUnsent() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr int pkRole = Qt::UserRole; ///< of an item: its request; a heading has none

    QWidget* makeList();
    void fill(const std::vector<core::ListedRequest>& rows);
    [[nodiscard]] QTreeWidgetItem* makeRow(const core::ListedRequest& row) const;
    void showWhen(QTreeWidgetItem* item, const core::ListedRequest& row) const;
    [[nodiscard]] int groupOf(const core::ListedRequest& row) const;
    void showNothing();
    [[nodiscard]] std::vector<core::RequestPk> listedNow() const;
    void choose(const std::vector<core::RequestPk>& requests,
                const std::vector<core::RequestPk>& before);
    void select();
    void readSeveral(const std::vector<core::RequestPk>& pks);
    void readWaiting(const core::RequestDetail& detail);
    void move(int by);
    void approve();
    void reject();
    void withdraw();
    void askAgain();
    void decide(const core::Decision& decision);
    void setBusy(bool isBusy);
    [[nodiscard]] std::vector<core::RequestPk> selected() const;
    [[nodiscard]] bool isInView() const;

    OfficeJobs& m_jobs;
    QTabBar* m_tabs = nullptr;
    QTreeWidget* m_tree = nullptr;
    QStackedWidget* m_stack = nullptr;
    StateView* m_state = nullptr;
    RequestView* m_view = nullptr;
    std::vector<core::RequestPk> m_inView; ///< what the view shows
    bool m_isBusy = false; ///< what was pressed is on its way
    bool m_mine = false;
    int m_round = 0;
};

} // namespace ui
