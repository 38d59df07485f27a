#include "cli/CommandLine.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

namespace tests {

namespace {

constexpr int longestMs = 120'000;

} // namespace

QStringList Answer::missing(const QStringList& keys) const
{
    QStringList absent;
    const QJsonObject object = json();
    for (const QString& key : keys) {
        if (!object.contains(key)) {
            absent.append(key);
        }
    }
    return absent;
}

CommandLine::CommandLine()
{
    actAs(QStringLiteral("li"), QStringLiteral("granite walrus umbrella"));
}

void CommandLine::actAs(const QString& user, const QString& password)
{
    m_user = user;
    m_password = write(user + QStringLiteral(".password"), password.toUtf8() + '\n');
}

QString CommandLine::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return file.fileName();
}

QByteArray CommandLine::read(const QString& name) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString CommandLine::dataFolder() const
{
#ifdef Q_OS_WIN
    // The system says where dossierctl's data lies: among the person's own.
    QStandardPaths::setTestModeEnabled(false);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/Dossier/Dossier");
    QStandardPaths::setTestModeEnabled(true);
    return folder;
#else
    return path(QStringLiteral("home"));
#endif
}

void CommandLine::forgetOffice(const QString& id) const
{
#ifdef Q_OS_WIN
    const QDir notes(dataFolder() + QStringLiteral("/offices"));
    const QStringList names = notes.entryList({id + u'*'}, QDir::AllEntries | QDir::NoDotAndDotDot);
    REQUIRE_FALSE(names.isEmpty());
    for (const QString& name : names) {
        const QString file = notes.filePath(name);
        CHECK((QFileInfo(file).isDir() ? QDir(file).removeRecursively() : QFile::remove(file)));
    }
#else
    Q_UNUSED(id)
    REQUIRE(QDir(dataFolder()).removeRecursively());
#endif
}

void CommandLine::prepare(QProcess& process, const QStringList& arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DOSSIER_OFFICE", "DOSSIER_USER", "DOSSIER_PASSWORD_FILE"}) {
        environment.remove(QLatin1String(name));
    }
    // What a computer remembers of offices lies in the user's folders: here, in the test's own.
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
        environment.insert(QLatin1String(name), path(QStringLiteral("home")));
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    const QStringList who{QStringLiteral("--office"),
                          path(QStringLiteral("Acme.dossier")),
                          QStringLiteral("--user"),
                          m_user,
                          QStringLiteral("--password-file"),
                          m_password,
                          QStringLiteral("--language"),
                          QStringLiteral("en")};
    process.setProgram(qEnvironmentVariable("DOSSIERCTL"));
    process.setArguments(who + arguments);
}

Answer CommandLine::call(const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    prepare(process, arguments);
    process.start();
    REQUIRE(process.waitForStarted());
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(longestMs));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Answer CommandLine::run(const QString& line, const QByteArray& input) const
{
    return call(QStringList{QStringLiteral("--json")} + QProcess::splitCommand(line), input);
}

Answer CommandLine::plain(const QString& line) const
{
    return call(QProcess::splitCommand(line), {});
}

QList<QJsonObject> CommandLine::batch(const QStringList& lines) const
{
    const Answer answer = run(QStringLiteral("batch -"), lines.join(u'\n').toUtf8() + '\n');
    INFO(answer.error.toStdString());
    REQUIRE(answer.exit == 0);
    QList<QJsonObject> answers;
    for (const QByteArray& line : answer.out.split('\n')) {
        if (!line.isEmpty()) {
            answers.append(QJsonDocument::fromJson(line).object());
        }
    }
    REQUIRE(answers.size() == lines.size());
    return answers;
}

} // namespace tests
