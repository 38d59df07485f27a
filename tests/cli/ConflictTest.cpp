// Two programs, one record: what a second process is told where the first one was quicker.
#include "cli/CommandLine.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// An office with a client, which two processes have read in its first version.
struct Shared : CommandLine
{
    Shared()
    {
        REQUIRE(
            run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
                .exit
            == 0);
        write(u"new.password"_s, "salty pretzel orbit\n");
        REQUIRE(run(u"user add mei --role service --new-password-file new.password"_s).exit == 0);
        const Answer added = run(
            u"client add --set type=company --set name=\"Acme Ltd\" --set phone=13800138000 --set tags=a --set street=\"Old Road 1\""_s);
        REQUIRE(added.exit == 0);
        id = added.json().value(u"id"_s).toString();
    }

    Answer update(const QString& sets, int version = 1)
    {
        return run(u"client update %1 %2 --if-version %3"_s.arg(id, sets).arg(version));
    }
    QJsonObject show() { return run(u"client show "_s + id).json(); }

    QString id;
};

} // namespace

TEST_CASE_METHOD(Shared, "processes that change different fields of one version both succeed")
{
    CHECK(update(u"--set street=\"Mill Lane 3\""_s).exit == 0);
    const Answer second = update(u"--set website=www.acme.example"_s);
    CHECK(second.exit == 0);
    CHECK(second.json().value(u"version"_s) == 3);
    CHECK_FALSE(second.json().contains(u"conflicts"_s));
    const QJsonObject now = show();
    CHECK(now.value(u"street"_s) == u"Mill Lane 3"_s);
    CHECK(now.value(u"website"_s) == u"www.acme.example"_s);
}

TEST_CASE_METHOD(
    Shared,
    "the same field changed twice exits 7 with base, mine and theirs, and nothing is changed")
{
    REQUIRE(update(u"--set phone=13900139001 --set tags=first"_s).exit == 0);
    const QJsonObject before = show();
    const Answer refused = update(
        u"--set phone=13900139002 --set tags=second --set notes=mine --set street=\"Mill Lane 3\""_s);
    CHECK(refused.exit == 7);
    const QJsonObject answer = refused.json();
    CHECK(answer.value(u"error"_s).toObject().value(u"code"_s) == u"conflict"_s);
    CHECK(answer.value(u"version"_s) == 2);
    CHECK(answer.value(u"applied"_s).toArray().isEmpty());
    const QJsonArray conflicts = answer.value(u"conflicts"_s).toArray();
    REQUIRE(conflicts.size() == 2);
    const QJsonObject phone = conflicts[0].toObject();
    CHECK(phone.value(u"field"_s) == u"phone"_s);
    CHECK(phone.value(u"base"_s) == u"13800138000"_s);
    CHECK(phone.value(u"mine"_s) == u"13900139002"_s);
    CHECK(phone.value(u"theirs"_s) == u"13900139001"_s);
    CHECK(phone.value(u"who"_s) == u"li"_s);
    CHECK(phone.value(u"when"_s).toString().contains(u'T'));
    CHECK(conflicts[1].toObject().value(u"field"_s) == u"tags"_s); // a program sets the whole value
    CHECK(show() == before);
    CHECK(refused.error.contains("Phone"));
    CHECK_FALSE(refused.error.contains("139")); // ends in the logs of scheduled jobs

    const Answer words
        = plain(u"client update %1 --set phone=13900139003 --if-version 1"_s.arg(id));
    CHECK(words.exit == 7);
    CHECK_FALSE(QByteArray(words.out + words.error).contains("139"));
    CHECK(update(u"--set phone=13900139002"_s, 2).exit == 0);
    CHECK(run(u"office check"_s).exit == 0);
}

TEST_CASE_METHOD(Shared,
                 "a batch answers with the conflicts, too, and an unknown version has none to name")
{
    const QList<QJsonObject> answers = batch({
        u"client update %1 --set phone=13900139001"_s.arg(id),
        u"client update %1 --set phone=13900139002 --if-version 1"_s.arg(id),
        u"client update %1 --set phone=13900139002 --if-version 9"_s.arg(id),
        u"client update %1 --set phone=13900139002 --if-version 0"_s.arg(id),
    });
    CHECK(answers[1].value(u"exit"_s) == 7);
    CHECK(answers[1].value(u"result"_s).toObject().value(u"conflicts"_s).toArray().size() == 1);
    for (const qsizetype line : {2, 3}) {
        CHECK(answers[line].value(u"exit"_s) == 7);
        CHECK(answers[line].value(u"error"_s).toObject().value(u"code"_s) == u"conflict"_s);
    }
    CHECK(show().value(u"phone"_s) == u"13900139001"_s);
}

TEST_CASE_METHOD(Shared, "who may not see a value reads null in its place")
{
    REQUIRE(update(u"--set street=\"Secret Road 2\""_s).exit == 0);
    actAs(u"mei"_s, u"salty pretzel orbit"_s);
    const Answer refused = update(u"--set street=\"Mill Lane 3\""_s);
    CHECK(refused.exit == 7);
    const QJsonObject street = refused.json().value(u"conflicts"_s).toArray().first().toObject();
    CHECK(street.value(u"field"_s) == u"street"_s);
    CHECK(street.value(u"base"_s).isNull());
    CHECK(street.value(u"theirs"_s).isNull());
    CHECK(street.value(u"mine"_s) == u"Mill Lane 3"_s);
    CHECK_FALSE(QByteArray(refused.out + refused.error).contains("Road"));
}
