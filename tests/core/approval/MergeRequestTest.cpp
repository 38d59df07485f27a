#include "core/approval/ApprovalOffice.h"

using namespace approvaltest;

namespace {

/// Two records of one company that Li of the North owns; the second alone has an e-mail.
struct Doubles
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& sun = office.person("sun", Role::Sales, "South");
    Client keep = office.client(li,
                                {{Field::Name, QStringLiteral("苏州元诚科技有限公司")},
                                 {Field::Phone, QStringLiteral("13800138000")}});
    Client other = office.client(li,
                                 {{Field::Name, QStringLiteral("苏州元诚科技公司")},
                                  {Field::Phone, QStringLiteral("13800138000")},
                                  {Field::Email, QStringLiteral("chen@example.com")},
                                  {Field::Street, QStringLiteral("干将路1号")}});

    MergePlan plan()
    {
        return done(proposeMerge(std::vector{office.now(keep), office.now(other)}));
    }

    MergePlan planWithOtherName()
    {
        const std::vector<Client> clients{office.now(keep), office.now(other)};
        MergePlan changed = plan();
        REQUIRE(changed.take(Field::Name, other.id(), clients));
        return changed;
    }

    Request request(RequestPk pk)
    {
        return done(RequestStore(office.connection()).byPk(pk)).value().request;
    }
    bool isMerged() { return office.value(other, Field::Status) == QStringLiteral("merged"); }
};

} // namespace

TEST_CASE_METHOD(Doubles, "who may merge merges at once")
{
    Person& person = GENERATE_REF(true, false) ? admin : wang;
    const MergeOutcome outcome
        = done(person.changes.merge(plan(), QStringLiteral("the same firm")));
    CHECK(outcome.merge);
    CHECK_FALSE(outcome.request);
    CHECK(outcome.survivor == keep.id());
    CHECK(isMerged());
    CHECK(office.value(keep, Field::Email) == QStringLiteral("chen@example.com"));
}

TEST_CASE_METHOD(
    Doubles,
    "a merge by a salesperson waits for the head of the department, with what it would change")
{
    const MergeOutcome outcome = done(li.changes.merge(plan(), QStringLiteral("the same firm")));
    REQUIRE(outcome.request);
    CHECK_FALSE(outcome.merge);
    CHECK_FALSE(isMerged());
    const Request asked = request(*outcome.request);
    CHECK(asked.kind == RequestKind::Merge);
    CHECK(asked.level == RequestLevel::Ordinary);
    CHECK(std::find(asked.changes.begin(),
                    asked.changes.end(),
                    RequestedChange{Field::Email,
                                    {},
                                    QStringLiteral("chen@example.com"),
                                    RequestedChange::State::Open})
          != asked.changes.end());

    CHECK(done(wang.requests.decide(asked.pk, Decision::approval())).state
          == RequestState::Approved);
    CHECK(isMerged());
    const auto history = done(HistoryStore(office.connection()).ofClient(other.pk));
    CHECK(history.front().action == QStringLiteral("merge"));
    CHECK(history.front().request == asked.pk);
    CHECK(history.front().authorName == QStringLiteral("li"));
    CHECK(history.front().actorName == QStringLiteral("wang"));
    Progress progress;
    CHECK(done(admin.requests.check(progress)).empty());
}

TEST_CASE_METHOD(
    Doubles, "a merge that changes an important field is data administration's, whoever may merge")
{
    const MergeOutcome outcome = done(wang.changes.merge(planWithOtherName()));
    REQUIRE(outcome.request);
    CHECK(request(*outcome.request).level == RequestLevel::Important);
    CHECK(failure(wang.requests.decide(*outcome.request, Decision::approval()))
          == ErrorCode::Denied);
    REQUIRE(admin.requests.decide(*outcome.request, Decision::approval()));
    CHECK(office.value(keep, Field::Name) == QStringLiteral("苏州元诚科技公司"));
}

TEST_CASE_METHOD(Doubles, "records of two departments are merged by data administration")
{
    other = office.client(sun, {{Field::Name, QStringLiteral("苏州元诚科技公司")}});
    const MergeOutcome outcome = done(wang.changes.merge(plan()));
    REQUIRE(outcome.request);
    CHECK(request(*outcome.request).level == RequestLevel::Important);
    CHECK(failure(li.changes.merge(plan())) == ErrorCode::Denied); // one of them is not his
}

TEST_CASE_METHOD(Doubles, "a merge is approved as a whole, or rejected")
{
    const RequestPk pk = done(li.changes.merge(plan())).request.value();
    const Request asked = request(pk);
    REQUIRE(asked.changes.size() >= 2);
    CHECK(failure(wang.requests.decide(pk, Decision::approval({Field::Email})))
          == ErrorCode::Invalid);
    CHECK(done(wang.requests.decide(pk, Decision::rejection(QStringLiteral("two branches")))).state
          == RequestState::Rejected);
    CHECK_FALSE(isMerged());
}

