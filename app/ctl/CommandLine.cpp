#include "app/ctl/CommandLine.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <algorithm>

namespace ctl {

struct CommandLine::Globals
{
    std::string office;
    std::string user;
    std::string passwordFile;
    std::string keyFile;
    std::string language;
    std::string batchFile;
    bool json = false;
    bool quiet = false;
};

CommandLine::CommandLine()
    : m_app(std::make_unique<CLI::App>("Client records of a small office", "dossierctl"))
    , m_globals(std::make_unique<Globals>())
{
    CLI::App& app = *m_app;
    app.require_subcommand(1);
    app.fallthrough();
    app.set_help_all_flag("--help-all", "Help of every command");
    app.set_version_flag("--version", DOSSIER_VERSION);
    app.add_option("--office", m_globals->office, "The office folder (also DOSSIER_OFFICE)");
    app.add_option("--user", m_globals->user, "Who acts (also DOSSIER_USER)");
    app.add_option(
        "--password-file",
        m_globals->passwordFile,
        "First line is the password; - reads standard input (also DOSSIER_PASSWORD_FILE)");
    app.add_option("--key-file", m_globals->keyFile, "Second secret, where the user has one");
    app.add_option("--language", m_globals->language, "zh or en: messages and labels")
        ->check(CLI::IsMember({"zh", "en"}));
    app.add_flag(
        "--json", m_globals->json, "One JSON document on standard output, nothing else there");
    app.add_flag("--quiet", m_globals->quiet, "No progress on standard error");
    for (CLI::Option* option : app.get_options()) {
        if (option->get_items_expected_max() > 0) {
            option->take_last(); // a script's own choice may follow the one it inherited
        }
    }

    addOfficeCommands(*this);
    addUserCommands(*this);
    addClientCommands(*this);
    addQueryCommands(*this);
    addImportCommands(*this);
    addExportCommands(*this);
    addDuplicateCommands(*this);
    addMergeCommands(*this);
    addRequestCommands(*this);
    addAuditCommands(*this);
    addSampleCommands(*this);
    addClockCommands(*this);
    // Only its help: main() runs it, since it runs the others.
    CLI::App* batch
        = add({},
              "batch",
              "One command per line of FILE (- is standard input), one login, answers as they come",
              "dossierctl --office Acme.dossier --user li --password-file pw batch commands.txt");
    batch
        ->add_option(
            "FILE", m_globals->batchFile, "File with the commands, quoted as a POSIX shell would")
        ->required();
}

CommandLine::~CommandLine() = default;

CLI::App* CommandLine::group(const std::string& name)
{
    if (name.empty()) {
        return m_app.get();
    }
    for (CLI::App* known :
         m_app->get_subcommands([&name](const CLI::App* app) { return app->get_name() == name; })) {
        return known;
    }
    CLI::App* made = m_app->add_subcommand(name);
    made->require_subcommand(1);
    made->fallthrough();
    return made;
}

CLI::App* CommandLine::add(const std::string& groupName,
                           const std::string& name,
                           const std::string& about,
                           const std::string& example)
{
    CLI::App* command = group(groupName)->add_subcommand(name, about);
    command->footer("Example:\n  " + example);
    command->fallthrough();
    return command;
}

void CommandLine::onRun(CLI::App* command, Action action)
{
    command->callback([this, action = std::move(action)] { m_action = action; });
}

std::optional<Outcome> CommandLine::parse(const QStringList& words)
{
    // CLI11 takes them from the back.
    std::vector<std::string> arguments;
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        arguments.push_back(word->toStdString());
    }
    try {
        m_app->parse(arguments);
    } catch (const CLI::CallForHelp&) {
        return Outcome({}, text(m_app->help()));
    } catch (const CLI::CallForAllHelp&) {
        return Outcome({}, text(m_app->help("", CLI::AppFormatMode::All)));
    } catch (const CLI::CallForVersion& version) {
        return Outcome({}, text(version.what()) + u'\n');
    } catch (const CLI::ParseError& wrong) {
        Outcome outcome(core::Error{
            core::ErrorCode::Invalid,
            QCoreApplication::translate("ctl::CommandLine", "%1 (--help shows how it is called)")
                .arg(text(wrong.what())),
            {}});
        outcome.exitCode = WrongUsage;
        return outcome;
    }
    return std::nullopt;
}

QString CommandLine::batchFile() const
{
    return text(m_globals->batchFile);
}

GlobalOptions CommandLine::options() const
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const auto orEnvironment = [&environment](const std::string& given, const char* name) {
        return given.empty() ? environment.value(QLatin1String(name)) : text(given);
    };
    GlobalOptions options;
    options.office = orEnvironment(m_globals->office, "DOSSIER_OFFICE");
    options.user = orEnvironment(m_globals->user, "DOSSIER_USER");
    options.passwordFile = orEnvironment(m_globals->passwordFile, "DOSSIER_PASSWORD_FILE");
    options.keyFile = text(m_globals->keyFile);
    options.language = text(m_globals->language);
    options.json = m_globals->json;
    options.quiet = m_globals->quiet;
    return options;
}

Outcome runWords(const QStringList& words, Context& context)
{
    CommandLine line;
    if (auto answered = line.parse(words)) {
        return *answered;
    }
    if (!line.action()) {
        Outcome outcome(core::Error{
            core::ErrorCode::Invalid,
            QCoreApplication::translate("ctl::CommandLine", "A batch cannot hold a batch."),
            {}});
        outcome.exitCode = WrongUsage;
        return outcome;
    }
    return line.action()(context);
}

} // namespace ctl
