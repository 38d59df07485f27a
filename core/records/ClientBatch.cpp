#include "core/records/ClientBatch.h"

#include "core/storage/Statement.h"

#include <QCoreApplication>

namespace core {

namespace {

QString batchObject(BatchPk pk)
{
    return QStringLiteral("batch:B-%1").arg(pk.value);
}

constexpr std::string_view batchSelect
    = "SELECT b.pk, b.kind, b.name, b.state, b.started_at, b.started_by, u.name, b.rows, "
      "b.created, "
      "b.updated, b.skipped, b.rejected FROM batches b JOIN users u ON u.pk = b.started_by ";

Batch readBatch(const Statement& row)
{
    return {row.id<BatchPk>(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.dateTime(4),
            row.id<UserPk>(5),
            row.text(6),
            {row.int64(7), row.int64(8), row.int64(9), row.int64(10), row.int64(11)}};
}

} // namespace

ClientBatch::ClientBatch(std::unique_ptr<Operation> own,
                         Operation& operation,
                         const ClientWriter& writer,
                         Kind kind)
    : m_own(std::move(own))
    , m_operation(&operation)
    , m_writer(&writer)
    , m_kind(std::move(kind))
{ }

Result<ClientBatch>
ClientBatch::begin(OfficeContext& office, const ClientWriter& writer, const Kind& kind)
{
    auto begun = Operation::begin(office, kind.kind);
    if (!begun) {
        return begun.error();
    }
    auto own = std::make_unique<Operation>(*std::move(begun));
    Operation& operation = *own;
    return opened(ClientBatch(std::move(own), operation, writer, kind));
}

Result<ClientBatch>
ClientBatch::within(Operation& operation, const ClientWriter& writer, const Kind& kind)
{
    return opened(ClientBatch(nullptr, operation, writer, kind));
}

Result<ClientBatch> ClientBatch::opened(ClientBatch batch)
{
    Operation& operation = *batch.m_operation;
    Connection& connection = operation.connection();
    auto done
        = connection
              .statement("INSERT INTO batches (kind, name, state, started_at, started_by)"
                         " VALUES (?, ?, 'running', ?, ?)")
              .bindAll(batch.m_kind.kind, batch.m_kind.name, operation.now(), operation.actor())
              .run();
    if (!done) {
        return done.error();
    }
    batch.m_pk = BatchPk{connection.lastInsertId()};
    operation.setObject(batchObject(batch.m_pk));
    if (!batch.m_kind.isSearched) {
        batch.m_addition = batch.m_writer->bulkAddition(connection);
    }
    return batch;
}

Provenance ClientBatch::provenance(const QString& origin) const
{
    return {m_kind.kind, m_kind.reason, origin, m_kind.author, m_pk, m_kind.request, {}};
}

Result<> ClientBatch::create(Client& client, const QString& origin)
{
    return m_writer->create(*m_operation, client, provenance(origin));
}

Result<> ClientBatch::change(Client& current, const ChangeSet& changes, const QString& origin)
{
    return m_writer->change(*m_operation, current, changes, provenance(origin));
}

Result<BatchPk> ClientBatch::finish(const BatchCounts& counts, const QString& mapping)
{
    if (m_addition) {
        if (auto added = m_addition->finish(); !added) {
            return added.error();
        }
    }
    auto done = m_operation->connection()
                    .statement("UPDATE batches SET state = 'done', finished_at = ?, rows = ?, "
                               "created = ?, updated = ?,"
                               " skipped = ?, rejected = ?, mapping = ? WHERE pk = ?")
                    .bindAll(m_operation->office().clock.now(),
                             counts.rows,
                             counts.created,
                             counts.updated,
                             counts.skipped,
                             counts.rejected,
                             mapping,
                             m_pk)
                    .run();
    if (!done) {
        return done.error();
    }
    m_operation->setDetail(m_kind.name);
    m_operation->feed("batch", m_pk.value);
    if (m_own) {
        if (auto committed = m_own->commit(); !committed) {
            return committed.error();
        }
    }
    return m_pk;
}

Result<std::optional<Batch>> batchByPk(Connection& connection, BatchPk pk)
{
    return connection.statement(std::string(batchSelect).append("WHERE b.pk = ?"))
        .bindAll(pk)
        .one(readBatch);
}

Result<> markUndone(Operation& operation, BatchPk batch)
{
    auto changed = operation.connection()
                       .statement("UPDATE batches SET state = 'undone', version = version + 1"
                                  " WHERE pk = ? AND state = 'done'")
                       .bindAll(batch)
                       .runCounting();
    if (!changed) {
        return changed.error();
    }
    if (*changed == 0) {
        return Error{
            ErrorCode::NotFound,
            QCoreApplication::translate("core::ClientBatch",
                                        "There is no such import, or it was taken back already."),
            {}};
    }
    return {};
}

Result<std::vector<Batch>> recentBatches(Connection& connection, int limit)
{
    return connection.statement(std::string(batchSelect).append("ORDER BY b.pk DESC LIMIT ?"))
        .bindAll(limit)
        .all(readBatch);
}

} // namespace core
