#include "app/ctl/Help.h"

#include "app/ctl/Outcome.h"

#include <QCoreApplication>

#include <algorithm>

namespace ctl {

namespace {

constexpr qsizetype textWidth = 96;

/// A Han character takes two cells of a terminal.
qsizetype cells(QStringView words)
{
    constexpr char16_t firstWide = 0x2E80;
    return std::count_if(words.begin(),
                         words.end(),
                         [](QChar letter) { return letter.unicode() >= firstWide; })
        + words.size();
}

/// A line may end behind a blank or a Han character, but not before closing punctuation.
bool mayBreak(QStringView words, qsizetype at)
{
    if (at >= words.size() || words[at - 1] == u' ') {
        return true;
    }
    constexpr char16_t firstWide = 0x2E80;
    static const QString closing = QStringLiteral("，。；：、！？）》”");
    return words[at - 1].unicode() >= firstWide && !closing.contains(words[at]);
}

/// Paragraphs at line ends, wrapped at `textWidth`, each line behind `indent` blanks.
QString wrapped(const QString& words, qsizetype indent)
{
    QString text;
    const QString margin(indent, u' ');
    for (const QString& paragraph : words.split(u'\n')) {
        QString line;
        qsizetype from = 0;
        for (qsizetype at = 1; at <= paragraph.size(); ++at) {
            if (!mayBreak(paragraph, at)) {
                continue;
            }
            const QString piece = paragraph.mid(from, at - from);
            if (!line.isEmpty() && indent + cells(line) + cells(piece.trimmed()) > textWidth) {
                text += margin + line.trimmed() + u'\n';
                line.clear();
            }
            line += piece;
            from = at;
        }
        line = line.trimmed();
        text += line.isEmpty() ? QStringLiteral("\n") : QString(margin + line + u'\n');
    }
    return text;
}

/// "  --name VALUE     what it is", the words beginning in one column.
QString row(const QString& left, const QString& right, qsizetype column)
{
    QString text = QStringLiteral("  ") + left;
    if (right.isEmpty()) {
        return text + u'\n';
    }
    const QString words = wrapped(right, column);
    if (cells(text) + 2 > column) {
        return text + u'\n' + words;
    }
    text += QString(column - cells(text), u' ');
    return text + words.mid(column);
}

QString optionWords(const OptionHelp& option)
{
    QString words = option.name;
    if (!option.isPositional && !option.value.isEmpty()) {
        words += u' ' + option.value;
    }
    return option.isRepeated ? words + QStringLiteral(" …") : words;
}

OptionHelp describeOption(const CLI::Option& option)
{
    OptionHelp help;
    help.isPositional = option.get_positional();
    help.name
        = QString::fromStdString(help.isPositional ? option.get_name(true) : option.get_name());
    help.name = help.name.section(u',', -1); // "-h,--help"
    help.about = helpSentence(option.get_description().c_str());
    help.isRequired = option.get_required();
    help.isRepeated = option.get_items_expected_max() > 1
        && option.get_multi_option_policy() == CLI::MultiOptionPolicy::Throw;
    if (option.get_items_expected_max() == 0) {
        return help;
    }
    const QString type = QString::fromStdString(option.get_type_name());
    const qsizetype brace = type.indexOf(u'{');
    if (brace >= 0) {
        help.choices = type.mid(brace + 1, type.indexOf(u'}') - brace - 1).split(u',');
        help.value = help.choices.join(u'|');
    } else {
        help.value = type.section(u':', 0, 0).section(u' ', 0, 0);
        if (help.value == QLatin1String("INT") || help.value == QLatin1String("UINT")
            || help.value == QLatin1String("FLOAT")) {
            help.value = QStringLiteral("N");
        }
    }
    return help;
}

QString optionRows(const std::vector<OptionHelp>& options, bool positional, const char* heading)
{
    constexpr qsizetype column = 30;
    QString text;
    for (const OptionHelp& option : options) {
        if (option.isPositional != positional) {
            continue;
        }
        QString about = option.about;
        if (option.isRequired && !positional) {
            about += helpSentence(QT_TRANSLATE_NOOP("ctl::Help", " (required)"));
        }
        text += row(optionWords(option), about, column);
    }
    return text.isEmpty() ? text : u'\n' + helpSentence(heading) + u'\n' + text;
}

QString commandRows(const std::vector<CommandHelp>& commands)
{
    constexpr qsizetype column = 18;
    QString text;
    for (const CommandHelp& command : commands) {
        text += row(command.words.back(), command.about, column);
    }
    return text.isEmpty()
        ? text
        : u'\n' + helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Commands:")) + u'\n' + text;
}

QString exampleRows(const QStringList& examples)
{
    if (examples.isEmpty()) {
        return {};
    }
    return u'\n'
        + (examples.size() == 1 ? helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Example:"))
                                : helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Examples:")))
        + QStringLiteral("\n  ") + examples.join(QStringLiteral("\n  ")) + u'\n';
}

} // namespace

QString helpSentence(const char* english)
{
    return *english == '\0' ? QString() : QCoreApplication::translate("ctl::Help", english);
}

CommandHelp describe(const CLI::App& app, const Lessons& lessons)
{
    CommandHelp help;
    for (const CLI::App* at = &app; at->get_parent() != nullptr; at = at->get_parent()) {
        help.words.prepend(QString::fromStdString(at->get_name()));
    }
    help.about = helpSentence(app.get_description().c_str());
    if (const auto lesson = lessons.find(&app); lesson != lessons.end()) {
        help.more = helpSentence(lesson->second.more.c_str());
        for (const QString& line :
             QString::fromStdString(lesson->second.examples).split(u'\n', Qt::SkipEmptyParts)) {
            help.examples.append(line.trimmed());
        }
    }
    for (const CLI::Option* option : app.get_options()) {
        // --help stands at the program alone; every command has it.
        const bool isHelp = option == app.get_help_ptr() || option == app.get_help_all_ptr();
        if (!isHelp || app.get_parent() == nullptr) {
            help.options.push_back(describeOption(*option));
        }
    }
    for (const CLI::App* command : app.get_subcommands({})) {
        if (!command->get_group().empty()) {
            help.commands.push_back(describe(*command, lessons));
        }
    }
    return help;
}

QString synopsis(const CommandHelp& command)
{
    QString words = QStringLiteral("dossierctl");
    if (command.words.isEmpty()) {
        return words + QStringLiteral(" [OPTION …] COMMAND …");
    }
    words += u' ' + command.name();
    if (!command.commands.empty()) {
        words += QStringLiteral(" COMMAND …");
    }
    for (const bool positional : {true, false}) {
        for (const OptionHelp& option : command.options) {
            if (option.isPositional == positional) {
                words += option.isRequired
                    ? QString(u' ' + optionWords(option))
                    : QString(QStringLiteral(" [") + optionWords(option) + u']');
            }
        }
    }
    return words;
}

QString helpText(const CommandHelp& command, bool everything)
{
    QString text = helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Usage:")) + u'\n'
        + wrapped(synopsis(command), 2) + u'\n' + wrapped(command.about, 0);
    if (!command.more.isEmpty()) {
        text += u'\n' + wrapped(command.more, 0);
    }
    text += optionRows(command.options, true, QT_TRANSLATE_NOOP("ctl::Help", "Arguments:"));
    text += optionRows(command.options, false, QT_TRANSLATE_NOOP("ctl::Help", "Options:"));
    if (!everything) {
        text += commandRows(command.commands);
    }
    if (command.words.isEmpty()) {
        text += u'\n' + helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Exit codes:")) + u'\n';
        for (const auto& [code, meaning] : exitCodes()) {
            text += row(QString::number(code), meaning, 6);
        }
    }
    text += exampleRows(command.examples);
    if (!command.words.isEmpty() && !everything) {
        text += u'\n'
            + wrapped(helpSentence(QT_TRANSLATE_NOOP("ctl::Help",
                                                     "dossierctl --help names the options of every "
                                                     "command (--office, --user, --json …).")),
                      0);
    }
    if (everything) {
        for (const CommandHelp& below : command.commands) {
            text += u'\n' + QString(textWidth, u'-') + u'\n' + helpText(below, true);
        }
    }
    return text;
}

std::vector<std::pair<int, QString>> exitCodes()
{
    return {
        {Done, helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Done."))},
        {Failed,
         helpSentence(
             QT_TRANSLATE_NOOP("ctl::Help",
                               "Refused or failed: one sentence on standard error says why, and "
                               "nothing is half done."))},
        {WrongUsage, helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Called in a wrong way."))},
        {NotLoggedIn,
         helpSentence(QT_TRANSLATE_NOOP(
             "ctl::Help", "Wrong user, password or second secret; or a person without access."))},
        {NotAllowed, helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "This person may not do that."))},
        {TryLater,
         helpSentence(QT_TRANSLATE_NOOP(
             "ctl::Help", "The office is busy or out of reach; trying again later is safe."))},
        {Damaged, helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Damage or tampering was found."))},
        {ChangedMeanwhile,
         helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Somebody else changed the record first."))},
    };
}

} // namespace ctl
