#include "ui/duplicates/MergeDialog.h"

#include "core/records/ClientStandardizer.h"
#include "ui/clients/RecordPreview.h"
#include "ui/duplicates/MergeTable.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using core::Field;

constexpr QSize widestDialog{1600, 900};
constexpr int roomForPreview = 980; // narrower, the records have the room, and a button brings it
constexpr int previewWidth = 300;

/// Inside the window it belongs to, as large as is of use.
QSize sizeBeside(const QWidget* parent)
{
    constexpr QSize margin{40, 40};
    const QWidget* window = parent != nullptr ? parent->window() : nullptr;
    return window != nullptr && window->isVisible()
        ? widestDialog.boundedTo(window->size() - margin)
        : widestDialog;
}

} // namespace

MergeDialog::MergeDialog(OfficeJobs& jobs, RecordsToMerge records, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_clients(std::move(records.clients))
    , m_same(std::move(records.same))
    , m_survivor(new QComboBox(this))
    , m_about(makeText(this))
    , m_why(makeText(this))
    , m_table(new MergeTable(this))
    , m_preview(new RecordPreview(jobs.access().timeZone, this))
    , m_reason(new QLineEdit(this))
    , m_approval(makeText(this))
    , m_problem(makeProblem(this))
    , m_onlyConflicts(makeChip(this))
    , m_allFields(makeChip(this))
    , m_next(new QPushButton(theme::icon("next"), tr("Next difference (F8)"), this))
    , m_takeAll(new QPushButton(theme::icon("check"), tr("Take all of this record (T)"), this))
    , m_undo(new QPushButton(theme::icon("undo"), tr("Undo choice"), this))
    , m_progress(new QLabel(this))
    , m_previewButton(makeChip(this, tr("Preview")))
    , m_merge(makePrimary("merge", tr("Merge"), this))
{
    setWindowTitle(tr("Merge"));
    resize(sizeBeside(parent));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    column->addWidget(makeHead());
    auto* splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({width() - previewWidth, previewWidth});
    column->addWidget(splitter, 1);
    column->addWidget(makeFoot());
    m_table->setClients(m_clients);
    showPreview(width() >= roomForPreview);
    const std::size_t proposed = core::proposeSurvivor(m_clients);
    m_survivor->setCurrentIndex(int(proposed));
    propose(proposed);
    connectParts();
    addShortcuts();
    readAround();
    m_table->setFocus();
}

QWidget* MergeDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, theme::space(2));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Make %n records one", nullptr, int(m_clients.size())), head);
    heading->setFont(theme::font(theme::Title));
    setTone(m_about, theme::Tone::Muted);
    for (const core::Client& client : m_clients) {
        m_survivor->addItem(client.id().value + QStringLiteral("  ") + client.value(Field::Name));
    }
    column->addWidget(heading);
    column->addWidget(m_about);
    column->addWidget(m_why);
    column->addWidget(new FieldRow(tr("Keep"), m_survivor, head));
    column->addLayout(makeTools());
    return head;
}

QLayout* MergeDialog::makeTools()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(2));
    for (QPushButton* button : {m_next, m_takeAll, m_undo}) {
        button->setProperty("role", QStringLiteral("quiet"));
        button->setAutoDefault(false);
    }
    m_next->setToolTip(tr("F8 or N; Shift+F8 or P goes back"));
    m_takeAll->setToolTip(tr("Every value that the record of the chosen column has"));
    m_undo->setToolTip(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    m_undo->setEnabled(false);
    setTone(m_progress, theme::Tone::Muted);
    row->addWidget(m_onlyConflicts);
    row->addWidget(m_allFields);
    row->addWidget(m_progress);
    row->addStretch(1);
    row->addWidget(m_next);
    row->addWidget(m_takeAll);
    row->addWidget(m_undo);
    return row;
}

void MergeDialog::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto then) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, then);
    };
    add(QKeySequence::Undo, [this] { undoChoice(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { m_merge->click(); });
}

QWidget* MergeDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, theme::space(2), 0, 0);
    column->setSpacing(theme::space(2));
    m_reason->setPlaceholderText(tr("Why they are one client; it stands in the history"));
    setTone(m_approval, theme::Tone::Warning);
    m_approval->hide();
    column->addWidget(new FieldRow(tr("Reason"), m_reason, foot));
    column->addWidget(m_approval);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    setKey(m_merge, 'M');
    setKey(m_previewButton, 'V');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_previewButton);
    row->addWidget(m_merge);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &MergeDialog::reject);
    return foot;
}

