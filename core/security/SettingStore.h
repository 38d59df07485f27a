/// SettingStore: the office's own settings by name (table settings). Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/security/Operation.h"
#include "core/storage/Connection.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace core {

class SettingStore
{
public:
    explicit SettingStore(Connection& connection);

    Result<std::optional<QString>> value(QStringView name) const;
    Result<std::vector<std::pair<QString, QString>>> all() const; ///< name, value
    Result<> set(Operation& operation, const QString& name, const QString& value);
    /// As the log names the row, and the hash that it keeps of it.
    [[nodiscard]] static QString objectOf(const QString& name);
    [[nodiscard]] static QByteArray
    hash(const OfficeContext& office, const QString& name, const QString& value);

private:
    Connection* m_connection;
};

} // namespace core
