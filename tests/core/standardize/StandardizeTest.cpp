#include "core/standardize/Address.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Dates.h"
#include "core/standardize/Email.h"
#include "core/standardize/Industry.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/Pinyin.h"
#include "core/standardize/TextDecoding.h"
#include "core/standardize/TextForm.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace core;

TEST_CASE("phones come out as E.164 and are shown as people write them")
{
    struct Row
    {
        const char16_t* typed;
        const char* stored;
        const char16_t* shown;
    };
    for (const Row& row : {
             Row{u"13800138000", "+8613800138000", u"13800138000"},
             Row{u"+86 138 0013 8000", "+8613800138000", u"13800138000"},
             Row{u"0086-13800138000", "+8613800138000", u"13800138000"},
             Row{u"138001380０２", "+8613800138002", u"13800138002"},
             Row{u"0512-38183752", "+8651238183752", u"0512-38183752"},
             Row{u"(0755)74379758", "+8675574379758", u"0755-74379758"},
             Row{u"+86 512 38183752", "+8651238183752", u"0512-38183752"},
             Row{u"010 62345678 转 12", "+861062345678x12", u"010-62345678 转 12"},
             Row{u"010-62345678-801", "+861062345678x801", u"010-62345678 转 801"},
             Row{u"138OO138OOO", "+8613800138000", u"13800138000"},
             Row{u"400-820-8820", "+864008208820", u"4008208820"},
             Row{u"212-790-4854", "+12127904854", u"+1 212-790-4854"},
             Row{u"(415) 941-4261", "+14159414261", u"+1 415-941-4261"},
             Row{u"+44 20 7946 0958", "+442079460958", u"+44 20 7946 0958"},
         }) {
        const QString typed = QString::fromUtf16(row.typed);
        INFO(typed.toStdString());
        const QString stored = parsePhone(typed).stored();
        CHECK(stored.toStdString() == row.stored);
        CHECK(shownPhone(stored) == QString::fromUtf16(row.shown));
        CHECK(parsePhone(shownPhone(stored)).stored() == stored);
    }
}

TEST_CASE("what is no full number stays as written and says why")
{
    CHECK(parsePhone(u"38183752").issue == PhoneIssue::NoAreaCode);
    CHECK(parsePhone(u"38183752").stored() == QStringLiteral("38183752"));
    CHECK(parsePhone(u"38183752", {{}, QStringLiteral("0512")}).stored()
          == QStringLiteral("+8651238183752"));
    CHECK(parsePhone(u"ask the reception").issue == PhoneIssue::NotANumber);
    CHECK(parsePhone(u"1380013800").issue == PhoneIssue::NotANumber);
}

TEST_CASE("a wrong number is not made into another one that looks right")
{
    for (const char16_t* typed : {u"0086 1380013800",
                                  u"86-1380013800",
                                  u"01380013800",
                                  u"+86 1380013800",
                                  u"02-2345-6789",
                                  u"+86 2 2345 6789",
                                  u"051-238183752",
                                  u"022-3456789",
                                  u"0411-1234567",
                                  u"0500-2345678",
                                  u"+86 12345",
                                  u"+86 110",
                                  u"+12345678",
                                  u"+1-5",
                                  u"+44",
                                  u"+",
                                  u"+无",
                                  u"+abc def"}) {
        const QString text = QString::fromUtf16(typed);
        INFO(text.toStdString());
        CHECK_FALSE(parsePhone(text).isValid());
        CHECK(parsePhone(text).issue == PhoneIssue::NotANumber);
        CHECK(parsePhone(text).stored() == text);
    }
    CHECK(parsePhone(u"02-2345-6789", {QStringLiteral("TW"), {}}).stored()
          == QStringLiteral("+886223456789"));
}

