#include "ui/start/StartPage.h"

#include "core/base/Language.h"
#include "core/crypto/KeyringFile.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/start/CreateOffice.h"
#include "ui/start/LoginDelay.h"
#include "ui/start/RecoverOffice.h"
#include "ui/start/RecoverySheet.h"
#include "ui/start/StartStep.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/KeyFileField.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int isGoneRole = Qt::UserRole + 3; ///< of an entry whose folder holds no office now

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_steps(new QStackedWidget(this))
    , m_create(new CreateOffice(this))
    , m_recovery(new RecoverySheet(this))
    , m_recover(new RecoverOffice(this))
{
    m_officesStep = makeOfficesStep();
    m_loginStep = makeLoginStep();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_steps, 1);
    auto* foot = new QHBoxLayout;
    const bool chinese = core::currentLanguage() == QLatin1String("zh");
    // Named in its own language, for whoever cannot read the present one.
    m_language
        = new QPushButton(chinese ? QStringLiteral("English") : QStringLiteral("中文"), this);
    m_language->setProperty("role", QStringLiteral("quiet"));
    setKey(m_language, 'L');
    foot->addStretch(1);
    foot->addWidget(m_language);
    layout->addLayout(foot);
    for (QWidget* step : std::initializer_list<QWidget*>{
             m_officesStep, m_loginStep, m_create, m_recovery, m_recover}) {
        m_steps->addWidget(step);
    }
    connect(m_steps, &QStackedWidget::currentChanged, this, &StartPage::showLanguage);
    connect(m_language, &QPushButton::clicked, this, [this, chinese] {
        Q_EMIT languageWanted(chinese ? QStringLiteral("en") : QStringLiteral("zh"));
    });
    connect(m_create, &CreateOffice::left, this, &StartPage::showOffices);
    connect(m_create, &CreateOffice::created, this, [this](const core::CreatedOffice& office) {
        m_steps->setCurrentWidget(m_recovery);
        m_recovery->show(office.access, office.recoveryCode);
    });
    connect(m_recover, &RecoverOffice::recovered, this, &StartPage::enter);
    connect(m_recover, &RecoverOffice::left, this, [this] {
        m_steps->setCurrentWidget(m_loginStep);
        m_loginPassword->setFocus();
    });
    connect(m_recovery, &RecoverySheet::confirmed, this, &StartPage::enter);
    showOffices();
}

StartStep* StartPage::makeOfficesStep()
{
    auto* step
        = new StartStep(tr("Dossier"), tr("Open an office you know, or make a new one."), this);
    m_list = new QListWidget(step);
    m_list->setAccessibleName(tr("Recent offices"));
    m_list->setIconSize(QSize(24, 24));
    m_noOffices = new StateView(step);
    m_noOffices->show("folder",
                      tr("No office yet"),
                      tr("Make one for your own clients, open the folder of an office that is "
                         "there, or look around in a made-up company first."));
    m_known = new QStackedWidget(step);
    m_known->setFixedHeight(264);
    m_known->addWidget(m_list);
    m_known->addWidget(m_noOffices);
    step->add(m_known);
    m_sample = new QPushButton(tr("Try the sample office"), step);
    setKey(m_sample, 'T');
    auto* make = new QPushButton(theme::icon("add"), tr("New office…"), step);
    setKey(make, 'N');
    auto* other = new QPushButton(theme::icon("folder"), tr("Open a folder…"), step);
    setKey(other, 'F');
    m_openListed = makePrimary(tr("Open"), step);
    setKey(m_openListed, 'O');
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(2));
    row->addWidget(make);
    row->addWidget(other);
    row->addWidget(m_sample);
    row->addStretch(1);
    step->add(row);
    m_busy = makeText(step);
    m_busy->hide();
    step->add(m_busy);
    step->addButtons(nullptr, m_openListed);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    connect(make, &QPushButton::clicked, this, &StartPage::showCreate);
    connect(other, &QPushButton::clicked, this, &StartPage::chooseFolder);
    connect(m_openListed, &QPushButton::clicked, this, &StartPage::openCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &StartPage::openCurrent);
    m_list->setToolTip(tr("Delete takes an office off this list; its folder stays as it is."));
    auto* forget = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    forget->setContext(Qt::WidgetShortcut);
    connect(forget, &QShortcut::activated, this, &StartPage::forgetCurrent);
    return step;
}

