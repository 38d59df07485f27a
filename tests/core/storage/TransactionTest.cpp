#include "core/storage/Transaction.h"

#include "StorageFixture.h"

#include <thread>

using namespace core;
using namespace storage_test;
using std::chrono::milliseconds;

namespace {

struct TransactionFixture
{
    Folder folder;
    std::unique_ptr<Connection> connection = folder.create();
    TransactionFixture() { REQUIRE_OK(connection->execute("CREATE TABLE t (x INTEGER)")); }

    void insert(int value) const
    {
        REQUIRE_OK(connection->statement("INSERT INTO t VALUES (?)").bindAll(value).run());
    }
    [[nodiscard]] qint64 count() const { return number(*connection, "SELECT count(*) FROM t"); }
};

} // namespace

TEST_CASE_METHOD(TransactionFixture, "A transaction is open, then committed")
{
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(transaction);
    CHECK(transaction->state() == Transaction::State::Open);
    CHECK(connection->isInTransaction());
    insert(1);
    REQUIRE_OK(transaction->commit());
    CHECK(transaction->state() == Transaction::State::Committed);
    CHECK_FALSE(connection->isInTransaction());
    CHECK(number(*folder.reopen(), "SELECT count(*) FROM t") == 1);
    CHECK(transaction->commit().error().code == ErrorCode::Internal);
}

TEST_CASE_METHOD(TransactionFixture, "A transaction left without commit takes everything back")
{
    {
        auto transaction = Transaction::begin(*connection);
        REQUIRE_OK(transaction);
        insert(1);
        Transaction moved = *std::move(transaction);
        insert(2);
        CHECK(count() == 2);
    }
    CHECK(count() == 0);
    auto transaction = Transaction::begin(*connection);
    insert(1);
    transaction->rollback();
    CHECK(transaction->state() == Transaction::State::RolledBack);
    CHECK(count() == 0);
    CHECK(transaction->commit().error().code == ErrorCode::Internal);
}

TEST_CASE_METHOD(TransactionFixture,
                 "A second transaction on the same connection is refused and harms nothing")
{
    auto transaction = Transaction::begin(*connection);
    insert(1);
    CHECK(Transaction::begin(*connection).error().code == ErrorCode::Internal);
    REQUIRE_OK(transaction->commit());
    CHECK(count() == 1);
}

TEST_CASE_METHOD(TransactionFixture, "Savepoints take back their own part, also nested")
{
    auto transaction = Transaction::begin(*connection);
    insert(1);
    {
        auto outer = Savepoint::begin(*connection);
        REQUIRE_OK(outer);
        insert(2);
        {
            auto inner = Savepoint::begin(*connection);
            insert(3);
        }
        CHECK(count() == 2);
        {
            auto inner = Savepoint::begin(*connection);
            insert(4);
            REQUIRE_OK(inner->release());
        }
        REQUIRE_OK(outer->release());
        CHECK(outer->release().error().code == ErrorCode::Internal);
    }
    REQUIRE_OK(transaction->commit());
    CHECK(text(*connection, "SELECT group_concat(x) FROM t") == u"1,2,4");
}

TEST_CASE_METHOD(TransactionFixture,
                 "Waiting ends with Busy when the budget is spent, after saying so once")
{
    const auto other = folder.reopen();
    auto holder = Transaction::begin(*other);
    REQUIRE_OK(holder);
    int notices = 0;
    const BusyPolicy policy{
        .budget = milliseconds(60), .noticeAfter = milliseconds(10), .onWaiting = [&notices] {
            ++notices;
        }};
    const auto refused = Transaction::begin(*connection, policy);
    REQUIRE_FALSE(refused.hasValue());
    CHECK(refused.error().code == ErrorCode::Busy);
    CHECK(notices == 1);
    // the connection has its own policy again
    CHECK(connection->busyPolicy().budget == BusyPolicy().budget);
    holder->rollback();
    auto free = Transaction::begin(*connection, policy);
    REQUIRE_OK(free);
    CHECK(connection->busyPolicy().budget == policy.budget);
    REQUIRE_OK(free->commit());
    CHECK(connection->busyPolicy().budget == BusyPolicy().budget);
}

TEST_CASE_METHOD(TransactionFixture,
                 "A stopped person waits no longer, and that is Cancelled, not Busy")
{
    const auto other = folder.reopen();
    auto holder = Transaction::begin(*other);
    int questions = 0;
    const Connection::StopScope stop(*connection, [&questions] { return ++questions > 3; });
    CHECK(Transaction::begin(*connection).error().code == ErrorCode::Cancelled);
}

TEST_CASE_METHOD(TransactionFixture,
                 "A commit that readers hold up is still open and can be tried again")
{
    connection->setBusyPolicy({.budget = milliseconds(0)});
    insert(1);
    const auto reader = folder.reopen();
    auto transaction = Transaction::begin(*connection);
    insert(2);
    {
        auto halfRead = reader->statement("SELECT x FROM t");
        REQUIRE(*halfRead.step() == StepState::Row);
        const auto held = transaction->commit();
        REQUIRE_FALSE(held.hasValue());
        CHECK(held.error().code == ErrorCode::Busy);
        CHECK(transaction->state() == Transaction::State::Open);
    }
    REQUIRE_OK(transaction->commit());
    CHECK(number(*reader, "SELECT count(*) FROM t") == 2);
}

