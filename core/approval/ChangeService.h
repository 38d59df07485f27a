/// ChangeService: the way by which people's edits of a record enter. What this person may decide is
/// applied at once, the rest becomes requests, all in one use case.
///
///     auto outcome = changes.update(id, {{Field::Phone, typed}, {Field::Name, other}}, {.reason =
///     why}); if (!outcome) …                       // NotFound, Denied, Conflict, …: nothing
///     happened if (outcome->refusal) …               // a rule is broken: nothing happened,
///     outcome->findings say which show(outcome->applied, outcome->requests);
///
/// What somebody else saved since the person began is kept (records/ThreeWayMerge.h); a field that
/// both changed refuses the whole edit, and UpdateOutcome::conflicts has its values.
///
/// Free fields, ordinary and important ones are told apart by Field.h, who may decide by
/// Permissions.h. To fill an empty field is never an important change. An office with one user asks
/// for nothing. What makes up one level goes into one request. Thread of the office's writer.
#pragma once

#include "core/approval/Request.h"
#include "core/approval/RequestStore.h"
#include "core/approval/WorkingDays.h"
#include "core/base/Result.h"
#include "core/records/ClientParts.h"
#include "core/records/ClientWriter.h"
#include "core/records/Finding.h"
#include "core/records/ThreeWayMerge.h"
#include "core/security/OfficeContext.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace core {

class MergeService;
struct MergePlan;
struct UnmergePlan;

/// One field as a person typed it; the empty text clears it.
struct FieldEdit
{
    Field field = Field::Id;
    QString typed;
    /// Stored value that the person began with. Without it (and without UpdateOptions::ifVersion) the
    /// edit means: whatever stands there now.
    std::optional<QString> seen{};
};

struct UpdateOptions
{
    QString reason{};
    /// The version that the person began with: where an edit says nothing of what it saw, the history
    /// does. Conflict where it cannot tell (a version that is not known, a record that was merged into
    /// another since).
    std::optional<int> ifVersion{};
    CombinedValues combined = CombinedValues::PartByPart;
    QString origin = QStringLiteral("form");
    BatchPk batch{};
    /// An import's: what breaks a rule comes in marked. Never for what a person types.
    bool keepBrokenValues = false;
    UserPk author{}; ///< who wrote the values, where it is not the actor
    RequestPk request{}; ///< that was approved
    QString
        consent{}; ///< where the client's consent to a confidential value is kept; see ConsentStore.h
};

/// A field that somebody else saved, too, since the person began; values in stored form.
struct EditConflict
{
    Field field = Field::Id;
    std::optional<QString> base; ///< what both began with; nothing where this person may not see it
    QString mine;
    std::optional<QString> theirs; ///< what stands there now; nothing as above
    QString who; ///< who saved it; empty where this person may not see the history
    QDateTime at; ///< UTC
};

struct UpdateOutcome
{
    ClientId id; ///< of the record that was changed: the survivor where it was merged
    int version = 0; ///< now
    std::vector<Field> applied;
    std::vector<RequestPk>
        requests; ///< one per level; the first is the one to name where only one can be
    Findings findings; ///< what the rules say of the record as typed
    /// The same fields changed by two people; `refusal` is a Conflict then, `version` what to begin with
    /// after they were decided.
    std::vector<EditConflict> conflicts;
    std::optional<Error> refusal; ///< why nothing was done
};

/// What happens with a field when this person changes it: for a form that shows it before saving.
enum class ChangeWay : std::uint8_t
{
    AtOnce,
    OrdinaryRequest,
    ImportantRequest,
    Denied
};

struct MergeOutcome
{
    std::optional<MergePk> merge; ///< it was applied
    std::optional<RequestPk> request; ///< it waits
    ClientId survivor;
    int moved = 0; ///< what moved along to the survivor
};

/// What a merge would come to for this person, before it is made.
struct MergeForecast
{
    bool asks = false; ///< somebody else approves it
    RequestLevel level = RequestLevel::Ordinary;
    std::vector<Field>
        important; ///< filled in the record that stays, would get another value, and somebody else decides that
    std::optional<Error> refusal; ///< a value of the plan stands against it
};

struct UnmergeOutcome
{
    std::optional<RequestPk> request; ///< it waits
    std::vector<ClientId> restored;
    std::vector<Field> keptEdits; ///< see MergeUndo
    std::vector<std::pair<Field, ClientId>> placed;
};

/// What became of records that were to go into the trash, or out of it.
struct TrashOutcome
{
    std::vector<ClientId> done; ///< in the trash, or back
    std::vector<RequestPk> requests; ///< those that wait
    int sentBack = 0; ///< open requests about these records, now outdated
};

/// Whose record it is, for permission checks.
Result<Subject> subjectOf(Connection& connection, const Client& client);

