// The duplicates page: groups gone through by the keyboard, decided, put off, filtered, and everything taken back again.
#include "core/workspace/Office.h"
#include "ui/WindowFixture.h"
#include "ui/duplicates/DecisionsDialog.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/GroupList.h"
#include "ui/duplicates/GroupListModel.h"
#include "ui/duplicates/GroupView.h"
#include "ui/duplicates/MergeDialog.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

core::ClientId add(core::Office& office, const QString& name, const QString& phone)
{
    core::ClientValues values;
    values.set(Field::Type, u"company"_s);
    values.set(Field::Name, name);
    values.set(Field::Phone, phone);
    values.set(Field::City, u"苏州市"_s);
    core::AddOptions options;
    options.force = true;
    auto added = office.clients().add(values, options);
    REQUIRE(added);
    REQUIRE(added->client);
    return added->client->id();
}

/// The sample with a group of three more, the page before an administrator.
struct Groups
{
    explicit Groups(const char* user = "admin")
        : asked(user)
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        for (int i = 0; i < 3; ++i) {
            three.push_back(add(**office, u"苏州云杉精密贸易有限公司"_s, u"0512-38180001"_s));
        }
        core::Progress quiet;
        REQUIRE((*office)->duplicates().scan({}, quiet));
    }

    void open()
    {
        window = std::make_unique<Window>(sample.access(asked));
        window->main().go(ui::MainWindow::Duplicates);
        window->settle();
        page = &static_cast<ui::DuplicatesPage&>(window->main().page(ui::MainWindow::Duplicates));
        list = page->findChild<ui::GroupList*>();
        view = page->findChild<ui::GroupView*>();
        model = static_cast<ui::GroupListModel*>(list->model());
    }
    void key(Qt::Key key)
    {
        QTest::keyClick(list, key);
        window->settle();
    }
    void undo()
    {
        press(&window->main(), "Undo");
        window->settle();
    }
    [[nodiscard]] std::int64_t chosen() const
    {
        const core::DuplicateGroup* group = model->groupAt(list->row());
        return group == nullptr ? 0 : group->cluster;
    }
    [[nodiscard]] int count() const { return int(model->groups().size()); }
    void chooseThree()
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            const core::DuplicateGroup* group = model->groupAt(row);
            if (group != nullptr && group->clients.size() == 3
                && group->clients.front().id() == three.front()) {
                list->chooseRow(row);
                return;
            }
        }
        FAIL("the group of three is not there");
    }
    void type(const QString& text)
    {
        page->findChild<QLineEdit*>()->setText(text);
        window->settle();
    }

    const Sample sample;
    const char* asked;
    std::vector<core::ClientId> three;
    std::unique_ptr<Window> window;
    ui::DuplicatesPage* page = nullptr;
    ui::GroupList* list = nullptr;
    ui::GroupListModel* model = nullptr;
    ui::GroupView* view = nullptr;
};

struct OfAdmin : Groups
{
    OfAdmin() { open(); }
};

} // namespace

TEST_CASE_METHOD(OfAdmin, "J and K go through the groups and leave the headings out")
{
    REQUIRE(count() >= 3);
    CHECK(model->groupAt(0) == nullptr); // a heading
    CHECK(model->index(0).data().toString().contains(u'·'));
    const std::int64_t first = chosen();
    CHECK(first == model->groups().front().cluster);
    for (int i = 1; i < count(); ++i) {
        QTest::keyClick(list, Qt::Key_J);
        CHECK(chosen() == model->groups()[std::size_t(i)].cluster);
    }
    QTest::keyClick(list, Qt::Key_J);
    CHECK(chosen() == model->groups().back().cluster);
    QTest::keyClick(list, Qt::Key_Home);
    CHECK(chosen() == first);
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    window->settle();
    CHECK(chosen() == first);
    CHECK(list->selectionModel()->selectedIndexes().size() == 1);
}

TEST_CASE_METHOD(OfAdmin,
                 "what is no duplicate goes, the next group is chosen, and Undo brings it back")
{
    const int before = count();
    const std::int64_t first = chosen();
    const std::int64_t second = model->groups()[1].cluster;
    key(Qt::Key_N);
    CHECK(count() == before - 1);
    CHECK(chosen() == second);
    CHECK(model->rowOf(first) < 0);
    undo();
    CHECK(count() == before);
    CHECK(chosen() == first);
}

