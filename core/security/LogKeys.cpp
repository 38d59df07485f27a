#include "core/security/LogKeys.h"

#include "core/crypto/Digest.h"
#include "core/crypto/Seal.h"
#include "core/storage/Statement.h"

namespace core {

namespace {

constexpr QStringView clientPrefix = u"client:";
constexpr QStringView monthPrefix = u"month:";

Result<QByteArray> keyOfClient(Connection& connection, std::int64_t client)
{
    auto key = connection.statement("SELECT key FROM client_keys WHERE client_pk = ?")
                   .bindAll(client)
                   .one([](const Statement& row) { return row.blob(0); });
    if (!key) {
        return key.error();
    }
    return key->value_or(QByteArray{});
}

Result<QByteArray> keyOfMonth(Connection& connection, const QString& month)
{
    auto key = connection.statement("SELECT key FROM log_keys WHERE month = ?")
                   .bindAll(month)
                   .one([](const Statement& row) { return row.blob(0); });
    if (!key) {
        return key.error();
    }
    return key->value_or(QByteArray{});
}

} // namespace

Result<LogKey> logKeyFor(Connection& connection, ClientPk client, const QString& at)
{
    if (client.isValid()) {
        auto key = keyOfClient(connection, client.value);
        if (!key) {
            return key.error();
        }
        return LogKey{clientPrefix.toString() + QString::number(client.value), *std::move(key)};
    }
    constexpr qsizetype monthLength = 7; // yyyy-mm
    const QString month = at.left(monthLength);
    auto key = keyOfMonth(connection, month);
    if (!key) {
        return key.error();
    }
    if (key->isEmpty()) {
        constexpr int keyBytes = 32;
        *key = randomBytes(keyBytes);
        auto made = connection.statement("INSERT INTO log_keys (month, key) VALUES (?, ?)")
                        .bindAll(month, *key)
                        .run();
        if (!made) {
            return made.error();
        }
    }
    return LogKey{monthPrefix.toString() + month, *std::move(key)};
}

Result<std::optional<QString>>
LogKeyRing::open(const QString& keyName, const QByteArray& sealed, const QByteArray& associated)
{
    if (sealed.isEmpty()) {
        return std::optional<QString>{};
    }
    auto known = m_keys.constFind(keyName);
    if (known == m_keys.constEnd()) {
        auto key = keyName.startsWith(clientPrefix)
            ? keyOfClient(*m_connection, keyName.mid(clientPrefix.size()).toLongLong())
            : keyOfMonth(*m_connection, keyName.mid(monthPrefix.size()));
        if (!key) {
            return key.error();
        }
        known = m_keys.insert(keyName, *std::move(key));
    }
    auto text = openSealed(*known, sealed, associated);
    return text ? std::optional(QString::fromUtf8(*text)) : std::nullopt;
}

} // namespace core
