// Offices and tables in folders as people name them: Chinese, with blanks, and deeper than Windows' old limit of 260 characters.
#include "cli/CommandLine.h"

#include <QDir>
#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace tests;

namespace {

/// Makes an office in `folder`, imports a table beside it, changes, exports beside it and checks.
void workIn(const QString& folder)
{
    const CommandLine line;
    REQUIRE(QDir().mkpath(folder));
    const QDir place(folder);
    const QString office = place.filePath(u"苏州 分公司.dossier"_s);
    const auto run = [&line, &office](const QString& words) {
        const Answer answer = line.run(u"--office \"%1\" "_s.arg(office) + words);
        INFO(words.toStdString() << answer.error.toStdString());
        REQUIRE(answer.exit == 0);
        return answer.json();
    };
    run(u"office create --name 苏州分公司 --admin li --recovery-file \"%1\" --kdf-memory 64"_s.arg(
        place.filePath(u"恢复 码.txt"_s)));
    QFile table(place.filePath(u"客户 表.csv"_s));
    REQUIRE(table.open(QIODevice::WriteOnly));
    table.write(u"名称,城市\n苏州一号贸易有限公司,苏州\n无锡二号贸易有限公司,无锡\n"_s.toUtf8());
    table.close();
    CHECK(run(u"import \"%1\""_s.arg(table.fileName())).value(u"created"_s) == 2);
    CHECK(run(u"client search 无锡"_s).value(u"total"_s) == 1);
    const QString out = place.filePath(u"导出 表.csv"_s);
    run(u"export \"%1\""_s.arg(out));
    CHECK(QFileInfo(out).size() > 0);
    CHECK(run(u"office check"_s).value(u"ok"_s) == true);
    CHECK(QFileInfo::exists(office + u"/office.db-journal"_s));
}

} // namespace

TEST_CASE("an office and its tables lie in folders with Chinese names and blanks")
{
    const QTemporaryDir folder;
    workIn(folder.filePath(u"我的 文档/客户 档案 (2026)"_s));
}

TEST_CASE("an office and its tables lie in a folder whose path has more than 260 characters")
{
    const QTemporaryDir folder;
    QString deep = folder.path();
    while (deep.size() < 300) {
        deep += u"/a folder within a folder, 很深"_s;
    }
    workIn(deep);
}

TEST_CASE("what another program reads is UTF-8 with line ends of one byte, in Chinese, too")
{
    const CommandLine line;
    const Answer help = line.plain(u"--language zh --help"_s);
    CHECK(help.exit == 0);
    CHECK(help.out.contains(u"客户"_s.toUtf8()));
    CHECK_FALSE(help.out.contains('\r'));
    const Answer refused = line.plain(u"--language zh client list"_s);
    CHECK(refused.exit != 0);
    CHECK(QString::fromUtf8(refused.error).toUtf8() == refused.error);
    CHECK_FALSE(refused.error.contains('?'));
}
