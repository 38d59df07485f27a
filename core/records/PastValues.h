/// PastValues: what a record was at an earlier version, read back from its history. Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/storage/Connection.h"

#include <optional>

namespace core {

/// The values that `current` had when its version was `version`. Nothing where the history cannot tell: no such version
/// yet, an entry that is missing or does not fit, values that are not those the entry after them began with.
Result<std::optional<ClientValues>>
valuesAtVersion(Connection& connection, const Client& current, int version);

} // namespace core
