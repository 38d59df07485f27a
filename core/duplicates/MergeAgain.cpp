// The undo of an undo: how MergeService plans a merge once more.
#include "core/duplicates/MergeService.h"
#include "core/duplicates/UndoReader.h"
#include "core/records/ClientStore.h"
#include "core/records/HistoryStore.h"

#include <QCoreApplication>
#include <QSet>

namespace core {

namespace {

Error againError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::MergeService", text), {}};
}

/// Fields in which somebody has edited one of the records since the log's entry.
Result<QSet<Field>>
touchedSince(Connection& connection, const std::vector<Client>& clients, std::int64_t seq)
{
    QSet<Field> touched;
    for (const Client& client : clients) {
        auto entries = HistoryStore(connection).ofClient(client.pk);
        if (!entries) {
            return entries.error();
        }
        for (const HistoryEntry& entry : *entries) {
            for (const FieldChange& change : entry.changes) {
                if (entry.auditSeq > seq) {
                    touched.insert(change.field);
                }
            }
        }
    }
    // Further numbers, addresses and contacts are put together from the main ones too.
    const auto follow = [&touched](Field field, Field main) {
        if (touched.contains(main)) {
            touched.insert(field);
        }
    };
    follow(Field::OtherPhones, Field::Phone);
    follow(Field::OtherEmails, Field::Email);
    for (const Field main : {Field::Contact, Field::Position, Field::Phone, Field::Email}) {
        follow(Field::Contacts, main);
    }
    return touched;
}

/// The survivor as it was just before the undo.
Result<ClientValues>
beforeUndo(Connection& connection, const Client& survivor, const StoredMerge& merge)
{
    auto entries = HistoryStore(connection).ofClient(survivor.pk);
    if (!entries) {
        return entries.error();
    }
    ClientValues values = survivor.values;
    for (const HistoryEntry& entry : *entries) {
        if (entry.auditSeq == merge.undoneSeq && entry.merge == merge.pk) {
            for (const FieldChange& change : entry.changes) {
                values.set(change.field, change.before);
            }
        }
    }
    return values;
}

Result<std::vector<Client>> recordsApart(Connection& connection, const StoredMerge& merge)
{
    auto survivor = existingRecord(connection, merge.survivor);
    while (survivor && survivor->mergedInto.isValid()) {
        survivor = existingRecord(connection, survivor->mergedInto);
    }
    if (!survivor) {
        return survivor.error();
    }
    auto members = MergeStore(connection).members(merge.pk);
    if (!members) {
        return members.error();
    }
    std::vector<Client> clients{*std::move(survivor)};
    for (const StoredMember& member : *members) {
        auto client = ClientStore(connection).byPk(member.client);
        if (!client) {
            return client.error();
        }
        if (*client && (*client)->value(Field::Status) == QLatin1String("trashed")) {
            return inTrashError();
        }
        if (!*client || (*client)->value(Field::Status) == QLatin1String("erased")
            || (*client)->mergedInto.isValid()) {
            return againError(
                ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("core::MergeService",
                                  "One of the records was merged or erased since. Merge those that "
                                  "are there anew."));
        }
        clients.push_back(**std::move(client));
    }
    return clients;
}

} // namespace

Result<MergePlan> MergeService::planAgain(MergePk pk) const
{
    Connection& connection = m_office.writer;
    auto merge = mergeNumbered(connection, pk);
    if (!merge) {
        return merge.error();
    }
    if (!merge->undone) {
        return againError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::MergeService", "This merge is in force; it was not undone."));
    }
    auto clients = recordsApart(connection, *merge);
    if (!clients) {
        return clients.error();
    }
    for (const Client& client : *clients) {
        auto subject = mergeSubject(connection, client);
        if (!subject) {
            return subject.error();
        }
        if (decide(m_office.session, Action::Merge, *subject) == Verdict::Denied) {
            return deniedError();
        }
    }
    auto same = sameConfidential(*clients);
    if (!same) {
        return same.error();
    }
    auto plan = proposeMerge(*clients, *same);
    auto old = MergePlan::fromJson(merge->plan);
    if (!plan || !old || clients->front().pk != merge->survivor) {
        return plan; // the one that stayed is part of another: nothing of the old choice fits
    }
    auto touched = touchedSince(connection, *clients, merge->undoneSeq);
    if (!touched) {
        return touched.error();
    }
    auto before = beforeUndo(connection, clients->front(), *merge);
    if (!before) {
        return before.error();
    }
    plan->choose(*old, *clients, [&touched](Field field) { return touched->contains(field); });
    for (const FieldInfo& info : allFields()) {
        if (isEditable(info.field) && !touched->contains(info.field)) {
            plan->restore(info.field, before->value(info.field));
        }
    }
    return plan;
}

} // namespace core
