#include "core/security/Role.h"

#include <QCoreApplication>

namespace core {

QString roleName(Role role)
{
    switch (role) {
    case Role::Sales:
        return QStringLiteral("sales");
    case Role::Service:
        return QStringLiteral("service");
    case Role::Manager:
        return QStringLiteral("manager");
    case Role::DataAdmin:
        return QStringLiteral("data_admin");
    case Role::Auditor:
        break;
    }
    return QStringLiteral("auditor");
}

std::optional<Role> roleByName(QStringView name)
{
    for (const Role role : allRoles) {
        if (name == roleName(role)) {
            return role;
        }
    }
    return std::nullopt;
}

QString roleLabel(Role role)
{
    switch (role) {
    case Role::Sales:
        return QCoreApplication::translate("core::Role", "Sales");
    case Role::Service:
        return QCoreApplication::translate("core::Role", "Customer service");
    case Role::Manager:
        return QCoreApplication::translate("core::Role", "Manager");
    case Role::DataAdmin:
        return QCoreApplication::translate("core::Role", "Data administrator");
    case Role::Auditor:
        break;
    }
    return QCoreApplication::translate("core::Role", "Auditor");
}

} // namespace core
