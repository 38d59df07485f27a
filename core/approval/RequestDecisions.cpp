// The half of RequestService that decides; the half that lists is in RequestService.cpp.
#include "core/approval/ChangeService.h"
#include "core/approval/RequestService.h"
#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

Error decisionError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::RequestService", sentence), {}};
}

Error outdatedError()
{
    return decisionError(
        ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("core::RequestService",
                          "The record has changed since this was asked for. Nothing was applied; "
                          "the request went back as outdated."));
}

/// The request as the decision leaves it, but for who and when; Invalid where the decision does not
/// fit it.
Result<Request> decidedForm(const Request& request, const Decision& decision)
{
    for (const Field field : decision.approve) {
        const bool isAsked
            = std::any_of(request.changes.begin(),
                          request.changes.end(),
                          [field](const RequestedChange& change) { return change.field == field; });
        if (!isAsked) {
            return decisionError(
                ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("core::RequestService",
                                  "A field was named that this request does not ask for."));
        }
    }
    const auto isApproved = [&decision](const RequestedChange& change) {
        return decision.approveAll
            || std::find(decision.approve.begin(), decision.approve.end(), change.field)
            != decision.approve.end();
    };
    Request after = request;
    after.comment = withoutSealedNumbers(decision.comment.trimmed());
    bool isWhole = true;
    for (RequestedChange& change : after.changes) {
        const bool approved = isApproved(change);
        change.state
            = approved ? RequestedChange::State::Approved : RequestedChange::State::Rejected;
        isWhole = isWhole && approved;
    }
    const bool isAny = decision.approveAll || !decision.approve.empty();
    if (isAny && !isWhole && request.kind != RequestKind::Change) {
        return decisionError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::RequestService",
                              "A merge, or its undo, is approved or rejected as a whole."));
    }
    if (!isAny) {
        after.state = RequestState::Rejected;
    } else {
        after.state = isWhole ? RequestState::Approved : RequestState::Partly;
    }
    return after;
}

Provenance approvalProvenance(const Request& request)
{
    Provenance provenance;
    provenance.action = QStringLiteral("approve");
    provenance.reason = request.reason;
    provenance.origin = requestText(request.pk);
    provenance.author = request.requestedBy;
    provenance.request = request.pk;
    if (request.kind == RequestKind::Change) {
        const QJsonObject source = QJsonDocument::fromJson(request.payload.toUtf8()).object();
        provenance.origin = source.value(QLatin1String("origin")).toString(provenance.origin);
        provenance.batch = BatchPk{source.value(QLatin1String("batch")).toInteger()};
    }
    return provenance;
}

QString decisionObject(const RequestRow& row)
{
    return QStringLiteral("request:") + requestText(row.request.pk);
}

} // namespace

Result<RequestRow> RequestService::openRequest(Operation& operation, RequestPk pk) const
{
    auto row = RequestStore(operation.connection()).byPk(pk);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return decisionError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::RequestService", "There is no request with this number."));
    }
    if ((*row)->request.state != RequestState::Open) {
        return decisionError(
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("core::RequestService",
                              "This request is no longer open: it has been decided, "
                              "withdrawn or sent back."));
    }
    return **std::move(row);
}

Result<Request> RequestService::decide(RequestPk pk, const Decision& decision)
{
    auto request = tryDecide(pk, decision);
    if (!request) {
        return request.error();
    }
    if (*request) {
        return **std::move(request);
    }
    if (auto done = sendBack(pk); !done) {
        return done.error();
    }
    return outdatedError();
}

Result<std::optional<Request>> RequestService::tryDecide(RequestPk pk, const Decision& decision)
{
    const bool isApproval = decision.approveAll || !decision.approve.empty();
    if (!isApproval && decision.comment.trimmed().isEmpty()) {
        return decisionError(ErrorCode::Invalid,
                             QT_TRANSLATE_NOOP("core::RequestService",
                                               "Say in a comment why the request is rejected."));
    }
    auto operation
        = Operation::begin(m_office, isApproval ? u"request.approve" : u"request.reject");
    if (!operation) {
        return operation.error();
    }
    auto row = openRequest(*operation, pk);
    if (!row) {
        return row.error();
    }
    if (row->request.requestedBy == operation->actor()) {
        return decisionError(
            ErrorCode::Denied,
            QT_TRANSLATE_NOOP(
                "core::RequestService",
                "Nobody decides his own request. Somebody else who may decide it has to."));
    }
    if (!mayDecide(*row)) {
        return deniedError();
    }
    auto after = decidedForm(row->request, decision);
    if (!after) {
        return after.error();
    }
    if (isApproval) {
        auto applied = apply(*operation, *after);
        if (!applied && applied.error().code == ErrorCode::Conflict) {
            return std::optional<Request>{};
        }
        if (!applied) {
            return applied.error();
        }
    }
    if (auto done = RequestStore(operation->connection()).decide(*operation, row->request, *after);
        !done) {
        return done.error();
    }
    if (isApproval) {
        if (auto done = sendRivalsBack(*operation, *after); !done) {
            return done.error();
        }
    }
    operation->setObject(decisionObject(*row));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return std::optional(*std::move(after));
}

