#include "core/security/UserService.h"

#include "core/crypto/KeyringFile.h"
#include "core/security/KeyService.h"
#include "core/security/KeyringStep.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/standardize/Pinyin.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

Error say(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::UserService", text), {}};
}

QString objectOf(const QString& name)
{
    return QStringLiteral("user:") + name;
}

Result<> checkName(const QString& name)
{
    constexpr qsizetype longest = 64;
    if (name.trimmed().isEmpty() || name.trimmed().size() > longest) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP("core::UserService",
                                     "A user needs a name of at most 64 characters."));
    }
    return {};
}

Result<> checkPassword(const QString& password)
{
    if (password.isEmpty()) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP("core::UserService", "A password cannot be empty."));
    }
    return {};
}

} // namespace

UserService::UserService(OfficeContext& office,
                         QString folder,
                         std::shared_ptr<const Unlocked> person)
    : m_office(office)
    , m_folder(std::move(folder))
    , m_person(std::move(person))
{ }

Result<std::vector<User>> UserService::list() const
{
    auto users = UserStore(m_office.reader).all();
    if (users) {
        std::stable_sort(users->begin(), users->end(), [](const User& one, const User& other) {
            return sortKey(one.name, true) < sortKey(other.name, true);
        });
    }
    return users;
}

Result<User> UserService::find(const QString& name) const
{
    auto user = UserStore(m_office.writer).byName(name);
    if (!user) {
        return user.error();
    }
    if (!*user) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::UserService", "There is no user of this name."));
    }
    return **std::move(user);
}

Result<> UserService::requireAnotherAdministrator(const User& user) const
{
    auto everybody = UserStore(m_office.writer).all();
    if (!everybody) {
        return everybody.error();
    }
    const bool another
        = std::any_of(everybody->begin(), everybody->end(), [&user](const User& other) {
              return other.active && other.role == Role::DataAdmin && other.pk != user.pk;
          });
    if (user.role == Role::DataAdmin && !another) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP(
                       "core::UserService",
                       "This is the last data administrator. Make somebody else one first."));
    }
    return {};
}

namespace {

/// Sessions that seal look there whether their key is still the newest.
Result<> noteSealingKey(Operation& operation, const Keyring& keyring, const Unlocked& before)
{
    auto after = keyring.unlock(before);
    if (!after) {
        return {}; // own password: the boxes are the same, the slot is another
    }
    return after->sealing.epoch == before.sealing.epoch
        ? Result<>()
        : noteSealingEpoch(operation, after->sealing.epoch);
}

Result<User> insertRow(Operation& operation, const KeyringUser& entry, const NewUser& wanted)
{
    UserStore users(operation.connection());
    User user;
    user.uuid = entry.uuid;
    user.name = entry.name;
    user.role = wanted.role;
    user.signKey = entry.keys.sign;
    user.sealKey = entry.keys.seal;
    if (const QString name = wanted.department.trimmed(); !name.isEmpty()) {
        auto place = users.departmentNamed(operation, name);
        if (!place) {
            return place.error();
        }
        user.department = *place;
        user.departmentName = name;
    }
    if (auto done = users.insert(operation, user); !done) {
        return done.error();
    }
    return user;
}

} // namespace

