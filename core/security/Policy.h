/// Policy: what each role may do, as data: one row per action, one column per role. The table that ships is policyTable();
/// a data administrator may change cells (PolicyService.h), within limits that hold whatever the table says. Services,
/// documentation, the page of roles and the walk through all services (tests) are fed from here. Values, no state. Any thread.
///
///     Policy policy = Policy::shipped();
///     auto tighter = policy.with(Role::Manager, Action::Export, {Scope::Own, Scope::None});
///     if (!tighter) …                              // Invalid: what stands against it, in words
#pragma once

#include "core/base/Result.h"
#include "core/security/Role.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace core {

enum class Action : std::uint8_t
{
    SeeBasic, ///< id, type, name, contact, phone, city, owner, activity class
    SeePhones, ///< in whole; else all but the last four digits are hidden
    SeeAll, ///< every ordinary field
    OpenSealed,
    CreateClient,
    ChangeFree,
    AddActivities,
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
    ExportLog,
};

inline constexpr std::size_t actionCount = 20;

/// Each holds what the one before it holds.
enum class Scope : std::uint8_t
{
    None,
    Own,
    Department,
    All
};

/// What a role may do at once, and what it may ask for.
struct Grant
{
    Scope direct = Scope::None;
    Scope byRequest = Scope::None;

    friend bool operator==(const Grant&, const Grant&) = default;
};

/// Which scopes make a difference for an action.
enum class Reach : std::uint8_t
{
    Records, ///< none, own, department, all
    OwnOrAll, ///< none, own, all
    Office ///< none, all: it is about no record
};

struct PolicyRow
{
    Action action = Action::SeeBasic;
    const char* name = ""; ///< of the command line, the settings and the documentation
    Reach reach = Reach::Records;
    bool canBeAsked = false; ///< there is a request for it
    bool isBuilt = false; ///< something in the program asks for it
    std::array<Grant, allRoles.size()> shipped{}; ///< in the order of allRoles
};

[[nodiscard]] std::span<const PolicyRow, actionCount> policyTable();
[[nodiscard]] const PolicyRow& policyRow(Action action);

[[nodiscard]] QString actionName(Action action);
[[nodiscard]] std::optional<Action> actionByName(QStringView name);
/// In the language of the program.
[[nodiscard]] QString actionLabel(Action action);

/// "none", "own", "department", "all".
[[nodiscard]] QString scopeName(Scope scope);
[[nodiscard]] std::optional<Scope> scopeByName(QStringView name);
/// "department/all": at once, and by request.
[[nodiscard]] QString grantText(Grant grant);
[[nodiscard]] std::optional<Grant> grantFromText(QStringView text);
/// As people say it, in the language of the program: "own; others on request".
[[nodiscard]] QString grantLabel(Action action, Grant grant);

[[nodiscard]] bool isScopeOf(Reach reach, Scope scope);

/// Why nobody can change this cell, in words; empty where it can be changed.
[[nodiscard]] QString whyFixed(Role role, Action action);

/// The table in force.
class Policy
{
public:
    [[nodiscard]] static Policy shipped();
    /// What Policy::text() gave. Whatever does not fit the limits (written past the program, or by another version) counts
    /// for less, never for more.
    [[nodiscard]] static Policy fromText(QStringView text);

    [[nodiscard]] Grant grant(Role role, Action action) const;
    [[nodiscard]] bool isShipped(Role role, Action action) const;
    [[nodiscard]] int changedCount() const;

    /// Invalid: the limits, and what one right needs of another.
    [[nodiscard]] Result<Policy> with(Role role, Action action, Grant grant) const;
    /// The cell as it ships; Invalid as above.
    [[nodiscard]] Result<Policy> reset(Role role, Action action) const;

    /// A line per cell that is not as it ships; empty: all are.
    [[nodiscard]] QString text() const;

    friend bool operator==(const Policy&, const Policy&) = default;

private:
    [[nodiscard]] Grant& cell(Role role, Action action);
    void holdLimits();

    std::array<std::array<Grant, allRoles.size()>, actionCount> m_grants{};
    QStringList m_foreign; ///< lines of another version, kept as they are
};

/// The table as it ships, for the documentation; in English, whatever the language of the program.
[[nodiscard]] QString policyMarkdown();

} // namespace core
