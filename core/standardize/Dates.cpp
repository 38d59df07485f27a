#include "core/standardize/Dates.h"

#include "core/standardize/TextForm.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace core {

namespace {

std::optional<QDate> valid(int year, int month, int day)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < 1800 || year > 2200) {
        return std::nullopt;
    }
    return date;
}

int fullYear(const QString& digits)
{
    constexpr int pivot = 70;
    const int year = digits.toInt();
    return digits.size() > 2 ? year : year < pivot ? 2000 + year : 1900 + year;
}

/// What may stand behind a day: nothing, its weekday, a time.
bool isTime(const QString& rest)
{
    static const QRegularExpression time(
        QStringLiteral(
            R"(^[\s,T]*(?:\(?(?:星期|周|週|礼拜)[一二三四五六日天]\)?)?\s*(?:上午|下午|凌晨|早上|中午|晚上|[ap]m)?\s*)"
            R"((?:\d{1,2}\s*[:.时時点點h][\d:.\sA-Za-z+\-()/_时時点點分秒]*|\d{1,2}\s*[ap]m|\d{4}(?:\d{2})?Z?)?$)"),
        QRegularExpression::CaseInsensitiveOption);
    return time.match(rest).hasMatch();
}

/// 二〇二六年三月十五日 -> 2026年3月15日
QString withArabicDigits(const QString& text)
{
    static const QString han = QStringLiteral("零一二三四五六七八九");
    const qsizetype year = text.indexOf(u'年');
    if (year < 2
        || (!han.contains(text[year - 1]) && !QStringView(u"〇○").contains(text[year - 1]))) {
        return text;
    }
    QString digits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i] == u'〇' || text[i] == u'○' ? QChar(u'零') : text[i];
        const qsizetype value = han.indexOf(c);
        if (c == u'十') {
            const bool tens = i > 0 && han.contains(text[i - 1]);
            const bool ones = i + 1 < text.size() && han.contains(text[i + 1]);
            digits += tens ? (ones ? QString() : QStringLiteral("0"))
                           : (ones ? QStringLiteral("1") : QStringLiteral("10"));
        } else if (c == u'日') {
            return digits + text.mid(i); // 星期二 behind it keeps its sign
        } else {
            digits += value >= 0 ? QString::number(value) : QString(c);
        }
    }
    return digits;
}

