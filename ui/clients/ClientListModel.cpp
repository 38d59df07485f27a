#include "ui/clients/ClientListModel.h"

#include "ui/widgets/Parts.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace ui {

namespace {

using core::Field;

constexpr int pageRows = 100;
constexpr qsizetype mostKept = 4000;
constexpr qint64 slowMs = 800; ///< an order that took as long is not made anew at each save
constexpr qint64 soonestAgainMs = 5'000;
constexpr qint64 latestAgainMs = 60'000;

int columnsInAll()
{
    return int(listColumns().size());
}

} // namespace

ClientListModel::ClientListModel(OfficeJobs& jobs, QObject* parent)
    : QAbstractTableModel(parent)
    , m_jobs(jobs)
    , m_companyIcon(theme::icon("company", theme::Tone::Muted))
    , m_personIcon(theme::icon("person", theme::Tone::Muted))
    , m_nameFont(theme::font(theme::Strong))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ClientListModel::refresh);
}

void ClientListModel::setQuery(const QString& search, const QString& filter)
{
    const QString typed = search.trimmed();
    m_sortsFound = m_sortsFound && !m_search.isEmpty() && !typed.isEmpty();
    m_search = typed;
    m_filter = filter;
    refresh();
}

core::ListWanted ClientListModel::wanted() const
{
    const auto& field = listColumns()[std::size_t(m_sortColumn)].field;
    core::ListWanted wanted{m_search, m_filter, {}};
    if (!isBestFirst()) {
        wanted.order = core::ListOrder{field.value_or(Field::Name), !field, m_descending};
    }
    return wanted;
}

/// What takes a look at each record does not stand in the way of the rows that come into sight.
Lane ClientListModel::laneFor(const core::ListWanted& wanted) const
{
    const bool isQuick = !wanted.search.isEmpty()
        || (wanted.filter.isEmpty() && core::ClientQueries::isQuickOrder(*wanted.order));
    const int own = m_job && m_lane == Lane::Behind ? 1 : 0; // is about to stop
    return isQuick || m_jobs.pending(Lane::Behind) > own ? Lane::Read : Lane::Behind;
}

void ClientListModel::refresh()
{
    using Order = std::vector<core::ClientPk>;
    const int round = ++m_round;
    const core::ListWanted asked = wanted();
    const Lane lane = laneFor(asked);
    if (m_job) {
        m_job->stop();
    }
    m_again.stop();
    m_lane = lane;
    m_since.start();
    Q_EMIT busy(0, 0);
    m_job = m_jobs.run<Order>(
        lane,
        this,
        [asked](core::Office& office, core::Progress& progress) {
            return office.queries().listed(asked, progress);
        },
        [this, round](core::Result<Order> order) {
            if (round == m_round) {
                take(std::move(order));
            }
        });
    connect(
        m_job, &Job::progressed, this, [this, round](const QString&, qint64 done, qint64 total) {
            if (round == m_round) {
                Q_EMIT busy(done, total);
            }
        });
}

void ClientListModel::take(core::Result<std::vector<core::ClientPk>> order)
{
    m_job = nullptr;
    m_tookMs = m_since.elapsed();
    Q_EMIT idle();
    if (!order) {
        if (order.error().code != core::ErrorCode::Cancelled) {
            Q_EMIT failed(order.error());
            return;
        }
        m_sortColumn = m_lastColumn;
        m_descending = m_lastDescending;
        Q_EMIT stopped();
        return;
    }
    m_lastColumn = m_sortColumn;
    m_lastDescending = m_descending;
    beginResetModel();
    m_order = *std::move(order);
    forgetRows();
    endResetModel();
    Q_EMIT loaded();
}

/// They are shown until they are read again, so that nothing flickers when a colleague has saved.
void ClientListModel::forgetRows()
{
    if (!m_rows.isEmpty()) {
        m_before = std::exchange(m_rows, {});
    }
    m_asked.clear();
    ++m_rowsRound;
}

void ClientListModel::hear()
{
    if (m_tookMs < slowMs) {
        refresh();
        return;
    }
    forgetRows();
    if (!m_order.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnsInAll() - 1));
    }
    if (!m_again.isActive() && !m_job) {
        m_again.start(
            std::chrono::milliseconds(std::clamp(10 * m_tookMs, soonestAgainMs, latestAgainMs)));
    }
}

void ClientListModel::giveUp()
{
    if (m_job) {
        m_job->stop();
    }
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
    return found == m_rows.end() ? std::nullopt : std::optional(found->row);
}

int ClientListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ClientListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnsInAll();
}

core::Result<std::vector<ClientListModel::Shown>>
ClientListModel::readRows(core::Office& office, const std::vector<core::ClientPk>& pks)
{
    auto rows = office.queries().rows(pks);
    if (!rows) {
        return rows.error();
    }
    std::vector<Shown> shown;
    shown.reserve(rows->size());
    for (core::ClientRow& row : *rows) {
        Shown one;
        one.badges = badgesOf(row);
        one.texts.reserve(listColumns().size());
        for (const ListColumn& column : listColumns()) {
            one.texts.push_back(cellText(column, row, office.context().timeZone));
        }
        one.row = std::move(row);
        shown.push_back(std::move(one));
    }
    return shown;
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
    using Rows = std::vector<Shown>;
    auto* self = const_cast<ClientListModel*>(this); // the view asks through a const interface
    m_jobs.run<Rows>(
        Lane::Read,
        self,
        [pks](core::Office& office, core::Progress&) { return readRows(office, pks); },
        [self, page, round = m_rowsRound](core::Result<Rows> rows) {
            if (round != self->m_rowsRound) {
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
            for (Shown& shown : *rows) {
                const std::int64_t pk = shown.row.client.pk.value;
                self->m_rows.insert(pk, std::move(shown));
            }
            const int last = std::min((page + 1) * pageRows, int(self->m_order.size())) - 1;
            Q_EMIT self->dataChanged(self->index(page * pageRows, 0),
                                     self->index(last, columnsInAll() - 1));
        });
}

const ClientListModel::Shown* ClientListModel::shownAt(int row) const
{
    const std::int64_t pk = pkAt(row).value;
    if (const auto found = m_rows.constFind(pk); found != m_rows.cend()) {
        return &*found;
    }
    fetch(row / pageRows);
    const auto before = m_before.constFind(pk);
    return before == m_before.cend() ? nullptr : &*before;
}

QVariant ClientListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Shown* shown = shownAt(index.row());
    if (shown == nullptr) {
        return role == Qt::DisplayRole && index.column() == NameColumn
            ? QVariant(QStringLiteral("…"))
            : QVariant();
    }
    return dataOf(*shown, index.column(), role);
}

QVariant ClientListModel::dataOf(const Shown& shown, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown.texts[std::size_t(column)];
    case badgesRole:
        return shown.badges;
    case Qt::FontRole:
        return column == NameColumn ? QVariant(m_nameFont) : QVariant();
    case Qt::DecorationRole:
        break;
    default:
        return {};
    }
    if (column != NameColumn) {
        return {};
    }
    return shown.row.client.value(Field::Type) == QLatin1String("person") ? m_personIcon
                                                                          : m_companyIcon;
}

QVariant ClientListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return columnLabel(section);
}

void ClientListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || !maySee(m_jobs.session(), column)) {
        return;
    }
    m_sortColumn = column;
    m_descending = order == Qt::DescendingOrder;
    m_sortsFound = !m_search.isEmpty();
    refresh();
}

} // namespace ui
