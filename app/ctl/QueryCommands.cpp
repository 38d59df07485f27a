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
                .arg(sort));
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
    CLI::App* listCommand = line.add("client",
                                     "list",
                                     "Clients by filter, page by page",
                                     "dossierctl --json client list --filter \"city=苏州市 and "
                                     "stale=yes\" --sort name --limit 50");
    listCommand->add_option("--filter",
                            arguments->filter,
                            "FIELD=VALUE, !=, ~, <, >, and, or, brackets; stale=yes, tag=VIP …");
    listCommand->add_option("--sort", arguments->sort, "A field; -FIELD for descending");
    listCommand->add_option("--limit", arguments->limit, "Rows of a page")
        ->check(CLI::Range(1, std::numeric_limits<int>::max()));
    listCommand->add_option("--after", arguments->after, "`next` of the page before");
    line.onRun(listCommand, [arguments](Context& context) { return list(context, *arguments); });

    CLI::App* searchCommand
        = line.add("client",
                   "search",
                   "Names, pinyin, initials, part of a phone, e-mail, company, id",
                   "dossierctl --json client search zhangwei --limit 20");
    searchCommand->add_option("TEXT", arguments->text)->required();
    searchCommand->add_option("--limit", arguments->limit)
        ->check(CLI::Range(1, std::numeric_limits<int>::max()));
    line.onRun(searchCommand,
               [arguments](Context& context) { return search(context, *arguments); });
}

} // namespace ctl
