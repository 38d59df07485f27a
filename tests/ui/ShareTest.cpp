// A share that is slow or away: the window says so, says what to do, stays usable, and says when all is well again.
#include "tests/support/SlowDisk.h"

#include "ui/WindowFixture.h"
#include "ui/shell/OfficeStatus.h"
#include "ui/shell/TopBar.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

#include <atomic>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestMs = 30'000;

struct Healed
{
    SlowDisk& disk = SlowDisk::instance();
    ~Healed()
    {
        disk.delayMs = 0;
        disk.isAway = false;
    }
};

Access onSlowDisk(const Sample& sample)
{
    auto access = std::make_shared<core::OfficeAccess>(*sample.access("admin"));
    access->vfs = QLatin1String(SlowDisk::name);
    return access;
}

} // namespace

TEST_CASE("a share that answers slowly is named, the window goes on, and all is well when it is "
          "quick again")
{
    const Sample sample;
    const Healed healed;
    Window window(onSlowDisk(sample));
    ui::OfficeStatus& status = window.main().top().status();
    window.jobs().listen(50ms);
    window.settle();
    CHECK(status.state() == ui::OfficeStatus::Saved);
    healed.disk.delayMs = 1000;
    QElapsedTimer turn;
    qint64 longest = 0;
    REQUIRE(QTest::qWaitFor(
        [&] {
            longest = std::max(longest, turn.isValid() ? turn.elapsed() : 0);
            turn.start();
            return status.state() == ui::OfficeStatus::Slow;
        },
        longestMs));
    CHECK(longest < 500); // the window never waits for the disk
    CHECK(status.accessibleDescription().contains(u"Nothing is lost"_s));
    healed.disk.delayMs = 0;
    REQUIRE(QTest::qWaitFor([&] { return status.state() == ui::OfficeStatus::Saved; }, longestMs));
}

TEST_CASE("a share that is away is named, what is typed stays, and all is well when it is back")
{
    const Sample sample;
    const Healed healed;
    Window window(onSlowDisk(sample));
    ui::OfficeStatus& status = window.main().top().status();
    window.main().newClient();
    window.main().clients().form().type(core::Field::Name, u"Typed Meanwhile Ltd"_s);
    window.settle();
    window.jobs().listen(50ms);
    healed.disk.isAway = true;
    REQUIRE(QTest::qWaitFor([&] { return status.state() == ui::OfficeStatus::Away; }, longestMs));
    CHECK(status.text() == u"share away"_s);
    CHECK(window.main().clients().hasUnsavedWork());
    healed.disk.isAway = false;
    REQUIRE(QTest::qWaitFor([&] { return status.state() == ui::OfficeStatus::Saved; }, longestMs));
    window.main().clients().discard();
}

TEST_CASE("pages that could not be read are read when the share is back")
{
    const Sample sample;
    const Healed healed;
    Window window(onSlowDisk(sample));
    window.settle();
    healed.disk.isAway = true;
    window.main().go(ui::MainWindow::Log);
    window.settle();
    ui::OfficeStatus& status = window.main().top().status();
    window.jobs().listen(50ms);
    REQUIRE(QTest::qWaitFor([&] { return status.state() == ui::OfficeStatus::Away; }, longestMs));
    const QTableWidget* log
        = window.main().page(ui::MainWindow::Log).findChild<QTableWidget*>(u"log"_s);
    REQUIRE(log != nullptr);
    REQUIRE_FALSE(log->isVisible());
    healed.disk.isAway = false;
    CHECK(QTest::qWaitFor([&] { return log->isVisible() && log->rowCount() > 0; }, longestMs));
}

TEST_CASE("whoever leaves while the share does not answer is not held up")
{
    const Sample sample;
    const Healed healed;
    auto* jobs = new ui::OfficeJobs(sample.access("admin"));
    std::atomic<bool> isHanging = false;
    std::atomic<bool> mayGoOn = false;
    QObject page;
    jobs->run<int>(
        ui::Lane::Read,
        &page,
        [&](core::Office&, core::Progress&) -> core::Result<int> {
            isHanging = true;
            while (!mayGoOn) {
                QThread::msleep(5);
            }
            return 0;
        },
        [](const core::Result<int>&) {});
    REQUIRE(QTest::qWaitFor([&] { return isHanging.load(); }, longestMs));
    QSignalSpy gone(jobs, &QObject::destroyed);
    jobs->retire(); // comes back at once: what hangs would hold this thread for ever
    bool wasDone = false;
    jobs->run<int>(
        ui::Lane::Read,
        &page,
        [](core::Office&, core::Progress&) -> core::Result<int> { return 0; },
        [&wasDone](const core::Result<int>&) { wasDone = true; });
    QTest::qWait(50);
    CHECK(gone.isEmpty());
    mayGoOn = true;
    CHECK(QTest::qWaitFor([&] { return !gone.isEmpty(); }, longestMs));
    CHECK_FALSE(wasDone);
}
