// Files that another program has open and keeps others out of, as spreadsheet programs, virus scanners and backups do on Windows.
#include "cli/CommandLine.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace tests;

namespace {

/// Keeps everybody else from reading and writing it as long as it lives, or only from writing.
class HeldFile
{
public:
    explicit HeldFile(const QString& path, DWORD others = 0)
        : m_handle(CreateFileW(QDir::toNativeSeparators(path).toStdWString().c_str(),
                               GENERIC_READ,
                               others,
                               nullptr,
                               OPEN_EXISTING,
                               FILE_ATTRIBUTE_NORMAL,
                               nullptr))
    {
        REQUIRE(m_handle != INVALID_HANDLE_VALUE);
    }
    ~HeldFile() { CloseHandle(m_handle); }
    HeldFile(const HeldFile&) = delete;
    HeldFile& operator=(const HeldFile&) = delete;

private:
    HANDLE m_handle;
};

/// In each language, by the words of the command line and by the JSON of scripts.
void checkSaysWhoHolds(const CommandLine& acme, const QString& line)
{
    struct Said
    {
        QString language;
        const char* words;
    };
    for (const Said& said : {Said{u"en"_s, "Another program has this file open"},
                             Said{u"zh"_s, "另一个程序正打开此文件，其他程序暂时无法使用"}}) {
        const QString spoken = u"--language %1 "_s.arg(said.language) + line;
        for (const Answer& answer : {acme.plain(spoken), acme.run(spoken)}) {
            INFO(spoken.toStdString() << ": " << answer.error.toStdString());
            CHECK(answer.exit == 1);
            CHECK(answer.error.contains(said.words));
        }
    }
}

} // namespace

TEST_CASE("a file that another program keeps others out of is named as such, and nothing is lost")
{
    const CommandLine acme;
    REQUIRE(acme.run(u"office create --name Acme --admin li --recovery-file code.txt "
                     "--kdf-memory 64"_s)
                .exit
            == 0);
    const QString rows = acme.write(u"rows.csv"_s, "name\nAcme Ltd\n");
    {
        const HeldFile spreadsheet(rows);
        checkSaysWhoHolds(acme, u"import rows.csv"_s);
    }
    CHECK(acme.run(u"import rows.csv"_s).json().value(u"created"_s) == 1);

    const QString out = acme.write(u"out.csv"_s, "from last time");
    {
        const HeldFile spreadsheet(out, FILE_SHARE_READ);
        checkSaysWhoHolds(acme, u"export out.csv"_s);
    }
    CHECK(acme.read(u"out.csv"_s) == "from last time");
    CHECK(acme.run(u"export out.csv"_s).exit == 0);

    {
        const HeldFile scanner(acme.path(u"Acme.dossier/office.db"_s));
        checkSaysWhoHolds(acme, u"client list"_s);
    }
    {
        const HeldFile one(acme.path(u"Acme.dossier/keyring.a"_s));
        CHECK(acme.run(u"client list"_s).exit == 0); // the other copy is enough
        const HeldFile both(acme.path(u"Acme.dossier/keyring.b"_s));
        checkSaysWhoHolds(acme, u"client list"_s);
    }
    CHECK(acme.run(u"client list"_s).json().value(u"total"_s) == 1);
    CHECK(acme.run(u"office check"_s).json().value(u"ok"_s) == true);
}
