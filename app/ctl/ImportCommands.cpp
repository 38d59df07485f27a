// import FILE, import undo BATCH
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "core/security/Permissions.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <optional>

namespace ctl {

namespace {

struct ImportArguments
{
    std::vector<std::string> words; ///< FILE, or: undo BATCH
    std::vector<std::string> map;
    std::string mapping;
    std::string encoding;
    std::string duplicates = "create";
    bool dryRun = false;
    bool keepUnmapped = false;
    bool freshMapping = false;
    bool stage = false;
    std::string resume;
    std::string reason;
};

Outcome undo(Context& context, const std::string& words)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    auto undone = (*office)->importer().undo(core::BatchPk{numberIn(text(words))}, progress);
    if (!undone) {
        return undone.error();
    }
    return Outcome({{QStringLiteral("removed"), qint64(undone->removed)},
                    {QStringLiteral("restored"), qint64(undone->restored)},
                    {QStringLiteral("kept"), idsJson(undone->kept)}},
                   QCoreApplication::translate(
                       "ctl::Import", "Removed %1, restored %2, kept %3 that were edited since.")
                       .arg(undone->removed)
                       .arg(undone->restored)
                       .arg(undone->kept.size()));
}

/// The last imports and what became of them.
Outcome list(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    constexpr int shown = 50;
    auto batches = (*office)->importer().recent(shown);
    if (!batches) {
        return batches.error();
    }
    QJsonArray imports;
    QString words;
    for (const core::Batch& batch : *batches) {
        imports.append(QJsonObject{
            {QStringLiteral("batch"), numbered('B', batch.pk)},
            {QStringLiteral("kind"), batch.kind},
            {QStringLiteral("name"), batch.name},
            {QStringLiteral("state"), batch.state},
            {QStringLiteral("at"), timeText(batch.startedAt, (*office)->access().timeZone)},
            {QStringLiteral("by"), batch.startedBy},
            {QStringLiteral("rows"), qint64(batch.counts.rows)}});
        words += QStringLiteral("B-%1  %2  %3  %4\n")
                     .arg(batch.pk.value)
                     .arg(core::batchStateLabel(batch.state), batch.name, batch.startedBy);
    }
    return Outcome({{QStringLiteral("imports"), imports}}, words);
}

QJsonObject resultJson(const core::ImportResult& result)
{
    QJsonObject findings;
    for (auto entry = result.findings.begin(); entry != result.findings.end(); ++entry) {
        findings.insert(entry.key(), qint64(entry.value()));
    }
    QJsonArray damaged;
    for (const std::int64_t damagedLine : result.damagedLines) {
        damaged.append(qint64(damagedLine));
    }
    return {
        {QStringLiteral("batch"),
         result.batch.isValid() ? QJsonValue(numbered('B', result.batch))
                                : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("rows"), qint64(result.counts.rows)},
        {QStringLiteral("created"), qint64(result.counts.created)},
        {QStringLiteral("updated"), qint64(result.counts.updated)},
        {QStringLiteral("skipped"), qint64(result.counts.skipped)},
        {QStringLiteral("rejected"), qint64(result.counts.rejected)},
        {QStringLiteral("duplicates"),
         result.duplicates ? QJsonValue(qint64(*result.duplicates)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("requests"), qint64(result.requests)},
        {QStringLiteral("reject_file"),
         result.rejectFile.isEmpty() ? QJsonValue(QJsonValue::Null)
                                     : QJsonValue(result.rejectFile)},
        {QStringLiteral("encoding"), result.encoding},
        {QStringLiteral("mapping"),
         QJsonDocument::fromJson(result.mapping.toJson().toUtf8()).object()},
        {QStringLiteral("mapping_remembered"), result.remembered},
        {QStringLiteral("header_line"),
         result.headerLine > 0 ? QJsonValue(qint64(result.headerLine))
                               : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("title_lines"), qint64(result.titleLines)},
        {QStringLiteral("sealed_columns"), QJsonArray::fromStringList(result.sealedColumns)},
        {QStringLiteral("unmapped_columns"), QJsonArray::fromStringList(result.unmappedColumns)},
        {QStringLiteral("left_out_columns"), QJsonArray::fromStringList(result.leftOutColumns)},
        {QStringLiteral("unknown_owners"), QJsonArray::fromStringList(result.unknownOwners)},
        {QStringLiteral("sealed_values"), qint64(result.sealedValues)},
        {QStringLiteral("sealed_dropped"), qint64(result.sealedDropped)},
        {QStringLiteral("sealed_value_columns"),
         QJsonArray::fromStringList(result.sealedValueColumns)},
        {QStringLiteral("damaged"), qint64(result.damaged)},
        {QStringLiteral("damaged_lines"), damaged},
        {QStringLiteral("findings"), findings}};
}

QString resultWords(const core::ImportResult& result)
{
    const auto say = [](const char* words) {
        return QCoreApplication::translate("ctl::Import", words);
    };
    QString words
        = say(QT_TRANSLATE_NOOP("ctl::Import",
                                "rows %1: created %2, updated %3, skipped %4, rejected %5"))
              .arg(result.counts.rows)
              .arg(result.counts.created)
              .arg(result.counts.updated)
              .arg(result.counts.skipped)
              .arg(result.counts.rejected)
        + u'\n';
    if (result.duplicates.value_or(0) > 0) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import",
                                       "clients already, or rows repeated in the file: %1"))
                     .arg(*result.duplicates)
            + u'\n';
    }
    if (result.batch.isValid()) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import", "batch %1")).arg(numbered('B', result.batch))
            + u'\n';
    }
    if (result.remembered) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import",
                                       "columns as in the last import with this header line"))
            + u'\n';
    }
    if (result.titleLines > 0) {
        words += say(QT_TRANSLATE_NOOP(
                         "ctl::Import",
                         "the header is line %1; lines above it that were left out as titles: %2"))
                     .arg(result.headerLine)
                     .arg(result.titleLines)
            + u'\n';
    } else if (result.headerLine == 0) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import",
                                       "no header line was found: every line was read as a row"))
            + u'\n';
    }
    if (!result.rejectFile.isEmpty()) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import", "rejected rows: %1")).arg(result.rejectFile)
            + u'\n';
    }
    if (!result.sealedColumns.isEmpty()) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import", "sealed, for data administrators only: %1"))
                     .arg(result.sealedColumns.join(u", "))
            + u'\n';
    }
    if (result.sealedValues > 0) {
        words += say(QT_TRANSLATE_NOOP(
                         "ctl::Import",
                         "ID or card numbers taken out of other columns and sealed: %1 (%2)"))
                     .arg(result.sealedValues)
                     .arg(result.sealedValueColumns.join(u", "))
            + u'\n';
    }
    if (result.sealedDropped > 0) {
        words
            += say(QT_TRANSLATE_NOOP("ctl::Import",
                                     "second ID or card numbers of a row, which had no place: %1"))
                   .arg(result.sealedDropped)
            + u'\n';
    }
    if (result.damaged > 0) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import", "numbers cut by a spreadsheet: %1"))
                     .arg(result.damaged)
            + u'\n';
    }
    if (!result.unmappedColumns.isEmpty()) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import", "columns without a field: %1"))
                     .arg(result.unmappedColumns.join(u", "))
            + u'\n';
    }
    if (!result.leftOutColumns.isEmpty()) {
        words += say(QT_TRANSLATE_NOOP("ctl::Import", "columns left out: %1"))
                     .arg(result.leftOutColumns.join(u", "))
            + u'\n';
    }
    return words;
}

