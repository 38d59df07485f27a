/// UserService: who may open the office: adds people, gives them roles and passwords, takes them away. Each use case
/// changes the keyring and the users table together, under the database's write lock, with its audit entry. The
/// password hash runs here (0.7 s). Thread of the office.
#pragma once

#include "core/crypto/Keyring.h"
#include "core/security/OfficeContext.h"
#include "core/security/UserStore.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace core {

struct NewUser
{
    QString name;
    Role role = Role::Sales;
    QString department;
    QString password;
    QByteArray secondSecret{}; ///< of a key file; empty: the password alone
};

/// What becomes of the second secret with a new password.
enum class NewSecond : std::uint8_t
{
    Keep, ///< one's own stays; somebody else's cannot, since nobody has it
    None, ///< the password alone opens the office
    KeyFile
};

struct PasswordChange
{
    QString password;
    NewSecond second = NewSecond::Keep;
    QByteArray secondSecret{}; ///< of the key file
};

/// By which ways a person can come in.
struct UserWays
{
    bool passwordAlone = false;
    bool keyFile = false;
    QStringList computers; ///< enrolled ones, by name
};

class UserService
{
public:
    /// `folder` is where the keyring lies; `person` is what the login unlocked, and signs the keyring.
    UserService(OfficeContext& office, QString folder, std::shared_ptr<const Unlocked> person);

    /// In the order in which people look for names: Chinese by pinyin, Latin whatever the case.
    Result<std::vector<User>> list() const;
    Result<User> add(const NewUser& wanted);
    Result<User> disable(const QString& name);
    /// `seen`: the role that the person who decides saw; Conflict where it is another one by now.
    Result<User> setRole(const QString& name, Role role, std::optional<Role> seen = {});
    /// The department is made where it is missing; empty: none. Conflict where it is not `seen` any more. Whoever is logged
    /// in has to log in again.
    Result<User>
    setDepartment(const QString& name, const QString& department, std::optional<QString> seen = {});
    /// One's own, or anybody's by a data administrator. Enrolled computers have to be enrolled anew, but for the one that a
    /// person is at who keeps his second secret. Invalid where somebody else's second secret is neither given up nor replaced.
    Result<User> setPassword(const QString& name, const PasswordChange& wanted);
    Result<User> setPassword(const QString& name, const QString& password)
    {
        return setPassword(name, PasswordChange{password});
    }
    /// By uuid, of everybody who has access.
    Result<QHash<QByteArray, UserWays>> ways() const;

private:
    /// One change of one user, in the keyring and in the table.
    struct UserChange
    {
        QStringView action;
        bool takesAdministration
            = false; ///< refused where nobody else would be a data administrator
        std::function<Result<KeyringUser>(Keyring&, const Unlocked& by, const User&)> prepare;
        std::function<void(User&, const KeyringUser&)> apply;
        std::optional<Role> seen;
    };

    Result<User> find(const QString& name) const;
    Result<> requireAnotherAdministrator(const User& user) const;
    Result<User> change(const QString& name, const UserChange& wanted);

    OfficeContext& m_office;
    QString m_folder;
    std::shared_ptr<const Unlocked> m_person;
};

} // namespace core
