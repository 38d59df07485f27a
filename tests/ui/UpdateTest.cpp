// A newer version of the program: told on Home, quietly; where it is announced is the data administrator's to say.
#include "ui/WindowFixture.h"
#include "ui/home/HomePage.h"
#include "ui/shell/Commands.h"
#include "ui/shell/UpdateDialog.h"
#include "ui/shell/UpdatePlaceDialog.h"

#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray noticeOf(const char* version)
{
    return QByteArray("{\"dossier_update\": 1, \"version\": \"") + version
        + "\", \"date\": \"2026-12-01\", \"notes\": {\"zh\": \"导入更快。\", \"en\": \"Imports are "
          "quicker.\"}}";
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

void setPlace(Window& window, const QString& place)
{
    bool isSet = false;
    window.jobs().run<bool>(
        ui::Lane::Write,
        &window.main(),
        [place](core::Office& office, core::Progress&) -> core::Result<bool> {
            auto done = office.updates().setPlace(place);
            return done ? core::Result<bool>(true) : core::Result<bool>(done.error());
        },
        [&isSet](const core::Result<bool>& done) { isSet = done.hasValue(); });
    window.settle();
    REQUIRE(isSet);
}

void look(Window& window)
{
    QSignalSpy settled(&window.main().updates(), &ui::UpdateWatch::newsChanged);
    window.main().updates().look();
    REQUIRE(QTest::qWaitFor([&settled] { return !settled.isEmpty(); }, 30'000));
}

QStringList linesOfHome(Window& window)
{
    window.main().go(ui::MainWindow::Home);
    window.settle();
    QStringList lines;
    const auto* list = window.main().page(ui::MainWindow::Home).findChild<QListWidget*>();
    for (int row = 0; row < list->count(); ++row) {
        lines.append(list->item(row)->text());
    }
    return lines;
}

} // namespace

TEST_CASE("a newer version stands on Home below what waits, and Return there tells what is new")
{
    const Sample sample;
    Window window(sample.access("sales1"));
    {
        Window admin(sample.access("admin"));
        setPlace(admin, u"update.json"_s); // beside the database, for this test
    }
    put(sample.path(u"update.json"_s), noticeOf("99.0.1"));
    look(window);
    const QStringList lines = linesOfHome(window);
    REQUIRE_FALSE(lines.isEmpty());
    CHECK(lines.constLast()
          == u"Version 99.0.1 is there; installed: "_s + QLatin1String(DOSSIER_VERSION));
    auto* list = window.main().page(ui::MainWindow::Home).findChild<QListWidget*>();
    list->setCurrentRow(list->count() - 1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    auto* dialog = window.main().findChild<ui::UpdateDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"Version 99.0.1 is there"_s));
    CHECK(dialog->findChild<QPlainTextEdit*>()->toPlainText() == u"Imports are quicker."_s);
    CHECK(buttonOf(dialog, u"Open the folder"_s) != nullptr);
    dialog->reject();

    SECTION("the version that is installed is no news")
    {
        put(sample.path(u"update.json"_s), noticeOf(DOSSIER_VERSION));
    }
    SECTION("what is no notice says nothing")
    {
        put(sample.path(u"update.json"_s), "{\"version\": \"99.0.2\", \"run\": \"setup.exe\"}");
    }
    SECTION("a notice that is gone says nothing")
    {
        REQUIRE(QFile::remove(sample.path(u"update.json"_s)));
    }
    look(window);
    CHECK_FALSE(window.main().updates().news());
    CHECK_FALSE(linesOfHome(window).join(u'\n').contains(u"Version"_s));
}

TEST_CASE("a web address is asked once a day, and its answer kept until tomorrow")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString address = u"https://127.0.0.1:9/nobody-listens.json"_s;
    setPlace(window, address);
    QSettings().remove(u"updates"_s);
    const QString group
        = u"updates/"_s + QString::fromLatin1(window.jobs().access().officeId.toHex());
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    look(window); // refused, and noted
    CHECK(QSettings().value(group + u"/asked"_s).toString() == today);
    CHECK_FALSE(window.main().updates().news());
    // What had come today would be shown without asking.
    QSettings().setValue(group + u"/answer"_s, noticeOf("99.0.3"));
    look(window);
    REQUIRE(window.main().updates().news());
    CHECK(window.main().updates().news()->notice.version.toString() == u"99.0.3"_s);
    CHECK(window.main().updates().news()->target.isEmpty());
    // Another day, or another address, is asked anew.
    QSettings().setValue(group + u"/asked"_s, u"2026-01-01"_s);
    look(window);
    CHECK_FALSE(window.main().updates().news());
    CHECK_FALSE(QSettings().contains(group + u"/answer"_s));
    QSettings().remove(u"updates"_s);
}

TEST_CASE("a data administrator says where new versions are announced, and looks before saving")
{
    const Sample sample;
    {
        Window sales(sample.access("sales1"));
        CHECK(sales.main().commands().action("office.updates") == nullptr);
    }
    Window window(sample.access("admin"));
    window.main().commands().run("office.updates");
    window.settle();
    auto* dialog = window.main().findChild<ui::UpdatePlaceDialog*>();
    REQUIRE(dialog != nullptr);
    auto* place = dialog->findChild<QLineEdit*>(u"update_place"_s);
    CHECK(place->text().isEmpty());
    const auto found = [dialog](const QString& words) {
        return QTest::qWaitFor([&] { return wordsOn(dialog).contains(words); }, 30'000);
    };
    place->setText(u"http://example.org/x.json"_s);
    press(dialog, "Save");
    CHECK(found(u"begins with https://"_s));
    place->setText(u"update.json"_s);
    press(dialog, "Look now");
    CHECK(found(u"There is no notice of new versions at this place."_s));
    put(sample.path(u"update.json"_s), noticeOf("99.0.1"));
    press(dialog, "Look now");
    CHECK(found(u"colleagues will see it"_s));
    put(sample.path(u"update.json"_s), noticeOf("0.0.1"));
    press(dialog, "Look now");
    CHECK(found(u"nobody sees anything"_s));
    put(sample.path(u"update.json"_s), noticeOf("99.0.1"));
    QSignalSpy settled(&window.main().updates(), &ui::UpdateWatch::newsChanged);
    press(dialog, "Save");
    REQUIRE(QTest::qWaitFor([&settled] { return !settled.isEmpty(); }, 30'000));
    CHECK(window.main().updates().news());
}
