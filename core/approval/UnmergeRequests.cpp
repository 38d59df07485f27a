// The undo of a merge: at once or as a request (ChangeService), and how an approved one is applied (RequestService).
#include "core/approval/ChangeService.h"
#include "core/approval/MergeLevel.h"
#include "core/approval/RequestService.h"
#include "core/duplicates/MergeService.h"
#include "core/records/ClientStore.h"
#include "core/standardize/SealedNumbers.h"

namespace core {

namespace {

Result<std::vector<Subject>> subjectsIn(Connection& connection, const UnmergePlan& plan)
{
    std::vector<ClientPk> pks;
    for (const UnmergeLevel& level : plan.levels) {
        pks.push_back(level.record.pk);
    }
    for (const Client& client : plan.restored) {
        pks.push_back(client.pk);
    }
    auto clients = ClientStore(connection).byPks(pks);
    if (!clients) {
        return clients.error();
    }
    std::vector<Subject> subjects;
    for (const Client& client : *clients) {
        auto subject = subjectOf(connection, client);
        if (!subject) {
            return subject.error();
        }
        subjects.push_back(*subject);
    }
    return subjects;
}

} // namespace

Result<UnmergeOutcome> ChangeService::unmerge(const UnmergePlan& plan, const QString& reason)
{
    auto operation = Operation::begin(m_office, u"merge.undo");
    if (!operation) {
        return operation.error();
    }
    auto verdict = m_merges.mayUndo(operation->connection(), plan);
    if (!verdict) {
        return verdict.error();
    }
    if (*verdict == Verdict::Denied) {
        return deniedError();
    }
    const Client& visible = plan.visible();
    const ChangeSet changes = differences(visible.values, plan.levelResults().back());
    auto subject = subjectOf(operation->connection(), visible);
    if (!subject) {
        return subject.error();
    }
    const bool isImportant = changesImportantValue(changes);
    const bool mustAsk = *verdict == Verdict::ByRequest
        || (isImportant
            && decide(m_office.session, Action::ChangeImportant, *subject) != Verdict::Allowed);
    UnmergeOutcome outcome;
    if (mustAsk && !operation->isSoleUser()) {
        auto subjects = subjectsIn(operation->connection(), plan);
        if (!subjects) {
            return subjects.error();
        }
        Request wanted;
        wanted.kind = RequestKind::Unmerge;
        wanted.client = visible.pk;
        wanted.baseVersion = visible.version;
        wanted.level = isImportant || !isOneDepartment(*subjects) ? RequestLevel::Important
                                                                  : RequestLevel::Ordinary;
        wanted.reason = withoutSealedNumbers(reason);
        wanted.payload = plan.toJson();
        wanted.department = subject->department;
        auto pk = ask(*operation, wanted, changes);
        if (!pk) {
            return pk.error();
        }
        outcome.request = *pk;
        operation->setObject(QStringLiteral("client:") + visible.id().value);
    } else {
        Provenance provenance;
        provenance.reason = withoutSealedNumbers(reason);
        auto undone = m_merges.undoIn(*operation, plan, provenance);
        if (!undone) {
            return undone.error();
        }
        outcome.restored = std::move(undone->restored);
        outcome.keptEdits = std::move(undone->keptEdits);
        outcome.placed = std::move(undone->placed);
    }
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return outcome;
}

Result<> RequestService::applyUnmerge(Operation& operation, const Request& request) const
{
    auto plan = UnmergePlan::fromJson(request.payload);
    if (!plan) {
        return plan.error();
    }
    auto subjects = subjectsIn(operation.connection(), *plan);
    if (!subjects) {
        return subjects.error();
    }
    const Action needed = request.level == RequestLevel::Important ? Action::ApproveImportant
                                                                   : Action::ApproveOrdinary;
    for (const Subject& subject : *subjects) {
        if (auto allowed = require(operation.session(), needed, subject); !allowed) {
            return allowed;
        }
    }
    Provenance provenance;
    provenance.reason = request.reason;
    provenance.author = request.requestedBy;
    provenance.request = request.pk;
    auto undone = m_merges.undoIn(operation, *plan, provenance);
    if (!undone && undone.error().code == ErrorCode::Invalid) {
        return conflictError(); // undone by somebody else since
    }
    return undone ? Result<>{} : undone.error();
}

} // namespace core
