#include "ui/shell/MainWindow.h"

#include "core/security/Permissions.h"
#include "ui/clients/ClientsPage.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/inbox/InboxPage.h"
#include "ui/jobs/DuplicateFollower.h"
#include "ui/log/LogPage.h"
#include "ui/people/KeysDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/PeoplePage.h"
#include "ui/people/RekeyDialog.h"
#include "ui/shell/CheckDialog.h"
#include "ui/shell/LockDialog.h"
#include "ui/shell/OfficeNotices.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Toast.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int placesWidth = 168;
constexpr QSize firstSize{1280, 800};
constexpr int refreshDelayMs = 150;

} // namespace

MainWindow::MainWindow(OfficeJobs& jobs, QWidget* parent)
    : QMainWindow(parent)
    , m_jobs(jobs)
    , m_places(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_refreshTimer(new QTimer(this))
{
    resize(firstSize);
    // The office's name is the office's own; clients never stand in a window title.
    setWindowTitle(m_jobs.access().practice
                       ? tr("%1 (practice) - Dossier").arg(m_jobs.access().officeName)
                       : tr("%1 - Dossier").arg(m_jobs.access().officeName));
    auto* center = new QWidget(this);
    auto* rows = new QVBoxLayout(center);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_top = new TopBar(m_jobs, center);
    m_notices = new OfficeNotices(m_jobs, center);
    rows->addWidget(m_top);
    rows->addWidget(m_notices);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makePlaces());
    columns->addWidget(m_stack, 1);
    rows->addLayout(columns, 1);
    setCentralWidget(center);
    m_toast = new Toast(center);

    m_clients = new ClientsPage(m_jobs, this);
    addPlace("clients", tr("Clients"), m_clients);
    addPlace("inbox", tr("Inbox"), new InboxPage(m_jobs, this));
    auto* duplicates = new DuplicatesPage(m_jobs, this);
    addPlace("duplicates", tr("Duplicates"), duplicates);
    addPlace("log", tr("Log"), new LogPage(m_jobs, this));
    if (core::grantOf(m_jobs.session(), core::Action::Administer).direct != core::Scope::None) {
        addPlace("people", tr("People"), new PeoplePage(m_jobs, this));
    }

    // Whoever opens confidential values puts in order what others sealed; where that fails, the next login does.
    m_jobs.run<core::SealedCatchUp>(
        Lane::Log,
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.putSealedInOrder(progress);
        },
        [](const core::Result<core::SealedCatchUp>&) {});

    connect(m_places, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            m_stack->setCurrentIndex(row);
            m_pages[std::size_t(row)]->refresh();
            // Whoever walks through the places, or types into the search, goes on there.
            if (!m_places->hasFocus() && !m_top->isSearching()) {
                m_pages[std::size_t(row)]->setFocus();
            }
        }
    });
    connectTop();
    // Several saves in a row are one reading.
    m_refreshTimer->setSingleShot(true);
    m_refreshTimer->setInterval(refreshDelayMs);
    connect(m_refreshTimer, &QTimer::timeout, this, &MainWindow::refreshAll);
    connect(&m_jobs, &OfficeJobs::officeChanged, m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&m_jobs, &OfficeJobs::othersSaved, m_refreshTimer, qOverload<>(&QTimer::start));
    auto* follower = new DuplicateFollower(m_jobs, this);
    connect(follower, &DuplicateFollower::groupsChanged, duplicates, &DuplicatesPage::refresh);
    connect(follower, &DuplicateFollower::scanDue, duplicates, &DuplicatesPage::sayScanDue);
    m_jobs.listen();
    addKeys();
    m_places->setCurrentRow(Clients);
    for (std::size_t i = 1; i < m_pages.size(); ++i) {
        m_pages[i]->refresh(); // for the counts
    }
    m_notices->refresh();
    m_clients->focusList(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::connectTop()
{
    connect(m_top, &TopBar::searched, this, [this](const QString& text) {
        go(Clients);
        m_clients->search(text);
    });
    connect(m_top, &TopBar::listWanted, this, [this] { m_clients->focusList(true); });
    connect(
        m_top, &TopBar::clientWanted, this, [this](core::ClientPk pk, const core::ClientId& id) {
            go(Clients);
            m_clients->open(pk, id);
        });
    connect(m_top, &TopBar::newClientWanted, this, [this] {
        go(Clients);
        m_clients->startNew();
    });
    connect(m_top, &TopBar::importWanted, this, [this] { openImport(); });
    connect(m_top, &TopBar::exportWanted, this, &MainWindow::openExport);
    connect(m_top, &TopBar::passwordWanted, this, &MainWindow::openKeys);
    connect(m_top, &TopBar::checkWanted, this, &MainWindow::checkOffice);
    connect(m_top, &TopBar::languageWanted, this, &MainWindow::languageWanted);
    connect(m_top, &TopBar::leaveWanted, this, [this] {
        leaveFor(tr("Leave without saving"), [this] {
            m_clients->setProperty("discard", true);
            Q_EMIT leaveWanted();
        });
    });
    connect(m_top, &TopBar::lockWanted, this, &MainWindow::lockWanted);
    connect(m_top, &TopBar::lockTimeWanted, this, [this] {
        auto* dialog = new LockDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &LockDialog::changed, this, &MainWindow::lockTimeChanged);
        dialog->open();
    });
    connect(m_notices, &OfficeNotices::checkWanted, this, &MainWindow::checkOffice);
    connect(m_notices, &OfficeNotices::logWanted, this, [this] { go(Log); });
    connect(m_notices, &OfficeNotices::importsWanted, this, [this] { openImport(); });
    connect(m_notices, &OfficeNotices::newKeyWanted, this, &MainWindow::changeKey);
}

