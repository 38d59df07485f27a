/// AuditScan: reads the log in its order, piece by piece, with the root over the rows of each entry as they are now: one pass
/// over entries, rows, history and looks side by side, since a statement per entry costs more than everything else. Between
/// two pieces nothing is locked. Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/security/AuditChain.h"
#include "core/storage/Connection.h"

#include <vector>

namespace core {

struct ScannedEntry
{
    AuditEntry entry;
    QByteArray root; ///< over the rows that are there
    std::int64_t rows = 0;
    bool hasForeignLooks = false; ///< looks of somebody else than who signed it
};

class AuditScan
{
public:
    explicit AuditScan(Connection& connection)
        : m_connection(&connection)
    { }

    /// The last entry's number; 0 in an empty log.
    Result<std::int64_t> lastSeq() const;
    /// At most `most` entries after `after`, none behind `last`.
    Result<std::vector<ScannedEntry>>
    read(std::int64_t after, std::int64_t last, std::int64_t most) const;
    Result<std::optional<ScannedEntry>> one(std::int64_t seq) const;

private:
    Result<> addRoots(std::vector<ScannedEntry>& entries) const;

    Connection* m_connection;
};

} // namespace core
