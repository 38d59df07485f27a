/// MergeUndoer: takes a merge back for a page, and applies it again: at once where nothing was edited since, else after
/// the person said whose the edits are (UnmergeDialog). What came of it is said in one line with the way back. Thread of
/// the window.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/duplicates/MergeService.h"
#include "ui/jobs/OfficeJobs.h"

#include <QObject>

#include <functional>

class QWidget;

namespace ui {

class MergeUndoer : public QObject
{
    Q_OBJECT

public:
    /// `page` is the parent of the dialogs.
    MergeUndoer(OfficeJobs& jobs, QWidget* page);

    void undo(core::MergePk merge);
    /// Applies it again at once.
    void again(core::MergePk merge);
    /// Shows first what it would be, and lets the person change it.
    void showAgain(core::MergePk merge);

Q_SIGNALS:
    void said(const QString& text, const QString& undoLabel, const std::function<void()>& undo);

private:
    void apply(const core::UnmergePlan& plan);
    void sayUndone(core::MergePk merge, const core::UnmergeOutcome& outcome);

    OfficeJobs& m_jobs;
    QWidget* m_page;
};

} // namespace ui
