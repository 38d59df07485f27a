// request list, show, approve, reject, withdraw
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "app/ctl/NearWords.h"
#include "core/records/ClientStandardizer.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct RequestArguments
{
    std::string state = "open";
    bool mine = false;
    bool inbox = false;
    std::string id;
    std::vector<std::string> ids;
    std::string fields;
    std::string comment;
};

core::Result<core::RequestPk> requestNamed(const std::string& words)
{
    if (const auto pk = core::requestByText(text(words))) {
        return *pk;
    }
    return core::Error{
        core::ErrorCode::NotFound,
        QCoreApplication::translate("ctl::Request", "There is no request with this number."),
        {}};
}

QJsonObject listedJson(const core::ListedRequest& listed, const QTimeZone& zone)
{
    QJsonArray fields;
    for (const core::RequestedChange& change : listed.request.changes) {
        fields.append(core::fieldName(change.field));
    }
    QJsonArray rivals;
    for (const core::RivalRequest& rival : listed.rivals) {
        QJsonArray both;
        for (const core::Field field : rival.fields) {
            both.append(core::fieldName(field));
        }
        rivals.append(QJsonObject{{QStringLiteral("request"), core::requestText(rival.pk)},
                                  {QStringLiteral("requested_by"), rival.requestedBy},
                                  {QStringLiteral("fields"), both}});
    }
    const core::Request& request = listed.request;
    return {{QStringLiteral("id"), core::requestText(request.pk)},
            {QStringLiteral("kind"), core::requestKindName(request.kind)},
            {QStringLiteral("level"), core::requestLevelName(request.level)},
            {QStringLiteral("client"), listed.client.value},
            {QStringLiteral("client_name"), listed.clientName},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("state"), core::requestStateName(request.state)},
            {QStringLiteral("overdue"), listed.overdue},
            {QStringLiteral("due_at"), timeText(request.dueAt, zone)},
            {QStringLiteral("requested_at"), timeText(request.requestedAt, zone)},
            {QStringLiteral("requested_by"), listed.requestedBy},
            {QStringLiteral("decided_by"), listed.decidedBy},
            {QStringLiteral("decided_at"), timeText(request.decidedAt, zone)},
            {QStringLiteral("comment"), request.comment},
            {QStringLiteral("conflicts"), rivals},
            {QStringLiteral("reason"), request.reason}};
}

/// What stands beside a request that others ask against.
QString rivalWords(const core::ListedRequest& listed)
{
    QString words;
    for (const core::RivalRequest& rival : listed.rivals) {
        QStringList labels;
        for (const core::Field field : rival.fields) {
            labels.append(core::fieldLabel(field));
        }
        words += QCoreApplication::translate("ctl::Request", "%1 by %2 asks for the same field: %3")
                     .arg(core::requestText(rival.pk),
                          rival.requestedBy,
                          labels.join(QStringLiteral(", ")))
            + u'\n';
    }
    return words;
}

