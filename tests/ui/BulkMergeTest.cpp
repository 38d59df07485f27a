// Merges of many: twenty records in the merge dialog, certain groups in a row, chosen records of the list.
#include "core/workspace/Office.h"
#include "ui/WindowFixture.h"
#include "ui/clients/RecordPreview.h"
#include "ui/clients/SelectionPanel.h"
#include "ui/duplicates/BulkMergeDialog.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/MergeTable.h"

#include <QScrollBar>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

void openPage(Window& window)
{
    window.main().go(ui::MainWindow::Duplicates);
    window.settle();
}

ui::DuplicatesPage& pageOf(Window& window)
{
    return static_cast<ui::DuplicatesPage&>(window.main().page(ui::MainWindow::Duplicates));
}

int rowOf(ui::MergeTable& table, Field field)
{
    for (int row = 0; table.fieldAt(row) != Field::Id; ++row) {
        if (table.fieldAt(row) == field) {
            return row;
        }
    }
    return -1;
}

} // namespace

TEST_CASE(
    "twenty records become one: they scroll, the result stays in sight, any value can be taken")
{
    const Sample sample;
    const auto clients = addAlike(sample.access("admin"), Field::Tags, u"T%1"_s, 20);
    Window window(sample.access("admin"));
    const int before = window.list().model()->rowCount();
    ui::MergeDialog dialog(window.jobs(), {clients}, &window.main());
    dialog.open();
    window.settle();
    auto* table = dialog.findChild<ui::MergeTable*>();
    auto* records = table->findChild<QTableWidget*>(u"records"_s);
    auto* result = table->findChild<QTableView*>(u"result"_s);
    CHECK(dialog.width() <= window.main().width());
    CHECK(records->horizontalScrollBar()->maximum() > 0);
    CHECK(records->columnWidth(0) >= 128);
    CHECK(records->isColumnHidden(20)); // the result
    CHECK_FALSE(result->isColumnHidden(20));
    CHECK(result->viewport()->height() == records->viewport()->height());

    const int street = rowOf(*table, Field::Street);
    REQUIRE(street >= 0);
    dialog.takeCell(street, 19);
    window.settle();
    CHECK(result->model()->index(street, 20).data().toString() == u"干将路20号"_s);
    CHECK(wordsOn(dialog.findChild<ui::RecordPreview*>()).contains(u"干将路20号"_s));
    CHECK(wordsOn(&dialog).contains(
        u"Why %1 may be the one that stays"_s.arg(clients.back().id().value)));

    SECTION("the keyboard goes from the last record into the result and types there")
    {
        table->setCurrent(street, 19);
        QTest::keyClick(records, Qt::Key_Right);
        CHECK(result->currentIndex().column() == 20);
        REQUIRE(result->model()->setData(result->model()->index(street, 20), u"人民路1号"_s));
        window.settle();
        CHECK(dialog.plan().choice(Field::Street)->reason == core::MergeReason::Free);
        CHECK(wordsOn(dialog.findChild<ui::RecordPreview*>()).contains(u"人民路1号"_s));
        QTest::keyClick(result, Qt::Key_Left);
        CHECK(result->currentIndex().column() == 19);
    }
    SECTION("a name that is taken away is refused before anything is merged")
    {
        const int name = rowOf(*table, Field::Name);
        REQUIRE(result->model()->setData(result->model()->index(name, 20), QString()));
        window.settle();
        CHECK_FALSE(buttonOf(&dialog, u"Merge"_s)->isEnabled());
        CHECK(wordsOn(&dialog).contains(u"A client needs a name."_s));
    }
    SECTION("and merged they are one")
    {
        press(&dialog, "Merge");
        window.settle();
        CHECK(window.list().model()->rowCount() == before - 19);
    }
}

