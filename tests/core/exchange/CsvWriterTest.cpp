#include "core/exchange/CsvWriter.h"

#include "tests/core/exchange/ExchangeFiles.h"

#include <QDir>

#include <catch2/generators/catch_generators.hpp>

using namespace exchangetest;

TEST_CASE("A cell that a spreadsheet would run or damage is guarded, and comes back as it was")
{
    struct Case
    {
        QString text;
        bool guarded;
    };
    const Case cases[]{
        {u"=1+1"_qs, true},         {u"  =1+1"_qs, true},
        {u"\t=1+1"_qs, true},       {u"\n@x"_qs, true},
        {u"\rx"_qs, true},          {u"+8613800138000"_qs, true},
        {u"-减号公司"_qs, true},    {u"@备注"_qs, true},
        {u"＝公式"_qs, true},       {u"　＠x"_qs, true},
        {u"000123"_qs, true},       {u"440301199003070011"_qs, true},
        {u"1e5"_qs, true},          {u"3-5"_qs, true},
        {u"1.10"_qs, true},         {u"'quoted"_qs, true},
        {u"''twice"_qs, true},      {u"'=1"_qs, true},
        {u"Acme"_qs, false},        {u"O'Brien"_qs, false},
        {u"13800138000"_qs, false}, {u"0512-38183752"_qs, false},
        {u"2026-03-02"_qs, false},  {u"42"_qs, false},
        {u"0"_qs, false},           {u""_qs, false},
        {u"a=b"_qs, false},         {u"12 High Street"_qs, false},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        const QString cell = guardedCell(c.text);
        CHECK((cell != c.text) == c.guarded);
        CHECK(unguardedCell(cell) == c.text);
        if (c.guarded) {
            CHECK(cell.front() == u'\'');
        }
    }
}

TEST_CASE("An apostrophe that is no guard stays")
{
    CHECK(unguardedCell(u"'t Hooft"_qs) == u"'t Hooft"_qs);
    CHECK(unguardedCell(u"'"_qs) == u"'"_qs);
}

TEST_CASE("What was written is read again, in every encoding")
{
    const QString encoding = GENERATE(u"utf-8-bom"_qs, u"utf-8"_qs, u"gb18030"_qs);
    const Files files;
    const QString path = files.path(u"out.csv"_qs);
    const QStringList cells{u"北京\"天元\"科技,有限公司"_qs,
                            u"two\nlines"_qs,
                            u" blanks "_qs,
                            u"=1"_qs,
                            u""_qs,
                            u"a;b\tc"_qs,
                            u"𠮷野"_qs};
    auto writer = CsvWriter::create(path, encoding);
    REQUIRE(writer);
    REQUIRE(writer->write({u"名称"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs, u"g"_qs}));
    REQUIRE(writer->write(cells));
    auto bytes = writer->finish();
    REQUIRE(bytes);
    CHECK(*bytes == QFileInfo(path).size());
    CHECK(files.read(u"out.csv"_qs).startsWith("\xEF\xBB\xBF") == (encoding == u"utf-8-bom"_qs));
    auto reader = CsvReader::open(path);
    REQUIRE(reader);
    REQUIRE(reader->next());
    auto row = reader->next();
    REQUIRE(row);
    REQUIRE(*row);
    QStringList back;
    for (const QString& cell : (*row)->cells) {
        back.append(unguardedCell(cell));
    }
    CHECK(back == cells);
}

TEST_CASE("A file that is given up leaves nothing, and does not touch the one before")
{
    const Files files;
    const QString path = files.write(u"out.csv"_qs, "before");
    {
        auto writer = CsvWriter::create(path);
        REQUIRE(writer);
        REQUIRE(writer->write({u"half"_qs}));
    }
    CHECK(files.read(u"out.csv"_qs) == "before");
    CHECK(QFileInfo(path).dir().entryList(QDir::Files).size() == 1);
}

#ifndef Q_OS_WIN // there a new file has the rights of its folder
TEST_CASE("A written file is its owner's alone")
{
    const Files files;
    auto writer = CsvWriter::create(files.path(u"out.csv"_qs));
    REQUIRE(writer);
    REQUIRE(writer->finish());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    CHECK((QFile::permissions(files.path(u"out.csv"_qs)) & others) == QFile::Permissions());
}
#endif

TEST_CASE("Where no file can be, the writer says so")
{
    const Files files;
    CHECK_FALSE(CsvWriter::create(files.path(u"."_qs)));
    CHECK_FALSE(CsvWriter::create(files.path(u"no/such/folder/out.csv"_qs)));
    CHECK_FALSE(CsvWriter::create(files.path(u"out.csv"_qs), u"latin1"_qs));
}
