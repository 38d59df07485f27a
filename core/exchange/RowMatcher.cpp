#include "core/exchange/RowMatcher.h"

#include "core/duplicates/DuplicateEngine.h"
#include "core/exchange/ImportMerge.h"
#include "core/records/ClientStore.h"

namespace core {

RowMatcher::RowMatcher(Connection& connection,
                       DuplicateLookup& duplicates,
                       const ColumnMapping& mapping)
    : m_connection(connection)
    , m_duplicates(duplicates)
    , m_mapping(mapping)
{ }

Result<std::optional<Client>>
RowMatcher::known(const ImportRow& row, DuplicateMode duplicates, bool isStored) const
{
    const ClientStore clients(m_connection);
    const auto isActive = [](const std::optional<Client>& client) {
        return client && client->value(Field::Status) == QLatin1String("active");
    };
    if (row.values.has(Field::Id) && duplicates != DuplicateMode::Create) {
        auto named = clients.byId(ClientId{row.values.value(Field::Id)});
        if (!named || isActive(*named)) {
            return named;
        }
    }
    if (duplicates == DuplicateMode::Create && isStored) {
        return std::optional<Client>{}; // the marks come with the scan
    }
    auto candidates = m_duplicates.candidates(m_connection, row.values, {});
    if (!candidates) {
        return candidates.error();
    }
    const bool typeSaid = saysType();
    for (const DuplicateHint& hint : *candidates) {
        if (!hint.certain && tierOf(hint.score) == MatchTier::Possible) {
            continue;
        }
        auto client = clients.byPk(hint.pk);
        if (!client) {
            return client;
        }
        // A row that says nothing new of a likely one is it as well: nothing is lost by that.
        if (isActive(*client)
            && (hint.certain || importEdits((*client)->values, row.values, typeSaid).empty())) {
            return client;
        }
    }
    return std::optional<Client>{};
}

bool RowMatcher::saysType() const
{
    return m_mapping.has({ColumnUse::ToField, Field::Type});
}

} // namespace core
