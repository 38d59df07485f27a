/// What of a client is compared with others, and which clients are. Pure, any thread.
#pragma once

#include "core/duplicates/DuplicateEngine.h"
#include "core/records/Client.h"

namespace core {

/// Only active clients are looked at for duplicates.
[[nodiscard]] bool isMatched(const Client& client);

/// A client as the engine compares it.
[[nodiscard]] MatchRecord matchRecordOf(const ClientValues& values, std::int64_t key);

} // namespace core
