#include "ui/clients/ValueHistoryDialog.h"

#include "core/approval/Request.h"
#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize historySize{680, 360};

/// By which way a value came in, as far as it is told.
QString wayOf(const core::HistoryEntry& entry)
{
    QStringList words;
    if (entry.merge.isValid()) {
        words.append(entry.action == QLatin1String("unmerge")
                         ? ValueHistoryDialog::tr("Merge taken back")
                         : ValueHistoryDialog::tr("Merge"));
    } else if (entry.batch.isValid()) {
        words.append(ValueHistoryDialog::tr("Import"));
    } else if (entry.action == QLatin1String("create")) {
        words.append(ValueHistoryDialog::tr("Entered"));
    } else {
        words.append(ValueHistoryDialog::tr("Changed"));
    }
    if (entry.request.isValid()) {
        words.append(ValueHistoryDialog::tr("%1, approved by %2")
                         .arg(core::requestText(entry.request), entry.actorName));
    }
    if (!entry.reason.isEmpty()) {
        words.append(ValueHistoryDialog::tr("Reason: %1").arg(entry.reason));
    }
    return words.join(u'\n');
}

} // namespace

ValueHistoryDialog::ValueHistoryDialog(const Value& value,
                                       const std::vector<core::HistoryEntry>& history,
                                       const QTimeZone& zone,
                                       QWidget* parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 4, this))
{
    setWindowTitle(tr("History of a value"));
    resize(historySize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(4), theme::space(5), theme::space(4));
    column->setSpacing(theme::space(3));
    QLabel* heading = makeText(this, value.label);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    m_table->setHorizontalHeaderLabels({tr("Value"), tr("Since"), tr("By"), tr("How")});
    m_table->setAccessibleName(tr("Values of %1, newest first").arg(value.label));
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setUpTable(m_table);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const core::HistoryEntry& entry : history) {
        add(value, entry, zone);
    }
    column->addWidget(m_table, 1);
    if (m_table->rowCount() == 0) {
        m_table->hide();
        auto* nothing = new StateView(this);
        nothing->show("history",
                      tr("Nothing to tell"),
                      tr("This value has no history, or your role does not see it."));
        column->addWidget(nothing, 1);
    } else {
        m_table->selectRow(0);
    }
    auto* close = new QPushButton(tr("Close"), this);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void ValueHistoryDialog::add(const Value& value,
                             const core::HistoryEntry& entry,
                             const QTimeZone& zone)
{
    QStringList values;
    for (const core::FieldChange& change : entry.changes) {
        if (std::find(value.fields.begin(), value.fields.end(), change.field)
            == value.fields.end()) {
            continue;
        }
        QString shown = core::shownValue(change.field, change.after);
        if (shown.isEmpty()) {
            shown = tr("(empty)");
        }
        values.append(value.fields.size() > 1
                          ? tr("%1: %2").arg(core::fieldLabel(change.field), shown)
                          : shown);
    }
    if (values.isEmpty()) {
        return;
    }
    const bool isNow = m_table->rowCount() == 0;
    QString since = QLocale().toString(entry.at.toTimeZone(zone), QLocale::ShortFormat);
    if (isNow) {
        since += u'\n' + tr("the value now");
    }
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QStringList cells{values.join(u'\n'), since, entry.authorName, wayOf(entry)};
    for (int i = 0; i < cells.size(); ++i) {
        auto* item = new QTableWidgetItem(cells[i]);
        item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
        item->setToolTip(cells[i]);
        if (i > 0) {
            setTone(item, theme::Tone::Muted);
        } else if (isNow) {
            item->setFont(theme::font(theme::Strong));
        }
        m_table->setItem(row, i, item);
    }
}

} // namespace ui
