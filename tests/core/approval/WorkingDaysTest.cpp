#include "core/approval/WorkingDays.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace core;

namespace {

// The days around the Spring Festival and the National Day of 2026, as the State Council published
// them.
constexpr char16_t days2026[]
    = u"date\tkind\tname\n"
      u"2026-01-01\toff\t元旦\n"
      u"2026-02-14\twork\t调休\n"
      u"2026-02-15\toff\t春节\n2026-02-16\toff\t春节\n2026-02-17\toff\t春节\n"
      u"2026-02-18\toff\t春节\n2026-02-19\toff\t春节\n2026-02-20\toff\t春节\n"
      u"2026-02-21\toff\t春节\n2026-02-22\toff\t春节\n2026-02-23\toff\t春节\n"
      u"2026-02-28\twork\t调休\n"
      u"2026-10-01\toff\t国庆节\n2026-10-02\toff\t国庆节\n2026-10-05\toff\t国庆节\n"
      u"2026-10-06\toff\t国庆节\n2026-10-07\toff\t国庆节\n"
      u"2026-10-10\twork\t调休\n";

WorkingDays calendar2026()
{
    auto calendar = WorkingDays::fromText(days2026);
    REQUIRE(calendar);
    return *calendar;
}

QTimeZone shanghai()
{
    return QTimeZone("Asia/Shanghai");
}

QDateTime local(const char* text)
{
    return QDateTime(QDate::fromString(QString::fromLatin1(text).left(10), Qt::ISODate),
                     QTime::fromString(QString::fromLatin1(text).mid(11), QStringLiteral("HH:mm")),
                     shanghai());
}

std::string shown(const QDateTime& time)
{
    return time.toTimeZone(shanghai()).toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
}

} // namespace

TEST_CASE(
    "a day is working time as the table says, and from Monday to Friday where it says nothing")
{
    const WorkingDays calendar = calendar2026();
    struct Row
    {
        QDate day;
        bool working;
    };
    for (const Row& row : {
             Row{QDate(2026, 2, 13), true}, // Friday
             Row{QDate(2026, 2, 14), true}, // Saturday, made up
             Row{QDate(2026, 2, 16), false}, // Monday, Spring Festival
             Row{QDate(2026, 2, 23), false}, // Monday, Spring Festival
             Row{QDate(2026, 2, 24), true},
             Row{QDate(2026, 2, 28), true}, // Saturday, made up
             Row{QDate(2026, 3, 1), false}, // Sunday
             Row{QDate(2026, 3, 7), false}, // Saturday
         }) {
        CAPTURE(row.day.toString(Qt::ISODate).toStdString());
        CHECK(calendar.isWorkingDay(row.day) == row.working);
    }
    CHECK(calendar.nameOf(QDate(2026, 2, 17)) == QStringLiteral("春节"));
    CHECK(calendar.nameOf(QDate(2026, 3, 7)).isEmpty());
}

TEST_CASE("a deadline of n working days falls on the same local time, over weekends, holidays and "
          "make-up Saturdays, and counts from the morning where it was asked outside working time")
{
    const WorkingDays calendar = calendar2026();
    struct Row
    {
        const char* asked;
        int days;
        const char* due;
    };
    for (const Row& row : {
             Row{"2026-03-04 10:30", 1, "2026-03-05 10:30"}, // Wednesday
             Row{"2026-03-06 16:00", 1, "2026-03-09 16:00"}, // Friday
             Row{"2026-03-06 16:00", 2, "2026-03-10 16:00"},
             Row{"2026-03-07 06:00", 1, "2026-03-10 09:00"}, // Saturday: from Monday morning on
             Row{"2026-02-13 09:15", 1, "2026-02-14 09:15"}, // the Saturday after is worked
             Row{"2026-02-13 09:15", 2, "2026-02-24 09:15"}, // then nine days off
             Row{"2026-02-14 17:59", 1, "2026-02-24 17:59"},
             Row{"2026-02-18 12:00", 1, "2026-02-25 09:00"}, // in the middle of the festival
             Row{"2026-02-27 11:00", 1, "2026-02-28 11:00"},
             Row{"2026-02-27 11:00", 2, "2026-03-02 11:00"},
             Row{"2026-09-30 23:30", 1, "2026-10-09 09:00"}, // in UTC still the 30th at 15:30
             Row{"2026-10-09 00:30", 1, "2026-10-10 09:00"}, // in UTC the day before
             Row{"2026-03-04 18:00", 1, "2026-03-06 09:00"},
             Row{"2026-03-06 20:00", 1, "2026-03-10 09:00"}, // Friday evening
             Row{"2026-03-04 10:30", 0, "2026-03-04 10:30"},
         }) {
        CAPTURE(row.asked, row.days);
        CHECK(shown(calendar.addWorkingDays(local(row.asked).toUTC(), row.days, shanghai()))
              == row.due);
    }
}

