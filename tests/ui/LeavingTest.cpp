// Closing and logging out: asked once, in words that name what would be lost, and nothing is lost by accident.
#include "ui/WindowFixture.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/shell/LeaveDialog.h"
#include "ui/shell/RecordWindow.h"
#include "ui/widgets/Prompt.h"

#include <QFile>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

#include <atomic>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

ui::LeaveDialog* question(Window& window)
{
    const auto dialogs = window.main().findChildren<ui::LeaveDialog*>();
    ui::LeaveDialog* open = nullptr;
    for (ui::LeaveDialog* dialog : dialogs) {
        if (dialog->isVisible()) {
            CHECK(open == nullptr); // one, never two
            open = dialog;
        }
    }
    return open;
}

void typeNew(Window& window, const QString& name)
{
    window.main().newClient();
    window.settle();
    window.main().clients().form().type(core::Field::Name, name);
    window.settle();
}

QPointer<ui::Job> startLongWork(Window& window, std::shared_ptr<std::atomic<bool>> end)
{
    QPointer<ui::Job> job = window.jobs().run<int>(
        ui::Lane::Long,
        &window.main(),
        [end](core::Office&, core::Progress& progress) -> core::Result<int> {
            while (!*end && progress.step(40, 100)) {
                QThread::msleep(5);
            }
            return progress.isStopped() ? core::Result<int>(core::cancelledError()) : 0;
        },
        [](const core::Result<int>&) {});
    job->name(u"Import of a.csv"_s, u"Stopped, nothing of it stays."_s);
    REQUIRE(QTest::qWaitFor([&] { return job->percent().has_value(); }));
    return job;
}

} // namespace

TEST_CASE("with nothing unsaved and nothing running the window closes at once")
{
    const Sample sample;
    Window window(sample.access("admin"));
    CHECK(window.main().close());
    CHECK_FALSE(window.main().isVisible());
    CHECK(question(window) == nullptr);
}

TEST_CASE("closing with a half typed client names it and asks once; kept open, all is as it was")
{
    const Sample sample;
    Window window(sample.access("admin"));
    typeNew(window, u"Half Typed Ltd"_s);
    window.main().close();
    window.main().close();
    auto* dialog = question(window);
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"The new client “Half Typed Ltd” that you are typing"_s));
    press(dialog, "Keep open");
    CHECK(window.main().isVisible());
    CHECK(window.main().clients().hasUnsavedWork());
    window.main().clients().discard();
}

TEST_CASE("closing without saving stores nothing")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto before = window.names().size();
    typeNew(window, u"Half Typed Ltd"_s);
    window.main().close();
    press(question(window), "Close without saving");
    window.settle();
    CHECK_FALSE(window.main().isVisible());
    Window later(sample.access("admin"));
    CHECK(later.names().size() == before);
}

