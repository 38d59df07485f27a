#include "ui/people/PeoplePage.h"

#include "ui/people/HandoverDialog.h"
#include "ui/people/KeysDialog.h"
#include "ui/people/NewRecoveryDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/PersonDialog.h"
#include "ui/people/RekeyDialog.h"
#include "ui/people/RightsDialog.h"
#include "ui/people/RolesDialog.h"
#include "ui/shell/Remember.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

enum PersonColumn
{
    PersonNameColumn,
    RoleColumn,
    DepartmentColumn,
    WaysColumn,
    StateColumn,
    PersonColumnCount
};

} // namespace

PeoplePage::PeoplePage(OfficeJobs& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
    , m_stack(new QStackedWidget(this))
    , m_state(new StateView(m_stack))
    , m_table(new QTableWidget(0, PersonColumnCount, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    m_table->setHorizontalHeaderLabels(
        {tr("Name"), tr("Role"), tr("Department"), tr("Comes in with"), tr("State")});
    m_table->setAccessibleName(tr("People"));
    m_table->setObjectName(QStringLiteral("people"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setUpTable(m_table);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* splitter = new QSplitter(m_stack);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(makePerson());
    splitter->setSizes({660, 452});
    splitter->setCollapsible(1, false);
    remember(m_jobs, splitter, QStringLiteral("people"));
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_state);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PeoplePage::showPerson);
    showPerson();
}

QWidget* PeoplePage::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(2), theme::space(2), theme::space(4), theme::space(2));
    auto* add = new QPushButton(theme::icon("add"), tr("Add a person…"), top);
    setKey(add, 'P');
    auto* limits = new QPushButton(tr("What these rights can and cannot do"), top);
    limits->setProperty("role", QStringLiteral("quiet"));
    setKey(limits, 'B');
    auto* key = new QPushButton(theme::icon("lock"), tr("The office's key…"), top);
    setKey(key, 'Y');
    auto* recovery = new QPushButton(tr("New recovery code…"), top);
    setKey(recovery, 'N');
    auto* roles = new QPushButton(theme::icon("settings"), tr("Roles…"), top);
    setKey(roles, 'R');
    m_soleUser = makeText(top);
    setTone(m_soleUser, theme::Tone::Muted);
    row->addWidget(add);
    row->addWidget(roles);
    row->addSpacing(theme::space(4));
    row->addWidget(m_soleUser, 1);
    connect(roles, &QPushButton::clicked, this, &PeoplePage::showRoles);
    for (QPushButton* button : {limits, recovery, key}) {
        row->addWidget(button);
    }
    connect(add, &QPushButton::clicked, this, &PeoplePage::addPerson);
    connect(key, &QPushButton::clicked, this, &PeoplePage::changeKey);
    connect(recovery, &QPushButton::clicked, this, &PeoplePage::newRecovery);
    connect(limits, &QPushButton::clicked, this, [this] {
        auto* dialog = new RightsDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    return top;
}

void PeoplePage::refresh()
{
    const int round = ++m_round;
    m_jobs.run<People>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) -> core::Result<People> {
            auto users = office.users().list();
            if (!users) {
                return users.error();
            }
            // A keyring that cannot be read now is said elsewhere; who is there is known without it.
            auto ways = office.users().ways();
            return People{*std::move(users),
                          ways ? *std::move(ways) : QHash<QByteArray, core::UserWays>()};
        },
        [this, round](core::Result<People> people) {
            if (round != m_round) {
                return;
            }
            if (!people) {
                m_state->showError(
                    tr("The people could not be read"), people.error(), [this] { refresh(); });
                m_stack->setCurrentWidget(m_state);
                return;
            }
            fill(*std::move(people));
        });
}

void PeoplePage::fill(People people)
{
    const core::User* before = chosen();
    const QString name = before != nullptr ? before->name : m_jobs.session().name;
    m_people = std::move(people.users);
    m_ways = std::move(people.ways);
    const auto active = std::count_if(
        m_people.begin(), m_people.end(), [](const core::User& person) { return person.active; });
    m_soleUser->setText(active == 1 ? tr("You are the only user: nothing waits for approval.")
                                    : QString());
    m_stack->setCurrentIndex(0);
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(int(m_people.size()));
    int row = 0;
    for (const core::User& person : m_people) {
        const QStringList cells{
            person.name == m_jobs.session().name ? tr("%1 (you)").arg(person.name) : person.name,
            core::roleLabel(person.role),
            person.departmentName,
            waysInWords(m_ways.value(person.uuid)),
            person.active ? tr("may log in") : tr("access taken away")};
        for (int column = 0; column < PersonColumnCount; ++column) {
            auto* item = new QTableWidgetItem(cells.at(column));
            if (!person.active) {
                setTone(item, theme::Tone::Muted);
            }
            m_table->setItem(row, column, item);
        }
        m_table->item(row, WaysColumn)->setToolTip(cells.at(WaysColumn));
        if (person.name == name) {
            m_table->selectRow(row);
        }
        ++row;
    }
    showPerson();
}