TEST_CASE_METHOD(OfAdmin, "of three records one is told apart, the other two stay a group")
{
    const int before = count();
    chooseThree();
    window->settle();
    CHECK(view->chosenRecord() == std::nullopt);
    QTest::keyClick(list, Qt::Key_Right);
    CHECK(view->chosenRecord() == 0);
    CHECK(wordsOn(view).contains(three[0].value + u" is another client"_s));
    QTest::keyClick(list, Qt::Key_Left);
    CHECK(view->chosenRecord() == std::nullopt);
    QTest::keyClick(list, Qt::Key_Left);
    CHECK(view->chosenRecord() == 2);
    key(Qt::Key_N);
    CHECK(count() == before);
    CHECK(view->group().clients.size() == 2);
    CHECK(view->group().clients.front().id() == three[0]);
    undo();
    CHECK(view->group().clients.size() == 3);

    SECTION("with none chosen all of them are meant")
    {
        QTest::keyClick(list, Qt::Key_Escape);
        key(Qt::Key_N);
        CHECK(count() == before - 1);
        undo();
        CHECK(count() == before);
        CHECK(view->group().clients.size() == 3);
    }
    SECTION("the first of them too, after which the group was called")
    {
        QTest::keyClick(list, Qt::Key_Escape);
        QTest::keyClick(list, Qt::Key_Right);
        key(Qt::Key_N);
        CHECK(count() == before);
        CHECK(view->group().clients.size() == 2);
        CHECK(view->group().clients.front().id() == three[1]);
    }
}

TEST_CASE_METHOD(OfAdmin, "a group is put off, found among those put off, and brought back")
{
    const int before = count();
    const std::int64_t first = chosen();
    key(Qt::Key_L);
    CHECK(count() == before - 1);
    CHECK(model->rowOf(first) < 0);
    SECTION("by Undo")
    {
        undo();
        CHECK(count() == before);
        CHECK(chosen() == first);
    }
    SECTION("from where they wait")
    {
        press(page, "Put off  1");
        window->settle();
        REQUIRE(count() == 1);
        CHECK(chosen() == first);
        CHECK(wordsOn(view).contains(u"Bring back"_s));
        key(Qt::Key_L);
        CHECK(count() == 0);
        CHECK(wordsOn(page).contains(u"Nothing is put off"_s));
        press(page, "Show all");
        window->settle();
        CHECK(count() == before);
    }
}

TEST_CASE_METHOD(OfAdmin, "groups are found by a part of a name or id, by tier and by owner")
{
    const int before = count();
    type(u"云杉精密"_s);
    CHECK(count() == 1);
    type(three[1].value.right(5));
    CHECK(count() >= 1);
    type(u"nobody at all"_s);
    CHECK(count() == 0);
    CHECK(wordsOn(page).contains(u"No group matches"_s));
    press(page, "Show all");
    window->settle();
    CHECK(count() == before);
    press(page, "Mine only");
    window->settle();
    CHECK(count() < before);
    press(page, "Mine only");
    window->settle();
    int certain = 0;
    for (const core::DuplicateGroup& group : model->groups()) {
        certain += core::tierOf(group.score) == core::MatchTier::Certain ? 1 : 0;
    }
    press(page, qPrintable(u"Certain  %1"_s.arg(certain)));
    window->settle();
    CHECK(count() == certain);
}

TEST_CASE_METHOD(OfAdmin, "after a merge the next group is chosen, and Undo comes back to it")
{
    const int before = count();
    const std::int64_t first = chosen();
    const std::int64_t second = model->groups()[1].cluster;
    key(Qt::Key_Return);
    auto* dialog = window->main().findChild<ui::MergeDialog*>();
    REQUIRE(dialog != nullptr);
    press(dialog, "Merge");
    window->settle();
    CHECK(count() == before - 1);
    CHECK(chosen() == second);
    CHECK(window->main().focusWidget() == list);
    undo();
    window->settle();
    CHECK(count() == before);
    CHECK(chosen() == first);
}

