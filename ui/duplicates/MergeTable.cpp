#include "ui/duplicates/MergeTable.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using core::Field;

constexpr int narrowestRecord = 140; // pixels at 100 %
constexpr int resultWidth = 186;
constexpr int whyWidth = 124;

QTableWidgetItem* readOnlyItem(const QString& text, const QString& tip = {})
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(tip.isEmpty() ? text : tip);
    return item;
}

/// In the few letters that a column has room for.
QString shortReason(core::MergeReason reason)
{
    if (reason == core::MergeReason::Kept) {
        return MergeTable::tr("kept");
    }
    return reason == core::MergeReason::Restored ? MergeTable::tr("as before")
                                                 : core::mergeReasonLabel(reason);
}

bool mayBeTyped(Field field)
{
    return field != Field::Contacts && field != Field::Custom && field != Field::Type
        && !core::isSealed(field);
}

} // namespace

MergeTable::MergeTable(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableWidget(this))
    , m_result(new QTableView(this))
    , m_belowResult(new QWidget(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_result, 1);
    right->addWidget(m_belowResult);
    m_belowResult->setFixedHeight(0);
    row->addWidget(m_table, 1);
    row->addLayout(right);
    m_table->setObjectName(QStringLiteral("records"));
    m_table->setAccessibleName(tr("Values of the records"));
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setAccessibleName(tr("Result"));
    m_result->setModel(m_table->model());
    m_result->setSelectionModel(m_table->selectionModel());
    setUp(m_table);
    setUp(m_result);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setMinimumSectionSize(narrowestRecord);
    m_result->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_result->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that its columns do not jump
    m_result->verticalHeader()->hide();
    m_result->setFixedWidth(resultWidth + whyWidth
                            + m_result->verticalScrollBar()->sizeHint().width()
                            + 2 * m_result->frameWidth());
    connectViews();
}

void MergeTable::setUp(QTableView* view)
{
    setUpTable(view);
    // Two lines: a record's id, and whether it stays.
    view->horizontalHeader()->setFixedHeight(2 * view->fontMetrics().lineSpacing()
                                             + theme::space(3));
    view->setShowGrid(true);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->installEventFilter(this);
}

void MergeTable::connectViews()
{
    connect(m_table->verticalScrollBar(),
            &QScrollBar::valueChanged,
            m_result->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_result->verticalScrollBar(),
            &QScrollBar::valueChanged,
            m_table->verticalScrollBar(),
            &QScrollBar::setValue);
    m_table->horizontalScrollBar()->installEventFilter(this);
    connect(m_table, &QTableWidget::cellClicked, this, &MergeTable::takeWanted);
    connect(m_table, &QTableWidget::cellActivated, this, &MergeTable::takeWanted);
    connect(m_table, &QTableWidget::itemChanged, this, &MergeTable::edited);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentColumnChanged, this, [this] {
        Q_EMIT recordChanged(currentRecord());
    });
}

void MergeTable::setClients(std::vector<core::Client> clients)
{
    m_clients = std::move(clients);
    m_attached.clear();
    m_important.clear();
    m_fields.clear();
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    m_table->setRowCount(0);
    m_table->setColumnCount(int(m_clients.size()) + 2);
    placeColumns();
}

void MergeTable::placeColumns()
{
    const int records = int(m_clients.size());
    for (int column = 0; column < records + 2; ++column) {
        const bool isRecord = column < records;
        m_table->setColumnHidden(column, !isRecord);
        m_result->setColumnHidden(column, isRecord);
        m_table->horizontalHeader()->setSectionResizeMode(
            column, isRecord ? QHeaderView::Stretch : QHeaderView::Fixed);
        m_result->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
    }
    m_result->setColumnWidth(records, resultWidth);
    m_result->setColumnWidth(records + 1, whyWidth);
}

void MergeTable::setAttached(std::vector<core::AttachedThings> things)
{
    m_attached = std::move(things);
    show(m_plan);
}

void MergeTable::setImportant(std::vector<core::Field> fields)
{
    if (m_important != fields) {
        m_important = std::move(fields);
        show(m_plan);
    }
}

void MergeTable::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
}

core::Field MergeTable::fieldAt(int row) const
{
    return row < 0 || row >= int(m_fields.size()) ? Field::Id : m_fields[std::size_t(row)];
}

void MergeTable::setCurrent(int row, int column)
{
    m_table->setCurrentCell(row, column);
}

int MergeTable::currentRecord() const
{
    const int column = m_table->currentColumn();
    return column < int(m_clients.size()) ? column : -1;
}

std::vector<core::AttachedKind> MergeTable::shownKinds() const
{
    std::vector<core::AttachedKind> kinds;
    for (std::size_t kind = 0; kind < core::attachedKinds; ++kind) {
        if (std::any_of(m_attached.begin(), m_attached.end(), [kind](const auto& things) {
                return things[kind].count > 0;
            })) {
            kinds.push_back(core::AttachedKind(kind));
        }
    }
    return kinds;
}

QString MergeTable::labelOf(const core::MergeChoice& choice) const
{
    return (choice.conflict ? QStringLiteral("≠ ") : QString()) + core::fieldLabel(choice.field);
}

