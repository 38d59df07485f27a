#include "ui/duplicates/UnmergeDialog.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize placingSize{860, 440};

enum PlacingColumn
{
    MergedColumn,
    NowColumn,
    FirstRecord
};

/// Whole where it can be read at a glance; the tool tip has the rest.
QString readable(core::Field field, const QString& value)
{
    constexpr qsizetype longest = 240;
    QString words = core::shownValue(field, value);
    if (words.size() > longest) {
        words = words.left(longest) + QStringLiteral("…");
    }
    return words.isEmpty() ? UnmergeDialog::tr("(empty)") : words;
}

} // namespace

UnmergeDialog::UnmergeDialog(core::UnmergePlan plan, QWidget* parent)
    : Dialog(parent)
    , m_plan(std::move(plan))
    , m_table(new QTableWidget(this))
    , m_problem(makeProblem(this))
{
    m_records.push_back(m_plan.visible().id());
    for (const core::Client& client : m_plan.restored) {
        m_records.push_back(client.id());
    }
    setWindowTitle(tr("Undo this merge"));
    resize(placingSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = makeText(this, tr("Whose are the edits made since?"));
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    auto* about = makeText(
        this,
        tr("%n field(s) were edited after the records had become one. Each edit stays with %1, "
           "unless you check another record; it can belong to several.",
           nullptr,
           int(m_plan.edits.size()))
            .arg(m_records.front().value));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    column->addSpacing(theme::space(2));
    m_table->setAccessibleName(tr("Edits and the records they belong to"));
    setUpTable(m_table);
    m_table->setShowGrid(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    fitToRows(m_table);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    column->addWidget(m_table);
    column->addStretch(1);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* undo = makePrimary("undo", tr("Undo the merge"), this);
    setKey(undo, 'U');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(undo);
    column->addLayout(row);
    fill();
    m_table->setCurrentCell(0, FirstRecord);
    connect(m_table, &QTableWidget::itemChanged, this, &UnmergeDialog::placed);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(undo, &QPushButton::clicked, this, [this] {
        Q_EMIT undoWanted(m_plan);
        accept();
    });
}

void UnmergeDialog::fill()
{
    m_filling = true;
    const int records = int(m_records.size());
    m_table->setRowCount(int(m_plan.edits.size()));
    m_table->setColumnCount(FirstRecord + records);
    QStringList headers{tr("As it was merged"), tr("Edited to")};
    for (const core::ClientId& id : m_records) {
        headers.append(id.value);
    }
    m_table->setHorizontalHeaderLabels(headers);
    QStringList fields;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const core::PlacedEdit& edit = m_plan.edits[std::size_t(row)];
        fields.append(core::fieldLabel(edit.field));
        const auto put = [this, row](int at, const QString& words) {
            auto* item = new QTableWidgetItem(words);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            item->setToolTip(words);
            m_table->setItem(row, at, item);
            return item;
        };
        setTone(put(MergedColumn, readable(edit.field, edit.merged)), theme::Tone::Muted);
        put(NowColumn, readable(edit.field, edit.now))->setFont(theme::font(theme::Strong));
        for (int record = 0; record < records; ++record) {
            const core::ClientId& id = m_records[std::size_t(record)];
            const bool isHere = record == 0
                ? edit.stays
                : std::find(edit.goesTo.begin(), edit.goesTo.end(), id) != edit.goesTo.end();
            QTableWidgetItem* box
                = put(FirstRecord + record, record == 0 ? tr("stays") : tr("goes there"));
            box->setFlags(box->flags() | Qt::ItemIsUserCheckable);
            box->setCheckState(isHere ? Qt::Checked : Qt::Unchecked);
            box->setData(Qt::AccessibleTextRole,
                         QString(core::fieldLabel(edit.field) + u' ' + id.value));
        }
    }
    m_table->setVerticalHeaderLabels(fields);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(MergedColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(NowColumn, QHeaderView::Stretch);
    m_filling = false;
}

void UnmergeDialog::placed(const QTableWidgetItem* item)
{
    if (m_filling || item->column() < FirstRecord) {
        return;
    }
    const int row = item->row();
    const core::PlacedEdit& edit = m_plan.edits[std::size_t(row)];
    std::vector<core::ClientId> where;
    for (int record = 0; record < int(m_records.size()); ++record) {
        if (m_table->item(row, FirstRecord + record)->checkState() == Qt::Checked) {
            where.push_back(m_records[std::size_t(record)]);
        }
    }
    const auto done = m_plan.place(edit.field, where);
    sayProblem(m_problem, done ? QString() : done.error().message);
    if (!done) {
        // Later: the table still works on the item that this would replace.
        QMetaObject::invokeMethod(
            this,
            [this, row, at = item->column()] {
                fill();
                m_table->setCurrentCell(row, at);
            },
            Qt::QueuedConnection);
    }
}

void UnmergeDialog::setPlaced(int row, int record, bool isPlaced)
{
    m_table->item(row, FirstRecord + record)->setCheckState(isPlaced ? Qt::Checked : Qt::Unchecked);
}

} // namespace ui
