// The table of what a role may do: as it ships against the design, its limits, and what becomes of a text of it.
#include "core/security/Policy.h"

#include "core/security/Permissions.h"
#include "core/security/Session.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

Policy changed(const Policy& policy, Role role, Action action, Grant grant)
{
    auto next = policy.with(role, action, grant);
    if (!next) {
        FAIL(next.error().message.toStdString());
    }
    return *next;
}

QString refusal(Role role, Action action, Grant grant)
{
    auto next = Policy::shipped().with(role, action, grant);
    REQUIRE_FALSE(next);
    CHECK(next.error().code == ErrorCode::Invalid);
    return next.error().message;
}

constexpr Grant nothing{};
constexpr Grant everything{Scope::All, Scope::None};
constexpr Grant ownOnes{Scope::Own, Scope::None};

} // namespace

TEST_CASE("the table that ships is the one of the design, cell by cell")
{
    struct Line
    {
        Action action;
        const char* cells; // sales, service, manager, data_admin, auditor
    };
    // The design says "department" or "no" where something can be asked for as well: a manager asks about clients of other
    // departments as everybody else may, and a file that may not be imported can wait for approval.
    constexpr Line lines[] = {
        {Action::SeeBasic, "own/none all/none all/none all/none all/none"},
        {Action::SeePhones, "own/none all/none all/none all/none none/none"},
        {Action::SeeAll, "own/none none/none department/none all/none none/none"},
        {Action::OpenSealed, "none/none none/none none/none all/none none/none"},
        {Action::CreateClient, "all/none all/none all/none all/none none/none"},
        {Action::ChangeFree, "own/none none/none department/none all/none none/none"},
        {Action::AddActivities, "own/none all/none department/none all/none none/none"},
        {Action::ChangeOrdinary, "none/own none/all department/all all/none none/none"},
        {Action::ChangeImportant, "none/own none/all none/all all/none none/none"},
        {Action::ApproveOrdinary, "none/none none/none department/none all/none none/none"},
        {Action::ApproveImportant, "none/none none/none none/none all/none none/none"},
        {Action::Import, "own/none none/all all/none all/none none/none"},
        {Action::Export, "none/none none/none department/none all/none none/none"},
        {Action::Merge, "none/own none/all department/all all/none none/none"},
        {Action::Archive, "none/own none/all all/none all/none none/none"},
        {Action::Trash, "none/own none/all all/none all/none none/none"},
        {Action::Erase, "none/none none/none none/all none/all none/none"},
        {Action::Administer, "none/none none/none none/none all/none none/none"},
        {Action::SeeLog, "own/none own/none department/none all/none all/none"},
        {Action::ExportLog, "none/none none/none none/none all/none all/none"},
    };
    CHECK(std::size(lines) == actionCount);
    const Policy policy = Policy::shipped();
    for (const Line& line : lines) {
        QStringList cells;
        for (const Role role : allRoles) {
            cells.append(grantText(policy.grant(role, line.action)));
        }
        INFO(actionName(line.action).toStdString());
        CHECK(cells.join(u' ') == QLatin1String(line.cells));
    }
}

TEST_CASE("every cell of the table that ships could be set again, and names go both ways")
{
    const Policy policy = Policy::shipped();
    for (const PolicyRow& row : policyTable()) {
        CHECK(actionByName(actionName(row.action)) == row.action);
        CHECK_FALSE(actionLabel(row.action).isEmpty());
        for (const Role role : allRoles) {
            CHECK(policy.with(role, row.action, policy.grant(role, row.action)));
            const Grant grant = policy.grant(role, row.action);
            CHECK(grantFromText(grantText(grant)) == grant);
            CHECK_FALSE(grantLabel(row.action, grant).isEmpty());
        }
    }
    CHECK_FALSE(actionByName(u"fly"));
    CHECK_FALSE(scopeByName(u"galaxy"));
    CHECK_FALSE(grantFromText(u"own/galaxy"));
}

TEST_CASE("what no table may give is refused with the reason in words")
{
    CHECK(refusal(Role::Manager, Action::OpenSealed, everything).contains(u"key"));
    CHECK(refusal(Role::DataAdmin, Action::OpenSealed, nothing).contains(u"key"));
    CHECK(refusal(Role::Manager, Action::Administer, everything).contains(u"administrators"));
    CHECK(refusal(Role::DataAdmin, Action::Administer, nothing).contains(u"somebody"));
    CHECK(refusal(Role::DataAdmin, Action::ApproveImportant, nothing).contains(u"wait for ever"));
    CHECK(refusal(Role::DataAdmin, Action::Erase, everything).contains(u"second person"));
    CHECK(refusal(Role::Manager, Action::Erase, everything).contains(u"second person"));
    CHECK(refusal(Role::Manager, Action::Export, {Scope::Own, Scope::All}).contains(u"no request"));
    CHECK(refusal(Role::Sales, Action::CreateClient, ownOnes).contains(u"limited"));
    CHECK(refusal(Role::Sales, Action::Import, {Scope::Department, Scope::None})
              .contains(u"limited"));
    for (const Action action : {Action::CreateClient,
                                Action::ChangeFree,
                                Action::ChangeOrdinary,
                                Action::ApproveOrdinary,
                                Action::Import,
                                Action::Merge,
                                Action::Trash}) {
        CHECK(refusal(Role::Auditor, action, everything).contains(u"Auditors"));
    }
}

