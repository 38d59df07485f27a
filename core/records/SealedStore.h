/// SealedStore: the tables sealed_values and sealed_index; the only place with their SQL. And SealedDraft, which puts
/// tokens in place of confidential values before a record is written, so that no value gets further than this.
///
///     auto sealed = SealedDraft::of(operation, client, nullptr);   // client's fields hold tokens from here on
///     … the record is written …
///     sealed->write(operation, client.pk);
///
/// Thread of the writer.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/security/Operation.h"
#include "core/security/SealedValue.h"
#include "core/storage/Connection.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core {

/// The names of own fields that are sealed, a JSON list.
inline constexpr std::u16string_view sealedCustomSetting = u"sealed_custom_fields";

/// The keys to seal and open with now.
Result<std::shared_ptr<const SealedKeys>> sealedKeysNow(const OfficeContext& office);
/// Whether this login has the role's key.
[[nodiscard]] bool mayOpenSealed(const OfficeContext& office);

/// Which of the office's own fields are sealed.
Result<QStringList> sealedCustomFields(Connection& connection);
[[nodiscard]] QString customFieldPlace(const QString& name); ///< "custom:NAME"

struct StoredSealed
{
    SealedBox box;
    ClientPk client; ///< for whom it was entered
    QString field;
};

class SealedStore
{
public:
    explicit SealedStore(Connection& connection);

    Result<> insert(const StoredSealed& value);
    Result<> replaceBox(const SealedBox& box);
    Result<std::optional<StoredSealed>> byToken(const QString& token) const;
    /// Of a box under an older key than `epoch`, or without a code of that epoch; by token, at most `limit` after `after`.
    Result<std::vector<StoredSealed>>
    behind(std::uint32_t epoch, const QString& after, int limit) const;
    Result<> putCode(const StoredSealed& value, std::uint32_t epoch, const QByteArray& code);
    /// Whether all of these tokens stand for one value: by their codes, so that one without a code says no.
    Result<bool> isOneValue(const QStringList& tokens) const;
    /// Whose record says this today: by the code of the value.
    Result<std::vector<ClientPk>> holding(const QByteArray& code) const;
    /// Everything that was entered for this record. What history says stays, and can be opened by nobody.
    Result<> destroy(ClientPk client, const QString& field);

private:
    Connection* m_connection;
};

/// Whether the two were merged at some time, directly or by way of others: a value may have come with that.
Result<bool> wereEverMerged(Connection& connection, ClientPk one, ClientPk other);

/// The value behind a token, with the record and field it was entered for. Denied without the role's key; NotFound where it was destroyed; Corrupt where it was exchanged.
Result<SealedContent>
openToken(const OfficeContext& office, const SealedKeys& keys, const QString& token);

/// Active and archived records whose field says exactly this, for the role; nothing for others, and for short texts.
Result<std::vector<ClientPk>> sealedHolders(const OfficeContext& office, const QString& text);

class SealedDraft
{
public:
    /// Seals what in `client` is not sealed yet. `before`: the record as it was, whose tokens may stay; null for a new one.
    /// Invalid: no key to seal to; or a text that looks like a token and is none of this record.
    static Result<SealedDraft> of(const Operation& operation, Client& client, const Client* before);

    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    /// The fields that were sealed here: "id_number", "custom:NAME".
    [[nodiscard]] QStringList places() const;
    /// Once the record has its row.
    Result<> write(Operation& operation, ClientPk client) const;

private:
    struct Sealed
    {
        StoredSealed value;
        QByteArray code; ///< empty where the person has not the role
    };
    Result<QString>
    seal(const OfficeContext& office, const SealedPlace& place, const QString& text);
    Result<> sealCustom(const Operation& operation, Client& client, const Client* before);

    std::shared_ptr<const SealedKeys> m_keys;
    std::vector<Sealed> m_values;
};

/// The values of the office's own fields as people read them: what is sealed is masked.
[[nodiscard]] QString maskedCustom(const QString& stored);

/// The other way: where the mask stands, what `base` has there stays.
[[nodiscard]] QString unmaskedCustom(const QString& typed, const QString& base);

/// What stands where a value may not be read.
[[nodiscard]] QString sealedMask();
/// True for a text that says "leave it": the mask itself.
[[nodiscard]] bool isSealedMask(QStringView typed);

} // namespace core
