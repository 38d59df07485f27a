// The next generation of a keyring: who comes, goes, gets another role or another password.
#include "core/crypto/Digest.h"
#include "core/crypto/KeyringDraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

Result<KeyringUser>
Keyring::addUser(const Unlocked& by, const Credentials& person, const QString& role)
{
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    const SecureBytes seed = SecureBytes::random(seedBytes);
    KeyringStatement admit = statementAbout(StatementKind::Admit, randomBytes(uuidBytes));
    admit.name = person.name.trimmed();
    admit.role = role;
    admit.keys = Identity(seed).publicKeys();
    if (auto done = next->state(admit); !done) {
        return done.error();
    }
    const KeyringUser user = *next->directory.chain.person(admit.subject);
    if (auto done = next->fitRoleKeys(user); !done) {
        return done.error();
    }
    if (auto done = giveSlots(*next, user.uuid, seed, person, waysOf(person)); !done) {
        return done.error();
    }
    if (auto done = publish(*next); !done) {
        return done.error();
    }
    return user;
}

Result<KeyringUser>
Keyring::setRole(const Unlocked& by, const QByteArray& uuid, const QString& role)
{
    if (by.uuid == uuid && !isAdministrator(role)) {
        // He would make the key that his role is taken from.
        return keyringError(ErrorCode::Invalid,
                            QT_TRANSLATE_NOOP("core::Keyring",
                                              "Another data administrator has to take your role "
                                              "away."));
    }
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    if (auto done = next->state(newRoleOf(uuid, role)); !done) {
        return done.error();
    }
    const KeyringUser user = *next->directory.chain.person(uuid);
    if (auto done = next->fitRoleKeys(user); !done) {
        return done.error();
    }
    if (auto done = publish(*next); !done) {
        return done.error();
    }
    return user;
}

Result<KeyringUser> Keyring::disable(const Unlocked& by, const QByteArray& uuid)
{
    if (by.uuid == uuid) {
        // The generation would be signed by somebody who, by its own words, may not.
        return keyringError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::Keyring",
                              "Another data administrator has to take your access away."));
    }
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    if (auto done = next->state(statementAbout(StatementKind::Disable, uuid)); !done) {
        return done.error();
    }
    const KeyringUser user = *next->directory.chain.person(uuid);
    if (auto done = next->fitRoleKeys(user); !done) {
        return done.error();
    }
    takeSlots(*next, uuid);
    if (auto done = publish(*next); !done) {
        return done.error();
    }
    return user;
}

Result<KeyringUser> Keyring::publishWithOnlySlots(Draft& draft,
                                                  const KeyringUser& user,
                                                  const SecureBytes& seed,
                                                  Credentials person)
{
    person.name = user.name;
    takeSlots(draft, user.uuid);
    if (auto done = giveSlots(draft, user.uuid, seed, person, waysOf(person)); !done) {
        return done.error();
    }
    if (auto done = publish(draft); !done) {
        return done.error();
    }
    return user;
}

Result<KeyringUser>
Keyring::setPassword(const Unlocked& by, const QByteArray& uuid, const Credentials& person)
{
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    auto user = next->person(uuid);
    if (!user) {
        return user;
    }
    const bool own = by.uuid == uuid;
    const SecureBytes seed = own ? by.seed.clone() : SecureBytes::random(seedBytes);
    if (!own) {
        if (!user->active) {
            if (auto done = next->state(statementAbout(StatementKind::Enable, uuid)); !done) {
                return done.error();
            }
        }
        if (auto done = next->state(newKeysOf(uuid, Identity(seed).publicKeys())); !done) {
            return done.error();
        }
        user = next->person(uuid);
        if (auto done = next->fitRoleKeys(*user); !done) {
            return done.error();
        }
    }
    return publishWithOnlySlots(*next, *user, seed, person);
}

Result<std::vector<QByteArray>> Keyring::changeWays(const Unlocked& by,
                                                    const Credentials& own,
                                                    const std::vector<WayIn>& added,
                                                    const std::vector<QByteArray>& dropped)
{
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    auto user = next->person(by.uuid);
    if (!user) {
        return user.error();
    }
    Credentials person = own;
    person.name = user->name;
    if (auto done = giveSlots(*next, by.uuid, by.seed, person, added); !done) {
        return done.error();
    }
    auto& owners = next->directory.slotOwners;
    std::vector<QByteArray> came;
    std::transform(owners.end() - std::ptrdiff_t(added.size()),
                   owners.end(),
                   std::back_inserter(came),
                   [](const SlotOwner& owner) { return owner.slotId; });
    std::erase_if(owners, [&](const SlotOwner& owner) {
        return owner.uuid == by.uuid
            && std::find(dropped.begin(), dropped.end(), owner.slotId) != dropped.end();
    });
    if (std::none_of(owners.begin(), owners.end(), [&by](const SlotOwner& owner) {
            return owner.uuid == by.uuid;
        })) {
        return keyringError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::Keyring", "That would leave you no way into the office."));
    }
    if (auto done = publish(*next); !done) {
        return done.error();
    }
    return came;
}

