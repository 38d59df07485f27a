#include "ui/shell/MainWindow.h"

#include "core/base/Language.h"
#include "core/security/Permissions.h"
#include "ui/clients/ClientsPage.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/inbox/InboxPage.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/PeoplePage.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Toast.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
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
    rows->addWidget(makeTop());
    if (const QString warning = core::warningAbout(m_jobs.access()); !warning.isEmpty()) {
        auto* banner = makeProblem(center);
        banner->setText(warning);
        banner->setContentsMargins(
            theme::space(4), theme::space(2), theme::space(4), theme::space(2));
        banner->show();
        rows->addWidget(banner);
    }
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
    addPlace("duplicates", tr("Duplicates"), new DuplicatesPage(m_jobs, this));
    if (core::grantOf(m_jobs.session().role, core::Action::Administer).direct
        != core::Scope::None) {
        addPlace("people", tr("People"), new PeoplePage(m_jobs, this));
    }

    connect(m_places, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            m_stack->setCurrentIndex(row);
            m_pages[std::size_t(row)]->refresh();
            // Whoever walks through the places, or types into the search, goes on there.
            if (!m_places->hasFocus() && !m_search->hasFocus()) {
                m_pages[std::size_t(row)]->setFocus();
            }
        }
    });
    connect(&m_jobs, &OfficeJobs::pendingChanged, this, &MainWindow::showSaving);
    // Several saves in a row are one reading.
    m_refreshTimer->setSingleShot(true);
    m_refreshTimer->setInterval(refreshDelayMs);
    connect(m_refreshTimer, &QTimer::timeout, this, &MainWindow::refreshAll);
    connect(&m_jobs, &OfficeJobs::officeChanged, m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&m_jobs, &OfficeJobs::othersSaved, m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&m_jobs, &OfficeJobs::waitingForColleague, this, [this] {
        m_state->setText(tr("A colleague is saving; yours comes next…"));
    });
    m_jobs.listen();
    addKeys();
    m_places->setCurrentRow(Clients);
    for (std::size_t i = 1; i < m_pages.size(); ++i) {
        m_pages[i]->refresh(); // for the counts
    }
    showSaving();
    m_clients->focusList(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::addKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto action) {
        auto* shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    onKey(QKeySequence(QStringLiteral("Ctrl+K")), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
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

QWidget* MainWindow::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    row->setSpacing(theme::space(2));
    m_search = new QLineEdit(top);
    m_search->setPlaceholderText(tr("Search: name, pinyin, phone, email, id   (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon("search", theme::Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(380);
    row->addWidget(m_search, 2);
    row->addWidget(makeRecent(top));
    row->addStretch(1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        go(Clients);
        m_clients->search(text);
    });
    m_search->installEventFilter(this);
    const core::Session& session = m_jobs.session();
    const auto addButton
        = [&](const char* iconName, const QString& label, const QKeySequence& key, auto action) {
              auto* button = new QPushButton(theme::icon(iconName), label, top);
              button->setShortcut(key);
              button->setToolTip(key.toString(QKeySequence::NativeText));
              connect(button, &QPushButton::clicked, this, action);
              row->addWidget(button);
              return button;
          };
    if (core::grantOf(session.role, core::Action::CreateClient).direct != core::Scope::None) {
        addButton("add", tr("New client"), QKeySequence::New, [this] {
            go(Clients);
            m_clients->startNew();
        });
    }
    if (core::grantOf(session.role, core::Action::Import).direct != core::Scope::None
        || core::mayAskForImport(session)) {
        addButton("import", tr("Import"), QKeySequence(QStringLiteral("Ctrl+I")), [this] {
            openImport();
        });
    }
    if (core::grantOf(session.role, core::Action::Export).direct != core::Scope::None) {
        addButton("export", tr("Export"), QKeySequence(QStringLiteral("Ctrl+E")), [this] {
            openExport();
        });
    }
    m_state = new QLabel(top);
    m_state->setFont(theme::font(theme::Caption));
    m_state->setTextFormat(Qt::PlainText);
    setTone(m_state, theme::Tone::Muted);
    row->addSpacing(theme::space(2));
    row->addWidget(m_state);
    row->addWidget(makeMore(top));
    return top;
}

QWidget* MainWindow::makeMore(QWidget* top)
{
    auto* more = new QToolButton(top);
    more->setObjectName(QStringLiteral("more"));
    more->setIcon(theme::icon("menu"));
    more->setAccessibleName(tr("More"));
    more->setShortcut(Qt::Key_F10);
    more->setToolTip(tr("More (F10)"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAutoRaise(true);
    auto* menu = new QMenu(more);
    const bool chinese = core::currentLanguage() == QLatin1String("zh");
    // Named in its own language, for whoever cannot read the present one.
    connect(menu->addAction(chinese ? QStringLiteral("English") : QStringLiteral("中文")),
            &QAction::triggered,
            this,
            [this, chinese] {
                // What is being typed goes along.
                Q_EMIT languageWanted(chinese ? QStringLiteral("en") : QStringLiteral("zh"));
            });
    connect(menu->addAction(theme::icon("lock"), tr("My password…")),
            &QAction::triggered,
            this,
            &MainWindow::changePassword);
    menu->addSeparator();
    connect(menu->addAction(theme::icon("exit"), tr("Log out")), &QAction::triggered, this, [this] {
        leaveFor(tr("Leave without saving"), [this] { Q_EMIT lockWanted(); });
    });
    more->setMenu(menu);
    return more;
}

/// The clients that were opened last: they are read when the menu opens.
QWidget* MainWindow::makeRecent(QWidget* top)
{
    m_recent = new QToolButton(top);
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setIcon(theme::icon("clock"));
    m_recent->setAccessibleName(tr("Opened last"));
    const QKeySequence key(QStringLiteral("Ctrl+R"));
    m_recent->setShortcut(key);
    m_recent->setToolTip(tr("Opened last (%1)").arg(key.toString(QKeySequence::NativeText)));
    m_recent->setAutoRaise(true);
    connect(m_recent, &QToolButton::clicked, this, [this] {
        using Rows = std::vector<core::ClientRow>;
        m_jobs.run<Rows>(
            Lane::Read,
            this,
            [](core::Office& office, core::Progress&) {
                constexpr int shown = 20;
                return office.queries().recent(shown);
            },
            [this](core::Result<Rows> rows) {
                if (rows) {
                    showRecent(*rows);
                } else {
                    showError(this, rows.error());
                }
            });
    });
    return m_recent;
}

void MainWindow::showRecent(const std::vector<core::ClientRow>& rows)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("recent_menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    constexpr int longestName = 40;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const core::Client& client = rows[i].client;
        QString name = client.value(core::Field::Name).left(longestName);
        name.replace(u'&', QStringLiteral("&&"));
        // A digit opens the first nine.
        const QString label = i < 9 ? QStringLiteral("&%1   %2").arg(i + 1).arg(name) : name;
        const auto pk = client.pk;
        const core::ClientId id = client.id();
        connect(menu->addAction(label), &QAction::triggered, this, [this, pk, id] {
            go(Clients);
            m_clients->open(pk, id);
        });
    }
    if (rows.empty()) {
        menu->addAction(tr("No client was opened yet"))->setEnabled(false);
    }
    menu->popup(m_recent->mapToGlobal(QPoint(0, m_recent->height())));
    if (!rows.empty()) {
        menu->setActiveAction(menu->actions().constFirst());
    }
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

void MainWindow::showSaving()
{
    const bool saving = m_jobs.pending(Lane::Write) > 0;
    const bool working = m_jobs.pending(Lane::Long) > 0;
    const QString state = saving ? tr("saving…") : working ? tr("working…") : tr("saved");
    m_state->setText(
        tr("%1 · %2 · %3").arg(m_jobs.session().name, m_jobs.access().officeName, state));
}

void MainWindow::refreshAll()
{
    for (Page* page : m_pages) {
        page->refresh();
    }
}

void MainWindow::go(Place place)
{
    m_places->setCurrentRow(int(place));
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

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_clients->focusList(true); // from what is typed straight to what was found
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
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
