// Locking: everything out of sight, no key in memory, and back as it was; idleness, the page that unlocks, the manners of
// failed logins.
#include "support/AnotherComputer.h"

#include "ui/WindowFixture.h"
#include "ui/people/PersonDialog.h"
#include "ui/shell/IdleWatch.h"
#include "ui/shell/WindowLock.h"
#include "ui/start/LoginDelay.h"
#include "ui/start/StartPage.h"
#include "ui/widgets/Prompt.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

#include <atomic>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString lockPassword = core::SampleWanted{}.password;

/// A login of its own: nobody else holds its keys.
Access loggedIn(const Sample& sample, const char* user)
{
    // On a computer that has not seen it: of other tests it knows the same office with more in it.
    becomeAnotherComputer(sample.path(u"data"_s));
    auto access = core::login({sample.path({}), QLatin1String(user), lockPassword, {}});
    REQUIRE(access);
    return *access;
}

/// What is typed into the first field of a new client.
QLineEdit* typeIntoForm(Window& window, const QString& text)
{
    window.main().clients().startNew();
    window.settle();
    for (QLineEdit* edit : window.main().clients().findChildren<QLineEdit*>()) {
        if (edit->isVisible() && edit->isEnabled() && !edit->isReadOnly()
            && qobject_cast<QComboBox*>(edit->parentWidget()) == nullptr
            && window.main().clients().findChild<ui::ClientForm*>()->isAncestorOf(edit)) {
            edit->setText(text);
            return edit;
        }
    }
    FAIL("no field to type into");
    return nullptr;
}

bool waitAsleep(ui::OfficeJobs& jobs)
{
    QSignalSpy spy(&jobs, &ui::OfficeJobs::asleep);
    return spy.wait(10'000);
}

} // namespace

TEST_CASE("a locked window shows nothing, keeps no keys, and comes back with what was half typed")
{
    const Sample sample;
    Access access = loggedIn(sample, "manager");
    const std::weak_ptr<const core::Unlocked> person = access->person;
    const std::weak_ptr<const core::Identity> identity = access->session.identity;
    Window window(std::move(access));
    const QLineEdit* typed = typeIntoForm(window, u"Half Typed Ltd"_s);
    auto* dialog = new ui::PersonDialog(window.jobs(), {}, &window.main());
    dialog->open();
    REQUIRE(dialog->isVisible());
    REQUIRE_FALSE(person.expired());

    ui::WindowLock lock(window.jobs(), window.main());
    QSignalSpy locked(&lock, &ui::WindowLock::locked);
    lock.lock();
    CHECK(locked.size() == 1);
    for (const QWidget* shown : QApplication::topLevelWidgets()) {
        CHECK_FALSE(shown->isVisible());
    }
    REQUIRE(waitAsleep(window.jobs()));
    CHECK(person.expired()); // nobody holds seed, role keys and database key any more: wiped
    CHECK(identity.expired());
    CHECK(window.jobs().session().sealed == nullptr); // the key of confidential values went, too
    CHECK(window.jobs().session().name == u"manager"_s);

    REQUIRE(lock.unlock(loggedIn(sample, "manager")));
    window.settle();
    CHECK(window.main().isVisible());
    CHECK(typed->text() == u"Half Typed Ltd"_s);
    CHECK(dialog->isVisible());
    CHECK(dialog->isModal());
    dialog->close();
    CHECK(window.names().size() > 10); // reads again
}

TEST_CASE("somebody else's password does not open a locked window")
{
    const Sample sample;
    Window window(loggedIn(sample, "manager"));
    ui::WindowLock lock(window.jobs(), window.main());
    lock.lock();
    REQUIRE(waitAsleep(window.jobs()));
    CHECK_FALSE(lock.unlock(loggedIn(sample, "sales1")));
    CHECK(lock.isLocked());
    CHECK_FALSE(window.main().isVisible());
    CHECK(lock.unlock(loggedIn(sample, "manager")));
}

