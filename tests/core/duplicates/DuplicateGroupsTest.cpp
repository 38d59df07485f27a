// The groups as somebody goes through them: in slices, by text, one's own; and in words why they may be one.
#include "core/duplicates/MatchedClient.h"
#include "core/duplicates/MergeOffice.h"

using namespace duplicatestest;

namespace {

/// Three pairs of companies, scanned.
struct ThreePairs
{
    MergeOffice office;
    std::vector<Client> all;

    ThreePairs()
    {
        const std::pair<QString, QString> names[]{
            {u"苏州元诚科技有限公司"_s, u"苏州元诚科技有限公司"_s},
            {u"Meyer Küchen GmbH"_s, u"Meyer Küchen GmbH"_s},
            {u"北京信恒餐饮管理有限公司"_s, u"北京信衡餐饮管理有限公司"_s}};
        int number = 0;
        for (const auto& [one, other] : names) {
            const QString phone = u"1380013800%1"_s.arg(number++);
            for (const QString& name : {one, other}) {
                all.push_back(office.add({{Field::Type, u"company"_s},
                                          {Field::Name, name},
                                          {Field::Phone, phone},
                                          {Field::City, u"苏州市"_s}}));
            }
        }
        Progress quiet;
        REQUIRE(need(office.duplicates->scan({}, quiet)).clusters == 3);
    }
};

} // namespace

TEST_CASE_METHOD(ThreePairs, "groups are read in slices, each once, as many as are counted")
{
    GroupFilter filter;
    filter.limit = 2;
    const auto first = need(office.duplicates->groups(filter));
    REQUIRE(first.size() == 2);
    filter.after = GroupPlace{first.back().score, first.back().cluster};
    const auto rest = need(office.duplicates->groups(filter));
    REQUIRE(rest.size() == 1);
    CHECK(rest.front().cluster != first[0].cluster);
    CHECK(rest.front().cluster != first[1].cluster);
    filter.after = GroupPlace{rest.back().score, rest.back().cluster};
    CHECK(need(office.duplicates->groups(filter)).empty());
}

TEST_CASE_METHOD(ThreePairs, "a part of a name or an id finds a group, whatever its case")
{
    const auto found = [this](const QString& text) {
        const GroupFilter filter{.text = text};
        const auto groups = need(office.duplicates->groups(filter));
        CHECK(need(office.duplicates->groupCounts(filter)).all() == int(groups.size()));
        return groups.size();
    };
    CHECK(found(u"KÜCHEN"_s) == 1);
    CHECK(found(u"公司"_s) == 2);
    CHECK(found(all[4].id().value.toLower()) == 1);
    CHECK(found(u"nobody"_s) == 0);
    CHECK(found(u"  "_s) == 3);
}

TEST_CASE_METHOD(ThreePairs, "one's own groups are those with a record that one looks after")
{
    CHECK(need(office.duplicates->groups({.isOwn = true})).empty());
    office.edit(all[2], {{Field::Owner, u"li"_s}});
    CHECK(need(office.duplicates->groups({.isOwn = true})).size() == 1);
    CHECK(need(office.duplicates->groupCounts({.isOwn = true})).all() == 1);
    CHECK(need(office.duplicates->groups({.text = u"元诚"_s, .isOwn = true})).empty());
}

TEST_CASE_METHOD(ThreePairs, "names that differ in single characters say in which")
{
    const auto groups = need(office.duplicates->groups({.text = u"信恒"_s}));
    REQUIRE(groups.size() == 1);
    CHECK(groups.front().mayMerge);
    CHECK(groups.front().mayDecide);
    CHECK(groups.front().pairs.front().reasons.contains(u"name differs only in 恒/衡"_s));
    const auto pairs = comparePairs(std::vector{all[4], all[5], all[0]});
    REQUIRE(pairs.size() == 3);
    CHECK(pairs.front().a == all[4].pk); // most alike first
    CHECK(pairs.front().b == all[5].pk);
    CHECK(pairs.front().reasons == groups.front().pairs.front().reasons);
    CHECK(pairs.back().score <= pairs[1].score);
    const auto record = [this](std::size_t at) {
        return matchRecordOf(all[at].values, all[at].pk.value);
    };
    CHECK(matchReasons(record(4), record(5), MatchWording::WithoutValues)
              .contains(u"name sounds the same"_s));
}

TEST_CASE_METHOD(ThreePairs, "what hangs on records is counted before they are merged")
{
    const Client& one = all[0];
    const Client& other = all[1];
    office.edit(one, {{Field::OtherPhones, u"+8651238183753;+8651238183754"_s}});
    office.edit(other,
                {{Field::Tags, u"VIP;老客户"_s},
                 {Field::Email, u"chen@example.com"_s},
                 {Field::Contacts, uR"([{"name":"陆晨"}])"_s},
                 {Field::Custom, uR"({"车牌":"沪A12345"})"_s}});
    const qint64 request = office.openRequest(other);
    office.merge({other, all[2]});
    need(office.connection()
             .statement("UPDATE clients SET id_number = 'sealed:abc' WHERE pk = ?")
             .bindAll(other.pk)
             .run());
    const auto things = need(office.merges->attachedTo({one.id(), other.id()}));
    REQUIRE(things.size() == 2);
    const auto count = [&things](std::size_t record, AttachedKind kind) {
        return things[record][std::size_t(kind)].count;
    };
    CHECK(count(0, AttachedKind::Phones) == 3);
    CHECK(count(0, AttachedKind::Requests) == 0);
    CHECK(count(1, AttachedKind::Tags) == 2);
    CHECK(count(1, AttachedKind::Emails) == 1);
    CHECK(count(1, AttachedKind::Contacts) == 1);
    CHECK(count(1, AttachedKind::OwnFields) == 1);
    CHECK(count(1, AttachedKind::Confidential) == 1);
    CHECK(count(1, AttachedKind::Consents) == 0);
    CHECK(count(1, AttachedKind::Merged) == 1);
    CHECK(things[1][std::size_t(AttachedKind::Requests)].items
          == QStringList{u"R-%1"_s.arg(request)});
    CHECK(things[1][std::size_t(AttachedKind::Merged)].items == QStringList{all[2].id().value});
    CHECK_FALSE(attachedLabel(AttachedKind::Consents).isEmpty());
    CHECK(failure(office.merges->attachedTo({ClientId{u"CUST1"_s}})) == ErrorCode::NotFound);
}
