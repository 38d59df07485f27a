// The lock test against real folders with real child processes; and that it fails where locks do not work.
#include "core/storage/LockTest.h"

#include "core/storage/FileLinks.h"
#include "core/storage/LockTestMemory.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace core;
using std::chrono::milliseconds;

namespace {

QString describe(const LockTestReport& report)
{
    QString text;
    for (const LockCheck& check : report.checks) {
        text += QStringLiteral("%1 %2 %3 ms %4\n")
                    .arg(check.ok ? QStringLiteral("ok") : QStringLiteral("FAILED"), check.name)
                    .arg(check.milliseconds)
                    .arg(check.message);
    }
    return text;
}

LockTestReport tested(const QString& folder, const LockTestOptions& options = {})
{
    Progress quiet;
    auto report = testLocks(folder, quiet, options);
    INFO((report ? QString() : report.error().message + report.error().detail).toStdString());
    REQUIRE(report);
    return *std::move(report);
}

QStringList filesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

#ifdef Q_OS_UNIX
/// A program that is no child of the test.
QString script(const QTemporaryDir& folder, const QByteArray& text)
{
    QFile file(folder.filePath(QStringLiteral("child.sh")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + text + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}
#endif

} // namespace

TEST_CASE(
    "on a disk of this computer every check of the lock test is ok, and nothing is left behind")
{
    const QTemporaryDir folder;
    QElapsedTimer time;
    time.start();
    const LockTestReport report = tested(folder.path());
    INFO(describe(report).toStdString());
    CHECK(report.outcome == LockTestReport::Outcome::Works);
    CHECK(report.message().isEmpty());
    QStringList names;
    for (const LockCheck& check : report.checks) {
        CHECK(check.ok);
        names.append(check.name);
    }
    CHECK(names
          == QStringList{QStringLiteral("create"),
                         QStringLiteral("lock"),
                         QStringLiteral("shared_keeps_from_exclusive"),
                         QStringLiteral("reserved_excludes_reserved"),
                         QStringLiteral("written_is_read"),
                         QStringLiteral("killed_lock_goes_away")});
    CHECK(filesIn(folder).isEmpty());
    CHECK(time.elapsed() < 30000);
}

TEST_CASE("what a test left behind whose computer went down is taken away by the next one")
{
    const QTemporaryDir folder;
    for (const auto& [name, hours] : {std::pair("locktest-00112233.db", 2),
                                      std::pair("locktest-44556677.db", 0),
                                      std::pair("office.db", 9)}) {
        QFile file(folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600 * hours),
                                 QFileDevice::FileModificationTime));
    }
    CHECK(tested(folder.path()).outcome == LockTestReport::Outcome::Works);
    CHECK(filesIn(folder)
          == QStringList{QStringLiteral("locktest-44556677.db"), QStringLiteral("office.db")});
}

#ifdef Q_OS_UNIX
TEST_CASE("where locks do nothing the lock test fails and says what happened")
{
    const QTemporaryDir folder;
    const LockTestReport report = tested(folder.path(), {.vfs = QStringLiteral("unix-none")});
    INFO(describe(report).toStdString());
    CHECK(report.outcome == LockTestReport::Outcome::Fails);
    CHECK(report.checks.back().name == QStringLiteral("shared_keeps_from_exclusive"));
    CHECK_FALSE(report.checks.back().ok);
    CHECK(report.message() == report.checks.back().message);
    CHECK(report.message().contains(QStringLiteral("while another was reading")));
    CHECK(filesIn(folder).isEmpty());
}

