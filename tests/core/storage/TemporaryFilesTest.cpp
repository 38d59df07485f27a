// Nothing of the office may reach a temporary file in plain text. A VFS that stands in front of the
// platform's own counts what SQLite opens for sorting and for its transient tables.
#include "DriverFixture.h"

#include "core/storage/Sqlite.h"

#include <cstring>

using namespace core;
using namespace storage_test;

namespace {

struct WatchingVfs
{
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    int temporaryFiles = 0;

    WatchingVfs()
    {
        vfs = *real;
        vfs.zName = "watching";
        vfs.pNext = nullptr;
        vfs.pAppData = this;
        vfs.xOpen =
            [](sqlite3_vfs* self, const char* name, sqlite3_file* file, int flags, int* outFlags) {
                auto* watching = static_cast<WatchingVfs*>(self->pAppData);
                // a statement journal (SUBJOURNAL) holds encrypted pages
                if ((flags
                     & (SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL))
                    != 0)
                    ++watching->temporaryFiles;
                return watching->real->xOpen(watching->real, name, file, flags, outFlags);
            };
        sqlite3_vfs_register(&vfs, 0);
    }
    ~WatchingVfs() { sqlite3_vfs_unregister(&vfs); }
    WatchingVfs(const WatchingVfs&) = delete;
    WatchingVfs& operator=(const WatchingVfs&) = delete;
};

void sortMuch(Connection& connection)
{
    // smaller than what is sorted, so that SQLite would like to spill
    REQUIRE_OK(connection.execute("PRAGMA cache_size = 20"));
    auto sorted = connection.statement("SELECT x FROM t ORDER BY x || 'z' DESC");
    int rows = 0;
    REQUIRE_OK(sorted.forEach([&rows](const Statement&) { ++rows; }));
    CHECK(rows == 30'000);
    CHECK(number(connection,
                 "SELECT count(*) FROM (SELECT DISTINCT x || 'y' FROM t UNION SELECT x FROM t)")
          == 60'000);
}

} // namespace

TEST_CASE("Sorting never opens a temporary file")
{
    WatchingVfs watching;
    const Folder folder;
    const auto connection
        = Folder::open({.path = folder.path(), .create = true, .vfs = QStringLiteral("watching")});
    REQUIRE_OK(connection->executeScript(
        "CREATE TABLE t (x TEXT);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
        "INSERT INTO t SELECT 'a name of some length, number ' || (i * 7919 % 30011) FROM n;"));
    sortMuch(*connection);
    CHECK(watching.temporaryFiles == 0);

    SECTION("and this test would see it")
    {
        REQUIRE_OK(connection->execute("PRAGMA temp_store = FILE"));
        sortMuch(*connection);
        CHECK(watching.temporaryFiles > 0);
    }
}

TEST_CASE("Sorting for Qt's classes never opens a temporary file either")
{
    WatchingVfs watching;
    const Folder folder;
    const Database db(rawKey + QStringLiteral(";QSQLCIPHER_OPEN_URI"),
                      QString(),
                      QStringLiteral("file:%1?vfs=watching").arg(folder.path()));
    REQUIRE(db.isOpen());
    db.run(QStringLiteral("PRAGMA cache_size = 20"));
    db.run(QStringLiteral("CREATE TABLE t (x TEXT)"));
    db.run(QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
        "INSERT INTO t SELECT 'a name of some length, number ' || (i * 7919 % 60011) FROM n"));
    const auto sort = [&db] {
        QSqlQuery sorted = db.query();
        sorted.setForwardOnly(true);
        REQUIRE(sorted.exec(QStringLiteral("SELECT x FROM t ORDER BY x || 'z' DESC")));
        int rows = 0;
        while (sorted.next())
            ++rows;
        CHECK(rows == 60'000);
    };
    sort();
    CHECK(watching.temporaryFiles == 0);
    db.run(QStringLiteral("PRAGMA temp_store = FILE"));
    sort();
    CHECK(watching.temporaryFiles > 0); // this test would see it
}
