#include "core/approval/ApprovalOffice.h"

using namespace approvaltest;

namespace {

const QString newMail = QStringLiteral("chen@example.com");
const QString newName = QStringLiteral("苏州元成科技有限公司");

/// A company that Li of the North owns; Li has asked for a new phone and e-mail.
struct Waiting
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& zhao = office.person("zhao", Role::Manager, "South");
    Person& sun = office.person("sun", Role::Sales, "North");
    Client client = office.client(li,
                                  {{Field::Name, QStringLiteral("苏州元诚科技有限公司")},
                                   {Field::Phone, QStringLiteral("13800138000")},
                                   {Field::Street, QStringLiteral("干将路1号")}});
    RequestPk asked = ask(li, {{Field::Phone, newPhone}, {Field::Email, newMail}});

    RequestPk ask(Person& person, const std::vector<FieldEdit>& edits)
    {
        const auto outcome = done(
            person.changes.update(client.id(), edits, {.reason = QStringLiteral("they called")}));
        REQUIRE(outcome.requests.size() == 1);
        return outcome.requests.front();
    }

    static std::vector<RequestPk> listed(const Person& person, const RequestQuery& query)
    {
        std::vector<RequestPk> pks;
        for (const ListedRequest& one : done(person.requests.list(query))) {
            pks.push_back(one.request.pk);
        }
        return pks;
    }

    RequestState state(RequestPk pk) { return done(admin.requests.show(pk)).listed.request.state; }

    void forge(const char* sql) { REQUIRE(office.connection().execute(sql)); }
};

using Pks = std::vector<RequestPk>;

} // namespace

TEST_CASE_METHOD(Waiting, "an inbox holds what its person may decide now and did not ask for")
{
    const RequestPk important = ask(wang, {{Field::Name, newName}});
    CHECK(listed(wang, {.inbox = true}) == Pks{asked});
    CHECK(listed(admin, {.inbox = true}) == Pks{asked, important});
    CHECK(listed(zhao, {.inbox = true}).empty());
    CHECK(listed(li, {.inbox = true}).empty());
    CHECK(listed(li, {.mine = true}) == Pks{asked});

    const RequestCounts counts = done(wang.requests.counts());
    CHECK(counts.inbox == 1);
    CHECK(counts.mine == 1);
    CHECK(counts.overdue == 0);
}

TEST_CASE_METHOD(Waiting, "an approval puts the values into the record, under the names of both")
{
    const Request approved = done(wang.requests.decide(asked, Decision::approval()));
    CHECK(approved.state == RequestState::Approved);
    const Client now = office.now(client);
    CHECK(now.version == 2);
    CHECK(now.value(Field::Phone) == newStored);
    CHECK(now.value(Field::Email) == newMail);

    const auto history = done(HistoryStore(office.connection()).ofClient(client.pk));
    REQUIRE(history.size() == 2);
    CHECK(history.front().action == QStringLiteral("approve"));
    CHECK(history.front().authorName == QStringLiteral("li"));
    CHECK(history.front().actorName == QStringLiteral("wang"));
    CHECK(history.front().request == asked);
    CHECK(history.front().reason == QStringLiteral("they called"));
    CHECK(listed(wang, {.inbox = true}).empty());
    CHECK(listed(li, {.state = RequestState::Approved, .mine = true}) == Pks{asked});
}

TEST_CASE_METHOD(Waiting, "fields can be approved one by one; what is not approved is rejected")
{
    const Request decided = done(wang.requests.decide(
        asked, Decision::approval({Field::Email}, QStringLiteral("phone is wrong"))));
    CHECK(decided.state == RequestState::Partly);
    CHECK(office.value(client, Field::Email) == newMail);
    CHECK(office.value(client, Field::Phone) == oldPhone);

    const Request stored = done(li.requests.show(asked)).listed.request;
    CHECK(stored.comment == QStringLiteral("phone is wrong"));
    REQUIRE(stored.changes.size() == 2);
    CHECK(stored.changes[0].state == RequestedChange::State::Rejected);
    CHECK(stored.changes[1].state == RequestedChange::State::Approved);
}

TEST_CASE_METHOD(Waiting, "a field that was not asked for cannot be approved")
{
    CHECK(failure(wang.requests.decide(asked, Decision::approval({Field::Name})))
          == ErrorCode::Invalid);
    CHECK(state(asked) == RequestState::Open);
}

