#include "core/duplicates/MergeService.h"

#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

Error say(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::MergeService", text), {}};
}

Result<Client> load(ClientStore& clients, const MergeMember& member)
{
    auto client = clients.byPk(member.pk);
    if (!client) {
        return client.error();
    }
    if (!*client) {
        return say(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::MergeService", "One of the records does not exist any more."));
    }
    if ((*client)->version != member.version || (*client)->mergedInto.isValid()) {
        return conflictError();
    }
    return **std::move(client);
}

/// Open requests follow the record that stays; returns their numbers, so that the undo can send them back.
Result<QJsonArray> moveRequests(Connection& connection, ClientPk from, ClientPk to)
{
    auto open
        = connection.statement("SELECT pk FROM requests WHERE client_pk = ? AND state = 'open'")
              .bindAll(from)
              .all([](const Statement& row) { return row.int64(0); });
    if (!open) {
        return open.error();
    }
    QJsonArray moved;
    for (const qint64 pk : *open) {
        auto done = connection.statement("UPDATE requests SET client_pk = ? WHERE pk = ?")
                        .bindAll(to, pk)
                        .run();
        if (!done) {
            return done.error();
        }
        moved.append(pk);
    }
    return moved;
}

int countEntries(const QString& before, const QString& after)
{
    return int(after.count(u';') - before.count(u';'))
        + (before.isEmpty() && !after.isEmpty() ? 1 : 0);
}

struct StoredMerge
{
    MergePk pk;
    ClientPk survivor;
    QString state;
    QString before;
    QString after;
};

Result<StoredMerge> storedMerge(Connection& connection, MergePk pk)
{
    auto merge = connection
                     .statement("SELECT pk, survivor_pk, state, survivor_before, survivor_after "
                                "FROM merges WHERE pk = ?")
                     .bindAll(pk)
                     .one([](const Statement& row) {
                         return StoredMerge{row.id<MergePk>(0),
                                            row.id<ClientPk>(1),
                                            row.text(2),
                                            row.text(3),
                                            row.text(4)};
                     });
    if (!merge) {
        return merge.error();
    }
    if (!*merge) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::MergeService", "There is no merge with this number."));
    }
    if ((*merge)->state != QLatin1String("applied")) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP("core::MergeService", "This merge was undone already."));
    }
    return **std::move(merge);
}

Result<Subject> ownedBy(Connection& connection, UserPk owner)
{
    Subject subject{owner, {}, true};
    if (owner.isValid()) {
        auto user = UserStore(connection).byPk(owner);
        if (!user) {
            return user.error();
        }
        subject.department = *user ? (*user)->department : DepartmentPk{};
    }
    return subject;
}

Result<MergePk> insertMerge(const Operation& operation,
                            const MergePlan& plan,
                            const QString& reason,
                            const ClientValues& before,
                            const ClientValues& after)
{
    auto inserted
        = operation.connection()
              .statement(
                  "INSERT INTO merges (survivor_pk, state, merged_at, merged_by, reason, plan,"
                  " survivor_before, survivor_after, audit_seq) VALUES (?, 'applied', ?, ?, ?, ?, "
                  "?, ?, ?)")
              .bindAll(plan.survivor.pk,
                       operation.now(),
                       operation.actor(),
                       reason,
                       plan.toJson(),
                       valuesToJson(before),
                       valuesToJson(after),
                       operation.auditSeq())
              .run();
    if (!inserted) {
        return inserted.error();
    }
    return MergePk{operation.connection().lastInsertId()};
}

Result<Client> survivorOf(const ClientStore& clients, const StoredMerge& merge)
{
    auto found = clients.byPk(merge.survivor);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::MergeService",
                                     "The record that stayed does not exist any more."));
    }
    return **std::move(found);
}

struct StoredMember
{
    ClientPk client;
    QString before;
    QString moved;
};

