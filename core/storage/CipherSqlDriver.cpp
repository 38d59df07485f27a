#include "core/storage/CipherSqlDriver.h"

#include "core/storage/CipherSqlOptions.h"
#include "core/storage/CipherSqlRegexp.h"
#include "core/storage/CipherSqlResult.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"
#include "core/storage/UtcText.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDateTime>
#include <QMetaObject>
#include <QSqlField>
#include <QVariant>

#include <algorithm>

namespace core {

namespace {

constexpr int stepsBetweenCancels = 4000;

QString driverText(const char* text)
{
    return QCoreApplication::translate("core::CipherSqlDriver", text);
}

QSqlError::ErrorType errorType(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QSqlError::TransactionError;
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_FULL:
    case SQLITE_READONLY:
        return QSqlError::ConnectionError;
    case SQLITE_INTERRUPT:
        return QSqlError::UnknownError; // nothing failed: somebody cancelled
    default:
        return QSqlError::StatementError;
    }
}

} // namespace

QSqlError cipherSqlError(sqlite3* handle, const QString& what, int code)
{
    // the extended code, unless the connection was told to give plain ones
    const int last = sqlite3_errcode(handle);
    const int shown = (last & 0xff) == (code & 0xff) ? last : code;
    return QSqlError(
        what, QString::fromUtf8(sqlite3_errmsg(handle)), errorType(code), QString::number(shown));
}

CipherSqlDriver::CipherSqlDriver(QObject* parent)
    : QSqlDriver(parent)
{ }

CipherSqlDriver::CipherSqlDriver(sqlite3* borrowed)
    : m_handle(borrowed)
    , m_isBorrowed(true)
{
    setOpen(true);
    setOpenError(false);
}

CipherSqlDriver::~CipherSqlDriver()
{
    const auto results = std::exchange(m_results, {});
    for (CipherSqlResult* result : results) {
        result->abandon();
    }
    CipherSqlDriver::close();
}

bool CipherSqlDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case NamedPlaceholders:
    case PositionalPlaceholders:
    case LastInsertId:
    case SimpleLocking:
    case LowPrecisionNumbers:
    case EventNotifications:
    case FinishQuery:
        return true;
    case CancelQuery:
        return !m_isBorrowed; // a Connection has StopScope
    // execBatch() works all the same; this promises procedures with output values
    case BatchOperations:
    case QuerySize:
    case MultipleResultSets:
        return false;
    }
    return false;
}

// NOLINTNEXTLINE(readability-function-size): Qt gives six parameters
bool CipherSqlDriver::open(const QString& name,
                           const QString&,
                           const QString& password,
                           const QString&,
                           int,
                           const QString& optionText)
{
    if (m_isBorrowed) {
        return isOpen();
    }
    if (isOpen()) {
        close();
    }
    CipherSqlOptions options;
    if (const QString wrong = readCipherSqlOptions(optionText, options); !wrong.isNull()) {
        return failOpen(driverText(QT_TRANSLATE_NOOP(
                                       "core::CipherSqlDriver",
                                       "The connection option %1 is unknown or has a wrong value"))
                            .arg(wrong),
                        SQLITE_MISUSE);
    }
    if (const Result<> opened = openFile(name, password, options); !opened) {
        return failOpen(opened.error().message, sqliteCode(opened.error()));
    }
    setOpen(true);
    setOpenError(false);
    return true;
}

bool CipherSqlDriver::failOpen(const QString& text, int code)
{
    close();
    // Programs compare SQLite's own words, people read ours.
    setLastError(QSqlError(text,
                           code == SQLITE_OK ? text : QString::fromUtf8(sqlite3_errstr(code)),
                           QSqlError::ConnectionError,
                           QString::number(code)));
    setOpenError(true);
    return false;
}

Result<> CipherSqlDriver::openFile(const QString& name,
                                   const QString& password,
                                   const CipherSqlOptions& options)
{
    auto file = CipherFile::open(
        {.path = name, .readOnly = options.readOnly, .create = true, .uri = options.uri});
    if (!file) {
        return file.error();
    }
    m_file = *std::move(file);
    m_handle = m_file->handle();
    m_policy.budget = std::chrono::milliseconds(options.busyTimeout);
    sqlite3_busy_handler(m_handle, &CipherSqlDriver::onBusy, this);
    sqlite3_progress_handler(m_handle, stepsBetweenCancels, &CipherSqlDriver::onProgress, this);
    sqlite3_extended_result_codes(m_handle, options.plainResultCodes ? 0 : 1);
    if (options.regexpCache > 0) {
        if (const int code = addRegexp(m_handle, options.regexpCache); code != SQLITE_OK) {
            return sqlError(m_handle, code);
        }
    }
    if (options.key.isEmpty() && password.isEmpty()) {
        return {};
    }
    if (Result<> keyed
        = m_file->setPassphrase((options.key.isEmpty() ? password : options.key).toUtf8());
        !keyed) {
        return keyed;
    }
    return m_file->probe();
}

