// The undo of a merge by people who may not decide it.
#include "core/approval/ApprovalOffice.h"

using namespace approvaltest;

namespace {

/// Two records of Li's that the head of the department has merged; the one that stayed was edited since.
struct Undone
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& zhao = office.person("zhao", Role::Manager, "South");
    Person& sun = office.person("sun", Role::Sales, "North");
    Client keep = office.client(li,
                                {{Field::Name, QStringLiteral("苏州元诚科技有限公司")},
                                 {Field::Phone, QStringLiteral("13800138000")},
                                 {Field::Tags, QStringLiteral("VIP")}});
    Client other = office.client(li,
                                 {{Field::Name, QStringLiteral("苏州元诚科技公司")},
                                  {Field::Phone, QStringLiteral("13900139000")},
                                  {Field::Tags, QStringLiteral("月结")}});
    MergePk merge = merged();

    MergePk merged()
    {
        auto plan = done(proposeMerge(std::vector{office.now(keep), office.now(other)}));
        const MergePk pk = *done(wang.changes.merge(plan)).merge;
        REQUIRE(wang.changes.update(keep.id(), {{Field::Tags, QStringLiteral("VIP;月结;金牌")}}));
        return pk;
    }

    static UnmergePlan plan(Person& person, MergePk merge)
    {
        return done(person.merges.planUndo(merge));
    }
    bool isMerged() { return office.value(other, Field::Status) == QStringLiteral("merged"); }
    void checkSignatures()
    {
        Progress quiet;
        CHECK(done(admin.requests.check(quiet)).empty());
    }
};

} // namespace

TEST_CASE_METHOD(Undone, "who may merge takes a merge back at once")
{
    Person& person = GENERATE_REF(true, false) ? admin : wang;
    UnmergePlan undo = plan(person, merge);
    REQUIRE(undo.place(Field::Tags, {other.id()}));
    const auto outcome = done(person.changes.unmerge(undo));
    CHECK_FALSE(outcome.request);
    CHECK(outcome.restored == std::vector{other.id()});
    CHECK(office.value(keep, Field::Tags) == QStringLiteral("VIP"));
    CHECK(office.value(other, Field::Tags) == QStringLiteral("月结;金牌"));
    checkSignatures();
}

TEST_CASE_METHOD(Undone,
                 "a salesperson asks for the undo, with the edits placed, and another approves it")
{
    UnmergePlan undo = plan(li, merge);
    REQUIRE(undo.place(Field::Tags, {keep.id(), other.id()}));
    const auto outcome = done(li.changes.unmerge(undo, QStringLiteral("two firms after all")));
    REQUIRE(outcome.request);
    CHECK(isMerged());
    const RequestDetail shown = done(wang.requests.show(*outcome.request));
    CHECK(shown.listed.request.kind == RequestKind::Unmerge);
    CHECK(shown.listed.request.level == RequestLevel::Ordinary);
    CHECK_FALSE(shown.isOutdated);
    CHECK(failure(li.requests.decide(*outcome.request, Decision::approval())) == ErrorCode::Denied);
    CHECK(failure(zhao.requests.decide(*outcome.request, Decision::approval()))
          == ErrorCode::Denied);
    REQUIRE(wang.requests.decide(*outcome.request, Decision::approval()));
    CHECK_FALSE(isMerged());
    CHECK(office.value(keep, Field::Tags) == QStringLiteral("VIP;金牌"));
    CHECK(office.value(other, Field::Tags) == QStringLiteral("月结;金牌"));
    const auto history = done(HistoryStore(office.connection()).ofClient(other.pk));
    CHECK(history.front().authorName == QStringLiteral("li"));
    CHECK(history.front().actorName == QStringLiteral("wang"));
    CHECK(history.front().request == *outcome.request);
    checkSignatures();
}

TEST_CASE_METHOD(Undone,
                 "an undo that was asked for goes back when the records changed or were parted")
{
    const RequestPk pk = *done(li.changes.unmerge(plan(li, merge))).request;
    SECTION("changed")
    {
        REQUIRE(admin.changes.update(keep.id(), {{Field::Notes, QStringLiteral("new")}}));
    }
    SECTION("parted")
    {
        REQUIRE(wang.changes.unmerge(plan(wang, merge)));
    }
    CHECK(failure(wang.requests.decide(pk, Decision::approval())) == ErrorCode::Conflict);
    CHECK(done(admin.requests.show(pk)).listed.request.state == RequestState::Outdated);
    checkSignatures();
}

TEST_CASE_METHOD(Undone, "whose records they are not asks for nothing, and sees no plan")
{
    CHECK(failure(sun.merges.planUndo(merge)) == ErrorCode::Denied);
    CHECK(failure(sun.merges.showUndo(merge)) == ErrorCode::Denied);
    CHECK(failure(sun.changes.unmerge(plan(li, merge))) == ErrorCode::Denied);
    CHECK(failure(sun.merges.planAgain(merge)) != ErrorCode::Internal);
    CHECK(isMerged());
}

TEST_CASE_METHOD(Undone, "a merge that is applied again goes the way of every merge")
{
    REQUIRE(wang.changes.unmerge(plan(wang, merge)));
    const auto asked = done(li.changes.merge(done(li.merges.planAgain(merge))));
    REQUIRE(asked.request);
    CHECK_FALSE(isMerged());
    REQUIRE(wang.requests.decide(*asked.request, Decision::approval()));
    CHECK(isMerged());
    CHECK(office.value(keep, Field::Tags) == QStringLiteral("VIP;月结;金牌"));
    checkSignatures();
}
