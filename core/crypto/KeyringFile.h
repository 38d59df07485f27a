/// KeyringFile: the two copies keyring.a and keyring.b in the office folder, the same in both, written one after the
/// other, flushed and read back, never renamed: one of them is whole at any moment. Writing is the caller's business to do under the database's own
/// write lock.
///
///     auto keyring = readKeyring(folder);      // NotFound: no office there; Corrupt: both copies are damaged
///     auto done = writeKeyring(folder, *keyring);
///
/// Touches the disk: any thread but the window's.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Keyring.h"

#include <QString>

class QFile;

namespace core {

/// The valid copy with the highest generation.
Result<Keyring> readKeyring(const QString& folder);
struct KeyringNow
{
    Keyring keyring;
    Unlocked person;
};
/// The same, and what it holds today for somebody who is logged in already.
Result<KeyringNow> readKeyringAs(const QString& folder, const Unlocked& person);
Result<> writeKeyring(const QString& folder, const Keyring& keyring);
/// Whether both copies hold this keyring: where one does not, it can be written anew from it.
[[nodiscard]] bool areBothCopies(const QString& folder, const Keyring& keyring);

/// Brings what was written to the disk itself (platform files). False where the system says no.
bool flushToDisk(QFile& file);

} // namespace core
