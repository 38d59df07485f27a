/// HistorySignatures: whether a row of a record's history is what its people signed: the row itself, the entry of the log that
/// brought it, and, where it came by a request, that its author asked, somebody else approved, and both signatures hold.
///
///     HistorySignatures signatures(connection, officeId);
///     auto problem = signatures.problemOf(entry);            // empty: all of it verifies
///
/// Thread of the connection.
#pragma once

#include "core/approval/RequestSignatures.h"
#include "core/base/Result.h"
#include "core/records/HistoryStore.h"
#include "core/security/AuditChain.h"

#include <QHash>
#include <QString>

namespace core {

class HistorySignatures
{
public:
    HistorySignatures(Connection& connection, QByteArray officeId);

    /// Of a row that ClientService::history() gave (isAsWritten is set).
    Result<QString> problemOf(const HistoryEntry& entry);

private:
    Result<QString> problemOfEntry(std::int64_t seq);
    Result<QString> problemOfRequest(RequestPk request);

    Connection& m_connection;
    AuditChain m_chain;
    RequestSignatures m_requests;
    QHash<std::int64_t, QString> m_entries; ///< an import's entry stands for many rows
    QHash<std::int64_t, QString> m_asked;
};

} // namespace core
