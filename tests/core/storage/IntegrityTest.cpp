#include "core/storage/Integrity.h"

#include "StorageFixture.h"

#include "core/storage/Transaction.h"

using namespace core;
using namespace storage_test;

namespace {

struct IntegrityFixture
{
    Folder folder;
    IntegrityFixture()
    {
        const auto connection = folder.create();
        REQUIRE_OK(connection->executeScript(
            "CREATE TABLE p (id INTEGER PRIMARY KEY);"
            "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, p INTEGER REFERENCES p (id));"
            "CREATE INDEX i ON t (x);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
            "INSERT INTO t (x) SELECT 'some text number ' || i FROM n;"));
    }
    [[nodiscard]] std::vector<IntegrityProblem> problems() const
    {
        const auto connection = folder.reopen();
        Progress progress;
        auto found = checkIntegrity(*connection, progress);
        REQUIRE_OK(found);
        CHECK_FALSE(connection->isInTransaction());
        return *std::move(found);
    }
};

} // namespace

TEST_CASE_METHOD(IntegrityFixture, "A sound file has no problems")
{
    CHECK(problems().empty());
}

TEST_CASE_METHOD(IntegrityFixture,
                 "One flipped bit anywhere after the first page is found with its page")
{
    const QByteArray sound = folder.bytes();
    const qsizetype pages = sound.size() / 4096;
    REQUIRE(pages > 10);
    // content, initialization vector and authentication code of pages from everywhere in the file
    for (const qsizetype page : {qsizetype{2}, pages / 3, pages / 2, pages}) {
        for (const qsizetype offset : {0, 1234, 4015, 4017, 4095}) {
            INFO("page " << page << " offset " << offset);
            QByteArray damaged = sound;
            char& byte = damaged[(page - 1) * 4096 + offset];
            byte = static_cast<char>(byte ^ 0x10);
            folder.write(damaged);
            const auto found = problems();
            REQUIRE_FALSE(found.empty());
            CHECK(found.front().kind == u"page");
            CHECK(found.front().where == QStringLiteral("page %1").arg(page));
        }
    }
}

TEST_CASE_METHOD(IntegrityFixture,
                 "A damaged page that is read is Corrupt, and nothing is written after it")
{
    QByteArray damaged = folder.bytes();
    for (qsizetype page = 2; page <= damaged.size() / 4096; ++page) {
        char& byte = damaged[(page - 1) * 4096 + 99];
        byte = static_cast<char>(byte ^ 1);
    }
    folder.write(damaged);
    const auto connection = folder.reopen();
    const auto read = connection->execute("SELECT count(*) FROM t");
    REQUIRE_FALSE(read.hasValue());
    CHECK(read.error().code == ErrorCode::Corrupt);
    CHECK(connection->mustReopen());
    CHECK_FALSE(Transaction::begin(*connection).hasValue());
}

TEST_CASE_METHOD(IntegrityFixture, "A file cut in the middle of a page is found")
{
    folder.write(folder.bytes().chopped(1000));
    const auto opened = Connection::open({.path = folder.path()}, keyOf(1));
    if (opened) {
        CHECK_FALSE(problems().empty());
    } else {
        CHECK(opened.error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE_METHOD(IntegrityFixture, "A reference to a row that is not there is found with its row")
{
    {
        const auto connection = folder.reopen();
        REQUIRE_OK(connection->executeScript(
            "PRAGMA foreign_keys = OFF; UPDATE t SET p = 99 WHERE id = 17;"));
    }
    const auto found = problems();
    REQUIRE(found.size() == 1);
    CHECK(found.front().kind == u"foreign_key");
    CHECK(found.front().where == u"t row 17");
}

TEST_CASE_METHOD(IntegrityFixture, "A check that is stopped is Cancelled and leaves no lock")
{
    const auto connection = folder.reopen();
    std::stop_source source;
    Progress progress([&](const QString&, std::int64_t, std::int64_t) { source.request_stop(); },
                      source.get_token());
    CHECK(checkIntegrity(*connection, progress).error().code == ErrorCode::Cancelled);
    REQUIRE_OK(folder.reopen()->execute("DELETE FROM t"));
}

TEST_CASE_METHOD(IntegrityFixture, "The check goes on inside a transaction that is open already")
{
    const auto connection = folder.reopen();
    auto transaction = Transaction::begin(*connection);
    REQUIRE_OK(connection->execute("DELETE FROM t WHERE id = 1"));
    Progress progress;
    const auto found = checkIntegrity(*connection, progress);
    REQUIRE_OK(found);
    CHECK(found->empty());
    REQUIRE_OK(transaction->commit());
}

TEST_CASE("A check at one desk finds nothing wrong with a search index that another desk has "
          "written since")
{
    const Folder folder;
    const auto writing = folder.create();
    REQUIRE_OK(writing->executeScript(
        "CREATE VIRTUAL TABLE s USING fts5 (w, content = '', detail = 'none')"));
    const auto checking = folder.reopen();
    const auto write = [&writing](int from) {
        for (int i = from; i < from + 40; ++i) {
            auto insert = writing->statement("INSERT INTO s (rowid, w) VALUES (?, ?)");
            insert.bindAll(i, QStringLiteral("word%1 common").arg(i));
            REQUIRE_OK(insert.run());
        }
    };
    write(1);
    // The check's own desk has searched before, and remembers how the index was laid out.
    auto search = checking->statement("SELECT rowid FROM s WHERE s MATCH 'common'");
    REQUIRE_OK(search.all([](const Statement& row) { return row.int64(0); }));
    write(101);
    Progress progress;
    const auto found = checkIntegrity(*checking, progress);
    REQUIRE_OK(found);
    CHECK(found->empty());
}