Result<std::vector<StoredMember>> membersOf(Connection& connection, MergePk merge)
{
    return connection
        .statement("SELECT client_pk, before, moved FROM merge_members WHERE merge_pk = ?")
        .bindAll(merge)
        .all([](const Statement& row) {
            return StoredMember{row.id<ClientPk>(0), row.text(1), row.text(2)};
        });
}

Result<> markUndone(const Operation& operation, MergePk merge)
{
    return operation.connection()
        .statement("UPDATE merges SET state = 'undone', undone_seq = ?, version = version + 1"
                   " WHERE pk = ?")
        .bindAll(operation.auditSeq(), merge)
        .run();
}

/// The requests that moved to the survivor, as far as nobody has decided them.
Result<> moveBack(Connection& connection, const StoredMember& member)
{
    for (const auto& request : QJsonDocument::fromJson(member.moved.toUtf8()).array()) {
        auto done
            = connection
                  .statement("UPDATE requests SET client_pk = ? WHERE pk = ? AND state = 'open'")
                  .bindAll(member.client, qint64(request.toInteger()))
                  .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

QString objectOf(MergePk pk)
{
    return QStringLiteral("merge:M-%1").arg(pk.value);
}

} // namespace

MergeService::MergeService(OfficeContext& office, const ClientWriter& writer)
    : m_office(office)
    , m_writer(writer)
{ }

Result<std::vector<Client>> MergeService::clientsFor(const std::vector<ClientId>& ids) const
{
    ClientStore store(m_office.writer);
    std::vector<Client> clients;
    for (const ClientId& id : ids) {
        auto client = store.byId(id);
        if (!client) {
            return client.error();
        }
        if (!*client || (*client)->value(Field::Status) == QLatin1String("erased")) {
            return say(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("core::MergeService", "There is no client with this id."));
        }
        if ((*client)->value(Field::Status) == QLatin1String("trashed")) {
            return say(ErrorCode::Invalid,
                       QT_TRANSLATE_NOOP("core::MergeService",
                                         "One of the records is in the trash. Restore it first."));
        }
        auto subject = ownedBy(m_office.writer, (*client)->owner);
        if (!subject) {
            return subject.error();
        }
        if (decide(m_office.session, Action::Merge, *subject) == Verdict::Denied) {
            return deniedError();
        }
        clients.push_back(**std::move(client));
    }
    return clients;
}

Result<AppliedMerge>
MergeService::apply(Operation& operation, const MergePlan& plan, const Provenance& provenance) const
{
    Connection& connection = operation.connection();
    ClientStore clients(connection);
    auto survivor = load(clients, plan.survivor);
    if (!survivor) {
        return survivor.error();
    }
    const ClientValues before = survivor->values;
    ClientValues wanted = before;
    for (const MergeChoice& choice : plan.choices) {
        wanted.set(choice.field, choice.value);
    }
    auto inserted = insertMerge(operation, plan, provenance.reason, before, wanted);
    if (!inserted) {
        return inserted.error();
    }
    AppliedMerge applied{*inserted, survivor->id(), 0};
    Provenance from = provenance;
    from.action = provenance.action.isEmpty() ? QStringLiteral("merge") : provenance.action;
    from.merge = applied.pk;
    for (const MergeMember& member : plan.others) {
        auto other = load(clients, member);
        if (!other) {
            return other.error();
        }
        auto moved = moveRequests(connection, member.pk, plan.survivor.pk);
        if (!moved) {
            return moved.error();
        }
        applied.moved += int(moved->size());
        auto kept
            = connection
                  .statement("INSERT INTO merge_members (merge_pk, client_pk, before, moved) "
                             "VALUES (?, ?, ?, ?)")
                  .bindAll(applied.pk,
                           member.pk,
                           valuesToJson(other->values),
                           QString::fromUtf8(QJsonDocument(*moved).toJson(QJsonDocument::Compact)))
                  .run();
        if (!kept) {
            return kept.error();
        }
        from.origin = survivor->id().value;
        if (auto done = m_writer.setStatus(
                operation, *other, QStringLiteral("merged"), plan.survivor.pk, from);
            !done) {
            return done.error();
        }
    }
    QStringList origins;
    for (const MergeMember& member : plan.others) {
        origins.append(member.id.value);
    }
    from.origin = origins.join(u' ');
    for (const Field field : {Field::OtherPhones, Field::OtherEmails, Field::Tags}) {
        applied.moved += countEntries(before.value(field), wanted.value(field));
    }
    if (auto done = m_writer.change(operation, *survivor, differences(before, wanted), from);
        !done) {
        return done.error();
    }
    const QString object = objectOf(applied.pk);
    operation.recordRow(
        object,
        {},
        rowHash(operation.office(), object, {plan.toJson(), QStringLiteral("applied")}));
    operation.feed("merge", applied.pk.value);
    return applied;
}

Result<MergeUndo> MergeService::undo(MergePk pk) const
{
    auto operation = Operation::begin(m_office, u"merge.undo");
    if (!operation) {
        return operation.error();
    }
    Connection& connection = m_office.writer;
    auto merge = storedMerge(connection, pk);
    if (!merge) {
        return merge.error();
    }
    ClientStore clients(connection);
    auto found = survivorOf(clients, *merge);
    if (!found) {
        return found.error();
    }
    Client& survivor = *found;
    auto allowed = clientsFor({survivor.id()});
    if (!allowed) {
        return allowed.error();
    }
    auto subject = ownedBy(connection, survivor.owner);
    if (!subject) {
        return subject.error();
    }
    if (decide(m_office.session, Action::Merge, *subject) != Verdict::Allowed
        && !operation->isSoleUser()) {
        return deniedError();
    }
    if (survivor.mergedInto.isValid()) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP(
                       "core::MergeService",
                       "The record that stayed was merged again since. Undo that merge first."));
    }
    MergeUndo undo;
    const Provenance provenance{QStringLiteral("unmerge"), {}, {}, {}, {}, {}, pk};
    ChangeSet back;
    for (const FieldChange& change :
         differences(valuesFromJson(merge->before), valuesFromJson(merge->after))) {
        if (survivor.value(change.field) == change.after) {
            back.push_back({change.field, change.after, change.before});
        } else {
            undo.keptEdits.push_back(change.field);
        }
    }
    if (auto done = m_writer.change(*operation, survivor, back, provenance); !done) {
        return done.error();
    }
    auto members = membersOf(connection, pk);
    if (!members) {
        return members.error();
    }
    for (const StoredMember& member : *members) {
        auto other = clients.byPk(member.client);
        if (!other) {
            return other.error();
        }
        if (!*other || (*other)->mergedInto != merge->survivor) {
            continue; // erased since, by the law; there is nothing to bring back
        }
        const QString status = valuesFromJson(member.before).value(Field::Status);
        if (auto done = m_writer.setStatus(*operation, **other, status, {}, provenance); !done) {
            return done.error();
        }
        if (auto done = moveBack(connection, member); !done) {
            return done.error();
        }
        undo.restored.push_back((*other)->id());
    }
    if (auto marked = markUndone(*operation, pk); !marked) {
        return marked.error();
    }
    const QString object = objectOf(pk);
    operation->setObject(object);
    operation->recordRow(
        object, {}, rowHash(operation->office(), object, {QStringLiteral("undone")}));
    operation->feed("merge", pk.value);
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return undo;
}

Result<std::optional<MergeInfo>> MergeService::info(MergePk merge) const
{
    return m_office.reader
        .statement("SELECT pk, survivor_pk, state, reason FROM merges WHERE pk = ?")
        .bindAll(merge)
        .one([](const Statement& row) {
            return MergeInfo{row.id<MergePk>(0),
                             row.id<ClientPk>(1),
                             row.text(2) == QLatin1String("undone"),
                             row.text(3)};
        });
}

} // namespace core
