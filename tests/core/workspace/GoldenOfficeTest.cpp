// Offices that earlier versions of the program made: they open, come to the schema of today, and every hash and signature
// in them still holds. tests/golden/office-N.dossier was made by the program whose schema was version N, and is never
// changed.
#include "support/AnotherComputer.h"

#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

/// Made by version 1 with `dossierctl sample --clients 30 --seed 7`; then two merges, one of them undone, requests of every
/// state, a decision about duplicates, an import that stands and one that was taken back. By version 2 with `--clients 24
/// --seed 11`; then two imports, one of them taken back, a merge and one that was undone, a record in the trash, a file
/// that waits.
struct GoldenOffice
{
    // Each time a computer that has not seen it: what an earlier test wrote into its copy is not missed in this one.
    tests::AnotherComputer computer;
    QTemporaryDir folder;
    std::unique_ptr<Office> office;

    explicit GoldenOffice(const char* user = "admin", int version = 1)
    {
        const QDir from(qEnvironmentVariable("DOSSIER_SOURCE_DIR")
                        + QStringLiteral("/tests/golden/office-%1.dossier").arg(version));
        const QString copy = folder.filePath(QStringLiteral("Golden.dossier"));
        REQUIRE(QDir().mkpath(copy));
        for (const QString& name : from.entryList(QDir::Files)) {
            REQUIRE(QFile::copy(from.filePath(name), QDir(copy).filePath(name)));
            QFile::setPermissions(QDir(copy).filePath(name), QFile::ReadOwner | QFile::WriteOwner);
        }
        auto access = login({copy, QLatin1String(user), QStringLiteral("golden-password-1"), {}});
        REQUIRE(access);
        auto opened = Office::open(*access);
        if (!opened) {
            FAIL(opened.error().message.toStdString() << opened.error().detail.toStdString());
        }
        office = *std::move(opened);
    }

    std::int64_t number(std::string_view sql)
    {
        auto found = office->context().reader.statement(sql).one(
            [](const Statement& row) { return std::int64_t(row.int64(0)); });
        REQUIRE(found);
        return found->value_or(-1);
    }

    void checkIsSound()
    {
        Progress quiet;
        auto problems = office->check(quiet);
        REQUIRE(problems);
        for (const IntegrityProblem& problem : *problems) {
            FAIL_CHECK(problem.kind.toStdString() << " " << problem.where.toStdString() << " "
                                                  << problem.message.toStdString());
        }
        auto log = office->verifyLog(quiet);
        REQUIRE(log);
        CHECK(log->problems.empty());
        CHECK(log->entries >= 60);
    }
};

} // namespace

TEST_CASE("an office of schema version 1 opens, and everything in it is as it was written")
{
    GoldenOffice golden;
    CHECK(golden.office->info()->schemaVersion == currentSchemaVersion());
    CHECK(golden.office->info()->clients == 31);
    CHECK(golden.number("SELECT count(*) FROM clients") == 34);
    CHECK(golden.number("SELECT count(*) FROM requests") == 25);
    CHECK(golden.number("SELECT count(*) FROM merges WHERE state = 'undone'") == 1);
    CHECK(golden.number("PRAGMA foreign_keys") == 1);
    golden.checkIsSound();
    CHECK(golden.office->queries().search(QStringLiteral("Golden"), 10)->total == 2);

    SECTION("what was done before can be undone, and what is new works on it")
    {
        const auto plan = golden.office->merges().planUndo(MergePk{1});
        REQUIRE(plan);
        auto undone = golden.office->changes().unmerge(*plan);
        REQUIRE(undone);
        CHECK(undone->restored.size() == 1);
        auto trashed = golden.office->changes().moveToTrash({{QStringLiteral("CUST202606290009")}},
                                                            QStringLiteral("a mistake"));
        REQUIRE(trashed);
        CHECK(golden.office->importer().undo(BatchPk{3})->removed == 2);
        CHECK(golden.office->info()->clients == 29);
        golden.checkIsSound();
    }
}

TEST_CASE("anybody of an office may be the one who brings it to the new schema")
{
    GoldenOffice golden("sales1");
    CHECK(golden.office->info()->schemaVersion == currentSchemaVersion());
    CHECK(golden.office->queries().list({})->rows.size() > 5);
}

TEST_CASE("an office of schema version 2 opens, and everything in it is as it was written")
{
    GoldenOffice golden("admin", 2);
    CHECK(golden.office->info()->schemaVersion == currentSchemaVersion());
    CHECK(golden.number("SELECT count(*) FROM batches WHERE state = 'undone'") == 1);
    CHECK(golden.number("SELECT count(*) FROM clients WHERE status = 'trashed'") == 1);
    CHECK(golden.number("SELECT count(*) FROM staged_imports") == 1);
    CHECK(golden.number("PRAGMA foreign_keys") == 1);
    golden.checkIsSound();
    auto undone = golden.office->importer().undo(BatchPk{3});
    REQUIRE(undone);
    CHECK(undone->removed == 2);
    golden.checkIsSound();
}

TEST_CASE("an office of schema version 3 opens, and everything in it is as it was written")
{
    GoldenOffice golden("admin", 3);
    CHECK(golden.office->info()->schemaVersion == currentSchemaVersion());
    CHECK(golden.number("SELECT count(*) FROM batches WHERE state = 'undone'") == 1);
    CHECK(golden.number("SELECT count(*) FROM clients WHERE name LIKE 'Golden%'") == 2);
    CHECK(golden.number("PRAGMA foreign_keys") == 1);
    golden.checkIsSound();
    CHECK(golden.office->importer().undo(BatchPk{3})->removed == 2);
    golden.checkIsSound();
}
