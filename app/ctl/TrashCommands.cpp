// client trash ID …, client restore ID …
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct TrashArguments
{
    std::vector<std::string> ids;
    std::string reason;
};

QString trashWords(const core::TrashOutcome& outcome, const QStringList& requests, bool isTrash)
{
    QStringList lines;
    if (!outcome.done.empty()) {
        const auto count = int(outcome.done.size());
        lines.append(
            isTrash ? QCoreApplication::translate("ctl::Trash", "%n in the trash.", nullptr, count)
                    : QCoreApplication::translate("ctl::Trash", "%n restored.", nullptr, count));
    }
    if (!requests.isEmpty()) {
        lines.append(
            QCoreApplication::translate("ctl::Trash", "Asked for: %1").arg(requests.join(u", ")));
    }
    if (outcome.sentBack > 0) {
        lines.append(QCoreApplication::translate("ctl::Trash", "Open requests sent back: %1")
                         .arg(outcome.sentBack));
    }
    return lines.join(u'\n');
}

Outcome change(Context& context, const TrashArguments& arguments, bool isTrash)
{
    std::vector<core::ClientId> ids;
    for (const std::string& id : arguments.ids) {
        ids.push_back({text(id)});
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    const QString reason = text(arguments.reason);
    auto outcome = isTrash ? (*office)->changes().moveToTrash(ids, reason)
                           : (*office)->changes().restore(ids, reason);
    if (!outcome) {
        return outcome.error();
    }
    QStringList requests;
    for (const core::RequestPk request : outcome->requests) {
        requests.append(core::requestText(request));
    }
    const QString status = isTrash ? QStringLiteral("trashed") : QStringLiteral("active");
    return Outcome(
        {{QStringLiteral("status"),
          outcome->done.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(status)},
         {QStringLiteral("done"), idsJson(outcome->done)},
         {QStringLiteral("request"),
          requests.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(requests.first())},
         {QStringLiteral("requests"), QJsonArray::fromStringList(requests)},
         {QStringLiteral("sent_back"), outcome->sentBack}},
        trashWords(*outcome, requests, isTrash));
}

} // namespace

void addTrashCommands(CommandLine& line)
{
    auto arguments = std::make_shared<TrashArguments>();
    CLI::App* trash
        = line.add("client",
                   "trash",
                   QT_TRANSLATE_NOOP("ctl::Help", "Puts records entered by mistake into the trash"),
                   "dossierctl client trash CUST202603020001 --reason \"entered twice\"\n"
                   "dossierctl client list --filter status=trashed");
    line.teach(
        trash,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "A record in the trash is in no list, search, export or search for duplicates, and no "
            "import matches it; its id still shows it, and its history says who put it there and "
            "why. Nothing of it is lost: client restore brings it back. Open requests about it go "
            "back as outdated. Managers and data administrators do it at once; for everybody else "
            "it becomes a request. All of the records go, or none."));
    trash->add_option("ID", arguments->ids, QT_TRANSLATE_NOOP("ctl::Help", "Ids of the clients"))
        ->required();
    trash
        ->add_option("--reason",
                     arguments->reason,
                     QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"))
        ->required();
    line.onRun(trash, [arguments](Context& context) { return change(context, *arguments, true); });

    CLI::App* restore
        = line.add("client",
                   "restore",
                   QT_TRANSLATE_NOOP("ctl::Help", "Takes records out of the trash again"),
                   "dossierctl client restore CUST202603020001");
    restore->add_option("ID", arguments->ids, QT_TRANSLATE_NOOP("ctl::Help", "Ids of the clients"))
        ->required();
    restore->add_option("--reason",
                        arguments->reason,
                        QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"));
    line.onRun(restore,
               [arguments](Context& context) { return change(context, *arguments, false); });
}

} // namespace ctl
