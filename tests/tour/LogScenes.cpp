#include "tour/Scenes.h"

#include "ui/log/LimitsDialog.h"
#include "ui/log/LogPage.h"
#include "ui/shell/MainWindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>

namespace tour {

namespace {

/// Looks, searches, an export and a failed login, and limits low enough that some of it is unusual.
void leaveTraces(const Access& admin)
{
    auto office = core::Office::open(admin);
    if (!office) {
        return;
    }
    const std::vector<std::pair<QString, int>> limits{
        {QStringLiteral("looks_of_others_per_day"), 3},
        {QStringLiteral("exported_rows_per_day"), 20},
        {QStringLiteral("changed_records_per_hour"), 30}};
    static_cast<void>(core::setLogSettings((*office)->context(), limits));
    static_cast<void>((*office)->queries().search(QStringLiteral("zhang"), 10));
    const auto page = (*office)->queries().list({.limit = 12});
    for (std::size_t i = 0; page && i < page->rows.size(); ++i) {
        static_cast<void>((*office)->clients().look(page->rows[i].client.id()));
    }
    static_cast<void>((*office)->flushLooks(core::FlushLooks::Now));
}

} // namespace

void shootLog(Tour& tour, const Access& admin, const Access& sales)
{
    leaveTraces(admin);
    ui::OfficeJobs jobs(admin);
    ui::MainWindow window(jobs);
    window.show();
    window.go(ui::MainWindow::Log);
    Tour::settle(&jobs);
    auto& page = static_cast<ui::LogPage&>(window.page(ui::MainWindow::Log));
    auto* table = page.findChild<QTableWidget*>(QStringLiteral("log"));
    if (table == nullptr || table->rowCount() < 2) {
        tour.miss("log");
        return;
    }
    table->selectRow(1);
    tour.shoot(&window, "log", &jobs);
    page.verify();
    tour.shoot(&window, "log-verified", &jobs);
    page.showUnusual(true);
    tour.shoot(&window, "log-unusual", &jobs);
    ui::LimitsDialog limits(jobs);
    limits.show();
    tour.shoot(&limits, "log-limits", &jobs);
    limits.close();
    page.showUnusual(false);
    Tour::settle(&jobs);
    if (auto* client = page.findChild<QLineEdit*>()) {
        client->setText(QStringLiteral("CUST0"));
        client->setModified(true);
        Q_EMIT client->editingFinished();
        tour.shoot(&window, "log-error", &jobs);
        client->clear();
    }
    ui::OfficeJobs own(sales);
    ui::MainWindow theirs(own);
    theirs.show();
    theirs.go(ui::MainWindow::Log);
    tour.shoot(&theirs, "log-own", &own);
}

} // namespace tour
