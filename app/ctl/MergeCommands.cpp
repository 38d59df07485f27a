// merge KEEP OTHER…
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "app/ctl/MergeWords.h"
#include "core/records/ClientStandardizer.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct MergeArguments
{
    std::vector<std::string> ids;
    std::vector<std::string> take;
    std::vector<std::string> set;
    std::string reason;
    bool dryRun = false;
};

const char* reasonWord(core::MergeReason reason)
{
    switch (reason) {
    case core::MergeReason::Same:
        return "same";
    case core::MergeReason::Kept:
        return "kept";
    case core::MergeReason::OnlyValue:
        return "only_value";
    case core::MergeReason::Valid:
        return "valid";
    case core::MergeReason::Newest:
        return "newest";
    case core::MergeReason::Combined:
        return "combined";
    case core::MergeReason::Chosen:
        return "chosen";
    case core::MergeReason::Restored:
        return "restored";
    case core::MergeReason::Free:
        break;
    }
    return "typed";
}

/// What the plan would do, conflicts first.
Outcome planned(const core::MergePlan& plan)
{
    QJsonArray fields;
    QString words;
    for (const core::MergeChoice& choice : plan.choices) {
        if (choice.value.isEmpty() && !choice.conflict) {
            continue;
        }
        fields.append(
            QJsonObject{{QStringLiteral("field"), core::fieldName(choice.field)},
                        {QStringLiteral("value"), core::plainValue(choice.field, choice.value)},
                        {QStringLiteral("from"), orNull(choice.from.value)},
                        {QStringLiteral("reason"), QLatin1String(reasonWord(choice.reason))},
                        {QStringLiteral("conflict"), choice.conflict}});
        words += (choice.conflict ? QStringLiteral("≠ ") : QStringLiteral("  "))
            + core::fieldLabel(choice.field) + u": "
            + core::shownValue(choice.field, choice.value).replace(u'\n', u' ') + u"  ("
            + core::mergeReasonLabel(choice.reason) + u")\n";
    }
    return Outcome({{QStringLiteral("merge"), QJsonValue::Null},
                    {QStringLiteral("id"), plan.survivor.id.value},
                    {QStringLiteral("moved"), 0},
                    {QStringLiteral("request"), QJsonValue::Null},
                    {QStringLiteral("fields"), fields}},
                   words);
}

/// What the person chose or typed goes into the plan. Ids that were merged mean the records that stayed.
core::Result<> takeChoices(core::MergePlan& plan,
                           const std::vector<core::Client>& clients,
                           const std::vector<core::ClientId>& ids,
                           const std::vector<FieldWords>& take,
                           const std::vector<FieldWords>& set)
{
    for (const FieldWords& entry : take) {
        core::ClientId from = idIn(entry.words);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            from = ids[i] == from ? clients[i].id() : from;
        }
        if (auto taken = plan.take(entry.field, from, clients); !taken) {
            return taken;
        }
    }
    core::ClientValues values = clients.front().values;
    for (const core::MergeChoice& choice : plan.choices) {
        values.set(choice.field, choice.value);
    }
    for (const FieldWords& entry : set) {
        if (core::isSealed(entry.field)) {
            return core::Error{
                core::ErrorCode::Unsupported,
                QCoreApplication::translate("ctl::Merge",
                                            "A confidential value is entered in the record, not in "
                                            "a merge."),
                {}};
        }
        plan.setFree(entry.field, core::standardizeValue(entry.field, entry.words, values));
    }
    return {};
}

