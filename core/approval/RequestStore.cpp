#include "core/approval/RequestStore.h"

#include "core/crypto/Digest.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace core {

namespace {

constexpr std::string_view requestColumns
    = "SELECT r.pk, r.kind, r.client_pk, r.base_version, r.level, r.state, r.reason, r.payload, "
      "r.department_pk,"
      " r.requested_by, r.requested_at, r.due_at, r.decided_by, r.decided_at, r.comment, "
      "r.asked_seq, r.decided_seq,"
      " r.version, coalesce(c.id, ''), coalesce(c.name, ''), c.owner_pk, o.department_pk, "
      "coalesce(a.name, ''),"
      " coalesce(d.name, '') FROM requests r LEFT JOIN clients c ON c.pk = r.client_pk"
      " LEFT JOIN users o ON o.pk = c.owner_pk LEFT JOIN users a ON a.pk = r.requested_by"
      " LEFT JOIN users d ON d.pk = r.decided_by ";

RequestRow readRequest(const Statement& row)
{
    RequestRow read;
    Request& request = read.request;
    request.pk = row.id<RequestPk>(0);
    request.kind = requestKindByName(row.text(1)).value_or(RequestKind::Change);
    request.client = row.id<ClientPk>(2);
    request.baseVersion = row.integer(3);
    // A word that this version does not know is the careful one: data administration decides.
    request.level = requestLevelByName(row.text(4)).value_or(RequestLevel::Important);
    request.state = requestStateByName(row.text(5)).value_or(RequestState::Outdated);
    request.reason = row.text(6);
    request.payload = row.text(7);
    request.department = row.id<DepartmentPk>(8);
    request.requestedBy = row.id<UserPk>(9);
    request.requestedAt = row.dateTime(10);
    request.dueAt = row.dateTime(11);
    request.decidedBy = row.id<UserPk>(12);
    request.decidedAt = row.dateTime(13);
    request.comment = row.text(14);
    request.askedSeq = row.int64(15);
    request.decidedSeq = row.int64(16);
    request.version = row.integer(17);
    read.client = {row.text(18)};
    read.clientName = row.text(19);
    read.subject.owner = row.id<UserPk>(20);
    read.subject.department = row.id<DepartmentPk>(21);
    if (request.kind == RequestKind::Import) {
        read.subject.department = request.department; // of who asked: there is no record yet
    }
    read.requestedBy = row.text(22);
    read.decidedBy = row.text(23);
    return read;
}

RequestedChange::State requestedStateByName(QStringView name)
{
    if (name == u"approved") {
        return RequestedChange::State::Approved;
    }
    return name == u"rejected" ? RequestedChange::State::Rejected : RequestedChange::State::Open;
}

QString requestObject(RequestPk pk)
{
    return QStringLiteral("request:%1").arg(pk.value);
}

} // namespace

RequestStore::RequestStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<std::optional<RequestRow>> RequestStore::byPk(RequestPk pk) const
{
    auto row = m_connection->statement(std::string(requestColumns).append("WHERE r.pk = ?"))
                   .bindAll(pk)
                   .one(readRequest);
    if (!row || !*row) {
        return row;
    }
    auto changes = changesOf(pk);
    if (!changes) {
        return changes.error();
    }
    (*row)->request.changes = *std::move(changes);
    return row;
}

Result<> RequestStore::forEach(const Selection& selection,
                               const std::function<bool(RequestRow&)>& each) const
{
    std::string sql(requestColumns);
    sql += "WHERE 1";
    sql += selection.state ? " AND r.state = ?" : "";
    sql += selection.dueBefore ? " AND r.due_at < ?" : "";
    sql += selection.requestedBy.isValid() ? " AND r.requested_by = ?" : "";
    sql += selection.notRequestedBy.isValid() ? " AND r.requested_by <> ?" : "";
    sql += selection.client.isValid() ? " AND r.client_pk = ?" : "";
    sql += selection.state == RequestState::Open ? " ORDER BY r.due_at, r.pk"
                                                 : " ORDER BY r.pk DESC";
    auto rows = m_connection->statement(sql);
    int index = 0;
    if (selection.state) {
        rows.bind(++index, requestStateName(*selection.state));
    }
    if (selection.dueBefore) {
        rows.bind(++index, *selection.dueBefore);
    }
    for (const UserPk user : {selection.requestedBy, selection.notRequestedBy}) {
        if (user.isValid()) {
            rows.bind(++index, user);
        }
    }
    if (selection.client.isValid()) {
        rows.bind(++index, selection.client);
    }
    while (true) {
        const auto state = rows.step();
        if (!state) {
            return state.error();
        }
        if (*state == StepState::Done) {
            return {};
        }
        RequestRow row = readRequest(rows);
        if (!each(row)) {
            rows.reset();
            return {};
        }
    }
}