Result<> RequestService::apply(Operation& operation, const Request& request) const
{
    switch (request.kind) {
    case RequestKind::Merge:
        return applyMerge(operation, request);
    case RequestKind::Unmerge:
        return applyUnmerge(operation, request);
    case RequestKind::Trash:
    case RequestKind::Restore:
        return applyStatus(operation, request);
    case RequestKind::Import:
        return m_imports != nullptr ? m_imports->apply(operation, request) : conflictError();
    case RequestKind::Change:
        break;
    }
    return applyChange(operation, request);
}

Result<> RequestService::applyChange(Operation& operation, const Request& request) const
{
    auto found = ClientStore(operation.connection()).byPk(request.client);
    if (!found) {
        return found.error();
    }
    const QString status = *found ? (*found)->value(Field::Status) : QString{};
    if (status.isEmpty() || status == QLatin1String("erased") || status == QLatin1String("merged")
        || status == QLatin1String("trashed")) {
        return conflictError();
    }
    Client& current = **found;
    ChangeSet approved;
    for (const RequestedChange& change : request.changes) {
        // One decision was taken over all of them: where one no longer stands as it was shown, none
        // is applied.
        if (current.value(change.field) != change.before) {
            return conflictError();
        }
        if (change.state == RequestedChange::State::Approved) {
            approved.push_back({change.field, change.before, change.after});
        }
    }
    for (const FieldChange& change : approved) {
        if (change.field != Field::Owner || change.after.isEmpty()) {
            continue;
        }
        auto owner = UserStore(operation.connection()).byName(change.after);
        if (!owner) {
            return owner.error();
        }
        if (!*owner || !(*owner)->active) {
            return decisionError(ErrorCode::Invalid,
                                 QT_TRANSLATE_NOOP("core::RequestService",
                                                   "The new owner is no longer an active user of "
                                                   "this office. Reject the request."));
        }
    }
    return m_writer.change(operation, current, approved, approvalProvenance(request));
}

DecidedEach RequestService::decideEach(const std::vector<RequestPk>& pks, const Decision& decision)
{
    DecidedEach outcome;
    for (const RequestPk pk : pks) {
        if (auto request = decide(pk, decision)) {
            outcome.done.push_back(pk);
        } else {
            outcome.failed.emplace_back(pk, request.error());
        }
    }
    return outcome;
}

Result<> RequestService::sendBack(RequestPk pk)
{
    auto operation = Operation::begin(m_office, u"request.outdated");
    if (!operation) {
        return operation.error();
    }
    auto row = openRequest(*operation, pk);
    if (!row) {
        return row.error();
    }
    if (auto done = RequestStore(operation->connection()).sendBack(*operation, row->request);
        !done) {
        return done;
    }
    operation->setObject(decisionObject(*row));
    return operation->commit();
}

Result<Request> RequestService::withdraw(RequestPk pk)
{
    auto operation = Operation::begin(m_office, u"request.withdraw");
    if (!operation) {
        return operation.error();
    }
    auto row = openRequest(*operation, pk);
    if (!row) {
        return row.error();
    }
    if (row->request.requestedBy != operation->actor()) {
        return decisionError(
            ErrorCode::Denied,
            QT_TRANSLATE_NOOP("core::RequestService",
                              "Only the person who asked can withdraw a request."));
    }
    Request after = row->request;
    after.state = RequestState::Withdrawn;
    if (auto done = RequestStore(operation->connection()).decide(*operation, row->request, after);
        !done) {
        return done.error();
    }
    operation->setObject(decisionObject(*row));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return after;
}

} // namespace core
