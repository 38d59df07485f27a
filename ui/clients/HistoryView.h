/// HistoryView: every value a record ever had, one save after the other: when, who, from what to what; and where two
/// records became one, the way back on any later day, and back again. Each block says whether its signatures hold. Thread of the window.
#pragma once

#include "core/duplicates/MergeService.h"
#include "core/records/HistoryStore.h"

#include <QHash>
#include <QTableWidget>
#include <QTimeZone>

#include <vector>

namespace ui {

/// What can be done about a merge now.
enum class MergeStep : std::uint8_t
{
    None,
    Undo,
    Again
};

/// What the view needs of one record; read off the thread of the window.
struct ReadHistory
{
    std::vector<core::HistoryEntry> entries; ///< newest first
    QHash<core::MergePk, MergeStep> merges; ///< among them
    /// By row: what is wrong with its signatures; those that verify have none.
    QHash<std::int64_t, QString> problems{};
};

class HistoryView : public QTableWidget
{
    Q_OBJECT

public:
    explicit HistoryView(const QTimeZone& zone, QWidget* parent = nullptr);

    /// The same record's again, after somebody has saved: who reads on further down stays there.
    void show(const ReadHistory& history);

Q_SIGNALS:
    void undoWanted(core::MergePk merge);
    void againWanted(core::MergePk merge);

private:
    [[nodiscard]] bool isAsShown(const ReadHistory& history) const;
    void fill(const ReadHistory& history);
    void add(const core::HistoryEntry& entry, const QString& problem);
    void
    addLine(const QString& when, const QString& field, const QString& words, const QString& hint);
    void addStep(core::MergePk merge, MergeStep step);

    QTimeZone m_zone;
    ReadHistory m_shown;
};

} // namespace ui
