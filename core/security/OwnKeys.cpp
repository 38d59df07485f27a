#include "core/security/OwnKeys.h"

#include "core/base/Log.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/DeviceSecret.h"
#include "core/security/KeyService.h"
#include "core/security/KeyringStep.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

/// What the person has now, and the keyring to change.
struct OwnNow
{
    Keyring before;
    Keyring keyring;
    Unlocked person;
    std::vector<SlotOwner> own;
    KdfCost cost;
};

Result<OwnNow> readOwn(OfficeContext& office, const QString& folder, const Unlocked& person)
{
    auto now = readKeyringAs(folder, person);
    if (!now) {
        return now.error();
    }
    auto directory = now->keyring.directory(now->person);
    if (!directory) {
        return directory.error();
    }
    auto cost = costForNewSlot(office.writer, now->keyring);
    if (!cost) {
        return cost.error();
    }
    std::vector<SlotOwner> own = std::move(directory->slotOwners);
    std::erase_if(own, [&person](const SlotOwner& owner) { return owner.uuid != person.uuid; });
    return OwnNow{now->keyring, now->keyring, std::move(now->person), std::move(own), *cost};
}

bool isComputer(const SlotOwner& owner, const QString& label)
{
    return owner.second == SecondSecret::ThisComputer && owner.label == label;
}

Result<>
publishOwn(OfficeContext& office, const QString& folder, const OwnNow& now, QStringView action)
{
    return takeKeyringStep(
        office,
        folder,
        now.person,
        {now.before, now.keyring, action, QStringLiteral("user:") + now.person.name});
}

} // namespace

OwnKeys::OwnKeys(OfficeContext& office, QString folder, std::shared_ptr<const Unlocked> person)
    : m_office(office)
    , m_folder(std::move(folder))
    , m_person(std::move(person))
{ }

Result<> OwnKeys::checkIn(const Keyring& keyring, const QString& password) const
{
    Credentials own{m_person->name, password};
    own.ways = {wayOf(*m_person), WayIn{}};
    // Enrolled since the login: then neither opens any more.
    if (auto device = wayOfThisComputer(m_office.officeId)) {
        own.ways.push_back(*std::move(device));
    }
    if (auto known = keyring.unlock(own); !known || known->uuid != m_person->uuid) {
        const bool wrong = known || known.error().code == ErrorCode::Unauthenticated;
        return wrong ? Error{ErrorCode::Unauthenticated,
                             QCoreApplication::translate("core::OwnKeys",
                                                         "The present password is not right."),
                             {}}
                     : known.error();
    }
    return {};
}

Result<> OwnKeys::checkPassword(const QString& password) const
{
    auto keyring = readKeyring(m_folder);
    return keyring ? checkIn(*keyring, password) : Result<>(keyring.error());
}

Result<> OwnKeys::enrollComputer(const QString& password, PasswordAlone alone)
{
    auto now = readOwn(m_office, m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    if (auto right = checkIn(now->keyring, password); !right) {
        return right;
    }
    auto known = findDeviceSecret(m_office.officeId);
    auto secret = keepDeviceSecret(m_office.officeId);
    if (!secret) {
        return secret.error();
    }
    // Two computers may have one name: only where this one was enrolled before is the slot of that name its own.
    const bool isAgain = known && *known;
    std::vector<QByteArray> dropped;
    bool hasAlone = false;
    for (const SlotOwner& owner : now->own) {
        const bool isAlone = owner.second == SecondSecret::None;
        hasAlone = hasAlone || isAlone;
        if ((isAgain && isComputer(owner, m_office.host))
            || (isAlone && alone == PasswordAlone::NoLonger)) {
            dropped.push_back(owner.slotId);
        }
    }
    std::vector<WayIn> added{wayOf(*secret)};
    if (alone == PasswordAlone::Still && !hasAlone) {
        added.push_back({});
    }
    const Credentials own{m_person->name, password, {}, now->cost};
    if (auto done = now->keyring.changeWays(now->person, own, added, dropped); !done) {
        return done.error();
    }
    return publishOwn(m_office, m_folder, *now, u"user.enroll_computer");
}

Result<bool> OwnKeys::forgetComputer(const QString& password, const QString& computer)
{
    auto now = readOwn(m_office, m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    if (auto right = checkIn(now->keyring, password); !right) {
        return right.error();
    }
    const QString label = computer.isEmpty() ? m_office.host : computer;
    std::vector<QByteArray> dropped;
    for (const SlotOwner& owner : now->own) {
        if (isComputer(owner, label)) {
            dropped.push_back(owner.slotId);
        }
    }
    if (dropped.empty()) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("core::OwnKeys",
                                                 "No computer of this name is enrolled for you."),
                     {}};
    }
    const bool isLast = dropped.size() == now->own.size();
    const std::vector<WayIn> added = isLast ? std::vector<WayIn>{{}} : std::vector<WayIn>{};
    const Credentials own{m_person->name, password, {}, now->cost};
    if (auto done = now->keyring.changeWays(now->person, own, added, dropped); !done) {
        return done.error();
    }
    if (auto done = publishOwn(m_office, m_folder, *now, u"user.forget_computer"); !done) {
        return done.error();
    }
    auto directory = now->keyring.directory(now->person);
    const bool isShared = !directory
        || std::any_of(directory->slotOwners.begin(),
                       directory->slotOwners.end(),
                       [&label](const SlotOwner& owner) { return isComputer(owner, label); });
    if (label == m_office.host && !isShared) {
        // The slot is gone; a secret that stays opens nothing.
        if (auto forgotten = forgetDeviceSecret(m_office.officeId); !forgotten) {
            logWarning("security", forgotten.error().message);
        }
    }
    return isLast;
}

} // namespace core
