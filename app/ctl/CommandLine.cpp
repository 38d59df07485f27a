#include "app/ctl/CommandLine.h"

#include "app/ctl/NearWords.h"
#include "core/crypto/PasswordStrength.h"
#include "core/search/FilterExpression.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QProcessEnvironment>
#include <QRegularExpression>

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

constexpr std::array<Group, 8> groups{{
    {"office",
     QT_TRANSLATE_NOOP("ctl::Help", "Makes, checks and opens offices"),
     "dossierctl --json office info"},
    {"user",
     QT_TRANSLATE_NOOP("ctl::Help", "Who may open the office, and with which role"),
     "dossierctl --json user list"},
    {"policy",
     QT_TRANSLATE_NOOP("ctl::Help", "Which role may do what, and what waits for approval"),
     "dossierctl --json policy list"},
    {"client",
     QT_TRANSLATE_NOOP("ctl::Help", "Enters, shows, finds and changes clients"),
     "dossierctl --json client search wang"},
    {"duplicates",
     QT_TRANSLATE_NOOP("ctl::Help", "Finds records of one and the same client"),
     "dossierctl duplicates scan"},
    {"request",
     QT_TRANSLATE_NOOP("ctl::Help", "What waits for approval"),
     "dossierctl --json request list --inbox"},
    {"audit",
     QT_TRANSLATE_NOOP("ctl::Help", "The log and its signatures"),
     "dossierctl --json audit verify"},
    {"clock",
     QT_TRANSLATE_NOOP("ctl::Help", "The time of a practice office"),
     "dossierctl clock set 2026-03-02T09:00:00"},
}};

QString sayUsage(const char* sentence)
{
    return QCoreApplication::translate("ctl::CommandLine", sentence);
}

/// The option or argument that the parser's sentence is about ("--limit"), never a value: that may be a client's.
QString namedIn(const CLI::ParseError& wrong)
{
    static const QRegularExpression name(
        QStringLiteral("(?<![^\\s])(--?[a-z][-a-z]*|[A-Z][A-Z_]+)(?![^\\s:=,])"));
    return name.match(text(wrong.what())).captured(1);
}

QString sayWithout(const char* sentence, const QString& name)
{
    const QString words = sayUsage(sentence);
    return name.isEmpty() ? QString(words).remove(QStringLiteral(": %1")) : words.arg(name);
}

/// With what this build has not got.
Outcome versionOf(const QString& version)
{
    QJsonObject answer{{QStringLiteral("version"), version}};
    QString words = version + u'\n';
    if (core::isStrengthByLengthOnly()) {
        answer.insert(QStringLiteral("without"), QJsonArray{QStringLiteral("zxcvbn")});
        words += sayUsage(QT_TRANSLATE_NOOP(
                     "ctl::CommandLine",
                     "Built without zxcvbn: passwords are judged by their length alone."))
            + u'\n';
    }
    return {answer, words};
}

/// Where a command was expected and a word stands that is none: which, and what may have been meant. Empty where the words
/// are wrong in another way. Only what looks like a command is said again: it may be anything.
QString
unknownCommand(const QStringList& words, const CLI::App& program, const CLI::ParseError& wrong)
{
    const bool isMissing = dynamic_cast<const CLI::RequiredError*>(&wrong) != nullptr
        && text(wrong.what()).startsWith(QStringLiteral("A subcommand"));
    if (!isMissing && dynamic_cast<const CLI::ExtrasError*>(&wrong) == nullptr) {
        return {};
    }
    const CLI::App* app = &program;
    for (qsizetype i = 0; i < words.size(); ++i) {
        QStringList known;
        const CLI::App* below = nullptr;
        for (const CLI::App* command : app->get_subcommands({})) {
            if (text(command->get_name()) == words[i]) {
                below = command;
            } else if (!command->get_group().empty()) {
                known.append(text(command->get_name()));
            }
        }
        if (below != nullptr) {
            app = below;
        } else if (words[i].startsWith(u'-')) {
            const CLI::Option* option
                = program.get_option_no_throw(words[i].section(u'=', 0, 0).toStdString());
            if (option == nullptr) {
                return {}; // whether the next word is its value, nobody knows
            }
            i += option->get_items_expected_max() > 0 && !words[i].contains(u'=') ? 1 : 0;
        } else {
            static const QRegularExpression command(QStringLiteral("^[a-z-]{1,20}$"));
            if (known.isEmpty() || !command.match(words[i]).hasMatch()) {
                return {};
            }
            return sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "There is no command \"%1\"."))
                       .arg(words[i])
                + didYouMean(nearWord(words[i], known)) + u' '
                + sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "--help shows how it is called."));
        }
    }
    return {};
}

