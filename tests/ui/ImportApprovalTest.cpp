#include "ui/WindowFixture.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/inbox/InboxPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

QString tableIn(const Sample& sample)
{
    QFile file(sample.path(QStringLiteral("fair.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("name,phone,Umsatz\nSilverbirch Tools Ltd,13800138777,1\n"
               "Greenhill Paper Ltd,13800138778,2\n");
    return file.fileName();
}

int total(Window& window)
{
    return window.list().model()->rowCount();
}

} // namespace

TEST_CASE("a service person's file waits in the inbox, shows its rows, and comes in when approved")
{
    const Sample sample;
    const QString table = tableIn(sample);
    {
        Window service(sample.access("service"));
        press(&service.main(), "Import");
        auto* wizard = service.main().findChild<ui::ImportWizard*>();
        REQUIRE(wizard != nullptr);
        wizard->setFile(table);
        service.settle();
        press(wizard, "Next");
        service.settle();
        auto* ask = wizard->findChild<QCheckBox*>(QStringLiteral("ask_first"));
        CHECK(ask->isChecked());
        CHECK_FALSE(ask->isEnabled());
        press(wizard, "Ask for it");
        service.settle();
        CHECK(wordsOn(wizard).contains(QStringLiteral("Waits for approval: R-")));
        CHECK(buttonOf(wizard, QStringLiteral("Undo import")) == nullptr);
        press(wizard, "Done");
        service.search(QStringLiteral("Silverbirch"));
        CHECK(wordsOn(&service.main()).contains(QStringLiteral("Nothing found")));
    }
    Window admin(sample.access("admin"));
    const int before = total(admin);
    admin.main().go(ui::MainWindow::Inbox);
    admin.settle();
    auto& inbox = admin.main().page(ui::MainWindow::Inbox);
    auto* tree = inbox.findChild<QTreeWidget*>();
    QTreeWidgetItem* row = nullptr;
    for (QTreeWidgetItem* item = tree->topLevelItem(0); item != nullptr;
         item = tree->itemBelow(item)) {
        row = item->text(0) == QStringLiteral("fair.csv") ? item : row;
    }
    REQUIRE(row != nullptr);
    tree->setCurrentItem(row);
    admin.settle();
    CHECK(wordsOn(&inbox).contains(QStringLiteral("2 new clients, 0 changed")));
    const auto* rows = inbox.findChild<QTableWidget*>(QStringLiteral("waiting_rows"));
    REQUIRE(rows->isVisible());
    CHECK(rows->rowCount() == 2);
    press(&inbox, "Approve (A)");
    admin.settle();
    admin.main().go(ui::MainWindow::Clients);
    admin.settle();
    CHECK(total(admin) == before + 2);
}

TEST_CASE("who may import at once can have it approved all the same, but not ask twice over")
{
    const Sample sample;
    Window window(sample.access("manager"));
    const int before = total(window);
    press(&window.main(), "Import");
    auto* wizard = window.main().findChild<ui::ImportWizard*>();
    wizard->setFile(tableIn(sample));
    window.settle();
    press(wizard, "Next");
    window.settle();
    wizard->findChild<QCheckBox*>(QStringLiteral("ask_first"))->click();
    CHECK(buttonOf(wizard, QStringLiteral("Import")) == nullptr);
    CHECK(buttonOf(wizard, QStringLiteral("Ask to put into ours")) == nullptr);
    press(wizard, "Ask for it");
    window.settle();
    CHECK(wordsOn(wizard).contains(QStringLiteral("Waits for approval")));
    press(wizard, "Done");
    window.settle();
    CHECK(total(window) == before);
}

TEST_CASE("a remembered mapping is named, and forgotten when that is asked for")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString table = tableIn(sample);
    const auto open = [&] {
        auto* wizard = new ui::ImportWizard(window.jobs(), &window.main());
        wizard->show();
        wizard->setFile(table);
        window.settle();
        return wizard;
    };
    ui::ImportWizard* first = open();
    CHECK(buttonOf(first, QStringLiteral("Forget them")) == nullptr);
    auto* box = first->findChildren<QComboBox*>().last();
    box->setCurrentIndex(box->findData(QStringLiteral("custom")));
    Q_EMIT box->activated(box->currentIndex());
    window.settle();
    press(first, "Next");
    window.settle();
    press(first, "Import");
    window.settle();
    press(first, "Done");

    ui::ImportWizard* second = open();
    CHECK(wordsOn(second).contains(QStringLiteral("The fields are those of the last import")));
    press(second, "Forget them");
    window.settle();
    CHECK(buttonOf(second, QStringLiteral("Forget them")) == nullptr);
    CHECK(wordsOn(second).contains(QStringLiteral("no field was found for them: Umsatz")));
    second->close();
    ui::ImportWizard* third = open();
    CHECK(buttonOf(third, QStringLiteral("Forget them")) == nullptr);
    third->close();
}

TEST_CASE("what was opened last is one key away, in another window too, without the trash")
{
    const Sample sample;
    constexpr int lookMs = 1200;
    QStringList seen;
    const auto menuOf = [](Window& window) {
        window.main().findChild<QToolButton*>(QStringLiteral("recent"))->click();
        window.settle();
        QStringList names;
        auto* menu = window.main().findChild<QMenu*>(QStringLiteral("recent_menu"));
        REQUIRE(menu != nullptr);
        for (const QAction* action : menu->actions()) {
            names.append(action->text()
                             .section(QStringLiteral("   "), -1)
                             .replace(QStringLiteral("&&"), QStringLiteral("&")));
        }
        return names;
    };
    {
        Window window(sample.access("admin"));
        CHECK(menuOf(window) == QStringList{QStringLiteral("No client was opened yet")});
        window.main().findChild<QMenu*>(QStringLiteral("recent_menu"))->close();
        QTest::qWait(50);
        for (const int row : {1, 3}) {
            window.main().clients().selectRow(row);
            QTest::qWait(lookMs);
            window.settle();
            seen.prepend(window.list().model()->index(row, 0).data().toString());
        }
        CHECK(menuOf(window) == seen);
    }
    Window later(sample.access("admin"));
    CHECK(menuOf(later) == seen);
    auto* menu = later.main().findChild<QMenu*>(QStringLiteral("recent_menu"));
    menu->actions().at(1)->trigger();
    menu->close();
    later.settle();
    CHECK(wordsOn(&later.main().clients().panel()).contains(seen.at(1)));
    REQUIRE(later.list().selectionModel()->selectedRows().size() == 1);
    CHECK(later.list().selectionModel()->selectedRows().front().data().toString() == seen.at(1));
    Window other(sample.access("manager"));
    CHECK(menuOf(other) == QStringList{QStringLiteral("No client was opened yet")});
}
