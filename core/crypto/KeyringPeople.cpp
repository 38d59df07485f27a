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
    if (auto done = giveSlot(*next, user.uuid, seed, person); !done) {
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

Result<KeyringUser> Keyring::publishWithOnlySlot(Draft& draft,
                                                 const KeyringUser& user,
                                                 const SecureBytes& seed,
                                                 Credentials person)
{
    person.name = user.name;
    takeSlots(draft, user.uuid);
    if (auto done = giveSlot(draft, user.uuid, seed, person); !done) {
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
    return publishWithOnlySlot(*next, *user, seed, person);
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
    return publishWithOnlySlot(*next, user, seed, person);
}

} // namespace core
