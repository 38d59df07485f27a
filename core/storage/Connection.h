/// Connection: one open SQLCipher file, with the project's settings applied and read back.
///
///     auto opened = Connection::open({.path = path}, key);
///     if (!opened)
///         return opened.error();
///     Connection& office = **opened;
///     auto s = office.statement("SELECT name FROM clients WHERE pk = ?");
///
/// Made, used and destroyed on one thread (asserted); only StopScope's condition may look at
/// something another thread changes. Statements that outlive their connection return errors.
///
/// open() gives NotFound (no such file), Unauthenticated (the key does not fit), Corrupt (damaged,
/// cut or empty), Unsupported (an unencrypted database), Conflict (create: a file is there
/// already), Io (a folder, no rights, disk), Busy (locked by others for longer than the policy
/// allows).
///
/// All waiting for locks, in reads as well as in BEGIN and COMMIT, follows the connection's
/// BusyPolicy.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/BusyPolicy.h"
#include "core/storage/Statement.h"

#include <QString>
#include <QStringView>

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

struct sqlite3;
class QSqlDatabase;

namespace core {

struct OpenOptions
{
    QString path;
    bool readOnly = false;
    bool create = false; ///< makes a new file; one that is there already is Conflict
    QString vfs{}; ///< the SQLite VFS to open through; empty: that of offices (OfficeVfs.h)
    BusyPolicy busy{};
    /// Asked where the key does not fit (any more): those that may, likeliest first. A colleague may have changed the
    /// key of the office since.
    std::function<Result<std::vector<SecureBytes>>()> keysNow{};
};

class Connection
{
public:
    /// `key`: exactly 32 bytes, used as they are (no password hash).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const OpenOptions& options,
                                                                  const SecureBytes& key);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// A statement ready to bind, from the cache where the same text was used before. Where the SQL
    /// does not compile, the statement carries the error and its first step() returns it.
    [[nodiscard]] Statement statement(std::string_view sql);
    [[nodiscard]] Statement statement(QStringView sql);

    /// One statement without parameters; rows are skipped.
    [[nodiscard]] Result<> execute(std::string_view sql);
    /// All statements of a text, in order, until the first that fails. Comments, literals and
    /// triggers are read by SQLite itself. Says in the error's detail which statement failed. Does
    /// not open a transaction of its own.
    [[nodiscard]] Result<> executeScript(std::string_view sql);

    /// Of the last INSERT; read it right after.
    [[nodiscard]] qint64 lastInsertId() const;
    /// Rows changed by the last INSERT, UPDATE or DELETE, without those of foreign keys and
    /// triggers.
    [[nodiscard]] qint64 changes() const;
    /// Moves when ANOTHER connection has committed. Busy is possible and is no news.
    [[nodiscard]] Result<qint64> dataVersion();
    [[nodiscard]] bool isInTransaction() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] const QString& path() const;
    /// On a volume of another computer, where others may write too.
    [[nodiscard]] bool isOnNetwork() const;

    /// After a failure of the device, or damage seen: nothing is written through the open file any
    /// more. The next statement outside of a transaction, or Transaction::begin(), opens it anew by
    /// itself; what was being saved is looked for by its op_id (Operation does).
    [[nodiscard]] bool mustReopen() const;
    /// The disk or the share has failed since the file was opened, whatever SQLite made of that.
    [[nodiscard]] bool hasDeviceFailed() const;
    /// Closes the file, with all its locks, and opens it anew with the same key and settings.
    /// Statements in use end with errors. Where it fails, the next statement tries again.
    [[nodiscard]] Result<> reopen();

    /// Writes the whole file anew under another key, in one transaction that nobody else is in meanwhile, and opens it
    /// with that key. Not to be stopped; takes about as long as copying the file twice. Where it fails, the file has
    /// its former key or, after a COMMIT of unknown outcome, the new one: OpenOptions::keysNow must know both. Busy:
    /// somebody else is reading or writing.
    [[nodiscard]] Result<> rekey(const SecureBytes& newKey);
    /// With which the file was opened.
    [[nodiscard]] const SecureBytes& key() const;

    /// While it lives, a transaction that has changed more than so much may write before its COMMIT, instead of keeping
    /// all of it in memory: from then on nobody else can read until it ends. For big work on a file of this computer;
    /// on a share it does nothing (a computer that comes back late would write what was given up).
    class SpillScope
    {
    public:
        SpillScope(Connection& connection, int mebibytes);
        ~SpillScope();
        SpillScope(const SpillScope&) = delete;
        SpillScope& operator=(const SpillScope&) = delete;

    private:
        Connection* m_connection;
    };

    void setBusyPolicy(BusyPolicy policy);
    [[nodiscard]] const BusyPolicy& busyPolicy() const;

    /// While it lives, statements of this connection end with Cancelled as soon as the condition is
    /// true. The condition is asked on the connection's own thread every few thousand steps of
    /// SQLite and while waiting for a lock, so a late stop can never hit a later statement. Scopes
    /// nest; the innermost counts.
    class StopScope
    {
    public:
        StopScope(Connection& connection, std::function<bool()> isStopped);
        /// `progress` must live as long as the scope.
        StopScope(Connection& connection, const Progress& progress);
        ~StopScope();
        StopScope(const StopScope&) = delete;
        StopScope& operator=(const StopScope&) = delete;

    private:
        Connection& m_connection;
        std::function<bool()> m_outer;
    };

    /// The same connection for Qt's own SQL classes (QSqlQuery, models); made at the first call.
    [[nodiscard]] const QSqlDatabase& database();
    /// For hot loops inside core/storage, backup and integrity checks.
    [[nodiscard]] sqlite3* handle() const;

private:
    friend class Statement;
    friend class Transaction;
    friend struct PreparedStatement;
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);

    std::unique_ptr<Private> m_d;
};

} // namespace core
