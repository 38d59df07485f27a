#include "core/storage/Connection.h"

#include "core/base/Log.h"
#include "core/storage/CipherSqlDriver.h"
#include "core/storage/ConnectionPrivate.h"
#include "core/storage/FreePages.h"
#include "core/storage/KeyFit.h"
#include "core/storage/OfficeVfs.h"
#include "core/storage/PlatformVfs.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <utility>

namespace core {

namespace {

QString openingText(const char* text)
{
    return QCoreApplication::translate("core::Connection", text);
}

Result<> checkPath(const OpenOptions& options)
{
    const QFileInfo info(options.path);
    if (info.isDir()) {
        return Error{ErrorCode::Io,
                     openingText(QT_TRANSLATE_NOOP("core::Connection",
                                                   "This is a folder, not a database file.")),
                     {}};
    }
    if (options.create) {
        if (info.exists()) {
            return Error{ErrorCode::Conflict,
                         openingText(QT_TRANSLATE_NOOP(
                             "core::Connection",
                             "A file of this name is there already. Choose another place.")),
                         {}};
        }
        if (!info.dir().exists()) {
            return Error{ErrorCode::NotFound,
                         openingText(QT_TRANSLATE_NOOP(
                             "core::Connection", "The folder for the new file does not exist.")),
                         {}};
        }
        return {};
    }
    if (!info.exists() && !info.dir().exists()) {
        // Of a share that is away nothing exists, as far as the system says.
        return Error{ErrorCode::Io,
                     openingText(QT_TRANSLATE_NOOP(
                         "core::Connection",
                         "The folder of the office is not there at the moment. Check the drive or "
                         "the network, then try again.")),
                     {}};
    }
    if (!info.exists()) {
        return Error{ErrorCode::NotFound,
                     openingText(QT_TRANSLATE_NOOP("core::Connection",
                                                   "There is no database file of this name.")),
                     {}};
    }
    if (info.size() == 0) {
        return Error{
            ErrorCode::Corrupt,
            openingText(QT_TRANSLATE_NOOP("core::Connection",
                                          "The database file is empty. Restore it from a backup.")),
            {}};
    }
    return {};
}

/// What NOTADB means for this file and this key.
Error explainNoDatabase(sqlite3* handle, const SecureBytes& key, const Error& error)
{
    switch (keyFit(handle, key.data())) {
    case KeyFit::Fits:
        return {ErrorCode::Corrupt,
                openingText(QT_TRANSLATE_NOOP(
                    "core::Connection",
                    "The beginning of the database file is damaged. Restore it from a "
                    "backup.")),
                error.detail};
    case KeyFit::Cut:
        return {
            ErrorCode::Corrupt,
            openingText(QT_TRANSLATE_NOOP(
                "core::Connection", "The file is cut short, or is no database of this program.")),
            error.detail};
    case KeyFit::Plain:
        return {ErrorCode::Unsupported,
                openingText(QT_TRANSLATE_NOOP(
                    "core::Connection",
                    "This database is not encrypted; it does not belong to this program.")),
                error.detail};
    case KeyFit::Misfits:
    case KeyFit::Unreadable:
        break;
    }
    return error;
}

Result<> makeReady(CipherFile& file, bool isNew)
{
    if (Result<> applied = applySettings(file); !applied) {
        return applied;
    }
    if (isNew) {
        if (Result<> prepared = prepareNewFile(file); !prepared) {
            return prepared;
        }
    }
    return file.probe();
}

} // namespace

Result<> Connection::Private::open()
{
    const Result<> opened = openWith(key);
    if (opened || opened.error().code != ErrorCode::Unauthenticated || !options.keysNow) {
        return opened;
    }
    auto keys = options.keysNow();
    if (!keys) {
        return keys.error();
    }
    for (SecureBytes& other : *keys) {
        if (other == key) {
            continue;
        }
        Result<> again = openWith(other);
        if (again) {
            key = std::move(other);
            sawDamage = false; // what could not be read had another key
        }
        if (again || again.error().code != ErrorCode::Unauthenticated) {
            return again;
        }
    }
    return opened;
}

Result<> Connection::Private::openWith(const SecureBytes& candidate)
{
    if (Result<> usable = checkPath(options); !usable) {
        return usable;
    }
    auto opened = CipherFile::open(
        {.path = options.path,
         .readOnly = options.readOnly,
         .create = options.create,
         .uri = false,
         .vfs = options.vfs.isEmpty() ? QString::fromLatin1(officeVfs()) : options.vfs});
    if (!opened) {
        return opened.error();
    }
    if (Result<> keyed = (*opened)->setRawKey(candidate.data(), candidate.size()); !keyed) {
        return keyed;
    }
    sqlite3_busy_handler((*opened)->handle(), &Private::onBusy, this);
    if (Result<> ready = makeReady(**opened, options.create); !ready) {
        const Error& error = ready.error();
        return error.code == ErrorCode::Unauthenticated
            ? explainNoDatabase((*opened)->handle(), candidate, error)
            : error;
    }
    file = *std::move(opened);
    options.create = false;
    deviceFailed = false;
    sqlite3_file_control(file->handle(), "main", fileControlState, &vfsState);
    if (isStopped) {
        watchForStop();
    }
    return {};
}

Result<std::unique_ptr<Connection>> Connection::open(const OpenOptions& options,
                                                     const SecureBytes& key)
{
    auto d = std::make_unique<Private>();
    d->options = options;
    d->key = key.clone();
    d->policy = options.busy;
    d->thread = QThread::currentThread();
    if (Result<> opened = d->open(); !opened) {
        return opened.error();
    }
    return std::unique_ptr<Connection>(new Connection(std::move(d)));
}

Result<> Connection::reopen()
{
    Q_ASSERT(m_d->thread == QThread::currentThread());
    m_d->close();
    m_d->deviceFailed = true; // until it is open
    return m_d->open();
}

Connection::Connection(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{ }

Connection::~Connection()
{
    Q_ASSERT(m_d->thread == QThread::currentThread());
    m_d->close();
}

Statement Connection::statement(std::string_view sql)
{
    Q_ASSERT(m_d->thread == QThread::currentThread());
    if (m_d->transactionIsOpen && !isInTransaction()) {
        return Statement(
            sqlError(SQLITE_ABORT_ROLLBACK,
                     QStringLiteral("the transaction was rolled back after an error")));
    }
    if (m_d->deviceFailed && m_d->isIdle()) {
        if (Result<> again = reopen(); !again) {
            return Statement(again.error());
        }
    }
    if (m_d->vfsState && m_d->vfsState->recovered && m_d->isIdle()) {
        m_d->vfsState->recovered = false;
        if (Result<> rewritten = rewriteFreePages(*this); !rewritten) {
            // They hold nothing; only a check stumbles over them. Where a colleague saves just now, the next statement
            // tries again.
            logWarning("storage", rewritten.error().detail);
            if (m_d->vfsState && rewritten.error().code == ErrorCode::Busy) {
                m_d->vfsState->recovered = true;
            }
        }
    }
    auto prepared = m_d->take(sql);
    return prepared ? Statement(*std::move(prepared)) : Statement(prepared.error());
}

Statement Connection::statement(QStringView sql)
{
    const QByteArray utf8 = sql.toUtf8();
    return statement(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

Result<> Connection::execute(std::string_view sql)
{
    return statement(sql).run();
}

Result<> Connection::executeScript(std::string_view sql)
{
    Q_ASSERT(m_d->thread == QThread::currentThread());
    const char* rest = sql.data();
    const char* const end = rest + sql.size();
    for (int number = 1; rest < end; ++number) {
        sqlite3_stmt* stmt = nullptr;
        int code
            = sqlite3_prepare_v3(handle(), rest, static_cast<int>(end - rest), 0, &stmt, &rest);
        if (code == SQLITE_OK && stmt) {
            do {
                code = sqlite3_step(stmt);
            } while (code == SQLITE_ROW);
        }
        if (code != SQLITE_OK && code != SQLITE_DONE) {
            Error error = stmt ? m_d->failure(code) : sqlCompileError(handle(), code);
            sqlite3_finalize(stmt);
            error.detail += QStringLiteral(", in statement %1 of the script").arg(number);
            return error;
        }
        sqlite3_finalize(stmt); // null for a comment at the end
    }
    return {};
}

qint64 Connection::lastInsertId() const
{
    return m_d->file ? sqlite3_last_insert_rowid(handle()) : 0;
}

qint64 Connection::changes() const
{
    return m_d->file ? sqlite3_changes64(handle()) : 0;
}

Result<qint64> Connection::dataVersion()
{
    auto version
        = statement("PRAGMA data_version").one([](const Statement& row) { return row.int64(0); });
    if (!version) {
        return version.error();
    }
    return version->value_or(0);
}

bool Connection::isInTransaction() const
{
    return m_d->file && sqlite3_get_autocommit(handle()) == 0;
}

bool Connection::isReadOnly() const
{
    return m_d->options.readOnly || (m_d->file && sqlite3_db_readonly(handle(), "main") == 1);
}

const QString& Connection::path() const
{
    return m_d->options.path;
}

bool Connection::isOnNetwork() const
{
    return core::isOnNetwork(m_d->options.path.toUtf8().constData());
}

bool Connection::mustReopen() const
{
    return m_d->hasFailed();
}

std::string spillAfter(int mebibytes)
{
    constexpr int pagesPerMebibyte = 256;
    // One page more: SQLite 3.46 takes the last byte of the number for "on", and a multiple of 256 for "off".
    return "PRAGMA cache_spill = " + std::to_string(std::max(1, mebibytes) * pagesPerMebibyte + 1);
}

bool Connection::hasDeviceFailed() const
{
    return m_d->vfsState && m_d->vfsState->failed;
}

Connection::SpillScope::SpillScope(Connection& connection, int mebibytes)
    : m_connection(connection.isOnNetwork() ? nullptr : &connection)
{
    if (!m_connection) {
        return;
    }
    static_cast<void>(connection.execute(spillAfter(mebibytes)));
}

Connection::SpillScope::~SpillScope()
{
    if (!m_connection) {
        return;
    }
    // Past the look at a stop condition: stopped work ends here too.
    sqlite3_exec(m_connection->handle(), "PRAGMA cache_spill = OFF", nullptr, nullptr, nullptr);
}

void Connection::setBusyPolicy(BusyPolicy policy)
{
    m_d->policy = std::move(policy);
}

const BusyPolicy& Connection::busyPolicy() const
{
    return m_d->policy;
}

const QSqlDatabase& Connection::database()
{
    Q_ASSERT(m_d->thread == QThread::currentThread());
    if (!m_d->database) {
        static std::atomic<quint64> count{0};
        m_d->databaseName = QStringLiteral("core::Connection %1").arg(++count);
        m_d->database = QSqlDatabase::addDatabase(new CipherSqlDriver(handle()), m_d->databaseName);
    }
    return *m_d->database;
}

sqlite3* Connection::handle() const
{
    return m_d->file ? m_d->file->handle() : nullptr;
}

Connection::StopScope::StopScope(Connection& connection, std::function<bool()> isStopped)
    : m_connection(connection)
    , m_outer(std::exchange(connection.m_d->isStopped, std::move(isStopped)))
{
    m_connection.m_d->watchForStop();
}

Connection::StopScope::StopScope(Connection& connection, const Progress& progress)
    : StopScope(connection, [&progress] { return progress.isStopped(); })
{ }

Connection::StopScope::~StopScope()
{
    m_connection.m_d->isStopped = std::move(m_outer);
    m_connection.m_d->watchForStop();
}

} // namespace core
