#include "core/standardize/Places.h"

#include "core/standardize/Phone.h"
#include "core/standardize/PinyinMatch.h"
#include "core/standardize/TextForm.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "a name is found by its characters, its pinyin, its initials and the beginnings of its words")
{
    const auto rank = [](const QString& name, const QString& typed) {
        return matchRank(matchKeysOf(name), foldText(typed));
    };
    for (const auto& typed : {u"虎丘"_s, u"丘区"_s, u"huqiu"_s, u"HQ"_s, u"hqq"_s, u""_s}) {
        INFO(typed.toStdString());
        CHECK(rank(u"虎丘区"_s, typed) > 0);
    }
    CHECK(rank(u"虎丘区"_s, u"qh"_s) == 0);
    CHECK(rank(u"虎丘区"_s, u"苏州"_s) == 0);
    CHECK(rank(u"虎丘区"_s, u"虎"_s) > rank(u"虎丘区"_s, u"huq"_s));
    CHECK(rank(u"虎丘区"_s, u"huq"_s) > rank(u"虎丘区"_s, u"丘"_s));
    CHECK(rank(u"Software and services"_s, u"serv"_s)
          > rank(u"Software and services"_s, u"ervices"_s));
    CHECK(rank(u"Software and services"_s, u"ervices"_s) > 0);
}

TEST_CASE("places are found by pinyin, those nearby first, each with what it lies in")
{
    const auto found
        = placesLike(PlaceLevel::District, u"hq", {u"江苏省"_s, u"苏州市"_s, {}, {}}, 8);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() == Address{u"江苏省"_s, u"苏州市"_s, u"虎丘区"_s, {}});
    CHECK(found.size() <= 8);
    const auto city = placesLike(PlaceLevel::City, u"suzhou", {u"江苏省"_s, {}, {}, {}}, 8);
    REQUIRE_FALSE(city.empty());
    CHECK(city.front() == Address{u"江苏省"_s, u"苏州市"_s, {}, {}});
    const auto municipality = placesLike(PlaceLevel::City, u"北京", {}, 8);
    REQUIRE_FALSE(municipality.empty());
    CHECK(municipality.front() == Address{u"北京市"_s, u"北京市"_s, {}, {}});
    const auto inBeijing = placesLike(PlaceLevel::District, u"海淀", {}, 8);
    REQUIRE_FALSE(inBeijing.empty());
    CHECK(inBeijing.front() == Address{u"北京市"_s, u"北京市"_s, u"海淀区"_s, {}});
    const auto direct = placesLike(PlaceLevel::District, u"济源", {}, 8);
    REQUIRE_FALSE(direct.empty());
    CHECK(direct.front() == Address{u"河南省"_s, {}, u"济源市"_s, {}});
}

TEST_CASE("without a letter what lies here is offered, and nothing where nobody has said where")
{
    CHECK(placesLike(PlaceLevel::Province, {}, {}, 100).size() >= 31);
    CHECK(placesLike(PlaceLevel::District, {}, {}, 100).empty());
    const auto here = placesLike(PlaceLevel::District, {}, {u"江苏省"_s, u"苏州市"_s, {}, {}}, 100);
    REQUIRE_FALSE(here.empty());
    for (const Address& place : here) {
        CHECK(place.city == u"苏州市");
    }
}

TEST_CASE("what a phone is called on a card stands before it, and goes")
{
    const std::pair<const char*, const char*> cases[]{{"手机：138 0013 8000", "+8613800138000"},
                                                      {"联系电话 0512-66778899", "+8651266778899"},
                                                      {"Tel.: 010-62345678", "+861062345678"},
                                                      {"M: +86 138 0013 8000", "+8613800138000"},
                                                      {"手机号码:13800138000", "+8613800138000"},
                                                      {"T 800", "T 800"},
                                                      {"Mobile", "Mobile"}};
    for (const auto& [typed, stored] : cases) {
        INFO(typed);
        CHECK(parsePhone(QString::fromUtf8(typed)).stored().toStdString() == stored);
    }
    CHECK(parsePhones(u"手机:138 0013 8000\n电话:0512-66778899").size() == 2);
}
