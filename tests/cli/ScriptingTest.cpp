#include "cli/CommandLine.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// The blocks marked `sh` of a page, in their order.
QByteArray shellOf(const QByteArray& page)
{
    QByteArray script;
    bool isInside = false;
    for (const QByteArray& line : page.split('\n')) {
        if (line.startsWith("```")) {
            isInside = line == "```sh";
        } else if (isInside) {
            script += line + '\n';
        }
    }
    return script;
}

} // namespace

TEST_CASE("the page on scripting runs as it is written")
{
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    if (bash.isEmpty() || QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
        SKIP("no bash or no python3 here");
    }
    QFile page(qEnvironmentVariable("DOSSIER_PACKAGING") + u"/scripting.md"_s);
    REQUIRE(page.open(QIODevice::ReadOnly | QIODevice::Text));
    const CommandLine line;
    line.write(u"page.sh"_s, shellOf(page.readAll()));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s,
                       QFileInfo(qEnvironmentVariable("DOSSIERCTL")).absolutePath() + u':'
                           + environment.value(u"PATH"_s));
    environment.insert(u"HOME"_s, line.path(u"home"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
        environment.insert(QLatin1String(name), line.path(u"home"_s));
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(line.path({}));
    process.start(bash, QStringList{u"--norc"_s, u"-eu"_s, u"page.sh"_s});
    REQUIRE(process.waitForFinished(120'000));
    const QByteArray out = process.readAllStandardOutput();
    INFO(out.toStdString());
    INFO(process.readAllStandardError().toStdString());
    CHECK(process.exitCode() == 0);
    CHECK(out.contains("somebody must look (exit 1)"));
    CHECK(out.contains("Globe Trading Ltd"));
    CHECK(out.contains("exit 7"));
    const auto rights = QFile::permissions(line.path(u"importer.password"_s));
    CHECK_FALSE((rights & (QFile::ReadGroup | QFile::ReadOther)));
}