TEST_CASE_METHOD(
    Doubles,
    "a merge of records that have changed since goes back as outdated, and nothing of it is done")
{
    const RequestPk pk = done(li.changes.merge(plan())).request.value();
    REQUIRE(admin.changes.update(other.id(), {{Field::Notes, QStringLiteral("moved")}}));
    CHECK(failure(wang.requests.decide(pk, Decision::approval())) == ErrorCode::Conflict);
    CHECK(request(pk).state == RequestState::Outdated);
    CHECK_FALSE(isMerged());
    CHECK(office.now(keep).version == 1);

    const MergePlan stale = [this] {
        MergePlan made = plan();
        REQUIRE(admin.changes.update(keep.id(), {{Field::Notes, QStringLiteral("new")}}));
        return made;
    }();
    CHECK(failure(li.changes.merge(stale)) == ErrorCode::Conflict);
}

TEST_CASE_METHOD(Doubles, "a value typed into a merge keeps the rules")
{
    MergePlan typed = plan();
    typed.setFree(Field::Email, QStringLiteral("nobody"));
    CHECK(failure(admin.changes.merge(typed)) == ErrorCode::Invalid);
    CHECK_FALSE(isMerged());
}

TEST_CASE_METHOD(Doubles,
                 "an open request follows its record into a merge, and its signatures still verify")
{
    const RequestPk pk
        = done(li.changes.update(other.id(), {{Field::Contact, QStringLiteral("陈静")}}))
              .requests.at(0);
    REQUIRE(admin.changes.merge(plan()));
    CHECK(done(wang.requests.show(pk)).listed.client == keep.id());
    REQUIRE(wang.requests.decide(pk, Decision::approval()));
    CHECK(office.value(keep, Field::Contact) == QStringLiteral("陈静"));
    for (const RequestSignature& signature : done(admin.requests.show(pk)).signatures) {
        CHECK(signature.verified);
    }
}

TEST_CASE_METHOD(Doubles, "a change asked for under the id of a merged record is the survivor's")
{
    REQUIRE(admin.changes.merge(plan()));
    const UpdateOutcome outcome
        = done(li.changes.update(other.id(), {{Field::Contact, QStringLiteral("陈静")}}));
    CHECK(outcome.id == keep.id());
    REQUIRE(outcome.requests.size() == 1);
    const RequestPk pk = outcome.requests.front();
    CHECK(request(pk).client == keep.pk);
    CHECK(request(pk).baseVersion == office.now(keep).version);
    CHECK(done(wang.requests.show(pk)).listed.client == keep.id());
    const int version = office.now(other).version;
    REQUIRE(wang.requests.decide(pk, Decision::approval()));
    CHECK(office.value(keep, Field::Contact) == QStringLiteral("陈静"));
    CHECK(office.now(other).version == version);
    Progress progress;
    CHECK(done(admin.requests.check(progress)).empty());
}

TEST_CASE("an office with one user merges without asking")
{
    ApprovalOffice office;
    Person& li = office.person("li", Role::Sales);
    const Client a = office.client(li, {{Field::Name, QStringLiteral("元诚")}});
    const Client b = office.client(li, {{Field::Name, QStringLiteral("元诚公司")}});
    office.disable(*office.admin);
    CHECK(done(li.changes.merge(done(proposeMerge(std::vector{a, b})))).merge);
}

TEST_CASE_METHOD(Doubles, "what a merge would come to is known before it is made")
{
    const MergeForecast ofAdmin = done(admin.changes.forecast(planWithOtherName()));
    CHECK_FALSE(ofAdmin.asks);
    CHECK(ofAdmin.important.empty());
    CHECK_FALSE(ofAdmin.refusal);
    CHECK_FALSE(done(wang.changes.forecast(plan())).asks);
    const MergeForecast ofHead = done(wang.changes.forecast(planWithOtherName()));
    CHECK(ofHead.asks);
    CHECK(ofHead.level == RequestLevel::Important);
    CHECK(ofHead.important == std::vector{Field::Name});
    const MergeForecast ofSales = done(li.changes.forecast(plan()));
    CHECK(ofSales.asks);
    CHECK(ofSales.level == RequestLevel::Ordinary);
    CHECK(ofSales.important.empty());
    CHECK(failure(sun.changes.forecast(plan())) == ErrorCode::Denied);

    MergePlan nameless = plan();
    nameless.setFree(Field::Name, {});
    CHECK(done(admin.changes.forecast(nameless)).refusal);
    const MergePlan old = plan();
    REQUIRE(admin.changes.merge(old));
    const auto late = admin.changes.forecast(old);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::Conflict);
}
