// What colleagues save is in the window within seconds, and nobody loses the place where he reads or writes.
#include "core/workspace/Office.h"
#include "ui/WindowFixture.h"
#include "ui/clients/ClientListModel.h"

#include <QLineEdit>
#include <QScrollBar>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace tests;

namespace {

constexpr auto interval = std::chrono::milliseconds(100);
constexpr int longestMs = 5000;

/// A colleague at another computer.
struct Colleague
{
    explicit Colleague(const Access& access)
    {
        auto opened = Office::open(access);
        REQUIRE(opened);
        office = *std::move(opened);
    }
    void add(const char* name)
    {
        ClientValues values;
        values.set(Field::Name, QString::fromUtf8(name));
        AddOptions options;
        options.force = true;
        auto added = office->clients().add(values, options);
        REQUIRE(added);
        REQUIRE(added->client);
    }

    std::unique_ptr<Office> office;
};

} // namespace

TEST_CASE("what a colleague saves appears in the list, and selection and scroll position stay")
{
    Sample sample;
    Window window(sample.access("admin"));
    window.settle();
    window.jobs().listen(interval);
    Colleague colleague(sample.access("manager"));
    QTableView& list = window.list();
    const QString chosen = window.names().at(1);
    REQUIRE(window.select(chosen));
    window.settle();
    list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum() / 2);
    const int place = list.verticalScrollBar()->value();
    REQUIRE(place > 0);

    const int rows = list.model()->rowCount();
    colleague.add("zzz 末尾有限公司");
    REQUIRE(QTest::qWaitFor([&] { return list.model()->rowCount() == rows + 1; }, longestMs));
    window.settle();
    CHECK(list.verticalScrollBar()->value() == place);
    CHECK(list.model()->index(place, 0).data().toString() != QStringLiteral("…"));
    const auto selected = list.selectionModel()->selectedRows(ui::ClientListModel::NameColumn);
    REQUIRE(selected.size() == 1);
    CHECK(selected.front().data().toString() == chosen);
    CHECK(window.names().contains(QStringLiteral("zzz 末尾有限公司")));
}

TEST_CASE("what a colleague changes shows in the record at hand, and what is being typed stays")
{
    Sample sample;
    Window window(sample.access("admin"));
    window.settle();
    window.jobs().listen(interval);
    Colleague colleague(sample.access("manager"));
    const auto page = colleague.office->queries().list({.limit = 1});
    REQUIRE(page);
    const Client client = page->rows.front().client;
    REQUIRE(window.select(client.value(Field::Name)));
    window.settle();
    REQUIRE(colleague.office->changes().update(
        client.id(), {{Field::Website, QStringLiteral("https://changed.example"), {}}}));
    REQUIRE(QTest::qWaitFor(
        [&] { return wordsOn(&window.main()).contains(QStringLiteral("changed.example")); },
        longestMs));

    // In the middle of typing.
    press(&window.main(), "Edit");
    window.settle();
    auto* form = window.main().findChild<ui::ClientForm*>();
    REQUIRE(form != nullptr);
    QLineEdit* line = form->findChildren<QLineEdit*>().front();
    line->setFocus();
    const QString before = line->text();
    QTest::keyClicks(line, QStringLiteral("typed"));
    const QString typed = line->text();
    REQUIRE(typed != before);
    colleague.add("aaa 开头有限公司");
    REQUIRE(QTest::qWaitFor(
        [&] { return window.names().contains(QStringLiteral("aaa 开头有限公司")); }, longestMs));
    window.settle();
    CHECK(line->text() == typed);
    CHECK(form->isVisible());
}
