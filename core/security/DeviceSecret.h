/// DeviceSecret: a random secret in this computer's own keystore (Secret Service, Keychain, DPAPI), as the second secret
/// of whoever enrolled the computer for an office. One per office and account of the computer; people who share the
/// account share it. An empty file beside KeyringMemory's notes says for which office there is one, so that no keystore
/// is asked, and no person asked to unlock it, for nothing.
///
///     auto secret = keepDeviceSecret(officeId);        // found, or made
///     auto same = findDeviceSecret(officeId);          // nothing: this computer is not enrolled
///
/// A keystore may ask the person and take its time: any thread but the window's.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Keyring.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace core {

/// A keystore. Those of the platforms stand in DeviceSecret….cpp; tests bring their own.
class DeviceKeystore
{
public:
    DeviceKeystore() = default;
    DeviceKeystore(const DeviceKeystore&) = delete;
    DeviceKeystore& operator=(const DeviceKeystore&) = delete;
    virtual ~DeviceKeystore() = default;

    /// False where the program was built without it.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// `office`: the office's id in hexadecimal; all that the keystore learns besides.
    virtual Result<> keep(const QString& office, const SecureBytes& secret) = 0;
    virtual Result<std::optional<SecureBytes>> find(const QString& office) = 0;
    virtual Result<> forget(const QString& office) = 0;
};

/// The platform's (in its file).
[[nodiscard]] DeviceKeystore& platformKeystore();
/// The one in use.
[[nodiscard]] DeviceKeystore& deviceKeystore();
/// For tests, before threads start; null: the platform's again.
void useKeystore(DeviceKeystore* keystore);

/// Unsupported: this computer has no keystore that the program can use. Io: it refuses.
Result<SecureBytes> keepDeviceSecret(const QByteArray& officeId);
Result<std::optional<SecureBytes>> findDeviceSecret(const QByteArray& officeId);
/// The same as a way into the office; nothing where this computer is not enrolled, or its keystore refuses (the log says so).
[[nodiscard]] std::optional<WayIn> wayOfThisComputer(const QByteArray& officeId);
[[nodiscard]] WayIn wayOf(const SecureBytes& deviceSecret);
Result<> forgetDeviceSecret(const QByteArray& officeId);

/// What a keystore says where it refuses.
[[nodiscard]] Error keystoreError(const QString& detail);

} // namespace core
