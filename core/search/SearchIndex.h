/// SearchIndex: keeps the derived tables of search with every save, and builds them anew. Runs inside the save's
/// transaction, on the writer's thread.
#pragma once

#include "core/base/Progress.h"
#include "core/records/ClientParts.h"

namespace core {

class SearchIndex final : public ClientIndex
{
public:
    /// Makes the tables where they are missing or of older rules, and fills them.
    static Result<> prepare(Connection& connection, Progress& progress);

    Result<> add(Connection& connection, const Client& client) override;
    Result<> change(Connection& connection, const Client& before, const Client& after) override;
    Result<> remove(Connection& connection, const Client& client) override;

    Result<> beginRemoval(Connection& connection, std::int64_t count) override;
    Result<> finishRemoval(Connection& connection) override;
    void dropRemoval() override { m_isEmptied = false; }

private:
    static Result<> fill(Connection& connection, Progress& progress);

    bool m_isEmptied = false; ///< until it is filled again, nothing is kept
};

} // namespace core
