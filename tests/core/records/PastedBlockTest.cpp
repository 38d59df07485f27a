// A whole contact pasted in one piece: what goes into which field, what stays, and what is no contact at all.
#include "core/records/PastedBlock.h"

#include <QHash>
#include <QRandomGenerator>
#include <QStringList>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// "contact=张三 | phone=13812345678 || the rest", as the tables below have it; a confidential rest has a "!".
QString readable(const PastedBlock& block)
{
    QStringList values;
    for (const auto& [field, value] : block.values) {
        values.append(fieldName(field) + u'=' + value);
    }
    QStringList rest;
    for (const PastedRest& one : block.rest) {
        rest.append((one.isConfidential ? u"!"_s : QString()) + one.text);
    }
    return values.join(u" | "_s) + (rest.isEmpty() ? QString() : u" || "_s + rest.join(u" | "_s));
}

struct Block
{
    const char* text;
    const char* fields;
};

constexpr Block chineseBlocks[]{
    {"张三 13812345678 江苏省苏州市虎丘区朝阳路214号",
     "contact=张三 | province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号 | "
     "phone=13812345678"},
    {"收件人: 张三 / 手机: 138 1234 5678 / 地址: 江苏省苏州市虎丘区朝阳路214号",
     "contact=张三 | province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号 | "
     "phone=13812345678"},
    {"张三13812345678江苏省苏州市虎丘区朝阳路214号",
     "contact=张三 | province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号 | "
     "phone=13812345678"},
    {"江苏省苏州市虎丘区朝阳路214号，张三，13812345678",
     "contact=张三 | province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号 | "
     "phone=13812345678"},
    {"江苏省苏州市虎丘区朝阳路214号（张三收，13812345678）",
     "contact=张三 | province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号 | "
     "phone=13812345678"},
    {"收货人: 张三\n手机号码: 13812345678\n所在地区: 江苏省苏州市虎丘区\n详细地址: "
     "朝阳路214号3栋502室",
     "contact=张三 | province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号3栋502室 "
     "| "
     "phone=13812345678"},
    {"苏州云杉贸易有限公司\n王芳 销售经理\n手机：13912345678\n电话：0512-66778899 转 "
     "12\n邮箱：wangfang@yunshan.com\n"
     "网址：www.yunshan.com\n地址：苏州市虎丘区朝阳路214号\n邮编：215000",
     "name=苏州云杉贸易有限公司 | contact=王芳 | position=销售经理 | province=江苏省 | city=苏州市 "
     "| "
     "district=虎丘区 | street=朝阳路214号 | postcode=215000 | phone=13912345678 | "
     "other_phones=0512-66778899 转 12 | email=wangfang@yunshan.com | website=www.yunshan.com"},
    {"联系人：李四  职务：采购主管  电话：021-50501234  传真：021-50501235",
     "contact=李四 | position=采购主管 | phone=021-50501234 || 传真：021-50501235"},
    {"公司名称：北京金帆信息技术有限公司\n统一社会信用代码：91110108MA01ABCD2X\n开户行：中国银行北"
     "京分行\n账号：1234 5678 "
     "9012 345",
     "name=北京金帆信息技术有限公司 | credit_code=91110108MA01ABCD2X || !开户行：中国银行北京分行 "
     "| "
     "!账号：1234 5678 9012 345"},
    {"姓名：张三，身份证：320502199003078811，手机：13812345678",
     "contact=张三 | phone=13812345678 || !身份证：320502199003078811"},
    {"张三 320502199003078811 13812345678",
     "contact=张三 | phone=13812345678 || !320502199003078811"},
    {"王芳总经理 13912345678", "contact=王芳 | position=总经理 | phone=13912345678"},
    {"王芳（销售经理）13912345678 wangfang@yunshan.com",
     "contact=王芳 | position=销售经理 | phone=13912345678 | email=wangfang@yunshan.com"},
    {"苏州云杉贸易有限公司 王芳 13912345678",
     "name=苏州云杉贸易有限公司 | contact=王芳 | phone=13912345678"},
    {"苏州云杉贸易有限公司，地址：苏州市虎丘区朝阳路214号，电话：0512-66778899",
     "name=苏州云杉贸易有限公司 | province=江苏省 | city=苏州市 | district=虎丘区 | "
     "street=朝阳路214号 | "
     "phone=0512-66778899"},
    {"欧阳明 上海市徐汇区衡山路1号 云杉大厦 3楼 18612345678",
     "contact=欧阳明 | province=上海市 | city=上海市 | district=徐汇区 | street=衡山路1号 云杉大厦 "
     "3楼 | "
     "phone=18612345678"},
    {"张先生 手机13812345678 微信同号", "contact=张先生 | phone=13812345678 || 微信同号"},
    {"张三，13812345678，请周五前联系", "contact=张三 | phone=13812345678 || 请周五前联系"},
    {"联系人张三，电话13812345678、0512-66778899",
     "contact=张三 | phone=13812345678 | other_phones=0512-66778899"},
    {"215000 江苏省苏州市虎丘区朝阳路214号 张三 13812345678",
     "contact=张三 | province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号 | "
     "postcode=215000 | phone=13812345678"},
    {"收件人：苏州云杉贸易有限公司\n电话：400-820-8820\n地址：\n江苏省苏州市虎丘区朝阳路214号",
     "name=苏州云杉贸易有限公司 | province=江苏省 | city=苏州市 | district=虎丘区 | "
     "street=朝阳路214号 | "
     "phone=4008208820"},
    {"张三 +86 138 1234 5678 zhang.san@qq.com",
     "contact=张三 | phone=13812345678 | email=zhang.san@qq.com"},
    {"云杉 科技有限公司\n陈静 财务总监\n此致敬礼\n010-53584479",
     "name=云杉 科技有限公司 | contact=陈静 | position=财务总监 | phone=010-53584479"},
    {"名称：苏州云杉贸易有限公司\n税号：91320505MA1XXXXX2R\n地址、电话：苏州市虎丘区朝阳路214号 "
     "0512-66778899",
     "name=苏州云杉贸易有限公司 | province=江苏省 | city=苏州市 | district=虎丘区 | "
     "street=朝阳路214号 | "
     "phone=0512-66778899 | credit_code=91320505MA1XXXXX2R"},
    {"您好，我是陈静，电话13812345678，麻烦寄到苏州市虎丘区朝阳路214号，谢谢",
     "province=江苏省 | city=苏州市 | district=虎丘区 | street=朝阳路214号 | phone=13812345678 || "
     "您好 我是陈静 麻烦寄到"},
    {"苏州云杉贸易有限公司（总部）\n电话：0512-66778899/66778800\n法定代表人：马六",
     "name=苏州云杉贸易有限公司（总部） | phone=0512-66778899 | other_phones=0512-66778800 || "
     "法定代表人：马六"},
    {"13812345678（张三）", "contact=张三 | phone=13812345678"},
    {"张三：13812345678", "contact=张三 | phone=13812345678"},
    {"小张 0755-82345678-801", "contact=小张 | phone=0755-82345678 转 801"},
    {"阿里木·买买提 13812345678 新疆维吾尔自治区乌鲁木齐市天山区光明路12号",
     "contact=阿里木·买买提 | province=新疆维吾尔自治区 | city=乌鲁木齐市 | district=天山区 | "
     "street=光明路12号 | phone=13812345678"},
};

