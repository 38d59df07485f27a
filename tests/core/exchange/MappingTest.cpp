#include "tests/core/exchange/ExchangeFiles.h"

#include "core/security/UserStore.h"

#include <QJsonDocument>

using namespace exchangetest;

namespace {

ColumnMapping mappingOf(const QByteArray& csv, const MappingHints& hints = {})
{
    const Files files;
    auto file = ImportFile::open({.path = files.write(csv)}, hints);
    if (!file) {
        FAIL(file.error().message.toStdString());
    }
    return file->mapping();
}

/// "name,phone,-": the words of the columns.
QString words(const ColumnMapping& mapping)
{
    QStringList list;
    for (const Column& column : mapping.columns) {
        const QString word = columnUseName(column);
        list.append(word.isEmpty() ? QStringLiteral("-") : word);
    }
    return list.join(u',');
}

} // namespace

TEST_CASE("A header says which field its column is")
{
    struct Case
    {
        const char16_t* header;
        const char* word;
    };
    const Case cases[]{
        {u"客户名称*", "name"},
        {u"客户名称（必填）", "name"},
        {u"Name:", "name"},
        {u"Kundenname", "name"},
        {u"Account Name", "organization"},
        {u"First Name", "given_name"},
        {u"Nachname", "family_name"},
        {u"Name Prefix", "name_title"},
        {u"称谓", "name_title"},
        {u"Suffix", "name_suffix"},
        {u"Ansprechpartner", "contact"},
        {u"联系人", "contact"},
        {u"Phone 1 - Value", "phone"},
        {u"Phone 2 - Value", "phone"},
        {u"手机号码", "phone"},
        {u"Telefon", "phone"},
        {u"E-mail 1 - Value", "email"},
        {u"E-Mail", "email"},
        {u"电子邮箱", "email"},
        {u"Straße", "street"},
        {u"Ort", "city"},
        {u"区/县", "district"},
        {u"Billing State", "province"},
        {u"Business Country/Region", "country"},
        {u"PLZ", "postcode"},
        {u"地址", "address"},
        {u"Address 1 - Formatted", "address"},
        {u"所属行业", "industry"},
        {u"统一社会信用代码", "credit_code"},
        {u"统一社会信用代码/身份证号", "credit_code"},
        {u"上次联系时间", "last_contact_at"},
        {u"备注", "notes"},
        {u"Account Owner", "owner"},
        {u"身份证号码", "id_number"},
        {u"Bank account", "bank_account"},
        {u"IBAN", "bank_account"},
        {u"银行卡号", "bank_account"},
        {u"SSN", "id_number"},
        {u"序号", ""},
        {u"created_at", ""},
    };
    for (const Case& c : cases) {
        INFO(QString::fromUtf16(c.header));
        const auto target = headerTarget(c.header);
        REQUIRE(target);
        CHECK(columnUseName(*target) == QLatin1String(c.word));
    }
    for (const char16_t* header : {u"Umsatz",
                                   u"Record Id",
                                   u"Address 2 - Street",
                                   u"Created Time",
                                   u"编号",
                                   u"Birthday",
                                   u""}) {
        INFO(QString::fromUtf16(header));
        CHECK_FALSE(headerTarget(header));
    }
}

TEST_CASE("The program's own labels and names are known in both languages")
{
    for (const FieldInfo& info : allFields()) {
        const FieldLabels labels = fieldLabels(info.field);
        for (const QString& header : {fieldName(info.field), labels.english, labels.chinese}) {
            INFO(header);
            const auto target = headerTarget(header);
            REQUIRE(target);
            if (info.level == FieldLevel::Sealed) {
                CHECK(target->use == ColumnUse::Sealed);
            } else if (info.level == FieldLevel::System && info.field != Field::Id) {
                CHECK(target->use == ColumnUse::LeftOut);
            } else {
                CHECK(*target == ColumnTarget{ColumnUse::ToField, info.field});
            }
        }
    }
}

TEST_CASE("A file without a header is understood by what it holds")
{
    CHECK(words(mappingOf("苏州元诚科技有限公司,13800138000,li@yuancheng.cn\n北京天元贸易有限公司,"
                          "010-62345678,wang@tianyuan.cn\n"))
          == u"name,phone,email"_qs);
}

