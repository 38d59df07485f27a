#include "core/storage/ConnectionPrivate.h"

#include "core/storage/DamageMark.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t cachedStatements = 256;
constexpr int stepsBetweenStops = 4000;

} // namespace

Result<std::shared_ptr<PreparedStatement>> Connection::Private::take(std::string_view sql)
{
    if (!file) {
        return sqlError(SQLITE_CANTOPEN, QStringLiteral("the file is not open"));
    }
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
    if (code != SQLITE_OK) {
        return sqlCompileError(file->handle(), code);
    }
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
        if (cache.size() >= cachedStatements) {
            dropLeastUsed();
        }
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
        closeIfFailed();
        return;
    }
    constexpr qsizetype largeBuffer = 65536;
    for (QByteArray& buffer : prepared->buffers) {
        if (buffer.capacity() > largeBuffer) {
            buffer = QByteArray();
        }
    }
    closeIfFailed();
}

void Connection::Private::closeIfFailed()
{
    // Closing lets go of every lock, also of one that could not be unlocked and would keep colleagues waiting. The next
    // statement opens the file anew.
    if (hasFailed() && isIdle()) {
        deviceFailed = true;
        close();
    }
}

void Connection::Private::dropLeastUsed()
{
    auto least = cache.end();
    for (auto it = cache.begin(); it != cache.end(); ++it) {
        if (!it->second->inUse
            && (least == cache.end() || it->second->lastUse < least->second->lastUse)) {
            least = it;
        }
    }
    if (least == cache.end()) {
        return;
    }
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
    for (auto& [sql, prepared] : cache) {
        orphan(*prepared);
    }
    for (auto& prepared : extra) {
        orphan(*prepared);
    }
    cache.clear();
    extra.clear();
    vfsState = nullptr;
    file.reset();
}

bool Connection::Private::isIdle() const
{
    if (transactionIsOpen || (file && sqlite3_get_autocommit(file->handle()) == 0)) {
        return false;
    }
    return extra.empty() && std::none_of(cache.begin(), cache.end(), [](const auto& entry) {
               return entry.second->inUse;
           });
}

Error Connection::Private::failure(int code)
{
    const int extended = sqlite3_extended_errcode(file->handle());
    const int exact = (extended & 0xff) == (code & 0xff) ? extended : code;
    const int primary = exact & 0xff;
    // After damage too: perhaps it was only a stale size, which a new connection does not see. A
    // full-text index that disagrees with itself is made anew and is no damage of the file.
    const bool isDamage = (primary == SQLITE_CORRUPT && exact != SQLITE_CORRUPT_VTAB)
        || primary == SQLITE_NOTADB || isUnreadablePage(file->handle(), exact);
    // A disk that is full keeps SQLite from its rollback too; then its cache is no good any more.
    if (isDamage || isDeviceFailure(exact) || primary == SQLITE_FULL) {
        deviceFailed = true;
    }
    sawDamage = sawDamage || isDamage;
    if (primary == SQLITE_NOTADB && options.keysNow) {
        // The next statement opens the file anew, and then finds out which it is: another key, or damage.
        return {ErrorCode::Busy,
                QCoreApplication::translate(
                    "core::Connection",
                    "The key of the office was changed just now, and nothing was done. Try again."),
                sqlError(file->handle(), code).detail};
    }
    // A lock is waited for no longer once the person has stopped; that is no news about colleagues.
    if ((code & 0xff) == SQLITE_BUSY && isStopped && isStopped()) {
        return cancelledError();
    }
    return sqlError(file->handle(), code);
}

bool Connection::Private::hasFailed() const
{
    return deviceFailed || (vfsState && vfsState->failed);
}

Result<> Connection::Private::lookAgain()
{
    if (sawDamage && !isDamaged) {
        constexpr std::pair<const char*, const char*> checks[]{
            {"PRAGMA cipher_integrity_check", ""}, {"PRAGMA integrity_check(1)", "ok"}};
        for (const auto& [question, soundAnswer] : checks) {
            const Result<QByteArray> answer = file->answer(question);
            if (!answer && answer.error().code != ErrorCode::Corrupt) {
                return answer.error();
            }
            isDamaged = isDamaged || !answer || *answer != soundAnswer;
        }
        sawDamage = isDamaged;
    }
    if (isDamaged && markAsDamaged(options.path)) {
        // From here on the mark says it, until a check finds none; where it cannot be made, at least this program stops.
        isDamaged = false;
        sawDamage = false;
    }
    return isDamaged || isMarkedAsDamaged(options.path) ? Result<>(damageError()) : Result<>();
}

void Connection::Private::watchForStop()
{
    if (!file) {
        return; // set when it is opened anew
    }
    if (isStopped) {
        sqlite3_progress_handler(file->handle(), stepsBetweenStops, &Private::onProgress, this);
    } else {
        sqlite3_progress_handler(file->handle(), 0, nullptr, nullptr);
    }
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
