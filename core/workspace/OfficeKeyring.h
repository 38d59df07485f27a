/// OfficeKeyring: what a login does with the keyring beside reading it: finds it again where both copies are gone, mends
/// a copy that is not whole, seals the person's slot anew where the office asks for a higher cost of the password hash,
/// and puts back a copy from a backup. Internal to core/workspace but for repairKeyring().
///
/// What this computer had kept, or a backup, is put back only after the database was opened with its keys and only where
/// the users table knows nobody, and no change of anybody, that the copy does not. keyring.a and keyring.b are written
/// in place, never renamed. Touches the disk: any thread but the window's.
#pragma once

#include "core/crypto/Keyring.h"
#include "core/security/KeyringMemory.h"
#include "core/security/OfficeContext.h"
#include "core/workspace/OfficeAccess.h"

#include <QString>

#include <optional>

namespace core {

/// The keyring of a folder, or, where both copies are gone or damaged, what this computer has kept of it.
struct FoundKeyring
{
    Keyring keyring;
    bool isKept = false; ///< by this computer, and no older than what it had seen
};
Result<FoundKeyring> findKeyring(const QString& folder);

/// The action of the entry that says that a kept copy, or one from a backup, became the keyring.
inline constexpr QStringView repairAction = u"office.repair_keyring";

/// Credentials of a login: the key file, and this computer's secret where it is enrolled. A key file that cannot be read
/// is a wrong one: the same answer after the same time.
[[nodiscard]] Credentials credentialsOf(const Login& login, const QByteArray& officeId);

/// That a copy which could be put back is behind the office.
[[nodiscard]] Error staleCopyError();
/// Corrupt where the users table and a copy that is to be put back do not say the same.
Result<> checkPutBack(Connection& connection, const KeyringDirectory& directory);
/// Both copies, from this keyring. Conflict where the folder has one by now that is not of the generation `replaced`
/// (none: it had no whole one). Under the write lock.
Result<> putBack(const QString& folder, const Keyring& keyring, std::optional<quint64> replaced);
/// The same as a use case of its own.
Result<> putBackLogged(OfficeContext& office, const OfficeAccess& access, const Keyring& keyring);

/// After a login that may write: a copy that is not whole, and a slot that is too cheap. What cannot be done now is done
/// at another login; the log says why.
void tendKeyring(OfficeContext& office,
                 OfficeAccess& access,
                 const Keyring& keyring,
                 const Credentials& credentials);

} // namespace core
