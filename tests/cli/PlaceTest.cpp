// office test-share and accept-older, and what a computer that knows the office answers about an older database.
#include "cli/CommandLine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSysInfo>

#include <catch2/catch_test_macros.hpp>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace tests;
using namespace Qt::StringLiterals;

TEST_CASE("test-share tries any folder without a login, and says of each check how it went")
{
    const CommandLine line;
    REQUIRE(QDir().mkpath(line.path(u"Acme.dossier"_s)));
    const Answer fine = line.run(u"office test-share"_s);
    INFO(fine.error.toStdString());
    CHECK(fine.exit == 0);
    CHECK(fine.missing({u"ok"_s, u"checks"_s, u"volume"_s}).isEmpty());
    CHECK(fine.json().value(u"ok"_s).toBool());
    const QJsonArray checks = fine.json().value(u"checks"_s).toArray();
    REQUIRE(checks.size() == 7);
    CHECK(checks[0].toObject().value(u"name"_s).toString() == u"volume"_s);
    for (const QJsonValue check : checks) {
        CHECK(check.toObject().value(u"ok"_s).toBool());
        CHECK(check.toObject().value(u"milliseconds"_s).toInteger(-1) >= 0);
    }
    CHECK(QDir(line.path(u"Acme.dossier"_s)).isEmpty());
    CHECK(line.plain(u"office test-share"_s).out.contains("killed_lock_goes_away"));
}

TEST_CASE(
    "test-share fails with exit 1 where a sync program owns the folder, and where there is none")
{
    const CommandLine line;
    REQUIRE(QDir().mkpath(line.path(u"Acme.dossier/.stfolder"_s)));
    const Answer synced = line.run(u"office test-share"_s);
    CHECK(synced.exit == 1);
    CHECK_FALSE(synced.json().value(u"ok"_s).toBool(true));
    CHECK(synced.json().value(u"checks"_s).toArray().size() == 7);
    CHECK(synced.error.contains("Syncthing"));
    const Answer made = line.run(
        u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s);
    CHECK(made.exit == 1);
    CHECK(made.error.contains("Syncthing"));
    CHECK_FALSE(QFile::exists(line.path(u"code.txt"_s)));
    REQUIRE(QDir(line.path(u"Acme.dossier"_s)).removeRecursively());
    CHECK(line.run(u"office test-share"_s).exit == 1);
}

