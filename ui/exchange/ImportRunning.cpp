// ImportWizard: the import itself: tried without storing, run with progress, taken back.
#include "ui/exchange/ImportCounts.h"
#include "ui/exchange/ImportRows.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/widgets/Prompt.h"

#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <limits>

namespace ui {

void ImportWizard::tryOut()
{
    constexpr int mostNotes = 5000;
    const int round = ++m_round;
    m_soon.stop();
    core::ImportOptions trial = options();
    trial.dryRun = true;
    trial.notes = mostNotes;
    m_tried->sayAgain(tr("Trying it out, without storing anything…"));
    m_start->setEnabled(false);
    if (m_job) {
        m_job->stop();
    }
    m_job = m_jobs.run<core::ImportResult>(
        Lane::Long,
        this,
        [trial](core::Office& office, core::Progress& progress) {
            return office.importer().run(trial, progress);
        },
        [this, round](const core::Result<core::ImportResult>& result) {
            if (round == m_round) {
                showTrial(result);
            }
        });
    connect(
        m_job, &Job::progressed, this, [this, round](const QString&, qint64 done, qint64 total) {
            if (round == m_round && total > 0 && done < total) {
                m_tried->sayAgain(tr("Trying it out, without storing anything: %1 %")
                                      .arg(QLocale().toString(done * 100 / total)));
            }
        });
}

/// What runs in the two steps before the import itself.
void ImportWizard::stopTrial()
{
    m_soon.stop();
    if (m_job && isPrepared()) {
        m_job->stop();
    }
}

void ImportWizard::showTrial(const core::Result<core::ImportResult>& result)
{
    m_start->setEnabled(result.hasValue());
    if (!result) {
        m_tried->say(result.error().message, true);
        return;
    }
    m_rowsInFile = result->counts.rows;
    m_tried->show(*result);
    m_rows->show(*result);
    const bool comesNothing = result->counts.created + result->counts.updated == 0;
    m_start->setEnabled(!comesNothing);
    const QWidget* at = QApplication::focusWidget();
    if (at == nullptr || !isAncestorOf(at)) {
        m_start->setFocus();
    }
}

void ImportWizard::showProgress(const QString& title, const QString& about)
{
    m_progressTitle->setText(title);
    m_progressAbout->setText(about);
    showStep(m_progressStep);
    m_phase->clear();
    m_rest->clear();
    m_bar->setRange(0, 0);
    m_stop->setEnabled(true);
    m_pace.begin();
}

void ImportWizard::watchJob()
{
    connect(m_job, &Job::progressed, this, [this](const QString& phase, qint64 done, qint64 total) {
        constexpr int steps = 1000;
        m_phase->setText(phase);
        m_bar->setRange(0, total > 0 ? steps : 0);
        if (total > 0 && done > 0) {
            m_bar->setValue(int(done * steps / total));
            m_rest->setText(rateWords(done, total));
        }
    });
}

/// "1,200 of 3,400 rows · 800 rows per second · about 3 seconds to go", as far as it is known.
QString ImportWizard::rateWords(qint64 done, qint64 total)
{
    QStringList words;
    const qint64 rows = m_rowsDone ? m_rowsDone->load(std::memory_order_relaxed) : 0;
    const QLocale locale;
    if (rows > 0) {
        words.append(m_rowsInFile >= rows
                         ? tr("%1 of %2 rows")
                               .arg(locale.toString(rows), locale.toString(qlonglong(m_rowsInFile)))
                         : tr("%1 rows").arg(locale.toString(rows)));
        words.append(tr("%1 rows per second").arg(locale.toString(m_pace.perSecond(rows))));
    }
    words.append(m_pace.rest(done, total));
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

void ImportWizard::start()
{
    showProgress(tr("Importing"),
                 tr("You can go on working meanwhile. Stopping leaves nothing behind."));
    core::ImportOptions wanted = options();
    wanted.rowsDone = m_rowsDone = std::make_shared<std::atomic<std::int64_t>>(0);
    m_job = m_jobs.run<core::ImportResult>(
        Lane::Long,
        this,
        [wanted](core::Office& office, core::Progress& progress) {
            return office.importer().run(wanted, progress);
        },
        [this](const core::Result<core::ImportResult>& result) { finished(result); });
    m_job->name(tr("Import of %1").arg(QFileInfo(m_file).fileName()),
                tr("Stopped, nothing of it stays."));
    watchJob();
}

void ImportWizard::give()
{
    showProgress(tr("Handing in for approval"),
                 tr("You can go on working meanwhile. Stopping leaves nothing behind."));
    core::ImportOptions wanted = options();
    wanted.rowsDone = m_rowsDone = std::make_shared<std::atomic<std::int64_t>>(0);
    m_job = m_jobs.run<core::StagedOutcome>(
        Lane::Long,
        this,
        [wanted, reason = m_reason->text()](core::Office& office, core::Progress& progress) {
            return office.stagedImports().stage(wanted, reason, progress);
        },
        [this](const core::Result<core::StagedOutcome>& outcome) { given(outcome); });
    m_job->name(tr("Handing in %1").arg(QFileInfo(m_file).fileName()),
                tr("Stopped, nothing of it stays."));
    watchJob();
}

/// Nothing was stored: it can be begun again.
void ImportWizard::showRefused(const core::Error& error)
{
    showStep(m_rowsStep);
    m_tried->say(error.message, true);
    m_start->setEnabled(true);
}

void ImportWizard::given(const core::Result<core::StagedOutcome>& outcome)
{
    if (!outcome) {
        showRefused(outcome.error());
        return;
    }
    m_resultTitle->setText(tr("Waits for approval: %1").arg(core::requestText(outcome->request)));
    m_result->show(outcome->trial);
    m_undo->hide(); // it is withdrawn among one's own requests
    m_rows->forget();
    showStep(m_resultStep);
}

void ImportWizard::forgetMapping()
{
    if (!m_preview) {
        return;
    }
    m_map.clear();
    m_jobs.run<int>(
        Lane::Write,
        this,
        [layout = m_preview->layout](core::Office& office, core::Progress&) -> core::Result<int> {
            auto done = office.importer().forgetMapping(layout);
            return done ? core::Result<int>(0) : core::Result<int>(done.error());
        },
        [this](const core::Result<int>& done) {
            if (!done) {
                showError(this, done.error());
            }
            readPreview();
        });
}

void ImportWizard::finished(const core::Result<core::ImportResult>& result)
{
    if (!result) {
        showRefused(result.error());
        readUnfinished(); // it may have become one
        return;
    }
    m_batch = result->batch;
    m_result->show(*result);
    m_undo->setEnabled(m_batch.isValid());
    m_undo->show();
    m_resultTitle->setText(tr("Imported"));
    m_rows->forget();
    showStep(m_resultStep);
    if (m_batch.isValid() && result->counts.created > 0) {
        markDuplicates();
    }
}

void ImportWizard::markDuplicates()
{
    const core::BatchPk batch = m_batch;
    using Marked = std::optional<std::int64_t>;
    m_job = m_jobs.run<Marked>(
        Lane::Long,
        this,
        [batch](core::Office& office, core::Progress& progress) {
            constexpr auto any = std::numeric_limits<std::int64_t>::max();
            return office.duplicates().mark(batch, any, progress);
        },
        [this](const core::Result<Marked>& marked) {
            // The import stands whatever came of this; the page of duplicates looks again at any time.
            if (marked && marked->value_or(0) > 0) {
                Q_EMIT said(tr("%n new client(s) may be in the office already: see Duplicates.",
                               nullptr,
                               int(**marked)),
                            {},
                            {});
            }
        });
}

void ImportWizard::undo()
{
    if (m_job) {
        m_job->stop(); // marks of what goes again
    }
    runUndo(m_batch,
            tr("Taking back %1").arg(QFileInfo(m_file).fileName()),
            [this](const Undone& undone) {
                if (undone) {
                    sayUndone(*undone);
                    accept();
                    return;
                }
                showStep(m_resultStep); // where it can be tried again
                if (undone.error().code == core::ErrorCode::Cancelled) {
                    Q_EMIT said(tr("Stopped, it can be taken back later."), {}, {});
                } else {
                    showError(this, undone.error());
                }
            });
}

} // namespace ui