constexpr Block westernBlocks[]{
    {"Alder Foods Ltd\nJohn Smith\nPurchasing Manager\nTel. +44 20 7946 "
     "0123\njohn.smith@alder.com\n"
     "www.alder.com\n12 Mill Lane, Leeds LS1 4AP",
     "name=Alder Foods Ltd | contact=John Smith | position=Purchasing Manager | city=Leeds | "
     "street=12 Mill Lane | country=GB | postcode=LS1 4AP | phone=+44 20 7946 0123 | "
     "email=john.smith@alder.com | website=www.alder.com"},
    {"Best regards,\n\nLinda M. Martinez\nHead of Sales | Spruce & Co.\nM: (212) 790-4854\nE: "
     "linda@spruce.com\n"
     "8284 Main Street\nDallas, TX 75201\nUSA",
     "name=Spruce & Co. | contact=Linda M. Martinez | position=Head of Sales | province=TX | "
     "city=Dallas | "
     "street=8284 Main Street | country=US | postcode=75201 | phone=+1 212-790-4854 | "
     "email=linda@spruce.com"},
    {"John Smith, Sales Manager\nAcme Co., Ltd.\njsmith@acme.com",
     "name=Acme Co., Ltd. | contact=John Smith | position=Sales Manager | email=jsmith@acme.com"},
    {"Anna Berg <anna.berg@tanne.de>", "contact=Anna Berg | email=anna.berg@tanne.de"},
    {"Company: Alder Foods\nContact: John Smith\nPhone: +1 212 790 4854\nFax: +1 212 790 4855",
     "name=Alder Foods | contact=John Smith | phone=+1 212-790-4854 || Fax: +1 212 790 4855"},
    {"Tanne Maschinenbau GmbH\nDr. Anna Berg\nGeschäftsführerin\nHauptstr. 5\n80331 München\nTel.: "
     "089 1234567\n"
     "Mobil: +49 171 1234567\nE-Mail: anna.berg@tanne.de\nwww.tanne.de",
     "name=Tanne Maschinenbau GmbH | contact=Dr. Anna Berg | position=Geschäftsführerin | "
     "city=München | "
     "street=Hauptstr. 5 | postcode=80331 | phone=+49 89 1234567 | other_phones=+49 171 1234567 | "
     "email=anna.berg@tanne.de | website=www.tanne.de"},
    {"Mit freundlichen Grüßen\nKlaus Weber\nVertriebsleiter\nFichte AG\nTelefon 030 "
     "12345678\nk.weber@fichte.de\n"
     "IBAN: DE89 3704 0044 0532 0130 00",
     "name=Fichte AG | contact=Klaus Weber | position=Vertriebsleiter | phone=+49 30 12345678 | "
     "email=k.weber@fichte.de || !IBAN: DE89 3704 0044 0532 0130 00"},
    {"Ansprechpartner: Klaus Weber\nAdresse: Hauptstr. 5, 80331 München\nHandy: +49 171 1234567",
     "contact=Klaus Weber | city=München | street=Hauptstr. 5 | postcode=80331 | phone=+49 171 "
     "1234567"},
    {"S pozdravem\nIng. Petr Novák\nobchodní ředitel\nSmrk s.r.o.\nNa Příkopě 12\n110 00 Praha 1\n"
     "tel.: +420 224 123 456\nmob.: +420 602 123 456\nnovak@smrk.cz\nwww.smrk.cz",
     "name=Smrk s.r.o. | contact=Ing. Petr Novák | position=obchodní ředitel | city=Praha 1 | "
     "street=Na Příkopě 12 | postcode=110 00 | phone=+420 224 123 456 | other_phones=+420 602 123 "
     "456 | "
     "email=novak@smrk.cz | website=www.smrk.cz"},
    {"Smrk a.s., IČO: 12345678, DIČ: CZ12345678, tel. 224 123 456, info@smrk.cz",
     "name=Smrk a.s. | phone=+420 224 123 456 | email=info@smrk.cz || IČO: 12345678 | DIČ: "
     "CZ12345678"},
    {"Jméno: Jana Dvořáková\nPozice: účetní\nTelefon: +420 602 123 456\nČíslo účtu: 123456789/0100",
     "contact=Jana Dvořáková | position=účetní | phone=+420 602 123 456 || !Číslo účtu: "
     "123456789/0100"},
    {"Alder Foods Ltd\n8284 Main Street\nDallas, TX 75201",
     "name=Alder Foods Ltd | province=TX | city=Dallas | street=8284 Main Street | country=US | "
     "postcode=75201"},
    {"Alder Grove\nMary Hill\nmary.hill@alder.com\n+1 212 790 4854",
     "contact=Mary Hill | phone=+1 212-790-4854 | email=mary.hill@alder.com || Alder Grove"},
    {"Alder Grove\nMary Hill\noffice@alder.com\n+1 212 790 4854",
     "phone=+1 212-790-4854 | email=office@alder.com || Alder Grove | Mary Hill"},
    {"JOHN SMITH\nManaging Director\nALDER FOODS LTD\nT +44 (0)20 7946 0123  M +44 7700 900123",
     "name=ALDER FOODS LTD | contact=JOHN SMITH | position=Managing Director | phone=+44 20 7946 "
     "0123 | "
     "other_phones=+44 7700 900123"},
    {"Prof. Dr. Hans-Peter von der Heide\nLeiter Einkauf\nTanne GmbH & Co. KG\nBahnhofstraße "
     "12\nD-80331 München\n"
     "h.heide@tanne.de",
     "name=Tanne GmbH & Co. KG | contact=Prof. Dr. Hans-Peter von der Heide | position=Leiter "
     "Einkauf | "
     "city=München | street=Bahnhofstraße 12 | postcode=80331 | email=h.heide@tanne.de"},
    {"Smrk, spol. s r.o.\nNa Příkopě 1234/12, 110 00 Praha 1, Česká republika\nIČ: 12345678",
     "name=Smrk, spol. s r.o. | city=Praha 1 | street=Na Příkopě 1234/12 | country=CZ | "
     "postcode=110 00 || "
     "IČ: 12345678"},
    {"Mary Hill\tAlder Foods Inc\t+1 212 790 4854\tmary@alder.com",
     "name=Alder Foods Inc | contact=Mary Hill | phone=+1 212-790-4854 | email=mary@alder.com"},
    {"John Smith\nDirector\nalder.com\njohn@alder.com, office@alder.com",
     "contact=John Smith | position=Director | email=john@alder.com | "
     "other_emails=office@alder.com | "
     "website=alder.com"},
};

