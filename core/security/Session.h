/// Session: who has logged in, with what they sign. Made by the login, read by every service; immutable but for the
/// policy, which follows the office, so that the threads of the window can share one. The secret keys live in locked memory and go when the last
/// copy goes.
#pragma once

#include "core/base/Id.h"
#include "core/crypto/Identity.h"
#include "core/security/PolicyInForce.h"
#include "core/security/Role.h"
#include "core/security/SealedValue.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace core {

struct Session
{
    UserPk user;
    QByteArray uuid; ///< 16 bytes, the person's id in the keyring
    QString name;
    Role role = Role::Sales;
    DepartmentPk department;
    std::shared_ptr<const Identity> identity; ///< signs this person's log entries
    std::shared_ptr<const SealedKeys> sealed{}; ///< null in tests that seal nothing
    /// What the roles may do in this office; copies share it. Never null.
    std::shared_ptr<PolicyInForce> policy = std::make_shared<PolicyInForce>();
};

} // namespace core
