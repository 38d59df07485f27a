#include "core/duplicates/MergeOffice.h"

using namespace duplicatestest;

namespace {

struct Pair
{
    MergeOffice office;
    Client a = office.add({{Field::Type, u"company"_s},
                           {Field::Name, u"苏州元诚科技有限公司"_s},
                           {Field::Phone, u"0512-38183752"_s},
                           {Field::City, u"苏州市"_s}});
    Client b = office.add({{Field::Type, u"company"_s},
                           {Field::Name, u"元诚科技"_s},
                           {Field::Phone, u"0512-38183752"_s}});
    Client other = office.add(
        {{Field::Type, u"person"_s}, {Field::Name, u"曾伟"_s}, {Field::Phone, u"13800138000"_s}});
    Progress quiet;

    std::vector<DuplicateHint> hintsFor(const Values& typed, ClientPk self = {})
    {
        ClientValues values;
        for (const auto& [field, text] : typed) {
            values.set(field, text);
        }
        return need(EntryLookup(office.context())
                        .candidates(office.connection(), standardizeClient(values), self));
    }
    std::int64_t clusters() { return need(office.duplicates->scan({}, quiet)).clusters; }
};

} // namespace

TEST_CASE_METHOD(Pair, "a scan finds the two records, says why, and its groups can be shown")
{
    const ScanReport report = need(office.duplicates->scan({}, quiet));
    CHECK(report.records == 3);
    REQUIRE(report.pairs.size() == 1);
    CHECK(report.pairs.front().a == a.pk.value);
    CHECK(report.pairs.front().b == b.pk.value);
    CHECK(report.pairs.front().score > 0.5);
    CHECK(report.pairs.front().score <= 1.0);
    const auto groups = need(office.duplicates->groups({.limit = 10}));
    REQUIRE(groups.size() == 1);
    CHECK(need(office.duplicates->groupCounts()).all() == 1);
    REQUIRE(groups.front().clients.size() == 2);
    CHECK(groups.front().clients.front().value(Field::Phone) == u"+8651238183752");
    REQUIRE(groups.front().pairs.size() == 1);
    CHECK(groups.front().pairs.front().reasons.size() >= 2);
    CHECK(groups.front().score == groups.front().pairs.front().score);
}

TEST_CASE_METHOD(Pair, "\"not a duplicate\" holds for ever: in scans, groups and at entry")
{
    need(office.duplicates->decide(b.id(), a.id(), false));
    CHECK(clusters() == 0);
    office.at(QDate(2031, 1, 1));
    office.edit(b, {{Field::Name, a.value(Field::Name)}, {Field::City, u"苏州市"_s}});
    CHECK(clusters() == 0);
    const Values typed{{Field::Name, a.value(Field::Name)}, {Field::Phone, u"0512-38183752"_s}};
    for (const DuplicateHint& hint : hintsFor(typed, b.pk)) {
        CHECK(hint.pk != a.pk);
    }
    CHECK(hintsFor(typed).size() == 2); // somebody new may be either

    need(office.duplicates->decide(a.id(), b.id(), true));
    CHECK(clusters() == 1);
    CHECK(failure(office.duplicates->decide(a.id(), a.id(), true)) == ErrorCode::Invalid);
    CHECK(failure(office.duplicates->decide(a.id(), ClientId{u"CUST1"_s}, true))
          == ErrorCode::NotFound);
}

TEST_CASE_METHOD(Pair, "the check at entry names who it may be, and sees every change at once")
{
    const Values typed{{Field::Type, u"company"_s},
                       {Field::Name, u"苏州元诚科技公司"_s},
                       {Field::Phone, u"+86 512 3818 3752"_s}};
    const auto hints = hintsFor(typed);
    REQUIRE(hints.size() == 2);
    CHECK(hints.front().score >= hints.back().score);
    CHECK_FALSE(hints.front().reasons.isEmpty());
    CHECK(hintsFor({{Field::Name, u"曾伟"_s}, {Field::Phone, u"13900139000"_s}}).empty());
    office.edit(b, {{Field::Name, u"宏达物流"_s}, {Field::Phone, u"+8613700137000"_s}});
    CHECK(hintsFor(typed).size() == 1);
    office.merge({a, b});
    CHECK(hintsFor(typed).front().pk == a.pk);
}

TEST_CASE_METHOD(Pair, "a company of the same full name is shown at entry, whoever its contact is")
{
    Values typed{{Field::Type, u"company"_s},
                 {Field::Name, u"蘇州元誠科技有限公司"_s},
                 {Field::Contact, u"张三"_s},
                 {Field::Phone, u"13911112222"_s}};
    const auto hints = hintsFor(typed);
    REQUIRE(hints.size() == 1);
    CHECK(hints.front().pk == a.pk);
    CHECK_FALSE(hints.front().certain);
    office.edit(a, {{Field::CreditCode, u"91350100M000100Y43"_s}});
    CHECK(hintsFor(typed).size() == 1);
    typed.emplace_back(Field::CreditCode, u"91320594MA1MYA1X4J"_s);
    CHECK(hintsFor(typed).empty()); // the codes tell them apart
}

TEST_CASE_METHOD(Pair, "where most records go at once, the keys of those that stay are there again")
{
    const Values typed{{Field::Type, u"company"_s},
                       {Field::Name, u"苏州元诚科技公司"_s},
                       {Field::Phone, u"+86 512 3818 3752"_s}};
    const std::size_t before = hintsFor(typed).size();
    REQUIRE(before == 2);
    DuplicateIndex index;
    need(index.beginRemoval(office.connection(), 2)); // of three
    CHECK(hintsFor(typed).empty());
    need(index.remove(office.connection(), other));
    need(index.finishRemoval(office.connection()));
    CHECK(hintsFor(typed).size() == before);
    need(index.beginRemoval(office.connection(), 1));
    CHECK(hintsFor(typed).size() == before); // few: each on its own
    need(index.remove(office.connection(), b));
    need(index.finishRemoval(office.connection()));
    CHECK(hintsFor(typed).size() == before - 1);
}

TEST_CASE_METHOD(Pair, "what is merged is found no more, and again after the undo")
{
    CHECK(clusters() == 1);
    const AppliedMerge merge = office.merge({a, b});
    CHECK(need(office.duplicates->groups({.limit = 10})).empty());
    CHECK(clusters() == 0);
    office.undo(merge.pk);
    CHECK(clusters() == 1);
}
