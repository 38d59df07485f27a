#include "core/standardize/Address.h"

#include "core/base/Resources.h"
#include "core/standardize/TextForm.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct Division
{
    QString name;
    int code = 0; ///< six digits
    int level = 0; ///< 1 province, 2 city, 3 district
};

/// The table, and its names with and without the word for their kind.
struct Divisions
{
    std::vector<Division> all;
    QHash<int, std::size_t> byCode;
    QHash<QString, std::vector<std::size_t>> byName;
};

/// 苏州市 -> 苏州. Only where two characters stay.
QString shortName(const QString& name)
{
    static const std::array<QString, 14> endings{QStringLiteral("维吾尔自治区"),
                                                 QStringLiteral("壮族自治区"),
                                                 QStringLiteral("回族自治区"),
                                                 QStringLiteral("特别行政区"),
                                                 QStringLiteral("自治区"),
                                                 QStringLiteral("自治州"),
                                                 QStringLiteral("自治县"),
                                                 QStringLiteral("地区"),
                                                 QStringLiteral("新区"),
                                                 QStringLiteral("省"),
                                                 QStringLiteral("市"),
                                                 QStringLiteral("区"),
                                                 QStringLiteral("县"),
                                                 QStringLiteral("盟")};
    for (const QString& ending : endings) {
        if (name.endsWith(ending) && name.size() - ending.size() >= 2) {
            return name.left(name.size() - ending.size());
        }
    }
    return name;
}

/// Names of groups in the table, not of places.
bool isGroup(const QString& name)
{
    return name == QStringLiteral("市辖区") || name == QStringLiteral("县")
        || name == QStringLiteral("省直辖县级行政区划")
        || name == QStringLiteral("自治区直辖县级行政区划");
}

const Divisions& divisions()
{
    static const Divisions table = [] {
        initResources();
        Divisions made;
        QFile file(QStringLiteral(":/dossier/tables/regions.tsv"));
        if (!file.open(QIODevice::ReadOnly)) {
            return made;
        }
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            const QStringList cells = line.split(u'\t');
            if (cells.size() != 2 || line.startsWith(u'#')) {
                continue;
            }
            Division division{cells[1], cells[0].toInt(), 3};
            if (division.code % 10000 == 0) {
                division.level = 1;
            } else if (division.code % 100 == 0) {
                division.level = 2;
            }
            made.byCode.insert(division.code, made.all.size());
            if (!isGroup(division.name)) {
                made.byName[division.name].push_back(made.all.size());
                if (const QString brief = shortName(division.name); brief != division.name) {
                    made.byName[brief].push_back(made.all.size());
                }
            }
            made.all.push_back(division);
        }
        return made;
    }();
    return table;
}

/// The division of that level and below `parent` (0: any) with this name; the only one or none.
const Division* find(const QString& name, int level, int parent)
{
    const Divisions& table = divisions();
    const Division* found = nullptr;
    for (const std::size_t index : table.byName.value(name)) {
        const Division& division = table.all[index];
        const int inside = level == 2 ? division.code / 10000 * 10000 : division.code / 100 * 100;
        const bool below = parent == 0 || inside == parent
            || (level == 3 && parent % 10000 == 0 && division.code / 10000 * 10000 == parent);
        if (division.level == level && below) {
            if (found != nullptr) {
                return nullptr;
            }
            found = &division;
        }
    }
    return found;
}

bool isMunicipality(int provinceCode)
{
    return provinceCode == 110000 || provinceCode == 120000 || provinceCode == 310000
        || provinceCode == 500000;
}

/// Takes the longest name of this level off the front of `rest`.
const Division* take(QString& rest, int level, int parent)
{
    constexpr qsizetype longest = 12;
    for (qsizetype length = std::min(longest, rest.size()); length >= 2; --length) {
        const Division* division = find(rest.left(length), level, parent);
        if (division == nullptr) {
            continue;
        }
        // 中山路 is a street in every city, not the city of 中山; only a name with its word may stand before one. 朝阳区 is a
        // district, not the city of 朝阳; 中山公园 is a park.
        const bool brief = division->name != rest.left(length);
        const QString after = rest.mid(length, 1);
        if (brief
            && (after == u"路" || after == u"街" || after == u"道" || after == u"大"
                || after == u"东" || after == u"西" || after == u"南" || after == u"北"
                || after == u"中" || after == u"村" || after == u"巷" || after == u"区"
                || after == u"县" || after == u"公" || after.isEmpty())) {
            continue;
        }
        rest = rest.mid(length);
        return division;
    }
    return nullptr;
}

