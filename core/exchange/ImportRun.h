/// ImportRun: one run of the Importer over one opened file: applies the plan row by row and keeps
/// the count. Not finished means nothing happened: no row, no reject file; but for what slices saved
/// on a shared office (ClientBatch.h). Thread of the office's writer.
#pragma once

#include "core/exchange/ImportFile.h"
#include "core/exchange/ImportTally.h"
#include "core/exchange/Importer.h"
#include "core/exchange/RejectFile.h"
#include "core/exchange/RowMatcher.h"
#include "core/exchange/SeenRows.h"

#include <QHash>

#include <optional>

namespace core {

/// What a run works with.
struct ImportParts
{
    OfficeContext& office;
    const ClientWriter& writer;
    const ClientCheck& check;
    DuplicateLookup& duplicates;
    ChangeService& changes;
};

class ImportRun
{
public:
    ImportRun(const ImportParts& parts, ImportFile& file, const ImportOptions& options);
    ImportRun(const ImportRun&) = delete; // its parts point into it
    ImportRun& operator=(const ImportRun&) = delete;

    Result<ImportResult> run(Progress& progress);
    /// After run() failed: what was saved of it in slices, now or before it was gone on with, and stands.
    [[nodiscard]] BatchPk unfinished() const
    {
        const bool stands = m_batch && (m_batch->hasSaved() || m_options.resume.isValid());
        return stands ? m_batch->pk() : BatchPk{};
    }

private:
    using Fate = RowFate; ///< what became of a row

    Result<ClientBatch> beginBatch();
    Result<> skipDone(Progress& progress);
    /// Reports now and then; Cancelled where somebody stops it.
    Result<std::optional<CsvRow>> nextRow(std::int64_t rowsBefore, Progress& progress);
    Result<> takeRow(const CsvRow& source);
    Result<> settleRow(const CsvRow& source, const ImportRow& row);
    /// Whether it keeps notes of the rows.
    [[nodiscard]] bool isNoting() const { return m_options.dryRun && m_options.notes > 0; }
    void keepNote();
    Result<> noteLeftOut(const ImportRow& row);
    [[nodiscard]] bool isLeftOut(std::int64_t line) const;
    [[nodiscard]] DuplicateMode modeOf(std::int64_t line) const;
    Result<Fate> store(const ImportRow& row);
    Result<Fate> update(Client& current, const ImportRow& row);
    /// Conflict where a value that somebody saved after a waiting file was given would go.
    Result<> keepNewer(const Client& current, const std::vector<FieldEdit>& edits) const;
    /// What a dry run makes of a row: it stores nothing, but knows the rows above.
    Result<Fate> tryOut(const ImportRow& row);
    Result<Fate>
    tryUpdate(const ImportRow& row, std::optional<Client> found, std::optional<std::size_t> above);
    Result<> noteKnown(const Client& client, const ImportRow& row);
    [[nodiscard]] bool looksForDuplicates(std::int64_t line) const;
    /// Whether the rows' owners count, or all belong to who imports.
    [[nodiscard]] bool mayGiveAway() const;
    [[nodiscard]] Client newClient(const ImportRow& row) const;
    Result<> reject(const CsvRow& source, const QString& reason);
    [[nodiscard]] QString origin(std::int64_t line) const;
    Result<ImportResult> finish();

    ImportParts m_parts;
    ImportFile& m_file;
    const ImportOptions& m_options;
    ImportPlan m_plan;
    RejectFile m_rejects;
    std::optional<ClientBatch> m_batch;
    SeenRows m_seen; ///< of a dry run
    QHash<std::int64_t, ClientValues> m_changed; ///< clients that a dry run would have changed
    ImportResult m_result;
    ImportTally m_tally;
    RowMatcher m_matcher;
    RowNotes m_notes;
    RowNote m_note; ///< of the row at hand
    std::vector<std::int64_t> m_seenLines; ///< of m_seen's rows
    QString m_fileName;
    QString m_runningText; ///< what is kept of how the file is read, while it comes in
    QString m_refusal; ///< why the row at hand cannot be stored
};

} // namespace core
