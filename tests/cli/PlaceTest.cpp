// office test-share and accept-older, and what a computer that knows the office answers about an older database.
#include "cli/CommandLine.h"

#include <QDir>
#include <QFile>

#include <catch2/catch_test_macros.hpp>

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
    CHECK(acme.run(u"office check"_s).exit == 0);

    CHECK(acme.run(u"office accept-older"_s).exit == 0);
    const Answer added = acme.run(u"client add --set name=Beta"_s);
    CHECK(added.exit == 0);
    CHECK(added.error.isEmpty());
    CHECK(acme.run(u"audit verify"_s).exit == 0);
}
