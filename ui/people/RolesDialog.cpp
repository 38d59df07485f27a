#include "ui/people/RolesDialog.h"

#include "core/security/Permissions.h"
#include "ui/people/ConfidentialFieldsDialog.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize rolesSize{1160, 760};

QString scopeWords(core::Reach reach, core::Scope scope)
{
    switch (scope) {
    case core::Scope::None:
        return RolesDialog::tr("no");
    case core::Scope::Own:
        return RolesDialog::tr("own clients");
    case core::Scope::Department:
        return RolesDialog::tr("clients of the department");
    case core::Scope::All:
        break;
    }
    return reach == core::Reach::Office ? RolesDialog::tr("yes") : RolesDialog::tr("all clients");
}

void fillScopes(QComboBox* box, core::Reach reach, core::Scope chosen)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const core::Scope scope :
         {core::Scope::None, core::Scope::Own, core::Scope::Department, core::Scope::All}) {
        if (core::isScopeOf(reach, scope)) {
            box->addItem(scopeWords(reach, scope), int(scope));
        }
    }
    box->setCurrentIndex(box->findData(int(chosen)));
}

} // namespace

RolesDialog::RolesDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_soleUser(makeText(this))
    , m_table(new QTableWidget(0, int(core::allRoles.size()), this))
    , m_problem(makeProblem(this))
    , m_policy(core::Policy::shipped())
{
    setWindowTitle(tr("Roles"));
    resize(rolesSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("What each role may do"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(
        this,
        tr("Choose a cell to change it. A change holds at once for everybody, and the log keeps "
           "it. Some things stay whatever stands here: nobody decides his own request, nothing is "
           "erased without a second person, and whoever has a login and tools of his own can read "
           "the ordinary fields of every client."));
    setTone(words, theme::Tone::Muted);
    column->addWidget(words);
    m_soleUser->setText(tr("You are the only user of this office: nothing waits for approval, "
                           "whatever stands here."));
    setTone(m_soleUser, theme::Tone::Warning);
    m_soleUser->hide();
    column->addWidget(m_soleUser);
    makeTable();
    column->addWidget(m_table, 1);
    column->addWidget(makeEditor());
    column->addWidget(m_problem);
    column->addLayout(makeFoot());
    connect(m_table, &QTableWidget::currentCellChanged, this, &RolesDialog::showCell);
    fill();
    m_table->setFocus();
    read();
}

QHBoxLayout* RolesDialog::makeFoot()
{
    auto* row = new QHBoxLayout;
    m_resetAll = new QPushButton(theme::icon("undo"), tr("Everything as it ships…"), this);
    setKey(m_resetAll, 'E');
    auto* fields = new QPushButton(theme::icon("lock"), tr("Confidential fields…"), this);
    setKey(fields, 'F');
    // Who may open what is in them is no cell of the table: it goes by a key.
    fields->setVisible(core::decide(m_jobs.session(), core::Action::Administer)
                       == core::Verdict::Allowed);
    auto* close = new QPushButton(tr("Close"), this);
    row->addWidget(m_resetAll);
    row->addWidget(fields);
    row->addStretch(1);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(fields, &QPushButton::clicked, this, &RolesDialog::showFields);
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        ask(this,
            tr("Everything as it ships"),
            tr("All changes of the table are taken back, for everybody and at once."),
            tr("Take them back"),
            [this] { send([](core::PolicyService& policy) { return policy.resetAll(); }); });
    });
    return row;
}

void RolesDialog::showFields()
{
    auto* dialog = new ConfidentialFieldsDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConfidentialFieldsDialog::said, this, &RolesDialog::said);
    dialog->open();
}

void RolesDialog::makeTable()
{
    QStringList roles;
    for (const core::Role role : core::allRoles) {
        roles.append(core::roleLabel(role));
    }
    QStringList rights;
    for (const core::PolicyRow& row : core::policyTable()) {
        if (row.isBuilt) {
            m_actions.push_back(row.action);
            rights.append(core::actionLabel(row.action));
        }
    }
    m_table->setRowCount(int(rights.size()));
    m_table->setObjectName(QStringLiteral("roles"));
    m_table->setAccessibleName(tr("What each role may do"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setUpTable(m_table);
    m_table->setHorizontalHeaderLabels(roles);
    m_table->setVerticalHeaderLabels(rights);
    m_table->verticalHeader()->show();
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

QWidget* RolesDialog::makeEditor()
{
    auto* editor = new QWidget(this);
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, theme::space(2), 0, 0);
    column->setSpacing(theme::space(2));
    m_what = makeText(editor);
    m_what->setFont(theme::font(theme::Strong));
    m_why = makeText(editor);
    setTone(m_why, theme::Tone::Muted);
    m_direct = new QComboBox(editor);
    m_byRequest = new QComboBox(editor);
    m_directRow = new FieldRow(tr("At once"), m_direct, editor);
    m_byRequestRow = new FieldRow(tr("On request"), m_byRequest, editor);
    m_set = makePrimary(tr("Change the right"), editor);
    setKey(m_set, 'C');
    m_reset = new QPushButton(theme::icon("undo"), tr("As it ships"), editor);
    setKey(m_reset, 'S');
    column->addWidget(m_what);
    column->addWidget(m_why);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(theme::space(4));
    fields->addWidget(m_directRow, 1);
    fields->addWidget(m_byRequestRow, 1);
    column->addLayout(fields);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_reset);
    row->addWidget(m_set);
    column->addLayout(row);
    connect(m_direct, &QComboBox::currentIndexChanged, this, &RolesDialog::offer);
    connect(m_byRequest, &QComboBox::currentIndexChanged, this, &RolesDialog::offer);
    connect(m_set, &QPushButton::clicked, this, [this] {
        const auto cell = chosen();
        if (cell) {
            send([cell, grant = wanted(), seen = m_policy.grant(cell->role, cell->action)](
                     core::PolicyService& policy) {
                return policy.set(cell->role, cell->action, grant, seen);
            });
        }
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const auto cell = chosen()) {
            send([cell](core::PolicyService& policy) {
                return policy.reset(cell->role, cell->action);
            });
        }
    });
    return editor;
}

