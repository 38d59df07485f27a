/// MergeService: applies merges and takes them back, on any later day, and applies them again. What hangs on the records
/// moves along (open requests; further phones, e-mails, contacts, tags, notes and own fields are values of the plan); ids
/// of merged records keep finding the survivor. Thread of the office.
///
///     auto plan = proposeMerge(*merges.clientsFor(ids));
///     auto applied = changes.merge(*plan, reason);           // core/approval: applies or asks
///     auto undo = merges.planUndo(*applied->merge);          // who edited what since, and where it stays
///     auto undone = changes.unmerge(*undo, reason);
///     auto again = changes.merge(*merges.planAgain(*applied->merge), reason);
///
/// A merge is undone whatever happened since: later merges into the same record, and of that record into others, stay
/// as they are, without what came from the records that leave (UnmergePlan.h). Only a record that was erased stays away.
#pragma once

#include "core/duplicates/MergePlan.h"
#include "core/duplicates/UnmergePlan.h"
#include "core/records/ClientWriter.h"
#include "core/security/OfficeContext.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"

#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace core {

struct StoredMember;

struct AppliedMerge
{
    MergePk pk;
    ClientId survivor;
    int moved = 0; ///< requests, contacts and numbers that moved along
};

struct MergeUndo
{
    std::vector<ClientId> restored;
    std::vector<Field> keptEdits; ///< edited since the merge, and still with the record that stayed
    std::vector<std::pair<Field, ClientId>> placed; ///< edits that went to a record that came back
};

/// What hangs on a record.
enum class AttachedKind : std::uint8_t
{
    Requests, ///< open ones: they follow the record that stays
    Contacts, ///< further ones
    Phones,
    Emails,
    Tags,
    OwnFields,
    Confidential, ///< sealed values
    Consents, ///< that stand
    Merged, ///< records that were merged into it before
};

inline constexpr std::size_t attachedKinds = 9;

struct Attached
{
    int count = 0;
    QStringList
        items; ///< what can be named without showing a value: "R-12", an id, what a consent is for
};

using AttachedThings = std::array<Attached, attachedKinds>; ///< by AttachedKind

struct MergeInfo
{
    MergePk pk;
    ClientPk survivor;
    bool undone = false;
    bool mayComeAgain = false; ///< undone, and its records are apart
    QString reason;
};

[[nodiscard]] QString attachedLabel(AttachedKind kind);

class MergeService
{
public:
    MergeService(OfficeContext& office, const ClientWriter& writer);

    /// The records of these ids, as merging needs them; Denied where one may not even be asked to merge.
    Result<std::vector<Client>> clientsFor(const std::vector<ClientId>& ids) const;
    /// The confidential fields in which all of the clients that have a value have the same one, as far as this person may
    /// know: none without the role's key, or before its session has taken them into its index.
    Result<std::vector<Field>> sameConfidential(std::span<const Client> clients) const;

    /// What would move along, or be put together, by record. Denied as above.
    Result<std::vector<AttachedThings>> attachedTo(const std::vector<ClientId>& ids) const;

    /// Inside somebody's use case: checks nothing but that the records are as the plan saw them (else Conflict).
    Result<AppliedMerge>
    apply(Operation& operation, const MergePlan& plan, const Provenance& provenance) const;

    /// What undoing it would do. NotFound; Invalid where it was undone already; Denied where the person may not even ask
    /// for it.
    Result<UnmergePlan> planUndo(MergePk merge) const;
    /// The same, for whoever may see the values in it.
    Result<UnmergePlan> showUndo(MergePk merge) const;
    /// Inside somebody's use case, whose permission was checked. Conflict where a record changed since the plan was made.
    Result<MergeUndo>
    undoIn(Operation& operation, const UnmergePlan& plan, const Provenance& provenance) const;
    /// Whether this person undoes it at once, may ask for it, or neither.
    Result<Verdict> mayUndo(Connection& connection, const UnmergePlan& plan) const;

    /// The merge once more, after its undo: as it was where nobody edited the field since, by the old choice where
    /// somebody did. Invalid where it is not undone, or its records are not apart.
    Result<MergePlan> planAgain(MergePk merge) const;

    /// Nothing where it is unknown, or about records that this person may not see.
    Result<std::optional<MergeInfo>> info(MergePk merge) const;

private:
    static Result<> placeEdits(UnmergePlan& plan, const std::vector<PlacedEdit>& decided);
    Result<>
    changeLevels(Operation& operation, const UnmergePlan& plan, const Provenance& from) const;
    Result<> bringBack(Operation& operation,
                       const UnmergePlan& plan,
                       const std::vector<StoredMember>& members,
                       Provenance from) const;

    OfficeContext& m_office;
    const ClientWriter& m_writer;
};

} // namespace core