void MergeDialog::connectParts()
{
    connect(m_survivor, &QComboBox::currentIndexChanged, this, [this](int index) {
        remember();
        m_decided.clear(); // they were proposed for another one
        propose(std::size_t(index));
    });
    connect(m_table, &MergeTable::survivorWanted, m_survivor, &QComboBox::setCurrentIndex);
    connect(m_table, &MergeTable::takeWanted, this, &MergeDialog::takeCell);
    connect(m_table, &MergeTable::takeAllWanted, this, &MergeDialog::takeAll);
    connect(m_onlyConflicts, &QPushButton::clicked, this, [this] { showOnlyConflicts(true); });
    connect(m_allFields, &QPushButton::clicked, this, [this] { showOnlyConflicts(false); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_table->goToConflict(1); });
    connect(m_takeAll, &QPushButton::clicked, this, [this] { takeAll(m_table->currentRecord()); });
    connect(m_undo, &QPushButton::clicked, this, &MergeDialog::undoChoice);
    // Later, since the table still works on the item that this replaces.
    connect(m_table, &MergeTable::typed, this, &MergeDialog::typed, Qt::QueuedConnection);
    connect(m_table, &MergeTable::recordChanged, this, &MergeDialog::showReasons);
    connect(m_previewButton, &QPushButton::toggled, this, &MergeDialog::showPreview);
    connect(m_merge, &QPushButton::clicked, this, &MergeDialog::apply);
}

void MergeDialog::showPreview(bool isShown)
{
    m_preview->setVisible(isShown);
    m_previewButton->setChecked(isShown);
}

void MergeDialog::readAround()
{
    m_jobs.run<Around>(
        Lane::Read,
        this,
        [clients = m_clients](core::Office& office, core::Progress&) -> core::Result<Around> {
            std::vector<core::ClientId> ids;
            ids.reserve(clients.size());
            for (const core::Client& client : clients) {
                ids.push_back(client.id());
            }
            auto attached = office.merges().attachedTo(ids);
            if (!attached) {
                return attached.error();
            }
            return Around{*std::move(attached), core::comparePairs(clients)};
        },
        [this](core::Result<Around> around) {
            if (!around) {
                sayProblem(m_problem, around.error().message);
                return;
            }
            m_pairs = std::move(around->pairs);
            m_table->setAttached(std::move(around->attached));
            showReasons();
        });
}

void MergeDialog::setPlan(const core::MergePlan& plan)
{
    const QSignalBlocker quiet(m_survivor);
    m_survivor->setCurrentIndex(0);
    m_plan = plan;
    showPlan();
}

void MergeDialog::propose(std::size_t survivor)
{
    std::vector<core::Client> ordered = m_clients;
    std::swap(ordered[0], ordered[survivor]);
    auto plan = core::proposeMerge(ordered, m_same);
    if (!plan) {
        sayProblem(m_problem, plan.error().message);
        m_merge->setEnabled(false);
        return;
    }
    m_plan = *std::move(plan);
    showPlan();
}

void MergeDialog::showPlan()
{
    m_table->setDecided(m_decided);
    m_table->show(m_plan);
    const auto stays
        = std::find_if(m_clients.begin(), m_clients.end(), [this](const core::Client& client) {
              return client.pk == m_plan.survivor.pk;
          });
    if (stays != m_clients.end()) {
        core::Client result = *stays;
        result.values = m_plan.resultOn(result.values);
        m_preview->show(result);
    }
    const auto differing = int(conflicts().size());
    setChip(m_onlyConflicts,
            tr("Differences") + QStringLiteral("  ≠ ") + QLocale().toString(differing));
    setChip(m_allFields, tr("All fields"));
    m_onlyConflicts->setEnabled(differing > 0);
    m_next->setEnabled(differing > 0);
    m_progress->setText(
        differing == 0 ? QString() : tr("%1 of %2 settled").arg(m_decided.size()).arg(differing));
    showOnlyConflicts(m_onlyConflicts->isChecked() && differing > 0);
    m_about->setText(differing == 0 ? tr("The records do not contradict each other. Nothing is "
                                         "lost; the merge can be undone on any later day.")
                                    : tr("%n field(s) differ and stand first, marked ≠. Click the "
                                         "value that is right, or type another under Result. "
                                         "Phones, e-mails, contacts, tags and notes are put "
                                         "together. The merge can be undone on any later day.",
                                         nullptr,
                                         differing));
    showReasons();
    foresee();
}

