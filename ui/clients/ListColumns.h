/// ListColumns: the columns that the list of clients can have, and a layout of them: which, in which order, how wide, sorted by
/// what. A layout is text (JSON) where it is remembered or saved as part of a view. Values; thread of the window.
#pragma once

#include "core/search/ClientQueries.h"
#include "core/security/Session.h"

#include <QString>
#include <QTimeZone>

#include <optional>
#include <span>
#include <vector>

namespace ui {

/// What the list says of a client beside its fields, as bits.
enum Badge
{
    PendingBadge = 1,
    DuplicateBadge = 2,
    DraftBadge = 4,
    OverdueBadge = 8,
    ArchivedBadge = 16,
    TrashedBadge = 32
};
[[nodiscard]] int badgesOf(const core::ClientRow& row);

struct BadgeLook
{
    Badge badge;
    const char* icon;
    const char* word; ///< of the context ui::ListColumns
};
[[nodiscard]] std::span<const BadgeLook> badgeLooks();
[[nodiscard]] QString badgeWord(const BadgeLook& look);
/// All of them, in words.
[[nodiscard]] QString badgeWords(int badges);

struct ListColumn
{
    const char* key = nullptr; ///< in a layout; never changed
    std::optional<core::Field> field{}; ///< none: the state, as badges
    int steps = 0; ///< how wide at first, in steps of the grid
    bool isShownAtFirst = false;
};

/// In the order of the model's columns.
[[nodiscard]] std::span<const ListColumn> listColumns();
[[nodiscard]] QString columnLabel(int column);
/// What the cell says; times by the clock of the office.
[[nodiscard]] QString
cellText(const ListColumn& column, const core::ClientRow& row, const QTimeZone& zone);
[[nodiscard]] int stateColumn();
[[nodiscard]] std::optional<int> columnOf(core::Field field);
/// Whether this person is shown the column at all.
[[nodiscard]] bool maySee(const core::Session& session, int column);

struct ListLayout
{
    struct Shown
    {
        int column = 0;
        int width = 0; ///< pixels; 0: as at first, and of the name: what the others leave
    };
    std::vector<Shown> shown; ///< from left to right
    int sortColumn = 0;
    bool isDescending = false;

    [[nodiscard]] static ListLayout atFirst(const core::Session& session);
    /// Nothing where the text is no layout; columns that this person is not shown are left out.
    [[nodiscard]] static std::optional<ListLayout> fromText(const QString& text,
                                                            const core::Session& session);
    [[nodiscard]] QString text() const;
};

} // namespace ui
