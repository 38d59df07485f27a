#include "cli/CommandLine.h"

#include "core/exchange/CsvReader.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// An office with a salesperson and a manager in it.
struct Acme : CommandLine
{
    Acme()
    {
        const Answer made = run(
            u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s);
        INFO(made.error.toStdString());
        REQUIRE(made.exit == 0);
        CHECK(made.missing({u"office_id"_s, u"admin"_s}).isEmpty());
    }

    void addPeople()
    {
        write(u"wang.password"_s, "salty pretzel orbit\n");
        write(u"zhao.password"_s, "velvet hammer lagoon\n");
        REQUIRE(run(u"user add wang --role sales --new-password-file wang.password"_s).exit == 0);
        REQUIRE(run(u"user add zhao --role manager --new-password-file zhao.password"_s).exit == 0);
    }
};

/// The rows of a table without the columns that every office gives itself, sorted.
QList<QStringList> rowsOf(const QString& path)
{
    auto reader = core::CsvReader::open(path);
    REQUIRE(reader);
    QStringList headers;
    QList<QStringList> rows;
    while (true) {
        auto row = reader->next();
        REQUIRE(row);
        if (!*row) {
            break;
        }
        if (headers.isEmpty()) {
            headers = (*row)->cells;
        }
        QStringList cells;
        for (qsizetype i = 0; i < headers.size(); ++i) {
            static const QStringList own{
                u"id"_s, u"owner"_s, u"created_at"_s, u"updated_at"_s, u"version"_s};
            if (!own.contains(headers[i])) {
                cells.append((*row)->cells.value(i));
            }
        }
        rows.append(cells);
    }
    std::sort(rows.begin() + 1, rows.end());
    return rows;
}

QString idOf(const QJsonObject& answer)
{
    return answer.value(u"result"_s).toObject().value(u"id"_s).toString();
}

} // namespace

TEST_CASE("the whole work of an office goes by the command line, one answer per line")
{
    Acme acme;
    const QList<QJsonObject> made = acme.batch({
        u"client add --set type=company --set name=苏州元诚科技有限公司 --set contact=刘学俊 --set phone=0512-38183752 --set industry=65"_s,
        u"client add --set type=company --set name=苏州元诚科技有限公司 --set contact=刘学俊 --set phone=0512-38183752 --set industry=65"_s,
        u"client add --set type=company --set name=苏州元诚科技 --set contact=刘学俊 --set phone=0512-38183752 --set industry=65 --force"_s,
        u"client add --set type=person --set name=单田芳 --set phone=13800138000 --set industry=62"_s,
        u"client add --set type=person --set phone=13800138000"_s,
    });
    for (const int line : {0, 2, 3}) {
        CHECK(made[line].value(u"exit"_s) == 0);
        CHECK(idOf(made[line]).startsWith(u"CUST"_s));
    }
    CHECK(made[1].value(u"exit"_s) == 1);
    CHECK(made[4].value(u"exit"_s) == 1);
    const QString first = idOf(made[0]);
    const QString second = idOf(made[2]);

    struct Step
    {
        QString line;
        int exit;
        QStringList keys;
    };
    const QList<Step> steps{
        {u"office info"_s,
         0,
         {u"name"_s,
          u"office_id"_s,
          u"schema_version"_s,
          u"clients"_s,
          u"users"_s,
          u"open_requests"_s}},
        {u"client show %1"_s.arg(first),
         0,
         {u"id"_s, u"type"_s, u"name"_s, u"version"_s, u"status"_s}},
        {u"client list --limit 1"_s, 0, {u"clients"_s, u"total"_s, u"next"_s}},
        {u"client list --filter 'possible_duplicate=yes'"_s, 0, {u"clients"_s, u"total"_s}},
        {u"client search shantianfang"_s, 0, {u"clients"_s, u"total"_s}},
        {u"client update %1 --set tags=VIP --if-version 1"_s.arg(first),
         0,
         {u"applied"_s, u"request"_s, u"version"_s}},
        {u"client update %1 --set tags=old --if-version 1"_s.arg(first), 7, {}},
        {u"client update %1 --set tags=old --if-version 0"_s.arg(first), 7, {}},
        {u"client history %1"_s.arg(first), 0, {u"changes"_s}},
        {u"duplicates scan --output pairs.csv"_s,
         0,
         {u"pairs"_s, u"clusters"_s, u"records"_s, u"seconds"_s}},
        {u"merge %1 %2"_s.arg(first, second), 0, {u"merge"_s, u"id"_s, u"moved"_s, u"request"_s}},
        {u"client show %1"_s.arg(second), 0, {u"id"_s}},
        {u"unmerge M-1"_s, 0, {u"restored"_s, u"kept_edits"_s}},
        {u"duplicates decide %1 %2 different"_s.arg(first, second), 0, {}},
        {u"request list --state all"_s, 0, {u"requests"_s}},
        {u"audit verify"_s, 0, {u"entries"_s, u"ok"_s, u"first_bad"_s}},
        {u"office check"_s, 0, {u"ok"_s, u"problems"_s}},
        {u"export out.csv"_s, 0, {u"rows"_s, u"bytes"_s, u"manifest"_s}},
        {u"client show CUST199901010001"_s, 1, {}},
        {u"client list --filter 'name='Acme"_s, 0, {}},
        {u"no such command"_s, 2, {}},
    };
    QStringList lines;
    for (const Step& step : steps) {
        lines.append(step.line);
    }
    const QList<QJsonObject> answers = acme.batch(lines);
    for (int i = 0; i < steps.size(); ++i) {
        INFO(steps[i].line.toStdString());
        CHECK(answers[i].value(u"line"_s) == i + 1);
        CHECK(answers[i].value(u"exit"_s) == steps[i].exit);
        const QJsonObject result = answers[i].value(u"result"_s).toObject();
        for (const QString& key : steps[i].keys) {
            INFO(key.toStdString());
            CHECK(result.contains(key));
        }
        if (steps[i].exit != 0) {
            CHECK(answers[i].contains(u"error"_s));
        }
    }
    CHECK(answers[11].value(u"result"_s).toObject().value(u"id"_s)
          == first); // merged: the survivor
    CHECK(acme.read(u"pairs.csv"_s).startsWith("id_a,id_b,score\n"));
}

