#include "core/crypto/Keyring.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Seal.h"

#include <QCoreApplication>

#include <algorithm>
#include <sodium.h>

namespace core {

namespace {

constexpr char magic[] = "DOSSKEY\1";
constexpr qsizetype magicBytes = 8;
constexpr quint32 formatVersion = 1;
constexpr qsizetype uuidBytes = 16;
constexpr qsizetype boxBytes = 32 + 48; // a database key in a sealed box
constexpr qsizetype boxesBytes = 2 * (4 + boxBytes);
constexpr qsizetype sealedSeedBytes = 24 + 32 + 16;
constexpr std::size_t slotRaster = 8;
constexpr quint32 mostSlots = 4096;
constexpr qsizetype mostDirectoryBytes = 4 * 1024 * 1024;
constexpr qsizetype mostTextBytes = 1024;
constexpr qsizetype sensitiveBoxBytes = 32 + 48;
constexpr qsizetype signatureBytes = 64;
constexpr std::string_view keyringContext = "dossier-keyring";
constexpr std::string_view certificateContext = "dossier-certificate";
constexpr int mostCertificates = 64; // in one chain

Error say(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::Keyring", text), {}};
}

Error damagedError()
{
    return say(
        ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP(
            "core::Keyring",
            "The keyring of this office is damaged. Its other copy or a backup can replace it."));
}

Error forgedError()
{
    return say(ErrorCode::Corrupt,
               QT_TRANSLATE_NOOP("core::Keyring",
                                 "The keyring of this office was changed by somebody who may not. "
                                 "Do not go on; tell the data administrator."));
}

Error wrongPasswordError()
{
    return say(ErrorCode::Unauthenticated,
               QT_TRANSLATE_NOOP(
                   "core::Keyring",
                   "Name or password is not right, or this person's access was taken away."));
}

QByteArray rootUuid()
{
    return QByteArray(uuidBytes, '\0');
}

bool isAdministrator(QStringView role)
{
    return role == u"data_admin";
}

/// Seals the directory; derived, so that one key never serves two purposes.
QByteArray directoryKey(const SecureBytes& databaseKey)
{
    QByteArray key(32, '\0');
    crypto_kdf_derive_from_key(
        reinterpret_cast<unsigned char*>(key.data()), 32, 3, "dossier1", databaseKey.data());
    return key;
}

QByteArray boxFor(quint32 epoch, const QByteArray& sealKey, const SecureBytes& databaseKey)
{
    ByteWriter writer;
    writer.u32(epoch);
    writer.fixed(sealTo(sealKey, databaseKey));
    // The second place is for the epoch before, while a re-key is under way; until then random, like a dummy's.
    writer.u32(0);
    writer.fixed(randomBytes(boxBytes));
    return writer.bytes();
}

void writeUser(ByteWriter& writer, const KeyringUser& user)
{
    writer.fixed(user.uuid);
    writer.text(user.name);
    writer.text(user.role);
    writer.u8(user.active ? 1 : 0);
    writer.fixed(user.keys.sign);
    writer.fixed(user.keys.seal);
    writer.fixed(user.certifiedBy);
    writer.u64(user.certifiedAt);
    writer.u64(user.retiredAt);
    writer.sized(user.certificate);
    writer.sized(user.sensitiveBox);
}

KeyringUser readUser(ByteReader& reader)
{
    KeyringUser user;
    user.uuid = reader.fixed(uuidBytes);
    user.name = reader.text(mostTextBytes);
    user.role = reader.text(mostTextBytes);
    user.active = reader.u8() == 1;
    user.keys.sign = reader.fixed(32);
    user.keys.seal = reader.fixed(32);
    user.certifiedBy = reader.fixed(uuidBytes);
    user.certifiedAt = reader.u64();
    user.retiredAt = reader.u64();
    user.certificate = reader.sized(signatureBytes);
    user.sensitiveBox = reader.sized(sensitiveBoxBytes);
    return user;
}

/// The person as they are now; users.size() where there is none.
std::size_t findUser(const std::vector<KeyringUser>& users, const QByteArray& uuid)
{
    const auto found = std::find_if(users.begin(), users.end(), [&uuid](const KeyringUser& user) {
        return user.uuid == uuid && user.retiredAt == 0;
    });
    return std::size_t(found - users.begin());
}

} // namespace

QByteArray Keyring::nameTag(QStringView name) const
{
    Hasher hasher;
    hasher.add(QByteArrayLiteral("dossier-name-tag-1"));
    hasher.add(m_officeId);
    hasher.add(name.trimmed().toString().normalized(QString::NormalizationForm_KC).toCaseFolded());
    return hasher.finish();
}

Keyring::Slot Keyring::dummySlot(const KdfCost& cost)
{
    return {
        randomBytes(digestBytes), randomBytes(saltBytes), cost, randomBytes(sealedSeedBytes), [] {
            ByteWriter writer;
            writer.u32(1);
            writer.fixed(randomBytes(boxBytes));
            writer.u32(0);
            writer.fixed(randomBytes(boxBytes));
            return writer.bytes();
        }()};
}

Result<Keyring::Slot> Keyring::makeSlot(const Credentials& person,
                                        const SecureBytes& seed,
                                        const Identity& identity,
                                        const SecureBytes& databaseKey) const
{
    Slot made;
    made.nameTag = nameTag(person.name);
    made.salt = randomBytes(saltBytes);
    made.cost = person.cost;
    auto key = passwordKey(person.password, person.secondSecret, made.salt, person.cost);
    if (!key) {
        return key.error();
    }
    made.sealedSeed = seal(*key, seed, m_officeId + made.nameTag);
    made.boxes = boxFor(m_epoch, identity.publicKeys().seal, databaseKey);
    return made;
}

std::size_t Keyring::slotOf(QStringView name) const
{
    const QByteArray tag = nameTag(name);
    const auto found = std::find_if(
        m_slots.begin(), m_slots.end(), [&tag](const Slot& slot) { return slot.nameTag == tag; });
    return std::size_t(found - m_slots.begin());
}

Result<Keyring::Created> Keyring::create(const QByteArray& officeId, const Credentials& admin)
{
    Keyring keyring;
    keyring.m_officeId = officeId;
    keyring.m_previousHash = QByteArray(digestBytes, '\0');
    RecoveryCode recovery = RecoveryCode::random();
    const Identity root(recovery.seed());
    keyring.m_rootKey = root.publicKeys().sign;
    const SecureBytes databaseKey = SecureBytes::random(32);
    const SecureBytes sensitive = SecureBytes::random(32);
    keyring.m_recoveryBoxes = boxFor(keyring.m_epoch, root.publicKeys().seal, databaseKey);
    keyring.m_recoverySensitive = sealTo(root.publicKeys().seal, sensitive);

    Unlocked person;
    person.uuid = randomBytes(uuidBytes);
    person.name = admin.name.trimmed();
    person.role = QStringLiteral("data_admin");
    person.seed = SecureBytes::random(seedBytes);
    person.identity = std::make_shared<const Identity>(person.seed);
    person.databaseKey = databaseKey.clone();
    person.sensitiveSecret = sensitive.clone();
    auto slot = keyring.makeSlot(admin, person.seed, *person.identity, databaseKey);
    if (!slot) {
        return slot.error();
    }
    keyring.m_slots.push_back(*std::move(slot));

    Unlocked rootPerson;
    rootPerson.uuid = rootUuid();
    rootPerson.identity = std::make_shared<const Identity>(recovery.seed());
    rootPerson.databaseKey = databaseKey.clone();
    rootPerson.sensitiveSecret = sensitive.clone();
    rootPerson.isRecovery = true;
    KeyringUser user;
    user.uuid = person.uuid;
    user.name = person.name;
    user.role = person.role;
    user.keys = person.identity->publicKeys();
    keyring.certify(rootPerson, user);
    user.sensitiveBox = sealTo(user.keys.seal, sensitive);
    if (auto done = keyring.publish(rootPerson, {user}); !done) {
        return done.error();
    }
    return Created{std::move(keyring), std::move(person), std::move(user), std::move(recovery)};
}

KdfCost Keyring::usualCost() const
{
    KdfCost cost{KdfCost::leastMemoryMib, KdfCost::leastPasses};
    for (const Slot& slot : m_slots) {
        if (slot.cost.isAllowed() && slot.cost.memoryMib > cost.memoryMib) {
            cost = slot.cost;
        }
    }
    return cost;
}

QByteArray Keyring::body() const
{
    ByteWriter writer;
    writer.fixed(QByteArray(magic, magicBytes));
    writer.u32(formatVersion);
    writer.fixed(m_officeId);
    writer.u64(m_generation);
    writer.fixed(m_previousHash);
    writer.fixed(m_rootKey);
    writer.u32(m_epoch);
    writer.u32(quint32(m_slots.size()));
    for (const Slot& slot : m_slots) {
        writer.fixed(slot.nameTag);
        writer.fixed(slot.salt);
        writer.u32(quint32(slot.cost.memoryMib));
        writer.u32(quint32(slot.cost.passes));
        writer.fixed(slot.sealedSeed);
        writer.fixed(slot.boxes);
    }
    writer.fixed(m_recoveryBoxes);
    writer.sized(m_recoverySensitive);
    writer.sized(m_sealedDirectory);
    writer.fixed(m_signer);
    return writer.bytes();
}

Result<Keyring> Keyring::parse(const QByteArray& bytes)
{
    ByteReader reader(bytes);
    Keyring keyring;
    if (reader.fixed(magicBytes) != QByteArray(magic, magicBytes)) {
        return damagedError();
    }
    if (const quint32 format = reader.u32(); reader.ok() && format > formatVersion) {
        return say(
            ErrorCode::Unsupported,
            QT_TRANSLATE_NOOP(
                "core::Keyring",
                "This office was made by a newer version of the program. Update this computer's."));
    }
    keyring.m_officeId = reader.fixed(uuidBytes);
    keyring.m_generation = reader.u64();
    keyring.m_previousHash = reader.fixed(digestBytes);
    keyring.m_rootKey = reader.fixed(32);
    keyring.m_epoch = reader.u32();
    const quint32 count = reader.u32();
    if (!reader.ok() || count > mostSlots) {
        return damagedError();
    }
    for (quint32 i = 0; i < count && reader.ok(); ++i) {
        Slot slot;
        slot.nameTag = reader.fixed(digestBytes);
        slot.salt = reader.fixed(saltBytes);
        slot.cost.memoryMib = int(reader.u32());
        slot.cost.passes = int(reader.u32());
        slot.sealedSeed = reader.fixed(sealedSeedBytes);
        slot.boxes = reader.fixed(boxesBytes);
        keyring.m_slots.push_back(std::move(slot));
    }
    keyring.m_recoveryBoxes = reader.fixed(boxesBytes);
    keyring.m_recoverySensitive = reader.sized(sensitiveBoxBytes);
    keyring.m_sealedDirectory = reader.sized(mostDirectoryBytes);
    keyring.m_signer = reader.fixed(uuidBytes);
    keyring.m_hash = reader.fixed(digestBytes);
    keyring.m_signature = reader.fixed(signatureBytes);
    if (!reader.atEnd() || digest(keyring.body()) != keyring.m_hash) {
        return damagedError();
    }
    keyring.m_bytes = bytes;
    return keyring;
}

Result<Unlocked> Keyring::finish(Unlocked person, const QByteArray& boxes) const
{
    ByteReader reader(boxes);
    for (int i = 0; i < 2; ++i) {
        const quint32 epoch = reader.u32();
        const QByteArray box = reader.fixed(boxBytes);
        if (epoch != m_epoch) {
            continue;
        }
        auto key = person.identity->open(box);
        if (!key) {
            return damagedError();
        }
        person.databaseKey = *std::move(key);
    }
    if (person.databaseKey.size() != 32) {
        return damagedError();
    }
    auto everybody = directory(person.databaseKey);
    if (!everybody) {
        return everybody.error();
    }
    if (person.isRecovery) {
        auto sensitive = person.identity->open(m_recoverySensitive);
        if (!sensitive) {
            return damagedError();
        }
        person.sensitiveSecret = *std::move(sensitive);
        return person;
    }
    const auto self
        = std::find_if(everybody->begin(), everybody->end(), [&person](const KeyringUser& user) {
              return user.retiredAt == 0 && user.keys == person.identity->publicKeys();
          });
    if (self == everybody->end()) {
        return forgedError();
    }
    if (!self->active) {
        return wrongPasswordError();
    }
    person.uuid = self->uuid;
    person.name = self->name;
    person.role = self->role;
    if (!self->sensitiveBox.isEmpty()) {
        auto sensitive = person.identity->open(self->sensitiveBox);
        if (!sensitive) {
            return damagedError();
        }
        person.sensitiveSecret = *std::move(sensitive);
    }
    return person;
}

Result<Unlocked> Keyring::unlock(const Credentials& credentials) const
{
    const std::size_t index = slotOf(credentials.name);
    if (index == m_slots.size()) {
        return wrongPasswordError();
    }
    const Slot& slot = m_slots[index];
    if (!slot.cost.isAllowed()) {
        return forgedError();
    }
    auto key = passwordKey(credentials.password, credentials.secondSecret, slot.salt, slot.cost);
    if (!key) {
        return key.error();
    }
    auto seed = openSealed(*key, slot.sealedSeed, m_officeId + slot.nameTag);
    if (!seed) {
        return wrongPasswordError();
    }
    Unlocked person;
    person.seed = *std::move(seed);
    person.identity = std::make_shared<const Identity>(person.seed);
    return finish(std::move(person), slot.boxes);
}

Result<Unlocked> Keyring::unlock(const RecoveryCode& code) const
{
    Unlocked person;
    person.uuid = rootUuid();
    person.isRecovery = true;
    person.role = QStringLiteral("data_admin");
    person.seed = code.seed();
    person.identity = std::make_shared<const Identity>(person.seed);
    if (person.identity->publicKeys().sign != m_rootKey) {
        return say(
            ErrorCode::Unauthenticated,
            QT_TRANSLATE_NOOP("core::Keyring", "This recovery code belongs to another office."));
    }
    return finish(std::move(person), m_recoveryBoxes);
}

Result<std::vector<KeyringUser>> Keyring::directory(const SecureBytes& databaseKey) const
{
    auto bytes = openSealed(directoryKey(databaseKey), m_sealedDirectory, m_officeId);
    if (!bytes) {
        return forgedError();
    }
    ByteReader reader(*bytes);
    std::vector<KeyringUser> users;
    const quint32 count = reader.u32();
    for (quint32 i = 0; i < count && reader.ok() && count <= mostSlots; ++i) {
        users.push_back(readUser(reader));
    }
    if (!reader.atEnd()) {
        return damagedError();
    }
    if (auto checked = checkDirectory(users); !checked) {
        return checked.error();
    }
    if (auto checked = checkSignature(users); !checked) {
        return checked.error();
    }
    return users;
}

QByteArray Keyring::certificateBytes(const KeyringUser& user) const
{
    ByteWriter writer;
    writer.fixed(m_officeId);
    writer.fixed(user.uuid);
    writer.text(user.name);
    writer.text(user.role);
    writer.u8(user.active ? 1 : 0);
    writer.fixed(user.keys.sign);
    writer.fixed(user.keys.seal);
    writer.fixed(user.certifiedBy);
    writer.u64(user.certifiedAt);
    return writer.bytes();
}

/// A certificate is signed by the root, or by somebody who was an administrator when it was made and whose own
/// certificate is older: so each chain ends.
bool Keyring::reachesRoot(const KeyringUser& user,
                          const std::vector<KeyringUser>& users,
                          int depth) const
{
    const QByteArray signedPart = certificateBytes(user);
    if (user.certifiedBy == rootUuid()) {
        return verifySignature(m_rootKey, certificateContext, signedPart, user.certificate);
    }
    return depth < mostCertificates
        && std::any_of(users.begin(), users.end(), [&](const KeyringUser& by) {
               return by.uuid == user.certifiedBy && isAdministrator(by.role)
                   && by.certifiedAt < user.certifiedAt
                   && (by.retiredAt == 0 ? by.active : user.certifiedAt <= by.retiredAt)
                   && verifySignature(
                          by.keys.sign, certificateContext, signedPart, user.certificate)
                   && reachesRoot(by, users, depth + 1);
           });
}

Result<> Keyring::checkDirectory(const std::vector<KeyringUser>& users) const
{
    for (const KeyringUser& user : users) {
        if (!reachesRoot(user, users, 0)) {
            return forgedError();
        }
    }
    return {};
}

Result<> Keyring::checkSignature(const std::vector<KeyringUser>& users) const
{
    QByteArray key = m_rootKey;
    if (m_signer != rootUuid()) {
        const auto by = std::find_if(users.begin(), users.end(), [this](const KeyringUser& user) {
            return user.uuid == m_signer && user.retiredAt == 0 && user.active;
        });
        if (by == users.end()) {
            return forgedError();
        }
        key = by->keys.sign;
    }
    if (!verifySignature(key, keyringContext, m_hash, m_signature)) {
        return forgedError();
    }
    return {};
}

void Keyring::certify(const Unlocked& by, KeyringUser& user) const
{
    user.certifiedBy = by.uuid;
    user.certifiedAt = m_generation + 1;
    user.certificate = by.identity->sign(certificateContext, certificateBytes(user));
}

Result<> Keyring::publish(const Unlocked& by, const std::vector<KeyringUser>& users)
{
    const KdfCost cost = m_slots.empty() ? KdfCost{} : m_slots.front().cost;
    while (m_slots.size() % slotRaster != 0) {
        m_slots.push_back(dummySlot(cost));
    }
    // Otherwise the first slots would be the real ones.
    for (std::size_t i = m_slots.size() - 1; i > 0; --i) {
        std::swap(m_slots[i], m_slots[randombytes_uniform(std::uint32_t(i + 1))]);
    }
    ByteWriter writer;
    writer.u32(quint32(users.size()));
    for (const KeyringUser& user : users) {
        writeUser(writer, user);
    }
    m_sealedDirectory = seal(directoryKey(by.databaseKey), writer.bytes(), m_officeId);
    if (!m_hash.isEmpty()) {
        m_previousHash = m_hash;
    }
    ++m_generation;
    m_signer = by.uuid;
    const QByteArray signedPart = body();
    m_hash = digest(signedPart);
    m_signature = by.identity->sign(keyringContext, m_hash);
    m_bytes = signedPart + m_hash + m_signature;
    return {};
}

Result<std::vector<KeyringUser>> Keyring::users(const Unlocked& by) const
{
    auto everybody = directory(by.databaseKey);
    if (!everybody) {
        return everybody.error();
    }
    std::erase_if(*everybody, [](const KeyringUser& user) { return user.retiredAt != 0; });
    return everybody;
}

Result<KeyringUser>
Keyring::addUser(const Unlocked& by, const Credentials& person, const QString& role)
{
    auto everybody = directory(by.databaseKey);
    if (!everybody) {
        return everybody.error();
    }
    if (slotOf(person.name) != m_slots.size()) {
        return say(ErrorCode::Conflict,
                   QT_TRANSLATE_NOOP("core::Keyring", "There is a user with this name already."));
    }
    const SecureBytes seed = SecureBytes::random(seedBytes);
    const Identity identity(seed);
    auto slot = makeSlot(person, seed, identity, by.databaseKey);
    if (!slot) {
        return slot.error();
    }
    KeyringUser user;
    user.uuid = randomBytes(uuidBytes);
    user.name = person.name.trimmed();
    user.role = role;
    user.keys = identity.publicKeys();
    certify(by, user);
    if (isAdministrator(role)) {
        user.sensitiveBox = sealTo(user.keys.seal, by.sensitiveSecret);
    }
    // Takes a dummy's place where there is one, so that the number of slots says little.
    replaceDummy(*everybody, *std::move(slot));
    everybody->push_back(user);
    if (auto done = publish(by, *everybody); !done) {
        return done.error();
    }
    return user;
}

void Keyring::replaceDummy(const std::vector<KeyringUser>& users, Slot slot)
{
    for (Slot& candidate : m_slots) {
        const bool real = std::any_of(users.begin(), users.end(), [&](const KeyringUser& user) {
            return user.active && nameTag(user.name) == candidate.nameTag;
        });
        if (!real) {
            candidate = std::move(slot);
            return;
        }
    }
    m_slots.push_back(std::move(slot));
}

Result<KeyringUser>
Keyring::setRole(const Unlocked& by, const QByteArray& uuid, const QString& role)
{
    auto everybody = directory(by.databaseKey);
    if (!everybody) {
        return everybody.error();
    }
    const std::size_t index = findUser(*everybody, uuid);
    if (index == everybody->size()) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::Keyring", "There is no such user."));
    }
    retire(*everybody, index);
    KeyringUser* user = &(*everybody)[index];
    user->role = role;
    certify(by, *user);
    user->sensitiveBox
        = isAdministrator(role) ? sealTo(user->keys.seal, by.sensitiveSecret) : QByteArray();
    if (auto done = publish(by, *everybody); !done) {
        return done.error();
    }
    return *user;
}

