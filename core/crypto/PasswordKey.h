/// PasswordKey: password (and second secret) -> the key that opens one keyring slot. Argon2id (RFC 9106), once per login
/// and cost; then BLAKE2b keyed with its output over the digest of the second secret and the slot's nonce. Argon2id
/// takes 0.7 s at the default cost: never on the window's thread.
///
///     auto stretched = stretchPassword(u"correct horse …", salt, KdfCost{});
///     SecureBytes key = slotKey(*stretched, {}, nonce);
#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>
#include <QString>

namespace core {

inline constexpr int saltBytes = 16;

/// Stored per slot, since it comes from a file it is refused outside the limits.
struct KdfCost
{
    static constexpr int leastMemoryMib = 64;
    static constexpr int mostMemoryMib = 2048;
    static constexpr int leastPasses = 3;
    static constexpr int mostPasses = 64;

    int memoryMib = 256;
    int passes = 3;

    [[nodiscard]] bool isAllowed() const
    {
        return memoryMib >= leastMemoryMib && memoryMib <= mostMemoryMib && passes >= leastPasses
            && passes <= mostPasses;
    }
};

/// 32 bytes. The password counts in Unicode normal form C, so that every keyboard types the same one.
Result<SecureBytes>
stretchPassword(QStringView password, const QByteArray& salt, const KdfCost& cost);

/// 32 bytes. The second secret enters the key itself: without it the password opens nothing. Empty: there is none.
[[nodiscard]] SecureBytes
slotKey(const SecureBytes& stretched, const QByteArray& secondSecret, const QByteArray& nonce);

} // namespace core
