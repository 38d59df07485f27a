#include "ui/WindowFixture.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/SelectionPanel.h"

#include <QLabel>
#include <QLineEdit>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::Field;

TEST_CASE("Home and End go to the first and the last client, with Ctrl and without")
{
    const Sample sample;
    Window window(sample.access("admin"));
    QTableView& list = window.list();
    list.setFocus();
    const int last = list.model()->rowCount() - 1;
    REQUIRE(last > 10);
    for (const auto modifier : {Qt::NoModifier, Qt::ControlModifier}) {
        QTest::keyClick(&list, Qt::Key_End, modifier);
        CHECK(list.currentIndex().row() == last);
        CHECK(list.selectionModel()->isRowSelected(last));
        QTest::keyClick(&list, Qt::Key_Home, modifier);
        CHECK(list.currentIndex().row() == 0);
        CHECK(list.selectionModel()->isRowSelected(0));
    }
}

TEST_CASE("the list narrows to what is searched for, and says so where nothing is found")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int all = window.list().model()->rowCount();
    CHECK(all >= 60);
    const QString first = window.names().value(0);
    window.search(first);
    CHECK(window.names().contains(first));
    CHECK(window.list().model()->rowCount() < all);

    window.search(QStringLiteral("qqqqzzzz"));
    CHECK(wordsOn(&window.main()).contains(QStringLiteral("Nothing found")));
    CHECK_FALSE(window.list().isVisible());

    window.search({});
    CHECK(window.list().isVisible());
    CHECK(window.list().model()->rowCount() == all);
}

TEST_CASE("a chosen client shows its values, and its history beside them")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString name = window.names().value(2);
    REQUIRE(window.select(name));
    CHECK(wordsOn(&window.main().clients().panel()).contains(name));
    window.main().clients().panel().showHistory();
    window.settle();
    const auto* history
        = window.main().clients().panel().findChild<QTableView*>(QStringLiteral("history"));
    REQUIRE(history != nullptr);
    CHECK(history->isVisible());
    CHECK(history->model()->rowCount() >= 3);
    QStringList changes;
    for (int row = 0; row < history->model()->rowCount(); ++row) {
        changes.append(history->model()->index(row, 2).data().toString());
    }
    CHECK(changes.contains(name));
}

TEST_CASE("the first row and the last, however far down, show their record when they are chosen")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto heads = [&window](int row) {
        const QString name = window.list().model()->index(row, 0).data().toString();
        return wordsOn(&window.main().clients().panel()).contains(name);
    };
    QTest::mouseClick(window.list().viewport(),
                      Qt::LeftButton,
                      {},
                      window.list().visualRect(window.list().model()->index(0, 0)).center());
    window.settle();
    CHECK(heads(0));
    QTest::keyClick(&window.list(), Qt::Key_End, Qt::ControlModifier);
    window.settle();
    CHECK(heads(window.list().model()->rowCount() - 1));
}

TEST_CASE("a new client is refused in words while something is wrong, and stored when it is right")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int before = window.list().model()->rowCount();
    press(&window.main(), "New client");
    ui::ClientForm& form = window.main().clients().form();
    REQUIRE(form.isVisible());
    form.type(Field::Name, QStringLiteral("衡水青禾农具有限公司"));
    form.type(Field::Email, QStringLiteral("office@"));
    window.settle();
    CHECK(wordsOn(&form).contains(QStringLiteral("Not an e-mail address")));

    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    window.settle();
    CHECK(form.isVisible()); // refused: nothing was stored
    form.type(Field::Email, QStringLiteral("Office@Example.com"));
    form.type(Field::Contact, QStringLiteral("解芳"));
    form.type(Field::Phone, QStringLiteral("0318 2153344"));
    form.type(Field::Industry, QStringLiteral("51"));
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    window.settle();
    CHECK_FALSE(form.isVisible());
    CHECK(window.list().model()->rowCount() == before + 1);
    // It is chosen and in sight, wherever the order has put it.
    const QModelIndexList chosen = window.list().selectionModel()->selectedRows();
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.front().data().toString() == QStringLiteral("衡水青禾农具有限公司"));
    CHECK(window.list().viewport()->rect().intersects(window.list().visualRect(chosen.front())));
    window.search(QStringLiteral("xiefang"));
    CHECK(window.names() == QStringList{QStringLiteral("衡水青禾农具有限公司")});
}

