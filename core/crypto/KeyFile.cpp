#include "core/crypto/KeyFile.h"

#include "core/crypto/Digest.h"
#include "core/crypto/SecureBytes.h"

#include <QCoreApplication>
#include <QFile>

namespace core {

namespace {

Error keyFileError(ErrorCode code, const char* text, const QString& detail = {})
{
    return {code, QCoreApplication::translate("core::KeyFile", text), detail};
}

Result<> makeKeyFile(const QString& path)
{
    QFile file(path);
    const SecureBytes hex = SecureBytes::random(32).toHex();
    const QByteArray text
        = QCoreApplication::translate(
              "core::KeyFile",
              "Key file for an office of Dossier. Keep it apart from the office and do not change "
              "it: with the password it opens the office, and without it the password does not.")
              .toUtf8()
        + '\n' + QByteArray(reinterpret_cast<const char*>(hex.data()), qsizetype(hex.size()))
        + '\n';
    const bool done = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.flush();
    if (!done) {
        return keyFileError(ErrorCode::Io,
                            QT_TRANSLATE_NOOP("core::KeyFile", "The key file could not be made."),
                            file.errorString());
    }
    return {};
}

} // namespace

Result<QByteArray> readKeyFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return keyFileError(ErrorCode::Io,
                            QT_TRANSLATE_NOOP("core::KeyFile", "The key file cannot be read."),
                            file.errorString());
    }
    const QByteArray content = file.read(mostKeyFileBytes + 1);
    if (content.isEmpty() || content.size() > mostKeyFileBytes) {
        return keyFileError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::KeyFile",
                              "A key file holds something, and at most a million bytes."));
    }
    Hasher hasher;
    hasher.add(QByteArrayLiteral("dossier-key-file-1"));
    hasher.add(content);
    return hasher.finish();
}

Result<QByteArray> takeKeyFile(const QString& path)
{
    if (!QFile::exists(path)) {
        if (auto made = makeKeyFile(path); !made) {
            return made.error();
        }
    }
    return readKeyFile(path);
}

} // namespace core
