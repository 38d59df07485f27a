#include "core/storage/Migrations.h"

#include "StorageFixture.h"

#include "core/base/Resources.h"
#include "core/storage/Integrity.h"
#include "core/storage/Transaction.h"

#include <QCryptographicHash>
#include <QHash>

using namespace core;
using namespace storage_test;

namespace {

const Migration first{
    1, QStringLiteral("initial"), "CREATE TABLE a (x);\nINSERT INTO a VALUES (1);\n"};
const Migration second{
    2, QStringLiteral("more"), "CREATE TABLE b (y); -- ;\nINSERT INTO b SELECT x + 1 FROM a;\n"};

struct MigrationFixture
{
    Folder folder;
    std::unique_ptr<Connection> connection = folder.create();
    SettableClock clock;
    MigrationFixture() { clock.set(QDateTime(QDate(2026, 3, 2), QTime(1, 0), Qt::UTC)); }

    [[nodiscard]] QString schema() const
    {
        return text(*connection, "SELECT coalesce(group_concat(name), '') FROM sqlite_schema");
    }
};

} // namespace

TEST_CASE_METHOD(MigrationFixture, "Migrations run in order, once, and are written down")
{
    REQUIRE_OK(migrate(*connection, clock, {first}));
    CHECK(*schemaVersion(*connection) == 1);
    REQUIRE_OK(migrate(*connection, clock, {first, second}));
    REQUIRE_OK(migrate(*connection, clock, {first, second}));
    CHECK(*schemaVersion(*connection) == 2);
    CHECK(number(*connection, "SELECT y FROM b") == 2);
    CHECK(number(*connection, "SELECT count(*) FROM a") == 1);
    CHECK(text(*connection,
               "SELECT group_concat(version || name || applied_at) FROM schema_migrations")
          == u"1initial2026-03-02T01:00:00.000Z,2more2026-03-02T01:00:00.000Z");
    REQUIRE_OK(checkSchema(*connection, {first, second}));
}

TEST_CASE_METHOD(MigrationFixture, "A migration that fails in the middle leaves nothing of itself")
{
    REQUIRE_OK(migrate(*connection, clock, {first}));
    const QString before = schema();
    const Migration broken{2,
                           QStringLiteral("broken"),
                           "CREATE TABLE b (y); DELETE FROM a; INSERT INTO nowhere VALUES (1);"};
    const auto failed = migrate(*connection, clock, {first, broken});
    REQUIRE_FALSE(failed.hasValue());
    CHECK(failed.error().detail.contains(u"statement 3"));
    CHECK(failed.error().detail.contains(u"migration 2"));
    CHECK(schema() == before);
    CHECK(*schemaVersion(*connection) == 1);
    CHECK(number(*connection, "SELECT count(*) FROM a") == 1);
    CHECK(number(*connection, "SELECT count(*) FROM schema_migrations") == 1);
    REQUIRE_OK(migrate(*connection, clock, {first, second}));
}

TEST_CASE_METHOD(MigrationFixture,
                 "A migration may write a table anew that others refer to, and loses no row")
{
    const Migration parents{1,
                            QStringLiteral("parents"),
                            "CREATE TABLE p (pk INTEGER PRIMARY KEY, s TEXT CHECK (s = 'a'));"
                            "CREATE TABLE c (p_pk INTEGER REFERENCES p (pk));"
                            "INSERT INTO p VALUES (1, 'a'), (2, 'a'); INSERT INTO c VALUES (1);"};
    const QByteArray anew = "CREATE TABLE p_anew (pk INTEGER PRIMARY KEY, s TEXT);"
                            "INSERT INTO p_anew SELECT pk, s FROM p %1;"
                            "DROP TABLE p; ALTER TABLE p_anew RENAME TO p;";
    REQUIRE_OK(migrate(*connection, clock, {parents}));

    SECTION("one that would leave a reference to nothing is given up")
    {
        const Migration losing{
            2, QStringLiteral("losing"), QByteArray(anew).replace("%1", "WHERE pk = 2")};
        const auto refused = migrate(*connection, clock, {parents, losing});
        REQUIRE_FALSE(refused.hasValue());
        CHECK(refused.error().code == ErrorCode::Corrupt);
        CHECK(number(*connection, "SELECT count(*) FROM p") == 2);
        CHECK(*schemaVersion(*connection) == 1);
    }
    SECTION("and references are heeded again afterwards")
    {
        const Migration keeping{2, QStringLiteral("keeping"), QByteArray(anew).replace("%1", "")};
        REQUIRE_OK(migrate(*connection, clock, {parents, keeping}));
        CHECK(number(*connection, "SELECT count(*) FROM p") == 2);
        REQUIRE_OK(connection->execute("INSERT INTO p VALUES (3, 'b')"));
    }
    CHECK(number(*connection, "PRAGMA foreign_keys") == 1);
    CHECK_FALSE(connection->execute("INSERT INTO c VALUES (77)").hasValue());
}

