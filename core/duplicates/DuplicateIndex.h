/// DuplicateIndex: keeps the key table with every save, so that the check at entry looks at few records. Derived: it can be
/// thrown away and made anew. Thread of the office's writer.
#pragma once

#include "core/records/ClientParts.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace core {

class DuplicateIndex final : public ClientIndex
{
public:
    /// Makes the derived tables where they are missing or of other rules, and fills the key table.
    static Result<> prepare(Connection& connection);

    Result<> add(Connection& connection, const Client& client) override;
    Result<> change(Connection& connection, const Client& before, const Client& after) override;
    Result<> remove(Connection& connection, const Client& client) override;
    Result<> beginRemoval(Connection& connection, std::int64_t count) override;
    Result<> finishRemoval(Connection& connection) override;
    void dropRemoval() override;
    void beginAddition() override;
    Result<> finishAddition(Connection& connection) override;
    void dropAddition() override;

private:
    Result<> putIn(Connection& connection);

    std::vector<std::pair<std::int64_t, std::int64_t>> m_kept; ///< key and client
    bool m_keepsBack = false;
    bool m_isEmptied = false;
};

} // namespace core
