// Results of QSQLCIPHER: types of columns, batches, counts, and what stays behind a statement.
#include "DriverFixture.h"

#include "core/storage/Sqlite.h"

#include <QSqlDriver>
#include <QSqlField>
#include <QSqlRecord>
#include <QSqlResult>

using namespace core;
using namespace storage_test;

namespace {

QVariantList numbersUpTo(int count)
{
    QVariantList numbers;
    for (int i = 1; i <= count; ++i)
        numbers.append(i);
    return numbers;
}

} // namespace

TEST_CASE("The driver promises what it can and no more")
{
    Database db;
    const QSqlDriver* driver = db->driver();
    for (const QSqlDriver::DriverFeature feature : {QSqlDriver::Transactions,
                                                    QSqlDriver::BLOB,
                                                    QSqlDriver::Unicode,
                                                    QSqlDriver::PreparedQueries,
                                                    QSqlDriver::NamedPlaceholders,
                                                    QSqlDriver::PositionalPlaceholders,
                                                    QSqlDriver::LastInsertId,
                                                    QSqlDriver::SimpleLocking,
                                                    QSqlDriver::LowPrecisionNumbers,
                                                    QSqlDriver::EventNotifications,
                                                    QSqlDriver::FinishQuery,
                                                    QSqlDriver::CancelQuery})
        CHECK(driver->hasFeature(feature));
    // Qt means batches for procedures with output values, which SQLite has not
    for (const QSqlDriver::DriverFeature feature :
         {QSqlDriver::BatchOperations, QSqlDriver::QuerySize, QSqlDriver::MultipleResultSets})
        CHECK_FALSE(driver->hasFeature(feature));
}

TEST_CASE("An expression has the type of its value, and none where it is NULL")
{
    const Database db;
    db.run(QStringLiteral("CREATE TABLE t (i INTEGER, r REAL, s TEXT)"));
    const auto typeOf = [&db](const QString& expression) {
        QSqlQuery query = db.query();
        REQUIRE(query.exec(QStringLiteral("SELECT %1 FROM t").arg(expression)));
        return query.record().field(0).metaType().id();
    };
    for (const QString& sum : {QStringLiteral("sum(i)"), QStringLiteral("max(s)")})
        CHECK(typeOf(sum) == QMetaType::UnknownType);
    CHECK(typeOf(QStringLiteral("count(*)")) == QMetaType::Int);
    db.run(QStringLiteral("INSERT INTO t VALUES (3000000000, 1.5, 'x')"));
    CHECK(typeOf(QStringLiteral("sum(i)")) == QMetaType::Int);
    CHECK(typeOf(QStringLiteral("sum(r)")) == QMetaType::Double);
    CHECK(typeOf(QStringLiteral("max(s)")) == QMetaType::QString);
    CHECK(typeOf(QStringLiteral("x'00'")) == QMetaType::QByteArray);
    // the value itself is whole whatever its column is called
    CHECK(db.run(QStringLiteral("SELECT sum(i) FROM t")).toLongLong() == 3'000'000'000);
}

TEST_CASE("What was bound is let go when the statement has ended")
{
    const Database db;
    db.run(QStringLiteral("CREATE TABLE t (x UNIQUE)"));
    QSqlQuery insert = db.query();
    const auto held = [](const QSqlQuery& query) {
        char* sql = sqlite3_expanded_sql(query.result()->handle().value<sqlite3_stmt*>());
        const QString text = QString::fromUtf8(sql);
        sqlite3_free(sql);
        return text;
    };
    REQUIRE(insert.prepare(QStringLiteral("INSERT INTO t VALUES (?)")));
    insert.addBindValue(QStringLiteral("secret"));
    REQUIRE(insert.exec());
    CHECK(held(insert) == u"INSERT INTO t VALUES (NULL)");
    CHECK_FALSE(insert.exec()); // the same again
    CHECK(held(insert) == u"INSERT INTO t VALUES (NULL)");
    insert.bindValue(0, QStringLiteral("another"));
    REQUIRE(insert.exec());
    CHECK(insert.lastError().type() == QSqlError::NoError);

    QSqlQuery select = db.query();
    REQUIRE(select.prepare(QStringLiteral("SELECT x FROM t WHERE x = ?")));
    select.addBindValue(QStringLiteral("secret"));
    REQUIRE(select.exec());
    REQUIRE(select.next());
    CHECK(held(select).contains(u"secret"));
    select.finish();
    CHECK_FALSE(held(select).contains(u"secret"));
}

TEST_CASE("The id of an insertion stays its own when another query inserts")
{
    const Database db;
    db.run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, x)"));
    QSqlQuery first = db.query();
    REQUIRE(first.exec(QStringLiteral("INSERT INTO t VALUES (41, 'a')")));
    db.run(QStringLiteral("INSERT INTO t VALUES (9223372036854775807, 'b'), (7, 'c')"));
    CHECK(first.lastInsertId().toInt() == 41);
    CHECK(first.numRowsAffected() == 1);
}

