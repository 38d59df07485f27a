/// CipherSqlDriver: the QSqlDriver of QSQLCIPHER (see CipherDriver.h for its use). Internal to
/// core/storage.
///
/// Made, used and destroyed on one thread, as Qt demands; cancelQuery() alone may be called from
/// another one while the driver lives: it marks the statement that is running at that moment and no
/// later one.
#pragma once

#include "core/storage/BusyWait.h"
#include "core/storage/CipherFile.h"
#include "core/storage/SqlNotifications.h"

#include <QSqlDriver>
#include <QSqlError>

#include <atomic>
#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace core {

class CipherSqlResult;
struct CipherSqlOptions;

class CipherSqlDriver final : public QSqlDriver
{
public:
    explicit CipherSqlDriver(QObject* parent = nullptr);
    /// On the handle of a Connection, which stays its owner, keeps its own waiting and stopping,
    /// and closes after this.
    explicit CipherSqlDriver(sqlite3* borrowed);
    ~CipherSqlDriver() override;

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    bool open(const QString& name,
              const QString& user,
              const QString& password,
              const QString& host,
              int port,
              const QString& options) override;
    void close() override;
    [[nodiscard]] QSqlResult* createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    bool cancelQuery() override;

    [[nodiscard]] QStringList tables(QSql::TableType type) const override;
    [[nodiscard]] QSqlRecord record(const QString& table) const override;
    [[nodiscard]] QSqlIndex primaryIndex(const QString& table) const override;
    [[nodiscard]] QVariant handle() const override;

    [[nodiscard]] QString escapeIdentifier(const QString& identifier,
                                           IdentifierType type) const override;
    [[nodiscard]] bool isIdentifierEscaped(const QString& identifier,
                                           IdentifierType type) const override;
    [[nodiscard]] QString stripDelimiters(const QString& identifier,
                                          IdentifierType type) const override;
    [[nodiscard]] QString formatValue(const QSqlField& field, bool trimStrings) const override;

    bool subscribeToNotification(const QString& table) override;
    bool unsubscribeFromNotification(const QString& table) override;
    [[nodiscard]] QStringList subscribedToNotifications() const override;

    // For results.
    [[nodiscard]] sqlite3* sqlite() const { return m_handle; }
    void enlist(CipherSqlResult* result) const;
    void release(CipherSqlResult* result) const;
    /// sqlite3_step under a cancel token, with notifications kept or dropped by its outcome.
    int step(sqlite3_stmt* statement) const;
    /// Tells savepoints from their SQL, so that what they take back is not notified.
    void noteStatement(const QString& sql) const;

private:
    [[nodiscard]] Result<>
    openFile(const QString& name, const QString& password, const CipherSqlOptions& options);
    bool failOpen(const QString& text, int code);
    bool runTransactionCommand(const char* sql, const QString& failure);

    static int onBusy(void* self, int attempt);
    static int onProgress(void* self);

    sqlite3* m_handle = nullptr;
    std::unique_ptr<CipherFile> m_file; ///< null where the handle is borrowed
    bool m_isBorrowed = false;
    BusyPolicy m_policy;
    BusyWait m_wait;
    mutable std::vector<CipherSqlResult*> m_results;
    mutable std::unique_ptr<SqlNotifications> m_notifications;
    mutable std::atomic<quint64> m_running{0}; ///< token of the statement that is being stepped
    mutable std::atomic<quint64> m_cancelled{0};
    mutable quint64 m_lastToken = 0;
};

/// Of the last failed call on `handle`; to be made before anything else is called there.
[[nodiscard]] QSqlError cipherSqlError(sqlite3* handle, const QString& what, int code);

} // namespace core