TEST_CASE("a change that a salesperson may not decide is asked for, and decided by another")
{
    Acme acme;
    acme.addPeople();
    const Answer added = acme.run(
        u"client add --set type=company --set name=苏州元诚科技有限公司 --set contact=刘学俊 "
        "--set phone=0512-38183752 --set industry=65 --set owner=wang"_s);
    REQUIRE(added.exit == 0);
    const QString id = added.json().value(u"id"_s).toString();
    acme.actAs(u"wang"_s, u"salty pretzel orbit"_s);
    const Answer asked = acme.run(
        u"client update %1 --set name=苏州元诚集团有限公司 --set tags=VIP --reason 更名"_s.arg(id));
    REQUIRE(asked.exit == 0);
    CHECK(asked.json().value(u"applied"_s).toArray() == QJsonArray{u"tags"_s});
    const QString request = asked.json().value(u"request"_s).toString();
    CHECK(request == u"R-1"_s);
    CHECK(acme.run(u"request approve R-1"_s).exit == 4); // nobody decides his own
    CHECK(acme.run(u"user disable li"_s).exit == 4);
    CHECK(acme.run(u"export mine.csv"_s).exit == 4);

    acme.actAs(u"li"_s, u"granite walrus umbrella"_s);
    const Answer shown = acme.run(u"request show R-1"_s);
    CHECK(shown
              .missing({u"id"_s,
                        u"kind"_s,
                        u"client"_s,
                        u"fields"_s,
                        u"state"_s,
                        u"due_at"_s,
                        u"requested_by"_s,
                        u"changes"_s,
                        u"base_version"_s,
                        u"reason"_s,
                        u"signatures"_s})
              .isEmpty());
    const Answer done = acme.run(u"request approve R-1"_s);
    CHECK(done.exit == 0);
    CHECK(done.json().value(u"done"_s).toArray() == QJsonArray{u"R-1"_s});
    const QJsonObject newest = acme.run(u"client history %1"_s.arg(id))
                                   .json()
                                   .value(u"changes"_s)
                                   .toArray()
                                   .first()
                                   .toObject();
    CHECK(newest.value(u"field"_s) == u"name"_s);
    CHECK(newest.value(u"new"_s) == u"苏州元诚集团有限公司"_s);
    CHECK(newest.value(u"who"_s) == u"wang"_s);
    CHECK(newest.value(u"request"_s) == u"R-1"_s);
}

