/// ClientBatch: many records under one name: an import, a mass change. In one transaction and one audit entry, where not
/// finished means that nothing happened; or, on a shared office, in slices (SlicedOperation.h), where what was saved before
/// a break stands as an unfinished batch, to go on with or to take back. Also a finished one can be taken back, on any later
/// day (core/exchange/ImportUndo.h).
///
///     auto batch = ClientBatch::begin(office, writer, {u"import", fileName});
///     for (…) {
///         if (auto done = batch->create(client, origin); !done) return done.error();
///         if (auto done = batch->breathe(counts, mappingJson); !done) return done.error();
///     }
///     auto pk = batch->finish(counts, mappingJson);
///
/// Thread of the office's writer.
#pragma once

#include "core/records/ClientWriter.h"
#include "core/security/OfficeContext.h"
#include "core/security/SlicedOperation.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace core {

struct BatchCounts
{
    std::int64_t rows = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t skipped = 0;
    std::int64_t rejected = 0;
};

struct Batch
{
    BatchPk pk;
    QString kind;
    QString name; ///< of the file, without its folder
    QString state; ///< "running" (unfinished), "done", "undoing", "undone"
    QDateTime startedAt;
    QDateTime savedAt; ///< when something of it was saved last
    UserPk starter;
    QString startedBy;
    BatchCounts counts; ///< so far
    QString source; ///< hash of what it reads from, where it can be gone on with
};

class ClientBatch
{
public:
    struct Kind
    {
        QString kind; ///< "import", "reassign", "tag"
        QString name;
        QString reason{}; ///< of every change, for the history
        QString origin{}; ///< "form", "dossierctl"; where each row has its own, that one counts
        /// Is a duplicate of a new record looked for before the batch ends? Where not, adding is quicker.
        bool isSearched = true;
        UserPk author{}; ///< who wrote the values, where it is not the actor
        RequestPk request{}; ///< that was approved
        QString source{}; ///< hash of what it reads from
    };

    static Result<ClientBatch>
    begin(OfficeContext& office, const ClientWriter& writer, const Kind& kind);

    /// Goes on with an unfinished one. Conflict where it is not unfinished (any more), or was made from something else.
    static Result<ClientBatch>
    resume(OfficeContext& office, const ClientWriter& writer, const Kind& kind, BatchPk pk);

    /// As a part of somebody's use case, who commits it; `operation` must live as long.
    static Result<ClientBatch>
    within(Operation& operation, const ClientWriter& writer, const Kind& kind);

    [[nodiscard]] Operation& operation() { return m_own ? m_own->current() : *m_operation; }
    [[nodiscard]] BatchPk pk() const { return m_pk; }

    Result<> create(Client& client, const QString& origin);
    Result<> change(Client& current, const ChangeSet& changes, const QString& origin);
    /// Between two records: on a shared office, saves what was done so far when it has lasted long enough. Conflict where
    /// somebody took the batch back meanwhile.
    Result<> breathe(const BatchCounts& counts, const QString& mapping);
    /// Giving up now leaves an unfinished batch.
    [[nodiscard]] bool hasSaved() const { return m_own && m_own->hasSaved(); }
    /// What an earlier run had done.
    [[nodiscard]] const BatchCounts& before() const { return m_before; }
    /// Writes the counts and commits, where the use case is its own.
    Result<BatchPk> finish(const BatchCounts& counts, const QString& mapping);

private:
    ClientBatch(std::unique_ptr<SlicedOperation> own,
                Operation* operation,
                const ClientWriter& writer,
                Kind kind);
    static Result<ClientBatch> opened(ClientBatch batch);
    /// In a slice that has just begun: is the batch still ours to go on with?
    Result<> beginSlice();
    Result<> write(const char* state, const BatchCounts& counts, const QString& mapping);
    [[nodiscard]] Provenance provenance(const QString& origin) const;

    std::unique_ptr<SlicedOperation> m_own; ///< nothing where it is a part of another's
    Operation* m_operation; ///< that other one
    BatchCounts m_before;
    const ClientWriter* m_writer;
    Kind m_kind;
    BatchPk m_pk;
    std::unique_ptr<BulkAddition> m_addition;
};

/// "unfinished", "taken back", … translated.
[[nodiscard]] QString batchStateLabel(QStringView state);

struct BatchUndo
{
    std::int64_t removed = 0;
    std::int64_t restored = 0;
    std::vector<ClientId> kept; ///< edited since: left as they are
};

/// Of a batch that is wanted and is not unfinished (any more); of one that was made from something else.
[[nodiscard]] Error batchIsOverError();
[[nodiscard]] Error batchSourceError();

Result<std::optional<Batch>> batchByPk(Connection& connection, BatchPk pk);
/// NotFound where it is not there, or was taken back already. `wholly`: in this use case; else it is on its way back.
Result<> markUndone(Operation& operation, BatchPk batch, bool wholly);
/// Newest first.
Result<std::vector<Batch>> recentBatches(Connection& connection, int limit);
/// Broken off, or broken off while they were taken back; newest first.
Result<std::vector<Batch>> unfinishedBatches(Connection& connection, const QString& kind);
/// Of its last slice: JSON, as the import gave it; empty where there is none.
Result<QString> batchMapping(Connection& connection, BatchPk pk);

} // namespace core
