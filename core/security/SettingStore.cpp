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
    const QString object = QStringLiteral("setting:%1").arg(name);
    const QByteArray was = *before ? rowHash(operation.office(), object, {**before}) : QByteArray{};
    operation.recordRow(object, was, rowHash(operation.office(), object, {value}));
    operation.feed("setting", 0);
    return {};
}

} // namespace core