TEST_CASE("an area code is read wherever people part the number")
{
    struct Row
    {
        const char16_t* typed;
        const char* stored;
    };
    for (const Row& row : {Row{u"0086-21-5566-7788", "+862155667788"},
                           Row{u"008621-55667788", "+862155667788"},
                           Row{u"86-21-55667788", "+862155667788"},
                           Row{u"8621 5566 7788", "+862155667788"},
                           Row{u"+86 (0)21 5566 7788", "+862155667788"},
                           Row{u"(+86) 0512-3818 3752", "+8651238183752"},
                           Row{u"0512 3818 3752", "+8651238183752"},
                           Row{u"021 5566-7788", "+862155667788"},
                           Row{u"+86-2155667788", "+862155667788"},
                           Row{u"02155667788", "+862155667788"},
                           Row{u"0310-2345678", "+863102345678"},
                           Row{u"+86 400 820 8820", "+864008208820"}}) {
        const QString typed = QString::fromUtf16(row.typed);
        INFO(typed.toStdString());
        CHECK(parsePhone(typed).stored().toStdString() == row.stored);
    }
}

TEST_CASE("what is grouped or dialled as elsewhere is no mobile of the mainland; extensions are "
          "read as they are written")
{
    struct Row
    {
        const char16_t* typed;
        const char* stored;
    };
    for (const Row& row : {Row{u"1-617-253-1000", "+16172531000"},
                           Row{u"1-800-275-2273", "+18002752273"},
                           Row{u"00852-21234567", "+85221234567"},
                           Row{u"0044 20 7946 0958", "+442079460958"},
                           Row{u"013800138007", "+8613800138007"},
                           Row{u"020-81234567（转803）", "+862081234567x803"},
                           Row{u"020-81234567(分机号803)", "+862081234567x803"},
                           Row{u"020-81234567 extn 803", "+862081234567x803"},
                           Row{u"020-81234567*803", "+862081234567x803"},
                           Row{u"138-0013-8000", "+8613800138000"}}) {
        const QString typed = QString::fromUtf16(row.typed);
        INFO(typed.toStdString());
        CHECK(parsePhone(typed).stored().toStdString() == row.stored);
    }
    for (const char16_t* typed : {u"138****8000", u"2026-01-05"}) {
        CHECK(parsePhone(typed).issue == PhoneIssue::NotANumber);
    }
}

TEST_CASE("a district, county or park that is called like a city is not that city")
{
    for (const char16_t* line : {u"朝阳区建国路88号", u"中山公园旁1号"}) {
        const Address address = splitAddress(line);
        INFO(QString::fromUtf16(line).toStdString());
        CHECK(address.city.isEmpty());
        CHECK(address.street == QString::fromUtf16(line));
    }
    CHECK(splitAddress(u"长沙县星沙街道1号").city == QStringLiteral("长沙市"));
    CHECK(splitAddress(u"中山区人民路1号").city == QStringLiteral("大连市"));
}

TEST_CASE("a well-formed number of another country's unknown range stays as written")
{
    const Phone phone = parsePhone(u"+1 123-456-7890");
    CHECK_FALSE(phone.isValid());
    CHECK(phone.issue == PhoneIssue::None);
    CHECK(phone.stored() == QStringLiteral("+1 123-456-7890"));
}

TEST_CASE("several phones in one cell are told apart")
{
    const auto phones = parsePhones(u"13800138000/010-62345678 ext 5；13900139000");
    REQUIRE(phones.size() == 3);
    CHECK(phones[1].stored() == QStringLiteral("+861062345678x5"));
    CHECK(phones[2].isMobile);
}

TEST_CASE("surnames are read as surnames")
{
    struct Row
    {
        const char16_t* name;
        const char* full;
        const char* initials;
    };
    for (const Row& row : {Row{u"单田芳", "shantianfang", "stf"},
                           Row{u"曾伟", "zengwei", "zw"},
                           Row{u"解晓东", "xiexiaodong", "xxd"},
                           Row{u"查良镛", "zhaliangyong", "zly"},
                           Row{u"仇英", "qiuying", "qy"},
                           Row{u"区志强", "ouzhiqiang", "ozq"},
                           Row{u"尉迟恭", "yuchigong", "ycg"},
                           Row{u"欧阳修", "ouyangxiu", "oyx"},
                           Row{u"吕布", "lvbu", "lb"},
                           Row{u"張偉", "zhangwei", "zw"}}) {
        const Reading reading = personReading(QString::fromUtf16(row.name));
        CHECK(reading.full.toStdString() == row.full);
        CHECK(reading.initials.toStdString() == row.initials);
    }
    CHECK(companyReading(u"重庆银行").full == QStringLiteral("chongqingyinhang"));
}

