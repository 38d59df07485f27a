#include "core/crypto/PasswordKey.h"

#include "core/crypto/Digest.h"

#include <QCoreApplication>

#include <sodium.h>

namespace core {

Result<SecureBytes> passwordKey(QStringView password,
                                const QByteArray& secondSecret,
                                const QByteArray& salt,
                                const KdfCost& cost)
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
    QByteArray text = password.toString().normalized(QString::NormalizationForm_C).toUtf8();
    SecureBytes stretched(32);
    const int failed = crypto_pwhash(stretched.data(),
                                     stretched.size(),
                                     text.constData(),
                                     std::size_t(text.size()),
                                     reinterpret_cast<const unsigned char*>(salt.constData()),
                                     std::uint64_t(cost.passes),
                                     std::size_t(cost.memoryMib) * 1024 * 1024,
                                     crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(text.data(), std::size_t(text.size()));
    if (failed != 0) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("core::PasswordKey",
                                        "This computer has not enough free memory to check the "
                                        "password. Close other programs and try again."),
            {}};
    }
    // The second secret enters the key itself: without it the password opens nothing.
    const QByteArray second = secondSecret.isEmpty() ? QByteArray() : digest(secondSecret);
    SecureBytes key(32);
    crypto_generichash(key.data(),
                       key.size(),
                       reinterpret_cast<const unsigned char*>(second.constData()),
                       std::size_t(second.size()),
                       stretched.data(),
                       stretched.size());
    return key;
}

} // namespace core
