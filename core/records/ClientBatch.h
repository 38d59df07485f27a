/// ClientBatch: many records under one name, one transaction, one audit entry: an import, a mass change. Not finished
/// means nothing happened. A finished one can be taken back on any later day (core/exchange/ImportUndo.h).
///
///     auto batch = ClientBatch::begin(office, writer, {u"import", fileName});
///     for (…) if (auto done = batch->create(client, origin); !done) return done.error();   // all or nothing
///     auto pk = batch->finish(counts, mappingJson);
///
/// Thread of the office's writer.
#pragma once

#include "core/records/ClientWriter.h"
#include "core/security/OfficeContext.h"
#include "core/security/Operation.h"

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
    QString state; ///< "running", "done", "undone"
    QDateTime startedAt;
    UserPk starter;
    QString startedBy;
    BatchCounts counts;
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
    };

    static Result<ClientBatch>
    begin(OfficeContext& office, const ClientWriter& writer, const Kind& kind);

    /// As a part of somebody's use case, who commits it; `operation` must live as long.
    static Result<ClientBatch>
    within(Operation& operation, const ClientWriter& writer, const Kind& kind);

    [[nodiscard]] Operation& operation() { return *m_operation; }
    [[nodiscard]] BatchPk pk() const { return m_pk; }

    Result<> create(Client& client, const QString& origin);
    Result<> change(Client& current, const ChangeSet& changes, const QString& origin);
    /// Writes the counts and commits, where the use case is its own.
    Result<BatchPk> finish(const BatchCounts& counts, const QString& mapping);

private:
    ClientBatch(std::unique_ptr<Operation> own,
                Operation& operation,
                const ClientWriter& writer,
                Kind kind);
    static Result<ClientBatch> opened(ClientBatch batch);
    [[nodiscard]] Provenance provenance(const QString& origin) const;

    std::unique_ptr<Operation> m_own; ///< nothing where it is a part of another's
    Operation* m_operation;
    const ClientWriter* m_writer;
    Kind m_kind;
    BatchPk m_pk;
    std::unique_ptr<BulkAddition> m_addition;
};

struct BatchUndo
{
    std::int64_t removed = 0;
    std::int64_t restored = 0;
    std::vector<ClientId> kept; ///< edited since: left as they are
};

Result<std::optional<Batch>> batchByPk(Connection& connection, BatchPk pk);
/// NotFound where it is not there, or was taken back already.
Result<> markUndone(Operation& operation, BatchPk batch);
/// Newest first.
Result<std::vector<Batch>> recentBatches(Connection& connection, int limit);

} // namespace core
