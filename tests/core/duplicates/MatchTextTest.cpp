#include "core/duplicates/MatchText.h"

#include "core/duplicates/MatchNames.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("slips between two texts are counted, an exchange of neighbors as one")
{
    struct Row
    {
        TextView a;
        TextView b;
        int slips; ///< 3: more than two
    };
    const Row row = GENERATE(Row{u"", u"", 0},
                             Row{u"abc", u"abc", 0},
                             Row{u"abc", u"", 3},
                             Row{u"ab", u"", 2},
                             Row{u"abc", u"abd", 1},
                             Row{u"abc", u"acb", 1},
                             Row{u"ab", u"ba", 1},
                             Row{u"abc", u"ab", 1},
                             Row{u"13800138000", u"13800130800", 1},
                             Row{u"13800138000", u"1380013800", 1},
                             Row{u"13800138000", u"13900138001", 2},
                             Row{u"13800138000", u"13911138011", 3},
                             Row{u"元诚科技", u"元城科技", 1},
                             Row{u"kitten", u"sitting", 3},
                             Row{u"aXbY", u"Xaby", 2},
                             Row{u"abab", u"baba", 2});
    for (const int limit : {1, 2}) {
        CHECK(editDistance(row.a, row.b, limit) == std::min(row.slips, limit + 1));
        CHECK(editDistance(row.b, row.a, limit) == std::min(row.slips, limit + 1));
    }
}

TEST_CASE("Jaro-Winkler gives the values of its paper")
{
    CHECK(jaroWinkler(u"martha", u"marhta") == Catch::Approx(0.961).margin(0.001));
    CHECK(jaroWinkler(u"dwayne", u"duane") == Catch::Approx(0.840).margin(0.001));
    CHECK(jaroWinkler(u"dixon", u"dicksonx") == Catch::Approx(0.813).margin(0.001));
    CHECK(jaroWinkler(u"same", u"same") == 1);
    CHECK(jaroWinkler(u"abc", u"xyz") == 0);
    CHECK(jaroWinkler(u"", u"abc") == 0);
}

TEST_CASE("common two-letter parts are counted, and what shares little is not alike at all")
{
    CHECK(dice(u"night", u"nacht") == Catch::Approx(0.25));
    CHECK(dice(u"干将路10号", u"干将路10号") == 1);
    CHECK(dice(u"main street 12", u"main street 13") > 0.9);
    CHECK(dice(u"abcdefgh", u"stuvwxyz") == 0);
    CHECK(dice(u"a", u"a") == 1);
    CHECK(dice(u"", u"") == 0);
}

TEST_CASE("a short form begins like the whole and has its letters in order")
{
    CHECK(isShortened(u"blvd", u"boulevard"));
    CHECK(isShortened(u"rd", u"road"));
    CHECK(isShortened(u"元诚", u"元亨诚信"));
    CHECK_FALSE(isShortened(u"dr", u"road"));
    CHECK_FALSE(isShortened(u"road", u"road"));
    CHECK_FALSE(isShortened(u"", u"road"));
    CHECK(isReordered(u"伟王", u"王伟"));
    CHECK_FALSE(isReordered(u"伟王", u"王王"));
}

TEST_CASE("a company's name is parted into what it is called, its place and its branch")
{
    struct Row
    {
        const char16_t* name;
        QStringList parts;
        const char16_t* place;
        const char16_t* branch;
    };
    const Row row = GENERATE(
        Row{u"苏州元诚科技有限公司", {u"元诚科技"_s}, u"苏州", u""},
        Row{u"元诚（苏州）科技有限责任公司", {u"元诚科技"_s}, u"苏州", u""},
        Row{u"江苏省苏州市元诚科技股份有限公司", {u"元诚科技"_s}, u"苏州", u""},
        Row{u"元诚科技有限公司上海分公司", {u"元诚科技"_s}, u"", u"上海"},
        Row{u"元誠科技", {u"元诚科技"_s}, u"", u""},
        Row{u"苏州公司", {u"苏州"_s}, u"", u""},
        Row{u"The Acme Trading Co., Ltd.", {u"acme"_s, u"trading"_s}, u"", u""},
        Row{u"Acme Trading L.L.C. - Dallas Branch", {u"acme"_s, u"trading"_s}, u"", u"dallas"},
        Row{u"Spago (Los Angeles)", {u"spago"_s}, u"losangeles", u""},
        Row{u"The Company", {u"the"_s, u"company"_s}, u"", u""});
    const PartedName parted = partCompanyName(QString::fromUtf16(row.name), {});
    CHECK(parted.parts == row.parts);
    CHECK(parted.place == QString::fromUtf16(row.place));
    CHECK(parted.branch == QString::fromUtf16(row.branch));
}

TEST_CASE("a person's name is parted into surname and given name, without titles")
{
    struct Row
    {
        const char16_t* name;
        QStringList sounds;
    };
    const Row row = GENERATE(Row{u"曾国强", {u"zeng"_s, u"guoqiang"_s}},
                             Row{u"欧阳静", {u"ouyang"_s, u"jing"_s}},
                             Row{u"王经理", {u"wang"_s}},
                             Row{u"張 偉", {u"zhang"_s, u"wei"_s}},
                             Row{u"Mr. Sean O'Brien", {u"sean"_s, u"obrien"_s}},
                             Row{u"Müller, Anna", {u"muller"_s, u"anna"_s}},
                             Row{u"吕静（旧）", {u"lu"_s, u"jing"_s}},
                             Row{u"Lv Jing", {u"lu"_s, u"jing"_s}},
                             Row{u"Lyu Jing", {u"lu"_s, u"jing"_s}},
                             Row{u"Anna Lvov (old)", {u"anna"_s, u"lvov"_s}},
                             Row{u"(Anna)", {u"anna"_s}});
    CHECK(partPersonName(QString::fromUtf16(row.name)).sounds == row.sounds);
}

TEST_CASE("which word of a person's name is the surname")
{
    CHECK(partPersonName(u"Anna Berg"_s).surname == 1);
    CHECK(partPersonName(u"Anna M. Berg"_s).surname == 2);
    CHECK(partPersonName(u"Berg, Anna M."_s).surname == 0);
    CHECK(partPersonName(u"王国强"_s).surname == 0);
    CHECK(partPersonName(u"Anna"_s).surname == -1);
}

TEST_CASE("what is hashed differs by its letters, its length and its kind")
{
    std::vector<std::uint64_t> hashes;
    const std::u16string text = u"abcdefghij";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        for (const std::uint64_t kind : {1U, 2U}) {
            hashes.push_back(hashOf(kind, TextView(text).substr(0, size)));
            hashes.push_back(hashOf(
                kind, TextView(text).substr(0, size) == u"" ? u"-" : std::u16string(size, u'x')));
        }
    }
    std::sort(hashes.begin(), hashes.end());
    CHECK(std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end());
}
