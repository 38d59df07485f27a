#include "core/reports/ClientCounts.h"

#include "core/duplicates/DuplicateStore.h"
#include "core/storage/Statement.h"

#include <algorithm>
#include <string>

namespace core {

namespace {

constexpr int rowsAtOnce = 20'000;

/// Those in groups of possible duplicates, in order; nothing before the first scan.
Result<std::optional<std::vector<std::int64_t>>> groupedClients(Connection& connection)
{
    using Grouped = std::optional<std::vector<std::int64_t>>;
    auto state = DuplicateStore(connection).state();
    if (!state) {
        return state.error();
    }
    if (!*state) {
        return Grouped{};
    }
    auto members
        = connection.statement("SELECT client_pk FROM duplicate_members ORDER BY client_pk")
              .all([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!members) {
        return members.error();
    }
    return Grouped(*std::move(members));
}

std::size_t activityIndex(std::string_view activity)
{
    if (activity == "active") {
        return 0;
    }
    if (activity == "potential") {
        return 1;
    }
    return activity == "dormant" ? 2 : 3;
}

/// Takes rows in the order of their pk.
class Tally
{
public:
    Tally(const CountScope& scope, const Freshness& freshness, std::vector<std::int64_t> grouped)
        : m_scope(scope)
        , m_freshness(freshness)
        , m_grouped(std::move(grouped))
        , m_nextGrouped(m_grouped.begin())
    { }

    void take(const Statement& row)
    {
        last = row.int64(0);
        ++rows;
        const std::int64_t owner = row.int64(1);
        if (!isIncluded(owner)) {
            return;
        }
        const std::string_view activity = row.utf8(2);
        OwnerCounts& counts = m_counts.byOwner[owner];
        ++counts.clients;
        counts.drafts += row.boolean(3) ? 1 : 0;
        counts.stale += m_freshness.isStale(activity, row.utf8(5)) ? 1 : 0;
        counts.grouped += isGrouped() ? 1 : 0;
        ++m_counts.byActivity[activityIndex(activity)];
        const std::string_view city = row.utf8(4);
        const auto known = m_cities.find(city);
        ++(known == m_cities.end() ? m_cities[std::string(city)] : known->second);
    }

    ClientCounts finish(bool wasScanned)
    {
        m_counts.wasScanned = wasScanned;
        for (const auto& [city, clients] : m_cities) {
            m_counts.cities.push_back({QString::fromStdString(city), clients});
        }
        std::stable_sort(m_counts.cities.begin(),
                         m_counts.cities.end(),
                         [](const CityCount& a, const CityCount& b) {
                             if (a.city.isEmpty() != b.city.isEmpty()) {
                                 return b.city.isEmpty();
                             }
                             return a.clients > b.clients;
                         });
        return std::move(m_counts);
    }

    std::int64_t last = 0;
    std::int64_t rows = 0;

private:
    bool isIncluded(std::int64_t owner)
    {
        if (!m_scope.includes) {
            return true;
        }
        const auto known = m_included.find(owner);
        if (known != m_included.end()) {
            return known->second;
        }
        return m_included[owner] = m_scope.includes(UserPk{owner});
    }

    bool isGrouped()
    {
        while (m_nextGrouped != m_grouped.end() && *m_nextGrouped < last) {
            ++m_nextGrouped;
        }
        return m_nextGrouped != m_grouped.end() && *m_nextGrouped == last;
    }

    const CountScope& m_scope;
    const Freshness& m_freshness;
    std::vector<std::int64_t> m_grouped;
    std::vector<std::int64_t>::const_iterator m_nextGrouped;
    std::map<std::int64_t, bool> m_included;
    std::map<std::string, std::int64_t, std::less<>> m_cities;
    ClientCounts m_counts;
};

} // namespace

OwnerCounts& OwnerCounts::operator+=(const OwnerCounts& other)
{
    clients += other.clients;
    drafts += other.drafts;
    stale += other.stale;
    grouped += other.grouped;
    return *this;
}

OwnerCounts ClientCounts::all() const
{
    OwnerCounts sum;
    for (const auto& one : byOwner) {
        sum += one.second;
    }
    return sum;
}

Result<ClientCounts> countClients(Connection& connection,
                                  const CountScope& scope,
                                  const Freshness& freshness,
                                  Progress& progress)
{
    auto grouped = groupedClients(connection);
    if (!grouped) {
        return grouped.error();
    }
    const bool wasScanned = grouped->has_value();
    Tally tally(scope, freshness, wasScanned ? **std::move(grouped) : std::vector<std::int64_t>{});
    constexpr std::string_view columns
        = "SELECT pk, coalesce(owner_pk, 0), activity, incomplete, city, updated_at FROM clients ";
    constexpr std::string_view end = "pk > ? AND status = 'active' ORDER BY pk LIMIT ?";
    const std::string sql = std::string(columns)
                                .append(scope.owner ? "WHERE owner_pk = ? AND " : "WHERE ")
                                .append(end);
    for (std::int64_t before = -1; before < tally.rows;) {
        if (!progress.step(tally.rows, 0)) {
            return cancelledError();
        }
        before = tally.rows;
        auto piece = connection.statement(sql);
        if (scope.owner) {
            piece.bindAll(*scope.owner, tally.last, rowsAtOnce);
        } else {
            piece.bindAll(tally.last, rowsAtOnce);
        }
        auto done = piece.forEach([&tally](const Statement& row) { tally.take(row); });
        if (!done) {
            return done.error();
        }
        if (tally.rows - before < rowsAtOnce) {
            break;
        }
    }
    return tally.finish(wasScanned);
}

Result<std::optional<std::int64_t>>
countOwned(Connection& connection, UserPk owner, std::int64_t most)
{
    auto count = connection
                     .statement("SELECT count(*) FROM (SELECT 1 FROM clients WHERE owner_pk = ?"
                                " LIMIT ?)")
                     .bindAll(owner, most + 1)
                     .one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!count) {
        return count.error();
    }
    return *count && **count <= most ? *count : std::optional<std::int64_t>{};
}

} // namespace core
