#include "core/duplicates/MergePlan.h"

#include "core/records/Contact.h"

#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Client record(int number, std::initializer_list<std::pair<Field, QString>> values)
{
    Client client;
    client.pk = ClientPk{number};
    client.version = number;
    client.set(Field::Id, u"CUST20261124%1"_s.arg(number, 4, 10, QLatin1Char('0')));
    client.createdAt = QDateTime(QDate(2026, 1, 1).addDays(number), QTime(9, 0), QTimeZone::utc());
    client.updatedAt = client.createdAt;
    for (const auto& [field, text] : values) {
        client.set(field, text);
    }
    return client;
}

MergePlan planOf(const std::vector<Client>& clients)
{
    auto plan = proposeMerge(clients);
    REQUIRE(plan);
    return *plan;
}

const MergeChoice& choice(const MergePlan& plan, Field field)
{
    REQUIRE(plan.choice(field) != nullptr);
    return *plan.choice(field);
}

} // namespace

TEST_CASE("two to twenty records can be merged, each once")
{
    const int count = GENERATE(1, 2, 20, 21);
    std::vector<Client> clients;
    for (int i = 1; i <= count; ++i) {
        clients.push_back(record(i, {{Field::Name, u"元诚%1"_s.arg(i)}}));
    }
    const auto plan = proposeMerge(clients);
    CHECK(plan.hasValue() == (count == 2 || count == 20));
    if (plan) {
        CHECK(plan->survivor.id == clients.front().id());
        CHECK(plan->others.size() == std::size_t(count) - 1);
        CHECK(plan->others.back().version == count);
    } else {
        CHECK(plan.error().code == ErrorCode::Invalid);
    }
    clients.push_back(clients.front());
    CHECK_FALSE(proposeMerge(clients));
}

TEST_CASE("each field's value is proposed by a stated rule")
{
    Client stays = record(1, {{Field::Name, u"元诚科技"_s}, {Field::Phone, u"+8613800138000"_s}});
    Client older = record(2, {{Field::Name, u"元诚"_s}, {Field::City, u"苏州市"_s}});
    Client newer = record(3, {{Field::Street, u"干将路1号"_s}});

    SECTION("what only one has is taken")
    {
        const MergePlan plan = planOf({stays, older, newer});
        CHECK(choice(plan, Field::Street).value == u"干将路1号");
        CHECK(choice(plan, Field::Street).from == newer.id());
        CHECK(choice(plan, Field::Street).reason == MergeReason::OnlyValue);
        CHECK_FALSE(choice(plan, Field::Street).conflict);
        // Also where it is the one that stays: nobody else says the same.
        CHECK(choice(plan, Field::Phone).reason == MergeReason::OnlyValue);
    }
    SECTION("what the record that stays has is kept, and the conflict is shown first")
    {
        const MergePlan plan = planOf({stays, older, newer});
        CHECK(choice(plan, Field::Name).value == u"元诚科技");
        CHECK(choice(plan, Field::Name).reason == MergeReason::Kept);
        CHECK(choice(plan, Field::Name).conflict);
        CHECK(plan.choices.front().field == Field::Name);
    }
    SECTION("of two others the newest value is taken")
    {
        newer.set(Field::City, u"无锡市"_s);
        const MergePlan plan = planOf({stays, older, newer});
        CHECK(choice(plan, Field::City).value == u"无锡市");
        CHECK(choice(plan, Field::City).reason == MergeReason::Newest);
        CHECK(choice(plan, Field::City).conflict);
    }
    SECTION("of two equally new ones the more complete record's is taken")
    {
        newer.set(Field::City, u"无锡市"_s);
        newer.updatedAt = older.updatedAt;
        newer.set(Field::Street, {});
        CHECK(choice(planOf({stays, older, newer}), Field::City).value == u"苏州市");
    }
    SECTION("a value that breaks a rule gives way to one that does not")
    {
        stays.set(Field::Email, u"nobody"_s);
        stays.findings = {u"email:form"_s};
        older.set(Field::Email, u"li@example.com"_s);
        const MergePlan plan = planOf({stays, older});
        CHECK(choice(plan, Field::Email).value == u"li@example.com");
        CHECK(choice(plan, Field::Email).reason == MergeReason::Valid);
    }
    SECTION("what all have alike is no conflict")
    {
        older.set(Field::Name, stays.value(Field::Name));
        CHECK(choice(planOf({stays, older}), Field::Name).reason == MergeReason::Same);
        CHECK_FALSE(choice(planOf({stays, older}), Field::Name).conflict);
    }
}

