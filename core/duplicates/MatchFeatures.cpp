#include "core/duplicates/MatchFeatures.h"

#include "core/standardize/Codes.h"
#include "core/standardize/Dates.h"
#include "core/standardize/Email.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/Pinyin.h"
#include "core/standardize/TextForm.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr qsizetype phoneTail = 8;

QString solidOf(QStringView text)
{
    QString result;
    for (const QChar c : foldText(text)) {
        if (c.isLetterOrNumber()) {
            result.append(c);
        }
    }
    return result;
}

QStringList latinTokens(const QString& folded)
{
    QStringList tokens;
    QString token;
    const QString ended = QString(folded + u' ');
    for (const QChar c : ended) {
        if (c.isLetterOrNumber()) {
            token.append(c);
        } else if (c != u'\'' && !token.isEmpty()) {
            tokens.append(std::exchange(token, {}));
        }
    }
    tokens.sort();
    return tokens;
}

QString digitsOnly(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.unicode() >= u'0' && c.unicode() <= u'9') {
            digits.append(c);
        }
    }
    return digits;
}

QString numbersIn(const QString& text)
{
    QString numbers;
    bool inside = false;
    for (const QChar c : text) {
        const bool digit = c.unicode() >= u'0' && c.unicode() <= u'9';
        if (digit) {
            numbers += c;
        } else if (inside) {
            numbers += u' ';
        }
        inside = digit;
    }
    return numbers.trimmed();
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same on every machine, unlike qHash.
std::uint64_t hashOf(char kind, QStringView text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&hash](std::uint64_t byte) {
        hash ^= byte;
        hash *= 1099511628211ULL;
    };
    mix(static_cast<unsigned char>(kind));
    for (const QChar c : text) {
        mix(c.unicode() & 0xFFU);
        mix(c.unicode() >> 8U);
    }
    return hash;
}

/// Consonants of a Latin word, doubles once: spelled alike, sounded alike.
QString skeleton(const QString& word)
{
    QString bones = word.left(1);
    for (qsizetype i = 1; i < word.size(); ++i) {
        const QChar c = word[i];
        if (!QStringView(u"aeiouyhw").contains(c) && (bones.isEmpty() || bones.back() != c)) {
            bones.append(c);
        }
    }
    return bones;
}

} // namespace

MatchFeatures featuresOf(const MatchRecord& record)
{
    MatchFeatures features;
    const QString cleaned = cleanText(record.name);
    const NameKind guess = guessNameKind(cleaned);
    features.kind = record.type == QLatin1String("company") ? MatchKind::Company
        : record.type == QLatin1String("person")            ? MatchKind::Person
        : guess == NameKind::Company                        ? MatchKind::Company
        : guess == NameKind::Person                         ? MatchKind::Person
                                                            : MatchKind::Unknown;
    const bool han = containsHan(cleaned);
    QString bare
        = features.kind == MatchKind::Person ? foldText(cleaned) : withoutLegalForm(cleaned);
    if (!han && bare.contains(u',')) {
        bare = bare.section(u',', 1).trimmed() + u' '
            + bare.section(u',', 0, 0).trimmed(); // "Martinez, Emma"
    }
    features.tokens = han ? QStringList() : latinTokens(bare);
    features.name = solidOf(bare);
    if (han) {
        const bool person = features.kind == MatchKind::Person;
        features.pinyin = pinyinSyllables(bare, person).join(QString());
        features.surname = person ? surnameLength(features.name) : 0;
    }
    features.contact = solidOf(record.contact);
    if (features.contact == features.name) {
        features.contact.clear();
    }
    for (const Phone& phone : parsePhones(record.phone)) {
        QString digits = digitsOnly(phone.isValid() ? phone.e164 : phone.raw);
        if (digits.startsWith(QStringLiteral("86")) && phone.isValid()) {
            digits = digits.mid(2);
        } else if (digits.startsWith(u'1') && digits.size() == 11 && phone.isValid()
                   && phone.e164.startsWith(QStringLiteral("+1"))) {
            digits = digits.mid(1);
        }
        if (digits.size() >= 6 && !features.phones.contains(digits)) {
            features.phones.append(digits);
        }
    }
    for (const QString& email : splitEmails(record.email)) {
        features.emails.append(email.toLower());
    }
    features.code = normalizeCode(record.code);
    if (features.code.size() < 6) {
        features.code.clear();
    }
    const auto birthday = parseDate(record.birthDate);
    features.birth
        = birthday ? birthday->toString(QStringLiteral("yyyyMMdd")) : digitsOnly(record.birthDate);
    QString street = cleanText(record.street);
    if (street.startsWith(record.district) && !record.district.isEmpty()) {
        street = street.mid(record.district.size());
    }
    features.street = solidOf(street);
    features.numbers = numbersIn(foldText(street));
    QString city = solidOf(record.city);
    if (city.endsWith(u'市') && city.size() > 2) {
        city.chop(1);
    }
    features.city = city;
    features.postcode = solidOf(record.postcode);
    return features;
}

