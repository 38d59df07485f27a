/// RejectFile: the rows that could not be imported, as they were, with their place and the reason:
/// a CSV file beside the input that can be corrected and imported again. Cells of sealed columns
/// are blank. Made with the first row, readable by its owner only; an import that is given up
/// leaves none. Thread of the import.
#pragma once

#include "core/exchange/ColumnMapping.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/CsvWriter.h"

#include <QString>

#include <optional>

namespace core {

class RejectFile
{
public:
    /// Written as `<name of input>.rejected.csv` into `folder`, by default that of the input; where such a file is there
    /// already, as `….rejected-2.csv` and so on.
    RejectFile(const QString& input, const ColumnMapping& mapping, const QString& folder = {});

    Result<> add(const CsvRow& row, const QString& reason);
    /// The file is there afterwards. Its path; empty where nothing was rejected.
    Result<QString> finish();

private:
    QString m_path;
    const ColumnMapping& m_mapping;
    std::optional<CsvWriter> m_writer;
};

} // namespace core
