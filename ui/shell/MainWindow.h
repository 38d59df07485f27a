/// MainWindow: the house of the pages: places on the left with their counts, search and who is here above, the page in
/// the middle, a toast below. Changing the language makes a new window over the same office, so no page needs to
/// know how. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace ui {

class ClientsPage;
class Toast;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(OfficeJobs& jobs, QWidget* parent = nullptr);
    ~MainWindow() override;

    enum Place
    {
        Clients,
        Inbox,
        Duplicates,
        People ///< data administrators only
    };
    void go(Place place);
    [[nodiscard]] Place place() const;
    [[nodiscard]] ClientsPage& clients() { return *m_clients; }
    [[nodiscard]] Page& page(Place place) { return *m_pages[std::size_t(place)]; }

    void openImport(const QString& file = {});
    void openExport();
    void changePassword();

Q_SIGNALS:
    void languageWanted(const QString& code);
    void lockWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeRecent(QWidget* top);
    QWidget* makeMore(QWidget* top);
    void showRecent(const std::vector<core::ClientRow>& rows);
    void addKeys();
    QWidget* makePlaces();
    void addPlace(const char* iconName, const QString& label, Page* page);
    void showCount(int row, int count);
    void showSaving();
    void refreshAll();
    void leaveFor(const QString& verb, const std::function<void()>& step);

    OfficeJobs& m_jobs;
    QListWidget* m_places;
    QStackedWidget* m_stack;
    QLineEdit* m_search = nullptr;
    QToolButton* m_recent = nullptr;
    QLabel* m_state = nullptr;
    Toast* m_toast = nullptr;
    QTimer* m_refreshTimer;
    ClientsPage* m_clients = nullptr;
    std::vector<Page*> m_pages;
    QStringList m_placeLabels;
};

} // namespace ui
