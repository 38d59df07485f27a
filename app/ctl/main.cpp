// dossierctl: the command line over the same core as the window.
#include "app/ctl/CommandLine.h"
#include "app/ctl/ShellWords.h"
#include "app/ctl/Terminal.h"
#include "core/base/CompiledPatterns.h"
#include "core/base/CrashDumps.h"
#include "core/base/Language.h"
#include "core/base/Log.h"
#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/LockTest.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

#include <cstdio>

namespace {

void writeLine(std::FILE* stream, const QString& line)
{
    ctl::writeText(stream, line.endsWith(u'\n') ? line : line + u'\n');
}

QString indented(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

void print(const ctl::Outcome& outcome, bool json)
{
    if (outcome.error) {
        if (json) {
            writeLine(stdout, indented(ctl::errorDocument(outcome)));
        } else if (!outcome.text.isEmpty()) {
            writeLine(stdout, outcome.text);
        }
        writeLine(stderr, outcome.error->message);
    } else if (json) {
        writeLine(stdout, indented(outcome.json));
    } else if (!outcome.text.isEmpty()) {
        writeLine(stdout, outcome.text);
    }
}

/// {"line": N, "exit": CODE, "result": {…}} or "error", one line each.
QString answerLine(int line, const ctl::Outcome& outcome)
{
    QJsonObject answer{{QStringLiteral("line"), line}, {QStringLiteral("exit"), outcome.exitCode}};
    if (outcome.error) {
        answer.insert(QStringLiteral("error"),
                      ctl::errorDocument(outcome).value(QStringLiteral("error")));
        if (!outcome.json.isEmpty()) {
            answer.insert(QStringLiteral("result"), outcome.json);
        }
    } else {
        answer.insert(QStringLiteral("result"), outcome.json);
    }
    return QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
}

QString languageIn(const QStringList& words)
{
    const QString option = QStringLiteral("--language");
    QString language;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == option) {
            language = words.value(i + 1);
        } else if (words[i].startsWith(option + u'=')) {
            language = words[i].mid(option.size() + 1);
        }
    }
    return language;
}

int runBatch(const QString& file, ctl::Context& context)
{
    QFile source;
    bool opened = false;
    if (file == QLatin1String("-")) {
        // Its first line may be the password: that comes before any command.
        if (context.options().passwordFile == QLatin1String("-")) {
            if (auto first = context.password(); !first) {
                print(first.error(), context.options().json);
                return ctl::Failed;
            }
        }
        opened = source.open(stdin, QIODevice::ReadOnly);
    } else {
        source.setFileName(file);
        opened = source.open(QIODevice::ReadOnly);
    }
    if (!opened) {
        print(core::Error{core::ErrorCode::Io,
                          QCoreApplication::translate("ctl::Batch",
                                                      "The file with the commands cannot be read."),
                          {}},
              context.options().json);
        return ctl::Failed;
    }
    for (int number = 1;; ++number) {
        QByteArray bytes = source.readLine();
        if (bytes.isEmpty()) {
            return ctl::Done;
        }
        const auto words = ctl::shellWords(QString::fromUtf8(bytes));
        if (words && words->isEmpty()) {
            continue;
        }
        const ctl::Outcome outcome
            = words ? ctl::runWords(*words, context) : ctl::wrongUsage(words.error());
        writeLine(stdout, answerLine(number, outcome));
        context.flushLooks(core::FlushLooks::IfDue);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (const auto code = core::runAsLockTestChild(argc, argv)) {
        return *code;
    }
    core::keepNoCrashDumps();
    core::avoidCompiledPatterns();
    ctl::prepareStreams();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Dossier"));
    QCoreApplication::setApplicationName(QStringLiteral("Dossier"));
    core::initResources();
    core::startLog(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                   + QStringLiteral("/logs/dossierctl.log"));
    core::initCrypto();
    core::registerCipherDriver();

    const QStringList words = QCoreApplication::arguments().mid(1);
    core::useLanguage(languageIn(words)); // what the parser says of wrong words is in it, too
    ctl::CommandLine line;
    const auto answered = line.parse(words);
    const ctl::GlobalOptions options = line.options();
    if (answered) {
        print(*answered, options.json);
        return answered->exitCode;
    }
    ctl::Context context(options);
    if (!line.action()) {
        const int code = runBatch(line.batchFile(), context);
        context.close();
        return code;
    }
    const ctl::Outcome outcome = ctl::runAction(line.action(), context);
    context.close();
    print(outcome, options.json);
    return outcome.exitCode;
}