/// What may stand in a block, and what of it must be found again: of a phone its national number.
struct Piece
{
    const char* text;
    const char* kept;
};

constexpr Piece pieces[]{{"苏州云杉贸易有限公司", nullptr},
                         {"Alder Foods Ltd", nullptr},
                         {"公司：北京金帆信息技术有限公司", "北京金帆信息技术有限公司"},
                         {"张三", nullptr},
                         {"联系人：欧阳明", "欧阳明"},
                         {"John Smith", nullptr},
                         {"Contact: Mary Hill", "Mary Hill"},
                         {"销售经理", nullptr},
                         {"王芳总经理", nullptr},
                         {"Head of Purchasing", nullptr},
                         {"13812345678", nullptr},
                         {"手机：+86 139 1234 5678", "13912345678"},
                         {"0512-66778899", "51266778899"}, // a German or Czech reading has no zero
                         {"Tel. +49 89 1234567", "49891234567"},
                         {"传真：021-50501235", "02150501235"},
                         {"电话：没有", "没有"},
                         {"zhang.san@qq.com", nullptr},
                         {"E-mail: office@alder.com", "office@alder.com"},
                         {"www.alder.com", nullptr},
                         {"网址：https://yunshan.com/a?b=1", "https://yunshan.com/a?b=1"},
                         {"统一社会信用代码：91320505MA1XXXXX2R", "91320505MA1XXXXX2R"},
                         {"江苏省苏州市虎丘区朝阳路214号", nullptr},
                         {"地址：苏州市虎丘区人民街8号3楼", "人民街8号3楼"},
                         {"8284 Main Street, Dallas, TX 75201", nullptr},
                         {"Hauptstr. 5\n80331 München", "Hauptstr580331München"},
                         {"215000", nullptr},
                         {"邮编：215001", "215001"},
                         {"身份证：320502199003078811", "320502199003078811"},
                         {"6222021234567890128", nullptr},
                         {"DE89 3704 0044 0532 0130 00", nullptr},
                         {"主营：钢材与木材", nullptr},
                         {"（仓库在后门）", "仓库在后门"},
                         {"what nobody knows", nullptr},
                         {"order 4711-B", nullptr},
                         {"微信同号", nullptr},
                         {"ＡＢＣ１２３", "ABC123"}};

