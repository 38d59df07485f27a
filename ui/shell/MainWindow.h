/// MainWindow: the house of the pages: places on the left with their counts, search and who is here above (TopBar), what
/// concerns the whole office below that (OfficeNotices), the page in the middle, what runs beside the work at the foot of the
/// places, a toast at the foot. What it can be told to do stands in one table (MainWindowCommands.cpp). Changing the language
/// makes a new window over the same office, so no page needs to know how. Thread of the window.
///
/// A new place: a value of Place, one addPlace() in makePages(); its order there is its order in the window.
#pragma once

#include "core/reports/PrintService.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/ListState.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Commands.h"
#include "ui/shell/Page.h"
#include "ui/shell/Trail.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QListWidget;
class QStackedWidget;
class QTimer;

namespace ui {

class CheckDialog;
class ClientsPage;
class CommandPalette;
class Dialog;
class GuideDialog;
class HomePage;
class Leaving;
class OfficeNotices;
class RecordWindow;
class Toast;
class TopBar;
class UpdateWatch;
struct Unsaved;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(OfficeJobs& jobs, QWidget* parent = nullptr);
    ~MainWindow() override;

    enum Place
    {
        Home,
        Clients,
        Inbox,
        Duplicates,
        Log,
        People ///< data administrators only
    };
    void go(Place place);
    [[nodiscard]] Place place() const;
    [[nodiscard]] ClientsPage& clients() { return *m_clients; }
    [[nodiscard]] Page& page(Place place);
    [[nodiscard]] Commands& commands() { return *m_commands; }
    [[nodiscard]] TopBar& top() { return *m_top; }

    /// Where things stood when this person last left the office, from now on also noted: size, place. The program calls
    /// it; a window of a test stays as it was made.
    void recall();

    /// What goes over into the window that takes this one's place.
    struct Kept
    {
        struct Record
        {
            core::ClientPk client;
            core::ClientId id;
            std::optional<ClientDraft> draft;
            QByteArray geometry;
        };
        QByteArray geometry;
        Place place = Clients;
        std::optional<ClientDraft> draft;
        ListState list;
        std::optional<std::pair<core::ClientPk, core::ClientId>> client; ///< whose record is shown
        std::vector<Record> records;
        bool settings = false; ///< they are open
    };
    [[nodiscard]] Kept kept() const;
    void takeUp(const Kept& kept);
    /// For the page that unlocks (Leaving::lossInGeneral).
    [[nodiscard]] std::function<QString()> lossInGeneral() const;

    /// One client in a window of its own; one that is open comes to the front.
    RecordWindow* openRecordWindow(core::ClientPk client, const core::ClientId& id);
    [[nodiscard]] std::vector<RecordWindow*> recordWindows() const;

    void openClient(core::ClientPk client, const core::ClientId& id);
    void newClient();
    void openImport(const QString& file = {});
    void openExport();
    void printRecord();
    void printList();
    void printLabels();
    void openKeys();
    void openSettings();
    void openPalette(const QString& typed = {});
    void openGuide(const QString& page = {});
    void openKeyOverview();
    void changeKey();
    void changePassword();
    void checkOffice();
    /// What is known of a newer version of the program; nothing where nothing is.
    void openUpdate();
    void openUpdatePlace();
    [[nodiscard]] UpdateWatch& updates() { return *m_updates; }
    void goBack();
    void goForward();
    void
    say(const QString& text, const QString& undoLabel = {}, const std::function<void()>& undo = {});

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void languageWanted(const QString& code);
    /// The same language, made anew: text has another size.
    void renewalWanted();
    /// Somebody wants to leave the office.
    void leaveWanted();
    /// Somebody goes away for a while.
    void lockWanted();
    /// How long until it locks by itself has changed.
    void lockTimeChanged();

protected:
    void closeEvent(QCloseEvent* event) override;
    /// A file that is dropped on the window comes in by the import.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addCommands();
    void addClientCommands();
    void addOfficeCommands();
    void addWindowCommands();
    void addLeaveCommands();
    void addHelpCommands();
    void addPlaceCommand(int row);
    void addPrintCommands();
    void addUpdateCommands();
    void watchUpdates(HomePage& home);
    void makePages();
    void connectHome(HomePage* home);
    void connectTop();
    void connectJobs();
    void settleIn();
    QWidget* makePlaces();
    void addPlace(Place place, const char* id, const char* iconName, const char* label, Page* page);
    void fitPlaces();
    [[nodiscard]] int rowOf(Place place) const;
    void rowChosen(int row);
    void showCount(int row, int count);
    void refreshAll();
    void note();
    void retrace(const std::optional<Trail::Stop>& stop);
    void showWays();
    void keepArrangement() const;
    void openPrint(core::PrintWanted wanted);
    void leave();
    /// The window is made anew; what is typed in forms goes along, about what cannot it asks first.
    void renewFor(const std::function<void()>& step);
    void changeLanguage(const QString& code);
    void changeTextSize(int percent);
    [[nodiscard]] std::vector<Unsaved> unsavedWork();
    void addUnsent(std::vector<Unsaved>& found);
    [[nodiscard]] std::vector<Dialog*> openDialogs() const;
    void addDialogs(std::vector<Unsaved>& found) const;
    [[nodiscard]] std::optional<std::pair<core::ClientPk, core::ClientId>> shownClient() const;

    struct PlaceRow
    {
        Place place;
        const char* id; ///< for the settings and the guide
        QString label;
        Page* page;
    };

    OfficeJobs& m_jobs;
    Commands* m_commands;
    QListWidget* m_places;
    QStackedWidget* m_stack;
    TopBar* m_top = nullptr;
    OfficeNotices* m_notices = nullptr;
    CommandPalette* m_palette = nullptr;
    Leaving* m_leaving = nullptr;
    UpdateWatch* m_updates = nullptr;
    QPointer<CheckDialog> m_check;
    QPointer<GuideDialog> m_guide;
    QPointer<QWidget> m_settings;
    Toast* m_toast = nullptr;
    QTimer* m_refreshTimer;
    ClientsPage* m_clients = nullptr;
    std::vector<PlaceRow> m_rows;
    std::vector<QPointer<RecordWindow>> m_records;
    Trail m_trail;
    bool m_isRetracing = false;
    bool m_remembers = false;
    bool m_mayClose = false; ///< asked, and settled
};

} // namespace ui
