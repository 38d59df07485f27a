// The trash, as another program sees it.
#include "cli/CommandLine.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct TrashLine : CommandLine
{
    QString first;
    QString second;

    TrashLine()
    {
        REQUIRE(run(u"office create --name Acme --admin li --recovery-file code.txt "
                    "--kdf-memory 64"_s)
                    .exit
                == 0);
        first = add(u"Acme Ltd"_s);
        second = add(u"Northgate Ltd"_s);
    }

    QString add(const QString& name)
    {
        return run(u"client add --force --set type=company --set name=\"%1\""_s.arg(name))
            .json()
            .value(u"id"_s)
            .toString();
    }
    void addUser(const QString& name, const QString& role)
    {
        write(u"new.password"_s, "granite walrus umbrella\n");
        REQUIRE(
            run(u"user add %1 --role %2 --new-password-file new.password"_s.arg(name, role)).exit
            == 0);
    }
    int total(const QString& filter)
    {
        return run(u"client list --filter \"%1\""_s.arg(filter)).json().value(u"total"_s).toInt();
    }
};

} // namespace

TEST_CASE("client trash takes a record out of every list, client restore brings it back")
{
    TrashLine acme;
    const Answer gone = acme.run(u"client trash %1 --reason \"entered twice\""_s.arg(acme.first));
    REQUIRE(gone.exit == 0);
    CHECK(gone.missing({u"status"_s, u"request"_s, u"done"_s, u"sent_back"_s}).isEmpty());
    CHECK(gone.json().value(u"status"_s) == u"trashed"_s);
    CHECK(acme.run(u"client list"_s).json().value(u"total"_s) == 1);
    CHECK(acme.run(u"client search Acme"_s).json().value(u"total"_s) == 0);
    CHECK(acme.total(u"status=trashed"_s) == 1);
    CHECK(acme.run(u"client show "_s + acme.first).json().value(u"status"_s) == u"trashed"_s);
    const QJsonObject newest = acme.run(u"client history "_s + acme.first)
                                   .json()
                                   .value(u"changes"_s)
                                   .toArray()
                                   .first()
                                   .toObject();
    CHECK(newest.value(u"action"_s) == u"trash"_s);
    CHECK(newest.value(u"why"_s) == u"entered twice"_s);
    CHECK(newest.value(u"who"_s) == u"li"_s);
    CHECK(acme.run(u"client update %1 --set notes=x"_s.arg(acme.first)).exit == 1);
    CHECK(acme.run(u"client trash %1 --reason again"_s.arg(acme.first)).exit == 1);

    CHECK(acme.run(u"client restore "_s + acme.first).json().value(u"status"_s) == u"active"_s);
    CHECK(acme.run(u"client search Acme"_s).json().value(u"total"_s) == 1);
    CHECK(acme.run(u"client restore "_s + acme.first).exit == 1);
    CHECK(acme.run(u"office check"_s).exit == 0);
    CHECK(acme.run(u"audit verify"_s).exit == 0);
}

TEST_CASE("client trash asks for a reason, and takes all of several or none")
{
    TrashLine acme;
    CHECK(acme.run(u"client trash "_s + acme.first).exit == 2);
    CHECK(acme.run(u"client trash %1 --reason \" \""_s.arg(acme.first)).exit == 1);
    CHECK(acme.run(u"client trash %1 CUST1 --reason x"_s.arg(acme.first)).exit == 1);
    CHECK(acme.total(u"status=trashed"_s) == 0);
    CHECK(acme.run(u"client trash %1 %2 --reason x"_s.arg(acme.first, acme.second))
              .json()
              .value(u"done"_s)
              .toArray()
              .size()
          == 2);
    CHECK(acme.total(u"status=trashed"_s) == 2);
}

TEST_CASE("for service the trash is a request, which somebody else decides")
{
    TrashLine acme;
    acme.addUser(u"mei"_s, u"service"_s);
    acme.addUser(u"aud"_s, u"auditor"_s);
    acme.actAs(u"aud"_s, u"granite walrus umbrella"_s);
    CHECK(acme.run(u"client trash %1 --reason x"_s.arg(acme.first)).exit == 4);
    acme.actAs(u"mei"_s, u"granite walrus umbrella"_s);
    const QJsonObject asked = acme.run(u"client trash %1 --reason x"_s.arg(acme.first)).json();
    CHECK(asked.value(u"status"_s).isNull());
    const QString request = asked.value(u"request"_s).toString();
    REQUIRE(request.startsWith(u"R-"));
    CHECK(acme.run(u"request approve "_s + request).exit == 4);
    acme.actAs(u"li"_s, u"granite walrus umbrella"_s);
    const QJsonObject listed = acme.run(u"request list --inbox"_s)
                                   .json()
                                   .value(u"requests"_s)
                                   .toArray()
                                   .first()
                                   .toObject();
    CHECK(listed.value(u"kind"_s) == u"trash"_s);
    CHECK(acme.run(u"request approve "_s + request).exit == 0);
    CHECK(acme.total(u"status=trashed"_s) == 1);
}
