// A file that waits for approval, as another program sees it.
#include "cli/CommandLine.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QString word = u"granite walrus umbrella"_s;
const QByteArray idNumber = "11010519491231002X";

struct StagingLine : CommandLine
{
    StagingLine()
    {
        REQUIRE(run(u"office create --name Acme --admin li --recovery-file code.txt "
                    "--kdf-memory 64"_s)
                    .exit
                == 0);
        write(u"new.password"_s, word.toUtf8() + '\n');
        for (const QString& user : {u"mei --role service"_s,
                                    u"sun --role sales"_s,
                                    u"wang --role manager"_s,
                                    u"aud --role auditor"_s}) {
            REQUIRE(run(u"user add %1 --new-password-file new.password"_s.arg(user)).exit == 0);
        }
        write(u"in.csv"_s,
              "Fair 2026,,,,,\nname,phone,身份证号,notes,owner,shoe size\n"
              "Acme Ltd,0512-38183752,"
                  + idNumber + ",call " + idNumber + " first,sun,43\n"
                  + "\"Northgate, \"\"Ltd\"\"\",13800138000,,\"two\nlines\",,44\n"
                  + ",13800138001,,no name,,45\nWestbrook Ltd,13800138002,,=1+1,,46\n");
    }

    void as(const QString& user) { actAs(user, word); }
    QJsonObject show(const QString& request) { return run(u"request show "_s + request).json(); }
    QString staged(const QString& options = {})
    {
        const Answer answer = run(u"import in.csv --stage --reason \"from the fair\" "_s + options);
        INFO(answer.out.toStdString());
        REQUIRE(answer.exit == 0);
        CHECK(answer.json().value(u"batch"_s).isNull());
        return answer.json().value(u"request"_s).toString();
    }
    int clients() { return run(u"client list"_s).json().value(u"total"_s).toInt(); }
    void checkIsSound()
    {
        as(u"li"_s);
        CHECK(run(u"office check"_s).exit == 0);
        CHECK(run(u"audit verify"_s).exit == 0);
    }
};

} // namespace

TEST_CASE("a service person's import waits, shows what it would do, and comes in when approved")
{
    StagingLine acme;
    acme.as(u"mei"_s);
    CHECK(acme.run(u"import in.csv --dry-run"_s).exit == 0);
    const Answer asked = acme.run(u"import in.csv --reason \"from the fair\""_s);
    REQUIRE(asked.exit == 0);
    const QString request = asked.json().value(u"request"_s).toString();
    CHECK(request == u"R-1"_s);
    CHECK(asked.json().value(u"created"_s) == 3);
    CHECK(asked.json().value(u"rejected"_s) == 1);
    CHECK(acme.read(u"in.rejected.csv"_s).contains("no name"));
    CHECK(acme.clients() == 0);
    // asked again it is the same request
    CHECK(acme.staged() == request);
    CHECK(acme.run(u"request approve "_s + request).exit == 4);

    acme.as(u"wang"_s);
    const QJsonObject shown = acme.show(request);
    CHECK(shown.value(u"kind"_s) == u"import"_s);
    CHECK(shown.value(u"client_name"_s) == u"in.csv"_s);
    const QJsonObject import = shown.value(u"import"_s).toObject();
    CHECK(import.value(u"created"_s) == 3);
    CHECK(import.value(u"rows"_s) == 4);
    CHECK(import.value(u"first_rows"_s).toArray().size() == 3);
    CHECK(import.value(u"first_rows"_s).toArray().at(1).toObject().value(u"notes"_s)
          == u"two\nlines"_s);
    CHECK(import.value(u"batch"_s).isNull());
    REQUIRE(acme.run(u"request approve "_s + request).exit == 0);
    CHECK(acme.clients() == 3);
    CHECK(acme.run(u"request show "_s + request)
              .json()
              .value(u"import"_s)
              .toObject()
              .value(u"batch"_s)
          == u"B-1"_s);
    const QString id = acme.run(u"client search Northgate"_s)
                           .json()
                           .value(u"clients"_s)
                           .toArray()
                           .first()
                           .toObject()
                           .value(u"id"_s)
                           .toString();
    CHECK(acme.run(u"client show "_s + id).json().value(u"owner"_s) == u"mei"_s);
    acme.as(u"li"_s);
    const QJsonObject entry = acme.run(u"client history "_s + id)
                                  .json()
                                  .value(u"changes"_s)
                                  .toArray()
                                  .first()
                                  .toObject();
    CHECK(entry.value(u"who"_s) == u"mei"_s);
    CHECK(entry.value(u"approved_by"_s) == u"wang"_s);
    CHECK(entry.value(u"why"_s) == u"from the fair"_s);
    CHECK(entry.value(u"request"_s) == request);
    CHECK(entry.value(u"source"_s).toString().contains(u"row 4 of in.csv"_s));
    CHECK(acme.show(request).value(u"signatures"_s).toArray().size() == 2);
    CHECK(acme.run(u"request approve "_s + request).exit == 7);
    acme.checkIsSound();

    CHECK(acme.run(u"import undo B-1"_s).json().value(u"removed"_s) == 3);
    CHECK(acme.clients() == 0);
    acme.checkIsSound();
}

