#include "DriverFixture.h"

#include "core/storage/Sqlite.h"

#include <QSqlDriver>
#include <QSqlField>
#include <QSqlRecord>
#include <QTimeZone>

#include <limits>

using namespace core;
using namespace storage_test;

TEST_CASE("A password and a raw key each open their own file and no other")
{
    Database first(QString(), QStringLiteral("a passphrase"));
    REQUIRE(first.isOpen());
    first.run(QStringLiteral("CREATE TABLE t (x)"));
    CHECK_FALSE(first.folder().bytes().startsWith("SQLite format 3"));
    CHECK(Database(QString(), QStringLiteral("a passphrase"), first.path()).isOpen());

    Database wrong(QString(), QStringLiteral("another"), first.path());
    CHECK_FALSE(wrong.isOpen());
    CHECK(wrong->lastError().nativeErrorCode() == QString::number(SQLITE_NOTADB));
    CHECK(wrong->lastError().type() == QSqlError::ConnectionError);
    CHECK(wrong->lastError().databaseText() == u"file is not a database");
    CHECK(wrong->isOpenError());
    CHECK_FALSE(Database(rawKey, QString(), first.path()).isOpen());
    CHECK_FALSE(
        Database(QString(), QString(), first.path())->tables().contains(QStringLiteral("t")));

    Database raw;
    REQUIRE(raw.isOpen());
    raw.run(QStringLiteral("CREATE TABLE t (x)"));
    CHECK(Database(rawKey, QString(), raw.path()).isOpen());
}

TEST_CASE("Without password and key the file is plain SQLite")
{
    Database plain{QString()};
    REQUIRE(plain.isOpen());
    plain.run(QStringLiteral("CREATE TABLE t (x)"));
    CHECK(plain.folder().bytes().startsWith("SQLite format 3"));
}

TEST_CASE(
    "Connection options that are unknown or wrong keep the connection closed without showing a key")
{
    for (const QString& options : {QStringLiteral("QSQLCIPHER_KEY=x'abc'"),
                                   QStringLiteral("QSQLCIPHER_KEY=secret"),
                                   QStringLiteral("QSQLCIPHER_BUSY_TIMEOUT=soon"),
                                   QStringLiteral("SOMETHING=1")}) {
        Database wrong(options);
        CHECK_FALSE(wrong.isOpen());
        CHECK_FALSE(wrong->lastError().text().contains(u"secret"));
        CHECK_FALSE(wrong->lastError().text().contains(u"abc"));
    }
}

TEST_CASE("A read-only connection refuses to write, and a file that is not there")
{
    Database writer;
    writer.run(QStringLiteral("CREATE TABLE t (x)"));
    const QString readOnly = rawKey + QStringLiteral(";QSQLCIPHER_OPEN_READONLY");
    Database reader(readOnly, QString(), writer.path());
    REQUIRE(reader.isOpen());
    QSqlQuery query = reader.query();
    CHECK_FALSE(query.exec(QStringLiteral("INSERT INTO t VALUES (1)")));
    CHECK(query.lastError().nativeErrorCode() == QString::number(SQLITE_READONLY));
    CHECK_FALSE(Database(readOnly).isOpen());
}

TEST_CASE("The driver keeps its temporary data in memory")
{
    CHECK(Database().run(QStringLiteral("PRAGMA temp_store")).toInt() == 2);
}