TEST_CASE("saving and closing stores what was typed, then closes")
{
    const Sample sample;
    Window window(sample.access("admin"));
    REQUIRE(window.select(window.names().at(1)));
    press(&window.main().clients().panel(), "Edit");
    window.settle();
    window.main().clients().form().type(core::Field::Notes, u"typed before closing"_s);
    window.main().close();
    auto* dialog = question(window);
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"Your changes to “"_s));
    press(dialog, "Save and close");
    REQUIRE(QTest::qWaitFor([&] { return !window.main().isVisible(); }, 10'000));
    Window later(sample.access("admin"));
    REQUIRE(later.select(later.names().at(1)));
    CHECK(wordsOn(&later.main().clients().panel()).contains(u"typed before closing"_s));
}

TEST_CASE("what cannot be saved keeps the window open, with the form in front that says why")
{
    const Sample sample;
    Window window(sample.access("admin"));
    typeNew(window, QString());
    window.main().clients().form().type(core::Field::Email, u"not an address"_s);
    window.settle();
    window.main().go(ui::MainWindow::Inbox);
    window.main().close();
    press(question(window), "Save and close");
    window.settle();
    CHECK(window.main().isVisible());
    CHECK(window.main().place() == ui::MainWindow::Clients);
    CHECK(window.main().clients().hasUnsavedWork());
    window.main().clients().discard();
    window.settle();
    CHECK(window.main().isVisible()); // the wish to close has gone with it
}

TEST_CASE("closing while an import runs names it and how far it is; stopped, the window closes")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto end = std::make_shared<std::atomic<bool>>(false);
    const QPointer<ui::Job> job = startLongWork(window, end);
    window.main().close();
    auto* dialog = question(window);
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"Import of a.csv, at 40 %"_s));
    CHECK(wordsOn(dialog).contains(u"Stopped, nothing of it stays."_s));
    press(dialog, "Stop it and close");
    REQUIRE(QTest::qWaitFor([&] { return !window.main().isVisible(); }, 10'000));
    CHECK(job.isNull());
}

TEST_CASE("closing when it is done waits for what runs, and can be called off")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto end = std::make_shared<std::atomic<bool>>(false);
    startLongWork(window, end);
    window.main().close();
    press(question(window), "Close when it is done");
    QTest::qWait(50);
    CHECK(window.main().isVisible());
    press(&window.main(), "Keep open"); // in the line at the foot
    *end = true;
    window.settle();
    CHECK(window.main().isVisible());

    *end = false;
    startLongWork(window, end);
    window.main().close();
    press(question(window), "Close when it is done");
    *end = true;
    REQUIRE(QTest::qWaitFor([&] { return !window.main().isVisible(); }, 10'000));
}

TEST_CASE("logging out asks the same, in its own words")
{
    const Sample sample;
    Window window(sample.access("admin"));
    QSignalSpy left(&window.main(), &ui::MainWindow::leaveWanted);
    typeNew(window, u"Half Typed Ltd"_s);
    window.main().commands().run("window.leave");
    CHECK(left.isEmpty());
    press(question(window), "Log out without saving");
    window.settle();
    CHECK(left.size() == 1);
}

TEST_CASE("what is typed in a window of its own counts, too")
{
    const Sample sample;
    Window window(sample.access("admin"));
    REQUIRE(window.select(window.names().at(2)));
    window.main().commands().run("client.window");
    window.settle();
    ui::RecordWindow* record = window.main().recordWindows().front();
    press(record, "Edit");
    record->form().type(core::Field::Notes, u"half typed"_s);
    window.main().close();
    auto* dialog = question(window);
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"Your changes to “"_s));
    press(dialog, "Save and close");
    REQUIRE(QTest::qWaitFor([&] { return !window.main().isVisible(); }, 10'000));
}

TEST_CASE("Esc in the middle of an import asks before it stops it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString path = sample.path(u"many.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("name,phone\n");
    constexpr int rows = 4000;
    for (int i = 0; i < rows; ++i) {
        file.write(u"Many %1 Ltd,0215050%2\n"_s.arg(i).arg(i, 4, 10, QChar(u'0')).toUtf8());
    }
    file.close();
    const auto clients = [&window] {
        std::int64_t count = 0;
        window.jobs().run<std::int64_t>(
            ui::Lane::Read,
            &window.main(),
            [](core::Office& office, core::Progress&) { return office.queries().count({}); },
            [&count](const core::Result<std::int64_t>& counted) { count = *counted; });
        window.settle();
        return count;
    };
    const auto before = clients();
    window.main().openImport(path);
    window.settle();
    auto* wizard = window.main().findChild<ui::ImportWizard*>();
    press(wizard, "Next");
    window.settle();
    press(wizard, "Import");
    REQUIRE(QTest::qWaitFor([&] { return !window.jobs().running().empty(); }));
    QTest::keyClick(wizard, Qt::Key_Escape);
    CHECK(wizard->isVisible());
    auto* box = wizard->findChild<ui::PromptDialog*>();
    REQUIRE(box != nullptr);
    CHECK(box->text().contains(u"nothing of it stays"_s));
    press(box, "Stop it and close");
    window.settle();
    CHECK(clients() == before);
}

TEST_CASE(
    "closed once more while it waits for the end of an import, it asks about what was typed since")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto end = std::make_shared<std::atomic<bool>>(false);
    startLongWork(window, end);
    window.main().close();
    press(question(window), "Close when it is done");
    window.main().newClient();
    window.main().clients().form().type(core::Field::Name, u"Typed While Waiting Ltd"_s);
    window.main().close();
    auto* dialog = question(window);
    REQUIRE(dialog != nullptr);
    CHECK(window.main().isVisible());
    CHECK(wordsOn(dialog).contains(u"Typed While Waiting Ltd"_s));
    CHECK(wordsOn(dialog).contains(u"Import of a.csv"_s));
    press(dialog, "Keep open");
    *end = true;
    window.settle();
    CHECK(window.main().isVisible());
    window.main().clients().discard();
}

TEST_CASE("what would be lost behind the lock is said without a name")
{
    const Sample sample;
    Window window(sample.access("admin"));
    CHECK(window.main().lossInGeneral()().isEmpty());
    typeNew(window, u"Half Typed Ltd"_s);
    const auto end = std::make_shared<std::atomic<bool>>(false);
    startLongWork(window, end);
    const auto loss = window.main().lossInGeneral();
    window.main().hide(); // as the lock does
    CHECK(loss().contains(u"not saved"_s));
    CHECK(loss().contains(u"still running"_s));
    CHECK_FALSE(loss().contains(u"Half"_s));
    CHECK_FALSE(loss().contains(u"a.csv"_s));
    *end = true;
    REQUIRE(QTest::qWaitFor([&] { return window.jobs().running().empty(); }, 10'000));
    CHECK_FALSE(loss().contains(u"still running"_s)); // it has come to its end meanwhile
    window.main().show();
    window.main().clients().discard();
    window.settle();
    CHECK(window.main().lossInGeneral()().isEmpty());
}
