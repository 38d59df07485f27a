#include "ui/clients/ClientTable.h"

#include "ui/clients/ClientListModel.h"
#include "ui/widgets/Parts.h"

#include <QHeaderView>
#include <QItemSelection>
#include <QKeyEvent>
#include <QSet>

namespace ui {

namespace {

constexpr int roomForActivity = 940; // pixels at 100 %

} // namespace

ClientTable::ClientTable(ClientListModel* clients, bool maySeveral, QWidget* parent)
    : QTableView(parent)
    , m_clients(clients)
{
    setModel(m_clients);
    setObjectName(QStringLiteral("clients"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(maySeveral ? QAbstractItemView::ExtendedSelection
                                : QAbstractItemView::SingleSelection);
    setUpTable(this);
    verticalHeader()->hide();
    horizontalHeader()->setSortIndicator(ClientListModel::NameColumn, Qt::AscendingOrder);
    setSortingEnabled(true);
    // The name takes what the others leave, so that the list never scrolls sideways by itself.
    const int widths[]{236, 92, 152, 72, 80, 120, 92};
    for (int i = 0; i < ClientListModel::ColumnCount; ++i) {
        setColumnWidth(i, widths[i]);
    }
    horizontalHeader()->setSectionResizeMode(ClientListModel::NameColumn, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(56);
    // Not the current row: a view that gets the focus takes its first row for that, and shows it to nobody.
    connect(selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &ClientTable::choiceChanged);
}

std::vector<core::ClientPk> ClientTable::chosen() const
{
    std::vector<core::ClientPk> clients;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            clients.push_back(m_clients->pkAt(row));
        }
    }
    return clients;
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
                        m_clients->index(row - 1, ClientListModel::ColumnCount - 1));
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
    // Where it is narrow, the name is worth more than the activity.
    setColumnHidden(ClientListModel::ActivityColumn, width() < roomForActivity);
    QTableView::resizeEvent(event);
}

void ClientTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
        Q_EMIT deletePressed();
        return;
    }
    // Where several may be chosen, Qt moves with Ctrl without choosing: the first and the last row would stay closed.
    const bool isEnd = event->key() == Qt::Key_End;
    if ((isEnd || event->key() == Qt::Key_Home) && event->modifiers() == Qt::ControlModifier) {
        chooseRow(isEnd ? m_clients->rowCount() - 1 : 0);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace ui
