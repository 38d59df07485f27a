/// Keyring: who can open the office, as one value; the bytes of keyring.a and keyring.b. It lies beside the encrypted
/// database, in the open, so it shows nothing: slots carry no names and are filled up with dummies to a multiple of
/// eight, and everything about people stands in a directory that only they can read.
///
///     password ── Argon2id ─► slot key ─► seed ─► Ed25519, X25519;  X25519 ─► database key ─► directory key ─► directory
///
///     auto made = Keyring::create(officeId, {admin, password});
///     auto keyring = Keyring::parse(bytes);                     // Corrupt: damaged
///     auto person = keyring->unlock({name, password});          // Unauthenticated: wrong name or password
///     if (auto done = keyring->addUser(*person, newUser, role)) // then write it: KeyringFile.h
///
/// File, format 2, little-endian: magic "DOSSKEY\1", format u32, office id 16, generation u64, hash of the generation
/// before 32, office salt 16, root's public keys 32 + 32, newest epoch u32, the epoch beside it u32 (0: none), slots
/// (u32 count; KeyringSlot.h), the root's boxes (two of u32 epoch + 80), the directory key under each epoch's database
/// key (two of 72), sealed directory (u32 length; KeyringDirectory.h), hash 32, signature 64. The hash finds damage
/// before anybody logs in; after it the signature of whoever published the generation, and the chain of statements
/// (KeyringChain.h), find forgery; what a computer remembers of the chain (KeyringMemory.h) finds an old copy put back.
///
/// Values are used on one thread at a time. create, unlock with a password, addUser, setPassword and recover run the password hash.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Identity.h"
#include "core/crypto/KeyringDirectory.h"
#include "core/crypto/PasswordKey.h"
#include "core/crypto/RecoveryCode.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace core {

/// What a login gives.
struct Unlocked
{
    QByteArray uuid; ///< 16 zero bytes for the recovery code
    QString name;
    QString role;
    SecureBytes seed;
    std::shared_ptr<const Identity> identity;
    SecureBytes databaseKey; ///< of the newest epoch
    std::uint32_t epoch = 0; ///< which that is
    /// Of the epoch beside it, while a re-key is under way: the database opens with one of the two.
    std::vector<EpochKey> otherKeys;
    SecureBytes sensitiveSecret; ///< newest; empty where the role has none
    std::uint32_t sensitiveEpoch = 0; ///< which that is
    std::vector<EpochKey> otherSensitive; ///< of older epochs
    SealingKey sealing; ///< what everybody seals to: the public half of the newest
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
    static constexpr std::uint32_t mostSlots = 1024;

    struct Created;
    /// With one person, admitted by the root; role "data_admin".
    static Result<Created> create(const QByteArray& officeId, const Credentials& admin);
    static Result<Keyring> parse(const QByteArray& bytes);
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

    [[nodiscard]] const QByteArray& officeId() const { return m_officeId; }
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /// The highest cost among the slots: for the next one.
    [[nodiscard]] KdfCost usualCost() const;

    [[nodiscard]] Result<Unlocked> unlock(const Credentials& credentials) const;
    [[nodiscard]] Result<Unlocked> unlock(const RecoveryCode& code) const;
    /// Who is in the office already: the keys of today, without the password. Unauthenticated where the access was taken
    /// away, or the password reset by somebody else, since.
    [[nodiscard]] Result<Unlocked> unlock(const Unlocked& before) const;

    /// The sealed part, its chain replayed and the generation's signature checked.
    [[nodiscard]] Result<KeyringDirectory> directory(const Unlocked& by) const;

    // Each makes the next generation. Denied where `by` is neither a data administrator nor the recovery code, nor
    // changes himself.
    Result<KeyringUser> addUser(const Unlocked& by, const Credentials& person, const QString& role);
    Result<KeyringUser> setRole(const Unlocked& by, const QByteArray& uuid, const QString& role);
    Result<KeyringUser> disable(const Unlocked& by, const QByteArray& uuid);
    /// One's own: the same keys under a new password. Somebody else's: new keys, and active again.
    Result<KeyringUser>
    setPassword(const Unlocked& by, const QByteArray& uuid, const Credentials& person);
    /// By the recovery code, in one generation: this person, known or new, is an active data administrator with this
    /// password and new keys.
    Result<KeyringUser> recover(const Unlocked& root, const Credentials& person);

    /// States the public half of the key of sealed fields in a keyring that was made before there were any.
    Result<Unlocked> stateSealingKey(const Unlocked& by);

    // Another database key, for whoever has access now; nobody's password is needed. Each step makes a generation and
    // gives `by` as it is in it; between them the database is written anew (KeyService).
    /// Both keys, the new one first, in everybody's slot. Invalid where that is so already.
    Result<Unlocked> beginEpoch(const Unlocked& by);
    /// The former key leaves the slots; data administrators and the recovery code keep it for backups.
    Result<Unlocked> endEpoch(const Unlocked& by);
    [[nodiscard]] bool isChangingKey() const { return m_epochs[1] != 0; }
    [[nodiscard]] std::uint32_t epoch() const { return m_epochs[0]; }

private:
    Keyring() = default;

    struct Draft; ///< the next generation while it is made
    Result<Draft> draft(const Unlocked& by) const;
    Result<> giveSlot(Draft& draft,
                      const QByteArray& uuid,
                      const SecureBytes& seed,
                      const Credentials& person);
    void takeSlots(Draft& draft, const QByteArray& uuid);
    /// The generation in which this slot is the person's only one.
    Result<KeyringUser> publishWithOnlySlot(Draft& draft,
                                            const KeyringUser& user,
                                            const SecureBytes& seed,
                                            Credentials person);
    /// The keys of `draft.by` to everybody who has access.
    void sealAnew(Draft& draft);
    Result<> publish(Draft& draft);
    [[nodiscard]] Result<Unlocked> finish(Unlocked person, const EpochBoxes& boxes) const;
    [[nodiscard]] QByteArray body() const;
    static Result<Keyring> readBody(const QByteArray& bytes);

    QByteArray m_bytes;
    QByteArray m_officeId;
    quint64 m_generation = 0;
    QByteArray m_previousHash;
    QByteArray m_officeSalt;
    PublicKeys m_root;
    std::array<std::uint32_t, 2> m_epochs{}; ///< newest, and the one beside it or 0
    std::vector<KeyringSlot> m_slots;
    EpochBoxes m_recoveryBoxes;
    std::array<QByteArray, 2> m_directoryKeys; ///< under each epoch's database key
    QByteArray m_sealedDirectory;
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
