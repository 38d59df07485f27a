#include "tests/core/exchange/ExchangeFiles.h"

#include "core/security/UserStore.h"

using namespace exchangetest;

TEST_CASE("Name parts become a name, and a company beside them the client")
{
    struct Case
    {
        const char* cells;
        QString name;
        QString contact;
        QString type;
    };
    const Case cases[]{
        {"星霞,,蔡,", u"蔡星霞"_qs, u"蔡星霞"_qs, u"person"_qs},
        {"Linda,M.,Martinez,", u"Linda M. Martinez"_qs, u"Linda M. Martinez"_qs, u"person"_qs},
        {"明东,,张,西安远博贸易有限公司", u"西安远博贸易有限公司"_qs, u"张明东"_qs, u"company"_qs},
        {"州元程商贸有限公司,,福,福州元程商贸有限公司",
         u"福州元程商贸有限公司"_qs,
         u""_qs,
         u"company"_qs},
        {"州元程商贸有限公司,,福,", u"福州元程商贸有限公司"_qs, u""_qs, u"company"_qs},
        {",,,Walker Commerce Inc.", u"Walker Commerce Inc."_qs, u""_qs, u"company"_qs},
    };
    for (const Case& c : cases) {
        INFO(c.cells);
        const ImportRow row = firstRecord(QByteArray("First Name,Middle Name,Last Name,Company\n")
                                          + c.cells + "\n");
        CHECK(row.rejection.isEmpty());
        CHECK(row.values.value(Field::Name) == c.name);
        CHECK(row.values.value(Field::Contact) == c.contact);
        CHECK(row.values.value(Field::Type) == c.type);
    }
}

TEST_CASE("The type is what the file says, else what the name and the contact say")
{
    struct Case
    {
        const char* cells;
        QString type;
    };
    const Case cases[]{
        {"企业客户,张三丰,", u"company"_qs},
        {"个人客户,元诚科技有限公司,", u"person"_qs},
        {",元诚科技有限公司,", u"company"_qs},
        {",张三丰,", u"person"_qs},
        {",Kevin White,", u"person"_qs},
        {",Beacon,Michael Jones", u"company"_qs},
        {",Beacon,", u"company"_qs},
        {"VIP,张三丰,", u"person"_qs},
    };
    for (const Case& c : cases) {
        INFO(c.cells);
        const ImportRow row = firstRecord(QByteArray("客户类型,客户名称,联系人\n") + c.cells
                                          + "\n企业客户,x,\n个人客户,x,\n");
        CHECK(row.values.value(Field::Type) == c.type);
    }
}

TEST_CASE("Of several phones the mobile is the phone, and none is lost")
{
    struct Case
    {
        const char* header;
        const char* cells;
        QString phone;
        QString others;
    };
    const Case cases[]{
        {"电话", "010-62345678/13800138000", u"+8613800138000"_qs, u"+861062345678"_qs},
        {"手机,固定电话", "13800138000,010-62345678", u"+8613800138000"_qs, u"+861062345678"_qs},
        {"固定电话,手机", "010-62345678,13800138000", u"+8613800138000"_qs, u"+861062345678"_qs},
        {"固定电话,手机", "010-62345678,", u"+861062345678"_qs, u""_qs},
        {"phone,other_phones",
         "010-62345678,13800138000",
         u"+861062345678"_qs,
         u"+8613800138000"_qs},
        {"phone,other_phones", ",13800138000", u""_qs, u"+8613800138000"_qs},
        {"phone,phone", "13800138000,13800138000", u"+8613800138000"_qs, u""_qs},
        {"phone", "+86 138 0013 8000", u"+8613800138000"_qs, u""_qs},
        {"phone", "'+86 138 0013 8000", u"+8613800138000"_qs, u""_qs},
        {"phone", "=\"013800138000\"", u"013800138000"_qs, u""_qs},
        {"phone", "0512-38183752 转 12", u"+8651238183752x12"_qs, u""_qs},
        {"Phone 1 - Value",
         "13800138000 ::: 010-62345678",
         u"+8613800138000"_qs,
         u"+861062345678"_qs},
    };
    for (const Case& c : cases) {
        INFO(c.header << ": " << c.cells);
        const ImportRow row
            = firstRecord(QByteArray("客户名称,") + c.header + "\n张三," + c.cells + "\n");
        CHECK(row.values.value(Field::Phone) == c.phone);
        CHECK(row.values.value(Field::OtherPhones) == c.others);
    }
}

TEST_CASE("Codes are judged one by one: kept, noticed as damaged, or stored nowhere")
{
    struct Case
    {
        const char* code;
        QString kept;
        const char* finding;
    };
    const Case cases[]{
        {"91350100M000100Y43", u"91350100M000100Y43"_qs, ""},
        {"4.40301E+17", u""_qs, "damaged_by_spreadsheet"},
        {"\"4,40301E+17\"", u""_qs, "damaged_by_spreadsheet"},
        {"'440301199003070000", u""_qs, "sealed_value"},
        {"913501001234567000", u""_qs, "damaged_by_spreadsheet"},
        {"11019919900307763X", u""_qs, "sealed_value"},
        {"110199 19900307 0011", u""_qs, "sealed_value"},
        {"1101991990030700S1", u""_qs, "sealed_value"},
        {"6222021234567890128", u""_qs, "sealed_value"},
    };
    for (const Case& c : cases) {
        INFO(c.code);
        const ImportRow row
            = firstRecord(QByteArray("客户名称,客户类型,统一社会信用代码/身份证号\n张三,个人客户,")
                          + c.code + "\nx,企业客户,91350100M000100Y43\n");
        CHECK(row.values.value(Field::CreditCode) == c.kept);
        CHECK(hasFinding(row, c.finding) == (*c.finding != '\0'));
        CHECK(row.values.value(Field::Name) == u"张三"_qs);
    }
}

