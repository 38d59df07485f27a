#include "core/duplicates/MatchedRecords.h"

#include <algorithm>

using namespace core;
using tests::company;
using tests::person;
using tests::resultOf;
using namespace Qt::StringLiterals;

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
