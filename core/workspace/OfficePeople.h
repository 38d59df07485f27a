/// OfficePeople: the users table follows the keyring, which administrators sign. What the table says of somebody that
/// the keyring does not know is a forgery; where it is only behind (a crash between the two, a recovery), the next data
/// administrator's login brings it up to date, with an entry in the log. Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/KeyringDirectory.h"
#include "core/security/OfficeContext.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace core {

enum class PeopleState : std::uint8_t
{
    Same,
    Behind ///< the keyring has somebody, a role, a key, or an end of access that the table has not
};

/// Corrupt where the table holds a person or a key that the keyring never had.
Result<PeopleState> comparePeople(Connection& connection, const KeyringDirectory& directory);

struct PeopleUpdate
{
    QString action; ///< of the log entry: "office.recover", "user.follow"
    QString object;
    QByteArray actor; ///< uuid; their row may be made by this very update
    std::function<Result<>()> beforeCommit; ///< under the write lock; may be none
};

/// The row of this person, or the one that followKeyring() will give them; the session that it runs under has it.
Result<UserPk> keyringActor(Connection& connection, const QByteArray& uuid);

/// Brings the users table to what the keyring says, as one use case with its entry. The session of `office` is the
/// actor's, with the row of keyringActor().
Result<>
followKeyring(OfficeContext& office, const KeyringDirectory& directory, const PeopleUpdate& update);

} // namespace core
