#include "core/duplicates/UndoReader.h"

#include "core/records/ClientStore.h"
#include "core/records/HistoryStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QSet>

namespace core {

namespace {

Error readError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::MergeService", text), {}};
}

/// What people changed since, not what merging did.
Result<ChangeSet> editsSince(Connection& connection, ClientPk pk, std::int64_t seq)
{
    auto entries = HistoryStore(connection).ofClient(pk);
    if (!entries) {
        return entries.error();
    }
    ChangeSet edits;
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        if (entry->auditSeq <= seq || entry->merge.isValid()) {
            continue;
        }
        for (const FieldChange& change : entry->changes) {
            if (isEditable(change.field)) {
                edits.push_back(change);
            }
        }
    }
    return edits;
}

Result<std::vector<StillMerged>>
stillMergedInto(Connection& connection, ClientPk survivor, const QSet<ClientPk>& leaving)
{
    const MergeStore store(connection);
    auto merges = store.appliedInto(survivor);
    if (!merges) {
        return merges.error();
    }
    std::vector<StillMerged> found;
    for (const StoredMerge& merge : *merges) {
        auto members = store.members(merge.pk);
        if (!members) {
            return members.error();
        }
        for (const StoredMember& member : *members) {
            auto client = ClientStore(connection).byPk(member.client);
            if (!client) {
                return client.error();
            }
            if (*client && (*client)->mergedInto == survivor && !leaving.contains(member.client)) {
                found.push_back({merge.pk, member.client, (*client)->values});
            }
        }
    }
    return found;
}

Result<ReadLevel>
readLevel(Connection& connection, Client record, StoredMerge merge, const QSet<ClientPk>& leaving)
{
    auto edits = editsSince(connection, record.pk, merge.auditSeq);
    if (!edits) {
        return edits.error();
    }
    auto others = stillMergedInto(connection, record.pk, leaving);
    if (!others) {
        return others.error();
    }
    ReadLevel read;
    read.level.before = merge.values.before;
    read.level.after = merge.values.after;
    read.level.edits = *std::move(edits);
    for (const StillMerged& other : *others) {
        read.level.others.push_back(other.values);
    }
    read.level.record = std::move(record);
    read.merge = std::move(merge);
    read.others = *std::move(others);
    return read;
}

Result<> readMembers(Connection& connection, ReadUndo& read, QSet<ClientPk>& leaving)
{
    auto members = MergeStore(connection).members(read.merge.pk);
    if (!members) {
        return members.error();
    }
    read.members = *std::move(members);
    for (const StoredMember& member : read.members) {
        leaving.insert(member.client);
        auto other = ClientStore(connection).byPk(member.client);
        if (!other) {
            return other.error();
        }
        // Erased since, by the law: there is nothing to bring back.
        const bool isThere = *other && (*other)->value(Field::Status) != QLatin1String("erased");
        if (isThere && (*other)->mergedInto == read.merge.survivor) {
            read.restored.push_back(**std::move(other));
        }
    }
    return {};
}

} // namespace

UnmergePlan ReadUndo::plan() const
{
    std::vector<UnmergeLevel> all;
    for (const ReadLevel& read : levels) {
        all.push_back(read.level);
    }
    return proposeUnmerge(merge.pk, std::move(all), restored);
}

Error inTrashError()
{
    return readError(ErrorCode::Invalid,
                     QT_TRANSLATE_NOOP("core::MergeService",
                                       "One of the records is in the trash. Restore it first."));
}

Result<Client> existingRecord(Connection& connection, ClientPk pk)
{
    auto found = ClientStore(connection).byPk(pk);
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->value(Field::Status) == QLatin1String("erased")) {
        return readError(ErrorCode::NotFound,
                         QT_TRANSLATE_NOOP("core::MergeService",
                                           "The record that stayed does not exist any more."));
    }
    if ((*found)->value(Field::Status) == QLatin1String("trashed")) {
        return inTrashError();
    }
    return **std::move(found);
}

Result<Subject> mergeSubject(Connection& connection, const Client& client)
{
    return subjectOwnedBy(connection, client.owner);
}

Result<StoredMerge> mergeNumbered(Connection& connection, MergePk pk)
{
    auto merge = MergeStore(connection).byPk(pk);
    if (!merge) {
        return merge.error();
    }
    if (!*merge) {
        return readError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::MergeService", "There is no merge with this number."));
    }
    return **std::move(merge);
}

Result<ReadUndo> readUndo(Connection& connection, MergePk pk)
{
    ReadUndo read;
    auto merge = mergeNumbered(connection, pk);
    if (!merge) {
        return merge.error();
    }
    read.merge = *std::move(merge);
    if (read.merge.undone) {
        return readError(ErrorCode::Invalid,
                         QT_TRANSLATE_NOOP("core::MergeService", "This merge was undone already."));
    }
    QSet<ClientPk> leaving;
    if (auto done = readMembers(connection, read, leaving); !done) {
        return done.error();
    }
    if (read.restored.empty()) {
        return readError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::MergeService",
                              "None of the records that were merged exists any more; there is "
                              "nothing to bring back."));
    }
    StoredMerge by = read.merge;
    while (true) {
        auto record = existingRecord(connection, by.survivor);
        if (!record) {
            return record.error();
        }
        const ClientPk recordPk = record->pk;
        const bool isPartOfAnother = record->mergedInto.isValid();
        auto level = readLevel(connection, *std::move(record), by, leaving);
        if (!level) {
            return level.error();
        }
        read.levels.push_back(*std::move(level));
        if (!isPartOfAnother) {
            return read;
        }
        auto outer = MergeStore(connection).appliedOf(recordPk);
        if (!outer) {
            return outer.error();
        }
        if (!*outer) {
            return readError(ErrorCode::Corrupt,
                             QT_TRANSLATE_NOOP("core::MergeService",
                                               "A merge is missing from the office. Check the "
                                               "office, or restore a backup."));
        }
        by = **std::move(outer);
        leaving = {recordPk};
    }
}

} // namespace core
