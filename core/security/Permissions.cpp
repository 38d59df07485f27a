#include "core/security/Permissions.h"

#include "core/security/Session.h"

#include <QCoreApplication>

namespace core {

Grant grantOf(const Session& session, Action action)
{
    return session.policy->grant(session.role, action);
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
    const Grant grant = grantOf(session, action);
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
