/// MergePlan: two to twenty records that are one client, and what the one will be: per field the value, whose it is and
/// why. A pure value: the dialog changes it, the command line prints it, a request keeps it as JSON, MergeService
/// applies it.
///
///     auto plan = proposeMerge(clients, survivor);
///     plan->take(Field::Phone, otherId, clients);        // somebody knows better
///
/// Proposed by stated rules: the survivor's value, unless it is empty or breaks a rule where another's does not; then
/// the newest record's, then the most complete one's. Phones, e-mails, contacts, tags, notes and own fields are put
/// together, so that nothing is lost. Any thread.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/records/Client.h"

#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace core {

struct MergeMember
{
    ClientPk pk;
    ClientId id;
    int version = 0; ///< the plan was made on this one
};

enum class MergeReason : std::uint8_t
{
    Same,
    Kept,
    OnlyValue,
    Valid,
    Newest,
    Combined,
    Chosen,
    Free,
    Restored ///< of the merge that is applied again
};

struct MergeChoice
{
    Field field = Field::Id;
    QString value; ///< stored form
    ClientId from; ///< whose value it is; empty for combined and free ones
    MergeReason reason = MergeReason::Same;
    bool conflict = false; ///< two records have different values here
};

struct MergePlan
{
    static constexpr std::size_t mostMembers = 20;

    MergeMember survivor;
    std::vector<MergeMember> others;
    std::vector<MergeChoice> choices; ///< every editable field, conflicts first

    [[nodiscard]] const MergeChoice* choice(Field field) const;
    /// The survivor's values with what was chosen.
    [[nodiscard]] ClientValues resultOn(ClientValues survivorValues) const;
    /// Takes another record's value.
    Result<> take(Field field, const ClientId& from, std::span<const Client> clients);
    /// Does nothing for a confidential field.
    void setFree(Field field, const QString& value);
    /// The value that the merge had before it was undone.
    void restore(Field field, const QString& value);
    /// Takes from the records what another plan of theirs took from them, in the fields that `isWanted` names; what was
    /// typed into that plan is taken as it is.
    void choose(const MergePlan& old,
                std::span<const Client> clients,
                const std::function<bool(Field)>& isWanted);

    [[nodiscard]] QString toJson() const;
    static Result<MergePlan> fromJson(const QString& text);
};

/// The first of `clients` survives. In the fields of `same` all confidential values are known to be the same, though what
/// stands for them differs (MergeService::sameConfidential). Invalid for fewer than 2 or more than 20, or for one record
/// twice.
Result<MergePlan> proposeMerge(std::span<const Client> clients, std::span<const Field> same = {});
/// Which of them should survive: the most complete, then the oldest.
[[nodiscard]] std::size_t proposeSurvivor(std::span<const Client> clients);

[[nodiscard]] QString mergeReasonLabel(MergeReason reason);

/// A record's editable values as JSON, and back: what a merge keeps so that it can be undone.
[[nodiscard]] QString valuesToJson(const ClientValues& values);
[[nodiscard]] ClientValues valuesFromJson(const QString& text);

} // namespace core
