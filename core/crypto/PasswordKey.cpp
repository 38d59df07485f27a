#include "core/crypto/PasswordKey.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"

#include <QCoreApplication>

#include <sodium.h>

namespace core {

Result<SecureBytes>
stretchPassword(QStringView password, const QByteArray& salt, const KdfCost& cost)
{
    static_assert(saltBytes == crypto_pwhash_SALTBYTES);
    if (!cost.isAllowed()) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate(
                         "core::PasswordKey",
                         "The cost of the password hash must lie between %1 and %2 MiB.")
                         .arg(KdfCost::leastMemoryMib)
                         .arg(KdfCost::mostMemoryMib),
                     {}};
    }
    QString normal = password.toString().normalized(QString::NormalizationForm_C);
    QByteArray text = normal.toUtf8();
    SecureBytes stretched(32);
    const int failed = crypto_pwhash(stretched.data(),
                                     stretched.size(),
                                     text.constData(),
                                     std::size_t(text.size()),
                                     raw(salt),
                                     std::uint64_t(cost.passes),
                                     std::size_t(cost.memoryMib) * 1024 * 1024,
                                     crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(text.data(), std::size_t(text.size()));
    sodium_memzero(normal.data(), std::size_t(normal.size()) * sizeof(QChar));
    if (failed != 0) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("core::PasswordKey",
                                        "This computer has not enough free memory to check the "
                                        "password. Close other programs and try again."),
            {}};
    }
    return stretched;
}

SecureBytes
slotKey(const SecureBytes& stretched, const QByteArray& secondSecret, const QByteArray& nonce)
{
    const QByteArray second = secondSecret.isEmpty() ? QByteArray() : digest(secondSecret);
    // One byte tells "none" from any digest; the nonce has a fixed length.
    QByteArray message = QByteArrayLiteral("dossier-slot-key-2");
    message += char(second.isEmpty() ? 0 : 1);
    message += second + nonce;
    SecureBytes key(32);
    crypto_generichash(key.data(),
                       key.size(),
                       raw(message),
                       std::size_t(message.size()),
                       stretched.data(),
                       stretched.size());
    return key;
}

} // namespace core
