#include "ui/people/KeysDialog.h"

#include "core/crypto/KeyFile.h"
#include "core/security/DeviceSecret.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/KeyFileField.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int keysWidth = 580;

struct OwnWays
{
    core::UserWays ways;
    QString host;
};

/// A remark under a choice, as far in as its words.
QLabel* makeRemark(QWidget* parent, const QString& words)
{
    QLabel* remark = makeText(parent, words);
    remark->setFont(theme::font(theme::Caption));
    setTone(remark, theme::Tone::Muted);
    remark->setContentsMargins(theme::space(6), 0, 0, theme::space(1));
    return remark;
}

} // namespace

QString waysInWords(const core::UserWays& ways)
{
    QStringList words;
    if (ways.passwordAlone) {
        words.append(KeysDialog::tr("password alone"));
    }
    if (ways.keyFile) {
        words.append(KeysDialog::tr("key file"));
    }
    if (!ways.computers.isEmpty()) {
        words.append(KeysDialog::tr("computer: %1").arg(ways.computers.join(KeysDialog::tr(", "))));
    }
    return words.join(KeysDialog::tr("; "));
}

KeysDialog::KeysDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_now(makeText(this))
    , m_present(new QLineEdit(this))
    , m_computers(new QVBoxLayout)
    , m_computerList(new QWidget(this))
    , m_problem(makeProblem(this))
    , m_apply(makePrimary(tr("Use this from now on"), this))
{
    setWindowTitle(tr("My password and keys"));
    setFixedWidth(keysWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("My password and keys"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    setTone(m_now, theme::Tone::Muted);
    column->addWidget(m_now);
    column->addSpacing(theme::space(2));
    column->addWidget(makeChoice());
    m_computers->setContentsMargins(0, 0, 0, 0);
    m_computerList->setLayout(m_computers);
    column->addWidget(m_computerList);
    column->addSpacing(theme::space(2));
    m_present->setEchoMode(QLineEdit::Password);
    column->addWidget(new FieldRow(tr("Present password"), m_present, this));
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* password = new QPushButton(theme::icon("lock"), tr("New password…"), this);
    setKey(password, 'W');
    auto* close = new QPushButton(tr("Close"), this);
    setKey(m_apply, 'U');
    row->addWidget(password);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_apply);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(password, &QPushButton::clicked, this, [this] {
        Q_EMIT passwordWanted();
        accept();
    });
    connect(m_present, &QLineEdit::textChanged, this, &KeysDialog::check);
    connect(m_apply, &QPushButton::clicked, this, &KeysDialog::apply);
    check();
    read();
}

QWidget* KeysDialog::makeChoice()
{
    auto* choice = new QWidget(this);
    auto* column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(1));
    m_alone = new QRadioButton(tr("The password alone"), choice);
    column->addWidget(m_alone);
    column->addWidget(
        makeRemark(choice, tr("Whoever learns it can open the office with a copy of the folder.")));
    m_file = new QRadioButton(tr("The password and a key file"), choice);
    column->addWidget(m_file);
    column->addWidget(makeRemark(
        choice,
        tr("Any file, or the name of a new one that is made. Keep it on a stick, not beside the "
           "office, and a copy in a safe place: without it the password opens nothing.")));
    m_path = new KeyFileField(KeyFileField::Purpose::Set, choice);
    m_path->setContentsMargins(theme::space(6), 0, 0, theme::space(1));
    column->addWidget(m_path);
    m_computer = new QRadioButton(tr("The password, on this computer"), choice);
    column->addWidget(m_computer);
    column->addWidget(makeChoiceOfComputer());
    for (QRadioButton* button : {m_alone, m_file, m_computer}) {
        connect(button, &QRadioButton::toggled, this, &KeysDialog::check);
    }
    connect(m_path, &KeyFileField::edited, this, &KeysDialog::check);
    return choice;
}

QWidget* KeysDialog::makeChoiceOfComputer()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(1));
    const bool isThere = core::deviceKeystore().isAvailable();
    column->addWidget(makeRemark(
        part,
        isThere ? tr("A secret in this computer's keystore becomes part of the key: who learns the "
                     "password opens nothing elsewhere. It does not protect against somebody at "
                     "your account here. If the computer is lost, a data administrator gives you a "
                     "new password.")
                : tr("This computer has no keystore that the program can use. A key file does the "
                     "same.")));
    m_alsoAlone = new QCheckBox(
        tr("The password alone still opens it elsewhere (no protection any more)"), part);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme::space(6), 0, 0, 0);
    row->addWidget(m_alsoAlone);
    column->addLayout(row);
    m_computer->setEnabled(isThere);
    return part;
}

