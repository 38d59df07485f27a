/// SealedValue: one confidential value (id number, bank account, an own field marked so) under the key of a role. Whoever
/// may edit can seal, with the public half; only the role opens. What stands in the record is a token: a commitment to
/// the value, blinded by random bytes that lie in the box, so that it says nothing, cannot be guessed, and stays the
/// same when the role's key changes and the box is made anew. So hashes, history and requests never hold the value.
///
///     auto made = sealValue(keys, officeId, {client.id().value, u"id_number"_s}, text);
///     record: made->token;  table sealed_values: made->epoch, made->box
///     auto opened = openValue(keys, officeId, *made);               // Denied: not the role; Corrupt: exchanged or damaged
///
/// token = "sealed:" + base64url(BLAKE2b-256 keyed with the blinding (32 random bytes) over office id, client id, field,
/// value). Box: libsodium's sealed box over version, blinding, client id, field, value, filled up to a multiple of 128
/// bytes. Any thread.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/KeyringChain.h"
#include "core/crypto/KeyringSlot.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace core {

struct Unlocked;

/// What a session has of the role's key: everybody the public half, the role the secrets.
struct SealedKeys
{
    SealingKey sealing; ///< epoch 0: nobody has stated one yet
    std::vector<EpochKey> secrets; ///< newest first; empty where the role has none

    [[nodiscard]] bool mayOpen() const { return !secrets.empty(); }
    /// The role's, and its newest is what is sealed to now.
    [[nodiscard]] bool isNewest() const
    {
        return mayOpen() && secrets.front().epoch == sealing.epoch;
    }
};

[[nodiscard]] SealedKeys sealedKeysOf(const Unlocked& person);

/// Whose value it is, and of which field: "id_number", "custom:NAME".
struct SealedPlace
{
    QString client;
    QString field;

    friend bool operator==(const SealedPlace&, const SealedPlace&) = default;
};

struct SealedBox
{
    QString token;
    std::uint32_t epoch = 0;
    QByteArray box;
};

struct SealedContent
{
    SealedPlace place;
    QString text;
};

[[nodiscard]] bool isSealedToken(QStringView text);

/// Invalid where there is no key to seal to, or the text is longer than 4 KiB.
Result<SealedBox> sealValue(const SealedKeys& keys,
                            const QByteArray& officeId,
                            const SealedPlace& place,
                            const QString& text);
/// Denied: the role's key is missing. Corrupt: the box is not what the token commits to.
Result<SealedContent>
openValue(const SealedKeys& keys, const QByteArray& officeId, const SealedBox& sealed);
/// The same value under the newest key, with the same token. Errors as openValue.
Result<SealedBox>
sealAnew(const SealedKeys& keys, const QByteArray& officeId, const SealedBox& sealed);

/// A code that is the same for the same text in the same field, and that only the role can make: 32 bytes, empty without
/// the role's key. Other after each change of the key.
[[nodiscard]] QByteArray equalityCode(const SealedKeys& keys,
                                      const QByteArray& officeId,
                                      const QString& field,
                                      const QString& text);

} // namespace core