TEST_CASE("Values of every type come back as they were bound")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (v)"));
    const auto roundTrip = [&db](const QVariant& value) {
        db.run(QStringLiteral("DELETE FROM t"));
        QSqlQuery insert = db.query();
        REQUIRE(insert.prepare(QStringLiteral("INSERT INTO t VALUES (?)")));
        insert.addBindValue(value);
        REQUIRE(insert.exec());
        return db.run(QStringLiteral("SELECT v FROM t"));
    };
    for (const qint64 value : {std::numeric_limits<qint64>::min(),
                               std::numeric_limits<qint64>::max(),
                               qint64{9007199254740993}})
        CHECK(roundTrip(value).toLongLong() == value);
    CHECK(roundTrip(quint64{9223372036854775807U}).toLongLong()
          == std::numeric_limits<qint64>::max());
    CHECK(roundTrip(0.1).toDouble() == 0.1);
    CHECK(roundTrip(true).toInt() == 1);
    const QString withNull = QStringLiteral("张") + QChar(u'\0') + QStringLiteral("b");
    CHECK(roundTrip(withNull).toString() == withNull);
    CHECK(roundTrip(QByteArray("\0\1", 2)).toByteArray() == QByteArray("\0\1", 2));
    const QDateTime time(QDate(2026, 1, 1), QTime(7, 0), QTimeZone("Asia/Shanghai"));
    CHECK(roundTrip(time).toString() == u"2025-12-31T23:00:00.000Z");
    CHECK(roundTrip(time).toDateTime() == time);
    CHECK(roundTrip(QDate(2026, 1, 2)).toString() == u"2026-01-02");

    SECTION("an empty text is a text, and a null one is NULL")
    {
        CHECK_FALSE(roundTrip(QStringLiteral("")).isNull());
        CHECK(roundTrip(QString()).isNull());
        CHECK_FALSE(roundTrip(QByteArray("")).isNull());
        CHECK(roundTrip(QVariant()).isNull());
    }
    SECTION("an unsigned number beyond 64 bits with sign is refused")
    {
        QSqlQuery insert = db.query();
        REQUIRE(insert.prepare(QStringLiteral("INSERT INTO t VALUES (?)")));
        insert.addBindValue(quint64{9223372036854775808U});
        CHECK_FALSE(insert.exec());
    }
    SECTION("NULL has the type that was declared")
    {
        db.run(QStringLiteral("CREATE TABLE typed (i INTEGER, r REAL, b BLOB, s TEXT, o BOOLEAN)"));
        db.run(QStringLiteral("INSERT INTO typed VALUES (NULL, NULL, NULL, NULL, NULL)"));
        QSqlQuery query = db.query();
        REQUIRE(query.exec(QStringLiteral("SELECT * FROM typed")));
        REQUIRE(query.next());
        const QList<int> types{QMetaType::Int,
                               QMetaType::Double,
                               QMetaType::QByteArray,
                               QMetaType::QString,
                               QMetaType::Bool};
        for (int i = 0; i < types.size(); ++i) {
            CHECK(query.isNull(i));
            CHECK(query.value(i).typeId() == types[i]);
            CHECK(query.record().field(i).metaType().id() == types[i]);
        }
    }
}

TEST_CASE("A prepared statement runs again with other values")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, x)"));
    QSqlQuery insert = db.query();
    REQUIRE(insert.prepare(QStringLiteral("INSERT INTO t (x) VALUES (:x)")));
    for (int i = 1; i <= 3; ++i) {
        insert.bindValue(QStringLiteral(":x"), i * 10);
        REQUIRE(insert.exec());
        CHECK(insert.lastInsertId().toInt() == i);
        CHECK(insert.numRowsAffected() == 1);
    }
    REQUIRE(insert.prepare(QStringLiteral("INSERT INTO t (id, x) VALUES (?, ?)")));
    for (int i = 4; i <= 6; ++i) {
        insert.bindValue(1, i == 5 ? QVariant() : QVariant(QString(20 * i, u'字')));
        insert.bindValue(0, i);
        REQUIRE(insert.exec());
        CHECK(insert.boundValues() == QVariantList{i, insert.boundValue(1)});
    }
    CHECK(db.run(QStringLiteral("SELECT group_concat(length(x)) FROM t WHERE id > 3")).toString()
          == u"80,120");
    db.run(QStringLiteral("DELETE FROM t WHERE id > 3"));
    QSqlQuery update = db.query();
    REQUIRE(update.exec(QStringLiteral("UPDATE t SET x = x + 1 WHERE id > 1")));
    CHECK(update.numRowsAffected() == 2);
    REQUIRE(update.exec(QStringLiteral("CREATE TABLE u (x)")));
    CHECK(update.numRowsAffected() == 0);
    REQUIRE(update.exec(QStringLiteral("SELECT * FROM t")));
    CHECK(update.numRowsAffected() == -1);
    CHECK(update.size() == -1);
}

