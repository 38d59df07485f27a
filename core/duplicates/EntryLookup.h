/// EntryLookup: the check at entry: which clients a person may be about to enter again. Looks only at records that share a
/// key with what was typed, so it answers within milliseconds in an office of a million. Thread of the connection that it is
/// asked with.
#pragma once

#include "core/duplicates/JudgeCache.h"
#include "core/records/ClientParts.h"
#include "core/security/OfficeContext.h"

#include <vector>

namespace core {

class EntryLookup final : public DuplicateLookup
{
public:
    explicit EntryLookup(OfficeContext& office);
    Result<std::vector<DuplicateHint>>
    candidates(Connection& connection, const ClientValues& values, ClientPk self) override;

private:
    OfficeContext& m_office;
    JudgeCache m_judges;
};

} // namespace core
