#include "core/approval/ApprovalOffice.h"

using namespace approvaltest;

namespace {

/// A company that Li of the North owns, with Wang at its head, and somebody of the South.
struct Scene
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& zhao = office.person("zhao", Role::Manager, "South");
    Person& sun = office.person("sun", Role::Sales, "South");
    Person& service = office.person("service", Role::Service);
    Person& auditor = office.person("auditor", Role::Auditor);
    Client client = office.client(li,
                                  {{Field::Name, QStringLiteral("苏州元诚科技有限公司")},
                                   {Field::Phone, QStringLiteral("13800138000")},
                                   {Field::Contact, QStringLiteral("陈静")}});

    Request request(RequestPk pk)
    {
        return done(RequestStore(office.connection()).byPk(pk)).value().request;
    }
};

} // namespace

TEST_CASE_METHOD(Scene, "a data administrator's changes wait for nobody")
{
    const auto outcome
        = done(admin.changes.update(client.id(),
                                    {{Field::Phone, newPhone},
                                     {Field::Name, QStringLiteral("苏州元成科技有限公司")},
                                     {Field::Tags, QStringLiteral("vip")}}));
    CHECK(outcome.applied == std::vector{Field::Name, Field::Phone, Field::Tags});
    CHECK(outcome.requests.empty());
    CHECK(outcome.version == 2);
    CHECK(office.value(client, Field::Phone) == newStored);
}

TEST_CASE_METHOD(
    Scene,
    "what a salesperson may not decide becomes a request, the rest is applied in the same use case")
{
    const std::int64_t before = office.logEntries();
    const auto outcome
        = done(li.changes.update(client.id(),
                                 {{Field::Phone, newPhone}, {Field::Tags, QStringLiteral("vip")}},
                                 {.reason = QStringLiteral("called")}));
    CHECK(office.logEntries() == before + 1);
    CHECK(outcome.applied == std::vector{Field::Tags});
    REQUIRE(outcome.requests.size() == 1);
    CHECK(office.value(client, Field::Tags) == QStringLiteral("vip"));
    CHECK(office.value(client, Field::Phone) == oldPhone);

    const Request asked = request(outcome.requests.front());
    CHECK(asked.state == RequestState::Open);
    CHECK(asked.level == RequestLevel::Ordinary);
    CHECK(asked.baseVersion == outcome.version);
    CHECK(asked.reason == QStringLiteral("called"));
    CHECK(asked.requestedBy == li.session.user);
    CHECK(asked.department == li.session.department);
    CHECK(asked.changes
          == std::vector<RequestedChange>{
              {Field::Phone, oldPhone, newStored, RequestedChange::State::Open}});
}

TEST_CASE_METHOD(
    Scene, "ordinary and important fields are asked for apart, due after one and two working days")
{
    office.at(QDateTime(QDate(2026, 9, 30), QTime(15, 0), QTimeZone("Asia/Shanghai")));
    const auto outcome = done(li.changes.update(
        client.id(),
        {{Field::Name, QStringLiteral("苏州元成科技有限公司")}, {Field::Phone, newPhone}}));
    REQUIRE(outcome.requests.size() == 2);
    const Request ordinary = request(outcome.requests[0]);
    const Request important = request(outcome.requests[1]);
    CHECK(ordinary.level == RequestLevel::Ordinary);
    CHECK(important.level == RequestLevel::Important);
    CHECK(important.changes.size() == 1);
    // After the National Day: Thursday the 8th and Friday the 9th.
    CHECK(ordinary.dueAt.date() == QDate(2026, 10, 8));
    CHECK(important.dueAt.date() == QDate(2026, 10, 9));
    CHECK(important.dueAt.time() == QTime(7, 0)); // 15:00 in Shanghai
}

