/// ImportTally: keeps the count of what an import noticed in its rows: findings by field and rule, numbers that a spreadsheet
/// cut, what is stored nowhere, owners that are nobody. Writes into the result of the run. Thread of the run.
#pragma once

#include "core/exchange/Importer.h"

#include <vector>

namespace core {

class ImportTally
{
public:
    /// Both must live as long.
    ImportTally(const ColumnMapping& mapping, ImportResult& result);

    /// What reading the row showed.
    void note(const CsvRow& source, const ImportRow& row);
    /// What storing it showed: "field:rule".
    void noteRules(const QStringList& findings);
    /// What storing a row would show.
    void noteFindings(const Findings& findings);
    /// Columns in which something stands that went nowhere: without a field (Ignored), or LeftOut.
    [[nodiscard]] QStringList filledOf(ColumnUse use) const;

private:
    const ColumnMapping& m_mapping;
    ImportResult& m_result;
    std::vector<bool> m_filled; ///< of those columns
};

} // namespace core
