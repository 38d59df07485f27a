#include "core/standardize/EncodingGuess.h"

#include "core/standardize/EuropeanPages.h"
#include "core/standardize/TextDecoding.h"
#include "core/standardize/TextForm.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr double frequentScore = 3;
constexpr double latinScore = 2;
constexpr double commonScore = 0.5;
constexpr double rareScore = -1;
constexpr double wrongScore = -5;
constexpr double enough = 0.8; ///< on average per character: it reads like a text
constexpr double surely = 0.9; ///< about every second character is a frequent one
constexpr double clearlyBetter = 0.75;

// Characters of client lists, simplified: headers, companies, places, streets, surnames, given names; then the most
// frequent ones of the language. Traditional ones are simplified before they are looked up.
constexpr const char16_t* chineseCharacters
    = u"客户名称公司姓联系人电话手机号码地址邮箱编备注职务部门行业类型状态日期时间省市区县镇乡村街"
      u"道路巷弄号楼室座栋单元层"
      u"有限责任股份集团科技技术贸易商实业工程建筑设计装饰装修材料机械设备电子电器信息网络软件数据"
      u"咨询服务管理物流运输餐饮酒店"
      u"食品医药医疗器械教育培训文化传媒广告印刷包装服装纺织家具汽车销售化工能源环保生物农业房地产"
      u"投资金融保险银行进出口国际"
      u"中国北京上海天津重庆广东州深圳江苏南浙杭宁波山青岛济福建厦门四川成都湖武汉长沙河郑石庄西安"
      u"陕辽沈阳大连吉林春黑龙哈尔滨"
      u"云昆明贵安徽合肥南昌海口甘肃兰新疆乌鲁木齐内蒙古呼和浩特藏拉萨香港澳台湾佛莞珠惠温嘉兴绍金"
      u"华无锡常徐扬镇泰烟潍"
      u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏"
      u"魏吕丁任卢姚钟姜崔谭陆范"
      u"汪廖石金贾夏韦付方白邹孟熊秦邱侯江尹薛闫段雷史陶贺毛郝顾龚邵万钱严覃武戴莫孔向汤伟芳娜秀英"
      u"敏静丽强磊军洋勇艳杰娟涛"
      u"明超霞平刚桂兰玉红建国志文华永飞鹏辉宇浩欣婷雪梅玲慧佳怡琳晶莹颖洁倩雯思雨子轩博涵梓豪俊凯"
      u"斌波峰亮健鑫龙凤春秋冬"
      u"的一是不了在人有我他这个们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过"
      u"天去能对小多然于心学么之都"
      u"好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头"
      u"经长儿回位分爱老因很给名法"
      u"间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月"
      u"十实向声车全信重三机工物气"
      u"每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光"
      u"白或住难望教命花结乐色更拉"
      u"东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快"
      u"原吃妈变通师立象数四失满战远"
      u"格士音轻目条呢病始达深完今提求清王化空业思切怎非找片罗钱吗语元喜曾离飞科言干流欢约各即指合"
      u"反题必该论交终林请医晚制球决传"
      u"画保读运及则房早院量苦火布品近坐产答星精视五连司巴奇管类未朋且婚台夜青北队久乎越观落尽形影"
      u"红爸百令周吧识步希亚术留市半"
      u"热送兴造谈容极随演收首根讲整式取照办强石古华谷拿计您装似足双妻尼转诉米称丽客南领节衣站黑刻"
      u"统断福城故历惊脸选包紧争另建维"
      u"绝树系伤示愿持千史谁准联妇纪基买志静阿诗独复痛消社算义竟确酒需单治卡幸兰念举仅钟怕共毛句息"
      u"功官待究跟穿室易游程号居考突"
      u"皮哪费倒价图具刚脑永歌响商礼细专黄块脚味灵改据般破引食仍存众注笔甚某沉血备习校默务土微娘须"
      u"试怀料调广苏显赛查密议底列富梦"
      u"错座参八除跑亮假印设线温虽掉京初养香停际致阳纸李纳验助激够严证帝饭忘趣支春集丈木研班普导顿"
      u"睡展跳获艺六波察群皇段急庭创区"
      u"奥器谢弟店否害草排背止组州朝封睛板角况曲馆育忙质河续哥呼若推境遇雨标姐充围案伦护冷警贝著雪"
      u"索剧啊船险烟依斗值帮汉慢佛肯闻"
      u"唱沙局伯族低玩资屋击速顾泪洲团圣旁堂兵七露园牛哭旅街劳型烈姑陈莫鱼异抱宝权鲁简态级票怪寻杀"
      u"律胜份汽右洋范床舞秘午登楼贵吸"
      u"炜烨熠泽翰懿毅宾彬琴琪瑶璐莎菲薇蕾岚晟昊旭阳曼芸萍蓉莉娇媛茜莲蓓燕霞翠珍琼瑞珠锦钰钧锋铭镇"
      u"铁焕炎煜熙照勋勤勉霖露霜"
      u"诚元鸿瑞恒鼎盛顺昌隆泰祥源润佰翔宏宇腾达晨捷迅联创嘉凌汇宸禾";
