/// What creating, opening and recovering an office share. Internal to core/workspace.
#pragma once

#include "core/security/OfficeContext.h"
#include "core/workspace/OfficeAccess.h"

#include <memory>

namespace core {

// The office's own settings (SettingStore), written at its making.
inline constexpr auto nameSetting = "office_name";
inline constexpr auto idSetting = "office_id";
inline constexpr auto zoneSetting = "time_zone";
inline constexpr auto practiceSetting = "practice";

[[nodiscard]] Error officeError(ErrorCode code, const char* text);

[[nodiscard]] Session sessionOf(const Unlocked& person, UserPk pk, DepartmentPk department);

/// Reads the keyring anew with the keys of this login; see OfficeContext::sealedNow.
[[nodiscard]] decltype(OfficeContext::sealedNow) sealedKeysFrom(const OfficeAccess& access);
[[nodiscard]] OfficeContext contextOf(Connection& connection, const OfficeAccess& access);

/// What this computer will know the office in this folder by. Where it cannot be noted, the work goes on.
void noteKeyring(const QString& folder, const Keyring& keyring, const KeyringDirectory& directory);

/// Name, time zone and kind of the office, as its database has them.
Result<> readInside(Connection& connection, OfficeAccess& access);
/// The person's row, and with it the session.
Result<> readPerson(Connection& connection, OfficeAccess& access);

[[nodiscard]] Result<std::shared_ptr<OfficeAccess>>
accessFor(const QString& folder, const Keyring& keyring, Unlocked person);

} // namespace core
