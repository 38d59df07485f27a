/// MergeTable: the records of a merge in columns, fields in rows, conflicts first; beside them, always in sight, what the
/// result is and why. With many records they scroll sideways between the names of the fields and the result. Below the fields
/// stands what hangs on each record. Shows a plan, and says what somebody does to it: arrow keys go from value to value, Enter or
/// the space bar takes one, F2 types into the result, F8 goes to the next difference, K keeps the record, T takes all of it.
/// Thread of the window.
#pragma once

#include "core/duplicates/MergeService.h"

#include <QWidget>

#include <vector>

class QTableView;
class QTableWidget;
class QTableWidgetItem;

namespace ui {

class MergeTable : public QWidget
{
    Q_OBJECT

public:
    explicit MergeTable(QWidget* parent = nullptr);

    void setClients(std::vector<core::Client> clients);
    void setAttached(std::vector<core::AttachedThings> things); ///< in the order of the clients
    void setReadOnly(bool isReadOnly);
    void show(const core::MergePlan& plan);
    /// Fields whose result somebody else has to approve.
    void setImportant(std::vector<core::Field> fields);
    /// Differences that somebody has settled: marked ✓ instead of ≠.
    void setDecided(std::vector<core::Field> fields);
    void setOnlyConflicts(bool isOnly);
    /// To the next difference that nobody has settled, else to the next one; back where `step` is -1.
    void goToConflict(int step);

    [[nodiscard]] const std::vector<core::Client>& clients() const { return m_clients; }
    /// Of a row; Id for one that is no field.
    [[nodiscard]] core::Field fieldAt(int row) const;
    void setCurrent(int row, int column);
    [[nodiscard]] int currentRecord() const; ///< -1: none

Q_SIGNALS:
    void takeWanted(int row, int column);
    void takeAllWanted(int column);
    void survivorWanted(int column);
    void typed(core::Field field, const QString& text);
    void recordChanged(int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUp(QTableView* view);
    void connectViews();
    void placeColumns();
    void fillField(int row, const core::MergeChoice& choice);
    void fillHeaders();
    void fillWhy(int row, const core::MergeChoice& choice);
    void fillAttached(int row, core::AttachedKind kind);
    void hideRows();
    [[nodiscard]] bool isDecided(core::Field field) const;
    [[nodiscard]] QString labelOf(const core::MergeChoice& choice) const;
    [[nodiscard]] std::vector<core::AttachedKind> shownKinds() const;
    bool keyPressed(QTableView* view, int key);
    bool goSideways(const QTableView* view, int key);
    bool commandPressed(const QTableView* view, int key);
    void edited(QTableWidgetItem* item);

    std::vector<core::Client> m_clients;
    std::vector<core::AttachedThings> m_attached;
    std::vector<core::Field> m_important;
    std::vector<core::Field> m_decided;
    std::vector<core::Field> m_fields; ///< by row
    core::MergePlan m_plan;
    QTableWidget* m_table; ///< the records
    QTableView* m_result; ///< the last two columns of the same model
    QWidget* m_belowResult; ///< as high as the scroll bar below the records
    bool m_isReadOnly = false;
    bool m_isOnlyConflicts = false;
    bool m_isFilling = false;
};

} // namespace ui
