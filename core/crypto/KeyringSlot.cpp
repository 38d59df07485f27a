#include "core/crypto/KeyringSlot.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/KeyringChain.h"
#include "core/crypto/Seal.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr std::uint32_t argon2id13 = 1; // with one lane, as libsodium has it
constexpr qsizetype slotIdBytes = 16;
constexpr qsizetype slotNonceBytes = 16;
constexpr qsizetype sealedSeedBytes = 24 + 32 + 16;

/// A slot opens only in its own office, at its own cost, under its own id.
QByteArray associated(const KeyringSlot& slot, const QByteArray& officeId)
{
    ByteWriter writer;
    writer.fixed(QByteArrayLiteral("dossier-slot-2"));
    writer.fixed(officeId);
    writer.fixed(slot.id);
    writer.u32(argon2id13);
    writer.u32(std::uint32_t(slot.cost.memoryMib));
    writer.u32(std::uint32_t(slot.cost.passes));
    return writer.bytes();
}

} // namespace

void EpochBox::write(ByteWriter& writer) const
{
    writer.u32(epoch);
    writer.fixed(box);
}

EpochBox EpochBox::read(ByteReader& reader)
{
    EpochBox read;
    read.epoch = reader.u32();
    read.box = reader.fixed(boxBytes);
    return read;
}

EpochBoxes boxesFor(const QByteArray& sealKey, const std::vector<EpochKey>& keys)
{
    EpochBoxes boxes;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (i < keys.size()) {
            boxes[i] = {keys[i].epoch, sealTo(sealKey, keys[i].key)};
        } else {
            boxes[i] = {0,
                        sealTo(Identity(SecureBytes::random(seedBytes)).publicKeys().seal,
                               SecureBytes::random(digestBytes))};
        }
    }
    return boxes;
}

Result<std::vector<EpochKey>> openBoxes(const EpochBoxes& boxes, const Identity& identity)
{
    std::vector<EpochKey> keys;
    for (const EpochBox& box : boxes) {
        if (box.epoch == 0) {
            continue;
        }
        auto key = identity.open(box.box);
        if (!key) {
            return key.error();
        }
        keys.push_back({box.epoch, *std::move(key)});
    }
    std::sort(keys.begin(), keys.end(), [](const EpochKey& a, const EpochKey& b) {
        return a.epoch > b.epoch;
    });
    return keys;
}

void KeyringSlot::write(ByteWriter& writer) const
{
    writer.fixed(id);
    writer.fixed(nonce);
    writer.u32(argon2id13);
    writer.u32(std::uint32_t(cost.memoryMib));
    writer.u32(std::uint32_t(cost.passes));
    writer.fixed(sealedSeed);
    for (const EpochBox& box : boxes) {
        box.write(writer);
    }
}

std::optional<KeyringSlot> KeyringSlot::read(ByteReader& reader)
{
    KeyringSlot slot;
    slot.id = reader.fixed(slotIdBytes);
    slot.nonce = reader.fixed(slotNonceBytes);
    const std::uint32_t algorithm = reader.u32();
    const std::uint32_t memory = reader.u32();
    const std::uint32_t passes = reader.u32();
    slot.sealedSeed = reader.fixed(sealedSeedBytes);
    for (EpochBox& box : slot.boxes) {
        box = EpochBox::read(reader);
    }
    // Numbers of a file: a cost outside the limits is refused before anything is computed with it.
    if (!reader.ok() || algorithm != argon2id13 || memory > std::uint32_t(KdfCost::mostMemoryMib)
        || passes > std::uint32_t(KdfCost::mostPasses)) {
        return std::nullopt;
    }
    slot.cost = {int(memory), int(passes)};
    return slot.cost.isAllowed() ? std::optional(std::move(slot)) : std::nullopt;
}

LoginKeys::LoginKeys(const QByteArray& officeSalt, const QString& name, QString password)
    : m_password(std::move(password))
{
    Hasher hasher;
    hasher.add(QByteArrayLiteral("dossier-login-salt-2"));
    hasher.add(officeSalt);
    hasher.add(personKey(name));
    m_salt = hasher.finish().left(saltBytes);
}

Result<const SecureBytes*> LoginKeys::stretched(const KdfCost& cost)
{
    for (const auto& [known, key] : m_known) {
        if (known.memoryMib == cost.memoryMib && known.passes == cost.passes) {
            return &key;
        }
    }
    auto key = stretchPassword(m_password, m_salt, cost);
    if (!key) {
        return key.error();
    }
    m_known.emplace_back(cost, *std::move(key));
    return &m_known.back().second;
}

Result<KeyringSlot> makeSlot(LoginKeys& keys,
                             const SlotSecret& secret,
                             const QByteArray& officeId,
                             const std::vector<EpochKey>& databaseKeys)
{
    auto stretched = keys.stretched(secret.cost);
    if (!stretched) {
        return stretched.error();
    }
    KeyringSlot slot;
    slot.id = randomBytes(slotIdBytes);
    slot.nonce = randomBytes(slotNonceBytes);
    slot.cost = secret.cost;
    slot.sealedSeed = seal(slotKey(**stretched, secret.secondSecret, slot.nonce),
                           secret.seed,
                           associated(slot, officeId));
    slot.boxes = boxesFor(Identity(secret.seed).publicKeys().seal, databaseKeys);
    return slot;
}

KeyringSlot dummySlot(const KdfCost& cost, const std::vector<EpochKey>& like)
{
    KeyringSlot slot;
    slot.id = randomBytes(slotIdBytes);
    slot.nonce = randomBytes(slotNonceBytes);
    slot.cost = cost;
    slot.sealedSeed = randomBytes(sealedSeedBytes);
    const QByteArray nobody = Identity(SecureBytes::random(seedBytes)).publicKeys().seal;
    std::vector<EpochKey> noise;
    noise.reserve(like.size());
    for (const EpochKey& key : like) {
        noise.push_back({key.epoch, SecureBytes::random(digestBytes)});
    }
    slot.boxes = boxesFor(nobody, noise);
    return slot;
}

Result<std::optional<SecureBytes>> openSlot(const KeyringSlot& slot,
                                            LoginKeys& keys,
                                            const QByteArray& secondSecret,
                                            const QByteArray& officeId)
{
    auto stretched = keys.stretched(slot.cost);
    if (!stretched) {
        return stretched.error();
    }
    auto seed = openSealed(slotKey(**stretched, secondSecret, slot.nonce),
                           slot.sealedSeed,
                           associated(slot, officeId));
    return seed ? std::optional(*std::move(seed)) : std::nullopt;
}

} // namespace core