TEST_CASE_METHOD(MigrationFixture, "A file of a newer program is refused and left alone")
{
    REQUIRE_OK(migrate(*connection, clock, {first, second}));
    const auto refused = migrate(*connection, clock, {first});
    REQUIRE_FALSE(refused.hasValue());
    CHECK(refused.error().code == ErrorCode::Unsupported);
    CHECK(*schemaVersion(*connection) == 2);
    CHECK(checkSchema(*connection, {first}).error().code == ErrorCode::Unsupported);
}

TEST_CASE_METHOD(MigrationFixture, "A released migration cannot be changed any more")
{
    REQUIRE_OK(migrate(*connection, clock, {first}));
    Migration changed = first;
    changed.sql += "CREATE TABLE c (z);";
    CHECK(migrate(*connection, clock, {changed}).error().code == ErrorCode::Corrupt);
    CHECK(migrate(*connection, clock, {changed, second}).error().code == ErrorCode::Corrupt);
    CHECK(*schemaVersion(*connection) == 1);

    Migration withOtherLineEnds = first;
    withOtherLineEnds.sql.replace("\n", "\r\n");
    REQUIRE_OK(migrate(*connection, clock, {withOtherLineEnds}));
}

TEST_CASE_METHOD(MigrationFixture, "A database of somebody else is not migrated")
{
    REQUIRE_OK(connection->execute("CREATE TABLE theirs (x)"));
    CHECK(migrate(*connection, clock, {first}).error().code == ErrorCode::Unsupported);
    CHECK(schema() == u"theirs");
}

TEST_CASE_METHOD(MigrationFixture,
                 "Numbers with a gap and a migration that commits by itself are refused")
{
    Migration third = second;
    third.version = 3;
    CHECK(migrate(*connection, clock, {first, third}).error().code == ErrorCode::Internal);
    const Migration committing{1, QStringLiteral("c"), "CREATE TABLE a (x); COMMIT;"};
    CHECK_FALSE(migrate(*connection, clock, {committing}).hasValue());
}

TEST_CASE_METHOD(MigrationFixture, "An older file opened for checking only says that it is older")
{
    REQUIRE_OK(migrate(*connection, clock, {first}));
    CHECK(checkSchema(*connection, {first, second}).error().code == ErrorCode::Unsupported);
}

TEST_CASE_METHOD(MigrationFixture,
                 "While a colleague migrates the second computer waits, then finds it done")
{
    REQUIRE_OK(migrate(*connection, clock, {first}));
    const auto other = folder.reopen();
    auto writing = Transaction::begin(*other);
    connection->setBusyPolicy({.budget = std::chrono::milliseconds(0)});
    REQUIRE_OK(migrate(*connection, clock, {first})); // nothing to do: no write lock needed
    CHECK(migrate(*connection, clock, {first, second}).error().code == ErrorCode::Busy);
    writing->rollback();
    REQUIRE_OK(migrate(*other, clock, {first, second}));
    REQUIRE_OK(migrate(*connection, clock, {first, second}));
    CHECK(number(*connection, "SELECT count(*) FROM b") == 1);
}

