#include "core/security/PolicyService.h"

#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

Result<Policy> readPolicy(Connection& connection)
{
    auto text = SettingStore(connection).value(QString::fromLatin1(policySetting));
    if (!text) {
        return text.error();
    }
    return Policy::fromText(text->value_or(QString()));
}

/// Each cell that changed, with what it was and what it is.
QString detailOf(const Policy& before, const Policy& after)
{
    QJsonArray cells;
    for (const PolicyRow& row : policyTable()) {
        for (const Role role : allRoles) {
            const Grant old = before.grant(role, row.action);
            const Grant now = after.grant(role, row.action);
            if (old == now) {
                continue;
            }
            cells.append(QJsonObject{{QStringLiteral("action"), actionName(row.action)},
                                     {QStringLiteral("role"), roleName(role)},
                                     {QStringLiteral("old"), grantText(old)},
                                     {QStringLiteral("new"), grantText(now)}});
        }
    }
    return QString::fromUtf8(QJsonDocument(cells).toJson(QJsonDocument::Compact));
}

QString cellObject(Role role, Action action)
{
    return QStringLiteral("policy:") + actionName(action) + u'/' + roleName(role);
}

} // namespace

PolicyService::PolicyService(OfficeContext& office)
    : m_office(office)
{ }

Result<Policy> PolicyService::current() const
{
    return readPolicy(m_office.reader);
}

Result<bool> PolicyService::hasSoleUser() const
{
    auto active = UserStore(m_office.reader).activeCount();
    return active ? Result<bool>(*active == 1) : active.error();
}

Result<Policy> PolicyService::set(Role role, Action action, Grant grant, std::optional<Grant> seen)
{
    if (!policyRow(action).isBuilt) {
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate("core::Policy",
                                                 "Nothing in this version of the program asks for "
                                                 "this right; there is nothing to change."),
                     {}};
    }
    return change(cellObject(role, action), [&](const Policy& now) -> Result<Policy> {
        if (seen && *seen != now.grant(role, action)) {
            return Error{ErrorCode::Conflict,
                         QCoreApplication::translate("core::Policy",
                                                     "Somebody else has changed the table first. "
                                                     "Look at it again, then decide."),
                         {}};
        }
        return now.with(role, action, grant);
    });
}

Result<Policy> PolicyService::reset(Role role, Action action)
{
    return change(cellObject(role, action),
                  [role, action](const Policy& now) { return now.reset(role, action); });
}

Result<Policy> PolicyService::resetAll()
{
    return change(QStringLiteral("policy"),
                  [](const Policy&) { return Result<Policy>(Policy::shipped()); });
}

Result<Policy> PolicyService::change(const QString& object,
                                     const std::function<Result<Policy>(const Policy&)>& step)
{
    auto operation = Operation::begin(m_office, u"policy.change");
    if (!operation) {
        return operation.error();
    }
    if (auto allowed = require(operation->session(), Action::Administer); !allowed) {
        return allowed.error();
    }
    auto before = readPolicy(operation->connection());
    if (!before) {
        return before;
    }
    auto after = step(*before);
    if (!after || *after == *before) {
        return after; // nothing changes: the log has no entry either
    }
    SettingStore settings(operation->connection());
    if (auto done = settings.set(*operation, QString::fromLatin1(policySetting), after->text());
        !done) {
        return done.error();
    }
    operation->setObject(object);
    operation->setDetail(detailOf(*before, *after));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    if (auto followed = m_office.session.policy->refresh(m_office.writer); !followed) {
        return followed.error();
    }
    return after;
}

} // namespace core