TEST_CASE_METHOD(Scene, "the office sets how many days it takes, and adds days off of its own")
{
    office.setting(QStringLiteral("approval.ordinary_days"), QStringLiteral("3"));
    office.setting(QStringLiteral("calendar.days"),
                   QStringLiteral("2026-11-26\toff\tmoving house"));
    const auto outcome = done(li.changes.update(client.id(), {{Field::Phone, newPhone}}));
    CHECK(request(outcome.requests.at(0)).dueAt.date()
          == QDate(2026, 11, 30)); // from Tuesday, Thursday off
}

TEST_CASE_METHOD(Scene, "to fill an empty field is never an important change")
{
    SECTION("a salesperson asks the head of the department for it")
    {
        const auto outcome
            = done(li.changes.update(client.id(), {{Field::Industry, QStringLiteral("I65")}}));
        CHECK(request(outcome.requests.at(0)).level == RequestLevel::Ordinary);
    }
    SECTION("the head of the department does it at once, and asks before changing it")
    {
        auto outcome
            = done(wang.changes.update(client.id(), {{Field::Industry, QStringLiteral("I65")}}));
        CHECK(outcome.applied == std::vector{Field::Industry});
        outcome
            = done(wang.changes.update(client.id(), {{Field::Industry, QStringLiteral("C39")}}));
        CHECK(outcome.applied.empty());
        CHECK(request(outcome.requests.at(0)).level == RequestLevel::Important);
    }
}

TEST_CASE_METHOD(Scene, "a manager decides contact details of his own department only")
{
    CHECK(done(wang.changes.update(client.id(), {{Field::Phone, newPhone}})).applied
          == std::vector{Field::Phone});
    const auto outcome
        = done(zhao.changes.update(client.id(), {{Field::Phone, QStringLiteral("13711112222")}}));
    CHECK(outcome.applied.empty());
    CHECK(request(outcome.requests.at(0)).level == RequestLevel::Ordinary);
}

TEST_CASE_METHOD(Scene, "who may not even ask is denied, and nothing of the edit is applied")
{
    CHECK(failure(sun.changes.update(client.id(), {{Field::Phone, newPhone}}))
          == ErrorCode::Denied);
    CHECK(failure(auditor.changes.update(client.id(), {{Field::Phone, newPhone}}))
          == ErrorCode::Denied);
    CHECK(failure(service.changes.update(
              client.id(), {{Field::Phone, newPhone}, {Field::Notes, QStringLiteral("x")}}))
          == ErrorCode::Denied);
    CHECK(office.now(client).version == 1);
    CHECK(done(admin.requests.list({})).empty());
    // Service may ask for contact details of anybody's client.
    CHECK(done(service.changes.update(client.id(), {{Field::Phone, newPhone}})).requests.size()
          == 1);
}

TEST_CASE_METHOD(Scene, "a broken rule refuses the whole edit with its findings")
{
    const auto outcome = done(li.changes.update(
        client.id(),
        {{Field::Email, QStringLiteral("nobody")}, {Field::Tags, QStringLiteral("vip")}}));
    REQUIRE(outcome.refusal);
    CHECK(outcome.refusal->code == ErrorCode::Invalid);
    REQUIRE(outcome.findings.size() == 1);
    CHECK(outcome.findings.front().rule == QStringLiteral("no_at"));
    CHECK(office.now(client).version == 1);
    CHECK(done(admin.requests.list({})).empty());
    CHECK(done(admin.changes.update(client.id(), {{Field::Name, QStringLiteral("  ")}})).refusal);
}

TEST_CASE_METHOD(Scene, "a value that was broken before does not stop an edit of another field")
{
    const Client imported = office.client(
        li, {{Field::Name, QStringLiteral("旧数据")}, {Field::Email, QStringLiteral("nobody")}});
    const auto outcome
        = done(li.changes.update(imported.id(), {{Field::Tags, QStringLiteral("old")}}));
    CHECK_FALSE(outcome.refusal);
    CHECK(outcome.applied == std::vector{Field::Tags});
}

