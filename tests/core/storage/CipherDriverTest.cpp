#include "core/storage/CipherDriver.h"

#include "StorageFixture.h"

#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QTimeZone>

#include <limits>
#include <thread>

using namespace core;
using namespace storage_test;

namespace {

const QString rawKey
    = QStringLiteral("QSQLCIPHER_KEY=x'") + QString(64, u'a') + QStringLiteral("'");

/// A QSqlDatabase of its own name in a folder of its own.
class Database
{
public:
    explicit Database(const QString& options = rawKey,
                      const QString& password = {},
                      const QString& path = {})
    {
        registerCipherDriver();
        static int count = 0;
        m_name = QStringLiteral("test %1").arg(++count);
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLCIPHER"), m_name);
        m_database.setDatabaseName(path.isEmpty() ? m_folder.path() : path);
        m_database.setConnectOptions(options);
        m_database.setPassword(password);
        m_isOpen = m_database.open();
    }
    ~Database()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    QSqlDatabase& operator*() { return m_database; }
    QSqlDatabase* operator->() { return &m_database; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] const Folder& folder() const { return m_folder; }
    [[nodiscard]] QSqlQuery query() const { return QSqlQuery(m_database); }

    /// Runs one statement; its first value, if any.
    QVariant run(const QString& sql) const
    {
        QSqlQuery query(m_database);
        INFO(sql.toStdString());
        const bool isDone = query.exec(sql);
        INFO(query.lastError().text().toStdString());
        REQUIRE(isDone);
        return query.isSelect() && query.next() ? query.value(0) : QVariant();
    }

private:
    Folder m_folder;
    QString m_name;
    QSqlDatabase m_database;
    bool m_isOpen = false;
};

QStringList names(const QSqlRecord& record)
{
    QStringList result;
    for (int i = 0; i < record.count(); ++i)
        result.append(record.fieldName(i));
    return result;
}

} // namespace

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

TEST_CASE("Placeholders by position and by name, repeated, and colons that are none")
{
    Database db;
    QSqlQuery query = db.query();
    const auto value = [&query] {
        const bool isDone = query.exec();
        INFO(query.lastError().text().toStdString());
        REQUIRE(isDone);
        REQUIRE(query.next());
        return query.value(0).toString();
    };
    REQUIRE(query.prepare(QStringLiteral("SELECT ? || ?")));
    query.addBindValue(QStringLiteral("a"));
    query.addBindValue(QStringLiteral("b"));
    CHECK(value() == u"ab");

    REQUIRE(query.prepare(QStringLiteral("SELECT :x || :y || :x")));
    query.bindValue(QStringLiteral(":y"), QStringLiteral("2"));
    query.bindValue(QStringLiteral(":x"), QStringLiteral("1"));
    CHECK(value() == u"121");

    REQUIRE(query.prepare(
        QStringLiteral("SELECT ':no' || \":x\" || :x FROM (SELECT 'c' AS \":x\") -- :z")));
    query.bindValue(QStringLiteral(":x"), QStringLiteral("1"));
    CHECK(value() == u":noc1");

    REQUIRE(query.prepare(QStringLiteral("SELECT ?2 || ?1")));
    query.addBindValue(QStringLiteral("a"));
    query.addBindValue(QStringLiteral("b"));
    CHECK(value() == u"ba");

    for (const QString& sql : {QStringLiteral("SELECT ?, ?"), QStringLiteral("SELECT 1")}) {
        REQUIRE(query.prepare(sql));
        query.addBindValue(1);
        CHECK_FALSE(query.exec());
        CHECK(query.lastError().type() == QSqlError::StatementError);
    }
    // Qt gives a name that was never bound as NULL
    REQUIRE(query.prepare(QStringLiteral("SELECT :x || coalesce(:y, '-')")));
    query.bindValue(QStringLiteral(":x"), 1);
    CHECK(value() == u"1-");
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
        CHECK(names(query.record()) == QStringList{QStringLiteral("x")});
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
    db.run(QStringLiteral("DROP TABLE t"));
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
    CHECK_FALSE(query.exec(QStringLiteral("-- nothing")));
    CHECK_FALSE(query.exec(QStringLiteral("SELEC")));
    CHECK(query.lastError().nativeErrorCode() == QString::number(SQLITE_ERROR));
}