TEST_CASE("no right reaches further than what its role sees")
{
    CHECK(refusal(Role::Sales, Action::ChangeOrdinary, everything).contains(u"reach further"));
    CHECK(refusal(Role::Service, Action::SeeBasic, ownOnes).contains(u"reach further"));
    CHECK(refusal(Role::Service, Action::CreateClient, nothing).contains(u"reach further"));
    Policy policy = changed(Policy::shipped(), Role::Sales, Action::SeeBasic, everything);
    policy = changed(policy, Role::Sales, Action::ChangeOrdinary, {Scope::Own, Scope::All});
    CHECK(policy.changedCount() == 2);
    CHECK_FALSE(policy.reset(Role::Sales, Action::SeeBasic));
    policy = *policy.reset(Role::Sales, Action::ChangeOrdinary);
    policy = *policy.reset(Role::Sales, Action::SeeBasic);
    CHECK(policy == Policy::shipped());
    CHECK(policy.text().isEmpty());
}

TEST_CASE("what can be done at once is not asked for as well")
{
    const Policy policy
        = changed(Policy::shipped(), Role::Manager, Action::Merge, {Scope::All, Scope::Department});
    CHECK(policy.grant(Role::Manager, Action::Merge) == everything);
}

TEST_CASE("a table as text comes back as it was")
{
    Policy policy = changed(Policy::shipped(), Role::Manager, Action::Export, ownOnes);
    policy = changed(policy, Role::Auditor, Action::SeePhones, everything);
    CHECK(policy.text().split(u'\n').size() == 2);
    CHECK(Policy::fromText(policy.text()) == policy);
}

TEST_CASE("a text written past the program gives nobody more than the limits allow")
{
    const Policy forged = Policy::fromText(
        u"open_sealed sales all/none\nadminister sales all/none\nadminister data_admin none/none\n"
        "erase data_admin all/none\nchange_free auditor all/none\napprove_important data_admin "
        "none/none\n"
        "export sales all/none\nexport manager own/all\nsee_basic data_admin none/none\nimport "
        "sales department/none");
    const Policy shipped = Policy::shipped();
    for (const PolicyRow& row : policyTable()) {
        for (const Role role : allRoles) {
            INFO(row.name << " " << roleName(role).toStdString());
            if (role == Role::Sales && row.action == Action::Export) {
                CHECK(forged.grant(role, row.action) == ownOnes); // no further than he sees
            } else if (role == Role::Manager && row.action == Action::Export) {
                CHECK(forged.grant(role, row.action) == ownOnes);
            } else if (role == Role::DataAdmin && row.action == Action::Erase) {
                CHECK(forged.grant(role, row.action) == nothing);
            } else {
                CHECK(forged.grant(role, row.action) == shipped.grant(role, row.action));
            }
        }
    }
}

TEST_CASE("lines of a newer program are kept, not understood")
{
    const Policy policy = Policy::fromText(u"teleport sales all/none\nexport manager own/none");
    CHECK(policy.changedCount() == 1);
    CHECK(policy.text().startsWith(u"teleport sales all/none"));
}

TEST_CASE("the table in force is replaced by newer ones only, for every copy of the session")
{
    Session session;
    session.role = Role::Manager;
    session.user = UserPk{7};
    const Session copy = session;
    CHECK(decide(copy, Action::Export) == Verdict::Allowed);
    const Policy tight = changed(Policy::shipped(), Role::Manager, Action::Export, nothing);
    session.policy->take(tight, 2);
    CHECK(decide(copy, Action::Export) == Verdict::Denied);
    session.policy->take(Policy::shipped(), 1);
    CHECK(decide(copy, Action::Export) == Verdict::Denied);
    session.policy->take(Policy::shipped(), 3);
    CHECK(decide(copy, Action::Export) == Verdict::Allowed);
}

TEST_CASE("whose record it is decides by person and department")
{
    struct Line
    {
        Scope scope;
        bool own, department, other, unowned;
    };
    constexpr Line lines[] = {{Scope::None, false, false, false, false},
                              {Scope::Own, true, false, false, false},
                              {Scope::Department, true, true, false, true},
                              {Scope::All, true, true, true, true}};
    Session session;
    session.user = UserPk{1};
    session.department = DepartmentPk{10};
    for (const Line& line : lines) {
        INFO(scopeName(line.scope).toStdString());
        CHECK(covers(line.scope, session, {UserPk{1}, DepartmentPk{10}, true}) == line.own);
        CHECK(covers(line.scope, session, {UserPk{2}, DepartmentPk{10}, true}) == line.department);
        CHECK(covers(line.scope, session, {UserPk{2}, DepartmentPk{11}, true}) == line.other);
        // Nobody's record, or a colleague's without a department, falls to every department.
        CHECK(covers(line.scope, session, {UserPk{}, DepartmentPk{}, true}) == line.unowned);
        CHECK(covers(line.scope, session, {UserPk{2}, DepartmentPk{}, true}) == line.unowned);
    }
    session.department = {};
    CHECK(covers(
        Scope::Department, session, {UserPk{2}, DepartmentPk{11}, true})); // heads the whole office
}
