// MainWindow: what is kept of it, its record windows, and how it is left.
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Leaving.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/RecordWindow.h"
#include "ui/shell/Remember.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/WindowLock.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/UserSettings.h"

#include <QCloseEvent>
#include <QListWidget>
#include <QScreen>

#include <algorithm>

namespace ui {

namespace {

constexpr auto windowName = "main";
constexpr auto placeName = "place";

QString wordsOf(const ClientDraft& draft)
{
    if (draft.original) {
        return MainWindow::tr("Your changes to “%1”").arg(draft.original->value(core::Field::Name));
    }
    for (const auto& [field, text] : draft.typed) {
        if (field == core::Field::Name && !text.isEmpty()) {
            return MainWindow::tr("The new client “%1” that you are typing").arg(text);
        }
    }
    return MainWindow::tr("The new client that you are typing");
}

} // namespace

RecordWindow* MainWindow::openRecordWindow(core::ClientPk client, const core::ClientId& id)
{
    for (RecordWindow* open : recordWindows()) {
        if (open->client() == client) {
            open->show();
            open->raise();
            open->activateWindow();
            return open;
        }
    }
    auto* record = new RecordWindow(m_jobs, client, id);
    lockTogether(*this, *record);
    // Beside the last one, not over it.
    constexpr int step = 32;
    const auto others = int(recordWindows().size());
    if (recallGeometry(m_jobs, *record, QStringLiteral("record"))) {
        record->move(record->pos() + QPoint(step, step) * others);
    }
    connect(record, &RecordWindow::paletteWanted, this, [this] {
        raise();
        activateWindow();
        openPalette();
    });
    connect(record, &RecordWindow::closed, record, [this, record] {
        if (m_remembers) {
            keepGeometry(m_jobs, *record, QStringLiteral("record"));
        }
        record->deleteLater();
    });
    m_records.erase(std::remove(m_records.begin(), m_records.end(), nullptr), m_records.end());
    m_records.emplace_back(record);
    record->show();
    record->activateWindow();
    return record;
}

std::vector<RecordWindow*> MainWindow::recordWindows() const
{
    std::vector<RecordWindow*> open;
    for (const auto& record : m_records) {
        if (record) {
            open.push_back(record);
        }
    }
    return open;
}

void MainWindow::recall()
{
    m_remembers = true;
    if (!recallGeometry(m_jobs, *this, QLatin1String(windowName))) {
        resize(size().boundedTo(screen()->availableSize())); // at 200 % a screen may be smaller
    }
    const QString last = UserSettings(m_jobs.access()).value(placeName).toString();
    for (const PlaceRow& row : m_rows) {
        if (last == QLatin1String(row.id)) {
            go(row.place);
        }
    }
    m_clients->recallList();
}

void MainWindow::keepArrangement() const
{
    if (m_remembers && m_places->currentRow() >= 0) {
        keepGeometry(m_jobs, *this, QLatin1String(windowName));
        UserSettings(m_jobs.access())
            .set(placeName, QString::fromLatin1(m_rows[std::size_t(m_places->currentRow())].id));
        m_clients->rememberList();
    }
}

std::function<QString()> MainWindow::lossInGeneral() const
{
    return m_leaving->lossInGeneral();
}

MainWindow::Kept MainWindow::kept() const
{
    keepArrangement();
    Kept kept;
    kept.geometry = saveGeometry();
    kept.place = place();
    kept.draft = m_clients->draft();
    kept.list = m_clients->listState();
    kept.client = shownClient();
    kept.settings = m_settings != nullptr;
    for (const RecordWindow* record : recordWindows()) {
        kept.records.push_back(
            {record->client(), record->id(), record->draft(), record->saveGeometry()});
    }
    return kept;
}

void MainWindow::takeUp(const Kept& kept)
{
    restoreGeometry(kept.geometry);
    m_clients->takeUpList(kept.list);
    m_top->search(kept.list.search);
    go(kept.place);
    if (kept.draft) {
        m_clients->restore(*kept.draft);
    } else if (kept.client) {
        m_clients->open(kept.client->first, kept.client->second);
    }
    for (const Kept::Record& record : kept.records) {
        RecordWindow* window = openRecordWindow(record.client, record.id);
        window->restoreGeometry(record.geometry);
        if (record.draft) {
            window->restore(*record.draft);
        }
    }
    if (kept.settings) {
        openSettings();
    }
}

std::vector<Unsaved> MainWindow::unsavedWork()
{
    std::vector<Unsaved> found;
    if (const auto draft = m_clients->draft()) {
        found.push_back({wordsOf(*draft),
                         [this] { return m_clients->hasUnsavedWork(); },
                         [this] { m_clients->saveNow(); },
                         [this] { m_clients->discard(); },
                         [this] {
                             go(Clients);
                             activateWindow();
                         }});
    }
    for (RecordWindow* record : recordWindows()) {
        if (const auto draft = record->draft()) {
            const QPointer<RecordWindow> window(record);
            found.push_back({wordsOf(*draft),
                             [window] { return window && window->hasUnsavedWork(); },
                             [window] { window->saveNow(); },
                             [window] {
                                 if (window) {
                                     window->discard();
                                 }
                             },
                             [window] {
                                 if (window) {
                                     window->show();
                                     window->activateWindow();
                                 }
                             }});
        }
    }
    addUnsent(found);
    addDialogs(found);
    return found;
}

/// What pages hold that only they can send.
void MainWindow::addUnsent(std::vector<Unsaved>& found)
{
    for (const PlaceRow& row : m_rows) {
        Page* page = row.page;
        const QString words = page->unsentWords();
        if (!words.isEmpty()) {
            found.push_back({words,
                             [page] { return !page->unsentWords().isEmpty(); },
                             {},
                             [page] { page->giveUpUnsent(); },
                             [this, place = row.place] {
                                 go(place);
                                 activateWindow();
                             }});
        }
    }
}

std::vector<Dialog*> MainWindow::openDialogs() const
{
    std::vector<const QWidget*> windows{this};
    for (const RecordWindow* record : recordWindows()) {
        windows.push_back(record);
    }
    std::vector<Dialog*> open;
    for (const QWidget* window : windows) {
        for (Dialog* one : window->findChildren<Dialog*>()) {
            if (one->isVisible()) {
                open.push_back(one);
            }
        }
    }
    return open;
}

/// An import that is prepared, a merge in which something is chosen: they go on only in their own dialogs.
void MainWindow::addDialogs(std::vector<Unsaved>& found) const
{
    for (Dialog* one : openDialogs()) {
        const QString words = one->unsavedWork();
        if (words.isEmpty()) {
            continue;
        }
        const QPointer<Dialog> dialog(one);
        found.push_back(
            {words,
             [dialog] { return dialog && dialog->isVisible() && !dialog->unsavedWork().isEmpty(); },
             {},
             [dialog] {
                 if (dialog) {
                     dialog->done(QDialog::Rejected);
                 }
             },
             [dialog] {
                 if (dialog) {
                     dialog->raise();
                     dialog->activateWindow();
                 }
             }});
    }
}

void MainWindow::renewFor(const std::function<void()>& step)
{
    std::vector<Unsaved> lost;
    addUnsent(lost);
    addDialogs(lost);
    for (const Dialog* dialog :
         openDialogs()) { // its work goes on, and is asked about when closing
        if (const QString words = dialog->awaitedResult(); !words.isEmpty()) {
            lost.push_back({words, {}, {}, {}, {}});
        }
    }
    if (lost.empty()) {
        step();
        return;
    }
    QStringList words{tr("The window is made anew for this. What cannot go along would be lost:")};
    for (const Unsaved& one : lost) {
        words.append(QStringLiteral("• ") + one.what);
    }
    ask(this, tr("Not finished yet"), words.join(u'\n'), tr("Go on, and lose it"), step);
}

void MainWindow::changeLanguage(const QString& code)
{
    renewFor([this, code] { Q_EMIT languageWanted(code); });
}

void MainWindow::changeTextSize(int percent)
{
    renewFor([this, percent] {
        chooseTextPercent(percent);
        Q_EMIT renewalWanted();
    });
}

void MainWindow::leave()
{
    m_leaving->start(Leaving::Way::LogOut, [this] {
        keepArrangement();
        Q_EMIT leaveWanted();
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // Whoever closes it once more does not want to wait for a save; about what would be lost it asks again.
    m_mayClose = m_mayClose || m_leaving->isOnlyWaiting();
    if (!m_mayClose) {
        m_leaving->start(Leaving::Way::Close, [this] {
            m_mayClose = true;
            close(); // does nothing where nothing had to be asked: it is being closed already
        });
    }
    event->setAccepted(m_mayClose);
    if (m_mayClose) {
        keepArrangement();
        for (RecordWindow* record : recordWindows()) {
            record->discard();
            record->close();
        }
    }
}

} // namespace ui
