#include "core/records/SealedStore.h"

#include "core/security/KeyringStep.h"
#include "core/security/SettingStore.h"
#include "core/standardize/Codes.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

constexpr char16_t maskSign = u'\u2022';
constexpr qsizetype maskLength = 8;

StoredSealed readSealed(const Statement& row)
{
    return {
        {row.text(0), std::uint32_t(row.int64(1)), row.blob(2)}, row.id<ClientPk>(3), row.text(4)};
}

constexpr std::string_view sealedColumns
    = "SELECT v.token, v.epoch, v.box, v.client_pk, v.field FROM sealed_values v ";

QJsonObject objectIn(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString compactText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<std::shared_ptr<const SealedKeys>> sealedKeysNow(const OfficeContext& office)
{
    static const auto none = std::make_shared<const SealedKeys>();
    auto known = office.session.sealed ? office.session.sealed : none;
    auto newest = SettingStore(office.writer).value(sealingEpochSetting);
    if (!newest) {
        return newest.error();
    }
    const std::uint32_t least = std::max(newest->value_or(QString()).toUInt(), 1U);
    return !office.sealedNow || known->sealing.epoch >= least
        ? Result<std::shared_ptr<const SealedKeys>>(std::move(known))
        : office.sealedNow(least);
}

bool mayOpenSealed(const OfficeContext& office)
{
    return office.session.sealed && office.session.sealed->mayOpen();
}

Result<QStringList> sealedCustomFields(Connection& connection)
{
    auto value = SettingStore(connection).value(sealedCustomSetting);
    if (!value) {
        return value.error();
    }
    QStringList names;
    for (const QJsonValue name :
         QJsonDocument::fromJson(value->value_or(QString()).toUtf8()).array()) {
        names.append(name.toString());
    }
    return names;
}

QString customFieldPlace(const QString& name)
{
    return QStringLiteral("custom:") + name;
}

SealedStore::SealedStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<> SealedStore::insert(const StoredSealed& value)
{
    return m_connection
        ->statement("INSERT INTO sealed_values (token, client_pk, field, epoch, box) VALUES (?, ?, "
                    "?, ?, ?)")
        .bindAll(value.box.token, value.client, value.field, value.box.epoch, value.box.box)
        .run();
}

Result<> SealedStore::replaceBox(const SealedBox& box)
{
    return m_connection->statement("UPDATE sealed_values SET epoch = ?, box = ? WHERE token = ?")
        .bindAll(box.epoch, box.box, box.token)
        .run();
}

Result<std::optional<StoredSealed>> SealedStore::byToken(const QString& token) const
{
    return m_connection->statement(std::string(sealedColumns).append("WHERE v.token = ?"))
        .bindAll(token)
        .one(readSealed);
}

Result<std::vector<StoredSealed>>
SealedStore::behind(std::uint32_t epoch, const QString& after, int limit) const
{
    return m_connection
        ->statement(std::string(sealedColumns)
                        .append("LEFT JOIN sealed_index i ON i.token = v.token"
                                " WHERE v.token > ? AND (v.epoch < ? OR i.epoch IS NULL"
                                " OR i.epoch < ?) ORDER BY v.token LIMIT ?"))
        .bindAll(after, epoch, epoch, limit)
        .all(readSealed);
}

Result<>
SealedStore::putCode(const StoredSealed& value, std::uint32_t epoch, const QByteArray& code)
{
    return m_connection
        ->statement("INSERT INTO sealed_index (token, epoch, field, mac) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (token) DO UPDATE SET epoch = excluded.epoch, mac = excluded.mac")
        .bindAll(value.box.token, epoch, value.field, code)
        .run();
}

Result<bool> SealedStore::isOneValue(const QStringList& tokens) const
{
    std::optional<QByteArray> first;
    for (const QString& token : tokens) {
        auto code = m_connection->statement("SELECT mac FROM sealed_index WHERE token = ?")
                        .bindAll(token)
                        .one([](const Statement& row) { return row.blob(0); });
        if (!code) {
            return code.error();
        }
        if (!*code || (first && *first != **code)) {
            return false;
        }
        first = **code;
    }
    return first.has_value();
}

Result<std::vector<ClientPk>> SealedStore::holding(const QByteArray& code) const
{
    // An own field's token stands inside a JSON text: for that the record it was entered for is asked.
    return m_connection
        ->statement("SELECT c.pk FROM sealed_index i JOIN clients c ON c.id_number = i.token"
                    " WHERE i.mac = ?1 AND i.field = 'id_number'"
                    " AND c.status IN ('active', 'archived') UNION"
                    " SELECT c.pk FROM sealed_index i JOIN clients c ON c.bank_account = i.token"
                    " WHERE i.mac = ?1 AND i.field = 'bank_account'"
                    " AND c.status IN ('active', 'archived') UNION"
                    " SELECT c.pk FROM sealed_index i JOIN sealed_values v ON v.token = i.token"
                    " JOIN clients c ON c.pk = v.client_pk WHERE i.mac = ?1"
                    " AND i.field LIKE 'custom:%' AND instr(c.custom, i.token) > 0"
                    " AND c.status IN ('active', 'archived') ORDER BY 1")
        .bindAll(code)
        .all([](const Statement& row) { return row.id<ClientPk>(0); });
}

Result<> SealedStore::destroy(ClientPk client, const QString& field)
{
    // A value that came with a merge was entered for the record that went.
    static constexpr std::string_view whose
        = "client_pk IN (WITH RECURSIVE same (pk) AS (SELECT ?1 UNION SELECT c.pk FROM same JOIN"
          " clients c ON c.merged_into = same.pk) SELECT pk FROM same) AND (?2 = '' OR field = ?2)";
    for (const std::string& sql :
         {std::string("DELETE FROM sealed_index WHERE token IN (SELECT token FROM sealed_values"
                      " WHERE ")
              .append(whose)
              .append(")"),
          std::string("DELETE FROM sealed_values WHERE ").append(whose)}) {
        if (auto done = m_connection->statement(sql).bindAll(client, field).run(); !done) {
            return done;
        }
    }
    return {};
}

Result<bool> wereEverMerged(Connection& connection, ClientPk one, ClientPk other)
{
    auto known
        = connection
              .statement("WITH RECURSIVE kin (pk) AS (SELECT ?1 UNION SELECT m.client_pk FROM kin"
                         " JOIN merges s ON s.survivor_pk = kin.pk JOIN merge_members m ON"
                         " m.merge_pk = s.pk UNION SELECT s.survivor_pk FROM kin JOIN merge_members"
                         " m ON m.client_pk = kin.pk JOIN merges s ON s.pk = m.merge_pk)"
                         " SELECT 1 FROM kin WHERE pk = ?2")
              .bindAll(one, other)
              .one([](const Statement& row) { return row.integer(0); });
    return known ? Result<bool>(known->has_value()) : Result<bool>(known.error());
}

Result<SealedContent>
openToken(const OfficeContext& office, const SealedKeys& keys, const QString& token)
{
    auto stored = SealedStore(office.reader).byToken(token);
    if (!stored) {
        return stored.error();
    }
    if (!*stored) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("core::SealedStore",
                                                 "This confidential value was destroyed."),
                     {}};
    }
    return openValue(keys, office.officeId, (*stored)->box);
}

