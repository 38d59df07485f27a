#include "ui/duplicates/BulkMergeDialog.h"

#include "ui/duplicates/MergeTable.h"
#include "ui/jobs/JobProgress.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using core::Field;

constexpr int mostGroupsAtOnce = 200; // groups that somebody looks through in one go
constexpr QSize widestBulkDialog{1180, 740};

enum BulkColumn
{
    Stays,
    Goes,
    Differs,
    BulkColumnCount
};

QStringList labelsOf(const core::GroupProposal& proposal, const auto& isWanted)
{
    QStringList labels;
    for (const core::MergeChoice& choice : proposal.plan.choices) {
        if (isWanted(choice)) {
            labels.append(core::fieldLabel(choice.field));
        }
    }
    return labels;
}

/// "≠ 2: Phone, City", or what the record that stays gains.
QString differenceIn(const core::GroupProposal& proposal)
{
    if (proposal.conflicts > 0) {
        const QStringList labels
            = labelsOf(proposal, [](const core::MergeChoice& choice) { return choice.conflict; });
        return BulkMergeDialog::tr("≠ %1: %2")
            .arg(proposal.conflicts)
            .arg(labels.join(BulkMergeDialog::tr(", ")));
    }
    const core::ClientValues& values = proposal.clients.front().values;
    const QStringList gained = labelsOf(proposal, [&values](const core::MergeChoice& choice) {
        return choice.value != values.value(choice.field);
    });
    return gained.isEmpty()
        ? BulkMergeDialog::tr("nothing")
        : BulkMergeDialog::tr("adds %1").arg(gained.join(BulkMergeDialog::tr(", ")));
}

/// What was merged, and then what was not.
QStringList wordsOf(const core::GroupMergeOutcome& outcome)
{
    QStringList parts{
        BulkMergeDialog::tr("%n group(s) merged.", nullptr, int(outcome.merges.size()))};
    if (!outcome.requests.empty()) {
        parts.append(BulkMergeDialog::tr(
            "%n asked for; somebody else approves.", nullptr, int(outcome.requests.size())));
    }
    if (outcome.left > 0) {
        parts.append(BulkMergeDialog::tr(
            "%n left as they were, since somebody changed them meanwhile.", nullptr, outcome.left));
    }
    if (outcome.isStopped) {
        parts.append(BulkMergeDialog::tr("You stopped it; the others are as they were."));
    }
    return parts;
}

} // namespace

