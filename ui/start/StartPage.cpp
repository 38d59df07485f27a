#include "ui/start/StartPage.h"

#include "core/crypto/PasswordStrength.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int columnWidth = 460;
constexpr int acceptableStrength = 3;

/// One column in the middle of the window: title, what it is about, then the step's own widgets.
QVBoxLayout* makeColumn(QWidget* step, const QString& title, const QString& about)
{
    auto* across = new QHBoxLayout(step);
    across->addStretch(1);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::space(2));
    across->addLayout(column);
    across->addStretch(1);
    column->addStretch(1);
    auto* heading = new QLabel(title, step);
    heading->setFont(theme::font(theme::Title));
    heading->setMinimumWidth(columnWidth);
    column->addWidget(heading);
    auto* words = new QLabel(about, step);
    words->setWordWrap(true);
    words->setMaximumWidth(columnWidth);
    words->setVisible(!about.isEmpty());
    column->addWidget(words);
    column->addSpacing(theme::space(3));
    return column;
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_steps(new QStackedWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_steps);
    m_officesStep = makeOfficesStep();
    m_loginStep = makeLoginStep();
    m_nameStep = makeNameStep();
    m_personStep = makePersonStep();
    m_recoveryStep = makeRecoveryStep();
    for (QWidget* step : {m_officesStep, m_loginStep, m_nameStep, m_personStep, m_recoveryStep}) {
        m_steps->addWidget(step);
    }
    showOffices();
}

QWidget* StartPage::makeOfficesStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column
        = makeColumn(step, tr("Dossier"), tr("Open an office you know, or make a new one."));
    m_list = new QListWidget(step);
    m_list->setAccessibleName(tr("Recent offices"));
    m_list->setIconSize(QSize(24, 24));
    m_noOffices = new StateView(step);
    m_noOffices->show("folder",
                      tr("No office yet"),
                      tr("Make one for your own clients, open the folder of an office that is "
                         "there, or look around in a made-up company first."));
    m_noOffices->setAction(tr("Try the sample office"), [this] { Q_EMIT sampleWanted(); });
    m_known = new QStackedWidget(step);
    m_known->setMinimumHeight(240);
    m_known->addWidget(m_list);
    m_known->addWidget(m_noOffices);
    column->addWidget(m_known);
    auto* row = new QHBoxLayout;
    auto* make = new QPushButton(theme::icon("add"), tr("New office…"), step);
    auto* other = new QPushButton(theme::icon("folder"), tr("Open a folder…"), step);
    m_openListed = makePrimary(tr("Open"), step);
    row->addWidget(make);
    row->addWidget(other);
    row->addStretch(1);
    row->addWidget(m_openListed);
    column->addLayout(row);
    m_busy = makeText(step);
    m_busy->hide();
    column->addWidget(m_busy);
    column->addStretch(2);
    connect(make, &QPushButton::clicked, this, &StartPage::showCreate);
    connect(other, &QPushButton::clicked, this, &StartPage::chooseFolder);
    const auto openCurrent = [this] {
        if (const QListWidgetItem* item = m_list->currentItem()) {
            showLogin({item->data(Qt::UserRole).toString(),
                       item->data(Qt::UserRole + 1).toString(),
                       item->data(Qt::UserRole + 2).toString()});
        }
    };
    connect(m_openListed, &QPushButton::clicked, this, openCurrent);
    connect(m_list, &QListWidget::itemActivated, this, openCurrent);
    return step;
}

void StartPage::fillOffices()
{
    m_list->clear();
    for (const RecentOffice& office : recentOffices()) {
        auto* item
            = new QListWidgetItem(theme::icon("folder", theme::Tone::Accent),
                                  office.name + u'\n' + QDir::toNativeSeparators(office.folder),
                                  m_list);
        item->setData(Qt::UserRole, office.folder);
        item->setData(Qt::UserRole + 1, office.name);
        item->setData(Qt::UserRole + 2, office.user);
    }
    m_list->setCurrentRow(0);
    const bool any = m_list->count() > 0;
    m_known->setCurrentWidget(any ? static_cast<QWidget*>(m_list) : m_noOffices);
    m_openListed->setVisible(any);
}

void StartPage::showOffices()
{
    fillOffices();
    m_steps->setCurrentWidget(m_officesStep);
    m_list->setFocus();
}

void StartPage::setBusyWith(const QString& words)
{
    setEnabled(words.isEmpty());
    setCursor(words.isEmpty() ? Qt::ArrowCursor : Qt::BusyCursor);
    m_busy->setText(words);
    m_busy->setVisible(!words.isEmpty());
}

void StartPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Open an office"), defaultOfficesFolder());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        showLogin({folder, QDir(folder).dirName(), {}});
    });
    dialog->open();
}

