#include "StorageFixture.h"

#include "core/storage/Integrity.h"
#include "core/storage/Transaction.h"

#include <chrono>

using namespace core;
using namespace storage_test;

namespace {

/// A file with a few hundred pages, some of them free.
std::unique_ptr<Connection> filledFile(const Folder& folder)
{
    auto connection = folder.create();
    REQUIRE_OK(connection->execute("CREATE TABLE t (x INTEGER, y TEXT)"));
    REQUIRE_OK(connection->execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000) "
        "INSERT INTO t SELECT i, hex(randomblob(40)) FROM n"));
    REQUIRE_OK(connection->execute("DELETE FROM t WHERE x > 6000"));
    return connection;
}

void checkSound(Connection& connection)
{
    Progress quiet;
    const auto problems = checkIntegrity(connection, quiet);
    REQUIRE_OK(problems);
    CHECK(problems->empty());
    CHECK(number(connection, "SELECT count(*) FROM t") == 6000);
}

} // namespace

TEST_CASE("A file that was written anew opens with its new key and no other")
{
    const Folder folder;
    const auto connection = filledFile(folder);
    REQUIRE_OK(connection->rekey(keyOf(2)));
    CHECK(connection->key() == keyOf(2));
    checkSound(*connection);
    REQUIRE_OK(connection->execute("UPDATE t SET y = 'changed' WHERE x = 1"));
    const OpenOptions options{.path = folder.path()};
    CHECK(Connection::open(options, keyOf(1)).error().code == ErrorCode::Unauthenticated);
    const auto other = Connection::open(options, keyOf(2));
    REQUIRE_OK(other);
    CHECK(text(**other, "SELECT y FROM t WHERE x = 1") == u"changed");
}

TEST_CASE("A file that somebody reads keeps its key")
{
    const Folder folder;
    const auto connection = filledFile(folder);
    BusyPolicy impatient;
    impatient.budget = std::chrono::milliseconds(30);
    connection->setBusyPolicy(impatient);
    const auto reader = folder.reopen();
    {
        auto reading = reader->statement("SELECT x FROM t");
        REQUIRE(*reading.step() == StepState::Row);
        CHECK(connection->rekey(keyOf(2)).error().code == ErrorCode::Busy);
        CHECK(*reading.step() == StepState::Row);
    }
    checkSound(*connection);
    checkSound(*reader);
    REQUIRE_OK(connection->rekey(keyOf(2)));
    checkSound(*connection);
}

TEST_CASE("A key is changed between transactions, and only for one of the same length")
{
    const Folder folder;
    const auto connection = filledFile(folder);
    CHECK(connection->rekey(SecureBytes(16)).error().code == ErrorCode::Internal);
    {
        auto transaction = Transaction::begin(*connection);
        REQUIRE_OK(transaction);
        CHECK(connection->rekey(keyOf(2)).error().code == ErrorCode::Internal);
    }
    {
        auto reading = connection->statement("SELECT x FROM t");
        CHECK(connection->rekey(keyOf(2)).error().code == ErrorCode::Internal);
    }
    checkSound(*folder.reopen());
}

TEST_CASE("Where the key does not fit any more, the one of today is asked for")
{
    const Folder folder;
    const auto connection = filledFile(folder);
    int asked = 0;
    Result<> answer;
    OpenOptions options{.path = folder.path()};
    options.keysNow = [&]() -> Result<std::vector<SecureBytes>> {
        ++asked;
        if (!answer) {
            return answer.error();
        }
        std::vector<SecureBytes> keys;
        keys.push_back(keyOf(1));
        keys.push_back(keyOf(2));
        return keys;
    };
    const auto other = Connection::open(options, keyOf(1));
    REQUIRE_OK(other);
    checkSound(**other);
    CHECK(asked == 0);

    REQUIRE_OK(connection->rekey(keyOf(2)));
    SECTION("a transaction goes through at once")
    {
        auto transaction = Transaction::begin(**other);
        REQUIRE_OK(transaction);
        REQUIRE_OK((*other)->execute("UPDATE t SET y = 'changed' WHERE x = 1"));
        REQUIRE_OK(transaction->commit());
        CHECK(asked == 1);
        CHECK(text(*connection, "SELECT y FROM t WHERE x = 1") == u"changed");
    }
    SECTION("who only reads is told once that nothing was done")
    {
        const auto first = (*other)->execute("SELECT count(*) FROM t");
        CHECK(first.error().code == ErrorCode::Busy);
        CHECK((*other)->mustReopen());
        checkSound(**other);
        CHECK(asked == 1);
        CHECK((*other)->key() == keyOf(2));
    }
    SECTION("who has no key any more hears why")
    {
        answer = Error{ErrorCode::Unauthenticated, QStringLiteral("taken away"), {}};
        CHECK(Transaction::begin(**other).error().message == u"taken away");
        CHECK(Connection::open(options, keyOf(1)).error().message == u"taken away");
        answer = {};
        checkSound(**other);
    }
    SECTION("a beginning that is damaged is not taken for another key")
    {
        QByteArray bytes = folder.bytes();
        bytes[100] = char(bytes[100] ^ 1);
        folder.write(bytes);
        CHECK(Connection::open(options, keyOf(1)).error().code == ErrorCode::Corrupt);
        CHECK(Connection::open(options, keyOf(2)).error().code == ErrorCode::Corrupt);
    }
}
