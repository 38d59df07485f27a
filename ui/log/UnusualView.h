/// UnusualView: what of the last weeks somebody should look at, with the entries behind it and the limits that it goes by.
/// Nothing of it leaves the office. Thread of the window.
#pragma once

#include "core/security/UnusualAccess.h"
#include "ui/jobs/OfficeJobs.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace ui {

class StateView;

class UnusualView : public QWidget
{
    Q_OBJECT

public:
    explicit UnusualView(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh();
    void openLimits();

Q_SIGNALS:
    /// The entries of this person on that day.
    void actionsWanted(const QString& person, const QDate& day);

private:
    void fill(std::vector<core::UnusualFinding> findings);
    void showChosen();
    [[nodiscard]] const core::UnusualFinding* chosen() const;

    OfficeJobs& m_jobs;
    QStackedWidget* m_stack;
    QTableWidget* m_table;
    StateView* m_state;
    QLabel* m_about;
    QPushButton* m_show;
    QPushButton* m_limits;
    std::vector<core::UnusualFinding> m_findings;
    int m_round = 0;
};

} // namespace ui
