// Merges by the command line: taken back in any order, applied again, and the old ids.
#include "cli/CommandLine.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// An office with three records of one client and one of another.
struct Doubles : CommandLine
{
    Doubles()
    {
        REQUIRE(
            run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
                .exit
            == 0);
        const QList<QJsonObject> made = batch({
            u"client add --force --set type=company --set name=苏州元诚科技有限公司 --set contact=陈静 --set phone=13800138000 --set industry=65 --set tags=VIP"_s,
            u"client add --force --set type=company --set name=元诚科技 --set contact=王伟 --set phone=13900139000 --set industry=65 --set tags=月结"_s,
            u"client add --force --set type=company --set name=元诚 --set contact=李娜 --set phone=13700137000 --set industry=65 --set tags=展会"_s,
            u"client add --force --set type=person --set name=单田芳 --set phone=13600136000 --set industry=62"_s,
        });
        for (const QJsonObject& answer : made) {
            ids.append(resultOf(answer).value(u"id"_s).toString());
        }
    }

    static QJsonObject resultOf(const QJsonObject& answer)
    {
        return answer.value(u"result"_s).toObject();
    }

    /// The office and its log are whole.
    void checkWhole() const
    {
        const QList<QJsonObject> answers = batch({u"office check"_s, u"audit verify"_s});
        CHECK(answers[0].value(u"exit"_s) == 0);
        CHECK(answers[1].value(u"exit"_s) == 0);
    }

    QStringList ids;
};

QStringList texts(const QJsonObject& result, const char* key)
{
    QStringList list;
    for (const auto& entry : result.value(QLatin1String(key)).toArray()) {
        list.append(entry.toString());
    }
    return list;
}

} // namespace

TEST_CASE_METHOD(Doubles,
                 "a merge is planned, made with a free value, taken back and applied again")
{
    const QString both = ids[0] + u' ' + ids[1];
    const QList<QJsonObject> answers = batch({
        u"merge %1 --dry-run"_s.arg(both),
        u"merge %1 --set 'name=元诚科技股份有限公司' --take phone=%2 --reason 同一家"_s.arg(both,
                                                                                            ids[1]),
        u"client show %1"_s.arg(ids[1]),
        u"client update %1 --set tags='VIP;月结;金牌' --set website=https://yuancheng.example"_s
            .arg(ids[0]),
        u"unmerge M-1 --dry-run"_s,
        u"unmerge M-1 --place tags=%1 --place website=%1,%2"_s.arg(ids[1], ids[0]),
        u"client show %1"_s.arg(ids[0]),
        u"client show %1"_s.arg(ids[1]),
        u"remerge M-1"_s,
        u"client show %1"_s.arg(ids[1]),
        u"unmerge M-1"_s,
        u"remerge M-2"_s,
        u"unmerge M-2 --place phone=%1"_s.arg(ids[1]),
        u"merge %1 --set nothing=1"_s.arg(both),
        u"merge %1 --set name="_s.arg(both),
        u"unmerge M-9"_s,
    });
    const auto result = [&answers](int line) {
        return resultOf(answers[line]);
    };
    const QJsonArray fields = result(0).value(u"fields"_s).toArray();
    REQUIRE_FALSE(fields.isEmpty());
    CHECK(fields.first().toObject().value(u"conflict"_s).toBool());
    CHECK(result(0).value(u"merge"_s).isNull());
    CHECK(result(1).value(u"merge"_s) == u"M-1"_s);
    CHECK(result(2).value(u"id"_s) == ids[0]);
    CHECK(result(2).value(u"name"_s) == u"元诚科技股份有限公司"_s);
    CHECK(result(2).value(u"phone"_s) == u"13900139000"_s);
    CHECK(result(4).value(u"edits"_s).toArray().size() == 2);
    CHECK(texts(result(4), "kept_edits") == QStringList{u"website"_s, u"tags"_s});
    CHECK(texts(result(5), "restored") == QStringList{ids[1]});
    CHECK(texts(result(5), "kept_edits") == QStringList{u"website"_s});
    CHECK(result(5).value(u"placed"_s).toArray().size() == 2);
    CHECK(result(6).value(u"name"_s) == u"苏州元诚科技有限公司"_s);
    CHECK(result(6).value(u"tags"_s) == u"VIP"_s);
    CHECK(result(7).value(u"tags"_s) == u"月结;金牌"_s);
    CHECK(result(7).value(u"website"_s) == u"https://yuancheng.example"_s);
    CHECK(result(8).value(u"merge"_s) == u"M-2"_s);
    CHECK(result(8).value(u"id"_s) == ids[0]);
    CHECK(result(9).value(u"name"_s) == u"元诚科技股份有限公司"_s);
    CHECK(result(9).value(u"tags"_s) == u"VIP;月结;金牌"_s);
    CHECK(answers[10].value(u"exit"_s) == 1); // undone, and applied again under another number
    CHECK(answers[11].value(u"exit"_s) == 1); // in force
    CHECK(answers[12].value(u"exit"_s) == 1); // the phone was not edited
    CHECK(answers[13].value(u"exit"_s) == 2);
    CHECK(answers[14].value(u"exit"_s) == 1);
    CHECK(answers[15].value(u"exit"_s) == 1);
    checkWhole();
}

