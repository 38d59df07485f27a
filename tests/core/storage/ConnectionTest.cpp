#include "StorageFixture.h"

#include "core/storage/Sqlite.h"

#include <QDir>

using namespace core;
using namespace storage_test;

TEST_CASE("A new file is encrypted from its first byte and opens again with its key")
{
    const Folder folder;
    {
        const auto connection = folder.create();
        REQUIRE_OK(connection->execute("CREATE TABLE names (name TEXT)"));
        REQUIRE_OK(
            connection->statement("INSERT INTO names VALUES (?)").bindAll(u"Zhang Wei").run());
    }
    const QByteArray bytes = folder.bytes();
    CHECK(bytes.size() % 4096 == 0);
    CHECK_FALSE(bytes.startsWith("SQLite format 3"));
    CHECK_FALSE(bytes.contains("Zhang Wei"));
    CHECK_FALSE(bytes.contains("names"));
    CHECK(text(*folder.reopen(), "SELECT name FROM names") == u"Zhang Wei");
}

TEST_CASE("A new file has its first page even where nothing was written yet")
{
    const Folder folder;
    folder.create().reset();
    CHECK(folder.bytes().size() == 4096);
    CHECK(number(*folder.reopen(), "SELECT count(*) FROM sqlite_schema") == 0);
}