Result<std::vector<RequestedChange>> RequestStore::changesOf(RequestPk pk) const
{
    std::vector<RequestedChange> changes;
    auto done
        = m_connection
              ->statement("SELECT field, old_value, new_value, state FROM request_changes WHERE "
                          "request_pk = ?")
              .bindAll(pk)
              .forEach([&changes](const Statement& row) {
                  if (const auto field = fieldByName(row.text(0))) {
                      changes.push_back(
                          {*field, row.text(1), row.text(2), requestedStateByName(row.text(3))});
                  }
              });
    if (!done) {
        return done.error();
    }
    std::sort(changes.begin(),
              changes.end(),
              [](const RequestedChange& a, const RequestedChange& b) { return a.field < b.field; });
    return changes;
}

Result<std::optional<RequestPk>> RequestStore::approvedIn(std::int64_t seq) const
{
    // By the log's own index: requests have none by the entry that decided them.
    return m_connection
        ->statement("SELECT r.pk FROM audit_rows a JOIN requests r ON a.object = 'request:' || r.pk"
                    " WHERE a.seq = ? AND r.decided_seq = a.seq AND r.state IN ('approved', "
                    "'partly')")
        .bindAll(seq)
        .one([](const Statement& row) { return row.id<RequestPk>(0); });
}

Result<std::optional<BatchPk>> RequestStore::batchIn(std::int64_t seq) const
{
    return m_connection
        ->statement(
            "SELECT batch_pk FROM history WHERE audit_seq = ? AND batch_pk IS NOT NULL LIMIT 1")
        .bindAll(seq)
        .one([](const Statement& row) { return row.id<BatchPk>(0); });
}

