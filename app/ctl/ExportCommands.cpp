// export FILE
#include "app/ctl/CommandLine.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct ExportArguments
{
    std::string file;
    std::string format = "csv";
    std::string fields;
    std::string filter;
    std::string encoding = "utf-8-bom";
    std::string headers = "labels";
    std::string reason;
};

Outcome run(Context& context, const ExportArguments& arguments)
{
    if (arguments.format != "csv") {
        return core::Error{
            core::ErrorCode::Unsupported,
            QCoreApplication::translate(
                "ctl::Export", "This version writes CSV only; spreadsheets open it as it is."),
            {}};
    }
    core::ExportOptions options;
    options.path = text(arguments.file);
    options.filter = text(arguments.filter);
    options.encoding = text(arguments.encoding);
    options.headerLabels = arguments.headers != "names";
    options.reason = text(arguments.reason);
    if (auto wrong = wrongFilter(arguments.filter)) {
        return *wrong;
    }
    if (!arguments.fields.empty()) {
        auto fields = core::exportFieldsByName(text(arguments.fields));
        if (!fields) {
            return wrongUsage(fields.error());
        }
        options.fields = *fields;
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    auto result = (*office)->exporter().run(options, progress);
    if (!result) {
        return result.error();
    }
    return Outcome(
        {{QStringLiteral("rows"), qint64(result->rows)},
         {QStringLiteral("bytes"), result->bytes},
         {QStringLiteral("manifest"), result->manifest}},
        QCoreApplication::translate("ctl::Export", "%n rows written.", nullptr, int(result->rows)));
}

} // namespace

void addExportCommands(CommandLine& line)
{
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App* command
        = line.add({},
                   "export",
                   QT_TRANSLATE_NOOP("ctl::Help", "Writes what you may see into a CSV file"),
                   "dossierctl export clients.csv --fields name,phone,city --filter "
                   "\"city=苏州市\" --reason \"mailing\"");
    command
        ->add_option("FILE", arguments->file, QT_TRANSLATE_NOOP("ctl::Help", "The file to write"))
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--format",
                     arguments->format,
                     QT_TRANSLATE_NOOP("ctl::Help", "This version writes csv"))
        ->check(CLI::IsMember({"csv", "xlsx", "vcf"}));
    command
        ->add_option("--fields",
                     arguments->fields,
                     QT_TRANSLATE_NOOP(
                         "ctl::Help", "Field names, separated by commas; all where none are named"))
        ->type_name("FIELD,FIELD");
    command
        ->add_option(
            "--filter", arguments->filter, QT_TRANSLATE_NOOP("ctl::Help", "As for client list"))
        ->type_name("EXPR");
    command
        ->add_option(
            "--encoding",
            arguments->encoding,
            QT_TRANSLATE_NOOP("ctl::Help",
                              "utf-8-bom suits spreadsheets; else it is read wrong by some"))
        ->check(CLI::IsMember({"utf-8-bom", "utf-8", "gb18030"}));
    command
        ->add_option("--headers",
                     arguments->headers,
                     QT_TRANSLATE_NOOP("ctl::Help",
                                       "Column titles for people (labels) or for programs (names)"))
        ->check(CLI::IsMember({"labels", "names"}));
    command->add_option(
        "--reason", arguments->reason, QT_TRANSLATE_NOOP("ctl::Help", "Goes into the log"));
    line.onRun(command, [arguments](Context& context) { return run(context, *arguments); });
}

} // namespace ctl
