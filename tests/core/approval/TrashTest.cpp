#include "core/approval/ApprovalOffice.h"

using namespace approvaltest;

namespace {

const QString mistake = QStringLiteral("entered twice by mistake");

/// A record of Li, who sells in the North; Wang heads the North, Mei answers the phone.
struct Trash
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& mei = office.person("mei", Role::Service, "North");
    Person& sun = office.person("sun", Role::Sales, "South");
    Person& auditor = office.person("auditor", Role::Auditor);
    Client client = office.client(li,
                                  {{Field::Name, QStringLiteral("苏州元诚科技有限公司")},
                                   {Field::Phone, QStringLiteral("13800138000")}});
    Client other = office.client(
        li, {{Field::Name, QStringLiteral("苏州元诚科技")}, {Field::Notes, QStringLiteral("x")}});

    QString status(const Client& of) { return office.value(of, Field::Status); }
    Request request(RequestPk pk)
    {
        return done(RequestStore(office.connection()).byPk(pk)).value().request;
    }
    HistoryEntry last(const Client& of)
    {
        return done(HistoryStore(office.connection()).ofClient(of.pk)).front();
    }
    bool isSound()
    {
        Progress progress;
        return done(admin.requests.check(progress)).empty();
    }
};

} // namespace

TEST_CASE_METHOD(Trash, "a manager or administrator puts a record into the trash and takes it out")
{
    Person& person = GENERATE_REF(true, false) ? admin : wang;
    const TrashOutcome gone = done(person.changes.moveToTrash({client.id()}, mistake));
    CHECK(gone.done == std::vector{client.id()});
    CHECK(gone.requests.empty());
    CHECK(status(client) == QStringLiteral("trashed"));
    const HistoryEntry entry = last(client);
    CHECK(entry.action == QStringLiteral("trash"));
    CHECK(entry.reason == mistake);
    CHECK(entry.authorName == person.session.name);

    CHECK(done(person.changes.restore({client.id()})).done.size() == 1);
    CHECK(status(client) == QStringLiteral("active"));
    CHECK(last(client).action == QStringLiteral("restore"));
    CHECK(office.now(client).values.value(Field::Phone) == oldPhone);
}

TEST_CASE_METHOD(Trash, "sales and service ask; the head of the department decides, both ways")
{
    Person& asking = GENERATE_REF(true, false) ? li : mei;
    const TrashOutcome asked = done(asking.changes.moveToTrash({client.id()}, mistake));
    REQUIRE(asked.requests.size() == 1);
    CHECK(asked.done.empty());
    CHECK(status(client) == QStringLiteral("active"));
    const RequestPk pk = asked.requests.front();
    CHECK(request(pk).kind == RequestKind::Trash);
    CHECK(request(pk).level == RequestLevel::Ordinary);
    CHECK(done(asking.changes.moveToTrash({client.id()}, mistake)).requests.front() == pk);
    CHECK(failure(asking.requests.decide(pk, Decision::approval())) == ErrorCode::Denied);

    REQUIRE(wang.requests.decide(pk, Decision::approval()));
    CHECK(status(client) == QStringLiteral("trashed"));
    CHECK(last(client).authorName == asking.session.name);
    CHECK(last(client).actorName == QStringLiteral("wang"));
    CHECK(last(client).reason == mistake);

    const RequestPk back
        = done(asking.changes.restore({client.id()}, QStringLiteral("it was right"))).requests[0];
    CHECK(request(back).kind == RequestKind::Restore);
    REQUIRE(wang.requests.decide(back, Decision::approval()));
    CHECK(status(client) == QStringLiteral("active"));
    CHECK(isSound());
}

TEST_CASE_METHOD(Trash, "nobody decides his own request for the trash, whatever his role became")
{
    const RequestPk pk = done(li.changes.moveToTrash({client.id()}, mistake)).requests.at(0);
    Person& promoted = office.promoted(li, Role::DataAdmin);
    CHECK(failure(promoted.requests.decide(pk, Decision::approval())) == ErrorCode::Denied);
    CHECK(status(client) == QStringLiteral("active"));
}

TEST_CASE_METHOD(Trash, "what is refused changes nothing, not even for the others in the same step")
{
    CHECK(failure(admin.changes.moveToTrash({client.id()}, QStringLiteral(" ")))
          == ErrorCode::Invalid);
    CHECK(failure(admin.changes.restore({client.id()})) == ErrorCode::Invalid);
    CHECK(failure(auditor.changes.moveToTrash({client.id()}, mistake)) == ErrorCode::Denied);
    CHECK(failure(sun.changes.moveToTrash({client.id()}, mistake)) == ErrorCode::Denied);
    CHECK(failure(admin.changes.moveToTrash({client.id(), {QStringLiteral("CUST1")}}, mistake))
          == ErrorCode::NotFound);
    CHECK(status(client) == QStringLiteral("active"));
    REQUIRE(admin.changes.moveToTrash({client.id()}, mistake));
    CHECK(failure(admin.changes.moveToTrash({other.id(), client.id()}, mistake))
          == ErrorCode::Invalid);
    CHECK(status(other) == QStringLiteral("active"));
}

