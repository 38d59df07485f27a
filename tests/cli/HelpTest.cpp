#include "cli/CommandLine.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// Every command that runs something, by its words.
QStringList commandsOf(const CommandLine& line, const QString& words = {})
{
    const QJsonArray below = line.run(words + u" --help"_s).json().value(u"commands"_s).toArray();
    if (below.isEmpty()) {
        return {words};
    }
    QStringList all;
    for (const QJsonValue& one : below) {
        all += commandsOf(line, one.toString());
    }
    return all;
}

QString helpOf(const CommandLine& line, const QString& words, const QString& language)
{
    return line.run(words + u" --help --language "_s + language).json().value(u"help"_s).toString();
}

QByteArray packaged(const QString& name)
{
    QFile file(qEnvironmentVariable("DOSSIER_PACKAGING") + u'/' + name);
    return file.open(QIODevice::ReadOnly | QIODevice::Text) ? file.readAll() : QByteArray();
}

QByteArray written(const CommandLine& line, const QString& words)
{
    return line.run(words).json().value(u"text"_s).toString().toUtf8();
}

} // namespace

TEST_CASE("every command has an example that begins with the program, and explains each argument")
{
    const CommandLine line;
    const QStringList commands = commandsOf(line);
    REQUIRE(commands.contains(u"client add"_s));
    CHECK_FALSE(commands.contains(u"manual"_s));
    for (const QString& words : commands) {
        INFO(words.toStdString());
        const QString help = helpOf(line, words, u"en"_s);
        const QStringList parts = help.split(QRegularExpression(u"\nExamples?:\n  "_s));
        REQUIRE(parts.size() == 2);
        CHECK((parts[1].startsWith(u"dossierctl"_s) || parts[1].contains(u"| dossierctl"_s)));
        CHECK(parts[1].contains(words));
        // A name in the list of options or arguments with nothing beside or below it.
        static const QRegularExpression silent(u"\n  [-A-Z]\\S*( \\S+)?( …)?\\s*\n(?! {8})"_s);
        CHECK_FALSE(parts[0].section(u"Usage:"_s, 1).section(u"\n\n"_s, 1).contains(silent));
    }
}

TEST_CASE("help asked for in Chinese has no English sentence left")
{
    const CommandLine line;
    static const QRegularExpression sentence(u"[a-z]{2,} [a-z]{2,} [a-z]{2,}"_s);
    for (const QString& words : commandsOf(line) + QStringList{QString()}) {
        INFO(words.toStdString());
        const QString help = helpOf(line, words, u"zh"_s);
        const QString said = help.section(u"\n\n"_s, 1).section(u"示例"_s, 0, 0);
        const QString left = sentence.match(said).captured();
        INFO(left.toStdString());
        CHECK(left.isEmpty());
    }
}

TEST_CASE("the manual page and the completions are those that the program writes")
{
    INFO("cmake --build --preset release --target ctl_docs writes them anew");
    const CommandLine line;
    CHECK((packaged(u"dossierctl.1"_s) == written(line, u"manual"_s)));
    CHECK((packaged(u"dossierctl.bash"_s) == written(line, u"completion bash"_s)));
    CHECK((packaged(u"dossierctl.ps1"_s) == written(line, u"completion powershell"_s)));
}

TEST_CASE("the manual page has a section for every command")
{
    const CommandLine line;
    const QString page = QString::fromUtf8(written(line, u"manual"_s));
    for (const QString& words : commandsOf(line)) {
        INFO(words.toStdString());
        CHECK(page.contains(u".SS \""_s + QString(words).replace(u'-', u"\\-"_s) + u"\"\n"_s));
    }
}

TEST_CASE("bash completes commands, options, choices, fields and files")
{
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    if (bash.isEmpty()) {
        SKIP("no bash here");
    }
    const CommandLine line;
    line.write(u"completion.bash"_s, written(line, u"completion bash"_s));
    line.write(u"clients.csv"_s, "name\n");
    struct Case
    {
        QString typed; ///< the last word is being completed
        QString offered; ///< contains these words, in any order
        QString never;
    };
    for (const Case& one :
         std::vector<Case>{{u"off"_s, u"office"_s, u"client"_s},
                           {u"office "_s, u"create info check"_s, u"--name"_s},
                           {u"--user li client "_s, u"add show list"_s, u"office"_s},
                           {u"client add --"_s, u"--set --force --json"_s, u"--filter"_s},
                           {u"client add --set na"_s, u"name="_s, u"--force"_s},
                           {u"client list --sort up"_s, u"updated_at"_s, u"name"_s},
                           {u"export out.csv --encoding "_s, u"utf-8 gb18030"_s, u"--format"_s},
                           {u"user add x --role "_s, u"sales auditor"_s, u"li"_s},
                           {u"duplicates decide A B "_s, u"same different"_s, u"scan"_s},
                           {u"import cl"_s, u"clients.csv"_s, u"client"_s},
                           {u"--language "_s, u"zh en"_s, u"office"_s}}) {
        INFO(one.typed.toStdString());
        QProcess process;
        process.setWorkingDirectory(line.path({}));
        process.start(bash,
                      {u"--norc"_s,
                       u"-c"_s,
                       u"source completion.bash; IFS=$'\\x1f' read -ra COMP_WORDS <<< \"$1\"; "
                       "[[ $1 == *$'\\x1f' ]] && COMP_WORDS+=(''); "
                       "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _dossierctl; "
                       "printf '%s\\n' \"${COMPREPLY[@]}\""_s,
                       u"bash"_s,
                       QString(u"dossierctl "_s + one.typed).replace(u' ', QChar(0x1f))});
        REQUIRE(process.waitForFinished());
        CHECK(process.readAllStandardError().isEmpty());
        const QStringList offered
            = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& wanted : one.offered.split(u' ')) {
            INFO(wanted.toStdString());
            CHECK(offered.contains(wanted));
        }
        CHECK_FALSE(offered.contains(one.never));
    }
}
