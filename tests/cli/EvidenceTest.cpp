// The log, looks and what is unusual, as another program sees them.
#include "cli/CommandLine.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct EvidenceLine : CommandLine
{
    QString acme;

    EvidenceLine()
    {
        REQUIRE(run(u"office create --name Acme --admin li --recovery-file code.txt "
                    "--kdf-memory 64"_s)
                    .exit
                == 0);
        acme = run(u"client add --set type=company --set name=\"Acme Ltd\""_s)
                   .json()
                   .value(u"id"_s)
                   .toString();
    }
};

} // namespace

TEST_CASE("each run of client show is a look that client looks lists, and the log stays whole")
{
    EvidenceLine acme;
    REQUIRE(acme.run(u"client show "_s + acme.acme).exit == 0);
    const auto lines = acme.batch(
        {u"client show "_s + acme.acme, u"client search acme"_s, u"client looks "_s + acme.acme});
    REQUIRE(lines.size() == 3);
    const QJsonArray looks = lines[2].value(u"result"_s).toObject().value(u"looks"_s).toArray();
    REQUIRE(looks.size() == 2);
    CHECK(looks[0].toObject().value(u"who"_s) == u"li"_s);
    CHECK(looks[0].toObject().value(u"kind"_s) == u"client.look"_s);
    CHECK(looks[0].toObject().value(u"entry"_s).toInt() > 0);
    CHECK(acme.run(u"client looks CUST0"_s).exit == 1);
    const Answer verified = acme.run(u"audit verify"_s);
    CHECK(verified.exit == 0);
    CHECK(verified.missing({u"entries"_s, u"ok"_s, u"first_bad"_s, u"warnings"_s}).isEmpty());
    CHECK(verified.json().value(u"warnings"_s).toArray().isEmpty());
}

TEST_CASE("audit export writes what was asked for, and refuses what it does not understand")
{
    EvidenceLine acme;
    const QString file = acme.path(u"log.csv"_s);
    const Answer all = acme.run(u"audit export "_s + file);
    REQUIRE(all.exit == 0);
    const int rows = all.json().value(u"rows"_s).toInt();
    CHECK(rows == 2);
    CHECK(acme.read(u"log.csv"_s).startsWith("\xEF\xBB\xBF"));
    CHECK(acme.run(u"audit export %1 --user LI --kind changes"_s.arg(file)).json().value(u"rows"_s)
          == 1);
    CHECK(acme.run(u"audit export %1 --client %2"_s.arg(file, acme.acme)).json().value(u"rows"_s)
          == 1);
    CHECK(acme.run(u"audit export %1 --from 2200-01-01"_s.arg(file)).json().value(u"rows"_s) == 0);
    CHECK(acme.run(u"audit export %1 --to 2001-01-01"_s.arg(file)).json().value(u"rows"_s) == 0);
    CHECK(acme.run(u"audit export %1 --from yesterday"_s.arg(file)).exit == 2);
    CHECK(acme.run(u"audit export %1 --kind gossip"_s.arg(file)).exit == 2);
    CHECK(acme.run(u"audit export %1 --user nobody"_s.arg(file)).exit == 1);
}

TEST_CASE("limits are shown, changed by a data administrator only, and kept within bounds")
{
    EvidenceLine acme;
    acme.write(u"new.password"_s, "granite walrus umbrella\n");
    REQUIRE(acme.run(u"user add wang --role manager --new-password-file new.password"_s).exit == 0);
    const QJsonObject changed = acme.run(u"audit thresholds --set night_from=20 --set night_to=7"_s)
                                    .json()
                                    .value(u"thresholds"_s)
                                    .toObject();
    CHECK(changed.value(u"night_from"_s) == 20);
    CHECK(changed.value(u"night_to"_s) == 7);
    CHECK(changed.value(u"failed_logins_per_day"_s) == 5);
    CHECK(acme.run(u"audit thresholds --set night_from=99"_s).exit == 1);
    CHECK(acme.run(u"audit thresholds --set moon=1"_s).exit == 1);
    CHECK(acme.run(u"audit thresholds --set night_from=late"_s).exit == 2);
    CHECK(acme.run(u"audit prune"_s).json().value(u"details"_s) == 0);
    acme.actAs(u"wang"_s, u"granite walrus umbrella"_s);
    CHECK(acme.run(u"audit thresholds --set night_from=21"_s).exit == 4);
    CHECK(acme.run(u"audit prune"_s).exit == 4);
    CHECK(acme.run(u"audit unusual"_s).missing({u"findings"_s}).isEmpty());
    CHECK(acme.run(u"audit thresholds"_s).exit == 0);
}

TEST_CASE("failed logins are found unusual once there are more than the limit")
{
    EvidenceLine acme;
    acme.actAs(u"li"_s, u"wrong password"_s);
    for (int i = 0; i < 6; ++i) {
        CHECK(acme.run(u"office info"_s).exit == 3);
    }
    acme.actAs(u"li"_s, u"granite walrus umbrella"_s);
    const QJsonArray findings = acme.run(u"audit unusual"_s).json().value(u"findings"_s).toArray();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].toObject().value(u"rule"_s) == u"failed_logins"_s);
    CHECK(findings[0].toObject().value(u"user"_s) == u"li"_s);
    CHECK(findings[0].toObject().value(u"count"_s) == 6);
    CHECK(findings[0].toObject().value(u"entries"_s).toArray().size() == 1);
}
