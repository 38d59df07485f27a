#include "ui/clients/ClientTable.h"

#include "ui/clients/BadgeDelegate.h"
#include "ui/clients/ClientListModel.h"
#include "ui/clients/FilterHeader.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"

#include <QItemSelection>
#include <QKeyEvent>
#include <QSet>

#include <algorithm>

namespace ui {

namespace {

int narrowest()
{
    return theme::space(12);
}

int widthAtFirst(int column)
{
    return theme::space(listColumns()[std::size_t(column)].steps);
}

} // namespace

ClientTable::ClientTable(ClientListModel* clients,
                         const core::Session& session,
                         bool maySeveral,
                         QWidget* parent)
    : QTableView(parent)
    , m_clients(clients)
    , m_header(new FilterHeader(this))
    , m_emptiness(new StateView(viewport()))
{
    setModel(m_clients);
    setHorizontalHeader(m_header);
    setObjectName(QStringLiteral("clients"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(maySeveral ? QAbstractItemView::ExtendedSelection
                                : QAbstractItemView::SingleSelection);
    setUpTable(this);
    setItemDelegateForColumn(stateColumn(), new BadgeDelegate(this));
    verticalHeader()->hide();
    m_header->setMinimumSectionSize(narrowest());
    m_header->setSortIndicator(ClientListModel::NameColumn, Qt::AscendingOrder);
    m_emptiness->hide();
    setLayout(ListLayout::atFirst(session));
    setSortingEnabled(true);
    connectHeader();
    // Not the current row: a view that gets the focus takes its first row for that, and shows it to nobody.
    connect(selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &ClientTable::choiceChanged);
}

void ClientTable::connectHeader()
{
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section) {
        if (m_isArranging) {
            return;
        }
        m_isNameFree = m_isNameFree && section != ClientListModel::NameColumn;
        fitName();
        touched();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, &ClientTable::touched);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, [this](int section) {
        if (section != m_clients->sortColumn()) {
            showOrder(); // of a masked column there is none
        }
        touched();
    });
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        Q_EMIT headerMenuWanted(m_header->logicalIndexAt(place), m_header->mapToGlobal(place));
    });
}

void ClientTable::touched()
{
    if (!m_isArranging) {
        Q_EMIT layoutChanged();
    }
}

std::vector<int> ClientTable::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!isColumnHidden(column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

ListLayout ClientTable::layout() const
{
    ListLayout layout;
    for (const int column : shownColumns()) {
        const bool isFree = column == ClientListModel::NameColumn && m_isNameFree;
        layout.shown.push_back({column, isFree ? 0 : columnWidth(column)});
    }
    layout.sortColumn = m_clients->sortColumn();
    layout.isDescending = m_clients->isDescending();
    return layout;
}

void ClientTable::setLayout(const ListLayout& layout)
{
    m_isArranging = true;
    for (int column = 0; column < m_clients->columnCount(); ++column) {
        setColumnHidden(column, true);
    }
    int visual = 0;
    for (const ListLayout::Shown& one : layout.shown) {
        setColumnHidden(one.column, false);
        m_header->moveSection(m_header->visualIndex(one.column), visual++);
        setColumnWidth(one.column, one.width > 0 ? one.width : widthAtFirst(one.column));
        if (one.column == ClientListModel::NameColumn) {
            m_isNameFree = one.width == 0;
        }
    }
    fitName();
    const bool isOther = layout.sortColumn != m_clients->sortColumn()
        || layout.isDescending != m_clients->isDescending();
    if (isOther) {
        m_clients->sort(layout.sortColumn,
                        layout.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    showOrder();
    m_header->place();
    m_isArranging = false;
}

void ClientTable::showOrder()
{
    // Without a word of it to the model, which would sort once more.
    const QSignalBlocker quiet(m_header);
    m_header->setSortIndicator(m_clients->isBestFirst() ? -1 : m_clients->sortColumn(),
                               m_clients->isDescending() ? Qt::DescendingOrder
                                                         : Qt::AscendingOrder);
    m_header->viewport()->update();
}

void ClientTable::fitName()
{
    if (!m_isNameFree || isColumnHidden(ClientListModel::NameColumn)) {
        return;
    }
    int others = 0;
    for (const int column : shownColumns()) {
        others += column == ClientListModel::NameColumn ? 0 : columnWidth(column);
    }
    const bool wasArranging = std::exchange(m_isArranging, true);
    setColumnWidth(
        ClientListModel::NameColumn,
        std::max(viewport()->width() - others, widthAtFirst(ClientListModel::NameColumn)));
    m_isArranging = wasArranging;
}

void ClientTable::setEmpty(bool isEmpty)
{
    m_emptiness->setVisible(isEmpty);
    m_emptiness->setGeometry(viewport()->rect());
}

std::vector<core::ClientPk> ClientTable::chosen() const
{
    std::vector<core::ClientPk> clients;
    clients.reserve(std::size_t(chosenCount()));
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            clients.push_back(m_clients->pkAt(row));
        }
    }
    return clients;
}

int ClientTable::chosenCount() const
{
    int count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        count += range.height();
    }
    return count;
}

std::optional<core::ClientRow> ClientTable::onlyChosen() const
{
    const QItemSelection rows = selectionModel()->selection();
    const bool isOne = rows.size() == 1 && rows.front().height() == 1;
    return isOne ? m_clients->clientAt(rows.front().top()) : std::nullopt;
}

bool ClientTable::choose(const std::vector<core::ClientPk>& clients)
{
    QSet<std::int64_t> wanted;
    for (const core::ClientPk pk : clients) {
        wanted.insert(pk.value);
    }
    QItemSelection rows;
    int first = -1; // of the rows that follow each other
    for (int row = 0; row <= m_clients->rowCount(); ++row) {
        const bool isWanted
            = row < m_clients->rowCount() && wanted.contains(m_clients->pkAt(row).value);
        if (isWanted && first < 0) {
            first = row;
        } else if (!isWanted && first >= 0) {
            rows.select(m_clients->index(first, 0),
                        m_clients->index(row - 1, m_clients->columnCount() - 1));
            first = -1;
        }
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    return !rows.isEmpty();
}

/// Not by selectRow(): whoever still holds Ctrl from the key that led here would turn its choice around.
void ClientTable::chooseRow(int row)
{
    selectionModel()->setCurrentIndex(m_clients->index(row, ClientListModel::NameColumn),
                                      QItemSelectionModel::ClearAndSelect
                                          | QItemSelectionModel::Rows);
}

void ClientTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitName();
    m_emptiness->setGeometry(viewport()->rect());
}

void ClientTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
        Q_EMIT deletePressed();
        return;
    }
    // Qt would copy the cell with the cursor, past every right and the log.
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyPressed();
        return;
    }
    // To Qt, Home is the first cell of the row, and with Ctrl it moves without choosing where several may be chosen; here a row is
    // one client.
    const bool isEnd = event->key() == Qt::Key_End;
    const bool isAlone
        = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::ControlModifier;
    if ((isEnd || event->key() == Qt::Key_Home) && isAlone) {
        chooseRow(isEnd ? m_clients->rowCount() - 1 : 0);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace ui
