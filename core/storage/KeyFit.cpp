#include "core/storage/KeyFit.h"

#include "core/storage/Sqlite.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cstring>
#include <sodium.h>

namespace core {

namespace {

constexpr qint64 pageSize = 4096;
constexpr std::size_t macSize = crypto_auth_hmacsha512_BYTES;
constexpr std::size_t keySize = 32;
constexpr qint64 pagesToTry = 8;

using MacKey = std::array<unsigned char, keySize>;

MacKey macKey(const unsigned char* key, const unsigned char* fileSalt)
{
    std::array<unsigned char, 20> salt{}; // and the block number 1, big endian
    std::transform(fileSalt, fileSalt + 16, salt.begin(), [](unsigned char byte) {
        return static_cast<unsigned char>(byte ^ 0x3a);
    });
    salt[19] = 1;
    std::array<unsigned char, macSize> first{};
    std::array<unsigned char, macSize> second{};
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, key, keySize);
    crypto_auth_hmacsha512_update(&state, salt.data(), salt.size());
    crypto_auth_hmacsha512_final(&state, first.data());
    crypto_auth_hmacsha512_init(&state, key, keySize);
    crypto_auth_hmacsha512_update(&state, first.data(), first.size());
    crypto_auth_hmacsha512_final(&state, second.data());
    MacKey result{};
    for (std::size_t i = 0; i < keySize; ++i) {
        result[i] = first[i] ^ second[i];
    }
    sodium_memzero(&state, sizeof state);
    return result;
}

bool pageFits(const QByteArray& page, quint32 number, const MacKey& key)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(page.constData());
    const std::array<unsigned char, 4> littleEndian{static_cast<unsigned char>(number),
                                                    static_cast<unsigned char>(number >> 8),
                                                    static_cast<unsigned char>(number >> 16),
                                                    static_cast<unsigned char>(number >> 24)};
    crypto_auth_hmacsha512_state state;
    std::array<unsigned char, macSize> mac{};
    crypto_auth_hmacsha512_init(&state, key.data(), key.size());
    crypto_auth_hmacsha512_update(&state, bytes, pageSize - macSize);
    crypto_auth_hmacsha512_update(&state, littleEndian.data(), littleEndian.size());
    crypto_auth_hmacsha512_final(&state, mac.data());
    return sodium_memcmp(mac.data(), bytes + pageSize - macSize, macSize) == 0;
}

bool fitsPage(const unsigned char* key,
              const QByteArray& salt,
              const QByteArray& page,
              quint32 number)
{
    MacKey mac = macKey(key, reinterpret_cast<const unsigned char*>(salt.constData()));
    const bool fits = pageFits(page, number, mac);
    sodium_memzero(mac.data(), mac.size());
    return fits;
}

/// Of the salt; `page` is the second.
bool fitsWithOneBitChanged(const unsigned char* key, const QByteArray& salt, const QByteArray& page)
{
    constexpr int bits = 128;
    for (int bit = 0; bit < bits; ++bit) {
        QByteArray changed = salt;
        changed[bit / 8] = static_cast<char>(changed.at(bit / 8) ^ (1 << (bit % 8)));
        if (fitsPage(key, changed, page, 2)) {
            return true;
        }
    }
    return false;
}

/// False where there are fewer bytes, too.
bool readAt(sqlite3_file* file, QByteArray& bytes, qint64 at)
{
    return file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), at)
        == SQLITE_OK;
}

} // namespace

KeyFit keyFit(sqlite3* handle, const unsigned char* key)
{
    sqlite3_file* file = nullptr;
    sqlite3_int64 size = 0;
    QByteArray head(16, '\0');
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file
        || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK
        || !readAt(file, head, 0)) {
        return KeyFit::Unreadable;
    }
    if (head == QByteArrayView("SQLite format 3\0", 16)) {
        return KeyFit::Plain;
    }
    if (size < pageSize || size % pageSize != 0) {
        return KeyFit::Cut;
    }
    const qint64 pages = size / pageSize;
    // spread over the file, so that one damaged stretch does not hide the rest
    const qint64 stride = std::max<qint64>(1, (pages - 1) / pagesToTry);
    QByteArray page(pageSize, '\0');
    for (qint64 number = 2; number <= pages; number += stride) {
        if (readAt(file, page, (number - 1) * pageSize)
            && fitsPage(key, head, page, static_cast<quint32>(number))) {
            return KeyFit::Fits;
        }
    }
    // The salt may be what is damaged: then no page fits. One wrong bit in it can be found.
    return pages > 1 && readAt(file, page, pageSize) && fitsWithOneBitChanged(key, head, page)
        ? KeyFit::Fits
        : KeyFit::Misfits;
}

} // namespace core
