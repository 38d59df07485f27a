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

TEST_CASE("Titles and suffixes stand where the language has them, and forms of address in no name")
{
    struct Case
    {
        const char* header;
        const char* cells;
        QString name;
        QString position;
        QString custom;
    };
    const Case cases[]{
        {"Title,First Name,Last Name,Suffix",
         "Dr.,Anna,Berg,PhD",
         u"Dr. Anna Berg, PhD"_qs,
         u""_qs,
         u""_qs},
        {"Title,First Name,Last Name,Suffix",
         "Mr.,John,Smith,Jr.",
         u"John Smith Jr."_qs,
         u""_qs,
         u"{\"Title\":\"Mr.\"}"_qs},
        {"Anrede,Vorname,Nachname,Titel",
         "Frau,Anna,Berg,",
         u"Anna Berg"_qs,
         u""_qs,
         u"{\"Anrede\":\"Frau\"}"_qs},
        {"Given Name,Additional Name,Family Name,Name Suffix",
         "Linda,M.,Martinez,III",
         u"Linda M. Martinez III"_qs,
         u""_qs,
         u""_qs},
        {"姓,名,称谓", "王,小明,先生", u"王小明"_qs, u""_qs, u"{\"称谓\":\"先生\"}"_qs},
        {"姓氏,名字,称谓", "欧阳,修,博士", u"欧阳修"_qs, u"博士"_qs, u""_qs},
        {"名,姓", "小明,王", u"王小明"_qs, u""_qs, u""_qs},
        {"名,姓", "Xiaoming,Wang", u"Xiaoming Wang"_qs, u""_qs, u""_qs},
        {"名字,电话", "王小明,1", u"王小明"_qs, u""_qs, u""_qs},
        {"Title,First Name,Last Name",
         "Sales Manager,John,Smith",
         u"John Smith"_qs,
         u"Sales Manager"_qs,
         u""_qs},
    };
    for (const Case& c : cases) {
        INFO(c.header << ": " << c.cells);
        const ImportRow row = firstRecord(QByteArray(c.header) + "\n" + c.cells + "\n");
        CHECK(row.rejection.isEmpty());
        CHECK(row.values.value(Field::Name) == c.name);
        CHECK(row.values.value(Field::Position) == c.position);
        CHECK(row.values.value(Field::Custom) == c.custom);
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
        {"phone", "=\"013800138000\"", u"+8613800138000"_qs, u""_qs},
        {"phone", "0512-38183752 转 12", u"+8651238183752x12"_qs, u""_qs},
        {"电话",
         "13800138000；13900139000、010-62345678",
         u"+8613800138000"_qs,
         u"+8613900139000;+861062345678"_qs},
        {"电话", "\"13800138000,13900139000\"", u"+8613800138000"_qs, u"+8613900139000"_qs},
        {"电话", "\"13800138000\n\n13900139000\"", u"+8613800138000"_qs, u"+8613900139000"_qs},
        {"电话", "13800138000 13900139000", u"+8613800138000"_qs, u"+8613900139000"_qs},
        {"电话", "010-62345678 13800138000", u"+8613800138000"_qs, u"+861062345678"_qs},
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

TEST_CASE("Of several e-mails in one cell the first is the e-mail, and none is lost")
{
    for (const char* cell : {"a@a.cn;b@b.cn;c@c.cn",
                             "\"a@a.cn, b@b.cn, c@c.cn\"",
                             "a@a.cn/b@b.cn/c@c.cn",
                             "a@a.cn、b@b.cn，c@c.cn",
                             "\"a@a.cn\n\nb@b.cn\nc@c.cn\"",
                             "a@a.cn b@b.cn c@c.cn",
                             "a@a.cn ::: b@b.cn ::: c@c.cn"}) {
        INFO(cell);
        const ImportRow row = firstRecord(QByteArray("客户名称,邮箱\n张三,") + cell + "\n");
        CHECK(row.values.value(Field::Email) == u"a@a.cn"_qs);
        CHECK(row.values.value(Field::OtherEmails) == u"b@b.cn;c@c.cn"_qs);
    }
}

TEST_CASE("Codes are judged one by one: kept, noticed as damaged, or sealed where they belong")
{
    struct Case
    {
        const char* code;
        QString kept;
        const char* finding;
        QString idNumber{};
        QString account{};
    };
    const Case cases[]{
        {"91350100M000100Y43", u"91350100M000100Y43"_qs, ""},
        {"4.40301E+17", u""_qs, "damaged_by_spreadsheet"},
        {"\"4,40301E+17\"", u""_qs, "damaged_by_spreadsheet"},
        {"'440301199003070000", u""_qs, "sealed_moved", u"440301199003070000"_qs},
        {"913501001234567000", u""_qs, "damaged_by_spreadsheet"},
        {"11019919900307763X", u""_qs, "sealed_moved", u"11019919900307763X"_qs},
        {"110199 19900307 0011", u""_qs, "sealed_moved", u"110199199003070011"_qs},
        {"1101991990030700S1", u""_qs, "sealed_moved", u"1101991990030700S1"_qs},
        {"6222021234567890128", u""_qs, "sealed_moved", {}, u"6222021234567890128"_qs},
    };
    for (const Case& c : cases) {
        INFO(c.code);
        const ImportRow row
            = firstRecord(QByteArray("客户名称,客户类型,统一社会信用代码/身份证号\n张三,个人客户,")
                          + c.code + "\nx,企业客户,91350100M000100Y43\n");
        CHECK(row.values.value(Field::CreditCode) == c.kept);
        CHECK(hasFinding(row, c.finding) == (*c.finding != '\0'));
        CHECK(row.values.value(Field::IdNumber) == c.idNumber);
        CHECK(row.values.value(Field::BankAccount) == c.account);
        CHECK(row.values.value(Field::Name) == u"张三"_qs);
    }
}

TEST_CASE("An identity number is kept out of every field it may stand in, but its own")
{
    const QByteArray number("11019919900307763X");
    const Files files;
    const QString path = files.write("客户名称,备注,标签,Umsatz,身份证号\n张三,证件 " + number
                                     + " 已验," + number + "," + number + "," + number + "\n");
    const auto rows = recordsOf(path, {}, {{u"Umsatz"_qs, u""_qs}});
    for (const FieldInfo& info : allFields()) {
        CHECK(rows.front().values.value(info.field).contains(QString::fromLatin1(number))
              == (info.field == Field::IdNumber));
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
    CHECK(hasFinding(rows[1], "sealed_moved"));
    CHECK(rows[1].values.value(Field::IdNumber) == u"11019919900307763X"_qs);
}

TEST_CASE("A second identity number in a row has no place, and is counted")
{
    const Files files;
    const QString path
        = files.write("客户名称,身份证号,备注\n张三,11019919900307763X,另有110101199003078814\n");
    const auto rows = recordsOf(path);
    CHECK(rows[0].values.value(Field::IdNumber) == u"11019919900307763X"_qs);
    CHECK(rows[0].values.value(Field::Notes) == u"另有***"_qs);
    CHECK(hasFinding(rows[0], "sealed_value"));
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

TEST_CASE("The order of day and month is what the column tells; where it tells none, the day stays "
          "as written")
{
    struct Case
    {
        const char* cells; ///< of one column
        QString first;
        bool ambiguous;
    };
    const Case cases[]{
        {"3/5/26|25/3/26", u"2026-05-03"_qs, false},
        {"3/5/2026 14:00|3/25/2026 9:00", u"2026-03-05"_qs, false},
        {"3/5/26|4/6/26", u"3/5/26"_qs, true},
        {"3/5/2026|25/3/2026|3/25/2026", u"3/5/2026"_qs, true},
        {"5.3.2026|3/25/26", u"2026-03-05"_qs, false},
        {"'3/5/26|25/3/26", u"2026-05-03"_qs, false},
        {"5 Mar 2026|x", u"2026-03-05"_qs, false},
        {"\"March 5, 2026\"|x", u"2026-03-05"_qs, false},
        {"45356.5|x", u"2024-03-05"_qs, false},
        {"\"45356,5\"|x", u"2024-03-05"_qs, false},
        {"2026-03-05 says he|x", u"2026-03-05 says he"_qs, false},
    };
    for (const Case& c : cases) {
        INFO(c.cells);
        QByteArray csv("客户名称,上次联系时间\n");
        for (const QByteArray& cell : QByteArray(c.cells).split('|')) {
            csv += "张三," + cell + "\n";
        }
        const ImportRow row = firstRecord(csv);
        CHECK(row.values.value(Field::LastContactAt) == c.first);
        CHECK(hasFinding(row, "ambiguous_date") == c.ambiguous);
    }
}

TEST_CASE("A day far down the file tells the order for the first as well")
{
    QByteArray csv("客户名称,上次联系时间\n");
    for (int i = 0; i < 3000; ++i) {
        csv += "张三,3/5/26\n";
    }
    CHECK(firstRecord(csv + "李四,3/25/26\n").values.value(Field::LastContactAt)
          == u"2026-03-05"_qs);
    CHECK(firstRecord(csv).values.value(Field::LastContactAt) == u"3/5/26"_qs);
}

TEST_CASE("Numbers of own fields stay as they are written")
{
    const Files files;
    const QString path = files.write("Kundenname;Umsatz;Quote;Konto\nA "
                                     "GmbH;3265,66;1.234.567,89;-0,5\nB GmbH;1,5;3,20E+05;007\n");
    const auto rows = recordsOf(path,
                                {},
                                {{u"Umsatz"_qs, u"custom"_qs},
                                 {u"Quote"_qs, u"custom:Anteil"_qs},
                                 {u"Konto"_qs, u"custom"_qs}});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].values.value(Field::Custom)
          == u"{\"Anteil\":\"1.234.567,89\",\"Konto\":\"-0,5\",\"Umsatz\":\"3265,66\"}"_qs);
    CHECK(rows[1].values.value(Field::Custom)
          == u"{\"Anteil\":\"3,20E+05\",\"Konto\":\"007\",\"Umsatz\":\"1,5\"}"_qs);
}

TEST_CASE("Two columns kept under one name stand in it together")
{
    const Files files;
    const auto rows
        = recordsOf(files.write("name,Fax,Telex\nA Ltd,1,2\nB Ltd,,2\n"),
                    {},
                    {{u"Fax"_qs, u"custom:Old lines"_qs}, {u"Telex"_qs, u"custom:Old lines"_qs}});
    CHECK(rows[0].values.value(Field::Custom) == u"{\"Old lines\":\"1; 2\"}"_qs);
    CHECK(rows[1].values.value(Field::Custom) == u"{\"Old lines\":\"2\"}"_qs);
}

TEST_CASE("A whole address gives its postcode, and beside its places only what they do not say")
{
    struct Case
    {
        const char* cell;
        QStringList parts; ///< province, city, district, street, postcode, country
    };
    const Case cases[]{
        {"215000 江苏省苏州市虎丘区朝阳路214号",
         {u"江苏省"_qs, u"苏州市"_qs, u"虎丘区"_qs, u"朝阳路214号"_qs, u"215000"_qs, u""_qs}},
        {"江苏省苏州市虎丘区朝阳路214号（邮编：215000）",
         {u"江苏省"_qs, u"苏州市"_qs, u"虎丘区"_qs, u"朝阳路214号"_qs, u"215000"_qs, u""_qs}},
        {"中国上海市徐汇区衡山路1号 200030",
         {u"上海市"_qs, u"上海市"_qs, u"徐汇区"_qs, u"衡山路1号"_qs, u"200030"_qs, u""_qs}},
        {"\"8284 Main Street, Suite 5, Dallas, TX 75201, USA\"",
         {u"TX"_qs, u"Dallas"_qs, u""_qs, u"8284 Main Street, Suite 5"_qs, u"75201"_qs, u"US"_qs}},
        {"\"10 Downing Street, London SW1A 2AA\"",
         {u""_qs, u"London"_qs, u""_qs, u"10 Downing Street"_qs, u"SW1A 2AA"_qs, u"GB"_qs}},
        {"\"Hauptstr. 5\n80331 München\nDeutschland\"",
         {u""_qs, u"München"_qs, u""_qs, u"Hauptstr. 5"_qs, u"80331"_qs, u"DE"_qs}},
        {"\"Acme House, Wide Road\"",
         {u""_qs, u""_qs, u""_qs, u"Acme House, Wide Road"_qs, u""_qs, u""_qs}},
        {"中山路300123", {u""_qs, u""_qs, u""_qs, u""_qs, u""_qs, u""_qs}},
    };
    for (const Case& c : cases) {
        INFO(c.cell);
        const ClientValues values
            = firstRecord(QByteArray("客户名称,地址\n张三,") + c.cell + "\n").values;
        if (c.parts[3].isEmpty()) {
            CHECK(values.value(Field::Postcode).isEmpty());
            continue;
        }
        CHECK(QStringList{values.value(Field::Province),
                          values.value(Field::City),
                          values.value(Field::District),
                          values.value(Field::Street),
                          values.value(Field::Postcode),
                          values.value(Field::Country)}
              == c.parts);
    }
    const ClientValues beside
        = firstRecord("客户名称,省,市,地址\n张三,江苏,苏州,江苏省苏州市虎丘区朝阳路214号\n").values;
    CHECK(beside.value(Field::District) == u"虎丘区"_qs);
    CHECK(beside.value(Field::Street) == u"朝阳路214号"_qs);
    // Another place than the row says is no part to leave out.
    CHECK(firstRecord("客户名称,市,地址\n张三,苏州市,中山路300号\n").values.value(Field::Street)
          == u"中山路300号"_qs);
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

TEST_CASE("A second address beside the street is kept under its header")
{
    const ClientValues two
        = firstRecord("客户名称,省,市,区,详细地址,公司地址\n"
                      "双址一有限公司,江苏省,苏州市,虎丘区,狮山路1号,北京市朝阳区建国路88号\n")
              .values;
    CHECK(two.value(Field::Street) == u"狮山路1号"_qs);
    CHECK(two.value(Field::Custom).contains(u"\"公司地址\":\"北京市朝阳区建国路88号\""));
    const ClientValues same
        = firstRecord("客户名称,省,市,区,详细地址,公司地址\n"
                      "双址一有限公司,江苏,苏州,虎丘区,狮山路1号,江苏省苏州市虎丘区狮山路1号\n")
              .values;
    CHECK_FALSE(same.has(Field::Custom));
    // Nor is what stands behind the place, where the row has no street.
    CHECK(firstRecord("客户名称,市,地址\n张三,苏州,苏州狮山路1号\n").values.value(Field::Street)
          == u"狮山路1号"_qs);
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
