/// UnfinishedImports: imports whose slices were saved on a shared office and that did not come to their end: the program was
/// ended, the share went away. Which there are, and how each of them had read its file, so that the same file, given again,
/// is enough to go on, with all that was settled row by row (SettledRows).
///
///     for (const UnfinishedImport& import : *unfinishedImports(office)) …
///     auto options = optionsToResume(office, import.batch.pk, path);       // the same file, wherever it lies now
///     if (options) importer.run(*options, progress);
///
/// Thread of the office's writer.
#pragma once

#include "core/exchange/Importer.h"
#include "core/exchange/SettledRows.h"
#include "core/records/ClientBatch.h"

#include <chrono>
#include <vector>

namespace core {

struct UnfinishedImport
{
    /// Whoever runs saves much more often than this, also on a share that stalls.
    static constexpr std::chrono::minutes quietTime{2};

    Batch batch;
    bool isOwn = false; ///< begun by the person of this session
    bool isLeaving = false; ///< it was being taken back: that can be finished, the import cannot
    bool mayRun
        = false; ///< something was saved within the quiet time: perhaps it runs at another computer
};

/// Newest first; those that this person may take back. Empty for who may not import.
[[nodiscard]] Result<std::vector<UnfinishedImport>> unfinishedImports(OfficeContext& office);

/// How the unfinished import read its file: columns, encoding, what becomes of duplicates. NotFound: no such import.
/// Conflict: it is not unfinished (any more), or this is another file, or the file was changed. Busy: it may be running.
/// Reads the whole file.
[[nodiscard]] Result<ImportOptions>
optionsToResume(OfficeContext& office, BatchPk batch, const QString& path);

/// By which an unfinished import knows its file again: the hash of the file, and of that and how it is read.
[[nodiscard]] Result<QByteArray> importFileHash(const ImportSource& source);
[[nodiscard]] QString importSourceHash(const QByteArray& fileHash,
                                       const ImportFile& file,
                                       DuplicateMode duplicates,
                                       const SettledRows& settled);

} // namespace core
