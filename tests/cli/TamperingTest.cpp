// Whoever has the raw key and the stock sqlcipher shell can change anything in the file. Each such change is found by
// `office check` or `audit verify`, which name the record, request or entry. (Without the shell the tests pass over.)
#include "cli/CommandLine.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QString tamperPassword = u"granite walrus umbrella"_s;

/// An office with changes, requests and approvals, looks and searches in its log.
struct TamperedOffice : CommandLine
{
    QString acme;
    QString northgate;
    QString meis;
    QJsonArray pragmas;
    QString database = path(u"Acme.dossier/office.db"_s);

    TamperedOffice()
    {
        REQUIRE(run(u"office create --name Acme --admin li --recovery-file code.txt "
                    "--kdf-memory 64"_s)
                    .exit
                == 0);
        const QJsonObject key = run(u"office reveal-key"_s).json();
        pragmas = key.value(u"pragmas"_s).toArray();
        write(u"new.password"_s, tamperPassword.toUtf8() + '\n');
        const auto lines = batch({
            u"user add mei --role sales --new-password-file new.password"_s,
            u"user add wang --role manager --new-password-file new.password"_s,
            u"client add --force --set type=company --set name=\"Acme Ltd\" --set "
            "phone=13800138000"_s,
            u"client add --force --set type=company --set name=\"Northgate Ltd\" --set "
            "phone=13900139000"_s,
        });
        acme = lines[2].value(u"result"_s).toObject().value(u"id"_s).toString();
        northgate = lines[3].value(u"result"_s).toObject().value(u"id"_s).toString();
        actAs(u"mei"_s, tamperPassword);
        const auto asked = batch({
            u"client add --force --set type=company --set name=\"Mei Ltd\""_s,
            u"client list"_s,
        });
        meis = asked[0].value(u"result"_s).toObject().value(u"id"_s).toString();
        batch({u"client update %1 --set name=\"Mei and Sons\" --reason \"new owner\""_s.arg(meis),
               u"client update %1 --set industry=IT --reason \"as they say\""_s.arg(meis)});
        actAs(u"li"_s, tamperPassword);
        const auto decided = batch({
            u"request approve R-1 --comment \"seen the letter\""_s,
            u"client update %1 --set notes=\"first\""_s.arg(acme),
            u"client update %1 --set notes=\"second\""_s.arg(acme),
            u"client show "_s + acme,
            u"client search northgate"_s,
            u"export out.csv --reason audit"_s,
            u"client show "_s + northgate,
        });
        for (const QJsonObject& line : decided) {
            REQUIRE(line.value(u"exit"_s) == 0);
        }
        CHECK(run(u"office check"_s).exit == 0);
        CHECK(run(u"audit verify"_s).exit == 0);
    }

    /// With the shell, as somebody would; false where this computer has none.
    bool shell(const QString& sql) const
    {
        const QString program = QStandardPaths::findExecutable(u"sqlcipher"_s);
        if (program.isEmpty()) {
            return false;
        }
        QProcess process;
        process.start(program, {database});
        REQUIRE(process.waitForStarted());
        QString script;
        for (const auto& pragma : pragmas) {
            script += pragma.toString() + u'\n';
        }
        process.write((script + sql + u'\n').toUtf8());
        process.closeWriteChannel();
        REQUIRE(process.waitForFinished());
        INFO(process.readAllStandardError().toStdString());
        REQUIRE(process.exitCode() == 0);
        return true;
    }

    /// Every place that the two commands name; exit codes other than 0 and 6 fail.
    QStringList named() const
    {
        QStringList places;
        const Answer check = run(u"office check"_s);
        for (const auto& problem : check.json().value(u"problems"_s).toArray()) {
            places.append(problem.toObject().value(u"where"_s).toString());
        }
        CHECK((check.exit == 6) == !places.isEmpty());
        const Answer verify = run(u"audit verify"_s);
        if (verify.exit == 6) {
            places.append(QString::number(verify.json().value(u"first_bad"_s).toInt()));
        } else {
            CHECK(verify.exit == 0);
        }
        return places;
    }
};

struct Tampering
{
    const char* what;
    const char16_t* sql; ///< %1: Acme, %2: Northgate
    const char16_t* place; ///< "acme", "northgate", or as it is
};