void CipherSqlDriver::close()
{
    for (CipherSqlResult* result : m_results) {
        result->close();
    }
    m_notifications.reset();
    m_file.reset();
    m_handle = nullptr;
    if (isOpen()) {
        setOpen(false);
        setOpenError(false);
    }
}

QSqlResult* CipherSqlDriver::createResult() const
{
    return new CipherSqlResult(this);
}

void CipherSqlDriver::enlist(CipherSqlResult* result) const
{
    m_results.push_back(result);
}

void CipherSqlDriver::release(CipherSqlResult* result) const
{
    m_results.erase(std::remove(m_results.begin(), m_results.end(), result), m_results.end());
}

int CipherSqlDriver::step(sqlite3_stmt* statement) const
{
    const std::size_t mark = m_notifications ? m_notifications->mark() : 0;
    m_running.store(++m_lastToken);
    const int code = sqlite3_step(statement);
    m_running.store(0);
    if (m_notifications) {
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            m_notifications->dropAfter(mark);
        }
        m_notifications->settle();
    }
    return code;
}

void CipherSqlDriver::noteStatement(const QString& sql) const
{
    if (m_notifications) {
        m_notifications->noteStatement(sql);
        m_notifications->settle();
    }
}

bool CipherSqlDriver::cancelQuery()
{
    const quint64 running = m_running.load();
    if (running == 0 || m_isBorrowed) {
        return false;
    }
    m_cancelled.store(running);
    return true;
}

int CipherSqlDriver::onProgress(void* self)
{
    const auto* driver = static_cast<CipherSqlDriver*>(self);
    const quint64 running = driver->m_running.load();
    return running != 0 && driver->m_cancelled.load() == running ? 1 : 0;
}

int CipherSqlDriver::onBusy(void* self, int attempt)
{
    auto* driver = static_cast<CipherSqlDriver*>(self);
    return driver->m_wait.pause(
               driver->m_policy, attempt, [driver] { return onProgress(driver) != 0; })
        ? 1
        : 0;
}

bool CipherSqlDriver::runTransactionCommand(const char* sql, const QString& failure)
{
    if (!isOpen()) {
        return false;
    }
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        const QSqlError error = cipherSqlError(m_handle, failure, code);
        setLastError(QSqlError(error.driverText(),
                               error.databaseText(),
                               QSqlError::TransactionError,
                               error.nativeErrorCode()));
    }
    if (m_notifications) {
        m_notifications->settle();
    }
    return code == SQLITE_OK;
}

bool CipherSqlDriver::beginTransaction()
{
    return runTransactionCommand(
        "BEGIN",
        driverText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to begin the transaction")));
}

bool CipherSqlDriver::commitTransaction()
{
    return runTransactionCommand(
        "COMMIT",
        driverText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to commit the transaction")));
}

bool CipherSqlDriver::rollbackTransaction()
{
    return runTransactionCommand(
        "ROLLBACK",
        driverText(
            QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to roll back the transaction")));
}

QVariant CipherSqlDriver::handle() const
{
    return QVariant::fromValue(m_handle);
}

QString CipherSqlDriver::formatValue(const QSqlField& field, bool trimStrings) const
{
    const QVariant value = field.value();
    if (!field.isNull()) {
        if (value.typeId() == QMetaType::QByteArray) {
            return u"X'" + QString::fromLatin1(value.toByteArray().toHex()) + u'\'';
        }
        if (value.typeId() == QMetaType::QDateTime) {
            return u'\'' + utcText(value.toDateTime()) + u'\'';
        }
    }
    return QSqlDriver::formatValue(field, trimStrings);
}

bool CipherSqlDriver::subscribeToNotification(const QString& table)
{
    if (!isOpen() || (m_notifications && m_notifications->tables.contains(table))) {
        return false;
    }
    if (!m_notifications) {
        // queued, so that a receiver may use the connection
        m_notifications = std::make_unique<SqlNotifications>(
            m_handle, [this](const QString& name, qint64 rowId) {
                QMetaObject::invokeMethod(
                    this,
                    [this, name, rowId] {
                        Q_EMIT notification(name, QSqlDriver::UnknownSource, QVariant(rowId));
                    },
                    Qt::QueuedConnection);
            });
    }
    m_notifications->tables.append(table);
    return true;
}

bool CipherSqlDriver::unsubscribeFromNotification(const QString& table)
{
    if (!m_notifications || !m_notifications->tables.removeOne(table)) {
        return false;
    }
    if (m_notifications->tables.isEmpty()) {
        m_notifications.reset();
    }
    return true;
}

QStringList CipherSqlDriver::subscribedToNotifications() const
{
    return m_notifications ? m_notifications->tables : QStringList();
}

} // namespace core
