/// UnmergeDialog: what was edited since a merge, and which of the records each edit belongs to once they are apart:
/// fields in rows, records in columns with a box each; the record that stayed is checked. Opens only where something was
/// edited (MergeUndoer). Thread of the window.
#pragma once

#include "core/duplicates/UnmergePlan.h"
#include "ui/widgets/Dialog.h"

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace ui {

class UnmergeDialog : public Dialog
{
    Q_OBJECT

public:
    explicit UnmergeDialog(core::UnmergePlan plan, QWidget* parent = nullptr);

    [[nodiscard]] const core::UnmergePlan& plan() const { return m_plan; }
    /// Checks or unchecks the box of a row; `record` counts from the one that stayed.
    void setPlaced(int row, int record, bool placed);

Q_SIGNALS:
    void undoWanted(const core::UnmergePlan& plan);

private:
    void fill();
    void placed(const QTableWidgetItem* item);

    core::UnmergePlan m_plan;
    std::vector<core::ClientId> m_records; ///< by column
    QTableWidget* m_table;
    QLabel* m_problem;
    bool m_filling = false;
};

} // namespace ui