TEST_CASE("sort keys put Chinese in the order of pinyin and numbers in the order of size")
{
    CHECK(sortKey(u"安徽", false) < sortKey(u"北京", false));
    CHECK(sortKey(u"曾伟", true) > sortKey(u"王伟", true));
    CHECK(sortKey(u"第9店", false) < sortKey(u"第10店", false));
    CHECK(sortKey(u"apple", false).toLower() < sortKey(u"Banana", false));
}

TEST_CASE("text is tidied for keeping and folded for comparing")
{
    CHECK(cleanText(u"　 Acme\u00a0 Ltd\u200b ") == QStringLiteral("Acme Ltd"));
    CHECK(cleanText(u"Ａ１（中）") == QStringLiteral("A1（中）"));
    CHECK(foldText(u"Müller 臺北") == QStringLiteral("muller 台北"));
}

TEST_CASE("one-line addresses are parted by the table of divisions")
{
    struct Row
    {
        const char16_t* line;
        const char16_t* province;
        const char16_t* city;
        const char16_t* district;
        const char16_t* street;
    };
    for (const Row& row : {
             Row{u"江苏省苏州市虎丘区朝阳路214号", u"江苏省", u"苏州市", u"虎丘区", u"朝阳路214号"},
             Row{u"上海市上海市徐汇区", u"上海市", u"上海市", u"徐汇区", u""},
             Row{u"北京市大兴区迎宾大道194号", u"北京市", u"北京市", u"大兴区", u"迎宾大道194号"},
             Row{u"苏州市虎丘区朝阳路1号", u"江苏省", u"苏州市", u"虎丘区", u"朝阳路1号"},
             Row{u"浙江省杭州市中山路300", u"浙江省", u"杭州市", u"", u"中山路300"},
             Row{u"10 Downing Street", u"", u"", u"", u"10 Downing Street"},
         }) {
        const Address address = splitAddress(QString::fromUtf16(row.line));
        INFO(QString::fromUtf16(row.line).toStdString());
        CHECK(address.province == QString::fromUtf16(row.province));
        CHECK(address.city == QString::fromUtf16(row.city));
        CHECK(address.district == QString::fromUtf16(row.district));
        CHECK(address.street == QString::fromUtf16(row.street));
    }
}

TEST_CASE("a place at the beginning of a name is known by the table, with or without its kind")
{
    CHECK(placePrefix(u"苏州元诚科技") == 2);
    CHECK(placePrefix(u"苏州市元诚科技") == 3);
    CHECK(placePrefix(u"内蒙古自治区草原食品") == 6);
    CHECK(placePrefix(u"元诚科技") == 0);
    CHECK(placePrefix(u"") == 0);
    CHECK(placePrefix(u"苏") == 0);
}

TEST_CASE("codes are checked by their check characters")
{
    CHECK(isCreditCode(u"91350100M000100Y43"));
    CHECK_FALSE(isCreditCode(u"91350100M000100Y44"));
    CHECK(isIdNumber(u"11010519491231002X"));
    CHECK_FALSE(isIdNumber(u"110105194912310021"));
    CHECK_FALSE(hasCreditCodeShape(u"11010519491231002X"));
    CHECK(isBankCard(u"4111111111111111"));
    CHECK_FALSE(isBankCard(u"4111111111111112"));
    CHECK(isSpreadsheetDamaged(u"4.40301E+17"));
    CHECK(isSpreadsheetDamaged(u"4,40301E+17"));
    CHECK_FALSE(isSpreadsheetDamaged(u"1e5 Ltd"));
}