TEST_CASE_METHOD(OfAdmin, "decisions are looked through, taken back, and hold again")
{
    const int before = count();
    key(Qt::Key_N);
    REQUIRE(count() == before - 1);
    page->showDecisions();
    window->settle();
    auto* dialog = window->main().findChild<ui::DecisionsDialog*>();
    REQUIRE(dialog != nullptr);
    auto* decisions = dialog->findChild<QTableView*>(u"decisions"_s);
    const int decided = decisions->model()->rowCount();
    REQUIRE(decided >= 1);
    CHECK(decisions->model()->index(0, 2).data().toString() == u"not a duplicate"_s);
    dialog->findChild<QLineEdit*>()->setText(u"nothing like it"_s);
    CHECK(wordsOn(dialog).contains(u"No decision matches"_s));
    CHECK_FALSE(buttonOf(dialog, u"Take back"_s)->isEnabled());
    dialog->findChild<QLineEdit*>()->clear();
    decisions->selectRow(0);
    press(dialog, "Take back");
    window->settle();
    CHECK(decisions->model()->rowCount() == decided - 1);
    CHECK(count() == before);
    press(dialog, "Undo");
    window->settle();
    CHECK(decisions->model()->rowCount() == decided);
    CHECK(count() == before - 1);
}

TEST_CASE_METHOD(OfAdmin, "that a look through is due is said quietly, until there was one")
{
    page->sayScanDue();
    CHECK(wordsOn(page).contains(u"Much has changed"_s));
    press(page, "Look through again");
    window->settle();
    CHECK_FALSE(wordsOn(page).contains(u"Much has changed"_s));
}

TEST_CASE("a salesperson sees of a colleague's record whose it is, and can only tell it apart")
{
    Groups groups("sales1");
    {
        auto office = core::Office::open(groups.sample.access("admin"));
        REQUIRE(office);
        const auto give = [&office](const core::ClientId& id, const char* owner) {
            REQUIRE(
                (*office)->changes().update(id, {{Field::Owner, QString::fromLatin1(owner), {}}}));
        };
        give(groups.three[0], "sales1");
        give(groups.three[1], "service");
        give(groups.three[2], "service");
        core::Progress quiet;
        REQUIRE((*office)->duplicates().scan({}, quiet));
    }
    groups.open();
    groups.chooseThree();
    groups.window->settle();
    const auto& clients = groups.view->group().clients;
    CHECK(clients[0].values.has(Field::Name));
    CHECK_FALSE(clients[1].values.has(Field::Name));
    CHECK(clients[1].value(Field::Owner) == u"service"_s);
    CHECK_FALSE(buttonOf(groups.view, u"Merge…"_s)->isEnabled());
    CHECK(wordsOn(groups.view).contains(u"a colleague's"_s));
    groups.key(Qt::Key_M);
    CHECK(groups.window->main().findChild<ui::MergeDialog*>() == nullptr);
    groups.key(Qt::Key_N); // the pair of the two colleague's records is not theirs to decide
    CHECK(wordsOn(&groups.window->main()).contains(u"except for 1 pair"_s));
}

TEST_CASE("twenty thousand groups are gone through as quickly as two")
{
    std::vector<core::DuplicateGroup> many;
    for (int i = 0; i < 20'000; ++i) {
        core::DuplicateGroup group;
        group.cluster = i + 1;
        group.score = 1.0 - i * 0.00002;
        for (int k = 0; k < 2; ++k) {
            core::Client client;
            client.pk = core::ClientPk{i * 2 + k + 1};
            client.set(Field::Name, u"苏州元诚科技有限公司 %1"_s.arg(i));
            group.clients.push_back(client);
        }
        many.push_back(std::move(group));
    }
    ui::GroupListModel model;
    ui::GroupList list(&model);
    list.resize(380, 600);
    list.show();
    QElapsedTimer timer;
    timer.start();
    model.setGroups(std::move(many), 20'000);
    list.chooseRow(model.rowAfter(0, 1));
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(&list, Qt::Key_J);
    }
    QTest::keyClick(&list, Qt::Key_End);
    CHECK(list.row() == model.rowCount() - 1);
    CHECK(timer.elapsed() < 4000);
}
