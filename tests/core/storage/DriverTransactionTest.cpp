#include "DriverFixture.h"

#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QSqlDriver>

#include <thread>
#include <utility>

using namespace core;
using namespace storage_test;

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

    QSqlQuery batch = db.query();
    REQUIRE(batch.prepare(QStringLiteral("INSERT INTO t VALUES (?, ?)")));
    batch.addBindValue(QVariantList{11, 12, 12});
    batch.addBindValue(QVariantList{11, 12, 13});
    CHECK_FALSE(batch.execBatch());
    CHECK(news().isEmpty());
    batch.bindValue(0, QVariantList{11, 12, 13});
    REQUIRE(batch.execBatch());
    CHECK(news() == u"t11,t12,t13");

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
    CHECK(query.lastError().type() == QSqlError::UnknownError); // nothing is wrong with it
    // long enough to be asked whether it was cancelled
    CHECK(db.run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                "WHERE i < 100000) SELECT count(*) FROM n"))
              .toInt()
          == 100'000);
    CHECK_FALSE(driver->cancelQuery());
}
