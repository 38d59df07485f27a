/// Transaction: everything a use case writes, or nothing.
///
///     auto transaction = Transaction::begin(writer);
///     if (!transaction)
///         return transaction.error();
///     …
///     return transaction->commit();
///
/// BEGIN IMMEDIATE always: the right to write is taken first, so that what is read inside is what
/// is decided on. Left without commit() it is rolled back. Waits for colleagues as the connection's
/// BusyPolicy says, or the one given here, which then holds until the transaction ends; whoever has
/// committed pauses before his next begin().
///
/// commit() fails with Busy when readers would not let go: the transaction is still open and
/// commit() may be tried again. A rule of the schema broken at the end (Conflict) rolls it back.
/// Every other failure of COMMIT leaves the outcome UNKNOWN (state Unknown,
/// Connection::mustReopen()): reopen, look for the op_id in applied_ops, and submit the same op_id
/// again only where it is not there. Operation does the looking; begin() reopens by itself.
///
/// On the connection's thread; never a dialog or a network wait inside.
#pragma once

#include "core/base/Result.h"
#include "core/storage/BusyPolicy.h"

#include <optional>
#include <string>

namespace core {

class Connection;

class Transaction
{
public:
    enum class State
    {
        Open,
        Committed,
        RolledBack,
        Unknown
    };

    /// Busy: a colleague was saving for longer than the budget. Internal: one is open already (use
    /// Savepoint).
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    [[nodiscard]] static Result<Transaction> begin(Connection& connection,
                                                   const BusyPolicy& policy);

    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Result<> commit();
    void rollback();
    [[nodiscard]] State state() const { return m_state; }

private:
    /// After a failure: the file opened anew, and damage that was seen looked at once more.
    [[nodiscard]] static Result<> makeReadyToWrite(Connection& connection);
    [[nodiscard]] static Result<Transaction> start(Connection& connection,
                                                   std::optional<BusyPolicy> policy);
    Transaction(Connection& connection, std::optional<BusyPolicy> outer);
    void end(State state);

    Connection* m_connection;
    std::optional<BusyPolicy> m_outer; ///< the connection's policy, to be put back
    State m_state = State::Open;
};

/// Savepoint: a part of a transaction that can be taken back alone, e.g. one row of an import. Left
/// without release() it is taken back. Nests; ends in the reverse order of its beginning.
class Savepoint
{
public:
    [[nodiscard]] static Result<Savepoint> begin(Connection& connection);

    Savepoint(Savepoint&&) noexcept;
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();

    [[nodiscard]] Result<> release();
    void rollback();

private:
    explicit Savepoint(Connection& connection)
        : m_connection(&connection)
    { }
    Connection* m_connection;
};

} // namespace core
