#include "core/crypto/KeyringDirectory.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Seal.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype padding = 4096;
constexpr std::uint32_t mostEntries = 100'000;
constexpr qsizetype mostLabelBytes = 1024;

Error unreadable()
{
    return {
        ErrorCode::Corrupt,
        QCoreApplication::translate(
            "core::KeyringDirectory",
            "The keyring of this office is damaged. Its other copy or a backup can replace it."),
        {}};
}

template <typename T, typename Read>
std::vector<T> readList(ByteReader& reader, Read&& read)
{
    std::vector<T> list;
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && count <= mostEntries && reader.ok(); ++i) {
        list.push_back(read(reader));
    }
    return list;
}

} // namespace

QByteArray KeyringDirectory::bytes() const
{
    ByteWriter writer;
    writer.u32(std::uint32_t(chain.statements().size()));
    for (const KeyringStatement& statement : chain.statements()) {
        statement.write(writer);
    }
    writer.u32(std::uint32_t(slotOwners.size()));
    for (const SlotOwner& owner : slotOwners) {
        writer.fixed(owner.slotId);
        writer.fixed(owner.uuid);
        writer.u8(std::uint8_t(owner.second));
        writer.text(owner.label);
    }
    writer.u32(std::uint32_t(roleBoxes.size()));
    for (const RoleBox& box : roleBoxes) {
        writer.u8(std::uint8_t(box.kind));
        writer.u32(box.epoch);
        writer.fixed(box.recipient);
        writer.fixed(box.box);
    }
    writer.fixed(publisher);
    ByteWriter padded;
    padded.sized(writer.bytes());
    const qsizetype rest = padding - padded.bytes().size() % padding;
    padded.fixed(QByteArray(rest, '\0'));
    return padded.bytes();
}

Result<KeyringDirectory> KeyringDirectory::read(const QByteArray& officeId, const QByteArray& bytes)
{
    ByteReader outer(bytes);
    const QByteArray inner = outer.sized(bytes.size());
    ByteReader reader(inner);
    const auto statements = readList<KeyringStatement>(
        reader, [](ByteReader& from) { return KeyringStatement::read(from); });
    auto owners = readList<SlotOwner>(reader, [](ByteReader& from) {
        SlotOwner owner;
        owner.slotId = from.fixed(uuidBytes);
        owner.uuid = from.fixed(uuidBytes);
        owner.second = SecondSecret(from.u8());
        owner.label = from.text(mostLabelBytes);
        return owner;
    });
    auto boxes = readList<RoleBox>(reader, [](ByteReader& from) {
        RoleBox box;
        box.kind = RoleKey(from.u8());
        box.epoch = from.u32();
        box.recipient = from.fixed(uuidBytes);
        box.box = from.fixed(boxBytes);
        return box;
    });
    const QByteArray publisher = reader.fixed(uuidBytes);
    if (!outer.ok() || !reader.atEnd()) {
        return unreadable();
    }
    auto chain = KeyringChain::replay(officeId, statements);
    if (!chain) {
        return chain.error();
    }
    return KeyringDirectory{*std::move(chain), std::move(owners), std::move(boxes), publisher};
}

std::vector<EpochKey>
KeyringDirectory::roleKeys(RoleKey kind, const QByteArray& uuid, const Identity& identity) const
{
    std::vector<EpochKey> keys;
    for (const RoleBox& box : roleBoxes) {
        if (box.kind != kind || box.recipient != uuid) {
            continue;
        }
        if (auto key = identity.open(box.box)) {
            keys.push_back({box.epoch, *std::move(key)});
        }
    }
    std::sort(keys.begin(), keys.end(), [](const EpochKey& a, const EpochKey& b) {
        return a.epoch > b.epoch;
    });
    return keys;
}

void KeyringDirectory::giveRoleKeys(RoleKey kind,
                                    const QByteArray& uuid,
                                    const QByteArray& sealKey,
                                    const std::vector<EpochKey>& keys)
{
    std::erase_if(roleBoxes,
                  [&](const RoleBox& box) { return box.kind == kind && box.recipient == uuid; });
    for (const EpochKey& key : keys) {
        roleBoxes.push_back({kind, key.epoch, uuid, sealTo(sealKey, key.key)});
    }
}

void KeyringDirectory::takeRoleKeys(const QByteArray& uuid)
{
    std::erase_if(roleBoxes, [&uuid](const RoleBox& box) { return box.recipient == uuid; });
}

} // namespace core
