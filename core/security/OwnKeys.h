/// OwnKeys: one's own ways into the office: whether this computer's secret, or another's, is one of them. Each use case
/// asks for the own password, since it makes a new slot with it, and so that nobody does it at a window left open.
///
///     OwnKeys own(office, folder, person);
///     own.enrollComputer(password, PasswordAlone::NoLonger);
///
/// The password hash runs here, twice (1.4 s). Thread of the office's writer.
#pragma once

#include "core/crypto/Keyring.h"
#include "core/security/OfficeContext.h"

#include <QString>

#include <memory>

namespace core {

enum class PasswordAlone : std::uint8_t
{
    NoLonger, ///< opens the office on enrolled computers, or with the key file, only
    Still ///< from any computer: then the second secret adds comfort for an administrator's eye, but no protection
};

class OwnKeys
{
public:
    OwnKeys(OfficeContext& office, QString folder, std::shared_ptr<const Unlocked> person);

    /// Unauthenticated: not the person's password. Unsupported, Io: DeviceSecret.h.
    Result<> enrollComputer(const QString& password, PasswordAlone alone);
    /// This computer, or the one of that name (lost, sold). Where no other way would be left, the password alone opens
    /// the office from then on, and true is answered. NotFound: no such computer is enrolled for this person.
    Result<bool> forgetComputer(const QString& password, const QString& computer = {});
    /// Unauthenticated where it is not.
    Result<> checkPassword(const QString& password) const;

private:
    [[nodiscard]] Result<> checkIn(const Keyring& keyring, const QString& password) const;

    OfficeContext& m_office;
    QString m_folder;
    std::shared_ptr<const Unlocked> m_person;
};

} // namespace core
