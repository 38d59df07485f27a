// The other spellings that Windows has for a folder.
#include "cli/CommandLine.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace tests;

namespace {

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

TEST_CASE("an office is opened by its path on this computer's own share")
{
    const CommandLine acme;
    const QString path = QDir::toNativeSeparators(acme.path({}));
    const QString share = u"\\\\localhost\\%1$"_s.arg(path[0]) + path.mid(2);
    if (!QDir(share).exists()) {
        SKIP("no administrative shares here");
    }
    makeOffice(acme);
    checkSameOffice(acme, share + u"Acme.dossier"_s);
}
