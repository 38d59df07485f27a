#include "tests/support/BrokenImport.h"
#include "tour/Scenes.h"

#include "ui/clients/ClientsPage.h"
#include "ui/exchange/ImportRowModel.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/shell/MainWindow.h"

#include <QCheckBox>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <cstring>

namespace tour {

QString writeTable(const QString& folder)
{
    const QString path = folder + QStringLiteral("/clients.csv");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(
            QStringLiteral(
                "客户登记表,,,,,\n客户名称*,联系人,联系电话,地址,身份证号,年营业额\n"
                "苏州新桥贸易有限公司,陈静,0512-66778899,江苏省苏州市吴中区东风路8号,,1200000\n"
                "王海燕,,13912345678,浙江省杭州市西湖区学府路21号,110105194912310021,\n"
                "杭州白鹭文化传媒有限公司,马晓明,4.40301E+17,浙江省杭州市,,\n"
                ",,13800138777,江苏省无锡市,,50000\n"
                "Oakfield Foods Ltd,Nora Ellis,+44 20 7946 0123,London,,880000\n合计,4,,,,\n")
                .toUtf8());
    }
    return path;
}

namespace {

/// A row that cannot come in is corrected, one that is a client already is put into ours; afterwards all is as in the file.
void shootRows(Tour& tour, ui::OfficeJobs& jobs, ui::ImportWizard& wizard)
{
    auto* table = wizard.findChild<QTableView*>(QStringLiteral("import_rows"));
    if (table == nullptr || table->model()->rowCount() < 2) {
        tour.miss("import-rows-settled");
        return;
    }
    auto& model = static_cast<ui::ImportRowModel&>(*table->model());
    const QModelIndex phone = model.index(model.rowCount() - 1, ui::ImportRowModel::FirstCell + 2);
    model.setData(phone, QStringLiteral("0571-88776655"), Qt::EditRole);
    table->setCurrentIndex(model.index(0, ui::ImportRowModel::FirstCell));
    QTest::keyClick(table, Qt::Key_U);
    tour.shoot(&wizard, "import-rows-settled", &jobs);
    model.unfix({model.noteAt(model.rowCount() - 1).line});
    QTest::keyClick(table, Qt::Key_A);
    Tour::settle(&jobs);
}

} // namespace

void shootWizard(Tour& tour, ui::OfficeJobs& jobs, const QString& table)
{
    ui::ImportWizard wizard(jobs);
    wizard.show();
    tour.shoot(&wizard, "import-file");
    wizard.setFile(QDir(table).filePath(QStringLiteral("..")));
    tour.shoot(&wizard, "import-refused", &jobs);
    wizard.setFile(table);
    tour.shoot(&wizard, "import-columns", &jobs);
    for (const char* step : {"import-duplicates", "import-approval", "import-result"}) {
        if (std::strcmp(step, "import-approval") == 0) {
            // Asked for, looked at, and taken back to be imported after all.
            if (auto* ask = wizard.findChild<QCheckBox*>(QStringLiteral("ask_first"))) {
                ask->click();
                tour.shoot(&wizard, step, &jobs);
                ask->click();
            } else {
                tour.miss(step);
            }
            continue;
        }
        if (QPushButton* next = primaryOf(&wizard)) {
            next->click();
        }
        if (std::strcmp(step, "import-result") == 0) {
            tour.shootNow(&wizard, "import-running");
        }
        tour.shoot(&wizard, step, &jobs);
        if (std::strcmp(step, "import-duplicates") == 0) {
            shootRows(tour, jobs, wizard);
        }
    }
    wizard.close();
}

/// A file that a salesperson gave, as it waits in the inbox; and who was opened last.
void shootWaiting(Tour& tour, const Access& admin, const Access& sales, const QString& table)
{
    {
        ui::OfficeJobs jobs(sales);
        QWidget owner;
        jobs.run<core::StagedOutcome>(
            ui::Lane::Long,
            &owner,
            [table](core::Office& office, core::Progress& progress) {
                core::ImportOptions options;
                options.source.path = table;
                return office.stagedImports().stage(options, QStringLiteral("展会"), progress);
            },
            [](core::Result<core::StagedOutcome>) {});
        Tour::settle(&jobs);
    }
    ui::OfficeJobs jobs(admin);
    ui::MainWindow window(jobs);
    window.show();
    window.go(ui::MainWindow::Inbox);
    Tour::settle(&jobs);
    auto* tree = window.page(ui::MainWindow::Inbox).findChild<QTreeWidget*>();
    for (QTreeWidgetItem* item = tree->topLevelItem(0); item != nullptr;
         item = tree->itemBelow(item)) {
        if (item->text(0) == QLatin1String("clients.csv")) {
            tree->setCurrentItem(item);
        }
    }
    tour.shoot(&window, "inbox-import", &jobs);
    window.go(ui::MainWindow::Clients);
    for (const int row : {1, 4, 2}) {
        window.clients().selectRow(row);
        QTest::qWait(1200); // a look that counts
    }
    Tour::settle(&jobs);
    window.findChild<QToolButton*>(QStringLiteral("recent"))->click();
    Tour::settle(&jobs);
    auto* menu = window.findChild<QMenu*>(QStringLiteral("recent_menu"));
    tour.shoot(menu, "recent", &jobs);
    if (menu != nullptr) {
        menu->close();
    }
}

/// An import of one's own that broke off, and a colleague's.
void shootUnfinished(Tour& tour, const Offices& offices)
{
    const QString own = offices.work + QStringLiteral("/展会名单.csv");
    const QString others = offices.work + QStringLiteral("/clients-2026.csv");
    const QDateTime broke(QDate(2026, 5, 3), QTime(6, 5), QTimeZone::utc());
    std::vector<core::BatchPk> batches;
    for (const auto& [path, person] :
         {std::pair(own, offices.admin), std::pair(others, offices.manager)}) {
        core::ImportOptions options;
        options.source.path = path;
        const bool isBroken = tests::writeCompanies(path, person == offices.admin ? 1800 : 1200)
            && (batches.push_back(tests::breakImport(*person, options, broke)),
                batches.back().isValid());
        if (!isBroken) {
            tour.miss("import-unfinished");
            return;
        }
    }
    ui::OfficeJobs jobs(offices.admin);
    ui::MainWindow window(jobs);
    window.show();
    tour.shoot(&window, "notice-unfinished", &jobs);
    ui::ImportWizard wizard(jobs);
    wizard.show();
    tour.shoot(&wizard, "import-unfinished", &jobs);
    wizard.resume(batches.front(), others);
    tour.shoot(&wizard, "import-unfinished-refused", &jobs);
    wizard.resume(batches.front(), own);
    tour.shoot(&wizard, "import-resumed", &jobs);
    // The next look finds the office as it was.
    for (const core::BatchPk batch : batches) {
        wizard.takeBack(batch);
        Tour::settle(&jobs);
    }
}

} // namespace tour
