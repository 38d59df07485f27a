/// Why a file does not open with its key. SQLCipher says NOTADB both for a wrong key and for a
/// damaged first page; here the message authentication code of some later pages is checked by hand:
/// where one of them fits, the key is right and the file is damaged.
///
/// The format (SQLCipher 4, its documentation "Design"): pages of 4096 bytes; in each the last 80
/// are reserved: 16 of the initialization vector, 64 of HMAC-SHA512 over ciphertext, vector and
/// page number (32 bit, little endian). The HMAC's key is PBKDF2-HMAC-SHA512 with 2 rounds over the
/// raw key; its salt is the file's first 16 bytes, each XOR 0x3a. Reads up to 9 pages, through the
/// open file itself: whatever the system remembers of its name does not count. Thread of the handle.
#pragma once

struct sqlite3;

namespace core {

enum class KeyFit
{
    Fits, ///< at least one page was written with this key, perhaps under a salt of which one bit is wrong now
    Misfits, ///< no page was; or there is only one page and it cannot be told
    Cut, ///< too short, or not a whole number of pages
    Plain, ///< an unencrypted SQLite database
    Unreadable, ///< the file cannot be read
};

/// `key`: the raw 32 bytes.
[[nodiscard]] KeyFit keyFit(sqlite3* handle, const unsigned char* key);

} // namespace core
