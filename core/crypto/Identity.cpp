#include "core/crypto/Identity.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Seal.h"

#include <sodium.h>

namespace core {

namespace {

constexpr char kdfContext[crypto_kdf_CONTEXTBYTES + 1] = "dossier1";
constexpr std::uint64_t signSubkey = 1;
constexpr std::uint64_t sealSubkey = 2;

QByteArray withContext(std::string_view context, const QByteArray& message)
{
    // The zero byte ends the context, which holds none, so the border cannot move.
    QByteArray bytes(context.data(), qsizetype(context.size()));
    bytes.append('\0');
    return bytes + message;
}

} // namespace

Identity::Identity(const SecureBytes& seed)
    : m_public{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'),
               QByteArray(crypto_box_PUBLICKEYBYTES, '\0')}
    , m_signSecret(crypto_sign_SECRETKEYBYTES)
    , m_sealSecret(crypto_box_SECRETKEYBYTES)
{
    SecureBytes part(crypto_sign_SEEDBYTES);
    crypto_kdf_derive_from_key(part.data(), part.size(), signSubkey, kdfContext, seed.data());
    crypto_sign_seed_keypair(raw(m_public.sign), m_signSecret.data(), part.data());
    crypto_kdf_derive_from_key(part.data(), part.size(), sealSubkey, kdfContext, seed.data());
    crypto_box_seed_keypair(raw(m_public.seal), m_sealSecret.data(), part.data());
}

QByteArray Identity::sign(std::string_view context, const QByteArray& message) const
{
    const QByteArray bytes = withContext(context, message);
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(
        raw(signature), nullptr, raw(bytes), std::size_t(bytes.size()), m_signSecret.data());
    return signature;
}

Result<SecureBytes> Identity::open(const QByteArray& sealed) const
{
    return openSealedTo(m_public.seal, m_sealSecret, sealed);
}

bool verifySignature(const QByteArray& signKey,
                     std::string_view context,
                     const QByteArray& message,
                     const QByteArray& signature)
{
    if (signKey.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) {
        return false;
    }
    const QByteArray bytes = withContext(context, message);
    return crypto_sign_verify_detached(
               raw(signature), raw(bytes), std::size_t(bytes.size()), raw(signKey))
        == 0;
}

} // namespace core
