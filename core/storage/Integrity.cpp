#include "core/storage/Integrity.h"

#include "core/storage/Connection.h"
#include "core/storage/SqlError.h"
#include "core/storage/SqlIdentifier.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

namespace {

QString integrityText(const char* text)
{
    return QCoreApplication::translate("core::Integrity", text);
}

using Problems = std::vector<IntegrityProblem>;

/// Keeps writers out while several checks look at the same file; one that cannot even begin goes on
/// without.
class ReadLock
{
public:
    explicit ReadLock(Connection& connection)
        : m_connection(connection)
        , m_own(!connection.isInTransaction())
    {
        if (m_own && connection.execute("BEGIN")) {
            static_cast<void>(connection.execute("SELECT count(*) FROM sqlite_schema"));
        }
    }
    ~ReadLock()
    {
        if (m_own && m_connection.isInTransaction()) {
            sqlite3_exec(
                m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr); // also when stopped
        }
    }
    ReadLock(const ReadLock&) = delete;
    ReadLock& operator=(const ReadLock&) = delete;

private:
    Connection& m_connection;
    bool m_own;
};

/// A check that cannot be carried out because of the damage has found it.
Result<> orProblem(const Result<>& checked, Problems& problems)
{
    if (checked
        || (checked.error().code != ErrorCode::Corrupt
            && checked.error().code != ErrorCode::Unauthenticated)) {
        return checked;
    }
    problems.push_back(
        {QStringLiteral("structure"),
         QString(),
         integrityText(QT_TRANSLATE_NOOP(
             "core::Integrity", "The file is so damaged that it cannot be checked further."))});
    return {};
}

Result<> checkPages(Connection& connection, Problems& problems)
{
    static const QRegularExpression number(QStringLiteral("page (\\d+)"));
    Statement check = connection.statement("PRAGMA cipher_integrity_check");
    Result<> done = check.forEach([&](const Statement& row) {
        const QRegularExpressionMatch match = number.match(row.text(0));
        problems.push_back(
            {QStringLiteral("page"),
             match.hasMatch() ? QStringLiteral("page %1").arg(match.captured(1)) : QString(),
             integrityText(QT_TRANSLATE_NOOP("core::Integrity",
                                             "The content is not what was written there."))});
    });
    // To SQLCipher a page that could not be read is one that is not authentic; it says nothing of the file. Asked while
    // the statement is there, since with the last one goes the file that has failed.
    if (done && connection.hasDeviceFailed()) {
        const QString where = problems.empty() ? QString() : problems.back().where;
        problems.clear();
        return sqlError(SQLITE_IOERR_READ, where);
    }
    return done;
}

/// A connection that has searched before keeps the layout of a search index until it searches again; the check of SQLite
/// (3.46) goes by it, and would call an index damaged that somebody else has written since. Opening a cursor reads it anew.
void readSearchIndexesAnew(Connection& connection)
{
    const auto names = connection
                           .statement("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql"
                                      " LIKE 'CREATE VIRTUAL TABLE%USING fts5%'")
                           .all([](const Statement& row) { return row.text(0); });
    for (const QString& name : names ? *names : std::vector<QString>{}) {
        const QString sql
            = QStringLiteral("SELECT rowid FROM %1 LIMIT 1").arg(quotedIdentifier(name));
        // What is wrong with it is found by the check itself.
        static_cast<void>(
            connection.statement(QStringView(sql)).one([](const Statement&) { return 0; }));
    }
}

Result<> checkStructure(Connection& connection, Problems& problems)
{
    readSearchIndexesAnew(connection);
    return connection.statement("PRAGMA integrity_check(1000)").forEach([&](const Statement& row) {
        const QString text = row.text(0);
        if (text == u"ok") {
            return;
        }
        problems.push_back(
            {QStringLiteral("structure"),
             QString(),
             integrityText(QT_TRANSLATE_NOOP("core::Integrity", "The structure is damaged: %1"))
                 .arg(text)});
    });
}

Result<> checkReferences(Connection& connection, Problems& problems)
{
    return connection.statement("PRAGMA foreign_key_check").forEach([&](const Statement& row) {
        problems.push_back(
            {QStringLiteral("foreign_key"),
             QStringLiteral("%1 row %2").arg(row.text(0)).arg(row.int64(1)),
             integrityText(
                 QT_TRANSLATE_NOOP("core::Integrity", "What it refers to in %1 is not there."))
                 .arg(row.text(2))});
    });
}

} // namespace

Result<Problems> checkIntegrity(Connection& connection, Progress& progress)
{
    struct Check
    {
        const char* phase;
        Result<> (*run)(Connection&, Problems&);
    };
    static constexpr Check checks[] = {
        {QT_TRANSLATE_NOOP("core::Integrity", "Checking every page"), &checkPages},
        {QT_TRANSLATE_NOOP("core::Integrity", "Checking the structure"), &checkStructure},
        {QT_TRANSLATE_NOOP("core::Integrity", "Checking references"), &checkReferences},
    };
    const Connection::StopScope stop(connection, progress);
    const ReadLock lock(connection);
    Problems problems;
    for (const Check& check : checks) {
        progress.phase(integrityText(check.phase));
        if (Result<> done = orProblem(check.run(connection, problems), problems); !done) {
            return done.error();
        }
        if (progress.isStopped()) {
            return cancelledError();
        }
    }
    return problems;
}

} // namespace core
