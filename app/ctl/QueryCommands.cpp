// client list, search
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "core/records/ClientStandardizer.h"

#include <QCoreApplication>

#include <limits>

namespace ctl {

namespace {

struct QueryArguments
{
    std::string filter;
    std::string sort = "id";
    int limit = 100;
    std::string after;
    std::string text;
};

QJsonObject rowJson(const core::ClientRow& row, const QTimeZone& zone)
{
    QJsonObject json = clientJson(row.client, zone);
    json.insert(QStringLiteral("pending"), row.pending);
    json.insert(QStringLiteral("possible_duplicate"), row.possibleDuplicate);
    return json;
}

QString rowWords(const core::Client& client)
{
    return client.id().value + u'\t' + client.value(core::Field::Name) + u'\t'
        + core::shownValue(core::Field::Phone, client.value(core::Field::Phone)) + u'\t'
        + client.value(core::Field::City) + u'\n';
}

Outcome list(Context& context, const QueryArguments& arguments)
{
    core::ListQuery query;
    query.filter = text(arguments.filter);
    query.after = text(arguments.after);
    query.limit = arguments.limit;
    QString sort = text(arguments.sort);
    if (sort.startsWith(u'-')) {
        query.descending = true;
        sort = sort.mid(1);
    }
    const auto field = core::fieldByName(sort);
    if (!field) {
        return wrongUsage(
            QCoreApplication::translate("ctl::Query", "There is no field \"%1\" to sort by.")
                .arg(core::sayableFieldName(sort)));
    }
    query.sort = *field;
    if (auto wrong = wrongFilter(arguments.filter)) {
        return *wrong;
    }
    if (auto known = core::checkCursor(query.after); !known) {
        return wrongUsage(known.error());
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto page = (*office)->queries().list(query);
    if (!page) {
        return page.error();
    }
    auto total = (*office)->queries().count(query.filter);
    if (!total) {
        return total.error();
    }
    QJsonArray clients;
    QString words;
    for (const core::ClientRow& row : page->rows) {
        clients.append(rowJson(row, (*office)->access().timeZone));
        words += rowWords(row.client);
    }
    return Outcome({{QStringLiteral("clients"), clients},
                    {QStringLiteral("total"), qint64(*total)},
                    {QStringLiteral("next"),
                     page->next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(page->next)}},
                   words);
}

Outcome search(Context& context, const QueryArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto page = (*office)->queries().search(text(arguments.text), std::max(arguments.limit, 1));
    if (!page) {
        return page.error();
    }
    QJsonArray clients;
    QString words;
    for (const core::FoundClient& found : page->clients) {
        QJsonObject json = rowJson(found.row, (*office)->access().timeZone);
        json.insert(QStringLiteral("matched"), core::fieldName(found.match.field));
        json.insert(QStringLiteral("matched_text"), found.match.text);
        clients.append(json);
        words += rowWords(found.row.client);
    }
    return Outcome(
        {{QStringLiteral("clients"), clients}, {QStringLiteral("total"), qint64(page->total)}},
        words);
}

} // namespace

void addQueryCommands(CommandLine& line)
{
    auto arguments = std::make_shared<QueryArguments>();
    CLI::App* listCommand
        = line.add("client",
                   "list",
                   QT_TRANSLATE_NOOP("ctl::Help", "Clients by filter, page by page"),
                   "dossierctl --json client list --filter \"city=苏州市 and "
                   "stale=yes\" --sort name --limit 50");
    line.teach(
        listCommand,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "A filter compares fields: city=苏州市, name~wang (contains), phone= (empty), "
            "activity!=dormant, updated_at<2026-01-01; joined by and, or and brackets. Beside the "
            "fields there are tag=VIP and, with yes or no: stale, incomplete, pending, "
            "possible_duplicate. Archived clients are shown where the filter names a status.\n\n"
            "A page ends with `next`; give it to --after for the page behind it, with the same "
            "filter and order."));
    listCommand
        ->add_option("--filter",
                     arguments->filter,
                     QT_TRANSLATE_NOOP("ctl::Help", "Which clients; all active ones without it"))
        ->type_name("EXPR");
    listCommand
        ->add_option("--sort",
                     arguments->sort,
                     QT_TRANSLATE_NOOP("ctl::Help", "A field; -FIELD for descending"))
        ->type_name("FIELD");
    listCommand
        ->add_option("--limit", arguments->limit, QT_TRANSLATE_NOOP("ctl::Help", "Rows of a page"))
        ->check(CLI::Range(1, std::numeric_limits<int>::max()));
    listCommand
        ->add_option("--after",
                     arguments->after,
                     QT_TRANSLATE_NOOP("ctl::Help", "The `next` that the page before gave"))
        ->type_name("CURSOR");
    line.onRun(listCommand, [arguments](Context& context) { return list(context, *arguments); });

    CLI::App* searchCommand = line.add(
        "client",
        "search",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Names, pinyin, initials, part of a phone, e-mail, company, id"),
        "dossierctl --json client search zhangwei --limit 20");
    searchCommand
        ->add_option(
            "TEXT", arguments->text, QT_TRANSLATE_NOOP("ctl::Help", "What you know of the client"))
        ->required();
    searchCommand
        ->add_option(
            "--limit", arguments->limit, QT_TRANSLATE_NOOP("ctl::Help", "How many at most"))
        ->check(CLI::Range(1, std::numeric_limits<int>::max()));
    line.onRun(searchCommand,
               [arguments](Context& context) { return search(context, *arguments); });
}

} // namespace ctl
