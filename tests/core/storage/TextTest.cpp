// The pure functions of core/storage: times as text, names in SQL, what an error code means.
#include "StorageFixture.h"

#include "core/storage/SqlError.h"
#include "core/storage/SqlIdentifier.h"
#include "core/storage/Sqlite.h"
#include "core/storage/UtcText.h"
#include "core/storage/Utf8Buffer.h"

#include <QStringList>
#include <QTimeZone>

using namespace core;

TEST_CASE("Times become text that sorts and come back the same")
{
    struct Case
    {
        QDateTime time;
        QString text;
    };
    const Case table[] = {
        {QDateTime(QDate(2026, 11, 24), QTime(9, 5, 0, 123), Qt::UTC),
         QStringLiteral("2026-11-24T09:05:00.123Z")},
        {QDateTime(QDate(2024, 2, 29), QTime(23, 59, 59, 999), Qt::UTC),
         QStringLiteral("2024-02-29T23:59:59.999Z")},
        {QDateTime(QDate(1969, 12, 31), QTime(23, 59, 59, 1), Qt::UTC),
         QStringLiteral("1969-12-31T23:59:59.001Z")},
        {QDateTime(QDate(1900, 1, 1), QTime(0, 0), Qt::UTC),
         QStringLiteral("1900-01-01T00:00:00.000Z")},
        {QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC),
         QStringLiteral("9999-12-31T00:00:00.000Z")},
        {QDateTime(), QString()},
    };
    for (const Case& test : table) {
        CHECK(utcText(test.time) == test.text);
        CHECK(utcFromText(test.text) == test.time);
        if (test.time.isValid())
            CHECK(utcText(test.time) == test.time.toString(Qt::ISODateWithMs));
    }
    const QDateTime shanghai(QDate(2026, 1, 1), QTime(7, 0), QTimeZone("Asia/Shanghai"));
    CHECK(utcText(shanghai) == u"2025-12-31T23:00:00.000Z");
}

TEST_CASE("Other forms of times are understood, and what is no time is invalid")
{
    const QDateTime expected(QDate(2026, 3, 2), QTime(1, 0), Qt::UTC);
    for (const auto* text : {u"2026-03-02T01:00:00Z",
                             u"2026-03-02T01:00:00",
                             u"2026-03-02T09:00:00+08:00",
                             u"2026-03-02T01:00:00.000Z"})
        CHECK(utcFromText(text) == expected);
    for (const auto* text : {u"",
                             u"yesterday",
                             u"2026-13-02T01:00:00.000Z",
                             u"2026-02-30T01:00:00.000Z",
                             u"2026-03-02T25:00:00.000Z",
                             u"2026-0x-02T01:00:00.000Z"})
        CHECK_FALSE(utcFromText(text).isValid());
}

TEST_CASE("Names are quoted so that every character survives")
{
    CHECK(quotedIdentifier(u"name") == u"\"name\"");
    CHECK(quotedIdentifier(u"a\"b") == u"\"a\"\"b\"");
    CHECK(quotedIdentifier(u"a[b].c d") == u"\"a[b].c d\"");
    CHECK(quotedIdentifier(u"") == u"\"\"");
}

TEST_CASE("Quotes around names are recognized and read back")
{
    struct Case
    {
        const char16_t* text;
        bool isQuoted;
        QStringList parts;
    };
    const Case table[] = {
        {u"name", false, {QStringLiteral("name")}},
        {u"\"name\"", true, {QStringLiteral("name")}},
        {u"\"a\"\"b\"", true, {QStringLiteral("a\"b")}},
        {u"\"a\"b\"", false, {QStringLiteral("\"a\"b\"")}},
        {u"\"open", false, {QStringLiteral("\"open")}},
        {u"[odd.name]", true, {QStringLiteral("odd.name")}},
        {u"`x``y`", true, {QStringLiteral("x`y")}},
        {u"main.t", false, {QStringLiteral("main"), QStringLiteral("t")}},
        {u"\"main\".\"t\"", true, {QStringLiteral("main"), QStringLiteral("t")}},
        {u"\"main\".t", false, {QStringLiteral("main"), QStringLiteral("t")}},
        {u"a[1]", false, {QStringLiteral("a[1]")}},
        {u"\"a.b\"", true, {QStringLiteral("a.b")}},
        {u"", false, {}},
    };
    for (const Case& test : table) {
        INFO(QStringView(test.text).toString().toStdString());
        CHECK(isQuotedIdentifier(test.text) == test.isQuoted);
        CHECK(identifierParts(test.text) == test.parts);
    }
}

