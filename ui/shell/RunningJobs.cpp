#include "ui/shell/RunningJobs.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

RunningJobs::RunningJobs(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("running"));
    setAccessibleName(tr("What is running"));
    m_column->setContentsMargins(
        theme::space(2), theme::space(1), theme::space(2), theme::space(2));
    m_column->setSpacing(theme::space(2));
    connect(&m_jobs, &OfficeJobs::runningChanged, this, &RunningJobs::read);
    read();
}

void RunningJobs::read()
{
    const std::vector<Job*> running = m_jobs.running();
    for (auto card = m_cards.begin(); card != m_cards.end();) {
        if (std::find(running.begin(), running.end(), card.key()) == running.end()) {
            card.value()->hide();
            card.value()->deleteLater();
            card = m_cards.erase(card);
        } else {
            ++card;
        }
    }
    for (Job* job : running) {
        if (!m_cards.contains(job)) {
            QWidget* card = makeCard(job);
            m_cards.insert(job, card);
            m_column->addWidget(card);
        }
    }
    setVisible(!m_cards.isEmpty());
}

QWidget* RunningJobs::makeCard(Job* job)
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    theme::setRules(card,
                    QStringLiteral("#card { background: @raised; border: 1px solid @line; "
                                   "border-radius: 6px; }"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(theme::space(2), theme::space(2), theme::space(2), theme::space(2));
    column->setSpacing(theme::space(1));
    QLabel* title = makeText(card, job->title());
    title->setFont(theme::font(theme::Caption));
    column->addWidget(title);
    auto* bar = new QProgressBar(card);
    bar->setTextVisible(false);
    bar->setAccessibleName(job->title());
    column->addWidget(bar);
    auto* row = new QHBoxLayout;
    QLabel* phase = makeText(card);
    phase->setFont(theme::font(theme::Caption));
    setTone(phase, theme::Tone::Muted);
    row->addWidget(phase, 1);
    auto* stop = new QPushButton(theme::icon("stop"), {}, card);
    stop->setProperty("role", QStringLiteral("quiet"));
    stop->setAccessibleName(tr("Stop: %1").arg(job->title()));
    stop->setToolTip(job->ifStopped().isEmpty() ? tr("Stop")
                                                : tr("Stop: %1").arg(job->ifStopped()));
    stop->setVisible(job->canStop());
    row->addWidget(stop, 0, Qt::AlignBottom);
    column->addLayout(row);
    const auto show = [job, bar, phase, stop] {
        constexpr int whole = 100;
        bar->setRange(0, job->percent() ? whole : 0);
        bar->setValue(job->percent().value_or(0));
        const QString far
            = job->percent() ? tr("%1 %").arg(QLocale().toString(*job->percent())) : QString();
        phase->setText(job->isStopping()   ? tr("stopping…")
                           : far.isEmpty() ? job->phase()
                           : job->phase().isEmpty()
                           ? far
                           : QStringLiteral("%1 · %2").arg(far, job->phase()));
        stop->setEnabled(!job->isStopping());
    };
    connect(job, &Job::progressed, card, show);
    connect(job, &Job::stopping, card, show);
    connect(stop, &QPushButton::clicked, job, &Job::stop);
    show();
    return card;
}

} // namespace ui
