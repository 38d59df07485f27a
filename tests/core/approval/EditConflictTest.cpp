// Two people, one record: what an edit that began with an older version does.
#include "core/approval/ApprovalOffice.h"
#include "core/duplicates/MergePlan.h"
#include "core/records/PastValues.h"

using namespace approvaltest;
using namespace Qt::StringLiterals;

namespace {

/// Li of the North with a client, Wang at the head; the administrator and Wang decide at once.
struct TwoPeople
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& service = office.person("service", Role::Service);
    Client client = office.client(li,
                                  {{Field::Name, u"苏州元诚科技有限公司"_s},
                                   {Field::Phone, u"13800138000"_s},
                                   {Field::Street, u"东风路8号"_s},
                                   {Field::Tags, u"a"_s}});

    UpdateOutcome
    by(Person& person, const std::vector<FieldEdit>& edits, UpdateOptions options = {})
    {
        return done(person.changes.update(client.id(), edits, options));
    }
    UpdateOptions from(int version) { return {.ifVersion = version}; }
};

} // namespace

TEST_CASE_METHOD(TwoPeople,
                 "two people change different fields from one version, and both changes stay")
{
    by(admin, {{Field::Street, u"Mill Lane 3"_s}}, from(1));
    const auto outcome = by(wang, {{Field::Phone, newPhone}, {Field::Notes, u"called"_s}}, from(1));
    CHECK_FALSE(outcome.refusal);
    CHECK(outcome.conflicts.empty());
    CHECK(outcome.version == 3);
    CHECK(outcome.applied == std::vector{Field::Phone, Field::Notes});
    CHECK(office.value(client, Field::Street) == u"Mill Lane 3");
    CHECK(office.value(client, Field::Phone) == newStored);
}

TEST_CASE_METHOD(
    TwoPeople,
    "the same field changed twice is refused with what both began with, and nothing is stored")
{
    by(admin, {{Field::Phone, u"13711112222"_s}, {Field::Street, u"Mill Lane 3"_s}});
    by(admin, {{Field::Notes, u"later"_s}});
    const std::int64_t before = office.logEntries();
    const auto outcome = by(wang,
                            {{Field::Phone, newPhone},
                             {Field::Street, u"Hill Road 1"_s},
                             {Field::Website, u"www.acme.example"_s}},
                            from(1));
    REQUIRE(outcome.refusal);
    CHECK(outcome.refusal->code == ErrorCode::Conflict);
    CHECK(outcome.refusal->message.contains(fieldLabel(Field::Phone)));
    CHECK_FALSE(outcome.refusal->message.contains(u"139"_s));
    REQUIRE(outcome.conflicts.size() == 2);
    const EditConflict& phone = outcome.conflicts[0];
    CHECK(phone.field == Field::Phone);
    CHECK(phone.base == oldPhone);
    CHECK(phone.mine == newStored);
    CHECK(phone.theirs == u"+8613711112222"_s);
    CHECK(phone.who == u"admin");
    CHECK(phone.at.isValid());
    CHECK(outcome.conflicts[1].field == Field::Street);
    CHECK(outcome.version == 3);
    CHECK(outcome.applied.empty());
    CHECK(office.logEntries() == before);
    CHECK(office.now(client).version == 3);

    // Decided, and sent again on the version that the refusal named.
    by(wang,
       {{Field::Phone, newPhone, phone.theirs}, {Field::Website, u"www.acme.example"_s}},
       from(3));
    CHECK(office.value(client, Field::Phone) == newStored);
    CHECK(office.value(client, Field::Street) == u"Mill Lane 3");
}

TEST_CASE_METHOD(TwoPeople, "both wrote the same: there is nothing to decide")
{
    by(admin, {{Field::Phone, newPhone}});
    const auto outcome = by(wang, {{Field::Phone, u"139 1234 5678"_s}}, from(1));
    CHECK_FALSE(outcome.refusal);
    CHECK(outcome.applied.empty());
}

