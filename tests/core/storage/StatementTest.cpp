#include "StorageFixture.h"

#include <QTimeZone>

#include <array>
#include <limits>

using namespace core;
using namespace storage_test;

namespace {

struct StatementFixture
{
    Folder folder;
    std::unique_ptr<Connection> connection = folder.create();

    template <typename T>
    QString storageClass(const T& value)
    {
        auto s = connection->statement("SELECT typeof(?)");
        auto type = s.bindAll(value).one([](const Statement& row) { return row.text(0); });
        REQUIRE_OK(type);
        return **type;
    }
};

} // namespace

TEST_CASE_METHOD(StatementFixture, "Values come back from the file exactly as they were bound")
{
    REQUIRE_OK(connection->execute("CREATE TABLE t (v)"));
    const auto insert = [&](const auto& value) {
        REQUIRE_OK(connection->execute("DELETE FROM t"));
        REQUIRE_OK(connection->statement("INSERT INTO t VALUES (?)").bindAll(value).run());
        Statement row = connection->statement("SELECT v FROM t");
        REQUIRE(*row.step() == StepState::Row);
        return row;
    };

    SECTION("64-bit integers to their limits")
    {
        for (const qint64 value : {std::numeric_limits<qint64>::min(),
                                   std::numeric_limits<qint64>::max(),
                                   qint64{9007199254740993},
                                   qint64{0},
                                   qint64{-1}})
            CHECK(insert(value).int64(0) == value);
        CHECK(insert(std::numeric_limits<quint32>::max()).int64(0) == 4294967295);
    }
    SECTION("doubles to the last bit")
    {
        for (const double value : {0.1, -1.0 / 3.0, 1e308, 5e-324, 4.40301e+17})
            CHECK(insert(value).real(0) == value);
    }
    SECTION("text of every kind")
    {
        const QString withNull = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
        for (const QString& value : {QStringLiteral("张伟"),
                                     QStringLiteral("𠮷野家 😀"),
                                     QString(),
                                     QStringLiteral(""),
                                     withNull,
                                     QString(100'000, u'龙')}) {
            const Statement row = insert(value);
            CHECK(row.text(0) == value);
            CHECK_FALSE(row.isNull(0));
        }
    }
    SECTION("a lone surrogate does not break the row")
    {
        CHECK(insert(QString(QChar(0xd800))).text(0).size() == 1);
    }
    SECTION("blobs, also empty and with zeros")
    {
        for (const QByteArray& value : {QByteArray("\0\1\0\xff", 4),
                                        QByteArray(),
                                        QByteArray(""),
                                        QByteArray(300'000, 'x')}) {
            const Statement row = insert(value);
            CHECK(row.blob(0) == value);
            CHECK_FALSE(row.isNull(0));
        }
    }
    SECTION("NULL")
    {
        CHECK(insert(nullptr).isNull(0));
        CHECK(insert(std::nullopt).isNull(0));
        CHECK(insert(std::optional<QString>()).isNull(0));
        CHECK(insert(std::optional<qint64>(7)).int64(0) == 7);
        CHECK(insert(ClientPk{}).isNull(0));
        CHECK(insert(ClientPk{12}).id<ClientPk>(0) == ClientPk{12});
        CHECK(insert(ClientId{QStringLiteral("CUST1")}).id<ClientId>(0).value == u"CUST1");
    }
    SECTION("times are UTC text with milliseconds")
    {
        const QDateTime time(QDate(2026, 11, 24), QTime(9, 5, 0, 123), QTimeZone("Asia/Shanghai"));
        const Statement row = insert(time);
        CHECK(row.text(0) == u"2026-11-24T01:05:00.123Z");
        CHECK(row.dateTime(0) == time);
        CHECK(row.dateTime(0).timeSpec() == Qt::UTC);
        const Statement none = insert(QDateTime());
        CHECK_FALSE(none.isNull(0));
        CHECK_FALSE(none.dateTime(0).isValid());
    }
}

TEST_CASE_METHOD(StatementFixture, "Each C++ type has its storage class")
{
    CHECK(storageClass(true) == u"integer");
    CHECK(storageClass(7) == u"integer");
    CHECK(storageClass(7U) == u"integer");
    CHECK(storageClass(7L) == u"integer");
    CHECK(storageClass(7LL) == u"integer");
    CHECK(storageClass(7.0) == u"real");
    CHECK(storageClass(QString()) == u"text");
    CHECK(storageClass(QStringView(u"x")) == u"text");
    CHECK(storageClass(QLatin1StringView("x")) == u"text");
    CHECK(storageClass(QByteArray()) == u"blob");
    CHECK(storageClass(QDateTime()) == u"text");
    CHECK(storageClass(nullptr) == u"null");
}

TEST_CASE_METHOD(StatementFixture,
                 "An unsigned number that SQLite cannot hold is refused, not wrapped")
{
    auto s = connection->statement("SELECT ?");
    const auto done = s.bindAll(quint64{9223372036854775808U}).run();
    REQUIRE_FALSE(done.hasValue());
    CHECK(done.error().code == ErrorCode::Invalid);
}

TEST_CASE_METHOD(StatementFixture, "Too few or too many values are an error of the program")
{
    CHECK(connection->statement("SELECT ?, ?").bindAll(1).run().error().code
          == ErrorCode::Internal);
    CHECK(connection->statement("SELECT ?").bindAll(1, 2).run().error().code
          == ErrorCode::Internal);
    CHECK(connection->statement("SELECT ?").bind(2, u"x").run().error().code
          == ErrorCode::Internal);
}

TEST_CASE_METHOD(StatementFixture, "SQL that does not compile says so at the first step")
{
    auto s = connection->statement("SELEC 1");
    const auto state = s.bind(1, 5).step();
    REQUIRE_FALSE(state.hasValue());
    CHECK(state.error().code == ErrorCode::Internal);
    CHECK(state.error().detail.contains(u"SELEC"));
    CHECK(connection->statement("SELECT 1; SELECT 2").run().error().code == ErrorCode::Internal);
    CHECK(connection->statement("").run().error().code == ErrorCode::Internal);
    REQUIRE_OK(connection->statement("SELECT 1; ").run());
}

TEST_CASE_METHOD(StatementFixture, "One text used twice at the same time does not disturb itself")
{
    REQUIRE_OK(
        connection->executeScript("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3);"));
    QString pairs;
    auto outer = connection->statement("SELECT x FROM t ORDER BY x");
    REQUIRE_OK(outer.forEach([&](const Statement& a) {
        auto inner = connection->statement("SELECT x FROM t ORDER BY x");
        REQUIRE_OK(
            inner.forEach([&](const Statement& b) { pairs += a.text(0) + b.text(0) + u' '; }));
    }));
    CHECK(pairs == u"11 12 13 21 22 23 31 32 33 ");
}

TEST_CASE_METHOD(StatementFixture,
                 "A cached statement comes back without the values of its last use")
{
    REQUIRE_OK(connection->statement("SELECT ?").bindAll(u"secret").run());
    auto again = connection->statement("SELECT ?");
    REQUIRE(*again.step() == StepState::Row);
    CHECK(again.isNull(0));
}

TEST_CASE_METHOD(StatementFixture, "Binding anew starts anew and keeps the other parameters")
{
    auto s = connection->statement("SELECT ?1 || ?2");
    s.bind(1, u"a").bind(2, u"b");
    REQUIRE(*s.step() == StepState::Row);
    CHECK(s.text(0) == u"ab");
    s.bind(2, QString(5000, u'c'));
    REQUIRE(*s.step() == StepState::Row);
    CHECK(s.text(0) == QString(QStringLiteral("a") + QString(5000, u'c')));
    REQUIRE(*s.step() == StepState::Done);
    REQUIRE(*s.step() == StepState::Done);
    s.bind(1, QByteArray("x")).bind(2, u"y");
    REQUIRE(*s.step() == StepState::Row);
    CHECK(s.text(0) == u"xy");
}

TEST_CASE_METHOD(StatementFixture, "Texts are bound as a range, which must fit")
{
    auto s = connection->statement("SELECT ?1 || '|' || ?2 || '|' || ?3 || '|' || typeof(?3)");
    const QString longer(3000, u'长');
    const auto bound = [&s](int first, std::initializer_list<QStringView> texts) {
        auto text
            = s.bindTexts(first, std::vector<QStringView>(texts)).one([](const Statement& row) {
                  return row.text(0);
              });
        return text ? **text : text.error().detail;
    };
    CHECK(bound(1, {u"a", QStringView(), u"张"}) == u"a||张|text");
    CHECK(bound(2, {u"b", u"c"}) == u"a|b|c|text");
    CHECK(bound(3, {}) == u"a|b|c|text");
    CHECK(bound(3, {longer}) == u"a|b|" + longer + u"|text");
    CHECK(bound(3, {u"d", u"e"}).contains(u"there is no parameter 4"));
    auto other = connection->statement("SELECT ?");
    const std::array<QStringView, 1> one{u"a"};
    CHECK(other.bindTexts(0, one).step().error().detail.contains(u"there is no parameter 0"));
}

TEST_CASE_METHOD(StatementFixture, "run() executes each time it is called")
{
    REQUIRE_OK(connection->execute("CREATE TABLE t (x)"));
    auto s = connection->statement("INSERT INTO t VALUES (1)");
    REQUIRE_OK(s.run());
    REQUIRE_OK(s.run());
    CHECK(number(*connection, "SELECT count(*) FROM t") == 2);
    CHECK(*connection->statement("UPDATE t SET x = 2").runCounting() == 2);
    CHECK(*connection->statement("UPDATE t SET x = 2 WHERE x = 9").runCounting() == 0);
}

TEST_CASE_METHOD(StatementFixture,
                 "forEach, one and all read rows, and a callback's error ends the loop")
{
    REQUIRE_OK(
        connection->executeScript("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3);"));
    const auto all = connection->statement("SELECT x FROM t").all([](const Statement& row) {
        return row.integer(0);
    });
    REQUIRE_OK(all);
    CHECK(*all == std::vector{1, 2, 3});
    const auto none
        = connection->statement("SELECT x FROM t WHERE x > 5").one([](const Statement& row) {
              return row.integer(0);
          });
    REQUIRE_OK(none);
    CHECK_FALSE(none->has_value());
    int seen = 0;
    const auto stopped
        = connection->statement("SELECT x FROM t").forEach([&](const Statement&) -> Result<> {
              if (++seen == 2)
                  return Error{ErrorCode::Denied, QStringLiteral("no"), {}};
              return {};
          });
    REQUIRE_FALSE(stopped.hasValue());
    CHECK(stopped.error().code == ErrorCode::Denied);
    CHECK(seen == 2);
}

TEST_CASE_METHOD(StatementFixture,
                 "A statement read to its end or given back half-read holds no lock")
{
    REQUIRE_OK(
        connection->executeScript("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3);"));
    const auto other = folder.reopen();
    other->setBusyPolicy({.budget = std::chrono::milliseconds(0)});
    {
        auto halfRead = connection->statement("SELECT x FROM t");
        REQUIRE(*halfRead.step() == StepState::Row);
        CHECK(other->execute("INSERT INTO t VALUES (4)").error().code == ErrorCode::Busy);
    }
    REQUIRE_OK(other->execute("INSERT INTO t VALUES (4)"));
    auto atEnd = connection->statement("SELECT x FROM t");
    while (*atEnd.step() == StepState::Row) { }
    REQUIRE_OK(other->execute("INSERT INTO t VALUES (5)"));
}

TEST_CASE_METHOD(StatementFixture,
                 "Rules of the schema are told apart from defects, and no value is in the error")
{
    REQUIRE_OK(connection->executeScript(
        "CREATE TABLE p (id TEXT PRIMARY KEY);"
        "CREATE TABLE c (p TEXT NOT NULL REFERENCES p (id), n CHECK (n > 0));"
        "INSERT INTO p VALUES ('secret');"));
    struct Case
    {
        const char* sql;
        ErrorCode code;
    };
    for (const Case& test :
         {Case{"INSERT INTO p VALUES (?)", ErrorCode::Conflict},
          Case{"INSERT INTO c VALUES (? || 'x', 1)", ErrorCode::Conflict},
          Case{"INSERT INTO c VALUES (?, 0)", ErrorCode::Internal},
          Case{"INSERT INTO c VALUES (nullif(?, 'secret'), 1)", ErrorCode::Internal}}) {
        INFO(test.sql);
        const auto failed = connection->statement(test.sql).bindAll(u"secret").run();
        REQUIRE_FALSE(failed.hasValue());
        CHECK(failed.error().code == test.code);
        CHECK_FALSE(failed.error().detail.contains(u"secret"));
        CHECK_FALSE(failed.error().message.contains(u"secret"));
    }
}

TEST_CASE_METHOD(StatementFixture, "What a person searched for does not stand in a full-text error")
{
    REQUIRE_OK(connection->execute("CREATE VIRTUAL TABLE f USING fts5 (x)"));
    const auto failed
        = connection->statement("SELECT * FROM f WHERE f MATCH ?").bindAll(u"\"secret").run();
    REQUIRE_FALSE(failed.hasValue());
    CHECK_FALSE(failed.error().detail.contains(u"secret"));
}

TEST_CASE_METHOD(StatementFixture, "More texts than the cache holds are no trouble")
{
    for (int i = 0; i < 600; ++i)
        CHECK(number(*connection, QStringLiteral("SELECT %1").arg(i).toStdString()) == i);
}