Result<User> UserService::add(const NewUser& wanted)
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    if (auto right = checkName(wanted.name); !right) {
        return right.error();
    }
    if (auto right = checkPassword(wanted.password); !right) {
        return right.error();
    }
    auto existing = UserStore(m_office.writer).byName(wanted.name);
    if (!existing) {
        return existing.error();
    }
    if (*existing) {
        return say(
            ErrorCode::Duplicate,
            QT_TRANSLATE_NOOP(
                "core::UserService",
                "There is a user of this name already, perhaps one whose access was taken away."));
    }
    // with the keys of today: a colleague may have changed the office's since the login
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    Keyring& keyring = now->keyring;
    const Keyring before = keyring;
    auto cost = costForNewSlot(m_office.writer, keyring);
    if (!cost) {
        return cost.error();
    }
    auto entry = keyring.addUser(now->person,
                                 {wanted.name, wanted.password, wanted.secondSecret, *cost},
                                 roleName(wanted.role));
    if (!entry) {
        return entry.error();
    }
    User user;
    auto done = takeKeyringStep(m_office,
                                m_folder,
                                now->person,
                                {before,
                                 keyring,
                                 u"user.add",
                                 objectOf(wanted.name),
                                 [&](Operation& operation) -> Result<> {
                                     auto row = insertRow(operation, *entry, wanted);
                                     if (!row) {
                                         return row.error();
                                     }
                                     user = *std::move(row);
                                     return {};
                                 }});
    if (!done) {
        return done.error();
    }
    return user;
}

Result<User> UserService::change(const QString& name, const UserChange& wanted)
{
    auto known = find(name);
    if (!known) {
        return known;
    }
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    Keyring& keyring = now->keyring;
    const Keyring before = keyring;
    auto entry = wanted.prepare(keyring, now->person, *known);
    if (!entry) {
        return entry.error();
    }
    User after;
    // What is decided, is decided on what stands inside the transaction.
    const auto rows = [&](Operation& operation) -> Result<> {
        auto user = find(name);
        if (!user) {
            return user.error();
        }
        if (wanted.seen && *wanted.seen != user->role) {
            return usersChangedError();
        }
        if (wanted.takesAdministration) {
            if (auto safe = requireAnotherAdministrator(*user); !safe) {
                return safe;
            }
        }
        after = *user;
        wanted.apply(after, *entry);
        if (auto done = UserStore(m_office.writer).update(operation, *user, after); !done) {
            return done;
        }
        return noteSealingKey(operation, keyring, now->person);
    };
    auto done = takeKeyringStep(m_office,
                                m_folder,
                                now->person,
                                {before, keyring, wanted.action, objectOf(known->name), rows});
    if (!done) {
        return done.error();
    }
    return after;
}

Result<User> UserService::disable(const QString& name)
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    return change(
        name,
        {u"user.disable",
         true,
         [this](Keyring& keyring, const Unlocked& by, const User& who) -> Result<KeyringUser> {
             // Before the keyring is asked: it only knows that nobody disables himself.
             if (auto safe = requireAnotherAdministrator(who); !safe) {
                 return safe.error();
             }
             return keyring.disable(by, who.uuid);
         },
         [](User& after, const KeyringUser&) { after.active = false; },
         {}});
}

Result<User> UserService::setRole(const QString& name, Role role, std::optional<Role> seen)
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    return change(name,
                  {u"user.set_role",
                   role != Role::DataAdmin,
                   [role](Keyring& keyring, const Unlocked& by, const User& who) {
                       return keyring.setRole(by, who.uuid, roleName(role));
                   },
                   [role](User& after, const KeyringUser&) { after.role = role; },
                   seen});
}

Result<User> UserService::setDepartment(const QString& name,
                                        const QString& department,
                                        std::optional<QString> seen)
{
    auto operation = Operation::begin(m_office, u"user.set_department");
    if (!operation) {
        return operation.error();
    }
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    auto user = find(name);
    if (!user) {
        return user;
    }
    if (seen && *seen != user->departmentName) {
        return usersChangedError();
    }
    User after = *user;
    after.departmentName = department.trimmed();
    after.department = {};
    UserStore users(operation->connection());
    if (!after.departmentName.isEmpty()) {
        auto place = users.departmentNamed(*operation, after.departmentName);
        if (!place) {
            return place.error();
        }
        after.department = *place;
    }
    if (after.department == user->department) {
        return user;
    }
    operation->setObject(objectOf(user->name));
    operation->setDetail(user->departmentName + QStringLiteral(" \u2192 ") + after.departmentName);
    if (auto done = users.update(*operation, *user, after); !done) {
        return done.error();
    }
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return after;
}

