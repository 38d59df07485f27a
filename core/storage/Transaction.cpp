#include "core/storage/Transaction.h"

#include "core/storage/ConnectionPrivate.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>

#include <utility>

namespace core {

namespace {

// Past Statement's look at the stop condition: a rollback has to run in stopped work too.
int executeEnding(Connection& connection, const char* sql)
{
    return sqlite3_exec(connection.handle(), sql, nullptr, nullptr, nullptr);
}

} // namespace

Result<> Transaction::makeReadyToWrite(Connection& connection)
{
    if (connection.mustReopen()) {
        // Whatever still reads on the old file ends with an error.
        if (Result<> again = connection.reopen(); !again) {
            return again;
        }
    }
    return connection.m_d->lookAgain();
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    return start(connection, std::nullopt);
}

Result<Transaction> Transaction::begin(Connection& connection, const BusyPolicy& policy)
{
    return start(connection, policy);
}

Result<Transaction> Transaction::start(Connection& connection, std::optional<BusyPolicy> policy)
{
    Connection::Private& d = *connection.m_d;
    if (connection.isInTransaction()) {
        return sqlError(SQLITE_MISUSE,
                        QStringLiteral("a transaction is open on this connection already"));
    }
    if (Result<> ready = makeReadyToWrite(connection); !ready) {
        return ready.error();
    }
    std::optional<BusyPolicy> outer;
    if (policy) {
        outer = std::exchange(d.policy, *std::move(policy));
    }
    d.wait.pauseAfterCommit();
    Result<> begun = connection.execute("BEGIN IMMEDIATE");
    if (!begun && d.sawDamage) {
        // Perhaps a stale size, or a colleague has changed the key: the first failure is none.
        begun = makeReadyToWrite(connection);
        if (begun) {
            begun = connection.execute("BEGIN IMMEDIATE");
        }
    }
    if (!begun) {
        if (outer) {
            d.policy = *std::move(outer);
        }
        return begun.error();
    }
    return Transaction(connection, std::move(outer));
}

Transaction::Transaction(Connection& connection, std::optional<BusyPolicy> outer)
    : m_connection(&connection)
    , m_outer(std::move(outer))
{
    connection.m_d->transactionIsOpen = true;
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_outer(std::move(other.m_outer))
    , m_state(other.m_state)
{ }

Transaction::~Transaction()
{
    rollback();
}

Result<> Transaction::commit()
{
    if (!m_connection || m_state != State::Open) {
        return sqlError(SQLITE_MISUSE, QStringLiteral("this transaction has ended already"));
    }
    // SQLite rolls back by itself after some errors (disk full, I/O); a COMMIT would then say only
    // "no transaction".
    if (!m_connection->isInTransaction()) {
        end(State::RolledBack);
        return sqlError(SQLITE_ABORT_ROLLBACK,
                        QStringLiteral("the transaction was rolled back after an error"));
    }
    Connection::Private& d = *m_connection->m_d;
    const int code = executeEnding(*m_connection, "COMMIT");
    if (code == SQLITE_OK) {
        d.wait.noteCommit(d.policy);
        end(State::Committed);
        return {};
    }
    const Error error = d.failure(code);
    const int primary = code & 0xff;
    if (primary == SQLITE_BUSY) {
        return error; // still open
    }
    if (m_connection->isInTransaction()) {
        executeEnding(*m_connection, "ROLLBACK");
    }
    // These come before anything of the commit counts, and a rollback that went through makes them
    // certain.
    if ((primary == SQLITE_CONSTRAINT || primary == SQLITE_READONLY || primary == SQLITE_FULL)
        && !m_connection->isInTransaction()) {
        end(State::RolledBack);
        return error;
    }
    d.deviceFailed = true;
    end(State::Unknown);
    return Error{ErrorCode::Io,
                 QCoreApplication::translate(
                     "core::Transaction",
                     "It is not known whether the change was saved. Open the office again; "
                     "what was not saved can then be saved once more."),
                 QStringLiteral("COMMIT failed: %1").arg(error.detail)};
}

void Transaction::rollback()
{
    if (!m_connection || m_state != State::Open) {
        return;
    }
    if (m_connection->isInTransaction()) {
        executeEnding(*m_connection, "ROLLBACK");
    }
    end(State::RolledBack);
}

void Transaction::end(State state)
{
    m_state = state;
    if (m_outer) {
        m_connection->setBusyPolicy(*std::exchange(m_outer, std::nullopt));
    }
    Connection::Private& d = *m_connection->m_d;
    d.transactionIsOpen = false;
    d.closeIfFailed();
}

Result<Savepoint> Savepoint::begin(Connection& connection)
{
    if (Result<> begun = connection.execute("SAVEPOINT part"); !begun) {
        return begun.error();
    }
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{ }

Savepoint::~Savepoint()
{
    rollback();
}

Result<> Savepoint::release()
{
    if (!m_connection) {
        return sqlError(SQLITE_MISUSE, QStringLiteral("this savepoint has ended already"));
    }
    Connection& connection = *m_connection;
    const int code = executeEnding(connection, "RELEASE part");
    if (code != SQLITE_OK) {
        return sqlError(connection.handle(), code);
    }
    m_connection = nullptr;
    return {};
}

void Savepoint::rollback()
{
    Connection* connection = std::exchange(m_connection, nullptr);
    // The same name may be used again inside: SQLite means the innermost. Where an error has ended
    // the whole transaction there is nothing left to take back.
    if (connection && connection->isInTransaction()) {
        executeEnding(*connection, "ROLLBACK TO part; RELEASE part");
    }
}

} // namespace core
