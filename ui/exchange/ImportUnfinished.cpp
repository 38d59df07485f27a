// ImportWizard: imports that broke off: gone on with from the same file, or taken back.
#include "ui/exchange/EarlierImports.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/exchange/UnfinishedList.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace ui {

void ImportWizard::readUnfinished()
{
    using Imports = std::vector<core::UnfinishedImport>;
    m_jobs.run<Imports>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.importer().unfinished(); },
        [this](const core::Result<Imports>& imports) {
            if (!imports) {
                sayProblem(m_fileProblem, imports.error().message);
                return;
            }
            m_unfinished->show(*imports);
            // What may still be running shows soon whether it is.
            const bool mayRun = std::any_of(
                imports->begin(), imports->end(), [](const auto& one) { return one.mayRun; });
            if (mayRun) {
                QTimer::singleShot(
                    core::UnfinishedImport::quietTime, this, [this] { readUnfinished(); });
            }
        });
}

void ImportWizard::askForFile(const core::UnfinishedImport& import)
{
    auto* dialog = new QFileDialog(this,
                                   tr("Choose %1 again").arg(import.batch.name),
                                   QDir::homePath(),
                                   tr("Tables (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &QFileDialog::fileSelected,
            this,
            [this, batch = import.batch.pk](const QString& file) { resume(batch, file); });
    dialog->open();
}

void ImportWizard::resume(core::BatchPk batch, const QString& file)
{
    m_file = file;
    sayProblem(m_fileProblem, {});
    m_rowsDone.reset();
    showProgress(tr("Going on"),
                 tr("You can go on working meanwhile. What came in before is not stored again. "
                    "Stopping takes all of it back."));
    m_job = m_jobs.run<core::ImportResult>(
        Lane::Long,
        this,
        [batch, file](core::Office& office, core::Progress& progress) {
            return office.importer().resume(batch, file, progress);
        },
        [this](const core::Result<core::ImportResult>& result) {
            if (result) {
                finished(result);
            } else {
                showUnfinishedAgain(result.error().message);
            }
        });
    m_job->name(tr("Import of %1").arg(QFileInfo(m_file).fileName()),
                tr("Stopped, all of it is taken back."));
    watchJob();
}

void ImportWizard::readEarlier()
{
    using Batches = std::vector<core::Batch>;
    m_jobs.run<Batches>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) {
            constexpr int lookedThrough = 40; // other kinds of batches stand among them
            return office.importer().recent(lookedThrough);
        },
        [this](const core::Result<Batches>& batches) {
            // Where they cannot be read, the import itself says why.
            m_earlier->show(batches ? *batches : Batches{});
        });
}

void ImportWizard::askToTakeBack(const core::Batch& batch)
{
    ask(this,
        tr("Take the import back"),
        tr("What it created goes, what it changed gets its old values again; what was edited since "
           "stays. Take the import of %1 back?")
            .arg(batch.name),
        tr("Take back"),
        [this, pk = batch.pk] { takeBack(pk); });
}

void ImportWizard::takeBack(core::BatchPk batch)
{
    sayProblem(m_fileProblem, {});
    runUndo(batch, tr("Taking back an import"), [this](const Undone& undone) {
        if (!undone) {
            showUnfinishedAgain(undone.error().message);
            return;
        }
        sayUndone(*undone);
        showUnfinishedAgain({});
    });
}

void ImportWizard::runUndo(core::BatchPk batch,
                           const QString& title,
                           const std::function<void(const Undone&)>& done)
{
    m_rowsDone.reset();
    showProgress(tr("Taking back"),
                 tr("You can go on working meanwhile. Stopped, it can be taken back later."));
    m_job = m_jobs.run<core::BatchUndo>(
        Lane::Long,
        this,
        [batch](core::Office& office, core::Progress& progress) {
            return office.importer().undo(batch, progress);
        },
        done);
    m_job->name(title, tr("Stopped, it can be taken back later."));
    watchJob();
}

void ImportWizard::sayUndone(const core::BatchUndo& undone)
{
    const auto kept = int(undone.kept.size());
    Q_EMIT said(
        kept == 0 ? tr("The import was taken back.")
                  : tr("The import was taken back; %n client(s) edited since stay.", nullptr, kept),
        {},
        {});
}

/// The first step with what there is now.
void ImportWizard::showUnfinishedAgain(const QString& problem)
{
    sayProblem(m_fileProblem, problem);
    showStep(m_fileStep);
    m_fileStep->setFocus();
    readUnfinished();
    readEarlier();
}

} // namespace ui
