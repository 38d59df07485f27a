#include "core/crypto/Seal.h"

#include "core/crypto/Bytes.h"

#include <QCoreApplication>

#include <sodium.h>

namespace core {

namespace {

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::span<const unsigned char> view(const QByteArray& bytes)
{
    return {raw(bytes), std::size_t(bytes.size())};
}

QByteArray sealBytes(std::span<const unsigned char> key,
                     std::span<const unsigned char> text,
                     const QByteArray& associated)
{
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES) {
        return {};
    }
    QByteArray sealed(nonceBytes + qsizetype(text.size()) + tagBytes, Qt::Uninitialized);
    auto* out = raw(sealed);
    randombytes_buf(out, nonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonceBytes,
                                               nullptr,
                                               text.data(),
                                               text.size(),
                                               raw(associated),
                                               std::size_t(associated.size()),
                                               nullptr,
                                               out,
                                               key.data());
    return sealed;
}

bool openBytes(std::span<const unsigned char> key,
               const QByteArray& sealed,
               const QByteArray& associated,
               unsigned char* out)
{
    return key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES
        && crypto_aead_xchacha20poly1305_ietf_decrypt(out,
                                                      nullptr,
                                                      nullptr,
                                                      raw(sealed) + nonceBytes,
                                                      std::size_t(sealed.size() - nonceBytes),
                                                      raw(associated),
                                                      std::size_t(associated.size()),
                                                      raw(sealed),
                                                      key.data())
        == 0;
}

Error cannotOpen()
{
    return {ErrorCode::Corrupt,
            QCoreApplication::translate(
                "core::Seal",
                "An encrypted value cannot be opened: it was changed, or belongs elsewhere."),
            {}};
}

Result<QByteArray>
openText(std::span<const unsigned char> key, const QByteArray& sealed, const QByteArray& associated)
{
    if (sealed.size() < nonceBytes + tagBytes) {
        return cannotOpen();
    }
    QByteArray text(sealed.size() - nonceBytes - tagBytes, Qt::Uninitialized);
    if (!openBytes(key, sealed, associated, raw(text))) {
        return cannotOpen();
    }
    return text;
}

} // namespace

QByteArray seal(const QByteArray& key, const QByteArray& text, const QByteArray& associated)
{
    return sealBytes(view(key), view(text), associated);
}

QByteArray seal(const SecureBytes& key, const SecureBytes& text, const QByteArray& associated)
{
    return sealBytes(key.bytes(), text.bytes(), associated);
}

QByteArray seal(const SecureBytes& key, const QByteArray& text, const QByteArray& associated)
{
    return sealBytes(key.bytes(), view(text), associated);
}

Result<QByteArray>
openSealed(const QByteArray& key, const QByteArray& sealed, const QByteArray& associated)
{
    return openText(view(key), sealed, associated);
}

Result<QByteArray>
openSealedText(const SecureBytes& key, const QByteArray& sealed, const QByteArray& associated)
{
    return openText(key.bytes(), sealed, associated);
}

Result<SecureBytes>
openSealed(const SecureBytes& key, const QByteArray& sealed, const QByteArray& associated)
{
    if (sealed.size() < nonceBytes + tagBytes) {
        return cannotOpen();
    }
    SecureBytes text(std::size_t(sealed.size() - nonceBytes - tagBytes));
    if (!openBytes(key.bytes(), sealed, associated, text.data())) {
        return cannotOpen();
    }
    return text;
}

QByteArray publicHalf(const SecureBytes& secretKey)
{
    QByteArray key(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    if (secretKey.size() != crypto_box_SECRETKEYBYTES
        || crypto_scalarmult_base(raw(key), secretKey.data()) != 0) {
        return {};
    }
    return key;
}

QByteArray sealTo(const QByteArray& publicKey, const SecureBytes& text)
{
    if (publicKey.size() != crypto_box_PUBLICKEYBYTES) {
        return {};
    }
    QByteArray sealed(qsizetype(text.size() + crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(raw(sealed), text.data(), text.size(), raw(publicKey)) != 0) {
        return {};
    }
    return sealed;
}

Result<SecureBytes>
openSealedTo(const QByteArray& publicKey, const SecureBytes& secretKey, const QByteArray& sealed)
{
    if (sealed.size() < qsizetype(crypto_box_SEALBYTES)
        || publicKey.size() != crypto_box_PUBLICKEYBYTES
        || secretKey.size() != crypto_box_SECRETKEYBYTES) {
        return cannotOpen();
    }
    SecureBytes text(std::size_t(sealed.size()) - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(
            text.data(), raw(sealed), std::size_t(sealed.size()), raw(publicKey), secretKey.data())
        != 0) {
        return cannotOpen();
    }
    return text;
}

} // namespace core