Outcome listRequests(Context& context, const RequestArguments& arguments)
{
    core::RequestQuery query;
    query.mine = arguments.mine;
    query.inbox = arguments.inbox;
    query.limit = std::numeric_limits<int>::max();
    if (!core::setStateFilter(query, text(arguments.state))) {
        return wrongUsage(
            QCoreApplication::translate("ctl::Request",
                                        "States are open, overdue, approved, partly, rejected, "
                                        "withdrawn, outdated and all."));
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto rows = (*office)->requests().list(query);
    if (!rows) {
        return rows.error();
    }
    QJsonArray list;
    QString words;
    for (const core::ListedRequest& row : *rows) {
        list.append(listedJson(row, (*office)->access().timeZone));
        words += core::requestText(row.request.pk) + u'\t' + row.client.value + u'\t'
            + row.clientName + u'\t' + core::requestStateLabel(row.request.state) + u'\t'
            + row.requestedBy + u'\n';
        for (const QString& line : rivalWords(row).split(u'\n', Qt::SkipEmptyParts)) {
            words += QStringLiteral("\t! ") + line + u'\n';
        }
    }
    return Outcome({{QStringLiteral("requests"), list}}, words);
}

/// What a file that waits is and would do, and its first rows for who may look into it.
QJsonObject waitingImport(core::Office& office, const core::Request& request, QString& words)
{
    const auto summary = core::StagedSummary::fromJson(request.payload);
    if (request.kind != core::RequestKind::Import || !summary) {
        return {};
    }
    const core::BatchCounts& counts = summary->counts;
    words += QCoreApplication::translate("ctl::Import",
                                         "rows %1: created %2, updated %3, skipped %4, rejected %5")
                 .arg(counts.rows)
                 .arg(counts.created)
                 .arg(counts.updated)
                 .arg(counts.skipped)
                 .arg(counts.rejected)
        + u'\n';
    QJsonObject json{{QStringLiteral("file"), summary->file},
                     {QStringLiteral("encoding"), summary->encoding},
                     {QStringLiteral("duplicates"), core::duplicateModeName(summary->duplicates)},
                     {QStringLiteral("rows"), qint64(counts.rows)},
                     {QStringLiteral("created"), qint64(counts.created)},
                     {QStringLiteral("updated"), qint64(counts.updated)},
                     {QStringLiteral("skipped"), qint64(counts.skipped)},
                     {QStringLiteral("rejected"), qint64(counts.rejected)}};
    constexpr int shownRows = 20;
    QJsonArray rows;
    if (auto preview = office.stagedImports().preview(request.pk, shownRows)) {
        for (const core::ImportRow& row : preview->rows) {
            QJsonObject values;
            for (const core::FieldInfo& info : core::allFields()) {
                if (const QString& value = row.values.value(info.field); !value.isEmpty()) {
                    values.insert(core::fieldName(info.field), core::plainValue(info.field, value));
                }
            }
            rows.append(values);
        }
    }
    json.insert(QStringLiteral("first_rows"), rows);
    return json;
}

Outcome showRequest(Context& context, const RequestArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto pk = requestNamed(arguments.id);
    if (!pk) {
        return pk.error();
    }
    auto detail = (*office)->requests().show(*pk);
    if (!detail) {
        return detail.error();
    }
    const QTimeZone& zone = (*office)->access().timeZone;
    QJsonObject json = listedJson(detail->listed, zone);
    QJsonArray changes;
    QString words = core::requestText(*pk) + u'\t' + detail->listed.clientName + u'\n';
    for (const core::RequestedChange& change : detail->listed.request.changes) {
        const QString before = core::plainValue(change.field, change.before);
        const QString after = core::plainValue(change.field, change.after);
        changes.append(
            QJsonObject{{QStringLiteral("field"), core::fieldName(change.field)},
                        {QStringLiteral("old"), before},
                        {QStringLiteral("new"), after},
                        {QStringLiteral("state"), core::requestedStateName(change.state)}});
        words += core::fieldLabel(change.field) + u": " + before + u" -> " + after + u'\n';
    }
    words += rivalWords(detail->listed);
    const core::Request& request = detail->listed.request;
    for (const auto& [sentence, said] :
         {std::pair(QT_TRANSLATE_NOOP("ctl::Request", "Reason: %1"), request.reason),
          std::pair(QT_TRANSLATE_NOOP("ctl::Request", "Comment: %1"), request.comment)}) {
        if (!said.isEmpty()) {
            words += QCoreApplication::translate("ctl::Request", sentence).arg(said) + u'\n';
        }
    }
    if (QJsonObject import = waitingImport(**office, detail->listed.request, words);
        !import.isEmpty()) {
        if (detail->batch.isValid()) {
            words += QCoreApplication::translate("ctl::Import", "batch %1")
                         .arg(numbered('B', detail->batch))
                + u'\n';
        }
        import.insert(QStringLiteral("batch"),
                      detail->batch.isValid() ? QJsonValue(numbered('B', detail->batch))
                                              : QJsonValue(QJsonValue::Null));
        json.insert(QStringLiteral("import"), import);
    }
    QJsonArray signatures;
    for (const core::RequestSignature& signature : detail->signatures) {
        signatures.append(QJsonObject{{QStringLiteral("user"), signature.user},
                                      {QStringLiteral("role"), signature.role},
                                      {QStringLiteral("what"), signature.what},
                                      {QStringLiteral("at"), timeText(signature.at, zone)},
                                      {QStringLiteral("entry"), qint64(signature.auditSeq)},
                                      {QStringLiteral("verified"), signature.verified},
                                      {QStringLiteral("problem"), signature.problem}});
    }
    json.insert(QStringLiteral("changes"), changes);
    json.insert(QStringLiteral("base_version"), detail->listed.request.baseVersion);
    json.insert(QStringLiteral("version"), detail->clientVersion);
    json.insert(QStringLiteral("outdated"), detail->isOutdated);
    json.insert(QStringLiteral("outdated_by"),
                detail->outdatedBy.isValid() ? QJsonValue(core::requestText(detail->outdatedBy))
                                             : QJsonValue(QJsonValue::Null));
    json.insert(QStringLiteral("signatures"), signatures);
    return Outcome(json, words);
}

/// Each of several on its own; the exit code is that of the first that failed.
Outcome
decideEach(Context& context,
           const std::vector<std::string>& ids,
           const std::function<core::Result<core::Request>(core::Office&, core::RequestPk)>& decide)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    QJsonArray done;
    QJsonArray failed;
    std::optional<core::Error> first;
    for (const std::string& id : ids) {
        const auto pk = requestNamed(id);
        const auto decided = pk ? decide(**office, *pk) : core::Result<core::Request>(pk.error());
        if (decided) {
            done.append(core::requestText(decided->pk));
            continue;
        }
        failed.append(pk ? core::requestText(*pk) : text(id));
        if (!first) {
            first = decided.error();
        }
    }
    Outcome outcome(
        {{QStringLiteral("done"), done}, {QStringLiteral("failed"), failed}},
        QCoreApplication::translate("ctl::Request", "%n decided.", nullptr, int(done.size())));
    if (first) {
        outcome.error = first;
        outcome.exitCode = exitCodeFor(first->code);
    }
    return outcome;
}

