#include "core/storage/CipherFile.h"

#include "core/base/Log.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>

#include <array>
#include <sodium.h>

namespace core {

Result<std::unique_ptr<CipherFile>> CipherFile::open(const CipherFileOptions& options)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    flags |= options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (options.create && !options.readOnly) {
        flags |= SQLITE_OPEN_CREATE;
    }
    if (options.uri) {
        flags |= SQLITE_OPEN_URI;
    }
    const QByteArray vfs = options.vfs.toUtf8();
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(options.path.toUtf8().constData(),
                                     &handle,
                                     flags,
                                     vfs.isEmpty() ? nullptr : vfs.constData());
    if (code != SQLITE_OK) {
        Error error = handle ? sqlError(handle, code)
                             : sqlError(code, QStringLiteral("no memory for a handle"));
        sqlite3_close(handle);
        return error;
    }
    std::unique_ptr<CipherFile> file(new CipherFile(handle));
    if (Result<> safe = file->keepSecretsInMemory(); !safe) {
        return safe.error();
    }
    return file;
}

CipherFile::~CipherFile()
{
    if (sqlite3_close(m_handle) == SQLITE_OK) {
        return;
    }
    // Connection and driver finalize what they made; this is a statement of the C API that somebody
    // forgot. Finalizing it here is not safe: among the statements that sqlite3_next_stmt() shows
    // are those of full-text tables, which finalize them a second time. Without locks and
    // transaction the rest may go whenever it is finalized.
    logError("storage", QStringLiteral("a statement was left behind when its file was closed"));
    for (sqlite3_stmt* s = sqlite3_next_stmt(m_handle, nullptr); s;
         s = sqlite3_next_stmt(m_handle, s)) {
        sqlite3_reset(s);
    }
    if (sqlite3_get_autocommit(m_handle) == 0) {
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    sqlite3_close_v2(m_handle);
}

Result<> CipherFile::keepSecretsInMemory()
{
    // Some builds of SQLCipher sort into plain temporary files unless told so before the first
    // statement.
    if (Result<> done = execute("PRAGMA temp_store = MEMORY"); !done) {
        return done;
    }
    // SQLCipher would write its complaints about pages to the terminal.
    if (Result<> done = execute("PRAGMA cipher_log_level = NONE"); !done) {
        return done;
    }
    const Result<QByteArray> version = answer("PRAGMA cipher_version");
    if (!version) {
        return version.error();
    }
    if (version->isEmpty()) {
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate(
                         "core::CipherFile",
                         "This program was installed without its encrypted database. Install "
                         "it again."),
                     QStringLiteral("PRAGMA cipher_version is empty: a plain SQLite was loaded")};
    }
    return {};
}

namespace {

constexpr std::size_t rawKeySize = 32;

/// x'…' and the 0 that sodium writes: how SQLCipher takes a key as it is.
using RawKeyText = std::array<char, rawKeySize * 2 + 4>;

void writeRawKey(RawKeyText& text, const unsigned char* key)
{
    text = {'x', '\''};
    sodium_bin2hex(&text[2], rawKeySize * 2 + 1, key, rawKeySize);
    text[2 + rawKeySize * 2] = '\'';
}

} // namespace

Result<> CipherFile::setRawKey(const unsigned char* key, std::size_t size)
{
    if (size != rawKeySize) {
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("core::CipherFile",
                                                 "The key of this file has a wrong length."),
                     QStringLiteral("%1 bytes").arg(size)};
    }
    RawKeyText text;
    writeRawKey(text, key);
    const int code = sqlite3_key(m_handle, text.data(), static_cast<int>(text.size() - 1));
    sodium_memzero(text.data(), text.size());
    if (code != SQLITE_OK) {
        return sqlError(m_handle, code);
    }
    return {};
}

void CipherFile::rekeyRaw(const unsigned char* key, std::size_t size)
{
    Q_ASSERT(size == rawKeySize);
    RawKeyText text;
    writeRawKey(text, key);
    sqlite3_rekey(m_handle, text.data(), static_cast<int>(text.size() - 1));
    sodium_memzero(text.data(), text.size());
}

Result<> CipherFile::setPassphrase(QByteArray utf8)
{
    const int code = sqlite3_key(m_handle, utf8.constData(), static_cast<int>(utf8.size()));
    sodium_memzero(utf8.data(), static_cast<std::size_t>(utf8.size()));
    if (code != SQLITE_OK) {
        return sqlError(m_handle, code);
    }
    return {};
}

Result<> CipherFile::probe()
{
    const Result<QByteArray> count = answer("SELECT count(*) FROM sqlite_schema");
    if (!count) {
        return count.error();
    }
    return {};
}

Result<> CipherFile::execute(const char* sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return sqlError(m_handle, code);
    }
    return {};
}

Result<QByteArray> CipherFile::answer(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(
        m_handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) {
        return sqlError(m_handle, code);
    }
    QByteArray value;
    code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        const auto* text = static_cast<const char*>(sqlite3_column_blob(statement, 0));
        value = QByteArray(text, sqlite3_column_bytes(statement, 0));
    }
    if (code == SQLITE_ROW || code == SQLITE_DONE) {
        sqlite3_finalize(statement);
        return value;
    }
    Error error = sqlError(m_handle, code); // before finalize, which overwrites the text
    sqlite3_finalize(statement);
    return error;
}

} // namespace core