void StartPage::openCurrent()
{
    if (const QListWidgetItem* item = m_list->currentItem()) {
        showLogin({item->data(Qt::UserRole).toString(),
                   item->data(Qt::UserRole + 1).toString(),
                   item->data(Qt::UserRole + 2).toString()});
        if (item->data(isGoneRole).toBool()) {
            m_loginStep->sayProblem(
                tr("The office is not in this folder now. If it was moved or renamed, go back and "
                   "open its new folder; if its drive is away, connect it."));
        }
    }
}

void StartPage::forgetCurrent()
{
    if (const QListWidgetItem* item = m_list->currentItem()) {
        forgetOffice(item->data(Qt::UserRole).toString());
        fillOffices();
    }
}

void StartPage::markGone(const QStringList& folders)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        if (folders.contains(item->data(Qt::UserRole).toString())) {
            item->setData(isGoneRole, true);
            item->setText(item->text() + QStringLiteral(" · ") + tr("not there now"));
            item->setIcon(theme::icon("folder", theme::Tone::Muted));
        }
    }
}

void StartPage::fillOffices()
{
    m_list->clear();
    for (const RecentOffice& office : recentOffices()) {
        auto* item
            = new QListWidgetItem(theme::icon("folder", theme::Tone::Accent),
                                  office.name + u'\n' + QDir::toNativeSeparators(office.folder),
                                  m_list);
        item->setSizeHint(QSize(0, m_list->fontMetrics().lineSpacing() * 2 + theme::space(4)));
        item->setData(Qt::UserRole, office.folder);
        item->setData(Qt::UserRole + 1, office.name);
        item->setData(Qt::UserRole + 2, office.user);
    }
    m_list->setCurrentRow(0);
    const bool any = m_list->count() > 0;
    m_known->setCurrentWidget(any ? static_cast<QWidget*>(m_list) : m_noOffices);
    m_openListed->setVisible(any);
    QStringList folders;
    for (int row = 0; row < m_list->count(); ++row) {
        folders.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    runDetached<QStringList>(
        this,
        [folders] { return core::Result<QStringList>(foldersGone(folders)); },
        [this, folders](core::Result<QStringList> gone) {
            if (gone) {
                markGone(*gone);
            }
        });
}

void StartPage::showOffices()
{
    fillOffices();
    m_steps->setCurrentWidget(m_officesStep);
    if (m_list->count() > 0) {
        m_list->setFocus();
    } else {
        m_sample->setFocus();
    }
}

void StartPage::showCreate()
{
    m_steps->setCurrentWidget(m_create);
    m_create->begin();
}

void StartPage::showRecovery(const RecentOffice& office)
{
    m_steps->setCurrentWidget(m_recover);
    m_recover->begin(office);
}

void StartPage::setBusyWith(const QString& words)
{
    setEnabled(words.isEmpty());
    setCursor(words.isEmpty() ? Qt::ArrowCursor : Qt::BusyCursor);
    m_busy->setText(words);
    m_busy->setVisible(!words.isEmpty());
}

bool StartPage::isChoosing() const
{
    const QWidget* step = m_steps->currentWidget();
    return isEnabled()
        && (step == m_officesStep || (step == m_loginStep && m_loginPassword->text().isEmpty()));
}

void StartPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Open an office"), defaultOfficesFolder());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::openFolder);
    dialog->open();
}

/// An office that was moved is known by its id: its name and the person's come along.
void StartPage::openFolder(const QString& folder)
{
    runDetached<QString>(
        this,
        [folder]() -> core::Result<QString> {
            auto keyring = core::readKeyring(folder);
            return keyring ? QString::fromLatin1(keyring->officeId().toHex()) : QString();
        },
        [this, folder](core::Result<QString> id) {
            const RecentOffice known = recentById(id ? *id : QString());
            showLogin({folder,
                       known.name.isEmpty() ? QDir(folder).dirName() : known.name,
                       known.user,
                       known.id});
        });
}

