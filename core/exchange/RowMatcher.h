/// RowMatcher: which client of the office a row of an import is, if it is one: by the id that it names, else by the search for
/// duplicates. Thread of the connection.
#pragma once

#include "core/exchange/Importer.h"

#include <optional>

namespace core {

class RowMatcher
{
public:
    RowMatcher(Connection& connection, DuplicateLookup& duplicates, const ColumnMapping& mapping);

    /// `isStored`: what creates them all is not looked for then, since the marks come with the scan.
    Result<std::optional<Client>>
    known(const ImportRow& row, DuplicateMode duplicates, bool isStored) const;
    /// Whether the file tells persons from companies.
    [[nodiscard]] bool saysType() const;

private:
    Connection& m_connection;
    DuplicateLookup& m_duplicates;
    const ColumnMapping& m_mapping;
};

} // namespace core
