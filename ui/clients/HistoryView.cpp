#include "ui/clients/HistoryView.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>

#include <algorithm>

namespace ui {

namespace {

/// With whom the record became one, or came apart.
QString mergeWords(const core::HistoryEntry& entry)
{
    const QString ids = QString(entry.origin).replace(u' ', HistoryView::tr(", "));
    if (!entry.merge.isValid() || ids.isEmpty()) {
        return {};
    }
    return entry.action == QLatin1String("unmerge") ? HistoryView::tr("Apart again: %1").arg(ids)
                                                    : HistoryView::tr("Made one with %1").arg(ids);
}

} // namespace

HistoryView::HistoryView(const QTimeZone& zone, QWidget* parent)
    : QTableWidget(0, 3, parent)
    , m_zone(zone)
{
    setHorizontalHeaderLabels({tr("When"), tr("Field"), tr("Change")});
    setAccessibleName(tr("History"));
    setObjectName(QStringLiteral("history"));
    verticalHeader()->hide();
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setUpTable(this);
    setWordWrap(true);
    setTextElideMode(Qt::ElideMiddle); // what tells ids apart is at their end
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + theme::space(1));
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void HistoryView::show(const ReadHistory& history)
{
    if (isAsShown(history)) {
        return;
    }
    const bool isSameClient = !m_shown.entries.empty() && !history.entries.empty()
        && m_shown.entries.back().pk == history.entries.back().pk;
    const QScrollBar* bar = verticalScrollBar();
    const int fromEnd = bar->maximum() - bar->value(); // what is new comes above
    const int top = bar->value();
    const QPoint cell(currentColumn(), rowCount() - currentRow());
    m_shown = history;
    fill(history);
    if (!isSameClient) {
        scrollToTop();
        return;
    }
    if (cell.x() >= 0) {
        const QSignalBlocker quiet(selectionModel()); // to go there is not to scroll there
        setCurrentCell(rowCount() - cell.y(), cell.x());
    }
    executeDelayedItemsLayout(); // the heights of the rows, which say how far it scrolls
    updateGeometries();
    verticalScrollBar()->setValue(top == 0 ? 0 : verticalScrollBar()->maximum() - fromEnd);
}

bool HistoryView::isAsShown(const ReadHistory& history) const
{
    const auto isSame = [](const core::HistoryEntry& one, const core::HistoryEntry& other) {
        return one.pk == other.pk && one.auditSeq == other.auditSeq && one.changes == other.changes
            && one.authorName == other.authorName && one.actorName == other.actorName;
    };
    return m_shown.problems == history.problems && m_shown.merges == history.merges
        && std::ranges::equal(m_shown.entries, history.entries, isSame);
}

void HistoryView::fill(const ReadHistory& history)
{
    setRowCount(0);
    QSet<core::MergePk> offered;
    QSet<QString> parted; // of several merges of the same records, the last one can be had again
    for (const core::HistoryEntry& entry : history.entries) {
        add(entry, history.problems.value(entry.pk));
        const MergeStep step = history.merges.value(entry.merge, MergeStep::None);
        const bool isOlder = step == MergeStep::Again && parted.contains(entry.origin);
        if (step != MergeStep::None && !offered.contains(entry.merge) && !isOlder) {
            offered.insert(entry.merge);
            parted.insert(entry.origin);
            addStep(entry.merge, step);
        }
    }
}

void HistoryView::add(const core::HistoryEntry& entry, const QString& problem)
{
    QString who = entry.authorName;
    if (entry.request.isValid() && entry.actorName != entry.authorName) {
        who = tr("%1, approved by %2").arg(entry.authorName, entry.actorName);
    }
    // One save is one block: when and who stand beside its first line.
    QString when = QLocale().toString(entry.at.toTimeZone(m_zone), QLocale::ShortFormat) + u'\n'
        + who + u'\n'
        + (problem.isEmpty() ? tr("✓ signed, entry %1").arg(entry.auditSeq)
                             : tr("✕ signature does not hold"));
    if (!problem.isEmpty()) {
        addLine(when, {}, problem, {});
        setTone(item(rowCount() - 1, 2), theme::Tone::Bad);
        when.clear();
    }
    const QString reason = entry.reason.isEmpty() ? QString() : tr("Reason: %1").arg(entry.reason);
    if (!reason.isEmpty()) {
        addLine(when, {}, reason, {});
        when.clear();
    }
    if (const QString merged = mergeWords(entry); !merged.isEmpty()) {
        addLine(when, tr("Merge"), merged, reason);
        when.clear();
    }
    for (const core::FieldChange& change : entry.changes) {
        const QString before = core::shownValue(change.field, change.before);
        const QString after = core::shownValue(change.field, change.after);
        const QString words = before.isEmpty() ? after
            : after.isEmpty()                  ? tr("%1 → (empty)").arg(before)
                                               : tr("%1 → %2").arg(before, after);
        addLine(when, core::fieldLabel(change.field), words, reason);
        when.clear();
    }
    if (!when.isEmpty()) {
        addLine(when, {}, tr("The values stayed as they were."), {});
    }
}

void HistoryView::addLine(const QString& when,
                          const QString& field,
                          const QString& words,
                          const QString& hint)
{
    const int row = rowCount();
    insertRow(row);
    const QStringList cells{when, field, words};
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
        item->setToolTip(hint.isEmpty() ? cells[column] : hint);
        if (column < 2) {
            setTone(item, theme::Tone::Muted);
        }
        setItem(row, column, item);
    }
}

void HistoryView::addStep(core::MergePk merge, MergeStep step)
{
    const int row = rowCount();
    insertRow(row);
    auto* cell = new QWidget(this);
    auto* line = new QHBoxLayout(cell);
    line->setContentsMargins(theme::space(2), 0, theme::space(2), theme::space(1));
    const bool isUndo = step == MergeStep::Undo;
    auto* button = new QPushButton(theme::icon(isUndo ? "undo" : "merge"),
                                   isUndo ? tr("Undo this merge") : tr("Merge again…"),
                                   cell);
    line->addWidget(button);
    line->addStretch(1);
    connect(button, &QPushButton::clicked, this, [this, merge, isUndo] {
        if (isUndo) {
            Q_EMIT undoWanted(merge);
        } else {
            Q_EMIT againWanted(merge);
        }
    });
    setCellWidget(row, 1, cell);
    setSpan(row, 1, 1, 2); // the words need more room than the column of values has
    setRowHeight(row, cell->sizeHint().height());
}

} // namespace ui