const std::vector<Tampering> tamperings{
    {"a value edited", u"UPDATE clients SET phone = '+8613700000000' WHERE id = '%1';", u"acme"},
    {"a row deleted", u"DELETE FROM clients WHERE id = '%2';", u"northgate"},
    {"a row copied from another record",
     u"UPDATE clients SET (type, name, phone, owner_pk, notes) = (SELECT type, name, phone, "
     u"owner_pk,"
     " notes FROM clients WHERE id = '%2') WHERE id = '%1';",
     u"acme"},
    {"a row of history copied to another record",
     u"INSERT INTO history (client_pk, client_version, audit_seq, at, author_pk, action, changes,"
     " before_hash, after_hash, entry_hash) SELECT 1, 4, audit_seq, at, author_pk, action, changes,"
     " before_hash, after_hash, entry_hash FROM history WHERE client_pk = 2;",
     u"acme"},
    {"the author of a change", u"UPDATE history SET author_pk = 2 WHERE client_pk = 1;", u"acme"},
    {"a request's text",
     u"UPDATE request_changes SET new_value = 'Mei and Daughters' WHERE request_pk = 2;"
     "UPDATE requests SET reason = 'other' WHERE pk = 2;",
     u"R-2"},
    {"a decided request's text",
     u"UPDATE request_changes SET new_value = 'Mei and Daughters' WHERE request_pk = 1;",
     u"R-1"},
    {"an approval's text", u"UPDATE requests SET comment = 'never seen' WHERE pk = 1;", u"R-1"},
    {"an approver exchanged", u"UPDATE requests SET decided_by = 3 WHERE pk = 1;", u"R-1"},
    {"an approval made by the author",
     u"UPDATE requests SET state = 'approved', decided_by = requested_by, decided_at ="
     " requested_at, decided_seq = asked_seq WHERE pk = 2;"
     "UPDATE request_changes SET state = 'approved' WHERE request_pk = 2;",
     u"R-2"},
    {"an author who becomes the approver",
     u"UPDATE requests SET requested_by = decided_by WHERE pk = 1;",
     u"R-1"},
    {"a request deleted", u"DELETE FROM requests WHERE pk = 2;", u"R-2"},
    {"an entry of the log edited",
     u"UPDATE audit_entries SET action = 'client.look' WHERE seq = 6;",
     u"6"},
    {"an entry's time",
     u"UPDATE audit_entries SET at = replace(at, 'T', ' ') WHERE seq = 6;",
     u"6"},
    {"an entry's author", u"UPDATE audit_entries SET actor_pk = 2 WHERE seq = 6;", u"6"},
    {"an entry's detail",
     u"UPDATE audit_entries SET detail = x'001122' WHERE action = 'export';",
     nullptr},
    {"an entry deleted", u"DELETE FROM audit_entries WHERE seq = 5;", u"6"},
    {"two entries reordered",
     u"UPDATE audit_entries SET seq = -1 WHERE seq = 6; UPDATE audit_entries SET seq = 6 WHERE seq "
     u"="
     " 7; UPDATE audit_entries SET seq = 7 WHERE seq = -1;",
     u"6"},
    {"the log's tail cut",
     u"DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries);",
     nullptr},
    {"the log's tail cut with all that speaks of it",
     u"CREATE TEMP TABLE t AS SELECT max(seq) AS seq FROM audit_entries;"
     "DELETE FROM look_rows WHERE audit_seq IN (SELECT seq FROM t);"
     "DELETE FROM audit_rows WHERE seq IN (SELECT seq FROM t);"
     "DELETE FROM applied_ops WHERE audit_seq IN (SELECT seq FROM t);"
     "DELETE FROM change_feed WHERE audit_seq IN (SELECT seq FROM t);"
     "DELETE FROM audit_entries WHERE seq IN (SELECT seq FROM t);",
     nullptr},
    {"a look edited",
     u"UPDATE look_rows SET client_pk = 3 WHERE kind = 'client.look' AND client_pk = 1;",
     nullptr},
    {"a look deleted", u"DELETE FROM look_rows WHERE kind = 'client.search';", nullptr},
    {"a setting",
     u"UPDATE settings SET value = 'Ours' WHERE name = 'office_name';",
     u"office_name"},
    // Last: the login sets it right, with an entry, and the file without that entry is an older one then.
    {"a person's role", u"UPDATE users SET role = 'data_admin' WHERE name = 'mei';", u"mei"},
};

} // namespace

TEST_CASE("each change that somebody makes with the raw key is found, and its place is named")
{
    TamperedOffice office;
    const QString whole = office.path(u"whole.db"_s);
    REQUIRE(QFile::copy(office.database, whole));
    for (const Tampering& tampering : tamperings) {
        INFO(tampering.what);
        QString sql = QStringView(tampering.sql).toString();
        sql.replace(u"%1"_s, office.acme).replace(u"%2"_s, office.northgate);
        if (!office.shell(sql)) {
            SKIP("there is no sqlcipher shell here");
        }
        const QStringList places = office.named();
        INFO(places.join(u' ').toStdString());
        CHECK_FALSE(places.isEmpty());
        if (tampering.place != nullptr) {
            const QString place = QStringView(tampering.place).toString();
            CHECK(places.contains(place == u"acme"_s            ? office.acme
                                      : place == u"northgate"_s ? office.northgate
                                                                : place));
        }
        REQUIRE(QFile::remove(office.database));
        REQUIRE(QFile::copy(whole, office.database));
    }
}

TEST_CASE("a whole older file is found by what the computer remembers")
{
    TamperedOffice office;
    const QString older = office.path(u"older.db"_s);
    REQUIRE(QFile::copy(office.database, older));
    REQUIRE(office.run(u"client update %1 --set notes=third"_s.arg(office.acme)).exit == 0);
    REQUIRE(QFile::remove(office.database));
    REQUIRE(QFile::copy(older, office.database));
    const Answer check = office.run(u"office check"_s);
    CHECK(check.exit == 6);
    const QJsonArray problems = check.json().value(u"problems"_s).toArray();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].toObject().value(u"kind"_s) == u"older_copy"_s);
    CHECK(problems[0].toObject().value(u"where"_s).toString().toInt() > 0);
}
