#include "core/standardize/Phone.h"

#include "core/standardize/TextForm.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <phonenumbers/phonenumberutil.h>

namespace core {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

bool isDigit(QChar c)
{
    return c.unicode() >= u'0' && c.unicode() <= u'9';
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (isDigit(c)) {
            digits.append(c);
        }
    }
    return digits;
}

bool isChineseMobile(QStringView digits)
{
    return digits.size() == 11 && digits[0] == u'1' && digits[1].unicode() >= u'3';
}

/// Two-digit area codes (01x is Beijing, 02x the large cities) have three digits with the zero, all others four.
qsizetype areaCodeLength(QStringView national)
{
    return national.size() > 1 && (national[1] == u'1' || national[1] == u'2') ? 3 : 4;
}

bool isChineseLandline(QStringView withZero)
{
    if (withZero.size() < 10 || withZero[0] != u'0' || withZero[1] == u'0') {
        return false;
    }
    const qsizetype rest = withZero.size() - areaCodeLength(withZero);
    const QChar first = withZero[areaCodeLength(withZero)];
    return (rest == 7 || rest == 8) && first.unicode() >= u'2' && first.unicode() <= u'9';
}

/// Letters that a scan or a hasty hand put for digits; only where all else is digits.
QString repairedDigits(const QString& text)
{
    QString repaired = text;
    int digits = 0;
    int swapped = 0;
    for (QChar& c : repaired) {
        if (isDigit(c)) {
            ++digits;
        } else if (c == u'O' || c == u'o') {
            c = u'0';
            ++swapped;
        } else if (c == u'l' || c == u'I') {
            c = u'1';
            ++swapped;
        } else if (c.isLetter()) {
            return text;
        }
    }
    return swapped > 0 && digits >= swapped && digits + swapped >= 7 ? repaired : text;
}

struct Split
{
    QString number;
    QString extension;
};

Split splitExtension(const QString& text)
{
    static const QRegularExpression marked(
        QStringLiteral(
            R"(^(.*\d[\s)]*?)\s*[,;，]?\s*(?:转|轉|分机|ext\.?|extension|x|#)\s*[:：]?\s*(\d{1,6})$)"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = marked.match(text); match.hasMatch()) {
        return {match.captured(1).trimmed(), match.captured(2)};
    }
    // 0512-38183752-12: a third part behind a landline
    static const QRegularExpression third(
        QStringLiteral(R"(^(0\d{2,3}\s*-\s*\d{7,8})\s*-\s*(\d{1,5})$)"));
    if (const auto match = third.match(text); match.hasMatch()) {
        return {match.captured(1), match.captured(2)};
    }
    return {text, {}};
}

/// 212-790-4854, (212) 790-4854, 212.790.4854: nobody in China groups so.
bool looksNorthAmerican(const QString& text)
{
    static const QRegularExpression grouped(QStringLiteral(
        R"(^(?:\+?1[\s.-])?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[.\s-])[2-9]\d{2}[.\s-]\d{4}$)"));
    return grouped.match(text).hasMatch();
}

/// A number has fifteen digits; the library's time grows with the square of what it is given.
constexpr qsizetype longestForLibrary = 250;

QString byLibrary(const QString& text, const QString& country, bool& mobile)
{
    if (text.size() > longestForLibrary) {
        return {};
    }
    const PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(text.toStdString(), country.toStdString(), &number)
            != PhoneNumberUtil::NO_PARSING_ERROR
        || !util->IsValidNumber(number)) {
        return {};
    }
    const auto type = util->GetNumberType(number);
    mobile = type == PhoneNumberUtil::MOBILE;
    std::string e164;
    util->Format(number, PhoneNumberUtil::E164, &e164);
    return QString::fromStdString(e164);
}

} // namespace

QString Phone::stored() const
{
    if (e164.isEmpty()) {
        return raw;
    }
    return extension.isEmpty() ? e164 : e164 + u'x' + extension;
}