TEST_CASE("what hangs on the records is counted, and an important change says that it is asked for")
{
    const Sample sample;
    std::vector<core::Client> clients = addAlike(sample.access("admin"), Field::Tags, u"T%1"_s, 2);
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        REQUIRE((*office)->changes().update(clients[1].id(),
                                            {{Field::Name, u"苏州云杉精密贸易公司"_s, {}}}));
        for (core::Client& client : clients) {
            REQUIRE((*office)->changes().update(client.id(), {{Field::Owner, u"sales1"_s, {}}}));
            client = *(*office)->clients().show(client.id());
        }
    }
    Window window(sample.access("sales1"));
    ui::MergeDialog dialog(window.jobs(), {clients}, &window.main());
    dialog.open();
    window.settle();
    auto* table = dialog.findChild<ui::MergeTable*>();
    auto* records = table->findChild<QTableWidget*>(u"records"_s);
    QStringList names;
    for (int row = 0; row < records->rowCount(); ++row) {
        names.append(records->verticalHeaderItem(row)->text());
    }
    CHECK(names.contains(u"Phones, count"_s));
    CHECK(names.contains(u"Tags, count"_s));
    const int name = rowOf(*table, Field::Name);
    const int other = dialog.plan().survivor.id == clients[0].id() ? 1 : 0;
    REQUIRE(buttonOf(&dialog, u"Ask for it"_s) != nullptr); // a salesperson's merge is asked for
    CHECK(wordsOn(&dialog).contains(u"The head of the department approves it"_s));
    dialog.takeCell(name, other);
    window.settle();
    CHECK(records->item(name, 3)->text() == u"needs approval"_s);
    CHECK(wordsOn(&dialog).contains(u"Data administration approves it"_s));
    press(&dialog, "Ask for it");
    window.settle();
    CHECK_FALSE(dialog.isVisible());
}

TEST_CASE("certain groups are looked through, merged in a row, and all taken back at once")
{
    const Sample sample;
    addAlike(sample.access("admin"), Field::Tags, u"T%1"_s, 2);
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        core::Progress quiet;
        REQUIRE((*office)->duplicates().scan({}, quiet));
    }
    Window window(sample.access("admin"));
    const int clients = window.list().model()->rowCount();
    openPage(window);
    pageOf(window).mergeCertain();
    window.settle();
    auto* dialog = window.main().findChild<ui::BulkMergeDialog*>();
    REQUIRE(dialog != nullptr);
    auto* list = dialog->findChild<QTableWidget*>(u"proposals"_s);
    REQUIRE(list->rowCount() >= 2);
    int checked = 0;
    for (int row = 0; row < list->rowCount(); ++row) {
        const bool isIn = list->item(row, 0)->checkState() == Qt::Checked;
        CHECK(isIn != list->item(row, 2)->text().startsWith(u"≠"_s));
        checked += isIn ? 1 : 0;
    }
    // The space bar takes one out and in, whichever cell is current.
    list->setCurrentCell(0, 2);
    const Qt::CheckState first = list->item(0, 0)->checkState();
    QTest::keyClick(list, Qt::Key_Space);
    CHECK(list->item(0, 0)->checkState() != first);
    list->item(0, 0)->setCheckState(Qt::Checked);
    list->item(1, 0)->setCheckState(Qt::Checked);
    for (int row = 2; row < list->rowCount(); ++row) {
        list->item(row, 0)->setCheckState(Qt::Unchecked);
    }
    CHECK(dialog->findChild<ui::MergeTable*>()->clients().size() >= 2); // the chosen one below
    press(dialog, "Merge 2 groups");
    window.settle();
    CHECK(wordsOn(dialog).contains(u"2 groups merged"_s));
    press(dialog, "Close");
    window.settle();
    window.main().go(ui::MainWindow::Clients);
    window.settle();
    CHECK(window.list().model()->rowCount() == clients - 2);
    press(&window.main(), "Undo");
    window.settle();
    CHECK(window.list().model()->rowCount() == clients);
    CHECK(wordsOn(&window.main()).contains(u"2 merges taken back."_s));
}

TEST_CASE("chosen clients of the list are merged from beside it")
{
    const Sample sample;
    const auto many = addAlike(sample.access("admin"), Field::Tags, u"T%1"_s, 2);
    Window window(sample.access("admin"));
    window.search(u"云杉精密"_s);
    REQUIRE(window.list().model()->rowCount() == 2);
    window.list().selectAll();
    window.settle();
    auto* panel = window.main().findChild<ui::SelectionPanel*>();
    REQUIRE(panel->isVisible());
    press(panel, "Merge…");
    window.settle();
    auto* dialog = window.main().findChild<ui::MergeDialog*>();
    REQUIRE(dialog != nullptr);
    press(dialog, "Merge");
    window.settle();
    CHECK(window.list().model()->rowCount() == 1);
    press(&window.main(), "Undo");
    window.settle();
    CHECK(window.list().model()->rowCount() == 2);
}