TEST_CASE("what runs when the window locks comes to its end, and what is asked for meanwhile waits")
{
    const Sample sample;
    Window window(loggedIn(sample, "manager"));
    std::atomic<bool> goOn{false};
    bool ended = false;
    QString failure;
    window.jobs().run<int>(
        ui::Lane::Long,
        &window.main(),
        [&goOn](core::Office& office, core::Progress&) -> core::Result<int> {
            while (!goOn) {
                QThread::msleep(5);
            }
            auto added = office.clients().add(
                [] {
                    core::ClientValues values;
                    values.set(core::Field::Name, u"Late Ltd"_s);
                    return values;
                }(),
                {.force = true, .reason = {}});
            return added ? core::Result<int>(1) : core::Result<int>(added.error());
        },
        [&](const core::Result<int>& done) {
            ended = true;
            failure = done ? QString() : done.error().message;
        });
    ui::WindowLock lock(window.jobs(), window.main());
    lock.lock();
    QTest::qWait(200);
    CHECK_FALSE(window.jobs().isAsleep()); // the keys sign what is being saved
    CHECK_FALSE(window.main().isVisible());
    goOn = true;
    REQUIRE(QTest::qWaitFor([&window] { return window.jobs().isAsleep(); }, 10'000));
    CHECK(ended);
    CHECK(failure.toStdString() == "");

    bool answered = false;
    window.jobs().run<std::int64_t>(
        ui::Lane::Read,
        &window.main(),
        [](core::Office& office, core::Progress&) { return office.queries().count({}); },
        [&answered](const core::Result<std::int64_t>& count) { answered = count.hasValue(); });
    QTest::qWait(300);
    CHECK_FALSE(answered);
    REQUIRE(lock.unlock(loggedIn(sample, "manager")));
    REQUIRE(QTest::qWaitFor([&answered] { return answered; }, 10'000));
}

TEST_CASE("the menu and Ctrl+L ask for the lock, in a dialog too")
{
    const Sample sample;
    Window window(sample.access("manager"));
    QSignalSpy wanted(&window.main(), &ui::MainWindow::lockWanted);
    QTest::keyClick(&window.main(), Qt::Key_L, Qt::ControlModifier);
    CHECK(wanted.size() == 1);
}

TEST_CASE("nobody at the keyboard for so long is noticed once, and a key puts it off")
{
    ui::IdleWatch watch;
    QSignalSpy idle(&watch, &ui::IdleWatch::idle);
    QWidget somewhere;
    somewhere.show();
    watch.start(400ms);
    QTest::qWait(250);
    QTest::keyClick(&somewhere, Qt::Key_A);
    QTest::qWait(250);
    CHECK(idle.isEmpty());
    REQUIRE(idle.wait(2000));
    QTest::qWait(600);
    CHECK(idle.size() == 1);
}

TEST_CASE("the time until the lock is of this computer: five minutes, or one to sixty")
{
    QSettings().remove(u"lock_after_minutes"_s);
    CHECK(ui::lockAfter() == 5min);
    ui::setLockAfter(20min);
    CHECK(ui::lockAfter() == 20min);
    ui::setLockAfter(600min);
    CHECK(ui::lockAfter() == 60min);
    QSettings().setValue(u"lock_after_minutes"_s, 0);
    CHECK(ui::lockAfter() == 1min);
    QSettings().remove(u"lock_after_minutes"_s);
}

TEST_CASE("failed logins wait longer and longer, up to half a minute")
{
    constexpr int seconds[] = {0, 0, 1, 2, 5, 10, 30, 30, 30};
    for (int failures = 1; failures <= int(std::size(seconds)); ++failures) {
        CHECK(ui::LoginDelay::after(failures).count() == seconds[failures - 1]);
    }
    ui::LoginDelay delay;
    CHECK(delay.left() == 0s);
    delay.noteFailure();
    CHECK(delay.left() == 0s);
    delay.noteFailure();
    delay.noteFailure();
    delay.noteFailure();
    CHECK(delay.left() == 2s);
    delay.noteSuccess();
    CHECK(delay.left() == 0s);
}

TEST_CASE("the page that unlocks keeps the name, asks before somebody else comes in, and waits "
          "after failures")
{
    const Sample sample;
    ui::LoginDelay::shared().noteSuccess();
    ui::StartPage page;
    page.resize(900, 640);
    page.show();
    page.showUnlock({sample.path({}), u"Sample"_s, u"manager"_s});
    QList<QLineEdit*> edits = page.findChildren<QLineEdit*>();
    edits.removeIf([](const QLineEdit* edit) { return !edit->isVisible(); });
    REQUIRE(edits.size() == 2);
    CHECK(edits[0]->text() == u"manager"_s);
    CHECK(edits[0]->isReadOnly());
    CHECK(wordsOn(&page).contains(u"what you had typed is still here"_s));
    CHECK(buttonOf(&page, u"Passwords lost? Use the recovery code…"_s) == nullptr);

    QSignalSpy opened(&page, &ui::StartPage::opened);
    for (int i = 0; i < 3; ++i) {
        edits[1]->setText(u"wrong"_s);
        press(&page, "Unlock");
        REQUIRE(
            QTest::qWaitFor([&page] { return wordsOn(&page).contains(u"not right"_s); }, 10'000));
        REQUIRE(QTest::qWaitFor([&page] { return page.findChild<QWidget*>() != nullptr; }, 100));
        if (i < 2) {
            REQUIRE(QTest::qWaitFor([&page] { return buttonOf(&page, u"Unlock"_s)->isEnabled(); },
                                    10'000));
        }
    }
    CHECK(QTest::qWaitFor([&page] { return wordsOn(&page).contains(u"matter of manners only"_s); },
                          10'000));
    CHECK_FALSE(buttonOf(&page, u"Unlock"_s)->isEnabled());
    REQUIRE(QTest::qWaitFor([&page] { return buttonOf(&page, u"Unlock"_s)->isEnabled(); }, 5'000));
    edits[1]->setText(lockPassword);
    press(&page, "Unlock");
    REQUIRE(opened.wait(10'000));
    CHECK(ui::LoginDelay::shared().left() == 0s);

    QSignalSpy someoneElse(&page, &ui::StartPage::someoneElse);
    press(&page, "Somebody else…");
    CHECK(someoneElse.isEmpty());
    auto* box = page.findChild<ui::PromptDialog*>();
    REQUIRE(box != nullptr);
    press(box, "Give it up");
    REQUIRE(QTest::qWaitFor([&someoneElse] { return !someoneElse.isEmpty(); }, 2'000));
    CHECK_FALSE(edits[0]->isReadOnly());
}

TEST_CASE("no window's title names a client")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QStringList names = window.names();
    REQUIRE(names.size() > 5);
    REQUIRE(window.select(names.front()));
    window.main().openExport();
    window.main().openImport();
    window.settle();
    for (const QWidget* shown : QApplication::topLevelWidgets()) {
        for (const QString& name : names) {
            CHECK_FALSE(shown->windowTitle().contains(name.section(u'\n', 0, 0)));
        }
    }
}

TEST_CASE("closing the page that unlocks asks where something would be lost")
{
    const Sample sample;
    ui::StartPage page;
    page.show();
    QString loss = u"Something is not saved."_s;
    page.showUnlock({sample.path({}), u"Sample"_s, u"manager"_s}, [&loss] { return loss; });
    CHECK_FALSE(page.close());
    auto* box = page.findChild<ui::PromptDialog*>();
    REQUIRE(box != nullptr);
    CHECK(box->text().contains(loss));
    box->reject();
    CHECK(page.isVisible());
    SECTION("given up")
    {
        page.close();
        press(page.findChildren<ui::PromptDialog*>().last(), "Close, and lose it");
        CHECK(QTest::qWaitFor([&page] { return !page.isVisible(); }, 2'000));
    }
    SECTION("somebody else hears it, too")
    {
        press(&page, "Somebody else…");
        CHECK(page.findChildren<ui::PromptDialog*>().last()->text().contains(loss));
    }
    SECTION("nothing left to lose")
    {
        loss.clear();
        CHECK(page.close());
    }
}

TEST_CASE("a locked window cannot change its language, a free page can")
{
    const Sample sample;
    ui::StartPage page;
    page.show();
    CHECK(buttonOf(&page, u"中文"_s) != nullptr);
    page.showUnlock({sample.path({}), u"Sample"_s, u"manager"_s});
    CHECK(buttonOf(&page, u"中文"_s) == nullptr);
    page.showLogin({sample.path({}), u"Sample"_s, u"manager"_s});
    CHECK(buttonOf(&page, u"中文"_s) != nullptr);
}

TEST_CASE("what the line at the foot offers is there again after the lock")
{
    const Sample sample;
    Window window(loggedIn(sample, "manager"));
    window.main().say(u"Done."_s, u"Undo"_s, [] {});
    const QAction* undo = window.main().commands().action("window.undo");
    REQUIRE(undo->isEnabled());
    ui::WindowLock lock(window.jobs(), window.main());
    lock.lock();
    REQUIRE(waitAsleep(window.jobs()));
    CHECK_FALSE(undo->isEnabled());
    REQUIRE(lock.unlock(loggedIn(sample, "manager")));
    CHECK(undo->isEnabled());
    window.settle();
}
