#include "ui/shell/CheckDialog.h"

#include "core/workspace/OfficeAccess.h"
#include "ui/jobs/JobProgress.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize checkSize{640, 240};
constexpr QSize listSize{720, 480};

/// Those stop everybody's saves (core/storage/DamageMark.h); other findings say that somebody was at the records.
bool isDamage(const core::IntegrityProblem& problem)
{
    return problem.kind == QLatin1String("page") || problem.kind == QLatin1String("structure")
        || problem.kind == QLatin1String("foreign_key") || problem.kind == QLatin1String("opening");
}

/// As people read it: what the problem itself says is for programs, the same in every language.
QString placeOf(const core::IntegrityProblem& problem)
{
    const QLatin1String page("page ");
    return problem.where.startsWith(page)
        ? CheckDialog::tr("page %1").arg(problem.where.mid(page.size()))
        : problem.where;
}

QString lineOf(const core::IntegrityProblem& problem)
{
    return problem.where.isEmpty()
        ? problem.message
        : CheckDialog::tr("%1: %2").arg(placeOf(problem), problem.message);
}

} // namespace

CheckDialog::CheckDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_title(new QLabel(this))
    , m_words(makeText(this))
    , m_bar(makeProgressBar(this))
    , m_phase(makeText(this))
    , m_list(new QPlainTextEdit(this))
    , m_copy(new QPushButton(tr("Copy the list"), this))
    , m_close(new QPushButton(this))
{
    setWindowTitle(tr("Check of the office"));
    resize(checkSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    m_title->setFont(theme::font(theme::Title));
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(theme::space(2));
    m_phase->setFont(theme::font(theme::Caption));
    column->addWidget(m_phase);
    column->addWidget(m_bar);
    m_list->setReadOnly(true);
    m_list->setTabChangesFocus(true);
    m_list->setAccessibleName(tr("What was found"));
    m_list->hide();
    column->addWidget(m_list, 1);
    column->addStretch(0);
    auto* row = new QHBoxLayout;
    m_copy->hide();
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_close);
    column->addSpacing(theme::space(2));
    column->addLayout(row);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_list->toPlainText());
    });
    connect(m_close, &QPushButton::clicked, this, &CheckDialog::reject);
    check();
}

void CheckDialog::check()
{
    m_title->setText(tr("Checking the office"));
    m_words->setText(tr("Every page, every record and every entry of the log is read and compared. "
                        "This takes about a second for 100 MB, more on a shared drive; you can go "
                        "on reading meanwhile."));
    m_bar->setRange(0, 0);
    m_close->setText(tr("Stop"));
    setKey(m_close, 'S');
    m_job = m_jobs.run<Problems>(
        Lane::Long,
        this,
        [](core::Office& office, core::Progress& progress) { return office.check(progress); },
        [this](const core::Result<Problems>& problems) {
            if (problems) {
                showProblems(*problems);
            } else if (problems.error().code == core::ErrorCode::Corrupt) {
                checkPages(problems.error());
            } else {
                showFailure(problems.error());
            }
        });
    m_job->name(tr("Check of the office"), tr("Nothing is changed by it."));
    followJob(m_job, m_bar, m_phase, Counted::Steps);
}

void CheckDialog::checkPages(const core::Error& reason)
{
    // A login of its own: the office that the window has open may be the one that cannot read.
    runDetached<Problems>(
        this,
        [access = m_jobs.access()] {
            core::Progress quiet;
            return core::checkDamagedOffice(access, quiet);
        },
        [this, reason](const core::Result<Problems>& found) {
            Problems problems{{QStringLiteral("opening"),
                               QDir::toNativeSeparators(m_jobs.access().folder),
                               reason.message}};
            if (found) {
                problems.insert(problems.end(), found->begin(), found->end());
            }
            showProblems(problems);
        });
}

void CheckDialog::showEnd(const QString& title, const QString& words)
{
    m_title->setText(title);
    m_words->setText(words);
    m_phase->hide();
    m_bar->hide();
    m_close->setText(tr("Close"));
    m_close->setToolTip({});
    m_close->setFocus();
}

void CheckDialog::showFailure(const core::Error& error)
{
    if (error.code == core::ErrorCode::Cancelled) {
        reject();
        return;
    }
    showEnd(tr("The check could not be finished"), error.message);
    setTone(m_words, theme::Tone::Bad);
}

void CheckDialog::showProblems(const Problems& problems)
{
    if (problems.empty()) {
        showEnd(tr("Nothing was found"),
                tr("Everything is as it was written. Everybody can save."));
        return;
    }
    const bool stopsSaving = std::any_of(problems.begin(), problems.end(), isDamage);
    showEnd(
        stopsSaving ? tr("The office is damaged") : tr("Something was changed past the program"),
        stopsSaving
            ? tr("Nobody can save until a check finds nothing. What can be read can still be "
                 "looked up, "
                 "and exported to keep what is new. Then close the program on every computer, put "
                 "a backup of the whole folder in its place, and check again. Copy the list for "
                 "whoever helps you.")
            : tr("Records or the log are not what the people of this office saved. Saving goes "
                 "on. Show this list to the data administrator."));
    QStringList lines;
    std::transform(problems.begin(), problems.end(), std::back_inserter(lines), lineOf);
    m_list->setPlainText(lines.join(u'\n'));
    m_list->show();
    m_copy->show();
    setKey(m_copy, 'C');
    resize(size().expandedTo(listSize));
}

void CheckDialog::reject()
{
    if (m_job) {
        m_job->stop();
    }
    QDialog::reject();
}

} // namespace ui
