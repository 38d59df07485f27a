// How a connection of QSQLCIPHER is opened, and other files beside it.
#include "DriverFixture.h"

#include "core/storage/Sqlite.h"

#include <QSqlDriver>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace core;
using namespace storage_test;

namespace {

sqlite3* handleOf(Database& db)
{
    return db->driver()->handle().value<sqlite3*>();
}

QString attach(const QString& path, const QString& keyClause)
{
    return QStringLiteral("ATTACH '%1' AS second %2").arg(path, keyClause);
}

const QString rawKeyClause = QStringLiteral("KEY 'x''") + QString(64, u'a') + QStringLiteral("'''");

} // namespace

TEST_CASE("A file that cannot be opened is told with SQLite's own code and text")
{
    Database nowhere(QString(), QString(), QStringLiteral("/does/not/exist.db"));
    CHECK_FALSE(nowhere.isOpen());
    CHECK(nowhere->lastError().nativeErrorCode() == QString::number(SQLITE_CANTOPEN));
    CHECK(nowhere->lastError().databaseText() == u"unable to open database file");
    CHECK_FALSE(nowhere->lastError().driverText().isEmpty());
}

TEST_CASE("The option names of Qt's SQLite driver mean the same here")
{
    const Database writer;
    writer.run(QStringLiteral("CREATE TABLE t (x)"));
    const Database reader(
        rawKey + QStringLiteral("; QSQLITE_OPEN_READONLY ;"), QString(), writer.path());
    REQUIRE(reader.isOpen());
    CHECK_FALSE(reader.query().exec(QStringLiteral("INSERT INTO t VALUES (1)")));
    const Database uri(rawKey + QStringLiteral(";QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=100"),
                       QString(),
                       QStringLiteral("file:%1?mode=ro").arg(writer.path()));
    REQUIRE(uri.isOpen());
    CHECK_FALSE(uri.query().exec(QStringLiteral("INSERT INTO t VALUES (1)")));
    CHECK_FALSE(Database(rawKey + QStringLiteral(";OTHER_OPEN_URI")).isOpen());
    CHECK_FALSE(Database(rawKey + QStringLiteral(";QSQLITE_UNKNOWN")).isOpen());
}

TEST_CASE("A shared cache that is asked for shows nothing to a connection without the key")
{
    const QString shared = QStringLiteral(";QSQLITE_ENABLE_SHARED_CACHE");
    const Database first(rawKey + shared);
    REQUIRE(first.isOpen());
    first.run(QStringLiteral("CREATE TABLE t (x)"));
    CHECK(Database(rawKey + shared, QString(), first.path()).isOpen());
    CHECK_FALSE(Database(shared, QStringLiteral("wrong"), first.path()).isOpen());
    const Database unkeyed(shared, QString(), first.path());
    CHECK_FALSE(unkeyed.query().exec(QStringLiteral("SELECT * FROM t")));
}

TEST_CASE("Native error codes are extended unless plain ones are asked for")
{
    const auto codeOf = [](const QString& options) {
        const Database db(rawKey + options);
        db.run(QStringLiteral("CREATE TABLE t (x UNIQUE)"));
        db.run(QStringLiteral("INSERT INTO t VALUES (1)"));
        QSqlQuery again = db.query();
        CHECK_FALSE(again.exec(QStringLiteral("INSERT INTO t VALUES (1)")));
        CHECK(again.lastError().databaseText() == u"UNIQUE constraint failed: t.x");
        CHECK(again.lastError().type() == QSqlError::StatementError);
        return again.lastError().nativeErrorCode().toInt();
    };
    CHECK(codeOf(QString()) == SQLITE_CONSTRAINT_UNIQUE);
    CHECK(codeOf(QStringLiteral(";QSQLITE_NO_USE_EXTENDED_RESULT_CODES")) == SQLITE_CONSTRAINT);
}

