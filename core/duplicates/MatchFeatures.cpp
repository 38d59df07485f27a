#include "core/duplicates/MatchFeatures.h"

#include "core/duplicates/MatchContacts.h"
#include "core/duplicates/MatchNames.h"
#include "core/standardize/Address.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Dates.h"
#include "core/standardize/Email.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Pinyin.h"
#include "core/standardize/TextForm.h"

#include <algorithm>

namespace core {

namespace {

using Qt::StringLiterals::operator""_s;

constexpr qsizetype mostLetters = 120; // of one value; what is longer is no name and no address

class Packer
{
public:
    explicit Packer(MatchFeatures& features)
        : m_features(features)
    { }

    template <typename Place>
    void put(Place& place, const QString& text)
    {
        const QString cut = text.left(mostLetters);
        if (cut.isEmpty() || m_features.pool.size() + std::size_t(cut.size()) > 0xFFFF) {
            return;
        }
        // Much of it is part of something packed before: a mail's domain, the sound of a surname.
        const TextView view(reinterpret_cast<const char16_t*>(cut.utf16()),
                            std::size_t(cut.size()));
        std::size_t at = m_features.pool.find(view);
        if (at == std::u16string::npos) {
            at = m_features.pool.size();
            m_features.pool.append(view);
        }
        place.at = std::uint16_t(at);
        place.size = std::uint8_t(view.size());
    }

private:
    MatchFeatures& m_features;
};

bool isDigit(QChar c)
{
    return c.unicode() >= u'0' && c.unicode() <= u'9';
}

void packName(Packer& pack, MatchName& name, const PartedName& parted)
{
    name.isHan = parted.isHan;
    QStringList sounds = parted.sounds;
    for (qsizetype i = 0; i < sounds.size(); ++i) {
        if (sounds[i].isEmpty()) {
            sounds[i]
                = parted.parts.value(i); // characters without a reading sound like themselves only
        }
    }
    const QStringList inOrder = sounds;
    if (parted.isHan || parted.parts.size() == 1) {
        pack.put(name.whole, parted.parts.join(QString()));
    } else {
        QStringList sorted = parted.parts;
        sorted.sort();
        pack.put(name.whole, sorted.join(QString()));
    }
    sounds.sort();
    pack.put(name.sound, sounds.join(QString()));
    pack.put(name.place, parted.place);
    pack.put(name.branch, parted.branch);
    const auto part = [&](const QString& text, const QString& sound) {
        if (name.count < MatchName::mostParts && !text.isEmpty()) {
            MatchName::Part& made = name.parts[name.count++];
            pack.put(made.text, text);
            if (sound == text) {
                made.sound = made.text;
            } else {
                pack.put(made.sound, sound);
            }
        }
    };
    for (qsizetype i = 0; i < parted.parts.size(); ++i) {
        part(parted.parts[i], inOrder.value(i));
    }
    if (parted.surname >= 0 && parted.surname < name.count) {
        name.surname = std::uint8_t(parted.surname);
    }
}

/// Of a Chinese company its first two and three letters, which mostly are its brand.
void packBrand(Packer& pack, MatchName& name, const PartedName& parted)
{
    const QString& core = parted.parts.front();
    packName(pack, name, parted);
    name.count = 0;
    for (const qsizetype length : {2, 3}) {
        if (core.size() >= length) {
            MatchName::Part& made = name.parts[name.count++];
            pack.put(made.text, core.left(length));
            const QString sound = pinyinSyllables(core.left(length), false).join(QString());
            pack.put(made.sound, sound.isEmpty() ? core.left(length) : sound);
        }
    }
}

/// 三百三十四 is rare in addresses, 三三四 and 三号 are not: digit by digit, and ten by place.
QString withArabicNumbers(const QString& text)
{
    static const QString digits = u"零一二三四五六七八九"_s;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        const qsizetype value = c == u'〇' ? 0 : digits.indexOf(c);
        const bool before = !result.isEmpty() && isDigit(result.back());
        const bool counted = before || digits.contains(next) || next == u'十' || next == u'〇'
            || QStringView(u"号栋楼室层单幢座弄").contains(next) || isDigit(next);
        if (value >= 0 && !next.isNull() && counted) {
            result.append(QChar(char16_t(u'0' + value)));
        } else if (c == u'十' && (before || digits.contains(next))) {
            result.append(before ? (digits.contains(next) ? QString() : u"0"_s) : u"1"_s);
        } else {
            result.append(c);
        }
    }
    return result;
}

void packStreet(Packer& pack, MatchFeatures& features, const QString& street)
{
    const QString folded = withArabicNumbers(foldText(street));
    QString solid;
    QString numbers;
    QString road;
    QString letters;
    bool inside = false;
    for (const QChar c : folded) {
        const bool digit = isDigit(c);
        if (digit) {
            numbers += !inside && !numbers.isEmpty() ? QString(u' ') + c : QString(c);
        }
        if (c.isLetterOrNumber()) {
            solid.append(c);
        }
        if (!digit && c.isLetterOrNumber()) {
            letters.append(c);
        } else if (digit && !inside && road.isEmpty() && letters.size() >= 2) {
            road = letters; // what stands before the first number
        }
        inside = digit;
    }
    if (road.isEmpty()) {
        road = letters;
    }
    pack.put(features.street, solid);
    pack.put(features.numbers, numbers);
    pack.put(features.roadName, road);
    if (!numbers.isEmpty() && !road.isEmpty()) {
        // Road and Rd, Street and St begin alike.
        pack.put(features.road, road.left(containsHan(road) ? 8 : 5) + numbers.section(u' ', 0, 0));
    }
}

/// What stands in the street's cell of province, city and district goes, and fills what is missing.
QString bareStreet(const QString& given, QString& province, QString& city, QString& district)
{
    QString street = given;
    for (const QString* place : {&province, &city, &district}) {
        for (const QString& name : {*place, barePlace(*place)}) {
            if (name.size() >= 2 && street.startsWith(name) && street.size() - name.size() >= 3
                && !QStringView(u"路街道大巷").contains(street[name.size()])) {
                street = street.mid(name.size()).trimmed();
                break;
            }
        }
    }
    if (!containsHan(street)) {
        return street;
    }
    if (const qsizetype length = placePrefix(street); length > 2 || city.isEmpty()) {
        const Address parted = splitAddress(street);
        if (!parted.street.isEmpty() && parted.street.size() < street.size()) {
            province = province.isEmpty() ? parted.province : province;
            city = city.isEmpty() ? parted.city : city;
            district = district.isEmpty() ? parted.district : district;
            street = parted.street;
        }
    }
    return street;
}

/// Parts of an address in each other's place, or two in one cell.
void sortPlaces(
    QString& street, QString& postcode, QString& province, QString& city, QString& district)
{
    constexpr qsizetype longestPostcode = 10;
    if (postcode.size() > longestPostcode && street.size() <= longestPostcode
        && digitCount(street) * 2 >= street.size()) {
        std::swap(street, postcode);
    }
    if (!containsHan(city)) {
        return;
    }
    if (!isKnownProvince(province) && isKnownProvince(city)) {
        std::swap(city, province);
    }
    if (district.isEmpty() && city.size() > 3) {
        // 苏州市姑苏区
        const Address parted = splitAddress(toSimplified(city));
        if (!parted.city.isEmpty() && !parted.district.isEmpty() && parted.street.isEmpty()) {
            city = parted.city;
            district = parted.district;
            province = province.isEmpty() ? parted.province : province;
        }
    }
}

MatchKind kindOf(const MatchRecord& record, bool& given)
{
    given = true;
    if (record.type == QLatin1String("company")) {
        return MatchKind::Company;
    }
    if (record.type == QLatin1String("person")) {
        return MatchKind::Person;
    }
    given = false;
    switch (guessNameKind(record.name)) {
    case NameKind::Company:
        return MatchKind::Company;
    case NameKind::Person:
        // Three Latin words are a person or a restaurant.
        return containsHan(record.name) ? MatchKind::Person : MatchKind::Unknown;
    case NameKind::Unknown:
        break;
    }
    return MatchKind::Unknown;
}

/// none@none.com: what is typed where a form insists.
bool isNobody(const QString& box)
{
    static const QStringList words{
        u"none"_s, u"no"_s, u"na"_s, u"null"_s, u"unknown"_s, u"noemail"_s, u"nomail"_s, u"test"_s};
    return words.contains(box);
}

void packMails(Packer& pack, MatchFeatures& features, const QStringList& mails)
{
    std::size_t count = 0;
    for (const QString& written : mails) {
        const QString mail = written.toLower();
        const qsizetype at = mail.lastIndexOf(u'@');
        if (count >= MatchFeatures::mostMails || mail.size() < 4) {
            continue;
        }
        MatchMail& made = features.mails[count];
        QString box = at < 0 ? mail : mail.left(at);
        if (const qsizetype plus = box.indexOf(u'+'); plus > 1) {
            box.truncate(plus);
        }
        box = solidText(box);
        const QString domain = at < 0 ? QString() : mail.mid(at + 1);
        if (box.isEmpty() || isNobody(box)) {
            continue;
        }
        pack.put(made.whole, box + u'@' + domain);
        made.isRole = isRoleMailbox(mail);
        made.isFree = isFreeMailDomain(domain);
        if (!made.isRole && box.size() >= 4) {
            pack.put(made.box, box);
        }
        if (!made.isFree) {
            pack.put(made.domain, domain);
        }
        ++count;
    }
}

/// zhangwei, wei.zhang, zwei, o_brien: the sounds of the name or their first letters, and nothing left.
bool spellsName(std::u16string box, const MatchFeatures& features, const MatchName& name)
{
    if (name.count == 0) {
        return false;
    }
    std::vector<TextView> sounds;
    for (std::size_t i = 0; i < name.count; ++i) {
        sounds.push_back(features.text(name.parts[i].sound));
    }
    std::sort(
        sounds.begin(), sounds.end(), [](TextView a, TextView b) { return a.size() > b.size(); });
    bool whole = false;
    for (const TextView sound : sounds) {
        if (const std::size_t at = box.find(sound);
            sound.size() > 1 && at != std::u16string::npos) {
            box.erase(at, sound.size());
            whole = true;
        } else if (const std::size_t initial = box.find(sound.front());
                   initial != std::u16string::npos && box.size() <= sounds.size()) {
            box.erase(initial, 1);
        }
    }
    return whole && box.empty();
}

void markNamedMails(MatchFeatures& features)
{
    for (MatchMail& mail : features.mails) {
        const std::u16string box(features.text(mail.box));
        mail.isNamed = !box.empty()
            && ((features.kind == MatchKind::Person && spellsName(box, features, features.name))
                || spellsName(box, features, features.contact));
    }
}

/// yyyymmdd
QString birthOf(const MatchRecord& record)
{
    if (const auto birthday = parseDate(record.birthDate, DateOrder::DayFirst)) {
        // The first and the last day that programs know stand for none.
        return *birthday <= QDate(1900, 1, 1) || birthday->year() >= 9999
            ? QString()
            : birthday->toString(u"yyyyMMdd"_s);
    }
    QString birth;
    if (digitCount(record.birthDate) == 8) {
        for (const QChar c : record.birthDate) {
            birth += isDigit(c) ? QString(c) : QString();
        }
    }
    return birth;
}

} // namespace

