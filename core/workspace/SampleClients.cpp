#include "core/workspace/SampleClients.h"

#include <array>

namespace core {

namespace {

using Word = const char16_t*;

constexpr std::array<Word, 42> surnames{
    u"王", u"李", u"张", u"刘", u"陈", u"杨", u"赵", u"黄",   u"周",  u"吴", u"徐",
    u"孙", u"胡", u"朱", u"高", u"林", u"何", u"郭", u"马",   u"罗",  u"梁", u"宋",
    u"郑", u"谢", u"韩", u"唐", u"冯", u"于", u"董", u"萧",   u"程",  u"曹", u"袁",
    u"邓", u"许", u"傅", u"沈", u"曾", u"单", u"解", u"欧阳", u"尉迟"};
constexpr std::array<Word, 40> givenNames{
    u"建国", u"志强", u"秀英", u"丽娟", u"海燕", u"晓明", u"雪梅", u"俊杰", u"子涵", u"雨桐",
    u"浩然", u"思远", u"文博", u"佳怡", u"梦洁", u"永康", u"德华", u"国庆", u"春兰", u"小红",
    u"伟",   u"敏",   u"静",   u"磊",   u"洋",   u"勇",   u"艳",   u"涛",   u"明",   u"霞",
    u"平",   u"辉",   u"鹏",   u"婷",   u"博文", u"欣然", u"宇航", u"诗涵", u"立新", u"月华"};
constexpr std::array<Word, 36> brands{
    u"远望", u"恒丰", u"新桥", u"百川", u"明湖", u"启航", u"云杉", u"青禾", u"同心",
    u"卓尔", u"瑞麟", u"天和", u"博雅", u"嘉木", u"长风", u"星河", u"东篱", u"永安",
    u"华章", u"锦程", u"凯悦", u"清源", u"万象", u"德润", u"金帆", u"蓝桥", u"众合",
    u"飞鸿", u"正信", u"兴隆", u"汉江", u"白鹭", u"松涛", u"银杏", u"海纳", u"知行"};

struct Trade
{
    Word word;
    Word industry; ///< as GB/T 4754 calls it
    const char* english;
};
constexpr std::array<Trade, 14> trades{{
    {u"信息技术", u"软件和信息技术服务业", "Software"},
    {u"贸易", u"批发业", "Trading"},
    {u"建筑工程", u"房屋建筑业", "Construction"},
    {u"机械", u"通用设备制造业", "Machinery"},
    {u"食品", u"食品制造业", "Foods"},
    {u"医药", u"医药制造业", "Pharma"},
    {u"物流", u"道路运输业", "Logistics"},
    {u"餐饮管理", u"餐饮业", "Catering"},
    {u"文化传媒", u"文化艺术业", "Media"},
    {u"服饰", u"纺织服装、服饰业", "Apparel"},
    {u"家具", u"家具制造业", "Furniture"},
    {u"酒店管理", u"住宿业", "Hotels"},
    {u"房地产", u"房地产业", "Properties"},
    {u"电子", u"计算机、通信和其他电子设备制造业", "Electronics"},
}};
constexpr std::array<Word, 3> legalForms{u"有限公司", u"有限责任公司", u"股份有限公司"};
constexpr std::array<Word, 14> streets{u"解放路",
                                       u"中山路",
                                       u"新华街",
                                       u"滨江大道",
                                       u"建设路",
                                       u"文化路",
                                       u"科技园路",
                                       u"湖滨路",
                                       u"东风路",
                                       u"光明街",
                                       u"长江路",
                                       u"北京路",
                                       u"学府路",
                                       u"站前路"};

struct Place
{
    Word province;
    Word city;
    std::array<Word, 3> districts;
    const char* areaCode;
    const char* postcode;
};
constexpr std::array<Place, 12> places{{
    {u"北京市", u"北京市", {u"海淀区", u"朝阳区", u"东城区"}, "010", "100080"},
    {u"上海市", u"上海市", {u"浦东新区", u"徐汇区", u"静安区"}, "021", "200030"},
    {u"广东省", u"广州市", {u"天河区", u"越秀区", u"海珠区"}, "020", "510630"},
    {u"广东省", u"深圳市", {u"南山区", u"福田区", u"宝安区"}, "0755", "518052"},
    {u"浙江省", u"杭州市", {u"西湖区", u"滨江区", u"余杭区"}, "0571", "310012"},
    {u"江苏省", u"苏州市", {u"姑苏区", u"吴中区", u"虎丘区"}, "0512", "215006"},
    {u"江苏省", u"南京市", {u"鼓楼区", u"玄武区", u"秦淮区"}, "025", "210008"},
    {u"四川省", u"成都市", {u"锦江区", u"武侯区", u"青羊区"}, "028", "610021"},
    {u"湖北省", u"武汉市", {u"江汉区", u"武昌区", u"洪山区"}, "027", "430022"},
    {u"陕西省", u"西安市", {u"雁塔区", u"碑林区", u"莲湖区"}, "029", "710061"},
    {u"山东省", u"青岛市", {u"市南区", u"崂山区", u"市北区"}, "0532", "266071"},
    {u"福建省", u"厦门市", {u"思明区", u"湖里区", u"集美区"}, "0592", "361004"},
}};

constexpr std::array<const char*, 24> englishGiven{
    "Alice",   "Brian", "Clara", "Daniel", "Emma",   "Frank", "Grace",  "Henry",
    "Irene",   "Jack",  "Kate",  "Leon",   "Maria",  "Nora",  "Oscar",  "Paula",
    "Quentin", "Rosa",  "Simon", "Tina",   "Victor", "Wendy", "Yvonne", "Zoe"};
constexpr std::array<const char*, 22> englishSurnames{
    "Abbott", "Barnes", "Carter", "Doyle",  "Ellis",   "Fisher", "Grant",   "Hughes",
    "Ingram", "Jensen", "Keller", "Lawson", "Mason",   "Nolan",  "Osborne", "Porter",
    "Quinn",  "Reeves", "Sutton", "Turner", "Vaughan", "Whitman"};
constexpr std::array<const char*, 20> englishBrands{
    "Northgate",   "Silverline",   "Oakfield", "Harbourview", "Redstone",
    "Brightwater", "Kingsway",     "Meridian", "Westbrook",   "Copperhill",
    "Fairlane",    "Granite Peak", "Lakeside", "Maple Row",   "Pioneer",
    "Summit",      "Tidewater",    "Unity",    "Windsor",     "Stonebridge"};
struct EnglishPlace
{
    const char* city;
    const char* state;
    const char* country;
    const char* dialling;
};
constexpr std::array<EnglishPlace, 5> englishPlaces{{
    {"London", "", "GB", "+44 20 7946 0"},
    {"Boston", "Massachusetts", "US", "+1 617-555-0"},
    {"Seattle", "Washington", "US", "+1 206-555-0"},
    {"Toronto", "Ontario", "CA", "+1 416-555-0"},
    {"Chicago", "Illinois", "US", "+1 312-555-0"},
}};
constexpr std::array<Word, 8> tags{
    u"重点客户", u"老客户", u"展会", u"电商", u"长期合作", u"月结", u"新客户", u"VIP"};
constexpr std::array<Word, 8> notes{u"每季度回访一次",
                                    u"开票信息已核对",
                                    u"希望收到新品目录",
                                    u"发货前先电话确认",
                                    u"月底对账",
                                    u"对价格敏感",
                                    u"由展会认识",
                                    u"合同续签时间为年底"};
constexpr std::array<const char*, 5> mailHosts{
    "163.com", "qq.com", "126.com", "outlook.com", "gmail.com"};
constexpr std::array<const char*, 3> activities{"active", "potential", "dormant"};
constexpr std::array<const char*, 3> sources{"client", "visit", "third_party"};

QString words(Word word)
{
    return QString::fromUtf16(word);
}

QString latin(const char* word)
{
    return QString::fromLatin1(word);
}

} // namespace

SampleClients::SampleClients(std::uint32_t seed)
    : m_random(seed)
{ }

std::uint32_t SampleClients::below(std::uint32_t bound)
{
    return std::uint32_t((std::uint64_t(m_random()) * bound) >> 32U);
}

QString SampleClients::digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        text += QLatin1Char(char('0' + below(10)));
    }
    return text;
}

