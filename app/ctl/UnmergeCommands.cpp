// unmerge MERGE, remerge MERGE
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "app/ctl/MergeWords.h"
#include "core/records/ClientStandardizer.h"

#include <QCoreApplication>

#include <algorithm>

namespace ctl {

namespace {

struct UnmergeArguments
{
    std::string merge;
    std::vector<std::string> place;
    std::string reason;
    bool dryRun = false;
};

QJsonArray editsJson(const core::UnmergePlan& plan)
{
    QJsonArray edits;
    for (const core::PlacedEdit& edit : plan.edits) {
        std::vector<core::ClientId> where = edit.goesTo;
        if (edit.stays) {
            where.insert(where.begin(), plan.visible().id());
        }
        edits.append(
            QJsonObject{{QStringLiteral("field"), core::fieldName(edit.field)},
                        {QStringLiteral("merged"), core::plainValue(edit.field, edit.merged)},
                        {QStringLiteral("now"), core::plainValue(edit.field, edit.now)},
                        {QStringLiteral("goes_to"), idsJson(where)}});
    }
    return edits;
}

QString editWords(const core::UnmergePlan& plan)
{
    QString words;
    for (const core::PlacedEdit& edit : plan.edits) {
        QStringList where;
        if (edit.stays) {
            where.append(plan.visible().id().value);
        }
        for (const core::ClientId& id : edit.goesTo) {
            where.append(id.value);
        }
        words += core::fieldLabel(edit.field) + u": " + core::shownValue(edit.field, edit.merged)
            + u" → " + core::shownValue(edit.field, edit.now) + u"  (" + where.join(u' ') + u")\n";
    }
    return words;
}

/// Several of one field name several records: the edit goes to each.
core::Result<> placeEdits(core::UnmergePlan& plan, const std::vector<FieldWords>& entries)
{
    std::vector<core::Field> fields;
    for (const FieldWords& entry : entries) {
        if (std::find(fields.begin(), fields.end(), entry.field) == fields.end()) {
            fields.push_back(entry.field);
        }
    }
    for (const core::Field field : fields) {
        std::vector<core::ClientId> where;
        for (const FieldWords& entry : entries) {
            if (entry.field == field) {
                for (const QString& id : entry.words.split(u',', Qt::SkipEmptyParts)) {
                    where.push_back(idIn(id));
                }
            }
        }
        if (auto placed = plan.place(field, where); !placed) {
            return placed;
        }
    }
    return {};
}

QJsonArray fieldsJson(const std::vector<core::Field>& fields)
{
    QJsonArray names;
    for (const core::Field field : fields) {
        names.append(core::fieldName(field));
    }
    return names;
}

Outcome unmerge(Context& context, const UnmergeArguments& arguments)
{
    auto place = fieldWords(arguments.place,
                            QCoreApplication::translate("ctl::Merge", "--place takes FIELD=ID."));
    if (!place) {
        return wrongUsage(place.error());
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    const core::MergePk pk{numberIn(text(arguments.merge))};
    auto plan
        = arguments.dryRun ? (*office)->merges().showUndo(pk) : (*office)->merges().planUndo(pk);
    if (!plan) {
        return plan.error();
    }
    if (auto placed = placeEdits(*plan, *place); !placed) {
        return placed.error();
    }
    if (arguments.dryRun) {
        std::vector<core::ClientId> ids;
        for (const core::Client& client : plan->restored) {
            ids.push_back(client.id());
        }
        std::vector<core::Field> kept;
        for (const core::PlacedEdit& edit : plan->edits) {
            if (edit.stays) {
                kept.push_back(edit.field);
            }
        }
        return Outcome({{QStringLiteral("restored"), idsJson(ids)},
                        {QStringLiteral("kept_edits"), fieldsJson(kept)},
                        {QStringLiteral("edits"), editsJson(*plan)}},
                       editWords(*plan));
    }
    auto undone = (*office)->changes().unmerge(*plan, text(arguments.reason));
    if (!undone) {
        return undone.error();
    }
    QJsonArray placed;
    for (const auto& [field, id] : undone->placed) {
        placed.append(QJsonObject{{QStringLiteral("field"), core::fieldName(field)},
                                  {QStringLiteral("id"), id.value}});
    }
    const QString requestId = requestIdOf(undone->request);
    return Outcome(
        {{QStringLiteral("restored"), idsJson(undone->restored)},
         {QStringLiteral("kept_edits"), fieldsJson(undone->keptEdits)},
         {QStringLiteral("placed"), placed},
         {QStringLiteral("request"), orNull(requestId)}},
        requestId.isEmpty()
            ? QCoreApplication::translate(
                "ctl::Merge", "%n record(s) restored.", nullptr, int(undone->restored.size()))
            : QCoreApplication::translate("ctl::Merge", "Asked for: %1").arg(requestId));
}

Outcome remerge(Context& context, const UnmergeArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto plan = (*office)->merges().planAgain(core::MergePk{numberIn(text(arguments.merge))});
    if (!plan) {
        return plan.error();
    }
    return merged((*office)->changes().merge(*plan, text(arguments.reason)));
}

CLI::Option* addMergeNumber(CLI::App* command, const std::shared_ptr<UnmergeArguments>& arguments)
{
    return command
        ->add_option(
            "MERGE", arguments->merge, QT_TRANSLATE_NOOP("ctl::Help", "Its number, as M-3"))
        ->required();
}

void addUnmerge(CommandLine& line)
{
    auto arguments = std::make_shared<UnmergeArguments>();
    CLI::App* command
        = line.add({},
                   "unmerge",
                   QT_TRANSLATE_NOOP("ctl::Help", "Takes a merge back, on any later day"),
                   "dossierctl unmerge M-3\ndossierctl --json unmerge M-3 --dry-run\n"
                   "dossierctl unmerge M-3 --place phone=CUST202603020007");
    line.teach(command,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "What was edited since the merge stays with the record that stayed; --place "
                   "gives it to a record that comes back, or to both, where both are named. Merges "
                   "made since stay as they are. Whoever may not decide it asks for it."));
    addMergeNumber(command, arguments);
    command
        ->add_option("--place",
                     arguments->place,
                     QT_TRANSLATE_NOOP("ctl::Help",
                                       "A field that was edited since, and whose edit it is; "
                                       "several ids with commas"))
        ->type_name("FIELD=ID")
        ->allow_extra_args(false);
    command->add_option("--reason",
                        arguments->reason,
                        QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    command->add_flag(
        "--dry-run",
        arguments->dryRun,
        QT_TRANSLATE_NOOP("ctl::Help", "Only says what was edited since, and where it would stay"));
    line.onRun(command, [arguments](Context& context) { return unmerge(context, *arguments); });
}

void addRemerge(CommandLine& line)
{
    auto arguments = std::make_shared<UnmergeArguments>();
    CLI::App* command
        = line.add({},
                   "remerge",
                   QT_TRANSLATE_NOOP("ctl::Help", "Applies a merge again that was taken back"),
                   "dossierctl --json remerge M-3");
    line.teach(command,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "Where nobody edited a field since, it becomes what it was before the merge was "
                   "taken back; else by the choice made then. The merge gets a new number."));
    addMergeNumber(command, arguments);
    command->add_option("--reason",
                        arguments->reason,
                        QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    line.onRun(command, [arguments](Context& context) { return remerge(context, *arguments); });
}

} // namespace

void addUnmergeCommands(CommandLine& line)
{
    addUnmerge(line);
    addRemerge(line);
}

} // namespace ctl
