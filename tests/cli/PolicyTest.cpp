#include "cli/CommandLine.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

QJsonObject cellIn(const QJsonObject& result, const QString& action, const QString& role)
{
    for (const auto& entry : result.value(u"policy"_s).toArray()) {
        const QJsonObject cell = entry.toObject();
        if (cell.value(u"action"_s) == action && cell.value(u"role"_s) == role) {
            return cell;
        }
    }
    FAIL("no such cell");
    return {};
}

} // namespace

TEST_CASE("the table of rights in ARCHITECTURE.md is the one that the program prints")
{
    const CommandLine line;
    const Answer printed = line.plain(u"policy list --markdown"_s);
    REQUIRE(printed.exit == 0);
    QFile file(qEnvironmentVariable("DOSSIER_PACKAGING") + u"/../ARCHITECTURE.md"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const QByteArray begin = "<!-- policy: dossierctl policy list --markdown -->\n";
    const qsizetype from = text.indexOf(begin) + begin.size();
    REQUIRE(from >= begin.size());
    CHECK(text.mid(from, text.indexOf("<!-- /policy -->", from) - from).toStdString()
          == printed.out.toStdString());
}

TEST_CASE(
    "rights and departments are changed by the command line, under log, and the office stays whole")
{
    CommandLine line;
    REQUIRE(
        line.run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
            .exit
        == 0);
    line.write(u"wang.password"_s, "copper lantern seventeen\n");
    const QList<QJsonObject> answers
        = line.batch({u"policy list"_s, // 0: alone in the office
                      u"user add wang --role manager --department East --new-password-file "_s
                          + line.path(u"wang.password"_s),
                      u"policy set export manager own"_s, // 2
                      u"policy set merge manager none --by-request all"_s,
                      u"policy list"_s, // 4
                      u"policy set open_sealed sales all"_s,
                      u"policy set export sales all"_s,
                      u"policy set teleport sales all"_s,
                      u"policy set export chef all"_s, // 8
                      u"policy set export sales galaxy"_s,
                      u"policy set export manager own --by-request all"_s,
                      u"policy set erase manager all"_s,
                      u"policy reset export manager"_s, // 12
                      u"policy reset export"_s,
                      u"policy reset"_s,
                      u"user set-department wang West"_s,
                      u"user set-department wang ''"_s, // 16
                      u"user set-department nobody West"_s,
                      u"user passphrase"_s,
                      u"office check"_s,
                      u"audit verify"_s}); // 20
    const auto exitOf = [&answers](int at) {
        return answers[at].value(u"exit"_s).toInt();
    };
    const auto result = [&answers](int at) {
        return answers[at].value(u"result"_s).toObject();
    };
    CHECK(result(0).value(u"sole_user"_s).toBool());
    CHECK(result(0).value(u"changed"_s).toInt() == 0);
    CHECK(cellIn(result(2), u"export"_s, u"manager"_s).value(u"scope"_s) == u"own"_s);
    CHECK_FALSE(result(4).value(u"sole_user"_s).toBool());
    CHECK(result(4).value(u"changed"_s).toInt() == 2);
    const QJsonObject merge = cellIn(result(4), u"merge"_s, u"manager"_s);
    CHECK(merge.value(u"by_request"_s) == u"all"_s);
    CHECK(merge.value(u"shipped"_s) == u"department/all"_s);
    CHECK(merge.value(u"changed"_s).toBool());
    CHECK_FALSE(
        cellIn(result(4), u"administer"_s, u"sales"_s).value(u"fixed"_s).toString().isEmpty());
    CHECK(exitOf(5) == 1);
    CHECK(exitOf(6) == 1);
    CHECK(exitOf(7) == 2);
    CHECK(exitOf(8) == 2);
    CHECK(exitOf(9) == 2);
    CHECK(exitOf(10) == 1);
    CHECK(exitOf(11) == 1);
    CHECK(cellIn(result(12), u"export"_s, u"manager"_s).value(u"scope"_s) == u"department"_s);
    CHECK(exitOf(13) == 2);
    CHECK(result(14).value(u"changed"_s).toInt() == 0);
    CHECK(result(15).value(u"department"_s) == u"West"_s);
    CHECK(result(16).value(u"department"_s).toString().isEmpty());
    CHECK(exitOf(17) == 1);
    CHECK(result(18).value(u"passphrase"_s).toString().split(u'-').size() == 5);
    CHECK(result(18).value(u"bits"_s).toInt() == 80);
    CHECK(exitOf(19) == 0);
    CHECK(exitOf(20) == 0);

    line.actAs(u"wang"_s, u"copper lantern seventeen"_s);
    CHECK(line.run(u"policy list"_s).exit == 0);
    CHECK(line.run(u"policy set export manager all"_s).exit == 4);
    CHECK(line.run(u"user set-department wang West"_s).exit == 4);
}
