#include "core/approval/ChangeService.h"

#include "core/records/ClientStore.h"
#include "core/security/UserStore.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

Error changeError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::ChangeService", sentence), {}};
}

Error unknownChangedClientError()
{
    return changeError(
        ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("core::ChangeService", "There is no client with this id."));
}

/// Names the fields, never their values: messages end in the logs of scheduled jobs.
Error sameFieldError(const std::vector<FieldConflict>& conflicts)
{
    const QString separator = QCoreApplication::translate("core::ChangeService", ", ");
    QStringList labels;
    for (const FieldConflict& conflict : conflicts) {
        labels.append(fieldLabel(conflict.field));
    }
    return {
        ErrorCode::Conflict,
        QCoreApplication::translate("core::ChangeService",
                                    "Somebody else changed the same field first: %1. Nothing was "
                                    "stored. Decide which value is right, then save again.")
            .arg(labels.join(separator)),
        {}};
}

/// Versions of one record say nothing of another.
Error mergedMeanwhileError()
{
    return changeError(ErrorCode::Conflict,
                       QT_TRANSLATE_NOOP("core::ChangeService",
                                         "This record was merged into another one meanwhile. Look "
                                         "at that one, then repeat your change."));
}

Client withChanges(Client client, const ChangeSet& changes)
{
    for (const FieldChange& change : changes) {
        client.set(change.field, change.after);
    }
    return client;
}

} // namespace

Result<Subject> subjectOf(Connection& connection, const Client& client)
{
    return subjectOwnedBy(connection, client.owner);
}

ChangeService::ChangeService(OfficeContext& office,
                             const ClientWriter& writer,
                             const ClientCheck& check,
                             MergeService& merges,
                             const WorkingDays& calendar)
    : m_office(office)
    , m_writer(writer)
    , m_check(check)
    , m_merges(merges)
    , m_calendar(calendar)
{ }

Result<UpdateOutcome> ChangeService::update(const ClientId& id,
                                            const std::vector<FieldEdit>& edits,
                                            const UpdateOptions& options)
{
    auto operation = Operation::begin(m_office, u"client.update");
    if (!operation) {
        return operation.error();
    }
    auto found = ClientStore(operation->connection()).byId(id);
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->value(Field::Status) == QLatin1String("erased")) {
        return unknownChangedClientError();
    }
    Client& current = **found;
    if (options.ifVersion) {
        auto named = ClientStore(operation->connection()).exactly(id);
        if (!named) {
            return named.error();
        }
        if (*named && (*named)->mergedInto.isValid()) {
            return mergedMeanwhileError();
        }
    }
    auto outcome = updateIn(*operation, current, edits, options);
    if (!outcome || outcome->refusal || (outcome->applied.empty() && outcome->requests.empty())) {
        return outcome;
    }
    operation->setObject(QStringLiteral("client:") + current.id().value);
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return outcome;
}

Result<UpdateOutcome> ChangeService::updateIn(Operation& operation,
                                              Client& current,
                                              const std::vector<FieldEdit>& edits,
                                              const UpdateOptions& options)
{
    auto subject = subjectOf(operation.connection(), current);
    if (!subject) {
        return subject.error();
    }
    if (auto allowed = require(operation.session(), Action::SeeBasic, *subject); !allowed) {
        return allowed.error();
    }
    if (current.value(Field::Status) == QLatin1String("trashed")) {
        return changeError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::ChangeService",
                              "This client is in the trash. Restore it first, then change it."));
    }
    const bool seesAll = decide(operation.session(), Action::SeeAll, *subject) == Verdict::Allowed;
    auto merge = merged(operation.connection(), current, edits, options, seesAll);
    if (!merge) {
        return merge.error();
    }
    // Whoever may not change a field is not told what somebody else made of it either.
    ChangeSet changes = differences(current.values, merge->values);
    for (const FieldConflict& conflict : merge->conflicts) {
        changes.push_back({conflict.field, conflict.theirs, conflict.mine});
    }
    auto sorted = sort(changes, *subject, operation.isSoleUser());
    if (!sorted) {
        return sorted.error();
    }
    UpdateOutcome outcome;
    outcome.id = current.id();
    outcome.version = current.version;
    if (!merge->conflicts.empty()) {
        auto conflicts
            = described(operation.connection(), current, merge->conflicts, edits, seesAll);
        if (!conflicts) {
            return conflicts.error();
        }
        outcome.conflicts = *std::move(conflicts);
        outcome.refusal = sameFieldError(merge->conflicts);
        return outcome;
    }
    outcome.refusal = examine(current, changes, options, outcome.findings);
    if (!seesAll) {
        // What the rules say of a field this person may not see would tell what stands in it.
        std::erase_if(outcome.findings, [&](const Finding& finding) {
            return std::none_of(edits.begin(), edits.end(), [&finding](const FieldEdit& edit) {
                return edit.field == finding.field;
            });
        });
    }
    if (outcome.refusal) {
        return outcome;
    }
    auto done = applyOrAsk(operation, current, {*sorted, subject->department, options}, outcome);
    return done ? Result<UpdateOutcome>(std::move(outcome)) : done.error();
}