Outcome merge(Context& context, const MergeArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    std::vector<core::ClientId> ids;
    for (const std::string& id : arguments.ids) {
        ids.push_back(idIn(text(id)));
    }
    auto take = fieldWords(arguments.take,
                           QCoreApplication::translate("ctl::Merge", "--take takes FIELD=ID."));
    auto set = fieldWords(arguments.set,
                          QCoreApplication::translate("ctl::Merge", "--set takes FIELD=VALUE."));
    if (!take || !set) {
        return wrongUsage(take ? set.error() : take.error());
    }
    auto clients = (*office)->merges().clientsFor(ids);
    if (!clients) {
        return clients.error();
    }
    auto same = (*office)->merges().sameConfidential(*clients);
    if (!same) {
        return same.error();
    }
    auto plan = core::proposeMerge(*clients, *same);
    if (!plan) {
        return plan.error();
    }
    if (auto taken = takeChoices(*plan, *clients, ids, *take, *set); !taken) {
        return taken.error();
    }
    if (arguments.dryRun) {
        for (const core::Client& client : *clients) {
            auto subject = (*office)->clients().subject((*office)->context().reader, client);
            auto seen = subject
                ? core::require((*office)->session(), core::Action::SeeAll, *subject)
                : core::Result<>(subject.error());
            if (!seen) {
                return seen.error(); // a plan shows every value
            }
        }
        return planned(*plan);
    }
    return merged((*office)->changes().merge(*plan, text(arguments.reason)));
}

} // namespace

core::Result<std::vector<FieldWords>> fieldWords(const std::vector<std::string>& entries,
                                                 const QString& howTo)
{
    std::vector<FieldWords> all;
    for (const std::string& entry : entries) {
        const QString words = text(entry);
        const auto field = core::fieldByName(words.section(u'=', 0, 0).trimmed());
        if (!field || !words.contains(u'=') || !core::isEditable(*field)) {
            return core::Error{core::ErrorCode::Invalid, howTo, {}};
        }
        all.push_back({*field, words.section(u'=', 1)});
    }
    return all;
}

core::ClientId idIn(const QString& words)
{
    return {words.trimmed().toUpper()};
}

QJsonValue orNull(const QString& words)
{
    return words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words);
}

QString requestIdOf(const std::optional<core::RequestPk>& request)
{
    return request ? core::requestText(*request) : QString();
}

Outcome merged(const core::Result<core::MergeOutcome>& outcome)
{
    if (!outcome) {
        return outcome.error();
    }
    const QString mergeId = outcome->merge ? numbered('M', *outcome->merge) : QString();
    const QString requestId = requestIdOf(outcome->request);
    return Outcome({{QStringLiteral("merge"), orNull(mergeId)},
                    {QStringLiteral("id"), outcome->survivor.value},
                    {QStringLiteral("moved"), outcome->moved},
                    {QStringLiteral("request"), orNull(requestId)}},
                   mergeId.isEmpty()
                       ? QCoreApplication::translate("ctl::Merge", "Asked for: %1").arg(requestId)
                       : QCoreApplication::translate("ctl::Merge", "Merged into %1 (%2)")
                             .arg(outcome->survivor.value, mergeId));
}

void addMergeCommands(CommandLine& line)
{
    auto arguments = std::make_shared<MergeArguments>();
    CLI::App* mergeCommand = line.add(
        {},
        "merge",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Makes 2 to 20 records one; all that hangs on them moves along"),
        "dossierctl --json merge CUST202603020001 CUST202603020007 --take phone=CUST202603020007\n"
        "dossierctl merge CUST202603020001 CUST202603020007 --set name=\"Acme Ltd\" --dry-run");
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
    mergeCommand
        ->add_option("--set",
                     arguments->set,
                     QT_TRANSLATE_NOOP("ctl::Help", "A field and a value that none of them has"))
        ->type_name("FIELD=VALUE")
        ->allow_extra_args(false);
    mergeCommand->add_flag("--dry-run",
                           arguments->dryRun,
                           QT_TRANSLATE_NOOP("ctl::Help",
                                             "Only shows the plan: each field's value, where they "
                                             "differ first"));
    mergeCommand->add_option("--reason",
                             arguments->reason,
                             QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    line.onRun(mergeCommand, [arguments](Context& context) { return merge(context, *arguments); });
}

} // namespace ctl
