/// UndoReader: what the undo of a merge has to know, read from the office: the records that have what was merged, what
/// people edited since, what stays merged beside it. For MergeService alone. Thread of the connection.
#pragma once

#include "core/duplicates/MergeStore.h"
#include "core/duplicates/UnmergePlan.h"
#include "core/records/Client.h"
#include "core/security/Permissions.h"
#include "core/security/Session.h"

#include <vector>

namespace core {

struct ReadUndo
{
    StoredMerge merge;
    std::vector<StoredMember> members;
    std::vector<UnmergeLevel> levels;
    std::vector<Client> restored;

    [[nodiscard]] UnmergePlan plan() const;
};

/// NotFound; Invalid where it was undone already.
Result<ReadUndo> readUndo(Connection& connection, MergePk pk);
Result<StoredMerge> mergeNumbered(Connection& connection, MergePk pk);
/// One of the records is in the trash: it has to be restored before it is merged or taken apart.
[[nodiscard]] Error inTrashError();
/// The record, merged or not; NotFound where it was erased, Invalid where it is in the trash.
Result<Client> existingRecord(Connection& connection, ClientPk pk);
Result<Subject> mergeSubject(Connection& connection, const Client& client);

} // namespace core
