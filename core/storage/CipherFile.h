/// CipherFile: an open sqlite3 handle and its key: what Connection and the Qt driver have in
/// common. Internal to core/storage; on one thread. Opening goes in steps, because between them
/// each of the two has settings of its own to make:
///
///     auto file = CipherFile::open({.path = path});   // handle, no page read yet, nothing can
///     spill to disk file->setRawKey(bytes, 32); …settings… if (auto readable = file->probe();
///     !readable)   // reads the first page: does the key fit?
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>

struct sqlite3;

namespace core {

struct CipherFileOptions
{
    QString path; ///< may be ":memory:" or empty (a private temporary database)
    bool readOnly = false;
    bool create = true;
    bool uri = false;
    QString vfs{};
};

class CipherFile
{
public:
    [[nodiscard]] static Result<std::unique_ptr<CipherFile>> open(const CipherFileOptions& options);
    /// Closes. Lets go of all locks even where a statement was forgotten.
    ~CipherFile();
    CipherFile(const CipherFile&) = delete;
    CipherFile& operator=(const CipherFile&) = delete;

    /// 32 bytes, used as they are.
    [[nodiscard]] Result<> setRawKey(const unsigned char* key, std::size_t size);
    /// A passphrase, or SQLCipher's own spelling of a raw key: x'…'.
    [[nodiscard]] Result<> setPassphrase(QByteArray utf8);
    [[nodiscard]] Result<> probe();
    /// SQLCipher says that it went well whatever happened: only opening the file again shows which key it has.
    void rekeyRaw(const unsigned char* key, std::size_t size);

    [[nodiscard]] Result<> execute(const char* sql);
    /// The first column of the first row of a pragma, as text.
    [[nodiscard]] Result<QByteArray> answer(std::string_view sql);
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    explicit CipherFile(sqlite3* handle)
        : m_handle(handle)
    { }
    [[nodiscard]] Result<> keepSecretsInMemory();

    sqlite3* m_handle;
};

} // namespace core
