/// The next generation of a keyring while it is made, and what its makers share. Internal to core/crypto.
#pragma once

#include "core/crypto/Keyring.h"

namespace core {

[[nodiscard]] Error keyringError(ErrorCode code, const char* text);
[[nodiscard]] Error damagedKeyring();
/// Wrong name or password, or no access any more: not to be told apart.
[[nodiscard]] Error wrongPassword();

/// Ties an epoch's number to its key, for whoever knows the key; says nothing of it to others.
[[nodiscard]] QByteArray
commitmentTo(const QByteArray& officeId, std::uint32_t epoch, const SecureBytes& key);

/// Newest first.
[[nodiscard]] std::vector<EpochKey> databaseKeys(const Unlocked& person);
[[nodiscard]] std::vector<EpochKey> clonesOf(const std::vector<EpochKey>& keys);

[[nodiscard]] KeyringStatement statementAbout(StatementKind kind, const QByteArray& uuid);
[[nodiscard]] KeyringStatement newKeysOf(const QByteArray& uuid, const PublicKeys& keys);
[[nodiscard]] KeyringStatement newRoleOf(const QByteArray& uuid, const QString& role);

struct Keyring::Draft
{
    const Unlocked& by;
    KeyringDirectory directory;

    Result<> state(KeyringStatement statement);
    [[nodiscard]] Result<KeyringUser> person(const QByteArray& uuid) const;
    /// The keys that go with the role: of sealed fields, and of databases that backups still hold. From whom the role
    /// was taken, the key of sealed fields is: there is a new one from here on.
    Result<> fitRoleKeys(const KeyringUser& person);
    /// States the public half of the key of sealed fields where a keyring of an earlier program has not.
    Result<> stateSealingKey();

private:
    Result<> renewSealingKey();
};

[[nodiscard]] KeyringStatement newSealingKey(std::uint32_t epoch, const SecureBytes& secret);

} // namespace core