/// The file is given for approval: nothing comes in now.
Outcome stage(core::Office& office,
              const core::ImportOptions& options,
              const QString& reason,
              core::Progress& progress)
{
    auto staged = office.stagedImports().stage(options, reason, progress);
    if (!staged) {
        return staged.error();
    }
    const QString request = core::requestText(staged->request);
    QJsonObject answer = resultJson(staged->trial);
    answer.insert(QStringLiteral("request"), request);
    return Outcome(answer,
                   resultWords(staged->trial)
                       + QCoreApplication::translate(
                             "ctl::Import", "waits for approval: %1; nothing was imported yet")
                             .arg(request)
                       + u'\n');
}

Outcome run(Context& context, const ImportArguments& arguments)
{
    core::ImportOptions options;
    options.source.path = text(arguments.words.front());
    options.source.encoding = text(arguments.encoding);
    options.source.mappingFile = text(arguments.mapping);
    options.source.keepUnmapped = arguments.keepUnmapped;
    options.source.useRemembered = !arguments.freshMapping;
    options.dryRun = arguments.dryRun;
    if (!arguments.resume.empty()) {
        options.resume = core::BatchPk{numberIn(text(arguments.resume))};
        if (!options.resume.isValid() || arguments.dryRun || arguments.stage) {
            return wrongUsage(QCoreApplication::translate(
                "ctl::Import", "--resume takes the number of an unfinished import, as B-3."));
        }
    }
    for (const std::string& entry : arguments.map) {
        const QString words = text(entry);
        const qsizetype equals = words.lastIndexOf(u'=');
        if (equals <= 0) {
            return wrongUsage(
                QCoreApplication::translate("ctl::Import", "--map takes COLUMN=FIELD."));
        }
        options.source.map.emplace_back(words.left(equals), words.mid(equals + 1));
    }
    const auto mode = core::duplicateModeByName(text(arguments.duplicates));
    if (!mode) {
        return wrongUsage(QCoreApplication::translate(
            "ctl::Import", "--duplicates takes create, skip, update or request."));
    }
    options.duplicates = *mode;
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    // Whose role does not import asks for it; a trial is a trial.
    const core::Session& session = (*office)->session();
    const bool mustAsk = core::grantOf(session, core::Action::Import).direct == core::Scope::None
        && core::mayAskForImport(session);
    if (!options.dryRun && (arguments.stage || mustAsk)) {
        return stage(**office, options, text(arguments.reason), progress);
    }
    auto result = (*office)->importer().run(options, progress);
    if (!result) {
        return result.error();
    }
    QString words = resultWords(*result);
    QJsonObject answer = resultJson(*result);
    answer.insert(QStringLiteral("request"), QJsonValue(QJsonValue::Null));
    if (result->batch.isValid() && result->counts.created > 0) {
        // The import stands whatever comes of this: `duplicates scan` makes the marks at any time.
        // Comparing all of a large office takes far more memory than the import.
        constexpr std::int64_t mostAtOnce = 200'000; // about 200 MB
        auto marked = (*office)->duplicates().mark(result->batch, mostAtOnce, progress);
        const bool isMarked = marked && *marked;
        answer.insert(QStringLiteral("marked"),
                      isMarked ? QJsonValue(qint64(**marked)) : QJsonValue(QJsonValue::Null));
        if (!isMarked) {
            words += QCoreApplication::translate(
                         "ctl::Import",
                         "possible duplicates are not marked yet: `duplicates scan` finds them")
                + u'\n';
        }
    }
    return Outcome(answer, words);
}