TEST_CASE("each way to fail has its own exit code and says one clear sentence")
{
    Acme acme;
    CHECK(acme.run(u"office create --name Acme --admin li --recovery-file again.txt"_s).exit == 1);
    CHECK(acme.run(u"client list --sort"_s).exit == 2);
    acme.actAs(u"li"_s, u"wrong"_s);
    const Answer wrong = acme.run(u"office info"_s);
    CHECK(wrong.exit == 3);
    CHECK(wrong.error.count('\n') == 1);
    CHECK_FALSE(wrong.json().value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty());
    acme.actAs(u"nobody"_s, u"granite walrus umbrella"_s);
    CHECK(acme.run(u"office info"_s).exit == 3);

    // One copy of the keyring damaged: the other serves, and mends it. Both: what the computer had kept does; without it,
    // damage.
    acme.actAs(u"li"_s, u"granite walrus umbrella"_s);
    acme.write(u"Acme.dossier/keyring.a"_s, "rubbish");
    CHECK(acme.run(u"office info"_s).exit == 0);
    const auto damageBoth = [&acme] {
        acme.write(u"Acme.dossier/keyring.a"_s, "rubbish");
        acme.write(u"Acme.dossier/keyring.b"_s, "rubbish");
    };
    damageBoth();
    const Answer kept = acme.run(u"office info"_s);
    CHECK(kept.exit == 0);
    CHECK(kept.error.contains("written anew"));
    const QString id = kept.json().value(u"office_id"_s).toString();
    damageBoth();
    acme.forgetOffice(id);
    CHECK(acme.run(u"office info"_s).exit == 6);
    const Answer checked = acme.run(u"office check"_s);
    CHECK(checked.exit == 6);
    CHECK(checked.json().value(u"ok"_s) == false);
    CHECK(checked.json().value(u"problems"_s).toArray().size() == 1);
}

TEST_CASE("password and commands both come by standard input, the password first")
{
    Acme acme;
    const Answer answer = acme.run(u"--password-file - batch -"_s,
                                   "granite walrus umbrella\noffice info\nclient list\n");
    INFO(answer.error.toStdString());
    CHECK(answer.exit == 0);
    CHECK(answer.out.count("\"exit\":0") == 2);
}

TEST_CASE("the recovery code opens the office for a new administrator")
{
    Acme acme;
    acme.write(u"new.password"_s, "orchid tractor ninety\n");
    acme.actAs(u"sun"_s, u"nothing"_s);
    CHECK(
        acme.run(u"office recover --recovery-file code.txt --new-password-file new.password"_s).exit
        == 0);
    acme.actAs(u"sun"_s, u"orchid tractor ninety"_s);
    CHECK(acme.run(u"user list"_s).exit == 0);
    CHECK(acme.run(u"audit verify"_s).exit == 0);
}

