#include "tour/Scenes.h"

#include "ui/clients/ClientForm.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/inbox/InboxPage.h"
#include "ui/shell/MainWindow.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>

namespace tour {

void shootEmpty(Tour& tour, const Access& access)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    tour.shoot(&window, "empty-clients", &jobs);
    window.go(ui::MainWindow::Inbox);
    tour.shoot(&window, "empty-inbox", &jobs);
    window.go(ui::MainWindow::Duplicates);
    tour.shoot(&window, "empty-duplicates", &jobs);
}

/// A salesperson: own clients, what needs approval, what was asked for.
void shootSales(Tour& tour, const Access& access)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    window.clients().selectRow(1);
    Tour::settle(&jobs);
    QPushButton* edit = nullptr;
    for (QPushButton* button : window.clients().panel().findChildren<QPushButton*>()) {
        edit = button->isVisible() ? button : edit;
    }
    if (edit == nullptr) {
        tour.miss("form-request");
        return;
    }
    edit->click();
    window.clients().form().type(core::Field::Phone, QStringLiteral("021-50501234"));
    tour.shoot(&window, "form-request", &jobs);
    // Asked for once, and then typed over: the form says what waits.
    primaryOf(&window.clients().form())->click();
    Tour::settle(&jobs);
    edit->click();
    window.clients().form().type(core::Field::Phone, QStringLiteral("021-50505678"));
    tour.shoot(&window, "form-waiting", &jobs);
    window.clients().discard();
    window.go(ui::MainWindow::Inbox);
    static_cast<ui::InboxPage&>(window.page(ui::MainWindow::Inbox)).showMine(true);
    tour.shoot(&window, "my-requests", &jobs);
    shootSalesDuplicates(tour, jobs, window);
}

void shootOffice(Tour& tour, const Access& access, const QString& table)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    window.clients().selectRow(3);
    tour.shoot(&window, "clients", &jobs);
    if (auto* list = window.clients().findChild<QTableView*>(QStringLiteral("clients"))) {
        list->selectionModel()->select(
            QItemSelection(list->model()->index(2, 0), list->model()->index(6, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        tour.shoot(&window, "clients-several", &jobs);
        shootTwenty(tour, jobs, window);
        window.clients().selectRow(3);
    }
    shootList(tour, jobs, window);
    window.clients().selectRow(3);
    window.clients().panel().showHistory();
    tour.shoot(&window, "history", &jobs);
    window.clients().search(QStringLiteral("zhang"));
    tour.shoot(&window, "search", &jobs);
    window.clients().search(QStringLiteral("nothing at all"));
    tour.shoot(&window, "nothing-found", &jobs);
    shootFull(tour, jobs, window);
    shootTrash(tour, jobs, window);
    window.clients().startNew();
    ui::ClientForm& form = window.clients().form();
    form.type(core::Field::Name, QStringLiteral("苏州云杉贸易有限公司"));
    form.type(core::Field::Phone, QStringLiteral("38183752"));
    form.type(core::Field::Email, QStringLiteral("office@"));
    form.type(core::Field::CreditCode, QStringLiteral("91350100M000100Y44"));
    tour.shoot(&window, "form", &jobs);
    shootFormHelp(tour, jobs, window);
    window.clients().discard();
    window.go(ui::MainWindow::Inbox);
    tour.shoot(&window, "inbox", &jobs);
    if (auto* requests = window.page(ui::MainWindow::Inbox).findChild<QTreeWidget*>()) {
        requests->selectAll();
        tour.shoot(&window, "inbox-several", &jobs);
    }
    shootDuplicates(tour, jobs, window);
    shootWizard(tour, jobs, table);
    ui::ExportDialog take(jobs, QString());
    take.show();
    tour.shoot(&take, "export", &jobs);
    shootPeople(tour, jobs, window);
    shootConflicts(tour, jobs);
}

} // namespace tour