int codeOf(const Division* division)
{
    return division == nullptr ? 0 : division->code;
}

} // namespace

Address splitAddress(QStringView line)
{
    Address address;
    QString rest = cleanText(line);
    if (!containsHan(rest)) {
        address.street = rest;
        return address;
    }
    static const QRegularExpression country(QStringLiteral("^(?:中国|中华人民共和国)[\\s,，]*"));
    rest.remove(country);
    const auto trim = [&rest] {
        while (!rest.isEmpty()
               && (rest.front().isSpace() || rest.front() == u',' || rest.front() == u'，'
                   || rest.front() == u'-')) {
            rest.remove(0, 1);
        }
    };
    const Division* province = take(rest, 1, 0);
    trim();
    const Division* city = nullptr;
    if (province != nullptr && isMunicipality(province->code)) {
        address.city = province->name;
        // 北京市北京市海淀区: the name a second time stands for the city
        if (rest.startsWith(province->name)) {
            rest = rest.mid(province->name.size());
        } else if (rest.startsWith(shortName(province->name) + QStringLiteral("市"))) {
            rest = rest.mid(shortName(province->name).size() + 1);
        }
    } else {
        city = take(rest, 2, codeOf(province));
    }
    trim();
    const Division* district = take(rest, 3, city != nullptr ? city->code : codeOf(province));
    if (city == nullptr && province == nullptr && district != nullptr) {
        // A district alone names its city only where there is one of that name; take() has seen to it.
        province = nullptr;
    }
    if (district != nullptr && city == nullptr) {
        const auto parent
            = divisions().byCode.value(district->code / 100 * 100, divisions().all.size());
        if (parent < divisions().all.size() && !isGroup(divisions().all[parent].name)) {
            city = &divisions().all[parent];
        }
    }
    const Division* known = city != nullptr ? city : district;
    if (province == nullptr && known != nullptr) {
        province = &divisions().all[divisions().byCode.value(known->code / 10000 * 10000)];
        if (isMunicipality(province->code)) {
            address.city = province->name;
        }
    }
    trim();
    address.province = province == nullptr ? QString() : province->name;
    if (city != nullptr) {
        address.city = city->name;
    }
    address.district = district == nullptr ? QString() : district->name;
    address.street = rest;
    return address;
}

Address standardizeAddress(const Address& given)
{
    Address address{cleanText(given.province),
                    cleanText(given.city),
                    cleanText(given.district),
                    cleanText(given.street)};
    const Division* province = address.province.isEmpty() ? nullptr : find(address.province, 1, 0);
    if (province != nullptr) {
        address.province = province->name;
    }
    const bool municipality = province != nullptr && isMunicipality(province->code);
    if (municipality
        && (address.city.isEmpty() || isGroup(address.city)
            || shortName(address.city) == shortName(province->name))) {
        address.city = province->name;
    }
    const Division* city = address.city.isEmpty() || municipality
        ? nullptr
        : find(address.city, 2, codeOf(province));
    if (city != nullptr) {
        address.city = city->name;
    }
    if (province == nullptr && address.province.isEmpty() && !address.city.isEmpty()) {
        if (city != nullptr) {
            province = &divisions().all[divisions().byCode.value(city->code / 10000 * 10000)];
        } else if (const Division* same = find(address.city, 1, 0);
                   same != nullptr && isMunicipality(same->code)) {
            province = same;
            address.city = same->name;
        }
        address.province = province == nullptr ? QString() : province->name;
    }
    if (const Division* district
        = find(address.district, 3, city != nullptr ? city->code : codeOf(province));
        district != nullptr && !address.district.isEmpty()) {
        address.district = district->name;
    }
    // A whole address in the street field, the places beside it empty.
    if (address.province.isEmpty() && address.city.isEmpty() && address.district.isEmpty()
        && containsHan(address.street)) {
        return splitAddress(address.street);
    }
    return address;
}

bool isKnownProvince(QStringView name)
{
    return name.isEmpty() || find(name.toString(), 1, 0) != nullptr;
}

bool isKnownCity(QStringView province, QStringView city)
{
    const Division* above = province.isEmpty() ? nullptr : find(province.toString(), 1, 0);
    if (city.isEmpty()
        || (above != nullptr && isMunicipality(above->code) && city == above->name)) {
        return true;
    }
    // Cities under the province directly (济源市) stand in the table as districts.
    return find(city.toString(), 2, codeOf(above)) != nullptr
        || find(city.toString(), 3, codeOf(above)) != nullptr;
}