void MergeDialog::showReasons()
{
    m_takeAll->setEnabled(m_table->currentRecord() >= 0);
    // Of more than two, the record whose column is current, and the one that stays.
    const int column = m_table->currentRecord();
    core::ClientPk other = column < 0 ? core::ClientPk{} : m_clients[std::size_t(column)].pk;
    if (!other.isValid() || other == m_plan.survivor.pk) {
        other = {};
    }
    const auto pair = std::find_if(
        m_pairs.begin(), m_pairs.end(), [this, other](const core::DuplicatePair& one) {
            const bool isOfSurvivor = one.a == m_plan.survivor.pk || one.b == m_plan.survivor.pk;
            return isOfSurvivor && (!other.isValid() || one.a == other || one.b == other);
        });
    m_why->setVisible(pair != m_pairs.end());
    if (pair == m_pairs.end()) {
        return;
    }
    const core::ClientPk second = pair->a == m_plan.survivor.pk ? pair->b : pair->a;
    const auto client
        = std::find_if(m_clients.begin(), m_clients.end(), [second](const core::Client& one) {
              return one.pk == second;
          });
    const QString words = pair->reasons.join(tr("; "));
    constexpr double even = 0.5;
    const bool isLikely = pair->score >= even;
    setTone(m_why, isLikely ? theme::Tone::Text : theme::Tone::Warning);
    if (m_clients.size() == 2) {
        m_why->setText(
            (isLikely ? tr("Why they may be one: %1") : tr("They do not look like one client: %1"))
                .arg(words));
    } else {
        m_why->setText((isLikely ? tr("Why %1 may be the one that stays: %2")
                                 : tr("%1 does not look like the one that stays: %2"))
                           .arg(client->id().value, words));
    }
}

void MergeDialog::foresee()
{
    const int round = ++m_round;
    m_jobs.run<core::MergeForecast>(
        Lane::Read,
        this,
        [plan = m_plan](core::Office& office, core::Progress&) {
            return office.changes().forecast(plan);
        },
        [this, round](const core::Result<core::MergeForecast>& forecast) {
            if (round == m_round) {
                showForecast(forecast);
            }
        });
}

void MergeDialog::showForecast(const core::Result<core::MergeForecast>& forecast)
{
    const bool isPossible = forecast && !forecast->refusal;
    m_merge->setEnabled(isPossible);
    if (!forecast) {
        sayProblem(m_problem, forecast.error().message);
        return;
    }
    sayProblem(m_problem, forecast->refusal ? forecast->refusal->message : QString());
    m_asks = forecast->asks;
    m_merge->setText(m_asks ? tr("Ask for it") : tr("Merge"));
    setKey(m_merge, 'M');
    m_table->setImportant(forecast->important);
    QStringList fields;
    for (const Field field : forecast->important) {
        fields.append(core::fieldLabel(field));
    }
    const QString who = forecast->level == core::RequestLevel::Important
        ? tr("Data administration approves it before it happens.")
        : tr("The head of the department approves it before it happens.");
    m_approval->setText(fields.isEmpty()
                            ? who
                            : tr("An important field changes: %1.").arg(fields.join(tr(", ")))
                                + u' ' + who);
    m_approval->setVisible(m_asks);
}

void MergeDialog::apply()
{
    m_merge->setEnabled(false);
    m_jobs.run<core::MergeOutcome>(
        Lane::Write,
        this,
        [plan = m_plan, reason = m_reason->text().trimmed()](
            core::Office& office, core::Progress&) { return office.changes().merge(plan, reason); },
        [this](core::Result<core::MergeOutcome> outcome) {
            m_merge->setEnabled(true);
            if (!outcome) {
                sayProblem(m_problem, outcome.error().message);
                return;
            }
            Q_EMIT merged(outcome->merge.value_or(core::MergePk{}),
                          outcome->merge
                              ? tr("Merged into %1.").arg(outcome->survivor.value)
                              : tr("The merge was asked for; somebody else approves it."));
            accept();
        });
}

} // namespace ui