TEST_CASE("the working time between two moments counts hours of working days only")
{
    const WorkingDays calendar = calendar2026();
    struct Row
    {
        const char* from;
        const char* to;
        int minutes;
    };
    for (const Row& row : {
             Row{"2026-03-04 10:00", "2026-03-04 12:30", 150},
             Row{"2026-03-04 07:00", "2026-03-04 23:00", 540}, // the whole day, nothing outside
             Row{"2026-03-04 17:00", "2026-03-05 10:00", 120}, // over the evening
             Row{"2026-03-06 17:30", "2026-03-09 09:30", 60}, // over the weekend
             Row{"2026-02-14 17:00", "2026-02-24 10:00", 120}, // over the Spring Festival
             Row{"2026-03-07 10:00", "2026-03-08 10:00", 0}, // a weekend
             Row{"2026-03-09 09:30", "2026-03-06 17:30", -60}, // backwards
         }) {
        CAPTURE(row.from, row.to);
        CHECK(
            calendar.workingTimeBetween(local(row.from).toUTC(), local(row.to).toUTC(), shanghai())
                .count()
            == row.minutes);
    }
}

TEST_CASE("the table knows the years that have their New Year's Day, and says where it ends")
{
    WorkingDays calendar = calendar2026();
    CHECK(calendar.coveredUntil() == QDate(2026, 12, 31));
    CHECK(calendar.isWorkingDay(QDate(2027, 1, 1))); // not known yet: a Friday

    REQUIRE(calendar.extend(u"2027-05-06\toff\tour own day"));
    CHECK(calendar.coveredUntil() == QDate(2026, 12, 31));
    CHECK_FALSE(calendar.isWorkingDay(QDate(2027, 5, 6)));

    REQUIRE(calendar.extend(u"2027-01-01\toff\t元旦"));
    CHECK(calendar.coveredUntil() == QDate(2027, 12, 31));
    CHECK_FALSE(calendar.isWorkingDay(QDate(2027, 1, 1)));

    CHECK_FALSE(WorkingDays().coveredUntil().isValid());
}

TEST_CASE("the office's own rows win over the table")
{
    WorkingDays calendar = calendar2026();
    REQUIRE(
        calendar.extend(u"# our agreement\n\n2026-02-28\toff\n2026-02-23\twork\tstock-taking\r\n"));
    CHECK_FALSE(calendar.isWorkingDay(QDate(2026, 2, 28)));
    CHECK(calendar.isWorkingDay(QDate(2026, 2, 23)));
    CHECK(calendar.nameOf(QDate(2026, 2, 23)) == QStringLiteral("stock-taking"));
}

TEST_CASE("a line that is none is refused with its number, and nothing of its text is taken")
{
    WorkingDays calendar = calendar2026();
    for (const QStringView lines :
         {QStringView(u"2026-06-19\toff\t端午节\n2026-06-31\toff\tno such day"),
          QStringView(u"2026-06-19\toff\t端午节\n2026-06-20\tmaybe\t"),
          QStringView(u"2026-06-19\toff\n2026-06-20")}) {
        const auto done = calendar.extend(lines);
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::Invalid);
        CHECK(done.error().message.contains(QLatin1String("Line 2 ")));
    }
    CHECK(calendar.isWorkingDay(QDate(2026, 6, 19)));
}

TEST_CASE("the table that ships knows the Spring Festival of 2026 and its make-up Saturdays")
{
    const auto calendar = WorkingDays::standard();
    REQUIRE(calendar);
    CHECK(calendar->coveredUntil() >= QDate(2026, 12, 31));
    CHECK(calendar->addWorkingDays(QDate(2026, 2, 13), 1) == QDate(2026, 2, 14));
    CHECK(calendar->addWorkingDays(QDate(2026, 2, 14), 1) == QDate(2026, 2, 24));
    CHECK(calendar->addWorkingDays(QDate(2026, 9, 30), 2) == QDate(2026, 10, 9));
    CHECK(calendar->addWorkingDays(QDate(2026, 10, 9), 1) == QDate(2026, 10, 10));
}