TEST_CASE_METHOD(TwoPeople, "a field that was changed and set back is as it was")
{
    by(admin, {{Field::Phone, u"13711112222"_s}});
    by(admin, {{Field::Phone, u"13800138000"_s}});
    CHECK(by(wang, {{Field::Phone, newPhone}}, from(1)).applied == std::vector{Field::Phone});
}

TEST_CASE_METHOD(TwoPeople,
                 "tags that both changed are put together, or refused for who sets a whole value")
{
    by(admin, {{Field::Tags, u"a;admin"_s}});
    UpdateOptions whole = from(1);
    whole.combined = CombinedValues::Whole;
    CHECK(by(wang, {{Field::Tags, u"a;wang"_s}}, whole).conflicts.size() == 1);
    CHECK(by(wang, {{Field::Tags, u"a;wang"_s}}, from(1)).applied == std::vector{Field::Tags});
    CHECK(office.value(client, Field::Tags) == u"a;admin;wang");
}

TEST_CASE_METHOD(TwoPeople, "what was merged has to keep the rules, too")
{
    by(admin, {{Field::Email, u"nobody@acme.example"_s}});
    const auto outcome = by(wang, {{Field::Email, u"nobody"_s, u"nobody@acme.example"_s}}, from(1));
    REQUIRE(outcome.refusal);
    CHECK(outcome.refusal->code == ErrorCode::Invalid);
}

TEST_CASE_METHOD(TwoPeople, "a number is read by the country that its author saw")
{
    by(admin, {{Field::Country, u"GB"_s}});
    by(wang, {{Field::Phone, u"139 1234 5678"_s, oldPhone}}, from(1));
    CHECK(office.value(client, Field::Phone) == newStored);
}

TEST_CASE_METHOD(TwoPeople,
                 "where the history cannot tell what an edit began with, it is a conflict")
{
    by(admin, {{Field::Notes, u"later"_s}});
    const std::vector<FieldEdit> edit{{Field::Phone, newPhone}};
    SECTION("no such version, or not yet")
    {
        for (const int version : {-1, 0, 3, 1000}) {
            CHECK(failure(wang.changes.update(client.id(), edit, from(version)))
                  == ErrorCode::Conflict);
        }
    }
    SECTION("an entry is gone")
    {
        REQUIRE(office.connection().execute("DELETE FROM history WHERE client_version = 2"));
        CHECK(failure(wang.changes.update(client.id(), edit, from(1))) == ErrorCode::Conflict);
        // The values that the person saw say it as well.
        CHECK(by(wang, {{Field::Phone, newPhone, oldPhone}}, from(1)).applied
              == std::vector{Field::Phone});
    }
    SECTION("an entry says nothing any more")
    {
        REQUIRE(office.connection().execute(
            "UPDATE history SET changes = '{}' WHERE client_version = 2"));
        CHECK(failure(wang.changes.update(client.id(), edit, from(1))) == ErrorCode::Conflict);
    }
    SECTION("an entry says something else")
    {
        REQUIRE(office.connection().execute(
            "UPDATE history SET changes = '{\"notes\":[\"x\",\"later\"]}' WHERE client_version = "
            "2"));
        CHECK(failure(wang.changes.update(client.id(), edit, from(1))) == ErrorCode::Conflict);
    }
    SECTION("the record became part of another one")
    {
        const Client other = office.client(li, {{Field::Name, u"元诚"_s}});
        auto plan = done(proposeMerge(done(admin.merges.clientsFor({other.id(), client.id()}))));
        REQUIRE(admin.changes.merge(plan));
        const auto refused
            = wang.changes.update(client.id(), {{Field::Phone, newPhone, oldPhone}}, from(2));
        CHECK(failure(refused) == ErrorCode::Conflict);
        CHECK(refused.error().message.contains(u"merged into another"_s));
        CHECK(office.value(other, Field::Phone) != newStored);
        // Without a version it means the survivor, as everywhere.
        CHECK(by(wang, {{Field::Phone, newPhone}}).id == other.id());
    }
    CHECK(office.value(client, Field::Notes) == u"later");
}

