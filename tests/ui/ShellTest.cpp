// The house of the pages: back and forward, what is remembered, record windows, what runs, settings.
#include "support/AnotherComputer.h"

#include "ui/WindowFixture.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/IdleWatch.h"
#include "ui/shell/OfficeStatus.h"
#include "ui/shell/RecordWindow.h"
#include "ui/shell/Remember.h"
#include "ui/shell/RunningJobs.h"
#include "ui/shell/SettingsDialog.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/Trail.h"
#include "ui/shell/WindowLock.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/HelpMark.h"

#include <QComboBox>
#include <QProgressBar>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>

#include <catch2/catch_test_macros.hpp>

#include <atomic>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Long work with a name that ends when the test says so.
struct LongWork
{
    explicit LongWork(Window& window)
    {
        job = window.jobs().run<int>(
            ui::Lane::Long,
            &window.main(),
            [end = end](core::Office&, core::Progress& progress) -> core::Result<int> {
                while (!*end && progress.step(40, 100)) {
                    QThread::msleep(5);
                }
                return progress.isStopped() ? core::Result<int>(core::cancelledError()) : 0;
            },
            [](const core::Result<int>&) {});
        job->name(u"Import of a.csv"_s, u"Stopped, nothing of it stays."_s);
    }

    std::shared_ptr<std::atomic<bool>> end = std::make_shared<std::atomic<bool>>(false);
    QPointer<ui::Job> job;
};

ui::Trail::Stop stopAt(int place, int client = 0)
{
    return {place, core::ClientPk{client}, {}};
}

} // namespace

TEST_CASE("the way back leads over places and records, and what was only passed is no stop")
{
    using Time = ui::Trail::Time;
    const Time t0{};
    ui::Trail trail;
    CHECK_FALSE(trail.canGoBack());
    trail.visit(stopAt(0), t0 + 1h);
    trail.visit(stopAt(0, 7), t0 + 1h + 5s);
    trail.visit(stopAt(0, 8), t0 + 1h + 5200ms); // the arrow key down the list
    trail.visit(stopAt(0, 9), t0 + 1h + 5400ms);
    trail.visit(stopAt(1), t0 + 1h + 9s);
    trail.visit(stopAt(1), t0 + 1h + 10s);
    CHECK(trail.back() == stopAt(0, 9));
    CHECK(trail.back() == stopAt(0));
    CHECK_FALSE(trail.back().has_value());
    CHECK(trail.forward() == stopAt(0, 9));
    trail.visit(stopAt(2), t0 + 2h); // somewhere else: what lay ahead is gone
    CHECK_FALSE(trail.canGoForward());
    CHECK(trail.back() == stopAt(0, 9));
}

TEST_CASE("Alt+Left and the mouse's side buttons go back over what was shown, and forward again")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QStringList names = window.names();
    auto& panel = window.main().clients().panel();
    REQUIRE(window.select(names.at(1)));
    QTest::qWait(1100);
    REQUIRE(window.select(names.at(4)));
    window.main().go(ui::MainWindow::Inbox);
    window.settle();
    QTest::keyClick(&window.main(), Qt::Key_Left, Qt::AltModifier);
    window.settle();
    CHECK(window.main().place() == ui::MainWindow::Clients);
    CHECK(wordsOn(&panel).contains(names.at(4)));
    QTest::mouseClick(&window.main().page(ui::MainWindow::Clients), Qt::BackButton);
    window.settle();
    CHECK(wordsOn(&panel).contains(names.at(1)));
    QTest::keyClick(&window.main(), Qt::Key_Right, Qt::AltModifier);
    window.settle();
    CHECK(wordsOn(&panel).contains(names.at(4)));
    QTest::keyClick(&window.main(), Qt::Key_Right, Qt::AltModifier);
    CHECK(window.main().place() == ui::MainWindow::Inbox);
    CHECK_FALSE(window.main().commands().action("go.forward")->isEnabled());
}

TEST_CASE("a window whose screen is gone comes back onto one that is there")
{
    const QVector<QRect> one{QRect(0, 0, 1920, 1040)};
    CHECK(ui::ontoScreen(QRect(100, 50, 1280, 800), one) == QRect(100, 50, 1280, 800));
    const QRect lost = ui::ontoScreen(QRect(2500, 300, 1280, 800), one);
    CHECK(one.front().contains(lost));
    CHECK(lost.size() == QSize(1280, 800));
    CHECK(ui::ontoScreen(QRect(-5000, 0, 3000, 2000), one) == one.front());
    CHECK(ui::ontoScreen(QRect(0, -700, 1280, 800), one).top() >= 0); // its edge is out of reach
    // Half on the second of two screens: it is still to be taken hold of.
    const QVector<QRect> two{QRect(0, 0, 1000, 1000), QRect(1000, 0, 1000, 1000)};
    CHECK(ui::ontoScreen(QRect(1700, 100, 800, 600), two) == QRect(1700, 100, 800, 600));
}