constexpr const char16_t* japaneseKanji
    = u"氏名会社株式有限名前住所電話番号郵便都道府県市区町村丁目番地携帯備考担当者部署役職顧客様東"
      u"京大阪京都横浜名古屋神戸福岡札"
      u"幌仙台広島千葉埼玉愛知兵庫北海新潟静岡長野岐阜群馬栃木茨城山口田中佐藤鈴木高橋伊渡辺本小林"
      u"加吉松井上斎清水山崎森阿部池橋石"
      u"川島前後原村近藤坂遠青西福太三竹内金和子美恵一郎二健介真由香里奈樹翔直美智明裕子浩幸正弘隆"
      u"誠商事工業製作建設運輸食品産業興"
      u"業物販売営業開発技術研究総合日年月火水木金土曜時分";
constexpr const char16_t* koreanSyllables
    = u"이름성명회사고객담당자전화번호휴대폰메일주소우편직책부서비고업종구분시도군읍면동로길번지층"
      u"서울산대인천광주전울경기강원충청북남"
      u"라상제특별역치세종포항용수성김박최정조윤장임한오신권황안송류홍문양손배백허유심노하곽차구민"
      u"지현영미은혜숙희경선진수준호재석태우"
      u"상철훈규식가을를는의에와과도로다니습고합하주식유한책주무역통산업건설개발기술정보시스템서비"
      u"스코리아전자화학물류은행보험식품"
      u"의료교육디자인컨설팅네트워크소프트웨어";

QSet<char16_t> setOf(const char16_t* characters)
{
    QSet<char16_t> set;
    for (const char16_t* c = characters; *c != 0; ++c) {
        set.insert(*c);
    }
    return set;
}

/// The characters that an encoding holds from one double byte to another: its first level.
QSet<char16_t> levelOf(const char* encoding, unsigned first, unsigned last)
{
    QByteArray bytes;
    for (unsigned code = first; code <= last; ++code) {
        const unsigned trail = code & 0xFFU;
        if (trail >= 0x40 && trail != 0x7F && trail != 0xFF) {
            bytes.append(char(code >> 8U));
            bytes.append(char(trail));
        }
    }
    QSet<char16_t> set;
    for (const QChar c : TextDecoder(QLatin1String(encoding)).decode(bytes, true)) {
        if (isHan(c.unicode())) {
            set.insert(c.unicode());
        }
    }
    return set;
}

enum class Script
{
    Chinese,
    Japanese,
    Korean
};

struct Candidate
{
    const char* encoding;
    Script script;
    const char* levelEncoding; ///< whose first level counts as common
    unsigned first;
    unsigned last;
};

constexpr std::array<Candidate, 5> candidates{{
    {"gb18030", Script::Chinese, "gb18030", 0xB0A1, 0xD7F9},
    {"big5", Script::Chinese, "big5", 0xA440, 0xC67E},
    {"shift_jis", Script::Japanese, "shift_jis", 0x889F, 0x9872},
    {"euc-jp", Script::Japanese, "shift_jis", 0x889F, 0x9872},
    {"windows-949", Script::Korean, "gb18030", 0, 0},
}};

class Reader
{
public:
    explicit Reader(const Candidate& candidate)
        : m_script(candidate.script)
        , m_common(candidate.last == 0
                       ? QSet<char16_t>()
                       : levelOf(candidate.levelEncoding, candidate.first, candidate.last))
    { }

