#include "tests/core/exchange/ExchangeFiles.h"

#include <algorithm>

using namespace exchangetest;

namespace {

Result<ImportFile> openText(const Files& files, const QByteArray& csv)
{
    return ImportFile::open({.path = files.write(csv)});
}

} // namespace

TEST_CASE("Titles, repeated headers, empty lines and totals are no rows")
{
    const Files files;
    const auto rows = recordsOf(files.write(
        "客户登记表,,\n填表日期:2026年3月2日,,\n序号,客户名称*,联系电话\n1,张三,13800138000\n,,\n"
        "序号,客户名称*,联系电话\n2,李四,13800138001\n合计,2,\n"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].values.value(Field::Name) == u"张三"_qs);
    CHECK(rows[0].line == 4);
    CHECK(rows[1].values.value(Field::Name) == u"李四"_qs);
}

TEST_CASE("A line of totals has the word and numbers, nothing else")
{
    struct Case
    {
        const char* line;
        bool isTotal;
    };
    const Case cases[]{
        {"合计,400,", true},
        {"合 计：,,", true},
        {"Total,12,\"3.265,66\"", true},
        {"总计,,12.5", true},
        {"Summe,,99", true},
        {"Total,,", false},
        {"Total,paris@total.com,", false},
        {"Total,13800138000,", false},
        {"合计科技有限公司,,", false},
        {"张三,Total,5", false},
    };
    for (const Case& c : cases) {
        INFO(c.line);
        const Files files;
        const auto rows
            = recordsOf(files.write(QByteArray("name,contact,notes\nA Ltd,x,y\n") + c.line + "\n"));
        CHECK(rows.size() == (c.isTotal ? 1U : 2U));
    }
}

TEST_CASE("Headers are told apart, and cells without one have a column")
{
    const Files files;
    auto file = openText(files, "name,,name\nA Ltd,5,x,extra\n");
    REQUIRE(file);
    CHECK(file->layout().headers.size() == 4);
    CHECK(file->layout().headers[0] == u"name"_qs);
    CHECK(file->layout().headers[2] == u"name (2)"_qs);
    CHECK(std::count(file->layout().headers.begin(), file->layout().headers.end(), QString()) == 0);
}

TEST_CASE("A header of unknown words is a header where the rows below hold values")
{
    const Files files;
    auto file = openText(
        files, "Bezeichnung,Erreichbar\nBeacon Trading,a@beacon.co\nMiller Group,b@miller.com\n");
    REQUIRE(file);
    CHECK(file->layout().headerRow == 0);
    CHECK(file->mapping().hasName());
}

TEST_CASE("One known word makes a header where the row is as wide as the table")
{
    const Files files;
    auto file = openText(files, "name,c1,c2,c3\nA Ltd,v1,v2,v3\nB Ltd,v1,v2,v3\n");
    REQUIRE(file);
    CHECK(file->layout().headerRow == 0);
}

TEST_CASE("Words of headers in the data make no header of a row of data")
{
    struct Case
    {
        const char* csv;
        std::size_t rows;
    };
    const Case cases[]{
        {"往来单位,往来类别,渠道,手机号\n苏州大昌贸易有限公司,供应商,展会,13833330001\n"
         "常州中昌贸易有限公司,客户,网站,13833330003\n南京新昌贸易有限公司,客户,电话,13833330004\n",
         3},
        {"Lead Name,Stage,Kind,Channel\nAcme Ltd,Open,Prospect,Fair\nBeta "
         "Ltd,Open,Customer,Website\n"
         "Gamma Ltd,Open,Customer,E-mail\n",
         3},
        {"Label,Stage,Kind,Channel\nAcme Ltd,Open,Prospect,Fair\nBeta Ltd,Open,Customer,Website\n",
         2},
        {"客户简称,客户分级,属性,渠道,联系手机\n苏州大昌,A,个体,展会,13833331001\n"
         "常州中昌,A,公司,网站,\n南京新昌,B,个体,电话,13833331004\n",
         3},
        {"客户名称,联系人,电话(如13800138000),城市\n苏州大昌贸易有限公司,王一,13833331001,苏州\n"
         "常州中昌贸易有限公司,王二,13833331002,常州\n",
         2},
        {"Account Title,Segment,Origin,Mobile\nAcme Holdings Ltd,SMB,Fair,13833331011\n"
         "Beta Holdings Ltd,Client,Website,13833331012\n",
         2},
    };
    for (const Case& c : cases) {
        INFO(c.csv);
        const Files files;
        auto file = openText(files, c.csv);
        REQUIRE(file);
        CHECK(file->layout().headerRow == 0);
        CHECK(recordsOf(files.path(u"input.csv"_qs)).size() == c.rows);
    }
}

