/// MergeService: applies a MergePlan, and takes a merge back on any later day. Whoever may only ask goes through
/// approval (ChangeService::merge), which calls apply() when the request is approved. Thread of the office's writer.
///
/// The others stay in the file with status "merged" and point to the survivor, so that their ids keep finding it and
/// nothing is lost. Open requests follow the survivor. Undo gives the others their life back and takes from the
/// survivor what the merge gave it, but for the fields that somebody edited since: those are kept and named.
#pragma once

#include "core/duplicates/MergePlan.h"
#include "core/records/ClientWriter.h"
#include "core/security/OfficeContext.h"
#include "core/security/Operation.h"

#include <vector>

namespace core {

struct AppliedMerge
{
    MergePk pk;
    ClientId survivor;
    int moved = 0; ///< requests, contacts and numbers that moved along
};

struct MergeUndo
{
    std::vector<ClientId> restored;
    std::vector<Field> keptEdits; ///< of the survivor: edited since the merge
};

struct MergeInfo
{
    MergePk pk;
    ClientPk survivor;
    bool undone = false;
    QString reason;
};

class MergeService
{
public:
    MergeService(OfficeContext& office, const ClientWriter& writer);

    /// The records of these ids, as merging needs them; Denied where one may not even be asked to merge.
    Result<std::vector<Client>> clientsFor(const std::vector<ClientId>& ids) const;

    /// Inside somebody's use case: checks nothing but that the records are as the plan saw them (else Conflict).
    Result<AppliedMerge>
    apply(Operation& operation, const MergePlan& plan, const Provenance& provenance) const;
    Result<MergeUndo> undo(MergePk merge) const;

    Result<std::optional<MergeInfo>> info(MergePk merge) const;

private:
    OfficeContext& m_office;
    const ClientWriter& m_writer;
};

} // namespace core
