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
    CLI::App* command = line.add({},
                                 "export",
                                 "Writes what you may see into a CSV file",
                                 "dossierctl export clients.csv --fields name,phone,city --filter "
                                 "\"city=苏州市\" --reason \"mailing\"");
    command->add_option("FILE", arguments->file)->required();
    command->add_option("--format", arguments->format, "csv")
        ->check(CLI::IsMember({"csv", "xlsx", "vcf"}));
    command->add_option("--fields",
                        arguments->fields,
                        "Field names, separated by commas; all where none are named");
    command->add_option("--filter", arguments->filter, "As for client list");
    command->add_option("--encoding", arguments->encoding)
        ->check(CLI::IsMember({"utf-8-bom", "utf-8", "gb18030"}));
    command->add_option("--headers", arguments->headers)->check(CLI::IsMember({"labels", "names"}));
    command->add_option("--reason", arguments->reason, "Goes into the log");
    line.onRun(command, [arguments](Context& context) { return run(context, *arguments); });
}

} // namespace ctl
