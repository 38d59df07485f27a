#include "core/duplicates/DuplicateEngine.h"

#include "support/Crowd.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

MatchRecord company(std::int64_t key, const QString& name, const QString& phone = {})
{
    MatchRecord record;
    record.key = key;
    record.type = u"company"_s;
    record.name = name;
    record.phone = phone;
    record.city = u"苏州市"_s;
    return record;
}

MatchRecord person(std::int64_t key, const QString& name, const QString& phone = {})
{
    MatchRecord record = company(key, name, phone);
    record.type = u"person"_s;
    return record;
}

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

MatchResult resultOf(const std::vector<MatchRecord>& records, const MatchOptions& options = {})
{
    DuplicateEngine engine;
    for (const MatchRecord& record : records) {
        engine.add(record);
    }
    Progress quiet;
    auto found = engine.run(options, quiet);
    REQUIRE(found);
    return *std::move(found);
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

TEST_CASE("pairs that are one client, whatever happened to them")
{
    MatchRecord a = company(1, u"苏州元诚科技有限公司"_s, u"0512-38183752"_s);
    a.contact = u"陈静"_s;
    a.code = u"91320505MA1MXXXX1L"_s;
    a.street = u"干将路334号3栋1204室"_s;
    MatchRecord b = a;
    b.key = 2;
    SECTION("the legal form and the place are missing")
    {
        b.name = u"元诚科技"_s;
    }
    SECTION("another character that sounds the same")
    {
        b.name = u"苏州元城科技有限公司"_s;
    }
    SECTION("traditional characters")
    {
        b.name = u"蘇州元誠科技有限公司"_s;
    }
    SECTION("name and contact in each other's place")
    {
        std::swap(b.name, b.contact);
        b.phone = u"+86 512 3818 3752"_s;
    }
    SECTION("telephone and e-mail in each other's place")
    {
        b.email = b.phone;
        b.phone = u"chen@example.com"_s;
        b.contact.clear();
    }
    SECTION("a digit that a scan took for a letter")
    {
        b.phone = u"O512-3818375Z"_s;
        b.code = u"9132O505MA1MXXXX1L"_s;
    }
    SECTION("the telephone slid into the notes")
    {
        b.phone.clear();
        b.code.clear();
        b.notes = u"新号 0512-38183752 要回访"_s;
    }
    SECTION("the whole address in one cell, numbers in Chinese")
    {
        b.phone.clear();
        b.code.clear();
        b.city.clear();
        b.street = u"江苏省苏州市干将路三三四号3栋1204室"_s;
    }
    CHECK(resultOf({a, b}).clusters.size() == 1);
    CHECK(matchScore(a, b) > 0.9);
}

TEST_CASE("persons that are one client, whatever happened to them")
{
    MatchRecord a = person(1, u"吕国强"_s, u"13812045678"_s);
    a.street = u"干将路334号3栋1204室"_s;
    a.province = u"江苏省"_s;
    a.district = u"姑苏区"_s;
    a.birthDate = u"1978-04-21"_s;
    MatchRecord b = a;
    b.key = 2;
    SECTION("the given name alone")
    {
        b.name = u"国强"_s;
        b.birthDate.clear();
    }
    SECTION("in Latin letters, the two dots lost")
    {
        b.name = u"Lu Guoqiang"_s;
    }
    SECTION("a remark behind the name")
    {
        b.name = u"吕国强（停用）"_s;
    }
    SECTION("the telephone slid behind the name")
    {
        b.name = u"吕国强 13812045678"_s;
        b.phone.clear();
        b.street.clear();
    }
    SECTION("what a form insisted on")
    {
        b.phone = u"13800000000"_s;
        b.email = u"none@none.com"_s;
        b.birthDate = u"1900-01-01"_s;
    }
    SECTION("province and city in each other's place")
    {
        std::swap(b.province, b.city);
        b.phone.clear();
    }
    SECTION("city and district in one cell")
    {
        b.city = u"苏州市姑苏区"_s;
        b.district.clear();
        b.phone.clear();
    }
    SECTION("street and postcode in each other's place")
    {
        b.postcode = a.street;
        b.street = u"215000"_s;
    }
    SECTION("a birthday some days off")
    {
        b.phone.clear();
        b.birthDate = u"1978-05-11"_s;
    }
    CHECK(resultOf({a, b}).clusters.size() == 1);
    CHECK(matchScore(a, b) > 0.9);
}

TEST_CASE("another given name is another person, another surname need not be")
{
    MatchRecord a = person(1, u"Anna Berg"_s, u"212-555-0173"_s);
    a.street = u"12 Mill Street"_s;
    a.email = u"annab73@example.com"_s;
    MatchRecord b = a;
    b.key = 2;
    b.name = u"Anna Lindqvist"_s;
    CHECK(matchScore(a, b) > 0.9);
    CHECK(matchReasons(a, b).contains(u"name agrees in part"_s));
    b.name = u"Berg, Thomas"_s;
    b.email.clear();
    CHECK(matchScore(a, b) < 0.5);
    CHECK(matchReasons(a, b).contains(u"same surname, another given name"_s));
}

TEST_CASE("one name in one house is one company, wherever the place is said to be")
{
    MatchRecord a = company(1, u"Spago"_s);
    a.street = u"1114 Horn Ave."_s;
    a.city = u"Los Angeles"_s;
    MatchRecord b = a;
    b.key = 2;
    b.city = u"West Hollywood"_s;
    CHECK(matchScore(a, b) > 0.9);
    b.street = u"8795 Sunset Blvd."_s;
    CHECK(matchScore(a, b) < 0.5);
}

TEST_CASE("a company by its first letters")
{
    const MatchRecord a = company(1, u"Catalyst Kingfisher Engineering Ltd"_s, u"0117-972-9974"_s);
    CHECK(matchReasons(a, company(2, u"CKE Ltd"_s)).contains(u"one name is part of the other"_s));
    CHECK(matchReasons(a, company(2, u"CKF Ltd"_s)).contains(u"different name"_s));
}

TEST_CASE("two records with nothing to compare may be linked by a third, two that differ may not")
{
    MatchRecord both = person(1, u"王国强"_s, u"13812045678"_s);
    both.email = u"guoqiang1978@example.com"_s;
    both.code = u"320501197804210016"_s;
    MatchRecord phone = person(2, {}, u"13812045678"_s);
    phone.code = both.code;
    MatchRecord name = person(3, u"王国强"_s);
    name.email = both.email;
    CHECK(resultOf({both, phone, name}).clusters.size() == 1);
    CHECK(resultOf({both, phone, name}).clusters.front().size() == 3);
    // Two against one.
    phone.name = u"李静"_s;
    phone.birthDate = u"1991-11-30"_s;
    name.birthDate = u"1978-04-21"_s;
    MatchRecord again = name;
    again.key = 4;
    for (const auto& members : resultOf({both, phone, name, again}).clusters) {
        CHECK(std::count(members.begin(), members.end(), 2) == 0);
    }
}

TEST_CASE("pairs that look alike and are two clients")
{
    MatchRecord a = person(1, u"王伟"_s, u"13800138000"_s);
    a.street = u"干将路334号3栋1204室"_s;
    MatchRecord b = a;
    b.key = 2;
    SECTION("father and son at one address with one telephone")
    {
        b.name = u"王国强"_s;
    }
    SECTION("brother and sister at one address with one telephone, in Latin letters")
    {
        a.name = u"Zoey Fitzgerald"_s;
        b.name = u"Liam Fitzgerald"_s;
    }
    SECTION("the same name, everything else different")
    {
        b.phone = u"13912345678"_s;
        b.street = u"人民路5号"_s;
        b.city = u"成都市"_s;
    }
    SECTION("two companies with valid credit codes of their own in one house")
    {
        a = company(1, u"苏州元诚科技有限公司"_s);
        b = company(2, u"苏州元诚物流有限公司"_s);
        a.street = b.street = u"干将路334号"_s;
        a.code = u"91320594088140947F"_s;
        b.code = u"91110108551385082Q"_s;
    }
    SECTION("two branches")
    {
        a = company(1, u"元诚科技有限公司上海分公司"_s, u"021-38183752"_s);
        b = company(2, u"元诚科技有限公司北京分公司"_s, u"010-62345678"_s);
        a.city = u"上海市"_s;
        b.city = u"北京市"_s;
    }
    CHECK(resultOf({a, b}).clusters.empty());
    CHECK(matchScore(a, b) < 0.5);
}

TEST_CASE("equal notes are no evidence")
{
    MatchRecord a = person(1, u"王伟"_s, u"13800138000"_s);
    MatchRecord b = person(2, u"李静"_s, u"13912345678"_s);
    const double before = matchScore(a, b);
    a.notes = b.notes = u"VIP 展会获得 月结"_s;
    CHECK(matchScore(a, b) == before);
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

TEST_CASE("a mail address that only spells the name is no further evidence of it")
{
    MatchRecord a = person(1, u"王伟"_s, u"13800138000"_s);
    MatchRecord b = person(2, u"王伟"_s, u"13912345678"_s);
    a.city = u"苏州市"_s;
    b.city = u"成都市"_s;
    const double before = matchScore(a, b);
    a.email = u"wangwei@qq.com"_s;
    b.email = u"wang.wei@163.com"_s;
    CHECK(matchScore(a, b) < std::max(before, 0.2));
    a.email = u"wangwei19870312@qq.com"_s;
    b.email = u"wang.wei19870312@163.com"_s;
    CHECK(matchScore(a, b) > before);
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