TEST_CASE_METHOD(Waiting, "a rejection says why and changes nothing")
{
    CHECK(failure(wang.requests.decide(asked, Decision::rejection(QStringLiteral("  "))))
          == ErrorCode::Invalid);
    CHECK(state(asked) == RequestState::Open);
    CHECK(done(wang.requests.decide(asked, Decision::rejection(QStringLiteral("not so")))).state
          == RequestState::Rejected);
    CHECK(office.now(client).version == 1);
}

TEST_CASE_METHOD(Waiting, "nobody decides his own request, whatever his role has become")
{
    const RequestPk important = ask(wang, {{Field::Name, newName}});
    Person& promoted = office.promoted(wang, Role::DataAdmin);
    CHECK(listed(promoted, {.inbox = true}) == Pks{asked});
    const ListedRequest mine = done(promoted.requests.list({.mine = true})).at(0);
    CHECK(mine.request.pk == important);
    CHECK_FALSE(mine.mayDecide);
    for (const Decision& decision :
         {Decision::approval(), Decision::rejection(QStringLiteral("no"))}) {
        const auto denied = promoted.requests.decide(important, decision);
        CHECK(failure(denied) == ErrorCode::Denied);
        CHECK(denied.error().message.contains(QLatin1String("his own request")));
    }
    CHECK(state(important) == RequestState::Open);
    CHECK(office.value(client, Field::Name) != newName);
}

TEST_CASE_METHOD(Waiting,
                 "a manager decides neither important requests nor those of another department")
{
    const RequestPk important = ask(li, {{Field::Name, newName}});
    CHECK(failure(wang.requests.decide(important, Decision::approval())) == ErrorCode::Denied);
    CHECK(failure(zhao.requests.decide(asked, Decision::approval())) == ErrorCode::Denied);
    CHECK(failure(sun.requests.decide(asked, Decision::approval())) == ErrorCode::Denied);
    CHECK(office.now(client).version == 1);
    CHECK(done(admin.requests.decide(important, Decision::approval())).state
          == RequestState::Approved);
    CHECK(office.value(client, Field::Name) == newName);
}

TEST_CASE_METHOD(Waiting, "who was disabled or got another role since the login decides nothing")
{
    office.promoted(wang, Role::Sales);
    CHECK(failure(wang.requests.decide(asked, Decision::approval())) == ErrorCode::Denied);
    CHECK(state(asked) == RequestState::Open);
}

TEST_CASE_METHOD(Waiting,
                 "a request is sent back as outdated when a requested field has changed meanwhile")
{
    REQUIRE(
        admin.changes.update(client.id(), {{Field::Email, QStringLiteral("other@example.com")}}));
    CHECK(done(wang.requests.show(asked)).isOutdated);
    // Although only the phone, which is as it was, would be approved.
    CHECK(failure(wang.requests.decide(asked, Decision::approval({Field::Phone})))
          == ErrorCode::Conflict);
    CHECK(office.value(client, Field::Phone) == oldPhone);
    CHECK(office.now(client).version == 2);
    CHECK(listed(li, {.state = RequestState::Outdated, .mine = true}) == Pks{asked});
    CHECK(failure(wang.requests.decide(asked, Decision::approval())) == ErrorCode::Conflict);
}

TEST_CASE_METHOD(Waiting, "a change of other fields does not stand in the way of an approval")
{
    REQUIRE(admin.changes.update(client.id(), {{Field::Name, newName}}));
    CHECK(done(wang.requests.decide(asked, Decision::approval())).state == RequestState::Approved);
    const Client now = office.now(client);
    CHECK(now.version == 3);
    CHECK(now.value(Field::Name) == newName);
    CHECK(now.value(Field::Phone) == newStored);
}

TEST_CASE_METHOD(Waiting,
                 "of two requests for one field the second is outdated once the first is approved")
{
    const RequestPk second = ask(li, {{Field::Phone, QStringLiteral("13711112222")}});
    REQUIRE(wang.requests.decide(asked, Decision::approval()));
    CHECK(failure(wang.requests.decide(second, Decision::approval())) == ErrorCode::Conflict);
    CHECK(state(second) == RequestState::Outdated);
    CHECK(office.value(client, Field::Phone) == newStored);
}

TEST_CASE_METHOD(Waiting, "a request is decided once")
{
    REQUIRE(wang.requests.decide(asked, Decision::approval()));
    CHECK(failure(admin.requests.decide(asked, Decision::rejection(QStringLiteral("late"))))
          == ErrorCode::Conflict);
    CHECK(failure(li.requests.withdraw(asked)) == ErrorCode::Conflict);
    CHECK(state(asked) == RequestState::Approved);
    CHECK(failure(admin.requests.decide(RequestPk{4711}, Decision::approval()))
          == ErrorCode::NotFound);
}