TEST_CASE("size, place and split positions are each person's own, and come back")
{
    const Sample sample;
    {
        Window window(sample.access("admin"));
        window.main().recall();
        window.main().setGeometry(40, 30, 1100, 700);
        window.main().go(ui::MainWindow::Duplicates);
        QSplitter splitter;
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        splitter.resize(400, 100);
        splitter.show();
        ui::remember(window.jobs(), &splitter, u"test"_s);
        splitter.setSizes({100, 300});
        Q_EMIT splitter.splitterMoved(100, 1);
        window.settle();
        window.main().close();
    }
    Window same(sample.access("admin"));
    CHECK(same.main().place() == ui::MainWindow::Clients); // until it is asked to
    same.main().recall();
    CHECK(same.main().geometry() == QRect(40, 30, 1100, 700));
    CHECK(same.main().place() == ui::MainWindow::Duplicates);
    QSplitter again;
    again.addWidget(new QWidget);
    again.addWidget(new QWidget);
    again.resize(400, 100);
    ui::remember(same.jobs(), &again, u"test"_s);
    again.show();
    CHECK(again.sizes().at(0) < again.sizes().at(1));
    Window other(sample.access("manager"));
    other.main().recall();
    CHECK(other.main().place() == ui::MainWindow::Clients);
    QSettings().remove(u"user"_s);
}

TEST_CASE(
    "a record stands in a window of its own once, is edited there, and goes with the main window")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString name = window.names().at(2);
    REQUIRE(window.select(name));
    QTest::keyClick(&window.main(), Qt::Key_O, Qt::ControlModifier);
    window.settle();
    REQUIRE(window.main().recordWindows().size() == 1);
    const QPointer<ui::RecordWindow> record = window.main().recordWindows().front();
    CHECK(wordsOn(record).contains(name));
    CHECK_FALSE(record->windowTitle().contains(name)); // the task bar shows titles
    CHECK(window.main().openRecordWindow(record->client(), record->id()) == record);
    CHECK(window.main().recordWindows().size() == 1);

    press(record, "Edit");
    record->form().type(core::Field::Notes, u"seen in its own window"_s);
    CHECK(record->hasUnsavedWork());
    record->form().saveNow();
    window.settle();
    CHECK_FALSE(record->hasUnsavedWork());
    CHECK(wordsOn(record).contains(u"seen in its own window"_s));
    window.main().close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(record.isNull());
}