    /// `inWord`: a small Latin letter stands beside it.
    [[nodiscard]] double score(QChar c, bool inWord) const
    {
        static const QSet<char16_t> chinese = setOf(chineseCharacters);
        static const QSet<char16_t> japanese = setOf(japaneseKanji);
        static const QSet<char16_t> korean = setOf(koreanSyllables);
        const char16_t u = c.unicode();
        if (u == 0xFFFD || (u >= 0xE000 && u <= 0xF8FF) || (u >= 0x80 && u < 0xA0)) {
            return wrongScore;
        }
        if (isHan(u)) {
            const bool frequent = m_script == Script::Japanese ? japanese.contains(u)
                : m_script == Script::Chinese                  ? isFrequentChinese(u, chinese)
                                                               : false;
            const bool common = m_common.contains(u);
            // Krak髙: the w was taken for a part of it.
            return frequent && (common || !inWord) ? frequentScore
                : common                           ? commonScore
                                                   : rareScore;
        }
        if (u >= 0xC0 && u < 0x250 && m_script == Script::Chinese && inWord) {
            return latinScore; // the double bytes of pinyin, in a Spanish name
        }
        if (u >= 0x3041 && u <= 0x30FF && u != 0x30FB) {
            return m_script == Script::Japanese ? frequentScore : rareScore;
        }
        if (u >= 0xAC00 && u <= 0xD7A3) {
            return korean.contains(u) ? frequentScore : 0;
        }
        const bool isSign = (u >= 0x3000 && u <= 0x303F) || (u >= 0xFF01 && u <= 0xFF5E)
            || (u >= 0x2010 && u <= 0x2026) || u == 0xB7 || u == 0x30FB;
        return isSign ? commonScore : rareScore;
    }

private:
    static bool isFrequentChinese(char16_t u, const QSet<char16_t>& frequent)
    {
        if (frequent.contains(u)) {
            return true;
        }
        const QString simple = toSimplified(QStringView(&u, 1));
        return simple.size() == 1 && frequent.contains(simple[0].unicode());
    }

    Script m_script;
    QSet<char16_t> m_common;
};

bool isSmallLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

/// Sense per character of what is not ASCII.
double sense(const QByteArray& bytes, std::size_t candidate)
{
    static const std::array<Reader, candidates.size()> readers{Reader(candidates[0]),
                                                               Reader(candidates[1]),
                                                               Reader(candidates[2]),
                                                               Reader(candidates[3]),
                                                               Reader(candidates[4])};
    const QString text
        = TextDecoder(QLatin1String(candidates[candidate].encoding)).decode(bytes, false);
    double sum = 0;
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].unicode() >= 0x80) {
            const bool inWord = isSmallLetter(i > 0 ? text[i - 1] : QChar())
                || isSmallLetter(i + 1 < text.size() ? text[i + 1] : QChar());
            sum += readers[candidate].score(text[i], inWord);
            ++count;
        }
    }
    return count == 0 ? wrongScore : sum / double(count);
}

/// Double bytes come in pairs; words of a single-byte alphabet are of odd length as often as not, and end before a blank
/// or a delimiter.
bool standsInPairs(const QByteArray& bytes)
{
    constexpr int enoughRuns = 6;
    int runs = 0;
    int pairs = 0;
    const auto isHigh = [](char c) {
        return (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    for (auto begin = std::find_if(bytes.begin(), bytes.end(), isHigh); begin != bytes.end();) {
        const auto end = std::find_if_not(begin, bytes.end(), isHigh);
        const bool isPair = (end - begin) % 2 == 0;
        if (!isPair && end != bytes.end() && *end < 0x40) {
            return false;
        }
        ++runs;
        pairs += isPair ? 1 : 0;
        begin = std::find_if(end, bytes.end(), isHigh);
    }
    return runs >= enoughRuns && pairs * 2 >= runs;
}

} // namespace

bool isHouseInDisguise(const QByteArray& bytes)
{
    constexpr double plainly = 2;
    const bool onlyPairs = std::all_of(bytes.begin(), bytes.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x80 || (u >= 0xA1 && u < 0xE0);
    });
    return onlyPairs && sense(bytes, 0) >= plainly;
}

QString guessEncoding(const QByteArray& sample)
{
    constexpr qsizetype plenty = qsizetype(32) * 1024;
    const QByteArray bytes = sample.left(plenty);
    std::size_t best = 0;
    const double house = sense(bytes, 0);
    double bestSense = house;
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        const double its = sense(bytes, i);
        if (its > bestSense && its > house + clearlyBetter) {
            best = i;
            bestSense = its;
        }
    }
    const QString asian = QLatin1String(candidates[best].encoding);
    if (bestSense >= surely || (bestSense > rareScore && standsInPairs(bytes))) {
        return asian;
    }
    // Words with an accent here and there make no sense as characters, and the other way round.
    const EuropeanPage european = guessEuropeanPage(sample);
    const bool isEuropean = european.sense * frequentScore > std::max(bestSense, enough);
    const bool isNeither = bestSense < enough && house < wrongScore / 2;
    return isEuropean || isNeither ? european.name : asian;
}

} // namespace core
