/// KeySharers: which records share a key with one, from the key table: the candidates of the check at entry and of matching
/// one record at a time. Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/duplicates/MatchFeatures.h"
#include "core/storage/Connection.h"

#include <cstdint>
#include <vector>

namespace core {

/// As blockingKeys(), for a record that was standardized already.
[[nodiscard]] std::vector<std::int64_t> entryKeys(const MatchFeatures& features);

/// Those that share most keys first, at most forty; without `self`, and without whom somebody decided to be different from it.
/// A key that many share finds nobody in particular; the rarer ones do.
Result<std::vector<ClientPk>>
keySharers(Connection& connection, const std::vector<std::int64_t>& keys, ClientPk self);

} // namespace core