TEST_CASE(
    "a locked window hides the windows of records too, and brings them back with what was typed")
{
    const Sample sample;
    becomeAnotherComputer(sample.path(u"data"_s));
    const auto login = [&sample] {
        auto access
            = core::login({sample.path({}), u"manager"_s, core::SampleWanted{}.password, {}});
        REQUIRE(access);
        return *access;
    };
    Window window(login());
    REQUIRE(window.select(window.names().at(2)));
    window.main().commands().run("client.window");
    window.settle();
    REQUIRE(window.main().recordWindows().size() == 1);
    ui::RecordWindow* record = window.main().recordWindows().front();
    press(record, "Edit");
    record->form().type(core::Field::Notes, u"half typed"_s);
    ui::WindowLock lock(window.jobs(), window.main());
    lock.lock();
    CHECK_FALSE(record->isVisible());
    REQUIRE(QTest::qWaitFor([&window] { return window.jobs().isAsleep(); }, 10'000));
    REQUIRE(lock.unlock(login()));
    window.settle();
    CHECK(record->isVisible());
    CHECK(record->hasUnsavedWork());
    record->discard();
}

TEST_CASE("what runs stands at the foot of the places with how far it is, and its button stops it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    auto* running = window.main().findChild<ui::RunningJobs*>();
    REQUIRE(running != nullptr);
    CHECK_FALSE(running->isVisible());
    const LongWork work(window);
    REQUIRE(QTest::qWaitFor([&] { return work.job->percent().has_value(); }));
    CHECK(running->isVisible());
    CHECK(wordsOn(running).contains(u"Import of a.csv"_s));
    CHECK(wordsOn(running).contains(u"40 %"_s));
    CHECK(running->findChild<QProgressBar*>()->value() == 40);
    auto* stop = running->findChild<QAbstractButton*>();
    CHECK(stop->accessibleName() == u"Stop: Import of a.csv"_s);
    CHECK(stop->toolTip().contains(u"nothing of it stays"_s));
    stop->click();
    window.settle();
    CHECK(work.job.isNull());
    CHECK_FALSE(running->isVisible());
}

TEST_CASE(
    "the word above says what happens to what was saved, and says what it means when it is pressed")
{
    const Sample sample;
    Window window(sample.access("admin"));
    ui::OfficeStatus& status = window.main().top().status();
    CHECK(status.state() == ui::OfficeStatus::Saved);
    std::atomic<bool> end{false};
    window.jobs().run<int>(
        ui::Lane::Write,
        &window.main(),
        [&end](core::Office&, core::Progress&) -> core::Result<int> {
            while (!end) {
                QThread::msleep(5);
            }
            return 0;
        },
        [](const core::Result<int>&) {});
    CHECK(status.state() == ui::OfficeStatus::Saving);
    Q_EMIT window.jobs().waitingForColleague();
    CHECK(status.state() == ui::OfficeStatus::Colleague);
    CHECK(status.text() == u"a colleague is saving"_s);
    CHECK(status.accessibleDescription().contains(u"Yours comes next"_s));
    end = true;
    window.settle();
    CHECK(status.state() == ui::OfficeStatus::Saved);
    status.show(ui::OfficeStatus::Away);
    CHECK_FALSE(status.toolTip().isEmpty());

    auto readOnly = std::make_shared<core::OfficeAccess>(*sample.access("manager"));
    readOnly->readOnlyReason = u"An older copy was put back."_s;
    Window older(readOnly);
    CHECK(older.main().top().status().state() == ui::OfficeStatus::ReadOnly);
    CHECK(older.main().top().status().toolTip() == u"An older copy was put back."_s);
}

TEST_CASE("settings hold for the whole program and are remembered; the language changes with what "
          "is typed")
{
    const Sample sample;
    Window window(sample.access("admin"));
    QTest::keyClick(&window.main(), Qt::Key_Comma, Qt::ControlModifier);
    auto* settings = window.main().findChild<ui::SettingsDialog*>();
    REQUIRE(settings != nullptr);
    auto* colors = settings->findChild<QComboBox*>(u"colors"_s);
    colors->setCurrentIndex(colors->findText(u"Dark"_s));
    Q_EMIT colors->activated(colors->currentIndex());
    CHECK(ui::theme::isDark());
    CHECK(ui::chosenScheme() == ui::theme::Scheme::Dark);
    ui::chooseScheme(ui::theme::Scheme::Light);
    settings->findChild<QSpinBox*>(u"lock"_s)->setValue(12);
    CHECK(ui::lockAfter() == 12min);
    QSettings().remove(u"lock_after_minutes"_s);
    QSignalSpy wanted(&window.main(), &ui::MainWindow::languageWanted);
    auto* language = settings->findChild<QComboBox*>(u"language"_s);
    language->setCurrentIndex(language->findText(u"中文"_s));
    Q_EMIT language->activated(language->currentIndex());
    REQUIRE(wanted.size() == 1);
    CHECK(wanted.front().front().toString() == u"zh"_s);
    CHECK(window.main().kept().settings); // and comes up again in the new window
}

TEST_CASE(
    "a window made anew goes on where the old one was: place, what is typed, windows of records")
{
    const Sample sample;
    Window window(sample.access("admin"));
    REQUIRE(window.select(window.names().at(2)));
    window.main().commands().run("client.window");
    window.settle();
    ui::RecordWindow* record = window.main().recordWindows().front();
    press(record, "Edit");
    record->form().type(core::Field::Notes, u"half typed"_s);
    window.main().newClient();
    window.main().clients().form().type(core::Field::Name, u"New Half Ltd"_s);
    window.main().go(ui::MainWindow::Log);
    const auto kept = window.main().kept();

    ui::MainWindow next(window.jobs());
    next.show();
    next.takeUp(kept);
    window.settle();
    CHECK(next.place() == ui::MainWindow::Log);
    REQUIRE(next.clients().draft());
    CHECK(next.clients().draft()->typed.front().second == u"New Half Ltd"_s);
    REQUIRE(next.recordWindows().size() == 1);
    CHECK(next.recordWindows().front()->hasUnsavedWork());
}

TEST_CASE("what the line at the foot offers can be had by the keyboard, and only while it is there")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QAction* undo = window.main().commands().action("window.undo");
    CHECK_FALSE(undo->isEnabled());
    int undone = 0;
    window.main().say(u"Done."_s, u"Undo"_s, [&undone] { ++undone; });
    CHECK(undo->isEnabled());
    QTest::keyClick(&window.main(), Qt::Key_U, Qt::ControlModifier);
    CHECK(undone == 1);
    CHECK_FALSE(undo->isEnabled());
    QTest::keyClick(&window.main(), Qt::Key_U, Qt::ControlModifier);
    CHECK(undone == 1);
    window.main().say(u"Done."_s);
    CHECK_FALSE(undo->isEnabled());
}

TEST_CASE("a help mark says its rule to the mouse, to the keyboard and to a screen reader")
{
    QWidget page;
    ui::HelpMark mark(u"Draft"_s, u"A record that still lacks something."_s, &page);
    page.show();
    CHECK(mark.focusPolicy() == Qt::StrongFocus);
    CHECK(mark.accessibleName() == u"Help: Draft"_s);
    CHECK(mark.accessibleDescription() == mark.toolTip());
    mark.setFocus();
    QTest::keyClick(&mark, Qt::Key_Space);
    QWidget* bubble = QApplication::activePopupWidget();
    REQUIRE(bubble != nullptr);
    CHECK(wordsOn(bubble).contains(u"still lacks"_s));
    QTest::keyClick(bubble, Qt::Key_Escape);
    CHECK(QApplication::activePopupWidget() == nullptr);
}

TEST_CASE("a window made anew asks its list for the same: search, filter, and the record beside it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto all = window.names().size();
    press(&window.main().clients(), "Possible duplicates");
    window.settle();
    const auto alike = window.names();
    REQUIRE(alike.size() > 0);
    REQUIRE(alike.size() < all);
    window.search(alike.front());
    const auto found = window.names();
    REQUIRE(window.select(found.front()));
    const auto shown = window.main().clients().shown();
    const auto kept = window.main().kept();

    window.main().hide();
    ui::MainWindow next(window.jobs());
    next.show();
    next.takeUp(kept);
    REQUIRE(QTest::qWaitFor([&] { return next.clients().shown() == shown; }, 10'000));
    CHECK(next.clients().filter().contains(u"possible_duplicate"_s));
    CHECK(next.clients().listState().search == alike.front());
    auto* list = next.findChild<QTableView*>(u"clients"_s);
    CHECK(QTest::qWaitFor([&] { return list->model()->rowCount() == found.size(); }, 10'000));
}

TEST_CASE("the chip that was chosen is chosen next time; nothing that was typed is noted")
{
    const Sample sample;
    {
        Window window(sample.access("admin"));
        window.main().recall();
        press(&window.main().clients(), "Mine");
        window.search(u"secret words"_s);
        window.main().close();
    }
    Window next(sample.access("admin"));
    next.main().recall();
    next.settle();
    CHECK(next.main().clients().filter().contains(u"owner"_s));
    const QSettings settings;
    for (const QString& key : settings.allKeys()) {
        CHECK_FALSE(settings.value(key).toString().contains(u"secret words"_s));
    }
    QSettings().remove(u"user"_s);
}

TEST_CASE("Ctrl+K in a window of a record looks in the main window")
{
    const Sample sample;
    Window window(sample.access("admin"));
    REQUIRE(window.select(window.names().at(1)));
    window.main().commands().run("client.window");
    window.settle();
    ui::RecordWindow* record = window.main().recordWindows().front();
    REQUIRE(QTest::qWaitForWindowActive(record));
    QTest::keyClick(record, Qt::Key_K, Qt::ControlModifier);
    const auto* palette = window.main().findChild<ui::CommandPalette*>();
    CHECK(palette->isVisible());
}

TEST_CASE("all that a search finds is shown in the list, also where the same words stand already")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.search(u"zhang"_s);
    window.main().go(ui::MainWindow::Log);
    auto* palette = window.main().findChild<ui::CommandPalette*>();
    Q_EMIT palette->searchWanted(u"zhang"_s);
    CHECK(window.main().place() == ui::MainWindow::Clients);
}

TEST_CASE("no dialog comes up larger than the screen or the window that it belongs to")
{
    QWidget narrow;
    narrow.resize(300, 200);
    ui::Dialog dialog(&narrow);
    dialog.resize(5000, 4000);
    dialog.show();
    const QSize room = dialog.screen()->availableSize();
    CHECK(dialog.width() <= room.width());
    CHECK(dialog.height() < room.height()); // its title, too
    QWidget window;
    window.resize(room.width() + 200, 300);
    ui::Dialog wide(&window);
    wide.resize(5000, 4000);
    wide.show();
    CHECK(wide.width() == window.width());
}