/// How often each letter and digit stands in a text.
QHash<QChar, int> lettersOf(const QString& text)
{
    QHash<QChar, int> counts;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            ++counts[c];
        }
    }
    return counts;
}

} // namespace

TEST_CASE("a whole contact in Chinese is read into its fields, what no field takes is left over")
{
    for (const Block& one : chineseBlocks) {
        const PastedBlock block = readPastedBlock(QString::fromUtf8(one.text));
        INFO(one.text);
        CHECK(readable(block).toStdString() == one.fields);
        CHECK(block.isBlock);
    }
}

TEST_CASE("a whole contact in English, German and Czech is read into its fields")
{
    for (const Block& one : westernBlocks) {
        const PastedBlock block = readPastedBlock(QString::fromUtf8(one.text));
        INFO(one.text);
        CHECK(readable(block).toStdString() == one.fields);
        CHECK(block.isBlock);
    }
}

TEST_CASE("a name, an address or a phone by itself is no whole contact, whatever stands in it")
{
    for (const char* text : {"苏州云杉贸易有限公司",
                             "张三",
                             "13812345678",
                             "手机：138 1234 5678",
                             "0512-66778899 转 12",
                             "手机:138 0013 8000\n0512-66778899; 010-62345678",
                             "江苏省苏州市虎丘区朝阳路214号",
                             "215000 江苏省苏州市虎丘区朝阳路214号",
                             "江苏省苏州市虎丘区朝阳路214号（张三收）",
                             "江苏省苏州市虎丘区朝阳路214号 云杉大厦 张三",
                             "地址：江苏省苏州市虎丘区朝阳路214号 邮编：215000",
                             "江苏省苏州市虎丘区朝阳路214号\n云杉大厦3楼",
                             "中山路8号酒吧",
                             "上海中山路 88号餐厅",
                             "苏州街16号神州数码大厦",
                             "北京路公司",
                             "360 集团",
                             "3M中国有限公司",
                             "58同城 信息技术有限公司",
                             "苏州云杉贸易有限公司 张三",
                             "苏州云杉贸易有限公司 江苏省苏州市虎丘区朝阳路214号",
                             "苏州市虎丘区朝阳路214号云杉贸易有限公司",
                             "张三、李四",
                             "销售经理",
                             "8284 Main Street, Dallas, TX 75201",
                             "Hauptstr. 5\n80331 München",
                             "Na Příkopě 12\n110 00 Praha 1\nCzech Republic",
                             "Alder Foods Ltd",
                             "Acme Co., Ltd.",
                             "7-Eleven Holdings Inc.",
                             "Suite 400 Partners LLC",
                             "Studio 54, New York",
                             "John Smith",
                             "John Smith, Sales Manager",
                             "Head of Sales, Alder Foods Ltd",
                             "+49 89 1234567",
                             "(212) 790-4854 ext. 12",
                             "john.smith@alder.com",
                             "www.alder.com",
                             "91110108MA01ABCD2X",
                             "320502199003078811",
                             "He asked the manager to call tomorrow.",
                             "寄件人：李雷 13711112222\n收件人：韩梅 13822223333",
                             "年产5000吨的工厂，见第12号文件",
                             ""}) {
        const PastedBlock block = readPastedBlock(QString::fromUtf8(text));
        INFO(text << " -> " << readable(block).toStdString());
        CHECK_FALSE(block.isBlock);
    }
}

