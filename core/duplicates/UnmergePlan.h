/// UnmergePlan: what the undo of a merge does to each record, and where the edits made since belong: with the record
/// that stayed (proposed), with one that comes back, or with both. A pure value: proposed from what is stored, changed by
/// the person, applied by MergeService.
///
///     auto plan = office.merges().planUndo(merge);
///     plan->place(Field::Phone, {restoredId});          // the edit was about the other one
///     office.merges().undo(*plan);
///
/// Where the record that stayed was itself merged into another since, or others into it, those merges stay: what came
/// from the records that leave is taken out of every record that had it from them, part by part (ValueParts.h). Any
/// thread.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/duplicates/MergePlan.h"
#include "core/records/Client.h"

#include <span>
#include <vector>

namespace core {

/// A merge as it was applied: the values of the record that stayed.
struct MergedValues
{
    ClientValues before;
    ClientValues after;
};

/// `now` without what the merge brought. `others`: records merged into the same one that stay merged; what they have
/// too stays. Values edited since stay.
[[nodiscard]] ClientValues withoutMerge(const ClientValues& now,
                                        const MergedValues& merge,
                                        std::span<const ClientValues> others);

/// A record that was merged into `outer` changes from one form to the other; what `outer` had from it follows.
/// `outerBefore`: before that merge.
[[nodiscard]] ClientValues carryOver(const ClientValues& outer,
                                     const ClientValues& outerBefore,
                                     const MergedValues& inner,
                                     std::span<const ClientValues> others);

/// A record that has what was merged: the one that stayed, then each one that it was merged into since.
struct UnmergeLevel
{
    Client record;
    ClientValues before; ///< before it took in the records that leave, or the level below
    ClientValues after; ///< as that merge left it
    ChangeSet edits; ///< by people since then, oldest first; a field can stand there several times
    std::vector<ClientValues> others; ///< of records merged into it that stay so
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
    /// What each restored record becomes.
    [[nodiscard]] std::vector<ClientValues> restoredResults() const;
};

/// Finds the edits; all of them stay.
[[nodiscard]] UnmergePlan
proposeUnmerge(MergePk merge, std::vector<UnmergeLevel> levels, std::vector<Client> restored);

} // namespace core
