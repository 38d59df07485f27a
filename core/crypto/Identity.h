/// Identity: a person's keys, all from one 32-byte seed that the keyring keeps sealed: Ed25519 to sign log entries and
/// certificates, X25519 to open what is sealed to them. The two are derived apart (crypto_kdf, context "dossier1",
/// subkeys 1 and 2), so neither says anything of the other.
///
///     Identity person(seed);
///     QByteArray signature = person.sign(auditContext, hash);
///     verifySignature(person.publicKeys().sign, auditContext, hash, signature);
///
/// Immutable after construction, any thread.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>

#include <string_view>

namespace core {

inline constexpr int seedBytes = 32;
inline constexpr qsizetype signatureBytes = 64; ///< Ed25519

struct PublicKeys
{
    QByteArray sign; ///< 32 bytes, Ed25519
    QByteArray seal; ///< 32 bytes, X25519

    friend bool operator==(const PublicKeys&, const PublicKeys&) = default;
};

class Identity
{
public:
    explicit Identity(const SecureBytes& seed);

    [[nodiscard]] const PublicKeys& publicKeys() const { return m_public; }
    /// 64 bytes over the context and the message; a signature for one context verifies in no other.
    [[nodiscard]] QByteArray sign(std::string_view context, const QByteArray& message) const;
    Result<SecureBytes> open(const QByteArray& sealed) const;

private:
    PublicKeys m_public;
    SecureBytes m_signSecret;
    SecureBytes m_sealSecret;
};

[[nodiscard]] bool verifySignature(const QByteArray& signKey,
                                   std::string_view context,
                                   const QByteArray& message,
                                   const QByteArray& signature);

} // namespace core
