// The keystore of Windows: DPAPI under the account's key, in a file of the user's data folder. The office's id goes in
// as entropy, so that a file put in another's place opens nothing.
#include "core/security/DeviceSecret.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

// clang-format off
#include <windows.h>
#include <dpapi.h> // needs what comes before
// clang-format on

namespace core {

namespace {

QString protectedFile(const QString& office)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/offices/") + office + QStringLiteral(".protected");
}

DATA_BLOB blobOf(const unsigned char* bytes, std::size_t size)
{
    // Not written through: the interface has no const.
    return {DWORD(size), const_cast<unsigned char*>(bytes)};
}

Error lastRefusal()
{
    return keystoreError(QStringLiteral("error %1").arg(qulonglong(GetLastError())));
}

class DataProtection : public DeviceKeystore
{
public:
    [[nodiscard]] bool isAvailable() const override { return true; }

    Result<> keep(const QString& office, const SecureBytes& secret) override
    {
        const QByteArray id = office.toLatin1();
        DATA_BLOB in = blobOf(secret.data(), secret.size());
        DATA_BLOB entropy = blobOf(reinterpret_cast<const unsigned char*>(id.constData()),
                                   std::size_t(id.size()));
        DATA_BLOB out{};
        if (CryptProtectData(
                &in, nullptr, &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &out)
            == FALSE) {
            return lastRefusal();
        }
        const QByteArray bytes(reinterpret_cast<const char*>(out.pbData), qsizetype(out.cbData));
        LocalFree(out.pbData);
        const QString path = protectedFile(office);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
            || !file.commit()) {
            return keystoreError(file.errorString());
        }
        return {};
    }

    Result<std::optional<SecureBytes>> find(const QString& office) override
    {
        QFile file(protectedFile(office));
        if (!file.exists()) {
            return std::optional<SecureBytes>();
        }
        if (!file.open(QIODevice::ReadOnly)) {
            return keystoreError(file.errorString());
        }
        const QByteArray bytes = file.readAll();
        const QByteArray id = office.toLatin1();
        DATA_BLOB in = blobOf(reinterpret_cast<const unsigned char*>(bytes.constData()),
                              std::size_t(bytes.size()));
        DATA_BLOB entropy = blobOf(reinterpret_cast<const unsigned char*>(id.constData()),
                                   std::size_t(id.size()));
        DATA_BLOB out{};
        if (CryptUnprotectData(
                &in, nullptr, &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &out)
            == FALSE) {
            return lastRefusal();
        }
        SecureBytes secret = SecureBytes::copyOf({out.pbData, std::size_t(out.cbData)});
        SecureZeroMemory(out.pbData, out.cbData);
        LocalFree(out.pbData);
        return std::optional(std::move(secret));
    }

    Result<> forget(const QString& office) override
    {
        QFile file(protectedFile(office));
        return !file.exists() || file.remove() ? Result<>()
                                               : Result<>(keystoreError(file.errorString()));
    }
};

} // namespace

DeviceKeystore& platformKeystore()
{
    static DataProtection protection;
    return protection;
}

} // namespace core
