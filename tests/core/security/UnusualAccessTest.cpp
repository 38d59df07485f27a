#include "core/security/UnusualAccess.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone shanghai("Asia/Shanghai");

/// A Tuesday, in the office's time.
QDateTime at(int hour, int minute = 0, int day = 24)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), shanghai).toUTC();
}

AccessRow look(const QDateTime& when, std::int64_t client, bool isOthers = true)
{
    AccessRow row;
    row.at = when;
    row.actor = UserPk{3};
    row.name = u"wang"_s;
    row.client = ClientPk{client};
    row.isOthers = isOthers;
    row.seq = client + 10;
    return row;
}

AccessRow counted(AccessKind kind, const QDateTime& when, std::int64_t count)
{
    AccessRow row = look(when, 1);
    row.kind = kind;
    row.count = count;
    return row;
}

UnusualLimits limits()
{
    UnusualLimits limits;
    limits.looksAtOthersPerDay = 3;
    limits.looksOffHoursPerDay = 1;
    limits.exportedRowsPerDay = 100;
    limits.refusedLoginsPerDay = 2;
    limits.changedRecordsPerHour = 50;
    limits.zone = shanghai;
    return limits;
}

std::vector<UnusualFinding> found(const std::vector<AccessRow>& rows)
{
    return findUnusual(rows, limits());
}

} // namespace

TEST_CASE("a day's limit is of different clients of other people, and passed only by one more")
{
    std::vector<AccessRow> rows;
    for (const std::int64_t client : {1, 2, 3, 3, 3}) {
        rows.push_back(look(at(10), client));
    }
    rows.push_back(look(at(10), 7, false)); // his own
    CHECK(found(rows).empty());
    rows.push_back(look(at(15), 4));
    REQUIRE(found(rows).size() == 1);
    const UnusualFinding finding = found(rows).front();
    CHECK(finding.rule == UnusualRule::LooksAtOthers);
    CHECK(finding.count == 4);
    CHECK(finding.limit == 3);
    CHECK(finding.day == QDate(2026, 11, 24));
    CHECK(finding.name == u"wang"_s);
    CHECK(finding.entries == std::vector<std::int64_t>{11, 12, 13, 14});
    CHECK(unusualSentence(finding).contains(u'4'));

    rows.back().at = at(15, 0, 25); // on the next day
    CHECK(found(rows).empty());
    rows.back() = look(at(15), 4);
    rows.back().actor = UserPk{4}; // somebody else
    CHECK(found(rows).empty());
}

TEST_CASE("night and days off are those of the office's time zone and calendar")
{
    struct When
    {
        QDateTime at;
        bool isOff;
    };
    const auto [when, isOff] = GENERATE(from_range(std::vector<When>{
        {at(21, 59), false},
        {at(22), true},
        {at(23, 59), true},
        {at(0, 30), true},
        {at(5, 59), true},
        {at(6), false},
        {at(12, 0, 28), true}, // a Saturday
        {at(12, 0, 29), true},
        {at(12, 0, 30), false},
    }));
    INFO(when.toString(Qt::ISODate).toStdString());
    const auto findings = found({look(when, 1, false), look(when, 1, false)});
    CHECK((findings.size() == 1) == isOff);
    if (isOff) {
        CHECK(findings.front().rule == UnusualRule::LooksOffHours);
        CHECK(findings.front().count == 2);
    }
}

TEST_CASE("a working Saturday is no day off, and a night may lie within one day")
{
    UnusualLimits rules = limits();
    rules.isWorkingDay = [](QDate) {
        return true;
    };
    const std::vector<AccessRow> rows{look(at(12, 0, 28), 1), look(at(12, 0, 28), 1)};
    CHECK(findUnusual(rows, rules).empty());
    rules.nightFrom = 11;
    rules.nightTo = 13;
    CHECK(findUnusual(rows, rules).size() == 1);
}

TEST_CASE("exports, failed logins and changes are added up, each in its stretch of time")
{
    struct Sum
    {
        AccessKind kind;
        std::vector<std::pair<QDateTime, int>> parts;
        bool isFound;
    };
    const Sum sum = GENERATE(from_range(std::vector<Sum>{
        {AccessKind::Export, {{at(10), 60}, {at(11), 40}}, false},
        {AccessKind::Export, {{at(10), 60}, {at(11), 41}}, true},
        {AccessKind::Export, {{at(10), 60}, {at(11, 0, 25), 41}}, false},
        {AccessKind::RefusedLogin, {{at(10), 1}, {at(11), 1}}, false},
        {AccessKind::RefusedLogin, {{at(10), 1}, {at(11), 1}, {at(12), 1}}, true},
        {AccessKind::Change, {{at(10, 1), 30}, {at(10, 59), 21}}, true},
        {AccessKind::Change, {{at(10, 59), 30}, {at(11, 1), 21}}, false},
    }));
    std::vector<AccessRow> rows;
    for (const auto& [when, count] : sum.parts) {
        rows.push_back(counted(sum.kind, when, count));
    }
    CHECK(found(rows).size() == (sum.isFound ? 1U : 0U));
}

TEST_CASE("the newest day comes first, and every rule has a word and a sentence")
{
    std::vector<AccessRow> rows{counted(AccessKind::Export, at(10, 0, 23), 500),
                                counted(AccessKind::Change, at(10, 0, 25), 500),
                                counted(AccessKind::Export, at(10, 0, 25), 500)};
    for (int i = 0; i < 3; ++i) {
        rows.push_back(counted(AccessKind::RefusedLogin, at(10, i, 24), 1));
        rows.back().name.clear();
        rows.back().actor = {};
    }
    QStringList words;
    for (const UnusualFinding& finding : found(rows)) {
        words.append(finding.day.toString(u"dd "_s) + unusualRuleName(finding.rule));
        CHECK_FALSE(unusualSentence(finding).isEmpty());
    }
    CHECK(
        words
        == QStringList{
            u"25 mass_export"_s, u"25 bulk_changes"_s, u"24 failed_logins"_s, u"23 mass_export"_s});
}
