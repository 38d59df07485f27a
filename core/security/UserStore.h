/// UserStore: the table users (and departments, user_keys); the only place with their SQL. Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/Role.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace core {

struct User
{
    UserPk pk;
    QByteArray uuid;
    QString name;
    Role role = Role::Sales;
    DepartmentPk department;
    QString departmentName;
    bool active = true;
    QByteArray signKey;
    QByteArray sealKey;
    QDateTime createdAt;
    int version = 1;
};

/// A key that a user signs or signed with.
struct UserKey
{
    QByteArray uuid;
    QString name;
    QByteArray signKey;
};

class UserStore
{
public:
    explicit UserStore(Connection& connection);

    Result<std::vector<User>> all() const; ///< by name
    Result<std::optional<User>> byName(QStringView name) const; ///< whatever its case
    Result<UserPk> pkOf(QStringView name) const; ///< likewise; invalid where nobody has this name
    Result<std::optional<User>> byPk(UserPk pk) const;
    Result<std::optional<User>> byUuid(const QByteArray& uuid) const;
    Result<int> activeCount() const;
    /// Names of all users by pk: for lists, which would otherwise join.
    Result<QHash<UserPk, QString>> names() const;

    Result<> insert(Operation& operation,
                    User& user); ///< sets pk; notes the signing key from this entry on
    /// Conflict where the row is not what `before` says any more.
    Result<> update(Operation& operation, const User& before, User& after);
    Result<DepartmentPk> departmentNamed(Operation& operation,
                                         const QString& name); ///< made where it is missing

    [[nodiscard]] Result<std::vector<UserKey>> allKeys() const;
    /// The key that `user` signed with at entry `seq`.
    Result<QByteArray> signKeyAt(UserPk user, std::int64_t seq) const;

private:
    Connection* m_connection;
};

/// Whose a record of this owner is, for permission checks: his, and his department's.
[[nodiscard]] Result<Subject> subjectOwnedBy(Connection& connection, UserPk owner);

/// The hash of a user's row, as the log signs it.
[[nodiscard]] QByteArray userHash(const OfficeContext& office, const User& user);

/// How names are compared: case-folded, without blanks around.
[[nodiscard]] QString userNameKey(QStringView name);

/// Somebody else changed the users first.
[[nodiscard]] Error usersChangedError();

} // namespace core
