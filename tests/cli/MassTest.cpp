#include "cli/CommandLine.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

TEST_CASE("clients are handed over and tagged by the command line, and the office stays whole")
{
    CommandLine line;
    REQUIRE(line.run(u"office create --name Acme --admin li --recovery-file code.txt "
                     "--kdf-memory 64"_s)
                .exit
            == 0);
    line.write(u"wang.password"_s, "copper lantern seventeen\n");
    const QList<QJsonObject> answers = line.batch(
        {u"user add wang --role sales --new-password-file "_s + line.path(u"wang.password"_s),
         u"client add --set type=company --set name='Acme Ltd' --set city=Suzhou --set owner=wang"_s,
         u"client add --set type=company --set name='Beta Ltd' --set city=Leipzig --set owner=wang"_s,
         u"client add --set type=company --set name='Gamma Ltd' --set city=Suzhou"_s,
         u"user disable wang"_s,
         u"client reassign --from wang --to li --filter 'city=Suzhou' --reason 'has left'"_s, // 5
         u"client reassign --from wang --to li"_s,
         u"client reassign --from li --to wang"_s,
         u"client reassign --from li --to wang --filter '(x'"_s,
         u"import undo B-1"_s,
         u"client tag --filter 'owner=li' --add VIP --add spring"_s, // 10
         u"client tag --filter 'tag=VIP' --remove spring --reason over"_s,
         u"client tag --filter 'tag=VIP'"_s,
         u"client tag --add VIP"_s,
         u"client list --filter 'tag=VIP and owner=li'"_s,
         u"client list --filter 'tag=spring'"_s, // 15
         u"office check"_s,
         u"audit verify"_s,
         u"client search acme"_s}); // the search index was built anew on the way
    const auto exitOf = [&answers](int at) {
        return answers[at].value(u"exit"_s).toInt();
    };
    const auto result = [&answers](int at) {
        return answers[at].value(u"result"_s).toObject();
    };
    CHECK(result(5).value(u"changed"_s).toInt() == 1);
    CHECK(result(5).value(u"batch"_s).toString() == u"B-1"_s);
    CHECK(result(6).value(u"changed"_s).toInt() == 1);
    CHECK(exitOf(7) == 1); // has no access any more
    CHECK(exitOf(8) == 2);
    CHECK(exitOf(9) == 1); // no import: a handover is not taken back by it
    CHECK(result(10).value(u"changed"_s).toInt() == 3);
    CHECK(result(11).value(u"changed"_s).toInt() == 3);
    CHECK(exitOf(12) == 2);
    CHECK(exitOf(13) == 2);
    CHECK(result(14).value(u"total"_s).toInt() == 3);
    CHECK(result(15).value(u"total"_s).toInt() == 0);
    CHECK(exitOf(16) == 0);
    CHECK(exitOf(17) == 0);
    CHECK(result(18).value(u"total"_s).toInt() == 1);
    const QString id = result(1).value(u"id"_s).toString();
    const Answer history = line.run(u"client history "_s + id);
    const QJsonObject owner = history.json().value(u"changes"_s).toArray().at(2).toObject();
    CHECK(owner.value(u"field"_s).toString() == u"owner"_s);
    CHECK(owner.value(u"old"_s).toString() == u"wang"_s);
    CHECK(owner.value(u"new"_s).toString() == u"li"_s);
    CHECK(owner.value(u"why"_s).toString() == u"has left"_s);
    CHECK(owner.value(u"source"_s).toString() == u"dossierctl"_s);
    CHECK(owner.value(u"signature"_s).toString() == u"valid"_s);
}
