/// What Connection, Statement and Transaction share. Internal to core/storage.
#pragma once

#include "core/storage/BusyWait.h"
#include "core/storage/CipherFile.h"
#include "core/storage/Connection.h"
#include "core/storage/OfficeVfs.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QThread>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;

namespace core {

/// A prepared statement as the cache holds it. `stmt` and `owner` become null when the connection
/// closes before the Statement that uses it.
struct PreparedStatement
{
    sqlite3_stmt* stmt = nullptr;
    sqlite3* handle = nullptr;
    Connection::Private* owner = nullptr;
    std::string sql;
    bool inUse = false;
    quint64 lastUse = 0;
    /// One buffer per parameter for the UTF-8 that is bound without SQLite copying it; kept for the
    /// next row.
    std::vector<QByteArray> buffers;
};

struct Connection::Private
{
    OpenOptions options;
    SecureBytes key; ///< to open anew with
    std::unique_ptr<CipherFile> file; ///< null where it could not be opened anew
    QThread* thread = nullptr;
    BusyPolicy policy;
    BusyWait wait;
    std::function<bool()> isStopped;
    bool deviceFailed = false;
    VfsState* vfsState = nullptr; ///< see fileControlState
    bool transactionIsOpen
        = false; ///< a Transaction says so; SQLite may have rolled it back after an error
    bool sawDamage = false; ///< perhaps only a stale size; looked at before the next write
    bool isDamaged = false; ///< it was no mistake
    quint64 uses = 0;
    std::unordered_map<std::string_view, std::shared_ptr<PreparedStatement>> cache;
    /// Second users of a text whose cached statement is in use; gone when given back.
    std::vector<std::shared_ptr<PreparedStatement>> extra;
    std::optional<QSqlDatabase> database;
    QString databaseName;

    [[nodiscard]] Result<std::shared_ptr<PreparedStatement>> take(std::string_view sql);
    void giveBack(const std::shared_ptr<PreparedStatement>& prepared);
    void dropLeastUsed();
    /// Opens the file, keyed and with all settings.
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> openWith(const SecureBytes& candidate);
    void close();
    void closeIfFailed();
    [[nodiscard]] bool isIdle() const;
    /// An I/O error was seen, if only by the VFS.
    [[nodiscard]] bool hasFailed() const;
    /// After damage was seen once: reads the whole file again. Corrupt where it is true, or where somebody else
    /// found damage (DamageMark.h).
    [[nodiscard]] Result<> lookAgain();

    /// The error of a failed call, after noting what it means for this connection.
    [[nodiscard]] Error failure(int code);
    void watchForStop();

    static int onBusy(void* self, int attempt);
    static int onProgress(void* self);
};

/// The project's settings, each read back (ConnectionSettings.cpp).
[[nodiscard]] Result<> applySettings(CipherFile& file);
/// The pragma by which a transaction that has changed more than so much writes before its COMMIT.
[[nodiscard]] std::string spillAfter(int mebibytes);
/// Settings that only a new file can get, and its first page, so that nothing empty stays behind.
[[nodiscard]] Result<> prepareNewFile(CipherFile& file);

} // namespace core
