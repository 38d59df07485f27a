/// ClientCounts: what there is of clients, counted in one pass that reads some thousand records at a time and holds no lock
/// between them, since a reader keeps others from saving. Two seconds for a million clients on a desktop: not for the thread
/// that lists are read on. Those in use only; says nothing of permission, which is the caller's. Thread of the connection.
///
///     auto counts = countClients(office.reader, {.includes = [](UserPk owner) { … }}, Freshness(now), progress);
#pragma once

#include "core/base/Id.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/search/Freshness.h"
#include "core/storage/Connection.h"

#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace core {

/// Of one owner's clients.
struct OwnerCounts
{
    std::int64_t clients = 0;
    std::int64_t drafts = 0; ///< a required field is missing
    std::int64_t stale = 0; ///< not updated for as long as their class allows
    std::int64_t grouped = 0; ///< in a group of possible duplicates

    OwnerCounts& operator+=(const OwnerCounts& other);
    friend bool operator==(const OwnerCounts&, const OwnerCounts&) = default;
};

struct CityCount
{
    QString city; ///< empty: none is stated
    std::int64_t clients = 0;
};

struct ClientCounts
{
    std::map<std::int64_t, OwnerCounts> byOwner; ///< by UserPk; 0: nobody looks after them
    std::array<std::int64_t, 4> byActivity{}; ///< active, potential, dormant, not stated
    std::vector<CityCount> cities; ///< the largest first; the one that is not stated last
    bool wasScanned = false; ///< whether anything is known of duplicates

    [[nodiscard]] OwnerCounts all() const;
};

struct CountScope
{
    std::optional<UserPk> owner{}; ///< only his: by an index, so quick where they are few
    std::function<bool(UserPk owner)> includes{}; ///< none: everybody's
};

[[nodiscard]] Result<ClientCounts> countClients(Connection& connection,
                                                const CountScope& scope,
                                                const Freshness& freshness,
                                                Progress& progress);

/// Whether one person looks after at most so many records, without counting further.
[[nodiscard]] Result<std::optional<std::int64_t>>
countOwned(Connection& connection, UserPk owner, std::int64_t most);

} // namespace core
