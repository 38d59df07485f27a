/// PolicyService: what each role may do in this office (Policy.h), and changes of it by a data administrator. A change is one
/// use case with one signed entry in the log, whose detail names old and new; it holds at once for everybody who is logged in.
///
///     auto changed = service.set(Role::Manager, Action::Export, {Scope::Own, Scope::None});
///     auto back = service.reset(Role::Manager, Action::Export);
///
/// Errors: Denied; Invalid with what stands against it; Unsupported where nothing in the program asks for the right yet;
/// Conflict where the cell is no longer what the person saw. Thread of the office.
#pragma once

#include "core/base/Result.h"
#include "core/security/OfficeContext.h"
#include "core/security/Policy.h"

#include <functional>
#include <optional>

namespace core {

class PolicyService
{
public:
    explicit PolicyService(OfficeContext& office);

    /// As it stands in the office now. Everybody may know what they may do.
    Result<Policy> current() const;
    /// Whether nobody else could approve anything: then nothing waits for approval, whatever the table says.
    Result<bool> hasSoleUser() const;

    Result<Policy> set(Role role, Action action, Grant grant, std::optional<Grant> seen = {});
    Result<Policy> reset(Role role, Action action);
    Result<Policy> resetAll();

private:
    Result<Policy> change(const QString& object,
                          const std::function<Result<Policy>(const Policy&)>& step);

    OfficeContext& m_office;
};

} // namespace core