TEST_CASE("a file that is no table is refused, and nothing of it stays")
{
    Acme acme;
    QByteArray wide = "name";
    for (int i = 0; i < 200; ++i) {
        wide += ",column " + QByteArray::number(i);
    }
    wide += "\n苏州元诚科技有限公司\n";
    acme.write(u"empty.csv"_s, {});
    acme.write(u"cut.csv"_s, "name,phone\nAcme,\"0512");
    acme.write(u"picture.csv"_s,
               QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000"));
    acme.write(u"wide.csv"_s, wide);
    acme.write(u"twice.csv"_s, "name,name\nAcme,Acme Ltd\n");
    acme.write(u"big.csv"_s, "name,notes\nAcme," + QByteArray(5'000'000, 'x') + "\nNorthgate,\n");
    const QList<QJsonObject> answers = acme.batch({u"import ."_s,
                                                   u"import absent.csv"_s,
                                                   u"import empty.csv"_s,
                                                   u"import cut.csv"_s,
                                                   u"import picture.csv"_s,
                                                   u"office info"_s,
                                                   u"import wide.csv"_s,
                                                   u"import big.csv"_s,
                                                   u"import twice.csv"_s});
    QStringList messages;
    for (int i = 0; i < 5; ++i) {
        INFO(i);
        CHECK(answers[i].value(u"exit"_s) == 1);
        const QString message
            = answers[i].value(u"error"_s).toObject().value(u"message"_s).toString();
        CHECK_FALSE(message.isEmpty());
        CHECK_FALSE(messages.contains(message)); // each its own
        messages.append(message);
    }
    CHECK(answers[5].value(u"result"_s).toObject().value(u"clients"_s) == 0);
    for (int i = 6; i < 9; ++i) {
        INFO(i);
        const QJsonObject result = answers[i].value(u"result"_s).toObject();
        if (answers[i].value(u"exit"_s) == 0) {
            CHECK(result.value(u"rows"_s).toInt()
                  == result.value(u"created"_s).toInt() + result.value(u"updated"_s).toInt()
                      + result.value(u"skipped"_s).toInt() + result.value(u"rejected"_s).toInt());
        } else {
            CHECK(answers[i].contains(u"error"_s));
        }
    }
}

TEST_CASE("what is exported and imported into another office comes out the same")
{
    CommandLine sample;
    sample.actAs(u"admin"_s, u"dossier-sample"_s);
    REQUIRE(sample.run(u"sample --clients 80 --seed 7"_s).exit == 0);
    REQUIRE(sample.run(u"export one.csv --headers names"_s).exit == 0);
    Acme other;
    other.write(u"one.csv"_s, sample.read(u"one.csv"_s));
    const Answer imported = other.run(u"import one.csv"_s);
    INFO(imported.error.toStdString());
    REQUIRE(imported.exit == 0);
    CHECK(imported
              .missing({u"batch"_s,
                        u"rows"_s,
                        u"created"_s,
                        u"updated"_s,
                        u"skipped"_s,
                        u"rejected"_s,
                        u"reject_file"_s,
                        u"encoding"_s,
                        u"mapping"_s})
              .isEmpty());
    CHECK(imported.json().value(u"created"_s) == imported.json().value(u"rows"_s));
    REQUIRE(other.run(u"export two.csv --headers names"_s).exit == 0);
    // The second office gives its own ids, times and versions, and its only user owns all; the rest is what it was.
    const QList<QStringList> before = rowsOf(sample.path(u"one.csv"_s));
    const QList<QStringList> after = rowsOf(other.path(u"two.csv"_s));
    REQUIRE(before.size() > 80);
    REQUIRE(before.first() == after.first());
    CHECK(before == after);
}

TEST_CASE(
    "columns are kept on request, under the names that are said, and the next file has the same")
{
    Acme acme;
    acme.write(u"first.csv"_s,
               "sep=;\r\nname;Umsatz;Fax;IBAN\r\nAcme Ltd;3265,66;1;DE89370400440532013000\r\n");
    acme.write(u"next.csv"_s, "sep=;\r\nname;Umsatz;Fax;IBAN\r\nNorthgate Ltd;1,5;2;\r\n");
    const QJsonObject trial = acme.run(u"import first.csv --dry-run"_s).json();
    CHECK(trial.value(u"unmapped_columns"_s).toArray() == QJsonArray{u"Umsatz"_s, u"Fax"_s});
    CHECK(trial.value(u"mapping_remembered"_s) == false);
    const QJsonObject first
        = acme.run(u"import first.csv --keep-unmapped --map Umsatz=custom:Turnover"_s).json();
    CHECK(first.value(u"unmapped_columns"_s).toArray().isEmpty());
    CHECK(first.value(u"sealed_columns"_s).toArray() == QJsonArray{u"IBAN"_s});
    const QJsonObject next = acme.run(u"import next.csv"_s).json();
    CHECK(next.value(u"mapping_remembered"_s) == true);
    CHECK(next.value(u"mapping"_s).toObject().value(u"Umsatz"_s) == u"custom:Turnover"_s);
    CHECK(acme.run(u"import next.csv --fresh-mapping --dry-run"_s)
              .json()
              .value(u"mapping_remembered"_s)
          == false);
    REQUIRE(acme.run(u"export out.csv --headers names --fields custom"_s).exit == 0);
    const QByteArray out = acme.read(u"out.csv"_s);
    CHECK(out.contains("3265,66"));
    CHECK(out.contains("Turnover"));
    CHECK(out.contains("Fax"));
    CHECK_FALSE(out.contains("DE89"));
}

TEST_CASE("a dry run counts what the import does, in every way with duplicates")
{
    const QByteArray rows
        = QStringLiteral("type,name,phone,email,city,position\n"
                         "company,苏州元诚科技有限公司,0512-38183752,sales@yuancheng.cn,苏州,\n"
                         "company,苏州元诚科技有限公司,0512-38183752,sales@yuancheng.cn,苏州,经理\n"
                         "company,苏州元诚科技有限公司,0512-38183752,sales@yuancheng.cn,苏州,\n"
                         "company,无锡远山贸易有限公司,0510-85012345,,,\n")
              .toUtf8();
    for (const QString& mode : {u"create"_s, u"skip"_s, u"update"_s}) {
        INFO(mode.toStdString());
        Acme acme;
        acme.write(u"in.csv"_s, rows);
        for (int round = 0; round < 2; ++round) {
            const QJsonObject trial
                = acme.run(u"import in.csv --dry-run --duplicates "_s + mode).json();
            const QJsonObject done = acme.run(u"import in.csv --duplicates "_s + mode).json();
            for (const QString& key : {u"rows"_s, u"created"_s, u"updated"_s, u"skipped"_s}) {
                INFO(key.toStdString());
                CHECK(trial.value(key) == done.value(key));
            }
            CHECK(trial.value(u"duplicates"_s) == (round == 0 ? 2 : 4));
        }
    }
}

TEST_CASE("an encoding that is not known is refused with names that are")
{
    Acme acme;
    acme.write(u"in.csv"_s, "name\nM\xFCller\n");
    const Answer unknown = acme.run(u"import in.csv --encoding klingon-8"_s);
    CHECK(unknown.exit == 1);
    CHECK(unknown.json()
              .value(u"error"_s)
              .toObject()
              .value(u"message"_s)
              .toString()
              .contains(u"gb18030"_s));
    CHECK(acme.run(u"import in.csv --encoding latin1"_s).json().value(u"created"_s) == 1);
    CHECK(acme.run(u"client search Müller"_s).json().value(u"total"_s) == 1);
}

TEST_CASE("a row that is a client of the office already comes in and is marked")
{
    Acme acme;
    REQUIRE(acme.run(u"client add --set type=company --set name=苏州元诚科技有限公司"
                     " --set phone=0512-38183752 --set email=sales@yuancheng.cn"_s)
                .exit
            == 0);
    acme.write(u"in.csv"_s,
               QStringLiteral("type,name,phone,email\n"
                              "company,苏州元诚科技有限公司,0512-38183752,sales@yuancheng.cn\n"
                              "company,无锡远山贸易有限公司,0510-85012345,\n")
                   .toUtf8());
    const Answer imported = acme.run(u"import in.csv"_s);
    REQUIRE(imported.exit == 0);
    CHECK(imported.json().value(u"created"_s) == 2);
    CHECK(imported.json().value(u"marked"_s) == 1);
    CHECK(acme.run(u"client list --filter possible_duplicate=yes"_s).json().value(u"total"_s) == 2);
}

TEST_CASE("the deadlines of a practice office go by the time it is set to")
{
    CommandLine sample;
    sample.actAs(u"admin"_s, u"dossier-sample"_s);
    REQUIRE(sample.run(u"sample --clients 40 --seed 3"_s).exit == 0);
    const QList<QJsonObject> answers = sample.batch({u"clock set 2031-03-03T09:00:00+08:00"_s,
                                                     u"request list --state overdue"_s,
                                                     u"request list --state open"_s});
    CHECK(answers[0].value(u"result"_s).toObject().contains(u"now"_s));
    const auto count = [&](int line) {
        return answers[line].value(u"result"_s).toObject().value(u"requests"_s).toArray().size();
    };
    CHECK(count(1) > 0);
    CHECK(count(1) == count(2)); // by then, all that is open is overdue
    Acme real;
    CHECK(real.batch({u"clock set 2031-03-03T09:00:00+08:00"_s})[0].value(u"exit"_s) == 1);
}
