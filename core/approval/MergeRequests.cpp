// Merges that wait for approval: how one is asked for (ChangeService), and how it is applied once
// it is approved (RequestService).
#include "core/approval/ChangeService.h"
#include "core/approval/MergeLevel.h"
#include "core/approval/RequestService.h"
#include "core/duplicates/MergeService.h"
#include "core/records/ClientStore.h"
#include "core/security/UserStore.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

struct MergedRecord
{
    Client client;
    Subject subject;
};

/// The survivor first. Conflict where one is no longer as the plan saw it.
Result<std::vector<MergedRecord>> recordsOf(Connection& connection, const MergePlan& plan)
{
    std::vector<MergeMember> members{plan.survivor};
    members.insert(members.end(), plan.others.begin(), plan.others.end());
    std::vector<MergedRecord> records;
    for (const MergeMember& member : members) {
        auto client = ClientStore(connection).byPk(member.pk);
        if (!client) {
            return client.error();
        }
        if (!*client || (*client)->version != member.version || (*client)->mergedInto.isValid()) {
            return conflictError();
        }
        auto subject = subjectOf(connection, **client);
        if (!subject) {
            return subject.error();
        }
        records.push_back({**std::move(client), *subject});
    }
    return records;
}

/// What a person typed into the plan must keep the rules; what stood in one of the records comes in
/// marked.
bool breaksRuleFreely(const MergePlan& plan, const ClientCheck& check, const Client& survivor)
{
    const Findings findings = check.check(plan.resultOn(survivor.values));
    return std::any_of(findings.begin(), findings.end(), [&plan](const Finding& finding) {
        const MergeChoice* choice = plan.choice(finding.field);
        return finding.severity == Severity::Error && choice != nullptr
            && choice->reason == MergeReason::Free;
    });
}

Request requestOf(const MergePlan& plan,
                  const std::vector<MergedRecord>& records,
                  RequestLevel level,
                  const QString& reason)
{
    const MergedRecord& survivor = records.front();
    Request wanted;
    wanted.kind = RequestKind::Merge;
    wanted.client = survivor.client.pk;
    wanted.baseVersion = survivor.client.version;
    wanted.level = level;
    wanted.reason = withoutSealedNumbers(reason);
    wanted.payload = plan.toJson();
    wanted.department = survivor.subject.department;
    return wanted;
}

} // namespace

bool changesImportantValue(const ChangeSet& changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const FieldChange& change) {
        return fieldInfo(change.field).level == FieldLevel::Important && !change.before.isEmpty();
    });
}

bool isOneDepartment(const std::vector<Subject>& subjects)
{
    DepartmentPk department;
    for (const Subject& subject : subjects) {
        if (!subject.department.isValid()) {
            continue;
        }
        if (department.isValid() && department != subject.department) {
            return false;
        }
        department = subject.department;
    }
    return true;
}

namespace {

/// Why the plan cannot be applied as it is, whoever wants it.
std::optional<Error>
refusalOf(const MergePlan& plan, const ClientCheck& check, const Client& survivor)
{
    if (const MergeChoice* name = plan.choice(Field::Name);
        name != nullptr && name->value.isEmpty()) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::ChangeService", "A client needs a name."),
                     {}};
    }
    if (breaksRuleFreely(plan, check, survivor)) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::ChangeService",
                                        "A value typed for the merged record breaks a rule of the "
                                        "office. Correct it, then merge again."),
            {}};
    }
    return {};
}

/// Denied where one may not even ask.
Result<MergeForecast> forecastOf(const Session& session,
                                 const MergePlan& plan,
                                 const std::vector<MergedRecord>& records,
                                 bool isSoleUser)
{
    MergeForecast forecast;
    std::vector<Subject> subjects;
    for (const MergedRecord& record : records) {
        const Verdict verdict = decide(session, Action::Merge, record.subject);
        if (verdict == Verdict::Denied) {
            return deniedError();
        }
        forecast.asks = forecast.asks || verdict == Verdict::ByRequest;
        subjects.push_back(record.subject);
    }
    const ClientValues& values = records.front().client.values;
    const ChangeSet changes = differences(values, plan.resultOn(values));
    if (changesImportantValue(changes)
        && decide(session, Action::ChangeImportant, subjects.front()) != Verdict::Allowed) {
        for (const FieldChange& change : changes) {
            if (changesImportantValue({change})) {
                forecast.important.push_back(change.field);
            }
        }
    }
    forecast.asks = (forecast.asks || !forecast.important.empty()) && !isSoleUser;
    if (isSoleUser) {
        forecast.important.clear();
    }
    forecast.level = changesImportantValue(changes) || !isOneDepartment(subjects)
        ? RequestLevel::Important
        : RequestLevel::Ordinary;
    return forecast;
}

} // namespace

Result<MergeForecast> ChangeService::forecast(const MergePlan& plan) const
{
    auto records = recordsOf(m_office.reader, plan);
    auto active = UserStore(m_office.reader).activeCount();
    if (!records || !active) {
        return records ? active.error() : records.error();
    }
    auto forecast = forecastOf(m_office.session, plan, *records, *active == 1);
    if (forecast) {
        forecast->refusal = refusalOf(plan, m_check, records->front().client);
    }
    return forecast;
}

Result<MergeOutcome> ChangeService::merge(const MergePlan& plan, const QString& reason)
{
    auto operation = Operation::begin(m_office, u"merge");
    if (!operation) {
        return operation.error();
    }
    auto records = recordsOf(operation->connection(), plan);
    if (!records) {
        return records.error();
    }
    const Client& survivor = records->front().client;
    auto forecast = forecastOf(m_office.session, plan, *records, operation->isSoleUser());
    if (!forecast) {
        return forecast.error();
    }
    if (auto refusal = refusalOf(plan, m_check, survivor)) {
        return *refusal;
    }
    MergeOutcome outcome;
    outcome.survivor = survivor.id();
    if (forecast->asks) {
        const ChangeSet changes = differences(survivor.values, plan.resultOn(survivor.values));
        auto pk = ask(*operation, requestOf(plan, *records, forecast->level, reason), changes);
        if (!pk) {
            return pk.error();
        }
        outcome.request = *pk;
    } else {
        Provenance provenance;
        provenance.action = QStringLiteral("merge");
        provenance.reason = withoutSealedNumbers(reason);
        auto applied = m_merges.apply(*operation, plan, provenance);
        if (!applied) {
            return applied.error();
        }
        outcome.merge = applied->pk;
        outcome.moved = applied->moved;
    }
    operation->setObject(QStringLiteral("client:") + outcome.survivor.value);
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return outcome;
}

Result<> RequestService::applyMerge(Operation& operation, const Request& request) const
{
    auto plan = MergePlan::fromJson(request.payload);
    if (!plan) {
        return plan.error();
    }
    if (plan->survivor.pk != request.client) {
        return conflictError(); // merged into yet another record since
    }
    auto records = recordsOf(operation.connection(), *plan);
    if (!records) {
        return records.error();
    }
    for (const MergedRecord& record : *records) {
        const Action needed = request.level == RequestLevel::Important ? Action::ApproveImportant
                                                                       : Action::ApproveOrdinary;
        if (auto allowed = require(operation.session(), needed, record.subject); !allowed) {
            return allowed;
        }
    }
    Provenance provenance;
    provenance.action = QStringLiteral("merge");
    provenance.reason = request.reason;
    provenance.author = request.requestedBy;
    provenance.request = request.pk;
    if (auto applied = m_merges.apply(operation, *plan, provenance); !applied) {
        return applied.error();
    }
    return {};
}

} // namespace core
