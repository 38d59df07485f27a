#include "ui/shell/MainWindow.h"

#include "core/security/Permissions.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/help/FirstSteps.h"
#include "ui/home/HomePage.h"
#include "ui/inbox/InboxPage.h"
#include "ui/jobs/DuplicateFollower.h"
#include "ui/log/LogPage.h"
#include "ui/people/PeoplePage.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/Leaving.h"
#include "ui/shell/OfficeNotices.h"
#include "ui/shell/RecordWindow.h"
#include "ui/shell/RunningJobs.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Toast.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMouseEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int placesWidth = 168;
constexpr int placeIcon = 20;
constexpr QSize firstSize{1280, 800};
constexpr int refreshDelayMs = 150;

QString countedText(const QString& label, int count)
{
    return count > 0 ? QStringLiteral("%1   %2").arg(label, QLocale().toString(count)) : label;
}

} // namespace

MainWindow::MainWindow(OfficeJobs& jobs, QWidget* parent)
    : QMainWindow(parent)
    , m_jobs(jobs)
    , m_commands(new Commands(*this))
    , m_places(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_refreshTimer(new QTimer(this))
{
    resize(firstSize);
    // The office's name is the office's own; clients never stand in a window title.
    setWindowTitle(m_jobs.access().practice
                       ? tr("%1 (practice) - Dossier").arg(m_jobs.access().officeName)
                       : tr("%1 - Dossier").arg(m_jobs.access().officeName));
    addCommands();
    auto* center = new QWidget(this);
    auto* rows = new QVBoxLayout(center);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_top = new TopBar(m_jobs, *m_commands, center);
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
    QAction* undo = m_commands->action("window.undo");
    m_toast->setKeyText(keyText(undo->shortcut()));
    const auto offer = [this, undo] {
        undo->setEnabled(m_toast->offersAction());
    };
    connect(m_toast, &Toast::offerChanged, this, offer);
    offer();
    m_palette = new CommandPalette(m_jobs, *m_commands, center);
    m_leaving = new Leaving(m_jobs, *this, [this] { return unsavedWork(); });
    connect(m_leaving, &Leaving::said, this, &MainWindow::say);

    makePages();
    connect(m_places, &QListWidget::currentRowChanged, this, &MainWindow::rowChosen);
    connectTop();
    connectJobs();
    settleIn();
}

MainWindow::~MainWindow()
{
    m_toast->disconnect(
        this); // it says that it is hidden when the window is no MainWindow any more
    for (RecordWindow* record : recordWindows()) {
        delete record;
    }
}

void MainWindow::makePages()
{
    auto* home = new HomePage(m_jobs, this);
    addPlace(Home, "home", "home", QT_TR_NOOP("Home"), home);
    connectHome(home);
    watchUpdates(*home);
    m_clients = new ClientsPage(m_jobs, this);
    addPlace(Clients, "clients", "clients", QT_TR_NOOP("Clients"), m_clients);
    addPlace(Inbox, "inbox", "inbox", QT_TR_NOOP("Inbox"), new InboxPage(m_jobs, this));
    auto* duplicates = new DuplicatesPage(m_jobs, this);
    addPlace(Duplicates, "duplicates", "duplicates", QT_TR_NOOP("Duplicates"), duplicates);
    addPlace(Log, "log", "log", QT_TR_NOOP("Log"), new LogPage(m_jobs, this));
    if (core::grantOf(m_jobs.session(), core::Action::Administer).direct != core::Scope::None) {
        addPlace(People, "people", "people", QT_TR_NOOP("People"), new PeoplePage(m_jobs, this));
    }
    fitPlaces();
    m_clients->setEmptyView(new FirstSteps(*m_commands, m_clients));
    // The list's own: in a form the same key saves.
    new QShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_Return),
        m_clients->findChild<QTableView*>(QStringLiteral("clients")),
        this,
        [this] { m_commands->run("client.window"); },
        Qt::WidgetShortcut);
    setAcceptDrops(true);
    auto* follower = new DuplicateFollower(m_jobs, this);
    connect(follower, &DuplicateFollower::groupsChanged, duplicates, &DuplicatesPage::refresh);
    connect(follower, &DuplicateFollower::scanDue, duplicates, &DuplicatesPage::sayScanDue);
}

void MainWindow::connectHome(HomePage* home)
{
    connect(
        home, &HomePage::clientsWanted, this, [this](const QString& filter, const QString& words) {
            m_top->search({});
            go(Clients);
            m_clients->showFilter(filter, words);
        });
    connect(home, &HomePage::inboxWanted, this, [this](bool mine) {
        go(Inbox);
        static_cast<InboxPage&>(page(Inbox)).showMine(mine);
    });
    connect(home, &HomePage::duplicatesWanted, this, [this](bool own) {
        go(Duplicates);
        static_cast<DuplicatesPage&>(page(Duplicates)).showGroups(own);
    });
    connect(home, &HomePage::importsWanted, this, [this] { openImport(); });
}

void MainWindow::connectTop()
{
    connect(m_top, &TopBar::searched, this, [this](const QString& text) {
        go(Clients);
        m_clients->search(text);
    });
    connect(m_top, &TopBar::listWanted, this, [this] { m_clients->focusList(true); });
    connect(m_top, &TopBar::clientWanted, this, &MainWindow::openClient);
    connect(m_clients, &ClientsPage::exportWanted, this, &MainWindow::openExport);
    connect(m_palette, &CommandPalette::clientWanted, this, &MainWindow::openClient);
    connect(m_palette, &CommandPalette::windowWanted, this, &MainWindow::openRecordWindow);
    connect(m_palette, &CommandPalette::searchWanted, this, [this](const QString& text) {
        m_top->search(text);
        go(Clients); // where the same words stood there before, nothing has changed in the field
        m_clients->focusList(true);
    });
    connect(m_notices, &OfficeNotices::checkWanted, this, &MainWindow::checkOffice);
    connect(m_notices, &OfficeNotices::logWanted, this, [this] { go(Log); });
    connect(m_notices, &OfficeNotices::importsWanted, this, [this] { openImport(); });
    connect(m_notices, &OfficeNotices::newKeyWanted, this, &MainWindow::changeKey);
    connect(&m_clients->panel(), &ClientPanel::shown, this, [this] {
        if (place() == Clients) {
            note();
        }
    });
    qApp->installEventFilter(this); // the side buttons of the mouse
}

