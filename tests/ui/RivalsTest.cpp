// Two requests for one field, in the window: before it is saved, in the inbox, and for the person whose went back.
#include "ui/WindowFixture.h"
#include "ui/inbox/InboxPage.h"
#include "ui/inbox/RequestView.h"

#include <QTreeWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::Field;

namespace {

core::RequestPk askFor(const Access& access, const core::ClientId& id, const char* phone)
{
    auto office = core::Office::open(access);
    REQUIRE(office);
    auto outcome
        = (*office)->changes().update(id, {{Field::Phone, QString::fromLatin1(phone), {}}});
    REQUIRE(outcome);
    REQUIRE(outcome->requests.size() == 1);
    return outcome->requests.front();
}

core::ClientId quietClientOf(const Access& access)
{
    auto office = core::Office::open(access);
    REQUIRE(office);
    const auto page = (*office)->queries().list({.filter = QStringLiteral("pending=no")});
    REQUIRE(page);
    REQUIRE_FALSE(page->rows.empty());
    return page->rows.front().client.id();
}

/// The row of the request in what the inbox shows; nothing where it is not there.
QTreeWidgetItem* rowOf(const QTreeWidget& tree, core::RequestPk pk)
{
    for (QTreeWidgetItem* item = tree.topLevelItem(0); item != nullptr;
         item = tree.itemBelow(item)) {
        if (item->data(0, Qt::UserRole).toLongLong() == pk.value) {
            return item;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("who asks for a field for which another waits is told so, and so is who decides")
{
    const Sample sample;
    const Access sales = sample.access("sales1");
    const core::ClientId id = quietClientOf(sales);
    const core::RequestPk first = askFor(sample.access("service"), id, "13900139001");
    core::RequestPk second;
    {
        Window window(sales);
        window.main().clients().showClient(id);
        window.settle();
        press(&window.main().clients().panel(), "Edit");
        window.settle();
        ui::ClientForm& form = window.main().clients().form();
        CHECK_FALSE(wordsOn(&form).contains(QStringLiteral("already waits")));
        form.type(Field::Phone, QStringLiteral("13900139002"));
        window.settle();
        CHECK(wordsOn(&form).contains(
            QStringLiteral("already waits: %1 (service)").arg(core::requestText(first))));
        press(&form, "Save and ask for approval");
        window.settle();
        CHECK_FALSE(form.isVisible());
    }
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::Inbox);
    window.settle();
    ui::Page& inbox = window.main().page(ui::MainWindow::Inbox);
    auto* tree = inbox.findChild<QTreeWidget*>();
    REQUIRE(tree != nullptr);
    QTreeWidgetItem* row = rowOf(*tree, first);
    REQUIRE(row != nullptr);
    CHECK(row->text(1).startsWith(QStringLiteral("▲ ")));
    tree->setCurrentItem(row);
    window.settle();
    auto* view = inbox.findChild<ui::RequestView*>();
    REQUIRE(view != nullptr);
    REQUIRE(view->shown());
    REQUIRE(view->shown()->listed.rivals.size() == 1);
    second = view->shown()->listed.rivals.front().pk;
    CHECK(wordsOn(view).contains(QStringLiteral("asks for the same: Phone")));
    QTest::keyClick(tree, Qt::Key_A);
    window.settle();
    CHECK(rowOf(*tree, first) == nullptr);
    CHECK(rowOf(*tree, second) == nullptr); // went back with it

    Window asker(sales);
    asker.main().go(ui::MainWindow::Inbox);
    static_cast<ui::InboxPage&>(asker.main().page(ui::MainWindow::Inbox)).showMine(true);
    asker.settle();
    auto* mine = asker.main().page(ui::MainWindow::Inbox).findChild<QTreeWidget*>();
    QTreeWidgetItem* own = rowOf(*mine, second);
    REQUIRE(own != nullptr);
    mine->setCurrentItem(own);
    asker.settle();
    auto* words = asker.main().page(ui::MainWindow::Inbox).findChild<ui::RequestView*>();
    CHECK(wordsOn(words).contains(
        QStringLiteral("It went back because %1 was approved").arg(core::requestText(first))));
    CHECK(buttonOf(words, QStringLiteral("Ask again")) != nullptr);
}
