#include "core/approval/GroupMerges.h"

#include "core/security/UserStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

/// What says something about one group only; anything else ends the whole.
bool isAboutOne(const Error& error)
{
    return error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound
        || error.code == ErrorCode::Denied || error.code == ErrorCode::Invalid;
}

} // namespace

GroupMerges::GroupMerges(OfficeContext& office,
                         const DuplicateService& duplicates,
                         const MergeService& merges,
                         ChangeService& changes)
    : m_office(office)
    , m_duplicates(duplicates)
    , m_merges(merges)
    , m_changes(changes)
{ }

Result<std::vector<GroupProposal>> GroupMerges::propose(int limit) const
{
    if (decide(m_office.session, Action::Merge) == Verdict::Denied) {
        return deniedError();
    }
    auto groups = m_duplicates.groups({.tier = MatchTier::Certain, .limit = limit});
    if (!groups) {
        return groups.error();
    }
    std::vector<GroupProposal> proposals;
    for (DuplicateGroup& group : *groups) {
        if (group.clients.size() > MergePlan::mostMembers) {
            continue;
        }
        std::vector<ClientId> ids;
        bool seesAll = true;
        for (const Client& client : group.clients) {
            auto whose = subjectOwnedBy(m_office.reader, client.owner);
            if (!whose) {
                return whose.error();
            }
            seesAll
                = seesAll && decide(m_office.session, Action::SeeAll, *whose) == Verdict::Allowed;
            ids.push_back(client.id());
        }
        auto clients
            = seesAll ? m_merges.clientsFor(ids) : Result<std::vector<Client>>(deniedError());
        if (!clients) {
            if (isAboutOne(clients.error())) {
                continue;
            }
            return clients.error();
        }
        std::swap(clients->front(), (*clients)[proposeSurvivor(*clients)]);
        auto same = m_merges.sameConfidential(*clients);
        if (!same) {
            return same.error();
        }
        auto plan = proposeMerge(*clients, *same);
        if (!plan) {
            return plan.error();
        }
        const auto conflicts
            = std::count_if(plan->choices.begin(),
                            plan->choices.end(),
                            [](const MergeChoice& choice) { return choice.conflict; });
        const QStringList reasons
            = group.pairs.empty() ? QStringList() : group.pairs.front().reasons;
        proposals.push_back({group.cluster,
                             *std::move(clients),
                             *std::move(plan),
                             group.score,
                             int(conflicts),
                             reasons});
    }
    std::stable_sort(
        proposals.begin(), proposals.end(), [](const GroupProposal& a, const GroupProposal& b) {
            return a.conflicts < b.conflicts;
        });
    return proposals;
}

Result<GroupMergeOutcome>
GroupMerges::apply(const std::vector<MergePlan>& plans, const QString& reason, Progress& progress)
{
    GroupMergeOutcome outcome;
    const auto total = std::int64_t(plans.size());
    progress.phase(QCoreApplication::translate("core::GroupMerges", "Merging"), total);
    for (const MergePlan& plan : plans) {
        const auto done = std::int64_t(outcome.merges.size() + outcome.requests.size())
            + std::int64_t(outcome.left);
        if (!progress.step(done, total)) {
            outcome.isStopped = true;
            return outcome;
        }
        auto merged = m_changes.merge(plan, reason);
        if (!merged && !isAboutOne(merged.error())) {
            return merged.error();
        }
        if (!merged) {
            ++outcome.left;
        } else if (merged->merge) {
            outcome.merges.push_back(*merged->merge);
        } else if (merged->request) {
            outcome.requests.push_back(*merged->request);
        }
    }
    return outcome;
}

Result<GroupUndoOutcome> GroupMerges::undo(const std::vector<MergePk>& merges, Progress& progress)
{
    GroupUndoOutcome outcome;
    const auto total = std::int64_t(merges.size());
    progress.phase(QCoreApplication::translate("core::GroupMerges", "Taking merges back"), total);
    // Clang 14 cannot compile libstdc++ 12's reversed views.
    for (auto merge = merges.rbegin(); merge != merges.rend(); ++merge) {
        if (!progress.step(outcome.undone + outcome.requests + outcome.left, total)) {
            outcome.isStopped = true;
            return outcome;
        }
        auto plan = m_merges.planUndo(*merge);
        auto undone = plan ? m_changes.unmerge(*plan) : Result<UnmergeOutcome>(plan.error());
        if (!undone && !isAboutOne(undone.error())) {
            return undone.error();
        }
        if (!undone) {
            ++outcome.left;
        } else if (undone->request) {
            ++outcome.requests;
        } else {
            ++outcome.undone;
        }
    }
    return outcome;
}

} // namespace core
