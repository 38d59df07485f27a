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

constexpr int resultWidth = 186; // pixels at 100 %
constexpr int whyWidth = 124;

/// A record's id is never cut: by it people tell twenty of them apart.
int narrowestMergeRecord()
{
    return QFontMetrics(theme::font(theme::Strong))
               .horizontalAdvance(QStringLiteral("CUST202606300000"))
        + theme::space(5);
}

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
    m_table->horizontalHeader()->setSectionsClickable(true);
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
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (!m_isReadOnly && column < int(m_clients.size())) {
            Q_EMIT survivorWanted(column);
        }
    });
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
    m_decided.clear();
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
    m_table->horizontalHeader()->setMinimumSectionSize(narrowestMergeRecord());
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

bool MergeTable::isDecided(Field field) const
{
    return std::find(m_decided.begin(), m_decided.end(), field) != m_decided.end();
}

QString MergeTable::labelOf(const core::MergeChoice& choice) const
{
    const QString mark = isDecided(choice.field) ? QStringLiteral("✓ ")
        : choice.conflict                        ? QStringLiteral("≠ ")
                                                 : QString();
    return mark + core::fieldLabel(choice.field);
}

void MergeTable::setDecided(std::vector<Field> fields)
{
    m_decided = std::move(fields);
}

void MergeTable::setOnlyConflicts(bool isOnly)
{
    m_isOnlyConflicts = isOnly;
    hideRows();
}

void MergeTable::hideRows()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const core::MergeChoice* choice
            = row < int(m_fields.size()) ? m_plan.choice(m_fields[std::size_t(row)]) : nullptr;
        const bool isHidden = m_isOnlyConflicts && (choice == nullptr || !choice->conflict);
        m_table->setRowHidden(row, isHidden);
        m_result->setRowHidden(row, isHidden);
    }
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
    fillHeaders();
    for (int at = 0; at < int(m_fields.size()); ++at) {
        fillField(at, *m_plan.choice(m_fields[std::size_t(at)]));
    }
    for (std::size_t at = 0; at < kinds.size(); ++at) {
        fillAttached(int(m_fields.size() + at), kinds[at]);
        labels.append(tr("%1, count").arg(core::attachedLabel(kinds[at])));
    }
    m_table->setVerticalHeaderLabels(labels);
    hideRows();
    m_table->setCurrentCell(row, column);
    m_isFilling = false;
}

void MergeTable::fillHeaders()
{
    const int records = int(m_clients.size());
    for (int column = 0; column < records; ++column) {
        const core::Client& client = m_clients[std::size_t(column)];
        const bool stays = client.id() == m_plan.survivor.id;
        auto* item = new QTableWidgetItem(
            stays ? client.id().value + QStringLiteral("\n● ") + tr("stays") : client.id().value);
        item->setFont(theme::font(stays ? theme::Strong : theme::Body));
        const QString name = client.value(Field::Name);
        item->setToolTip(m_isReadOnly || stays ? name
                                               : name + u'\n' + tr("Click: this record stays (K)"));
        m_table->setHorizontalHeaderItem(column, item);
    }
    m_table->setHorizontalHeaderItem(records, new QTableWidgetItem(tr("Result")));
    m_table->setHorizontalHeaderItem(records + 1, new QTableWidgetItem(tr("Why")));
}

void MergeTable::fillField(int row, const core::MergeChoice& choice)
{
    const int records = int(m_clients.size());
    for (int column = 0; column < records; ++column) {
        const core::Client& client = m_clients[std::size_t(column)];
        const QString stored = client.value(choice.field);
        const QString value = core::shownValue(choice.field, stored);
        // Where all say the same, nobody has to choose, and no mark is in the way of those that matter.
        const bool isTaken = choice.reason != core::MergeReason::Same && choice.from == client.id()
            && !value.isEmpty();
        auto* item = readOnlyItem((isTaken ? QStringLiteral("● ") : QString()) + value, value);
        if (isTaken) {
            setShade(item, theme::Tone::Selected);
        } else if (choice.conflict && !value.isEmpty() && stored != choice.value) {
            setShade(item, theme::Tone::Different);
        } else if (!choice.conflict) {
            setTone(item, theme::Tone::Muted);
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
    fillWhy(row, choice);
}

void MergeTable::fillWhy(int row, const core::MergeChoice& choice)
{
    const bool asks
        = std::find(m_important.begin(), m_important.end(), choice.field) != m_important.end();
    const QString reason = core::mergeReasonLabel(choice.reason);
    auto* why = readOnlyItem(
        asks ? tr("needs approval") : shortReason(choice.reason),
        asks ? tr("%1; an important field: somebody else approves the change").arg(reason)
             : reason);
    why->setFlags(Qt::ItemIsEnabled);
    setTone(why, asks ? theme::Tone::Warning : theme::Tone::Muted);
    m_table->setItem(row, int(m_clients.size()) + 1, why);
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

bool MergeTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_table || watched == m_result)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
        if (key->key() == Qt::Key_F8 && key->modifiers() == Qt::ShiftModifier) {
            goToConflict(-1);
            return true;
        }
        return isPlain && keyPressed(static_cast<QTableView*>(watched), key->key());
    }
    QScrollBar* bar = m_table->horizontalScrollBar();
    if (watched == bar && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        m_belowResult->setFixedHeight(event->type() == QEvent::Show ? bar->sizeHint().height() : 0);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
