// audit verify, export, unusual, thresholds, prune; client looks
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>

namespace ctl {

namespace {

struct LogArguments
{
    std::string file;
    std::string from;
    std::string to;
    std::string user;
    std::string client;
    std::string kind;
    std::string id;
    int days = 30;
    int limit = 100;
    std::vector<std::string> set;
};

QJsonArray gapsJson(const std::vector<core::JournalGap>& gaps)
{
    QJsonArray json;
    for (const core::JournalGap& gap : gaps) {
        json.append(QJsonObject{
            {QStringLiteral("kind"),
             gap.first > 0 ? QStringLiteral("missing") : QStringLiteral("begun_anew")},
            {QStringLiteral("computer"), gap.computer},
            {QStringLiteral("user"), gap.user},
            {QStringLiteral("first"), gap.first > 0 ? QJsonValue(qint64(gap.first)) : QJsonValue()},
            {QStringLiteral("last"), gap.first > 0 ? QJsonValue(qint64(gap.last)) : QJsonValue()},
            {QStringLiteral("entry"), qint64(gap.seq)},
            {QStringLiteral("message"), gap.message()}});
    }
    return json;
}

Outcome verify(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    auto report = (*office)->verifyLog(progress);
    if (!report) {
        return report.error();
    }
    auto gaps = (*office)->journalGaps();
    if (!gaps) {
        return gaps.error();
    }
    QJsonObject json{{QStringLiteral("entries"), qint64(report->entries)},
                     {QStringLiteral("ok"), !report->firstBad},
                     {QStringLiteral("warnings"), gapsJson(*gaps)}};
    json.insert(QStringLiteral("first_bad"),
                report->firstBad ? QJsonValue(qint64(*report->firstBad))
                                 : QJsonValue(QJsonValue::Null));
    QString words = QCoreApplication::translate(
        "ctl::Audit", "%n entries checked.", nullptr, int(report->entries));
    for (const core::JournalGap& gap : *gaps) {
        words += u'\n' + gap.message();
    }
    Outcome outcome(json, words);
    if (report->firstBad) {
        outcome.exitCode = Damaged;
        outcome.error
            = core::Error{core::ErrorCode::Corrupt,
                          QCoreApplication::translate("ctl::Audit", "Entry %1 of the log: %2")
                              .arg(*report->firstBad)
                              .arg(report->problem),
                          {}};
    }
    return outcome;
}

/// The beginning of a day in the office's time zone; invalid where it is none.
QDateTime dayBegin(const std::string& typed, const QTimeZone& zone, int daysLater)
{
    const QDate day = QDate::fromString(text(typed), Qt::ISODate);
    return day.isValid() ? day.addDays(daysLater).startOfDay(zone).toUTC() : QDateTime();
}

std::optional<Outcome> wrongLogWords(const LogArguments& arguments)
{
    for (const std::string& day : {arguments.from, arguments.to}) {
        if (!day.empty() && !QDate::fromString(text(day), Qt::ISODate).isValid()) {
            return wrongUsage(
                QCoreApplication::translate("ctl::Audit", "A date is written as 2026-11-24."));
        }
    }
    return std::nullopt;
}

core::LogFilter filterOf(const LogArguments& arguments, const QTimeZone& zone)
{
    core::LogFilter filter;
    filter.from = dayBegin(arguments.from, zone, 0);
    filter.to = dayBegin(arguments.to, zone, 1);
    filter.user = text(arguments.user);
    filter.client = text(arguments.client);
    for (const core::LogGroup group : core::allLogGroups()) {
        if (text(arguments.kind) == core::logGroupName(group)) {
            filter.group = group;
        }
    }
    return filter;
}

Outcome exportLog(Context& context, const LogArguments& arguments)
{
    if (auto wrong = wrongLogWords(arguments)) {
        return *wrong;
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    auto result = (*office)->logExporter().run(
        text(arguments.file), filterOf(arguments, (*office)->access().timeZone), progress);
    if (!result) {
        return result.error();
    }
    return Outcome(
        {{QStringLiteral("rows"), qint64(result->rows)}, {QStringLiteral("bytes"), result->bytes}},
        QCoreApplication::translate("ctl::Export", "%n rows written.", nullptr, int(result->rows)));
}

Outcome looksAt(Context& context, const LogArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    // What this computer still has waiting belongs to the answer; where it cannot be brought in now, the rest does.
    static_cast<void>((*office)->flushLooks(core::FlushLooks::Now));
    core::LogFilter filter;
    filter.client = text(arguments.id);
    filter.group = core::LogGroup::Looks;
    auto page = (*office)->logQueries().page(filter, {}, arguments.limit);
    if (!page) {
        return page.error();
    }
    const QTimeZone& zone = (*office)->access().timeZone;
    QJsonArray looks;
    QString words;
    for (const core::LogLine& line : page->lines) {
        looks.append(QJsonObject{{QStringLiteral("when"), timeText(line.at, zone)},
                                 {QStringLiteral("who"), line.actorName},
                                 {QStringLiteral("kind"), line.action},
                                 {QStringLiteral("computer"), line.host},
                                 {QStringLiteral("entry"), qint64(line.seq)}});
        words += timeText(line.at, zone) + u'\t' + line.actorName + u'\t'
            + core::logActionLabel(line.action) + u'\t' + line.host + u'\n';
    }
    return Outcome({{QStringLiteral("looks"), looks}, {QStringLiteral("more"), page->hasMore}},
                   words);
}

Outcome unusual(Context& context, const LogArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto findings = (*office)->log().unusual(arguments.days);
    if (!findings) {
        return findings.error();
    }
    QJsonArray list;
    QString words;
    for (const core::UnusualFinding& finding : *findings) {
        QJsonArray entries;
        for (const std::int64_t seq : finding.entries) {
            entries.append(qint64(seq));
        }
        list.append(QJsonObject{{QStringLiteral("rule"), core::unusualRuleName(finding.rule)},
                                {QStringLiteral("user"),
                                 finding.name.isEmpty() ? QJsonValue() : QJsonValue(finding.name)},
                                {QStringLiteral("day"), finding.day.toString(Qt::ISODate)},
                                {QStringLiteral("count"), qint64(finding.count)},
                                {QStringLiteral("limit"), qint64(finding.limit)},
                                {QStringLiteral("entries"), entries}});
        words += finding.day.toString(Qt::ISODate) + u'\t'
            + (finding.name.isEmpty() ? QStringLiteral("?") : finding.name) + u'\t'
            + core::unusualSentence(finding) + u'\n';
    }
    if (words.isEmpty()) {
        words = QCoreApplication::translate("ctl::Audit", "Nothing unusual.");
    }
    return Outcome({{QStringLiteral("findings"), list}}, words);
}

/// NAME=VALUE each; nothing where one is not.
std::optional<std::vector<std::pair<QString, int>>>
settingsIn(const std::vector<std::string>& words)
{
    std::vector<std::pair<QString, int>> changes;
    for (const std::string& word : words) {
        const QString typed = text(word);
        bool isNumber = false;
        const int number = typed.section(u'=', 1).toInt(&isNumber);
        if (!isNumber) {
            return std::nullopt;
        }
        changes.emplace_back(typed.section(u'=', 0, 0), number);
    }
    return changes;
}

Outcome thresholds(Context& context, const LogArguments& arguments)
{
    const auto changes = settingsIn(arguments.set);
    if (!changes) {
        return wrongUsage(QCoreApplication::translate(
            "ctl::Audit", "A setting is written as NAME=NUMBER, like night_from=22."));
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    if (!changes->empty()) {
        if (auto done = core::setLogSettings((*office)->context(), *changes); !done) {
            return done.error();
        }
    }
    auto values = core::logSettings((*office)->context().reader);
    if (!values) {
        return values.error();
    }
    QJsonObject json;
    QString words;
    for (const core::LogSettingValue& value : *values) {
        json.insert(QLatin1String(value.setting.name), value.value);
        words += QLatin1String(value.setting.name) + u'=' + QString::number(value.value) + u'\t'
            + core::logSettingLabel(value.setting) + u'\n';
    }
    return Outcome({{QStringLiteral("thresholds"), json}}, words);
}

Outcome pruneLog(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto pruned = (*office)->log().prune();
    if (!pruned) {
        return pruned.error();
    }
    return Outcome(
        {{QStringLiteral("details"), qint64(pruned->details)},
         {QStringLiteral("looks"), qint64(pruned->looks)},
         {QStringLiteral("keys"), qint64(pruned->keys)}},
        QCoreApplication::translate(
            "ctl::Audit", "%n details removed.", nullptr, int(pruned->details + pruned->looks)));
}

void addLogExport(CommandLine& line)
{
    auto arguments = std::make_shared<LogArguments>();
    CLI::App* command = line.add(
        "audit",
        "export",
        QT_TRANSLATE_NOOP("ctl::Help", "Writes the log, as far as you may see it, into a CSV file"),
        "dossierctl audit export log.csv --from 2026-01-01 --to 2026-03-31 --user wang");
    command
        ->add_option("FILE", arguments->file, QT_TRANSLATE_NOOP("ctl::Help", "The file to write"))
        ->required()
        ->type_name("FILE");
    command->add_option("--from", arguments->from, QT_TRANSLATE_NOOP("ctl::Help", "The first day"))
        ->type_name("DATE");
    command->add_option("--to", arguments->to, QT_TRANSLATE_NOOP("ctl::Help", "The last day"))
        ->type_name("DATE");
    command->add_option("--user", arguments->user, QT_TRANSLATE_NOOP("ctl::Help", "Whose actions"))
        ->type_name("NAME");
    command
        ->add_option(
            "--client", arguments->client, QT_TRANSLATE_NOOP("ctl::Help", "About which client"))
        ->type_name("ID");
    CLI::IsMember kinds(std::vector<std::string>{"looks",
                                                 "changes",
                                                 "requests",
                                                 "merges",
                                                 "imports",
                                                 "exports",
                                                 "logins",
                                                 "people",
                                                 "office"});
    command->add_option("--kind", arguments->kind, QT_TRANSLATE_NOOP("ctl::Help", "What was done"))
        ->check(kinds);
    line.onRun(command, [arguments](Context& context) { return exportLog(context, *arguments); });
}

void addClientLooks(CommandLine& line)
{
    auto arguments = std::make_shared<LogArguments>();
    CLI::App* command
        = line.add("client",
                   "looks",
                   QT_TRANSLATE_NOOP("ctl::Help", "Who looked at a record, newest first"),
                   "dossierctl --json client looks CUST202611240001");
    command->add_option("ID", arguments->id, QT_TRANSLATE_NOOP("ctl::Help", "The client's id"))
        ->required();
    command
        ->add_option(
            "--limit", arguments->limit, QT_TRANSLATE_NOOP("ctl::Help", "How many at most"))
        ->check(CLI::Range(1, 100000));
    line.onRun(command, [arguments](Context& context) { return looksAt(context, *arguments); });
}

void addUnusual(CommandLine& line)
{
    auto arguments = std::make_shared<LogArguments>();
    CLI::App* command = line.add(
        "audit",
        "unusual",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "What somebody should look at: many looks, at night, mass export"),
        "dossierctl --json audit unusual --days 7");
    command
        ->add_option(
            "--days", arguments->days, QT_TRANSLATE_NOOP("ctl::Help", "How far back to look"))
        ->check(CLI::Range(1, 3650));
    line.onRun(command, [arguments](Context& context) { return unusual(context, *arguments); });

    auto changed = std::make_shared<LogArguments>();
    CLI::App* settings = line.add(
        "audit",
        "thresholds",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "From when on something is unusual, and how long details are kept"),
        "dossierctl audit thresholds --set night_from=21 --set exported_rows_per_day=500");
    settings
        ->add_option("--set",
                     changed->set,
                     QT_TRANSLATE_NOOP("ctl::Help", "A setting and its number; as often as needed"))
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    line.onRun(settings, [changed](Context& context) { return thresholds(context, *changed); });
}

} // namespace

void addAuditCommands(CommandLine& line)
{
    line.onRun(line.add("audit",
                        "verify",
                        QT_TRANSLATE_NOOP("ctl::Help",
                                          "Checks the whole log: chain, hashes and signatures"),
                        "dossierctl --json audit verify"),
               verify);
    addLogExport(line);
    addUnusual(line);
    line.onRun(line.add("audit",
                        "prune",
                        QT_TRANSLATE_NOOP("ctl::Help",
                                          "Removes details of the log that are kept no longer; the "
                                          "entries stay"),
                        "dossierctl audit prune"),
               pruneLog);
    addClientLooks(line);
}

} // namespace ctl
