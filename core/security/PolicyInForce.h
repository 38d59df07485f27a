/// PolicyInForce: the table of Policy.h that a login goes by at the moment. All threads of a login share one; a newer table
/// replaces an older one as soon as any of them has read it, never the other way round. Every use case reads its number
/// inside its transaction (Operation::begin), so that it decides by the table that holds then: nobody can change it until the
/// transaction ends. Reads follow with Office::refresh(). Any thread.
#pragma once

#include "core/base/Result.h"
#include "core/security/Policy.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>

namespace core {

class Connection;

/// The setting that holds Policy::text(); its version counts the changes.
inline constexpr auto policySetting = "policy";

class PolicyInForce
{
public:
    PolicyInForce(); ///< as it ships

    [[nodiscard]] Grant grant(Role role, Action action) const;
    /// How often it was changed in this office; 0: it is as it ships.
    [[nodiscard]] std::int64_t version() const { return m_version.load(std::memory_order_acquire); }
    /// Does nothing where `version` is not newer.
    void take(const Policy& policy, std::int64_t version);
    /// Reads the office's table where `version` (of the setting) is newer than what is held.
    Result<> follow(Connection& connection, std::int64_t version);
    /// The same, with the version that stands in the office.
    Result<> refresh(Connection& connection);

private:
    std::mutex m_taking;
    std::array<std::atomic<std::uint8_t>, actionCount * allRoles.size()> m_grants;
    std::atomic<std::int64_t> m_version{0};
};

} // namespace core
