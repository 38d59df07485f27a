#include "core/crypto/Keyring.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/KeyringDraft.h"
#include "core/crypto/Seal.h"

#include <QCoreApplication>

#include <algorithm>
#include <sodium.h>

namespace core {

namespace {

constexpr std::size_t slotRaster = 8;
constexpr std::size_t mostCosts = 4; // that are tried at a login: each is a whole password hash
constexpr std::string_view keyringContext = "dossier-keyring-2";

Error forgedError()
{
    return keyringError(
        ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("core::Keyring",
                          "The keyring of this office was changed by somebody who may not. "
                          "Do not go on; tell the data administrator."));
}

/// What wraps the directory key; derived, so that the database key itself serves one purpose.
SecureBytes wrappingKey(const SecureBytes& databaseKey)
{
    constexpr std::uint64_t directorySubkey = 3;
    SecureBytes key(32);
    crypto_kdf_derive_from_key(
        key.data(), key.size(), directorySubkey, "dossier1", databaseKey.data());
    return key;
}

bool sameCost(const KdfCost& a, const KdfCost& b)
{
    return a.memoryMib == b.memoryMib && a.passes == b.passes;
}

/// The different costs of the slots, highest first.
std::vector<KdfCost> costsOf(const std::vector<KeyringSlot>& slots)
{
    std::vector<KdfCost> costs;
    for (const KeyringSlot& slot : slots) {
        if (std::none_of(costs.begin(), costs.end(), [&slot](const KdfCost& cost) {
                return sameCost(cost, slot.cost);
            })) {
            costs.push_back(slot.cost);
        }
    }
    std::sort(costs.begin(), costs.end(), [](const KdfCost& a, const KdfCost& b) {
        return std::pair(a.memoryMib, a.passes) > std::pair(b.memoryMib, b.passes);
    });
    return costs;
}

} // namespace

Error keyringError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::Keyring", text), {}};
}

Error damagedKeyring()
{
    return keyringError(
        ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP(
            "core::Keyring",
            "The keyring of this office is damaged. Its other copy or a backup can replace it."));
}

Error wrongPassword()
{
    return keyringError(
        ErrorCode::Unauthenticated,
        QT_TRANSLATE_NOOP(
            "core::Keyring",
            "Name or password is not right, or this person's access was taken away."));
}

QByteArray commitmentTo(const QByteArray& officeId, std::uint32_t epoch, const SecureBytes& key)
{
    ByteWriter writer;
    writer.fixed(QByteArrayLiteral("dossier-epoch-2"));
    writer.fixed(officeId);
    writer.u32(epoch);
    QByteArray commitment(digestBytes, Qt::Uninitialized);
    crypto_generichash(raw(commitment),
                       digestBytes,
                       raw(writer.bytes()),
                       std::size_t(writer.bytes().size()),
                       key.data(),
                       key.size());
    return commitment;
}

std::vector<EpochKey> clonesOf(const std::vector<EpochKey>& keys)
{
    std::vector<EpochKey> clones;
    clones.reserve(keys.size());
    for (const EpochKey& one : keys) {
        clones.push_back({one.epoch, one.key.clone()});
    }
    return clones;
}

std::vector<EpochKey> databaseKeys(const Unlocked& person)
{
    std::vector<EpochKey> keys = clonesOf(person.otherKeys);
    keys.insert(keys.begin(), EpochKey{person.epoch, person.databaseKey.clone()});
    return keys;
}

KeyringStatement statementAbout(StatementKind kind, const QByteArray& uuid)
{
    KeyringStatement statement;
    statement.kind = kind;
    statement.subject = uuid;
    return statement;
}

KeyringStatement newKeysOf(const QByteArray& uuid, const PublicKeys& keys)
{
    KeyringStatement statement = statementAbout(StatementKind::NewKeys, uuid);
    statement.keys = keys;
    return statement;
}

KeyringStatement newRoleOf(const QByteArray& uuid, const QString& role)
{
    KeyringStatement statement = statementAbout(StatementKind::SetRole, uuid);
    statement.role = role;
    return statement;
}

Result<> Keyring::Draft::state(KeyringStatement statement)
{
    return directory.chain.append(std::move(statement), by.uuid, *by.identity);
}

Result<KeyringUser> Keyring::Draft::person(const QByteArray& uuid) const
{
    const KeyringUser* known = directory.chain.person(uuid);
    return known != nullptr
        ? Result<KeyringUser>(*known)
        : Result<KeyringUser>(keyringError(
            ErrorCode::NotFound, QT_TRANSLATE_NOOP("core::Keyring", "There is no such user.")));
}

