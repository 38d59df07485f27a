#include "ui/people/PasswordDialog.h"

#include "core/crypto/KeyringFile.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/NewPassword.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int dialogWidth = 520;

/// Whoever finds a window left open must not be able to take it over for good.
core::Result<> checkPresent(const QString& folder, const QString& name, const QString& password)
{
    auto keyring = core::readKeyring(folder);
    if (!keyring) {
        return keyring.error();
    }
    core::Credentials credentials;
    credentials.name = name;
    credentials.password = password;
    if (auto person = keyring->unlock(credentials); !person) {
        core::Error error = person.error();
        if (error.code == core::ErrorCode::Unauthenticated) {
            error.message = PasswordDialog::tr("The present password is not right.");
        }
        return error;
    }
    return {};
}

} // namespace

PasswordDialog::PasswordDialog(OfficeJobs& jobs, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_name(name)
    , m_own(name == jobs.session().name)
    , m_present(new QLineEdit(this))
    , m_password(new NewPassword(tr("New one"), this))
    , m_problem(makeProblem(this))
    , m_change(makePrimary(tr("Change the password"), this))
{
    setWindowTitle(tr("Password"));
    setFixedWidth(dialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading
        = new QLabel(m_own ? tr("My password") : tr("New password for %1").arg(name), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(
        this,
        m_own ? tr("It opens the office from the next login on; the old one no longer does.")
              : tr("Tell it to them in person. Somebody whose access was taken away gets it back "
                   "with this."));
    setTone(words, theme::Tone::Muted);
    column->addWidget(words);
    column->addSpacing(theme::space(2));
    m_present->setEchoMode(QLineEdit::Password);
    auto* present = new FieldRow(tr("Present one"), m_present, this);
    present->setVisible(m_own);
    column->addWidget(present);
    column->addWidget(m_password);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKey(m_change, 'C');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_change);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &PasswordDialog::change);
    connect(m_present, &QLineEdit::textChanged, this, &PasswordDialog::check);
    connect(m_password, &NewPassword::edited, this, &PasswordDialog::check);
    check();
}

void PasswordDialog::check()
{
    sayProblem(m_problem, m_password->problem());
    m_change->setEnabled(m_password->isGood() && (!m_own || !m_present->text().isEmpty()));
}

void PasswordDialog::change()
{
    setEnabled(false);
    m_jobs.run<core::User>(
        Lane::Write,
        this,
        [name = m_name, own = m_own, present = m_present->text(), password = m_password->text()](
            core::Office& office, core::Progress&) -> core::Result<core::User> {
            if (own) {
                if (auto right = checkPresent(office.access().folder, name, present); !right) {
                    return right.error();
                }
            }
            return office.users().setPassword(name, password);
        },
        [this](const core::Result<core::User>& user) {
            setEnabled(true);
            if (!user) {
                sayProblem(m_problem, user.error().message);
                return;
            }
            Q_EMIT changed();
            accept();
        });
}

} // namespace ui
