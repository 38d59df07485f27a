// What a few words surely are, and addresses of one line beyond those that the import's tests have.
#include "core/standardize/NameWords.h"

#include "core/standardize/AddressLine.h"

#include <QStringList>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// C company, P person, T title, G greeting, - nothing.
char kindOf(const QString& text)
{
    return isClosingPhrase(text) ? 'G'
        : endsAsCompany(text)    ? 'C'
        : isJobTitle(text)       ? 'T'
        : isPersonsName(text)    ? 'P'
                                 : '-';
}

} // namespace

TEST_CASE(
    "words by themselves are a company, a person, a title, a greeting, or nothing that is sure")
{
    const std::pair<const char*, const char*> kinds[]{
        {"C",
         "苏州云杉贸易有限公司 苏州第一中学 云杉大酒店 王记餐厅 南京市玄武区人民医院 华为集团 "
         "云杉贸易有限公司（总部）"},
        {"P", "张三 欧阳明 诸葛孔明 王女士 李经理 张总 小王 阿里木·买买提 司马光"},
        {"T", "经理 销售总监 董事长 董事长助理 常务副总经理 高级工程师 财务主管 施工经理 法人代表"},
        {"G", "谢谢 此致敬礼 -- Thanks, Regards"},
        {"-",
         "马上 方便 高级 万达 苏州 金额 路口 朝阳路 白色 三千 云杉大厦 微信同号 请周五前联系"}};
    for (const auto& [kind, words] : kinds) {
        for (const QString& word : QString::fromUtf8(words).split(u' ')) {
            INFO(word.toStdString());
            CHECK(kindOf(word) == kind[0]);
        }
    }
    const std::pair<const char*, const char*> western[]{
        {"C",
         "Alder Foods Ltd|Acme Co., Ltd.|Tanne GmbH & Co. KG|Smrk s.r.o.|Smrk, spol. s r.o.|Hotel "
         "Adria|Grand Hotel"},
        {"P",
         "John Smith|Linda M. Martinez|Dr. Anna Berg|Vincent van Gogh|Mike O'Brien|Ing. Petr "
         "Novák|Anna Berg, PhD"},
        {"T",
         "Sales Manager|Head of Purchasing|CEO|Managing Director|Geschäftsführerin|Leiter "
         "Einkauf|obchodní ředitel|účetní"},
        {"G", "Best regards,|Mit freundlichen Grüßen|Kind regards|S pozdravem,"},
        {"-",
         "New York|San Francisco|Main Street|Sales Department|Alder|Kind Words Today|Customer "
         "Service|He asked the manager|Spruce "
         "Tower|Czech Republic|Room 12"}};
    for (const auto& [kind, words] : western) {
        for (const QString& word : QString::fromUtf8(words).split(u'|')) {
            INFO(word.toStdString());
            CHECK(kindOf(word) == kind[0]);
        }
    }
}

TEST_CASE("a name in front of its title is told from a name that has the title's word in it")
{
    const std::tuple<const char*, const char*, const char*> names[]{
        {"王芳总经理", "王芳", "总经理"},
        {"欧阳明经理", "欧阳明", "经理"},
        {"李经理", "李经理", ""},
        {"张总经理", "张总经理", ""},
        {"高级经理", "高级经理", ""},
        {"张三", "张三", ""}};
    for (const auto& [text, name, title] : names) {
        const NameAndTitle both = splitNameAndTitle(QString::fromUtf8(text));
        CHECK(both.name.toStdString() == name);
        CHECK(both.title.toStdString() == title);
    }
}

TEST_CASE("an address with a Czech postcode is split, its country said or not")
{
    for (const char16_t* text : {u"Na Příkopě 12, 110 00 Praha 1",
                                 u"Na Příkopě 12\n110 00 Praha 1\nCzech Republic",
                                 u"Na Příkopě 12, CZ-110 00 Praha 1, Česká republika"}) {
        const AddressLine line = splitAddressLine(QString::fromUtf16(text));
        CHECK(line.parts.street == u"Na Příkopě 12");
        CHECK(line.parts.city == u"Praha 1");
        CHECK(line.postcode == u"110 00");
        CHECK((line.country.isEmpty() || line.country == u"CZ"));
    }
    CHECK(splitAddressLine(u"Ring 5, 1010 Wien, Austria").country == u"AT");
}