core::Result<std::vector<core::Field>> fieldsNamed(const std::string& words)
{
    std::vector<core::Field> fields;
    for (const QString& name : text(words).split(u',', Qt::SkipEmptyParts)) {
        const auto field = typedField(name.trimmed());
        if (!field) {
            return field.error();
        }
        fields.push_back(*field);
    }
    return fields;
}

Outcome approve(Context& context, const RequestArguments& arguments)
{
    auto fields = fieldsNamed(arguments.fields);
    if (!fields) {
        return wrongUsage(fields.error());
    }
    const auto decision = core::Decision::approval(*fields, text(arguments.comment));
    return decideEach(
        context, arguments.ids, [&decision](core::Office& office, core::RequestPk pk) {
            return office.requests().decide(pk, decision);
        });
}

void addRequestList(CommandLine& line)
{
    auto arguments = std::make_shared<RequestArguments>();
    CLI::App* list
        = line.add("request",
                   "list",
                   QT_TRANSLATE_NOOP("ctl::Help", "What waits for approval, and what became of it"),
                   "dossierctl --json request list --inbox");
    list->add_option(
        "--state",
        arguments->state,
        QT_TRANSLATE_NOOP("ctl::Help",
                          "open, overdue, approved, partly, rejected, withdrawn, outdated or all"));
    list->add_flag("--mine", arguments->mine, QT_TRANSLATE_NOOP("ctl::Help", "What I asked for"));
    list->add_flag(
        "--inbox", arguments->inbox, QT_TRANSLATE_NOOP("ctl::Help", "What I may decide"));
    line.onRun(list, [arguments](Context& context) { return listRequests(context, *arguments); });
}

void addRequestShow(CommandLine& line)
{
    auto arguments = std::make_shared<RequestArguments>();
    CLI::App* show = line.add(
        "request",
        "show",
        QT_TRANSLATE_NOOP("ctl::Help", "Old and new value of each field, reason, signatures"),
        "dossierctl request show R-12");
    show->add_option(
            "ID", arguments->id, QT_TRANSLATE_NOOP("ctl::Help", "Number of the request, as R-12"))
        ->required();
    line.onRun(show, [arguments](Context& context) { return showRequest(context, *arguments); });
}

void addRequestApprove(CommandLine& line)
{
    auto arguments = std::make_shared<RequestArguments>();
    CLI::App* approveCommand
        = line.add("request",
                   "approve",
                   QT_TRANSLATE_NOOP("ctl::Help", "Approves requests, whole or some fields"),
                   "dossierctl request approve R-12 R-13");
    approveCommand
        ->add_option(
            "ID", arguments->ids, QT_TRANSLATE_NOOP("ctl::Help", "Numbers of requests, as R-12"))
        ->required();
    approveCommand
        ->add_option("--fields",
                     arguments->fields,
                     QT_TRANSLATE_NOOP("ctl::Help", "Only these; the others are rejected"))
        ->type_name("FIELD,FIELD");
    approveCommand->add_option("--comment",
                               arguments->comment,
                               QT_TRANSLATE_NOOP("ctl::Help", "A word for the person who asked"));
    line.onRun(approveCommand,
               [arguments](Context& context) { return approve(context, *arguments); });
}

void addRequestReject(CommandLine& line)
{
    auto arguments = std::make_shared<RequestArguments>();
    CLI::App* reject = line.add("request",
                                "reject",
                                QT_TRANSLATE_NOOP("ctl::Help", "Rejects requests, with a word why"),
                                "dossierctl request reject R-12 --comment \"Not on the licence\"");
    reject
        ->add_option(
            "ID", arguments->ids, QT_TRANSLATE_NOOP("ctl::Help", "Numbers of requests, as R-12"))
        ->required();
    reject->add_option("--comment", arguments->comment, QT_TRANSLATE_NOOP("ctl::Help", "Why not"))
        ->required();
    line.onRun(reject, [arguments](Context& context) {
        return decideEach(
            context, arguments->ids, [arguments](core::Office& office, core::RequestPk pk) {
                return office.requests().decide(
                    pk, core::Decision::rejection(text(arguments->comment)));
            });
    });
}

void addRequestWithdraw(CommandLine& line)
{
    auto arguments = std::make_shared<RequestArguments>();
    CLI::App* withdraw = line.add("request",
                                  "withdraw",
                                  QT_TRANSLATE_NOOP("ctl::Help", "Takes one's own request back"),
                                  "dossierctl request withdraw R-12");
    withdraw
        ->add_option(
            "ID", arguments->ids, QT_TRANSLATE_NOOP("ctl::Help", "Numbers of requests, as R-12"))
        ->required();
    line.onRun(withdraw, [arguments](Context& context) {
        return decideEach(context, arguments->ids, [](core::Office& office, core::RequestPk pk) {
            return office.requests().withdraw(pk);
        });
    });
}

} // namespace

void addRequestCommands(CommandLine& line)
{
    addRequestList(line);
    addRequestShow(line);
    addRequestApprove(line);
    addRequestReject(line);
    addRequestWithdraw(line);
}

} // namespace ctl
