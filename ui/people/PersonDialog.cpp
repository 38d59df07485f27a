#include "ui/people/PersonDialog.h"

#include "ui/widgets/FieldRow.h"
#include "ui/widgets/NewPassword.h"
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

constexpr int personDialogWidth = 520;

} // namespace

QComboBox* makeRoleBox(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    for (const core::Role role : core::allRoles) {
        box->addItem(core::roleLabel(role), int(role));
    }
    return box;
}

QString aboutRole(core::Role role)
{
    switch (role) {
    case core::Role::Sales:
        return PersonDialog::tr(
            "Sees and keeps own clients; asks before contact details, names or industries change.");
    case core::Role::Service:
        return PersonDialog::tr(
            "Sees the basic fields of every client; enters new ones and asks for changes.");
    case core::Role::Manager:
        return PersonDialog::tr("Keeps the clients of the department, approves changes of contact "
                                "details, imports and exports.");
    case core::Role::DataAdmin:
        return PersonDialog::tr(
            "Sees everything, approves changes of names and industries, adds and removes people.");
    case core::Role::Auditor:
        break;
    }
    return PersonDialog::tr("Sees the basic fields and the log; changes nothing.");
}

PersonDialog::PersonDialog(OfficeJobs& jobs, const QStringList& departments, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_name(new QLineEdit(this))
    , m_role(makeRoleBox(this))
    , m_about(makeText(this))
    , m_department(new QComboBox(this))
    , m_password(new NewPassword(tr("Password"), this))
    , m_problem(makeProblem(this))
    , m_add(makePrimary(tr("Add"), this))
{
    setWindowTitle(tr("Add a person"));
    setFixedWidth(personDialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Add a person"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(this,
                             tr("They log in with this name and password, and change the password "
                                "themselves in the menu."));
    setTone(words, theme::Tone::Muted);
    column->addWidget(words);
    column->addSpacing(theme::space(2));
    m_department->setEditable(true);
    m_department->addItem(QString());
    m_department->addItems(departments);
    column->addWidget(new FieldRow(tr("Name"), m_name, this));
    column->addWidget(new FieldRow(tr("Role"), m_role, this));
    setTone(m_about, theme::Tone::Muted);
    m_about->setContentsMargins(0, 0, 0, theme::space(2));
    column->addWidget(m_about);
    column->addWidget(new FieldRow(tr("Department"), m_department, this));
    column->addWidget(m_password);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKey(m_add, 'A');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_add);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &PersonDialog::add);
    connect(m_name, &QLineEdit::textChanged, this, &PersonDialog::check);
    connect(m_password, &NewPassword::edited, this, &PersonDialog::check);
    const auto explain = [this] {
        m_about->setText(aboutRole(core::Role(m_role->currentData().toInt())));
    };
    connect(m_role, &QComboBox::currentIndexChanged, this, explain);
    explain();
    check();
}

void PersonDialog::check()
{
    sayProblem(m_problem, m_password->problem());
    m_add->setEnabled(m_password->isGood() && !m_name->text().trimmed().isEmpty());
}

void PersonDialog::add()
{
    const core::NewUser wanted{m_name->text().trimmed(),
                               core::Role(m_role->currentData().toInt()),
                               m_department->currentText().trimmed(),
                               m_password->text()};
    setEnabled(false);
    m_jobs.run<core::User>(
        Lane::Write,
        this,
        [wanted](core::Office& office, core::Progress&) { return office.users().add(wanted); },
        [this](core::Result<core::User> user) {
            setEnabled(true);
            if (!user) {
                sayProblem(m_problem, user.error().message);
                return;
            }
            Q_EMIT added(user->name);
            accept();
        });
}

} // namespace ui