TEST_CASE(
    "each way in which locks and files can lie is named: a child that answers what it would see")
{
    // Answers for both children, one after the other as they are asked; each child counts for itself, and the first one
    // asked to create is the first.
    struct Row
    {
        const char* answers; ///< shell cases: command -> answer
        LockTestReport::Outcome outcome;
        const char* check;
        const char* word;
    };
    const Row rows[]{
        {"open*) echo 'error io SQLite 14';;",
         LockTestReport::Outcome::NotTried,
         "create",
         "Check your rights"},
        {"open*create) echo ok;; open*) echo 'error not_found';;",
         LockTestReport::Outcome::Fails,
         "create",
         "not what another one read"},
        {"open*create) echo busy;; open*) echo ok;;",
         LockTestReport::Outcome::Fails,
         "create",
         "was refused it"},
        {"open*) echo ok;; exclusive) echo 'error io SQLite 3850';;",
         LockTestReport::Outcome::Fails,
         "lock",
         "was refused it"},
        {"shared) held=1; echo ok;; exclusive) [ -e reading ] && echo busy || echo ok;; *) echo "
         "ok;;",
         LockTestReport::Outcome::Fails,
         "shared_keeps_from_exclusive",
         "while another was reading"},
        {"shared) touch reading; echo ok;; exclusive) [ -e reading ] && echo busy || echo ok;;"
         " release) echo ok;; *) echo ok;;",
         LockTestReport::Outcome::Fails,
         "shared_keeps_from_exclusive",
         "stayed closed"},
        {"shared) touch reading; echo ok;; exclusive) [ -e reading ] && echo busy || echo ok;;"
         " release) rm -f reading; echo ok;; *) echo ok;;",
         LockTestReport::Outcome::Fails,
         "reserved_excludes_reserved",
         "at the same time"},
        {"shared|reserved) [ -e held ] && echo busy || { touch held; echo ok; };;"
         " exclusive) [ -e held ] && echo busy || echo ok;; release) rm -f held; echo ok;;"
         " read*) echo ok 00;; *) echo ok;;",
         LockTestReport::Outcome::Fails,
         "written_is_read",
         "not what another one read"},
        {"open*) exit 3;;", LockTestReport::Outcome::NotTried, "create", "before its time"},
    };
    for (const Row& row : rows) {
        INFO(row.answers);
        const QTemporaryDir folder;
        const QString program = script(folder,
                                       "cd '" + folder.path().toUtf8()
                                           + "'; rm -f reading held\n"
                                             "while read -r line; do case \"$line\" in "
                                           + row.answers + " esac; done");
        const LockTestReport report = tested(folder.path(), {.program = program});
        INFO(describe(report).toStdString());
        CHECK(report.outcome == row.outcome);
        CHECK(report.checks.back().name == QLatin1String(row.check));
        CHECK(report.message().contains(QLatin1String(row.word)));
    }
}

TEST_CASE("a lock that stays when the program that held it was killed is found, and not waited for "
          "longer "
          "than allowed")
{
    // As a server that does not notice: what is killed is the shell; the real child behind it lives on, since its input
    // stays open, and keeps its lock.
    const QTemporaryDir folder;
    const QByteArray real = QCoreApplication::applicationFilePath().toUtf8();
    const QString program = script(folder,
                                   "cd '" + folder.path().toUtf8() + "'; mkfifo in.$$\n'" + real
                                       + "' --lock-test-child < in.$$ &\n"
                                         "exec 3> in.$$\nsleep 4 >&3 2>&1 &\ncat >&3\n");
    QElapsedTimer time;
    time.start();
    const LockTestReport report
        = tested(folder.path(), {.program = program, .patience = milliseconds{700}});
    INFO(describe(report).toStdString());
    CHECK(report.outcome == LockTestReport::Outcome::Fails);
    CHECK(report.checks.back().name == QStringLiteral("killed_lock_goes_away"));
    CHECK(report.checks.back().milliseconds >= 700);
    CHECK(report.message().contains(QStringLiteral("crashed")));
    CHECK(time.elapsed() < 15000);
}

TEST_CASE("a folder that does not answer holds the children, not the caller")
{
    const QTemporaryDir folder;
    const QString program = script(folder, "exec sleep 60");
    QElapsedTimer time;
    time.start();
    const LockTestReport report
        = tested(folder.path(), {.program = program, .patience = milliseconds{300}});
    CHECK(report.outcome == LockTestReport::Outcome::NoAnswer);
    CHECK(report.message().contains(QStringLiteral("did not answer")));
    CHECK(time.elapsed() < 20000);

    time.start();
    const LockTestReport limited
        = tested(folder.path(), {.program = program, .limit = milliseconds{100}});
    CHECK(limited.outcome == LockTestReport::Outcome::NoAnswer);
    CHECK(time.elapsed() < 20000);
}

TEST_CASE("a lock test is stopped by the person who waits for it")
{
    const QTemporaryDir folder;
    std::stop_source stop;
    Progress progress({}, stop.get_token());
    std::jthread person([&stop] {
        std::this_thread::sleep_for(milliseconds{200});
        stop.request_stop();
    });
    QElapsedTimer time;
    time.start();
    auto report = testLocks(folder.path(), progress, {.program = script(folder, "exec sleep 60")});
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Cancelled);
    CHECK(time.elapsed() < 15000);
}

