/// Role: what a person is in the office. Any thread.
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace core {

enum class Role : std::uint8_t
{
    Sales,
    Service,
    Manager,
    DataAdmin,
    Auditor
};

inline constexpr std::array allRoles{
    Role::Sales, Role::Service, Role::Manager, Role::DataAdmin, Role::Auditor};

/// "sales", "service", "manager", "data_admin", "auditor": command line, database, keyring.
[[nodiscard]] QString roleName(Role role);
[[nodiscard]] std::optional<Role> roleByName(QStringView name);
/// In the language of the program.
[[nodiscard]] QString roleLabel(Role role);

} // namespace core