Phone parsePhone(QStringView text, const PhoneHint& hint)
{
    Phone phone;
    phone.raw = cleanText(narrowWidth(text));
    if (phone.raw.isEmpty()) {
        phone.issue = PhoneIssue::NotANumber;
        return phone;
    }
    const QString country = hint.country.isEmpty() ? QStringLiteral("CN") : hint.country;
    if (country == QLatin1String("CN") && isChineseMobile(phone.raw)
        && std::all_of(phone.raw.begin(), phone.raw.end(), isDigit)) {
        phone.e164 = QStringLiteral("+86") + phone.raw; // most numbers, without a look at the rest
        phone.isMobile = true;
        return phone;
    }
    const Split split = splitExtension(repairedDigits(phone.raw));
    phone.extension = split.extension;
    const bool plus = split.number.trimmed().startsWith(u'+')
        || split.number.trimmed().startsWith(QStringLiteral("(+"));
    QString digits = digitsOf(split.number);
    const bool hasLetters = std::any_of(
        split.number.begin(), split.number.end(), [](QChar c) { return c.isLetter(); });
    if (hasLetters || digits.size() < 5) {
        phone.issue = PhoneIssue::NotANumber;
        phone.extension.clear();
        return phone;
    }
    if (country == QLatin1String("CN") || plus || digits.startsWith(QStringLiteral("0086"))) {
        QString national = digits;
        bool isChinese = country == QLatin1String("CN") && !plus;
        if (digits.startsWith(QStringLiteral("0086"))) {
            national = digits.mid(4);
            isChinese = true;
        } else if (digits.startsWith(QStringLiteral("86")) && (plus || digits.size() > 11)) {
            national = digits.mid(2);
            isChinese = true;
        }
        if (isChinese && isChineseMobile(national)) {
            phone.e164 = QStringLiteral("+86") + national;
            phone.isMobile = true;
            return phone;
        }
        if (isChinese && national.size() != digits.size() && !national.startsWith(u'0')) {
            national.prepend(u'0'); // behind a country code the zero is left out
        }
        if (isChinese && isChineseLandline(national)) {
            phone.e164 = QStringLiteral("+86") + national.mid(1);
            return phone;
        }
        if (isChinese && digits.size() == 10
            && (digits.startsWith(QStringLiteral("400"))
                || digits.startsWith(QStringLiteral("800")))) {
            phone.e164 = QStringLiteral("+86") + digits;
            return phone;
        }
    }
    if (plus || country != QLatin1String("CN")) {
        phone.e164 = byLibrary(split.number, country, phone.isMobile);
    }
    if (phone.e164.isEmpty() && !plus && looksNorthAmerican(split.number.trimmed())) {
        phone.e164 = byLibrary(split.number, QStringLiteral("US"), phone.isMobile);
        if (phone.e164.isEmpty() && digits.size() == 10) {
            // Well-formed, but of a range the plan does not assign: kept as written, no area code is missing.
            phone.issue = PhoneIssue::None;
            return phone;
        }
    }
    if (!phone.e164.isEmpty()) {
        return phone;
    }
    const bool local = (digits.size() == 7 || digits.size() == 8) && digits[0] != u'0';
    if (local && !hint.areaCode.isEmpty()) {
        phone.e164 = QStringLiteral("+86") + hint.areaCode.mid(1) + digits;
        return phone;
    }
    phone.extension.clear();
    phone.issue = local ? PhoneIssue::NoAreaCode : PhoneIssue::NotANumber;
    return phone;
}

namespace {

/// Whole numbers with nothing but a blank between them; none where some part is no number by itself.
std::vector<Phone> apartByBlanks(const QString& text, const PhoneHint& hint)
{
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<Phone> phones;
    for (const QString& part : parts) {
        phones.push_back(parsePhone(part, hint));
        if (!phones.back().isValid()) {
            return {};
        }
    }
    return phones;
}

} // namespace

std::vector<Phone> parsePhones(QStringView cell, const PhoneHint& hint)
{
    static const QRegularExpression separators(
        QStringLiteral(R"([/;；、\n\r|]|,(?!\s*(?:ext|x|转))|，|\s或\s?|或|\s{3,})"),
        QRegularExpression::CaseInsensitiveOption);
    std::vector<Phone> phones;
    const QString text = narrowWidth(cell);
    for (const QString& part : text.split(separators, Qt::SkipEmptyParts)) {
        const QString tidy = cleanText(part);
        if (tidy.isEmpty()) {
            continue;
        }
        const Phone phone = parsePhone(part, hint);
        std::vector<Phone> several
            = phone.isValid() ? std::vector<Phone>() : apartByBlanks(tidy, hint);
        if (several.empty()) {
            phones.push_back(phone);
        } else {
            phones.insert(phones.end(), several.begin(), several.end());
        }
    }
    return phones;
}

Phone phoneFromStored(const QString& stored)
{
    Phone phone;
    phone.raw = stored;
    if (!stored.startsWith(u'+')) {
        return parsePhone(stored);
    }
    const qsizetype x = stored.indexOf(u'x');
    phone.e164 = x < 0 ? stored : stored.left(x);
    phone.extension = x < 0 ? QString() : stored.mid(x + 1);
    phone.isMobile = phone.e164.startsWith(QStringLiteral("+86"))
        && isChineseMobile(QStringView(phone.e164).mid(3));
    return phone;
}

