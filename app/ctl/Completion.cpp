// dossierctl completion bash|powershell: scripts that complete commands, options and the values that may stand there,
// written from the program's own commands.
#include "app/ctl/Help.h"
#include "core/records/Field.h"
#include "core/security/Role.h"

#include <QFile>

#include <functional>

namespace ctl {

namespace {

/// The word behind which everything is said of files.
const QString& fileMark()
{
    static const QString mark = QStringLiteral("@file");
    return mark;
}

/// What may stand for a value: its choices, the fields, the roles, files, or nothing that is known beforehand.
QString valuesOf(const OptionHelp& option)
{
    if (!option.choices.isEmpty()) {
        return option.choices.join(u' ');
    }
    if (option.value == QLatin1String("FILE") || option.value == QLatin1String("DIR")) {
        return fileMark();
    }
    QStringList words;
    if (option.value == QLatin1String("ROLE")) {
        for (const core::Role role : core::allRoles) {
            words.append(core::roleName(role));
        }
    } else if (option.value.startsWith(QLatin1String("FIELD"))) {
        const bool isChange = option.value.contains(u'=');
        for (const core::FieldInfo& info : core::allFields()) {
            if (!isChange) {
                words.append(core::fieldName(info.field));
            } else if (core::isEditable(info.field)) {
                words.append(core::fieldName(info.field) + u'=');
            }
        }
    }
    return words.join(u' ');
}

/// One line of the table: a command, what can follow it.
struct Line
{
    QString command;
    QStringList words; ///< commands below it, options
    QStringList values; ///< "--state=open overdue"; a word without dashes stands for the arguments
    QStringList takesValue; ///< options that are followed by one
};

void collect(const CommandHelp& command, std::vector<Line>& lines)
{
    Line line;
    line.command = command.name();
    for (const CommandHelp& below : command.commands) {
        line.words.append(below.words.back());
    }
    for (const OptionHelp& option : command.options) {
        if (!option.isPositional) {
            line.words.append(option.name);
            if (!option.value.isEmpty()) {
                line.takesValue.append(option.name);
            }
        }
        if (const QString values = valuesOf(option); !values.isEmpty()) {
            line.values.append((option.isPositional ? QStringLiteral("argument") : option.name)
                               + u'=' + values);
        }
    }
    lines.push_back(line);
    for (const CommandHelp& below : command.commands) {
        collect(below, lines);
    }
}

QString key(const QString& command, const QString& option)
{
    return command.isEmpty() ? option : command + u' ' + option;
}

/// `entry` makes one line of a script's table of name and words.
QString table(const std::vector<Line>& lines,
              const std::function<QStringList(const Line&)>& pairs,
              const QString& entry)
{
    QString text;
    for (const Line& line : lines) {
        const QStringList found = pairs(line);
        for (const QString& pair : found) {
            text += entry.arg(pair.section(u'\t', 0, 0), pair.section(u'\t', 1));
        }
    }
    return text;
}

QStringList wordPairs(const Line& line)
{
    return {line.command + u'\t' + line.words.join(u' ')};
}

QStringList valuePairs(const Line& line)
{
    QStringList pairs;
    for (const QString& values : line.values) {
        pairs.append(key(line.command, values.section(u'=', 0, 0)) + u'\t'
                     + values.section(u'=', 1));
    }
    return pairs;
}

QStringList takingPairs(const Line& line)
{
    QStringList pairs;
    for (const QString& option : line.takesValue) {
        pairs.append(key(line.command, option) + QStringLiteral("\t1"));
    }
    return pairs;
}

/// `frame` (resources/completion.*) with the three tables in it.
QString script(const QString& frame, const CommandHelp& program, const QString& entry)
{
    QFile file(frame);
    if (!file.open(QIODevice::ReadOnly)) {
        return {}; // it is built into the program
    }
    std::vector<Line> lines;
    collect(program, lines);
    std::vector<Line> named = lines;
    named.front().command = QStringLiteral("."); // the program itself: an empty key is none in bash
    return QString::fromUtf8(file.readAll())
        .arg(table(named, wordPairs, entry),
             table(lines, valuePairs, entry),
             table(lines, takingPairs, entry));
}

} // namespace

QString bashCompletion(const CommandHelp& program)
{
    return script(
        QStringLiteral(":/dossier/completion.bash"), program, QStringLiteral("    ['%1']='%2'\n"));
}

QString powershellCompletion(const CommandHelp& program)
{
    return script(
        QStringLiteral(":/dossier/completion.ps1"), program, QStringLiteral("    '%1' = '%2'\n"));
}

} // namespace ctl
