/// ImportWizard: brings a file in, step by step: which file; what its columns mean, shown on its first rows; what happens
/// with clients the office has already, tried without storing; progress that can be stopped; the result with Undo. Its first
/// step also names imports that broke off.
/// The preview is the import's own code. Thread of the window; the file is read on the jobs' threads.
#pragma once

#include "core/exchange/UnfinishedImports.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <QElapsedTimer>

#include <functional>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class ImportColumns;
class ImportCounts;
class UnfinishedList;

class ImportWizard : public Dialog
{
    Q_OBJECT

public:
    explicit ImportWizard(OfficeJobs& jobs, QWidget* parent = nullptr);

    void setFile(const QString& file);
    /// Goes on with an import that broke off, or takes it back.
    void resume(core::BatchPk batch, const QString& file);
    void takeBack(core::BatchPk batch);

Q_SIGNALS:
    void said(const QString& text, const QString& undoLabel, const std::function<void()>& undo);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;

private:
    QWidget* makeFileStep();
    QWidget* makeColumnsStep();
    QWidget* makeDuplicatesStep();
    QWidget* makeProgressStep();
    QWidget* makeResultStep();
    void chooseFile();
    QWidget* makeApproval(QWidget* step);
    void readUnfinished();
    void askForFile(const core::UnfinishedImport& import);
    void askToTakeBack(const core::UnfinishedImport& import);
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
    void start();
    void finished(const core::Result<core::ImportResult>& result);
    void markDuplicates();
    void undo();
    [[nodiscard]] core::ImportOptions options() const;

    OfficeJobs& m_jobs;
    QStackedWidget* m_steps = nullptr;
    QWidget* m_fileStep = nullptr;
    QWidget* m_columnsStep = nullptr;
    QWidget* m_duplicatesStep = nullptr;
    QWidget* m_progressStep = nullptr;
    QWidget* m_resultStep = nullptr;
    QLabel* m_fileProblem = nullptr;
    UnfinishedList* m_unfinished = nullptr;
    ImportColumns* m_columns = nullptr;
    QPushButton* m_toDuplicates = nullptr;
    QButtonGroup* m_modes = nullptr;
    ImportCounts* m_tried = nullptr;
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
    QElapsedTimer m_clock;
    core::BatchPk m_batch;
    int m_round = 0;
};

} // namespace ui
