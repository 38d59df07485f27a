#include "app/ctl/CommandLine.h"

#include "core/search/FilterExpression.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QProcessEnvironment>

#include <algorithm>
#include <array>

namespace ctl {

namespace {

struct Group
{
    const char* name;
    const char* about;
    const char* example;
};

constexpr std::array<Group, 7> groups{{
    {"office", "Makes, checks and opens offices", "dossierctl --json office info"},
    {"user", "Who may open the office, and with which role", "dossierctl --json user list"},
    {"client", "Enters, shows, finds and changes clients", "dossierctl --json client search wang"},
    {"duplicates", "Finds records of one and the same client", "dossierctl duplicates scan"},
    {"request", "What waits for approval", "dossierctl --json request list --inbox"},
    {"audit", "The log and its signatures", "dossierctl --json audit verify"},
    {"clock", "The time of a practice office", "dossierctl clock set 2026-03-02T09:00:00"},
}};

QString sayUsage(const char* sentence)
{
    return QCoreApplication::translate("ctl::CommandLine", sentence);
}

/// The parser's own sentence tells what is wrong; it speaks English only.
QString usageMessage(const CLI::ParseError& wrong)
{
    QString message;
    if (dynamic_cast<const CLI::ExtrasError*>(&wrong) != nullptr) {
        message = sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "Not understood here: %1."))
                      .arg(text(wrong.what()).section(u':', 1).trimmed());
    } else if (dynamic_cast<const CLI::RequiredError*>(&wrong) != nullptr) {
        const QString what = text(wrong.what()).section(QStringLiteral(" is required"), 0, 0);
        message = what.startsWith(QStringLiteral("A subcommand"))
            ? sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "Say which command you want."))
            : sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "Something is missing: %1."))
                  .arg(what);
    } else if (dynamic_cast<const CLI::ValidationError*>(&wrong) != nullptr
               || dynamic_cast<const CLI::ConversionError*>(&wrong) != nullptr) {
        message
            = sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "This value cannot stand there: %1."))
                  .arg(text(wrong.what()).section(QStringLiteral(" not in "), 0, 0));
    } else {
        message = sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "Called in a wrong way: %1."))
                      .arg(text(wrong.what()));
    }
    return message + u' '
        + sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "--help shows how it is called."));
}

} // namespace

Outcome wrongUsage(const QString& message)
{
    return wrongUsage(core::Error{core::ErrorCode::Invalid, message, {}});
}

Outcome wrongUsage(const core::Error& error)
{
    Outcome outcome(error);
    outcome.exitCode = WrongUsage;
    return outcome;
}

std::optional<Outcome> wrongFilter(const std::string& filter)
{
    auto parsed = core::parseFilter(text(filter), QDateTime::currentDateTimeUtc());
    return parsed ? std::optional<Outcome>() : wrongUsage(parsed.error());
}

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
    const auto* about = std::find_if(
        groups.begin(), groups.end(), [&name](const Group& group) { return group.name == name; });
    CLI::App* made
        = m_app->add_subcommand(name, about != groups.end() ? about->about : std::string());
    if (about != groups.end()) {
        made->footer(std::string("Example:\n  ") + about->example);
    }
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
    m_words = words;
    const auto helpText = [](const std::string& help) {
        return Outcome({{QStringLiteral("help"), text(help)}}, text(help));
    };
    // CLI11 takes them from the back.
    std::vector<std::string> arguments;
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        arguments.push_back(word->toStdString());
    }
    try {
        m_app->parse(arguments);
    } catch (const CLI::CallForHelp&) {
        return helpText(m_app->help());
    } catch (const CLI::CallForAllHelp&) {
        return helpText(m_app->help("", CLI::AppFormatMode::All));
    } catch (const CLI::CallForVersion& version) {
        return Outcome({{QStringLiteral("version"), text(version.what())}},
                       text(version.what()) + u'\n');
    } catch (const CLI::ParseError& wrong) {
        return wrongUsage(usageMessage(wrong));
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
    // Where the words were wrong, the parser may have stopped before it came to this one.
    options.json = m_globals->json || m_words.contains(QStringLiteral("--json"));
    options.quiet = m_globals->quiet;
    return options;
}

Outcome runAction(const Action& action, Context& context)
{
    Outcome outcome = action(context);
    if (context.isOfficeUnnamed()) {
        outcome.exitCode = WrongUsage;
    }
    return outcome;
}

Outcome runWords(const QStringList& words, Context& context)
{
    CommandLine line;
    if (auto answered = line.parse(words)) {
        return *answered;
    }
    if (!line.action()) {
        return wrongUsage(
            QCoreApplication::translate("ctl::CommandLine", "A batch cannot hold a batch."));
    }
    return runAction(line.action(), context);
}

} // namespace ctl
