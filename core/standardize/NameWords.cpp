#include "core/standardize/NameWords.h"

#include "core/standardize/Country.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Pinyin.h"
#include "core/standardize/TextForm.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace core {

namespace {

constexpr QStringView surnames
    = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程"
      u"魏苏吕丁任卢姚沈钟姜崔"
      u"谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔"
      u"汤常赖温施洪葛齐伍柳"
      u"鲁俞毕庄聂章祁耿安牛尤季欧窦涂翟倪阮甘岳柴古苗祝左焦骆符裴凌项樊童习鲍应冉辛管舒车卜单路景"
      u"霍包费滕纪盛祖关华"
      u"游娄尚詹卓谷桂司虞蒲喻连路麦米解屈瞿邢边宫申文殷巫乔闵臧隋隆车荣饶储蓝靳查桑成佟狄兰仇艾明";

/// Begin with a surname and are words, not people.
const QRegularExpression& hanWords()
{
    static const QRegularExpression words(QStringLiteral(
        "^(?:马上|方便|常用|安全|安装|高级|高新.?|金牌|金地.?|万达.?|万科.?|华润.?|"
        "于是|何时|明天|明日|成功|成交|"
        "成都|苏州|江苏|江西|文件|文员|关于|应收|应付|应急|单位|单号|包裹|包邮|包装|"
        "费用|连锁|解决|申请|"
        "查收|查询|项目|管理|尚未|常州|温州|汤山|石家庄|白天|白色|黄色|金色|方式|"
        "方法|任何|程序|毕竟|"
        "安徽.?|云南.?|海南.?|江南.?|江北.?|江东.?|江宁.?|龙华.?|龙岗.?|古镇|牛肉|"
        "米饭|甘肃.?|秦皇岛|连云港|"
        "西门.*|濮阳.*|易碎.?|加急|谢谢.?|路口|路边|田间|高中|武汉.?|武昌.?|金额|金融|林业|石油|"
        "钢铁|华东|华南|华北|华中|西北|董事.?|常务.?|施工|车间|应用|成本)$"));
    return words;
}

const QRegularExpression& hanTitleEnd()
{
    static const QRegularExpression end(
        QStringLiteral("(?:(?:常务|执行|副)?总?经理(?:助理)?|(?:技术|销售|财务|市场|运营|人事|行政|"
                       "采购|生产|副)?总监|董事长|总裁|董事|主管|"
                       "主任|会计师?|出纳|(?:总|高级|软件|助理)?工程师|专员|助理|秘书|店长|厂长|"
                       "院长|校长|部长|处长|科长|组长|所长|行长|"
                       "站长|队长|法人代表|法定代表人|合伙人|创始人|老板|业务员|采购员|销售员|"
                       "销售代表|客户代表|顾问|教授|讲师|律师|设计师|"
                       "CEO|CTO|CFO|COO)$"));
    return end;
}

/// How many characters at the front surely are a surname; 0: none. Pinyin's surnameLength() takes any first character for one.
qsizetype knownSurname(QStringView text)
{
    if (hasCompoundSurname(text)) {
        return 2;
    }
    return !text.isEmpty() && surnames.contains(text.front()) ? 1 : 0;
}

bool isAllHan(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return isHan(c.unicode()); });
}

bool isHanPerson(const QString& text)
{
    static const QRegularExpression courtesy(
        QStringLiteral("(?:先生|女士|小姐|老师|总|经理|主任|工)$"));
    static const QRegularExpression minority(QStringLiteral("^\\p{Han}{2,6}[·•]\\p{Han}{2,6}$"));
    static const QRegularExpression placeOrThing(
        QStringLiteral("[省市区县镇乡村路街巷号楼室厦店厂司部站园港]$"));
    if (minority.match(text).hasMatch()) {
        return true;
    }
    static const QRegularExpression familiar(QStringLiteral("^[小老阿]"));
    if (text.size() == 2 && familiar.match(text).hasMatch() && knownSurname(text.mid(1)) == 1) {
        return true; // 小张
    }
    const qsizetype surname = knownSurname(text);
    if (surname == 0 || !isAllHan(text) || hanWords().match(text).hasMatch()) {
        return false;
    }
    QString name = text;
    name.remove(courtesy);
    if (name.size() < text.size() && name.size() == surname) {
        return true; // 李经理, 王女士
    }
    const qsizetype given = name.size() - surname;
    return given >= 1 && given <= 2 && !placeOrThing.match(name).hasMatch()
        && !hanWords().match(name).hasMatch();
}

