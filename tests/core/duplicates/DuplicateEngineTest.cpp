#include "core/duplicates/DuplicateEngine.h"

#include "support/Crowd.h"

#include "core/duplicates/MatchedRecords.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <random>

using namespace core;
using tests::company;
using tests::person;
using tests::resultOf;
using namespace Qt::StringLiterals;

namespace {

/// Made-up clients, some of them entered again with a slip.
std::vector<MatchRecord> crowd(int count)
{
    tests::Crowd made;
    std::vector<MatchRecord> records;
    while (int(records.size()) < count) {
        const bool isPerson = made.number(2) == 0;
        MatchRecord record = isPerson ? person(0, made.person()) : company(0, made.company());
        record.phone = u"138%1"_s.arg(made.number(100000000), 8, 10, QLatin1Char('0'));
        record.street = u"干将路%1号"_s.arg(made.number(900) + 1);
        record.email = u"c%1@example%2.com"_s.arg(made.number(1000000)).arg(made.number(40));
        records.push_back(record);
        if (made.number(4) == 0) {
            record.phone = made.number(2) == 0 ? QString() : u"+86 "_s + record.phone;
            record.street.remove(u'号');
            records.push_back(record);
        }
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].key = std::int64_t(i) * 7 + 1;
    }
    return records;
}

bool isSame(const MatchResult& a, const MatchResult& b)
{
    return a.clusters == b.clusters
        && std::equal(a.pairs.begin(),
                      a.pairs.end(),
                      b.pairs.begin(),
                      b.pairs.end(),
                      [](const MatchPair& x, const MatchPair& y) {
                          return x.a == y.a && x.b == y.b && x.score == y.score;
                      });
}

} // namespace

TEST_CASE("the same records give the same groups in any order and with any number of threads")
{
    std::vector<MatchRecord> records = crowd(3000);
    const MatchResult first = resultOf(records, {.threads = 1});
    CHECK(first.clusters.size() > 300);
    for (const unsigned threads : {2U, 5U}) {
        std::shuffle(records.begin(), records.end(), std::mt19937(threads));
        CHECK(isSame(resultOf(records, {.threads = threads}), first));
    }
}

TEST_CASE("where keys are numbers of rows, the order of the rows says nothing")
{
    std::vector<MatchRecord> records = crowd(3000);
    std::vector<std::vector<std::uint64_t>> before;
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].order = round == 0 ? std::uint64_t(records[i].key) * 0x9E3779B97F4A7C15ULL
                                          : records[i].order;
            records[i].key = std::int64_t(i);
        }
        std::vector<std::vector<std::uint64_t>> groups;
        for (const auto& members : resultOf(records).clusters) {
            std::vector<std::uint64_t>& group = groups.emplace_back();
            for (const std::int64_t member : members) {
                group.push_back(records[std::size_t(member)].order);
            }
            std::sort(group.begin(), group.end());
        }
        std::sort(groups.begin(), groups.end());
        if (round == 0) {
            before = groups;
            std::shuffle(records.begin(), records.end(), std::mt19937(3));
        } else {
            CHECK(groups == before);
        }
    }
}

TEST_CASE("every pair of a group is there, in order, with a probability")
{
    const MatchResult found = resultOf(crowd(1000), {.minScore = 0.2});
    std::size_t inGroups = 0;
    for (const auto& members : found.clusters) {
        CHECK(members.size() >= 2);
        CHECK(std::is_sorted(members.begin(), members.end()));
        inGroups += members.size() * (members.size() - 1) / 2;
    }
    CHECK(found.pairs.size() == inGroups);
    CHECK(found.asked.size() >= std::size_t(
              std::count_if(found.pairs.begin(), found.pairs.end(), [](const MatchPair& p) {
                  return p.score >= 0.2;
              })));
    for (const auto* list : {&found.pairs, &found.asked}) {
        for (const MatchPair& pair : *list) {
            CHECK(pair.a < pair.b);
            CHECK((pair.score >= 0 && pair.score <= 1));
        }
    }
    for (const MatchPair& pair : found.asked) {
        CHECK(pair.score >= 0.2);
    }
}

TEST_CASE("no record, one record and empty records are no duplicates")
{
    CHECK(resultOf({}).pairs.empty());
    CHECK(resultOf({company(1, u"元诚科技"_s)}).clusters.empty());
    CHECK(resultOf({MatchRecord{.key = 1}, MatchRecord{.key = 2}}).clusters.empty());
}

TEST_CASE("a veto keeps two records apart, whoever else is like both")
{
    const std::vector<MatchRecord> records{
        company(1, u"苏州元诚科技有限公司"_s, u"0512-38183752"_s),
        company(2, u"元诚科技"_s, u"051238183752"_s),
        company(3, u"元诚科技有限公司"_s, u"38183752"_s)};
    CHECK(resultOf(records).clusters.size() == 1);
    MatchOptions options;
    options.vetoes = {{2, 1}};
    for (const auto& members : resultOf(records, options).clusters) {
        CHECK(std::count(members.begin(), members.end(), 1)
                  + std::count(members.begin(), members.end(), 2)
              < 2);
    }
}