QString SampleClients::mobile()
{
    static constexpr std::array<const char*, 8> prefixes{
        "138", "139", "135", "150", "158", "186", "187", "177"};
    return latin(pick(prefixes)) + digits(8);
}

QString SampleClients::chineseName()
{
    return words(pick(surnames)) + words(pick(givenNames));
}

/// GB 32100-2015: 17 characters and a check character, weights 3^i mod 31.
QString SampleClients::creditCode()
{
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    // Region 999999 is no real one.
    QString code = QStringLiteral("91999999MA") + digits(7);
    int sum = 0;
    int weight = 1;
    for (const QChar c : code) {
        sum += int(alphabet.indexOf(c)) * weight;
        weight = weight * 3 % 31;
    }
    return code + alphabet.at((31 - sum % 31) % 31);
}

void SampleClients::addChineseAddress(ClientValues& values)
{
    const Place& place = pick(places);
    values.set(Field::Province, words(place.province));
    values.set(Field::City, words(place.city));
    values.set(Field::District, words(pick(place.districts)));
    values.set(Field::Street, words(pick(streets)) + QString::number(1 + below(300)) + u"号");
    if (below(3) != 0) {
        values.set(Field::Postcode, latin(place.postcode));
    }
    if (values.value(Field::Type) == QLatin1String("company")) {
        QString phone = latin(place.areaCode) + u'-' + QString::number(2 + below(7)) + digits(7);
        if (below(6) == 0) {
            phone += u" 转 " + digits(3);
        }
        values.set(Field::Phone, phone);
    }
}