TEST_CASE_METHOD(TwoPeople, "a record that took another one in can be read back")
{
    const Client other
        = office.client(li, {{Field::Name, u"元诚"_s}, {Field::Website, u"www.acme.example"_s}});
    auto plan = done(proposeMerge(done(admin.merges.clientsFor({client.id(), other.id()}))));
    REQUIRE(admin.changes.merge(plan));
    const auto past = done(valuesAtVersion(office.connection(), office.now(client), 1));
    REQUIRE(past);
    CHECK(differences(*past, client.values).empty());
    CHECK(by(wang, {{Field::Phone, newPhone}}, from(1)).applied == std::vector{Field::Phone});
}

TEST_CASE_METHOD(TwoPeople, "who may not see a field, or what it was, is told neither")
{
    by(admin, {{Field::Phone, u"13711112222"_s}, {Field::Street, u"Mill Lane 3"_s}});
    const auto outcome
        = by(service, {{Field::Phone, newPhone}, {Field::Street, u"Hill Road 1"_s}}, from(1));
    REQUIRE(outcome.conflicts.size() == 2);
    const EditConflict& phone = outcome.conflicts[0];
    CHECK_FALSE(phone.base); // what it was stands in the history only
    CHECK(phone.theirs == u"+8613711112222"_s);
    CHECK(phone.who.isEmpty());
    CHECK_FALSE(phone.at.isValid());
    const EditConflict& street = outcome.conflicts[1];
    CHECK_FALSE(street.base);
    CHECK(street.mine == u"Hill Road 1");
    CHECK_FALSE(street.theirs);
    // What a form had shown of it is no secret.
    CHECK(by(service, {{Field::Phone, newPhone, oldPhone}}, from(1)).conflicts.at(0).base
          == oldPhone);
    CHECK(done(admin.requests.list({})).empty());
}

TEST_CASE_METHOD(TwoPeople, "who may not change a field is not told of a conflict in it")
{
    by(admin, {{Field::Tags, u"b"_s}});
    CHECK(failure(service.changes.update(client.id(), {{Field::Tags, u"c"_s}}, from(1)))
          == ErrorCode::Denied);
}

TEST_CASE_METHOD(TwoPeople,
                 "a request for a field that was changed since is not asked for, but decided first")
{
    by(admin, {{Field::Phone, u"13711112222"_s}});
    CHECK(by(li, {{Field::Phone, newPhone}, {Field::Notes, u"mine"_s}}, from(1)).conflicts.size()
          == 1);
    CHECK(done(admin.requests.list({})).empty());
    CHECK(office.value(client, Field::Notes).isEmpty());
    // What only this person changed becomes a request on the record as it is now.
    const auto asked = by(li, {{Field::Street, u"Hill Road 1"_s}}, from(1));
    const Request request
        = done(RequestStore(office.connection()).byPk(asked.requests.at(0))).value().request;
    CHECK(request.baseVersion == 2);
    CHECK(request.changes.at(0).before == u"东风路8号");
}

TEST_CASE_METHOD(TwoPeople, "a user row that is not what it was is not written over")
{
    UserStore users(office.connection());
    const User before = done(users.byPk(li.session.user)).value();
    const auto withRole = [&](Role role) {
        auto operation = done(Operation::begin(admin.context, u"user.set_role"));
        User after = before;
        after.role = role;
        auto written = users.update(operation, before, after);
        return written ? operation.commit() : written;
    };
    REQUIRE(withRole(Role::Service));
    const auto second = withRole(Role::Manager);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Conflict);
    CHECK(done(users.byPk(li.session.user))->role == Role::Service);
}
