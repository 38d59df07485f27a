#include "ui/inbox/WaitingImport.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

QString duplicatesWords(core::DuplicateMode mode)
{
    switch (mode) {
    case core::DuplicateMode::Create:
        return WaitingImport::tr("Rows of clients the office has already are stored beside them.");
    case core::DuplicateMode::Skip:
        return WaitingImport::tr("Rows of clients the office has already are left out.");
    case core::DuplicateMode::Update:
    case core::DuplicateMode::Request:
        break;
    }
    return WaitingImport::tr("Rows of clients the office has already go into those clients.");
}

/// Fields in which something stands, in their order.
std::vector<core::Field> filledFields(const std::vector<core::ImportRow>& rows)
{
    std::vector<core::Field> fields;
    for (const core::FieldInfo& info : core::allFields()) {
        for (const core::ImportRow& row : rows) {
            if (row.values.has(info.field)) {
                fields.push_back(info.field);
                break;
            }
        }
    }
    return fields;
}

} // namespace

WaitingImport::WaitingImport(QWidget* parent)
    : QWidget(parent)
    , m_about(makeText(this))
    , m_heading(makeText(this))
    , m_rows(new QTableWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(2));
    m_heading->setFont(theme::font(theme::Strong));
    m_rows->setAccessibleName(tr("First rows of the file"));
    m_rows->setObjectName(QStringLiteral("waiting_rows"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->verticalHeader()->hide();
    setUpTable(m_rows);
    fitToRows(m_rows);
    column->addWidget(m_about);
    column->addWidget(m_heading);
    column->addWidget(m_rows);
    column->addStretch(1);
}

void WaitingImport::show(const core::StagedSummary& summary, bool keepRows)
{
    const QLocale locale;
    const core::BatchCounts& counts = summary.counts;
    const auto number = [&locale](std::int64_t value) {
        return locale.toString(qlonglong(value));
    };
    QStringList lines{
        tr("%1 new clients, %2 changed, %3 rows left out, when it was tried")
            .arg(number(counts.created), number(counts.updated), number(counts.skipped)),
        duplicatesWords(summary.duplicates)};
    if (counts.rejected > 0) {
        lines.append(tr("%n row(s) cannot be a client; the person who asked has them in a file.",
                        nullptr,
                        int(counts.rejected)));
    }
    m_about->setText(lines.join(u'\n'));
    if (!keepRows) {
        m_heading->clear();
        m_rows->setRowCount(0);
        m_rows->hide();
    }
    QWidget::show();
}

void WaitingImport::showRows(const core::ImportPreview& preview)
{
    const std::vector<core::Field> fields = filledFields(preview.rows);
    m_rows->clear();
    m_rows->setColumnCount(int(fields.size()));
    m_rows->setRowCount(int(preview.rows.size()));
    for (int column = 0; column < int(fields.size()); ++column) {
        const core::Field field = fields[std::size_t(column)];
        m_rows->setHorizontalHeaderItem(column, new QTableWidgetItem(core::fieldLabel(field)));
        for (int row = 0; row < int(preview.rows.size()); ++row) {
            const QString value
                = core::shownValue(field, preview.rows[std::size_t(row)].values.value(field));
            auto* cell = new QTableWidgetItem(value.simplified());
            cell->setToolTip(value);
            m_rows->setItem(row, column, cell);
        }
    }
    m_rows->resizeColumnsToContents();
    constexpr int widest = 220;
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        m_rows->setColumnWidth(column, std::min(m_rows->columnWidth(column), widest));
    }
    m_heading->setText(tr("The first %n row(s)", nullptr, int(preview.rows.size())));
    m_rows->show();
}

} // namespace ui