TEST_CASE_METHOD(MigrationFixture,
                 "Derived tables are made anew exactly when their version differs")
{
    DerivedTables tables{
        QStringLiteral("search"), 1, "DROP TABLE IF EXISTS s", "CREATE TABLE s (x)"};
    const auto ensure = [&] {
        const auto state = ensureDerived(*connection, tables);
        REQUIRE_OK(state);
        return *state;
    };
    CHECK(ensure() == DerivedState::MadeAnew);
    REQUIRE_OK(connection->execute("INSERT INTO s VALUES (1)"));
    CHECK(ensure() == DerivedState::AsItWas);
    CHECK(number(*connection, "SELECT count(*) FROM s") == 1);
    tables.version = 2;
    CHECK(ensure() == DerivedState::MadeAnew);
    CHECK(number(*connection, "SELECT count(*) FROM s") == 0);

    SECTION("inside a transaction of the caller they go with it")
    {
        tables.version = 3;
        {
            auto transaction = Transaction::begin(*connection);
            CHECK(ensure() == DerivedState::MadeAnew);
        }
        CHECK(ensure() == DerivedState::MadeAnew);
    }
    SECTION("a script that fails leaves the tables and the version as they were")
    {
        REQUIRE_OK(connection->execute("INSERT INTO s VALUES (1)"));
        tables.version = 3;
        tables.create = "CREATE TABLE s (x); CREATE TABL";
        CHECK_FALSE(ensureDerived(*connection, tables).hasValue());
        CHECK(number(*connection, "SELECT count(*) FROM s") == 1);
        CHECK(number(*connection, "SELECT version FROM derived_versions") == 2);
    }
}

TEST_CASE("What a migration says is frozen: offices were made by it")
{
    initResources();
    // A new migration adds a line here; a line is never changed.
    const QHash<int, QByteArray> frozen{
        {1, "a6ac19f8b510c4c6c5b094e65e66dd483bd8097a9a12d1f953f61b356aaf66ca"},
        {2, "19d3af704080ff6ff395ce9750d9f3f2fa2f5fb4e7bab3f6a57ebcade51f4542"},
        {3, "00b3fb7adf35a695ebca65553fdbb56a944d6596406dbd9d00f086c033c4b7b2"},
        {4, "8c06602e875b941f58022f625da8408af389f790cb36d704a31ab69726939995"},
        {5, "9afae3cfcb22c5628e6b7c896f78f52c9b5021986c113dc5014bce267fb6f410"},
    };
    const auto migrations = builtInMigrations();
    REQUIRE_OK(migrations);
    REQUIRE(std::size_t(frozen.size()) == migrations->size());
    for (const Migration& migration : *migrations) {
        QByteArray sql = migration.sql;
        sql.replace("\r\n", "\n");
        INFO(migration.name.toStdString());
        CHECK(QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex()
              == frozen.value(migration.version));
    }
}

TEST_CASE_METHOD(MigrationFixture, "The migrations built into the program make a sound file")
{
    initResources();
    REQUIRE(currentSchemaVersion() >= 1);
    REQUIRE_OK(migrate(*connection, clock));
    CHECK(*schemaVersion(*connection) == currentSchemaVersion());
    REQUIRE_OK(checkSchema(*connection, *builtInMigrations()));
    Progress progress;
    const auto problems = checkIntegrity(*connection, progress);
    REQUIRE_OK(problems);
    CHECK(problems->empty());
    // every reference names a table and columns that exist, else SQLite refuses the first row only
    auto references = connection->statement(
        "SELECT m.name, f.\"table\", f.\"to\" FROM sqlite_schema AS m, "
        "pragma_foreign_key_list(m.name) AS f "
        "WHERE m.type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_table_info(f.\"table\") AS c "
        "WHERE c.name = coalesce(f.\"to\", c.name))");
    REQUIRE_OK(references.forEach([](const Statement& row) {
        FAIL_CHECK(row.text(0).toStdString() << " refers to " << row.text(1).toStdString());
    }));
}
