/// ImportPlan: what a row of a file becomes: the values of a record, what was noticed, or the
/// reason why it cannot be one. The same for the preview, the dry run and the import. Pure, any
/// thread; one plan may serve several.
///
///     ImportPlan plan(mapping, {.users = names, .usersKnown = true});
///     ImportRow row = plan.interpret(csvRow);
///     if (row.rejection.isEmpty()) store(row.values);
///
/// Rejected are only rows that cannot be a record: unreadable, no name, too large. A value that
/// breaks a rule comes in. Id numbers and bank cards never reach `values`: in a column of codes the
/// cell is dropped, elsewhere "***" stands for the number. `findings` says which column it was.
#pragma once

#include "core/exchange/ColumnMapping.h"
#include "core/records/Client.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace core {

/// "damaged_by_spreadsheet", "sealed_value", "sealed_moved", "unknown_owner": what the plan noticed; the rules of a
/// record come apart.
struct RowFinding
{
    int column = -1; ///< of the file, from 0
    Field field = Field::Id;
    QString rule;
};

struct ImportRow
{
    std::int64_t line = 0; ///< of the file, from 1
    ClientValues values; ///< stored form; Field::Id only says which client is meant
    std::vector<RowFinding> findings;
    QString rejection; ///< translated; not empty: no record can be made of it
};

class ImportPlan
{
public:
    explicit ImportPlan(ColumnMapping mapping, MappingHints hints = {});

    [[nodiscard]] const ColumnMapping& mapping() const { return m_mapping; }
    [[nodiscard]] ImportRow interpret(const CsvRow& row) const;

private:
    ColumnMapping m_mapping;
    MappingHints m_hints;
};

} // namespace core
