#include "core/security/UserStore.h"

#include "core/crypto/KeyringChain.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr std::string_view userColumns
    = "SELECT u.pk, u.uuid, u.name, u.role, u.department_pk, coalesce(d.name, ''),"
      " u.state, u.sign_key, u.seal_key, u.created_at, u.version"
      " FROM users u LEFT JOIN departments d ON d.pk = u.department_pk ";

User readUser(const Statement& row)
{
    User user;
    user.pk = row.id<UserPk>(0);
    user.uuid = row.blob(1);
    user.name = row.text(2);
    user.role = roleByName(row.text(3)).value_or(Role::Auditor);
    user.department = row.id<DepartmentPk>(4);
    user.departmentName = row.text(5);
    user.active = row.text(6) == QLatin1String("active");
    user.signKey = row.blob(7);
    user.sealKey = row.blob(8);
    user.createdAt = row.dateTime(9);
    user.version = row.integer(10);
    return user;
}

std::string userQuery(std::string_view condition)
{
    return std::string(userColumns).append(condition);
}

QString userObject(const User& user)
{
    return QStringLiteral("user:%1").arg(user.pk.value);
}

} // namespace

Result<Subject> subjectOwnedBy(Connection& connection, UserPk owner)
{
    Subject subject{owner, {}, true};
    if (owner.isValid()) {
        auto user = UserStore(connection).byPk(owner);
        if (!user) {
            return user.error();
        }
        if (*user) {
            subject.department = (*user)->department;
        }
    }
    return subject;
}

QByteArray userHash(const OfficeContext& office, const User& user)
{
    return rowHash(office,
                   userObject(user),
                   {user.name,
                    roleName(user.role),
                    QString::number(user.department.value),
                    user.active ? QStringLiteral("active") : QStringLiteral("disabled"),
                    QString::fromLatin1(user.signKey.toHex()),
                    QString::fromLatin1(user.sealKey.toHex())});
}

QString userNameKey(QStringView name)
{
    return personKey(
        name); // two spellings are one user in the table exactly where they are in the keyring
}

UserStore::UserStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<std::vector<User>> UserStore::all() const
{
    return m_connection->statement(userQuery("ORDER BY u.name_key")).all(readUser);
}

Result<std::optional<User>> UserStore::byName(QStringView name) const
{
    return m_connection->statement(userQuery("WHERE u.name_key = ?"))
        .bindAll(userNameKey(name))
        .one(readUser);
}

Result<UserPk> UserStore::pkOf(QStringView name) const
{
    auto pk = m_connection->statement("SELECT pk FROM users WHERE name_key = ?")
                  .bindAll(userNameKey(name))
                  .one([](const Statement& row) { return row.id<UserPk>(0); });
    if (!pk) {
        return pk.error();
    }
    return pk->value_or(UserPk{});
}

Result<std::optional<User>> UserStore::byPk(UserPk pk) const
{
    return m_connection->statement(userQuery("WHERE u.pk = ?")).bindAll(pk).one(readUser);
}

Result<std::optional<User>> UserStore::byUuid(const QByteArray& uuid) const
{
    return m_connection->statement(userQuery("WHERE u.uuid = ?")).bindAll(uuid).one(readUser);
}