TEST_CASE("who is here already stands beside the form, and stops the save until it is overruled")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int before = window.list().model()->rowCount();
    const QString known = window.names().value(4);
    REQUIRE(window.select(known));
    const core::ClientRow row = [&] {
        core::ClientRow found;
        window.jobs().run<core::SearchPage>(
            ui::Lane::Read,
            &window.main(),
            [known](core::Office& office, core::Progress&) {
                return office.queries().search(known, 1);
            },
            [&found](core::Result<core::SearchPage> page) {
                REQUIRE(page);
                REQUIRE_FALSE(page->clients.empty());
                found = page->clients.front().row;
            });
        window.settle();
        return found;
    }();
    press(&window.main(), "New client");
    ui::ClientForm& form = window.main().clients().form();
    for (const Field field :
         {Field::Type, Field::Name, Field::Contact, Field::Phone, Field::City}) {
        form.type(field, row.client.value(field));
    }
    form.type(Field::Industry, QStringLiteral("51"));
    window.settle();
    CHECK(wordsOn(&form).contains(QStringLiteral("Perhaps here already")));
    press(&form, "Save");
    window.settle();
    CHECK(form.isVisible());
    press(&form, "Not a duplicate: save all the same");
    window.settle();
    CHECK_FALSE(form.isVisible());
    CHECK(window.list().model()->rowCount() == before + 1);
}

TEST_CASE("leaving a form with something typed asks first, and one without goes at once")
{
    const Sample sample;
    Window window(sample.access("admin"));
    press(&window.main(), "New client");
    ui::ClientForm& form = window.main().clients().form();
    press(&form, "Cancel");
    CHECK_FALSE(form.isVisible());

    press(&window.main(), "New client");
    form.type(Field::Name, QStringLiteral("衡水青禾农具有限公司"));
    press(&form, "Cancel");
    CHECK(form.isVisible());
    press(&window.main(), "Leave without saving");
    CHECK_FALSE(form.isVisible());

    press(&window.main(), "New client");
    form.type(Field::Name, QStringLiteral("衡水青禾农具有限公司"));
    CHECK_FALSE(window.main().close());
    CHECK(window.main().isVisible());
    press(&window.main(), "Close without saving");
    CHECK_FALSE(window.main().isVisible());
}

TEST_CASE("what a salesperson may not decide is marked before it is saved, and waits for approval")
{
    const Sample sample;
    QString name;
    {
        Window sales(sample.access("sales1"));
        name = sales.names().value(0);
        REQUIRE(sales.select(name));
        press(&sales.main().clients().panel(), "Edit");
        sales.settle(); // whose record it is decides what has to be asked for
        ui::ClientForm& form = sales.main().clients().form();
        form.type(Field::Notes, QStringLiteral("prefers letters"));
        CHECK(buttonOf(&form, QStringLiteral("Save")) != nullptr);
        form.type(Field::Phone, QStringLiteral("021-50501234"));
        press(&form, "Save and ask for approval");
        sales.settle();
        CHECK_FALSE(form.isVisible());
        const QString shown = wordsOn(&sales.main().clients().panel());
        CHECK(shown.contains(QStringLiteral("prefers letters")));
        CHECK_FALSE(shown.contains(QStringLiteral("021-50501234")));
    }
    Window admin(sample.access("admin"));
    REQUIRE(admin.select(name));
    CHECK_FALSE(wordsOn(&admin.main().clients().panel()).contains(QStringLiteral("021-50501234")));
}

TEST_CASE("several chosen clients get a tag at once, stay chosen, and lose it again")
{
    const Sample sample;
    Window window(sample.access("sales1"));
    const auto tagged = [&window](const char* tag) {
        std::int64_t count = -1;
        window.jobs().run<std::int64_t>(
            ui::Lane::Read,
            &window.main(),
            [tag](core::Office& office, core::Progress&) {
                return office.queries().count(QStringLiteral("tag=") + QLatin1String(tag));
            },
            [&count](core::Result<std::int64_t> found) { count = found ? *found : -2; });
        window.settle();
        return count;
    };
    QTableView& list = window.list();
    const auto click = [&list](int row, Qt::KeyboardModifiers keys) {
        QTest::mouseClick(list.viewport(),
                          Qt::LeftButton,
                          keys,
                          list.visualRect(list.model()->index(row, 0)).center());
    };
    click(0, {});
    click(3, Qt::ShiftModifier);
    click(5, Qt::ControlModifier);
    window.settle();
    auto* panel = window.main().findChild<ui::SelectionPanel*>();
    REQUIRE(panel->isVisible());
    CHECK(wordsOn(panel).contains(QStringLiteral("5 client")));
    CHECK_FALSE(buttonOf(panel, QStringLiteral("Put on"))->isEnabled());
    panel->findChild<QLineEdit*>()->setText(QStringLiteral("fair"));
    press(panel, "Put on");
    window.settle();
    CHECK(tagged("fair") == 5);
    REQUIRE(panel->isVisible());
    CHECK(panel->clients().size() == 5);
    CHECK(list.selectionModel()->selectedRows().size() == 5);
    press(panel, "Take off");
    window.settle();
    CHECK(tagged("fair") == 0);

    click(2, {});
    window.settle();
    CHECK_FALSE(panel->isVisible());
    CHECK(wordsOn(&window.main().clients().panel()).contains(window.names().value(2)));
}

TEST_CASE("who may change no client chooses one at a time")
{
    const Sample sample;
    Window window(sample.access("service"));
    CHECK(window.list().selectionMode() == QAbstractItemView::SingleSelection);
}
