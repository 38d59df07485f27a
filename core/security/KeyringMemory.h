/// KeyringMemory: what this computer has seen of an office's keyring, kept in the user's own data folder: how it began,
/// how far its chain had come and with which hash. A keyring that began otherwise, or whose chain goes another way from
/// a place this computer has seen, was forged; one that is shorter is an old copy put back.
///
///     auto known = recallKeyring(officeId);
///     const KeyringStanding standing = judge(keyring, directory, known);
///     if (standing == KeyringStanding::Foreign) …                     // tampering
///     rememberKeyring(keyring, directory);                            // where it went on
///
/// The last two generations themselves are kept beside that note, for when both copies in the office's folder are gone:
/// keptKeyrings() finds them by the database that they belong to.
///
/// Touches the disk: any thread but the window's.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Keyring.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

struct KeyringMemory
{
    QByteArray officeId;
    QByteArray founding; ///< hash of the chain's first statement
    std::uint64_t sequence = 0; ///< place of the last statement seen
    QByteArray head; ///< its hash
    std::uint64_t generation = 0;
};

enum class KeyringStanding : std::uint8_t
{
    First, ///< this computer has not seen the office before
    Same,
    Newer,
    Older, ///< an old copy put back
    Foreign ///< forged: it began otherwise, or went another way
};

[[nodiscard]] KeyringStanding judge(const Keyring& keyring,
                                    const KeyringDirectory& directory,
                                    const std::optional<KeyringMemory>& known);

/// Nothing where this computer has not seen the office, or its note cannot be read.
[[nodiscard]] std::optional<KeyringMemory> recallKeyring(const QByteArray& officeId);
/// Io where the note cannot be written; the work goes on without it. `databaseStart`: see databaseStartOf(); empty: as
/// noted before.
Result<> rememberKeyring(const Keyring& keyring,
                         const KeyringDirectory& directory,
                         const QByteArray& databaseStart = {});
/// After a change of one's own: the same where the keyring is what this computer knows or later. Says to the log what
/// fails.
void rememberChange(const Keyring& keyring, const Unlocked& by);

/// What stands in the clear at the beginning of a database (its salt, 16 bytes); empty where it cannot be read.
[[nodiscard]] QByteArray databaseStartOf(const QString& path);
/// What this computer has kept for the office of this database, newest generation first; none where it has not seen it.
[[nodiscard]] std::vector<Keyring> keptKeyrings(const QByteArray& databaseStart);

} // namespace core