TEST_CASE("Without a header no row is lost, whatever words stand in it")
{
    const Files files;
    CHECK(recordsOf(files.write("张小三,客户,展会,13833330001\n李小四,客户,网站,\n"
                                "王小五,供应商,电话,13833330003\n"))
              .size()
          == 3);
}

TEST_CASE("A first row without its number is a client all the same where it names a company")
{
    const Files files;
    CHECK(recordsOf(files.write(
                        "苏州首一有限公司,苏州市,,老客户\n常州次二有限公司,常州市,13833330002,新\n"
                        "南京再三有限公司,南京市,13833330003,新\n"))
              .size()
          == 3);
}

TEST_CASE("A row as wide as the table above its header is no title")
{
    const Files files;
    const QString path
        = files.write("客户登记表,,,\n制表,张三,,\n南京新昌贸易有限公司,13833330004,江苏,南京\n"
                      "客户名称,电话,省,市\n常州中昌贸易有限公司,13833330003,江苏,常州\n");
    auto file = ImportFile::open({.path = path});
    REQUIRE(file);
    CHECK(file->layout().headerRow == 3);
    CHECK(file->layout().headerLine == 4);
    CHECK(file->layout().titleLines == 2);
    const auto rows = recordsOf(path);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].values.value(Field::Name) == u"南京新昌贸易有限公司"_qs);
}

TEST_CASE("The preview shows what the import will do, and the file begins again after it")
{
    const Files files;
    auto file
        = openText(files,
                   "客户登记表,,\n客户名称,身份证号,统一社会信用代码/"
                   "身份证号\n张三,11019919900307763X,4.40301E+17\n李四,11019919900307763X,\n");
    REQUIRE(file);
    auto preview = file->preview(1);
    REQUIRE(preview);
    CHECK(preview->titles.size() == 1);
    CHECK(preview->rows.size() == 1);
    CHECK(preview->raw.front().cells.value(1) == u"***"_qs);
    CHECK(preview->examples[1].isEmpty());
    CHECK(preview->mapping.sealedColumns() == QStringList{u"身份证号"_qs});
    CHECK(preview->findings.value(u"credit_code:damaged_by_spreadsheet"_qs) == 1);
    auto first = file->next();
    REQUIRE(first);
    CHECK((*first)->cells.value(0) == u"张三"_qs);
}

TEST_CASE("A file that ends inside a quoted cell is refused with the line")
{
    const Files files;
    auto file = openText(files, "name,notes\nA Ltd,x\nB Ltd,\"cut he");
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::Invalid);
    CHECK(file.error().message.contains(u'3'));
}

TEST_CASE("Unknown columns, fields and mapping files are refused")
{
    const Files files;
    const QString path = files.write("name,notes\nA Ltd,x\n");
    CHECK_FALSE(ImportFile::open({.path = path, .map = {{u"nothing"_qs, u"name"_qs}}}));
    CHECK_FALSE(ImportFile::open({.path = path, .map = {{u"notes"_qs, u"nothing"_qs}}}));
    CHECK_FALSE(ImportFile::open({.path = path, .mappingFile = files.path(u"none.json"_qs)}));
    CHECK_FALSE(
        ImportFile::open({.path = path, .mappingFile = files.write(u"bad.json"_qs, "[1]")}));
    auto good = ImportFile::open(
        {.path = path,
         .mappingFile = files.write(u"good.json"_qs, "{\"notes\":\"custom\",\"gone\":\"name\"}")});
    REQUIRE(good);
    CHECK(good->mapping().columns[1].use == ColumnUse::Custom);
}
