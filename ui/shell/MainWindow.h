/// MainWindow: the house of the pages: places on the left with their counts, search and who is here above (TopBar), what
/// concerns the whole office below that (OfficeNotices), the page in the middle, a toast at the foot. Changing the language makes a new window over the same office, so no page needs to
/// know how. Thread of the window.
#pragma once

#include "core/reports/PrintService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <vector>

class QListWidget;
class QStackedWidget;
class QTimer;

namespace ui {

class CheckDialog;
class ClientsPage;
class HomePage;
class OfficeNotices;
class Toast;
class TopBar;

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
    [[nodiscard]] Page& page(Place place) { return *m_pages[std::size_t(place)]; }

    void openImport(const QString& file = {});
    void openExport();
    void printRecord();
    void printList();
    void printLabels();
    void openKeys();
    void changeKey();
    void changePassword();
    void checkOffice();

Q_SIGNALS:
    void languageWanted(const QString& code);
    /// Somebody wants to leave the office.
    void leaveWanted();
    /// Somebody goes away for a while.
    void lockWanted();
    /// How long until it locks by itself has changed.
    void lockTimeChanged();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void connectTop();
    void connectHome(HomePage* home);
    void addKeys();
    QWidget* makePlaces();
    void addPlace(const char* iconName, const QString& label, Page* page);
    void showCount(int row, int count);
    void refreshAll();
    void openPrint(core::PrintWanted wanted);
    void leaveFor(const QString& verb, const std::function<void()>& step);

    OfficeJobs& m_jobs;
    QListWidget* m_places;
    QStackedWidget* m_stack;
    TopBar* m_top = nullptr;
    OfficeNotices* m_notices = nullptr;
    QPointer<CheckDialog> m_check;
    Toast* m_toast = nullptr;
    QTimer* m_refreshTimer;
    ClientsPage* m_clients = nullptr;
    std::vector<Page*> m_pages;
    QStringList m_placeLabels;
};

} // namespace ui