bool isWesternPerson(const QString& text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(?:(?:Dr|Prof|Mr|Mrs|Ms|Ing|Mgr|Bc|Herr|Frau|Dipl\.-Ing|JUDr|MUDr|PhDr|RNDr)\.?\s)*\p{Lu}[\p{L}'’]*[\p{Ll}](?:-\p{Lu}\p{Ll}+)?)"
        R"((?:\s(?:\p{Lu}\.|\p{Lu}\p{Lu}?[\p{L}'’]*\p{Ll}(?:-\p{Lu}\p{Ll}+)?|\p{Lu}{2,}|de|da|di|del|van|von|der|den|zu|bin|la|le)){1,4}(?:,? (?:PhD|Ph\.D\.|CSc\.|MBA|Jr\.?))?$)"));
    static const QRegularExpression others(
        QStringLiteral(
            R"(\b(?:street|st|road|rd|avenue|ave|lane|square|drive|suite|floor|building|house|park|tower|center|centre|office|team|department|dept|service|support|sales|street|city|republic|states|kingdom|headquarters|branch|office|regards|best|kind|dear|thank|thanks|hello|new|north|south|east|west|group|company|straße|strasse|platz|weg|gasse|allee|ulice|náměstí|třída|česká|czech|great|hong|mobile|phone|email|address|website|follow|please|view|sent|from|my|confidential|ltd|inc|gmbh)\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const qsizetype words = text.split(u' ', Qt::SkipEmptyParts).size();
    return words >= 2 && words <= 7 && form.match(text).hasMatch() && !others.match(text).hasMatch()
        && countryOf(text).isEmpty() && guessNameKind(text) != NameKind::Company;
}

bool isHanTitle(const QString& text)
{
    static const QRegularExpression whole(QStringLiteral("^[\\p{Han}A-Za-z]{2,10}$"));
    const auto end = hanTitleEnd().match(text);
    if (!end.hasMatch() || !whole.match(text).hasMatch()) {
        return false;
    }
    return end.capturedStart() == 0
        || (splitNameAndTitle(text).title.isEmpty() && !isHanPerson(text));
}

bool isWesternTitle(const QString& text)
{
    static const QRegularExpression english(
        QStringLiteral(
            R"(\b(?:Managers?|Director|Engineer|Consultant|Officer|Assistant|Accountant|President|CEO|CTO|CFO|COO|Head|Lead|VP|Vice President|Secretary|Owner|Founder|Co-Founder|Partner|Representative|Specialist|Coordinator|Supervisor|Executive|Buyer|Analyst|Developer|Architect|Designer|Controller|Technician|Geschäftsführer(?:in)?|Prokurist(?:in)?|\p{L}*[Ll]eiter(?:in)?|Sachbearbeiter(?:in)?|\p{L}*ingenieur(?:in)?|Einkäufer(?:in)?|Inhaber(?:in)?|Vorstand)\b)"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression czech(
        QStringLiteral(
            R"(^(?:\p{L}+ ){0,2}(?:ředitel(?:ka)?|jednatel(?:ka)?|vedoucí|manažer(?:ka)?|účetní|majitel(?:ka)?|nákupčí|zástupce|zástupkyně|asistent(?:ka)?|technik|konateľ|riaditeľ(?:ka)?)(?: \p{L}+){0,3}$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (czech.match(text).hasMatch()) {
        return true;
    }
    if (!english.match(text).hasMatch()) {
        return false;
    }
    static const QRegularExpression unfit(QStringLiteral("[\\d!?:@\"]"));
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    constexpr qsizetype longest = 7;
    const QStringList small{QStringLiteral("of"),
                            QStringLiteral("and"),
                            QStringLiteral("for"),
                            QStringLiteral("the"),
                            QStringLiteral("und"),
                            QStringLiteral("der"),
                            QStringLiteral("für"),
                            QStringLiteral("to"),
                            QStringLiteral("in")};
    return words.size() <= longest && !unfit.match(text).hasMatch()
        && std::all_of(words.begin(), words.end(), [&small](const QString& word) {
               return !word.front().isLower() || small.contains(word);
           });
}

} // namespace

bool endsAsCompany(QStringView raw)
{
    const QString text = cleanText(raw);
    static const QRegularExpression han(QStringLiteral(
        "(?:公司|集团|合作社|合伙企业|[工造加]厂|[^\\d]厂|商店|商行|酒店|饭店|餐厅|超市|事务所|"
        "工作室|"
        "医院|诊所|学校|中学|小学|大学|学院|幼儿园|研究院|研究所|协会|学会|基金会|银行|分行|支行|"
        "经营部|门市部|服务部|营业部|书店|药店|旗舰店|专卖店|中心)(?:[（(][^（）()]{1,12}[）)])?"
        "$"));
    static const QRegularExpression legal(
        QStringLiteral(
            R"((?:^|[\s,])(?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|gmbh(?: & co\.? kg)?|ag|kg|ohg|ug|e\.\s?k|e\.\s?v|s\.\s?a|s\.\s?a\.\s?s|sas|sarl|s\.\s?r\.\s?l|s\.\s?p\.\s?a|s\.\s?r\.\s?o|(?:spol\. )?s r\.\s?o|a\.\s?s|k\.\s?s|v\.\s?o\.\s?s|sp\. z o\.\s?o|b\.\s?v|n\.\s?v|pty|co|oy|ab|aps|company|group|holdings?)\.?(?:\s?\([^()]{2,20}\))?$)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression house(QStringLiteral(
        R"(^(?=\p{Lu}|\d)(?:.*\s)?(?:University|Hospital|Hotel|Bank|School|College|Institute|Restaurant|Foundation|Association|Studio)$|^(?:University|Bank|Institute) of \p{Lu}|^Hotel \p{Lu}\p{L}+$)"));
    const qsizetype shortest = 3;
    if (text.size() < shortest) {
        return false;
    }
    return han.match(text).hasMatch()
        || ((legal.match(text).hasMatch() || house.match(text).hasMatch()) && text.contains(u' '));
}

bool isPersonsName(QStringView raw)
{
    const QString text = cleanText(raw);
    return containsHan(text) ? isHanPerson(text) : isWesternPerson(text);
}

bool isJobTitle(QStringView raw)
{
    const QString text = cleanText(raw);
    return containsHan(text) ? isHanTitle(text) : isWesternTitle(text);
}

bool isClosingPhrase(QStringView raw)
{
    static const QRegularExpression phrases(
        QStringLiteral(
            R"(^(?:(?:with )?(?:best|kind|warm)(?: (?:regards|wishes))?|regards|many thanks|thanks|thank you|sincerely|yours (?:sincerely|faithfully)|cheers|(?:mit )?(?:freundlichen|besten|schönen) grüßen|(?:viele|beste|liebe|freundliche) grüße|mfg|s pozdravem|s přátelským pozdravem|s úctou|s pozdravom|此致|敬礼|此致敬礼|祝好|顺颂商祺|谢谢|--+|__+|\*+|=+)[,.!，。！]*$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return phrases.match(cleanText(raw)).hasMatch();
}

NameAndTitle splitNameAndTitle(const QString& text)
{
    const qsizetype surname = knownSurname(text);
    for (qsizetype length = surname + 1; surname > 0 && length <= surname + 2; ++length) {
        const QString name = text.left(length);
        const auto title = hanTitleEnd().match(text.mid(length));
        if (title.hasMatch() && title.capturedStart() == 0 && !name.endsWith(u'总')
            && isHanPerson(name)) {
            return {name, text.mid(length)};
        }
    }
    return {text, {}};
}

} // namespace core
