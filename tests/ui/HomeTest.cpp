// The home page: what waits, where each line leads, and the numbers.
#include "core/workspace/Office.h"
#include "ui/WindowFixture.h"
#include "ui/home/HomePage.h"
#include "ui/inbox/InboxPage.h"
#include "ui/widgets/Plot.h"

#include <QApplication>
#include <QListWidget>
#include <QTabBar>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct Home
{
    explicit Home(const Sample& sample, const char* user)
        : window(sample.access(user))
        , page(static_cast<ui::HomePage&>(window.main().page(ui::MainWindow::Home)))
    {
        window.main().go(ui::MainWindow::Home);
        window.settle();
    }

    QListWidget& lines() { return *page.findChild<QListWidget*>(); }

    /// Return on the line that says this.
    bool enter(const QString& words)
    {
        for (int row = 0; row < lines().count(); ++row) {
            if (lines().item(row)->text().contains(words)) {
                lines().setCurrentRow(row);
                lines().setFocus();
                QTest::keyClick(&lines(), Qt::Key_Return);
                window.settle();
                return true;
            }
        }
        return false;
    }

    const ui::PlotData& plot(const QString& title)
    {
        for (const ui::Plot* one : page.findChildren<ui::Plot*>()) {
            if (one->data().title == title) {
                return one->data();
            }
        }
        FAIL("no plot " << title.toStdString());
        return page.findChild<ui::Plot*>()->data();
    }

    Window window;
    ui::HomePage& page;
};

double sum(const ui::PlotData& data, std::size_t from, std::size_t to)
{
    double all = 0;
    for (std::size_t i = from; i < to; ++i) {
        all += data.bars[i].value;
    }
    return all;
}

} // namespace

TEST_CASE("Home is the first place, and what waits there stands beside its name")
{
    const Sample sample;
    Home home(sample, "admin");
    CHECK(home.window.main().place() == ui::MainWindow::Home);
    home.window.main().go(ui::MainWindow::Clients);
    QTest::keyClick(&home.window.main(), Qt::Key_1, Qt::ControlModifier);
    CHECK(home.window.main().place() == ui::MainWindow::Home);
    REQUIRE(home.lines().count() > 0);
    CHECK(home.lines().item(0)->text().contains(u"to decide"_s));
}

TEST_CASE("each line of Home leads to what it counted, by the keyboard")
{
    const Sample sample;
    Home home(sample, "admin");
    REQUIRE(home.enter(u"to decide"_s));
    CHECK(home.window.main().place() == ui::MainWindow::Inbox);
    home.window.main().go(ui::MainWindow::Home);
    if (home.enter(u"possible duplicates"_s)) {
        CHECK(home.window.main().place() == ui::MainWindow::Duplicates);
    }
    Home sales(sample, "sales1");
    REQUIRE(sales.enter(u"of your requests"_s));
    CHECK(sales.window.main().place() == ui::MainWindow::Inbox);
    CHECK(sales.window.main().page(ui::MainWindow::Inbox).findChild<QTabBar*>()->currentIndex()
          == 1);
}

TEST_CASE("clients that are due for an update are listed as they were counted")
{
    const Sample sample;
    Home home(sample, "sales1");
    const auto counted = [&home] {
        for (int row = 0; row < home.lines().count(); ++row) {
            const QString words = home.lines().item(row)->text();
            if (words.contains(u"due for an update"_s)) {
                return words.section(u' ', 0, 0).toInt();
            }
        }
        return 0;
    }();
    REQUIRE(counted > 0);
    REQUIRE(home.enter(u"due for an update"_s));
    CHECK(home.window.main().place() == ui::MainWindow::Clients);
    CHECK(home.window.list().model()->rowCount() == counted);
    CHECK(buttonOf(&home.window.main().clients(), u"Due for an update"_s) != nullptr);
}

TEST_CASE("where nothing waits Home says so, and the keyboard goes to its plots")
{
    const Sample sample;
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        for (const char* sql : {"DELETE FROM request_changes",
                                "UPDATE history SET request_pk = NULL",
                                "DELETE FROM requests",
                                "UPDATE clients SET incomplete = 0, updated_at = '2099' WHERE 1",
                                "DELETE FROM duplicate_members"}) {
            REQUIRE((*office)->context().writer.execute(sql));
        }
    }
    Home home(sample, "admin");
    CHECK_FALSE(home.lines().isVisible());
    CHECK(wordsOn(&home.page).contains(u"Nothing waits for you."_s));
    home.window.main().go(ui::MainWindow::Clients);
    QTest::keyClick(&home.window.main(), Qt::Key_1, Qt::ControlModifier);
    home.window.settle();
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(home.page.isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("the plots of Home count what the person sees")
{
    const Sample sample;
    Home admin(sample, "admin");
    Home sales(sample, "sales1");
    const ui::PlotData& all = admin.plot(u"Clients by state"_s);
    const ui::PlotData& own = sales.plot(u"Clients by state"_s);
    REQUIRE(all.bars.size() == 6);
    CHECK(sum(all, 0, 4) == 60);
    CHECK(sum(own, 0, 4) > 0);
    CHECK(sum(own, 0, 4) < 60);
    const ui::PlotData& cities = admin.plot(u"Clients by city"_s);
    CHECK(sum(cities, 0, cities.bars.size()) == 60);
    CHECK(admin.plot(u"Quality by week"_s).isEmpty()); // nobody has counted yet
    admin.page.noteDay();
    admin.window.settle();
    CHECK(admin.plot(u"Quality by week"_s).ticks.size() == 1);
    CHECK(admin.plot(u"Open requests by age"_s).bars.size() == 4);
}
