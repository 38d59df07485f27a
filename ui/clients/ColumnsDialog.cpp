#include "ui/clients/ColumnsDialog.h"

#include "ui/clients/ClientListModel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize columnsSize{420, 560};

} // namespace

ColumnsDialog::ColumnsDialog(const ListLayout& layout, const OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_before(layout)
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(tr("Up"), this))
    , m_down(new QPushButton(tr("Down"), this))
{
    setWindowTitle(tr("Columns"));
    resize(columnsSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Columns of the list"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* about = makeText(this, tr("What is ticked is shown, from the top to the right."));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    m_list->setAccessibleName(tr("Columns of the list"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    column->addWidget(m_list, 1);
    auto* tools = new QHBoxLayout;
    setKey(m_up, 'U');
    setKey(m_down, 'D');
    auto* reset = new QPushButton(tr("As at first"), this);
    reset->setProperty("role", QStringLiteral("quiet"));
    setKey(reset, 'F');
    tools->addWidget(m_up);
    tools->addWidget(m_down);
    tools->addStretch(1);
    tools->addWidget(reset);
    column->addLayout(tools);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    QPushButton* apply = makePrimary(tr("Show these columns"), this);
    setKey(apply, 'S');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(apply);
    column->addLayout(row);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::check);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_before = ListLayout::atFirst(m_jobs.session());
        fill(m_before);
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(this->layout());
        accept();
    });
    fill(layout);
    m_list->setFocus();
}

void ColumnsDialog::fill(const ListLayout& layout)
{
    m_list->clear();
    const auto add = [this](int column, bool isShown) {
        auto* item = new QListWidgetItem(columnLabel(column), m_list);
        item->setData(Qt::UserRole, column);
        Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
        if (column != ClientListModel::NameColumn) {
            flags |= Qt::ItemIsUserCheckable; // a list without names says nothing
        }
        item->setFlags(flags);
        item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
    };
    std::vector<int> shown;
    for (const ListLayout::Shown& one : layout.shown) {
        shown.push_back(one.column);
        add(one.column, true);
    }
    for (int column = 0; column < int(listColumns().size()); ++column) {
        const bool isShown = std::find(shown.begin(), shown.end(), column) != shown.end();
        if (!isShown && maySee(m_jobs.session(), column)) {
            add(column, false);
        }
    }
    m_list->setCurrentRow(0);
    check();
}

void ColumnsDialog::move(int step)
{
    const int row = m_list->currentRow();
    const int to = row + step;
    if (row < 0 || to < 0 || to >= m_list->count()) {
        return;
    }
    QListWidgetItem* item = m_list->takeItem(row);
    m_list->insertItem(to, item);
    m_list->setCurrentRow(to);
    check();
}

void ColumnsDialog::check()
{
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() >= 0 && m_list->currentRow() < m_list->count() - 1);
}

ListLayout ColumnsDialog::layout() const
{
    ListLayout layout = m_before;
    layout.shown.clear();
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* item = m_list->item(row);
        const int column = item->data(Qt::UserRole).toInt();
        if (item->checkState() != Qt::Checked) {
            continue;
        }
        const auto before
            = std::find_if(m_before.shown.begin(),
                           m_before.shown.end(),
                           [column](const ListLayout::Shown& one) { return one.column == column; });
        layout.shown.push_back(before == m_before.shown.end() ? ListLayout::Shown{column, 0}
                                                              : *before);
    }
    return layout;
}

} // namespace ui