StartStep* StartPage::makeLoginStep()
{
    auto* step = new StartStep(tr("Log in"), {}, this);
    m_loginOffice = makeText(step);
    m_loginOffice->setFont(theme::font(theme::Heading));
    m_loginFolder = makeText(step);
    setTone(m_loginFolder, theme::Tone::Muted);
    m_loginFolder->setContentsMargins(0, 0, 0, theme::space(3));
    step->add(m_loginOffice);
    step->add(m_loginFolder);
    m_lockedWords = makeText(step,
                             tr("Locked. Your keys were put away; what you had typed is still "
                                "here and comes back with your password."));
    m_lockedWords->hide();
    step->add(m_lockedWords);
    m_loginUser = new QLineEdit(step);
    m_loginPassword = new QLineEdit(step);
    m_loginPassword->setEchoMode(QLineEdit::Password);
    step->add(new FieldRow(tr("Your name"), m_loginUser, step));
    step->add(new FieldRow(tr("Password"), m_loginPassword, step));
    m_loginKeyFile = new KeyFileField(KeyFileField::Purpose::LogIn, step);
    m_loginKeyRow = new FieldRow(tr("Key file"), m_loginKeyFile, step);
    step->add(m_loginKeyRow);
    m_withKeyFile = new QPushButton(tr("I use a key file"), step);
    m_withKeyFile->setProperty("role", QStringLiteral("quiet"));
    setKey(m_withKeyFile, 'K');
    m_lost = new QPushButton(tr("Passwords lost? Use the recovery code…"), step);
    m_lost->setProperty("role", QStringLiteral("quiet"));
    setKey(m_lost, 'R');
    auto* way = new QHBoxLayout;
    way->addWidget(m_withKeyFile);
    way->addStretch(1);
    way->addWidget(m_lost);
    step->add(way);
    m_loginBack = new QPushButton(step);
    m_loginButton = makePrimary(tr("Log in"), step);
    step->addButtons(m_loginBack, m_loginButton);
    m_delay = new QTimer(step);
    m_delay->setInterval(std::chrono::seconds(1));
    connect(m_delay, &QTimer::timeout, this, &StartPage::mustWait);
    connect(m_loginBack, &QPushButton::clicked, this, &StartPage::leaveLogin);
    connect(m_lost, &QPushButton::clicked, this, [this] {
        showRecovery({m_folder, m_loginOffice->text(), m_loginUser->text()});
    });
    connect(m_loginButton, &QPushButton::clicked, this, &StartPage::logIn);
    connect(m_loginUser, &QLineEdit::returnPressed, this, &StartPage::logIn);
    connect(m_loginPassword, &QLineEdit::returnPressed, this, &StartPage::logIn);
    connect(m_loginKeyFile, &KeyFileField::returnPressed, this, &StartPage::logIn);
    connect(m_loginUser, &QLineEdit::textEdited, this, [this](const QString& user) {
        showKeyFile(keyFileOf(idOfFolder(m_folder), user));
    });
    connect(m_withKeyFile, &QPushButton::clicked, this, [this] {
        m_withKeyFile->hide();
        m_loginKeyRow->show();
        m_loginKeyFile->setFocus();
    });
    return step;
}

void StartPage::showKeyFile(const QString& path)
{
    m_loginKeyFile->setPath(path);
    m_loginKeyRow->setVisible(!path.isEmpty());
    m_withKeyFile->setVisible(path.isEmpty());
}

/// A form that is being filled in would be lost; the code is shown but once; a locked window stays in its language.
void StartPage::showLanguage()
{
    m_language->setVisible(m_steps->currentWidget() == m_officesStep
                           || (m_steps->currentWidget() == m_loginStep && !m_isUnlocking));
}

void StartPage::setUnlocking(bool unlocking)
{
    m_isUnlocking = unlocking;
    showLanguage();
    m_lockedWords->setVisible(unlocking);
    m_lost->setVisible(!unlocking);
    m_loginUser->setReadOnly(unlocking);
    m_loginUser->setFocusPolicy(unlocking ? Qt::ClickFocus : Qt::StrongFocus);
    m_loginUser->setProperty("reachedBy",
                             unlocking ? QVariant(QStringLiteral("nothing: it only says who"))
                                       : QVariant());
    m_loginBack->setText(unlocking ? tr("Somebody else…") : tr("Back"));
    setKey(m_loginBack, 'B');
    m_loginButton->setText(unlocking ? tr("Unlock") : tr("Log in"));
}