void MainWindow::connectJobs()
{
    // Whoever opens confidential values puts in order what others sealed; where that fails, the next login does.
    m_jobs.run<core::SealedCatchUp>(
        Lane::Log,
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.putSealedInOrder(progress);
        },
        [](const core::Result<core::SealedCatchUp>&) {});
    // Several saves in a row are one reading.
    m_refreshTimer->setSingleShot(true);
    m_refreshTimer->setInterval(refreshDelayMs);
    connect(m_refreshTimer, &QTimer::timeout, this, &MainWindow::refreshAll);
    connect(&m_jobs, &OfficeJobs::officeChanged, m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&m_jobs, &OfficeJobs::othersSaved, m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&m_jobs, &OfficeJobs::shareChanged, this, [this](Share share) {
        if (share == Share::Well) {
            m_refreshTimer->start(); // pages that say they could not read
        }
    });
    m_jobs.listen();
}

void MainWindow::settleIn()
{
    // The list is where most of the day is spent; the number beside Home says whether something waits there.
    m_places->setCurrentRow(rowOf(Clients));
    for (const PlaceRow& row : m_rows) {
        if (row.place != Clients) {
            row.page->refresh(); // for the counts
        }
    }
    m_notices->refresh();
    m_clients->focusList(false);
    showWays();
}

QWidget* MainWindow::makePlaces()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_places->setAccessibleName(tr("Places"));
    m_places->setIconSize(QSize(placeIcon, placeIcon));
    m_places->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    column->addWidget(m_places, 1);
    column->addWidget(new RunningJobs(m_jobs, side));
    return side;
}

/// As wide as the longest name with a number of hundreds, in whatever size text has.
void MainWindow::fitPlaces()
{
    const QFontMetrics metrics = m_places->fontMetrics();
    int widest = placesWidth;
    for (const PlaceRow& row : m_rows) {
        const QString text = countedText(row.label, 888);
        widest = std::max(widest, metrics.horizontalAdvance(text) + placeIcon + theme::space(12));
    }
    m_places->parentWidget()->setFixedWidth(widest);
}

void MainWindow::addPlace(
    Place place, const char* id, const char* iconName, const char* label, Page* page)
{
    const int row = m_places->count();
    new QListWidgetItem(theme::icon(iconName), tr(label), m_places);
    m_rows.push_back({place, id, tr(label), page});
    m_stack->addWidget(page);
    addPlaceCommand(row);
    connect(page, &Page::countChanged, this, [this, row](int count) { showCount(row, count); });
    connect(page, &Page::said, this, &MainWindow::say);
}

void MainWindow::rowChosen(int row)
{
    if (row < 0) {
        return;
    }
    m_stack->setCurrentIndex(row);
    Page* page = m_rows[std::size_t(row)].page;
    page->refresh();
    // Whoever walks through the places, or types into the search, goes on there.
    if (!m_places->hasFocus() && !m_top->isSearching()) {
        page->setFocus();
    }
    note();
}

void MainWindow::showCount(int row, int count)
{
    m_places->item(row)->setText(countedText(m_rows[std::size_t(row)].label, count));
}

void MainWindow::refreshAll()
{
    for (const PlaceRow& row : m_rows) {
        row.page->refresh();
    }
    m_notices->refresh();
}

int MainWindow::rowOf(Place place) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [place](const PlaceRow& row) { return row.place == place; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void MainWindow::go(Place place)
{
    if (const int row = rowOf(place); row >= 0) {
        m_places->setCurrentRow(row);
    }
}

MainWindow::Place MainWindow::place() const
{
    const int row = m_places->currentRow();
    return row < 0 ? Clients : m_rows[std::size_t(row)].place;
}

Page& MainWindow::page(Place place)
{
    return *m_rows[std::size_t(std::max(0, rowOf(place)))].page;
}

void MainWindow::say(const QString& text,
                     const QString& undoLabel,
                     const std::function<void()>& undo)
{
    m_toast->say(text, undoLabel, undo);
}

void MainWindow::openClient(core::ClientPk client, const core::ClientId& id)
{
    go(Clients);
    if (m_clients->hasUnsavedWork()) {
        say(tr("What you are typing comes first."),
            tr("Open in a window of its own"),
            [this, client, id] { openRecordWindow(client, id); });
        return;
    }
    m_clients->open(client, id);
}

void MainWindow::newClient()
{
    go(Clients);
    if (m_clients->hasUnsavedWork()) {
        say(tr("What you are typing comes first: save it, or leave it with Esc."));
        return;
    }
    m_clients->startNew();
}

std::optional<std::pair<core::ClientPk, core::ClientId>> MainWindow::shownClient() const
{
    const auto& client = m_clients->panel().client();
    return client ? std::optional(std::pair(client->pk, client->id())) : std::nullopt;
}

/// Where the person is now, for the way back.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()
        && static_cast<QWidget*>(watched)->window() == this) {
        const auto button = static_cast<QMouseEvent*>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            m_commands->run(button == Qt::BackButton ? "go.back" : "go.forward");
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace ui
