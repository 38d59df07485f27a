#include "core/records/ClientBatch.h"

#include "core/storage/Statement.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

QString batchObject(BatchPk pk)
{
    return QStringLiteral("batch:B-%1").arg(pk.value);
}

constexpr std::string_view batchSelect
    = "SELECT b.pk, b.kind, b.name, b.state, b.started_at, b.finished_at, b.started_by, u.name, "
      "b.rows, "
      "b.created, "
      "b.updated, b.skipped, b.rejected, b.source FROM batches b JOIN users u ON u.pk = "
      "b.started_by ";

Batch readBatch(const Statement& row)
{
    return {row.id<BatchPk>(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.dateTime(4),
            row.dateTime(5),
            row.id<UserPk>(6),
            row.text(7),
            {row.int64(8), row.int64(9), row.int64(10), row.int64(11), row.int64(12)},
            row.text(13)};
}

} // namespace

ClientBatch::ClientBatch(std::unique_ptr<SlicedOperation> own,
                         Operation* operation,
                         const ClientWriter& writer,
                         Kind kind)
    : m_own(std::move(own))
    , m_operation(operation)
    , m_writer(&writer)
    , m_kind(std::move(kind))
{ }

Result<ClientBatch>
ClientBatch::begin(OfficeContext& office, const ClientWriter& writer, const Kind& kind)
{
    auto begun = SlicedOperation::begin(office, kind.kind);
    if (!begun) {
        return begun.error();
    }
    return opened(
        ClientBatch(std::make_unique<SlicedOperation>(*std::move(begun)), nullptr, writer, kind));
}

Result<ClientBatch>
ClientBatch::resume(OfficeContext& office, const ClientWriter& writer, const Kind& kind, BatchPk pk)
{
    auto begun = SlicedOperation::begin(office, kind.kind);
    if (!begun) {
        return begun.error();
    }
    ClientBatch batch(std::make_unique<SlicedOperation>(*std::move(begun)), nullptr, writer, kind);
    batch.m_pk = pk;
    if (auto ours = batch.beginSlice(); !ours) {
        return ours.error();
    }
    return batch;
}

Result<ClientBatch>
ClientBatch::within(Operation& operation, const ClientWriter& writer, const Kind& kind)
{
    return opened(ClientBatch(nullptr, &operation, writer, kind));
}

Result<ClientBatch> ClientBatch::opened(ClientBatch batch)
{
    Operation& operation = batch.operation();
    Connection& connection = operation.connection();
    auto done
        = connection
              .statement("INSERT INTO batches (kind, name, state, started_at, started_by, source)"
                         " VALUES (?, ?, 'running', ?, ?, ?)")
              .bindAll(batch.m_kind.kind,
                       batch.m_kind.name,
                       operation.now(),
                       operation.actor(),
                       batch.m_kind.source)
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

Result<> ClientBatch::beginSlice()
{
    Connection& connection = operation().connection();
    auto found = batchByPk(connection, m_pk);
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->state != QLatin1String("running")) {
        return batchIsOverError();
    }
    if ((*found)->source != m_kind.source || (*found)->kind != m_kind.kind) {
        return batchSourceError();
    }
    m_before = (*found)->counts;
    operation().setObject(batchObject(m_pk));
    if (!m_kind.isSearched) {
        m_addition = m_writer->bulkAddition(connection);
    }
    return {};
}

Provenance ClientBatch::provenance(const QString& origin) const
{
    return {m_kind.kind, m_kind.reason, origin, m_kind.author, m_pk, m_kind.request, {}};
}

Result<> ClientBatch::create(Client& client, const QString& origin)
{
    return m_writer->create(operation(), client, provenance(origin));
}

Result<> ClientBatch::change(Client& current, const ChangeSet& changes, const QString& origin)
{
    return m_writer->change(operation(), current, changes, provenance(origin));
}

