#include "ui/WindowFixture.h"
#include "ui/clients/SelectionPanel.h"
#include "ui/clients/TrashDialog.h"

#include <QLabel>
#include <QLineEdit>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

ui::TrashDialog* trashDialog(Window& window)
{
    auto* dialog = window.main().clients().findChild<ui::TrashDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(dialog->isVisible());
    return dialog;
}

void give(ui::TrashDialog* dialog, const char* verb)
{
    CHECK_FALSE(buttonOf(dialog, QString::fromUtf8(verb))->isEnabled()); // first a reason
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("entered twice"));
    press(dialog, verb);
}

} // namespace

TEST_CASE("a record goes into the trash with a reason, is seen there, and comes back by Restore")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int all = window.list().model()->rowCount();
    const QString name = window.names().value(3);
    REQUIRE(window.select(name));
    press(&window.main().clients().panel(), "Trash…");
    give(trashDialog(window), "Into the trash");
    window.settle();
    CHECK(window.list().model()->rowCount() == all - 1);
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("1 client in the trash.")));
    window.search(name);
    CHECK_FALSE(window.names().contains(name));
    window.search({});

    press(&window.main(), "Trash");
    window.settle();
    CHECK(window.names() == QStringList{name});
    REQUIRE(window.select(name));
    const QString words = wordsOn(&window.main().clients().panel());
    CHECK(words.contains(QStringLiteral("In the trash since")));
    CHECK(words.contains(QStringLiteral("entered twice")));
    CHECK(buttonOf(&window.main().clients().panel(), QStringLiteral("Edit")) == nullptr);
    press(&window.main().clients().panel(), "Restore");
    window.settle();
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("The trash is empty")));
    press(&window.main(), "All");
    window.settle();
    CHECK(window.list().model()->rowCount() == all);
}

TEST_CASE("several go into the trash by the Delete key, and Undo brings all of them back")
{
    const Sample sample;
    Window window(sample.access("manager"));
    const int all = window.list().model()->rowCount();
    window.list().selectionModel()->select(
        QItemSelection(window.list().model()->index(1, 0), window.list().model()->index(3, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    window.settle();
    QTest::keyClick(&window.list(), Qt::Key_Delete);
    give(trashDialog(window), "Into the trash");
    window.settle();
    CHECK(window.list().model()->rowCount() == all - 3);
    press(&window.main(), "Undo");
    window.settle();
    CHECK(window.list().model()->rowCount() == all);

    SECTION("in the trash several can only be restored")
    {
        QTest::keyClick(&window.list(), Qt::Key_Home, Qt::ControlModifier);
        window.settle();
        QTest::keyClick(&window.list(), Qt::Key_Down, Qt::ShiftModifier);
        window.settle();
        press(&window.main(), "Trash…");
        give(trashDialog(window), "Into the trash");
        window.settle();
        press(&window.main(), "Trash");
        window.settle();
        window.list().selectAll();
        window.settle();
        auto* several = window.main().clients().findChild<ui::SelectionPanel*>();
        CHECK(buttonOf(several, QStringLiteral("Put on")) == nullptr);
        press(several, "Restore");
        window.settle();
        press(&window.main(), "All");
        window.settle();
        CHECK(window.list().model()->rowCount() == all);
    }
}

TEST_CASE("a salesperson asks for the trash, and may withdraw it from the foot of the window")
{
    const Sample sample;
    Window window(sample.access("sales1"));
    const int all = window.list().model()->rowCount();
    REQUIRE(window.select(window.names().value(0)));
    press(&window.main().clients().panel(), "Trash…");
    give(trashDialog(window), "Ask for it");
    window.settle();
    CHECK(window.list().model()->rowCount() == all);
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("1 request waits for approval.")));
    press(&window.main(), "Withdraw");
    window.settle();
    int open = -1;
    window.jobs().run<core::RequestCounts>(
        ui::Lane::Read,
        &window.main(),
        [](core::Office& office, core::Progress&) { return office.requests().counts(); },
        [&open](core::Result<core::RequestCounts> counts) { open = counts ? counts->mine : -1; });
    window.settle();
    const int before = open;
    press(&window.main().clients().panel(), "Trash…");
    give(trashDialog(window), "Ask for it");
    window.settle();
    window.jobs().run<core::RequestCounts>(
        ui::Lane::Read,
        &window.main(),
        [](core::Office& office, core::Progress&) { return office.requests().counts(); },
        [&open](core::Result<core::RequestCounts> counts) { open = counts ? counts->mine : -1; });
    window.settle();
    CHECK(open == before + 1);
}
