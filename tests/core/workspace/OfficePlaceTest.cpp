// Where an office may lie: refused folders, before anything is made and when an office is there; the lock test at the first
// opening of a share.
#include "core/workspace/OfficePlace.h"

#include "tests/support/InThread.h"

#include "core/storage/LockTestMemory.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace core;

namespace {

NewOffice wantedIn(const QString& folder)
{
    NewOffice wanted;
    wanted.folder = folder;
    wanted.name = QStringLiteral("Acme");
    wanted.adminName = QStringLiteral("li");
    wanted.adminPassword = QStringLiteral("granite walrus");
    wanted.kdfMemoryMib = 64;
    return wanted;
}

VolumeVerdict share(VolumeUse use)
{
    VolumeVerdict volume;
    volume.kind = VolumeKind::OtherNetwork;
    volume.use = use;
    volume.message = use == VolumeUse::Usable ? QString() : QStringLiteral("about this drive");
    volume.identity = QStringLiteral("nfs4 srv:/export");
    return volume;
}

} // namespace

TEST_CASE(
    "an office is not made in the folder of a sync program, and nothing is left of the attempt")
{
    const QTemporaryDir folder;
    const QString cloud = folder.filePath(QStringLiteral("OneDrive - Acme"));
    auto refused = createOffice(wantedIn(cloud + QStringLiteral("/Acme.dossier")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unsupported);
    CHECK(refused.error().message.contains(QStringLiteral("OneDrive")));
    CHECK_FALSE(QDir(cloud).exists());
    REQUIRE(QDir().mkpath(cloud));
    REQUIRE_FALSE(createOffice(wantedIn(cloud + QStringLiteral("/Acme.dossier"))));
    CHECK(QDir(cloud).isEmpty());
}

TEST_CASE(
    "an office that was moved into such a folder is not opened there, and opens again outside")
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("Acme.dossier"));
    REQUIRE(createOffice(wantedIn(place)));
    const QString cloud = folder.filePath(QStringLiteral("Synced"));
    REQUIRE(QDir().mkpath(cloud + QStringLiteral("/.stfolder")));
    const QString moved = cloud + QStringLiteral("/Acme.dossier");
    REQUIRE(QDir().rename(place, moved));
    const Login there{moved, QStringLiteral("li"), QStringLiteral("granite walrus"), {}};
    auto refused = login(there);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unsupported);
    CHECK(refused.error().message.contains(QStringLiteral("Syncthing")));
    CHECK(recoverOffice(
              moved, QStringLiteral("AAAA"), QStringLiteral("li"), QStringLiteral("another walrus"))
              .error()
              .code
          != ErrorCode::Internal);
    REQUIRE(QDir().rename(moved, place));
    CHECK(login({place, QStringLiteral("li"), QStringLiteral("granite walrus"), {}}));
}

#ifdef Q_OS_UNIX
TEST_CASE("an office is opened by its canonical path, and not where its database has a second name")
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("Acme.dossier"));
    REQUIRE(createOffice(wantedIn(place)));
    const QString link = folder.filePath(QStringLiteral("Shortcut"));
    REQUIRE(QFile::link(place, link));
    auto access = login({link, QStringLiteral("li"), QStringLiteral("granite walrus"), {}});
    REQUIRE(access);
    CHECK((*access)->folder == QDir(place).canonicalPath());
    access = Error{};

    const QByteArray second = folder.filePath(QStringLiteral("second.db")).toLocal8Bit();
    REQUIRE(::link(databasePath(place).toLocal8Bit().constData(), second.constData()) == 0);
    auto refused = login({place, QStringLiteral("li"), QStringLiteral("granite walrus"), {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Invalid);
    CHECK(refused.error().message.contains(QStringLiteral("second name")));
}

TEST_CASE("on a share the locks are tried once, and a folder where they do not work is refused")
{
    const QTemporaryDir temporary;
    const QString folder = QDir(temporary.path()).canonicalPath();
    const LockTestOptions noLocks{.vfs = QStringLiteral("unix-none")};
    const VolumeVerdict usable = share(VolumeUse::Usable);

    auto refused = settleVolume(folder, usable, noLocks);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unsupported);
    CHECK(refused.error().message.contains(QStringLiteral("cannot be shared safely")));
    CHECK(refused.error().message.contains(QStringLiteral("while another was reading")));
    CHECK_FALSE(isLockTestRemembered(folder, usable.identity, QDateTime::currentDateTimeUtc()));

    auto fine = settleVolume(folder, usable);
    REQUIRE(fine);
    CHECK(fine->isEmpty());
    // remembered: these locks would not pass
    REQUIRE(settleVolume(folder, usable, noLocks));
    CHECK(QDir(folder).isEmpty());
}