void StartPage::showUnlock(const RecentOffice& office, std::function<QString()> loss)
{
    showLogin(office);
    m_loss = std::move(loss);
    setUnlocking(true);
}

QString StartPage::loss() const
{
    return m_isUnlocking && m_loss ? m_loss() : QString();
}

void StartPage::leaveLogin()
{
    if (!m_isUnlocking) {
        showOffices();
        return;
    }
    ask(this,
        tr("Somebody else logs in"),
        tr("What %1 had typed and not saved is given up.").arg(m_loginUser->text())
            + (loss().isEmpty() ? QString() : QString(u'\n' + loss())),
        tr("Give it up"),
        [this] {
            setUnlocking(false);
            m_loginUser->clear();
            m_loginUser->setFocus();
            Q_EMIT someoneElse();
        });
}

bool StartPage::mustWait()
{
    const auto left = LoginDelay::shared().left().count();
    m_loginButton->setEnabled(left == 0);
    if (left == 0) {
        if (m_delay->isActive()) {
            m_delay->stop();
            m_loginStep->sayProblem({});
        }
        return false;
    }
    m_delay->start();
    m_loginStep->sayProblem(
        tr("Name or password was not right. The next try is possible in %n second(s). That is a "
           "matter of manners only: whoever has a copy of the office's files tries elsewhere, and "
           "only a good password stands in the way.",
           nullptr,
           int(left)));
    return true;
}

void StartPage::showLogin(const RecentOffice& office)
{
    setUnlocking(false);
    m_folder = office.folder;
    m_loginOffice->setText(office.name);
    m_loginFolder->setText(QDir::toNativeSeparators(office.folder));
    m_loginUser->setText(office.user);
    m_loginPassword->clear();
    showKeyFile(
        keyFileOf(office.id.isEmpty() ? idOfFolder(office.folder) : office.id, office.user));
    m_loginStep->sayProblem({});
    m_steps->setCurrentWidget(m_loginStep);
    (office.user.isEmpty() ? m_loginUser : m_loginPassword)->setFocus();
}

void StartPage::logIn()
{
    if (!m_loginButton->isEnabled() || mustWait()) {
        return;
    }
    m_loginButton->setEnabled(false);
    m_loginStep->setCursor(Qt::BusyCursor);
    m_loginStep->sayProblem({});
    const QString keyFile = m_loginKeyRow->isHidden() ? QString() : m_loginKeyFile->path();
    const core::Login login{m_folder, m_loginUser->text(), m_loginPassword->text(), {}, keyFile};
    using Access = std::shared_ptr<const core::OfficeAccess>;
    runDetached<Access>(
        this,
        [login] { return core::login(login); },
        [this, keyFile](core::Result<Access> access) {
            m_loginButton->setEnabled(true);
            m_loginStep->unsetCursor();
            m_loginPassword->clear();
            if (!access) {
                m_loginStep->sayProblem(access.error().message);
                m_loginPassword->setFocus();
                if (access.error().code == core::ErrorCode::Unauthenticated) {
                    LoginDelay::shared().noteFailure();
                    mustWait();
                }
                return;
            }
            LoginDelay::shared().noteSuccess();
            rememberKeyFile(
                QString::fromLatin1((*access)->officeId.toHex()), (*access)->session.name, keyFile);
            enter(*access);
        });
}

void StartPage::enter(const std::shared_ptr<const core::OfficeAccess>& access)
{
    rememberOffice({access->folder,
                    access->officeName,
                    access->session.name,
                    QString::fromLatin1(access->officeId.toHex())});
    Q_EMIT opened(access);
}

void StartPage::closeEvent(QCloseEvent* event)
{
    const QString lost = loss();
    if (m_mayClose || (!m_recovery->isOpen() && lost.isEmpty())) {
        event->accept();
        return;
    }
    event->ignore();
    if (!lost.isEmpty()) {
        ask(this, tr("Close now?"), lost, tr("Close, and lose it"), [this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    ask(this,
        tr("The recovery code is shown only now"),
        tr("If you close now and lose your password, nobody can open the office any more. Did you "
           "print or write down the code?"),
        tr("Close: I have the code"),
        [this] {
            m_mayClose = true;
            close();
        });
}

} // namespace ui
