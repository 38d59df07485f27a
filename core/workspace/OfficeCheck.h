/// OfficeCheck: is the office what its people made it? Pages and structure (storage), the log with its hashes and
/// signatures, and every row that the log speaks of against what it says: clients, their history, users, departments,
/// settings, requests, merges. A problem names its place as people know it: client id, R-12, user, number of the entry.
/// Reads only; thread of the connection.
#pragma once

#include "core/approval/RequestService.h"
#include "core/base/Progress.h"
#include "core/security/OfficeContext.h"
#include "core/storage/Integrity.h"

#include <QSet>

#include <vector>

namespace core {

class OfficeCheck
{
public:
    OfficeCheck(OfficeContext& office, const RequestService& requests);

    Result<std::vector<IntegrityProblem>> run(Progress& progress);

private:
    /// What the log says that became of one row of a table.
    struct LoggedRow
    {
        QByteArray last; ///< its hash after its last entry
        std::int64_t seq = 0;
        std::int64_t brokenAt = 0; ///< the entry that found another row than the one before it left
    };

    Result<> checkLog(Progress& progress);
    Result<> checkBookkeeping();
    Result<> checkClients(Progress& progress);
    Result<> checkAuthors();
    Result<> checkMissingClients();
    Result<> checkHistory(Progress& progress);
    Result<> checkRows();
    Result<> checkNumbered(const QSet<QString>& numbered);
    void compareRow(const LoggedRow& logged,
                    const char* kind,
                    const QString& where,
                    const QByteArray& now);
    Result<> checkRequests(Progress& progress);
    Result<> checkSealed(Progress& progress);
    void add(const char* kind, const QString& where, const QString& message);

    OfficeContext& m_office;
    const RequestService& m_requests;
    std::vector<IntegrityProblem> m_problems;
};

} // namespace core
