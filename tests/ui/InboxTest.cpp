// Several requests at once: each is shown before any of them is decided.
#include "core/workspace/Office.h"
#include "ui/WindowFixture.h"
#include "ui/inbox/InboxPage.h"
#include "ui/inbox/RequestView.h"

#include <QTableWidget>
#include <QTreeWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct Inbox
{
    explicit Inbox(const Sample& sample)
        : window(sample.access("admin"))
    {
        window.main().go(ui::MainWindow::Inbox);
        window.settle();
        page = &window.main().page(ui::MainWindow::Inbox);
        tree = page->findChild<QTreeWidget*>();
        tree->setFocus();
    }

    int open()
    {
        auto office
            = core::Office::open(std::make_shared<core::OfficeAccess>(window.jobs().access()));
        REQUIRE(office);
        auto counts = (*office)->requests().counts();
        REQUIRE(counts);
        return counts->inbox;
    }

    /// The table of values that is seen now.
    QTableWidget* values()
    {
        for (auto* table : page->findChildren<QTableWidget*>()) {
            if (table->isVisible()) {
                return table;
            }
        }
        return nullptr;
    }

    Window window;
    ui::Page* page = nullptr;
    QTreeWidget* tree = nullptr;
};

} // namespace

TEST_CASE(
    "requests that are chosen together are shown with all their values, and decided in one go")
{
    const Sample sample;
    Inbox inbox(sample);
    const int before = inbox.open();
    REQUIRE(before > 1);
    QTest::keyClick(inbox.tree, Qt::Key_A, Qt::ControlModifier);
    inbox.window.settle();
    CHECK(inbox.open() == before); // Ctrl+A chooses, A approves
    REQUIRE(inbox.values() != nullptr);
    CHECK(inbox.values()->columnCount() == 4);
    CHECK(inbox.values()->rowCount() >= before);
    CHECK(wordsOn(inbox.page).contains(u"What you decide holds for all of them."_s));
    QTest::keyClick(inbox.tree, Qt::Key_A);
    inbox.window.settle();
    CHECK(inbox.open() == 0);
}

TEST_CASE("nobody decides requests that he has chosen but not seen yet")
{
    const Sample sample;
    Inbox inbox(sample);
    const int before = inbox.open();
    inbox.tree->selectAll();
    QTest::keyClick(inbox.tree, Qt::Key_A); // before anything was read
    inbox.window.settle();
    CHECK(inbox.open() == before);
}

TEST_CASE("what was chosen stays chosen when the inbox is read anew")
{
    const Sample sample;
    Inbox inbox(sample);
    inbox.tree->selectAll();
    inbox.window.settle();
    const auto chosen = inbox.tree->selectedItems().size();
    REQUIRE(chosen > 1);
    inbox.page->refresh();
    inbox.window.settle();
    CHECK(inbox.tree->selectedItems().size() == chosen);
    CHECK(inbox.values()->columnCount() == 4);
}

TEST_CASE("the inbox says how much working time is left")
{
    const Sample sample;
    Inbox inbox(sample);
    const QTreeWidgetItem* group = inbox.tree->topLevelItem(0);
    REQUIRE(group->childCount() > 0);
    CHECK(group->child(0)->text(2).contains(u" h "_s));
    CHECK_FALSE(group->child(0)->toolTip(2).isEmpty());
    CHECK(group->text(0).contains(QString::number(group->childCount())));
}
