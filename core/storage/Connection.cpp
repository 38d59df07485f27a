#include "core/storage/Connection.h"

#include "core/storage/CipherSqlDriver.h"
#include "core/storage/ConnectionPrivate.h"
#include "core/storage/KeyFit.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <utility>

namespace core {

namespace {

constexpr std::size_t cachedStatements = 256;
constexpr int stepsBetweenStops = 4000;

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
Error explainNoDatabase(const OpenOptions& options, const SecureBytes& key, const Error& error)
{
    switch (keyFit(options.path, key.data())) {
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
    if (Result<> applied = applySettings(file); !applied)
        return applied;
    if (isNew) {
        if (Result<> prepared = prepareNewFile(file); !prepared)
            return prepared;
    }
    return file.probe();
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const OpenOptions& options,
                                                     const SecureBytes& key)
{
    if (Result<> usable = checkPath(options); !usable)
        return usable.error();
    auto file = CipherFile::open({.path = options.path,
                                  .readOnly = options.readOnly,
                                  .create = options.create,
                                  .uri = false,
                                  .vfs = options.vfs});
    if (!file)
        return file.error();
    if (Result<> keyed = (*file)->setRawKey(key.data(), key.size()); !keyed)
        return keyed.error();

    auto d = std::make_unique<Private>();
    d->options = options;
    d->policy = options.busy;
    d->file = *std::move(file);
    d->thread = QThread::currentThread();
    sqlite3_busy_handler(d->file->handle(), &Private::onBusy, d.get());
    if (Result<> ready = makeReady(*d->file, options.create); !ready) {
        const Error& error = ready.error();
        return error.code == ErrorCode::Unauthenticated ? explainNoDatabase(options, key, error)
                                                        : error;
    }
    return std::unique_ptr<Connection>(new Connection(std::move(d)));
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
    return sqlite3_last_insert_rowid(handle());
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(handle());
}

Result<qint64> Connection::dataVersion()
{
    auto version
        = statement("PRAGMA data_version").one([](const Statement& row) { return row.int64(0); });
    if (!version)
        return version.error();
    return version->value_or(0);
}

bool Connection::isInTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(handle(), "main") == 1;
}

const QString& Connection::path() const
{
    return m_d->options.path;
}

bool Connection::mustReopen() const
{
    return m_d->deviceFailed;
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
    return m_d->file->handle();
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

Result<std::shared_ptr<PreparedStatement>> Connection::Private::take(std::string_view sql)
{
    const auto found = cache.find(sql);
    const bool isCached = found != cache.end();
    if (isCached && !found->second->inUse) {
        found->second->inUse = true;
        found->second->lastUse = ++uses;
        return found->second;
    }
    auto prepared = std::make_shared<PreparedStatement>();
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(file->handle(),
                                        sql.data(),
                                        static_cast<int>(sql.size()),
                                        isCached ? 0 : SQLITE_PREPARE_PERSISTENT,
                                        &prepared->stmt,
                                        &rest);
    if (code != SQLITE_OK)
        return sqlCompileError(file->handle(), code);
    const auto isBlank = [](char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ';';
    };
    if (!prepared->stmt || !std::all_of(rest, sql.data() + sql.size(), isBlank)) {
        sqlite3_finalize(prepared->stmt);
        return sqlError(SQLITE_MISUSE,
                        QStringLiteral("a statement's text must be exactly one statement"));
    }
    prepared->handle = file->handle();
    prepared->owner = this;
    prepared->inUse = true;
    prepared->lastUse = ++uses;
    prepared->buffers.resize(
        static_cast<std::size_t>(sqlite3_bind_parameter_count(prepared->stmt)));
    if (isCached) {
        extra.push_back(prepared);
    } else {
        prepared->sql = sql;
        if (cache.size() >= cachedStatements)
            dropLeastUsed();
        cache.emplace(prepared->sql, prepared);
    }
    return prepared;
}

void Connection::Private::giveBack(const std::shared_ptr<PreparedStatement>& prepared)
{
    sqlite3_reset(prepared->stmt);
    sqlite3_clear_bindings(prepared->stmt);
    prepared->inUse = false;
    if (prepared->sql.empty()) {
        sqlite3_finalize(prepared->stmt);
        prepared->stmt = nullptr;
        extra.erase(std::find(extra.begin(), extra.end(), prepared));
        return;
    }
    constexpr qsizetype largeBuffer = 65536;
    for (QByteArray& buffer : prepared->buffers) {
        if (buffer.capacity() > largeBuffer)
            buffer = QByteArray();
    }
}

void Connection::Private::dropLeastUsed()
{
    auto least = cache.end();
    for (auto it = cache.begin(); it != cache.end(); ++it) {
        if (!it->second->inUse
            && (least == cache.end() || it->second->lastUse < least->second->lastUse))
            least = it;
    }
    if (least == cache.end())
        return;
    sqlite3_finalize(least->second->stmt);
    const auto keepsTheKeyAlive = least->second;
    cache.erase(least);
}

void Connection::Private::close()
{
    if (database) {
        database->close();
        database.reset();
        QSqlDatabase::removeDatabase(databaseName);
    }
    const auto orphan = [](PreparedStatement& prepared) {
        sqlite3_finalize(prepared.stmt);
        prepared.stmt = nullptr;
        prepared.owner = nullptr;
    };
    for (auto& [sql, prepared] : cache)
        orphan(*prepared);
    for (auto& prepared : extra)
        orphan(*prepared);
    cache.clear();
    extra.clear();
    file.reset();
}

Error Connection::Private::failure(int code)
{
    const int extended = sqlite3_extended_errcode(file->handle());
    const int exact = (extended & 0xff) == (code & 0xff) ? extended : code;
    const int primary = exact & 0xff;
    // After damage too: perhaps it was only a stale size, which a new connection does not see.
    if (isDeviceFailure(exact) || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB
        || isUnreadablePage(file->handle(), exact))
        deviceFailed = true;
    // A lock is waited for no longer once the person has stopped; that is no news about colleagues.
    if ((code & 0xff) == SQLITE_BUSY && isStopped && isStopped())
        return cancelledError();
    return sqlError(file->handle(), code);
}

void Connection::Private::watchForStop()
{
    if (isStopped)
        sqlite3_progress_handler(file->handle(), stepsBetweenStops, &Private::onProgress, this);
    else
        sqlite3_progress_handler(file->handle(), 0, nullptr, nullptr);
}

int Connection::Private::onBusy(void* self, int attempt)
{
    auto* d = static_cast<Private*>(self);
    return d->wait.pause(d->policy, attempt, d->isStopped) ? 1 : 0;
}

int Connection::Private::onProgress(void* self)
{
    return static_cast<Private*>(self)->isStopped() ? 1 : 0;
}

} // namespace core