TEST_CASE("No address and no class of clients is taken for their names")
{
    CHECK(words(mappingOf("王建国,13822221001,北京市海淀区中关村大街1号\n"
                          "李秀英,13822221002,上海市黄浦区南京东路2号\n"
                          "张伟强,13822221003,广州市天河区\n"))
          == u"name,phone,-"_qs);
    CHECK(words(mappingOf("客户简称,客户分级,属性,联系手机\n苏州大昌,A,个体,13833331001\n"
                          "无锡小昌,B,个体,13833331002\n常州中昌,A,公司,13833331003\n"
                          "南京新昌,B,个体,13833331004\n"))
          == u"name,-,-,phone"_qs);
}

TEST_CASE("Contents overrule a header that says something else")
{
    // Most values are identity numbers, whatever the header says.
    CHECK(words(mappingOf("name,memo\nA Ltd,11019919900307763X\nB Ltd,110199199003070011\n"))
          == u"name,sealed"_qs);
    // Another program's numbers are no ids of ours, its lead sources none of our sources.
    CHECK(words(mappingOf("id,name,source\n1,A Ltd,Messe\n2,B Ltd,Telefon\n")) == u"-,name,-"_qs);
    CHECK(words(mappingOf("id,name,source\nCUST202611240001,A Ltd,visit\n"))
          == u"id,name,source"_qs);
}

TEST_CASE("A column of owners is one only where it names people of the office")
{
    const QByteArray csv("name,owner\nA Ltd,Wang Wei\nB Ltd,Li Na\n");
    const MappingHints none{.users = {userNameKey(u"admin")}, .usersKnown = true};
    const MappingHints some{.users = {userNameKey(u"li na")}, .usersKnown = true};
    CHECK(words(mappingOf(csv, none)) == u"name,-"_qs);
    CHECK(words(mappingOf(csv, some)) == u"name,owner"_qs);
}

TEST_CASE("Of two columns for one field the first has it, unless it is empty")
{
    CHECK(words(mappingOf("name,city,城市\nA Ltd,Boston,New York\n")) == u"name,city,-"_qs);
    CHECK(words(mappingOf("name,city,城市\nA Ltd,,New York\n")) == u"name,-,city"_qs);
    CHECK(words(mappingOf("name,phone,phone\nA Ltd,13800138000,13800138001\n"))
          == u"name,phone,other_phones"_qs);
}

TEST_CASE("A person's choice prevails, but for sealed columns")
{
    ColumnMapping mapping = mappingOf("name,Umsatz,身份证号\nA Ltd,5,110199199003070011\n");
    REQUIRE(mapping.set(u"Umsatz", u"custom"));
    REQUIRE(mapping.set(u"1", u""));
    CHECK(words(mapping) == u"-,custom,id_number"_qs);
    CHECK_FALSE(mapping.set(u"身份证号", u"notes"));
    CHECK_FALSE(mapping.set(u"no such", u"notes"));
    CHECK_FALSE(mapping.set(u"Umsatz", u"no_such_field"));
    CHECK_FALSE(mapping.set(u"Umsatz", u"version"));
}

TEST_CASE("A field that is given to another column leaves the first")
{
    ColumnMapping mapping = mappingOf("name,Firma2\nx,A Ltd\n");
    REQUIRE(mapping.set(u"Firma2", u"name"));
    CHECK(words(mapping) == u"-,name"_qs);
}

TEST_CASE("A mapping survives its JSON")
{
    ColumnMapping mapping = mappingOf(
        "名称,手机,Umsatz,统一社会信用代码/身份证号\nA公司,13800138000,5,110199199003070011\n");
    REQUIRE(mapping.set(u"Umsatz", u"custom"));
    const QJsonObject json = QJsonDocument::fromJson(mapping.toJson().toUtf8()).object();
    ColumnMapping other = mappingOf(
        "名称,手机,Umsatz,统一社会信用代码/身份证号\nA公司,13800138000,5,110199199003070011\n");
    REQUIRE(other.take(json));
    REQUIRE(other.columns.size() == mapping.columns.size());
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        CHECK(other.columns[i].target() == mapping.columns[i].target());
    }
}

TEST_CASE(
    "A column of codes beside one of codes and ID numbers stays what it is in a remembered mapping")
{
    const QByteArray mixed = "统一社会信用代码/身份证号";
    const QByteArray csv = "名称," + mixed + ",统一社会信用代码," + mixed
        + "\nA公司,91320505MA1MYQ4N5X,,91320505MA1MYQ4N5X\n"
          "B,110199199003070011,,110199199003070011\nC公司,,91320505MA1MYQ4N5X,\n";
    const ColumnMapping mapping = mappingOf(csv);
    REQUIRE(words(mapping) == u"name,credit_code,credit_code,credit_code"_qs);
    ColumnMapping other = mappingOf(csv);
    REQUIRE(other.take(QJsonDocument::fromJson(mapping.toJson().toUtf8()).object()));
    CHECK(words(other) == words(mapping));
}