BulkMergeDialog::BulkMergeDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_about(makeText(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StateView(m_stack))
    , m_list(new QTableWidget(this))
    , m_table(new MergeTable(this))
    , m_why(makeText(this))
    , m_reason(new QLineEdit(this))
    , m_phase(makeText(this))
    , m_bar(makeProgressBar(this))
    , m_problem(makeProblem(this))
    , m_close(new QPushButton(tr("Cancel"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_merge(makePrimary("merge", tr("Merge"), this))
{
    setWindowTitle(tr("Merge the certain ones"));
    resize(parent != nullptr && parent->window()->isVisible()
               ? widestBulkDialog.boundedTo(parent->window()->size() - QSize(40, 40))
               : widestBulkDialog);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Merge the groups that are certain"), this);
    heading->setFont(theme::font(theme::Title));
    setTone(m_about, theme::Tone::Muted);
    m_stack->addWidget(m_state);
    m_stack->addWidget(makeLists());
    column->addWidget(heading);
    column->addWidget(m_about);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFoot());
    m_state->showLoading("duplicates", tr("Reading the groups…"));
    read();
}

QWidget* BulkMergeDialog::makeLists()
{
    auto* splitter = new QSplitter(Qt::Vertical, m_stack);
    splitter->setChildrenCollapsible(false);
    m_list->setObjectName(QStringLiteral("proposals"));
    m_list->setAccessibleName(tr("Groups to merge"));
    m_list->setColumnCount(BulkColumnCount);
    m_list->setHorizontalHeaderLabels({tr("Stays"), tr("Goes"), tr("Differs")});
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUpTable(m_list);
    m_list->verticalHeader()->hide();
    constexpr int goesWidth = 190;
    m_list->setColumnWidth(Goes, goesWidth);
    m_list->horizontalHeader()->setSectionResizeMode(Stays, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(Differs, QHeaderView::Stretch);
    m_list->installEventFilter(this);
    auto* details = new QWidget(splitter);
    auto* column = new QVBoxLayout(details);
    column->setContentsMargins(0, theme::space(2), 0, 0);
    column->setSpacing(theme::space(2));
    setTone(m_why, theme::Tone::Muted);
    m_table->setReadOnly(true);
    column->addWidget(m_why);
    column->addWidget(m_table, 1);
    splitter->addWidget(m_list);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    connect(m_list, &QTableWidget::currentCellChanged, this, &BulkMergeDialog::showProposal);
    connect(m_list, &QTableWidget::itemChanged, this, &BulkMergeDialog::showCount);
    return splitter;
}

QWidget* BulkMergeDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, theme::space(2), 0, 0);
    column->setSpacing(theme::space(2));
    m_reason->setPlaceholderText(tr("Why they are one client; it stands in the history of each"));
    m_reasonRow = new FieldRow(tr("Reason"), m_reason, foot);
    m_phase->setFont(theme::font(theme::Caption));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_reasonRow, m_phase, m_bar, m_problem}) {
        column->addWidget(widget);
    }
    m_buttons = new QHBoxLayout;
    setKey(m_stop, 'S');
    m_buttons->addWidget(m_close);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_stop);
    m_buttons->addWidget(m_merge);
    column->addLayout(m_buttons);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_phase, m_bar, m_stop}) {
        widget->hide();
    }
    m_merge->setEnabled(false);
    connect(m_close, &QPushButton::clicked, this, &BulkMergeDialog::reject);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->stop();
        }
    });
    connect(m_merge, &QPushButton::clicked, this, &BulkMergeDialog::start);
    return foot;
}

void BulkMergeDialog::read()
{
    m_jobs.run<Proposed>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) -> core::Result<Proposed> {
            auto groups = office.groupMerges().propose(mostGroupsAtOnce);
            auto counts = office.duplicates().groupCounts();
            if (!groups || !counts) {
                return groups ? counts.error() : groups.error();
            }
            return Proposed{*std::move(groups),
                            counts->byTier[std::size_t(core::MatchTier::Certain)]};
        },
        [this](core::Result<Proposed> proposed) {
            if (proposed) {
                fill(*std::move(proposed));
                return;
            }
            m_state->showError(tr("The groups could not be read"), proposed.error(), nullptr);
        });
}

void BulkMergeDialog::fill(Proposed proposed)
{
    m_groups = std::move(proposed.groups);
    if (m_groups.empty()) {
        m_state->show("duplicates",
                      tr("No certain groups"),
                      tr("The program is certain of none whose records you may merge. The others "
                         "are decided one by one."));
        return;
    }
    QString words = tr("Look them through and take out what you doubt (space bar). Records that "
                       "contradict each other (≠) are left out until you take them in. Each group "
                       "can be taken back by itself, on any later day.");
    if (const int more = proposed.certain - int(m_groups.size());
        more > 0 && int(m_groups.size()) >= mostGroupsAtOnce) {
        words += u' ' + tr("%n more come afterwards.", nullptr, more);
    }
    m_about->setText(words);
    {
        const QSignalBlocker quiet(m_list);
        m_list->setRowCount(int(m_groups.size()));
        for (int row = 0; row < int(m_groups.size()); ++row) {
            fillRow(row, m_groups[std::size_t(row)]);
        }
    }
    m_stack->setCurrentIndex(1);
    m_list->setCurrentCell(0, 0);
    m_list->setFocus();
    showCount();
}

