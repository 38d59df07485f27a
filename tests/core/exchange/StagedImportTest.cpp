// What a file that waits for approval is refused for, when it is given and when it is to come in.
#include "tests/core/approval/ApprovalOffice.h"
#include "tests/core/exchange/ExchangeFiles.h"
#include "tests/core/exchange/SameClient.h"

#include "core/exchange/StagedImports.h"

#include <QCryptographicHash>

using namespace exchangetest;
using namespace Qt::StringLiterals;
using approvaltest::ApprovalOffice;
using approvaltest::done;
using approvaltest::failure;
using approvaltest::Person;

namespace {

/// Imports that one person gives or decides.
struct StagingDesk
{
    StagingDesk(const ApprovalOffice& office, Person& owner)
        : person(owner)
        , staged({person.context, office.writer, office.check, samePhone, person.changes},
                 person.requests)
    {
        person.requests.setImports(&staged);
    }
    StagingDesk(const StagingDesk&) = delete;
    StagingDesk& operator=(const StagingDesk&) = delete;

    Result<StagedOutcome> give(const QString& path, DuplicateMode mode = DuplicateMode::Create)
    {
        Progress quiet;
        return staged.stage(
            {.source = {.path = path}, .duplicates = mode}, u"from the fair"_s, quiet);
    }

    Person& person;
    SamePhone samePhone;
    StagedImports staged;
};

/// Mei answers the phone and gives files, the administrator decides.
struct Staging
{
    ApprovalOffice office;
    StagingDesk admin{office, *office.admin};
    StagingDesk mei{office, office.person("mei", Role::Service)};
    Files files;
    const QByteArray table = "name,phone\nAcme Ltd,13800138000\nBeacon Ltd,13800138001\n";

    RequestPk given(const QByteArray& csv) { return done(mei.give(files.write(csv))).request; }
    Result<Request> approve(RequestPk pk)
    {
        return admin.person.requests.decide(pk, Decision::approval());
    }
    bool isOpen(RequestPk pk)
    {
        return done(RequestStore(office.connection()).byPk(pk)).value().request.state
            == RequestState::Open;
    }
    /// Waiting files can still be rejected, and are gone then.
    void checkIsRejectable(RequestPk pk)
    {
        CHECK(isOpen(pk));
        REQUIRE(admin.person.requests.decide(pk, Decision::rejection(u"give it again"_s)));
        CHECK(number("SELECT count(*) FROM staged_imports") == 0);
    }
    qint64 number(const char* sql)
    {
        return done(office.connection().statement(sql).one(
                        [](const Statement& row) { return row.int64(0); }))
            .value_or(-1);
    }
    void checkNothingCameIn()
    {
        CHECK(number("SELECT count(*) FROM clients") == 0);
        CHECK(number("SELECT count(*) FROM batches") == 0);
    }
    void checkIsSound()
    {
        Progress quiet;
        CHECK(done(admin.person.requests.check(quiet)).empty());
        CHECK(done(AuditChain(office.connection(), QByteArray(16, 'o')).verify(quiet))
                  .problems.empty());
    }
    void checkNothingWaits()
    {
        CHECK(number("SELECT count(*) FROM requests") == 0);
        CHECK(number("SELECT count(*) FROM staged_imports") == 0);
        CHECK_FALSE(QFile::exists(files.path(u"input.rejected.csv"_s)));
        checkNothingCameIn();
        checkIsSound();
    }
};

} // namespace

TEST_CASE_METHOD(Staging, "A file that waits comes in when it is approved, and only then")
{
    const RequestPk pk = given(table);
    checkNothingCameIn();
    CHECK(done(admin.staged.preview(pk, 20)).rows.size() == 2);
    REQUIRE(approve(pk));
    CHECK(number("SELECT count(*) FROM clients") == 2);
    CHECK(number("SELECT count(*) FROM staged_imports") == 0);
    checkIsSound();
}

TEST_CASE_METHOD(
    Staging,
    "Days of a file that waits are read as they were tried, though the row that told was rejected")
{
    const RequestPk pk = given("name,last contact\nAcme Ltd,03/04/2025\n,25/03/2025\n");
    const auto preview = done(admin.staged.preview(pk, 20));
    REQUIRE(preview.rows.size() == 1);
    CHECK(preview.rows.front().values.value(Field::LastContactAt) == u"2025-04-03");
    REQUIRE(approve(pk));
    CHECK(number("SELECT count(*) FROM clients WHERE last_contact_at = '2025-04-03'") == 1);
}