TEST_CASE("Every reason why a file does not open is its own error")
{
    const Folder folder;
    {
        const auto connection = folder.create();
        REQUIRE_OK(connection->execute("CREATE TABLE t (x)"));
    }
    const auto codeOf = [](const OpenOptions& options, const SecureBytes& key) {
        const auto opened = Connection::open(options, key);
        REQUIRE_FALSE(opened.hasValue());
        CHECK_FALSE(opened.error().message.isEmpty());
        return opened.error().code;
    };
    const QString path = folder.path();

    SECTION("a wrong key")
    {
        CHECK(codeOf({.path = path}, keyOf(2)) == ErrorCode::Unauthenticated);
    }
    SECTION("a key of a wrong length")
    {
        CHECK(codeOf({.path = path}, SecureBytes(31)) == ErrorCode::Internal);
    }
    SECTION("no file")
    {
        const QString missing = folder.path(QStringLiteral("missing.db"));
        CHECK(codeOf({.path = missing}, keyOf(1)) == ErrorCode::NotFound);
        CHECK_FALSE(QFile::exists(missing));
    }
    SECTION("a folder that is away")
    {
        const auto opened
            = Connection::open({.path = folder.path(QStringLiteral("away/office.db"))}, keyOf(1));
        CHECK(opened.error().code == ErrorCode::Io);
        CHECK(opened.error().message.contains(QStringLiteral("not there at the moment")));
    }
    SECTION("a folder")
    {
        CHECK(codeOf({.path = QFileInfo(path).path()}, keyOf(1)) == ErrorCode::Io);
    }
    SECTION("an empty file")
    {
        folder.write({});
        CHECK(codeOf({.path = path}, keyOf(1)) == ErrorCode::Corrupt);
    }
    SECTION("a file cut within its first page")
    {
        folder.write(folder.bytes().first(3000));
        CHECK(codeOf({.path = path}, keyOf(1)) == ErrorCode::Corrupt);
    }
    SECTION("a file cut by a whole page")
    {
        folder.write(folder.bytes().chopped(4096));
        CHECK(codeOf({.path = path}, keyOf(1)) == ErrorCode::Corrupt);
    }
    SECTION("a damaged first page, with the right key")
    {
        QByteArray bytes = folder.bytes();
        bytes[100] = static_cast<char>(bytes[100] ^ 1);
        folder.write(bytes);
        CHECK(codeOf({.path = path}, keyOf(1)) == ErrorCode::Corrupt);
        CHECK(codeOf({.path = path}, keyOf(2)) == ErrorCode::Unauthenticated);
    }
    SECTION("an unencrypted database")
    {
        sqlite3* plain = nullptr;
        const QString other = folder.path(QStringLiteral("plain.db"));
        REQUIRE(sqlite3_open(other.toUtf8().constData(), &plain) == SQLITE_OK);
        REQUIRE(sqlite3_exec(plain, "CREATE TABLE t (x)", nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(plain);
        CHECK(codeOf({.path = other}, keyOf(1)) == ErrorCode::Unsupported);
    }
    SECTION("something that is no database at all")
    {
        folder.write(QByteArray("name,phone\n").repeated(20));
        CHECK(codeOf({.path = path}, keyOf(1)) == ErrorCode::Corrupt);
    }
    SECTION("creating over a file that is there")
    {
        CHECK(codeOf({.path = path, .create = true}, keyOf(1)) == ErrorCode::Conflict);
        CHECK(number(*folder.reopen(), "SELECT count(*) FROM t") == 0);
    }
    SECTION("creating in a folder that is not there")
    {
        CHECK(
            codeOf({.path = folder.path(QStringLiteral("no/office.db")), .create = true}, keyOf(1))
            == ErrorCode::NotFound);
    }
    SECTION("a VFS that nobody registered")
    {
        CHECK(codeOf({.path = path, .vfs = QStringLiteral("nowhere")}, keyOf(1))
              == ErrorCode::Internal);
    }
}

TEST_CASE("The settings that protect the file stand after opening")
{
    const Folder folder;
    const auto connection = folder.create();
    struct Expected
    {
        const char* pragma;
        const char* answer;
    };
    static constexpr Expected table[] = {
        {"PRAGMA journal_mode", "persist"},
        {"PRAGMA temp_store", "2"},
        {"PRAGMA synchronous", "2"},
        {"PRAGMA foreign_keys", "1"},
        {"PRAGMA secure_delete", "1"},
        {"PRAGMA cell_size_check", "1"},
        {"PRAGMA trusted_schema", "0"},
        {"PRAGMA cache_size", "-65536"},
        {"PRAGMA cache_spill", "0"},
        {"PRAGMA page_size", "4096"},
        {"PRAGMA journal_size_limit", "1048576"},
        {"PRAGMA auto_vacuum", "0"},
        {"PRAGMA cipher_memory_security", "0"},
        {"PRAGMA cipher_log_level", "NONE"},
        {"PRAGMA fullfsync", "1"},
    };
    for (const Expected& expected : table) {
        INFO(expected.pragma);
        CHECK(text(*connection, expected.pragma) == QLatin1StringView(expected.answer));
    }
    SECTION("the schema table cannot be written")
    {
        REQUIRE_OK(connection->execute("PRAGMA writable_schema = ON"));
        CHECK_FALSE(connection->execute("DELETE FROM sqlite_schema").hasValue());
    }
    SECTION("a word in double quotes is a name, not a text")
    {
        CHECK_FALSE(connection->execute("SELECT \"no such column\"").hasValue());
    }
}

TEST_CASE("The journal stays after a commit, so that its absence never has to be believed")
{
    const Folder folder;
    const auto connection = folder.create();
    REQUIRE_OK(connection->execute("CREATE TABLE t (x)"));
    CHECK(QFileInfo(folder.path(QStringLiteral("office.db-journal"))).size() > 0);
}

TEST_CASE("A read-only connection reads and does not write")
{
    const Folder folder;
    REQUIRE_OK(folder.create()->execute("CREATE TABLE t (x)"));
    const auto connection = Folder::open({.path = folder.path(), .readOnly = true});
    CHECK(connection->isReadOnly());
    CHECK(number(*connection, "SELECT count(*) FROM t") == 0);
    const auto written = connection->execute("INSERT INTO t VALUES (1)");
    REQUIRE_FALSE(written.hasValue());
    CHECK(written.error().code == ErrorCode::Io);
}

TEST_CASE("A script is cut into statements by SQLite, not at semicolons")
{
    const Folder folder;
    const auto connection = folder.create();
    REQUIRE_OK(connection->executeScript(R"(
        -- a comment; with a semicolon
        CREATE TABLE t (x TEXT DEFAULT 'a;b', n INTEGER);
        CREATE TABLE log (x);
        CREATE TRIGGER tr AFTER INSERT ON t BEGIN
            INSERT INTO log VALUES (1);
            INSERT INTO log VALUES (2);
        END; /* and; one */
        INSERT INTO t (n) VALUES (1);
        -- the end
    )"));
    CHECK(text(*connection, "SELECT x FROM t") == u"a;b");
    CHECK(number(*connection, "SELECT count(*) FROM log") == 2);

    const auto failed = connection->executeScript(
        "INSERT INTO t (n) VALUES (2); INSERT INTO nowhere VALUES (1);");
    REQUIRE_FALSE(failed.hasValue());
    CHECK(failed.error().code == ErrorCode::Internal);
    CHECK(failed.error().detail.contains(u"statement 2"));
    CHECK(failed.error().detail.contains(u"nowhere"));
    CHECK(number(*connection, "SELECT count(*) FROM t") == 2);
}

TEST_CASE("data_version moves when another connection commits and not for one's own writes")
{
    const Folder folder;
    const auto one = folder.create();
    REQUIRE_OK(one->execute("CREATE TABLE t (x)"));
    const auto two = folder.reopen();
    const auto before = one->dataVersion();
    REQUIRE_OK(before);
    REQUIRE_OK(one->execute("INSERT INTO t VALUES (1)"));
    CHECK(*one->dataVersion() == *before);
    REQUIRE_OK(two->execute("INSERT INTO t VALUES (2)"));
    CHECK(*one->dataVersion() != *before);
}

TEST_CASE("A stopped scope ends the running statement and none after it")
{
    const Folder folder;
    const auto connection = folder.create();
    constexpr auto endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                             "SELECT count(*) FROM n";
    {
        int questions = 0;
        const Connection::StopScope stop(*connection, [&questions] { return ++questions > 20; });
        const auto stopped = connection->execute(endless);
        REQUIRE_FALSE(stopped.hasValue());
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        CHECK_FALSE(connection->execute("SELECT 1").hasValue());
    }
    REQUIRE_OK(connection->execute("SELECT 1"));
}

TEST_CASE("Statements that outlive their connection answer with an error")
{
    const Folder folder;
    auto connection = folder.create();
    REQUIRE_OK(connection->execute("CREATE TABLE t (x)"));
    REQUIRE_OK(connection->execute("INSERT INTO t VALUES (1), (2)"));
    Statement cached = connection->statement("SELECT x FROM t");
    Statement second = connection->statement("SELECT x FROM t");
    REQUIRE(*cached.step() == StepState::Row);
    connection.reset();
    CHECK(cached.text(0).isEmpty());
    CHECK(cached.isNull(0));
    CHECK(cached.step().error().code == ErrorCode::Internal);
    CHECK(second.bind(1, 5).run().error().code == ErrorCode::Internal);
    // and its locks are gone
    REQUIRE_OK(folder.reopen()->execute("DROP TABLE t"));
}

TEST_CASE("A forgotten statement of the C API keeps no lock")
{
    const Folder folder;
    auto connection = folder.create();
    REQUIRE_OK(connection->execute("CREATE VIRTUAL TABLE f USING fts5 (x)"));
    REQUIRE_OK(connection->execute("INSERT INTO f VALUES ('one two')"));
    sqlite3_stmt* forgotten = nullptr;
    REQUIRE(sqlite3_prepare_v2(connection->handle(), "SELECT x FROM f", -1, &forgotten, nullptr)
            == SQLITE_OK);
    REQUIRE(sqlite3_step(forgotten) == SQLITE_ROW);
    connection.reset();
    const auto other = folder.reopen();
    other->setBusyPolicy({.budget = std::chrono::milliseconds(0)});
    REQUIRE_OK(other->execute("DROP TABLE f"));
    sqlite3_finalize(forgotten);
}

TEST_CASE("Paths may hold blanks, Chinese and what means something in a URI")
{
    const Folder folder;
    for (const QString& name : {QStringLiteral("客户 档案.db"), QStringLiteral("a&b#c%20d.db")}) {
        {
            const auto connection = folder.create(name);
            REQUIRE_OK(connection->execute("CREATE TABLE t (x)"));
        }
        CHECK(QFile::exists(folder.path(name)));
        CHECK(number(*folder.reopen(name), "SELECT count(*) FROM t") == 0);
    }
}
