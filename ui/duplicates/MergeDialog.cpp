#include "ui/duplicates/MergeDialog.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using core::Field;

constexpr QSize dialogSize{1040, 640};

} // namespace

MergeDialog::MergeDialog(OfficeJobs& jobs, std::vector<core::Client> clients, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_clients(std::move(clients))
    , m_survivor(new QComboBox(this))
    , m_table(new QTableWidget(this))
    , m_about(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_merge(makePrimary("merge", tr("Merge"), this))
{
    setWindowTitle(tr("Merge"));
    resize(dialogSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Make %n records one", nullptr, int(m_clients.size())), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    m_about->setWordWrap(true);
    setTone(m_about, theme::Tone::Muted);
    column->addWidget(m_about);
    column->addSpacing(theme::space(2));
    for (const core::Client& client : m_clients) {
        m_survivor->addItem(client.id().value + QStringLiteral("  ") + client.value(Field::Name));
    }
    column->addWidget(new FieldRow(tr("Keep"), m_survivor, this));
    m_table->setAccessibleName(tr("Values of the records"));
    setUpTable(m_table);
    m_table->setShowGrid(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->installEventFilter(this);
    m_reason->setPlaceholderText(tr("Why they are one client; it stands in the history"));
    column->addWidget(m_table, 1);
    column->addWidget(new FieldRow(tr("Reason"), m_reason, this));
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKey(m_merge, 'M');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_merge);
    column->addLayout(row);
    const std::size_t proposed = core::proposeSurvivor(m_clients);
    m_survivor->setCurrentIndex(int(proposed));
    propose(proposed);
    connect(m_survivor, &QComboBox::currentIndexChanged, this, [this](int index) {
        propose(std::size_t(index));
    });
    connect(m_table, &QTableWidget::cellClicked, this, &MergeDialog::takeCell);
    connect(m_table, &QTableWidget::cellActivated, this, &MergeDialog::takeCell);
    connect(m_table, &QTableWidget::itemChanged, this, &MergeDialog::edited);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_merge, &QPushButton::clicked, this, &MergeDialog::apply);
}

void MergeDialog::setPlan(const core::MergePlan& plan)
{
    const QSignalBlocker quiet(m_survivor);
    m_survivor->setCurrentIndex(0);
    m_plan = plan;
    fill();
}

void MergeDialog::propose(std::size_t survivor)
{
    std::vector<core::Client> ordered = m_clients;
    std::swap(ordered[0], ordered[survivor]);
    auto plan = core::proposeMerge(ordered);
    if (!plan) {
        sayProblem(m_problem, plan.error().message);
        m_merge->setEnabled(false);
        return;
    }
    m_plan = *std::move(plan);
    fill();
}

void MergeDialog::fill()
{
    m_filling = true;
    m_fields.clear();
    for (const core::MergeChoice& choice : m_plan.choices) {
        const bool any = !choice.value.isEmpty()
            || std::any_of(
                m_clients.begin(), m_clients.end(), [&choice](const core::Client& client) {
                    return client.values.has(choice.field);
                });
        if (any) {
            m_fields.push_back(choice.field);
        }
    }
    const int records = int(m_clients.size());
    m_table->setColumnCount(records + 2);
    m_table->setRowCount(int(m_fields.size()));
    QStringList headers;
    for (const core::Client& client : m_clients) {
        headers.append(client.id().value);
    }
    headers.append(tr("Result"));
    headers.append(tr("Why"));
    m_table->setHorizontalHeaderLabels(headers);
    QStringList labels;
    int conflicts = 0;
    for (int row = 0; row < int(m_fields.size()); ++row) {
        const core::MergeChoice& choice = *m_plan.choice(m_fields[std::size_t(row)]);
        conflicts += choice.conflict ? 1 : 0;
        labels.append(choice.conflict ? QStringLiteral("≠ ") + core::fieldLabel(choice.field)
                                      : core::fieldLabel(choice.field));
        for (int column = 0; column < records; ++column) {
            const core::Client& client = m_clients[std::size_t(column)];
            const QString value = core::shownValue(choice.field, client.value(choice.field));
            const bool chosen = choice.from == client.id() && !value.isEmpty();
            auto* item = new QTableWidgetItem((chosen ? QStringLiteral("● ") : QString()) + value);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            item->setToolTip(value);
            if (chosen) {
                setShade(item, theme::Tone::Selected);
            }
            m_table->setItem(row, column, item);
        }
        auto* result = new QTableWidgetItem(core::shownValue(choice.field, choice.value));
        result->setFont(theme::font(theme::Strong));
        result->setToolTip(core::mergeReasonLabel(choice.reason));
        if (choice.field == Field::Contacts || choice.field == Field::Custom
            || choice.field == Field::Type || core::isSealed(choice.field)) {
            result->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        }
        m_table->setItem(row, records, result);
        auto* why = new QTableWidgetItem(core::mergeReasonLabel(choice.reason));
        why->setFlags(Qt::ItemIsEnabled);
        setTone(why, theme::Tone::Muted);
        m_table->setItem(row, records + 1, why);
    }
    m_table->setVerticalHeaderLabels(labels);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(records + 1, QHeaderView::ResizeToContents);
    m_about->setText(conflicts == 0 ? tr("The records do not contradict each other. Nothing is "
                                         "lost; the merge can be undone on any later day.")
                                    : tr("%n field(s) differ and stand first, marked ≠. Click the "
                                         "value that is right, or type another under Result. "
                                         "Phones, e-mails, contacts, tags and notes are put "
                                         "together. The merge can be undone on any later day.",
                                         nullptr,
                                         conflicts));
    m_filling = false;
}

void MergeDialog::takeCell(int row, int column)
{
    if (row < 0 || column < 0 || column >= int(m_clients.size()) || row >= int(m_fields.size())) {
        return;
    }
    if (m_plan.take(m_fields[std::size_t(row)], m_clients[std::size_t(column)].id(), m_clients)) {
        fill();
        m_table->setCurrentCell(row, column);
    }
}

void MergeDialog::edited(QTableWidgetItem* item)
{
    if (m_filling || item->column() != int(m_clients.size())) {
        return;
    }
    const Field field = m_fields[std::size_t(item->row())];
    m_plan.setFree(field, core::standardizeValue(field, item->text(), m_clients.front().values));
    // The value as it will be stored, and none of the records' marked as taken any more; later, since the table still
    // works on the item that this would replace.
    QMetaObject::invokeMethod(
        this,
        [this, row = item->row(), column = item->column()] {
            fill();
            m_table->setCurrentCell(row, column);
        },
        Qt::QueuedConnection);
}

bool MergeDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space
        && m_table->currentColumn() < int(m_clients.size())) {
        takeCell(m_table->currentRow(), m_table->currentColumn());
        return true;
    }
    return QDialog::eventFilter(watched, event);
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
