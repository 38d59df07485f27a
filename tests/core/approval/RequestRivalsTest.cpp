// Two requests for one field, and what is asked for again.
#include "core/approval/ApprovalOffice.h"

using namespace approvaltest;

namespace {

/// Two people have asked for the phone of one company, one of them for its street too.
struct Rivals
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& service = office.person("mei", Role::Service);
    Client client = office.client(li,
                                  {{Field::Name, QStringLiteral("苏州元诚科技有限公司")},
                                   {Field::Phone, QStringLiteral("13800138000")},
                                   {Field::Street, QStringLiteral("干将路1号")}});
    RequestPk first
        = ask(li, {{Field::Phone, newPhone}, {Field::Street, QStringLiteral("观前街2号")}});
    RequestPk second = ask(service, {{Field::Phone, QStringLiteral("13600136000")}});

    RequestPk ask(Person& person, const std::vector<FieldEdit>& edits)
    {
        const auto outcome = done(person.changes.update(client.id(), edits));
        REQUIRE(outcome.requests.size() == 1);
        return outcome.requests.front();
    }

    RequestDetail shown(RequestPk pk) { return done(admin.requests.show(pk)); }
    RequestState state(RequestPk pk) { return shown(pk).listed.request.state; }

    void checkSignatures()
    {
        Progress quiet;
        CHECK(done(admin.requests.check(quiet)).empty());
        const auto log = done(AuditChain(office.connection(), QByteArray(16, 'o')).verify(quiet));
        CHECK(log.problems.empty());
    }
};

} // namespace

TEST_CASE_METHOD(Rivals, "two requests for one field each show the other")
{
    const RivalRequest other{second, QStringLiteral("mei"), {Field::Phone}};
    CHECK(shown(first).listed.rivals == std::vector{other});
    CHECK(shown(second).listed.rivals
          == std::vector{RivalRequest{first, QStringLiteral("li"), {Field::Phone}}});
    for (const ListedRequest& one : done(wang.requests.list({.inbox = true}))) {
        CHECK(one.rivals.size() == 1);
    }
    const RequestPk third = ask(li, {{Field::City, QStringLiteral("苏州市")}});
    CHECK(shown(third).listed.rivals.empty());
}

TEST_CASE_METHOD(Rivals, "who is about to ask for a field is told what waits for it already")
{
    const auto waiting = done(li.requests.waitingFor(client.id()));
    REQUIRE(waiting.size() == 2);
    CHECK(waiting.front()
          == RivalRequest{first, QStringLiteral("li"), {Field::Phone, Field::Street}});
    CHECK(waiting.back().requestedBy == QStringLiteral("mei"));
    CHECK(done(service.requests.waitingFor(client.id())).size() == 1); // only what may be seen
    CHECK(done(li.requests.waitingFor(ClientId{QStringLiteral("CUST199901010001")})).empty());
}

TEST_CASE_METHOD(Rivals,
                 "where one is approved the other goes back, and nobody's value is overwritten")
{
    REQUIRE(wang.requests.decide(second, Decision::approval()));
    CHECK(office.value(client, Field::Phone) == QStringLiteral("+8613600136000"));
    CHECK(state(first) == RequestState::Outdated);
    CHECK(shown(first).outdatedBy == second);
    CHECK(failure(admin.requests.decide(first, Decision::approval())) == ErrorCode::Conflict);
    CHECK(office.value(client, Field::Phone) == QStringLiteral("+8613600136000"));
    CHECK(office.value(client, Field::Street) == QStringLiteral("干将路1号"));
    checkSignatures();

    // Asked for again on the record as it is now.
    const auto again = done(li.changes.askAgain(first));
    REQUIRE(again.requests.size() == 1);
    CHECK(shown(again.requests.front()).listed.request.changes.front().before
          == QStringLiteral("+8613600136000"));
    checkSignatures();
}

TEST_CASE_METHOD(Rivals, "a rejected field leaves the other request standing")
{
    REQUIRE(wang.requests.decide(first, Decision::approval({Field::Street})));
    CHECK(office.value(client, Field::Street) == QStringLiteral("观前街2号"));
    CHECK(state(second) == RequestState::Open);
    CHECK(shown(second).listed.rivals.empty());
    REQUIRE(wang.requests.decide(second, Decision::approval()));
    CHECK(office.value(client, Field::Phone) == QStringLiteral("+8613600136000"));
    checkSignatures();
}

TEST_CASE_METHOD(Rivals, "a request that waits on a changed record is asked for anew in one step")
{
    CHECK(failure(li.changes.askAgain(first)) == ErrorCode::Invalid); // nothing has changed
    REQUIRE(admin.changes.update(client.id(), {{Field::Street, QStringLiteral("人民路3号")}}));
    CHECK(shown(first).isOutdated);
    CHECK(failure(service.changes.askAgain(first)) == ErrorCode::Denied);
    const std::int64_t before = office.logEntries();
    const auto again = done(li.changes.askAgain(first));
    CHECK(office.logEntries() == before + 1);
    REQUIRE(again.requests.size() == 1);
    CHECK(again.requests.front() != first);
    CHECK(state(first) == RequestState::Outdated);
    CHECK_FALSE(shown(first).outdatedBy.isValid());
    CHECK_FALSE(shown(again.requests.front()).isOutdated);
    CHECK(state(second) == RequestState::Open);
    REQUIRE(wang.requests.decide(again.requests.front(), Decision::approval()));
    CHECK(office.value(client, Field::Street) == QStringLiteral("观前街2号"));
    checkSignatures();
}

TEST_CASE_METHOD(Rivals, "what was rejected in part is asked for again, that part alone")
{
    REQUIRE(wang.requests.decide(
        first, Decision::approval({Field::Street}, QStringLiteral("which phone?"))));
    const auto again = done(li.changes.askAgain(first));
    REQUIRE(again.requests.size() == 1);
    const Request asked = shown(again.requests.front()).listed.request;
    REQUIRE(asked.changes.size() == 1);
    CHECK(asked.changes.front().field == Field::Phone);
    CHECK(done(li.requests.show(first)).listed.request.comment == QStringLiteral("which phone?"));
    REQUIRE(wang.requests.decide(again.requests.front(), Decision::approval()));
    CHECK(failure(li.changes.askAgain(again.requests.front())) == ErrorCode::Invalid);
}