/// The parser's own sentence tells what is wrong; it speaks English only, and repeats what was typed.
QString usageMessage(const CLI::ParseError& wrong)
{
    QString message;
    if (dynamic_cast<const CLI::ExtrasError*>(&wrong) != nullptr) {
        const QString option = namedIn(wrong);
        message = option.startsWith(u'-')
            ? sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "Not understood here: %1."))
                  .arg(option)
            : sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine",
                                         "There is a word too many, or one that is no command. "
                                         "Values with blanks stand in quotes."));
    } else if (dynamic_cast<const CLI::RequiredError*>(&wrong) != nullptr) {
        const QString what = text(wrong.what()).section(QStringLiteral(" is required"), 0, 0);
        message = what.startsWith(QStringLiteral("A subcommand"))
            ? sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "Say which command you want."))
            : sayUsage(QT_TRANSLATE_NOOP("ctl::CommandLine", "Something is missing: %1."))
                  .arg(what);
    } else if (dynamic_cast<const CLI::ValidationError*>(&wrong) != nullptr
               || dynamic_cast<const CLI::ConversionError*>(&wrong) != nullptr) {
        message = sayWithout(
            QT_TRANSLATE_NOOP("ctl::CommandLine", "This value cannot stand there: %1."),
            namedIn(wrong));
    } else {
        message = sayWithout(QT_TRANSLATE_NOOP("ctl::CommandLine", "Called in a wrong way: %1."),
                             namedIn(wrong));
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
    auto parsed = core::parseFilter(
        text(filter), QDateTime::currentDateTimeUtc(), [](core::Field, const QString&) {
            return QByteArray(1, '0');
        }); // only its grammar is asked
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
    : m_app(std::make_unique<CLI::App>(
        QT_TRANSLATE_NOOP("ctl::Help", "Client records of a small office, for scripts and people"),
        "dossierctl"))
    , m_globals(std::make_unique<Globals>())
{
    m_app->require_subcommand(1);
    m_app->fallthrough();
    addGlobalOptions();
    m_lessons[m_app.get()]
        = {QT_TRANSLATE_NOOP(
               "ctl::Help",
               "The office is a folder; name it once in DOSSIER_OFFICE, who acts in DOSSIER_USER, "
               "and a file whose first line is the password in DOSSIER_PASSWORD_FILE, then every "
               "command is short. The password never stands on the command line itself.\n\n"
               "With --json the result is one document on standard output; of a failure, too. "
               "COMMAND --help explains a command."),
           "dossierctl --office Acme.dossier --user li --password-file pw office info\n"
           "dossierctl --json client search wang --limit 5"};

    addOfficeCommands(*this);
    addPlaceCommands(*this);
    addUpdateCommands(*this);
    addUserCommands(*this);
    addKeyCommands(*this);
    addPolicyCommands(*this);
    addClientCommands(*this);
    addConsentCommands(*this);
    addQueryCommands(*this);
    addMassCommands(*this);
    addTrashCommands(*this);
    addImportCommands(*this);
    addExportCommands(*this);
    addDuplicateCommands(*this);
    addMergeCommands(*this);
    addUnmergeCommands(*this);
    addRequestCommands(*this);
    addRequestAgain(*this);
    addAuditCommands(*this);
    addSampleCommands(*this);
    addClockCommands(*this);
    // Only its help: main() runs it, since it runs the others.
    CLI::App* batch
        = add({},
              "batch",
              QT_TRANSLATE_NOOP("ctl::Help", "Runs many commands with one login"),
              "dossierctl --office Acme.dossier --user li --password-file pw batch commands.txt\n"
              "printf 'office info\\nclient search wang\\n' | dossierctl batch -");
    teach(batch,
          QT_TRANSLATE_NOOP(
              "ctl::Help",
              "One command per line, quoted as a POSIX shell would, without the global options. "
              "Every line is answered as it comes by one line of JSON: {\"line\": N, \"exit\": "
              "CODE, \"result\": {…}} or \"error\". The batch itself exits 0 when every line was "
              "answered; look at the exit of each line."));
    batch
        ->add_option(
            "FILE",
            m_globals->batchFile,
            QT_TRANSLATE_NOOP("ctl::Help", "The file with the commands; - is standard input"))
        ->required()
        ->type_name("FILE");
    addOwnDocuments();
}

void CommandLine::addGlobalOptions()
{
    CLI::App& app = *m_app;
    app.set_help_flag("-h,--help", QT_TRANSLATE_NOOP("ctl::Help", "Help of this command"));
    app.set_help_all_flag("--help-all",
                          QT_TRANSLATE_NOOP("ctl::Help", "Help of every command below this one"));
    app.set_version_flag(
        "--version", DOSSIER_VERSION, QT_TRANSLATE_NOOP("ctl::Help", "The version of the program"));
    app.add_option("--office",
                   m_globals->office,
                   QT_TRANSLATE_NOOP("ctl::Help", "The office folder (also DOSSIER_OFFICE)"))
        ->type_name("DIR");
    app.add_option("--user",
                   m_globals->user,
                   QT_TRANSLATE_NOOP("ctl::Help", "Who acts (also DOSSIER_USER)"))
        ->type_name("NAME");
    app.add_option("--password-file",
                   m_globals->passwordFile,
                   QT_TRANSLATE_NOOP("ctl::Help",
                                     "First line is the password; - reads standard input (also "
                                     "DOSSIER_PASSWORD_FILE)"))
        ->type_name("FILE");
    app.add_option("--key-file",
                   m_globals->keyFile,
                   QT_TRANSLATE_NOOP("ctl::Help", "Second secret, where the user has one"))
        ->type_name("FILE");
    app.add_option(
           "--language",
           m_globals->language,
           QT_TRANSLATE_NOOP("ctl::Help", "Of messages, labels and help; else the system's"))
        ->check(CLI::IsMember({"zh", "en"}));
    app.add_flag(
        "--json",
        m_globals->json,
        QT_TRANSLATE_NOOP("ctl::Help", "One JSON document on standard output, nothing else there"));
    app.add_flag("--quiet",
                 m_globals->quiet,
                 QT_TRANSLATE_NOOP("ctl::Help", "No progress on standard error"));
    for (CLI::Option* option : app.get_options()) {
        if (option->get_items_expected_max() > 0) {
            option->take_last(); // a script's own choice may follow the one it inherited
        }
    }
}

/// Hidden: what packaging is made from.
void CommandLine::addOwnDocuments()
{
    CLI::App* manual = add({},
                           "manual",
                           QT_TRANSLATE_NOOP("ctl::Help", "Writes the manual page (roff)"),
                           "dossierctl manual > dossierctl.1");
    onRun(manual, [this](Context&) {
        const QString page = manualPage(describe(*m_app, m_lessons));
        return Outcome({{QStringLiteral("text"), page}}, page);
    });
    auto shell = std::make_shared<std::string>();
    CLI::App* completion
        = add({},
              "completion",
              QT_TRANSLATE_NOOP("ctl::Help", "Writes the script that completes commands"),
              "dossierctl completion bash > dossierctl.bash");
    completion->add_option("SHELL", *shell, QT_TRANSLATE_NOOP("ctl::Help", "Whose script"))
        ->required()
        ->check(CLI::IsMember({"bash", "powershell"}));
    onRun(completion, [this, shell](Context&) {
        const CommandHelp program = describe(*m_app, m_lessons);
        const QString script
            = *shell == "bash" ? bashCompletion(program) : powershellCompletion(program);
        return Outcome({{QStringLiteral("text"), script}}, script);
    });
    for (CLI::App* hidden : {manual, completion}) {
        hidden->group("");
    }
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
        m_lessons[made].examples = about->example;
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
    m_lessons[command].examples = example;
    command->fallthrough();
    return command;
}

void CommandLine::teach(const CLI::App* command, const char* more)
{
    m_lessons[command].more = more;
}

/// The command that the words came to.
const CLI::App& CommandLine::asked() const
{
    const CLI::App* app = m_app.get();
    for (auto below = app->get_subcommands(); !below.empty(); below = app->get_subcommands()) {
        app = below.front();
    }
    return *app;
}

void CommandLine::onRun(CLI::App* command, Action action)
{
    command->callback([this, action = std::move(action)] { m_action = action; });
}

std::optional<Outcome> CommandLine::parse(const QStringList& words)
{
    m_words = words;
    const auto help = [this](bool everything) {
        const CommandHelp command = describe(asked(), m_lessons);
        QJsonArray below;
        for (const CommandHelp& one : command.commands) {
            below.append(one.name());
        }
        const QString shown = helpText(command, everything);
        return Outcome({{QStringLiteral("help"), shown}, {QStringLiteral("commands"), below}},
                       shown);
    };
    // CLI11 takes them from the back.
    std::vector<std::string> arguments(std::size_t(words.size()));
    std::transform(words.cbegin(), words.cend(), arguments.rbegin(), [](const QString& word) {
        return word.toStdString();
    });
    try {
        m_app->parse(arguments);
    } catch (const CLI::CallForHelp&) {
        return help(false);
    } catch (const CLI::CallForAllHelp&) {
        return help(true);
    } catch (const CLI::CallForVersion& version) {
        return versionOf(text(version.what()));
    } catch (const CLI::ParseError& wrong) {
        const QString unknown = unknownCommand(words, *m_app, wrong);
        return wrongUsage(unknown.isEmpty() ? usageMessage(wrong) : unknown);
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