void addOptions(CLI::App* command, const std::shared_ptr<ImportArguments>& arguments)
{
    command
        ->add_option("FILE",
                     arguments->words,
                     QT_TRANSLATE_NOOP("ctl::Help", "The file; or: undo BATCH; or: list"))
        ->required()
        ->type_name("FILE")
        ->expected(1, 2);
    command
        ->add_option(
            "--map",
            arguments->map,
            QT_TRANSLATE_NOOP(
                "ctl::Help",
                "A column's field; COLUMN= leaves it out; COLUMN=custom or =custom:NAME keeps it"))
        ->type_name("COLUMN=FIELD")
        ->allow_extra_args(false);
    command
        ->add_option("--mapping",
                     arguments->mapping,
                     QT_TRANSLATE_NOOP("ctl::Help", "JSON file with the columns' fields"))
        ->type_name("FILE");
    command->add_flag(
        "--keep-unmapped",
        arguments->keepUnmapped,
        QT_TRANSLATE_NOOP("ctl::Help", "Columns no field was found for become own fields"));
    command->add_flag(
        "--fresh-mapping",
        arguments->freshMapping,
        QT_TRANSLATE_NOOP("ctl::Help", "Not as in the last import with this header line"));
    command->add_option(
        "--encoding",
        arguments->encoding,
        QT_TRANSLATE_NOOP("ctl::Help", "Its encoding, where the program finds a wrong one"));
    command->add_option(
        "--duplicates",
        arguments->duplicates,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "What becomes of a row whose client is there: create, skip, update or request"));
    command->add_flag("--dry-run",
                      arguments->dryRun,
                      QT_TRANSLATE_NOOP("ctl::Help", "Says what would happen; stores nothing"));
    command->add_flag(
        "--stage",
        arguments->stage,
        QT_TRANSLATE_NOOP("ctl::Help", "Gives the file for approval instead of importing it"));
    command
        ->add_option(
            "--resume",
            arguments->resume,
            QT_TRANSLATE_NOOP("ctl::Help", "Goes on with an unfinished import of this file"))
        ->type_name("BATCH");
    command->add_option("--reason",
                        arguments->reason,
                        QT_TRANSLATE_NOOP("ctl::Help", "Why it shall come in; for who decides"));
}

} // namespace

void addImportCommands(CommandLine& line)
{
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App* command = line.add(
        {},
        "import",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Brings a CSV file in; `import undo BATCH` takes an import back"),
        "dossierctl --json import clients.csv --dry-run\ndossierctl import "
        "clients.csv --duplicates update\ndossierctl import clients.csv --stage --reason \"fair\"\n"
        "dossierctl import undo B-3\ndossierctl import list\n"
        "dossierctl import clients.csv --resume B-3");
    line.teach(
        command,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "Encoding, columns and their fields are found in the file; --dry-run says what was "
            "found "
            "and what would happen. Every row comes in, or stands in the reject file beside the "
            "source with the reason: correct it there and import that file. A value that breaks a "
            "rule comes in marked. What you may not decide becomes a request. With --stage, and "
            "for "
            "roles that do not import, the whole file becomes one: it is tried out and kept, "
            "without ID and card numbers, until somebody else approves or rejects it. In a shared "
            "folder an import is saved in slices, so that colleagues can go on saving; one that "
            "broke off stands as unfinished in `import list`: give the same file again with "
            "--resume, or take it back."));
    addOptions(command, arguments);
    line.onRun(command, [arguments](Context& context) -> Outcome {
        if (arguments->words.size() == 1 && arguments->words.front() == "list") {
            return list(context);
        }
        if (arguments->words.size() == 2) {
            if (arguments->words.front() == "undo") {
                return undo(context, arguments->words.back());
            }
            return wrongUsage(QCoreApplication::translate(
                "ctl::Import", "One file at a time, or: import undo BATCH."));
        }
        return run(context, *arguments);
    });
}

} // namespace ctl
