#include "DriverFixture.h"

using namespace core;
using namespace storage_test;

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