Result<int> UserStore::activeCount() const
{
    auto count = m_connection->statement("SELECT count(*) FROM users WHERE state = 'active'")
                     .one([](const Statement& row) { return row.integer(0); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

Result<QHash<UserPk, QString>> UserStore::names() const
{
    QHash<UserPk, QString> names;
    auto done = m_connection->statement("SELECT pk, name FROM users")
                    .forEach([&names](const Statement& row) {
                        names.insert(row.id<UserPk>(0), row.text(1));
                    });
    if (!done) {
        return done.error();
    }
    return names;
}

Result<> UserStore::insert(Operation& operation, User& user)
{
    user.createdAt = operation.now();
    auto done = m_connection
                    ->statement("INSERT INTO users (uuid, name, name_key, role, department_pk, "
                                "state, sign_key, seal_key,"
                                " created_at) VALUES (?, ?, ?, ?, ?, 'active', ?, ?, ?)")
                    .bindAll(user.uuid,
                             user.name,
                             userNameKey(user.name),
                             roleName(user.role),
                             user.department,
                             user.signKey,
                             user.sealKey,
                             user.createdAt)
                    .run();
    if (!done) {
        return done;
    }
    user.pk = UserPk{m_connection->lastInsertId()};
    operation.recordRow(userObject(user), {}, userHash(operation.office(), user));
    operation.feed("user", user.pk.value);
    return m_connection
        ->statement("INSERT INTO user_keys (user_pk, sign_key, since_seq) VALUES (?, ?, ?)")
        .bindAll(user.pk, user.signKey, operation.auditSeq())
        .run();
}

Result<> UserStore::update(Operation& operation, const User& before, User& after)
{
    auto changed
        = m_connection
              ->statement("UPDATE users SET role = ?, department_pk = ?, state = ?, sign_key "
                          "= ?, seal_key = ?,"
                          " version = version + 1 WHERE pk = ? AND version = ?")
              .bindAll(roleName(after.role),
                       after.department,
                       after.active ? QStringLiteral("active") : QStringLiteral("disabled"),
                       after.signKey,
                       after.sealKey,
                       after.pk,
                       before.version)
              .runCounting();
    if (!changed) {
        return changed.error();
    }
    if (*changed != 1) {
        return usersChangedError();
    }
    after.version = before.version + 1;
    operation.recordRow(userObject(after),
                        userHash(operation.office(), before),
                        userHash(operation.office(), after));
    operation.feed("user", after.pk.value);
    if (before.signKey == after.signKey) {
        return {};
    }
    return m_connection
        ->statement("INSERT INTO user_keys (user_pk, sign_key, since_seq) VALUES (?, ?, ?)")
        .bindAll(after.pk, after.signKey, operation.auditSeq())
        .run();
}

Result<DepartmentPk> UserStore::departmentNamed(Operation& operation, const QString& name)
{
    auto found = m_connection->statement("SELECT pk FROM departments WHERE name = ?")
                     .bindAll(name)
                     .one([](const Statement& row) { return row.id<DepartmentPk>(0); });
    if (!found) {
        return found.error();
    }
    if (*found) {
        return **found;
    }
    if (auto done
        = m_connection->statement("INSERT INTO departments (name) VALUES (?)").bindAll(name).run();
        !done) {
        return done.error();
    }
    const DepartmentPk pk{m_connection->lastInsertId()};
    const QString object = QStringLiteral("department:%1").arg(pk.value);
    operation.recordRow(object, {}, rowHash(operation.office(), object, {name}));
    return pk;
}

Result<std::vector<UserKey>> UserStore::allKeys() const
{
    return m_connection
        ->statement("SELECT u.uuid, u.name, k.sign_key FROM user_keys k JOIN users u ON u.pk = "
                    "k.user_pk")
        .all([](const Statement& row) {
            return UserKey{row.blob(0), row.text(1), row.blob(2)};
        });
}

Result<QByteArray> UserStore::signKeyAt(UserPk user, std::int64_t seq) const
{
    auto key = m_connection
                   ->statement("SELECT sign_key FROM user_keys WHERE user_pk = ? AND since_seq <= ?"
                               " ORDER BY since_seq DESC LIMIT 1")
                   .bindAll(user, seq)
                   .one([](const Statement& row) { return row.blob(0); });
    if (!key) {
        return key.error();
    }
    return key->value_or(QByteArray{});
}

Error usersChangedError()
{
    return {ErrorCode::Conflict,
            QCoreApplication::translate("core::UserService",
                                        "Somebody else changed the users meanwhile. Try again."),
            {}};
}

} // namespace core
