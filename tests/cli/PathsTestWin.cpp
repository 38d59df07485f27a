// The other spellings that Windows has for a folder.
#include "cli/CommandLine.h"

#include <QDir>
#include <QProcess>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace tests;

namespace {

constexpr int longestMs = 120'000;

/// As another computer names it, native. Administrators have these shares on Windows; Wine gets them from own-share.sh.
QString onOwnShare(const QString& path)
{
    const QString native = QDir::toNativeSeparators(path);
    const QString drive = u"\\\\localhost\\%1$"_s.arg(native[0]);
    if (!QDir(drive + u'\\').exists()) {
        SKIP("no administrative shares here");
    }
    return drive + native.mid(2);
}

void checkSameOffice(const CommandLine& acme, const QString& office)
{
    const Answer answer = acme.run(u"--office \"%1\" client list"_s.arg(office));
    INFO(office.toStdString() << ' ' << answer.error.toStdString());
    CHECK(answer.exit == 0);
    CHECK(answer.json().value(u"total"_s) == 1);
    CHECK(acme.run(u"--office \"%1\" client add --force --set name=Beta"_s.arg(office)).exit == 0);
    CHECK(acme.run(u"client list"_s).json().value(u"total"_s) == 2);
}

void makeOffice(const CommandLine& acme)
{
    REQUIRE(acme.run(u"office create --name Acme --admin li --recovery-file code.txt "
                     "--kdf-memory 64"_s)
                .exit
            == 0);
    REQUIRE(acme.run(u"client add --set name=Alpha"_s).exit == 0);
}

} // namespace

TEST_CASE("an office is opened by its path behind the mark for long paths")
{
    const CommandLine acme;
    makeOffice(acme);
    checkSameOffice(acme, u"\\\\?\\"_s + QDir::toNativeSeparators(acme.path(u"Acme.dossier"_s)));
}

TEST_CASE("an office is opened by its path with backslashes and other capitals")
{
    const CommandLine acme;
    makeOffice(acme);
    checkSameOffice(acme, QDir::toNativeSeparators(acme.path(u"ACME.Dossier"_s)));
}

TEST_CASE("an office is opened by its path on this computer's own share, also behind the mark")
{
    const CommandLine acme;
    const QString share = onOwnShare(acme.path(u"Acme.dossier"_s));
    makeOffice(acme);
    SECTION("plain")
    {
        checkSameOffice(acme, share);
    }
    SECTION("with slashes")
    {
        checkSameOffice(acme, QDir::fromNativeSeparators(share));
    }
    SECTION("marked")
    {
        checkSameOffice(acme, u"\\\\?\\UNC\\"_s + share.mid(2));
    }
}

TEST_CASE("an office is made on a share, in a long path with blanks and Chinese letters")
{
    const CommandLine acme;
    const QString step = u"客户 资料 "_s + QString(60, u'长');
    const QString folder = acme.path(QStringList{step, step, step, step}.join(u'/'));
    REQUIRE(QDir().mkpath(folder));
    const QString office = onOwnShare(folder + u"/Acme 公司.dossier"_s);
    REQUIRE(office.size() > 260);
    const QString on = u"--office \"%1\" "_s.arg(office);
    const Answer made = acme.run(
        on + u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s);
    INFO(made.error.toStdString());
    REQUIRE(made.exit == 0);
    CHECK(acme.run(on + u"client add --set name=客户"_s).exit == 0);
    CHECK(acme.run(on + u"client list"_s).json().value(u"total"_s) == 1);
    CHECK(acme.run(on + u"office check"_s).json().value(u"ok"_s) == true);
}

TEST_CASE("one program names an office by its drive and one by the share, and both save at once")
{
    constexpr int each = 30;
    const CommandLine acme;
    const QString share = onOwnShare(acme.path(u"Acme.dossier"_s));
    makeOffice(acme);
    QProcess programs[2];
    for (QProcess& program : programs) {
        QStringList words{u"--json"_s, u"batch"_s, u"-"_s};
        if (&program == &programs[1]) {
            words = QStringList{u"--office"_s, share} + words;
        }
        acme.prepare(program, words);
        program.start();
        REQUIRE(program.waitForStarted());
    }
    for (int i = 0; i < each; ++i) {
        for (QProcess& program : programs) {
            program.write("client add --force --set name=Both\n");
        }
    }
    for (QProcess& program : programs) {
        program.closeWriteChannel();
    }
    for (QProcess& program : programs) {
        REQUIRE(program.waitForFinished(longestMs));
        INFO(program.readAllStandardError().toStdString());
        CHECK(program.exitCode() == 0);
        CHECK(program.readAllStandardOutput().count("\"exit\":0") == each);
    }
    CHECK(acme.run(u"client list"_s).json().value(u"total"_s) == 1 + 2 * each);
    CHECK(acme.run(u"office check"_s).json().value(u"ok"_s) == true);
}