MatchFeatures featuresOf(const MatchRecord& record)
{
    MatchFeatures features;
    Packer pack(features);
    features.kind = kindOf(record, features.kindIsGiven);
    const MatchContacts sorted = contactsOf(record, features.kind);
    QString province = cleanText(record.province);
    QString city = cleanText(record.city);
    QString district = cleanText(record.district);
    QString written = cleanText(record.street);
    QString postcode = cleanText(record.postcode);
    sortPlaces(written, postcode, province, city, district);
    const QString street = bareStreet(toSimplified(written), province, city, district);
    const QString bareCity = barePlace(solidText(city));
    const QString bareProvince = barePlace(solidText(province));

    if (features.kind == MatchKind::Person) {
        packName(pack, features.name, partPersonName(sorted.name));
    } else {
        QStringList near{bareCity, bareProvince};
        near.removeAll(QString());
        const PartedName parted = partCompanyName(sorted.name, near);
        if (parted.isHan) {
            packBrand(pack, features.name, parted);
        } else {
            packName(pack, features.name, parted);
        }
    }
    if (!sorted.contact.isEmpty() && sorted.contact != sorted.name) {
        packName(pack, features.contact, partPersonName(sorted.contact));
    }
    for (std::size_t i = 0; i < features.phones.size() && qsizetype(i) < sorted.phones.size();
         ++i) {
        pack.put(features.phones[i], sorted.phones[qsizetype(i)]);
    }
    packMails(pack, features, sorted.mails);
    markNamedMails(features);
    if (const QString normal = normalizeCode(sorted.code); normal.size() >= 5) {
        pack.put(features.code, normal);
        features.codeIsValid = isCreditCode(normal) || isIdNumber(normal);
    }
    pack.put(features.birth, birthOf(record));
    packStreet(pack, features, street);
    postcode = solidText(postcode);
    pack.put(features.district, postcode.isEmpty() ? barePlace(solidText(district)) : postcode);
    pack.put(features.city, bareCity);
    pack.put(features.province, bareProvince);
    features.pool.shrink_to_fit();
    return features;
}

} // namespace core
