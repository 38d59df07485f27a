#include "core/exchange/CsvReader.h"

#include "tests/core/exchange/ExchangeFiles.h"

#include <catch2/generators/catch_generators.hpp>

using namespace exchangetest;

namespace {

std::vector<CsvRow> readAll(const QString& path)
{
    auto reader = CsvReader::open(path);
    if (!reader) {
        FAIL(reader.error().message.toStdString());
    }
    std::vector<CsvRow> rows;
    while (true) {
        auto row = reader->next();
        REQUIRE(row);
        if (!*row) {
            return rows;
        }
        rows.push_back(**row);
    }
}

std::vector<CsvRow> readText(const QByteArray& bytes)
{
    const Files files;
    return readAll(files.write(bytes));
}

ErrorCode openingFails(const QString& path)
{
    auto reader = CsvReader::open(path);
    REQUIRE_FALSE(reader);
    CHECK_FALSE(reader.error().message.isEmpty());
    return reader.error().code;
}

} // namespace

TEST_CASE("A row's cells are what stands between the delimiters and marks")
{
    struct Case
    {
        const char* text;
        QStringList cells;
    };
    const Case cases[]{
        {"a,b,c", {u"a"_qs, u"b"_qs, u"c"_qs}},
        {"a,,c,", {u"a"_qs, u""_qs, u"c"_qs, u""_qs}},
        {"\"a,b\",c", {u"a,b"_qs, u"c"_qs}},
        {"\"say \"\"hi\"\"\",x", {u"say \"hi\""_qs, u"x"_qs}},
        {"\"two\nlines\",x", {u"two\nlines"_qs, u"x"_qs}},
        {"5\" screen,x", {u"5\" screen"_qs, u"x"_qs}},
        {"\"\",x", {u""_qs, u"x"_qs}},
        {" \"padded\",x", {u"padded"_qs, u"x"_qs}},
        {"\"Acme\" Ltd,x", {u"Acme Ltd"_qs, u"x"_qs}},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        const auto rows = readText(QByteArray("h1,h2\n") + c.text + "\n");
        REQUIRE(rows.size() == 2);
        CHECK(rows[1].cells == c.cells);
        CHECK(rows[1].problem.isEmpty());
    }
}

TEST_CASE("Every line end parts rows, and rows know where they begin")
{
    const QByteArray end = GENERATE(QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r"));
    const auto rows = readText("a,b" + end + "\"1" + end + "2\",x" + end + end + "c,d");
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].line == 2);
    CHECK(rows[2].cells.isEmpty());
    CHECK(rows[2].line == 4);
    CHECK(rows[3].line == 5);
    CHECK(rows[3].cells == QStringList{u"c"_qs, u"d"_qs});
}

TEST_CASE("The delimiter is the sign that parts the lines alike")
{
    struct Case
    {
        const char* text;
        char16_t delimiter;
    };
    const Case cases[]{
        {"a,b,c\n1,2,3\n", u','},
        {"a;b;c\n1,5;2,5;3,5\n1,5;2;3\n", u';'},
        {"a\tb\n1, 2\t3\n", u'\t'},
        {"a|b|c\n1|2|3\n", u'|'},
        {"name\nonly one\n", u','},
        {"name^phone\nA, Ltd^1\nB^2\n", u'^'},
        {"name:phone\nAcme:13800138000\nB:2\n", u':'},
        {"name~phone\nAcme~1\n", u'~'},
        // Times, web addresses and remarks hold colons as well.
        {"name,time\nAcme,09:30\nB,10:15\n", u','},
        {"name\nAcme: the shop\nB\n", u','},
        {"Name: Acme\nPhone: 138\n", u','},
        {"Kunde;Zeit\nA;9:30\nB;10:15\n", u';'},
        {"sep=;\na,b;c\n1,2;3\n", u';'},
        {"\"sep=|\"\r\na,b|c\r\n", u'|'},
        {"\xEF\xBB\xBFSEP=,\r\na;b,c\r\n", u','},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        const Files files;
        auto reader = CsvReader::open(files.write(c.text));
        REQUIRE(reader);
        CHECK(reader->delimiter() == QChar(c.delimiter));
    }
}

