// Two requests for one field by the command line, what becomes of the other, and asking again.
#include "cli/CommandLine.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// An office with two people who may only ask, and one who decides.
struct Asking : CommandLine
{
    Asking()
    {
        REQUIRE(
            run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
                .exit
            == 0);
        write(u"new.password"_s, "salty pretzel orbit\n");
        for (const QString& person : {u"wang --role sales"_s, u"mei --role service"_s}) {
            REQUIRE(run(u"user add %1 --new-password-file new.password"_s.arg(person)).exit == 0);
        }
        const Answer added = run(
            u"client add --set type=company --set name=苏州元诚科技有限公司 --set contact=陈静 --set phone=13800138000 --set industry=65 --set owner=wang"_s);
        REQUIRE(added.exit == 0);
        id = added.json().value(u"id"_s).toString();
    }

    void as(const char* user) { actAs(QLatin1String(user), u"salty pretzel orbit"_s); }
    void asAdmin() { actAs(u"li"_s, u"granite walrus umbrella"_s); }

    QString id;
};

} // namespace

TEST_CASE_METHOD(Asking,
                 "requests for one field know of each other; approving one sends the other back")
{
    as("mei");
    const QString first = run(u"client update %1 --set phone=13900139001"_s.arg(id))
                              .json()
                              .value(u"request"_s)
                              .toString();
    as("wang");
    const Answer second
        = run(u"client update %1 --set phone=13900139002 --set street=观前街2号"_s.arg(id));
    REQUIRE(second.exit == 0);
    const QString mine = second.json().value(u"request"_s).toString();
    const QJsonArray waiting = second.json().value(u"waiting"_s).toArray();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.first().toObject().value(u"request"_s) == first);
    CHECK(waiting.first().toObject().value(u"requested_by"_s) == u"mei"_s);
    CHECK(run(u"request again %1"_s.arg(mine)).exit == 1); // it still stands

    asAdmin();
    const QList<QJsonObject> answers = batch({
        u"request list --inbox"_s,
        u"request show %1"_s.arg(first),
        u"request approve %1 --comment 已核实"_s.arg(first),
        u"request show %1"_s.arg(mine),
        u"request again %1"_s.arg(mine), // not the administrator's
        u"request approve %1"_s.arg(mine),
        u"office check"_s,
        u"audit verify"_s,
    });
    const auto result = [&answers](int line) {
        return answers[line].value(u"result"_s).toObject();
    };
    for (const auto& row : result(0).value(u"requests"_s).toArray()) {
        CHECK(row.toObject().value(u"conflicts"_s).toArray().size() == 1);
    }
    CHECK(result(1).value(u"conflicts"_s).toArray().first().toObject().value(u"request"_s) == mine);
    CHECK(answers[2].value(u"exit"_s) == 0);
    CHECK(result(3).value(u"state"_s) == u"outdated"_s);
    CHECK(result(3).value(u"outdated_by"_s) == first);
    CHECK(answers[4].value(u"exit"_s) == 4);
    CHECK(answers[5].value(u"exit"_s) == 7);
    CHECK(answers[6].value(u"exit"_s) == 0);
    CHECK(answers[7].value(u"exit"_s) == 0);

    as("wang");
    const Answer again = run(u"request again %1"_s.arg(mine));
    CHECK(again.exit == 0);
    CHECK(again.missing({u"id"_s, u"applied"_s, u"request"_s, u"requests"_s, u"version"_s})
              .isEmpty());
    CHECK(again.json().value(u"request"_s).toString().startsWith(u"R-"_s));
    const Answer listed = run(u"request list --mine --state all"_s);
    CHECK(listed.json().value(u"requests"_s).toArray().size() == 2);
    as("mei");
    CHECK(plain(u"request show %1"_s.arg(first)).out.contains("已核实"));
    CHECK(run(u"request withdraw %1"_s.arg(first)).exit == 7);
    asAdmin();
    CHECK(run(u"request approve %1"_s.arg(again.json().value(u"request"_s).toString())).exit == 0);
    CHECK(run(u"office check"_s).exit == 0);
}