Result<Keyring::Created> Keyring::create(const QByteArray& officeId, const Credentials& admin)
{
    Keyring keyring;
    keyring.m_officeId = officeId;
    keyring.m_previousHash = QByteArray(digestBytes, '\0');
    keyring.m_officeSalt = randomBytes(saltBytes);
    keyring.m_epochs = {1, 0};
    RecoveryCode recovery = RecoveryCode::random();
    Unlocked root;
    root.uuid = rootUuid();
    root.identity = std::make_shared<const Identity>(recovery.seed());
    root.databaseKey = SecureBytes::random(32);
    root.epoch = 1;
    root.isRecovery = true;
    keyring.m_root = root.identity->publicKeys();
    keyring.m_recoveryBoxes = boxesFor(keyring.m_root.seal, databaseKeys(root));

    Unlocked person;
    person.uuid = randomBytes(uuidBytes);
    person.name = admin.name.trimmed();
    person.role = QStringLiteral("data_admin");
    person.seed = SecureBytes::random(seedBytes);
    person.identity = std::make_shared<const Identity>(person.seed);
    person.databaseKey = root.databaseKey.clone();
    person.epoch = root.epoch;
    person.sensitiveSecret = SecureBytes::random(32);
    person.sensitiveEpoch = 1;
    person.sealing = {1, publicHalf(person.sensitiveSecret)};

    Draft draft{root, {KeyringChain::found(officeId, *root.identity), {}, {}, rootUuid()}};
    std::vector<EpochKey> sensitive;
    sensitive.push_back({1, person.sensitiveSecret.clone()});
    draft.directory.giveRoleKeys(RoleKey::Sensitive, rootUuid(), keyring.m_root.seal, sensitive);
    KeyringStatement epoch = statementAbout(StatementKind::NewEpoch, rootUuid());
    epoch.epoch = 1;
    epoch.commitment = commitmentTo(officeId, 1, root.databaseKey);
    KeyringStatement admit = statementAbout(StatementKind::Admit, person.uuid);
    admit.name = person.name;
    admit.role = person.role;
    admit.keys = person.identity->publicKeys();
    const KeyringStatement sealing = newSealingKey(1, person.sensitiveSecret);
    for (const KeyringStatement& statement : {epoch, sealing, admit}) {
        if (auto done = draft.state(statement); !done) {
            return done.error();
        }
    }
    const KeyringUser user = *draft.directory.chain.person(person.uuid);
    if (auto done = draft.fitRoleKeys(user); !done) {
        return done.error();
    }
    if (auto done = keyring.giveSlot(draft, person.uuid, person.seed, admin); !done) {
        return done.error();
    }
    if (auto done = keyring.publish(draft); !done) {
        return done.error();
    }
    return Created{std::move(keyring), std::move(person), user, std::move(recovery)};
}

KdfCost Keyring::usualCost() const
{
    const std::vector<KdfCost> costs = costsOf(m_slots);
    return costs.empty() ? KdfCost{} : costs.front();
}

Result<Unlocked> Keyring::unlock(const Credentials& credentials) const
{
    LoginKeys keys(m_officeSalt, credentials.name, credentials.password);
    std::vector<KdfCost> costs = costsOf(m_slots);
    costs.resize(std::min(costs.size(), mostCosts));
    for (const KdfCost& cost : costs) {
        for (const KeyringSlot& slot : m_slots) {
            if (!sameCost(slot.cost, cost)) {
                continue;
            }
            auto seed = openSlot(slot, keys, credentials.secondSecret, m_officeId);
            if (!seed) {
                return seed.error();
            }
            if (*seed) {
                Unlocked person;
                person.seed = **std::move(seed);
                person.identity = std::make_shared<const Identity>(person.seed);
                return finish(std::move(person), slot.boxes);
            }
        }
    }
    return wrongPassword();
}

Result<Unlocked> Keyring::unlock(const RecoveryCode& code) const
{
    Unlocked person;
    person.uuid = rootUuid();
    person.isRecovery = true;
    person.role = QStringLiteral("data_admin");
    person.seed = code.seed();
    person.identity = std::make_shared<const Identity>(person.seed);
    if (person.identity->publicKeys() != m_root) {
        return keyringError(
            ErrorCode::Unauthenticated,
            QT_TRANSLATE_NOOP("core::Keyring", "This recovery code belongs to another office."));
    }
    return finish(std::move(person), m_recoveryBoxes);
}