Result<std::vector<ClientPk>> sealedHolders(const OfficeContext& office, const QString& text)
{
    std::vector<ClientPk> found;
    const QString code = normalizeCode(text);
    constexpr qsizetype shortest = 6;
    if (!mayOpenSealed(office) || code.size() < shortest) {
        return found;
    }
    auto keys = sealedKeysNow(office);
    if (!keys) {
        return keys.error();
    }
    auto names = sealedCustomFields(office.reader);
    if (!names) {
        return names.error();
    }
    std::vector<std::pair<QString, QString>> wanted{{fieldName(Field::IdNumber), code},
                                                    {fieldName(Field::BankAccount), code}};
    for (const QString& name : *names) {
        wanted.emplace_back(customFieldPlace(name), text.trimmed());
    }
    for (const auto& [place, value] : wanted) {
        auto pks = SealedStore(office.reader)
                       .holding(equalityCode(**keys, office.officeId, place, value));
        if (!pks) {
            return pks.error();
        }
        found.insert(found.end(), pks->begin(), pks->end());
    }
    return found;
}

Result<QString>
SealedDraft::seal(const OfficeContext& office, const SealedPlace& place, const QString& text)
{
    if (!m_keys) {
        auto keys = sealedKeysNow(office);
        if (!keys) {
            return keys.error();
        }
        m_keys = *std::move(keys);
    }
    auto made = sealValue(*m_keys, office.officeId, place, text);
    if (!made) {
        return made.error();
    }
    const QString token = made->token;
    m_values.push_back({{*std::move(made), {}, place.field},
                        m_keys->isNewest()
                            ? equalityCode(*m_keys, office.officeId, place.field, text)
                            : QByteArray()});
    return token;
}

namespace {

Error strangeTokenError()
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::SealedStore",
                                        "This is the mark of a confidential value of another "
                                        "record. Type the value itself."),
            {}};
}

