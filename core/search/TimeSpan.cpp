#include "core/search/TimeSpan.h"

#include "core/standardize/Dates.h"
#include "core/standardize/TextForm.h"

#include <QRegularExpression>

namespace core {

namespace {

TimeSpan daysSpan(QDate first, QDate behind, const QTimeZone& zone)
{
    return {first.startOfDay(zone).toUTC(), behind.startOfDay(zone).toUTC(), first, behind};
}

/// With a time of day: what is not said in it (seconds) is meant whole. Nothing where the text has another form; a span
/// without beginning where the time is none.
std::optional<TimeSpan> instantSpan(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,3})?)?)"
                       R"((Z|[+-]\d{2}(:?\d{2})?)?$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    QString iso = text.toUpper();
    iso[10] = u'T';
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (match.capturedLength(4) == 0) {
        time = QDateTime(time.date(), time.time(), zone);
    }
    if (!time.isValid()) {
        return TimeSpan{};
    }
    constexpr qint64 secondMs = 1000;
    const qint64 length = match.capturedLength(3) > 0 ? 1
        : match.capturedLength(2) > 0                 ? secondMs
                                                      : 60 * secondMs;
    const QDate day = time.toTimeZone(zone).date();
    return TimeSpan{time.toUTC(), time.toUTC().addMSecs(length), day, day.addDays(1)};
}

} // namespace

std::optional<TimeSpan> timeSpanOf(QStringView text, const QTimeZone& zone)
{
    const QString tidy = cleanText(narrowWidth(text));
    if (auto instant = instantSpan(tidy, zone)) {
        return instant->begin.isValid() ? instant : std::nullopt;
    }
    static const QRegularExpression part(
        QStringLiteral(R"(^(\d{4})(?:[-/年](?:(\d{1,2})月?)?)?$)"));
    if (const auto match = part.match(tidy); match.hasMatch()) {
        const bool isYear = match.capturedLength(2) == 0;
        const QDate first(match.captured(1).toInt(), isYear ? 1 : match.captured(2).toInt(), 1);
        return first.isValid()
            ? std::optional(daysSpan(first, isYear ? first.addYears(1) : first.addMonths(1), zone))
            : std::nullopt;
    }
    const auto day = parseDate(tidy);
    return day ? std::optional(daysSpan(*day, day->addDays(1), zone)) : std::nullopt;
}

} // namespace core
