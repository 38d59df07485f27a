/// OfficeAccess: what a login gives: where the office is, its key, who is there. Immutable and shared between the
/// threads of one program; each thread opens its own Office (Office.h) with it.
///
///     auto access = login({folder, name, password});
///     if (!access) …                                   // wrong password, damaged keyring, no office there: each its own
///     auto office = Office::open(*access);
///
/// createOffice() and login() run the password hash (about 0.7 s, 256 MiB): never on the thread of the window.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/crypto/Keyring.h"
#include "core/security/KeyringMemory.h"
#include "core/security/Session.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace core {

struct OfficeAccess
{
    QString folder; ///< canonical
    QString vfs{}; ///< see OpenOptions; another one only in tests of what can go wrong with a disk
    std::optional<std::chrono::milliseconds>
        longestSlice{}; ///< see OfficeContext; by the volume where not given
    QString officeName;
    QByteArray officeId; ///< 16 bytes
    QTimeZone timeZone;
    bool practice = false; ///< a practice office: its clock can be set, the window says so
    /// How the keyring stands to what this computer had seen of it; Older: an old copy was put back.
    KeyringStanding keyringStanding = KeyringStanding::First;
    Session session;
    std::shared_ptr<const Unlocked> person; ///< keys; wiped when the last Office of this login goes
    /// Shared by all Offices of this access; only a practice office's is ever set.
    std::shared_ptr<SettableClock> clock;
};

struct NewOffice
{
    QString folder; ///< made where it does not exist; must not hold an office
    QString name;
    QString adminName;
    QString adminPassword;
    int kdfMemoryMib = 256;
    bool practice = false;
};

struct CreatedOffice
{
    std::shared_ptr<const OfficeAccess> access; ///< logged in as the administrator
    QString recoveryCode; ///< to print; shown once and never again
};

Result<CreatedOffice> createOffice(const NewOffice& wanted);

struct Login
{
    QString folder;
    QString user;
    QString password;
    QByteArray secondSecret;
};

Result<std::shared_ptr<const OfficeAccess>> login(const Login& login);

/// With the recovery code: makes `user` a data administrator with the new password, and logs in.
Result<std::shared_ptr<const OfficeAccess>> recoverOffice(const QString& folder,
                                                          const QString& recoveryCode,
                                                          const QString& user,
                                                          const QString& newPassword);

/// What the person should know of the office before working in it: that an old copy of its keyring was put back. Empty:
/// nothing.
[[nodiscard]] QString warningAbout(const OfficeAccess& access);

enum class DatabaseFile : std::uint8_t
{
    Existing,
    New
};

/// A connection to the office's database with the keys of this login.
Result<std::unique_ptr<Connection>> connectTo(const OfficeAccess& access,
                                              DatabaseFile file = DatabaseFile::Existing);

/// The database of an office folder, for messages and tests.
[[nodiscard]] QString databasePath(const QString& folder);

} // namespace core
