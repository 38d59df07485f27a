#include "core/security/SealedValue.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Keyring.h"
#include "core/crypto/Seal.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr QLatin1StringView tokenPrefix("sealed:");
constexpr qsizetype tokenDigits = 43; // 32 bytes in base64 without padding
constexpr qsizetype blindingBytes = 32;
constexpr qsizetype raster = 128; // the length of a box says little of the value
constexpr qsizetype longestValue = 4096;
constexpr std::uint8_t contentVersion = 1;

Error sealedError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::SealedValue", text), {}};
}

Error exchangedError()
{
    return sealedError(
        ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("core::SealedValue",
                          "This confidential value is not the one that was entered: somebody "
                          "changed it past the program."));
}

QString tokenFor(const QByteArray& blinding,
                 const QByteArray& officeId,
                 const SealedPlace& place,
                 const QString& text)
{
    Hasher hasher(blinding);
    hasher.add(QByteArrayLiteral("dossier-sealed-1"));
    hasher.add(officeId);
    hasher.add(place.client);
    hasher.add(place.field);
    hasher.add(text);
    return tokenPrefix
        + QString::fromLatin1(hasher.finish().toBase64(QByteArray::Base64UrlEncoding
                                                       | QByteArray::OmitTrailingEquals));
}

struct Opened
{
    SealedContent content;
    SecureBytes bytes; ///< as they were in the box
};

Result<Opened> openBox(const SealedKeys& keys, const QByteArray& officeId, const SealedBox& sealed)
{
    const auto key
        = std::find_if(keys.secrets.begin(), keys.secrets.end(), [&sealed](const EpochKey& one) {
              return one.epoch == sealed.epoch;
          });
    if (key == keys.secrets.end()) {
        return sealedError(
            ErrorCode::Denied,
            QT_TRANSLATE_NOOP("core::SealedValue",
                              "Confidential values are opened by data administrators only."));
    }
    auto bytes = openSealedTo(publicHalf(key->key), key->key, sealed.box);
    if (!bytes) {
        return exchangedError();
    }
    ByteReader reader(
        QByteArray(reinterpret_cast<const char*>(bytes->data()), qsizetype(bytes->size())));
    const bool isKnown = reader.u8() == contentVersion;
    const QByteArray blinding = reader.fixed(blindingBytes);
    SealedContent content;
    content.place.client = reader.text(longestValue);
    content.place.field = reader.text(longestValue);
    content.text = reader.text(longestValue);
    if (!isKnown || !reader.ok()
        || tokenFor(blinding, officeId, content.place, content.text) != sealed.token) {
        return exchangedError();
    }
    return Opened{std::move(content), *std::move(bytes)};
}

Result<QByteArray> boxOf(const SealedKeys& keys, const SecureBytes& bytes)
{
    QByteArray box = sealTo(keys.sealing.key, bytes);
    if (keys.sealing.epoch == 0 || box.isEmpty()) {
        return sealedError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::SealedValue",
                              "This office has no key for confidential values yet. It gets one "
                              "when a data administrator opens it next."));
    }
    return box;
}

} // namespace

SealedKeys sealedKeysOf(const Unlocked& person)
{
    SealedKeys keys;
    keys.sealing = person.sealing;
    if (!person.sensitiveSecret.isEmpty()) {
        keys.secrets.push_back({person.sensitiveEpoch, person.sensitiveSecret.clone()});
        for (const EpochKey& older : person.otherSensitive) {
            keys.secrets.push_back({older.epoch, older.key.clone()});
        }
    }
    return keys;
}

bool isSealedToken(QStringView text)
{
    return text.size() == tokenPrefix.size() + tokenDigits && text.startsWith(tokenPrefix)
        && std::all_of(text.begin() + tokenPrefix.size(), text.end(), [](QChar c) {
               return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z')
                   || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
           });
}

Result<SealedBox> sealValue(const SealedKeys& keys,
                            const QByteArray& officeId,
                            const SealedPlace& place,
                            const QString& text)
{
    if (text.toUtf8().size() > longestValue) {
        return sealedError(ErrorCode::Invalid,
                           QT_TRANSLATE_NOOP("core::SealedValue",
                                             "A confidential value has at most 4,096 characters."));
    }
    const QByteArray blinding = randomBytes(int(blindingBytes));
    ByteWriter writer;
    writer.u8(contentVersion);
    writer.fixed(blinding);
    writer.text(place.client);
    writer.text(place.field);
    writer.text(text);
    const qsizetype size = (writer.bytes().size() + raster - 1) / raster * raster;
    SecureBytes padded{std::size_t(size)};
    std::copy(writer.bytes().begin(), writer.bytes().end(), padded.data());
    auto box = boxOf(keys, padded);
    if (!box) {
        return box.error();
    }
    return SealedBox{
        tokenFor(blinding, officeId, place, text), keys.sealing.epoch, *std::move(box)};
}

Result<SealedContent>
openValue(const SealedKeys& keys, const QByteArray& officeId, const SealedBox& sealed)
{
    auto opened = openBox(keys, officeId, sealed);
    return opened ? Result<SealedContent>(std::move(opened->content))
                  : Result<SealedContent>(opened.error());
}

Result<SealedBox>
sealAnew(const SealedKeys& keys, const QByteArray& officeId, const SealedBox& sealed)
{
    auto opened = openBox(keys, officeId, sealed);
    if (!opened) {
        return opened.error();
    }
    auto box = boxOf(keys, opened->bytes);
    if (!box) {
        return box.error();
    }
    return SealedBox{sealed.token, keys.sealing.epoch, *std::move(box)};
}

QByteArray equalityCode(const SealedKeys& keys,
                        const QByteArray& officeId,
                        const QString& field,
                        const QString& text)
{
    if (!keys.mayOpen()) {
        return {};
    }
    const SecureBytes& secret = keys.secrets.front().key;
    Hasher derive(
        QByteArray(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size())));
    derive.add(QByteArrayLiteral("dossier-sealed-index-1"));
    Hasher code(derive.finish());
    code.add(officeId);
    code.add(field);
    code.add(text);
    return code.finish();
}

} // namespace core
