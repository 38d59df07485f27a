// The half of ChangeService that asks.
#include "core/approval/ChangeService.h"
#include "core/approval/Deadlines.h"
#include "core/approval/RequestStore.h"
#include "core/records/ClientStandardizer.h"

#include <QCoreApplication>

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

Result<UpdateOutcome> ChangeService::askAgain(RequestPk pk)
{
    auto row = RequestStore(m_office.writer).byPk(pk);
    if (!row) {
        return row.error();
    }
    if (!*row || (*row)->request.requestedBy != m_office.session.user) {
        return askAgainError(ErrorCode::Denied,
                             QT_TRANSLATE_NOOP("core::ChangeService",
                                               "Only the person who asked can ask for it again."));
    }
    const Request& request = (*row)->request;
    if (request.kind != RequestKind::Change || request.state == RequestState::Open) {
        return askAgainError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::ChangeService",
                              "Only a change that is no longer open can be asked for again."));
    }
    std::vector<FieldEdit> edits;
    for (const RequestedChange& change : request.changes) {
        if (change.state != RequestedChange::State::Approved) {
            edits.push_back({change.field, shownValue(change.field, change.after)});
        }
    }
    return update((*row)->client, edits, {.reason = request.reason});
}

} // namespace core