void BulkMergeDialog::fillRow(int row, const core::GroupProposal& proposal)
{
    const core::Client& stays = proposal.clients.front();
    auto* name
        = new QTableWidgetItem(stays.value(Field::Name) + QStringLiteral("  ") + stays.id().value);
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    name->setCheckState(proposal.conflicts == 0 ? Qt::Checked : Qt::Unchecked);
    QStringList ids;
    for (const core::MergeMember& member : proposal.plan.others) {
        ids.append(member.id.value);
    }
    auto* goes = new QTableWidgetItem(ids.join(tr(", ")));
    auto* differs = new QTableWidgetItem(differenceIn(proposal));
    if (proposal.conflicts > 0) {
        setShade(differs, theme::Tone::Different);
    } else {
        setTone(differs, theme::Tone::Muted);
    }
    for (QTableWidgetItem* item : {name, goes, differs}) {
        item->setToolTip(item->text());
    }
    m_list->setItem(row, Stays, name);
    m_list->setItem(row, Goes, goes);
    m_list->setItem(row, Differs, differs);
}

void BulkMergeDialog::showProposal(int row)
{
    if (row < 0 || row >= int(m_groups.size())) {
        return;
    }
    const core::GroupProposal& proposal = m_groups[std::size_t(row)];
    m_why->setText(tr("Why they are one: %1").arg(proposal.reasons.join(tr("; "))));
    m_table->setClients(proposal.clients);
    m_table->show(proposal.plan);
}

std::vector<core::MergePlan> BulkMergeDialog::chosenPlans() const
{
    std::vector<core::MergePlan> plans;
    for (int row = 0; row < int(m_groups.size()); ++row) {
        if (m_list->item(row, Stays)->checkState() == Qt::Checked) {
            plans.push_back(m_groups[std::size_t(row)].plan);
        }
    }
    return plans;
}

void BulkMergeDialog::showCount()
{
    const auto groups = int(chosenPlans().size());
    m_merge->setText(tr("Merge %n group(s)", nullptr, groups));
    setKey(m_merge, 'M');
    m_merge->setEnabled(groups > 0 && !m_job);
}

void BulkMergeDialog::setRunning(bool isRunning)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_phase, m_bar, m_stop}) {
        widget->setVisible(isRunning);
    }
    m_list->setEnabled(!isRunning);
    m_reason->setEnabled(!isRunning);
    m_close->setEnabled(!isRunning);
    m_merge->setEnabled(!isRunning);
}

void BulkMergeDialog::start()
{
    sayProblem(m_problem, {});
    setRunning(true);
    m_bar->setRange(0, 0);
    m_stop->setFocus();
    m_job = m_jobs.run<core::GroupMergeOutcome>(
        Lane::Long,
        this,
        [plans = chosenPlans(), reason = m_reason->text().trimmed()](core::Office& office,
                                                                     core::Progress& progress) {
            return office.groupMerges().apply(plans, reason, progress);
        },
        [this](const core::Result<core::GroupMergeOutcome>& outcome) { end(outcome); });
    m_job->name(tr("Merging of many"),
                tr("What is merged by then stays merged, and can be undone."));
    followJob(m_job, m_bar, m_phase);
}

void BulkMergeDialog::end(const core::Result<core::GroupMergeOutcome>& outcome)
{
    m_job.clear();
    setRunning(false);
    if (!outcome) {
        sayProblem(m_problem, outcome.error().message);
        return;
    }
    m_merged = outcome->merges;
    QStringList words = wordsOf(*outcome);
    m_outcome = words.join(u' ');
    m_about->clear();
    words.removeFirst();
    words.append(tr("Each can be taken back from the history of its record, and all of them from "
                    "the line at the foot of the window."));
    m_state->show(
        "check", tr("%n group(s) merged", nullptr, int(m_merged.size())), words.join(u' '));
    m_stack->setCurrentIndex(0);
    m_reasonRow->hide();
    m_merge->hide();
    m_close->setText(tr("Close"));
    m_buttons->removeWidget(m_close);
    m_buttons->addWidget(m_close); // where every dialog that only says something has it
    m_close->setFocus();
}

void BulkMergeDialog::reject()
{
    if (m_job) {
        m_job->stop(); // and then it says how far it came
        return;
    }
    QDialog::reject();
    if (!m_outcome.isEmpty()) {
        Q_EMIT merged(m_merged, m_outcome);
    }
}

/// The space bar takes a group in or out, whichever of its cells is the current one.
bool BulkMergeDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space && m_list->currentRow() >= 0) {
        QTableWidgetItem* item = m_list->item(m_list->currentRow(), Stays);
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        return true;
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace ui