Result<> ChangeService::applyOrAsk(Operation& operation,
                                   Client& current,
                                   const Settled& settled,
                                   UpdateOutcome& outcome)
{
    const auto& [sorted, department, options] = settled;
    const bool isImport = options.batch.isValid();
    const Provenance provenance{isImport ? QStringLiteral("import") : QStringLiteral("update"),
                                withoutSealedNumbers(options.reason),
                                options.origin,
                                options.author,
                                options.batch,
                                options.request,
                                {},
                                options.consent};
    if (auto done = m_writer.change(operation, current, sorted.atOnce, provenance); !done) {
        return done;
    }
    for (const FieldChange& change : sorted.atOnce) {
        outcome.applied.push_back(change.field);
    }
    outcome.version = current.version;
    auto sealed = sealAsked(operation, current, sorted, provenance);
    if (!sealed) {
        return sealed.error();
    }
    Request wanted;
    wanted.client = current.pk;
    wanted.baseVersion = current.version;
    wanted.reason = withoutSealedNumbers(options.reason);
    wanted.department = department;
    if (isImport) {
        const QJsonObject source{{QStringLiteral("origin"), options.origin},
                                 {QStringLiteral("batch"), qint64(options.batch.value)}};
        wanted.payload = QString::fromUtf8(QJsonDocument(source).toJson(QJsonDocument::Compact));
    }
    return askFor(operation, wanted, *sealed, outcome);
}

Result<> ChangeService::askFor(Operation& operation,
                               Request wanted,
                               const Sorted& sorted,
                               UpdateOutcome& outcome)
{
    for (const RequestLevel level : {RequestLevel::Ordinary, RequestLevel::Important}) {
        const ChangeSet& asked
            = level == RequestLevel::Ordinary ? sorted.ordinary : sorted.important;
        if (asked.empty()) {
            continue;
        }
        wanted.level = level;
        auto pk = ask(operation, wanted, asked);
        if (!pk) {
            return pk.error();
        }
        outcome.requests.push_back(*pk);
    }
    return {};
}

ChangeWay ChangeService::wayOf(Field field,
                               const QString& storedNow,
                               const Subject& subject,
                               bool isSoleUser) const
{
    Action action = Action::ChangeFree;
    switch (fieldInfo(field).level) {
    case FieldLevel::System:
        return ChangeWay::Denied;
    case FieldLevel::Sealed:
        // Whoever may edit may enter one; another in its place nobody can compare but the role.
        if (!storedNow.isEmpty()) {
            action = Action::ChangeImportant;
        } else if (decide(m_office.session, action, subject) != Verdict::Allowed) {
            action = Action::ChangeOrdinary;
        }
        break;
    case FieldLevel::Free:
        break;
    case FieldLevel::Ordinary:
        action = Action::ChangeOrdinary;
        break;
    case FieldLevel::Important:
        action = storedNow.isEmpty() ? Action::ChangeOrdinary : Action::ChangeImportant;
        break;
    }
    switch (decide(m_office.session, action, subject)) {
    case Verdict::Allowed:
        return ChangeWay::AtOnce;
    case Verdict::ByRequest:
        break;
    case Verdict::Denied:
        return ChangeWay::Denied;
    }
    if (isSoleUser) {
        return ChangeWay::AtOnce;
    }
    return action == Action::ChangeImportant ? ChangeWay::ImportantRequest
                                             : ChangeWay::OrdinaryRequest;
}

Result<ChangeService::Sorted>
ChangeService::sort(const ChangeSet& changes, const Subject& subject, bool isSoleUser) const
{
    Sorted sorted;
    for (const FieldChange& change : changes) {
        switch (wayOf(change.field, change.before, subject, isSoleUser)) {
        case ChangeWay::AtOnce:
            sorted.atOnce.push_back(change);
            break;
        case ChangeWay::OrdinaryRequest:
            sorted.ordinary.push_back(change);
            break;
        case ChangeWay::ImportantRequest:
            sorted.important.push_back(change);
            break;
        case ChangeWay::Denied:
            return deniedError();
        }
    }
    return sorted;
}

std::optional<Error> ChangeService::examine(const Client& current,
                                            const ChangeSet& changes,
                                            const UpdateOptions& options,
                                            Findings& findings) const
{
    const Client next = withChanges(current, changes);
    findings = m_check.check(next.values);
    if (!next.values.has(Field::Name)) {
        return changeError(ErrorCode::Invalid,
                           QT_TRANSLATE_NOOP("core::ChangeService", "A client needs a name."));
    }
    if (options.keepBrokenValues) {
        return std::nullopt;
    }
    // What was wrong before in another field does not stop an edit; what this edit makes wrong
    // does, wherever.
    const Findings before = m_check.check(current.values);
    const auto isNew = [&](const Finding& finding) {
        const bool isChanged
            = std::any_of(changes.begin(), changes.end(), [&finding](const FieldChange& change) {
                  return change.field == finding.field;
              });
        return isChanged
            || std::none_of(before.begin(), before.end(), [&finding](const Finding& old) {
                   return old.field == finding.field && old.rule == finding.rule;
               });
    };
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Error && isNew(finding)) {
            return changeError(
                ErrorCode::Invalid,
                QT_TRANSLATE_NOOP(
                    "core::ChangeService",
                    "Some values break a rule of the office. Correct them, then save again."));
        }
    }
    return std::nullopt;
}

} // namespace core
