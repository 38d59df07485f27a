// Several requests at once: each is shown before any of them is decided.
#include "core/workspace/Office.h"
#include "ui/WindowFixture.h"
#include "ui/inbox/InboxPage.h"
#include "ui/inbox/RequestView.h"
#include "ui/widgets/Prompt.h"

#include <QLineEdit>
#include <QTableWidget>
#include <QTreeWidget>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

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

    /// In the order of the list.
    std::vector<QTreeWidgetItem*> rows()
    {
        std::vector<QTreeWidgetItem*> found;
        for (QTreeWidgetItem* item = tree->topLevelItem(0); item != nullptr;
             item = tree->itemBelow(item)) {
            if (numberOf(item) > 0) {
                found.push_back(item);
            }
        }
        return found;
    }
    static qlonglong numberOf(const QTreeWidgetItem* item)
    {
        return item->data(0, Qt::UserRole).toLongLong();
    }
    std::vector<qlonglong> numbers()
    {
        std::vector<qlonglong> found;
        for (const QTreeWidgetItem* item : rows()) {
            found.push_back(numberOf(item));
        }
        return found;
    }
    void choose(QTreeWidgetItem* item)
    {
        tree->setCurrentItem(item);
        window.settle();
    }
    QLineEdit* comment() { return page->findChild<ui::RequestView*>()->findChild<QLineEdit*>(); }
    bool saysProblem()
    {
        for (const auto* box : window.main().findChildren<ui::PromptDialog*>()) {
            if (box->isVisible()) {
                return true;
            }
        }
        return false;
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

/// A request of the salesperson for three fields of one record.
core::RequestPk askForThree(const Sample& sample)
{
    auto office = core::Office::open(sample.access("sales1"));
    REQUIRE(office);
    const auto page = (*office)->queries().list({.filter = u"pending=no"_s});
    REQUIRE(page);
    REQUIRE_FALSE(page->rows.empty());
    auto outcome = (*office)->changes().update(page->rows.front().client.id(),
                                               {{core::Field::Phone, u"13900139001"_s, {}},
                                                {core::Field::Email, u"three@example.com"_s, {}},
                                                {core::Field::Street, u"人民路3号"_s, {}}});
    REQUIRE(outcome);
    REQUIRE(outcome->requests.size() == 1);
    return outcome->requests.front();
}

} // namespace

TEST_CASE("after a decision the next request is chosen, not the first, which was passed over")
{
    const Sample sample;
    Inbox inbox(sample);
    const auto before = inbox.numbers();
    REQUIRE(before.size() > 3);
    QTest::keyClick(inbox.tree, Qt::Key_J);
    inbox.window.settle();
    QTest::keyClick(inbox.tree, Qt::Key_A);
    inbox.window.settle();
    CHECK(Inbox::numberOf(inbox.tree->currentItem()) == before[2]);
    QTest::keyClick(inbox.tree, Qt::Key_A);
    inbox.window.settle();
    CHECK(inbox.numbers().front() == before.front()); // nobody has approved it
    CHECK(inbox.numbers().size() == before.size() - 2);
    inbox.choose(inbox.rows().back());
    const auto left = inbox.numbers();
    QTest::keyClick(inbox.tree, Qt::Key_A);
    inbox.window.settle();
    CHECK(Inbox::numberOf(inbox.tree->currentItem()) == left[left.size() - 2]);
}

TEST_CASE("a decision that is pressed twice is made once")
{
    const Sample sample;
    Inbox inbox(sample);
    const int before = inbox.open();
    QTest::keyClick(inbox.tree, Qt::Key_A);
    QTest::keyClick(inbox.tree, Qt::Key_A);
    inbox.window.settle();
    CHECK(inbox.open() == before - 1);
    CHECK_FALSE(inbox.saysProblem());
    press(inbox.page, "Approve (A)"); // and the next is to be decided
    inbox.window.settle();
    CHECK(inbox.open() == before - 2);
}

TEST_CASE("a request of three fields that is chosen with one of one field is decided with it")
{
    const Sample sample;
    const core::RequestPk three = askForThree(sample);
    Inbox inbox(sample);
    const auto rows = inbox.rows();
    const auto at = std::find_if(rows.begin(), rows.end(), [three](const QTreeWidgetItem* item) {
        return Inbox::numberOf(item) == three.value;
    });
    REQUIRE(at != rows.end());
    REQUIRE(at != rows.begin());
    inbox.choose(*at);
    auto* view = inbox.page->findChild<ui::RequestView*>();
    REQUIRE(view->checkedFields().size() == 3);
    const int before = inbox.open();
    QTest::keyClick(inbox.tree, Qt::Key_Up, Qt::ShiftModifier);
    inbox.window.settle();
    REQUIRE(inbox.tree->selectedItems().size() == 2);
    CHECK(view->checkedFields().empty());
    QTest::keyClick(inbox.tree, Qt::Key_A);
    inbox.window.settle();
    CHECK(inbox.open() == before - 2);
}

TEST_CASE("a word and a box of a request are still there when one comes back to it")
{
    const Sample sample;
    const core::RequestPk three = askForThree(sample);
    Inbox inbox(sample);
    for (QTreeWidgetItem* item : inbox.rows()) {
        if (Inbox::numberOf(item) == three.value) {
            inbox.choose(item);
        }
    }
    auto* view = inbox.page->findChild<ui::RequestView*>();
    QTest::keyClicks(inbox.comment(), u"which street is it"_s);
    inbox.values()->item(1, 0)->setCheckState(Qt::Unchecked);
    QTest::keyClick(inbox.tree, Qt::Key_K);
    inbox.window.settle();
    CHECK(inbox.comment()->text().isEmpty());
    CHECK(inbox.page->unsentWords().contains(core::requestText(three)));
    QTest::keyClick(inbox.tree, Qt::Key_J);
    inbox.window.settle();
    CHECK(inbox.comment()->text() == u"which street is it"_s);
    CHECK(view->checkedFields().size() == 2);
    QTest::keyClick(inbox.tree, Qt::Key_A);
    inbox.window.settle();
    CHECK(inbox.comment()->text().isEmpty());
    CHECK(inbox.page->unsentWords().isEmpty());
}

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