void MainWindow::addKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto action) {
        auto* shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    onKey(QKeySequence(QStringLiteral("Ctrl+K")), [this] { m_top->focusSearch(); });
    for (int i = 0; i < m_places->count(); ++i) {
        const QKeySequence key(QStringLiteral("Ctrl+%1").arg(i + 1));
        onKey(key, [this, i] { m_places->setCurrentRow(i); });
        m_places->item(i)->setToolTip(key.toString(QKeySequence::NativeText));
    }
}

MainWindow::Place MainWindow::place() const
{
    return Place(m_places->currentRow());
}

QWidget* MainWindow::makePlaces()
{
    m_places->setFixedWidth(placesWidth);
    m_places->setAccessibleName(tr("Places"));
    m_places->setIconSize(QSize(20, 20));
    m_places->setFrameShape(QFrame::NoFrame);
    theme::setRules(
        m_places,
        QStringLiteral(
            "QListWidget { background: transparent; padding: 4px 8px; outline: none; }"
            "QListWidget::item { padding: 7px 6px; border-radius: 5px; border: 1px solid "
            "transparent; }"
            "QListWidget::item:selected { background: @selected; color: @text; }"
            "QListWidget::item:selected:focus { border: 1px solid @accent; }"
            "QListWidget:focus { border: none; }"));
    return m_places;
}

void MainWindow::addPlace(const char* iconName, const QString& label, Page* page)
{
    const int row = m_places->count();
    new QListWidgetItem(theme::icon(iconName), label, m_places);
    m_placeLabels.append(label);
    m_stack->addWidget(page);
    m_pages.push_back(page);
    connect(page, &Page::countChanged, this, [this, row](int count) { showCount(row, count); });
    connect(page,
            &Page::said,
            this,
            [this](const QString& text,
                   const QString& undoLabel,
                   const std::function<void()>& undo) { m_toast->say(text, undoLabel, undo); });
}

void MainWindow::showCount(int row, int count)
{
    QListWidgetItem* item = m_places->item(row);
    item->setText(
        count > 0 ? QStringLiteral("%1   %2").arg(m_placeLabels.at(row), QLocale().toString(count))
                  : m_placeLabels.at(row));
}

void MainWindow::refreshAll()
{
    for (Page* page : m_pages) {
        page->refresh();
    }
    m_notices->refresh();
}

void MainWindow::go(Place place)
{
    m_places->setCurrentRow(int(place));
}

void MainWindow::openKeys()
{
    auto* dialog = new KeysDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeysDialog::said, this, [this](const QString& words) { m_toast->say(words); });
    connect(dialog, &KeysDialog::passwordWanted, this, &MainWindow::changePassword);
    dialog->open();
}

void MainWindow::changeKey()
{
    auto* dialog = new RekeyDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RekeyDialog::changed, m_notices, &OfficeNotices::refresh);
    dialog->open();
}

void MainWindow::changePassword()
{
    auto* dialog = new PasswordDialog(m_jobs, m_jobs.session().name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasswordDialog::changed, this, [this] {
        m_toast->say(tr("Your password is changed."));
    });
    dialog->open();
}

void MainWindow::openImport(const QString& file)
{
    auto* wizard = new ImportWizard(m_jobs, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard,
            &ImportWizard::said,
            this,
            [this](const QString& text,
                   const QString& undoLabel,
                   const std::function<void()>& undo) { m_toast->say(text, undoLabel, undo); });
    if (!file.isEmpty()) {
        wizard->setFile(file);
    }
    // Not modal: people go on working while a file comes in.
    wizard->show();
}

void MainWindow::openExport()
{
    auto* dialog = new ExportDialog(m_jobs, m_clients->filter(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::said, this, [this](const QString& text) { m_toast->say(text); });
    dialog->open();
}

/// Not modal: reading goes on meanwhile. One at a time: a second reading of the whole file tells nothing more.
void MainWindow::checkOffice()
{
    if (!m_check) {
        m_check = new CheckDialog(m_jobs, this);
        m_check->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_check->show();
    m_check->raise();
    m_check->activateWindow();
}

void MainWindow::leaveFor(const QString& verb, const std::function<void()>& step)
{
    const bool unsaved = std::any_of(
        m_pages.begin(), m_pages.end(), [](const Page* page) { return page->hasUnsavedWork(); });
    if (unsaved) {
        ask(this, tr("Unsaved changes"), tr("What you typed is not saved yet."), verb, step);
    } else {
        step();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    for (Page* page : m_pages) {
        if (page->hasUnsavedWork()) {
            event->ignore();
            ask(this,
                tr("Unsaved changes"),
                tr("What you typed is not saved yet. Close and lose it?"),
                tr("Close without saving"),
                [this] {
                    // Asked once: the second close goes through.
                    for (Page* other : m_pages) {
                        other->setProperty("discard", true);
                    }
                    close();
                });
            return;
        }
    }
    event->accept();
}

} // namespace ui
