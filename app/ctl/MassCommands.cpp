// client reassign, client tag
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct MassArguments
{
    std::string from;
    std::string to;
    std::string filter;
    std::vector<std::string> add;
    std::vector<std::string> remove;
    std::string reason;
};

Outcome answerOf(const core::Result<core::MassOutcome>& done)
{
    if (!done) {
        return done.error();
    }
    return Outcome(
        {{QStringLiteral("batch"),
          done->batch ? QJsonValue(numbered('B', *done->batch)) : QJsonValue(QJsonValue::Null)},
         {QStringLiteral("clients"), qint64(done->clients)},
         {QStringLiteral("changed"), qint64(done->changed)},
         {QStringLiteral("not_allowed"), qint64(done->notAllowed)}},
        QCoreApplication::translate("ctl::Mass", "%1 of %2 clients changed.")
            .arg(done->changed)
            .arg(done->clients));
}

QStringList listOf(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words) {
        list.append(text(word));
    }
    return list;
}

Outcome reassign(Context& context, const MassArguments& arguments)
{
    if (auto wrong = arguments.filter.empty() ? std::nullopt : wrongFilter(arguments.filter)) {
        return *wrong;
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    return answerOf((*office)->massChanges().handOver({text(arguments.from),
                                                       text(arguments.to),
                                                       text(arguments.filter),
                                                       text(arguments.reason),
                                                       QStringLiteral("dossierctl")},
                                                      progress));
}

Outcome tag(Context& context, const MassArguments& arguments)
{
    if (auto wrong = wrongFilter(arguments.filter)) {
        return *wrong;
    }
    if (arguments.add.empty() && arguments.remove.empty()) {
        return wrongUsage(QCoreApplication::translate(
            "ctl::Mass", "Say with --add or --remove which tags are meant."));
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    core::TagChange wanted;
    wanted.filter = text(arguments.filter);
    wanted.add = listOf(arguments.add);
    wanted.remove = listOf(arguments.remove);
    wanted.reason = text(arguments.reason);
    wanted.origin = QStringLiteral("dossierctl");
    return answerOf((*office)->massChanges().tag(wanted, progress));
}

} // namespace

void addMassCommands(CommandLine& line)
{
    auto arguments = std::make_shared<MassArguments>();
    CLI::App* handOver
        = line.add("client",
                   "reassign",
                   QT_TRANSLATE_NOOP("ctl::Help", "Gives the clients of one person to another"),
                   "dossierctl client reassign --from wang --to zhao --reason \"wang has left\"\n"
                   "dossierctl client reassign --from wang --to li --filter \"city=苏州市\"");
    line.teach(
        handOver,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "All of them, archived ones too, or those that --filter names. A manager gives away "
            "clients of the own department, a data administrator everybody's. It is one use case: "
            "done wholly or not at all, one entry in the log, and each client's history has the "
            "old and the new owner. To give them back, reassign again."));
    handOver
        ->add_option("--from",
                     arguments->from,
                     QT_TRANSLATE_NOOP("ctl::Help", "Whose clients; also without access by now"))
        ->required()
        ->type_name("NAME");
    handOver
        ->add_option("--to",
                     arguments->to,
                     QT_TRANSLATE_NOOP("ctl::Help", "Who looks after them from now on"))
        ->required()
        ->type_name("NAME");
    handOver
        ->add_option("--filter",
                     arguments->filter,
                     QT_TRANSLATE_NOOP("ctl::Help", "Only these, as for client list"))
        ->type_name("EXPR");
    handOver->add_option("--reason",
                         arguments->reason,
                         QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    line.onRun(handOver, [arguments](Context& context) { return reassign(context, *arguments); });

    CLI::App* tags
        = line.add("client",
                   "tag",
                   QT_TRANSLATE_NOOP("ctl::Help", "Puts tags on many clients, or takes them off"),
                   "dossierctl client tag --filter \"city=苏州市\" --add VIP --add spring\n"
                   "dossierctl client tag --filter \"tag=spring\" --remove spring");
    line.teach(tags,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "Every client of the filter that you may change; not_allowed counts the others. "
                   "One use case: one entry in the log, a history entry per client."));
    tags->add_option("--filter",
                     arguments->filter,
                     QT_TRANSLATE_NOOP("ctl::Help", "Which clients, as for client list"))
        ->required()
        ->type_name("EXPR");
    tags->add_option("--add",
                     arguments->add,
                     QT_TRANSLATE_NOOP("ctl::Help", "A tag to put on; as often as needed"))
        ->allow_extra_args(false)
        ->type_name("TAG");
    tags->add_option("--remove",
                     arguments->remove,
                     QT_TRANSLATE_NOOP("ctl::Help", "A tag to take off; as often as needed"))
        ->allow_extra_args(false)
        ->type_name("TAG");
    tags->add_option("--reason",
                     arguments->reason,
                     QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    line.onRun(tags, [arguments](Context& context) { return tag(context, *arguments); });
}

} // namespace ctl