TEST_CASE_METHOD(
    Scene, "with the values that the person saw only a change of the same field is a conflict")
{
    REQUIRE(admin.changes.update(client.id(), {{Field::Notes, QStringLiteral("by admin")}}));
    CHECK(done(admin.changes.update(client.id(), {{Field::Phone, newPhone, oldPhone}})).applied
          == std::vector{Field::Phone});
    const auto refused = done(admin.changes.update(
        client.id(), {{Field::Notes, QStringLiteral("by another"), QString{}}}));
    REQUIRE(refused.refusal);
    CHECK(refused.refusal->code == ErrorCode::Conflict);
    REQUIRE(refused.conflicts.size() == 1);
    CHECK(refused.conflicts.front().base == QString());
    CHECK(refused.conflicts.front().theirs == QStringLiteral("by admin"));
    // A form sends every field; what the person left as it was is no edit, whatever stands there
    // now.
    CHECK(done(admin.changes.update(
                   client.id(),
                   {{Field::Notes, {}, QString{}}, {Field::Tags, QStringLiteral("a"), QString{}}}))
              .applied
          == std::vector{Field::Tags});
    CHECK(office.value(client, Field::Notes) == QStringLiteral("by admin"));
}

TEST_CASE_METHOD(Scene, "places are completed in a change as in a new record")
{
    const auto set = [this](std::vector<FieldEdit> edits) {
        done(admin.changes.update(client.id(), std::move(edits)));
    };
    set({{Field::Street, QStringLiteral("江苏省苏州市虎丘区狮山路1号")}});
    CHECK(office.value(client, Field::District) == QStringLiteral("虎丘区"));
    CHECK(office.value(client, Field::Street) == QStringLiteral("狮山路1号"));
    set({{Field::Province, QStringLiteral("浙江")}, {Field::City, QStringLiteral("杭州")}});
    CHECK(office.value(client, Field::Province) == QStringLiteral("浙江省"));
    CHECK(office.value(client, Field::City) == QStringLiteral("杭州市"));
    // What somebody empties stays empty, though the city would say it.
    set({{Field::Province, QString()}});
    CHECK(office.value(client, Field::Province).isEmpty());
    CHECK(office.value(client, Field::City) == QStringLiteral("杭州市"));
    // Where all places are emptied, the street keeps those it names.
    set({{Field::Province, QString()},
         {Field::City, QString()},
         {Field::District, QString()},
         {Field::Street, QStringLiteral("北京市朝阳区建国路88号")}});
    CHECK(office.value(client, Field::City).isEmpty());
    CHECK(office.value(client, Field::Street) == QStringLiteral("北京市朝阳区建国路88号"));
    // A place of another country is not one of the same name here.
    set({{Field::Country, QStringLiteral("KR")}, {Field::Street, QStringLiteral("苏州市大街7号")}});
    CHECK(office.value(client, Field::Province).isEmpty());
    CHECK(office.value(client, Field::Street) == QStringLiteral("苏州市大街7号"));
}

TEST_CASE_METHOD(Scene, "an edit that changes nothing leaves no trace")
{
    const std::int64_t before = office.logEntries();
    const auto outcome
        = done(li.changes.update(client.id(), {{Field::Phone, QStringLiteral("138 0013 8000")}}));
    CHECK(outcome.applied.empty());
    CHECK(outcome.requests.empty());
    CHECK(outcome.version == 1);
    CHECK(office.logEntries() == before);
}

TEST_CASE_METHOD(Scene, "asking again for the same leads to the same request")
{
    const auto first = done(li.changes.update(client.id(), {{Field::Phone, newPhone}}));
    const auto second = done(li.changes.update(client.id(), {{Field::Phone, newPhone}}));
    CHECK(first.requests == second.requests);
    const auto other
        = done(li.changes.update(client.id(), {{Field::Phone, QStringLiteral("13711112222")}}));
    CHECK(other.requests != first.requests);
}

