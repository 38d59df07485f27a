/// OfficeCheck: whether an office is what its log says it is: every record, every word of its history, every request,
/// user, department and setting against the hash that the signed log holds of it. Thread of the connection.
///
///     auto problems = checkOffice(office.context(), office.requests(), progress);   // none: all is well
#pragma once

#include "core/approval/RequestService.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/security/OfficeContext.h"
#include "core/storage/Integrity.h"

#include <vector>

namespace core {

/// Pages, structure, references, the chain of the log, and rows. `where` names what people know: a client's id, a
/// request, the number of a log entry, a user. Cancelled where `progress` was stopped.
Result<std::vector<IntegrityProblem>>
checkOffice(OfficeContext& office, const RequestService& requests, Progress& progress);

} // namespace core
