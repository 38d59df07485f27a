/// Seal: authenticated encryption. With a key both sides have: XChaCha20-Poly1305 (IETF draft-irtf-cfrg-xchacha), the
/// random nonce before the text. To a person's public key: libsodium's sealed box over X25519. Any thread.
///
///     QByteArray sealed = seal(key, text, associated);
///     Result<QByteArray> text = openSealed(key, sealed, associated);     // Corrupt where key, text or associated differ
#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>

namespace core {

/// `key`: 32 bytes. `associated` is not in the result, but must be the same to open it.
[[nodiscard]] QByteArray
seal(const QByteArray& key, const QByteArray& text, const QByteArray& associated);
[[nodiscard]] QByteArray
seal(const SecureBytes& key, const SecureBytes& text, const QByteArray& associated);
/// The key secret, the text not.
[[nodiscard]] QByteArray
seal(const SecureBytes& key, const QByteArray& text, const QByteArray& associated);
Result<QByteArray>
openSealedText(const SecureBytes& key, const QByteArray& sealed, const QByteArray& associated);
Result<QByteArray>
openSealed(const QByteArray& key, const QByteArray& sealed, const QByteArray& associated);
Result<SecureBytes>
openSealed(const SecureBytes& key, const QByteArray& sealed, const QByteArray& associated);

/// The public half of an X25519 secret (RFC 7748), 32 bytes each; empty where the secret is of another length.
[[nodiscard]] QByteArray publicHalf(const SecureBytes& secretKey);
/// Only the holder of the secret key of `publicKey` (32 bytes, X25519) can open it.
[[nodiscard]] QByteArray sealTo(const QByteArray& publicKey, const SecureBytes& text);
Result<SecureBytes>
openSealedTo(const QByteArray& publicKey, const SecureBytes& secretKey, const QByteArray& sealed);

} // namespace core
