#include "core/crypto/DerivedKey.h"

#include <sodium.h>

namespace core {

SecureBytes deriveKey(const SecureBytes& secret, KeyPurpose purpose)
{
    if (secret.size() != crypto_kdf_KEYBYTES) {
        return {};
    }
    SecureBytes key(crypto_kdf_KEYBYTES);
    crypto_kdf_derive_from_key(
        key.data(), key.size(), std::uint64_t(purpose), "dossier1", secret.data());
    return key;
}

} // namespace core
