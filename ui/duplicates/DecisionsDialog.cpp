#include "ui/duplicates/DecisionsDialog.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Toast.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize decisionsDialogSize{960, 540};

QString shownRecord(const QString& name, const core::ClientId& id)
{
    return name.isEmpty() ? id.value : name + QStringLiteral("  ") + id.value;
}

} // namespace

DecisionListModel::DecisionListModel(const QTimeZone& zone, QObject* parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
{ }

void DecisionListModel::setDecisions(std::vector<core::DuplicateDecision> decisions)
{
    beginResetModel();
    m_decisions = std::move(decisions);
    endResetModel();
}

int DecisionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_decisions.size());
}

int DecisionListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DecisionListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const core::DuplicateDecision& decision = at(index.row());
    switch (Column(index.column())) {
    case First:
        return shownRecord(decision.nameA, decision.a);
    case Second:
        return shownRecord(decision.nameB, decision.b);
    case Decision:
        return decision.same ? tr("the same client") : tr("not a duplicate");
    case When:
        return QLocale().toString(decision.at.toTimeZone(m_zone), QLocale::ShortFormat);
    case Who:
        return decision.by;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DecisionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case First:
        return tr("One record");
    case Second:
        return tr("The other");
    case Decision:
        return tr("Decided");
    case When:
        return tr("When");
    case Who:
        return tr("By");
    case ColumnCount:
        break;
    }
    return {};
}

DecisionsDialog::DecisionsDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_model(new DecisionListModel(jobs.access().timeZone, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_text(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QTableView(m_stack))
    , m_state(new StateView(m_stack))
    , m_hint(makeText(this))
    , m_takeBack(new QPushButton(theme::icon("undo"), tr("Take back"), this))
    , m_toast(new Toast(this))
{
    setWindowTitle(tr("Decided"));
    resize(decisionsDialogSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    auto* heading = new QLabel(tr("What was decided about duplicates"), this);
    heading->setFont(theme::font(theme::Title));
    QLabel* about = makeText(this,
                             tr("\"Not a duplicate\" holds in every later look through the office "
                                "until it is taken back. Merges are taken back from the history of "
                                "their record."));
    setTone(about, theme::Tone::Muted);
    m_text->setPlaceholderText(tr("Part of a name, an id or who decided"));
    m_text->setAccessibleName(tr("Part of a name, an id or who decided"));
    m_text->setClearButtonEnabled(true);
    setUpList();
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_list);
    setTone(m_hint, theme::Tone::Muted);
    auto* close = new QPushButton(tr("Close"), this);
    setKey(m_takeBack, 'T');
    auto* row = new QHBoxLayout;
    row->addWidget(close);
    row->addWidget(m_hint, 1);
    row->addWidget(m_takeBack);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, about, m_text}) {
        column->addWidget(widget);
    }
    column->addWidget(m_stack, 1);
    column->addLayout(row);
    m_takeBack->setEnabled(false);
    m_takeBack->setAutoDefault(false);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_takeBack, &QPushButton::clicked, this, &DecisionsDialog::takeBack);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterFixedString(text.trimmed());
        showRest();
    });
    connect(&m_jobs, &OfficeJobs::officeChanged, this, &DecisionsDialog::read);
    m_state->showLoading("history", tr("Reading what was decided…"));
    read();
}

void DecisionsDialog::setUpList()
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(QStringLiteral("decisions"));
    m_list->setAccessibleName(tr("What was decided about duplicates"));
    m_list->setModel(m_filtered);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    setUpTable(m_list);
    m_list->verticalHeader()->hide();
    QHeaderView* header = m_list->horizontalHeader();
    for (const auto column : {DecisionListModel::First, DecisionListModel::Second}) {
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    for (const auto column :
         {DecisionListModel::Decision, DecisionListModel::When, DecisionListModel::Who}) {
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &DecisionsDialog::showChosen);
}

void DecisionsDialog::read()
{
    using Decisions = std::vector<core::DuplicateDecision>;
    m_jobs.run<Decisions>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.duplicates().decisions(); },
        [this](core::Result<Decisions> decisions) {
            if (!decisions) {
                m_state->showError(
                    tr("The decisions could not be read"), decisions.error(), [this] { read(); });
                m_stack->setCurrentWidget(m_state);
                return;
            }
            const int row = m_list->currentIndex().row();
            m_model->setDecisions(*std::move(decisions));
            showRest();
            if (m_filtered->rowCount() > 0) {
                m_list->selectRow(std::clamp(row, 0, m_filtered->rowCount() - 1));
            }
        });
}

void DecisionsDialog::showRest()
{
    if (m_filtered->rowCount() > 0) {
        m_stack->setCurrentWidget(m_list);
    } else if (m_model->rowCount() > 0) {
        m_state->show("filter", tr("No decision matches"), tr("None has this text."));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_state->show("history",
                      tr("Nothing decided yet"),
                      tr("Pairs that somebody called \"not a duplicate\" stand here."));
        m_stack->setCurrentWidget(m_state);
    }
    showChosen();
}

const core::DuplicateDecision* DecisionsDialog::chosen() const
{
    const QModelIndex index = m_filtered->mapToSource(m_list->currentIndex());
    return index.isValid() && m_stack->currentWidget() == m_list ? &m_model->at(index.row())
                                                                 : nullptr;
}

void DecisionsDialog::showChosen()
{
    const core::DuplicateDecision* decision = chosen();
    m_takeBack->setEnabled(decision != nullptr && decision->mayRevoke);
    m_hint->setText(decision != nullptr && !decision->mayRevoke
                        ? tr("Only whoever may merge one of the two can take this back.")
                        : QString());
}

void DecisionsDialog::takeBack()
{
    if (const core::DuplicateDecision* decision = chosen()) {
        change(core::DuplicateDecision(*decision), true);
    }
}

void DecisionsDialog::change(const core::DuplicateDecision& decision, bool isTakenBack)
{
    m_jobs.run<bool>(
        Lane::Write,
        this,
        [decision, isTakenBack](core::Office& office, core::Progress&) -> core::Result<bool> {
            core::DuplicateService& duplicates = office.duplicates();
            auto done = isTakenBack ? duplicates.revoke(decision.a, decision.b)
                                    : duplicates.decide(decision.a, decision.b, decision.same);
            return done ? core::Result<bool>(true) : core::Result<bool>(done.error());
        },
        [this, decision, isTakenBack](const core::Result<bool>& done) {
            if (!done) {
                m_toast->say(done.error().message);
            } else if (isTakenBack) {
                m_toast->say(tr("Taken back; the two are compared again."),
                             tr("Undo"),
                             [this, decision] { change(decision, false); });
            } else {
                m_toast->say(tr("It holds again."));
            }
            read();
        });
}

} // namespace ui
