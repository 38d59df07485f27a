/// SettingStore: the office's own settings by name (table settings). Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/security/Operation.h"
#include "core/storage/Connection.h"

#include <QString>

#include <optional>

namespace core {

class SettingStore
{
public:
    explicit SettingStore(Connection& connection);

    Result<std::optional<QString>> value(QStringView name) const;
    Result<> set(Operation& operation, const QString& name, const QString& value);

private:
    Connection* m_connection;
};

} // namespace core
