#include "core/storage/UtcText.h"

#include <array>
#include <chrono>

namespace core {

namespace {

constexpr qsizetype utcLength = 24; // 2026-11-24T09:05:00.123Z

// QDateTime's own formatting costs a microsecond and more; this is in every row that is written.
template <typename Char>
void putNumber(Char* to, int digits, int value)
{
    for (int i = digits - 1; i >= 0; --i) {
        to[i] = static_cast<Char>('0' + value % 10);
        value /= 10;
    }
}

/// -1 where a character is no digit.
int takeNumber(QStringView text, qsizetype from, int digits)
{
    int value = 0;
    for (qsizetype i = from; i < from + digits; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9') {
            return -1;
        }
        value = value * 10 + (c - u'0');
    }
    return value;
}

bool hasUtcForm(QStringView text)
{
    return text.size() == utcLength && text[4] == u'-' && text[7] == u'-' && text[10] == u'T'
        && text[13] == u':' && text[16] == u':' && text[19] == u'.' && text[23] == u'Z';
}

} // namespace

QString utcText(const QDateTime& time)
{
    if (!time.isValid()) {
        return QLatin1StringView("");
    }
    namespace chrono = std::chrono;
    const chrono::sys_time<chrono::milliseconds> point{
        chrono::milliseconds(time.toMSecsSinceEpoch())};
    const auto day = chrono::floor<chrono::days>(point);
    const chrono::year_month_day date(day);
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) {
        return time.toUTC().toString(Qt::ISODateWithMs);
    }
    const auto sinceMidnight = static_cast<int>((point - day).count());

    std::array<char16_t, utcLength> text{};
    putNumber(text.data(), 4, year);
    text[4] = u'-';
    putNumber(&text[5], 2, static_cast<int>(static_cast<unsigned>(date.month())));
    text[7] = u'-';
    putNumber(&text[8], 2, static_cast<int>(static_cast<unsigned>(date.day())));
    text[10] = u'T';
    putNumber(&text[11], 2, sinceMidnight / 3'600'000);
    text[13] = u':';
    putNumber(&text[14], 2, sinceMidnight / 60'000 % 60);
    text[16] = u':';
    putNumber(&text[17], 2, sinceMidnight / 1000 % 60);
    text[19] = u'.';
    putNumber(&text[20], 3, sinceMidnight % 1000);
    text[23] = u'Z';
    return QStringView(text.data(), utcLength).toString();
}

QDateTime utcFromText(QStringView text)
{
    if (hasUtcForm(text)) {
        const QDate date(takeNumber(text, 0, 4), takeNumber(text, 5, 2), takeNumber(text, 8, 2));
        const QTime time(takeNumber(text, 11, 2),
                         takeNumber(text, 14, 2),
                         takeNumber(text, 17, 2),
                         takeNumber(text, 20, 3));
        return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
    }
    if (text.isEmpty()) {
        return {};
    }
    QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.isValid() ? time.toUTC() : QDateTime();
}

} // namespace core