TEST_CASE("REGEXP works where it is asked for and nowhere else")
{
    CHECK_FALSE(Database().query().exec(QStringLiteral("SELECT 'a1' REGEXP 'a'")));
    CHECK_FALSE(Database(rawKey + QStringLiteral(";QSQLCIPHER_ENABLE_REGEXP=many")).isOpen());
    const Database db(rawKey + QStringLiteral(";QSQLCIPHER_ENABLE_REGEXP=2"));
    REQUIRE(db.isOpen());
    const auto matches = [&db](const QString& text, const QString& pattern) {
        QSqlQuery query = db.query();
        REQUIRE(query.prepare(QStringLiteral("SELECT ? REGEXP ?")));
        query.addBindValue(text);
        query.addBindValue(pattern);
        REQUIRE(query.exec());
        REQUIRE(query.next());
        return query.value(0);
    };
    for (int round = 0; round < 2; ++round) { // more patterns than are kept
        CHECK(matches(QStringLiteral("a1"), QStringLiteral("a[^0]")).toInt() == 1);
        CHECK(matches(QStringLiteral("a0"), QStringLiteral("a[^0]")).toInt() == 0);
        CHECK(matches(QStringLiteral("客户档案"), QStringLiteral("户.案")).toInt() == 1);
        CHECK(matches(QStringLiteral("abc"), QStringLiteral("^b")).toInt() == 0);
    }
    CHECK(matches(QString(), QStringLiteral("a")).isNull());
    QSqlQuery wrong = db.query();
    CHECK_FALSE(wrong.exec(QStringLiteral("SELECT 'a' REGEXP '('")));
    CHECK(wrong.lastError().databaseText().contains(u"parenthes"));
}

TEST_CASE("Another file is attached with its key and with no other")
{
    const Folder folder;
    const QString path = folder.path(QStringLiteral("second.db"));
    const Database second(rawKey, QString(), path);
    second.run(QStringLiteral("CREATE TABLE t (x)"));
    second.run(QStringLiteral("INSERT INTO t VALUES (7)"));
    const auto attached = [&](Database& db, const QString& keyClause) {
        QSqlQuery query = db.query();
        if (query.exec(attach(path, keyClause)))
            return db.run(QStringLiteral("SELECT x FROM second.t")).toInt();
        CHECK(query.lastError().nativeErrorCode() == QString::number(SQLITE_NOTADB));
        return 0;
    };
    Database raw;
    CHECK(attached(raw, rawKeyClause) == 7);
    Database password(QString(), QStringLiteral("a passphrase"));
    CHECK(attached(password, QStringLiteral("KEY 'wrong'")) == 0);
    CHECK(attached(password, rawKeyClause) == 7);
    Database plain{QString()};
    CHECK(attached(plain, QStringLiteral("KEY ''")) == 0);
    CHECK(attached(plain, rawKeyClause) == 7);
}

TEST_CASE("A file made by ATTACH with a key, and a backup between two keyed handles, are encrypted")
{
    const Folder folder;
    Database source;
    source.run(attach(folder.path(QStringLiteral("attached.db")), rawKeyClause));
    source.run(QStringLiteral("CREATE TABLE second.t (x)"));
    source.run(QStringLiteral("DETACH second"));
    CHECK_FALSE(folder.bytes(QStringLiteral("attached.db")).startsWith("SQLite format 3"));

    source.run(QStringLiteral("CREATE TABLE t (x)"));
    source.run(QStringLiteral("INSERT INTO t VALUES (8)"));
    const QString path = folder.path(QStringLiteral("backup.db"));
    {
        Database target(rawKey, QString(), path);
        sqlite3_backup* backup
            = sqlite3_backup_init(handleOf(target), "main", handleOf(source), "main");
        REQUIRE(backup);
        CHECK(sqlite3_backup_step(backup, -1) == SQLITE_DONE);
        CHECK(sqlite3_backup_finish(backup) == SQLITE_OK);
    }
    CHECK_FALSE(folder.bytes(QStringLiteral("backup.db")).startsWith("SQLite format 3"));
    CHECK(Database(rawKey, QString(), path).run(QStringLiteral("SELECT x FROM t")).toInt() == 8);
}

#ifdef Q_OS_UNIX
TEST_CASE("A wrong key and a damaged page write nothing to the terminal")
{
    const Folder folder;
    const QString path = folder.path();
    {
        const Database db(rawKey, QString(), path);
        db.run(QStringLiteral("CREATE TABLE t (x)"));
        db.run(QStringLiteral("INSERT INTO t VALUES (zeroblob(20000))"));
    }
    QByteArray bytes = folder.bytes();
    bytes.replace(2 * 4096 + 100, 8, "damaged!");
    folder.write(bytes);

    const QString log = folder.path(QStringLiteral("log"));
    const int terminal = dup(STDERR_FILENO);
    const int file = open(log.toUtf8().constData(), O_CREAT | O_WRONLY, 0600);
    REQUIRE(file >= 0);
    dup2(file, STDERR_FILENO);
    const bool isOpened = Database(QString(), QStringLiteral("wrong"), path).isOpen();
    const bool isRead
        = Database(rawKey, QString(), path).query().exec(QStringLiteral("SELECT hex(x) FROM t"));
    dup2(terminal, STDERR_FILENO);
    close(file);
    close(terminal);
    CHECK_FALSE(isOpened);
    CHECK_FALSE(isRead);
    CHECK(folder.bytes(QStringLiteral("log")).isEmpty());
}
#endif
