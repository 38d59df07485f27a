#include "ui/people/PasswordDialog.h"

#include "core/crypto/KeyFile.h"
#include "ui/people/KeysDialog.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/KeyFileField.h"
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

constexpr int passwordDialogWidth = 520;

} // namespace

PasswordDialog::PasswordDialog(OfficeJobs& jobs, const QString& name, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_name(name)
    , m_own(name == jobs.session().name)
    , m_present(new QLineEdit(this))
    , m_password(new NewPassword(tr("New one"), this))
    , m_second(new QComboBox(this))
    , m_keyFile(new KeyFileField(KeyFileField::Purpose::Set, this))
    , m_secondRow(new FieldRow(tr("Second secret"), m_second, this))
    , m_keyFileRow(new FieldRow(tr("Key file"), m_keyFile, this))
    , m_problem(makeProblem(this))
    , m_change(makePrimary(tr("Change the password"), this))
{
    setWindowTitle(tr("Password"));
    setFixedWidth(passwordDialogWidth);
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
        m_own ? tr("It opens the office from the next login on; the old one no longer does. Your "
                   "second secret stays, but other enrolled computers have to be enrolled again.")
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
    m_second->addItem(tr("none: the password alone"), int(core::NewSecond::None));
    m_second->addItem(tr("a key file"), int(core::NewSecond::KeyFile));
    m_second->setCurrentIndex(-1);
    column->addWidget(m_secondRow);
    column->addWidget(m_keyFileRow);
    m_secondRow->hide();
    m_keyFileRow->hide();
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
    connect(m_second, &QComboBox::currentIndexChanged, this, &PasswordDialog::check);
    connect(m_keyFile, &KeyFileField::edited, this, &PasswordDialog::check);
    check();
    if (!m_own) {
        askForSecond();
    }
}

void PasswordDialog::askForSecond()
{
    m_jobs.run<core::UserWays>(
        Lane::Read,
        this,
        [name = m_name](core::Office& office, core::Progress&) -> core::Result<core::UserWays> {
            auto user = core::UserStore(office.context().reader).byName(name);
            auto ways = office.users().ways();
            if (!user || !ways) {
                return user ? ways.error() : user.error();
            }
            return ways->value(*user ? (*user)->uuid : QByteArray());
        },
        [this](const core::Result<core::UserWays>& ways) {
            if (ways && !ways->passwordAlone && (ways->keyFile || !ways->computers.isEmpty())) {
                m_secondRow->setFinding(core::Severity::Note,
                                        tr("They have one now (%1), which a password set by you "
                                           "cannot keep.")
                                            .arg(waysInWords(*ways)));
                m_secondRow->show();
                check();
                adjustSize();
            }
        });
}

void PasswordDialog::check()
{
    sayProblem(m_problem, m_password->problem());
    const bool isAsked = !m_secondRow->isHidden();
    const bool isFile
        = isAsked && m_second->currentData() == QVariant(int(core::NewSecond::KeyFile));
    if (m_keyFileRow->isHidden() == isFile) {
        m_keyFileRow->setVisible(isFile);
        adjustSize();
    }
    const bool isSaid
        = !isAsked || (m_second->currentIndex() >= 0 && (!isFile || !m_keyFile->path().isEmpty()));
    m_change->setEnabled(m_password->isGood() && isSaid
                         && (!m_own || !m_present->text().isEmpty()));
}

void PasswordDialog::change()
{
    core::PasswordChange wanted{m_password->text()};
    if (!m_secondRow->isHidden()) {
        wanted.second = core::NewSecond(m_second->currentData().toInt());
    }
    setEnabled(false);
    m_jobs.run<core::User>(
        Lane::Write,
        this,
        [name = m_name,
         own = m_own,
         present = m_present->text(),
         file = m_keyFileRow->isHidden() ? QString() : m_keyFile->path(),
         wanted](core::Office& office, core::Progress&) mutable -> core::Result<core::User> {
            if (own) {
                // Whoever finds a window left open must not be able to take it over for good.
                if (auto right = office.ownKeys().checkPassword(present); !right) {
                    return right.error();
                }
            }
            if (!file.isEmpty()) {
                auto secret = core::takeKeyFile(file);
                if (!secret) {
                    return secret.error();
                }
                wanted.secondSecret = *secret;
            }
            return office.users().setPassword(name, wanted);
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
