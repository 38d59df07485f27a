#include "core/standardize/Phone.h"

#include "core/standardize/ChineseNumbers.h"
#include "core/standardize/TextForm.h"

#include <QRegularExpression>

#include <algorithm>
#include <phonenumbers/phonenumberutil.h>

namespace core {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
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
            R"(^(.*\d[\s)]*?)\s*[,;，]?\s*\(?(?:转|轉|分机号?|extn?\.?|extension|x|#|\*)\s*[:：]?\s*(\d{1,6})\)?$)"),
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

/// "手机：138…", "Tel.: 0512-…": what it is called on a card, in front of it.
QString withoutLabel(const QString& text)
{
    if (text.isEmpty() || isDigit(text.front()) || text.front() == u'+') {
        return text; // nearly every one
    }
    static const QRegularExpression label(
        QStringLiteral(
            R"(^(?:(?:联系|办公|公司|移动|固定)?(?:手机|电话|座机|固话)(?:号码|号)?\s*[:.]?|(?:tel|telephone|mobile|mob|cell|phone|t|m|p)(?:\s*[:.])+)\s*(?=[+(\d]))"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = label.match(text);
    return match.hasMatch() ? text.mid(match.capturedLength()) : text;
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

QString
byLibrary(const QString& text, const QString& country, bool& mobile, bool* isPossible = nullptr)
{
    constexpr int china = 86; // whose plan is known here: possible is not enough
    if (text.size() > longestForLibrary) {
        return {};
    }
    const PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(text.toStdString(), country.toStdString(), &number)
        != PhoneNumberUtil::NO_PARSING_ERROR) {
        return {};
    }
    if (!util->IsValidNumber(number)) {
        if (isPossible != nullptr) {
            *isPossible = number.country_code() != china
                && util->IsPossibleNumberWithReason(number) == PhoneNumberUtil::IS_POSSIBLE;
        }
        return {};
    }
    const auto type = util->GetNumberType(number);
    mobile = type == PhoneNumberUtil::MOBILE;
    std::string e164;
    util->Format(number, PhoneNumberUtil::E164, &e164);
    return QString::fromStdString(e164);
}

/// What the person put between the parts says where the area code ends: 02-2345-6789 is no number of Tianjin (022).
bool partsFitAreaCode(const QString& text)
{
    static const QRegularExpression parted(QStringLiteral(
        R"(^\D*(?>(?:(?:00)?86(?:\D+|(?=\d{2,3}\D)))?)(?:\(?0\)\s*(?=[1-9]))?(\d{1,5})\D+\d)"));
    const auto match = parted.match(text);
    if (!match.hasMatch()) {
        return true;
    }
    const QString area = match.captured(1);
    return isAreaCode(area.startsWith(u'0') ? area : QString(u'0' + area));
}

/// A number of the mainland, with its country code or without; false where it is none.
bool readChinese(const Split& split, bool inChina, bool plus, Phone& phone)
{
    const QString digits = digitsOf(split.number);
    QString national = digits;
    bool isChinese = inChina && !plus;
    if (digits.startsWith(QStringLiteral("0086"))) {
        national = digits.mid(4);
        isChinese = true;
    } else if (digits.startsWith(QStringLiteral("86"))
               && (plus || (inChina && digits.size() > 11))) {
        national = digits.mid(2);
        isChinese = true;
    }
    if (!isChinese) {
        return false;
    }
    if (national.size() == 12 && national.startsWith(u'0')
        && isChineseMobile(QStringView(national).mid(1))) {
        national.remove(0, 1); // as mobiles of elsewhere were once dialled
    }
    if (isChineseMobile(QStringView(national))) {
        phone.e164 = QStringLiteral("+86") + national;
        phone.isMobile = true;
        return true;
    }
    if (national.size() != digits.size() && !national.startsWith(u'0')) {
        national.prepend(u'0'); // behind a country code the zero is left out
    }
    if (isChineseLandline(QStringView(national)) && partsFitAreaCode(split.number)) {
        phone.e164 = QStringLiteral("+86") + national.mid(1);
        return true;
    }
    const QString service = national.startsWith(u'0') ? national.mid(1) : national;
    if (isChineseService(QStringView(service))) {
        phone.e164 = QStringLiteral("+86") + service;
        return true;
    }
    return false;
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
    if (country == QLatin1String("CN") && isChineseMobile(QStringView(phone.raw))
        && std::all_of(phone.raw.begin(), phone.raw.end(), isDigit)) {
        phone.e164 = QStringLiteral("+86") + phone.raw; // most numbers, without a look at the rest
        phone.isMobile = true;
        return phone;
    }
    const Split split = splitExtension(repairedDigits(withoutLabel(phone.raw)));
    phone.extension = split.extension;
    const QString number = split.number.trimmed();
    const bool plus = number.startsWith(u'+') || number.startsWith(QStringLiteral("(+"));
    const QString digits = digitsOf(number);
    const bool hasLetters
        = std::any_of(number.begin(), number.end(), [](QChar c) { return c.isLetter(); });
    static const QRegularExpression date(QStringLiteral(R"(^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$)"));
    if (hasLetters || digits.size() < 5 || number.contains(u'*') || date.match(number).hasMatch()) {
        phone.issue = PhoneIssue::NotANumber;
        phone.extension.clear();
        return phone;
    }
    if (number.startsWith(u'1') && looksNorthAmerican(number)) {
        phone.e164 = byLibrary(number, QStringLiteral("US"), phone.isMobile);
    } else if (digits.startsWith(QStringLiteral("00"))
               && !digits.startsWith(QStringLiteral("0086"))) {
        phone.e164 = byLibrary(u'+' + digits.mid(2), country, phone.isMobile);
    }
    if (!phone.e164.isEmpty() || readChinese(split, country == QLatin1String("CN"), plus, phone)) {
        return phone;
    }
    if (plus || country != QLatin1String("CN")) {
        bool isPossible = false;
        phone.e164 = byLibrary(number, country, phone.isMobile, &isPossible);
        if (plus && isPossible) {
            phone.extension.clear();
            return phone; // of a range that the library does not know: kept as written
        }
    }
    if (phone.e164.isEmpty() && !plus && looksNorthAmerican(number)) {
        phone.e164 = byLibrary(number, QStringLiteral("US"), phone.isMobile);
        if (phone.e164.isEmpty() && digits.size() == 10) {
            // Well-formed, but of a range the plan does not assign: kept as written, no area code is missing.
            phone.issue = PhoneIssue::None;
            return phone;
        }
    }
    if (!phone.e164.isEmpty()) {
        return phone;
    }
    const bool local = !plus && (digits.size() == 7 || digits.size() == 8) && digits[0] != u'0';
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
        if (isChineseMobile(QStringView(national)) || national.startsWith(QStringLiteral("400"))
            || national.startsWith(QStringLiteral("800"))) {
            shown = national;
        } else {
            const QString withZero = u'0' + national;
            const qsizetype area = areaCodeLength(QStringView(withZero));
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

bool isPlainMainland(QStringView stored)
{
    if (!stored.startsWith(QStringLiteral("+86"))
        || !std::all_of(stored.begin() + 1, stored.end(), isDigit)) {
        return false;
    }
    const QStringView national = stored.mid(3);
    return isChineseMobile(national) || isChineseService(national)
        || isChineseLandline(QString(u'0' + national.toString()));
}

bool appendPlainPhone(std::string& shown, std::string_view stored, bool chinese)
{
    constexpr std::string_view china = "+86";
    constexpr std::size_t plusAndElevenDigits = 12;
    const bool allDigits
        = stored.size() > 1 && std::all_of(stored.begin() + 1, stored.end(), [](char c) {
              return c >= '0' && c <= '9';
          });
    if (!allDigits || stored.front() != '+') {
        return false;
    }
    if (stored.substr(0, 2) == "+1" && stored.size() == plusAndElevenDigits) {
        shown.append("+1 ").append(stored.substr(2, 3)).append(1, '-');
        shown.append(stored.substr(5, 3)).append(1, '-').append(stored.substr(8));
        return true;
    }
    if (!chinese || stored.substr(0, china.size()) != china) {
        return false;
    }
    const std::string_view national = stored.substr(china.size());
    if (isChineseMobile(national) || isChineseService(national)) {
        shown.append(national);
        return true;
    }
    const std::string withZero = std::string("0").append(national);
    if (!isChineseLandline(std::string_view(withZero))) {
        return false;
    }
    const std::size_t area = areaCodeLength(std::string_view(withZero));
    shown.append(withZero, 0, area).append(1, '-').append(withZero, area);
    return true;
}

} // namespace core