TEST_CASE_METHOD(TransactionFixture,
                 "A reference that is missing at the commit rolls back and is Conflict")
{
    REQUIRE_OK(connection->executeScript(
        "CREATE TABLE p (id INTEGER PRIMARY KEY);"
        "CREATE TABLE c (p INTEGER REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED);"));
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("INSERT INTO c VALUES (5)"));
    const auto failed = transaction->commit();
    REQUIRE_FALSE(failed.hasValue());
    CHECK(failed.error().code == ErrorCode::Conflict);
    CHECK(transaction->state() == Transaction::State::RolledBack);
    CHECK_FALSE(connection->mustReopen());
    CHECK(number(*connection, "SELECT count(*) FROM c") == 0);
}

TEST_CASE_METHOD(TransactionFixture, "Several threads add to one row and no step is lost")
{
    insert(0);
    constexpr int threads = 4;
    constexpr int steps = 25;
    std::vector<std::thread> workers;
    std::atomic<int> failures{0};
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            const auto opened = Connection::open({.path = folder.path()}, keyOf(1));
            for (int step = 0; opened && step < steps; ++step) {
                auto transaction = Transaction::begin(**opened);
                if (!transaction || !(*opened)->execute("UPDATE t SET x = x + 1")
                    || !transaction->commit())
                    ++failures;
            }
            if (!opened)
                ++failures;
        });
    }
    for (std::thread& worker : workers)
        worker.join();
    CHECK(failures == 0);
    CHECK(number(*connection, "SELECT x FROM t") == threads * steps);
}

TEST_CASE("Pauses are random below a limit that doubles up to the longest")
{
    const BusyPolicy policy;
    for (int attempt : {0, 1, 2, 3, 4, 5, 10, 60, 1000}) {
        const auto limit
            = std::min(milliseconds(80), milliseconds(attempt < 5 ? 5 << attempt : 80));
        milliseconds longest{0};
        for (int i = 0; i < 300; ++i) {
            const milliseconds pause = jitteredPause(policy, attempt);
            REQUIRE(pause >= milliseconds(0));
            REQUIRE(pause <= limit);
            longest = std::max(longest, pause);
        }
        CHECK(longest > limit / 2);
    }
}

TEST_CASE("Only a shared office pauses after its own commit")
{
    CHECK(BusyPolicy().pauseAfterCommitTo == milliseconds(0));
    CHECK(BusyPolicy::shared().pauseAfterCommitFrom == milliseconds(20));
    CHECK(BusyPolicy::shared().pauseAfterCommitTo == milliseconds(120));
}

TEST_CASE_METHOD(TransactionFixture,
                 "The pause after a commit of one's own is kept before the next begin")
{
    BusyPolicy policy;
    policy.pauseAfterCommitFrom = milliseconds(30);
    policy.pauseAfterCommitTo = milliseconds(31);
    connection->setBusyPolicy(policy);
    auto first = Transaction::begin(*connection);
    REQUIRE_OK(first->commit());
    const auto committed = std::chrono::steady_clock::now();
    auto second = Transaction::begin(*connection);
    REQUIRE_OK(second);
    CHECK(std::chrono::steady_clock::now() - committed >= milliseconds(29));
}

TEST_CASE_METHOD(TransactionFixture,
                 "Colleagues read on while a transaction has changed more than the cache holds")
{
    const auto reader = folder.reopen();
    reader->setBusyPolicy({.budget = milliseconds(0)});
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(transaction);
    REQUIRE_OK(connection->execute("PRAGMA cache_size = 5"));
    REQUIRE_OK(connection->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                   "WHERE i < 20000) INSERT INTO t SELECT i FROM n"));
    CHECK(number(*reader, "SELECT count(*) FROM t") == 0);
    REQUIRE_OK(transaction->commit());
    CHECK(number(*reader, "SELECT count(*) FROM t") == 20'000);
}

TEST_CASE_METHOD(TransactionFixture,
                 "Big work may write early where it is let, and only as long as it is let")
{
    const auto reader = folder.reopen();
    reader->setBusyPolicy({.budget = milliseconds(0)});
    REQUIRE_OK(connection->execute("PRAGMA cache_size = 5"));
    const auto changeMuch = [this] {
        return connection->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                   "WHERE i < 200000) INSERT INTO t SELECT i FROM n");
    };
    const auto readerMayRead = [&reader] {
        return reader->statement("SELECT count(*) FROM t").one([](const Statement&) { return 0; });
    };
    {
        const Connection::SpillScope spill(*connection, 1);
        auto transaction = Transaction::begin(*connection);
        REQUIRE_OK(transaction);
        REQUIRE_OK(changeMuch());
        CHECK(readerMayRead().error().code == ErrorCode::Busy);
    }
    CHECK(count() == 0);
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(transaction);
    REQUIRE_OK(changeMuch());
    REQUIRE_OK(readerMayRead());
}
