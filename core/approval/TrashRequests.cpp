// The trash: how records go into it and out of it (ChangeService), and what an approval does
// (RequestService).
#include "core/approval/ChangeService.h"
#include "core/approval/RequestService.h"
#include "core/approval/RequestStore.h"
#include "core/records/ClientStore.h"
#include "core/standardize/SealedNumbers.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

constexpr auto activeStatus = "active";
constexpr auto trashedStatus = "trashed";

Error trashError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::Trash", sentence), {}};
}

/// The record of this very id, in the state it must have.
Result<Client> recordFor(Connection& connection, const ClientId& id, RequestKind kind)
{
    auto found = ClientStore(connection).exactly(id);
    if (!found) {
        return found.error();
    }
    const QString status = *found ? (*found)->value(Field::Status) : QString();
    if (!*found || status == QLatin1String("erased")) {
        return trashError(ErrorCode::NotFound,
                          QT_TRANSLATE_NOOP("core::Trash", "There is no client with this id."));
    }
    if ((*found)->mergedInto.isValid()) {
        // Its id leads to the survivor, which is somebody's good record.
        return trashError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::Trash",
                              "This record was merged into another one. Undo that merge first, or "
                              "name the record that stayed."));
    }
    if (kind == RequestKind::Restore && status != QLatin1String(trashedStatus)) {
        return trashError(ErrorCode::Invalid,
                          QT_TRANSLATE_NOOP("core::Trash", "This client is not in the trash."));
    }
    if (kind == RequestKind::Trash && status == QLatin1String(trashedStatus)) {
        return trashError(ErrorCode::Invalid,
                          QT_TRANSLATE_NOOP("core::Trash", "This client is in the trash already."));
    }
    if (kind == RequestKind::Trash && status != QLatin1String(activeStatus)) {
        return trashError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::Trash", "Only an active client can be put into the trash."));
    }
    return **std::move(found);
}

/// What somebody asked about a record that is gone cannot be decided any more; whoever asked finds
/// it among his requests, and can ask again when the record is back.
Result<int> sendBackOpen(Operation& operation, ClientPk client, RequestPk except)
{
    RequestStore store(operation.connection());
    RequestStore::Selection open;
    open.state = RequestState::Open;
    open.client = client;
    std::vector<RequestPk> waiting;
    auto read = store.forEach(open, [&](const RequestRow& row) {
        if (row.request.pk != except) {
            waiting.push_back(row.request.pk);
        }
        return true;
    });
    if (!read) {
        return read.error();
    }
    for (const RequestPk pk : waiting) {
        auto row = store.byPk(pk);
        if (!row) {
            return row.error();
        }
        const QString why
            = QCoreApplication::translate("core::Trash", "The record was put into the trash.");
        if (auto done = store.sendBack(operation, (*row)->request, why); !done) {
            return done.error();
        }
    }
    return int(waiting.size());
}

Provenance trashProvenance(RequestKind kind, const QString& reason)
{
    Provenance provenance;
    provenance.action = requestKindName(kind);
    provenance.reason = reason;
    return provenance;
}

constexpr auto clientKey = "client";

/// A request follows its record into a merge, but nobody asked to throw the survivor away.
QString payloadFor(const ClientId& id)
{
    const QJsonObject object{{QLatin1String(clientKey), id.value}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Conflict unless it is still the record that was meant, and no more than that: nothing was merged into it since.
Result<> requireAsAsked(Connection& connection, const Request& request, const Client& client)
{
    const QJsonObject payload = QJsonDocument::fromJson(request.payload.toUtf8()).object();
    if (payload.value(QLatin1String(clientKey)).toString() != client.id().value
        || client.mergedInto.isValid() || request.changes.size() != 1
        || client.value(Field::Status) != request.changes.front().before) {
        return conflictError();
    }
    auto merges = connection
                      .statement("SELECT count(*) FROM merges WHERE survivor_pk = ? AND state = "
                                 "'applied' AND audit_seq > ?")
                      .bindAll(client.pk, request.askedSeq)
                      .one([](const Statement& row) { return row.int64(0); });
    if (!merges) {
        return merges.error();
    }
    return merges->value_or(0) == 0 ? Result<>() : Result<>(conflictError());
}

QString statusAfter(RequestKind kind)
{
    return QLatin1String(kind == RequestKind::Trash ? trashedStatus : activeStatus);
}

} // namespace

Result<TrashOutcome> ChangeService::moveToTrash(const std::vector<ClientId>& ids,
                                                const QString& reason)
{
    if (reason.trimmed().isEmpty()) {
        return trashError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::Trash",
                              "Say why the record goes into the trash; its history keeps it."));
    }
    return changeStatus(RequestKind::Trash, ids, reason);
}

Result<TrashOutcome> ChangeService::restore(const std::vector<ClientId>& ids, const QString& reason)
{
    return changeStatus(RequestKind::Restore, ids, reason);
}

Result<TrashOutcome> ChangeService::changeStatus(RequestKind kind,
                                                 const std::vector<ClientId>& ids,
                                                 const QString& reason)
{
    auto operation = Operation::begin(
        m_office, kind == RequestKind::Trash ? u"client.trash" : u"client.restore");
    if (!operation) {
        return operation.error();
    }
    const QString why = withoutSealedNumbers(reason.trimmed());
    TrashOutcome outcome;
    for (const ClientId& id : ids) {
        auto client = recordFor(operation->connection(), id, kind);
        if (!client) {
            return client.error();
        }
        auto subject = subjectOf(operation->connection(), *client);
        if (!subject) {
            return subject.error();
        }
        const Verdict verdict = decide(m_office.session, Action::Trash, *subject);
        if (verdict == Verdict::Denied) {
            return deniedError();
        }
        const QString after = statusAfter(kind);
        if (verdict == Verdict::ByRequest && !operation->isSoleUser()) {
            Request wanted;
            wanted.kind = kind;
            wanted.client = client->pk;
            wanted.baseVersion = client->version;
            wanted.reason = why;
            wanted.payload = payloadFor(client->id());
            wanted.department = subject->department;
            auto pk
                = ask(*operation, wanted, {{Field::Status, client->value(Field::Status), after}});
            if (!pk) {
                return pk.error();
            }
            outcome.requests.push_back(*pk);
            continue;
        }
        if (auto done
            = m_writer.setStatus(*operation, *client, after, {}, trashProvenance(kind, why));
            !done) {
            return done.error();
        }
        auto sentBack = sendBackOpen(*operation, client->pk, {});
        if (!sentBack) {
            return sentBack.error();
        }
        outcome.sentBack += *sentBack;
        outcome.done.push_back(client->id());
    }
    operation->setObject(ids.size() == 1 ? QStringLiteral("client:") + ids.front().value
                                         : QStringLiteral("clients:%1").arg(ids.size()));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return outcome;
}

Result<> RequestService::applyStatus(Operation& operation, const Request& request) const
{
    auto found = ClientStore(operation.connection()).byPk(request.client);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return conflictError();
    }
    if (auto same = requireAsAsked(operation.connection(), request, **found); !same) {
        return same;
    }
    Provenance provenance = trashProvenance(request.kind, request.reason);
    provenance.author = request.requestedBy;
    provenance.request = request.pk;
    if (auto done
        = m_writer.setStatus(operation, **found, statusAfter(request.kind), {}, provenance);
        !done) {
        return done;
    }
    auto sentBack = sendBackOpen(operation, request.client, request.pk);
    return sentBack ? Result<>() : Result<>(sentBack.error());
}

} // namespace core