Result<> RequestStore::insert(Operation& operation, Request& request)
{
    request.state = RequestState::Open;
    request.requestedBy = operation.actor();
    request.requestedAt = operation.now();
    request.askedSeq = operation.auditSeq();
    request.version = 1;
    auto done = m_connection
                    ->statement("INSERT INTO requests (kind, client_pk, base_version, level, "
                                "state, reason, payload,"
                                " department_pk, requested_by, requested_at, due_at, asked_seq)"
                                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .bindAll(requestKindName(request.kind),
                             request.client,
                             request.baseVersion,
                             requestLevelName(request.level),
                             requestStateName(request.state),
                             request.reason,
                             request.payload,
                             request.department,
                             request.requestedBy,
                             request.requestedAt,
                             request.dueAt,
                             request.askedSeq)
                    .run();
    if (!done) {
        return done;
    }
    request.pk = RequestPk{m_connection->lastInsertId()};
    if (done = writeChanges(request); !done) {
        return done;
    }
    auto keys = keysFor(request.client);
    if (!keys) {
        return keys.error();
    }
    operation.recordRow(requestObject(request.pk), {}, hash(request, keys->front()));
    operation.feed("request", request.pk.value);
    return {};
}

Result<> RequestStore::writeChanges(const Request& request)
{
    for (const RequestedChange& change : request.changes) {
        auto done
            = m_connection
                  ->statement(
                      "INSERT INTO request_changes (request_pk, field, old_value, new_value, state)"
                      " VALUES (?, ?, ?, ?, ?)"
                      " ON CONFLICT (request_pk, field) DO UPDATE SET state = excluded.state")
                  .bindAll(request.pk,
                           fieldName(change.field),
                           change.before,
                           change.after,
                           requestedStateName(change.state))
                  .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<> RequestStore::decide(Operation& operation, const Request& before, Request& after)
{
    after.decidedBy = operation.actor();
    after.decidedAt = operation.now();
    after.decidedSeq = operation.auditSeq();
    after.version = before.version + 1;
    auto changed
        = m_connection
              ->statement(
                  "UPDATE requests SET state = ?, decided_by = ?, decided_at = ?, comment = ?,"
                  " decided_seq = ?, version = ? WHERE pk = ? AND version = ? AND state = 'open'")
              .bindAll(requestStateName(after.state),
                       after.decidedBy,
                       after.decidedAt,
                       after.comment,
                       after.decidedSeq,
                       after.version,
                       after.pk,
                       before.version)
              .runCounting();
    if (!changed) {
        return changed.error();
    }
    if (*changed != 1) {
        return Error{ErrorCode::Conflict,
                     QCoreApplication::translate("core::RequestStore",
                                                 "This request has been decided already."),
                     {}};
    }
    if (auto done = writeChanges(after); !done) {
        return done;
    }
    // A file that waited is kept no longer than somebody has to decide about it.
    if (auto done = m_connection->statement("DELETE FROM staged_imports WHERE request_pk = ?")
                        .bindAll(after.pk)
                        .run();
        !done) {
        return done;
    }
    auto keys = keysFor(after.client);
    if (!keys) {
        return keys.error();
    }
    operation.recordRow(
        requestObject(after.pk), hash(before, keys->front()), hash(after, keys->front()));
    operation.feed("request", after.pk.value);
    return {};
}

Result<>
RequestStore::sendBack(Operation& operation, const Request& request, const QString& comment)
{
    Request after = request;
    after.state = RequestState::Outdated;
    if (!comment.isEmpty()) {
        after.comment = comment;
    }
    return decide(operation, request, after);
}

Request RequestStore::asAsked(const Request& request)
{
    Request asked = request;
    asked.state = RequestState::Open;
    asked.decidedBy = {};
    asked.decidedAt = {};
    asked.decidedSeq = 0;
    asked.comment.clear();
    asked.version = 1;
    for (RequestedChange& change : asked.changes) {
        change.state = RequestedChange::State::Open;
    }
    return asked;
}

QByteArray RequestStore::hash(const Request& request, const QByteArray& clientKey)
{
    Hasher hasher(clientKey);
    hasher.add(QByteArrayLiteral("dossier-request-1"));
    const auto addNumber = [&hasher](std::int64_t number) {
        hasher.add(QString::number(number));
    };
    addNumber(request.pk.value);
    hasher.add(requestKindName(request.kind));
    addNumber(request.baseVersion);
    hasher.add(requestLevelName(request.level));
    hasher.add(requestStateName(request.state));
    hasher.add(request.reason);
    hasher.add(request.payload);
    addNumber(request.department.value);
    addNumber(request.requestedBy.value);
    hasher.add(utcText(request.requestedAt));
    hasher.add(utcText(request.dueAt));
    addNumber(request.decidedBy.value);
    hasher.add(utcText(request.decidedAt));
    hasher.add(request.comment);
    addNumber(request.askedSeq);
    addNumber(request.decidedSeq);
    for (const RequestedChange& change : request.changes) {
        hasher.add(fieldName(change.field));
        hasher.add(change.before);
        hasher.add(change.after);
        hasher.add(requestedStateName(change.state));
    }
    return hasher.finish();
}

Result<std::vector<QByteArray>> RequestStore::keysFor(ClientPk client) const
{
    if (!client.isValid()) {
        return std::vector{QByteArray()}; // about no record: nothing of a client's is in it
    }
    // Its own first; then those of every record it was merged with, as survivor or as member,
    // however often.
    auto keys
        = m_connection
              ->statement(
                  "WITH RECURSIVE kin (pk) AS (SELECT ?1 UNION"
                  " SELECT m.client_pk FROM merges g JOIN merge_members m ON m.merge_pk = g.pk"
                  " JOIN kin k ON g.survivor_pk = k.pk UNION"
                  " SELECT g.survivor_pk FROM merge_members m JOIN merges g ON g.pk = m.merge_pk"
                  " JOIN kin k ON m.client_pk = k.pk)"
                  " SELECT c.key FROM kin JOIN client_keys c ON c.client_pk = kin.pk"
                  " ORDER BY c.client_pk <> ?1")
              .bindAll(client)
              .all([](const Statement& row) { return row.blob(0); });
    if (!keys) {
        return keys.error();
    }
    if (keys->empty()) {
        return Error{ErrorCode::Corrupt,
                     QCoreApplication::translate("core::RequestStore",
                                                 "The key of this client is missing from the "
                                                 "office. Check the office, or restore a backup."),
                     {}};
    }
    return keys;
}

Result<QByteArray> RequestStore::signedHash(RequestPk pk, std::int64_t seq) const
{
    auto hash
        = m_connection->statement("SELECT after_hash FROM audit_rows WHERE seq = ? AND object = ?")
              .bindAll(seq, requestObject(pk))
              .one([](const Statement& row) { return row.blob(0); });
    if (!hash) {
        return hash.error();
    }
    return hash->value_or(QByteArray{});
}

} // namespace core
