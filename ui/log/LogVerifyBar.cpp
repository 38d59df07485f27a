#include "ui/log/LogVerifyBar.h"

#include "ui/jobs/JobProgress.h"
#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype mostGaps = 5;

} // namespace

LogVerifyBar::LogVerifyBar(OfficeJobs& jobs, QWidget* parent)
    : QFrame(parent)
    , m_jobs(jobs)
    , m_icon(new QLabel(this))
    , m_words(makeText(this))
    , m_bar(makeProgressBar(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("logVerify"));
    theme::setRules(this, QStringLiteral("#logVerify { background: @raised; border: none; }"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    row->setSpacing(theme::space(3));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 2);
    row->addWidget(m_bar, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->stop();
        } else {
            hide();
        }
    });
    hide();
}

void LogVerifyBar::begin()
{
    if (m_job) {
        return;
    }
    setIcon(m_icon, "log", theme::Tone::Accent, 20);
    m_words->setText(tr("Verifying every entry, its signature and the rows it stands for…"));
    m_bar->setRange(0, 0);
    m_bar->show();
    m_button->setText(tr("Stop"));
    setVisible(true);
    m_job = m_jobs.run<Verified>(
        Lane::Long,
        this,
        [](core::Office& office, core::Progress& progress) -> core::Result<Verified> {
            auto report = office.verifyLog(progress);
            if (!report) {
                return report.error();
            }
            auto gaps = office.journalGaps();
            if (!gaps) {
                return gaps.error();
            }
            return Verified{*std::move(report), *std::move(gaps)};
        },
        [this](const core::Result<Verified>& verified) { show(verified); });
    m_job->name(tr("Verifying the log"), tr("Nothing is changed by it."));
    followJob(m_job, m_bar, [this, about = m_words->text()](const QString& pace) {
        m_words->setText(pace.isEmpty() ? about : about + u'\n' + pace);
    });
}

void LogVerifyBar::say(const char* icon, theme::Tone tone, const QString& words)
{
    setIcon(m_icon, icon, tone, 20);
    m_words->setText(words);
}

void LogVerifyBar::show(const core::Result<Verified>& verified)
{
    m_job = nullptr;
    m_bar->hide();
    m_button->setText(tr("Close"));
    if (!verified) {
        if (verified.error().code == core::ErrorCode::Cancelled) {
            hide();
        }
        say("warning", theme::Tone::Warning, verified.error().message);
    } else if (verified->report.firstBad) {
        say("warning",
            theme::Tone::Bad,
            tr("Entry %1 is the first that is not what was signed. %2 Stop working in this office "
               "and tell whoever looks after it.")
                .arg(*verified->report.firstBad)
                .arg(verified->report.problem));
    } else {
        QStringList words{tr("%n entries verified: each is signed by its author and follows the "
                             "one before it.",
                             nullptr,
                             int(verified->report.entries))};
        for (const core::JournalGap& gap : verified->gaps) {
            if (words.size() > mostGaps) {
                words.append(tr("There are more such gaps."));
                break;
            }
            words.append(gap.message());
        }
        say(verified->gaps.empty() ? "check" : "warning",
            verified->gaps.empty() ? theme::Tone::Good : theme::Tone::Warning,
            words.join(u'\n'));
    }
    Q_EMIT ended(); // NOLINT(readability-misleading-indentation): Q_EMIT is empty
}

} // namespace ui
