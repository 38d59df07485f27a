#include "core/duplicates/MergeService.h"

#include "core/duplicates/MergeStore.h"
#include "core/duplicates/UndoReader.h"
#include "core/records/ClientStore.h"
#include "core/records/SealedStore.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonArray>

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
            return inTrashError();
        }
        auto subject = subjectOwnedBy(m_office.writer, (*client)->owner);
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

Result<std::vector<Field>> MergeService::sameConfidential(std::span<const Client> clients) const
{
    std::vector<Field> same;
    if (!mayOpenSealed(m_office)) {
        return same;
    }
    for (const FieldInfo& info : allFields()) {
        QStringList tokens;
        for (const Client& client : clients) {
            if (isSealed(info.field) && client.values.has(info.field)) {
                tokens.append(client.value(info.field));
            }
        }
        if (tokens.size() < 2) {
            continue;
        }
        auto isOne = SealedStore(m_office.reader).isOneValue(tokens);
        if (!isOne) {
            return isOne.error();
        }
        if (*isOne) {
            same.push_back(info.field);
        }
    }
    return same;
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
    const ClientValues wanted = plan.resultOn(before);
    MergeStore store(connection);
    auto inserted = store.insert(operation, plan, provenance.reason, {before, wanted});
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
        auto kept = store.insertMember(applied.pk, *other, *moved);
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
    const ChangeSet changes = differences(before, wanted);
    auto written = changes.empty() ? m_writer.note(operation, *survivor, from)
                                   : m_writer.change(operation, *survivor, changes, from);
    if (!written) {
        return written.error();
    }
    const QString object = objectOf(applied.pk);
    operation.recordRow(
        object,
        {},
        rowHash(operation.office(), object, {plan.toJson(), QStringLiteral("applied")}));
    operation.feed("merge", applied.pk.value);
    return applied;
}

Result<std::optional<MergeInfo>> MergeService::info(MergePk pk) const
{
    const MergeStore store(m_office.reader);
    auto merge = store.byPk(pk);
    if (!merge) {
        return merge.error();
    }
    if (!*merge) {
        return std::optional<MergeInfo>{};
    }
    auto survivor = ClientStore(m_office.reader).byPk((*merge)->survivor);
    auto whose = survivor && *survivor ? subjectOwnedBy(m_office.reader, (*survivor)->owner)
                                       : Result<Subject>(Subject{});
    if (!survivor || !whose) {
        return survivor ? whose.error() : survivor.error();
    }
    if (decide(m_office.session, Action::SeeBasic, *whose) != Verdict::Allowed) {
        return std::optional<MergeInfo>{};
    }
    MergeInfo info{pk, (*merge)->survivor, (*merge)->undone, (*merge)->undone, (*merge)->reason};
    auto members = store.members(pk);
    if (!members) {
        return members.error();
    }
    for (const StoredMember& member : *members) {
        auto client = ClientStore(m_office.reader).byPk(member.client);
        if (!client) {
            return client.error();
        }
        const bool isApart = *client && !(*client)->mergedInto.isValid()
            && (*client)->value(Field::Status) != QLatin1String("erased");
        info.mayComeAgain = info.mayComeAgain && isApart;
    }
    return std::optional(info);
}

} // namespace core