QString tidied(QStringView raw)
{
    static const QRegularExpression weekday(
        QStringLiteral(
            R"(^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+|(?:星期|周|週)[一二三四五六日天][\s,，]+))"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = cleanText(narrowWidth(raw));
    text.remove(weekday);
    return withArabicDigits(text);
}

/// Three numbers with a sign between them, and the days that they can be, by order.
struct Numbers
{
    std::array<QString, 3> parts;
    bool dotted = false;
    std::vector<std::pair<DateOrder, QDate>> readings;

    [[nodiscard]] bool isOneDay() const
    {
        return !readings.empty()
            && std::all_of(readings.begin(), readings.end(), [this](const auto& reading) {
                   return reading.second == readings.front().second;
               });
    }
};

Numbers numbersOf(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?[-/.]\s?(\d{1,4})(?!\d)(.*)$)"));
    const auto match = form.match(text);
    if (!match.hasMatch() || !isTime(match.captured(5))) {
        return {};
    }
    Numbers numbers;
    numbers.parts = {match.captured(1), match.captured(3), match.captured(4)};
    numbers.dotted = match.captured(2) == u".";
    const auto add = [&numbers](DateOrder order, int yearAt, int monthAt, int dayAt) {
        const QString& year = numbers.parts[std::size_t(yearAt)];
        const QString& month = numbers.parts[std::size_t(monthAt)];
        const QString& day = numbers.parts[std::size_t(dayAt)];
        const bool fits
            = (year.size() == 2 || year.size() == 4) && month.size() <= 2 && day.size() <= 2;
        const auto date = fits ? valid(fullYear(year), month.toInt(), day.toInt()) : std::nullopt;
        if (date) {
            numbers.readings.emplace_back(order, *date);
        }
    };
    add(DateOrder::YearFirst, 0, 1, 2);
    add(DateOrder::DayFirst, 2, 1, 0);
    if (!numbers.dotted) {
        add(DateOrder::MonthFirst, 2, 0, 1);
    }
    return numbers;
}

int monthOf(const QString& word)
{
    static const std::array locales{QLocale(QLocale::English), QLocale(QLocale::German)};
    for (const QLocale& locale : locales) {
        for (int month = 1; month <= 12; ++month) {
            const QString name = locale.standaloneMonthName(month, QLocale::LongFormat);
            if (name.startsWith(word, Qt::CaseInsensitive)) {
                return month;
            }
        }
    }
    return word.compare(QLatin1String("sept"), Qt::CaseInsensitive) == 0 ? 9 : 0;
}

std::optional<QDate> namedMonth(const QString& text)
{
    static const QRegularExpression monthFirst(QStringLiteral(
        R"(^(\p{L}{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4}|\d{2})(?!\d)(.*)$)"));
    static const QRegularExpression dayFirst(QStringLiteral(
        R"(^(\d{1,2})(?:st|nd|rd|th)?[\s./-]*(\p{L}{3,9})[\s.,/-]*(\d{4}|\d{2})(?!\d)(.*)$)"));
    for (const bool month : {true, false}) {
        const auto match = (month ? monthFirst : dayFirst).match(text);
        if (match.hasMatch() && isTime(match.captured(4))) {
            return valid(fullYear(match.captured(3)),
                         monthOf(match.captured(month ? 1 : 2)),
                         match.captured(month ? 2 : 1).toInt());
        }
    }
    return std::nullopt;
}

/// 2026年3月2日, 民國115年3月2日, 20260302.
std::optional<QDate> saidPlainly(const QString& text)
{
    static const QRegularExpression chinese(
        QStringLiteral(R"(^(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?(.*)$)"));
    static const QRegularExpression republic(QStringLiteral(
        R"(^(?:民國|民国)\s*(\d{1,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号號]?(.*)$)"));
    static const QRegularExpression compact(
        QStringLiteral(R"(^((?:18|19|20|21)\d{2})(\d{2})(\d{2})(|[T\s].*|\d{4}(?:\d{2})?Z?)$)"));
    if (const auto match = republic.match(text); match.hasMatch() && isTime(match.captured(4))) {
        constexpr int beforeFirst = 1911;
        return valid(match.captured(1).toInt() + beforeFirst,
                     match.captured(2).toInt(),
                     match.captured(3).toInt());
    }
    for (const QRegularExpression* form : {&chinese, &compact}) {
        const auto match = form->match(text);
        if (match.hasMatch() && isTime(match.captured(4))) {
            return valid(
                fullYear(match.captured(1)), match.captured(2).toInt(), match.captured(3).toInt());
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QDate> parseDate(QStringView raw, DateOrder order)
{
    const QString text = tidied(raw);
    const Numbers numbers = numbersOf(text);
    if (numbers.isOneDay()) {
        return numbers.readings.front().second;
    }
    for (const auto& [its, date] : numbers.readings) {
        if (its == order) {
            return date;
        }
    }
    if (!numbers.readings.empty()) {
        return std::nullopt;
    }
    if (const auto plain = saidPlainly(text)) {
        return plain;
    }
    return namedMonth(text);
}

bool isAmbiguousDate(QStringView text)
{
    const Numbers numbers = numbersOf(tidied(text));
    return !numbers.readings.empty() && !numbers.isOneDay();
}

std::optional<QDate> dateFromSerial(QStringView raw)
{
    constexpr int earliest = 20000;
    constexpr int latest = 80000;
    bool ok = false;
    const QString text = cleanText(narrowWidth(raw)).replace(u',', u'.');
    const double serial = text.toDouble(&ok);
    const bool isDay = serial >= earliest
        && serial <= latest; // "nan" is a number to Qt, and neither more nor less
    if (!ok || !isDay) {
        return std::nullopt;
    }
    return QDate(1899, 12, 30).addDays(qint64(serial));
}

void DateEvidence::add(QStringView cell)
{
    const Numbers numbers = numbersOf(tidied(cell));
    constexpr qsizetype longYear = 4;
    if (numbers.readings.empty() || numbers.parts[0].size() == longYear) {
        return; // a year of four digits in front says nothing about the others
    }
    m_needed = m_needed || !numbers.isOneDay();
    unsigned orders = 0;
    for (const auto& reading : numbers.readings) {
        orders |= 1U << unsigned(reading.first);
    }
    if (numbers.dotted) {
        orders |= 1U << unsigned(DateOrder::MonthFirst); // dots speak for themselves only
    }
    m_possible &= orders;
    if (numbers.parts[2].size() == 2) {
        m_firsts.insert(numbers.parts[0].toInt());
        m_lasts.insert(numbers.parts[2].toInt());
    }
}

DateOrder DateEvidence::order() const
{
    constexpr unsigned yearFirst = 1U << unsigned(DateOrder::YearFirst);
    unsigned left = m_possible;
    if ((left & yearFirst) != 0 && left != yearFirst) {
        // Years repeat where days do not: 25/03/26, 03/05/26, 14/07/26.
        if (m_lasts.size() * 2 <= m_firsts.size()) {
            left &= ~yearFirst;
        } else if (m_firsts.size() * 2 <= m_lasts.size()) {
            left = yearFirst;
        }
    }
    for (const DateOrder order :
         {DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst}) {
        if (left == 1U << unsigned(order)) {
            return order;
        }
    }
    return DateOrder::Unknown;
}

} // namespace core