namespace {

/// With which secrets the person is to come in after the new password.
Result<std::vector<WayIn>> waysAfter(const KeyringDirectory& directory,
                                     const Unlocked& by,
                                     const User& who,
                                     const PasswordChange& wanted)
{
    if (wanted.second == NewSecond::KeyFile) {
        return std::vector<WayIn>{{SecondSecret::KeyFile, wanted.secondSecret, {}}};
    }
    const WayIn alone;
    if (wanted.second == NewSecond::None) {
        return std::vector<WayIn>{alone};
    }
    const auto& owners = directory.slotOwners;
    const bool hasAlone = std::any_of(owners.begin(), owners.end(), [&who](const SlotOwner& owner) {
        return owner.uuid == who.uuid && owner.second == SecondSecret::None;
    });
    const bool hasOther = std::any_of(owners.begin(), owners.end(), [&who](const SlotOwner& owner) {
        return owner.uuid == who.uuid && owner.second != SecondSecret::None;
    });
    if (by.uuid != who.uuid) {
        if (hasOther && !hasAlone) {
            return say(ErrorCode::Invalid,
                       QT_TRANSLATE_NOOP(
                           "core::UserService",
                           "This person logs in with a second secret (a key file or an enrolled "
                           "computer), which a password set by you cannot keep. Give a new key "
                           "file, or say that the password alone opens the office."));
        }
        return std::vector<WayIn>{alone};
    }
    std::vector<WayIn> ways;
    if (hasAlone) {
        ways.push_back(alone);
    }
    const bool isStill = std::any_of(owners.begin(), owners.end(), [&by](const SlotOwner& owner) {
        return owner.slotId == by.slotId && owner.uuid == by.uuid;
    });
    if (by.second != SecondSecret::None && isStill) {
        ways.push_back(wayOf(by));
    }
    if (ways.empty()) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP("core::UserService",
                                     "Your second secret was changed after you logged in. Log in "
                                     "anew, then change the password."));
    }
    return ways;
}

} // namespace

Result<User> UserService::setPassword(const QString& name, const PasswordChange& wanted)
{
    if (auto right = checkPassword(wanted.password); !right) {
        return right.error();
    }
    auto user = find(name);
    if (!user) {
        return user;
    }
    if (user->pk != m_office.session.user) {
        if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
            return allowed.error();
        }
    }
    const auto prepare
        = [&](Keyring& keyring, const Unlocked& by, const User& who) -> Result<KeyringUser> {
        auto directory = keyring.directory(by);
        if (!directory) {
            return directory.error();
        }
        auto ways = waysAfter(*directory, by, who, wanted);
        if (!ways) {
            return ways.error();
        }
        auto cost = costForNewSlot(m_office.writer, keyring);
        if (!cost) {
            return cost.error();
        }
        return keyring.setPassword(by, who.uuid, {who.name, wanted.password, {}, *cost, *ways});
    };
    return change(name,
                  {u"user.set_password",
                   false,
                   prepare,
                   [](User& after, const KeyringUser& entry) {
                       after.signKey = entry.keys.sign;
                       after.sealKey = entry.keys.seal;
                       after.active = true;
                   },
                   {}});
}

Result<QHash<QByteArray, UserWays>> UserService::ways() const
{
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    auto directory = now->keyring.directory(now->person);
    if (!directory) {
        return directory.error();
    }
    QHash<QByteArray, UserWays> ways;
    for (const SlotOwner& owner : directory->slotOwners) {
        UserWays& of = ways[owner.uuid];
        of.passwordAlone = of.passwordAlone || owner.second == SecondSecret::None;
        of.keyFile = of.keyFile || owner.second == SecondSecret::KeyFile;
        if (owner.second == SecondSecret::ThisComputer) {
            of.computers.append(owner.label);
        }
    }
    return ways;
}

} // namespace core
