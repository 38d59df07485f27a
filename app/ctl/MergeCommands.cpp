// merge KEEP OTHER…, unmerge MERGE
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct MergeArguments
{
    std::vector<std::string> ids;
    std::vector<std::string> take;
    std::string reason;
    std::string merge;
};

Outcome merge(Context& context, const MergeArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    std::vector<core::ClientId> ids;
    for (const std::string& id : arguments.ids) {
        ids.push_back({text(id).trimmed().toUpper()});
    }
    auto clients = (*office)->merges().clientsFor(ids);
    if (!clients) {
        return clients.error();
    }
    auto plan = core::proposeMerge(*clients);
    if (!plan) {
        return plan.error();
    }
    for (const std::string& entry : arguments.take) {
        const QString words = text(entry);
        const auto field = core::fieldByName(words.section(u'=', 0, 0).trimmed());
        if (!field) {
            return core::Error{core::ErrorCode::Invalid,
                               QCoreApplication::translate("ctl::Merge", "--take takes FIELD=ID."),
                               {}};
        }
        if (auto taken = plan->take(*field, {words.section(u'=', 1).trimmed().toUpper()}, *clients);
            !taken) {
            return taken.error();
        }
    }
    auto outcome = (*office)->changes().merge(*plan, text(arguments.reason));
    if (!outcome) {
        return outcome.error();
    }
    const auto orNull = [](const QString& words) {
        return words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words);
    };
    const QString mergeId = outcome->merge ? numbered('M', *outcome->merge) : QString();
    const QString requestId = outcome->request ? core::requestText(*outcome->request) : QString();
    return Outcome({{QStringLiteral("merge"), orNull(mergeId)},
                    {QStringLiteral("id"), outcome->survivor.value},
                    {QStringLiteral("moved"), outcome->moved},
                    {QStringLiteral("request"), orNull(requestId)}},
                   mergeId.isEmpty()
                       ? QCoreApplication::translate("ctl::Merge", "Asked for: %1").arg(requestId)
                       : QCoreApplication::translate("ctl::Merge", "Merged into %1 (%2)")
                             .arg(outcome->survivor.value, mergeId));
}

Outcome unmerge(Context& context, const MergeArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto undone = (*office)->merges().undo(core::MergePk{numberIn(text(arguments.merge))});
    if (!undone) {
        return undone.error();
    }
    QJsonArray kept;
    for (const core::Field field : undone->keptEdits) {
        kept.append(core::fieldName(field));
    }
    return Outcome(
        {{QStringLiteral("restored"), idsJson(undone->restored)},
         {QStringLiteral("kept_edits"), kept}},
        QCoreApplication::translate(
            "ctl::Merge", "%n record(s) restored.", nullptr, int(undone->restored.size())));
}

} // namespace

void addMergeCommands(CommandLine& line)
{
    auto arguments = std::make_shared<MergeArguments>();
    CLI::App* mergeCommand = line.add(
        {},
        "merge",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Makes 2 to 20 records one; all that hangs on them moves along"),
        "dossierctl --json merge CUST202603020001 CUST202603020007 --take phone=CUST202603020007");
    mergeCommand
        ->add_option("ID",
                     arguments->ids,
                     QT_TRANSLATE_NOOP("ctl::Help", "The record that stays, then the others"))
        ->required()
        ->expected(2, 20);
    mergeCommand
        ->add_option("--take",
                     arguments->take,
                     QT_TRANSLATE_NOOP("ctl::Help", "A field and the record whose value it takes"))
        ->type_name("FIELD=ID")
        ->allow_extra_args(false);
    mergeCommand->add_option("--reason",
                             arguments->reason,
                             QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    line.onRun(mergeCommand, [arguments](Context& context) { return merge(context, *arguments); });

    CLI::App* unmergeCommand
        = line.add({},
                   "unmerge",
                   QT_TRANSLATE_NOOP("ctl::Help", "Takes a merge back, on any later day"),
                   "dossierctl unmerge M-3");
    unmergeCommand
        ->add_option(
            "MERGE", arguments->merge, QT_TRANSLATE_NOOP("ctl::Help", "Its number, as M-3"))
        ->required();
    line.onRun(unmergeCommand,
               [arguments](Context& context) { return unmerge(context, *arguments); });
}

} // namespace ctl
