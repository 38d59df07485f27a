#include "core/security/PolicyInForce.h"

#include "core/storage/Connection.h"
#include "core/storage/Statement.h"

namespace core {

namespace {

constexpr unsigned bitsOfScope = 4;
constexpr unsigned maskOfScope = 0xF;

std::size_t placeOf(Role role, Action action)
{
    return std::size_t(action) * allRoles.size() + std::size_t(role);
}

std::uint8_t packed(Grant grant)
{
    return std::uint8_t((unsigned(grant.direct) << bitsOfScope) | unsigned(grant.byRequest));
}

} // namespace

PolicyInForce::PolicyInForce()
{
    for (const PolicyRow& row : policyTable()) {
        for (const Role role : allRoles) {
            m_grants[placeOf(role, row.action)].store(packed(row.shipped[std::size_t(role)]));
        }
    }
}

Grant PolicyInForce::grant(Role role, Action action) const
{
    const unsigned bits = m_grants[placeOf(role, action)].load(std::memory_order_acquire);
    return {Scope(bits >> bitsOfScope), Scope(bits & maskOfScope)};
}

void PolicyInForce::take(const Policy& policy, std::int64_t version)
{
    const std::scoped_lock lock(m_taking);
    if (version <= m_version.load()) {
        return;
    }
    for (const PolicyRow& row : policyTable()) {
        for (const Role role : allRoles) {
            m_grants[placeOf(role, row.action)].store(packed(policy.grant(role, row.action)),
                                                      std::memory_order_release);
        }
    }
    m_version.store(version, std::memory_order_release);
}

Result<> PolicyInForce::follow(Connection& connection, std::int64_t version)
{
    return version > this->version() ? refresh(connection) : Result<>();
}

Result<> PolicyInForce::refresh(Connection& connection)
{
    struct Row
    {
        QString value;
        std::int64_t version;
    };
    auto row = connection.statement("SELECT value, version FROM settings WHERE name = ?")
                   .bindAll(QString::fromLatin1(policySetting))
                   .one([](const Statement& found) {
                       return Row{found.text(0), found.int64(1)};
                   });
    if (!row) {
        return row.error();
    }
    if (*row && (*row)->version > version()) {
        take(Policy::fromText((*row)->value), (*row)->version);
    }
    return {};
}

} // namespace core