Result<Unlocked> Keyring::finish(Unlocked person, const EpochBoxes& boxes) const
{
    auto keys = openBoxes(boxes, *person.identity);
    if (!keys || keys->empty() || keys->front().epoch != m_epochs[0]) {
        return damagedKeyring();
    }
    person.epoch = keys->front().epoch;
    person.databaseKey = std::move(keys->front().key);
    for (std::size_t i = 1; i < keys->size(); ++i) {
        person.otherKeys.push_back(std::move((*keys)[i]));
    }
    auto sealedPart = directory(person);
    if (!sealedPart) {
        return sealedPart.error();
    }
    if (!person.isRecovery) {
        const auto& people = sealedPart->chain.people();
        const auto self = std::find_if(people.begin(), people.end(), [&](const KeyringUser& one) {
            return one.keys == person.identity->publicKeys();
        });
        if (self == people.end() || !self->active) {
            return wrongPassword(); // a slot that was left behind opens nothing
        }
        person.uuid = self->uuid;
        person.name = self->name;
        person.role = self->role;
    }
    std::vector<EpochKey> sensitive
        = sealedPart->roleKeys(RoleKey::Sensitive, person.uuid, *person.identity);
    if (!sensitive.empty()) {
        person.sensitiveEpoch = sensitive.front().epoch;
        person.sensitiveSecret = std::move(sensitive.front().key);
        sensitive.erase(sensitive.begin());
        person.otherSensitive = std::move(sensitive);
    }
    person.sealing = sealedPart->chain.sealingKey();
    return person;
}

Result<KeyringDirectory> Keyring::directory(const Unlocked& by) const
{
    if (by.epoch != m_epochs[0]) {
        return damagedKeyring();
    }
    auto key = openSealed(wrappingKey(by.databaseKey), m_directoryKeys[0], m_officeId);
    auto bytes = key ? openSealedText(*key, m_sealedDirectory, m_officeId)
                     : Result<QByteArray>(key.error());
    if (!bytes) {
        return forgedError();
    }
    auto read = KeyringDirectory::read(m_officeId, *bytes);
    if (!read) {
        return read.error();
    }
    const QByteArray publisher = read->chain.activeKey(read->publisher);
    const bool genuine = !publisher.isEmpty() && read->chain.root() == m_root
        && verifySignature(publisher, keyringContext, m_hash, m_signature)
        && read->chain.commitment(by.epoch) == commitmentTo(m_officeId, by.epoch, by.databaseKey);
    return genuine ? std::move(read) : Result<KeyringDirectory>(forgedError());
}

Result<Keyring::Draft> Keyring::draft(const Unlocked& by) const
{
    auto now = directory(by);
    if (!now) {
        return now.error();
    }
    return Draft{by, *std::move(now)};
}

Result<> Keyring::giveSlot(Draft& draft,
                           const QByteArray& uuid,
                           const SecureBytes& seed,
                           const Credentials& person)
{
    LoginKeys keys(m_officeSalt, person.name, person.password);
    auto slot = makeSlot(
        keys, {seed, person.secondSecret, person.cost}, m_officeId, databaseKeys(draft.by));
    if (!slot) {
        return slot.error();
    }
    draft.directory.slotOwners.push_back(
        {slot->id,
         uuid,
         person.secondSecret.isEmpty() ? SecondSecret::None : SecondSecret::KeyFile,
         {}});
    m_slots.push_back(*std::move(slot));
    return {};
}

void Keyring::takeSlots(Draft& draft, const QByteArray& uuid)
{
    auto& owners = draft.directory.slotOwners;
    std::erase_if(owners, [&uuid](const SlotOwner& owner) { return owner.uuid == uuid; });
}

Result<> Keyring::publish(Draft& draft)
{
    // Real slots are those that the directory knows; dummies are made anew and mixed in, so that neither their number
    // nor their order says how many people there are, nor what changed.
    const auto& owners = draft.directory.slotOwners;
    std::erase_if(m_slots, [&owners](const KeyringSlot& slot) {
        return std::none_of(owners.begin(), owners.end(), [&slot](const SlotOwner& owner) {
            return owner.slotId == slot.id;
        });
    });
    if (m_slots.size() > mostSlots - slotRaster) {
        return keyringError(ErrorCode::Unsupported,
                            QT_TRANSLATE_NOOP("core::Keyring", "This office has too many users."));
    }
    const std::vector<EpochKey> keys = databaseKeys(draft.by);
    const KdfCost cost = usualCost();
    do {
        m_slots.push_back(dummySlot(cost, keys));
    } while (m_slots.size() % slotRaster != 0);
    for (std::size_t i = m_slots.size() - 1; i > 0; --i) {
        std::swap(m_slots[i], m_slots[randombytes_uniform(std::uint32_t(i + 1))]);
    }
    const SecureBytes directoryKey = SecureBytes::random(32);
    for (std::size_t i = 0; i < m_directoryKeys.size(); ++i) {
        const SecureBytes noise = SecureBytes::random(32);
        m_directoryKeys[i]
            = seal(wrappingKey(i < keys.size() ? keys[i].key : noise), directoryKey, m_officeId);
    }
    draft.directory.publisher = draft.by.uuid;
    m_sealedDirectory = seal(directoryKey, draft.directory.bytes(), m_officeId);
    if (!m_hash.isEmpty()) {
        m_previousHash = m_hash;
    }
    ++m_generation;
    const QByteArray signedPart = body();
    m_hash = digest(signedPart);
    m_signature = draft.by.identity->sign(keyringContext, m_hash);
    m_bytes = signedPart + m_hash + m_signature;
    return {};
}

} // namespace core
