/// DuplicateLabels: what people have said about pairs of records, for the engine to learn from: "not a duplicate", "the same",
/// merged, and merged and taken apart again. The newest word about a pair counts, and the newest pairs. Thread of the
/// connection.
#pragma once

#include "core/base/Result.h"
#include "core/duplicates/DuplicateEngine.h"
#include "core/storage/Connection.h"

#include <vector>

namespace core {

/// Oldest first; at most some thousands.
Result<std::vector<DecidedPair>> decidedPairs(Connection& connection);

} // namespace core