std::vector<std::uint64_t> keysOf(const MatchFeatures& features)
{
    std::vector<std::uint64_t> keys;
    const auto add = [&keys](char kind, const QString& text) {
        if (!text.isEmpty()) {
            keys.push_back(hashOf(kind, text));
        }
    };
    add('n', features.name);
    add('p', features.pinyin);
    add('t', features.tokens.join(u' '));
    for (const QString& phone : features.phones) {
        add('f', phone.right(phoneTail));
        add('g', phone.left(phone.size() - 3) + QString::number(phone.size()));
    }
    for (const QString& email : features.emails) {
        add('e', email);
        if (!isRoleMailbox(email)) {
            add('l', email.section(u'@', 0, 0));
        }
        if (const QString domain = emailDomain(email); !isFreeMailDomain(domain)) {
            add('d', domain);
        }
    }
    if (!features.code.isEmpty()) {
        add('c', features.code);
        add('C', features.code.left(features.code.size() / 2 + 1));
        add('D', features.code.right(features.code.size() / 2));
    }
    if (features.birth.size() == 8) {
        add('b', features.birth);
        add('B', features.birth.left(4) + features.birth.mid(6) + features.name.left(1));
        for (const QString& token : features.tokens) {
            add('y', features.birth.left(4) + skeleton(token).left(3));
        }
    }
    add('s', features.street.size() > 4 ? features.street : QString());
    if (!features.numbers.isEmpty()) {
        add('z',
            features.numbers + u'/'
                + (features.postcode.isEmpty() ? features.city : features.postcode));
        add('S', features.numbers + u'/' + features.street.right(3));
    }
    const QString place = features.postcode.isEmpty() ? features.city : features.postcode;
    for (const QString& token : features.tokens) {
        if (token.size() > 2) {
            add('w', token);
            add('k', skeleton(token) + u'/' + place);
        }
    }
    if (features.pinyin.isEmpty()) {
        return keys;
    }
    const QString& name = features.name;
    for (qsizetype i = 0; i + 1 < name.size(); ++i) {
        add('h', name.mid(i, 2) + u'/' + features.city);
        add('H', name.mid(i, 3));
    }
    add('q', features.pinyin.left(5) + u'/' + place);
    return keys;
}

double jaroWinkler(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return 0;
    }
    if (a == b) {
        return 1;
    }
    const qsizetype reach = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    constexpr qsizetype longest = 64;
    std::array<bool, longest> aTaken{};
    std::array<bool, longest> bTaken{};
    const qsizetype aSize = std::min(a.size(), longest);
    const qsizetype bSize = std::min(b.size(), longest);
    int common = 0;
    for (qsizetype i = 0; i < aSize; ++i) {
        for (qsizetype k = std::max<qsizetype>(0, i - reach); k < std::min(bSize, i + reach + 1);
             ++k) {
            if (!bTaken[std::size_t(k)] && a[i] == b[k]) {
                aTaken[std::size_t(i)] = bTaken[std::size_t(k)] = true;
                ++common;
                break;
            }
        }
    }
    if (common == 0) {
        return 0;
    }
    int swapped = 0;
    qsizetype k = 0;
    for (qsizetype i = 0; i < aSize; ++i) {
        if (aTaken[std::size_t(i)]) {
            while (!bTaken[std::size_t(k)]) {
                ++k;
            }
            swapped += a[i] != b[k] ? 1 : 0;
            ++k;
        }
    }
    const double m = common;
    const double jaro = (m / double(aSize) + m / double(bSize) + (m - swapped / 2.0) / m) / 3.0;
    int prefix = 0;
    while (prefix < 4 && prefix < aSize && prefix < bSize && a[prefix] == b[prefix]) {
        ++prefix;
    }
    constexpr double scaling = 0.1;
    return jaro + prefix * scaling * (1 - jaro);
}

double dice(QStringView a, QStringView b)
{
    if (a.size() < 2 || b.size() < 2) {
        return a == b && !a.isEmpty() ? 1 : 0;
    }
    const auto pairs = [](QStringView text) {
        std::vector<std::uint32_t> list;
        for (qsizetype i = 0; i + 1 < text.size(); ++i) {
            list.push_back(std::uint32_t(text[i].unicode()) << 16U | text[i + 1].unicode());
        }
        std::sort(list.begin(), list.end());
        return list;
    };
    const auto left = pairs(a);
    const auto right = pairs(b);
    std::vector<std::uint32_t> common;
    std::set_intersection(
        left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(common));
    return 2.0 * double(common.size()) / double(left.size() + right.size());
}

} // namespace core