TEST_CASE("a program that cannot be started is said to be one")
{
    const QTemporaryDir folder;
    Progress quiet;
    auto report = testLocks(
        folder.path(), quiet, {.program = folder.filePath(QStringLiteral("not-there"))});
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Io);
}

TEST_CASE("a folder where nothing may be made is not tried, which is no verdict about its locks")
{
    const LockTestReport report = tested(QStringLiteral("/proc"));
    CHECK(report.outcome == LockTestReport::Outcome::NotTried);
    CHECK(report.message().contains(QStringLiteral("Check your rights")));
}

TEST_CASE("a database under a second name is refused: a link, a hard link, a journal that is one")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("office.db"));
    CHECK(refuseSecondName(file)); // not there
    {
        QFile made(file);
        REQUIRE(made.open(QIODevice::WriteOnly));
    }
    CHECK(refuseSecondName(file));
    SECTION("hard link")
    {
        const QByteArray other = folder.filePath(QStringLiteral("other.db")).toLocal8Bit();
        REQUIRE(::link(file.toLocal8Bit().constData(), other.constData()) == 0);
        const auto refused = refuseSecondName(file);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Invalid);
        CHECK(refused.error().message.contains(QStringLiteral("hard link")));
        REQUIRE(QFile::remove(QString::fromLocal8Bit(other)));
        CHECK(refuseSecondName(file));
    }
    SECTION("link")
    {
        const QString link = folder.filePath(QStringLiteral("link.db"));
        REQUIRE(QFile::link(file, link));
        CHECK(refuseSecondName(link).error().message.contains(QStringLiteral("is a link")));
    }
    SECTION("the journal")
    {
        REQUIRE(QFile::link(QStringLiteral("/tmp/elsewhere"), file + QStringLiteral("-journal")));
        CHECK_FALSE(refuseSecondName(file));
    }
}
#endif

TEST_CASE("a lock test that went well is remembered for 30 days, for this folder on this drive")
{
    const QString folder = QStringLiteral("/mnt/acme/Acme.dossier");
    const QString drive = QStringLiteral("cifs //nas/Firma");
    const QDateTime day = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC);
    CHECK_FALSE(isLockTestRemembered(folder, drive, day));
    REQUIRE(rememberLockTest(folder, drive, day));
    CHECK(isLockTestRemembered(folder, drive, day));
    CHECK(isLockTestRemembered(folder, drive, day.addDays(29)));
    CHECK_FALSE(isLockTestRemembered(folder, drive, day.addDays(30)));
    CHECK_FALSE(isLockTestRemembered(folder, drive, day.addDays(-1)));
    CHECK_FALSE(isLockTestRemembered(folder, QStringLiteral("cifs //nas/Other"), day));
    CHECK_FALSE(isLockTestRemembered(QStringLiteral("/mnt/acme"), drive, day));
}

TEST_CASE("a test with another computer is remembered beside that of this one, each for itself")
{
    const QString folder = QStringLiteral("/mnt/acme/Beta.dossier");
    const QString drive = QStringLiteral("cifs //nas/Firma");
    const QDateTime day = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC);
    REQUIRE(rememberLockTest(folder, drive, day));
    CHECK_FALSE(isLockTestRemembered(folder, drive, day, LockTestKind::Together));
    REQUIRE(rememberLockTest(folder, drive, day.addDays(20), LockTestKind::Together));
    CHECK(isLockTestRemembered(folder, drive, day.addDays(29)));
    CHECK_FALSE(isLockTestRemembered(folder, drive, day.addDays(40)));
    CHECK(isLockTestRemembered(folder, drive, day.addDays(40), LockTestKind::Together));
    REQUIRE(rememberLockTest(folder, drive, day.addDays(40)));
    CHECK(isLockTestRemembered(folder, drive, day.addDays(49), LockTestKind::Together));
    CHECK_FALSE(isLockTestRemembered(folder, drive, day.addDays(50), LockTestKind::Together));
}

#ifdef Q_OS_LINUX
TEST_CASE("a lock test that cannot be noted is said not to be")
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "/dev/null");
    const auto noted = rememberLockTest(
        QStringLiteral("/x"), QStringLiteral("y"), QDateTime::currentDateTimeUtc());
    qputenv("XDG_DATA_HOME", before);
    REQUIRE_FALSE(noted);
    CHECK(noted.error().code == ErrorCode::Io);
}
#endif