TEST_CASE("A batch that cannot be committed leaves no transaction open")
{
    Database db(rawKey + QStringLiteral(";QSQLCIPHER_BUSY_TIMEOUT=0"));
    db.run(QStringLiteral("CREATE TABLE t (x)"));
    db.run(QStringLiteral("INSERT INTO t VALUES (1), (2)"));
    Database other(rawKey, QString(), db.path());
    QSqlQuery reader = other.query();
    REQUIRE(reader.exec(QStringLiteral("SELECT x FROM t")));
    REQUIRE(reader.next()); // and holds the file

    QSqlQuery batch = db.query();
    REQUIRE(batch.prepare(QStringLiteral("INSERT INTO t VALUES (?)")));
    batch.addBindValue(numbersUpTo(5));
    CHECK_FALSE(batch.execBatch());
    CHECK(batch.lastError().nativeErrorCode() == QString::number(SQLITE_BUSY));
    CHECK_FALSE(batch.isActive());
    reader.finish();
    CHECK(other.run(QStringLiteral("SELECT count(*) FROM t")).toInt() == 2);
    REQUIRE(db->transaction());
    REQUIRE(db->commit());
    REQUIRE(batch.execBatch());
    CHECK(batch.lastError().type() == QSqlError::NoError);
    CHECK(batch.numRowsAffected() == 5);
    CHECK(other.run(QStringLiteral("SELECT count(*) FROM t")).toInt() == 7);
}

TEST_CASE("A batch on a closed connection fails without harm")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (x)"));
    QSqlQuery batch = db.query();
    REQUIRE(batch.prepare(QStringLiteral("INSERT INTO t VALUES (?)")));
    batch.addBindValue(numbersUpTo(2));
    db->close();
    CHECK_FALSE(batch.execBatch());
    CHECK(batch.lastError().isValid());
}

TEST_CASE("As many variables as SQLite allows are bound, one more is an error")
{
    const Database db;
    constexpr int most = 32'766;
    const auto sum = [&db](int count) {
        QSqlQuery query = db.query();
        const QStringList marks(count, QStringLiteral("?"));
        if (!query.prepare(QStringLiteral("SELECT count(*) FROM (SELECT 1 AS x) WHERE x IN (")
                           + marks.join(u',') + u')'))
            return -1;
        for (int i = 1; i <= count; ++i)
            query.addBindValue(i);
        REQUIRE(query.exec());
        REQUIRE(query.next());
        return query.value(0).toInt();
    };
    CHECK(sum(most) == 1);
    CHECK(sum(most + 1) == -1);
}

TEST_CASE("No extension can be loaded through SQL")
{
    QSqlQuery query = Database().query();
    CHECK_FALSE(query.exec(QStringLiteral("SELECT load_extension('anything')")));
}