TEST_CASE(
    "what waits and what comes of it holds what an import at once would bring, and no ID number")
{
    StagingLine acme;
    const QString request = acme.staged();
    acme.as(u"wang"_s);
    CHECK_FALSE(acme.run(u"request show "_s + request).out.contains(idNumber));
    REQUIRE(acme.run(u"request approve "_s + request).exit == 0);
    acme.as(u"li"_s);
    const QString fields = u"name,phone,notes,custom,owner"_s;
    REQUIRE(acme.run(u"export staged.csv --headers names --fields "_s + fields).exit == 0);
    REQUIRE(acme.run(u"import undo B-1"_s).exit == 0);
    REQUIRE(acme.run(u"import in.csv"_s).exit == 0);
    REQUIRE(acme.run(u"export direct.csv --headers names --fields "_s + fields).exit == 0);
    CHECK(acme.read(u"staged.csv"_s) == acme.read(u"direct.csv"_s));
    CHECK_FALSE(acme.read(u"staged.csv"_s).contains(idNumber));
    CHECK(acme.read(u"staged.csv"_s).contains("call *** first"));

    // in the office's file, opened by whoever has its key, the number stands nowhere
    acme.write(u"other.csv"_s, "name,notes\nOther," + idNumber + "\n");
    REQUIRE(acme.run(u"import other.csv --stage"_s).exit == 0);
    QDirIterator files(acme.path({}), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().endsWith(u"in.csv"_s) && !file.fileName().endsWith(u"other.csv"_s)) {
            INFO(file.fileName().toStdString());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            CHECK_FALSE(bytes.contains(idNumber));
            CHECK_FALSE(bytes.contains("shoe size\n"));
        }
    }
}

TEST_CASE("rejected or withdrawn, a file that waited is gone and nothing came in")
{
    StagingLine acme;
    const bool isWithdrawn = GENERATE(true, false);
    acme.as(u"sun"_s); // may import at once, and chose to ask
    const QString request = acme.staged(u"--duplicates skip"_s);
    if (!isWithdrawn) {
        acme.as(u"wang"_s);
    }
    CHECK(acme.run(isWithdrawn ? u"request withdraw "_s + request
                               : u"request reject %1 --comment \"not ours\""_s.arg(request))
              .exit
          == 0);
    acme.as(u"li"_s);
    CHECK(acme.clients() == 0);
    CHECK(acme.show(request)
              .value(u"import"_s)
              .toObject()
              .value(u"first_rows"_s)
              .toArray()
              .isEmpty());
    CHECK(acme.run(u"request approve "_s + request).exit == 7);
    acme.checkIsSound();
}

TEST_CASE("an import that changes clients is data administration's to approve")
{
    StagingLine acme;
    const QString id = acme.run(u"client add --set type=company --set \"name=Acme Ltd\""_s)
                           .json()
                           .value(u"id"_s)
                           .toString();
    acme.write(u"in.csv"_s,
               "id,name,phone\n" + id.toUtf8()
                   + ",Acme Ltd,0512-38183752\n,Northgate Ltd,13800138000\n");
    acme.as(u"mei"_s);
    const QString request = acme.staged(u"--duplicates update"_s);
    acme.as(u"wang"_s);
    CHECK(acme.run(u"request approve "_s + request).exit == 4);
    acme.as(u"li"_s);
    CHECK(acme.show(request).value(u"import"_s).toObject().value(u"updated"_s) == 1);
    CHECK(acme.show(request).value(u"level"_s) == u"important"_s);
    REQUIRE(acme.run(u"request approve "_s + request).exit == 0);
    CHECK(acme.clients() == 2);
    CHECK(acme.run(u"client search Acme"_s).json().value(u"total"_s) == 1);
    acme.checkIsSound();
    CHECK(acme.run(u"import undo B-1"_s).json().value(u"restored"_s) == 1);
    acme.checkIsSound();
}

TEST_CASE("what cannot wait is refused in words")
{
    StagingLine acme;
    acme.as(u"aud"_s);
    CHECK(acme.run(u"import in.csv --stage"_s).exit == 4);
    acme.as(u"mei"_s);
    CHECK(acme.run(u"import in.csv --stage --duplicates request"_s).exit == 1);
    CHECK(acme.run(u"import in.csv --stage --map name="_s).exit == 1);
    acme.write(u"big.csv"_s,
               "name,notes\n" + QByteArray("Acme," + QByteArray(900'000, 'x') + '\n').repeated(20));
    const Answer big = acme.run(u"import big.csv"_s);
    CHECK(big.exit == 1);
    CHECK(big.out.contains("too large"));
    CHECK(acme.run(u"request list"_s).json().value(u"requests"_s).toArray().isEmpty());
    // nobody else could approve it
    CommandLine alone;
    REQUIRE(alone
                .run(u"office create --name Acme --admin li --recovery-file code.txt "
                     "--kdf-memory 64"_s)
                .exit
            == 0);
    alone.write(u"in.csv"_s, "name\nAcme\n");
    CHECK(alone.run(u"import in.csv --stage"_s).exit == 1);
    CHECK(alone.run(u"import in.csv"_s).exit == 0);
}

TEST_CASE("who gave a file and left cannot have it approved any more")
{
    StagingLine acme;
    acme.as(u"mei"_s);
    const QString request = acme.staged();
    acme.as(u"li"_s);
    REQUIRE(acme.run(u"user disable mei"_s).exit == 0);
    CHECK(acme.run(u"request approve "_s + request).exit == 1);
    CHECK(acme.clients() == 0);
    CHECK(acme.run(u"request reject %1 --comment gone"_s.arg(request)).exit == 0);
}