TEST_CASE_METHOD(Waiting, "several are decided each on its own")
{
    const RequestPk important = ask(li, {{Field::Name, newName}});
    const RequestPk street = ask(li, {{Field::Street, QStringLiteral("干将路2号")}});
    const DecidedEach outcome
        = wang.requests.decideEach({asked, important, street}, Decision::approval());
    CHECK(outcome.done == Pks{asked, street});
    REQUIRE(outcome.failed.size() == 1);
    CHECK(outcome.failed[0].first == important);
    CHECK(outcome.failed[0].second.code == ErrorCode::Denied);
    CHECK(office.value(client, Field::Street) == QStringLiteral("干将路2号"));
}

TEST_CASE_METHOD(Waiting, "only who asked withdraws")
{
    CHECK(failure(wang.requests.withdraw(asked)) == ErrorCode::Denied);
    CHECK(failure(admin.requests.withdraw(asked)) == ErrorCode::Denied);
    CHECK(done(li.requests.withdraw(asked)).state == RequestState::Withdrawn);
    CHECK(failure(wang.requests.decide(asked, Decision::approval())) == ErrorCode::Conflict);
}

TEST_CASE_METHOD(Waiting,
                 "a client is given away only to somebody who is still there when it is approved")
{
    const RequestPk giveAway = ask(li, {{Field::Owner, QStringLiteral("sun")}});
    office.disable(sun);
    CHECK(failure(wang.requests.decide(giveAway, Decision::approval())) == ErrorCode::Invalid);
    CHECK(state(giveAway) == RequestState::Open);
}

TEST_CASE_METHOD(Waiting, "the clock of a request runs in working time until it is overdue")
{
    CHECK(done(wang.requests.list({})).at(0).hoursLeft == 9.0);
    office.at(QDateTime(QDate(2026, 11, 25), QTime(9, 30), QTimeZone("Asia/Shanghai")));
    CHECK(done(wang.requests.list({})).at(0).hoursLeft == 0.5);
    CHECK(listed(wang, {.overdue = true}).empty());
    office.at(QDateTime(QDate(2026, 11, 25), QTime(12, 0), QTimeZone("Asia/Shanghai")));
    const auto rows = done(wang.requests.list({.overdue = true, .inbox = true}));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].overdue);
    CHECK(rows[0].hoursLeft == -2.0);
    CHECK(done(wang.requests.counts()).overdue == 1);
    REQUIRE(wang.requests.decide(asked, Decision::approval()));
    CHECK(listed(wang, {.overdue = true}).empty());
}

TEST_CASE_METHOD(Waiting, "the words of the command line choose the requests")
{
    const RequestPk second = ask(li, {{Field::Street, QStringLiteral("干将路2号")}});
    REQUIRE(li.requests.withdraw(second));
    const auto chosen = [this](QStringView word) {
        RequestQuery query;
        REQUIRE(setStateFilter(query, word));
        return listed(admin, query);
    };
    CHECK(chosen(u"open") == Pks{asked});
    CHECK(chosen(u"withdrawn") == Pks{second});
    CHECK(chosen(u"all") == Pks{second, asked});
    CHECK(chosen(u"overdue").empty());
    CHECK(chosen(u"partly").empty());
    RequestQuery query;
    CHECK_FALSE(setStateFilter(query, u"closed"));
}

TEST_CASE_METHOD(Waiting, "a person sees of a request what he may see of the record")
{
    Person& service = office.person("service", Role::Service);
    Person& auditor = office.person("auditor", Role::Auditor);
    const RequestPk street = ask(service, {{Field::Street, QStringLiteral("干将路2号")}});

    const ListedRequest mine = done(service.requests.list({})).at(0);
    CHECK(mine.request.pk == street);
    CHECK(mine.request.changes.at(0).before.isEmpty()); // service does not see streets
    CHECK(mine.request.changes.at(0).after == QStringLiteral("干将路2号"));
    CHECK(done(service.requests.show(street)).current.at(0).isEmpty());
    CHECK(failure(service.requests.show(asked)) == ErrorCode::Denied);
    CHECK(failure(sun.requests.show(asked)) == ErrorCode::Denied);
    CHECK(listed(sun, {.state = {}}).empty());

    const Request audited = done(auditor.requests.show(asked)).listed.request;
    CHECK(audited.changes.at(0).before == QStringLiteral("+*********8000"));
    CHECK(audited.changes.at(1).after.isEmpty());
    CHECK(done(wang.requests.show(street)).current.at(0) == QStringLiteral("干将路1号"));
}

