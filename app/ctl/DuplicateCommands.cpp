// duplicates scan, list, match, decide, decisions, revoke
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "app/ctl/MatchFile.h"
#include "core/exchange/CsvWriter.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace ctl {

namespace {

struct ScanArguments
{
    double minScore = -1;
    std::string output;
    std::string idA;
    std::string idB;
    std::string decision;
    std::string tier;
    std::string search;
    int limit = 100;
};

core::Result<> writePairs(const QString& file,
                          const std::vector<core::MatchPair>& pairs,
                          const std::function<QString(std::int64_t)>& idOf)
{
    auto writer = core::CsvWriter::createForPrograms(file);
    if (!writer) {
        return writer.error();
    }
    if (auto done = writer->write(
            {QStringLiteral("id_a"), QStringLiteral("id_b"), QStringLiteral("score")}, false);
        !done) {
        return done;
    }
    for (const core::MatchPair& pair : pairs) {
        if (auto done = writer->write(
                {idOf(pair.a), idOf(pair.b), QString::number(pair.score, 'f', 6)}, false);
            !done) {
            return done;
        }
    }
    auto finished = writer->finish();
    if (!finished) {
        return finished.error();
    }
    return {};
}

Outcome scan(Context& context, const ScanArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    std::optional<double> minScore;
    if (arguments.minScore >= 0) {
        minScore = arguments.minScore;
    }
    auto report = (*office)->duplicates().scan(minScore, progress);
    if (!report) {
        return report.error();
    }
    if (!arguments.output.empty()) {
        QHash<std::int64_t, QString> ids;
        for (const core::MatchPair& pair : report->pairs) {
            ids.insert(pair.a, {});
            ids.insert(pair.b, {});
        }
        core::ClientStore clients((*office)->context().reader);
        for (auto id = ids.begin(); id != ids.end(); ++id) {
            auto client = clients.byPk(core::ClientPk{id.key()});
            if (!client) {
                return client.error();
            }
            id.value() = *client ? (*client)->id().value : QString();
        }
        auto written = writePairs(text(arguments.output), report->pairs, [&ids](std::int64_t key) {
            return ids.value(key);
        });
        if (!written) {
            return written.error();
        }
    }
    return Outcome({{QStringLiteral("pairs"), qint64(report->pairs.size())},
                    {QStringLiteral("clusters"), qint64(report->clusters)},
                    {QStringLiteral("records"), qint64(report->records)},
                    {QStringLiteral("seconds"), report->seconds}},
                   QCoreApplication::translate("ctl::Duplicates", "%1 records, %2 pairs, %3 groups")
                       .arg(report->records)
                       .arg(report->pairs.size())
                       .arg(report->clusters));
}

Outcome decide(Context& context, const ScanArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    const bool same = arguments.decision == "same";
    auto decided
        = (*office)->duplicates().decide({text(arguments.idA)}, {text(arguments.idB)}, same);
    if (!decided) {
        return decided.error();
    }
    return Outcome({{QStringLiteral("decision"), text(arguments.decision)}},
                   QCoreApplication::translate("ctl::Duplicates", "Remembered."));
}

Outcome revoke(Context& context, const ScanArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    if (auto done = (*office)->duplicates().revoke({text(arguments.idA)}, {text(arguments.idB)});
        !done) {
        return done.error();
    }
    return Outcome(
        {{QStringLiteral("revoked"), QJsonArray{text(arguments.idA), text(arguments.idB)}}},
        QCoreApplication::translate("ctl::Duplicates", "Forgotten."));
}

Outcome listDecisions(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto decisions = (*office)->duplicates().decisions();
    if (!decisions) {
        return decisions.error();
    }
    QJsonArray list;
    QString words;
    for (const core::DuplicateDecision& one : *decisions) {
        const QString at = timeText(one.at, (*office)->access().timeZone);
        const QString decision = one.same ? QStringLiteral("same") : QStringLiteral("different");
        list.append(QJsonObject{{QStringLiteral("id_a"), one.a.value},
                                {QStringLiteral("id_b"), one.b.value},
                                {QStringLiteral("decision"), decision},
                                {QStringLiteral("at"), at},
                                {QStringLiteral("by"), one.by}});
        words += QStringList{one.a.value, one.b.value, decision, at, one.by}.join(u'\t') + u'\n';
    }
    return Outcome({{QStringLiteral("decisions"), list}}, words);
}

QString tierName(core::MatchTier tier)
{
    switch (tier) {
    case core::MatchTier::Certain:
        return QStringLiteral("certain");
    case core::MatchTier::Likely:
        return QStringLiteral("likely");
    case core::MatchTier::Possible:
        break;
    }
    return QStringLiteral("possible");
}

Outcome listGroups(Context& context, const ScanArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::DuplicateService& duplicates = (*office)->duplicates();
    auto progress = context.progress();
    if (auto done = duplicates.catchUp(progress); !done) {
        return done.error();
    }
    core::GroupFilter filter;
    filter.limit = arguments.limit;
    filter.text = text(arguments.search);
    for (const core::MatchTier tier :
         {core::MatchTier::Certain, core::MatchTier::Likely, core::MatchTier::Possible}) {
        if (tierName(tier) == text(arguments.tier)) {
            filter.tier = tier;
        }
    }
    auto found = duplicates.groups(filter);
    auto counts = duplicates.groupCounts();
    if (!found || !counts) {
        return found ? counts.error() : found.error();
    }
    QJsonArray list;
    QString words;
    for (const core::DuplicateGroup& group : *found) {
        QStringList ids;
        for (const core::Client& client : group.clients) {
            ids.append(client.id().value);
        }
        const QStringList reasons
            = group.pairs.empty() ? QStringList() : group.pairs.front().reasons;
        const QString tier = tierName(core::tierOf(group.score));
        list.append(QJsonObject{{QStringLiteral("ids"), QJsonArray::fromStringList(ids)},
                                {QStringLiteral("tier"), tier},
                                {QStringLiteral("score"), group.score},
                                {QStringLiteral("reasons"), QJsonArray::fromStringList(reasons)}});
        words += tier + u'\t' + ids.join(u' ') + u'\t' + reasons.join(QStringLiteral("; ")) + u'\n';
    }
    return Outcome({{QStringLiteral("groups"), list}, {QStringLiteral("total"), counts->all()}},
                   words);
}

Outcome match(Context& context, const MatchFileOptions& options)
{
    core::Progress progress = context.progress();
    auto report = matchFile(options, progress);
    if (!report) {
        return report.error();
    }
    return Outcome({{QStringLiteral("records"), qint64(report->records)},
                    {QStringLiteral("pairs"), qint64(report->pairs)},
                    {QStringLiteral("clusters"), qint64(report->clusters)},
                    {QStringLiteral("seconds"), report->seconds},
                    {QStringLiteral("mapping"), report->mapping}},
                   QCoreApplication::translate("ctl::Duplicates", "%1 records, %2 pairs, %3 groups")
                       .arg(report->records)
                       .arg(report->pairs)
                       .arg(report->clusters));
}

void addDuplicatesScan(CommandLine& line)
{
    auto arguments = std::make_shared<ScanArguments>();
    CLI::App* scanCommand
        = line.add("duplicates",
                   "scan",
                   QT_TRANSLATE_NOOP("ctl::Help", "Looks through the whole office"),
                   "dossierctl --json duplicates scan --output pairs.csv");
    scanCommand
        ->add_option("--min-score",
                     arguments->minScore,
                     QT_TRANSLATE_NOOP("ctl::Help", "All pairs from this score on (0 to 1)"))
        ->check(CLI::Range(0.0, 1.0));
    scanCommand
        ->add_option(
            "--output", arguments->output, QT_TRANSLATE_NOOP("ctl::Help", "CSV: id_a,id_b,score"))
        ->type_name("FILE");
    line.onRun(scanCommand, [arguments](Context& context) { return scan(context, *arguments); });
}

void addDuplicatesMatch(CommandLine& line)
{
    auto options = std::make_shared<MatchFileOptions>();
    auto map = std::make_shared<std::vector<std::string>>();
    auto file = std::make_shared<std::array<std::string, 4>>();
    auto minScore = std::make_shared<double>(-1);
    CLI::App* matchCommand = line.add(
        "duplicates",
        "match",
        QT_TRANSLATE_NOOP("ctl::Help", "The same engine over any CSV file; needs no office"),
        "dossierctl --json duplicates match clients.csv --id-column "
        "id --output pairs.csv --clusters clusters.csv");
    matchCommand->add_option("FILE", (*file)[0], QT_TRANSLATE_NOOP("ctl::Help", "The CSV file"))
        ->required()
        ->type_name("FILE");
    matchCommand
        ->add_option("--id-column",
                     (*file)[1],
                     QT_TRANSLATE_NOOP("ctl::Help", "The column that names a record"))
        ->required();
    matchCommand
        ->add_option("--map",
                     *map,
                     QT_TRANSLATE_NOOP("ctl::Help",
                                       "A column's field; else proposed from header and contents"))
        ->type_name("COLUMN=FIELD")
        ->allow_extra_args(false);
    matchCommand
        ->add_option("--min-score",
                     *minScore,
                     QT_TRANSLATE_NOOP("ctl::Help", "All pairs from this score on (0 to 1)"))
        ->check(CLI::Range(0.0, 1.0));
    matchCommand
        ->add_option("--output", (*file)[2], QT_TRANSLATE_NOOP("ctl::Help", "CSV: id_a,id_b,score"))
        ->type_name("FILE")
        ->required();
    matchCommand
        ->add_option("--clusters",
                     (*file)[3],
                     QT_TRANSLATE_NOOP("ctl::Help", "CSV: id,cluster; every record in it"))
        ->type_name("FILE");
    line.onRun(matchCommand, [options, map, file, minScore](Context& context) -> Outcome {
        options->file = text((*file)[0]);
        options->idColumn = text((*file)[1]);
        options->output = text((*file)[2]);
        options->clusters = text((*file)[3]);
        if (*minScore >= 0) {
            options->minScore = *minScore;
        }
        for (const std::string& entry : *map) {
            const QString words = text(entry);
            if (words.indexOf(u'=') <= 0) {
                return wrongUsage(
                    QCoreApplication::translate("ctl::Duplicates", "--map takes COLUMN=FIELD."));
            }
            options->map.insert(words.section(u'=', 0, 0), words.section(u'=', 1));
        }
        return match(context, *options);
    });
}

void addDuplicatesDecide(CommandLine& line)
{
    auto arguments = std::make_shared<ScanArguments>();
    CLI::App* decideCommand = line.add(
        "duplicates",
        "decide",
        QT_TRANSLATE_NOOP("ctl::Help", "Two records are one client, or are not: remembered"),
        "dossierctl duplicates decide CUST202603020001 CUST202603020007 different");
    decideCommand
        ->add_option("ID_A", arguments->idA, QT_TRANSLATE_NOOP("ctl::Help", "One client id"))
        ->required();
    decideCommand->add_option("ID_B", arguments->idB, QT_TRANSLATE_NOOP("ctl::Help", "The other"))
        ->required();
    decideCommand
        ->add_option(
            "DECISION", arguments->decision, QT_TRANSLATE_NOOP("ctl::Help", "What they are"))
        ->required()
        ->check(CLI::IsMember({"different", "same"}));
    line.onRun(decideCommand,
               [arguments](Context& context) { return decide(context, *arguments); });
}

void addDuplicatesList(CommandLine& line)
{
    auto arguments = std::make_shared<ScanArguments>();
    CLI::App* listCommand
        = line.add("duplicates",
                   "list",
                   QT_TRANSLATE_NOOP("ctl::Help",
                                     "Groups of records that may be one client, the surest first, "
                                     "with the reasons; what was saved since the scan is in them"),
                   "dossierctl --json duplicates list --tier certain");
    listCommand
        ->add_option("--tier",
                     arguments->tier,
                     QT_TRANSLATE_NOOP("ctl::Help", "Only those that are so sure"))
        ->check(CLI::IsMember({"certain", "likely", "possible"}));
    listCommand
        ->add_option("--search",
                     arguments->search,
                     QT_TRANSLATE_NOOP("ctl::Help", "Part of the name or id of one of them"))
        ->type_name("TEXT");
    listCommand
        ->add_option(
            "--limit", arguments->limit, QT_TRANSLATE_NOOP("ctl::Help", "How many groups at most"))
        ->check(CLI::Range(1, 1'000'000));
    line.onRun(listCommand,
               [arguments](Context& context) { return listGroups(context, *arguments); });
}

void addDuplicatesRevoke(CommandLine& line)
{
    CLI::App* listCommand = line.add(
        "duplicates",
        "decisions",
        QT_TRANSLATE_NOOP("ctl::Help", "What was decided about pairs of records, newest first"),
        "dossierctl duplicates decisions");
    line.onRun(listCommand, [](Context& context) { return listDecisions(context); });
    auto arguments = std::make_shared<ScanArguments>();
    CLI::App* revokeCommand = line.add(
        "duplicates",
        "revoke",
        QT_TRANSLATE_NOOP("ctl::Help", "Forgets such a decision: the two are compared again"),
        "dossierctl duplicates revoke CUST202603020001 CUST202603020007");
    revokeCommand
        ->add_option("ID_A", arguments->idA, QT_TRANSLATE_NOOP("ctl::Help", "One client id"))
        ->required();
    revokeCommand->add_option("ID_B", arguments->idB, QT_TRANSLATE_NOOP("ctl::Help", "The other"))
        ->required();
    line.onRun(revokeCommand,
               [arguments](Context& context) { return revoke(context, *arguments); });
}

} // namespace

void addDuplicateCommands(CommandLine& line)
{
    addDuplicatesScan(line);
    addDuplicatesList(line);
    addDuplicatesMatch(line);
    addDuplicatesDecide(line);
    addDuplicatesRevoke(line);
}

} // namespace ctl
