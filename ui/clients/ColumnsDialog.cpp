#include "ui/clients/ColumnsDialog.h"

#include "ui/clients/ClientListModel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize columnsSize{460, 560};
constexpr int widthRole = Qt::UserRole + 1;
constexpr int mostWidth = 800;

int leastWidth()
{
    return theme::space(12); // as in the list
}

} // namespace

ColumnsDialog::ColumnsDialog(const ListLayout& layout, const OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_before(layout)
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(tr("Up"), this))
    , m_down(new QPushButton(tr("Down"), this))
    , m_width(new QSpinBox(this))
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
    auto* width = new QLabel(tr("&Width"), this);
    width->setBuddy(m_width);
    m_width->setAccessibleName(tr("Width of the column"));
    m_width->setRange(leastWidth() - theme::space(2), mostWidth);
    m_width->setSingleStep(theme::space(2));
    m_width->setSpecialValueText(tr("as at first"));
    m_width->setSuffix(tr(" px"));
    tools->addSpacing(theme::space(2));
    tools->addWidget(width);
    tools->addWidget(m_width);
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
    connect(m_width, &QSpinBox::valueChanged, this, &ColumnsDialog::setWidth);
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
    const auto add = [this](int column, bool isShown, int width) {
        auto* item = new QListWidgetItem(columnLabel(column), m_list);
        item->setData(Qt::UserRole, column);
        item->setData(widthRole, width);
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
        add(one.column, true, one.width);
    }
    for (int column = 0; column < int(listColumns().size()); ++column) {
        const bool isShown = std::find(shown.begin(), shown.end(), column) != shown.end();
        if (!isShown && maySee(m_jobs.session(), column)) {
            add(column, false, 0);
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
    const QListWidgetItem* item = m_list->currentItem();
    const QSignalBlocker quiet(m_width);
    const int width = item == nullptr ? 0 : item->data(widthRole).toInt();
    m_width->setEnabled(item != nullptr);
    m_width->setValue(width == 0 ? m_width->minimum() : width);
}

void ColumnsDialog::setWidth(int width)
{
    if (QListWidgetItem* item = m_list->currentItem()) {
        item->setData(widthRole, width == m_width->minimum() ? 0 : width);
    }
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
        layout.shown.push_back({column, item->data(widthRole).toInt()});
    }
    return layout;
}

} // namespace ui