TEST_CASE_METHOD(Scene, "what came back as outdated is asked for again on the record as it is now")
{
    const RequestPk first
        = done(li.changes.update(client.id(), {{Field::Phone, newPhone}})).requests.at(0);
    REQUIRE(admin.changes.update(client.id(), {{Field::Phone, QStringLiteral("13711112222")}}));
    CHECK(failure(wang.requests.decide(first, Decision::approval())) == ErrorCode::Conflict);
    CHECK(failure(sun.changes.askAgain(first)) == ErrorCode::Denied);

    const RequestPk second = done(li.changes.askAgain(first)).requests.at(0);
    CHECK(failure(li.changes.askAgain(second)) == ErrorCode::Invalid); // still open
    CHECK(request(second).changes.at(0).before == QStringLiteral("+8613711112222"));
    REQUIRE(wang.requests.decide(second, Decision::approval()));
    CHECK(office.value(client, Field::Phone) == newStored);
}

TEST_CASE_METHOD(
    Scene, "what an import asks for keeps the row it came from until it stands in the history")
{
    auto operation = done(Operation::begin(li.context, u"import"));
    REQUIRE(office.connection().execute(
        "INSERT INTO batches (kind, name, state, started_at, started_by)"
        " VALUES ('import', 'clients.csv', 'running', '', 1)"));
    Client current = office.now(client);
    UpdateOptions options;
    options.origin = QStringLiteral("row 17 of clients.csv");
    options.batch = BatchPk{office.connection().lastInsertId()};
    options.keepBrokenValues = true;
    const auto outcome = done(li.changes.updateIn(
        operation,
        current,
        {{Field::Email, QStringLiteral("nobody")}, {Field::Tags, QStringLiteral("imported")}},
        options));
    REQUIRE(operation.commit());
    CHECK_FALSE(outcome.refusal);
    CHECK(outcome.applied == std::vector{Field::Tags});

    REQUIRE(wang.requests.decide(outcome.requests.at(0), Decision::approval()));
    const auto history = done(HistoryStore(office.connection()).ofClient(client.pk));
    CHECK(history.at(0).origin == options.origin);
    CHECK(history.at(0).batch == options.batch);
    CHECK(history.at(1).action == QStringLiteral("import"));
    CHECK(office.now(client).findings == QStringList{QStringLiteral("email:no_at")});
}

TEST_CASE_METHOD(Scene,
                 "a client can only be given to an active user, whatever the case of the name")
{
    CHECK(failure(admin.changes.update(client.id(), {{Field::Owner, QStringLiteral("nobody")}}))
          == ErrorCode::Invalid);
    REQUIRE(admin.changes.update(client.id(), {{Field::Owner, QStringLiteral(" SUN ")}}));
    CHECK(office.now(client).owner == sun.session.user);
    office.disable(li);
    CHECK(failure(admin.changes.update(client.id(), {{Field::Owner, QStringLiteral("li")}}))
          == ErrorCode::Invalid);
}

TEST_CASE_METHOD(Scene, "what the program sets is not changed by an edit")
{
    for (const Field field : {Field::Id, Field::Status, Field::Version, Field::CreatedAt}) {
        CAPTURE(fieldName(field).toStdString());
        CHECK(failure(admin.changes.update(client.id(), {{field, QStringLiteral("1")}}))
              == ErrorCode::Invalid);
    }
    CHECK(failure(admin.changes.update({QStringLiteral("CUST209901010001")},
                                       {{Field::Tags, QStringLiteral("x")}}))
          == ErrorCode::NotFound);
}

TEST_CASE("an office with one user asks for nothing")
{
    ApprovalOffice office;
    Person& li = office.person("li", Role::Manager);
    const Client client = office.client(li, {{Field::Name, QStringLiteral("元诚")}});
    // Before the administrator left there was somebody to ask.
    CHECK(done(li.changes.update(client.id(), {{Field::Name, QStringLiteral("元成")}}))
              .requests.size()
          == 1);
    office.disable(*office.admin);
    const auto outcome
        = done(li.changes.update(client.id(), {{Field::Name, QStringLiteral("元成")}}));
    CHECK(outcome.requests.empty());
    CHECK(outcome.applied == std::vector{Field::Name});
}
