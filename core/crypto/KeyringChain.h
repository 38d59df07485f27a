/// KeyringChain: who may open the office and who may say so, as a chain of signed statements that only grows. Replaying
/// it from its first statement gives everybody's role and keys; each statement must be signed by the root (the recovery
/// code) or by somebody who at that place is an active data administrator. Nothing is ever taken out, so a person who
/// was demoted or removed cannot put a former state back without leaving out statements that others have seen:
/// KeyringMemory.h finds that. (The idea is that of the signature chains of Keybase and of Certificate Transparency.)
///
///     KeyringChain chain = KeyringChain::found(officeId, rootIdentity);
///     auto done = chain.append(admit(uuid, name, role, keys), rootUuid(), rootIdentity);
///     auto read = KeyringChain::replay(officeId, statements);       // Corrupt: forged
///
/// Pure but for the signing, any thread.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Identity.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>
#include <vector>

namespace core {

class ByteReader;
class ByteWriter;

inline constexpr qsizetype uuidBytes = 16;

/// Sixteen zero bytes: the root, whose keys come from the recovery code.
[[nodiscard]] QByteArray rootUuid();

/// One person as the chain has them now.
struct KeyringUser
{
    QByteArray uuid; ///< 16 bytes
    QString name;
    QString role; ///< a word; only "data_admin" means something to this folder
    bool active = true;
    PublicKeys keys;
};

/// The word of the role that may make statements.
[[nodiscard]] bool isAdministrator(QStringView role);
/// How names are compared: NFKC, case-folded, without blanks around.
[[nodiscard]] QString personKey(QStringView name);

enum class StatementKind : std::uint8_t
{
    Found = 1, ///< the first: the office and its root keys
    Admit = 2,
    SetRole = 3,
    Disable = 4,
    Enable = 5,
    NewKeys = 6, ///< somebody else reset the password: a new identity
    NewEpoch = 7, ///< a database key, by a commitment to it
    NewRoot = 8, ///< another recovery code
    NewSealingKey = 9 ///< the public half of the key of sealed fields: keys.seal, of this epoch
};

struct KeyringStatement
{
    StatementKind kind = StatementKind::Found;
    QByteArray subject = rootUuid();
    QString name{};
    QString role{};
    PublicKeys keys{};
    std::uint32_t epoch = 0;
    QByteArray commitment{};
    QByteArray signer = rootUuid();
    QByteArray
        signature{}; ///< Ed25519 over office id, place, hash of the statement before, and all of the above

    void write(ByteWriter& writer) const;
    static KeyringStatement read(ByteReader& reader);
};

/// The public half of the role's key that opens sealed fields.
struct SealingKey
{
    std::uint32_t epoch = 0;
    QByteArray key; ///< 32 bytes, X25519
};

/// A key that signs, and the places of the chain between which it was somebody's.
struct KeyPeriod
{
    QByteArray uuid;
    QByteArray signKey;
    std::uint64_t from = 0;
    std::uint64_t until = 0; ///< 0: still
};

class KeyringChain
{
public:
    static constexpr std::size_t mostStatements = 100'000;

    static KeyringChain found(const QByteArray& officeId, const Identity& root);
    /// Corrupt where any statement is not what its signer could say at that place.
    static Result<KeyringChain> replay(const QByteArray& officeId,
                                       const std::vector<KeyringStatement>& statements);

    /// Signs and adds. Denied where the signer may not; Conflict for a name that is taken; NotFound for nobody.
    Result<> append(KeyringStatement statement, const QByteArray& signer, const Identity& identity);

    [[nodiscard]] const std::vector<KeyringStatement>& statements() const { return m_statements; }
    /// The place of the last statement; the first is 0.
    [[nodiscard]] std::uint64_t sequence() const { return m_hashes.size() - 1; }
    [[nodiscard]] const QByteArray& head() const { return m_hashes.back(); }
    /// The hash of the statement at a place; empty where there is none.
    [[nodiscard]] QByteArray hashAt(std::uint64_t sequence) const;

    /// Everybody, active or not, in the order they came.
    [[nodiscard]] const std::vector<KeyringUser>& people() const { return m_people; }
    [[nodiscard]] const KeyringUser* person(const QByteArray& uuid) const;
    [[nodiscard]] const KeyringUser* named(QStringView name) const;
    [[nodiscard]] const PublicKeys& root() const { return m_root; }
    /// What everybody seals confidential fields to, and its epoch; 0 and empty where nobody has stated one yet.
    [[nodiscard]] const SealingKey& sealingKey() const { return m_sealing; }
    /// The key with which `uuid` (or the root) signs now; empty for nobody and for who is not active.
    [[nodiscard]] QByteArray activeKey(const QByteArray& uuid) const;
    /// True where this key is or was this person's.
    [[nodiscard]] bool knowsKey(const QByteArray& uuid, const QByteArray& signKey) const;
    [[nodiscard]] const std::vector<KeyPeriod>& keys() const { return m_keys; }
    /// Empty where no statement speaks of the epoch.
    [[nodiscard]] QByteArray commitment(std::uint32_t epoch) const;

private:
    explicit KeyringChain(QByteArray officeId)
        : m_officeId(std::move(officeId))
    { }

    [[nodiscard]] QByteArray signedBytes(const KeyringStatement& statement) const;
    [[nodiscard]] Result<> allows(const KeyringStatement& statement) const;
    Result<> allowsAdmission(const KeyringStatement& statement) const;
    Result<> fits(const KeyringStatement& statement) const;
    [[nodiscard]] bool isSigned(const KeyringStatement& statement) const;
    void apply(const KeyringStatement& statement);
    void changeKeys(const QByteArray& uuid, const QByteArray& signKey);

    QByteArray m_officeId;
    std::vector<KeyringStatement> m_statements;
    std::vector<QByteArray> m_hashes;
    std::vector<KeyringUser> m_people;
    PublicKeys m_root;
    SealingKey m_sealing;
    std::vector<KeyPeriod> m_keys;
    QHash<std::uint32_t, QByteArray> m_commitments;
};

} // namespace core