TEST_CASE("A first line that says the delimiter is no row, and the lines below keep their numbers")
{
    const Files files;
    auto reader = CsvReader::open(files.write("sep=;\r\nname;phone\r\nA, Ltd;1\r\n"));
    REQUIRE(reader);
    for (int round = 0; round < 2; ++round) {
        auto header = reader->next();
        REQUIRE(header);
        CHECK((*header)->cells == QStringList{u"name"_qs, u"phone"_qs});
        CHECK((*header)->line == 2);
        auto row = reader->next();
        REQUIRE(row);
        CHECK((*row)->cells == QStringList{u"A, Ltd"_qs, u"1"_qs});
        CHECK_FALSE(*reader->next());
        REQUIRE(reader->rewind());
    }
    CHECK(CsvReader::open(files.write("sep=;\na,b\n1,2\n"), {.delimiter = u','})->delimiter()
          == u',');
}

TEST_CASE("A cell of five megabytes makes its row unreadable and no other")
{
    const auto rows = readText("a,b\n1," + QByteArray(5 * 1024 * 1024, 'x') + "\n2,y\n");
    REQUIRE(rows.size() == 3);
    CHECK_FALSE(rows[1].problem.isEmpty());
    CHECK(rows[1].cells.value(1).size() <= CsvReader::longestCell);
    CHECK(rows[2].cells == QStringList{u"2"_qs, u"y"_qs});
}

TEST_CASE("Many large cells in one row are bounded together")
{
    QByteArray row;
    for (int i = 0; i < 20; ++i) {
        row += QByteArray(900 * 1024, 'x') + ',';
    }
    const auto rows = readText("a,b\n" + row + "\n");
    REQUIRE(rows.size() == 2);
    qsizetype size = 0;
    for (const QString& cell : rows[1].cells) {
        size += cell.size();
    }
    CHECK(size <= CsvReader::longestRow);
    CHECK_FALSE(rows[1].problem.isEmpty());
}

TEST_CASE("Two hundred columns are ordinary")
{
    QByteArray line("c0");
    for (int i = 1; i < 200; ++i) {
        line += ",c" + QByteArray::number(i);
    }
    const auto rows = readText(line + "\n" + line + "\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].cells.size() == 200);
    CHECK(rows[1].problem.isEmpty());
}

TEST_CASE("A mark that is never closed is told with its line")
{
    const auto rows = readText("a,b\n1,2\n3,\"cut in the mid");
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].cut);
    CHECK(rows[2].line == 3);
    CHECK_FALSE(rows[2].problem.isEmpty());
}

TEST_CASE("A stray mark that swallows the next row is a broken row, not a strange cell")
{
    const auto rows = readText("a,b\n1,\"Foo\n2,\"Bar\"\n3,z\n");
    REQUIRE(rows.size() == 3);
    CHECK_FALSE(rows[1].problem.isEmpty());
    CHECK(rows[2].cells == QStringList{u"3"_qs, u"z"_qs});
}

TEST_CASE("What is no table is refused with a word of its own")
{
    const Files files;
    CHECK(openingFails(files.path(u"missing.csv"_qs)) == ErrorCode::NotFound);
    CHECK(openingFails(files.path(u"."_qs)) == ErrorCode::Io);
    CHECK(openingFails(files.write("")) == ErrorCode::Invalid);
    CHECK(openingFails(files.write(" \r\n\r\n")) == ErrorCode::Invalid);
    CHECK(openingFails(files.write(QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000001")))
          == ErrorCode::Invalid);
}

TEST_CASE("An encoding by name is used, an unknown one refused")
{
    const Files files;
    const QString path
        = files.write(QByteArray::fromHex("c3fbb3c6") + ",b\n1,2\n"); // 名称 in GB18030
    auto reader = CsvReader::open(path, {.encoding = u"gb18030"_qs});
    REQUIRE(reader);
    auto row = reader->next();
    REQUIRE(row);
    CHECK((*row)->cells.value(0) == u"名称"_qs);
    auto unknown = CsvReader::open(path, {.encoding = u"klingon-8"_qs});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::Invalid);
}

TEST_CASE("Rows larger than a chunk and characters cut by its end come whole")
{
    QByteArray text("名称,备注\n");
    const QByteArray cell = QString(QChar(u'字')).repeated(1000).toUtf8();
    for (int i = 0; i < 400; ++i) {
        text += "\"" + cell + "\",x\r\n";
    }
    const auto rows = readText(text);
    REQUIRE(rows.size() == 401);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        REQUIRE(rows[i].cells.value(0).size() == 1000);
        REQUIRE(rows[i].line == std::int64_t(i) + 1);
    }
}
