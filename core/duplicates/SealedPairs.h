/// SealedPairs: records that hold the same id number are one client, whatever else they say; only whoever has the key of
/// confidential values can know. Adds such pairs to what the engine found, and joins their groups. An account may belong to a
/// couple or a company's branches, so that it says nothing here. Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/duplicates/DuplicateEngine.h"
#include "core/security/OfficeContext.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace core {

/// The probability of such a pair.
inline constexpr double sameNumber = 0.999;

/// Active records with the same id number; smaller number first, in order.
Result<std::vector<std::pair<std::int64_t, std::int64_t>>> sameNumbers(Connection& connection);

/// Does nothing without the key. `vetoes`: pairs that somebody decided to be different, a < b.
Result<> addSealedPairs(const OfficeContext& office,
                        const std::vector<std::pair<std::int64_t, std::int64_t>>& vetoes,
                        MatchResult& found);

} // namespace core
