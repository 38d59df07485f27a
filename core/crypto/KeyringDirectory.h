/// KeyringDirectory: the sealed part of a keyring, which only people of the office can read: the chain of statements,
/// whose slot is whose, the keys of roles sealed to who holds the role, and who published this generation. Its bytes
/// are padded, so that its length says little. Pure, any thread.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/KeyringChain.h"
#include "core/crypto/KeyringSlot.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace core {

enum class SecondSecret : std::uint8_t
{
    None = 0,
    KeyFile = 1,
    ThisComputer = 2 ///< enrolled in one computer's keystore
};

/// Whose a slot is. A person may have several: one per enrolled computer.
struct SlotOwner
{
    QByteArray slotId; ///< 16 bytes
    QByteArray uuid;
    SecondSecret second = SecondSecret::None;
    QString label; ///< the computer's name, for people
};

enum class RoleKey : std::uint8_t
{
    Sensitive = 1, ///< opens sealed fields
    OldDatabase = 2 ///< an epoch that a backup still needs
};

struct RoleBox
{
    RoleKey kind = RoleKey::Sensitive;
    std::uint32_t epoch = 1;
    QByteArray recipient; ///< uuid; zeros: the recovery code
    QByteArray box;
};

struct KeyringDirectory
{
    KeyringChain chain;
    std::vector<SlotOwner> slotOwners;
    std::vector<RoleBox> roleBoxes;
    QByteArray publisher; ///< who signed this generation; zeros: the root

    /// Padded to a multiple of 4096 bytes.
    [[nodiscard]] QByteArray bytes() const;
    /// Replays the chain. Corrupt where the bytes or the chain are not whole.
    static Result<KeyringDirectory> read(const QByteArray& officeId, const QByteArray& bytes);

    /// The role's keys that `identity` can open, newest epoch first.
    [[nodiscard]] std::vector<EpochKey>
    roleKeys(RoleKey kind, const QByteArray& uuid, const Identity& identity) const;
    /// Seals these keys to somebody, in place of what they had of this kind.
    void giveRoleKeys(RoleKey kind,
                      const QByteArray& uuid,
                      const QByteArray& sealKey,
                      const std::vector<EpochKey>& keys);
    void takeRoleKeys(const QByteArray& uuid);
};

} // namespace core
