/// ImportWizard: brings a file in, step by step: which file; what its columns mean, shown on its first rows; its rows, tried
/// without storing, of which each can be corrected and settled; progress that can be stopped; the result with Undo. Its first
/// step also names imports that broke off, and the last ones, which can be taken back.
/// The preview is the import's own code. Thread of the window; the file is read on the jobs' threads.
#pragma once

#include "core/exchange/UnfinishedImports.h"
#include "ui/jobs/JobProgress.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class EarlierImports;
class ImportColumns;
class ImportCounts;
class ImportRows;
class StepMarks;
class UnfinishedList;

class ImportWizard : public Dialog
{
    Q_OBJECT

public:
    explicit ImportWizard(OfficeJobs& jobs, QWidget* parent = nullptr);
    /// A trial that still runs is stopped: nobody will see what it finds.
    ~ImportWizard() override;

    void setFile(const QString& file);
    /// Goes on with an import that broke off, or takes it back.
    void resume(core::BatchPk batch, const QString& file);
    void takeBack(core::BatchPk batch);

    [[nodiscard]] QString unsavedWork() const override;
    [[nodiscard]] QString awaitedResult() const override;

Q_SIGNALS:
    void said(const QString& text, const QString& undoLabel, const std::function<void()>& undo);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;
    void done(int result) override;

private:
    QWidget* makeFileStep();
    QWidget* makeColumnsStep();
    QWidget* makeDropPlace(QWidget* step);
    QWidget* makeRowsStep();
    QWidget* makeModes(QWidget* step);
    QWidget* makeProgressStep();
    QWidget* makeResultStep();
    void showStep(QWidget* step);
    void markDrop(bool isOver);
    void chooseFile();
    QWidget* makeApproval(QWidget* step);
    void readUnfinished();
    void readEarlier();
    void askForFile(const core::UnfinishedImport& import);
    void askToTakeBack(const core::Batch& batch);
    void showUnfinishedAgain(const QString& problem);
    void readPreview();
    void forgetMapping();
    void showApproval();
    void give();
    void showRefused(const core::Error& error);
    void given(const core::Result<core::StagedOutcome>& outcome);
    void showProgress(const QString& title, const QString& about);
    void watchJob();
    void showPreview(const core::ImportPreview& preview);
    void columnChosen(const QString& header, const QString& target);
    void tryOut();
    void showTrial(const core::Result<core::ImportResult>& result);
    void showMode();
    [[nodiscard]] bool mayAskForRows() const;
    [[nodiscard]] QString rateWords(qint64 done, qint64 total);
    void start();
    void finished(const core::Result<core::ImportResult>& result);
    void markDuplicates();
    void undo();
    using Undone = core::Result<core::BatchUndo>;
    void runUndo(core::BatchPk batch,
                 const QString& title,
                 const std::function<void(const Undone&)>& done);
    void sayUndone(const core::BatchUndo& undone);
    void stopTrial();
    /// In one of the steps in which somebody settles what shall come in.
    [[nodiscard]] bool isPrepared() const;
    [[nodiscard]] core::ImportOptions options() const;

    OfficeJobs& m_jobs;
    StepMarks* m_marks = nullptr;
    QStackedWidget* m_steps = nullptr;
    QWidget* m_fileStep = nullptr;
    QWidget* m_columnsStep = nullptr;
    QWidget* m_rowsStep = nullptr;
    QWidget* m_progressStep = nullptr;
    QWidget* m_resultStep = nullptr;
    QLabel* m_fileProblem = nullptr;
    QWidget* m_drop = nullptr;
    UnfinishedList* m_unfinished = nullptr;
    EarlierImports* m_earlier = nullptr;
    ImportColumns* m_columns = nullptr;
    QPushButton* m_toRows = nullptr;
    QButtonGroup* m_modes = nullptr;
    QLabel* m_modeAbout = nullptr;
    ImportCounts* m_tried = nullptr;
    ImportRows* m_rows = nullptr;
    QCheckBox* m_askFirst = nullptr; ///< somebody else approves it; checked where it must be so
    QLineEdit* m_reason = nullptr;
    QLabel* m_resultTitle = nullptr;
    QPushButton* m_start = nullptr;
    QLabel* m_progressTitle = nullptr;
    QLabel* m_progressAbout = nullptr;
    QLabel* m_phase = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_rest = nullptr;
    QPushButton* m_stop = nullptr;
    ImportCounts* m_result = nullptr;
    QPushButton* m_undo = nullptr;
    QString m_file;
    std::vector<std::pair<QString, QString>> m_map; ///< what the person changed
    std::optional<core::ImportPreview> m_preview;
    QPointer<Job> m_job;
    Pace m_pace;
    QTimer m_soon{this}; ///< another trial, when somebody has settled what they wanted
    std::shared_ptr<std::atomic<std::int64_t>> m_rowsDone; ///< of the import that runs
    std::int64_t m_rowsInFile = 0; ///< as the trial counted them; 0: nobody has
    core::BatchPk m_batch;
    int m_round = 0;
};

} // namespace ui
