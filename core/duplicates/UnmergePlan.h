/// UnmergePlan: what the undo of a merge does to each record, and where the edits made since belong: with the record
/// that stayed (proposed), with one that comes back, or with both. A pure value: proposed from what is stored, changed by
/// the person, applied by MergeService.
///
///     auto plan = office.merges().planUndo(merge);
///     plan->place(Field::Phone, {restoredId});          // the edit was about the other one
///     office.merges().undo(*plan);
///
/// Where the record that stayed was itself merged into another since, or others into it, those merges stay. Each record
/// that has something of the records that leave becomes what it would be without them: from what it was before, the later
/// merges and the edits between them are made anew, part by part (UnmergeReplay.h). Any thread.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/duplicates/MergePlan.h"
#include "core/records/Client.h"

#include <span>
#include <utility>
#include <vector>

namespace core {

/// A merge as it was applied: the values of the record that stayed.
struct MergedValues
{
    ClientValues before;
    ClientValues after;
};

/// A merge into a record, with those that it merged in and that still are, in the order of its plan.
struct MergeStep
{
    MergePk merge;
    MergedValues values;
    std::vector<ClientValues> members;
};

/// A record that has what was merged: the one that stayed, then each one that it was merged into since. What changed
/// between its merges are edits.
struct UnmergeLevel
{
    Client record;
    MergeStep by; ///< the merge that is undone, or by which it took in the level below
    std::size_t below = 0; ///< which of its members that is
    std::vector<MergeStep> later; ///< into the same record, oldest first
};

/// One field that was edited since the merge, and whose edit it is.
struct PlacedEdit
{
    Field field = Field::Id;
    QString merged; ///< what the merge (and later ones) had made of it
    QString now;
    bool stays = true; ///< with the record that stayed
    std::vector<ClientId> goesTo; ///< records that come back

    friend bool operator==(const PlacedEdit&, const PlacedEdit&) = default;
};

struct UnmergePlan
{
    MergePk merge;
    std::vector<UnmergeLevel> levels; ///< never empty; the last is the record people see
    std::vector<Client> restored; ///< with the values they get back
    std::vector<PlacedEdit> edits; ///< in the order of the field table

    [[nodiscard]] const Client& visible() const { return levels.back().record; }
    [[nodiscard]] const PlacedEdit* edit(Field field) const;
    /// Ids of the visible record (or the one that stayed) and of those that come back; at least one. Invalid for another
    /// id, or a field that was not edited.
    Result<> place(Field field, const std::vector<ClientId>& where);

    /// Which records in which versions, and where each edit goes: what a request keeps of it.
    [[nodiscard]] QString toJson() const;
    /// A plan without values, for MergeService::undoIn.
    static Result<UnmergePlan> fromJson(const QString& text);

    /// What each level's record becomes.
    [[nodiscard]] std::vector<ClientValues> levelResults() const;
    /// What the merges that stay began and ended with, without the one that is undone.
    [[nodiscard]] std::vector<std::pair<MergePk, MergedValues>> mergeResults() const;
    /// What each restored record becomes.
    [[nodiscard]] std::vector<ClientValues> restoredResults() const;
};

/// Finds the edits; all of them stay.
[[nodiscard]] UnmergePlan
proposeUnmerge(MergePk merge, std::vector<UnmergeLevel> levels, std::vector<Client> restored);

} // namespace core
