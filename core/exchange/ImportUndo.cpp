#include "core/exchange/ImportUndo.h"

#include "core/approval/RequestStore.h"
#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

namespace core {

namespace {

constexpr std::int64_t clientsBetweenReports = 64;
constexpr std::int64_t clientsBetweenSlices = 50;

const Provenance& undoProvenance()
{
    static const Provenance provenance{QStringLiteral("undo"), {}, {}, {}, {}, {}, {}};
    return provenance;
}

BatchPk batchOf(const Request& request)
{
    const QJsonObject source = QJsonDocument::fromJson(request.payload.toUtf8()).object();
    return BatchPk{source.value(QLatin1String("batch")).toInteger()};
}

} // namespace

ImportUndo::ImportUndo(OfficeContext& office, const ClientWriter& writer, BatchPk batch)
    : m_office(office)
    , m_writer(writer)
    , m_batch(batch)
{ }

Result<Batch> ImportUndo::allowedBatch() const
{
    if (auto allowed = require(m_office.session, Action::Import); !allowed) {
        return allowed.error();
    }
    auto batch = batchByPk(m_office.writer, m_batch);
    if (!batch) {
        return batch.error();
    }
    if (!*batch || (*batch)->kind != QLatin1String("import")) {
        return Error{
            ErrorCode::NotFound,
            QCoreApplication::translate("core::ImportUndo", "There is no import with this number."),
            {}};
    }
    const bool onlyOwn = grantOf(m_office.session, Action::Import).direct == Scope::Own;
    if (onlyOwn && (*batch)->starter != m_office.session.user) {
        return deniedError();
    }
    return **std::move(batch);
}

Result<BatchUndo> ImportUndo::run(Progress& progress)
{
    auto work = SlicedOperation::begin(m_office, u"import.undo");
    if (!work) {
        return work.error();
    }
    auto batch = allowedBatch();
    if (!batch) {
        return batch.error();
    }
    const QString object = QStringLiteral("batch:B-%1").arg(m_batch.value);
    work->current().setObject(object);
    if (auto marked = markUndone(work->current(), m_batch, !work->isSliced()); !marked) {
        return marked.error();
    }
    auto clients = HistoryStore(m_office.writer).clientsOf(m_batch);
    if (!clients) {
        return clients.error();
    }
    const auto total = std::int64_t(clients->size());
    progress.phase(QCoreApplication::translate("core::ImportUndo", "Taking back"), total);
    BulkRemoval bulk = m_writer.bulkRemoval(m_office.writer);
    if (auto begun = bulk.begin(work->isSliced() ? 0 : batch->counts.created); !begun) {
        return begun.error();
    }
    std::int64_t seen = 0;
    for (const ClientPk pk : *clients) {
        if (++seen % clientsBetweenReports == 0 && !progress.step(seen, total)) {
            return cancelledError();
        }
        if (auto done = takeBack(work->current(), pk); !done) {
            return done.error();
        }
        if (seen % clientsBetweenSlices == 0 && work->isDue()) {
            work->current().feed("batch", m_batch.value);
            if (auto saved = work->next(); !saved) {
                return saved.error();
            }
            work->current().setObject(object);
            if (auto still = markUndone(work->current(), m_batch, false); !still) {
                return still.error();
            }
        }
    }
    if (auto finished = bulk.finish(); !finished) {
        return finished.error();
    }
    if (auto sent = sendRequestsBack(work->current()); !sent) {
        return sent.error();
    }
    if (work->isSliced()) {
        if (auto marked = markUndone(work->current(), m_batch, true); !marked) {
            return marked.error();
        }
    }
    if (!progress.step(total, total)) {
        return cancelledError();
    }
    work->current().feed("batch", m_batch.value);
    if (auto committed = work->commit(); !committed) {
        return committed.error();
    }
    return std::move(m_undo);
}

Result<> ImportUndo::takeBack(Operation& operation, ClientPk pk)
{
    auto found = ClientStore(operation.connection()).byPk(pk);
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->value(Field::Status) == QLatin1String("erased")) {
        return {};
    }
    Client& current = **found;
    auto entries = HistoryStore(operation.connection()).ofClient(pk);
    if (!entries) {
        return entries.error();
    }
    if (current.mergedInto.isValid()) {
        m_undo.kept.push_back(current.id());
        return {};
    }
    const HistoryEntry& first = entries->back();
    if (first.batch != m_batch || !first.beforeHash.isEmpty()) {
        return restore(operation, current, *entries);
    }
    const bool untouched
        = std::all_of(entries->begin(), entries->end(), [this](const HistoryEntry& entry) {
              return entry.batch == m_batch;
          });
    if (!untouched) {
        m_undo.kept.push_back(current.id());
        return {};
    }
    ++m_undo.removed;
    return m_writer.remove(operation, current, undoProvenance());
}

Result<> ImportUndo::restore(Operation& operation,
                             Client& current,
                             const std::vector<HistoryEntry>& newestFirst)
{
    // Back through what the file did to each field (a client may stand in several rows of it), as far as nobody else's
    // value stands in the way.
    std::array<std::optional<QString>, fieldCount> back;
    bool keptSome = false;
    for (const HistoryEntry& entry : newestFirst) {
        if (entry.batch != m_batch) {
            continue;
        }
        for (const FieldChange& change : entry.changes) {
            auto& value = back[indexOf(change.field)];
            if (value.value_or(current.value(change.field)) == change.after) {
                value = change.before;
            } else {
                keptSome = true;
            }
        }
    }
    ChangeSet changes;
    for (const FieldInfo& info : allFields()) {
        const auto& value = back[indexOf(info.field)];
        if (value && *value != current.value(info.field)) {
            changes.push_back({info.field, current.value(info.field), *value});
        }
    }
    if (keptSome) {
        m_undo.kept.push_back(current.id());
    }
    if (changes.empty()) {
        return {};
    }
    ++m_undo.restored;
    return m_writer.change(operation, current, changes, undoProvenance());
}

Result<> ImportUndo::sendRequestsBack(Operation& operation) const
{
    RequestStore store(operation.connection());
    const ClientStore clients(operation.connection());
    struct Waiting
    {
        RequestPk pk;
        ClientPk client;
        bool isOfBatch;
    };
    std::vector<Waiting> waiting;
    RequestStore::Selection open;
    open.state = RequestState::Open;
    auto read = store.forEach(open, [&](const RequestRow& row) {
        waiting.push_back({row.request.pk, row.request.client, batchOf(row.request) == m_batch});
        return true;
    });
    if (!read) {
        return read;
    }
    for (const Waiting& one : waiting) {
        auto client = clients.byPk(one.client);
        if (!client) {
            return client.error();
        }
        const bool isGone = !*client || (*client)->value(Field::Status) == QLatin1String("erased");
        if (!one.isOfBatch && !isGone) {
            continue;
        }
        auto row = store.byPk(one.pk);
        if (!row) {
            return row.error();
        }
        if (!*row) {
            continue;
        }
        const QString why
            = QCoreApplication::translate("core::ImportUndo", "The import was taken back.");
        if (auto done = store.sendBack(operation, (*row)->request, why); !done) {
            return done;
        }
    }
    return {};
}

} // namespace core
