#include "core/duplicates/UndoReader.h"

#include "core/records/ClientStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>

namespace core {

namespace {

Error readError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::MergeService", text), {}};
}

/// Those that this merge merged in and that still are, in the order in which it put them together.
Result<std::vector<Client>> stillMerged(Connection& connection, const StoredMerge& merge)
{
    auto plan = MergePlan::fromJson(merge.plan);
    if (!plan) {
        return plan.error();
    }
    std::vector<Client> members;
    for (const MergeMember& member : plan->others) {
        auto client = ClientStore(connection).byPk(member.pk);
        if (!client) {
            return client.error();
        }
        if (*client && (*client)->mergedInto == merge.survivor) {
            members.push_back(**std::move(client));
        }
    }
    return members;
}

Result<MergeStep> readStep(Connection& connection, const StoredMerge& merge)
{
    auto members = stillMerged(connection, merge);
    if (!members) {
        return members.error();
    }
    MergeStep step{merge.pk, merge.values, {}};
    for (const Client& member : *members) {
        step.members.push_back(member.values);
    }
    return step;
}

/// `below`: the record that this one took in by the merge; invalid for the merge that is undone.
Result<UnmergeLevel>
readLevel(Connection& connection, Client record, const StoredMerge& merge, ClientPk below)
{
    UnmergeLevel level;
    auto members = stillMerged(connection, merge);
    auto merges = MergeStore(connection).appliedInto(record.pk);
    if (!members || !merges) {
        return members ? merges.error() : members.error();
    }
    level.by = {merge.pk, merge.values, {}};
    for (const Client& member : *members) {
        level.below = member.pk == below ? level.by.members.size() : level.below;
        level.by.members.push_back(member.values);
    }
    for (const StoredMerge& later : *merges) {
        if (later.pk > merge.pk) {
            auto step = readStep(connection, later);
            if (!step) {
                return step.error();
            }
            level.later.push_back(*std::move(step));
        }
    }
    level.record = std::move(record);
    return level;
}

Result<> readMembers(Connection& connection, ReadUndo& read)
{
    auto members = MergeStore(connection).members(read.merge.pk);
    if (!members) {
        return members.error();
    }
    read.members = *std::move(members);
    for (const StoredMember& member : read.members) {
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
    return proposeUnmerge(merge.pk, levels, restored);
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
    if (auto done = readMembers(connection, read); !done) {
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
    ClientPk below;
    while (true) {
        auto record = existingRecord(connection, by.survivor);
        if (!record) {
            return record.error();
        }
        const ClientPk recordPk = record->pk;
        const bool isPartOfAnother = record->mergedInto.isValid();
        auto level = readLevel(connection, *std::move(record), by, below);
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
        below = recordPk;
    }
}

} // namespace core
