/// KeyService: what concerns the keys of the whole office: another database key, another recovery code, the cost of the
/// password hash.
///
/// Another database key for the whole office, as when somebody has left. An announced step: everybody waits
/// while the database is written anew (about 40 MB per second on a local disk). Nobody's password is needed: the new
/// key is sealed to everybody who has access.
///
///     KeyService keys(office, folder, person);
///     auto epoch = keys.change(progress);        // also finishes a change that was broken off
///
/// Three steps, each safe to be broken off after: both keys into the keyring (an entry in the log), the database written
/// anew (Connection::rekey) and checked, the former key out of the slots (another entry). In between the office opens
/// and works with whichever key the database has. Copies made before keep their key. Thread of the office's writer.
#pragma once

#include "core/base/Progress.h"
#include "core/crypto/Keyring.h"
#include "core/security/OfficeContext.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>

namespace core {

/// The setting that says how much memory, in MiB, a password hash takes; what cannot be is as if it were not there.
[[nodiscard]] Result<std::optional<KdfCost>> kdfSetting(Connection& connection);
/// For a slot that is made now.
[[nodiscard]] Result<KdfCost> costForNewSlot(Connection& connection, const Keyring& keyring);

/// What a person should know of the office's key.
struct KeyState
{
    bool isUnfinished = false; ///< a change was begun and not finished
    QStringList leftWithKey; ///< whose access was taken away and who may have the present key still
    qint64 databaseBytes = 0;
    qint64 seconds = 0; ///< that everybody waits for a change of it, about, on a local disk
    [[nodiscard]] bool isChangeAdvised() const { return !leftWithKey.isEmpty(); }
};

class KeyService
{
public:
    /// `folder` is where the keyring lies; `person` is what the login unlocked.
    KeyService(OfficeContext& office, QString folder, std::shared_ptr<const Unlocked> person);

    /// Whether a change was begun and not finished.
    [[nodiscard]] Result<bool> isUnfinished() const;
    [[nodiscard]] Result<KeyState> state() const;
    /// The number of the new key. Denied: not a data administrator. Busy: somebody is in the database for too long.
    /// Corrupt: the database is damaged; then it stays with both keys. Cancelled: while checking; do it again.
    Result<std::uint32_t> change(Progress& progress);
    /// The public half of the key of sealed fields, in a keyring that was made before there were any.
    Result<> stateSealingKey();

    /// `code` takes the place of the present recovery code from the next generation of the keyring on; it must be on paper
    /// already. An old copy of the keyring opens with the old one, until the database has another key.
    Result<> setRecovery(const RecoveryCode& code);
    /// At each person's next login the own slot is sealed anew where it was cheaper. Invalid outside the limits of KdfCost,
    /// or while there are too many different costs.
    Result<> setKdfMemory(int memoryMib);

private:
    /// The keyring with both keys, and this person's.
    Result<Unlocked> beginOrGoOn();
    Result<> writeAnew(const Unlocked& by, Progress& progress);
    Result<std::uint32_t> finish();

    OfficeContext& m_office;
    QString m_folder;
    std::shared_ptr<const Unlocked> m_person;
};

} // namespace core