TEST_CASE_METHOD(Doubles,
                 "merges of one record are taken back in any order, and the office stays whole")
{
    const QList<QJsonObject> answers = batch({
        u"merge %1 %2"_s.arg(ids[1], ids[2]),
        u"merge %1 %2"_s.arg(ids[0], ids[2]), // by its old id
        u"unmerge M-1"_s,
        u"client show %1"_s.arg(ids[0]),
        u"client show %1"_s.arg(ids[2]),
        u"unmerge M-2"_s,
        u"client show %1"_s.arg(ids[1]),
    });
    for (const QJsonObject& answer : answers) {
        CHECK(answer.value(u"exit"_s) == 0);
    }
    CHECK(resultOf(answers[3]).value(u"tags"_s) == u"VIP;月结"_s);
    CHECK(resultOf(answers[4]).value(u"id"_s) == ids[2]);
    CHECK(resultOf(answers[6]).value(u"tags"_s) == u"月结"_s);
    checkWhole();
}

TEST_CASE_METHOD(Doubles, "the id of a merged record finds the one that stayed, everywhere")
{
    write(u"named.csv"_s, "id,name,notes\n" + ids[2].toUtf8() + ",元诚,from the file\n");
    const QString old = ids[2];
    const QList<QJsonObject> answers = batch({
        u"merge %1 %2"_s.arg(ids[1], old),
        u"merge %1 %2"_s.arg(ids[0], ids[1]),
        u"client show %1"_s.arg(old),
        u"client history %1"_s.arg(old),
        u"client update %1 --set website=https://a.example"_s.arg(old),
        u"client list --filter 'id=%1'"_s.arg(old),
        u"client list --filter 'status=active and id=%1'"_s.arg(old.toLower()),
        u"client search %1"_s.arg(old),
        u"duplicates decide %1 %2 different"_s.arg(old, ids[3]),
        u"import named.csv --duplicates update"_s,
        u"export out.csv --filter 'id=%1' --fields id,notes"_s.arg(old),
        u"merge %1 %2 --dry-run --take phone=%2"_s.arg(ids[3], old),
        u"merge %1 %2"_s.arg(ids[0], old), // one record already
    });
    const auto result = [&answers](int line) {
        return resultOf(answers[line]);
    };
    for (int line = 0; line + 1 < answers.size(); ++line) {
        INFO(line);
        CHECK(answers[line].value(u"exit"_s) == 0);
    }
    CHECK(result(2).value(u"id"_s) == ids[0]);
    CHECK_FALSE(result(3).value(u"changes"_s).toArray().isEmpty());
    CHECK(texts(result(4), "applied") == QStringList{u"website"_s});
    for (const int line : {5, 6, 7}) {
        const QJsonArray clients = result(line).value(u"clients"_s).toArray();
        INFO(line);
        REQUIRE(clients.size() == 1);
        CHECK(clients.first().toObject().value(u"id"_s) == ids[0]);
        CHECK(result(line).value(u"total"_s) == 1);
    }
    CHECK(result(9).value(u"updated"_s) == 1);
    CHECK(read(u"out.csv"_s).contains(ids[0].toUtf8()));
    CHECK(read(u"out.csv"_s).contains("from the file"));
    CHECK(answers.last().value(u"exit"_s) == 1);
    checkWhole();
}
