/// StagedImports: files that wait for approval. Who may not import at once, or does not want to decide alone, gives the file:
/// it is tried out, and kept inside the encrypted office with all that was settled about it, until somebody approves it
/// (then it comes in as one batch, whose rows have the person who asked as author and the approver as actor), rejects it, or
/// it is withdrawn (then it is gone).
///
///     auto staged = office.stagedImports().stage({.source = {.path = path}}, reason, progress);
///     auto look = office.stagedImports().preview(staged->request, 20);
///     office.requests().decide(staged->request, Decision::approval());
///
/// Kept are only the columns that come in, without any ID or card number: what is dropped by an import is dropped before the
/// file is kept. Rows that cannot be a record go into a reject file beside the input, as with an import, and are not kept.
/// Thread of the office's writer; preview() reads near.
#pragma once

#include "core/approval/RequestService.h"
#include "core/exchange/ImportRun.h"
#include "core/exchange/Importer.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace core {

/// What a waiting file is and would do; the request signs it.
struct StagedSummary
{
    QString file; ///< without its folder
    QString encoding; ///< it came in
    DuplicateMode duplicates = DuplicateMode::Create;
    BatchCounts counts; ///< of the trial when it was asked for; `rejected` ones are not kept
    qint64 bytes = 0; ///< of what is kept
    QString sha256; ///< of the same, in hex
    QString mapping; ///< JSON, as ColumnMapping::toJson()
    TableLayout layout;
    /// Of its columns: the rows that told it may be among the rejected ones.
    std::vector<DateOrder> dateOrders;
    RowChoices choices{}; ///< of single rows

    [[nodiscard]] QString toJson() const;
    /// Nothing where it is none.
    [[nodiscard]] static std::optional<StagedSummary> fromJson(const QString& json);
};

struct StagedOutcome
{
    RequestPk request;
    ImportResult trial; ///< no batch; `rejectFile` where rows were rejected
};

class StagedImports final : public RequestedImports
{
public:
    static constexpr qint64 mostBytes = qint64(16) * 1024 * 1024;

    StagedImports(const ImportParts& parts, const RequestService& requests);

    /// Denied: who may not enter clients either. Unsupported: the mode Request (it is one), an
    /// office with one user, a file over mostBytes. `options.dryRun` does not count.
    Result<StagedOutcome>
    stage(const ImportOptions& options, const QString& reason, Progress& progress);

    /// The first rows of a file that waits, for who may decide it and who asked.
    Result<ImportPreview> preview(RequestPk request, int rows) const;

    /// Brings it in, inside the approval.
    Result<> apply(Operation& operation, const Request& request) override;

private:
    struct Kept; ///< what is kept of a file
    Result<Kept> keep(ImportFile& file, const ImportOptions& options) const;
    Result<RequestPk>
    askFor(const StagedSummary& summary, const QByteArray& bytes, const QString& reason);
    Result<ImportSource>
    sourceOf(Connection& connection, RequestPk request, const StagedSummary& summary) const;

    ImportParts m_parts;
    const RequestService& m_requests;
};

} // namespace core
