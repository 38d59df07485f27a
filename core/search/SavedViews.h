/// SavedViews: views of the list under a name, a filter with columns and order. Everybody keeps own ones, which nobody else is
/// shown; whoever may approve ordinary requests (the table in force, Policy.h) also keeps the office's, which everybody finds.
/// Each change is one use case with an entry in the log.
///
///     auto views = saved.all();                                     // the office's first, then one's own
///     auto kept = saved.save({.name = u"苏州", .filter = u"city=苏州市", .layout = json});
///
/// Errors: Denied; Invalid (no name, too long, not a filter, a confidential value in it); Conflict (the name is taken, somebody
/// else changed it first); NotFound. Thread of the office.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/security/OfficeContext.h"

#include <QString>

#include <optional>
#include <vector>

namespace core {

class Connection;
class Operation;

struct SavedView
{
    ViewPk pk{}; ///< none: a new one
    QString name{};
    QString filter{}; ///< FilterExpression.h
    QString layout{}; ///< the window's, kept as it is
    bool isShared = false; ///< the office's
    UserPk owner{}; ///< who made it
    int version = 0;
};

class SavedViews
{
public:
    static constexpr qsizetype longestName = 60;

    explicit SavedViews(OfficeContext& office);

    /// The office's and one's own, each by name in pinyin order.
    Result<std::vector<SavedView>> all() const;
    /// A new one, or what it is now of one that is there: name, filter, layout, and whose it is.
    Result<SavedView> save(const SavedView& view);
    Result<> remove(ViewPk pk);

    /// Whether this person keeps the office's views.
    [[nodiscard]] bool mayShare() const;

private:
    static Result<std::optional<SavedView>> byPk(Connection& connection, ViewPk pk);
    /// The view is this person's to change.
    Result<> mayChange(const SavedView& view) const;
    Result<> check(const SavedView& view) const;
    Result<> write(Operation& operation, SavedView& view, const std::optional<SavedView>& before);

    OfficeContext& m_office;
};

} // namespace core