TEST_CASE("Transactions commit and roll back")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (x)"));
    REQUIRE(db->transaction());
    CHECK_FALSE(db->transaction());
    db.run(QStringLiteral("INSERT INTO t VALUES (1)"));
    REQUIRE(db->rollback());
    CHECK_FALSE(db->commit());
    CHECK(db->lastError().type() == QSqlError::TransactionError);
    REQUIRE(db->transaction());
    db.run(QStringLiteral("INSERT INTO t VALUES (2)"));
    REQUIRE(db->commit());
    CHECK(db.run(QStringLiteral("SELECT x FROM t")).toInt() == 2);
}

TEST_CASE("Notifications come after the commit and never for what was taken back")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, x UNIQUE)"));
    db.run(QStringLiteral("CREATE TABLE other (id INTEGER PRIMARY KEY)"));
    QSqlDriver* driver = db->driver();
    REQUIRE(driver->subscribeToNotification(QStringLiteral("t")));
    CHECK_FALSE(driver->subscribeToNotification(QStringLiteral("t")));
    CHECK(driver->subscribedToNotifications() == QStringList{QStringLiteral("t")});
    QStringList heard;
    QObject::connect(driver,
                     &QSqlDriver::notification,
                     driver,
                     [&heard](const QString& name,
                              QSqlDriver::NotificationSource,
                              const QVariant& row) { heard.append(name + row.toString()); });
    const auto news = [&heard] {
        QCoreApplication::processEvents();
        return std::exchange(heard, {}).join(u',');
    };
    db.run(QStringLiteral("INSERT INTO t VALUES (1, 1)"));
    db.run(QStringLiteral("INSERT INTO other VALUES (1)"));
    CHECK(news() == u"t1");

    REQUIRE(db->transaction());
    db.run(QStringLiteral("INSERT INTO t VALUES (2, 2)"));
    CHECK(news().isEmpty());
    QSqlQuery failing = db.query();
    CHECK_FALSE(failing.exec(QStringLiteral("INSERT INTO t VALUES (3, 3), (4, 1)")));
    db.run(QStringLiteral("SAVEPOINT a"));
    db.run(QStringLiteral("INSERT INTO t VALUES (5, 5)"));
    db.run(QStringLiteral("ROLLBACK TO a"));
    db.run(QStringLiteral("INSERT INTO t VALUES (6, 6)"));
    db.run(QStringLiteral("RELEASE a"));
    REQUIRE(db->commit());
    CHECK(news() == u"t2,t6");

    REQUIRE(db->transaction());
    db.run(QStringLiteral("INSERT INTO t VALUES (7, 7)"));
    REQUIRE(db->rollback());
    CHECK(news().isEmpty());
    db.run(QStringLiteral("DELETE FROM t WHERE id = 1"));
    CHECK(news() == u"t1");

    REQUIRE(driver->unsubscribeFromNotification(QStringLiteral("t")));
    db.run(QStringLiteral("INSERT INTO t VALUES (8, 8)"));
    CHECK(news().isEmpty());
}

TEST_CASE("A query that is cancelled from another thread ends, and the next one runs")
{
    Database db;
    QSqlDriver* driver = db->driver();
    REQUIRE(driver->hasFeature(QSqlDriver::CancelQuery));
    CHECK_FALSE(driver->cancelQuery());
    std::thread canceller([driver] {
        while (!driver->cancelQuery())
            std::this_thread::yield();
    });
    QSqlQuery query = db.query();
    CHECK_FALSE(
        query.exec(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                  "SELECT count(*) FROM n")));
    canceller.join();
    CHECK(query.lastError().nativeErrorCode() == QString::number(SQLITE_INTERRUPT));
    CHECK(query.exec(QStringLiteral("SELECT 1")));
}

