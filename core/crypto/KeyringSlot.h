/// KeyringSlot: one way into the office: a person's seed under a password (and perhaps a second secret), and the
/// database key sealed to that person. Nothing in a slot says whose it is: it has no name, and a dummy looks the same.
/// Trying a name costs the whole password hash, since the name goes into its salt.
///
///     LoginKeys keys(officeSalt, name, password);          // hashes once per cost, not once per slot
///     auto seed = openSlot(slot, keys, secondSecret, officeId);
///
/// Runs the password hash: never on the thread of the window.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Identity.h"
#include "core/crypto/PasswordKey.h"
#include "core/crypto/SecureBytes.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace core {

class ByteReader;
class ByteWriter;

inline constexpr qsizetype boxBytes = 32 + 48; ///< 32 bytes in a sealed box

/// A database key, or a role's, of one epoch.
struct EpochKey
{
    std::uint32_t epoch = 0;
    SecureBytes key;
};

/// The same, sealed to somebody. Epoch 0: nothing, random bytes.
struct EpochBox
{
    std::uint32_t epoch = 0;
    QByteArray box;

    void write(ByteWriter& writer) const;
    static EpochBox read(ByteReader& reader);
};

/// Two of them: while a re-key is under way the office opens with either epoch.
using EpochBoxes = std::array<EpochBox, 2>;

/// Boxes of the newest two of `keys` (newest first) to `sealKey`; a place that is left over is filled with noise.
[[nodiscard]] EpochBoxes boxesFor(const QByteArray& sealKey, const std::vector<EpochKey>& keys);
/// What the identity can open, newest first. Corrupt where nothing opens.
Result<std::vector<EpochKey>> openBoxes(const EpochBoxes& boxes, const Identity& identity);

struct KeyringSlot
{
    QByteArray id; ///< 16 random bytes, by which the sealed directory knows whose it is
    QByteArray nonce; ///< 16
    KdfCost cost;
    QByteArray sealedSeed; ///< XChaCha20-Poly1305: 24 + 32 + 16
    EpochBoxes boxes;

    void write(ByteWriter& writer) const;
    /// `ok` of the reader is false afterwards where the cost is outside the limits or the hash not known.
    static std::optional<KeyringSlot> read(ByteReader& reader);
};

/// What a typed name and password come to, per cost of the hash.
class LoginKeys
{
public:
    LoginKeys(const QByteArray& officeSalt, const QString& name, QString password);

    /// 32 bytes; computed at the first call for a cost (256 MiB: about 0.7 s).
    Result<const SecureBytes*> stretched(const KdfCost& cost);

private:
    QByteArray m_salt;
    QString m_password;
    std::vector<std::pair<KdfCost, SecureBytes>> m_known;
};

struct SlotSecret
{
    const SecureBytes& seed;
    const QByteArray& secondSecret; ///< empty: none
    KdfCost cost;
};

Result<KeyringSlot> makeSlot(LoginKeys& keys,
                             const SlotSecret& secret,
                             const QByteArray& officeId,
                             const std::vector<EpochKey>& databaseKeys);
/// Nobody's, and not to be told from somebody's: its boxes are sealed to a key that nobody has.
[[nodiscard]] KeyringSlot dummySlot(const KdfCost& cost, const std::vector<EpochKey>& like);

/// The seed; nothing where the slot is somebody else's or the password another.
Result<std::optional<SecureBytes>> openSlot(const KeyringSlot& slot,
                                            LoginKeys& keys,
                                            const QByteArray& secondSecret,
                                            const QByteArray& officeId);

} // namespace core
