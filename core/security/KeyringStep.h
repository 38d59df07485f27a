/// KeyringStep: the next generation of the keyring takes the place of the one that it was made from, together with the
/// rows that go with it and an entry in the log, under the database's write lock. What takes long (a password hash) has
/// been done before. Thread of the office's writer.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Keyring.h"
#include "core/security/Operation.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <string_view>

namespace core {

struct KeyringStep
{
    const Keyring& based;
    const Keyring& next;
    QStringView action; ///< of the entry
    QString object;
    std::function<Result<>(Operation&)> rows{}; ///< may be none
};

/// The setting with the epoch of the key that confidential values are sealed to: sessions that have an older one read the
/// keyring again.
inline constexpr std::u16string_view sealingEpochSetting = u"sealing_epoch";
/// Does nothing where it stands there already.
Result<> noteSealingEpoch(Operation& operation, std::uint32_t epoch);

/// Conflict where the keyring is another by now. `by` opens the next generation: what it is, this computer remembers.
Result<> takeKeyringStep(OfficeContext& office,
                         const QString& folder,
                         const Unlocked& by,
                         const KeyringStep& step);

} // namespace core
