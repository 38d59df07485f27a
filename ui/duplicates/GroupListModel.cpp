#include "ui/duplicates/GroupListModel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace ui {

using core::Field;

QString tierWord(core::MatchTier tier)
{
    switch (tier) {
    case core::MatchTier::Certain:
        return GroupListModel::tr("certain");
    case core::MatchTier::Likely:
        return GroupListModel::tr("likely");
    case core::MatchTier::Possible:
        break;
    }
    return GroupListModel::tr("possible");
}

QString nameInGroup(const core::Client& client)
{
    return client.values.has(Field::Name)
        ? client.value(Field::Name)
        : GroupListModel::tr("A client of %1").arg(client.value(Field::Owner));
}

void GroupListModel::setGroups(std::vector<core::DuplicateGroup> groups, int total)
{
    beginResetModel();
    m_groups = std::move(groups);
    m_total = std::max(total, int(m_groups.size()));
    m_rows = rowsFrom(0);
    endResetModel();
}

void GroupListModel::append(std::vector<core::DuplicateGroup> groups)
{
    if (groups.empty()) {
        m_total = int(m_groups.size()); // that was all
        return;
    }
    const std::size_t first = m_groups.size();
    std::move(groups.begin(), groups.end(), std::back_inserter(m_groups));
    m_total = std::max(m_total, int(m_groups.size()));
    const std::vector<Row> rows = rowsFrom(first);
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void GroupListModel::remove(std::int64_t cluster)
{
    beginResetModel();
    const auto removed = std::erase_if(
        m_groups, [cluster](const core::DuplicateGroup& one) { return one.cluster == cluster; });
    m_total -= int(removed);
    m_rows = rowsFrom(0);
    endResetModel();
}

void GroupListModel::setCounts(const std::optional<core::GroupCounts>& counts)
{
    m_counts = counts;
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }
}

std::vector<GroupListModel::Row> GroupListModel::rowsFrom(std::size_t group) const
{
    std::vector<Row> rows;
    for (std::size_t i = group; i < m_groups.size(); ++i) {
        const core::MatchTier tier = core::tierOf(m_groups[i].score);
        if (i == 0 || core::tierOf(m_groups[i - 1].score) != tier) {
            rows.push_back({tier, 0});
        }
        rows.push_back({std::nullopt, i});
    }
    return rows;
}

const core::DuplicateGroup* GroupListModel::groupAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) || m_rows[std::size_t(row)].heading
        ? nullptr
        : &m_groups[m_rows[std::size_t(row)].group];
}

int GroupListModel::rowOf(std::int64_t cluster) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return !row.heading && m_groups[row.group].cluster == cluster;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int GroupListModel::rowAfter(int row, int steps) const
{
    const int step = steps < 0 ? -1 : 1;
    int last = groupAt(row) != nullptr ? row : -1;
    for (int at = row; steps != 0 && at + step >= 0 && at + step < int(m_rows.size());) {
        at += step;
        if (groupAt(at) != nullptr) {
            last = at;
            steps -= step;
        }
    }
    return last;
}

int GroupListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString GroupListModel::headingOf(core::MatchTier tier) const
{
    QString words;
    switch (tier) {
    case core::MatchTier::Certain:
        words = tr("Certain");
        break;
    case core::MatchTier::Likely:
        words = tr("Likely");
        break;
    case core::MatchTier::Possible:
        words = tr("Possible");
        break;
    }
    return m_counts
        ? words + QStringLiteral(" · ") + QLocale().toString(m_counts->byTier[std::size_t(tier)])
        : words;
}

QVariant GroupListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size())) {
        return {};
    }
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == HeadingRole) {
        return row.heading.has_value();
    }
    if (row.heading) {
        return role == Qt::DisplayRole ? headingOf(*row.heading) : QVariant();
    }
    const core::DuplicateGroup& group = m_groups[row.group];
    const QString count = tr("%n record(s)", nullptr, int(group.clients.size()));
    const QString reason
        = group.pairs.empty() ? QString() : group.pairs.front().reasons.mid(0, 2).join(tr("; "));
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return nameInGroup(group.clients.front());
    case CountRole:
        return count;
    case ReasonRole:
        return reason;
    case Qt::AccessibleTextRole:
        return QStringList{
            nameInGroup(group.clients.front()), count, tierWord(core::tierOf(group.score)), reason}
            .join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return group.pairs.empty() ? QString() : group.pairs.front().reasons.join(tr("; "));
    default:
        return {};
    }
}

Qt::ItemFlags GroupListModel::flags(const QModelIndex& index) const
{
    return groupAt(index.row()) == nullptr
        ? Qt::NoItemFlags
        : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

bool GroupListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_groups.empty() && int(m_groups.size()) < m_total;
}

void GroupListModel::fetchMore(const QModelIndex& /*parent*/)
{
    Q_EMIT moreWanted();
}

} // namespace ui
