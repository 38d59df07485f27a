/// Permissions: who may do what, by the table in force (Policy.h). Services ask inside their transaction; no widget decides.
///
///     switch (decide(session, Action::ChangeOrdinary, {client.owner, ownerDepartment})) {
///     case Verdict::Allowed: … case Verdict::ByRequest: … case Verdict::Denied: …
///
/// A record's department is its owner's. A manager without a department heads the whole office; a record whose owner
/// has no department belongs to every manager, so that nothing falls between two. Any thread.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/security/Policy.h"

#include <cstdint>

namespace core {

struct Session;

enum class Verdict : std::uint8_t
{
    Allowed,
    ByRequest,
    Denied
};

/// What this session's role may do by the table in force.
[[nodiscard]] Grant grantOf(const Session& session, Action action);

/// Whose record it is about. For what is about no record, leave it empty: any scope but None allows.
struct Subject
{
    UserPk owner;
    DepartmentPk department;
    bool isRecord = true;
};

inline constexpr Subject noRecord{{}, {}, false};

[[nodiscard]] bool covers(Scope scope, const Session& session, const Subject& subject);
[[nodiscard]] Verdict
decide(const Session& session, Action action, const Subject& subject = noRecord);

/// Allowed, or the Denied error to return.
[[nodiscard]] Result<>
require(const Session& session, Action action, const Subject& subject = noRecord);
[[nodiscard]] Error deniedError();

} // namespace core
