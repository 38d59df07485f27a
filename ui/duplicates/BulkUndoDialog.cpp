#include "ui/duplicates/BulkUndoDialog.h"

#include "ui/jobs/JobProgress.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int undoDialogWidth = 460;

QString wordsOf(const core::GroupUndoOutcome& outcome)
{
    QStringList parts{BulkUndoDialog::tr("%n merge(s) taken back.", nullptr, outcome.undone)};
    if (outcome.requests > 0) {
        parts.append(
            BulkUndoDialog::tr("%n asked for; somebody else approves.", nullptr, outcome.requests));
    }
    if (outcome.left > 0) {
        parts.append(BulkUndoDialog::tr(
            "%n had been taken back already, or cannot be any more.", nullptr, outcome.left));
    }
    if (outcome.isStopped) {
        parts.append(BulkUndoDialog::tr("You stopped it; the others stay merged."));
    }
    return parts.join(u' ');
}

} // namespace

BulkUndoDialog::BulkUndoDialog(OfficeJobs& jobs,
                               const std::vector<core::MergePk>& merges,
                               QWidget* parent)
    : Dialog(parent)
    , m_phase(makeText(this))
    , m_bar(makeProgressBar(this))
{
    setWindowTitle(tr("Taking merges back"));
    setFixedWidth(undoDialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    auto* heading = new QLabel(tr("Taking %n merge(s) back", nullptr, int(merges.size())), this);
    heading->setFont(theme::font(theme::Title));
    m_bar->setRange(0, 0);
    setTone(m_phase, theme::Tone::Muted);
    m_phase->setText(tr("Edits that were made since stay with the record that stayed."));
    auto* stop = new QPushButton(tr("Stop"), this);
    setKey(stop, 'S');
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(stop);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, m_phase, m_bar}) {
        column->addWidget(widget);
    }
    column->addLayout(row);
    connect(stop, &QPushButton::clicked, this, &BulkUndoDialog::reject);
    m_job = jobs.run<core::GroupUndoOutcome>(
        Lane::Long,
        this,
        [merges](core::Office& office, core::Progress& progress) {
            return office.groupMerges().undo(merges, progress);
        },
        [this](const core::Result<core::GroupUndoOutcome>& outcome) { end(outcome); });
    m_job->name(tr("Undoing of many merges"), tr("What is undone by then stays undone."));
    followJob(m_job, m_bar, [this, about = m_phase->text()](const QString& pace) {
        m_phase->setText(pace.isEmpty() ? about : about + u'\n' + pace);
    });
}

void BulkUndoDialog::end(const core::Result<core::GroupUndoOutcome>& outcome)
{
    m_job.clear();
    Q_EMIT said(outcome ? wordsOf(*outcome) : outcome.error().message);
    accept();
}

void BulkUndoDialog::reject()
{
    if (m_job) {
        m_job->stop();
    }
}

} // namespace ui
