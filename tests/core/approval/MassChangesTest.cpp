#include "core/approval/MassChanges.h"

#include "core/approval/ApprovalOffice.h"

#include <string>

using namespace approvaltest;

namespace {

/// Somebody presses Stop while this client is changed.
class StopAt final : public ClientCheck
{
public:
    [[nodiscard]] Findings check(const ClientValues& values) const override
    {
        if (values.value(Field::Name) == QLatin1String("Company 200")) {
            stop.request_stop();
        }
        return {};
    }
    mutable std::stop_source stop;
};

/// Li of the North with three clients, one of them archived; Sun of the South with one.
struct Crowd
{
    ApprovalOffice office;
    Person& admin = *office.admin;
    Person& li = office.person("li", Role::Sales, "North");
    Person& chen = office.person("chen", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Manager, "North");
    Person& zhao = office.person("zhao", Role::Manager, "South");
    Person& sun = office.person("sun", Role::Sales, "South");
    Person& service = office.person("service", Role::Service);
    Person& auditor = office.person("auditor", Role::Auditor);
    Client first = client(li, "Acme", "Suzhou");
    Client second = client(li, "Beta", "Shanghai");
    Client archived = client(li, "Gamma", "Suzhou");
    Client other = client(sun, "Delta", "Suzhou");

    Crowd()
    {
        auto operation = Operation::begin(admin.context, u"client.archive");
        REQUIRE(operation);
        Provenance provenance;
        provenance.action = QStringLiteral("archive");
        REQUIRE(office.writer.setStatus(
            *operation, archived, QStringLiteral("archived"), {}, provenance));
        REQUIRE(operation->commit());
    }

    Client client(const Person& owner, const char* name, const char* city)
    {
        return office.client(
            owner,
            {{Field::Name, QString::fromLatin1(name)}, {Field::City, QString::fromLatin1(city)}});
    }

    template <typename Wanted>
    Result<MassOutcome> run(Person& who,
                            Result<MassOutcome> (MassChanges::*step)(const Wanted&, Progress&),
                            const Wanted& wanted)
    {
        const ClientQueries queries(who.context);
        MassChanges changes(who.context, office.writer, queries, who.changes);
        Progress progress;
        return (changes.*step)(wanted, progress);
    }

    Result<MassOutcome>
    handOver(Person& who, const QString& from, const QString& to, const QString& filter = {})
    {
        const Handover wanted{from, to, filter, QStringLiteral("moves away"), QStringLiteral("x")};
        return run(who, &MassChanges::handOver, wanted);
    }

    Result<MassOutcome>
    tag(Person& who, const QString& filter, const QStringList& add, const QStringList& remove = {})
    {
        TagChange wanted;
        wanted.filter = filter;
        wanted.add = add;
        wanted.remove = remove;
        return run(who, &MassChanges::tag, wanted);
    }