TEST_CASE("a server that restarts in the middle of the lock test refuses no folder: it is tried "
          "once more")
{
    const QTemporaryDir temporary;
    const QTemporaryDir elsewhere;
    const QString folder = QDir(temporary.path()).canonicalPath();
    // The two children of the first test are refused the file; those of the second are real.
    const QString program = elsewhere.filePath(QStringLiteral("child.sh"));
    {
        QFile script(program);
        REQUIRE(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ncd '" + elsewhere.path().toUtf8()
                     + "'\nif mkdir first 2>/dev/null || mkdir second 2>/dev/null; then\n"
                       "while read -r line; do case \"$line\" in open*) echo ok;; exclusive) echo "
                       "'error io SQLite "
                       "3850';; *) echo ok;; esac; done\nelse exec '"
                     + QCoreApplication::applicationFilePath().toUtf8() + "' \"$@\"; fi\n");
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    const auto settled = settleVolume(folder, share(VolumeUse::Usable), {.program = program});
    if (!settled) {
        FAIL(settled.error().message.toStdString());
    }
    CHECK(QDir(elsewhere.path()).exists(QStringLiteral("second")));
}

TEST_CASE("a warning about a drive is kept, a drive of this computer is not tested")
{
    const QTemporaryDir temporary;
    const QString folder = QDir(temporary.path()).canonicalPath();
    auto warned = settleVolume(folder, share(VolumeUse::Warn));
    REQUIRE(warned);
    CHECK(*warned == QStringLiteral("about this drive"));
    CHECK_FALSE(settleVolume(folder, share(VolumeUse::Refuse)));

    VolumeVerdict disk;
    disk.identity = QStringLiteral("ext4 /dev/other");
    CHECK(settleVolume(folder, disk, {.program = QStringLiteral("/not/there")}));

    VolumeVerdict other = share(VolumeUse::Usable);
    other.identity = QStringLiteral("nfs4 srv:/another");
    CHECK_FALSE(settleVolume(folder, other, {.program = QStringLiteral("/not/there")}));

    const QString silent = temporary.filePath(QStringLiteral("silent.sh"));
    {
        QFile program(silent);
        REQUIRE(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\nexec sleep 60\n");
        program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    auto hanging = settleVolume(
        folder, other, {.program = silent, .patience = std::chrono::milliseconds{200}});
    REQUIRE_FALSE(hanging);
    CHECK(hanging.error().code == ErrorCode::Busy);

    // Who may only read cannot make the files of the test: that is said, and he works on.
    auto untried = settleVolume(QStringLiteral("/proc"), other);
    REQUIRE(untried);
    CHECK(untried->contains(QStringLiteral("could not be tested")));
}

TEST_CASE("testing a share gives the drive first, then the locks, and says whether both are well")
{
    const QTemporaryDir temporary;
    const QString folder = temporary.filePath(QStringLiteral("Dropbox"));
    REQUIRE(QDir().mkpath(folder));
    Progress quiet;
    auto fine = testShare(temporary.path(), quiet);
    REQUIRE(fine);
    CHECK(fine->ok);
    CHECK(fine->checks.size() == 7);
    CHECK(fine->checks[0].name == QStringLiteral("volume"));
    auto cloud = testShare(folder, quiet);
    REQUIRE(cloud);
    CHECK_FALSE(cloud->ok);
    CHECK_FALSE(cloud->checks[0].ok);
    CHECK(cloud->checks.size() == 7);
    auto loose = testShare(temporary.path(), quiet, {.vfs = QStringLiteral("unix-none")});
    REQUIRE(loose);
    CHECK_FALSE(loose->ok);
    CHECK(testShare(temporary.filePath(QStringLiteral("none")), quiet).error().code
          == ErrorCode::NotFound);
}

namespace {

LockMeetingOptions quickMeeting()
{
    LockMeetingOptions options;
    options.wait = std::chrono::milliseconds{8000};
    options.beat = std::chrono::milliseconds{50};
    options.poll = std::chrono::milliseconds{10};
    return options;
}

tests::InThread<Result<SharedTest>> meetIn(const QString& folder, const LockMeetingOptions& options)
{
    return tests::InThread<Result<SharedTest>>([folder, options] {
        Progress quiet;
        return testShareTogether(folder, quiet, options);
    });
}

} // namespace

TEST_CASE(
    "testing a share with another computer gives both tests; two programs of one computer are "
    "not remembered as two")
{
    const QTemporaryDir temporary;
    auto first = meetIn(temporary.path(), quickMeeting());
    auto second = meetIn(temporary.path(), quickMeeting());
    for (auto* meeting : {&first, &second}) {
        const auto shared = meeting->get();
        REQUIRE(shared);
        CHECK(shared->test.ok);
        CHECK(shared->problem.isEmpty());
        CHECK(shared->partner == QSysInfo::machineHostName());
        CHECK(shared->test.checks.size() == 16);
        CHECK(shared->test.checks[7].name == QStringLiteral("met"));
        CHECK_FALSE(isLockTestRemembered(QDir(temporary.path()).canonicalPath(),
                                         shared->test.volume.identity,
                                         QDateTime::currentDateTimeUtc(),
                                         LockTestKind::Together));
    }
}

TEST_CASE("nobody is waited for where this computer's own test refuses the folder; where nobody "
          "comes the test can be tried again")
{
    const QTemporaryDir temporary;
    Progress quiet;
    LockMeetingOptions options = quickMeeting();
    options.wait = std::chrono::milliseconds{200};
    auto alone = testShareTogether(temporary.path(), quiet, options);
    REQUIRE(alone);
    CHECK_FALSE(alone->test.ok);
    CHECK(alone->canTryAgain);
    CHECK(alone->partner.isEmpty());
    CHECK(alone->problem.contains(QStringLiteral("No other computer came")));

    options.vfs = QStringLiteral("unix-none");
    auto loose = testShareTogether(temporary.path(), quiet, options);
    REQUIRE(loose);
    CHECK_FALSE(loose->test.ok);
    CHECK_FALSE(loose->canTryAgain);
    CHECK(loose->problem.contains(QStringLiteral("while another was reading")));
    CHECK(loose->test.checks.back().name == QStringLiteral("shared_keeps_from_exclusive"));
    CHECK(testShareTogether(temporary.filePath(QStringLiteral("none")), quiet, options).error().code
          == ErrorCode::NotFound);
}
#endif

TEST_CASE("on a share that other computers use, one that was not tested with another is warned of")
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("Acme.dossier"));
    auto created = createOffice(wantedIn(place));
    REQUIRE(created);
    auto connection = connectTo(*created->access);
    REQUIRE(connection);
    OfficePlace shared{place, share(VolumeUse::Usable), {}};
    const QString own = QSysInfo::machineHostName();
    const QString other = QStringLiteral("desk-2");
    const auto warning = [&](const QString& host) {
        auto text = warnUntriedTogether(**connection, shared, host);
        REQUIRE(text);
        return *text;
    };
    CHECK(warning(own).isEmpty()); // all that was done was done here
    CHECK(warning(other).contains(QStringLiteral("--with-another-computer")));
    CHECK(warning(other).contains(QDir::toNativeSeparators(place)));
    shared.volume.kind = VolumeKind::Local;
    CHECK(warning(other).isEmpty());
    shared.volume.kind = VolumeKind::Smb;
    REQUIRE(rememberLockTest(
        place, shared.volume.identity, QDateTime::currentDateTimeUtc().addDays(-29)));
    CHECK_FALSE(warning(other).isEmpty()); // its own test is another matter
    REQUIRE(rememberLockTest(place,
                             shared.volume.identity,
                             QDateTime::currentDateTimeUtc().addDays(-29),
                             LockTestKind::Together));
    CHECK(warning(other).isEmpty());
}
