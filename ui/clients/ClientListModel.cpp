#include "ui/clients/ClientListModel.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"

#include <algorithm>

namespace ui {

namespace {

using core::Field;

constexpr int pageRows = 100;
constexpr qsizetype mostKept = 4000;
constexpr int mostFound = 500;

Field fieldOf(int column)
{
    switch (column) {
    case ClientListModel::ContactColumn:
        return Field::Contact;
    case ClientListModel::PhoneColumn:
        return Field::Phone;
    case ClientListModel::CityColumn:
        return Field::City;
    case ClientListModel::OwnerColumn:
        return Field::Owner;
    case ClientListModel::ActivityColumn:
        return Field::Activity;
    default:
        return Field::Name;
    }
}

} // namespace

ClientListModel::ClientListModel(OfficeJobs& jobs, QObject* parent)
    : QAbstractTableModel(parent)
    , m_jobs(jobs)
    , m_companyIcon(theme::icon("company", theme::Tone::Muted))
    , m_personIcon(theme::icon("person", theme::Tone::Muted))
{ }

void ClientListModel::setQuery(const QString& search, const QString& filter)
{
    m_search = search.trimmed();
    m_filter = filter;
    refresh();
}

void ClientListModel::refresh()
{
    const int round = ++m_round;
    using Order = std::vector<core::ClientPk>;
    m_jobs.run<Order>(
        Lane::Read,
        this,
        [search = m_search, filter = m_filter, sort = m_sort, descending = m_descending](
            core::Office& office, core::Progress&) {
            return search.isEmpty() ? office.queries().pks(filter, sort, descending)
                                    : office.queries().searchPks(search, mostFound);
        },
        [this, round](core::Result<Order> order) {
            if (round != m_round) {
                return;
            }
            if (!order) {
                Q_EMIT failed(order.error());
                return;
            }
            beginResetModel();
            m_order = *std::move(order);
            // Shown until they are read again, so that nothing flickers when a colleague has saved.
            m_before = std::exchange(m_rows, {});
            m_asked.clear();
            endResetModel();
            Q_EMIT loaded();
        });
}

core::ClientPk ClientListModel::pkAt(int row) const
{
    return row >= 0 && row < int(m_order.size()) ? m_order[std::size_t(row)] : core::ClientPk{};
}

int ClientListModel::rowOf(core::ClientPk pk) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), pk);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

std::optional<core::ClientRow> ClientListModel::clientAt(int row) const
{
    const auto found = m_rows.find(pkAt(row).value);
    return found == m_rows.end() ? std::nullopt : std::optional(*found);
}

int ClientListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ClientListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void ClientListModel::fetch(int page) const
{
    if (m_asked.contains(page)) {
        return;
    }
    m_asked.insert(page);
    std::vector<core::ClientPk> pks;
    for (int row = page * pageRows; row < std::min((page + 1) * pageRows, int(m_order.size()));
         ++row) {
        pks.push_back(m_order[std::size_t(row)]);
    }
    using Rows = std::vector<core::ClientRow>;
    auto* self = const_cast<ClientListModel*>(this); // the view asks through a const interface
    m_jobs.run<Rows>(
        Lane::Read,
        self,
        [pks](core::Office& office, core::Progress&) { return office.queries().rows(pks); },
        [self, page, round = m_round](core::Result<Rows> rows) {
            if (round != self->m_round) {
                return;
            }
            self->m_asked.remove(page);
            if (!rows) {
                Q_EMIT self->failed(rows.error());
                return;
            }
            if (self->m_rows.size() > mostKept) {
                self->m_rows.clear();
            }
            for (const core::ClientRow& row : *rows) {
                self->m_rows.insert(row.client.pk.value, row);
            }
            const int last = std::min((page + 1) * pageRows, int(self->m_order.size())) - 1;
            Q_EMIT self->dataChanged(self->index(page * pageRows, 0),
                                     self->index(last, ColumnCount - 1));
        });
}

QVariant ClientListModel::text(const core::ClientRow& row, int column) const
{
    if (column == StateColumn) {
        QStringList states;
        if (row.pending) {
            states.append(tr("pending"));
        }
        if (row.possibleDuplicate) {
            states.append(tr("duplicate?"));
        }
        if (row.client.incomplete) {
            states.append(tr("draft"));
        }
        return states.join(QStringLiteral(" · "));
    }
    const Field field = fieldOf(column);
    return core::shownValue(field, row.client.value(field));
}

QVariant ClientListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const core::ClientPk pk = pkAt(index.row());
    auto found = m_rows.constFind(pk.value);
    bool isKnown = found != m_rows.cend();
    if (!isKnown) {
        fetch(index.row() / pageRows);
        found = m_before.constFind(pk.value);
        isKnown = found != m_before.cend();
    }
    if (!isKnown) {
        return role == Qt::DisplayRole && index.column() == NameColumn
            ? QVariant(QStringLiteral("…"))
            : QVariant();
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return text(*found, index.column());
    }
    if (role == Qt::FontRole && index.column() == NameColumn) {
        return theme::font(theme::Strong);
    }
    if (role == toneRole && index.column() == StateColumn) {
        return int(theme::Tone::Warning);
    }
    if (role == Qt::DecorationRole && index.column() == NameColumn) {
        return found->client.value(Field::Type) == QLatin1String("person") ? m_personIcon
                                                                           : m_companyIcon;
    }
    return {};
}

QVariant ClientListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == StateColumn ? tr("State") : core::fieldLabel(fieldOf(section));
}

void ClientListModel::sort(int column, Qt::SortOrder order)
{
    if (column == StateColumn || column < 0) {
        return;
    }
    m_sort = fieldOf(column);
    m_descending = order == Qt::DescendingOrder;
    refresh();
}

} // namespace ui
