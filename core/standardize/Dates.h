/// Dates: a day in any form people write: 2026-03-02, 2026/3/2, 2026.3.2, 2025年7月1日, 二〇二六年三月二日, 民國115年3月2日,
/// 20260302, 2.3.2026, Mar 2, 2026, 2-Mar-26, and with a weekday or a time beside it. Words that are no time make it no
/// date, so that nothing of a cell is lost. Pure, any thread.
///
///     DateEvidence evidence;
///     for (cell of a column) evidence.add(cell);           // 3/5/26, 3/25/26: the month stands first
///     parseDate(u"3/5/26", evidence.order())                -> 2026-03-05
///     parseDate(u"3/5/26")                                  -> nothing: March or May, nobody can tell
///
/// A year of two digits is 1970 to 2069.
#pragma once

#include <QDate>
#include <QSet>
#include <QString>

#include <optional>

namespace core {

/// In which order the three numbers of a day stand where its form does not say it.
enum class DateOrder : std::uint8_t
{
    Unknown,
    DayFirst,
    MonthFirst,
    YearFirst ///< of two digits: 26/3/5
};

/// Nothing for what is no day, and for what is one in several orders where `order` does not choose.
/// With dots the day stands before the month, whoever writes it.
[[nodiscard]] std::optional<QDate> parseDate(QStringView text,
                                             DateOrder order = DateOrder::Unknown);
/// Three numbers that are one day in one order and another day in another: 3/5/26.
[[nodiscard]] bool isAmbiguousDate(QStringView text);
/// A spreadsheet's serial number of a day (days since 1899-12-30, a part of the day behind the point or comma): 46000 is
/// 2025-12-09. Only 20000 to 80000.
[[nodiscard]] std::optional<QDate> dateFromSerial(QStringView text);

/// What the cells of one column say about the order in all of them: a number over 12 is no month, and of first and last
/// numbers those that repeat are the years.
class DateEvidence
{
public:
    void add(QStringView cell);
    /// Unknown where no cell tells, or some contradict each other.
    [[nodiscard]] DateOrder order() const;
    /// Some cell could be read in several orders: knowing one matters.
    [[nodiscard]] bool isNeeded() const { return m_needed; }

private:
    unsigned m_possible = 0b1110U; ///< a bit per order that no cell has excluded yet
    bool m_needed = false;
    QSet<int> m_firsts; ///< of the cells whose year has two digits
    QSet<int> m_lasts;
};

} // namespace core