TEST_CASE("A result can be walked in every direction, a forward-only one only onwards")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (x)"));
    db.run(QStringLiteral("INSERT INTO t VALUES (0), (1), (2), (3), (4)"));
    QSqlQuery query = db.query();
    SECTION("every direction")
    {
        REQUIRE(query.exec(QStringLiteral("SELECT x FROM t ORDER BY x")));
        const auto at = [&query](bool isMoved, int expected) {
            REQUIRE(isMoved);
            CHECK(query.at() == expected);
            CHECK(query.value(0).toInt() == expected);
        };
        at(query.next(), 0);
        at(query.last(), 4);
        at(query.previous(), 3);
        at(query.seek(1), 1);
        at(query.first(), 0);
        CHECK_FALSE(query.previous());
        at(query.next(), 0);
        CHECK_FALSE(query.seek(5));
        CHECK_FALSE(query.next());
        at(query.previous(), 4);
        CHECK_FALSE(query.next());
    }
    SECTION("onwards")
    {
        query.setForwardOnly(true);
        REQUIRE(query.exec(QStringLiteral("SELECT x FROM t ORDER BY x")));
        CHECK_FALSE(query.value(0).isValid());
        REQUIRE(query.next());
        REQUIRE(query.seek(2));
        CHECK(query.value(0).toInt() == 2);
        CHECK_FALSE(query.seek(1));
        REQUIRE(query.last());
        CHECK(query.at() == 4);
        CHECK(query.value(0).toInt() == 4);
        CHECK_FALSE(query.next());
        CHECK_FALSE(query.value(0).isValid());
    }
    SECTION("nothing")
    {
        REQUIRE(query.exec(QStringLiteral("SELECT x FROM t WHERE x > 9")));
        CHECK_FALSE(query.next());
        CHECK_FALSE(query.first());
        CHECK_FALSE(query.last());
        CHECK(query.record().fieldName(0) == u"x");
    }
}

TEST_CASE("A batch is all or nothing and names the row that failed")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (a INTEGER PRIMARY KEY, b)"));
    QSqlQuery batch = db.query();
    const auto byPosition = [&](const QVariantList& a, const QVariantList& b) {
        REQUIRE(batch.prepare(QStringLiteral("INSERT INTO t VALUES (?, ?)")));
        batch.addBindValue(a);
        batch.addBindValue(b);
        return batch.execBatch();
    };
    const auto byName = [&](const QVariantList& a, const QVariantList& b) {
        REQUIRE(batch.prepare(QStringLiteral("INSERT INTO t VALUES (:a, :b)")));
        batch.bindValue(QStringLiteral(":b"), b);
        batch.bindValue(QStringLiteral(":a"), a);
        return batch.execBatch();
    };
    REQUIRE(byPosition({1, 2}, {QStringLiteral("x"), QVariant()}));
    CHECK(batch.numRowsAffected() == 2);
    REQUIRE(byName({3, 4}, {QStringLiteral("y"), QStringLiteral("z")}));
    CHECK(db.run(QStringLiteral("SELECT group_concat(a || coalesce(b, '-')) FROM t")).toString()
          == u"1x,2-,3y,4z");

    REQUIRE(batch.prepare(QStringLiteral("UPDATE t SET b = :b || :a WHERE a = :a")));
    batch.bindValue(QStringLiteral(":a"), QVariantList{1, 3});
    batch.bindValue(QStringLiteral(":b"), QVariantList{QStringLiteral("x"), QStringLiteral("y")});
    REQUIRE(batch.execBatch());
    CHECK(db.run(QStringLiteral("SELECT group_concat(b) FROM t WHERE b IS NOT NULL")).toString()
          == u"x1,y3,z");

    CHECK_FALSE(byPosition({5, 6, 1, 7}, {0, 0, 0, 0}));
    CHECK(batch.lastError().text().contains(u"3"));
    CHECK(batch.lastError().nativeErrorCode() == QString::number(SQLITE_CONSTRAINT_PRIMARYKEY));
    CHECK_FALSE(byPosition({5, 6}, {0}));
    CHECK(db.run(QStringLiteral("SELECT count(*) FROM t")).toInt() == 4);

    REQUIRE(db->transaction());
    db.run(QStringLiteral("INSERT INTO t VALUES (10, 0)"));
    CHECK_FALSE(byName({11, 1}, {0, 0}));
    REQUIRE(db->commit());
    CHECK(db.run(QStringLiteral("SELECT count(*) FROM t")).toInt() == 5);
}

TEST_CASE("Queries that outlive the connection fail without harm")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (x)"));
    db.run(QStringLiteral("INSERT INTO t VALUES (1), (2)"));
    QSqlQuery halfRead = db.query();
    halfRead.setForwardOnly(true);
    REQUIRE(halfRead.exec(QStringLiteral("SELECT x FROM t")));
    REQUIRE(halfRead.next());
    QSqlQuery prepared = db.query();
    REQUIRE(prepared.prepare(QStringLiteral("SELECT 1")));
    db->close();
    CHECK_FALSE(halfRead.next());
    CHECK_FALSE(halfRead.value(0).isValid());
    CHECK_FALSE(prepared.exec());
    CHECK_FALSE(prepared.prepare(QStringLiteral("SELECT 2")));
    REQUIRE(db->open());
    CHECK_FALSE(prepared.exec()); // it was prepared for the connection before
    REQUIRE(prepared.prepare(QStringLiteral("SELECT 3")));
    REQUIRE(prepared.exec());
    REQUIRE(prepared.next());
    CHECK(prepared.value(0).toInt() == 3);
    prepared.finish();
    db.run(QStringLiteral("DROP TABLE t"));
}

