// What is chosen in the list and which record is shown for it are the same, whatever is read, typed or opened meanwhile.
#include "ui/WindowFixture.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/SelectionPanel.h"
#include "ui/shell/RecordWindow.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Prompt.h"

#include <QLineEdit>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

ui::SelectionPanel& severalOf(Window& window)
{
    auto* panel = window.main().clients().findChild<ui::SelectionPanel*>();
    REQUIRE(panel != nullptr);
    return *panel;
}

core::Client shownIn(Window& window)
{
    const auto& client = window.main().clients().panel().client();
    return client.value_or(core::Client{});
}

QList<int> chosenRows(Window& window)
{
    QList<int> rows;
    for (const QModelIndex& index : window.list().selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    return rows;
}

/// The record in the list's row, chosen.
core::Client chosenAt(Window& window, int row)
{
    window.main().clients().selectRow(row);
    window.settle();
    return shownIn(window);
}

} // namespace

TEST_CASE("several rows are chosen over a value that is being typed only after a question")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client client = chosenAt(window, 1);
    ui::ClientPanel& panel = window.main().clients().panel();
    panel.editInPlace(Field::Name);
    panel.inPlace()->type(Field::Name, u"Quillfeather"_s);
    window.list().setFocus();
    QTest::keyClick(&window.list(), Qt::Key_Down, Qt::ShiftModifier);
    window.settle();
    REQUIRE(panel.hasUnsavedWork());
    CHECK(ui::editorText(panel.inPlace()->row(Field::Name).editor()) == u"Quillfeather");
    CHECK_FALSE(severalOf(window).isVisible());
    SECTION("stayed")
    {
        press(window.main().findChild<ui::PromptDialog*>(), "Cancel");
        CHECK(panel.hasUnsavedWork());
        CHECK(shownIn(window).pk == client.pk);
    }
    SECTION("left")
    {
        press(&window.main(), "Leave without saving");
        window.settle();
        CHECK(severalOf(window).isVisible());
        CHECK(severalOf(window).clients().size() == 2);
        CHECK_FALSE(panel.hasUnsavedWork());
    }
    panel.discard();
}

TEST_CASE("after several, one that is not read yet is shown alone at once")
{
    const Sample sample;
    addAlike(sample.access("admin"), Field::Notes, u"number %1"_s, 100);
    Window window(sample.access("admin"));
    window.list().setFocus();
    chosenAt(window, 0);
    QTest::keyClick(&window.list(), Qt::Key_Down, Qt::ShiftModifier);
    window.settle();
    REQUIRE(severalOf(window).isVisible());
    QTest::keyClick(&window.list(), Qt::Key_End);
    CHECK_FALSE(severalOf(window).isVisible()); // its buttons would mean the two
    window.settle();
    CHECK_FALSE(severalOf(window).isVisible());
    const int last = window.list().model()->rowCount() - 1;
    CHECK(chosenRows(window) == QList<int>{last});
    CHECK(shownIn(window).value(Field::Name) == window.list().model()->index(last, 0).data());
    CHECK(window.main().clients().shown() == shownIn(window).pk);
}

TEST_CASE("where a refresh leaves one of several, that one is shown")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client stays = chosenAt(window, 0);
    const core::Client goes = chosenAt(window, 1);
    chosenAt(window, 0);
    window.list().setFocus();
    QTest::keyClick(&window.list(), Qt::Key_Down, Qt::ShiftModifier);
    window.settle();
    REQUIRE(severalOf(window).clients().size() == 2);
    window.jobs().run<core::TrashOutcome>(
        ui::Lane::Write,
        &window.main(),
        [goes](core::Office& office, core::Progress&) {
            return office.changes().moveToTrash({goes.id()}, u"entered twice"_s);
        },
        [](const core::Result<core::TrashOutcome>& done) { REQUIRE(done); });
    window.settle();
    CHECK_FALSE(severalOf(window).isVisible());
    CHECK(shownIn(window).pk == stays.pk);
}

TEST_CASE("a record that was opened from beside the form is the one that is printed and trashed")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client opened = chosenAt(window, 5);
    const core::Client edited = chosenAt(window, 1);
    REQUIRE(opened.pk != edited.pk);
    press(&window.main().clients().panel(), "Edit");
    window.settle();
    SECTION("listed")
    {
        Q_EMIT window.main().clients().form().openWanted(opened.id());
        window.settle();
        CHECK(chosenRows(window) == QList<int>{5});
    }
    SECTION("not listed")
    {
        window.search(edited.value(Field::Name));
        press(&window.main().clients().panel(), "Edit");
        Q_EMIT window.main().clients().form().openWanted(opened.id());
        window.settle();
        CHECK(chosenRows(window).isEmpty());
    }
    CHECK(shownIn(window).pk == opened.pk);
    CHECK(window.main().clients().shown() == opened.pk);
}

TEST_CASE("an opened record that is not listed stays, whatever is read of the list")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client opened = chosenAt(window, 5);
    const core::Client found = chosenAt(window, 1);
    window.search(found.value(Field::Name));
    chosenAt(window, 0);
    window.main().clients().open(opened.pk, opened.id());
    window.settle();
    CHECK(chosenRows(window).isEmpty());
    QAbstractItemModel* rows = window.list().model();
    Q_EMIT rows->dataChanged(rows->index(0, 0), rows->index(0, 0)); // a page came in
    window.settle();
    CHECK(shownIn(window).pk == opened.pk);
    changeElsewhere(window, found.id(), Field::Notes, u"from the other desk"_s);
    CHECK(shownIn(window).pk == opened.pk);
    CHECK(window.main().clients().shown() == opened.pk);
    window.search(found.value(Field::Name) + u' '); // a search of its own shows what it found
    CHECK(shownIn(window).pk != opened.pk);
}

TEST_CASE("Enter in the search chooses the first that it finds, also before that is there")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client wanted = chosenAt(window, 7);
    chosenAt(window, 1);
    SECTION("another is chosen")
    { }
    SECTION("none is chosen")
    {
        window.list().clearSelection();
    }
    window.main().clients().search(wanted.value(Field::Name));
    window.main().clients().focusList(true);
    CHECK(window.list().hasFocus());
    window.settle();
    CHECK(chosenRows(window) == QList<int>{0});
    CHECK(shownIn(window).pk == wanted.pk);
}

TEST_CASE("a window of its own that opens another record becomes that one's")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client other = chosenAt(window, 5);
    const core::Client first = chosenAt(window, 1);
    ui::RecordWindow* record = window.main().openRecordWindow(first.pk, first.id());
    window.settle();
    press(&record->panel(), "Edit");
    window.settle();
    Q_EMIT record->form().openWanted(other.id()); // a possible duplicate, beside the form
    window.settle();
    CHECK(record->panel().client()->pk == other.pk);
    CHECK(record->client() == other.pk);
    CHECK(record->id() == other.id());
    CHECK(record->windowTitle().contains(other.id().value));
    press(&record->panel(), "Edit");
    window.settle();
    record->form().type(Field::Notes, u"rings at noon"_s);
    record->form().saveNow();
    window.settle();
    CHECK(record->panel().client()->pk == other.pk);
    CHECK(stored(window, other.id()).value(Field::Notes) == u"rings at noon");
}
