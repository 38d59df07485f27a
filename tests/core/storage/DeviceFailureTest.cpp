// What happens when the disk or the share fails in the middle of a save. A VFS in front of the
// platform's own lets writes or flushes fail from a moment on.
#include "StorageFixture.h"

#include "core/storage/Sqlite.h"
#include "core/storage/Transaction.h"

#include <cerrno>

using namespace core;
using namespace storage_test;

namespace {

/// What fails now; one for the process, since SQLite's methods carry no data of ours.
struct Fault
{
    static inline int writes = SQLITE_OK;
    static inline int syncs = SQLITE_OK;
    static inline int systemError = 0; ///< what the platform says about it

    static void heal() { writes = syncs = SQLITE_OK, systemError = 0; }
};

/// The methods of one kind of file: the platform locks the database, but not its journal.
template <int Kind>
struct FailingMethods
{
    static inline const sqlite3_io_methods* real = nullptr;
    static inline sqlite3_io_methods methods{};

    static void putInFrontOf(sqlite3_file* file)
    {
        real = file->pMethods;
        methods = *real;
        methods.xWrite = [](sqlite3_file* f, const void* bytes, int size, sqlite3_int64 at) {
            return Fault::writes != SQLITE_OK ? Fault::writes : real->xWrite(f, bytes, size, at);
        };
        methods.xSync = [](sqlite3_file* f, int how) {
            return Fault::syncs != SQLITE_OK ? Fault::syncs : real->xSync(f, how);
        };
        file->pMethods = &methods;
    }
};

struct FailingVfs
{
    sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);

    FailingVfs()
    {
        vfs.zName = "failing";
        vfs.pNext = nullptr;
        vfs.xOpen
            = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
                  sqlite3_vfs* platform = sqlite3_vfs_find(nullptr);
                  const int code = platform->xOpen(platform, name, file, flags, outFlags);
                  if (code != SQLITE_OK || !file->pMethods)
                      return code;
                  if ((flags & SQLITE_OPEN_MAIN_DB) != 0)
                      FailingMethods<SQLITE_OPEN_MAIN_DB>::putInFrontOf(file);
                  else
                      FailingMethods<SQLITE_OPEN_MAIN_JOURNAL>::putInFrontOf(file);
                  return code;
              };
        vfs.xGetLastError = [](sqlite3_vfs*, int, char*) {
            return Fault::systemError;
        };
        sqlite3_vfs_register(&vfs, 0);
    }
    ~FailingVfs()
    {
        Fault::heal();
        sqlite3_vfs_unregister(&vfs);
    }
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;
};

struct FailureFixture
{
    FailingVfs failing;
    Folder folder;
    std::unique_ptr<Connection> connection
        = Folder::open({.path = folder.path(), .create = true, .vfs = QStringLiteral("failing")});
    FailureFixture()
    {
        REQUIRE_OK(connection->execute("CREATE TABLE t (x INTEGER)"));
        REQUIRE_OK(connection->execute("INSERT INTO t VALUES (1)"));
    }
};

} // namespace

TEST_CASE_METHOD(
    FailureFixture,
    "A flush that fails at the commit leaves the outcome unknown, and the file is opened "
    "anew before anything else")
{
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("INSERT INTO t VALUES (2)"));
    Fault::syncs = SQLITE_IOERR_FSYNC;
    const auto failed = transaction->commit();
    REQUIRE_FALSE(failed.hasValue());
    CHECK(failed.error().code == ErrorCode::Io);
    CHECK(transaction->state() == Transaction::State::Unknown);
    CHECK(connection->mustReopen());
    CHECK_FALSE(connection->isInTransaction());
    // Nobody waits for locks of a connection whose state is not known.
    CHECK(Transaction::begin(*folder.reopen()).hasValue());
    Fault::heal();

    CHECK(number(*connection, "SELECT count(*) FROM t WHERE x = 1") == 1);
    CHECK_FALSE(connection->mustReopen());
    auto again = Transaction::begin(*connection);
    REQUIRE_OK(again);
    REQUIRE_OK(connection->execute("INSERT INTO t VALUES (3)"));
    REQUIRE_OK(again->commit());
}

TEST_CASE_METHOD(FailureFixture, "A full disk takes the whole transaction back and says so")
{
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("UPDATE t SET x = 5"));
    Fault::writes = SQLITE_FULL;
    const auto failed = transaction->commit();
    Fault::heal();
    REQUIRE_FALSE(failed.hasValue());
    CHECK(failed.error().code == ErrorCode::Io);
    CHECK(transaction->state() != Transaction::State::Committed);
    CHECK(transaction->state() != Transaction::State::Open);
    CHECK_FALSE(connection->isInTransaction());
    connection.reset();
    CHECK(number(*folder.reopen(), "SELECT x FROM t") == 1);
}

TEST_CASE_METHOD(FailureFixture,
                 "A write that fails inside the transaction ends it; its commit is refused")
{
    {
        REQUIRE_OK(connection->execute("PRAGMA cache_size = 5"));
        auto transaction = Transaction::begin(*connection);
        Fault::writes = SQLITE_IOERR_WRITE;
        // more than the cache holds, so that SQLite has to write before the commit
        const auto failed
            = connection->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                  "WHERE i < 20000) INSERT INTO t SELECT i FROM n");
        REQUIRE_FALSE(failed.hasValue());
        CHECK(failed.error().code == ErrorCode::Io);
        CHECK(connection->mustReopen());
        CHECK_FALSE(transaction->commit().hasValue());
        CHECK(transaction->state() != Transaction::State::Committed);
        Fault::heal();
    }
    connection.reset();
    CHECK(number(*folder.reopen(), "SELECT count(*) FROM t") == 1);
}

#ifdef Q_OS_UNIX
TEST_CASE_METHOD(FailureFixture, "A shared folder that does not answer is told from a broken disk")
{
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("UPDATE t SET x = 5"));
    Fault::writes = SQLITE_IOERR_WRITE;
    Fault::systemError = ESTALE;
    const auto failed = transaction->commit();
    Fault::heal();
    REQUIRE_FALSE(failed.hasValue());
    CHECK(failed.error().code == ErrorCode::Io);
    connection.reset();
    CHECK(number(*folder.reopen(), "SELECT x FROM t") == 1);
}
#endif

TEST_CASE("Memory that SQLite cannot have is said, and the file is as it was")
{
    const Folder folder;
    const auto connection = folder.create();
    REQUIRE_OK(connection->execute("CREATE TABLE t (x TEXT)"));
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + 100'000);
    const auto failed = connection->execute("INSERT INTO t VALUES (hex(zeroblob(10000000)))");
    sqlite3_hard_heap_limit64(0);
    REQUIRE_FALSE(failed.hasValue());
    CHECK(failed.error().code == ErrorCode::Io);
    CHECK(number(*connection, "SELECT count(*) FROM t") == 0);
}

TEST_CASE("What an authorizer forbids is no defect")
{
    const Folder folder;
    const auto connection = folder.create();
    REQUIRE_OK(connection->execute("CREATE TABLE t (x TEXT)"));
    sqlite3_set_authorizer(
        connection->handle(),
        [](void*, int, const char*, const char*, const char*, const char*) { return SQLITE_DENY; },
        nullptr);
    const auto refused = connection->execute("DELETE FROM t");
    REQUIRE_FALSE(refused.hasValue());
    CHECK(refused.error().code == ErrorCode::Io);
}