/// A token that is typed, not kept, must be one that was entered for this very record (a request, an undo).
Result<> requireOwn(Connection& connection, const Client& client, const QString& token)
{
    auto known = SealedStore(connection).byToken(token);
    if (!known) {
        return known.error();
    }
    if (!*known || !client.pk.isValid()) {
        return strangeTokenError();
    }
    if ((*known)->client == client.pk) {
        return {};
    }
    auto merged = wereEverMerged(connection, (*known)->client, client.pk);
    if (!merged) {
        return merged.error();
    }
    return *merged ? Result<>() : Result<>(strangeTokenError());
}

} // namespace

Result<> SealedDraft::sealCustom(const Operation& operation, Client& client, const Client* before)
{
    if (!client.values.has(Field::Custom)
        || (before != nullptr && before->value(Field::Custom) == client.value(Field::Custom))) {
        return {};
    }
    auto names = sealedCustomFields(operation.connection());
    if (!names) {
        return names.error();
    }
    QJsonObject own = objectIn(client.value(Field::Custom));
    const QJsonObject former
        = before != nullptr ? objectIn(before->value(Field::Custom)) : QJsonObject();
    bool changed = false;
    for (const QString& name : *names) {
        const QString text = own.value(name).toString();
        const QString was = former.value(name).toString();
        if (text.isEmpty() || text == was) {
            continue;
        }
        if (isSealedMask(text)) {
            own.insert(name, was);
        } else if (isSealedToken(text)) {
            if (auto ours = requireOwn(operation.connection(), client, text); !ours) {
                return ours;
            }
            continue;
        } else {
            auto token
                = seal(operation.office(), {client.id().value, customFieldPlace(name)}, text);
            if (!token) {
                return token.error();
            }
            own.insert(name, *token);
        }
        changed = true;
    }
    if (changed) {
        client.set(Field::Custom, compactText(own));
    }
    return {};
}

Result<SealedDraft>
SealedDraft::of(const Operation& operation, Client& client, const Client* before)
{
    SealedDraft draft;
    for (const Field field : {Field::IdNumber, Field::BankAccount}) {
        const QString text = client.value(field);
        const QString was = before != nullptr ? before->value(field) : QString();
        if (text.isEmpty() || text == was) {
            continue;
        }
        if (isSealedMask(text)) {
            client.set(field, was);
            continue;
        }
        if (isSealedToken(text)) {
            if (auto ours = requireOwn(operation.connection(), client, text); !ours) {
                return ours.error();
            }
            continue;
        }
        auto token = draft.seal(operation.office(), {client.id().value, fieldName(field)}, text);
        if (!token) {
            return token.error();
        }
        client.set(field, *token);
    }
    if (auto done = draft.sealCustom(operation, client, before); !done) {
        return done.error();
    }
    return draft;
}

QStringList SealedDraft::places() const
{
    QStringList places;
    for (const Sealed& one : m_values) {
        places.append(one.value.field);
    }
    return places;
}

Result<> SealedDraft::write(Operation& operation, ClientPk client) const
{
    SealedStore store(operation.connection());
    for (const Sealed& one : m_values) {
        StoredSealed value = one.value;
        value.client = client;
        if (auto done = store.insert(value); !done) {
            return done;
        }
        if (!one.code.isEmpty()) {
            if (auto done = store.putCode(value, value.box.epoch, one.code); !done) {
                return done;
            }
        }
    }
    return {};
}

QString maskedCustom(const QString& stored)
{
    if (!stored.contains(QLatin1String("sealed:"))) {
        return stored;
    }
    QJsonObject own = objectIn(stored);
    for (auto entry = own.begin(); entry != own.end(); ++entry) {
        if (isSealedToken(entry.value().toString())) {
            entry.value() = sealedMask();
        }
    }
    return compactText(own);
}

QString unmaskedCustom(const QString& typed, const QString& base)
{
    if (!typed.contains(QChar(maskSign))) {
        return typed;
    }
    QJsonObject own = objectIn(typed);
    const QJsonObject former = objectIn(base);
    for (auto entry = own.begin(); entry != own.end(); ++entry) {
        if (isSealedMask(entry.value().toString()) && former.contains(entry.key())) {
            entry.value() = former.value(entry.key());
        }
    }
    return compactText(own);
}

QString sealedMask()
{
    return QString(maskLength, QChar(maskSign));
}

bool isSealedMask(QStringView typed)
{
    return !typed.isEmpty() && std::all_of(typed.begin(), typed.end(), [](QChar c) {
        return c == QChar(maskSign) || c == u'*';
    });
}

} // namespace core