void MergeTable::show(const core::MergePlan& plan)
{
    m_isFilling = true;
    const QModelIndex current = m_table->currentIndex();
    const int row = current.row();
    const int column = current.column();
    m_plan = plan;
    m_fields.clear();
    QStringList labels;
    for (const core::MergeChoice& choice : m_plan.choices) {
        const bool any = !choice.value.isEmpty()
            || std::any_of(
                m_clients.begin(), m_clients.end(), [&choice](const core::Client& client) {
                    return client.values.has(choice.field);
                });
        if (any) {
            m_fields.push_back(choice.field);
            labels.append(labelOf(choice));
        }
    }
    const std::vector<core::AttachedKind> kinds = shownKinds();
    m_table->setRowCount(int(m_fields.size() + kinds.size()));
    QStringList headers;
    for (const core::Client& client : m_clients) {
        headers.append(client.id() == plan.survivor.id ? client.id().value + u'\n' + tr("stays")
                                                       : client.id().value);
    }
    m_table->setHorizontalHeaderLabels(headers << tr("Result") << tr("Why"));
    for (int at = 0; at < int(m_fields.size()); ++at) {
        fillField(at, *m_plan.choice(m_fields[std::size_t(at)]));
    }
    for (std::size_t at = 0; at < kinds.size(); ++at) {
        fillAttached(int(m_fields.size() + at), kinds[at]);
        labels.append(QStringLiteral("# ") + core::attachedLabel(kinds[at])); // a count
    }
    m_table->setVerticalHeaderLabels(labels);
    m_table->setCurrentCell(row, column);
    m_isFilling = false;
}

void MergeTable::fillField(int row, const core::MergeChoice& choice)
{
    const int records = int(m_clients.size());
    for (int column = 0; column < records; ++column) {
        const core::Client& client = m_clients[std::size_t(column)];
        const QString value = core::shownValue(choice.field, client.value(choice.field));
        const bool chosen = choice.from == client.id() && !value.isEmpty();
        auto* item = readOnlyItem((chosen ? QStringLiteral("● ") : QString()) + value, value);
        if (chosen) {
            setShade(item, theme::Tone::Selected);
        }
        m_table->setItem(row, column, item);
    }
    const QString value = core::shownValue(choice.field, choice.value);
    QTableWidgetItem* result = readOnlyItem(value);
    result->setFont(theme::font(theme::Strong));
    if (mayBeTyped(choice.field) && !m_isReadOnly) {
        result->setFlags(result->flags() | Qt::ItemIsEditable);
    }
    m_table->setItem(row, records, result);
    const bool asks
        = std::find(m_important.begin(), m_important.end(), choice.field) != m_important.end();
    const QString reason = core::mergeReasonLabel(choice.reason);
    auto* why = readOnlyItem(
        asks ? tr("needs approval") : shortReason(choice.reason),
        asks ? tr("%1; an important field: somebody else approves the change").arg(reason)
             : reason);
    why->setFlags(Qt::ItemIsEnabled);
    setTone(why, asks ? theme::Tone::Warning : theme::Tone::Muted);
    m_table->setItem(row, records + 1, why);
}

void MergeTable::fillAttached(int row, core::AttachedKind kind)
{
    int total = 0;
    const auto put = [this, row](int column, const QString& text, const QString& tip) {
        auto* item = readOnlyItem(text, tip);
        item->setFlags(Qt::ItemIsEnabled);
        setTone(item, theme::Tone::Muted);
        m_table->setItem(row, column, item);
    };
    const int records = int(m_clients.size());
    for (int column = 0; column < records; ++column) {
        const core::Attached& one = column < int(m_attached.size())
            ? m_attached[std::size_t(column)][std::size_t(kind)]
            : core::Attached{};
        total += one.count;
        const QString list = one.items.join(tr(", "));
        put(column,
            one.count == 0       ? QString()
                : list.isEmpty() ? QString::number(one.count)
                                 : tr("%1: %2").arg(one.count).arg(list),
            one.items.join(u'\n'));
    }
    const bool isMoved = kind == core::AttachedKind::Requests || kind == core::AttachedKind::Merged
        || kind == core::AttachedKind::Consents;
    put(records, isMoved ? QString::number(total) : QString(), {});
    put(records + 1, isMoved ? tr("moves along") : tr("put together"), {});
}

void MergeTable::edited(QTableWidgetItem* item)
{
    if (!m_isFilling && item->column() == int(m_clients.size())
        && fieldAt(item->row()) != Field::Id) {
        Q_EMIT typed(fieldAt(item->row()), item->text());
    }
}

bool MergeTable::keyPressed(QTableView* view, int key)
{
    const int records = int(m_clients.size());
    const int row = m_table->currentRow();
    if (key == Qt::Key_Space && view == m_table) {
        Q_EMIT takeWanted(row, m_table->currentColumn());
        return true;
    }
    // From the last record into the result, and back.
    if (key == Qt::Key_Right && view == m_table && m_table->currentColumn() == records - 1) {
        m_result->setFocus();
        m_table->setCurrentCell(row, records);
        return true;
    }
    if (key == Qt::Key_Left && view == m_result) {
        m_table->setFocus();
        m_table->setCurrentCell(row, records - 1);
        return true;
    }
    return false;
}

bool MergeTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_table || watched == m_result)) {
        return keyPressed(static_cast<QTableView*>(watched), static_cast<QKeyEvent*>(event)->key());
    }
    QScrollBar* bar = m_table->horizontalScrollBar();
    if (watched == bar && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        m_belowResult->setFixedHeight(event->type() == QEvent::Show ? bar->sizeHint().height() : 0);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
