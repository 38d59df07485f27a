/// Help: what the program says of its own commands, read out of the parser's tree, so that help texts, manual page and
/// completion know the same commands. Sentences stand in the sources in English, marked
/// QT_TRANSLATE_NOOP("ctl::Help", …), and are translated when they are shown.
#pragma once

#include <QString>
#include <QStringList>

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

namespace ctl {

/// What the parser's tree has no place for.
struct Lesson
{
    std::string more; ///< a paragraph or several, lines of any length; English
    std::string examples; ///< one per line
};
using Lessons = std::map<const CLI::App*, Lesson>;

struct OptionHelp
{
    QString name; ///< "--office", "FILE"
    QString value; ///< "DIR", "create|skip"; empty: a flag
    QStringList choices; ///< where only these may stand there
    QString about; ///< translated
    bool isPositional = false;
    bool isRequired = false;
    bool isRepeated = false;
};

struct CommandHelp
{
    QStringList words; ///< {"client", "add"}; the program itself has none
    QString about; ///< one line, translated
    QString more;
    QStringList examples;
    std::vector<OptionHelp> options;
    std::vector<CommandHelp> commands;

    [[nodiscard]] QString name() const { return words.join(u' '); }
};

/// A sentence marked with the context "ctl::Help", in the language in use.
[[nodiscard]] QString helpSentence(const char* english);

/// The command and those below it; hidden ones are left out.
[[nodiscard]] CommandHelp describe(const CLI::App& app, const Lessons& lessons);

/// "dossierctl client add --set FIELD=VALUE … [--force] …", required first.
[[nodiscard]] QString synopsis(const CommandHelp& command);
/// For a terminal; `everything`: all commands below it, each whole.
[[nodiscard]] QString helpText(const CommandHelp& command, bool everything);
/// A page for man(1), in roff.
[[nodiscard]] QString manualPage(const CommandHelp& program);
/// A script that completes commands, options and choices.
[[nodiscard]] QString bashCompletion(const CommandHelp& program);
[[nodiscard]] QString powershellCompletion(const CommandHelp& program);

/// Exit codes with their meaning, translated.
[[nodiscard]] std::vector<std::pair<int, QString>> exitCodes();

} // namespace ctl
