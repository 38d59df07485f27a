// The merge dialog by the keyboard, and what is asked before a prepared one is given up.
#include "ui/WindowFixture.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/MergeTable.h"
#include "ui/inbox/InboxPage.h"
#include "ui/shell/LeaveDialog.h"
#include "ui/shell/RecordWindow.h"
#include "ui/widgets/Prompt.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

/// Three records that differ in two fields.
struct Three
{
    Three()
    {
        dialog = new ui::MergeDialog(window.jobs(), {clients}, &window.main());
        dialog->open();
        window.settle();
        table = dialog->findChild<ui::MergeTable*>();
        records = table->findChild<QTableWidget*>(u"records"_s);
        result = table->findChild<QTableView*>(u"result"_s);
        records->setFocus();
    }

    [[nodiscard]] int rowOf(Field field) const
    {
        for (int row = 0; table->fieldAt(row) != Field::Id; ++row) {
            if (table->fieldAt(row) == field) {
                return row;
            }
        }
        return -1;
    }

    [[nodiscard]] QString value(Field field) const { return dialog->plan().choice(field)->value; }

    Sample sample;
    std::vector<core::Client> clients
        = addAlike(sample.access("admin"), Field::Website, u"https://w%1.example"_s, 3);
    Window window{sample.access("admin")};
    int before = window.list().model()->rowCount();
    ui::MergeDialog* dialog = nullptr;
    ui::MergeTable* table = nullptr;
    QTableWidget* records = nullptr;
    QTableView* result = nullptr;
};

} // namespace

TEST_CASE_METHOD(Three, "Enter takes the value at hand, and merges nothing")
{
    table->setCurrent(rowOf(Field::Street), 2);
    QTest::keyClick(records, Qt::Key_Return);
    window.settle();
    CHECK(dialog->isVisible());
    CHECK(window.list().model()->rowCount() == before);
    CHECK(value(Field::Street) == u"干将路3号"_s);
    CHECK(wordsOn(dialog).contains(u"1 of 2 settled"_s));
    CHECK(records->verticalHeaderItem(rowOf(Field::Street))->text().startsWith(u'✓'));

    SECTION("Ctrl+Z takes the choice back")
    {
        QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);
        CHECK(value(Field::Street) != u"干将路3号"_s);
        CHECK(wordsOn(dialog).contains(u"0 of 2 settled"_s));
    }
    SECTION("Ctrl+Enter merges")
    {
        QTest::keyClick(records, Qt::Key_Return, Qt::ControlModifier);
        window.settle();
        CHECK(window.list().model()->rowCount() == before - 2);
    }
}

TEST_CASE_METHOD(Three, "F8 goes to the next difference that nobody has settled")
{
    table->setCurrent(0, 1);
    const int street = rowOf(Field::Street);
    const int website = rowOf(Field::Website);
    table->setCurrent(street, 1);
    QTest::keyClick(records, Qt::Key_F8);
    CHECK(records->currentRow() == website);
    QTest::keyClick(records, Qt::Key_Return);
    window.settle();
    QTest::keyClick(records, Qt::Key_F8);
    CHECK(records->currentRow() == street);
    QTest::keyClick(records, Qt::Key_F8); // the other is settled
    CHECK(records->currentRow() == street);
    QTest::keyClick(records, Qt::Key_F8, Qt::ShiftModifier);
    CHECK(records->currentRow() == street);
}

TEST_CASE_METHOD(Three, "another record stays, and all of one is taken, by a key each")
{
    const int other = dialog->plan().survivor.pk == clients[1].pk ? 2 : 1;
    table->setCurrent(rowOf(Field::Street), other);
    QTest::keyClick(records, Qt::Key_K);
    window.settle();
    CHECK(dialog->plan().survivor.pk == clients[std::size_t(other)].pk);
    table->setCurrent(rowOf(Field::Street), 0);
    QTest::keyClick(records, Qt::Key_T);
    window.settle();
    CHECK(value(Field::Street) == u"干将路1号"_s);
    CHECK(value(Field::Website) == u"https://w1.example"_s);
    CHECK(wordsOn(dialog).contains(u"2 of 2 settled"_s));
    QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);
    CHECK(dialog->plan().survivor.pk != clients[std::size_t(other)].pk);
}

