// Merges in the window: taken back from the history on a later day, with the edits made since, and applied again.
#include "ui/WindowFixture.h"
#include "ui/clients/HistoryView.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/UnmergeDialog.h"

#include <QListView>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::Field;

namespace {

/// Merges the first group that is shown, and goes to the history of the record that stayed.
struct Merged
{
    Merged()
    {
        window.main().go(ui::MainWindow::Duplicates);
        window.settle();
        auto* groups = window.main()
                           .page(ui::MainWindow::Duplicates)
                           .findChild<QListView*>(QStringLiteral("groups"));
        REQUIRE(groups != nullptr);
        QTest::keyClick(groups, Qt::Key_M);
        window.settle();
        auto* dialog = window.main().findChild<ui::MergeDialog*>();
        REQUIRE(dialog != nullptr);
        survivor = dialog->plan().survivor.id;
        other = dialog->plan().others.front().id;
        press(dialog, "Merge");
        window.settle();
        showHistory();
    }

    void showHistory()
    {
        window.main().go(ui::MainWindow::Clients);
        window.settle();
        window.main().clients().showClient(survivor);
        window.main().clients().panel().showHistory();
        window.settle();
        history = window.main().clients().panel().findChild<ui::HistoryView*>();
        REQUIRE(history != nullptr);
    }

    void edit(Field field, const char* words)
    {
        window.jobs().run<core::UpdateOutcome>(
            ui::Lane::Write,
            &window.main(),
            [id = survivor, field, text = QString::fromUtf8(words)](core::Office& office,
                                                                    core::Progress&) {
                return office.changes().update(id, {{field, text, {}}});
            },
            [](core::Result<core::UpdateOutcome> outcome) { CHECK(outcome); });
        window.settle();
    }

    QString value(const core::ClientId& id, Field field)
    {
        QString value;
        window.jobs().run<core::Client>(
            ui::Lane::Read,
            &window.main(),
            [id](core::Office& office, core::Progress&) { return office.clients().show(id); },
            [&value, field](core::Result<core::Client> client) {
                REQUIRE(client);
                value = client->value(field);
            });
        window.settle();
        return value;
    }

    const Sample sample;
    Window window{sample.access("admin")};
    int clients = window.list().model()->rowCount();
    core::ClientId survivor;
    core::ClientId other;
    ui::HistoryView* history = nullptr;
};

} // namespace

TEST_CASE_METHOD(Merged, "a merge is taken back at once from the history of the one record")
{
    CHECK(window.list().model()->rowCount() < clients);
    press(history, "Undo this merge");
    window.settle();
    CHECK(window.main().findChild<ui::UnmergeDialog*>() == nullptr); // nothing to place
    CHECK(window.list().model()->rowCount() == clients);
    CHECK(buttonOf(history, QStringLiteral("Undo this merge")) == nullptr);

    SECTION("and applied again from the line that says so")
    {
        press(&window.main(), "Merge again");
        window.settle();
        CHECK(window.list().model()->rowCount() < clients);
        press(&window.main(), "Undo");
        window.settle();
        CHECK(window.list().model()->rowCount() == clients);
    }
    SECTION("and applied again from the history, after a look")
    {
        press(history, "Merge again…");
        window.settle();
        auto* dialog = window.main().findChild<ui::MergeDialog*>();
        REQUIRE(dialog != nullptr);
        CHECK(dialog->plan().survivor.id == survivor);
        press(dialog, "Merge");
        window.settle();
        CHECK(window.list().model()->rowCount() < clients);
        CHECK(buttonOf(history, QStringLiteral("Merge again…")) == nullptr);
        CHECK(buttonOf(history, QStringLiteral("Undo this merge")) != nullptr);
    }
}

TEST_CASE_METHOD(Merged, "whose an edit made since the merge is, the person says")
{
    edit(Field::Website, "https://placed.example");
    edit(Field::Street, "Edited Lane 1");
    press(history, "Undo this merge");
    window.settle();
    auto* dialog = window.main().findChild<ui::UnmergeDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(dialog->plan().edits.size() == 2);
    CHECK(dialog->plan().edits.front().field == Field::Street);
    CHECK(dialog->plan().edits.front().stays);
    dialog->setPlaced(1, 1, true);
    dialog->setPlaced(1, 0, false);
    CHECK_FALSE(dialog->plan().edits.back().stays);
    dialog->setPlaced(1, 1, false); // an edit has to stay somewhere
    window.settle();
    CHECK(dialog->plan().edits.back().goesTo == std::vector{other});
    press(dialog, "Undo the merge");
    window.settle();
    CHECK(window.list().model()->rowCount() == clients);
    CHECK(value(survivor, Field::Street) == QStringLiteral("Edited Lane 1"));
    CHECK(value(survivor, Field::Website) != QStringLiteral("https://placed.example"));
    CHECK(value(other, Field::Website) == QStringLiteral("https://placed.example"));
}
