/// ThreeWayMerge: two people changed one record from the same beginning. Field by field, what only one of them changed
/// counts; of lists (phones, e-mails, tags, contacts, own fields) and of the lines of the notes, part by part. What both
/// changed to something else is a conflict, which only a person can decide. Pure; any thread.
///
///     const ThreeWayMerge merge = mergeThreeWay(base, mine, theirs);
///     for (const FieldConflict& conflict : merge.conflicts) …   // merge.values has theirs there
#pragma once

#include "core/records/Client.h"

#include <QString>

#include <optional>
#include <vector>

namespace core {

/// One field as both began with it, and as each left it. Stored form.
struct FieldConflict
{
    Field field = Field::Id;
    QString base;
    QString mine;
    QString theirs;

    friend bool operator==(const FieldConflict&, const FieldConflict&) = default;
};

struct ThreeWayMerge
{
    ClientValues values; ///< where there is a conflict, and in what nobody edits: theirs
    std::vector<FieldConflict> conflicts; ///< in the order of the field table
};

/// What is made of a combined value (ValueParts.h) that both changed.
enum class CombinedValues : std::uint8_t
{
    PartByPart, ///< a conflict only where they changed the same part
    Whole ///< a conflict: whoever sets a value means exactly that one
};

[[nodiscard]] ThreeWayMerge mergeThreeWay(const ClientValues& base,
                                          const ClientValues& mine,
                                          const ClientValues& theirs,
                                          CombinedValues combined = CombinedValues::PartByPart);

/// One field; nothing where it is a conflict.
[[nodiscard]] std::optional<QString>
mergeThreeWay(const FieldConflict& sides, CombinedValues combined = CombinedValues::PartByPart);

} // namespace core
