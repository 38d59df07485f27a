/// DecisionsDialog: what people decided about two records each ("not a duplicate", "the same"), to look through and to take
/// back. Stands beside the window, in nobody's way. Thread of the window.
#pragma once

#include "core/duplicates/DuplicateService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <QAbstractTableModel>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace ui {

class StateView;
class Toast;

class DecisionListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        First,
        Second,
        Decision,
        When,
        Who,
        ColumnCount
    };

    explicit DecisionListModel(const QTimeZone& zone, QObject* parent = nullptr);

    void setDecisions(std::vector<core::DuplicateDecision> decisions);
    [[nodiscard]] const core::DuplicateDecision& at(int row) const
    {
        return m_decisions[std::size_t(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QTimeZone m_zone;
    std::vector<core::DuplicateDecision> m_decisions;
};

class DecisionsDialog : public Dialog
{
    Q_OBJECT

public:
    explicit DecisionsDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

private:
    void setUpList();
    void read();
    void showRest();
    void showChosen();
    [[nodiscard]] const core::DuplicateDecision* chosen() const;
    void takeBack();
    void change(const core::DuplicateDecision& decision, bool isTakenBack);

    OfficeJobs& m_jobs;
    DecisionListModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_text;
    QStackedWidget* m_stack;
    QTableView* m_list;
    StateView* m_state;
    QLabel* m_hint;
    QPushButton* m_takeBack;
    Toast* m_toast;
};

} // namespace ui