QString shownPhone(const QString& stored)
{
    // Only the stored form itself: typed text that begins with + has blanks and hyphens, and is not ours to change.
    const bool isStored
        = stored.startsWith(u'+') && std::all_of(stored.begin() + 1, stored.end(), [](QChar c) {
              return isDigit(c) || c == u'x';
          });
    if (!isStored) {
        return stored;
    }
    const Phone phone = phoneFromStored(stored);
    QString shown;
    if (phone.e164.startsWith(QStringLiteral("+86"))) {
        const QString national = phone.e164.mid(3);
        if (isChineseMobile(national) || national.startsWith(QStringLiteral("400"))
            || national.startsWith(QStringLiteral("800"))) {
            shown = national;
        } else {
            const QString withZero = u'0' + national;
            const qsizetype area = areaCodeLength(withZero);
            shown = withZero.left(area) + u'-' + withZero.mid(area);
        }
    } else {
        const PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        std::string text = phone.e164.toStdString();
        if (qsizetype(text.size()) <= longestForLibrary
            && util->Parse(text, "ZZ", &number) == PhoneNumberUtil::NO_PARSING_ERROR) {
            util->Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
        }
        shown = QString::fromStdString(text);
    }
    if (!phone.extension.isEmpty()) {
        shown += (containsHan(shown) || phone.e164.startsWith(QStringLiteral("+86"))
                      ? QStringLiteral(" 转 ")
                      : QStringLiteral(" ext. "))
            + phone.extension;
    }
    return shown;
}

QString countryOf(QStringView text)
{
    // Provinces, cities and districts, which is nearly every question.
    if (text.endsWith(u'省') || text.endsWith(u'市') || text.endsWith(u'区')) {
        return {};
    }
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> map;
        const auto add = [&map](const char* code, std::initializer_list<const char16_t*> names) {
            for (const char16_t* name : names) {
                map.insert(foldText(QString::fromUtf16(name)), QString::fromLatin1(code));
            }
        };
        add("CN",
            {u"CN", u"China", u"中国", u"PRC", u"People's Republic of China", u"中华人民共和国"});
        add("US",
            {u"US",
             u"USA",
             u"United States",
             u"United States of America",
             u"美国",
             u"California",
             u"New York",
             u"Texas",
             u"Florida",
             u"Illinois",
             u"Massachusetts",
             u"Washington",
             u"Colorado",
             u"Georgia",
             u"Pennsylvania",
             u"Ohio",
             u"Michigan",
             u"Arizona",
             u"New Jersey",
             u"Virginia",
             u"Oregon",
             u"Nevada",
             u"Minnesota",
             u"Los Angeles",
             u"San Francisco",
             u"Chicago",
             u"Boston",
             u"Seattle",
             u"Miami",
             u"Houston",
             u"Dallas",
             u"Denver",
             u"Atlanta",
             u"Philadelphia",
             u"Austin",
             u"San Diego"});
        add("CA",
            {u"CA",
             u"Canada",
             u"加拿大",
             u"Ontario",
             u"Quebec",
             u"British Columbia",
             u"Alberta",
             u"Toronto",
             u"Montreal",
             u"Vancouver"});
        add("GB",
            {u"GB",
             u"UK",
             u"United Kingdom",
             u"Great Britain",
             u"England",
             u"英国",
             u"London",
             u"Manchester",
             u"Edinburgh"});
        add("DE", {u"DE", u"Germany", u"Deutschland", u"德国", u"Berlin", u"München", u"Hamburg"});
        add("FR", {u"FR", u"France", u"法国", u"Paris"});
        add("JP", {u"JP", u"Japan", u"日本", u"Tokyo"});
        add("KR", {u"KR", u"South Korea", u"Korea", u"韩国", u"Seoul"});
        add("SG", {u"SG", u"Singapore", u"新加坡"});
        add("AU", {u"AU", u"Australia", u"澳大利亚", u"Sydney", u"Melbourne"});
        add("HK", {u"HK", u"Hong Kong", u"香港", u"中国香港", u"香港特别行政区"});
        add("TW", {u"TW", u"Taiwan", u"台湾", u"台湾省", u"台北", u"台北市"});
        add("MO", {u"MO", u"Macao", u"Macau", u"澳门"});
        return map;
    }();
    return known.value(foldText(cleanText(text)));
}

} // namespace core
