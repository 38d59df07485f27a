// The next generation of a keyring: another database key, in two steps. Between them stands the writing of the database
// anew, which takes its time and can be broken off at any moment: so both keys are in everybody's slot meanwhile.
#include "core/crypto/KeyringDraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

Unlocked withKeys(const Unlocked& person, std::vector<EpochKey> newestFirst)
{
    Unlocked same;
    same.uuid = person.uuid;
    same.name = person.name;
    same.role = person.role;
    same.seed = person.seed.clone();
    same.identity = person.identity;
    same.epoch = newestFirst.front().epoch;
    same.databaseKey = std::move(newestFirst.front().key);
    newestFirst.erase(newestFirst.begin());
    same.otherKeys = std::move(newestFirst);
    same.sensitiveSecret = person.sensitiveSecret.clone();
    same.otherSensitive = clonesOf(person.otherSensitive);
    same.sensitiveEpoch = person.sensitiveEpoch;
    same.sealing = person.sealing;
    same.isRecovery = person.isRecovery;
    return same;
}

} // namespace

Result<Unlocked> Keyring::unlock(const Unlocked& before) const
{
    Unlocked person;
    person.uuid = before.uuid;
    person.name = before.name;
    person.role = before.role;
    person.seed = before.seed.clone();
    person.identity = before.identity;
    person.isRecovery = before.isRecovery;
    if (before.isRecovery) {
        return before.identity->publicKeys() == m_root ? finish(std::move(person), m_recoveryBoxes)
                                                       : Result<Unlocked>(wrongPassword());
    }
    const auto own = std::find_if(m_slots.begin(), m_slots.end(), [&](const KeyringSlot& slot) {
        return openBoxes(slot.boxes, *before.identity).hasValue();
    });
    return own == m_slots.end() ? Result<Unlocked>(wrongPassword())
                                : finish(std::move(person), own->boxes);
}

void Keyring::sealAnew(Draft& draft)
{
    const std::vector<EpochKey> keys = databaseKeys(draft.by);
    const auto& owners = draft.directory.slotOwners;
    for (KeyringSlot& slot : m_slots) {
        const auto owner
            = std::find_if(owners.begin(), owners.end(), [&slot](const SlotOwner& one) {
                  return one.slotId == slot.id;
              });
        const KeyringUser* person
            = owner == owners.end() ? nullptr : draft.directory.chain.person(owner->uuid);
        if (person != nullptr && person->active) {
            slot.boxes = boxesFor(person->keys.seal, keys);
        }
    }
    std::erase_if(draft.directory.slotOwners, [&draft](const SlotOwner& owner) {
        const KeyringUser* person = draft.directory.chain.person(owner.uuid);
        return person == nullptr || !person->active;
    });
    m_recoveryBoxes = boxesFor(m_root.seal, keys);
}

Result<Unlocked> Keyring::beginEpoch(const Unlocked& by)
{
    if (isChangingKey()) {
        return keyringError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::Keyring",
                              "The office's key is being changed already. Finish that first."));
    }
    auto now = directory(by);
    if (!now) {
        return now.error();
    }
    std::vector<EpochKey> keys = databaseKeys(by);
    keys.resize(1); // the present one
    keys.insert(keys.begin(), EpochKey{by.epoch + 1, SecureBytes::random(32)});
    Unlocked next = withKeys(by, std::move(keys));
    Draft draft{next, *std::move(now)};
    KeyringStatement epoch = statementAbout(StatementKind::NewEpoch, rootUuid());
    epoch.epoch = next.epoch;
    epoch.commitment = commitmentTo(m_officeId, next.epoch, next.databaseKey);
    if (auto done = draft.state(epoch); !done) {
        return done.error();
    }
    m_epochs = {next.epoch, by.epoch};
    sealAnew(draft);
    if (auto done = publish(draft); !done) {
        return done.error();
    }
    return next;
}

Result<Unlocked> Keyring::endEpoch(const Unlocked& by)
{
    if (!isChangingKey() || by.otherKeys.empty()) {
        return keyringError(ErrorCode::Invalid,
                            QT_TRANSLATE_NOOP("core::Keyring",
                                              "There is no change of the office's key to finish."));
    }
    if (!isAdministrator(by.role)) {
        return keyringError(
            ErrorCode::Denied,
            QT_TRANSLATE_NOOP("core::Keyring",
                              "Only a data administrator may change the office's key."));
    }
    auto now = directory(by);
    if (!now) {
        return now.error();
    }
    // Backups made with the former key stay readable for those who may restore them.
    std::vector<EpochKey> old = now->roleKeys(RoleKey::OldDatabase, by.uuid, *by.identity);
    std::vector<EpochKey> former = clonesOf(by.otherKeys);
    std::move(old.begin(), old.end(), std::back_inserter(former));
    now->giveRoleKeys(RoleKey::OldDatabase, rootUuid(), m_root.seal, former);
    for (const KeyringUser& person : now->chain.people()) {
        if (person.active && isAdministrator(person.role)) {
            now->giveRoleKeys(RoleKey::OldDatabase, person.uuid, person.keys.seal, former);
        }
    }
    std::vector<EpochKey> keys = databaseKeys(by);
    keys.resize(1);
    Unlocked next = withKeys(by, std::move(keys));
    Draft draft{next, *std::move(now)};
    m_epochs = {next.epoch, 0};
    sealAnew(draft);
    if (auto done = publish(draft); !done) {
        return done.error();
    }
    return next;
}

} // namespace core
