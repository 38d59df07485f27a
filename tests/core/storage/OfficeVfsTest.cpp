// What OfficeVfs adds to SQLite's own ways with files.
#include "core/storage/OfficeVfs.h"

#include "StorageFixture.h"
#include "support/FaultDisk.h"

#include "core/storage/Sqlite.h"
#include "core/storage/Transaction.h"

#include <array>
#include <chrono>
#include <thread>

using namespace core;
using namespace storage_test;
using tests::Fault;
using tests::FaultDisk;

namespace {

constexpr auto onFaultDisk = "dossier-vfs-test";
constexpr auto onSlowNetwork = "dossier-vfs-test-network";

/// An office of one table on a FaultDisk; the real file of that name is only what Connection looks for.
struct DiskFixture
{
    FaultDisk& disk = FaultDisk::instance();
    Folder folder;

    DiskFixture()
    {
        static const bool registered = [] {
            registerOfficeVfs({.name = onFaultDisk, .base = FaultDisk::name});
            registerOfficeVfs({.name = onSlowNetwork,
                               .base = FaultDisk::name,
                               .longestCall = std::chrono::milliseconds(30),
                               .alwaysNetwork = true});
            return true;
        }();
        REQUIRE(registered);
        disk.restore({});
        {
            const auto made = Folder::open(
                {.path = folder.path(), .create = true, .vfs = QString::fromLatin1(onFaultDisk)});
            REQUIRE_OK(made->execute("CREATE TABLE t (x INTEGER)"));
            REQUIRE_OK(made->execute("INSERT INTO t VALUES (1)"));
        }
        folder.write("placeholder");
    }

    [[nodiscard]] std::unique_ptr<Connection> open(const char* vfs = onFaultDisk) const
    {
        return Folder::open({.path = folder.path(), .vfs = QString::fromLatin1(vfs)});
    }
    [[nodiscard]] std::string journal() const { return folder.path().toStdString() + "-journal"; }
};

} // namespace

TEST_CASE_METHOD(DiskFixture, "the journal is there from the first opening, and never goes")
{
    disk.restore({{folder.path().toStdString(), disk.files()[folder.path().toStdString()]}});
    const auto connection = open();
    CHECK(number(*connection, "SELECT x FROM t") == 1);
    CHECK(disk.files().count(journal()) == 1);
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("INSERT INTO t VALUES (2)"));
    REQUIRE_OK(transaction->commit());
    REQUIRE(disk.files().count(journal()) == 1);
    const QByteArray bytes = disk.files()[journal()];
    CHECK(bytes.size() >= 512);
    CHECK(bytes.left(28) == QByteArray(28, '\0'));
}

TEST_CASE_METHOD(DiskFixture,
                 "the journal of a crashed colleague is rolled back, and stays as an empty one")
{
    const FaultDisk::Files before = disk.files();
    const std::string database = folder.path().toStdString();
    bool isHot = false;
    for (int call = 1; call < 100 && !isHot; ++call) {
        disk.restore(before);
        {
            const auto connection = open();
            auto transaction = Transaction::begin(*connection);
            REQUIRE_OK(connection->execute("UPDATE t SET x = 5"));
            disk.arm({Fault::Kill, call, 0});
            static_cast<void>(transaction->commit());
        }
        disk.restart();
        isHot = disk.files()[journal()].at(0) != '\0'
            && disk.files()[database] != before.at(database);
    }
    REQUIRE(isHot);
    const auto next = open();
    CHECK(number(*next, "SELECT x FROM t") == 1);
    CHECK(disk.files()[journal()].left(28) == QByteArray(28, '\0'));
}

TEST_CASE_METHOD(DiskFixture,
                 "after an I/O error neither file nor journal is written through that connection")
{
    const auto connection = open();
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("UPDATE t SET x = 5"));
    disk.arm({Fault::ErrorOnce, 3, 0});
    CHECK_FALSE(transaction->commit().hasValue());
    REQUIRE(disk.wasHit());
    CHECK(connection->mustReopen());
    CHECK(transaction->state() == Transaction::State::Unknown);
    CHECK(number(*open(), "SELECT x FROM t") == 1);
}

TEST_CASE_METHOD(
    DiskFixture,
    "who lost the lock on the way does not write over what a colleague committed meanwhile")
{
    const auto late = open();
    auto transaction = Transaction::begin(*late);
    REQUIRE_OK(late->execute("UPDATE t SET x = 5"));
    disk.dropLocks(); // as a server does with those of a computer it has not heard of
    {
        const auto other = open();
        auto theirs = Transaction::begin(*other);
        REQUIRE_OK(theirs);
        REQUIRE_OK(other->execute("UPDATE t SET x = 6"));
        REQUIRE_OK(theirs->commit());
    }
    const auto refused = transaction->commit();
    REQUIRE_FALSE(refused.hasValue());
    CHECK(refused.error().code == ErrorCode::Io);
    CHECK(number(*open(), "SELECT x FROM t") == 6);
}

TEST_CASE_METHOD(
    DiskFixture,
    "on a network, who was taken for dead does not write even where nobody saved meanwhile")
{
    const auto late = open(onSlowNetwork);
    auto transaction = Transaction::begin(*late);
    REQUIRE_OK(late->execute("UPDATE t SET x = 5"));
    disk.dropLocks();
    {
        const auto other = open();
        auto given = Transaction::begin(*other);
        REQUIRE_OK(other->execute("UPDATE t SET x = 6")); // in a journal of his own
        given->rollback();
    }
    CHECK_FALSE(transaction->commit().hasValue());
    CHECK(number(*open(), "SELECT x FROM t") == 1);
}

TEST_CASE_METHOD(
    DiskFixture,
    "on a network, a call that took so long that the lock may have passed on counts as failed")
{
    const auto connection = open(onSlowNetwork);
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("UPDATE t SET x = 5"));
    disk.sleepAt(3, std::chrono::milliseconds(60));
    CHECK_FALSE(transaction->commit().hasValue());
    CHECK(connection->mustReopen());
    CHECK(number(*open(), "SELECT x FROM t") == 1);

    // The same on a disk of this computer is only slow.
    const auto local = open();
    auto again = Transaction::begin(*local);
    REQUIRE_OK(local->execute("UPDATE t SET x = 7"));
    disk.sleepAt(3, std::chrono::milliseconds(60));
    REQUIRE_OK(again->commit());
}

TEST_CASE_METHOD(DiskFixture,
                 "a transaction that SQLite took back after an error takes no more statements")
{
    const auto connection = open();
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("UPDATE t SET x = 5"));
    sqlite3_exec(connection->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    CHECK_FALSE(connection->execute("INSERT INTO t VALUES (9)").hasValue());
    transaction->rollback();
    CHECK(number(*connection, "SELECT count(*) FROM t") == 1);
}