TEST_CASE("Tables, columns and keys are described as they are")
{
    Database db;
    db.run(QStringLiteral(
        "CREATE TABLE \"odd.name [x]\" (\"a\"\"b\" VARCHAR(12) NOT NULL DEFAULT 'it''s', "
        "[c d] DECIMAL(8,2), \"e.f\" INTEGER, g AS (\"e.f\" * 2) STORED, h AS (g) VIRTUAL, "
        "PRIMARY KEY (\"e.f\", \"a\"\"b\"))"));
    db.run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB)"));
    db.run(QStringLiteral("CREATE VIEW v AS SELECT x FROM t"));
    db.run(QStringLiteral("CREATE VIRTUAL TABLE f USING fts5 (words)"));

    QStringList tables = db->tables(QSql::Tables);
    tables.sort();
    CHECK(tables
          == QStringList{QStringLiteral("f"), QStringLiteral("odd.name [x]"), QStringLiteral("t")});
    CHECK(db->tables(QSql::Views) == QStringList{QStringLiteral("v")});
    CHECK(db->tables(QSql::SystemTables).contains(QStringLiteral("sqlite_master")));

    const QString odd = QStringLiteral("odd.name [x]");
    const QSqlRecord record = db->record(odd);
    REQUIRE(names(record)
            == QStringList{QStringLiteral("a\"b"),
                           QStringLiteral("c d"),
                           QStringLiteral("e.f"),
                           QStringLiteral("g"),
                           QStringLiteral("h")});
    CHECK(record.field(0).length() == 12);
    CHECK(record.field(0).requiredStatus() == QSqlField::Required);
    CHECK(record.field(0).defaultValue().toString() == u"it's");
    CHECK(record.field(1).length() == 8);
    CHECK(record.field(1).precision() == 2);
    CHECK(record.field(3).isReadOnly());
    CHECK_FALSE(record.isGenerated(4));
    CHECK(names(db->primaryIndex(odd))
          == QStringList{QStringLiteral("e.f"), QStringLiteral("a\"b")});
    CHECK(names(db->record(db->driver()->escapeIdentifier(odd, QSqlDriver::TableName)))
          == names(record));

    CHECK(db->primaryIndex(QStringLiteral("t")).field(0).isAutoValue());
    CHECK_FALSE(db->primaryIndex(odd).field(0).isAutoValue());
    CHECK(names(db->record(QStringLiteral("main.t")))
          == QStringList{QStringLiteral("id"), QStringLiteral("x")});
    CHECK(db->record(QStringLiteral("nowhere")).isEmpty());
    CHECK(names(db->record(QStringLiteral("v"))) == QStringList{QStringLiteral("x")});
}

TEST_CASE("Identifiers are quoted whole, a schema in front of a table apart")
{
    Database db;
    const QSqlDriver* driver = db->driver();
    const auto table = [driver](const QString& name) {
        return driver->escapeIdentifier(name, QSqlDriver::TableName);
    };
    CHECK(table(QStringLiteral("t")) == u"\"t\"");
    CHECK(table(QStringLiteral("main.t")) == u"\"main\".\"t\"");
    CHECK(table(QStringLiteral("odd.t")) == u"\"odd.t\"");
    CHECK(table(QStringLiteral("\"t\"")) == u"\"t\"");
    CHECK(driver->escapeIdentifier(QStringLiteral("main.t"), QSqlDriver::FieldName)
          == u"\"main.t\"");
    CHECK(driver->isIdentifierEscaped(QStringLiteral("\"t\""), QSqlDriver::TableName));
    CHECK(driver->stripDelimiters(QStringLiteral("\"a\"\"b\""), QSqlDriver::FieldName) == u"a\"b");
}

TEST_CASE("Qt's table model reads, inserts, edits and deletes through the driver")
{
    Database db;
    db.run(QStringLiteral(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, twice AS (name || name) STORED)"));
    db.run(QStringLiteral("INSERT INTO t (name) VALUES ('one'), ('it''s')"));
    {
        QSqlTableModel model(nullptr, *db);
        model.setTable(QStringLiteral("t"));
        model.setEditStrategy(QSqlTableModel::OnManualSubmit);
        REQUIRE(model.select());
        REQUIRE(model.rowCount() == 2);
        CHECK(model.index(1, 1).data().toString() == u"it's");
        REQUIRE(model.setData(model.index(0, 1), QStringLiteral("first")));
        QSqlRecord added = model.record();
        added.setValue(QStringLiteral("name"), QStringLiteral("third"));
        added.setGenerated(QStringLiteral("id"), false);
        REQUIRE(model.insertRecord(-1, added));
        REQUIRE(model.removeRow(1));
        const bool isSubmitted = model.submitAll();
        INFO(model.lastError().text().toStdString());
        REQUIRE(isSubmitted);
    }
    CHECK(db.run(QStringLiteral("SELECT group_concat(name || twice) FROM t")).toString()
          == u"firstfirstfirst,thirdthirdthird");
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
    const QVariant handle = connection->database().driver()->handle();
    CHECK(handle.value<sqlite3*>() == connection->handle());
    query = QSqlQuery();
    connection.reset();
    CHECK(number(*folder.reopen(), "SELECT count(*) FROM t") == 0);
}

TEST_CASE("The driver can be registered again and again")
{
    registerCipherDriver();
    registerCipherDriver();
    CHECK(QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLCIPHER")));
    CHECK(Database().isOpen());
}
