#include "core/approval/ChangeService.h"

#include "core/records/ClientStandardizer.h"
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

Error notEditableError(Field field)
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::ChangeService", "«%1» cannot be changed here.")
                .arg(fieldLabel(field)),
            {}};
}

/// What other fields are read by comes first: a phone by its country and city.
bool isReadFirst(Field field)
{
    return field == Field::Type || field == Field::Country || field == Field::Province
        || field == Field::City;
}

/// The user's name as the office spells it.
Result<QString> activeOwner(Connection& connection, const QString& typed)
{
    const QString name = typed.trimmed();
    if (name.isEmpty()) {
        return QString{};
    }
    auto user = UserStore(connection).byName(name);
    if (!user) {
        return user.error();
    }
    if (!*user || !(*user)->active) {
        return changeError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP(
                "core::ChangeService",
                "The new owner is not an active user of this office. Choose one who is."));
    }
    return (*user)->name;
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
    Subject subject;
    subject.owner = client.owner;
    if (client.owner.isValid()) {
        auto owner = UserStore(connection).byPk(client.owner);
        if (!owner) {
            return owner.error();
        }
        if (*owner) {
            subject.department = (*owner)->department;
        }
    }
    return subject;
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
    if (options.ifVersion && *options.ifVersion != current.version) {
        return conflictError();
    }
    auto changes = changesOf(operation.connection(), current, edits);
    if (!changes) {
        return changes.error();
    }
    auto sorted = sort(*changes, *subject, operation.isSoleUser());
    if (!sorted) {
        return sorted.error();
    }
    UpdateOutcome outcome;
    outcome.id = current.id();
    outcome.version = current.version;
    outcome.refusal = examine(current, *changes, options, outcome.findings);
    if (decide(operation.session(), Action::SeeAll, *subject) != Verdict::Allowed) {
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
    const bool isImport = options.batch.isValid();
    const Provenance provenance{isImport ? QStringLiteral("import") : QStringLiteral("update"),
                                withoutSealedNumbers(options.reason),
                                options.origin,
                                options.author,
                                options.batch,
                                options.request,
                                {}};
    if (auto done = m_writer.change(operation, current, sorted->atOnce, provenance); !done) {
        return done.error();
    }
    for (const FieldChange& change : sorted->atOnce) {
        outcome.applied.push_back(change.field);
    }
    outcome.version = current.version;
    Request wanted;
    wanted.client = current.pk;
    wanted.baseVersion = current.version;
    wanted.reason = withoutSealedNumbers(options.reason);
    wanted.department = subject->department;
    if (isImport) {
        const QJsonObject source{{QStringLiteral("origin"), options.origin},
                                 {QStringLiteral("batch"), qint64(options.batch.value)}};
        wanted.payload = QString::fromUtf8(QJsonDocument(source).toJson(QJsonDocument::Compact));
    }
    if (auto done = askFor(operation, wanted, *sorted, outcome); !done) {
        return done.error();
    }
    return outcome;
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

Result<ChangeSet> ChangeService::changesOf(Connection& connection,
                                           const Client& current,
                                           const std::vector<FieldEdit>& edits) const
{
    std::vector<const FieldEdit*> ordered;
    for (const FieldEdit& edit : edits) {
        if (!isEditable(edit.field)) {
            return notEditableError(edit.field);
        }
        ordered.push_back(&edit);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const FieldEdit* a, const FieldEdit* b) {
        return isReadFirst(a->field) && !isReadFirst(b->field);
    });
    ClientValues next = current.values;
    for (const FieldEdit* edit : ordered) {
        QString stored;
        if (edit->field == Field::Owner) {
            auto owner = activeOwner(connection, edit->typed);
            if (!owner) {
                return owner.error();
            }
            stored = *owner;
        } else {
            stored = standardizeValue(edit->field, edit->typed, next);
        }
        const bool untouched = edit->seen && stored == *edit->seen;
        if (untouched) {
            continue;
        }
        const QString& now = current.value(edit->field);
        if (edit->seen && now != *edit->seen && now != stored) {
            return conflictError();
        }
        next.set(edit->field, stored);
    }
    return differences(current.values, next);
}

ChangeWay ChangeService::wayOf(Field field,
                               const QString& storedNow,
                               const Subject& subject,
                               bool isSoleUser) const
{
    Action action = Action::ChangeFree;
    switch (fieldInfo(field).level) {
    case FieldLevel::System:
    case FieldLevel::Sealed:
        return ChangeWay::Denied;
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