Result<> ClientBatch::write(const char* state, const BatchCounts& counts, const QString& mapping)
{
    if (m_addition) {
        if (auto added = m_addition->finish(); !added) {
            return added;
        }
        m_addition.reset();
    }
    auto done = operation()
                    .connection()
                    .statement("UPDATE batches SET state = ?, finished_at = ?, rows = ?, "
                               "created = ?, updated = ?,"
                               " skipped = ?, rejected = ?, mapping = ? WHERE pk = ?")
                    .bindAll(QLatin1StringView(state),
                             operation().office().clock.now(),
                             counts.rows,
                             counts.created,
                             counts.updated,
                             counts.skipped,
                             counts.rejected,
                             mapping,
                             m_pk)
                    .run();
    if (!done) {
        return done;
    }
    operation().setDetail(m_kind.name);
    operation().feed("batch", m_pk.value);
    return {};
}

Result<> ClientBatch::breathe(const BatchCounts& counts, const QString& mapping)
{
    constexpr std::int64_t rowsBetweenLooks = 50;
    if (!m_own || counts.rows % rowsBetweenLooks != 0 || !m_own->isDue()) {
        return {};
    }
    if (auto written = write("running", counts, mapping); !written) {
        return written;
    }
    if (auto saved = m_own->next(); !saved) {
        return saved;
    }
    return beginSlice();
}

Result<BatchPk> ClientBatch::finish(const BatchCounts& counts, const QString& mapping)
{
    if (auto written = write("done", counts, mapping); !written) {
        return written.error();
    }
    if (m_own) {
        if (auto committed = m_own->commit(); !committed) {
            return committed.error();
        }
    }
    return m_pk;
}

QString batchStateLabel(QStringView state)
{
    struct Label
    {
        const char* state;
        const char* words;
    };
    static constexpr std::array labels{
        Label{"running", QT_TRANSLATE_NOOP("core::ClientBatch", "unfinished")},
        Label{"done", QT_TRANSLATE_NOOP("core::ClientBatch", "done")},
        Label{"undoing", QT_TRANSLATE_NOOP("core::ClientBatch", "being taken back")},
        Label{"undone", QT_TRANSLATE_NOOP("core::ClientBatch", "taken back")}};
    for (const Label& label : labels) {
        if (state == QLatin1String(label.state)) {
            return QCoreApplication::translate("core::ClientBatch", label.words);
        }
    }
    return state.toString();
}

Error batchIsOverError()
{
    return {ErrorCode::Conflict,
            QCoreApplication::translate(
                "core::ClientBatch",
                "This import is not unfinished any more: somebody finished it or took it back."),
            {}};
}

Error batchSourceError()
{
    return {ErrorCode::Conflict,
            QCoreApplication::translate(
                "core::ClientBatch",
                "The unfinished import was made from another file, or this one was changed "
                "or is read in another way. Take the import back, and begin anew."),
            {}};
}

Result<std::optional<Batch>> batchByPk(Connection& connection, BatchPk pk)
{
    return connection.statement(std::string(batchSelect).append("WHERE b.pk = ?"))
        .bindAll(pk)
        .one(readBatch);
}

Result<> markUndone(Operation& operation, BatchPk batch, bool wholly)
{
    auto changed
        = operation.connection()
              .statement("UPDATE batches SET state = ?, version = version + 1"
                         " WHERE pk = ? AND state IN ('running', 'done', 'undoing')")
              .bindAll(wholly ? QLatin1StringView("undone") : QLatin1StringView("undoing"), batch)
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

Result<std::vector<Batch>> unfinishedBatches(Connection& connection, const QString& kind)
{
    return connection
        .statement(std::string(batchSelect)
                       .append("WHERE b.kind = ? AND b.state IN ('running', 'undoing')"
                               " ORDER BY b.pk DESC"))
        .bindAll(kind)
        .all(readBatch);
}

Result<QString> batchMapping(Connection& connection, BatchPk pk)
{
    auto mapping = connection.statement("SELECT mapping FROM batches WHERE pk = ?")
                       .bindAll(pk)
                       .one([](const Statement& row) { return row.text(0); });
    return mapping ? Result<QString>(mapping->value_or(QString()))
                   : Result<QString>(mapping.error());
}

} // namespace core
