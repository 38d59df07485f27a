/// Importer: brings a file into the office: one transaction, one batch, one entry in the log.
/// Cancelled or failed means that nothing happened; a finished batch can be taken back on any later
/// day.
///
///     auto preview = importer.preview({.path = path});
///     auto result = importer.run({.source = {.path = path}, .duplicates = DuplicateMode::Skip},
///     progress); auto undone = importer.undo(result->batch);
///
/// rows = created + updated + skipped + rejected. A row whose `id` names a client of the office is
/// that client: updated where the mode is Update or Request, else created anew or skipped. Thread
/// of the office's writer.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/base/Progress.h"
#include "core/exchange/ImportFile.h"
#include "core/exchange/RowNote.h"
#include "core/records/ClientBatch.h"
#include "core/records/ClientParts.h"

#include <QMap>
#include <QString>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace core {

/// What happens with a row that certainly is a client the office has: by the certainty of the check at entry, or a likely
/// one of which the row says nothing new.
enum class DuplicateMode : std::uint8_t
{
    Create, ///< stored beside it; the scan marks both
    Skip,
    Update, ///< its values go into the client, by request where the person may not decide
    Request, ///< its values become a request
};

[[nodiscard]] QString
duplicateModeName(DuplicateMode mode); ///< "create", "skip", "update", "request"
[[nodiscard]] std::optional<DuplicateMode> duplicateModeByName(QStringView name);

/// What becomes of single rows, by line.
using RowChoices = std::map<std::int64_t, DuplicateMode>;

/// On whose behalf, inside whose use case: an import that was asked for and is approved.
struct ImportBehalf
{
    Operation* operation = nullptr; ///< the approver's; he commits it
    UserPk author;
    QString authorName; ///< owner of the rows that name none
    RequestPk request;
    QString reason;
    std::int64_t askedSeq = 0; ///< the log entry with which the file was given
};

struct ImportOptions
{
    ImportSource source;
    DuplicateMode duplicates = DuplicateMode::Create;
    bool dryRun = false; ///< everything but the storing: counts, findings; no reject file
    QString rejectFolder{}; ///< empty: beside the input
    /// What changed stays in memory up to so many MiB (about 450 rows each), and others read on meanwhile; more is written
    /// early, and then nobody else reads until the end.
    int memoryMib = memoryAlone;
    static constexpr int memoryAlone = 96; ///< often in the night, beside other programs
    static constexpr int memoryBesideReaders = 512; ///< in a window that people look at meanwhile
    std::optional<ImportBehalf> behalf{};
    BatchPk resume{}; ///< an unfinished import of the same file, to go on with
    /// What becomes of single rows, by line, whatever `duplicates` says of all: Skip leaves the row out, known or not.
    RowChoices choices{};
    int notes = 0; ///< of a dry run: how many rows it keeps for somebody to look at
    /// Rows so far, for whoever shows how fast it goes; any thread.
    std::shared_ptr<std::atomic<std::int64_t>> rowsDone{};
};

struct UnfinishedImport; // UnfinishedImports.h

struct ImportResult
{
    BatchPk batch; ///< none after a dry run
    BatchCounts counts;
    /// Rows that certainly are a client the office has, or repeat a row above. Nothing where they were
    /// not looked for: an import that creates them all the same, and its dry run over more than 20,000 rows.
    std::optional<std::int64_t> duplicates;
    std::int64_t requests = 0; ///< change requests that wait now
    QString rejectFile; ///< empty where nothing was rejected
    QString encoding;
    ColumnMapping mapping;
    bool remembered = false; ///< the mapping is that of an earlier import
    std::int64_t headerLine = 0; ///< where the header stands in the file; 0: it has none
    std::int64_t titleLines = 0; ///< above it, left out
    QStringList sealedColumns; ///< of id numbers and bank accounts
    QStringList unmappedColumns;
    QStringList leftOutColumns; ///< because somebody said so, or a record needs nothing of them
    QMap<QString, std::int64_t> findings; ///< "field:rule" -> rows
    std::vector<std::int64_t>
        damagedLines; ///< of the file: a spreadsheet cut a number there; the first 1000
    std::int64_t damaged = 0;
    std::int64_t sealedValues
        = 0; ///< id and card numbers that stood in other columns, and were sealed
    std::int64_t sealedDropped = 0; ///< that had no place: the field holds another one already
    QStringList sealedValueColumns; ///< those columns
    QStringList
        unknownOwners; ///< names that are no users; their rows belong to the importing person
    std::vector<RowNote>
        notes; ///< of a dry run, by line; rows without a flaw as far as there is room
    std::int64_t wantLook
        = 0; ///< rows that somebody may want to do something about, also those not kept
};

/// What the office knows that helps to read a file: its users, mappings of earlier imports.
Result<MappingHints> importHints(Connection& connection);
/// Whether this person may give a file for approval, if not import it at once.
[[nodiscard]] bool mayAskForImport(const Session& session);

class Importer
{
public:
    Importer(OfficeContext& office,
             const ClientWriter& writer,
             const ClientCheck& check,
             DuplicateLookup& duplicates,
             ChangeService& changes);

    /// Reads near; no transaction. For who may import or ask for it; so is a dry run.
    Result<ImportPreview> preview(const ImportSource& source, int rows = 20) const;
    /// The columns of the last file with this header line are proposed no more, but afresh.
    Result<> forgetMapping(const TableLayout& layout);
    /// On a shared office it is saved in slices: stopped, they are taken back; where that fails, or anything else breaks
    /// it off, the error names the unfinished import, which can be gone on with (ImportOptions::resume) or undone.
    Result<ImportResult> run(const ImportOptions& options, Progress& progress);
    Result<BatchUndo> undo(BatchPk batch);
    Result<BatchUndo> undo(BatchPk batch, Progress& progress);
    /// Goes on with an unfinished import from its file, read as it was read then (UnfinishedImports.h has the errors).
    Result<ImportResult> resume(BatchPk batch, const QString& path, Progress& progress);
    /// What broke off and this person may go on with or take back.
    Result<std::vector<UnfinishedImport>> unfinished() const;
    /// Newest first; those that this person may take back.
    Result<std::vector<Batch>> recent(int limit) const;

private:
    /// After a run that broke off with slices saved.
    Result<ImportResult> leave(BatchPk unfinished, const Error& reason);

    OfficeContext& m_office;
    const ClientWriter& m_writer;
    const ClientCheck& m_check;
    DuplicateLookup& m_duplicates;
    ChangeService& m_changes;
};

} // namespace core
