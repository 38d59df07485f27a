#include "core/security/SettingStore.h"

#include "core/storage/Statement.h"

namespace core {

SettingStore::SettingStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<std::optional<QString>> SettingStore::value(QStringView name) const
{
    return m_connection->statement("SELECT value FROM settings WHERE name = ?")
        .bindAll(name)
        .one([](const Statement& row) { return row.text(0); });
}

Result<std::vector<std::pair<QString, QString>>> SettingStore::all() const
{
    return m_connection->statement("SELECT name, value FROM settings ORDER BY name")
        .all([](const Statement& row) { return std::pair(row.text(0), row.text(1)); });
}

QString SettingStore::objectOf(const QString& name)
{
    return QStringLiteral("setting:%1").arg(name);
}

QByteArray
SettingStore::hash(const OfficeContext& office, const QString& name, const QString& value)
{
    return rowHash(office, objectOf(name), {value});
}

Result<> SettingStore::set(Operation& operation, const QString& name, const QString& value)
{
    auto before = this->value(name);
    if (!before) {
        return before.error();
    }
    auto done
        = m_connection
              ->statement(
                  "INSERT INTO settings (name, value) VALUES (?, ?)"
                  " ON CONFLICT (name) DO UPDATE SET value = excluded.value, version = version + 1")
              .bindAll(name, value)
              .run();
    if (!done) {
        return done;
    }
    const QByteArray was = *before ? hash(operation.office(), name, **before) : QByteArray{};
    operation.recordRow(objectOf(name), was, hash(operation.office(), name, value));
    operation.feed("setting", 0);
    return {};
}

} // namespace core
