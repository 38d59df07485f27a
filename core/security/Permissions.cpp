#include "core/security/Permissions.h"

#include "core/security/Session.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr Grant no{};
constexpr Grant own{Scope::Own, Scope::None};
constexpr Grant department{Scope::Department, Scope::None};
constexpr Grant all{Scope::All, Scope::None};
constexpr Grant askOwn{Scope::None, Scope::Own};
constexpr Grant askAll{Scope::None, Scope::All};
constexpr Grant departmentElseAsk{Scope::Department, Scope::All};

} // namespace

// The table of the product, column by column: sales, service, manager, data administrator, auditor.
Grant grantOf(Role role, Action action)
{
    struct Row
    {
        Grant sales, service, manager, dataAdmin, auditor;
    };
    const auto pick = [role](const Row& row) {
        switch (role) {
        case Role::Sales:
            return row.sales;
        case Role::Service:
            return row.service;
        case Role::Manager:
            return row.manager;
        case Role::DataAdmin:
            return row.dataAdmin;
        case Role::Auditor:
            break;
        }
        return row.auditor;
    };
    switch (action) {
    case Action::SeeBasic:
        return pick({own, all, all, all, all});
    case Action::SeeAll:
        return pick({own, no, department, all, no});
    case Action::OpenSealed:
        return pick({no, no, no, all, no});
    case Action::CreateClient:
        return pick({all, all, all, all, no});
    case Action::ChangeFree:
        return pick({own, no, department, all, no});
    case Action::ChangeOrdinary:
        return pick({askOwn, askAll, departmentElseAsk, all, no});
    case Action::ChangeImportant:
        return pick({askOwn, askAll, askAll, all, no});
    case Action::ApproveOrdinary:
        return pick({no, no, department, all, no});
    case Action::ApproveImportant:
        return pick({no, no, no, all, no});
    case Action::Import:
        return pick({own, no, all, all, no});
    case Action::Export:
        return pick({no, no, department, all, no});
    case Action::Merge:
        return pick({askOwn, askAll, departmentElseAsk, all, no});
    case Action::Archive:
    case Action::Trash:
        return pick({askOwn, askAll, all, all, no});
    case Action::Erase:
        return pick({no, no, askAll, all, no});
    case Action::Administer:
        return pick({no, no, no, all, no});
    case Action::SeeLog:
        return pick({own, own, department, all, all});
    }
    return no;
}

bool covers(Scope scope, const Session& session, const Subject& subject)
{
    if (scope == Scope::None) {
        return false;
    }
    if (scope == Scope::All || !subject.isRecord) {
        return true;
    }
    if (subject.owner.isValid() && subject.owner == session.user) {
        return true;
    }
    if (scope == Scope::Own) {
        return false;
    }
    return !session.department.isValid() || !subject.department.isValid()
        || session.department == subject.department;
}

Verdict decide(const Session& session, Action action, const Subject& subject)
{
    const Grant grant = grantOf(session.role, action);
    if (covers(grant.direct, session, subject)) {
        return Verdict::Allowed;
    }
    return covers(grant.byRequest, session, subject) ? Verdict::ByRequest : Verdict::Denied;
}

Result<> require(const Session& session, Action action, const Subject& subject)
{
    if (decide(session, action, subject) == Verdict::Allowed) {
        return {};
    }
    return deniedError();
}

Error deniedError()
{
    return {ErrorCode::Denied,
            QCoreApplication::translate(
                "core::Permissions",
                "Your role does not allow this. Ask a manager or a data administrator to do it."),
            {}};
}

} // namespace core
