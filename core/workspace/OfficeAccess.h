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
#include "core/security/HeadMemory.h"
#include "core/security/KeyringMemory.h"
#include "core/security/LookJournal.h"
#include "core/security/Session.h"
#include "core/storage/Connection.h"
#include "core/storage/Integrity.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

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
    /// The same of the database's log.
    HeadStanding headStanding = HeadStanding::First;
    bool keyChangeUnfinished = false; ///< see KeyService
    bool keyringPutBack = false; ///< from what this computer had kept, since both copies were gone
    QString readOnlyReason; ///< translated: why nothing may be written; empty: it may
    QString placeWarning; ///< translated: what the person should know of the folder; empty: nothing
    [[nodiscard]] bool isReadOnly() const { return !readOnlyReason.isEmpty(); }
    Session session;
    std::shared_ptr<const Unlocked> person; ///< keys; wiped when the last Office of this login goes
    /// Shared by all Offices of this access; only a practice office's is ever set.
    std::shared_ptr<SettableClock> clock;
    /// Notes how far this computer has seen the log; shared likewise.
    std::shared_ptr<HeadKeeper> heads;
    /// Takes what this person looks at on this computer; none where no file can be written.
    std::shared_ptr<LookJournal> looks;
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

/// Unsupported: the folder is none where an office can be safe (OfficePlace.h); nothing was made.
Result<CreatedOffice> createOffice(const NewOffice& wanted);

struct Login
{
    QString folder;
    QString user;
    QString password;
    QByteArray secondSecret;
    QString keyFile{}; ///< its path; read at the login, in place of secondSecret
};

/// A database that is not what this computer has seen last opens for reading only (OfficeAccess::readOnlyReason).
Result<std::shared_ptr<const OfficeAccess>> login(const Login& login);

/// Logs in to such a database and declares it to be the office from now on, with an entry in its log by which other
/// computers take it over too. Denied: not a data administrator. Invalid: there is nothing to accept.
Result<std::shared_ptr<const OfficeAccess>> acceptOlderOffice(const Login& login);

/// Where the database is so damaged that login() or Office::open() say Corrupt: which pages and which part of the structure.
/// Empty where nothing of that kind is wrong. Unlocks the keyring again.
Result<std::vector<IntegrityProblem>> checkDamagedOffice(const Login& login, Progress& progress);
/// The same of an office that was opened and cannot be read any more.
Result<std::vector<IntegrityProblem>> checkDamagedOffice(const OfficeAccess& access,
                                                         Progress& progress);

/// A copy of the keyring from a backup takes the place of the office's, which is gone, damaged or forged.
struct KeyringRepair
{
    QString file;
    /// It may be older than what this computer, or the office's folder, has: people that came since have to be given
    /// access anew, passwords are those of that time.
    bool acceptsOlder = false;
};
/// Logs in with the file. Denied: not a data administrator by it. Corrupt: it is of another office, or went another way
/// than this computer knows. Conflict: it is older, and that was not accepted.
Result<std::shared_ptr<const OfficeAccess>> repairKeyring(const Login& login,
                                                          const KeyringRepair& repair);

/// With the recovery code: makes `user` a data administrator with the new password, and logs in.
Result<std::shared_ptr<const OfficeAccess>> recoverOffice(const QString& folder,
                                                          const QString& recoveryCode,
                                                          const QString& user,
                                                          const QString& newPassword);

/// What the person should know of the office before working in it, a sentence a line: that an old copy of its keyring or
/// database was put back, that its folder was never tried. Empty: nothing.
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