void KeysDialog::read()
{
    m_jobs.run<OwnWays>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) -> core::Result<OwnWays> {
            auto ways = office.users().ways();
            if (!ways) {
                return ways.error();
            }
            return OwnWays{ways->value(office.session().uuid), office.context().host};
        },
        [this](const core::Result<OwnWays>& own) {
            if (own) {
                showWays(own->ways, own->host);
            } else {
                sayProblem(m_problem, own.error().message);
            }
        });
}

void KeysDialog::showWays(const core::UserWays& ways, const QString& host)
{
    m_now->setText(tr("What opens the office for you now: %1").arg(waysInWords(ways)));
    const bool isHere = ways.computers.contains(host);
    (isHere ? m_computer : ways.keyFile ? m_file : m_alone)->setChecked(true);
    m_alsoAlone->setChecked(isHere && ways.passwordAlone);
    while (QLayoutItem* item = m_computers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& computer : ways.computers) {
        auto* line = new QWidget(m_computerList);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(theme::space(6), 0, 0, 0);
        row->addWidget(
            makeText(line, computer == host ? tr("%1 (this computer)").arg(computer) : computer),
            1);
        auto* forgets = new QPushButton(theme::icon("cross"), tr("Forget"), line);
        forgets->setAccessibleName(tr("Forget %1").arg(computer));
        row->addWidget(forgets);
        connect(forgets, &QPushButton::clicked, this, [this, computer] { forget(computer); });
        m_computers->addWidget(line);
    }
    m_computerList->setVisible(!ways.computers.isEmpty());
    check();
    adjustSize();
}

void KeysDialog::check()
{
    m_path->setEnabled(m_file->isChecked());
    m_alsoAlone->setEnabled(m_computer->isChecked());
    const bool isChosen = m_alone->isChecked() || m_computer->isChecked()
        || (m_file->isChecked() && !m_path->path().isEmpty());
    m_apply->setEnabled(isChosen && !m_present->text().isEmpty());
}

void KeysDialog::apply()
{
    const QString name = m_jobs.session().name;
    if (m_computer->isChecked()) {
        const auto alone
            = m_alsoAlone->isChecked() ? core::PasswordAlone::Still : core::PasswordAlone::NoLonger;
        change(
            [alone](core::Office& office, const QString& present) {
                return office.ownKeys().enrollComputer(present, alone);
            },
            tr("This computer is enrolled."));
        return;
    }
    const QString file = m_file->isChecked() ? m_path->path() : QString();
    change(
        [name, file](core::Office& office, const QString& present) -> core::Result<> {
            core::PasswordChange wanted{present, core::NewSecond::None};
            if (!file.isEmpty()) {
                auto secret = core::takeKeyFile(file);
                if (!secret) {
                    return secret.error();
                }
                wanted.second = core::NewSecond::KeyFile;
                wanted.secondSecret = *secret;
            }
            auto user = office.users().setPassword(name, wanted);
            return user ? core::Result<>() : core::Result<>(user.error());
        },
        file.isEmpty() ? tr("The password alone opens the office now.")
                       : tr("The office opens with your password and this key file now."));
}

void KeysDialog::forget(const QString& computer)
{
    change(
        [computer](core::Office& office, const QString& present) -> core::Result<> {
            auto alone = office.ownKeys().forgetComputer(present, computer);
            return alone ? core::Result<>() : core::Result<>(alone.error());
        },
        tr("The computer is forgotten."));
}

void KeysDialog::change(std::function<core::Result<>(core::Office&, const QString& present)> step,
                        const QString& words)
{
    if (m_present->text().isEmpty()) {
        sayProblem(m_problem, tr("Type your present password first."));
        m_present->setFocus();
        return;
    }
    setEnabled(false);
    m_jobs.run<void>(
        Lane::Write,
        this,
        [step = std::move(step), present = m_present->text()](core::Office& office,
                                                              core::Progress&) -> core::Result<> {
            if (auto right = office.ownKeys().checkPassword(present); !right) {
                return right;
            }
            return step(office, present);
        },
        [this, words](const core::Result<>& done) {
            setEnabled(true);
            sayProblem(m_problem, done ? QString() : done.error().message);
            if (!done) {
                return;
            }
            m_present->clear();
            Q_EMIT said(words);
            read();
        });
}

} // namespace ui
