/// HistoryView: every value a record ever had, one save after the other: when, who, from what to what; and where two
/// records became one, the way back on any later day. Thread of the window.
#pragma once

#include "core/duplicates/MergeService.h"
#include "core/records/HistoryStore.h"

#include <QHash>
#include <QTableWidget>
#include <QTimeZone>

#include <vector>

namespace ui {

/// What the view needs of one record; read off the thread of the window.
struct ReadHistory
{
    std::vector<core::HistoryEntry> entries; ///< newest first
    QHash<core::MergePk, bool> undone; ///< of the merges among them
};

class HistoryView : public QTableWidget
{
    Q_OBJECT

public:
    explicit HistoryView(QTimeZone zone, QWidget* parent = nullptr);

    void show(const ReadHistory& history);

Q_SIGNALS:
    void undoWanted(core::MergePk merge);

private:
    void add(const core::HistoryEntry& entry);
    void
    addLine(const QString& when, const QString& field, const QString& words, const QString& hint);
    void addUndo(core::MergePk merge);

    QTimeZone m_zone;
};

} // namespace ui
