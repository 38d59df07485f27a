/// KeyService: another database key for the whole office, as when somebody has left. An announced step: everybody waits
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

#include <cstdint>
#include <memory>

namespace core {

class KeyService
{
public:
    /// `folder` is where the keyring lies; `person` is what the login unlocked.
    KeyService(OfficeContext& office, QString folder, std::shared_ptr<const Unlocked> person);

    /// Whether a change was begun and not finished.
    [[nodiscard]] Result<bool> isUnfinished() const;
    /// The number of the new key. Denied: not a data administrator. Busy: somebody is in the database for too long.
    /// Corrupt: the database is damaged; then it stays with both keys. Cancelled: while checking; do it again.
    Result<std::uint32_t> change(Progress& progress);
    /// The public half of the key of sealed fields, in a keyring that was made before there were any.
    Result<> stateSealingKey();

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