TEST_CASE("test-share with another computer: both programs say how it went, and who the other was")
{
    const CommandLine line;
    REQUIRE(QDir().mkpath(line.path(u"Acme.dossier"_s)));
    QProcess other;
    line.prepare(other,
                 {u"office"_s, u"test-share"_s, u"--with-another-computer"_s, u"--wait=60"_s});
    other.start();
    const Answer fine = line.run(u"office test-share --with-another-computer --wait 60"_s);
    INFO(fine.error.toStdString());
    CHECK(fine.exit == 0);
    CHECK(fine.missing({u"ok"_s, u"checks"_s, u"volume"_s, u"partner"_s}).isEmpty());
    CHECK(fine.json().value(u"ok"_s).toBool());
    CHECK(fine.json().value(u"partner"_s).toString() == QSysInfo::machineHostName());
    const QJsonArray checks = fine.json().value(u"checks"_s).toArray();
    CHECK(checks.size() == 16);
    CHECK(checks.last().toObject().value(u"name"_s).toString() == u"other_killed_lock_goes_away"_s);
    REQUIRE(other.waitForFinished(60'000));
    CHECK(other.exitCode() == 0);
    const QByteArray text = other.readAllStandardOutput();
    CHECK(text.contains("other_killed_lock_goes_away"));
    CHECK(text.contains("Both programs run on this computer"));
    CHECK(QDir(line.path(u"Acme.dossier"_s)).isEmpty());
}

TEST_CASE("test-share with another computer is exit 5 where nobody comes, and 2 for a wrong time")
{
    const CommandLine line;
    REQUIRE(QDir().mkpath(line.path(u"Acme.dossier"_s)));
    const Answer alone = line.run(u"office test-share --with-another-computer --wait 1"_s);
    CHECK(alone.exit == 5);
    CHECK(alone.error.contains("No other computer came"));
    CHECK(alone.json().value(u"error"_s).toObject().value(u"code"_s).toString() == u"busy"_s);
    CHECK(alone.json().value(u"checks"_s).toArray().size() == 8);
    CHECK(QDir(line.path(u"Acme.dossier"_s)).isEmpty());
    CHECK(line.run(u"office test-share --with-another-computer --wait 0"_s).exit == 2);
}

#ifdef Q_OS_UNIX
TEST_CASE("Ctrl+C in the middle of test-share leaves nothing in the folder, and the other computer "
          "hears of it")
{
    const CommandLine line;
    const QDir folder(line.path(u"Acme.dossier"_s));
    REQUIRE(QDir().mkpath(folder.path()));
    const QStringList words{u"office"_s, u"test-share"_s, u"--with-another-computer"_s};
    QProcess stopped;
    QProcess other;
    for (QProcess* one : {&stopped, &other}) {
        line.prepare(*one, words);
        one->start();
        REQUIRE(one->waitForStarted());
    }
    QElapsedTimer time;
    time.start();
    // Each has said something to the other: they have met.
    const auto haveMet = [&folder] {
        int talking = 0;
        for (const QString& name : folder.entryList({u"locktest-*.talk"_s})) {
            QFile file(folder.filePath(name));
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            talking += bytes.contains("\"number\":") && !bytes.contains("\"number\":0") ? 1 : 0;
        }
        return talking == 2;
    };
    while (!haveMet()) {
        REQUIRE(time.elapsed() < 30'000);
        other.waitForFinished(20);
    }
    REQUIRE(::kill(pid_t(stopped.processId()), SIGINT) == 0);
    REQUIRE(stopped.waitForFinished(30'000));
    CHECK(stopped.exitStatus() == QProcess::NormalExit);
    CHECK(stopped.exitCode() == 1);
    REQUIRE(other.waitForFinished(30'000));
    CHECK(other.exitCode() == 5);
    CHECK(other.readAllStandardError().contains("went away"));
    CHECK(folder.isEmpty());
}
#endif

TEST_CASE(
    "an older database put back is read, warned of, refuses to be written, and can be accepted")
{
    const CommandLine acme;
    REQUIRE(
        acme.run(u"office create --name Acme --admin li --recovery-file c --kdf-memory 64"_s).exit
        == 0);
    CHECK(acme.run(u"office accept-older"_s).exit == 1);
    REQUIRE(QFile::copy(acme.path(u"Acme.dossier/office.db"_s), acme.path(u"monday.db"_s)));
    REQUIRE(acme.run(u"client add --set name=Alpha"_s).exit == 0);
    REQUIRE(QFile::remove(acme.path(u"Acme.dossier/office.db"_s)));
    REQUIRE(QFile::copy(acme.path(u"monday.db"_s), acme.path(u"Acme.dossier/office.db"_s)));

    const Answer info = acme.run(u"office info"_s);
    CHECK(info.exit == 0);
    CHECK(info.error.contains("older copy"));
    CHECK(info.json().value(u"clients"_s).toInt() == 0);
    const Answer refused = acme.run(u"client add --set name=Beta"_s);
    CHECK(refused.exit == 6);
    CHECK(refused.error.contains("reading only"));
    CHECK(acme.run(u"office check"_s).exit == 6);

    CHECK(acme.run(u"office accept-older"_s).exit == 0);
    CHECK(acme.run(u"office check"_s).exit == 0);
    const Answer added = acme.run(u"client add --set name=Beta"_s);
    CHECK(added.exit == 0);
    CHECK(added.error.isEmpty());
    CHECK(acme.run(u"audit verify"_s).exit == 0);
}