TEST_CASE("Of two columns of titles only one is the name's, and the other is listed")
{
    const ColumnMapping mapping = mappingOf("姓,名,Title,称呼\n欧阳,修,先生,女士\n");
    CHECK(words(mapping) == u"family_name,given_name,-,name_title"_qs);
    CHECK(mapping.unmappedColumns() == QStringList{u"Title"_qs});
}

TEST_CASE("An own field can have a name of its own, which the mapping keeps")
{
    ColumnMapping mapping = mappingOf("name,Umsatz,Fax\nA Ltd,5,6\n");
    REQUIRE(mapping.set(u"Umsatz", u"custom: Turnover "));
    CHECK(mapping.columns[1].customField() == u"Turnover"_qs);
    CHECK(mapping.toJson()
          == u"{\"Fax\":\"\",\"Umsatz\":\"custom:Turnover\",\"name\":\"name\"}"_qs);
    ColumnMapping other = mappingOf("name,Umsatz,Fax\nA Ltd,5,6\n");
    REQUIRE(other.take(QJsonDocument::fromJson(mapping.toJson().toUtf8()).object()));
    CHECK(other.columns[1].customField() == u"Turnover"_qs);
    CHECK_FALSE(mapping.set(u"Fax", u"custom:"));
    CHECK_FALSE(mapping.set(u"Fax", u"notes:x"));
}

TEST_CASE("Kept on request are the columns without a field, never a sealed one or one left out")
{
    const Files files;
    const QString path = files.write(
        "序号,name,Umsatz,身份证号,Bank account\n1,A Ltd,5,110199199003070011,6222\n");
    auto file = ImportFile::open({.path = path, .map = {}, .keepUnmapped = true});
    REQUIRE(file);
    CHECK(words(file->mapping()) == u"-,name,custom,id_number,bank_account"_qs);
    CHECK(file->mapping().unmappedColumns().isEmpty());
}

TEST_CASE("Unmapped columns are those that hold something")
{
    const ColumnMapping mapping = mappingOf("name,Umsatz,Fax\nA Ltd,5,\n");
    CHECK(mapping.unmappedColumns() == QStringList{u"Umsatz"_qs});
}

TEST_CASE("A fax is known for what it is, and no telephone")
{
    for (const char16_t* header : {u"Fax",
                                   u"传真",
                                   u"公司传真",
                                   u"Fax Number",
                                   u"Business Fax",
                                   u"Fax 2",
                                   u"Telefax",
                                   u"商务传真",
                                   u"传真电话",
                                   u"Fax (Work)",
                                   u"Fax-Nr."}) {
        INFO(QString::fromUtf16(header));
        const auto target = headerTarget(header);
        REQUIRE(target);
        CHECK(target->use == ColumnUse::Ignored);
    }
    const ColumnMapping mapping = mappingOf(
        "Name,Phone,Fax\nFaxco Ltd,,020-83456780\nFaxtwo Ltd,13844440005,020-83456781\n");
    CHECK(words(mapping) == u"name,phone,-"_qs);
    CHECK(mapping.unmappedColumns() == QStringList{u"Fax"_qs});
}

TEST_CASE("Status, times and version are the office's own only in an export of ours")
{
    const QByteArray foreign = "客户名称,电话,状态,创建时间,更新时间,版本\n"
                               "状态甲有限公司,13844440001,已签约,2019-01-02,2020-02-03,豪华版\n";
    CHECK(mappingOf(foreign).unmappedColumns()
          == QStringList{u"状态"_qs, u"创建时间"_qs, u"更新时间"_qs, u"版本"_qs});
    const Files files;
    auto kept = ImportFile::open({.path = files.write(foreign), .map = {}, .keepUnmapped = true});
    REQUIRE(kept);
    CHECK(words(kept->mapping()) == u"name,phone,custom,custom,custom,custom"_qs);
    const ColumnMapping own
        = mappingOf("id,name,status,version\nCUST202611280001,A Ltd,active,3\n");
    CHECK(own.unmappedColumns().isEmpty());
    CHECK(own.headersOf(ColumnUse::LeftOut) == QStringList{u"status"_qs, u"version"_qs});
}
