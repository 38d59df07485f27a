#include "core/security/DeviceSecret.h"

#include "core/base/Log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>

#include <atomic>

namespace core {

namespace {

constexpr std::size_t deviceSecretBytes = 32;

std::atomic<DeviceKeystore*>& otherKeystore()
{
    static std::atomic<DeviceKeystore*> other = nullptr;
    return other;
}

QString hexId(const QByteArray& officeId)
{
    return QString::fromLatin1(officeId.toHex());
}

QString enrolmentMark(const QByteArray& officeId)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/offices/") + hexId(officeId) + QStringLiteral(".enrolled");
}

} // namespace

DeviceKeystore& deviceKeystore()
{
    DeviceKeystore* other = otherKeystore();
    return other != nullptr ? *other : platformKeystore();
}

void useKeystore(DeviceKeystore* keystore)
{
    otherKeystore() = keystore;
}

Error keystoreError(const QString& detail)
{
    return {ErrorCode::Io,
            QCoreApplication::translate(
                "core::DeviceSecret",
                "The keystore of this computer does not answer or is locked. Nothing was changed."),
            detail};
}

Result<SecureBytes> keepDeviceSecret(const QByteArray& officeId)
{
    DeviceKeystore& keystore = deviceKeystore();
    if (!keystore.isAvailable()) {
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate(
                         "core::DeviceSecret",
                         "This computer has no keystore that the program can use. A key file does "
                         "the same."),
                     {}};
    }
    auto known = keystore.find(hexId(officeId));
    if (!known) {
        return known.error();
    }
    SecureBytes secret = *known ? **std::move(known) : SecureBytes::random(deviceSecretBytes);
    if (auto kept = keystore.keep(hexId(officeId), secret); !kept) {
        return kept.error();
    }
    const QString mark = enrolmentMark(officeId);
    QDir().mkpath(QFileInfo(mark).absolutePath());
    QFile file(mark);
    if (!file.open(QIODevice::WriteOnly)) {
        return keystoreError(file.errorString());
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return secret;
}

Result<std::optional<SecureBytes>> findDeviceSecret(const QByteArray& officeId)
{
    if (!QFile::exists(enrolmentMark(officeId)) || !deviceKeystore().isAvailable()) {
        return std::optional<SecureBytes>();
    }
    return deviceKeystore().find(hexId(officeId));
}

WayIn wayOf(const SecureBytes& deviceSecret)
{
    return {SecondSecret::ThisComputer,
            QByteArray(reinterpret_cast<const char*>(deviceSecret.data()),
                       qsizetype(deviceSecret.size())),
            QSysInfo::machineHostName()};
}

std::optional<WayIn> wayOfThisComputer(const QByteArray& officeId)
{
    auto secret = findDeviceSecret(officeId);
    if (!secret) {
        logWarning("security", secret.error().message + u' ' + secret.error().detail);
        return std::nullopt;
    }
    return *secret ? std::optional(wayOf(**secret)) : std::nullopt;
}

Result<> forgetDeviceSecret(const QByteArray& officeId)
{
    if (!deviceKeystore().isAvailable()) {
        return {};
    }
    if (auto done = deviceKeystore().forget(hexId(officeId)); !done) {
        return done;
    }
    QFile::remove(enrolmentMark(officeId));
    return {};
}

} // namespace core
