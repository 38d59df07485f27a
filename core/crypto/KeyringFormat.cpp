// The bytes of a keyring: Keyring::body, readBody and parse. What is read here comes from a file that anybody can write.
#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Keyring.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr char magic[] = "DOSSKEY\1";
constexpr qsizetype magicBytes = 8;
constexpr std::uint32_t formatVersion = 2;
constexpr qsizetype keyBytes = 32;
constexpr qsizetype wrappedKeyBytes = 24 + 32 + 16;
constexpr qsizetype mostDirectoryBytes = qsizetype{16} * 1024 * 1024;

Error damagedFile()
{
    return {
        ErrorCode::Corrupt,
        QCoreApplication::translate(
            "core::Keyring",
            "The keyring of this office is damaged. Its other copy or a backup can replace it."),
        {}};
}

} // namespace

QByteArray Keyring::body() const
{
    ByteWriter writer;
    writer.fixed(QByteArray(magic, magicBytes));
    writer.u32(formatVersion);
    writer.fixed(m_officeId);
    writer.u64(m_generation);
    writer.fixed(m_previousHash);
    writer.fixed(m_officeSalt);
    writer.fixed(m_root.sign);
    writer.fixed(m_root.seal);
    for (const std::uint32_t epoch : m_epochs) {
        writer.u32(epoch);
    }
    writer.u32(std::uint32_t(m_slots.size()));
    for (const KeyringSlot& slot : m_slots) {
        slot.write(writer);
    }
    for (const EpochBox& box : m_recoveryBoxes) {
        box.write(writer);
    }
    for (const QByteArray& key : m_directoryKeys) {
        writer.fixed(key);
    }
    writer.sized(m_sealedDirectory);
    return writer.bytes();
}

Result<Keyring> Keyring::readBody(const QByteArray& bytes)
{
    ByteReader reader(bytes);
    Keyring keyring;
    if (reader.fixed(magicBytes) != QByteArray(magic, magicBytes)) {
        return damagedFile();
    }
    const std::uint32_t format = reader.u32();
    if (reader.ok() && format > formatVersion) {
        return Error{
            ErrorCode::Unsupported,
            QCoreApplication::translate(
                "core::Keyring",
                "This office was made by a newer version of the program. Update this computer's."),
            {}};
    }
    if (format != formatVersion) {
        return damagedFile();
    }
    keyring.m_officeId = reader.fixed(uuidBytes);
    keyring.m_generation = reader.u64();
    keyring.m_previousHash = reader.fixed(digestBytes);
    keyring.m_officeSalt = reader.fixed(saltBytes);
    keyring.m_root.sign = reader.fixed(keyBytes);
    keyring.m_root.seal = reader.fixed(keyBytes);
    for (std::uint32_t& epoch : keyring.m_epochs) {
        epoch = reader.u32();
    }
    const std::uint32_t count = reader.u32();
    if (!reader.ok() || count > mostSlots || keyring.m_epochs[0] == 0) {
        return damagedFile();
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        auto slot = KeyringSlot::read(reader);
        if (!slot) {
            return damagedFile();
        }
        keyring.m_slots.push_back(*std::move(slot));
    }
    for (EpochBox& box : keyring.m_recoveryBoxes) {
        box = EpochBox::read(reader);
    }
    for (QByteArray& key : keyring.m_directoryKeys) {
        key = reader.fixed(wrappedKeyBytes);
    }
    keyring.m_sealedDirectory = reader.sized(mostDirectoryBytes);
    keyring.m_hash = reader.fixed(digestBytes);
    keyring.m_signature = reader.fixed(signatureBytes);
    if (!reader.atEnd()) {
        return damagedFile();
    }
    return keyring;
}

Result<Keyring> Keyring::parse(const QByteArray& bytes)
{
    auto keyring = readBody(bytes);
    if (!keyring) {
        return keyring;
    }
    if (digest(keyring->body()) != keyring->m_hash) {
        return damagedFile();
    }
    keyring->m_bytes = bytes;
    return keyring;
}

} // namespace core