ClientValues SampleClients::chineseCompany()
{
    ClientValues values;
    values.set(Field::Type, QStringLiteral("company"));
    addChineseAddress(values);
    const Trade& trade = pick(trades);
    QString city = values.value(Field::City);
    city.chop(1);
    values.set(Field::Name,
               city + words(pick(brands)) + words(trade.word)
                   + words(legalForms[below(10) < 7 ? 0 : 1 + below(2)]));
    values.set(Field::Industry, words(trade.industry));
    values.set(Field::Contact, chineseName());
    static constexpr std::array<Word, 5> positions{
        u"经理", u"采购主管", u"总经理", u"财务", u"助理"};
    values.set(Field::Position, words(pick(positions)));
    if (below(4) != 0) {
        values.set(Field::CreditCode, creditCode());
    }
    if (below(3) == 0) {
        values.set(Field::OtherPhones, mobile());
    }
    return values;
}

ClientValues SampleClients::chinesePerson()
{
    ClientValues values;
    values.set(Field::Type, QStringLiteral("person"));
    values.set(Field::Name, chineseName());
    addChineseAddress(values);
    values.set(Field::Phone, mobile());
    values.set(Field::Industry, words(pick(trades).industry));
    if (below(3) != 0) {
        values.set(Field::Email, values.value(Field::Phone) + u'@' + latin(pick(mailHosts)));
    }
    return values;
}

ClientValues SampleClients::englishCompany()
{
    ClientValues values = englishPerson();
    const Trade& trade = pick(trades);
    values.set(Field::Type, QStringLiteral("company"));
    values.set(Field::Contact, values.value(Field::Name));
    const QString brand = latin(pick(englishBrands));
    static constexpr std::array<const char*, 3> forms{"Ltd", "Inc.", "LLC"};
    values.set(Field::Name, brand + u' ' + latin(trade.english) + u' ' + latin(pick(forms)));
    values.set(Field::Industry, words(trade.industry));
    values.set(Field::Email,
               QStringLiteral("office@") + brand.toLower().remove(u' ')
                   + QStringLiteral(".example"));
    values.set(Field::Website,
               QStringLiteral("https://www.") + brand.toLower().remove(u' ')
                   + QStringLiteral(".example"));
    return values;
}

ClientValues SampleClients::englishPerson()
{
    ClientValues values;
    values.set(Field::Type, QStringLiteral("person"));
    const QString given = latin(pick(englishGiven));
    const QString surname = latin(pick(englishSurnames));
    values.set(Field::Name, given + u' ' + surname);
    const EnglishPlace& place = pick(englishPlaces);
    values.set(Field::City, latin(place.city));
    values.set(Field::Province, latin(place.state));
    values.set(Field::Country, latin(place.country));
    values.set(Field::Phone, latin(place.dialling) + digits(3));
    values.set(Field::Industry, words(pick(trades).industry));
    static constexpr std::array<const char*, 5> roads{
        "High Street", "Station Road", "Mill Lane", "Park Avenue", "Bridge Street"};
    values.set(Field::Street, QString::number(1 + below(400)) + u' ' + latin(pick(roads)));
    values.set(Field::Email,
               given.toLower() + u'.' + surname.toLower() + digits(2) + u'@'
                   + latin(pick(mailHosts)));
    return values;
}

ClientValues SampleClients::next()
{
    ClientValues values;
    const std::uint32_t kind = below(100);
    if (kind < 45) {
        values = chineseCompany();
    } else if (kind < 78) {
        values = chinesePerson();
    } else if (kind < 90) {
        values = englishCompany();
    } else {
        values = englishPerson();
    }
    if (!values.has(Field::Contact)) {
        values.set(Field::Contact, values.value(Field::Name));
    }
    values.set(Field::Activity, latin(activities[below(10) < 6 ? 0 : 1 + below(2)]));
    values.set(Field::Source, latin(pick(sources)));
    if (below(3) == 0) {
        values.set(Field::Tags, words(pick(tags)));
    }
    if (below(4) == 0) {
        values.set(Field::Notes, words(pick(notes)));
    }
    return values;
}

ClientValues SampleClients::anotherEntryOf(const ClientValues& values)
{
    ClientValues copy = values;
    switch (below(4)) {
    case 0:
        copy.set(Field::Street, {});
        copy.set(Field::Email, {});
        break;
    case 1: {
        // The legal form left out, as people do.
        QString name = copy.value(Field::Name);
        name.remove(QStringLiteral("有限责任公司"))
            .remove(QStringLiteral("股份有限公司"))
            .remove(QStringLiteral("有限公司"));
        copy.set(Field::Name, name);
        break;
    }
    case 2:
        copy.set(Field::CreditCode, {});
        copy.set(Field::Notes, words(pick(notes)));
        break;
    default:
        copy.set(Field::Industry, {});
        copy.set(Field::Tags, words(pick(tags)));
        break;
    }
    return copy;
}

} // namespace core