void RolesDialog::read()
{
    using Read = std::pair<core::Policy, bool>;
    m_jobs.run<Read>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) -> core::Result<Read> {
            auto policy = office.policy().current();
            auto sole = office.policy().hasSoleUser();
            if (!policy || !sole) {
                return policy ? sole.error() : policy.error();
            }
            return Read{*policy, *sole};
        },
        [this](const core::Result<Read>& found) {
            if (!found) {
                sayProblem(m_problem, found.error().message);
                return;
            }
            m_policy = found->first;
            m_soleUser->setVisible(found->second);
            fill();
        });
}

void RolesDialog::fill()
{
    int row = 0;
    for (const core::Action action : m_actions) {
        int column = 0;
        for (const core::Role role : core::allRoles) {
            const core::Grant grant = m_policy.grant(role, action);
            const bool isChanged = !m_policy.isShipped(role, action);
            const QString fixed = core::whyFixed(role, action);
            const QString text = core::grantLabel(action, grant);
            auto* item = new QTableWidgetItem(isChanged ? tr("%1 (changed)").arg(text) : text);
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            if (isChanged) {
                setShade(item, theme::Tone::Different);
                item->setToolTip(tr("As it ships: %1")
                                     .arg(core::grantLabel(
                                         action, core::Policy::shipped().grant(role, action))));
            } else if (!fixed.isEmpty()) {
                setTone(item, theme::Tone::Muted);
                item->setToolTip(fixed);
            }
            m_table->setItem(row, column++, item);
        }
        ++row;
    }
    if (m_table->currentRow() < 0) {
        m_table->setCurrentCell(0, 0);
    }
    m_resetAll->setEnabled(m_policy.changedCount() > 0);
    showCell();
}

std::optional<RolesDialog::Cell> RolesDialog::chosen() const
{
    const int row = m_table->currentRow();
    const int column = m_table->currentColumn();
    if (row < 0 || column < 0 || row >= int(m_actions.size())) {
        return std::nullopt;
    }
    return Cell{m_actions[std::size_t(row)], core::allRoles[std::size_t(column)]};
}

core::Grant RolesDialog::wanted() const
{
    return {core::Scope(m_direct->currentData().toInt()),
            core::Scope(m_byRequest->currentData().toInt())};
}

void RolesDialog::showCell()
{
    const auto cell = chosen();
    sayProblem(m_problem, {});
    if (!cell) {
        return;
    }
    const core::PolicyRow& row = core::policyRow(cell->action);
    const core::Grant grant = m_policy.grant(cell->role, cell->action);
    const QString fixed = core::whyFixed(cell->role, cell->action);
    m_what->setText(tr("%1: %2").arg(core::roleLabel(cell->role), core::actionLabel(cell->action)));
    m_why->setText(!fixed.isEmpty() ? fixed
                                    : tr("As it ships: %1")
                                          .arg(core::grantLabel(
                                              cell->action, row.shipped[std::size_t(cell->role)])));
    fillScopes(m_direct, row.reach, grant.direct);
    fillScopes(m_byRequest, row.reach, grant.byRequest);
    m_directRow->setEnabled(fixed.isEmpty() && cell->action != core::Action::Erase);
    m_byRequestRow->setVisible(row.canBeAsked);
    m_byRequestRow->setEnabled(fixed.isEmpty());
    m_reset->setEnabled(!m_policy.isShipped(cell->role, cell->action));
    offer();
}

/// What stands against it is said before it is sent.
void RolesDialog::offer()
{
    const auto cell = chosen();
    if (!cell) {
        return;
    }
    auto next = m_policy.with(cell->role, cell->action, wanted());
    sayProblem(m_problem, next ? QString() : next.error().message);
    m_set->setEnabled(next && !(*next == m_policy));
}

void RolesDialog::send(std::function<core::Result<core::Policy>(core::PolicyService&)> step)
{
    setEnabled(false);
    m_jobs.run<core::Policy>(
        Lane::Write,
        this,
        [step = std::move(step)](core::Office& office, core::Progress&) {
            return step(office.policy());
        },
        [this](const core::Result<core::Policy>& policy) {
            setEnabled(true);
            m_table->setFocus();
            if (!policy) {
                read();
                showError(this, policy.error());
                return;
            }
            m_policy = *policy;
            fill();
            Q_EMIT changed();
        });
}

} // namespace ui
