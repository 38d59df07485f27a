/// GroupListModel: the groups that were read so far, under a heading per tier. More are asked for (moreWanted) when the view
/// comes to the end. Values, no widgets: 20,000 groups are 20,000 rows of a vector. Thread of the window.
#pragma once

#include "core/duplicates/DuplicateService.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace ui {

/// In the language of the program: "certain".
[[nodiscard]] QString tierWord(core::MatchTier tier);
/// Its name, or whose it is where no more may be seen.
[[nodiscard]] QString nameInGroup(const core::Client& client);

class GroupListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        HeadingRole = Qt::UserRole, ///< true for a heading
        NameRole,
        CountRole, ///< "3 records"
        ReasonRole,
    };

    using QAbstractListModel::QAbstractListModel;

    /// `total`: how many there are, as far as that is known.
    void setGroups(std::vector<core::DuplicateGroup> groups, int total);
    void append(std::vector<core::DuplicateGroup> groups);
    void remove(std::int64_t cluster);
    /// For the headings; none where they say no number.
    void setCounts(const std::optional<core::GroupCounts>& counts);

    [[nodiscard]] const std::vector<core::DuplicateGroup>& groups() const { return m_groups; }
    [[nodiscard]] const core::DuplicateGroup* groupAt(int row) const; ///< none of a heading
    [[nodiscard]] int rowOf(std::int64_t cluster) const; ///< -1: not here
    /// The row of the group that is `steps` further on, or the last one before the end; -1 without groups.
    [[nodiscard]] int rowAfter(int row, int steps) const;
    [[nodiscard]] int total() const { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    /// A heading, or a group by its place in m_groups.
    struct Row
    {
        std::optional<core::MatchTier> heading;
        std::size_t group = 0;
    };

    [[nodiscard]] std::vector<Row> rowsFrom(std::size_t group) const;
    [[nodiscard]] QString headingOf(core::MatchTier tier) const;

    std::vector<core::DuplicateGroup> m_groups;
    std::vector<Row> m_rows;
    std::optional<core::GroupCounts> m_counts;
    int m_total = 0;
};

} // namespace ui
