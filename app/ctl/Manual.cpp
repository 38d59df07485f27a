// dossierctl manual: the page for man(1), written from the program's own commands.
#include "app/ctl/Help.h"

#include <QCoreApplication>

namespace ctl {

namespace {

/// Text of a line: nothing in it may be read as a request or an escape.
QString roff(QString words)
{
    words.replace(u'\\', QStringLiteral("\\e"));
    words.replace(u'-', QStringLiteral("\\-"));
    words.replace(QStringLiteral("…"), QStringLiteral("\\&..."));
    words.replace(u'"', QStringLiteral("\\(dq"));
    words.replace(QStringLiteral("\n\n"), QStringLiteral("\n.PP\n"));
    QStringList lines = words.split(u'\n');
    for (QString& line : lines) {
        if (line.startsWith(u'\'') || (line.startsWith(u'.') && line != QLatin1String(".PP"))) {
            line.prepend(QStringLiteral("\\&"));
        }
    }
    return lines.join(QStringLiteral("\n.br\n"))
        .replace(QStringLiteral("\n.br\n.PP\n.br\n"), QStringLiteral("\n.PP\n"));
}

QString section(const char* title)
{
    return QStringLiteral(".SH \"") + helpSentence(title) + QStringLiteral("\"\n");
}

QString tagged(const QString& tag, const QString& words)
{
    return QStringLiteral(".TP\n.B ") + roff(tag) + u'\n' + roff(words) + u'\n';
}

QString options(const CommandHelp& command)
{
    QString page;
    for (const OptionHelp& option : command.options) {
        QString tag = option.name;
        if (!option.isPositional && !option.value.isEmpty()) {
            tag += u' ' + option.value;
        }
        page += tagged(tag, option.about);
    }
    return page;
}

QString examples(const CommandHelp& command)
{
    if (command.examples.isEmpty()) {
        return {};
    }
    QString page = QStringLiteral(".PP\n")
        + helpSentence(QT_TRANSLATE_NOOP("ctl::Help", "Example:")) + QStringLiteral("\n.RS\n.nf\n");
    for (const QString& example : command.examples) {
        page += roff(example) + u'\n';
    }
    return page + QStringLiteral(".fi\n.RE\n");
}

QString commandPages(const CommandHelp& command)
{
    QString page;
    if (!command.words.isEmpty() && command.commands.empty()) {
        page += QStringLiteral(".SS \"") + roff(command.name()) + QStringLiteral("\"\n.B ")
            + roff(synopsis(command)) + QStringLiteral("\n.PP\n") + roff(command.about) + u'\n';
        if (!command.more.isEmpty()) {
            page += QStringLiteral(".PP\n") + roff(command.more) + u'\n';
        }
        page += options(command) + examples(command);
    }
    for (const CommandHelp& below : command.commands) {
        page += commandPages(below);
    }
    return page;
}

} // namespace

QString manualPage(const CommandHelp& program)
{
    QString page = QStringLiteral(
        ".\\\" Written by `dossierctl manual`; the target `ctl_docs` writes it anew.\n"
        ".TH DOSSIERCTL 1 \"\" \"Dossier\" \"Dossier\"\n");
    page += section(QT_TRANSLATE_NOOP("ctl::Help", "NAME")) + QStringLiteral("dossierctl \\- ")
        + roff(program.about) + u'\n';
    page += section(QT_TRANSLATE_NOOP("ctl::Help", "SYNOPSIS")) + QStringLiteral(".B ")
        + roff(synopsis(program)) + u'\n';
    page += section(QT_TRANSLATE_NOOP("ctl::Help", "DESCRIPTION")) + roff(program.more) + u'\n'
        + examples(program);
    page += section(QT_TRANSLATE_NOOP("ctl::Help", "OPTIONS")) + options(program);
    page += section(QT_TRANSLATE_NOOP("ctl::Help", "COMMANDS")) + commandPages(program);
    page += section(QT_TRANSLATE_NOOP("ctl::Help", "EXIT STATUS"));
    for (const auto& [code, meaning] : exitCodes()) {
        page += tagged(QString::number(code), meaning);
    }
    page += section(QT_TRANSLATE_NOOP("ctl::Help", "ENVIRONMENT"));
    page += tagged(
        QStringLiteral("DOSSIER_OFFICE, DOSSIER_USER, DOSSIER_PASSWORD_FILE"),
        helpSentence(QT_TRANSLATE_NOOP(
            "ctl::Help",
            "Stand for --office, --user and --password-file where these are not given.")));
    return page;
}

} // namespace ctl
