/// Permissions: who may do what, as one table of data. Services ask it inside their transaction; no widget decides.
///
///     switch (decide(session, Action::ChangeOrdinary, {client.owner, ownerDepartment})) {
///     case Verdict::Allowed: … case Verdict::ByRequest: … case Verdict::Denied: …
///
/// A record's department is its owner's. A manager without a department heads the whole office; a record whose owner
/// has no department belongs to every manager, so that nothing falls between two. Any thread.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/security/Role.h"

#include <cstdint>

namespace core {

struct Session;

enum class Action : std::uint8_t
{
    SeeBasic, ///< id, type, name, contact, phone, city, owner, activity class
    SeeAll, ///< every ordinary field
    OpenSealed,
    CreateClient,
    ChangeFree,
    ChangeOrdinary,
    ChangeImportant,
    ApproveOrdinary,
    ApproveImportant,
    Import,
    Export,
    Merge,
    Archive,
    Trash, ///< and out of it again
    Erase,
    Administer, ///< users, policy, keys, backups, restore
    SeeLog,
};

enum class Scope : std::uint8_t
{
    None,
    Own,
    Department,
    All
};

enum class Verdict : std::uint8_t
{
    Allowed,
    ByRequest,
    Denied
};

/// What a role may do at once, and what it may ask for.
struct Grant
{
    Scope direct = Scope::None;
    Scope byRequest = Scope::None;
};

[[nodiscard]] Grant grantOf(Role role, Action action);

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