TEST_CASE("Each of SQLite's codes means one of ours")
{
    struct Case
    {
        int code;
        ErrorCode meaning;
    };
    static constexpr Case table[] = {
        {SQLITE_BUSY, ErrorCode::Busy},
        {SQLITE_BUSY_SNAPSHOT, ErrorCode::Busy},
        {SQLITE_LOCKED, ErrorCode::Busy},
        {SQLITE_NOTADB, ErrorCode::Unauthenticated},
        {SQLITE_CORRUPT, ErrorCode::Corrupt},
        {SQLITE_CORRUPT_INDEX, ErrorCode::Corrupt},
        {SQLITE_FULL, ErrorCode::Io},
        {SQLITE_READONLY, ErrorCode::Io},
        {SQLITE_READONLY_ROLLBACK, ErrorCode::Io},
        {SQLITE_READONLY_DBMOVED, ErrorCode::Io},
        {SQLITE_CANTOPEN, ErrorCode::Io},
        {SQLITE_IOERR_READ, ErrorCode::Io},
        {SQLITE_IOERR_FSYNC, ErrorCode::Io},
        {SQLITE_IOERR_LOCK, ErrorCode::Io},
        {SQLITE_INTERRUPT, ErrorCode::Cancelled},
        {SQLITE_CONSTRAINT_UNIQUE, ErrorCode::Conflict},
        {SQLITE_CONSTRAINT_PRIMARYKEY, ErrorCode::Conflict},
        {SQLITE_CONSTRAINT_FOREIGNKEY, ErrorCode::Conflict},
        {SQLITE_CONSTRAINT_NOTNULL, ErrorCode::Internal},
        {SQLITE_CONSTRAINT_CHECK, ErrorCode::Internal},
        {SQLITE_TOOBIG, ErrorCode::Invalid},
        {SQLITE_ERROR, ErrorCode::Internal},
        {SQLITE_MISUSE, ErrorCode::Internal},
    };
    for (const Case& test : table) {
        INFO(test.code);
        const Error error = sqlError(test.code, QStringLiteral("words"));
        CHECK(error.code == test.meaning);
        CHECK_FALSE(error.message.isEmpty());
        CHECK_FALSE(error.message.contains(u"words"));
        if (test.meaning != ErrorCode::Cancelled)
            CHECK(sqliteCode(error) == test.code);
    }
    CHECK(sqlError(SQLITE_FULL, {}).message.contains(u"disk is full"));
    CHECK(isDeviceFailure(SQLITE_IOERR_WRITE));
    CHECK_FALSE(isDeviceFailure(SQLITE_FULL));
    CHECK_FALSE(isDeviceFailure(SQLITE_BUSY));
}

TEST_CASE(
    "UTF-8 written by hand is what Qt writes, and lone surrogates become replacement characters")
{
    QByteArray buffer;
    const auto encoded = [&buffer](const QString& text) {
        return buffer.first(encodeInto(buffer, text));
    };
    QString everything;
    for (char32_t c = 0; c < 0x30000; c += c < 0x900 ? 1 : 61) {
        if (!QChar::isSurrogate(c))
            everything += QStringView(QChar::fromUcs4(c));
    }
    everything += QStringView(QChar::fromUcs4(0x10ffff));
    CHECK(encoded(everything) == everything.toUtf8());
    CHECK(encoded(QString()).isEmpty());
    CHECK(encoded(QStringLiteral("short")) == "short");
    const QString replacement(QChar(0xfffd));
    const QString a = QStringLiteral("a");
    CHECK(encoded(QString(QChar(0xd83d)) + a) == QString(replacement + a).toUtf8());
    CHECK(encoded(QString(QChar(0xde00))) == replacement.toUtf8());
    CHECK(encoded(a + QChar(0xd83d)) == QString(a + replacement).toUtf8());
}