QWidget* StartPage::makeLoginStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeColumn(step, tr("Log in"), {});
    m_loginTitle = new QLabel(step);
    m_loginTitle->setTextFormat(Qt::PlainText);
    m_loginTitle->setWordWrap(true);
    column->addWidget(m_loginTitle);
    m_loginUser = new QLineEdit(step);
    m_loginPassword = new QLineEdit(step);
    m_loginPassword->setEchoMode(QLineEdit::Password);
    column->addWidget(new FieldRow(tr("Your name"), m_loginUser, step));
    column->addWidget(new FieldRow(tr("Password"), m_loginPassword, step));
    m_loginProblem = makeProblem(step);
    column->addWidget(m_loginProblem);
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(tr("Back"), step);
    m_loginButton = makePrimary(tr("Log in"), step);
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_loginButton);
    column->addLayout(row);
    column->addStretch(2);
    connect(back, &QPushButton::clicked, this, &StartPage::showOffices);
    connect(m_loginButton, &QPushButton::clicked, this, &StartPage::logIn);
    connect(m_loginPassword, &QLineEdit::returnPressed, this, &StartPage::logIn);
    return step;
}

void StartPage::showLogin(const RecentOffice& office)
{
    m_loginFolder = office.folder;
    m_loginTitle->setText(office.name + u'\n' + QDir::toNativeSeparators(office.folder));
    m_loginUser->setText(office.user);
    m_loginPassword->clear();
    sayProblem(m_loginProblem, {});
    m_steps->setCurrentWidget(m_loginStep);
    (office.user.isEmpty() ? m_loginUser : m_loginPassword)->setFocus();
}

void StartPage::setBusy(QPushButton* button, bool busy)
{
    button->setEnabled(!busy);
    m_steps->currentWidget()->setCursor(busy ? Qt::BusyCursor : Qt::ArrowCursor);
}

void StartPage::logIn()
{
    if (!m_loginButton->isEnabled()) {
        return;
    }
    setBusy(m_loginButton, true);
    sayProblem(m_loginProblem, {});
    const core::Login login{m_loginFolder, m_loginUser->text(), m_loginPassword->text(), {}};
    using Access = std::shared_ptr<const core::OfficeAccess>;
    runDetached<Access>(
        this,
        [login] { return core::login(login); },
        [this](core::Result<Access> access) {
            setBusy(m_loginButton, false);
            m_loginPassword->clear();
            if (!access) {
                sayProblem(m_loginProblem, access.error().message);
                m_loginPassword->setFocus();
                return;
            }
            rememberOffice({(*access)->folder, (*access)->officeName, (*access)->session.name});
            Q_EMIT opened(*access);
        });
}

QWidget* StartPage::makeNameStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column
        = makeColumn(step,
                     tr("New office: 1 of 3"),
                     tr("An office is one encrypted folder. Put it on this computer, or on a "
                        "shared drive that your colleagues reach."));
    m_officeName = new QLineEdit(step);
    m_officeFolder = new QLineEdit(step);
    column->addWidget(new FieldRow(tr("Office name"), m_officeName, step));
    auto* place = new QHBoxLayout;
    place->setSpacing(theme::space(2));
    place->addWidget(new FieldRow(tr("Folder"), m_officeFolder, step), 1);
    auto* browse = new QPushButton(theme::icon("folder"), tr("Choose…"), step);
    place->addWidget(browse, 0, Qt::AlignTop);
    column->addLayout(place);
    column->addSpacing(theme::space(3));
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(tr("Back"), step);
    m_toPerson = makePrimary(tr("Next"), step);
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_toPerson);
    column->addLayout(row);
    column->addStretch(2);
    connect(back, &QPushButton::clicked, this, &StartPage::showOffices);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder for the office"), QDir::homePath());
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
            m_officeFolder->setText(QDir::toNativeSeparators(
                folder + u'/' + m_officeName->text().trimmed() + QStringLiteral(".dossier")));
        });
        dialog->open();
    });
    connect(m_officeName, &QLineEdit::textChanged, this, [this](const QString& name) {
        static const QRegularExpression forbidden(QStringLiteral(R"([\\/:*?"<>|])"));
        QString safe = name.trimmed();
        safe.remove(forbidden);
        m_officeFolder->setText(QDir::toNativeSeparators(defaultOfficesFolder() + u'/' + safe
                                                         + QStringLiteral(".dossier")));
        m_toPerson->setEnabled(!safe.isEmpty());
    });
    connect(m_toPerson, &QPushButton::clicked, this, [this] {
        m_steps->setCurrentWidget(m_personStep);
        m_adminName->setFocus();
    });
    return step;
}

void StartPage::showCreate()
{
    m_officeName->clear();
    m_toPerson->setEnabled(false);
    m_adminName->clear();
    m_password->clear();
    m_passwordAgain->clear();
    m_steps->setCurrentWidget(m_nameStep);
    m_officeName->setFocus();
}

