#include "DriverFixture.h"

using namespace core;
using namespace storage_test;

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

    REQUIRE(query.prepare(QStringLiteral("SELECT '?' || ? -- or ?")));
    query.addBindValue(QStringLiteral("a"));
    CHECK(value() == u"?a");

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

TEST_CASE("The next row's value may be of another kind, and bound in another way")
{
    Database db;
    QSqlQuery query = db.query();
    REQUIRE(query.prepare(QStringLiteral("SELECT typeof(?1) || ' ' || coalesce(?1, '-')")));
    const auto next = [&query](const QVariant& value) {
        query.bindValue(0, value);
        REQUIRE(query.exec());
        REQUIRE(query.next());
        return query.value(0).toString();
    };
    CHECK(next(QStringLiteral("a")) == u"text a");
    CHECK(next(QStringLiteral("longer than before")) == u"text longer than before");
    CHECK(next(QString()) == u"null -");
    CHECK(next(QStringLiteral("b")) == u"text b");
    CHECK(next(QVariant(QMetaType(QMetaType::QString))) == u"null -");
    CHECK(next(QStringLiteral("c")) == u"text c");
    CHECK(next(7) == u"integer 7");
    CHECK(next(QStringLiteral("d")) == u"text d");
    CHECK(next(QByteArray("x")) == u"blob x");
    CHECK(next(QVariant()) == u"null -");

    // where names follow positions, the last of them counts
    REQUIRE(query.prepare(QStringLiteral("SELECT :x || :y")));
    const auto value = [&query] {
        REQUIRE(query.exec());
        REQUIRE(query.next());
        return query.value(0).toString();
    };
    query.bindValue(0, QStringLiteral("1"));
    query.bindValue(1, QStringLiteral("2"));
    CHECK(value() == u"12");
    query.bindValue(QStringLiteral(":y"), QStringLiteral("3"));
    CHECK(value() == u"13");
    query.bindValue(1, QStringLiteral("4"));
    CHECK(value() == u"14");
}