const core::User* PeoplePage::chosen() const
{
    const QList<QTableWidgetItem*> items = m_table->selectedItems();
    const int row = items.isEmpty() ? -1 : items.front()->row();
    return row >= 0 && row < int(m_people.size()) ? &m_people[std::size_t(row)] : nullptr;
}

void PeoplePage::showRoles()
{
    auto* dialog = new RolesDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RolesDialog::changed, this, [this] {
        Q_EMIT said(tr("The rights are changed, for everybody and at once."));
    });
    connect(dialog, &RolesDialog::said, this, [this](const QString& words) { Q_EMIT said(words); });
    dialog->open();
}

void PeoplePage::setDepartment()
{
    const core::User* person = chosen();
    if (person == nullptr) {
        return;
    }
    m_jobs.run<core::User>(
        Lane::Write,
        this,
        [seen = *person, name = m_department->currentText().trimmed()](core::Office& office,
                                                                       core::Progress&) {
            return office.users().setDepartment(seen.name, name, seen.departmentName);
        },
        [this](core::Result<core::User> user) {
            if (!user) {
                showError(this, user.error());
            } else if (user->departmentName.isEmpty()) {
                Q_EMIT said(tr("%1 is in no department now.").arg(user->name));
            } else {
                Q_EMIT said(tr("%1 is in the department %2 now, and so are their clients.")
                                .arg(user->name, user->departmentName));
            }
            refresh();
        });
}

void PeoplePage::addPerson()
{
    auto* dialog = new PersonDialog(m_jobs, departments(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PersonDialog::added, this, [this](const QString& name) {
        Q_EMIT said(tr("%1 can log in now.").arg(name));
        refresh();
    });
    dialog->open();
}

void PeoplePage::newPassword()
{
    const core::User* person = chosen();
    if (person == nullptr) {
        return;
    }
    auto* dialog = new PasswordDialog(m_jobs, person->name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasswordDialog::changed, this, [this, name = person->name] {
        Q_EMIT said(tr("%1 has a new password.").arg(name));
        refresh();
    });
    dialog->open();
}

void PeoplePage::handOver()
{
    const core::User* person = chosen();
    if (person == nullptr) {
        return;
    }
    QStringList receivers;
    for (const core::User& other : m_people) {
        if (other.active && other.pk != person->pk && other.role != core::Role::Auditor) {
            receivers.append(other.name);
        }
    }
    if (receivers.isEmpty()) {
        showError(this,
                  {core::ErrorCode::NotFound,
                   tr("There is nobody to hand clients to. Add a person first."),
                   {}});
        return;
    }
    auto* dialog = new HandoverDialog(m_jobs, person->name, receivers, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HandoverDialog::handedOver, this, [this](const QString& to, qint64 clients) {
        Q_EMIT said(tr("%n client(s) are looked after by %1 now.", nullptr, int(clients)).arg(to));
    });
    dialog->open();
}

void PeoplePage::change(core::Result<core::User> (*step)(core::Office&,
                                                         const core::User&,
                                                         core::Role),
                        const QString& words,
                        const std::function<void()>& then)
{
    const core::User* person = chosen();
    if (person == nullptr) {
        return;
    }
    const auto role = core::Role(m_role->currentData().toInt());
    m_jobs.run<core::User>(
        Lane::Write,
        this,
        [step, seen = *person, role](core::Office& office, core::Progress&) {
            return step(office, seen, role);
        },
        [this, words, then](core::Result<core::User> user) {
            if (!user) {
                showError(this, user.error());
            } else {
                Q_EMIT said(words.arg(user->name));
                if (then) {
                    then();
                }
            }
            refresh();
        });
}

void PeoplePage::setRole()
{
    change([](core::Office& office,
              const core::User& seen,
              core::Role role) { return office.users().setRole(seen.name, role, seen.role); },
           tr("%1 has another role from the next login on."));
}

void PeoplePage::changeKey()
{
    auto* dialog = new RekeyDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PeoplePage::newRecovery()
{
    auto* dialog = new NewRecoveryDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewRecoveryDialog::changed, this, [this] {
        Q_EMIT said(tr("The office has a new recovery code. Destroy the old sheet."));
    });
    dialog->open();
}

void PeoplePage::disable()
{
    const core::User* person = chosen();
    if (person == nullptr) {
        return;
    }
    ask(this,
        tr("Take access away"),
        tr("%1 cannot log in any more. What they did stays in the log, and their clients stay "
           "theirs until you give them to somebody else. They may have copied the office's key: "
           "next you are asked whether to change it.")
            .arg(person->name),
        tr("Take access away"),
        [this] {
            change([](core::Office& office,
                      const core::User& seen,
                      core::Role) { return office.users().disable(seen.name); },
                   tr("%1 cannot log in any more."),
                   [this] { changeKey(); });
        });
}

} // namespace ui