TEST_CASE("dates are understood as people write them")
{
    const QDate day(2026, 3, 2);
    for (const char16_t* text : {u"2026-03-02",
                                 u"2026/3/2",
                                 u"2026.3.2",
                                 u"2026年3月2日",
                                 u"20260302",
                                 u"2.3.2026",
                                 u"Mar 2, 2026",
                                 u"2 March 2026",
                                 u"2026-03-02 09:00:00",
                                 u"2026-03-02T01:00:00Z"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(parseDate(QString::fromUtf16(text)) == day);
    }
    for (const char16_t* text : {u"2026年03月02号 上午9:30",
                                 u"２０２６年３月２日",
                                 u"二〇二六年三月二日",
                                 u"民國115年3月2日",
                                 u"2026-03-02T09:00:00.000+08:00",
                                 u"2026/3/2 9:05 PM",
                                 u"20260302 0930",
                                 u"20260302093000",
                                 u"2.3.26",
                                 u"02.03.2026 14:00",
                                 u"26/3/2",
                                 u"2-Mar-26",
                                 u"02 Mar. 2026",
                                 u"March 2nd, 2026",
                                 u"Monday, March 2, 2026 9:00 AM",
                                 u"Mon Mar 02 2026 09:00:00 GMT+0800 (CST)",
                                 u"2. März 2026",
                                 u"2026年3月2日 星期一"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(parseDate(QString::fromUtf16(text)) == day);
    }
    for (const char16_t* text : {u"2026年3月",
                                 u"Mar 2026",
                                 u"2026-03-02 call back",
                                 u"13/13/2026",
                                 u"Room 5 12 2026",
                                 u"1.2",
                                 u"昨天",
                                 u""}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK_FALSE(parseDate(QString::fromUtf16(text)));
        CHECK_FALSE(isAmbiguousDate(QString::fromUtf16(text)));
    }
    CHECK(parseDate(u"二〇二五年十二月三十一日") == QDate(2025, 12, 31));
    CHECK(parseDate(u"二〇二五年十月十一日") == QDate(2025, 10, 11));
    CHECK(parseDate(u"1/12/99", DateOrder::DayFirst) == QDate(1999, 12, 1));
    CHECK(dateFromSerial(u"45356.5") == QDate(2024, 3, 5));
    CHECK(dateFromSerial(u"45356,75") == QDate(2024, 3, 5));
    CHECK(dateFromSerial(u"46000") == QDate(2025, 12, 9));
    CHECK_FALSE(dateFromSerial(u"13800138000"));
    for (const char16_t* none : {u"nan", u"-nan", u"inf", u"-inf", u"1e300"}) {
        CHECK_FALSE(dateFromSerial(QStringView(none)));
    }
    CHECK_FALSE(parseDate(u"2026-02-30"));
}

TEST_CASE("the order of day and month is what the column says, and nothing is guessed")
{
    struct Row
    {
        std::vector<const char16_t*> column;
        DateOrder order;
    };
    for (const Row& row : {
             Row{{u"3/5/26", u"4/6/26"}, DateOrder::Unknown},
             Row{{u"3/5/26", u"25/3/26"}, DateOrder::DayFirst},
             Row{{u"3/5/2026", u"3/25/2026"}, DateOrder::MonthFirst},
             Row{{u"03-05-26", u"03-25-26"}, DateOrder::MonthFirst},
             Row{{u"03/05/26", u"25/03/26"}, DateOrder::DayFirst},
             Row{{u"26/03/05", u"26/03/25"}, DateOrder::YearFirst},
             Row{{u"25/3/2026", u"3/25/2026"}, DateOrder::Unknown},
             Row{{u"2026-03-05", u"5.3.2026", u"3/5/26"}, DateOrder::Unknown},
             Row{{u"soon", u"", u"3/3/26"}, DateOrder::Unknown},
         }) {
        DateEvidence evidence;
        for (const char16_t* cell : row.column) {
            evidence.add(QString::fromUtf16(cell));
        }
        INFO(QString::fromUtf16(row.column.front()).toStdString());
        CHECK(evidence.order() == row.order);
    }
    CHECK(isAmbiguousDate(u"3/5/26"));
    CHECK_FALSE(parseDate(u"3/5/26"));
    CHECK(parseDate(u"3/5/26", DateOrder::DayFirst) == QDate(2026, 5, 3));
    CHECK(parseDate(u"3/5/26", DateOrder::MonthFirst) == QDate(2026, 3, 5));
    CHECK(parseDate(u"3/3/26") == QDate(2026, 3, 3));
    CHECK(parseDate(u"25/3/2026") == QDate(2026, 3, 25));
}

TEST_CASE("companies are told from persons by their names, and name parts joined")
{
    CHECK(guessNameKind(u"苏州元诚科技有限公司") == NameKind::Company);
    CHECK(guessNameKind(u"Acme Trading Ltd") == NameKind::Company);
    CHECK(guessNameKind(u"张伟") == NameKind::Person);
    CHECK(guessNameKind(u"Linda Martinez") == NameKind::Person);
    CHECK(joinName(u"星霞", u"", u"蔡") == QStringLiteral("蔡星霞"));
    CHECK(joinName(u"Linda", u"M.", u"Martinez") == QStringLiteral("Linda M. Martinez"));
    CHECK(withoutLegalForm(u"Acme Trading Ltd.") == withoutLegalForm(u"ACME Trading"));
}

TEST_CASE("e-mail addresses keep their form and give their domain")
{
    CHECK(isEmail(u"a.b+c@mail.example.com"));
    CHECK_FALSE(isEmail(u"a..b@example.com"));
    CHECK_FALSE(isEmail(u"a@b"));
    CHECK(standardizeEmail(u" mailto:Anna@Example.COM ") == QStringLiteral("Anna@example.com"));
    CHECK(splitEmails(u"a@x.com; b@y.com").size() == 2);
}

TEST_CASE("industries are known by code and by name in both languages")
{
    CHECK(allIndustries().size() == 117);
    CHECK(industryByText(u"餐饮业")->code == QStringLiteral("62"));
    CHECK(industryByText(u"I65")->code == QStringLiteral("65"));
    CHECK(industryByText(u"Catering")->code == QStringLiteral("62"));
    CHECK_FALSE(industryByText(u"科技"));
    CHECK(proposeIndustry(u"餐饮管理")->code == QStringLiteral("62"));
}

TEST_CASE("the encoding of a file is found")
{
    const QString chinese
        = QStringLiteral("客户名称,联系人,电话\r\n苏州元诚科技有限公司,刘学俊,0512-"
                         "38183752\r\n北京天元贸易有限公司,张三,010-62345678\r\n");
    auto gb = encodeText(chinese, QStringLiteral("gb18030"));
    REQUIRE(gb);
    CHECK(*detectEncoding(*gb) == QStringLiteral("gb18030"));
    CHECK(TextDecoder(QStringLiteral("gb18030")).decode(*gb, true) == chinese);
    CHECK(*detectEncoding(chinese.toUtf8()) == QStringLiteral("utf-8"));
    CHECK(*detectEncoding(QByteArray("\xFF\xFEn\0a\0", 6)) == QStringLiteral("utf-16le"));
    CHECK(*detectEncoding(QByteArray("n\0a\0m\0e\0\n\0", 10)) == QStringLiteral("utf-16le"));
    CHECK(*detectEncoding("Stra\xDF"
                          "e;Ort\r\nM\xFCller;K\xF6ln\r\n")
          == QStringLiteral("windows-1252"));
    CHECK(detectEncoding("\x89PNG\r\n\x1a\n0000").error().code == ErrorCode::Invalid);
}

TEST_CASE("a character cut by the end of a chunk comes with the next one")
{
    const QByteArray bytes = QStringLiteral("客户").toUtf8();
    TextDecoder decoder(QStringLiteral("utf-8"));
    QString text;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        text += decoder.decode(bytes.mid(i, 1), i + 1 == bytes.size());
    }
    CHECK(text == QStringLiteral("客户"));
}

TEST_CASE("a cell full of digits is no phone, and is told so without trying for minutes")
{
    const QString digits(200'000, u'1');
    QElapsedTimer clock;
    clock.start();
    for (const QString& text : {QString(u'+' + digits), digits}) {
        const Phone phone = parsePhone(text, {QStringLiteral("DE"), {}});
        CHECK_FALSE(phone.isValid());
        CHECK(phone.issue == PhoneIssue::NotANumber);
        CHECK(shownPhone(text) == text);
    }
    constexpr qint64 seconds = 10'000;
    CHECK(clock.elapsed() < seconds);
}