/// Keeps what an administrator is now as their former self, before they change.
void Keyring::retire(std::vector<KeyringUser>& users, std::size_t index) const
{
    if (!isAdministrator(users[index].role)) {
        return;
    }
    KeyringUser former = users[index];
    former.retiredAt = m_generation + 1;
    former.sensitiveBox.clear();
    users.push_back(std::move(former));
}

Result<KeyringUser> Keyring::disable(const Unlocked& by, const QByteArray& uuid)
{
    auto everybody = directory(by.databaseKey);
    if (!everybody) {
        return everybody.error();
    }
    const std::size_t index = findUser(*everybody, uuid);
    if (index == everybody->size()) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::Keyring", "There is no such user."));
    }
    retire(*everybody, index);
    KeyringUser* user = &(*everybody)[index];
    if (const std::size_t slot = slotOf(user->name); slot != m_slots.size()) {
        m_slots[slot] = dummySlot(m_slots[slot].cost);
    }
    user->active = false;
    user->sensitiveBox.clear();
    certify(by, *user);
    if (auto done = publish(by, *everybody); !done) {
        return done.error();
    }
    return *user;
}

Result<KeyringUser>
Keyring::setPassword(const Unlocked& by, const QByteArray& uuid, const Credentials& person)
{
    auto everybody = directory(by.databaseKey);
    if (!everybody) {
        return everybody.error();
    }
    const std::size_t index = findUser(*everybody, uuid);
    if (index == everybody->size()) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::Keyring", "There is no such user."));
    }
    Credentials credentials = person;
    credentials.name = (*everybody)[index].name;
    const bool own = by.uuid == uuid;
    const SecureBytes seed = own ? by.seed.clone() : SecureBytes::random(seedBytes);
    const Identity identity(seed);
    auto slot = makeSlot(credentials, seed, identity, by.databaseKey);
    if (!slot) {
        return slot.error();
    }
    if (!own) {
        retire(*everybody, index);
    }
    KeyringUser* user = &(*everybody)[index];
    if (!own) {
        user->keys = identity.publicKeys();
        user->active = true;
        if (!user->sensitiveBox.isEmpty() || isAdministrator(user->role)) {
            user->sensitiveBox = sealTo(user->keys.seal, by.sensitiveSecret);
        }
        certify(by, *user);
    }
    if (const std::size_t place = slotOf(user->name); place != m_slots.size()) {
        m_slots[place] = *std::move(slot);
    } else {
        replaceDummy(*everybody, *std::move(slot));
    }
    if (auto done = publish(by, *everybody); !done) {
        return done.error();
    }
    return *user;
}

} // namespace core