TEST_CASE_METHOD(Waiting, "both signatures under a request verify against the log")
{
    REQUIRE(wang.requests.decide(asked, Decision::approval({Field::Phone})));
    const auto signatures = done(admin.requests.show(asked)).signatures;
    REQUIRE(signatures.size() == 2);
    CHECK(signatures[0].user == QStringLiteral("li"));
    CHECK(signatures[0].what == QStringLiteral("asked"));
    CHECK(signatures[0].verified);
    CHECK(signatures[1].user == QStringLiteral("wang"));
    CHECK(signatures[1].role == QStringLiteral("manager"));
    CHECK(signatures[1].what == QStringLiteral("partly"));
    CHECK(signatures[1].verified);
    Progress progress;
    CHECK(done(admin.requests.check(progress)).empty());
}

TEST_CASE_METHOD(Waiting,
                 "an approval that its author, or somebody in another's name, signed with a tool "
                 "of his own is found out")
{
    // As the program would do it, but for its rules.
    const auto signedBy = [this](Person& signer, const Person& named) {
        auto operation = done(Operation::begin(signer.context, u"request.approve"));
        const RequestStore store(office.connection());
        Request forged = done(store.byPk(asked)).value().request;
        forged.state = RequestState::Approved;
        forged.decidedBy = named.session.user;
        forged.decidedAt = operation.now();
        forged.decidedSeq = operation.auditSeq();
        for (RequestedChange& change : forged.changes) {
            change.state = RequestedChange::State::Approved;
        }
        auto update
            = office.connection().statement("UPDATE requests SET state = 'approved', decided_by = "
                                            "?, decided_at = ?, decided_seq = ?");
        REQUIRE(update.bindAll(forged.decidedBy, forged.decidedAt, forged.decidedSeq).run());
        forge("UPDATE request_changes SET state = 'approved'");
        const QByteArray key = done(store.keysFor(client.pk)).front();
        operation.recordRow(
            QStringLiteral("request:%1").arg(asked.value), {}, RequestStore::hash(forged, key));
        REQUIRE(operation.commit());
        return done(admin.requests.show(asked)).signatures.at(1);
    };
    SECTION("nothing is found in what is right")
    {
        CHECK(signedBy(wang, wang).verified);
    }
    SECTION("by its author")
    {
        CHECK_FALSE(signedBy(li, li).verified);
    }
    SECTION("by somebody else in the name of the head")
    {
        CHECK_FALSE(signedBy(sun, wang).verified);
    }
}

TEST_CASE_METHOD(Waiting, "the store takes a decision only on the request as it was read")
{
    const Request stale = done(RequestStore(office.connection()).byPk(asked)).value().request;
    REQUIRE(li.requests.withdraw(asked));
    auto operation = done(Operation::begin(admin.context, u"request.approve"));
    Request after = stale;
    after.state = RequestState::Approved;
    CHECK(failure(RequestStore(office.connection()).decide(operation, stale, after))
          == ErrorCode::Conflict);
}

TEST_CASE_METHOD(Waiting, "a request that somebody changed with another tool no longer verifies")
{
    SECTION("a value that was asked for")
    {
        forge("UPDATE request_changes SET new_value = '+8613000000000' WHERE field = 'phone'");
    }
    SECTION("who asked")
    {
        forge("UPDATE requests SET requested_by = 1");
    }
    SECTION("an approval that nobody signed")
    {
        forge("UPDATE requests SET state = 'approved', decided_by = 1, decided_seq = asked_seq");
    }
    SECTION("an approval without any entry")
    {
        forge("UPDATE requests SET state = 'approved', decided_by = 1");
    }
    SECTION("the base version")
    {
        forge("UPDATE requests SET base_version = 7");
    }
    SECTION("another client's record")
    {
        const Client other = office.client(li, {{Field::Name, QStringLiteral("别家")}});
        forge("UPDATE requests SET client_pk = 2");
        REQUIRE(other.pk == ClientPk{2});
    }
    Progress progress;
    const auto problems = done(admin.requests.check(progress));
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().request == asked);
    CHECK_FALSE(problems.front().message.isEmpty());
}

TEST_CASE_METHOD(Waiting,
                 "a request about a client whose key is gone cannot be proved, which is said")
{
    forge("DELETE FROM client_keys");
    CHECK(failure(admin.requests.show(asked)) == ErrorCode::Corrupt);
    CHECK(failure(wang.requests.decide(asked, Decision::approval({Field::Phone})))
          == ErrorCode::Corrupt);
}