TEST_CASE("Queries that outlive the driver itself fail without harm")
{
    QSqlQuery query;
    QSqlQuery batch;
    {
        const Database db;
        db.run(QStringLiteral("CREATE TABLE t (x)"));
        query = db.query();
        REQUIRE(query.exec(QStringLiteral("SELECT 1")));
        REQUIRE(query.next());
        batch = db.query();
        REQUIRE(batch.prepare(QStringLiteral("INSERT INTO t VALUES (?)")));
    }
    CHECK_FALSE(query.next());
    CHECK_FALSE(query.value(0).isValid());
    batch.addBindValue(QVariantList{1, 2});
    CHECK_FALSE(batch.execBatch());
    CHECK_FALSE(batch.exec());
}

TEST_CASE("finish() and the last row let go of the lock of a read")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (x)"));
    db.run(QStringLiteral("INSERT INTO t VALUES (1), (2)"));
    Database other(rawKey + QStringLiteral(";QSQLCIPHER_BUSY_TIMEOUT=0"), QString(), db.path());
    REQUIRE(other.isOpen());
    QSqlQuery read = db.query();
    REQUIRE(read.exec(QStringLiteral("SELECT x FROM t")));
    REQUIRE(read.next());
    QSqlQuery write = other.query();
    CHECK_FALSE(write.exec(QStringLiteral("DELETE FROM t WHERE x = 5")));
    CHECK(write.lastError().nativeErrorCode() == QString::number(SQLITE_BUSY));
    CHECK(write.lastError().type() == QSqlError::TransactionError);
    read.finish();
    CHECK(write.exec(QStringLiteral("DELETE FROM t WHERE x = 5")));
    REQUIRE(read.exec());
    while (read.next()) { }
    CHECK(write.exec(QStringLiteral("DELETE FROM t WHERE x = 5")));
}

TEST_CASE("Several statements at once are refused, comments behind one are not")
{
    Database db;
    QSqlQuery query = db.query();
    CHECK_FALSE(query.exec(QStringLiteral("SELECT 1; SELECT 2")));
    CHECK(query.exec(QStringLiteral("SELECT 1; -- the end")));
    CHECK(query.exec(QStringLiteral("SELECT 1; /* the end; */ \t\n-- of it")));
    CHECK(query.exec(QStringLiteral("SELECT 1; /* the end")));
    CHECK_FALSE(query.exec(QStringLiteral("SELECT 1;;")));
    CHECK_FALSE(query.exec(QStringLiteral("SELECT 1; /* the end */ ;")));
    CHECK_FALSE(query.exec(QStringLiteral("SELECT 1; - -")));
    CHECK_FALSE(query.exec(QStringLiteral("-- nothing")));
    CHECK_FALSE(query.exec(QStringLiteral("SELEC")));
    CHECK(query.lastError().nativeErrorCode() == QString::number(SQLITE_ERROR));
}

TEST_CASE("A Connection and Qt's classes share one connection and one transaction")
{
    const Folder folder;
    auto connection = folder.create();
    REQUIRE_OK(connection->execute("CREATE TABLE t (x)"));
    REQUIRE_OK(connection->execute("BEGIN IMMEDIATE"));
    REQUIRE_OK(connection->execute("INSERT INTO t VALUES (7)"));
    QSqlQuery query(connection->database());
    REQUIRE(query.exec(QStringLiteral("SELECT x FROM t")));
    REQUIRE(query.next());
    CHECK(query.value(0).toInt() == 7);
    QSqlQuery alive(connection->database());
    REQUIRE(alive.exec(QStringLiteral("SELECT x FROM t UNION ALL SELECT 8")));
    REQUIRE(alive.next());
    const QVariant handle = connection->database().driver()->handle();
    CHECK(handle.value<sqlite3*>() == connection->handle());
    query = QSqlQuery();
    connection.reset();
    CHECK_FALSE(alive.next()); // it was forgotten, and holds nothing any more
    CHECK_FALSE(alive.exec());
    REQUIRE_OK(folder.reopen()->execute("INSERT INTO t SELECT x FROM t"));
    CHECK(number(*folder.reopen(), "SELECT count(*) FROM t") == 0);
}

TEST_CASE("The driver can be registered again and again")
{
    registerCipherDriver();
    registerCipherDriver();
    CHECK(QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLCIPHER")));
    CHECK(Database().isOpen());
}
