/// MergeDialog: records in columns, fields in rows, conflicts first; the proposed value chosen by a stated reason, one
/// click (or the space bar) takes another, the column of results takes a free value. Thread of the window.
#pragma once

#include "core/duplicates/MergePlan.h"
#include "ui/jobs/OfficeJobs.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace ui {

class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(OfficeJobs& jobs, std::vector<core::Client> clients, QWidget* parent = nullptr);

    [[nodiscard]] const core::MergePlan& plan() const { return m_plan; }
    /// Begins with this plan of the same records, the first of which stays, instead of a new proposal.
    void setPlan(const core::MergePlan& plan);
    /// Takes the value of a cell, as a click does.
    void takeCell(int row, int column);

Q_SIGNALS:
    /// Merged, or (without a number) asked for.
    void merged(core::MergePk merge, const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void propose(std::size_t survivor);
    void fill();
    void edited(QTableWidgetItem* item);
    void apply();

    OfficeJobs& m_jobs;
    std::vector<core::Client> m_clients;
    core::MergePlan m_plan;
    std::vector<core::Field> m_fields; ///< by row
    QComboBox* m_survivor;
    QTableWidget* m_table;
    QLabel* m_about;
    QLineEdit* m_reason;
    QLabel* m_problem;
    QPushButton* m_merge;
    bool m_filling = false;
};

} // namespace ui