TEST_CASE("of what is pasted nothing is lost but separators and labels, however it is mixed")
{
    const QStringList separators{u"\n"_s,
                                 u" "_s,
                                 u"，"_s,
                                 u" / "_s,
                                 u"；"_s,
                                 u"\t"_s,
                                 u" | "_s,
                                 u", "_s,
                                 u"、"_s,
                                 u"\r\n\r\n"_s};
    constexpr quint32 seed = 20240611;
    QRandomGenerator random(seed);
    constexpr int rounds = 4000;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Piece> mixed(std::begin(pieces), std::end(pieces));
        std::shuffle(mixed.begin(), mixed.end(), random);
        mixed.resize(1 + random.bounded(8U));
        QString text;
        QString kept;
        for (const Piece& piece : mixed) {
            text += QString::fromUtf8(piece.text) + separators[random.bounded(separators.size())];
            kept += QString::fromUtf8(piece.kept == nullptr ? piece.text : piece.kept);
        }
        const PastedBlock block = readPastedBlock(text);
        QString found;
        for (const auto& [field, value] : block.values) {
            CHECK_FALSE(value.contains(QChar(0x1F)));
            CHECK_FALSE(value.contains(u"320502199003078811"));
            CHECK_FALSE(value.contains(u"6222021234567890128"));
            found += value;
        }
        for (const PastedRest& one : block.rest) {
            CHECK((one.isConfidential || !one.text.contains(u"320502199003078811")));
            found += one.text;
        }
        const QHash<QChar, int> has = lettersOf(found);
        const QHash<QChar, int> wanted = lettersOf(kept);
        for (auto letter = wanted.begin(); letter != wanted.end(); ++letter) {
            if (has.value(letter.key()) < letter.value()) {
                INFO("seed " << seed << ", round " << round << "\n" << text.toStdString());
                INFO(readable(block).toStdString());
                CHECK(QString(letter.key()).toStdString() == "nothing lost");
                break;
            }
        }
    }
}
