/// RefusedLogins: logins that failed on this computer. Nobody can sign an entry before somebody gets in, so they are noted in a
/// file, and the next login of anybody brings them into the log as one entry ("login.failed").
///
/// Who typed a password into the box for the name must not find it anywhere. Which names the office has is not known before a
/// login (the keyring does not say), so of the name only 16 bits of a hash are kept: enough to know which of a few dozen people
/// it was, of no help in guessing a password. They are sealed to a key that follows from the office's own; the time is not.
/// Any thread.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"
#include "core/security/OfficeContext.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace core {

/// The action of the entry; its object is "logins:<how many>", its detail a JSON array of {"at", "user"}, where `user` is
/// missing for a name that the office does not have.
inline constexpr auto refusedLoginAction = u"login.failed";

/// A login failed. Where it cannot be noted, that is logged.
void noteRefusedLogin(const QByteArray& officeId, const QString& typedName, const QDateTime& at);

/// Somebody is in: what was noted becomes an entry of his, and later failures can be sealed.
Result<> logRefusedLogins(OfficeContext& office, const SecureBytes& databaseKey);

} // namespace core
