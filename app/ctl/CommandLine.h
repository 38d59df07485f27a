/// CommandLine: words -> one command to run. Every command adds itself in a file of its own (…Commands.cpp) with its
/// options, its help and an example; parsing picks one and leaves its action.
#pragma once

#include "app/ctl/Context.h"
#include "app/ctl/Help.h"
#include "app/ctl/Outcome.h"

#include <QString>
#include <QStringList>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ctl {

using Action = std::function<Outcome(Context&)>;

/// One parse: the CLI11 tree, and what the chosen command wants to do.
class CommandLine
{
public:
    CommandLine();
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    /// Parses the words behind the program's name. Where they are no command: the usage error or the help text.
    std::optional<Outcome> parse(const QStringList& words);

    /// Also where the words were wrong: whoever asked for JSON or a language gets the error in it.
    [[nodiscard]] GlobalOptions options() const;
    /// None where the command is `batch`.
    [[nodiscard]] const Action& action() const { return m_action; }
    [[nodiscard]] QString batchFile() const;

    // For the command files. `about`, and the description of every option, is marked
    // QT_TRANSLATE_NOOP("ctl::Help", …); several examples stand on lines of their own.
    CLI::App* add(const std::string& group,
                  const std::string& name,
                  const std::string& about,
                  const std::string& example);
    void onRun(CLI::App* command, Action action);
    /// What the command's own help says below its first line; marked like `about`.
    void teach(const CLI::App* command, const char* more);

private:
    CLI::App* group(const std::string& name);
    void addGlobalOptions();
    void addOwnDocuments();
    [[nodiscard]] const CLI::App& asked() const;

    struct Globals;
    std::unique_ptr<CLI::App> m_app;
    std::unique_ptr<Globals> m_globals;
    Lessons m_lessons;
    Action m_action;
    QStringList m_words;
};

/// A word of the command line that means nothing: exit code 2.
[[nodiscard]] Outcome wrongUsage(const QString& message);
/// The error of core that a word of the command line was wrong, as such.
[[nodiscard]] Outcome wrongUsage(const core::Error& error);
/// Where --filter cannot be read.
[[nodiscard]] std::optional<Outcome> wrongFilter(const std::string& filter);

void addOfficeCommands(CommandLine& line);
void addPlaceCommands(CommandLine& line);
void addUpdateCommands(CommandLine& line);
void addUserCommands(CommandLine& line);
void addKeyCommands(CommandLine& line);
void addPolicyCommands(CommandLine& line);
void addClientCommands(CommandLine& line);
void addConsentCommands(CommandLine& line);
void addQueryCommands(CommandLine& line);
void addMassCommands(CommandLine& line);
void addTrashCommands(CommandLine& line);
void addImportCommands(CommandLine& line);
void addExportCommands(CommandLine& line);
void addDuplicateCommands(CommandLine& line);
void addMergeCommands(CommandLine& line);
void addUnmergeCommands(CommandLine& line);
void addRequestCommands(CommandLine& line);
void addRequestAgain(CommandLine& line);
void addAuditCommands(CommandLine& line);
void addSampleCommands(CommandLine& line);
void addClockCommands(CommandLine& line);

/// Runs what was parsed.
Outcome runAction(const Action& action, Context& context);
/// Runs one parsed command, whole: what it answered, or that it is no command.
Outcome runWords(const QStringList& words, Context& context);

/// Text of an option as CLI11 keeps it (UTF-8).
[[nodiscard]] inline QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace ctl
