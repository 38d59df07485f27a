// The table of rights in an office: changed under log, in force at once, for people who are logged in, too; forged.
#include "RoleWalk.h"

#include "core/storage/Statement.h"

#include <catch2/generators/catch_generators.hpp>

using namespace rolewalk;

namespace {

ErrorCode codeOf(const Result<Policy>& result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

std::int64_t entries(Office& office)
{
    return need(office.context()
                    .reader
                    .statement("SELECT count(*) FROM audit_entries WHERE action = 'policy.change'")
                    .one([](const Statement& row) { return row.int64(0); }))
        .value_or(-1);
}

std::vector<IntegrityProblem> problems(Office& office)
{
    Progress quiet;
    return need(office.check(quiet));
}

} // namespace

TEST_CASE("a changed right holds at once for people who are logged in, in the transaction and at "
          "the next read")
{
    WalkOffice walk;
    Office& service = *walk.desk(Role::Service).office;
    const Client client = walk.client(walk.desk(Role::Sales).session);
    const auto tag = [&] {
        return service.changes().update(client.id(),
                                        {{Field::Tags, u"tag%1"_s.arg(walk.next()), {}}});
    };
    CHECK(answerOf(tag()) == Verdict::Denied);
    need(walk.admin().policy().set(Role::Service, Action::ChangeFree, {Scope::All, Scope::None}));
    CHECK(answerOf(tag()) == Verdict::Allowed);
    need(walk.admin().policy().reset(Role::Service, Action::ChangeFree));
    CHECK(answerOf(tag()) == Verdict::Denied);

    need(walk.admin().policy().set(Role::Service, Action::SeeAll, {Scope::All, Scope::None}));
    CHECK_FALSE(need(service.clients().show(client.id())).values.has(Field::Notes));
    need(service.refresh()); // the window does it before each job, dossierctl before each command
    CHECK(need(service.clients().show(client.id())).values.has(Field::Notes));
    CHECK(problems(walk.admin()).empty());
}

TEST_CASE("an export that was begun before the right was taken away ends without a file")
{
    WalkOffice walk;
    Office& manager = *walk.desk(Role::Manager).office;
    walk.client(walk.desk(Role::Manager).session);
    const QString path = walk.path(u"out.csv"_s);
    int steps = 0;
    Progress taking([&](const QString&, std::int64_t, std::int64_t) {
        if (steps++ == 0) {
            need(walk.admin().policy().set(Role::Manager, Action::Export, {}));
        }
    });
    ExportOptions options;
    options.path = path;
    auto written = manager.exporter().run(options, taking);
    REQUIRE(steps > 0);
    CHECK(answerOf(written) == Verdict::Denied);
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("each change is one entry with old and new; what changes nothing has none")
{
    WalkOffice walk;
    PolicyService& policy = walk.admin().policy();
    const Grant own{Scope::Own, Scope::None};
    need(policy.set(Role::Manager, Action::Export, own));
    need(policy.set(Role::Manager, Action::Export, own));
    CHECK(entries(walk.admin()) == 1);
    need(policy.set(Role::Sales, Action::ChangeFree, {}));
    const Policy back = need(policy.resetAll());
    CHECK(back == Policy::shipped());
    need(policy.resetAll());
    CHECK(entries(walk.admin()) == 3);
    CHECK(need(policy.current()) == Policy::shipped());
    CHECK(problems(walk.admin()).empty());
}

TEST_CASE("two administrators who change one cell: the second learns of the first")
{
    WalkOffice walk;
    const Grant shipped = Policy::shipped().grant(Role::Manager, Action::Export);
    PolicyService& first = walk.admin().policy();
    PolicyService& second = walk.desk(Role::DataAdmin).office->policy();
    need(first.set(Role::Manager, Action::Export, {}, shipped));
    CHECK(codeOf(second.set(Role::Manager, Action::Export, {Scope::Own, Scope::None}, shipped))
          == ErrorCode::Conflict);
    CHECK(codeOf(second.set(Role::Sales, Action::AddActivities, {})) == ErrorCode::Unsupported);
    CHECK(codeOf(second.set(Role::Auditor, Action::Merge, {Scope::All, Scope::None}))
          == ErrorCode::Invalid);
}

TEST_CASE("a table of rights that was written past the program is found by the check")
{
    WalkOffice walk;
    need(walk.admin().policy().set(Role::Manager, Action::Export, {Scope::Own, Scope::None}));
    REQUIRE(problems(walk.admin()).empty());
    const char* sql = GENERATE(
        "UPDATE settings SET value = 'export sales all/none', version = 9 WHERE name = 'policy'",
        "DELETE FROM settings WHERE name = 'policy'");
    need(walk.admin().context().writer.statement(std::string_view(sql)).run());
    const auto found = problems(walk.admin());
    REQUIRE(found.size() == 1);
    CHECK(found.front().where.contains(u"policy"_s));
}

TEST_CASE("a table of rights that nobody in the program wrote is found, too")
{
    WalkOffice walk;
    need(walk.admin()
             .context()
             .writer
             .statement(
                 "INSERT INTO settings (name, value) VALUES ('policy', 'export sales own/none')")
             .run());
    const auto found = problems(walk.admin());
    REQUIRE(found.size() == 1);
    CHECK(found.front().where.contains(u"policy"_s));
}

TEST_CASE("another department is given under log, and holds for whoever is logged in after the "
          "next login")
{
    WalkOffice walk;
    Office& manager = *walk.desk(Role::Manager).office;
    const Client client = walk.client(walk.desk(Role::Sales).session); // of North
    const auto tag = [&] {
        return manager.changes().update(client.id(),
                                        {{Field::Tags, u"tag%1"_s.arg(walk.next()), {}}});
    };
    CHECK(answerOf(tag()) == Verdict::Allowed);
    UserService& users = walk.admin().users();
    auto stale = users.setDepartment(u"sales"_s, u"South"_s, u"West"_s);
    REQUIRE_FALSE(stale);
    CHECK(stale.error().code == ErrorCode::Conflict);
    const User moved = need(users.setDepartment(u"sales"_s, u"South"_s, u"North"_s));
    CHECK(moved.departmentName == u"South"_s);
    CHECK(answerOf(tag()) == Verdict::Denied); // the record went with its owner
    // Whoever was moved acts no more on the department that he had.
    Office& sales = *walk.desk(Role::Sales).office;
    CHECK(answerOf(
              sales.changes().update(client.id(), {{Field::Tags, u"tag%1"_s.arg(walk.next()), {}}}))
          == Verdict::Denied);
    CHECK(need(users.setDepartment(u"sales"_s, u" "_s)).departmentName.isEmpty());
    CHECK(answerOf(tag()) == Verdict::Allowed); // of no department: every manager's
    auto unknown = users.setDepartment(u"nobody"_s, u"South"_s);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::NotFound);
    CHECK(problems(walk.admin()).empty());
}

TEST_CASE("an office with a single active user says so")
{
    WalkOffice walk;
    CHECK_FALSE(need(walk.admin().policy().hasSoleUser()));
    need(walk.admin()
             .context()
             .writer.statement("UPDATE users SET state = 'disabled' WHERE name <> 'admin'")
             .run());
    CHECK(need(walk.admin().policy().hasSoleUser()));
}