bool isKnownDistrict(QStringView city, QStringView district)
{
    if (district.isEmpty()) {
        return true;
    }
    const Division* above = city.isEmpty() ? nullptr : find(city.toString(), 2, 0);
    if (above == nullptr && !city.isEmpty()) {
        above = find(city.toString(), 1, 0);
    }
    const Divisions& table = divisions();
    for (const std::size_t index : table.byName.value(district.toString())) {
        const Division& division = table.all[index];
        const int inside = above == nullptr ? 0
            : above->level == 1             ? division.code / 10000 * 10000
                                            : division.code / 100 * 100;
        if (division.level == 3 && (above == nullptr || inside == above->code)) {
            return true;
        }
    }
    return false;
}

qsizetype placePrefix(QStringView text)
{
    const Divisions& table = divisions();
    constexpr qsizetype longest = 11;
    for (qsizetype length = std::min(longest, text.size()); length >= 2; --length) {
        const auto found = table.byName.constFind(text.left(length).toString());
        if (found != table.byName.constEnd()
            && std::any_of(found->begin(), found->end(), [&table](std::size_t index) {
                   return table.all[index].level < 3;
               })) {
            return length;
        }
    }
    return 0;
}

QString areaCodeOf(QStringView city)
{
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> map;
        const std::pair<const char16_t*, const char*> codes[]{
            {u"北京", "010"},    {u"上海", "021"},  {u"天津", "022"},    {u"重庆", "023"},
            {u"广州", "020"},    {u"沈阳", "024"},  {u"南京", "025"},    {u"武汉", "027"},
            {u"成都", "028"},    {u"西安", "029"},  {u"深圳", "0755"},   {u"东莞", "0769"},
            {u"佛山", "0757"},   {u"珠海", "0756"}, {u"中山", "0760"},   {u"杭州", "0571"},
            {u"宁波", "0574"},   {u"温州", "0577"}, {u"苏州", "0512"},   {u"无锡", "0510"},
            {u"常州", "0519"},   {u"青岛", "0532"}, {u"济南", "0531"},   {u"大连", "0411"},
            {u"厦门", "0592"},   {u"福州", "0591"}, {u"长沙", "0731"},   {u"郑州", "0371"},
            {u"合肥", "0551"},   {u"昆明", "0871"}, {u"南宁", "0771"},   {u"贵阳", "0851"},
            {u"哈尔滨", "0451"}, {u"长春", "0431"}, {u"石家庄", "0311"}, {u"太原", "0351"},
            {u"兰州", "0931"},   {u"南昌", "0791"}, {u"海口", "0898"},   {u"乌鲁木齐", "0991"}};
        for (const auto& [name, code] : codes) {
            map.insert(QString::fromUtf16(name), QString::fromLatin1(code));
        }
        return map;
    }();
    return known.value(shortName(city.toString()));
}

bool isPostcode(QStringView code, QStringView country)
{
    static const QHash<QString, QRegularExpression> forms{
        {QString(), QRegularExpression(QStringLiteral("^[0-8]\\d{5}$"))},
        {QStringLiteral("CN"), QRegularExpression(QStringLiteral("^[0-8]\\d{5}$"))},
        {QStringLiteral("US"), QRegularExpression(QStringLiteral("^\\d{5}(?:-\\d{4})?$"))},
        {QStringLiteral("CA"),
         QRegularExpression(QStringLiteral("^[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d$"))},
        {QStringLiteral("GB"),
         QRegularExpression(QStringLiteral("^[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}$"))},
        {QStringLiteral("DE"), QRegularExpression(QStringLiteral("^\\d{5}$"))},
        {QStringLiteral("FR"), QRegularExpression(QStringLiteral("^\\d{5}$"))},
        {QStringLiteral("JP"), QRegularExpression(QStringLiteral("^\\d{3}-?\\d{4}$"))},
        {QStringLiteral("SG"), QRegularExpression(QStringLiteral("^\\d{6}$"))},
        {QStringLiteral("AU"), QRegularExpression(QStringLiteral("^\\d{4}$"))},
    };
    const auto form = forms.find(country.toString());
    return form == forms.end() || form->match(code.toString()).hasMatch();
}

} // namespace core
