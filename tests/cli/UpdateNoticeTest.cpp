#include "cli/CommandLine.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

TEST_CASE(
    "the notice of new versions is set, read, refused with its reason, and switched off by the "
    "command line")
{
    CommandLine line;
    REQUIRE(
        line.run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
            .exit
        == 0);
    line.write(u"wang.password"_s, "copper lantern seventeen\n");
    const QString notice = line.write(
        u"update.json"_s,
        "{\"dossier_update\": 1, \"version\": \"99.0.0\", \"date\": \"2026-12-01\", \"notes\": "
        "{\"zh\": \"快\", \"en\": \"Quicker\"}, \"where\": \"https://example.org/dossier\"}");
    const QString broken = line.write(u"broken.json"_s, "{\"dossier_update\": 1, \"run\": \"x\"}");
    const QList<QJsonObject> answers = line.batch(
        {u"office update-notice"_s, // 0: off
         u"office update-notice --set "_s + notice,
         u"office update-notice --set "_s + broken, // 2
         u"office update-notice --set http://example.org/x"_s,
         u"office update-notice"_s, // 4: still the broken one
         u"office update-notice --off"_s,
         u"office update-notice --off --set x"_s, // 6
         u"user add wang --role manager --new-password-file "_s + line.path(u"wang.password"_s),
         u"office check"_s}); // 8
    const auto exitOf = [&answers](int at) {
        return answers[at].value(u"exit"_s).toInt();
    };
    const auto result = [&answers](int at) {
        return answers[at].value(u"result"_s).toObject();
    };
    CHECK(result(0).value(u"place"_s).toString().isEmpty());
    CHECK_FALSE(result(0).value(u"newer"_s).toBool());
    CHECK(result(1).value(u"version"_s) == u"99.0.0"_s);
    CHECK(result(1).value(u"newer"_s).toBool());
    CHECK(result(1).value(u"date"_s) == u"2026-12-01"_s);
    CHECK(result(1).value(u"where"_s) == u"https://example.org/dossier"_s);
    CHECK(exitOf(2) == 1);
    CHECK(QJsonDocument(answers[2]).toJson().contains("run"));
    CHECK(exitOf(3) == 1);
    CHECK(exitOf(4) == 1);
    CHECK(exitOf(5) == 0);
    CHECK(exitOf(6) == 2);
    CHECK(exitOf(8) == 0);

    line.actAs(u"wang"_s, u"copper lantern seventeen"_s);
    CHECK(line.run(u"office update-notice"_s).exit == 0);
    CHECK(line.run(u"office update-notice --set x.json"_s).exit == 4);
}
