/// SettledRows: what a person settled before an import began, as the import keeps it while it runs, so that the file alone is
/// enough to go on with one that broke off: how its columns were read, corrected cells, what becomes of single rows.
///
///     {"客户名称":"name", …}                                                     nothing was settled by row
///     {"columns":{…},"fixes":{"6":{"0":"Dover Ltd"}},"choices":{"update":[[2,2],[7,90]]}}
///
/// Pure; any thread.
#pragma once

#include "core/exchange/Importer.h"

namespace core {

struct SettledRows
{
    ImportFixes fixes;
    RowChoices choices;

    /// More is not kept: it would be written anew with every slice. Such an import can be taken back, but not gone on with.
    static constexpr qsizetype mostBytes = qsizetype{256} * 1024;
};

/// Corrections in confidential columns are never kept, and so nothing of such a file is.
[[nodiscard]] QString runningText(const ColumnMapping& mapping, const SettledRows& settled);

struct RunningImport
{
    QString mappingJson;
    SettledRows settled;
};
/// Empty parts where the text says nothing of them.
[[nodiscard]] RunningImport runningImportFrom(const QString& text);

} // namespace core