class ChangeService
{
public:
    ChangeService(OfficeContext& office,
                  const ClientWriter& writer,
                  const ClientCheck& check,
                  MergeService& merges,
                  const WorkingDays& calendar);

    /// Standardizes what was typed, merges it with what others saved meanwhile, checks the rules,
    /// applies or asks.
    Result<UpdateOutcome> update(const ClientId& id,
                                 const std::vector<FieldEdit>& edits,
                                 const UpdateOptions& options = {});
    /// The same inside somebody's use case (an import). `current` becomes the new version. Does not
    /// commit; after an error or a refusal the caller gives the operation up, or goes on where
    /// nothing was written yet (a refusal).
    Result<UpdateOutcome> updateIn(Operation& operation,
                                   Client& current,
                                   const std::vector<FieldEdit>& edits,
                                   const UpdateOptions& options);

    /// The same values again on the record as it is now, by the person who asked: after a request
    /// came back as outdated, was rejected (in part) or withdrawn. One that still waits although the
    /// record has changed in what it asks for goes back and is asked for anew, in one use case.
    Result<UpdateOutcome> askAgain(RequestPk pk);

    /// Applies the merge, or asks for it where this person may not decide it: by the permission to
    /// merge, and by the important fields of the survivor that it would change.
    Result<MergeOutcome> merge(const MergePlan& plan, const QString& reason = {});

    /// What merge() would do with the plan. Denied, and Conflict where a record has changed since.
    Result<MergeForecast> forecast(const MergePlan& plan) const;

    /// Takes a merge back, or asks for it where this person may not decide it.
    Result<UnmergeOutcome> unmerge(const UnmergePlan& plan, const QString& reason = {});

    /// Puts records that were entered by mistake into the trash: they are in no list, search, export
    /// or match any more, but keep their values, ids and history. Open requests about them go back as
    /// outdated. All of them or none. Invalid: no reason, not an active record, or one that was
    /// merged into another (its own id is not the survivor's).
    Result<TrashOutcome> moveToTrash(const std::vector<ClientId>& ids, const QString& reason);
    /// Back to where they were. Invalid: one is not in the trash.
    Result<TrashOutcome> restore(const std::vector<ClientId>& ids, const QString& reason = {});

    /// A request about no record (an import), inside somebody's use case. The same again is the one
    /// that waits already.
    Result<RequestPk> ask(Operation& operation, const Request& request) const
    {
        return ask(operation, request, {});
    }

    /// Which way an edit of the field would go. `isSoleUser`: of the office, see
    /// UserStore::activeCount().
    [[nodiscard]] ChangeWay
    wayOf(Field field, const QString& storedNow, const Subject& subject, bool isSoleUser) const;

private:
    struct Sorted
    {
        ChangeSet atOnce;
        ChangeSet ordinary;
        ChangeSet important;
    };

    /// What an edit came to, by who decides it.
    struct Settled
    {
        const Sorted& sorted;
        DepartmentPk department; ///< the record's
        const UpdateOptions& options;
    };

    Result<ThreeWayMerge> merged(Connection& connection,
                                 const Client& current,
                                 const std::vector<FieldEdit>& edits,
                                 const UpdateOptions& options,
                                 bool seesAll) const;
    Result<std::vector<EditConflict>> described(Connection& connection,
                                                const Client& current,
                                                const std::vector<FieldConflict>& conflicts,
                                                const std::vector<FieldEdit>& edits,
                                                bool seesAll) const;
    Result<Sorted> sort(const ChangeSet& changes, const Subject& subject, bool isSoleUser) const;
    Result<RequestRow> ownRequest(Operation& operation, RequestPk pk) const;
    Result<TrashOutcome>
    changeStatus(RequestKind kind, const std::vector<ClientId>& ids, const QString& reason);
    Result<RequestPk> ask(Operation& operation, Request request, const ChangeSet& changes) const;
    Result<> applyOrAsk(Operation& operation,
                        Client& current,
                        const Settled& settled,
                        UpdateOutcome& outcome);
    /// What is asked for never holds a confidential value either.
    Result<Sorted> sealAsked(Operation& operation,
                             const Client& current,
                             Sorted sorted,
                             const Provenance& provenance) const;
    /// A confidential value typed again, or its mask, is no change.
    Result<QString> sealedAsNow(const Client& current, Field field, const QString& typed) const;
    /// One request per level of approval.
    Result<>
    askFor(Operation& operation, Request wanted, const Sorted& sorted, UpdateOutcome& outcome);
    [[nodiscard]] std::optional<Error> examine(const Client& current,
                                               const ChangeSet& changes,
                                               const UpdateOptions& options,
                                               Findings& findings) const;

    OfficeContext& m_office;
    const ClientWriter& m_writer;
    const ClientCheck& m_check;
    MergeService& m_merges;
    const WorkingDays& m_calendar;
};

} // namespace core
