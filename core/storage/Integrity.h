/// Integrity: is the file what was written? Two checks of SQLite and SQLCipher, since each is blind
/// where the other sees: cipher_integrity_check finds every changed bit and misses a file cut by
/// whole pages; integrity_check finds that and misses a changed byte. Neither sees an old valid
/// page put back: row hashes and the audit chain do.
///
///     auto problems = checkIntegrity(connection, progress);
///     if (problems && problems->empty()) …
///
/// About 1 s per 100 MB. On the connection's thread; holds a read lock meanwhile. Cancelled when
/// stopped.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QString>

#include <vector>

namespace core {

class Connection;

struct IntegrityProblem
{
    QString kind; ///< "page", "structure" or "foreign_key"
    QString where; ///< "page 17", "clients row 12"; empty where SQLite does not say
    QString message; ///< translated; no client data
};

[[nodiscard]] Result<std::vector<IntegrityProblem>> checkIntegrity(Connection& connection,
                                                                   Progress& progress);

} // namespace core