TEST_CASE("An identity number is kept out of every field it may stand in")
{
    const QByteArray number("11019919900307763X");
    const Files files;
    const QString path = files.write("客户名称,备注,标签,Umsatz,身份证号\n张三,证件 " + number
                                     + " 已验," + number + "," + number + "," + number + "\n");
    const auto rows = recordsOf(path, {}, {{u"Umsatz"_qs, u""_qs}});
    for (const FieldInfo& info : allFields()) {
        CHECK_FALSE(rows.front().values.value(info.field).contains(QString::fromLatin1(number)));
    }
    CHECK(rows.front().values.value(Field::Notes) == u"证件 *** 已验"_qs);
}

TEST_CASE("A column kept as custom is scrubbed as well")
{
    const Files files;
    const QString path
        = files.write("客户名称,编号\n张三,000123\n李四,11019919900307763X\n王五,1e5\n");
    const auto rows = recordsOf(path, {}, {{u"编号"_qs, u"custom"_qs}});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].values.value(Field::Custom) == u"{\"编号\":\"000123\"}"_qs);
    CHECK(rows[1].values.value(Field::Custom) == u"{\"编号\":\"***\"}"_qs);
    CHECK(rows[2].values.value(Field::Custom) == u"{\"编号\":\"1e5\"}"_qs);
    CHECK(hasFinding(rows[1], "sealed_value"));
}

TEST_CASE("A day is read in the forms that people and spreadsheets write")
{
    for (const char* text : {"2025-12-09", "2025/12/9", "2025年12月9日", "46000", "20251209"}) {
        INFO(text);
        const ImportRow row = firstRecord(QByteArray("客户名称,上次联系时间\n张三,") + text + "\n");
        CHECK(row.values.value(Field::LastContactAt) == u"2025-12-09"_qs);
    }
    CHECK(firstRecord("客户名称,上次联系时间\n张三,昨天\n").values.value(Field::LastContactAt)
          == u"昨天"_qs);
}

TEST_CASE("An address in one cell is split, and one said in parts is not said twice")
{
    const ImportRow whole = firstRecord("客户名称,地址\n张三,江苏省苏州市虎丘区朝阳路214号\n");
    CHECK(whole.values.value(Field::Province) == u"江苏省"_qs);
    CHECK(whole.values.value(Field::City) == u"苏州市"_qs);
    CHECK(whole.values.value(Field::District) == u"虎丘区"_qs);
    CHECK(whole.values.value(Field::Street) == u"朝阳路214号"_qs);

    const ImportRow parts = firstRecord(
        "Name,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Region\n"
        "张三,\"创业路215号\n西安市, 陕西省\",创业路215号,西安市,陕西省\n");
    CHECK(parts.values.value(Field::Street) == u"创业路215号"_qs);
    const ImportRow noStreet = firstRecord(
        "Name,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Region\n"
        "张三,\"\n福州市, 福建省\",,福州市,福建省\n");
    CHECK(noStreet.values.value(Field::Street).isEmpty());
    const ImportRow beside = firstRecord("客户名称,市,地址\n张三,苏州市,朝阳路214号\n");
    CHECK(beside.values.value(Field::Street) == u"朝阳路214号"_qs);
}

TEST_CASE("Rejected is only what cannot be a record")
{
    const Files files;
    const auto rows
        = recordsOf(files.write("客户名称,联系人,邮箱\n,,a@b.cn\nA公司,,not an e-mail\n,李四,\n"
                                + QByteArray(500, 'x') + ",,\n"));
    REQUIRE(rows.size() == 4);
    CHECK_FALSE(rows[0].rejection.isEmpty());
    CHECK(rows[1].rejection.isEmpty());
    CHECK(rows[1].values.value(Field::Email) == u"not an e-mail"_qs);
    CHECK(rows[2].values.value(Field::Name) == u"李四"_qs);
    CHECK_FALSE(rows[3].rejection.isEmpty());
}

TEST_CASE("An owner who is no user is noticed, not stored")
{
    const MappingHints hints{.users = {userNameKey(u"li")}, .usersKnown = true};
    const Files files;
    const auto rows = recordsOf(files.write("name,owner\nA Ltd,LI\nB Ltd,Nobody\n"), hints);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].values.value(Field::Owner) == u"LI"_qs);
    CHECK_FALSE(rows[1].values.has(Field::Owner));
    CHECK(hasFinding(rows[1], "unknown_owner"));
}

TEST_CASE("Cells that a spreadsheet would run come in as text")
{
    const ImportRow row
        = firstRecord("名称,备注\n=1+1 公司,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n");
    CHECK(row.values.value(Field::Name) == u"=1+1 公司"_qs);
    CHECK(row.values.value(Field::Notes) == u"=HYPERLINK(\"http://x\",\"y\")"_qs);
}