Result<QByteArray> Keyring::sealAtCost(const Unlocked& by, const Credentials& own)
{
    auto came = changeWays(by, own, {wayOf(by)}, {by.slotId});
    if (!came) {
        return came.error();
    }
    return came->front();
}

namespace {

/// What must be said of one person, in this order, for the chain to know what the table knows.
std::vector<KeyringStatement> statementsFor(const KeyringChain& chain, const KnownPerson& known)
{
    const KeyringUser& now = known.now;
    const KeyringUser* person = chain.person(now.uuid);
    std::vector<QByteArray> keys;
    std::copy_if(known.signKeys.begin(),
                 known.signKeys.end(),
                 std::back_inserter(keys),
                 [&](const QByteArray& key) {
                     return key != now.keys.sign && !chain.knowsKey(now.uuid, key);
                 });
    const bool isOtherKey = person == nullptr || person->keys.sign != now.keys.sign;
    if (isOtherKey) {
        keys.push_back(now.keys.sign);
    }
    std::vector<KeyringStatement> statements;
    for (const QByteArray& key : keys) {
        KeyringStatement statement = newKeysOf(now.uuid, {key, now.keys.seal});
        if (person == nullptr && statements.empty()) {
            statement.kind = StatementKind::Admit;
            statement.name = now.name;
            statement.role = now.role;
        }
        statements.push_back(statement);
    }
    if (person != nullptr && person->role != now.role) {
        statements.push_back(newRoleOf(now.uuid, now.role));
    }
    const bool losesAccess = person == nullptr || (person->active && (!now.active || isOtherKey));
    if (losesAccess) {
        statements.push_back(statementAbout(StatementKind::Disable, now.uuid));
    }
    return statements;
}

} // namespace

Result<> Keyring::catchUp(const Unlocked& by, const std::vector<KnownPerson>& people)
{
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    for (const KnownPerson& known : people) {
        for (KeyringStatement& statement : statementsFor(next->directory.chain, known)) {
            if (statement.subject == by.uuid) {
                return keyringError(
                    ErrorCode::Denied,
                    QT_TRANSLATE_NOOP("core::Keyring",
                                      "By this copy of the keyring you are not what you are in "
                                      "the office now. Another data administrator has to do "
                                      "this."));
            }
            if (auto done = next->state(std::move(statement)); !done) {
                return done;
            }
        }
        if (auto person = next->person(known.now.uuid)) {
            if (auto done = next->fitRoleKeys(*person); !done) {
                return done;
            }
            if (!person->active) {
                takeSlots(*next, person->uuid);
            }
        }
    }
    return publish(*next);
}

Result<> Keyring::newRecovery(const Unlocked& by, const RecoveryCode& code)
{
    if (by.isRecovery) {
        // The generation would be signed by a root that, by its own words, is no longer one.
        return keyringError(ErrorCode::Invalid,
                            QT_TRANSLATE_NOOP("core::Keyring",
                                              "A new recovery code is made by a data administrator "
                                              "with the own password."));
    }
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    const PublicKeys root = Identity(code.seed()).publicKeys();
    KeyringStatement statement = statementAbout(StatementKind::NewRoot, rootUuid());
    statement.keys = root;
    if (auto done = next->state(statement); !done) {
        return done;
    }
    m_root = root;
    m_recoveryBoxes = boxesFor(root.seal, databaseKeys(by));
    for (const RoleKey kind : {RoleKey::Sensitive, RoleKey::OldDatabase}) {
        next->directory.giveRoleKeys(
            kind, rootUuid(), root.seal, next->directory.roleKeys(kind, by.uuid, *by.identity));
    }
    return publish(*next);
}

Result<KeyringUser> Keyring::recover(const Unlocked& root, const Credentials& person)
{
    auto next = draft(root);
    if (!next) {
        return next.error();
    }
    const KeyringUser* known = next->directory.chain.named(person.name);
    if (known == nullptr) {
        return addUser(root, person, QStringLiteral("data_admin"));
    }
    const QByteArray uuid = known->uuid;
    const SecureBytes seed = SecureBytes::random(seedBytes);
    std::vector<KeyringStatement> statements;
    if (!known->active) {
        statements.push_back(statementAbout(StatementKind::Enable, uuid));
    }
    if (!isAdministrator(known->role)) {
        statements.push_back(newRoleOf(uuid, QStringLiteral("data_admin")));
    }
    statements.push_back(newKeysOf(uuid, Identity(seed).publicKeys()));
    for (const KeyringStatement& statement : statements) {
        if (auto done = next->state(statement); !done) {
            return done.error();
        }
    }
    const KeyringUser user = *next->directory.chain.person(uuid);
    if (auto done = next->fitRoleKeys(user); !done) {
        return done.error();
    }
    return publishWithOnlySlots(*next, user, seed, person);
}

} // namespace core
