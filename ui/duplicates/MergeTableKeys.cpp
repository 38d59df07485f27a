// MergeTable: the keys by which somebody goes through it.
#include "ui/duplicates/MergeTable.h"

#include <QKeyEvent>
#include <QTableWidget>

#include <algorithm>

namespace ui {

void MergeTable::goToConflict(int step)
{
    const int fields = int(m_fields.size());
    const int from = std::min(m_table->currentRow(), fields - 1);
    const auto next = [&](bool isOpenOnly) {
        for (int i = 1; i <= fields; ++i) {
            const int row = ((std::max(from, -1) + i * step) % fields + fields) % fields;
            const core::MergeChoice* choice = m_plan.choice(m_fields[std::size_t(row)]);
            if (choice->conflict && !(isOpenOnly && isDecided(choice->field))) {
                return row;
            }
        }
        return -1;
    };
    if (fields == 0) {
        return;
    }
    const int open = next(true);
    const int row = open >= 0 ? open : next(false);
    if (row >= 0) {
        const int records = int(m_clients.size());
        const int column = m_table->currentColumn();
        m_table->setCurrentCell(row, column >= 0 && column < records ? column : 0);
        m_table->setFocus();
    }
}

/// From the last record into the result, and back.
bool MergeTable::goSideways(const QTableView* view, int key)
{
    const int records = int(m_clients.size());
    const int row = m_table->currentRow();
    if (key == Qt::Key_Right && view == m_table && m_table->currentColumn() == records - 1) {
        m_result->setFocus();
        m_table->setCurrentCell(row, records);
        return true;
    }
    if (key == Qt::Key_Left && view == m_result) {
        m_table->setFocus();
        m_table->setCurrentCell(row, records - 1);
        return true;
    }
    return false;
}

bool MergeTable::commandPressed(const QTableView* view, int key)
{
    const int column = m_table->currentColumn();
    const bool isRecord = view == m_table && currentRecord() >= 0;
    switch (key) {
    case Qt::Key_F8:
    case Qt::Key_N:
        goToConflict(1);
        return true;
    case Qt::Key_P:
        goToConflict(-1);
        return true;
    case Qt::Key_K:
        if (isRecord) {
            Q_EMIT survivorWanted(column);
        }
        return true;
    case Qt::Key_T:
        if (isRecord) {
            Q_EMIT takeAllWanted(column);
        }
        return true;
    default:
        return false;
    }
}

/// Enter takes or types, and never presses the dialog's button: nobody merges by choosing a value.
bool MergeTable::keyPressed(QTableView* view, int key)
{
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_isReadOnly) {
        return isEnter ? false : goSideways(view, key);
    }
    if ((isEnter || key == Qt::Key_Space) && view == m_table) {
        Q_EMIT takeWanted(m_table->currentRow(), m_table->currentColumn());
        return true;
    }
    if (isEnter) {
        const QModelIndex current = m_result->currentIndex();
        if ((current.flags() & Qt::ItemIsEditable)
            && !m_result->isPersistentEditorOpen(current)) { // the key that ends it
            m_result->edit(current);
        }
        return true;
    }
    return commandPressed(view, key) || goSideways(view, key);
}

} // namespace ui