QWidget* StartPage::makePersonStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeColumn(step,
                                     tr("New office: 2 of 3"),
                                     tr("You are its first data administrator: you see everything, "
                                        "and add your colleagues with passwords of their own."));
    m_adminName = new QLineEdit(step);
    m_password = new QLineEdit(step);
    m_passwordAgain = new QLineEdit(step);
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordAgain->setEchoMode(QLineEdit::Password);
    column->addWidget(new FieldRow(tr("Your name"), m_adminName, step));
    column->addWidget(new FieldRow(tr("Password"), m_password, step));
    column->addWidget(new FieldRow(tr("Once more"), m_passwordAgain, step));
    m_personProblem = makeProblem(step);
    column->addWidget(m_personProblem);
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(tr("Back"), step);
    m_createButton = makePrimary(tr("Make the office"), step);
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_createButton);
    column->addLayout(row);
    column->addStretch(2);
    connect(back, &QPushButton::clicked, this, [this] { m_steps->setCurrentWidget(m_nameStep); });
    for (QLineEdit* edit : {m_adminName, m_password, m_passwordAgain}) {
        connect(edit, &QLineEdit::textChanged, this, &StartPage::checkPerson);
    }
    connect(m_createButton, &QPushButton::clicked, this, &StartPage::create);
    checkPerson();
    return step;
}

void StartPage::checkPerson()
{
    QString problem;
    if (!m_password->text().isEmpty()
        && core::passwordStrength(m_password->text()) < acceptableStrength) {
        problem = tr("This password would be guessed soon. Take four or more words that do not "
                     "belong together.");
    } else if (!m_passwordAgain->text().isEmpty()
               && m_password->text() != m_passwordAgain->text()) {
        problem = tr("The two passwords differ.");
    }
    sayProblem(m_personProblem, problem);
    m_createButton->setEnabled(problem.isEmpty() && !m_adminName->text().trimmed().isEmpty()
                               && !m_password->text().isEmpty()
                               && m_password->text() == m_passwordAgain->text());
}

void StartPage::create()
{
    setBusy(m_createButton, true);
    const core::NewOffice wanted{QDir::fromNativeSeparators(m_officeFolder->text()),
                                 m_officeName->text().trimmed(),
                                 m_adminName->text().trimmed(),
                                 m_password->text(),
                                 256,
                                 false};
    runDetached<core::CreatedOffice>(
        this,
        [wanted] { return core::createOffice(wanted); },
        [this](core::Result<core::CreatedOffice> created) {
            setBusy(m_createButton, false);
            if (!created) {
                sayProblem(m_personProblem, created.error().message);
                return;
            }
            m_password->clear();
            m_passwordAgain->clear();
            m_created = created->access;
            const QStringList lines = created->recoveryCode.split(u'\n', Qt::SkipEmptyParts);
            m_code->setText(lines.join(u'\n'));
            // Two groups typed back show that the code was really written down.
            const int line = int(QRandomGenerator::global()->bounded(qint64(lines.size())));
            m_expectedGroups = lines.at(line).section(u' ', 0, 1, QString::SectionSkipEmpty);
            m_codeQuestion->setText(
                tr("Type the first two groups of line %1 of your sheet:").arg(line + 1));
            m_codeAnswer->clear();
            m_startButton->setEnabled(false);
            m_steps->setCurrentWidget(m_recoveryStep);
        });
}

QWidget* StartPage::makeRecoveryStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeColumn(step,
                                     tr("New office: 3 of 3"),
                                     tr("This recovery code opens the office when every password "
                                        "is lost. Write it down now, and keep it "
                                        "away from this computer. It is shown once. Without it and "
                                        "without passwords the data is lost."));
    m_code = new QLabel(step);
    QFont mono(QStringLiteral("monospace"));
    mono.setStyleHint(QFont::Monospace);
    mono.setPointSizeF(theme::font(theme::Heading).pointSizeF());
    m_code->setFont(mono);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAccessibleName(tr("Recovery code"));
    m_code->setObjectName(QStringLiteral("recovery_code"));
    column->addWidget(m_code);
    column->addSpacing(theme::space(2));
    m_codeQuestion = new QLabel(step);
    m_codeQuestion->setWordWrap(true);
    column->addWidget(m_codeQuestion);
    m_codeAnswer = new QLineEdit(step);
    m_codeQuestion->setBuddy(m_codeAnswer);
    m_codeAnswer->setAccessibleName(tr("Two groups of the recovery code"));
    column->addWidget(m_codeAnswer);
    auto* row = new QHBoxLayout;
    m_startButton = makePrimary(tr("Open the office"), step);
    row->addStretch(1);
    row->addWidget(m_startButton);
    column->addLayout(row);
    column->addStretch(2);
    connect(m_codeAnswer, &QLineEdit::textChanged, this, &StartPage::checkRecovery);
    connect(m_startButton, &QPushButton::clicked, this, [this] {
        m_code->clear();
        rememberOffice({m_created->folder, m_created->officeName, m_created->session.name});
        Q_EMIT opened(std::exchange(m_created, nullptr));
    });
    return step;
}

void StartPage::checkRecovery()
{
    const auto plain = [](QString text) {
        text.remove(u' ');
        text.remove(u'-');
        return text.toUpper();
    };
    m_startButton->setEnabled(!m_expectedGroups.isEmpty()
                              && plain(m_codeAnswer->text()) == plain(m_expectedGroups));
}

} // namespace ui
