// The keys that go with a role: who gets them, and that there is a new one for sealed fields when somebody loses the role.
#include "core/crypto/KeyringDraft.h"
#include "core/crypto/Seal.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

KeyringStatement newSealingKey(std::uint32_t epoch, const SecureBytes& secret)
{
    KeyringStatement statement = statementAbout(StatementKind::NewSealingKey, rootUuid());
    statement.epoch = epoch;
    statement.keys.seal = publicHalf(secret);
    return statement;
}

Result<> Keyring::Draft::fitRoleKeys(const KeyringUser& person)
{
    if (isAdministrator(person.role) && person.active) {
        for (const RoleKey kind : {RoleKey::Sensitive, RoleKey::OldDatabase}) {
            directory.giveRoleKeys(kind,
                                   person.uuid,
                                   person.keys.seal,
                                   directory.roleKeys(kind, by.uuid, *by.identity));
        }
        return {};
    }
    const bool hadTheKey = std::any_of(
        directory.roleBoxes.begin(), directory.roleBoxes.end(), [&person](const RoleBox& box) {
            return box.kind == RoleKey::Sensitive && box.recipient == person.uuid;
        });
    directory.takeRoleKeys(person.uuid);
    return hadTheKey ? renewSealingKey() : Result<>();
}

Result<> Keyring::Draft::renewSealingKey()
{
    std::vector<EpochKey> keys = directory.roleKeys(RoleKey::Sensitive, by.uuid, *by.identity);
    const std::uint32_t epoch
        = std::max(directory.chain.sealingKey().epoch, keys.empty() ? 0U : keys.front().epoch) + 1;
    keys.insert(keys.begin(), EpochKey{epoch, SecureBytes::random(32)});
    if (auto done = state(newSealingKey(epoch, keys.front().key)); !done) {
        return done;
    }
    directory.giveRoleKeys(RoleKey::Sensitive, rootUuid(), directory.chain.root().seal, keys);
    for (const KeyringUser& person : directory.chain.people()) {
        if (person.active && isAdministrator(person.role)) {
            directory.giveRoleKeys(RoleKey::Sensitive, person.uuid, person.keys.seal, keys);
        }
    }
    return {};
}

Result<> Keyring::Draft::stateSealingKey()
{
    const std::vector<EpochKey> keys
        = directory.roleKeys(RoleKey::Sensitive, by.uuid, *by.identity);
    if (keys.empty()) {
        return renewSealingKey();
    }
    return state(newSealingKey(keys.front().epoch, keys.front().key));
}

Result<Unlocked> Keyring::stateSealingKey(const Unlocked& by)
{
    auto next = draft(by);
    if (!next) {
        return next.error();
    }
    if (next->directory.chain.sealingKey().epoch > 0) {
        return unlock(by);
    }
    if (auto done = next->stateSealingKey(); !done) {
        return done.error();
    }
    if (auto done = publish(*next); !done) {
        return done.error();
    }
    return unlock(by);
}

} // namespace core
