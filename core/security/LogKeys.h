/// LogKeys: the keys that details of the log are sealed with: the client's own, so that erasing the client shreds what the
/// log tells of it, or one per month for what is about no client. Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace core {

/// A key, and how the row names it: "client:17" or "month:2026-11".
struct LogKey
{
    QString name;
    QByteArray key;
};

/// The client's key where there is one, else the month's, made at first use. `at`: UTC as stored.
[[nodiscard]] Result<LogKey> logKeyFor(Connection& connection, ClientPk client, const QString& at);

/// Opens details one after the other; keys are read once.
class LogKeyRing
{
public:
    explicit LogKeyRing(Connection& connection)
        : m_connection(&connection)
    { }

    /// Nothing where the key was destroyed, or the text was changed. `associated` as it was sealed.
    Result<std::optional<QString>>
    open(const QString& keyName, const QByteArray& sealed, const QByteArray& associated);

private:
    Connection* m_connection;
    QHash<QString, QByteArray> m_keys;
};

} // namespace core
