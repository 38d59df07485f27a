/// deriveKey: a 32-byte key for one purpose out of a 32-byte secret (libsodium's crypto_kdf, which is BLAKE2b): neither the
/// secret nor the key of another purpose follows from it. Any thread.
///
///     SecureBytes key = deriveKey(person.seed, KeyPurpose::LookJournal);
#pragma once

#include "core/crypto/SecureBytes.h"

#include <cstdint>

namespace core {

/// The subkey's number; 1 and 2 are those of Identity.
enum class KeyPurpose : std::uint64_t
{
    LookJournal = 3, ///< out of a person's seed
    RefusedLogins = 4, ///< out of the office's database key
    Drafts = 5 ///< out of a person's seed
};

[[nodiscard]] SecureBytes deriveKey(const SecureBytes& secret, KeyPurpose purpose);

} // namespace core
