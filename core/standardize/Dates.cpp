#include "core/standardize/Dates.h"

#include "core/standardize/TextForm.h"

#include <QLocale>
#include <QRegularExpression>

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

std::optional<QDate> namedMonth(const QString& text)
{
    static const QRegularExpression monthFirst(
        QStringLiteral(R"(^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))"));
    static const QRegularExpression dayFirst(
        QStringLiteral(R"(^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}))"));
    const auto monthOf = [](const QString& word) {
        const QLocale english(QLocale::English);
        for (int month = 1; month <= 12; ++month) {
            if (english.monthName(month, QLocale::LongFormat)
                    .startsWith(word, Qt::CaseInsensitive)) {
                return month;
            }
        }
        return 0;
    };
    if (const auto match = monthFirst.match(text); match.hasMatch()) {
        return valid(
            match.captured(3).toInt(), monthOf(match.captured(1)), match.captured(2).toInt());
    }
    if (const auto match = dayFirst.match(text); match.hasMatch()) {
        return valid(
            match.captured(3).toInt(), monthOf(match.captured(2)), match.captured(1).toInt());
    }
    return std::nullopt;
}

} // namespace

std::optional<QDate> parseDate(QStringView raw)
{
    const QString text = cleanText(narrowWidth(raw));
    static const QRegularExpression yearFirst(QStringLiteral(
        R"(^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$)"));
    if (const auto match = yearFirst.match(text); match.hasMatch()) {
        return valid(
            match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    }
    static const QRegularExpression compact(QStringLiteral(R"(^(19|20|21)(\d{2})(\d{2})(\d{2})$)"));
    if (const auto match = compact.match(text); match.hasMatch()) {
        return valid(QString(match.captured(1) + match.captured(2)).toInt(),
                     match.captured(3).toInt(),
                     match.captured(4).toInt());
    }
    static const QRegularExpression yearLast(
        QStringLiteral(R"(^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:\s.*)?$)"));
    if (const auto match = yearLast.match(text); match.hasMatch()) {
        const int first = match.captured(1).toInt();
        const int second = match.captured(3).toInt();
        const int year = match.captured(4).toInt();
        if (const auto dayFirst = valid(year, second, first)) {
            return dayFirst;
        }
        return valid(year, first, second);
    }
    return namedMonth(text);
}

std::optional<QDate> dateFromSerial(QStringView raw)
{
    constexpr int earliest = 20000;
    constexpr int latest = 80000;
    bool ok = false;
    const double serial = cleanText(narrowWidth(raw)).toDouble(&ok);
    if (!ok || serial < earliest || serial > latest) {
        return std::nullopt;
    }
    return QDate(1899, 12, 30).addDays(qint64(serial));
}

} // namespace core
