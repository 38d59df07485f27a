// The half of ChangeService that asks.
#include "core/approval/ChangeService.h"
#include "core/approval/Deadlines.h"
#include "core/approval/RequestStore.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

Error askAgainError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::ChangeService", sentence), {}};
}

/// A request of the same person for exactly the same, which is still open.
Result<std::optional<RequestPk>> sameOpenRequest(Operation& operation, const Request& wanted)
{
    const RequestStore store(operation.connection());
    RequestStore::Selection selection;
    selection.state = RequestState::Open;
    selection.requestedBy = operation.actor();
    selection.client = wanted.client;
    std::vector<RequestPk> open;
    auto done = store.forEach(selection, [&](const RequestRow& row) {
        const bool isSamePlan
            = wanted.kind == RequestKind::Change || row.request.payload == wanted.payload;
        if (row.request.kind == wanted.kind && isSamePlan) {
            open.push_back(row.request.pk);
        }
        return true;
    });
    if (!done) {
        return done.error();
    }
    for (const RequestPk pk : open) {
        auto changes = store.changesOf(pk);
        if (!changes) {
            return changes.error();
        }
        if (*changes == wanted.changes) {
            return std::optional(pk);
        }
    }
    return std::optional<RequestPk>{};
}

} // namespace

Result<RequestPk>
ChangeService::ask(Operation& operation, Request request, const ChangeSet& changes) const
{
    request.changes.clear();
    for (const FieldChange& change : changes) {
        request.changes.push_back(
            {change.field, change.before, change.after, RequestedChange::State::Open});
    }
    auto same = sameOpenRequest(operation, request);
    if (!same) {
        return same.error();
    }
    if (*same) {
        return **same;
    }
    auto deadlines = Deadlines::load(m_calendar, operation.connection(), m_office.timeZone);
    if (!deadlines) {
        return deadlines.error();
    }
    request.dueAt = deadlines->dueAt(request.level, operation.now());
    if (auto done = RequestStore(operation.connection()).insert(operation, request); !done) {
        return done.error();
    }
    return request.pk;
}

namespace {

/// An open one is asked for anew only where a value it began with is no longer there, so that it can only go back.
Result<> requireStale(Connection& connection, const Request& request)
{
    auto client = ClientStore(connection).byPk(request.client);
    if (!client) {
        return client.error();
    }
    const bool isStale = std::any_of(
        request.changes.begin(), request.changes.end(), [&client](const RequestedChange& change) {
            return !*client || (*client)->value(change.field) != change.before;
        });
    if (isStale) {
        return {};
    }
    return askAgainError(ErrorCode::Invalid,
                         QT_TRANSLATE_NOOP("core::ChangeService",
                                           "This request still waits, and the record has not "
                                           "changed in what it asks for."));
}

} // namespace

Result<RequestRow> ChangeService::ownRequest(Operation& operation, RequestPk pk) const
{
    auto row = RequestStore(operation.connection()).byPk(pk);
    if (!row) {
        return row.error();
    }
    if (!*row || (*row)->request.requestedBy != m_office.session.user) {
        return askAgainError(ErrorCode::Denied,
                             QT_TRANSLATE_NOOP("core::ChangeService",
                                               "Only the person who asked can ask for it again."));
    }
    if ((*row)->request.kind != RequestKind::Change
        || (*row)->request.state == RequestState::Approved) {
        return askAgainError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::ChangeService",
                              "Only a change that was not approved can be asked for again."));
    }
    return **std::move(row);
}

Result<UpdateOutcome> ChangeService::askAgain(RequestPk pk)
{
    auto operation = Operation::begin(m_office, u"request.again");
    if (!operation) {
        return operation.error();
    }
    auto row = ownRequest(*operation, pk);
    if (!row) {
        return row.error();
    }
    const Request& request = row->request;
    if (request.state == RequestState::Open) {
        if (auto stale = requireStale(operation->connection(), request); !stale) {
            return stale.error();
        }
        if (auto done = RequestStore(operation->connection()).sendBack(*operation, request);
            !done) {
            return done.error();
        }
    }
    std::vector<FieldEdit> edits;
    for (const RequestedChange& change : request.changes) {
        if (change.state != RequestedChange::State::Approved) {
            const bool asStored = isSealed(change.field) || change.field == Field::Custom;
            edits.push_back(
                {change.field, asStored ? change.after : shownValue(change.field, change.after)});
        }
    }
    auto found = ClientStore(operation->connection()).byId(row->client);
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->value(Field::Status) == QLatin1String("erased")) {
        return askAgainError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::ChangeService", "There is no client with this id."));
    }
    auto outcome = updateIn(*operation, **found, edits, {.reason = request.reason});
    const bool isOpen = request.state == RequestState::Open;
    if (!outcome || outcome->refusal
        || (!isOpen && outcome->applied.empty() && outcome->requests.empty())) {
        return outcome;
    }
    operation->setObject(QStringLiteral("client:") + (*found)->id().value);
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return outcome;
}

} // namespace core