TEST_CASE_METHOD(Three, "fields in which nothing differs are out of the way where that is wanted")
{
    const int name = rowOf(Field::Name);
    CHECK_FALSE(records->isRowHidden(name));
    press(dialog, "Differences  ≠ 2");
    CHECK(records->isRowHidden(name));
    CHECK(result->isRowHidden(name));
    CHECK_FALSE(records->isRowHidden(rowOf(Field::Street)));
    press(dialog, "All fields");
    CHECK_FALSE(records->isRowHidden(name));
}

TEST_CASE_METHOD(Three, "a merge in which something was chosen is asked about before it goes")
{
    QTest::keyClick(dialog, Qt::Key_Escape);
    CHECK_FALSE(dialog->isVisible()); // nothing was chosen
    dialog->open();
    window.settle();
    QLineEdit* reason = nullptr;
    for (auto* edit : dialog->findChildren<QLineEdit*>()) {
        reason = edit->accessibleName() == u"Reason" ? edit : reason;
    }
    REQUIRE(reason != nullptr);
    reason->setText(u"one company"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    CHECK(dialog->isVisible());
    press(dialog->findChild<ui::PromptDialog*>(), "Cancel");
    window.settle();
    reason->clear();
    table->setCurrent(rowOf(Field::Street), 2);
    QTest::keyClick(records, Qt::Key_Return);
    window.settle();
    QTest::keyClick(dialog, Qt::Key_Escape);
    CHECK(dialog->isVisible());
    auto* question = dialog->findChild<ui::PromptDialog*>();
    REQUIRE(question != nullptr);
    question->close();
    window.main().close();
    auto* leave = window.main().findChild<ui::LeaveDialog*>();
    REQUIRE(leave != nullptr);
    CHECK(wordsOn(leave).contains(u"The merge of 3 records that you are preparing"_s));
    press(leave, "Close without saving");
    window.settle();
    CHECK_FALSE(window.main().isVisible());
}

TEST_CASE("a word on a request that was not sent is named when the window is closed")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::Inbox);
    window.settle();
    auto* comment = window.main().page(ui::MainWindow::Inbox).findChild<QLineEdit*>();
    REQUIRE(comment != nullptr);
    comment->setText(u"no proof"_s);
    window.main().go(ui::MainWindow::Clients);
    window.main().close();
    auto* leave = window.main().findChild<ui::LeaveDialog*>();
    REQUIRE(leave != nullptr);
    CHECK(wordsOn(leave).contains(u"Your word on the request R-"_s));
    press(leave, "Keep open");
    window.settle();
    CHECK(comment->text() == u"no proof"_s);
    window.main().close();
    press(window.main().findChild<ui::LeaveDialog*>(), "Close without saving");
    window.settle();
    CHECK_FALSE(window.main().isVisible());
}

TEST_CASE("Ctrl+Enter in the list opens the record in a window of its own")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().clients().selectRow(1);
    window.settle();
    window.list().setFocus();
    QTest::keyClick(&window.list(), Qt::Key_Return, Qt::ControlModifier);
    window.settle();
    CHECK(window.main().recordWindows().size() == 1);
}

TEST_CASE_METHOD(Three, "a number known to be the same contradicts nothing, whichever record stays")
{
    for (core::Client& client : clients) {
        client.values.set(Field::IdNumber, u"token "_s + client.id().value);
    }
    const auto conflictsIn = [this](const std::vector<Field>& same) {
        ui::MergeDialog merge(window.jobs(), {clients, same}, &window.main());
        merge.findChild<QComboBox*>()->setCurrentIndex(2);
        return merge.plan().choice(Field::IdNumber)->conflict;
    };
    CHECK(conflictsIn({}));
    CHECK_FALSE(conflictsIn({Field::IdNumber}));
}
