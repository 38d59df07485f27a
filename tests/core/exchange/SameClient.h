/// Lookups of duplicates that are sure of themselves, for the tests of exchange.
#pragma once

#include "core/exchange/Importer.h"
#include "core/records/ClientStore.h"

namespace exchangetest {

using namespace core;

/// Which clients are certainly the one that is asked for.
class SameClient : public DuplicateLookup
{
public:
    Result<std::vector<DuplicateHint>>
    candidates(Connection& connection, const ClientValues& values, ClientPk /*except*/) override
    {
        std::vector<DuplicateHint> hints;
        auto each = ClientStore(connection).forEach([&](const Client& client) -> Result<> {
            if (isSame(client, values)) {
                DuplicateHint hint;
                hint.pk = client.pk;
                hint.certain = true;
                hints.push_back(hint);
            }
            return {};
        });
        return each ? Result<std::vector<DuplicateHint>>(hints) : each.error();
    }

protected:
    [[nodiscard]] virtual bool isSame(const Client& client, const ClientValues& values) const = 0;
};

class SamePhone final : public SameClient
{
    [[nodiscard]] bool isSame(const Client& client, const ClientValues& values) const override
    {
        return values.has(Field::Phone) && client.value(Field::Phone) == values.value(Field::Phone);
    }
};

/// Every client is like every other.
class Alike final : public SameClient
{
    [[nodiscard]] bool isSame(const Client& /*client*/,
                              const ClientValues& /*values*/) const override
    {
        return true;
    }
};

} // namespace exchangetest