TEST_CASE("a run that is stopped says so and keeps nothing")
{
    DuplicateEngine engine;
    for (const MatchRecord& record : crowd(500)) {
        engine.add(record);
    }
    std::stop_source stop;
    Progress progress({}, stop.get_token());
    stop.request_stop();
    const auto found = engine.run({}, progress);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::Cancelled);
}

TEST_CASE("where a name differs in a letter or two, the reason names them")
{
    const auto nameReason = [](const QString& left, const QString& right) {
        MatchRecord a = person(1, left, u"13800138000"_s);
        MatchRecord b = person(2, right, u"13800138000"_s);
        for (const FieldJudgement& judged : explainMatch(a, b)) {
            if (judged.field == u"name") {
                return judged.words;
            }
        }
        return QString();
    };
    CHECK(nameReason(u"张小伟"_s, u"章小伟"_s) == u"name differs only in 张/章");
    CHECK(nameReason(u"Jonathan Smith"_s, u"Jonathan Smyth"_s) == u"name differs only in i/y");
    CHECK(nameReason(u"张小伟"_s, u"张小伟"_s) == u"same name");
    CHECK_FALSE(nameReason(u"王国强"_s, u"李静"_s).contains(u"only in"));
}

TEST_CASE("each field says how it was judged, the weightiest first")
{
    MatchRecord a = company(1, u"苏州元诚科技有限公司"_s, u"0512-38183752"_s);
    MatchRecord b = company(2, u"元诚科技"_s, u"0512-38183753"_s);
    b.city = u"无锡市"_s;
    const auto judged = explainMatch(a, b);
    REQUIRE(judged.size() == 3);
    for (std::size_t i = 1; i < judged.size(); ++i) {
        CHECK(std::abs(judged[i - 1].weight) >= std::abs(judged[i].weight));
    }
    for (const FieldJudgement& judgement : judged) {
        CHECK_FALSE(judgement.words.isEmpty());
        CHECK((judgement.weight > 0) == (judgement.field != u"city"));
    }
    CHECK(matchReasons(a, b).contains(u"same name"_s));
    CHECK(matchReasons(a, b).contains(u"phone differs in one digit"_s));
    CHECK(matchReasons(a, b).contains(u"different city"_s));
}

TEST_CASE("records that share a name, a telephone, an address or a code share a key for the check "
          "at entry")
{
    MatchRecord a = company(1, u"苏州元诚科技有限公司"_s, u"0512-38183752"_s);
    a.code = u"91320594088140947F"_s;
    MatchRecord b = company(2, u"宏达物流"_s);
    const auto sharesKey = [&] {
        const auto left = blockingKeys(a);
        const auto right = blockingKeys(b);
        return std::any_of(left.begin(), left.end(), [&right](std::int64_t key) {
            return std::binary_search(right.begin(), right.end(), key);
        });
    };
    CHECK_FALSE(sharesKey());
    SECTION("telephone")
    {
        b.phone = u"38183752"_s;
    }
    SECTION("name")
    {
        b.name = u"元城科技有限公司"_s;
    }
    SECTION("code with a slip")
    {
        b.code = u"91320594088140947E"_s;
    }
    CHECK(sharesKey());
}

TEST_CASE("tiers go by the probability")
{
    CHECK(tierOf(0.995) == MatchTier::Certain);
    CHECK(tierOf(0.9) == MatchTier::Likely);
    CHECK(tierOf(0.6) == MatchTier::Possible);
}

TEST_CASE("records that are the same letter by letter are certain, however much they agree in")
{
    MatchRecord a = company(1, u"苏州元诚科技有限公司"_s, u"0512-38183752"_s);
    a.contact = u"陈静文"_s;
    a.email = u"chenjingwen77@yuancheng.example"_s;
    a.code = u"91320594088140947F"_s;
    a.street = u"干将路334号3栋1204室"_s;
    a.district = u"姑苏区"_s;
    MatchRecord b = a;
    b.key = 2;
    CHECK(tierOf(matchScore(a, b)) == MatchTier::Certain);
    const MatchResult found = resultOf({a, b});
    REQUIRE(found.pairs.size() == 1);
    CHECK(tierOf(found.pairs.front().score) == MatchTier::Certain);
}

TEST_CASE("names in characters without a reading are told apart by the characters")
{
    const MatchRecord a = company(1, u"\u3401\u3403\u3407\u340a"_s);
    const MatchRecord b = company(2, u"\u3411\u3413\u3417\u341a"_s);
    CHECK(matchReasons(a, b).contains(u"different name"_s));
    CHECK(matchReasons(a, a).contains(u"same name"_s));
}

TEST_CASE("a file of nothing but copies is still worked through")
{
    std::vector<MatchRecord> copies;
    for (int i = 0; i < 3000; ++i) {
        copies.push_back(company(i, u"苏州元诚科技有限公司"_s, u"0512-38183752"_s));
    }
    const MatchResult found = resultOf(copies);
    CHECK(found.pairs.size() < 3000 * 200); // not half the square of it
}
