/// GroupMerges: groups of which the program is certain, made one in a row after somebody has looked them through. Each is a
/// merge of its own, with its entry in the log and its own way back; what the person may not decide becomes a request.
///
///     auto proposed = merges.propose(200);                 // to look through; some are taken out
///     auto outcome = merges.apply(plans, reason, progress);
///     merges.undo(outcome->merges, progress);              // all of them, or each by itself on any later day
///
/// A group that changed since it was proposed is left alone and counted. Stopped, what was merged stays merged, and the
/// outcome says so. Thread of the office's writer.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/MergeService.h"

#include <QString>

#include <vector>

namespace core {

struct GroupProposal
{
    std::int64_t cluster = 0;
    std::vector<Client> clients; ///< the one that stays first
    MergePlan plan;
    double score = 0; ///< of the weakest pair
    int conflicts = 0; ///< fields in which two records contradict each other
    QStringList reasons; ///< translated
};

struct GroupMergeOutcome
{
    std::vector<MergePk> merges;
    std::vector<RequestPk> requests;
    int left = 0; ///< groups that somebody changed meanwhile, or that may not be merged
    bool isStopped = false;
};

struct GroupUndoOutcome
{
    int undone = 0;
    int requests = 0;
    int left = 0; ///< taken back already, or not possible any more
    bool isStopped = false;
};

class GroupMerges
{
public:
    GroupMerges(OfficeContext& office,
                const DuplicateService& duplicates,
                const MergeService& merges,
                ChangeService& changes);

    /// Certain groups of records that this person sees whole and may merge, or ask for; those without contradictions first.
    Result<std::vector<GroupProposal>> propose(int limit) const;
    Result<GroupMergeOutcome>
    apply(const std::vector<MergePlan>& plans, const QString& reason, Progress& progress);
    /// The newest first, so that each finds what it left.
    Result<GroupUndoOutcome> undo(const std::vector<MergePk>& merges, Progress& progress);

private:
    OfficeContext& m_office;
    const DuplicateService& m_duplicates;
    const MergeService& m_merges;
    ChangeService& m_changes;
};

} // namespace core
