/// Keyring: who can open the office, as one value; the bytes of keyring.a and keyring.b. It lies beside the encrypted
/// database, in the open, so it shows nothing: slots look like random bytes and are filled up with dummies to a
/// multiple of eight, and names, roles and certificates stand in a directory that the database key seals.
///
///     password ── Argon2id ─► slot key ─► seed ─► Ed25519, X25519;  X25519 ─► database key ─► directory
///
///     auto made = Keyring::create(officeId, {admin, password});
///     auto keyring = Keyring::parse(bytes);                     // Corrupt: damaged
///     auto person = keyring->unlock(name, password);            // Unauthenticated: wrong name or password
///     if (auto done = keyring->addUser(*person, newUser); …)    // then write it: KeyringFile.h
///
/// File, little-endian: magic "DOSSKEY\1", format u32, office id 16, generation u64, hash of the generation before 32,
/// root key 32, newest epoch u32, slot count u32, slots (fixed size), recovery boxes, sealed directory, signer's uuid
/// 16, hash 32, signature 64. A slot: name tag 32, salt 16, memory u32, passes u32, sealed seed 72, two boxes of 4 + 80
/// (an epoch and its database key). The hash finds damage before anybody logs in; after it the signature, and for every
/// person a chain of certificates up to the root key (which only the recovery code has), find forgery.
///
/// Values are used on one thread at a time. create, unlock, addUser and setPassword run the password hash.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Identity.h"
#include "core/crypto/PasswordKey.h"
#include "core/crypto/RecoveryCode.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace core {

/// One person in the sealed directory.
struct KeyringUser
{
    QByteArray uuid; ///< 16 bytes
    QString name;
    QString role; ///< a word; what it allows is not this folder's business
    bool active = true;
    PublicKeys keys;
    QByteArray certifiedBy; ///< uuid; 16 zero bytes for the root
    quint64 certifiedAt = 0; ///< generation
    QByteArray certificate; ///< signature over office id, uuid, role, keys and generation
    /// 0: as it is now. Else an administrator's former self, up to that generation: what they certified stays certified.
    quint64 retiredAt = 0;
    QByteArray
        sensitiveBox; ///< the SENSITIVE role's secret sealed to this person; empty for roles without it
};

/// What a login gives.
struct Unlocked
{
    QByteArray uuid; ///< 16 zero bytes for the recovery code
    QString name;
    QString role;
    SecureBytes seed;
    std::shared_ptr<const Identity> identity;
    SecureBytes databaseKey; ///< of the newest epoch
    SecureBytes sensitiveSecret; ///< empty where the role has none
    bool isRecovery = false;
};

struct Credentials
{
    QString name;
    QString password;
    QByteArray secondSecret{};
    KdfCost cost{};
};

class Keyring
{
public:
    struct Created;
    /// With one person, certified by the root; role "data_admin".
    static Result<Created> create(const QByteArray& officeId, const Credentials& admin);
    static Result<Keyring> parse(const QByteArray& bytes);
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

    [[nodiscard]] const QByteArray& officeId() const { return m_officeId; }
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /// The highest cost among the slots: for the next one.
    [[nodiscard]] KdfCost usualCost() const;

    Result<Unlocked> unlock(const Credentials& credentials) const;
    Result<Unlocked> unlock(const RecoveryCode& code) const;

    /// Everybody, active or not; checked up to the root.
    Result<std::vector<KeyringUser>> users(const Unlocked& by) const;

    // Each makes the next generation. `by` must be a data administrator or the recovery code, or change himself.
    Result<KeyringUser> addUser(const Unlocked& by, const Credentials& person, const QString& role);
    Result<KeyringUser> setRole(const Unlocked& by, const QByteArray& uuid, const QString& role);
    Result<KeyringUser> disable(const Unlocked& by, const QByteArray& uuid);
    /// One's own: the same keys under a new password. Somebody else's: new keys, newly certified.
    Result<KeyringUser>
    setPassword(const Unlocked& by, const QByteArray& uuid, const Credentials& person);

private:
    struct Slot
    {
        QByteArray nameTag;
        QByteArray salt;
        KdfCost cost;
        QByteArray sealedSeed;
        QByteArray boxes; ///< two of (epoch u32, 80 bytes)
    };

    Keyring() = default;
    [[nodiscard]] QByteArray nameTag(QStringView name) const;
    Result<Slot> makeSlot(const Credentials& person,
                          const SecureBytes& seed,
                          const Identity& identity,
                          const SecureBytes& databaseKey) const;
    static Slot dummySlot(const KdfCost& cost);
    [[nodiscard]] std::size_t slotOf(QStringView name) const;
    Result<Unlocked> finish(Unlocked person, const QByteArray& boxes) const;

    Result<std::vector<KeyringUser>> directory(const SecureBytes& databaseKey) const;
    Result<> checkDirectory(const std::vector<KeyringUser>& users) const;
    Result<> checkSignature(const std::vector<KeyringUser>& users) const;
    [[nodiscard]] QByteArray certificateBytes(const KeyringUser& user) const;
    void certify(const Unlocked& by, KeyringUser& user) const;
    void retire(std::vector<KeyringUser>& users, std::size_t index) const;
    [[nodiscard]] bool
    reachesRoot(const KeyringUser& user, const std::vector<KeyringUser>& users, int depth) const;
    void replaceDummy(const std::vector<KeyringUser>& users, Slot slot);
    Result<> publish(const Unlocked& by, const std::vector<KeyringUser>& users);
    [[nodiscard]] QByteArray body() const;

    QByteArray m_bytes;
    QByteArray m_officeId;
    quint64 m_generation = 0;
    QByteArray m_previousHash;
    QByteArray m_rootKey;
    quint32 m_epoch = 1;
    std::vector<Slot> m_slots;
    QByteArray m_recoveryBoxes;
    QByteArray m_recoverySensitive;
    QByteArray m_sealedDirectory;
    QByteArray m_signer;
    QByteArray m_hash;
    QByteArray m_signature;
};

struct Keyring::Created
{
    Keyring keyring;
    Unlocked admin;
    KeyringUser user;
    RecoveryCode recovery;
};

} // namespace core
