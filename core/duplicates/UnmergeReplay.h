/// UnmergeReplay: a record's merges and the edits between them, made anew on other values than those they were made on.
/// For UnmergePlan alone. Pure; any thread.
///
///     Replaced state{merge.after, merge.before};        // the record just after the merge, and without it
///     state = replayMerge(next, editedFrom(state, next.values.before, any), next.members);
///     values = editedFrom(state, record.values, any);   // what the record is without the merge
#pragma once

#include "core/duplicates/UnmergePlan.h"
#include "core/records/Client.h"

#include <functional>
#include <vector>

namespace core {

/// One moment of a record: as it was, and as it is to have been.
struct Replaced
{
    ClientValues was;
    ClientValues becomes;
};

using FieldFilter = std::function<bool(Field)>;

/// People edited `state.was` until it was `edited`: the same edits, of the wanted fields, made on `state.becomes`. Where they
/// replaced another's main number, address or contact, its own stays among the further ones, if it stood there.
[[nodiscard]] ClientValues
editedFrom(const Replaced& state, const ClientValues& edited, const FieldFilter& isWanted);

/// The merge made anew: of a record that is now `before`, with members that are now `members`, as many as before. What
/// was chosen or typed for it is chosen again.
[[nodiscard]] Replaced replayMerge(const MergeStep& step,
                                   const ClientValues& before,
                                   const std::vector<ClientValues>& members);

} // namespace core