TEST_CASE("numbers, addresses, tags, notes, contacts and own fields are put together")
{
    const Client stays = record(1,
                                {{Field::Name, u"元诚科技"_s},
                                 {Field::Contact, u"陈静"_s},
                                 {Field::Phone, u"+8613800138000"_s},
                                 {Field::Tags, u"VIP"_s},
                                 {Field::Notes, u"月结"_s},
                                 {Field::Custom, uR"({"等级":"A"})"_s}});
    const Client goes = record(2,
                               {{Field::Name, u"元诚"_s},
                                {Field::Contact, u"王伟"_s},
                                {Field::Position, u"经理"_s},
                                {Field::Phone, u"+8613900139000"_s},
                                {Field::OtherPhones, u"+8613800138000;+865123818"_s},
                                {Field::Email, u"wang@example.com"_s},
                                {Field::Tags, u"VIP;展会"_s},
                                {Field::Notes, u"要回访"_s},
                                {Field::Custom, uR"({"等级":"B","车间":"2"})"_s}});
    const MergePlan plan = planOf({stays, goes});
    CHECK(choice(plan, Field::OtherPhones).value == u"+865123818;+8613900139000");
    CHECK(choice(plan, Field::Tags).value == u"VIP;展会");
    CHECK(choice(plan, Field::Notes).value == u"月结\n要回访");
    CHECK(choice(plan, Field::Custom).value == uR"({"等级":"A / B","车间":"2"})");
    const std::vector<Contact> contacts = contactsFromText(choice(plan, Field::Contacts).value);
    CHECK(contacts
          == std::vector<Contact>{
              {u"王伟"_s, u"经理"_s, {u"+8613900139000"_s}, {u"wang@example.com"_s}}});
}

TEST_CASE("a person's choice is kept, and what it displaces moves to the others")
{
    const std::vector<Client> clients{
        record(1, {{Field::Name, u"元诚科技"_s}, {Field::Phone, u"+8613800138000"_s}}),
        record(2, {{Field::Name, u"元诚"_s}, {Field::Phone, u"+8613900139000"_s}})};
    MergePlan plan = planOf(clients);
    CHECK(choice(plan, Field::OtherPhones).value == u"+8613900139000");
    REQUIRE(plan.take(Field::Phone, clients[1].id(), clients));
    CHECK(choice(plan, Field::Phone).value == u"+8613900139000");
    CHECK(choice(plan, Field::Phone).reason == MergeReason::Chosen);
    CHECK(choice(plan, Field::OtherPhones).value == u"+8613800138000");

    plan.setFree(Field::Notes, u"zusammengelegt"_s);
    CHECK(choice(plan, Field::Notes).reason == MergeReason::Free);
    CHECK(choice(plan, Field::Notes).from.value.isEmpty());
    REQUIRE(plan.take(Field::Name, clients[1].id(), clients));
    CHECK(choice(plan, Field::Notes).value == u"zusammengelegt"); // combining anew leaves it alone

    CHECK_FALSE(plan.take(Field::Name, ClientId{u"CUST202611240009"_s}, clients));
    CHECK_FALSE(plan.take(Field::Id, clients[1].id(), clients));
}

TEST_CASE("a plan reads back as it was written, and what is no plan is refused")
{
    const std::vector<Client> clients{record(1, {{Field::Name, u"元诚"_s}}),
                                      record(2, {{Field::Name, u"Acme \"Ltd\""_s}})};
    MergePlan plan = planOf(clients);
    REQUIRE(plan.take(Field::Name, clients[1].id(), clients));
    const auto read = MergePlan::fromJson(plan.toJson());
    REQUIRE(read);
    CHECK(read->toJson() == plan.toJson());
    CHECK(read->others.front().version == 2);
    for (const char* text : {"", "{}", "[1]", R"({"survivor":{"pk":1},"others":[]})"}) {
        CHECK_FALSE(MergePlan::fromJson(QString::fromLatin1(text)));
    }
}

TEST_CASE("the most complete record is proposed to stay, of equal ones the oldest")
{
    const Client thin = record(1, {{Field::Name, u"元诚"_s}});
    const Client full = record(3, {{Field::Name, u"元诚"_s}, {Field::City, u"苏州市"_s}});
    const Client alike = record(2, {{Field::Name, u"元诚"_s}, {Field::City, u"苏州市"_s}});
    CHECK(proposeSurvivor(std::vector{thin, full}) == 1);
    CHECK(proposeSurvivor(std::vector{full, thin, alike}) == 2);
}