TEST_CASE_METHOD(Trash, "an archived record is no mistake: it does not go into the trash")
{
    auto operation = done(Operation::begin(admin.context, u"client.archive"));
    Provenance provenance;
    provenance.action = QStringLiteral("archive");
    REQUIRE(office.writer.setStatus(operation, client, QStringLiteral("archived"), {}, provenance));
    REQUIRE(operation.commit());
    CHECK(failure(admin.changes.moveToTrash({other.id(), client.id()}, mistake))
          == ErrorCode::Invalid);
    CHECK(failure(li.changes.moveToTrash({client.id()}, mistake)) == ErrorCode::Invalid);
    CHECK(status(client) == QStringLiteral("archived"));
    CHECK(status(other) == QStringLiteral("active"));
    CHECK(isSound());
}

TEST_CASE_METHOD(Trash, "open requests about a record go back as outdated when it goes")
{
    const RequestPk phone
        = done(li.changes.update(client.id(), {{Field::Phone, newPhone}})).requests.at(0);
    const RequestPk meis = done(mei.changes.moveToTrash({client.id()}, mistake)).requests.at(0);
    const RequestPk lis = done(li.changes.moveToTrash({client.id()}, mistake)).requests.at(0);
    const RequestPk elsewhere
        = done(li.changes.update(other.id(), {{Field::Phone, newPhone}})).requests.at(0);
    REQUIRE(wang.requests.decide(lis, Decision::approval()));
    CHECK(request(lis).state == RequestState::Approved);
    for (const RequestPk pk : {phone, meis}) {
        CHECK(request(pk).state == RequestState::Outdated);
        CHECK_FALSE(request(pk).comment.isEmpty());
    }
    CHECK(request(elsewhere).state == RequestState::Open);
    CHECK(isSound());

    REQUIRE(wang.changes.restore({client.id()}));
    CHECK(done(li.changes.askAgain(phone)).requests.size() == 1);
    CHECK(done(wang.changes.moveToTrash({client.id()}, mistake)).sentBack == 1);
    CHECK(isSound());
}

TEST_CASE_METHOD(Trash, "a record in the trash is not changed, tagged, given away or merged")
{
    REQUIRE(admin.changes.moveToTrash({client.id()}, mistake));
    const int version = office.now(client).version;
    CHECK(failure(admin.changes.update(client.id(), {{Field::Notes, QStringLiteral("n")}}))
          == ErrorCode::Invalid);
    CHECK(failure(li.changes.update(client.id(), {{Field::Phone, newPhone}}))
          == ErrorCode::Invalid);
    CHECK(failure(admin.merges.clientsFor({other.id(), client.id()})) == ErrorCode::Invalid);
    CHECK(done(ClientStore(office.connection()).ownedBy(li.session.user)) == std::vector{other.pk});
    CHECK(office.now(client).version == version);
}

TEST_CASE_METHOD(Trash, "a request that was asked before somebody else decided goes back")
{
    const RequestPk pk = done(li.changes.moveToTrash({client.id()}, mistake)).requests.at(0);
    const MergePlan plan = done(proposeMerge(std::vector{office.now(other), office.now(client)}));
    REQUIRE(admin.changes.merge(plan));
    // It followed its record to the survivor, which nobody asked to throw away.
    CHECK(request(pk).client == other.pk);
    CHECK(failure(wang.requests.decide(pk, Decision::approval())) == ErrorCode::Conflict);
    CHECK(request(pk).state == RequestState::Outdated);
    CHECK(status(other) == QStringLiteral("active"));
}

TEST_CASE_METHOD(Trash,
                 "a record into which another was merged since is not thrown away by mistake")
{
    const RequestPk pk = done(li.changes.moveToTrash({client.id()}, mistake)).requests.at(0);
    const MergePlan plan = done(proposeMerge(std::vector{office.now(client), office.now(other)}));
    REQUIRE(admin.changes.merge(plan));
    CHECK(failure(wang.requests.decide(pk, Decision::approval())) == ErrorCode::Conflict);
    CHECK(request(pk).state == RequestState::Outdated);
    CHECK(status(client) == QStringLiteral("active"));
}

TEST_CASE_METHOD(Trash, "merged records lead to their survivor, in the trash as well")
{
    const MergePlan plan = done(proposeMerge(std::vector{office.now(client), office.now(other)}));
    const MergePk merge = done(admin.changes.merge(plan)).merge.value();
    CHECK(failure(admin.changes.moveToTrash({other.id()}, mistake)) == ErrorCode::Invalid);
    CHECK(status(client) == QStringLiteral("active"));

    REQUIRE(admin.changes.moveToTrash({client.id()}, mistake));
    const auto shown = done(ClientStore(office.connection()).byId(other.id()));
    REQUIRE(shown);
    CHECK(shown->pk == client.pk);
    CHECK(shown->value(Field::Status) == QStringLiteral("trashed"));
    CHECK(failure(admin.merges.planUndo(merge)) == ErrorCode::Invalid);

    REQUIRE(admin.changes.restore({client.id()}));
    REQUIRE(admin.changes.unmerge(done(admin.merges.planUndo(merge))));
    CHECK(status(other) == QStringLiteral("active"));
    REQUIRE(admin.changes.moveToTrash({other.id()}, mistake));
    CHECK(failure(admin.merges.planAgain(merge)) == ErrorCode::Invalid);
    REQUIRE(admin.changes.restore({other.id()}));
    CHECK(admin.merges.planAgain(merge));
    CHECK(isSound());
}

TEST_CASE_METHOD(Trash, "an ID number in the reason is not kept")
{
    REQUIRE(admin.changes.moveToTrash({client.id()},
                                      QStringLiteral("same as 11010519491231002X, wrong")));
    CHECK_FALSE(last(client).reason.contains(QStringLiteral("11010519491231002X")));
    CHECK(last(client).reason.contains(QStringLiteral("wrong")));
}
