#include "ui/people/HandoverDialog.h"

#include "ui/jobs/JobProgress.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int handoverWidth = 520;

} // namespace

HandoverDialog::HandoverDialog(OfficeJobs& jobs,
                               const QString& from,
                               const QStringList& receivers,
                               QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_from(from)
    , m_words(makeText(this, tr("Counting…")))
    , m_to(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_bar(new JobBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_handOver(makePrimary(tr("Hand over"), this))
{
    setWindowTitle(tr("Hand over clients"));
    setFixedWidth(handoverWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Clients of %1").arg(from), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    setTone(m_words, theme::Tone::Muted);
    column->addWidget(m_words);
    column->addSpacing(theme::space(2));
    m_to->addItems(receivers);
    column->addWidget(new FieldRow(tr("New owner"), m_to, this));
    column->addWidget(new FieldRow(tr("Reason"), m_reason, this));
    column->addWidget(m_problem);
    column->addWidget(m_bar);
    auto* row = new QHBoxLayout;
    setKey(m_handOver, 'H');
    m_handOver->setEnabled(false);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_handOver);
    column->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &HandoverDialog::reject);
    connect(m_handOver, &QPushButton::clicked, this, &HandoverDialog::handOver);
    count();
}

void HandoverDialog::count()
{
    m_jobs.run<std::int64_t>(
        Lane::Read,
        this,
        [from = m_from](core::Office& office, core::Progress&) {
            return office.massChanges().countOf({from, {}, {}, {}, {}});
        },
        [this](core::Result<std::int64_t> clients) {
            if (!clients) {
                m_words->clear();
                sayProblem(m_problem, clients.error().message);
                return;
            }
            m_words->setText(
                *clients == 0
                    ? tr("There is nothing to hand over: no client is theirs.")
                    : tr("%n client(s), archived ones too, get another owner. The history of each "
                         "names both, and they can be handed back in the same way.",
                         nullptr,
                         int(*clients)));
            m_handOver->setEnabled(*clients > 0);
            fitHeight(); // the words have got longer
        });
}

void HandoverDialog::handOver()
{
    core::Handover wanted;
    wanted.from = m_from;
    wanted.to = m_to->currentText();
    wanted.reason = m_reason->text().trimmed();
    m_job = m_jobs.run<core::MassOutcome>(
        Lane::Write,
        this,
        [wanted](core::Office& office, core::Progress& progress) {
            return office.massChanges().handOver(wanted, progress);
        },
        [this, to = wanted.to](core::Result<core::MassOutcome> done) {
            showRunning(false);
            if (!done) {
                sayProblem(m_problem, done.error().message);
                return;
            }
            Q_EMIT handedOver(to, done->changed);
            accept();
        });
    m_job->name(tr("Handing over clients"),
                tr("Nothing is handed over, or on a shared office what was saved until then; the "
                   "same again does the rest."));
    m_bar->follow(m_job);
    showRunning(true);
}

/// The button that closes stops it meanwhile.
void HandoverDialog::showRunning(bool isRunning)
{
    if (!isRunning) {
        m_job.clear();
    } else {
        sayProblem(m_problem, {});
    }
    m_to->setEnabled(!isRunning);
    m_reason->setEnabled(!isRunning);
    m_handOver->setEnabled(!isRunning);
    m_cancel->setEnabled(true);
    m_cancel->setText(isRunning ? tr("Stop") : tr("Cancel"));
    m_cancel->setToolTip({});
    if (isRunning) {
        setKey(m_cancel, 'S');
    }
    (isRunning ? m_cancel : m_handOver)->setFocus();
    fitHeight();
}

void HandoverDialog::fitHeight()
{
    resize(width(), layout()->totalHeightForWidth(width()));
}

void HandoverDialog::reject()
{
    if (m_job) {
        m_job->stop(); // and then it says what became of it
        m_cancel->setEnabled(false);
        return;
    }
    Dialog::reject();
}

} // namespace ui