TEST_CASE_METHOD(Staging, "What cannot wait is refused, and nothing is asked for")
{
    SECTION("rows that become requests, where the file is one")
    {
        CHECK(failure(mei.give(files.write(table), DuplicateMode::Request))
              == ErrorCode::Unsupported);
    }
    SECTION("a table without a column of names")
    {
        const auto refused = mei.give(files.write("phone,city\n13800138000,Suzhou\n"));
        CHECK(failure(refused) == ErrorCode::Invalid);
        CHECK(refused.error().message.contains(u"COLUMN=name"));
    }
    SECTION("rows of which none has a name")
    {
        const auto refused = mei.give(files.write("name,phone\n,13800138000\n,13800138001\n"));
        CHECK(failure(refused) == ErrorCode::Invalid);
        CHECK(refused.error().message.contains(u"No row"));
    }
    SECTION("more than is kept")
    {
        const QByteArray row = "Acme," + QByteArray(900'000, 'x') + '\n';
        const auto rows = StagedImports::mostBytes / row.size() + 1;
        CHECK(failure(mei.give(files.write("name,notes\n" + row.repeated(rows))))
              == ErrorCode::Unsupported);
    }
    SECTION("a file of somebody whom nobody can approve")
    {
        office.disable(mei.person);
        CHECK(failure(admin.give(files.write(table + ",13800138002\n"))) == ErrorCode::Unsupported);
    }
    checkNothingWaits();
}

TEST_CASE_METHOD(Staging, "A file whose giver has left the office is only rejected")
{
    const RequestPk pk = given(table);
    office.disable(mei.person);
    CHECK(failure(approve(pk)) == ErrorCode::Invalid);
    checkNothingCameIn();
    checkIsRejectable(pk);
    checkIsSound();
}

TEST_CASE_METHOD(Staging, "Of a file that was decided nothing can be looked at any more")
{
    const RequestPk pk = given(table);
    checkIsRejectable(pk);
    CHECK(failure(mei.staged.preview(pk, 20)) == ErrorCode::NotFound);
    checkNothingCameIn();
    checkIsSound();
}

TEST_CASE_METHOD(Staging, "A waiting file that was changed past the program does not come in")
{
    const RequestPk pk = given(table);
    const QByteArray other = "name,phone\nCrook Ltd,13900139000\n";
    const QString itsSum
        = QString::fromLatin1(QCryptographicHash::hash(other, QCryptographicHash::Sha256).toHex());
    REQUIRE(office.connection()
                .statement("UPDATE staged_imports SET content = ?, sha256 = ?")
                .bindAll(qCompress(other), itsSum)
                .run());
    CHECK(failure(admin.staged.preview(pk, 20)) == ErrorCode::Corrupt);
    CHECK(failure(approve(pk)) == ErrorCode::Corrupt);
    checkNothingCameIn();
    checkIsRejectable(pk);
    checkIsSound();
}

TEST_CASE_METHOD(Staging, "A row kept by an earlier version that this one refuses stops the import")
{
    // What this version refuses it does not keep: the file is put where an earlier one would have.
    const QByteArray bytes = "\"name\",\"phone\"\n\"Acme Ltd\",\"13800138000\"\n\"\",\"1\"\n";
    StagedSummary summary;
    summary.file = u"old.csv"_s;
    summary.encoding = u"utf-8"_s;
    summary.bytes = bytes.size();
    summary.sha256
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    summary.mapping = uR"({"name":"name","phone":"phone"})"_s;
    summary.layout.headerRow = 0;
    summary.layout.headers = QStringList{u"name"_s, u"phone"_s};
    Request wanted;
    wanted.kind = RequestKind::Import;
    wanted.payload = summary.toJson();
    auto operation = done(Operation::begin(mei.person.context, u"import.stage"));
    const RequestPk pk = done(mei.person.changes.ask(operation, wanted));
    REQUIRE(office.connection()
                .statement("INSERT INTO staged_imports (request_pk, content, sha256)"
                           " VALUES (?, ?, ?)")
                .bindAll(pk, qCompress(bytes), summary.sha256)
                .run());
    REQUIRE(operation.commit());

    const auto approved = approve(pk);
    CHECK(failure(approved) == ErrorCode::Invalid);
    CHECK(approved.error().message.contains(u"Row 3"));
    checkNothingCameIn();
    checkIsRejectable(pk);
    checkIsSound();
}

TEST_CASE_METHOD(Staging, "A waiting file does not replace what was saved after it was given")
{
    const Client client = office.client(
        *office.admin,
        {{Field::Name, u"Acme Ltd"_s}, {Field::Phone, u"13800138000"_s}, {Field::Tags, u"a"_s}});
    const QByteArray csv
        = "id,name,phone,tags\n" + client.id().value.toUtf8() + ",Acme Ltd,13900139000,file\n";
    const RequestPk pk = done(mei.give(files.write(csv), DuplicateMode::Update)).request;
    const auto saveMeanwhile = [this, &client](Field field, const QString& text) {
        REQUIRE(office.admin->changes.update(client.id(), {{field, text}}));
    };
    SECTION("the same field: it goes back, and nothing of it comes in")
    {
        saveMeanwhile(Field::Phone, u"13700137000"_s);
        CHECK(failure(approve(pk)) == ErrorCode::Conflict);
        CHECK(office.value(client, Field::Phone) == u"+8613700137000");
        CHECK(office.value(client, Field::Tags) == u"a");
        CHECK(done(RequestStore(office.connection()).byPk(pk))->request.state
              == RequestState::Outdated);
    }
    SECTION("other fields, and lists that grow: it comes in")
    {
        saveMeanwhile(Field::Street, u"Mill Lane 3"_s);
        saveMeanwhile(Field::Tags, u"a;by hand"_s);
        REQUIRE(approve(pk));
        CHECK(office.value(client, Field::Phone) == u"+8613900139000");
        CHECK(office.value(client, Field::Street) == u"Mill Lane 3");
        CHECK(office.value(client, Field::Tags) == u"a;by hand;file");
    }
    checkIsSound();
}

TEST_CASE_METHOD(Staging,
                 "What was settled and corrected row by row comes in so when the file is approved")
{
    const auto known = [this](const QString& name, const QString& phone) {
        return office.client(*office.admin, {{Field::Name, name}, {Field::Phone, phone}});
    };
    const Client acme = known(u"Acme Ltd"_s, u"13800138000"_s);
    const Client beacon = known(u"Beacon Ltd"_s, u"13800138001"_s);
    const Client cedar = known(u"Cedar Ltd"_s, u"13800138002"_s);
    ImportOptions options;
    options.source.path = files.write("name,phone,website\n"
                                      "Acme Ltd,13800138000,https://acme.example\n"
                                      "Beacon Branch,13800138001,\n"
                                      "Cedar Ltd,13800138002,https://cedar.example\n"
                                      "Elm Ltd,13800138004,\n"
                                      ",13800138003,\n");
    options.duplicates = DuplicateMode::Skip;
    options.choices
        = {{2, DuplicateMode::Update}, {3, DuplicateMode::Create}, {5, DuplicateMode::Skip}};
    options.source.fixes = {{6, {{0, u"Dover Ltd"_s}}}};
    Progress quiet;
    const StagedOutcome outcome = done(mei.staged.stage(options, u"from the fair"_s, quiet));
    CHECK(outcome.trial.counts.created == 2);
    CHECK(outcome.trial.counts.updated == 1);
    REQUIRE(approve(outcome.request));
    CHECK(office.value(acme, Field::Website) == u"https://acme.example");
    CHECK(office.value(cedar, Field::Website).isEmpty()); // Skip, as all that nobody settled
    CHECK(number("SELECT count(*) FROM clients WHERE phone = '+8613800138001'") == 2);
    CHECK(number("SELECT count(*) FROM clients WHERE name = 'Dover Ltd'") == 1);
    CHECK(number("SELECT count(*) FROM clients WHERE name = 'Elm Ltd'") == 0); // left out by hand
    CHECK(office.value(beacon, Field::Name) == u"Beacon Ltd");
    checkIsSound();
}

TEST_CASE_METHOD(Staging, "What is not kept of a row does not make a total or a heading of it")
{
    // Without their colour the first would be a sum, and the second the heading once more.
    const RequestPk pk = given("name,postcode,shoe colour\nTotal,75001,red\n"
                               "name,postcode,blue\nAcme Ltd,75002,green\n");
    REQUIRE(approve(pk));
    CHECK(number("SELECT count(*) FROM clients") == 3);
    checkIsSound();
}