    QString owner(const Client& client) { return office.value(client, Field::Owner); }
    QString tags(const Client& client) { return office.value(client, Field::Tags); }
};

QString word(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

TEST_CASE_METHOD(Crowd, "all clients of a colleague go to another in one entry of the log")
{
    office.disable(li);
    const std::int64_t entries = office.logEntries();
    const MassOutcome moved = done(handOver(admin, word("LI "), word("chen")));
    CHECK(moved.clients == 3);
    CHECK(moved.changed == 3);
    CHECK(moved.batch);
    CHECK(office.logEntries() == entries + 1);
    CHECK(owner(first) == word("chen"));
    CHECK(owner(second) == word("chen"));
    CHECK(owner(archived) == word("chen"));
    CHECK(owner(other) == word("sun"));
    CHECK(office.now(first).owner == chen.session.user);

    const auto history = done(HistoryStore(office.connection()).ofClient(first.pk));
    REQUIRE(history.size() == 2);
    CHECK(history.front().action == word("reassign"));
    CHECK(history.front().reason == word("moves away"));
    CHECK(history.front().origin == word("x"));
    CHECK(history.front().changes == ChangeSet{{Field::Owner, word("li"), word("chen")}});
}

TEST_CASE_METHOD(Crowd,
                 "a second handover gives back what the first gave, and only that colleague's")
{
    done(handOver(admin, word("li"), word("sun")));
    const MassOutcome back = done(handOver(admin, word("sun"), word("li")));
    CHECK(back.changed == 4); // Delta too: it was Sun's
    CHECK(owner(first) == word("li"));
    CHECK(owner(other) == word("li"));
    CHECK(done(handOver(admin, word("sun"), word("li"))).changed == 0);
}

TEST_CASE_METHOD(Crowd,
                 "a filter names which of the clients go; archived ones only where it says so")
{
    CHECK(done(handOver(admin, word("li"), word("chen"), word("city=Suzhou"))).changed == 1);
    CHECK(owner(first) == word("chen"));
    CHECK(owner(second) == word("li"));
    CHECK(owner(archived) == word("li"));
    CHECK(done(handOver(admin, word("li"), word("chen"), word("status=archived"))).changed == 1);
    CHECK(owner(archived) == word("chen"));
    CHECK(failure(handOver(admin, word("li"), word("chen"), word("(city="))) == ErrorCode::Invalid);
}

TEST_CASE_METHOD(Crowd, "a head gives away clients of the own department; others are refused whole")
{
    CHECK(failure(handOver(zhao, word("li"), word("sun"))) == ErrorCode::Denied);
    CHECK(failure(handOver(li, word("li"), word("chen"))) == ErrorCode::Denied);
    CHECK(failure(handOver(service, word("li"), word("chen"))) == ErrorCode::Denied);
    CHECK(failure(handOver(auditor, word("li"), word("chen"))) == ErrorCode::Denied);
    CHECK(owner(first) == word("li"));
    CHECK(done(handOver(wang, word("li"), word("chen"))).changed == 3);
}

TEST_CASE_METHOD(Crowd,
                 "a handover to nobody, to the same person or to one without access is refused")
{
    office.disable(chen);
    CHECK(failure(handOver(admin, word("li"), word("chen"))) == ErrorCode::Invalid);
    CHECK(failure(handOver(admin, word("li"), word("nobody"))) == ErrorCode::Invalid);
    CHECK(failure(handOver(admin, word("li"), word("Li"))) == ErrorCode::Invalid);
    CHECK(failure(handOver(admin, word("nobody"), word("li"))) == ErrorCode::NotFound);
}

TEST_CASE_METHOD(Crowd, "how many a handover would give is known before, to those who may see them")
{
    const auto count = [this](Person& who, const QString& filter) {
        const ClientQueries queries(who.context);
        const MassChanges changes(who.context, office.writer, queries, who.changes);
        return changes.countOf({word("li"), {}, filter, {}, {}});
    };
    CHECK(done(count(admin, {})) == 3);
    CHECK(done(count(wang, word("city=Suzhou"))) == 1);
    CHECK(failure(count(sun, {})) == ErrorCode::Denied);
}

TEST_CASE_METHOD(Crowd, "a stopped handover changes nothing")
{
    for (int i = 0; i < 200; ++i) {
        client(li, "Many", "Suzhou");
    }
    const std::int64_t entries = office.logEntries();
    std::stop_source stop;
    stop.request_stop();
    Progress progress({}, stop.get_token());
    const ClientQueries queries(admin.context);
    MassChanges changes(admin.context, office.writer, queries, admin.changes);
    CHECK(failure(changes.handOver({word("li"), word("chen"), {}, {}, {}}, progress))
          == ErrorCode::Cancelled);
    CHECK(owner(first) == word("li"));
    CHECK(office.logEntries() == entries);
}

TEST_CASE_METHOD(Crowd, "tags are put on and taken off many clients in one entry of the log")
{
    const std::int64_t entries = office.logEntries();
    MassOutcome tagged = done(tag(admin, word("city=Suzhou"), {word("VIP"), word("spring；fair")}));
    CHECK(tagged.clients == 2);
    CHECK(tagged.changed == 2);
    CHECK(office.logEntries() == entries + 1);
    CHECK(tags(first) == word("VIP;spring;fair"));
    CHECK(tags(second).isEmpty());

    tagged = done(tag(admin, {}, {word("new")}, {word("VIP"), word("never")}));
    CHECK(tagged.changed == 3);
    CHECK(tags(first) == word("spring;fair;new"));
    CHECK(tags(second) == word("new"));
    // What is so already is no change, and makes no entry.
    CHECK_FALSE(done(tag(admin, {}, {word("new")})).batch);
    CHECK(office.logEntries() == entries + 2);
}

TEST_CASE_METHOD(Crowd, "tags leave out clients that the person may not change, and say how many")
{
    MassOutcome tagged = done(tag(wang, word("city=Suzhou"), {word("VIP")}));
    CHECK(tagged.clients == 2);
    CHECK(tagged.changed == 1);
    CHECK(tagged.notAllowed == 1);
    CHECK(tags(other).isEmpty());

    TagChange chosen;
    chosen.chosen = std::vector{first.pk, other.pk};
    chosen.add = QStringList{word("mine")};
    tagged = done(run(li, &MassChanges::tag, chosen));
    CHECK(tagged.changed == 1);
    CHECK(tagged.notAllowed == 1);

    CHECK(failure(tag(service, {}, {word("x")})) == ErrorCode::Denied);
    CHECK(failure(tag(auditor, {}, {word("x")})) == ErrorCode::Denied);
    CHECK(failure(tag(admin, {}, {word(" ; ")})) == ErrorCode::Invalid);
    CHECK(failure(tag(admin, {}, {word("x")}, {word("x")})) == ErrorCode::Invalid);
}

TEST_CASE_METHOD(
    Crowd, "on a shared office many changes are slices of one batch; stopped, what is saved stays")
{
    constexpr int many = 300;
    for (int i = 0; i < many; ++i) {
        client(li, qPrintable(QStringLiteral("Company %1").arg(i)), "Wuhan");
    }
    admin.context.longestSlice = std::chrono::milliseconds(1);
    const auto entries = [this](const char* action) {
        return done(office.connection()
                        .statement("SELECT count(*) FROM audit_entries WHERE action = ?")
                        .bindAll(QLatin1StringView(action))
                        .one([](const Statement& row) { return row.int64(0); }))
            .value_or(-1);
    };
    const auto tagged = [this] {
        return done(office.connection()
                        .statement("SELECT count(*) FROM clients WHERE tags <> ''")
                        .one([](const Statement& row) { return row.int64(0); }))
            .value_or(-1);
    };

    SECTION("tags")
    {
        const MassOutcome outcome
            = done(tag(admin, QStringLiteral("city=Wuhan"), {QStringLiteral("VIP")}));
        CHECK(outcome.changed == many);
        CHECK(tagged() == many);
        CHECK(entries("tag") > 2);
    }
    SECTION("a handover")
    {
        CHECK(done(handOver(admin, QStringLiteral("li"), QStringLiteral("chen"))).changed
              == many + 3);
        CHECK(entries("reassign") > 2);
    }
    SECTION("a handover that is not allowed is refused before anything is saved")
    {
        wang.context.longestSlice = std::chrono::milliseconds(1);
        client(sun, "Elsewhere", "Wuhan");
        CHECK(failure(handOver(wang, QStringLiteral("sun"), QStringLiteral("chen")))
              == ErrorCode::Denied);
        CHECK(entries("reassign") == 0);
    }
    SECTION("stopped")
    {
        StopAt check;
        const ClientWriter writer({}, &check);
        const ClientQueries queries(admin.context);
        MassChanges changes(admin.context, writer, queries, admin.changes);
        Progress progress({}, check.stop.get_token());
        TagChange wanted;
        wanted.filter = QStringLiteral("city=Wuhan");
        wanted.add = {QStringLiteral("VIP")};
        const auto stopped = changes.tag(wanted, progress);
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        CHECK(stopped.error().message.contains(QStringLiteral("stays")));
        CHECK(tagged() > 0);
        CHECK(tagged() < many);
        Progress quiet;
        CHECK(done(changes.tag(wanted, quiet)).clients == many);
        CHECK(tagged() == many);
    }
}

TEST_CASE_METHOD(Crowd, "some chosen clients go to one owner, whosever they were")
{
    const auto assign = [this](Person& who, const std::vector<Client>& clients, const char* to) {
        OwnerChange wanted;
        for (const Client& client : clients) {
            wanted.chosen.push_back(client.pk);
        }
        wanted.to = word(to);
        wanted.reason = word("new region");
        return run(who, &MassChanges::assign, wanted);
    };
    const std::int64_t entries = office.logEntries();
    const MassOutcome moved = done(assign(admin, {first, other}, "chen"));
    CHECK(moved.changed == 2);
    CHECK(moved.asked == 0);
    CHECK(office.logEntries() == entries + 1);
    CHECK(owner(first) == word("chen"));
    CHECK(owner(other) == word("chen"));
    CHECK(owner(second) == word("li"));

    // What a salesperson may only ask for waits, one request for each; a stranger's is left out.
    const Client stranger = client(sun, "Epsilon", "Suzhou");
    const MassOutcome asked = done(assign(li, {second, archived, stranger}, "chen"));
    CHECK(asked.changed == 0);
    CHECK(asked.asked == 2);
    CHECK(asked.notAllowed == 1);
    CHECK(owner(second) == word("li"));
    CHECK(failure(assign(auditor, {second}, "chen")) == ErrorCode::Denied);
    CHECK(failure(assign(admin, {second}, "nobody")) == ErrorCode::Invalid);
    CHECK(done(assign(admin, {first}, "chen")).changed == 0); // his already

    std::vector<Client> many;
    for (std::size_t i = 0; i <= MassChanges::mostAsked; ++i) {
        many.push_back(client(li, "Many", "Suzhou"));
    }
    CHECK(failure(assign(li, many, "chen")) == ErrorCode::Invalid);
}

TEST_CASE_METHOD(Crowd, "requests that were made are told of where a later one cannot be made")
{
    const Client last = client(li, "Zeta", "Suzhou");
    const std::string fault
        = "CREATE TEMP TRIGGER full BEFORE INSERT ON requests WHEN NEW.client_pk = "
        + std::to_string(last.pk.value) + " BEGIN SELECT RAISE(ABORT, 'full'); END";
    REQUIRE(office.connection().execute(fault));
    OwnerChange wanted;
    wanted.to = QStringLiteral("chen");
    wanted.reason = QStringLiteral("new region");

    wanted.chosen = {first.pk, second.pk, last.pk};
    const MassOutcome asked = done(run(li, &MassChanges::assign, wanted));
    CHECK(asked.asked == 2);
    CHECK(asked.left == 1);
    REQUIRE(asked.problem);
    CHECK_FALSE(asked.problem->message.isEmpty());

    wanted.chosen = {last.pk};
    const auto none = run(li, &MassChanges::assign, wanted); // nothing was saved: an error
    REQUIRE_FALSE(none);

    REQUIRE(office.connection().execute("DROP TRIGGER full"));
    CHECK(done(run(li, &MassChanges::assign, wanted)).asked == 1);
}
