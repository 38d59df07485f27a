/// MergeStarter: begins a merge for a page: reads the records, opens the merge dialog, says what came of it with the way
/// back. Thread of the window.
#pragma once

#include "core/duplicates/MergeService.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/jobs/OfficeJobs.h"

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace ui {

class MergeUndoer;

/// The records of a merge for somebody who chooses between their values; Denied for whoever may not see all of them. On the
/// thread of the office.
[[nodiscard]] core::Result<RecordsToMerge> clientsToMerge(core::Office& office,
                                                          const std::vector<core::ClientId>& ids);

class MergeStarter : public QObject
{
    Q_OBJECT

public:
    /// `page` is the parent of the dialogs.
    MergeStarter(OfficeJobs& jobs, QWidget* page);

    /// `merged` with whether it is applied, or waits; `undoWanted` when the undo is asked for in the line that says so.
    void start(const std::vector<core::ClientId>& ids,
               std::function<void(bool isApplied)> merged = {},
               std::function<void()> undoWanted = {});
    void start(const std::vector<core::ClientPk>& clients);

Q_SIGNALS:
    void said(const QString& text, const QString& undoLabel, const std::function<void()>& undo);

private:
    void open(RecordsToMerge records,
              const std::function<void(bool isApplied)>& merged,
              const std::function<void()>& undoWanted);

    OfficeJobs& m_jobs;
    QWidget* m_page;
    MergeUndoer* m_undoer;
};

} // namespace ui
