// client add, show, update, history
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "app/ctl/NearWords.h"
#include "core/approval/HistorySignatures.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/SealedStore.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>

#include <algorithm>

namespace ctl {

namespace {

struct ClientArguments
{
    std::string id;
    std::vector<std::string> set;
    std::string reason;
    std::string consent;
    std::optional<int> ifVersion;
    bool force = false;
    bool reveal = false;
};

core::Error say(core::ErrorCode code, const char* words)
{
    return {code, QCoreApplication::translate("ctl::Client", words), {}};
}

struct Assignment
{
    core::Field field;
    QString value;
};

core::Result<std::vector<Assignment>> assignments(const std::vector<std::string>& set)
{
    std::vector<Assignment> list;
    for (const std::string& entry : set) {
        const QString words = text(entry);
        const qsizetype equals = words.indexOf(u'=');
        if (equals <= 0) {
            return say(core::ErrorCode::Invalid,
                       QT_TRANSLATE_NOOP("ctl::Client", "--set takes FIELD=VALUE."));
        }
        const QString name = words.left(equals).trimmed();
        const auto field = typedField(name);
        if (!field) {
            return field.error();
        }
        if (!core::isEditable(*field)) {
            return core::Error{core::ErrorCode::Unsupported,
                               QCoreApplication::translate(
                                   "ctl::Client", "The field \"%1\" is set by the program.")
                                   .arg(name),
                               {}};
        }
        list.push_back({*field, words.mid(equals + 1)});
    }
    return list;
}

/// Words that are no FIELD=VALUE are wrong usage; a field that may not be set is a refusal.
Outcome wrongAssignment(const core::Error& error)
{
    return error.code == core::ErrorCode::Invalid ? wrongUsage(error) : Outcome(error);
}

void addRefusal(Outcome& outcome, const core::Error& refusal)
{
    outcome.error = refusal;
    outcome.exitCode = exitCodeFor(refusal.code);
    if (outcome.exitCode == Done) {
        outcome.exitCode = Failed;
    }
}

QString findingWords(const core::Findings& findings)
{
    QString words;
    for (const core::Finding& finding : findings) {
        words += core::fieldLabel(finding.field) + u": " + finding.message + u'\n';
    }
    return words;
}

Outcome addClient(Context& context, const ClientArguments& arguments)
{
    auto given = assignments(arguments.set);
    if (!given) {
        return wrongAssignment(given.error());
    }
    core::ClientValues values;
    for (const Assignment& assignment : *given) {
        values.set(assignment.field, assignment.value);
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::AddOptions options;
    options.force = arguments.force;
    options.reason = text(arguments.reason);
    options.origin = QStringLiteral("dossierctl");
    options.consent = text(arguments.consent);
    auto added = (*office)->clients().add(values, options);
    if (!added) {
        return added.error();
    }
    Outcome outcome;
    outcome.json = {{QStringLiteral("findings"), findingsJson(added->findings)},
                    {QStringLiteral("duplicates"), duplicatesJson(added->duplicates)}};
    outcome.text = findingWords(added->findings);
    for (const core::DuplicateHint& hint : added->duplicates) {
        outcome.text
            += hint.id.value + u'\t' + hint.name + u'\t' + hint.reasons.join(u"; ") + u'\n';
    }
    if (added->refusal) {
        addRefusal(outcome, *added->refusal);
        return outcome;
    }
    outcome.json.insert(QStringLiteral("id"), added->client->id().value);
    outcome.json.insert(QStringLiteral("version"), added->client->version);
    outcome.text = added->client->id().value + u'\n' + outcome.text;
    return outcome;
}

Outcome showClient(Context& context, const ClientArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto client = (*office)->clients().look({text(arguments.id)});
    if (!client) {
        return client.error();
    }
    QHash<QString, QString> revealed;
    if (arguments.reveal && (*office)->sealed().mayOpen()) {
        for (const QString& place : core::SealedService::placesIn(client->values)) {
            auto value = (*office)->sealed().reveal(client->id(), place);
            if (!value && value.error().code != core::ErrorCode::NotFound) {
                return value.error(); // a destroyed one stays masked
            }
            if (value) {
                revealed.insert(place, *value);
            }
        }
    }
    QJsonObject json = clientJson(*client, (*office)->access().timeZone);
    QString words;
    for (const core::FieldInfo& info : core::allFields()) {
        const QString name = core::fieldName(info.field);
        const bool isTime
            = info.field == core::Field::CreatedAt || info.field == core::Field::UpdatedAt;
        const QString value = isTime
            ? json.value(name).toString()
            : revealed.value(name, core::shownValue(info.field, client->value(info.field)));
        if (!value.isEmpty()) {
            words += core::fieldLabel(info.field) + u": " + value + u'\n';
        }
        if (revealed.contains(name)) {
            json.insert(name, value);
        }
    }
    QJsonObject own = json.value(QLatin1String("custom")).toObject();
    for (const QString& name : own.keys()) {
        if (const QString place = core::customFieldPlace(name); revealed.contains(place)) {
            own.insert(name, revealed.value(place));
            words += name + u": " + revealed.value(place) + u'\n';
        }
    }
    json.insert(QStringLiteral("custom"), own);
    return Outcome(json, words);
}

/// Requests of others (or older ones) for the same fields, which wait.
QJsonArray waitingJson(const std::vector<core::RivalRequest>& waiting,
                       const std::vector<Assignment>& given,
                       const std::vector<core::RequestPk>& ownNew)
{
    QJsonArray list;
    for (const core::RivalRequest& one : waiting) {
        QJsonArray fields;
        for (const Assignment& assignment : given) {
            if (std::find(one.fields.begin(), one.fields.end(), assignment.field)
                != one.fields.end()) {
                fields.append(core::fieldName(assignment.field));
            }
        }
        const bool isNew = std::find(ownNew.begin(), ownNew.end(), one.pk) != ownNew.end();
        if (!fields.isEmpty() && !isNew) {
            list.append(QJsonObject{{QStringLiteral("request"), core::requestText(one.pk)},
                                    {QStringLiteral("requested_by"), one.requestedBy},
                                    {QStringLiteral("fields"), fields}});
        }
    }
    return list;
}

Outcome updateClient(Context& context, const ClientArguments& arguments)
{
    auto given = assignments(arguments.set);
    if (!given) {
        return wrongAssignment(given.error());
    }
    std::vector<core::FieldEdit> edits;
    for (const Assignment& assignment : *given) {
        edits.push_back({assignment.field, assignment.value, {}});
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::UpdateOptions options;
    options.reason = text(arguments.reason);
    options.origin = QStringLiteral("dossierctl");
    options.ifVersion = arguments.ifVersion;
    options.consent = text(arguments.consent);
    // A program that sets a value finds that value afterwards, or is refused.
    options.combined = core::CombinedValues::Whole;
    auto updated = (*office)->changes().update({text(arguments.id)}, edits, options);
    if (!updated) {
        return updated.error();
    }
    QJsonArray applied;
    QStringList words;
    for (const core::Field field : updated->applied) {
        applied.append(core::fieldName(field));
        words.append(core::fieldLabel(field));
    }
    QJsonArray requests;
    for (const core::RequestPk request : updated->requests) {
        requests.append(core::requestText(request));
        words.append(core::requestText(request));
    }
    auto waiting = (*office)->requests().waitingFor(updated->id);
    if (!waiting) {
        return waiting.error();
    }
    const QJsonArray others = waitingJson(*waiting, *given, updated->requests);
    for (const auto& other : others) {
        const QJsonObject one = other.toObject();
        words.append(QCoreApplication::translate("ctl::Client", "%1 by %2 waits for the same field")
                         .arg(one.value(QStringLiteral("request")).toString(),
                              one.value(QStringLiteral("requested_by")).toString()));
    }
    Outcome outcome({{QStringLiteral("id"), updated->id.value},
                     {QStringLiteral("applied"), applied},
                     {QStringLiteral("waiting"), others},
                     {QStringLiteral("request"),
                      requests.isEmpty() ? QJsonValue(QJsonValue::Null) : requests.first()},
                     {QStringLiteral("requests"), requests},
                     {QStringLiteral("version"), updated->version},
                     {QStringLiteral("findings"), findingsJson(updated->findings)}},
                    words.join(u", "));
    if (!updated->conflicts.empty()) {
        outcome.json.insert(QStringLiteral("conflicts"),
                            conflictsJson(updated->conflicts, (*office)->access().timeZone));
    }
    if (updated->refusal) {
        outcome.text = findingWords(updated->findings);
        addRefusal(outcome, *updated->refusal);
    }
    return outcome;
}

Outcome clientHistory(Context& context, const ClientArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto entries = (*office)->clients().history({text(arguments.id)});
    if (!entries) {
        return entries.error();
    }
    const QTimeZone& zone = (*office)->access().timeZone;
    core::HistorySignatures signatures((*office)->context().reader, (*office)->access().officeId);
    QJsonArray changes;
    QString words;
    for (const core::HistoryEntry& entry : *entries) {
        auto problem = signatures.problemOf(entry);
        if (!problem) {
            return problem.error();
        }
        for (const core::FieldChange& change : entry.changes) {
            const QString before = core::plainValue(change.field, change.before);
            const QString after = core::plainValue(change.field, change.after);
            changes.append(QJsonObject{
                {QStringLiteral("field"), core::fieldName(change.field)},
                {QStringLiteral("old"), before},
                {QStringLiteral("new"), after},
                {QStringLiteral("who"), entry.authorName},
                {QStringLiteral("approved_by"),
                 entry.request.isValid() ? entry.actorName : QString()},
                {QStringLiteral("when"), timeText(entry.at, zone)},
                {QStringLiteral("why"), entry.reason},
                {QStringLiteral("action"), entry.action},
                {QStringLiteral("source"), entry.origin},
                {QStringLiteral("request"),
                 entry.request.isValid() ? QJsonValue(core::requestText(entry.request))
                                         : QJsonValue(QJsonValue::Null)},
                {QStringLiteral("signature"),
                 problem->isEmpty() ? QStringLiteral("valid") : QStringLiteral("broken")},
                {QStringLiteral("problem"), *problem},
                {QStringLiteral("entry"), qint64(entry.auditSeq)}});
            words += timeText(entry.at, zone) + u'\t' + entry.authorName + u'\t'
                + core::fieldLabel(change.field) + u": " + before + u" -> " + after
                + (problem->isEmpty() ? QString() : u'\t' + *problem) + u'\n';
        }
    }
    return Outcome({{QStringLiteral("changes"), changes}}, words);
}

void addClientAdd(CommandLine& line)
{
    auto arguments = std::make_shared<ClientArguments>();
    CLI::App* add = line.add(
        "client",
        "add",
        QT_TRANSLATE_NOOP("ctl::Help", "Enters a new client"),
        "dossierctl client add --set type=company --set name=\"Acme Ltd\" --set phone=13800138000");
    line.teach(
        add,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "Values are checked and written the office's way: \"138 0013 8000\" becomes "
            "+8613800138000. Exit 1 with findings: a value breaks a rule. Exit 1 with "
            "duplicates: the office may have this client; --force stores it all the same, but "
            "never passes over a rule. Fields: type (company, person), name, contact, phone, "
            "email, province, city, district, street, postcode, industry, activity (active, "
            "potential, dormant), owner, source (client, visit, third_party), credit_code, "
            "website, tags (separated by ;), notes; id_number and bank_account, which are sealed: "
            "only data administrators can open them, and the client must have agreed."));
    add->add_option("--set",
                    arguments->set,
                    QT_TRANSLATE_NOOP("ctl::Help", "A field and its value; as often as needed"))
        ->type_name("FIELD=VALUE")
        ->required()
        ->allow_extra_args(false);
    add->add_flag("--force",
                  arguments->force,
                  QT_TRANSLATE_NOOP("ctl::Help", "Store although it may be a duplicate"));
    add->add_option("--reason",
                    arguments->reason,
                    QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    add->add_option("--consent",
                    arguments->consent,
                    QT_TRANSLATE_NOOP("ctl::Help",
                                      "Where the client's consent to the id_number or bank_account "
                                      "is kept; without it whoever enters it vouches for it"))
        ->type_name("TEXT");
    line.onRun(add, [arguments](Context& context) { return addClient(context, *arguments); });
}

void addClientShow(CommandLine& line)
{
    auto arguments = std::make_shared<ClientArguments>();
    CLI::App* show = line.add("client",
                              "show",
                              QT_TRANSLATE_NOOP("ctl::Help", "One record; the look is logged"),
                              "dossierctl --json client show CUST202603020001");
    show->add_option(
            "ID",
            arguments->id,
            QT_TRANSLATE_NOOP("ctl::Help",
                              "The client id; of a merged record, the one that stayed is meant"))
        ->required();
    show->add_flag("--reveal",
                   arguments->reveal,
                   QT_TRANSLATE_NOOP("ctl::Help", "Sealed fields too, for the role that may"));
    line.onRun(show, [arguments](Context& context) { return showClient(context, *arguments); });
}

void addClientUpdate(CommandLine& line)
{
    auto arguments = std::make_shared<ClientArguments>();
    CLI::App* update = line.add(
        "client",
        "update",
        QT_TRANSLATE_NOOP("ctl::Help", "Changes fields; what needs approval becomes a request"),
        "dossierctl client update CUST202603020001 --set phone=13900139000 "
        "--reason \"called back\"");
    update
        ->add_option(
            "ID",
            arguments->id,
            QT_TRANSLATE_NOOP("ctl::Help",
                              "The client id; of a merged record, the one that stayed is meant"))
        ->required();
    line.teach(
        update,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "The answer names the fields that were changed at once and the requests that wait "
            "for somebody to approve. With --if-version a program says which version it had read: "
            "what others changed since in other fields stays, and a field that both changed is "
            "refused with exit 7, nothing stored; --json then lists under conflicts each such "
            "field with base, mine and theirs (null: not for this user to see)."));
    update
        ->add_option(
            "--set",
            arguments->set,
            QT_TRANSLATE_NOOP("ctl::Help",
                              "A field and its new value (empty: cleared); as often as needed"))
        ->type_name("FIELD=VALUE")
        ->required()
        ->allow_extra_args(false);
    update->add_option("--reason",
                       arguments->reason,
                       QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    update->add_option(
        "--if-version",
        arguments->ifVersion,
        QT_TRANSLATE_NOOP("ctl::Help",
                          "The version that was read; refuse (exit 7) a field changed since"));
    update
        ->add_option(
            "--consent",
            arguments->consent,
            QT_TRANSLATE_NOOP("ctl::Help",
                              "Where the client's consent to the id_number or bank_account "
                              "is kept; without it whoever enters it vouches for it"))
        ->type_name("TEXT");
    line.onRun(update, [arguments](Context& context) { return updateClient(context, *arguments); });
}

void addClientHistory(CommandLine& line)
{
    auto arguments = std::make_shared<ClientArguments>();
    CLI::App* history = line.add("client",
                                 "history",
                                 QT_TRANSLATE_NOOP("ctl::Help", "Every value it had, newest first"),
                                 "dossierctl client history CUST202603020001");
    history
        ->add_option(
            "ID",
            arguments->id,
            QT_TRANSLATE_NOOP("ctl::Help",
                              "The client id; of a merged record, the one that stayed is meant"))
        ->required();
    line.onRun(history,
               [arguments](Context& context) { return clientHistory(context, *arguments); });
}

} // namespace

void addClientCommands(CommandLine& line)
{
    addClientAdd(line);
    addClientShow(line);
    addClientUpdate(line);
    addClientHistory(line);
}

} // namespace ctl
