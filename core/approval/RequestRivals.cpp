// The part of RequestService about several open requests for one field of one record.
#include "core/approval/RequestService.h"
#include "core/records/ClientStore.h"

#include <algorithm>

namespace core {

namespace {

bool asksFor(const Request& request, Field field)
{
    return std::any_of(request.changes.begin(),
                       request.changes.end(),
                       [field](const RequestedChange& change) { return change.field == field; });
}

/// Open ones of the record, with their changes, the oldest first.
Result<std::vector<RequestRow>> openRequestsOf(Connection& connection, ClientPk client)
{
    const RequestStore store(connection);
    RequestStore::Selection selection;
    selection.state = RequestState::Open;
    selection.client = client;
    std::vector<RequestRow> rows;
    auto done = store.forEach(selection, [&rows](RequestRow& row) {
        rows.push_back(std::move(row));
        return true;
    });
    if (!done) {
        return done.error();
    }
    for (RequestRow& row : rows) {
        auto changes = store.changesOf(row.request.pk);
        if (!changes) {
            return changes.error();
        }
        row.request.changes = *std::move(changes);
    }
    std::sort(rows.begin(), rows.end(), [](const RequestRow& a, const RequestRow& b) {
        return a.request.pk < b.request.pk;
    });
    return rows;
}

} // namespace

Result<std::vector<RivalRequest>> RequestService::rivalsOf(const Request& request) const
{
    std::vector<RivalRequest> rivals;
    if (request.state != RequestState::Open) {
        return rivals;
    }
    auto rows = openRequestsOf(m_office.reader, request.client);
    if (!rows) {
        return rows.error();
    }
    for (const RequestRow& row : *rows) {
        RivalRequest rival{row.request.pk, row.requestedBy, {}};
        for (const RequestedChange& change : request.changes) {
            if (row.request.pk != request.pk && asksFor(row.request, change.field)) {
                rival.fields.push_back(change.field);
            }
        }
        if (!rival.fields.empty()) {
            rivals.push_back(std::move(rival));
        }
    }
    return rivals;
}

Result<std::vector<RivalRequest>> RequestService::waitingFor(const ClientId& client) const
{
    auto found = ClientStore(m_office.reader).byId(client);
    if (!found) {
        return found.error();
    }
    std::vector<RivalRequest> waiting;
    if (!*found) {
        return waiting;
    }
    RequestQuery query;
    query.client = (*found)->pk;
    auto rows = list(query);
    if (!rows) {
        return rows.error();
    }
    for (const ListedRequest& row : *rows) {
        RivalRequest one{row.request.pk, row.requestedBy, {}};
        for (const RequestedChange& change : row.request.changes) {
            one.fields.push_back(change.field);
        }
        waiting.push_back(std::move(one));
    }
    std::sort(waiting.begin(), waiting.end(), [](const RivalRequest& a, const RivalRequest& b) {
        return a.pk < b.pk;
    });
    return waiting;
}

Result<> RequestService::sendRivalsBack(Operation& operation, const Request& approved) const
{
    Connection& connection = operation.connection();
    auto client = ClientStore(connection).byPk(approved.client);
    if (!client) {
        return client.error();
    }
    auto rows = openRequestsOf(connection, approved.client);
    if (!rows) {
        return rows.error();
    }
    for (const RequestRow& row : *rows) {
        const bool isStale = *client
            && std::any_of(row.request.changes.begin(),
                           row.request.changes.end(),
                           [&](const RequestedChange& change) {
                               return asksFor(approved, change.field)
                                   && (*client)->value(change.field) != change.before;
                           });
        if (row.request.pk == approved.pk || !isStale) {
            continue;
        }
        if (auto done = RequestStore(connection).sendBack(operation, row.request); !done) {
            return done;
        }
    }
    return {};
}

} // namespace core
