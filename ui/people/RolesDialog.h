/// RolesDialog: what each role may do in this office, as a table in plain words: rights down, roles across. A data
/// administrator changes a cell below it, under log, or sets it back; cells that are not as they ship are marked, and those
/// that no table can change say why. Thread of the window.
#pragma once

#include "core/security/Policy.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

class FieldRow;

class RolesDialog : public Dialog
{
    Q_OBJECT

public:
    explicit RolesDialog(OfficeJobs& jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(); ///< the office's table
    void said(const QString& words); ///< of the dialog about confidential fields

private:
    struct Cell
    {
        core::Action action;
        core::Role role;
    };

    void makeTable();
    QWidget* makeEditor();
    QHBoxLayout* makeFoot();
    void showFields();
    void read();
    void fill();
    void showCell();
    void offer();
    void send(std::function<core::Result<core::Policy>(core::PolicyService&)> step);
    [[nodiscard]] std::optional<Cell> chosen() const;
    [[nodiscard]] core::Grant wanted() const;

    OfficeJobs& m_jobs;
    QLabel* m_soleUser;
    QTableWidget* m_table;
    QLabel* m_what = nullptr;
    QLabel* m_why = nullptr;
    QComboBox* m_direct = nullptr;
    QComboBox* m_byRequest = nullptr;
    FieldRow* m_directRow = nullptr;
    FieldRow* m_byRequestRow = nullptr;
    QPushButton* m_set = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_resetAll = nullptr;
    QLabel* m_problem;
    std::vector<core::Action> m_actions; ///< of the rows
    core::Policy m_policy;
};

} // namespace ui
