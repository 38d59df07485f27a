#include "ui/inbox/RequestView.h"

#include "core/exchange/StagedImports.h"
#include "core/records/ClientStandardizer.h"
#include "ui/inbox/WaitingImport.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace ui {

namespace {

enum ChangeColumn
{
    ChangedFieldColumn,
    OldColumn,
    NewColumn
};

/// Values wrap; the last two columns have the room.
void setUpChanges(QTableWidget* table)
{
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    setUpTable(table);
    table->setWordWrap(true);
    QHeaderView* header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(table->columnCount() - 2, QHeaderView::Stretch);
    header->setSectionResizeMode(table->columnCount() - 1, QHeaderView::Stretch);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

/// A value as people read it, or that there is none.
QTableWidgetItem* valueCell(core::Field field, const QString& value)
{
    const QString words = core::shownValue(field, value);
    return new QTableWidgetItem(words.isEmpty() ? RequestView::tr("(empty)") : words);
}

void setValues(QTableWidget* table, int row, int column, const core::RequestedChange& change)
{
    QTableWidgetItem* before = valueCell(change.field, change.before);
    setTone(before, theme::Tone::Muted);
    QTableWidgetItem* after = valueCell(change.field, change.after);
    after->setFont(theme::font(theme::Strong));
    table->setItem(row, column, before);
    table->setItem(row, column + 1, after);
}

} // namespace

RequestView::RequestView(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_title(makeText(this))
    , m_about(makeText(this))
    , m_warning(makeText(this))
    , m_changes(new QTableWidget(0, 3, this))
    , m_several(new QTableWidget(0, 4, this))
    , m_import(new WaitingImport(this))
    , m_signatures(makeText(this))
    , m_chosen(makeText(this))
    , m_comment(new QLineEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(4));
    column->setSpacing(theme::space(2));
    m_title->setFont(theme::font(theme::Title));
    setTone(m_about, theme::Tone::Muted);
    setTone(m_warning, theme::Tone::Warning);
    m_changes->setAccessibleName(tr("Old and new values"));
    m_changes->setHorizontalHeaderLabels({tr("Field"), tr("Now"), tr("Asked for")});
    setUpChanges(m_changes);
    fitToRows(m_changes);
    m_several->setAccessibleName(tr("What the chosen requests ask for"));
    m_several->setHorizontalHeaderLabels({tr("Client"), tr("Field"), tr("Now"), tr("Asked for")});
    setUpChanges(m_several);
    fitToRows(m_several);
    m_signatures->setFont(theme::font(theme::Caption));
    m_chosen->setFont(theme::font(theme::Strong));
    m_comment->setPlaceholderText(tr("A word for the person who asked; needed to reject"));
    m_comment->setAccessibleName(tr("Comment"));
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_warning);
    column->addSpacing(theme::space(2));
    column->addWidget(m_changes);
    column->addWidget(m_several);
    column->addWidget(m_import, 100);
    column->addWidget(m_signatures);
    column->addStretch(1);
    column->addWidget(m_chosen);
    column->addWidget(m_comment);
    column->addWidget(makeButtons());
    clear();
}

QWidget* RequestView::makeButtons()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, theme::space(1), 0, 0);
    row->setSpacing(theme::space(2));
    m_approve = makePrimary("check", tr("Approve (A)"), foot);
    setKey(m_approve, 'A');
    m_reject = new QPushButton(theme::icon("cross"), tr("Reject (R)"), foot);
    setKey(m_reject, 'R');
    m_withdraw = new QPushButton(theme::icon("undo"), tr("Withdraw"), foot);
    setKey(m_withdraw, 'W');
    m_again = new QPushButton(theme::icon("inbox"), tr("Ask again"), foot);
    setKey(m_again, 'G');
    row->addWidget(m_withdraw);
    row->addWidget(m_again);
    row->addStretch(1);
    row->addWidget(m_reject);
    row->addWidget(m_approve);
    connect(m_approve, &QPushButton::clicked, this, &RequestView::approveWanted);
    connect(m_reject, &QPushButton::clicked, this, &RequestView::rejectWanted);
    connect(m_withdraw, &QPushButton::clicked, this, &RequestView::withdrawWanted);
    connect(m_again, &QPushButton::clicked, this, &RequestView::askAgainWanted);
    return foot;
}

void RequestView::clear()
{
    keepUnsent();
    m_shown.reset();
    m_comment->clear();
    hide();
}

QString RequestView::about(const core::RequestDetail& detail) const
{
    const core::Request& request = detail.listed.request;
    const QLocale locale;
    const auto time = [&](const QDateTime& at) {
        return locale.toString(at.toTimeZone(m_zone), QLocale::ShortFormat);
    };
    QStringList lines{tr("%1: %2 asks on %3 · %4 · %5")
                          .arg(core::requestText(request.pk),
                               detail.listed.requestedBy,
                               time(request.requestedAt),
                               core::requestLevelLabel(request.level),
                               request.kind == core::RequestKind::Import
                                   ? core::requestKindLabel(request.kind)
                                   : detail.listed.client.value)};
    if (!request.reason.isEmpty()) {
        lines.append(tr("Reason: %1").arg(request.reason));
    }
    if (request.state == core::RequestState::Open) {
        const int hours = int(std::lround(std::abs(detail.listed.hoursLeft)));
        lines.append(
            detail.listed.overdue
                ? tr("Overdue by %n working hour(s), since %1", nullptr, hours)
                      .arg(time(request.dueAt))
                : tr("%n working hour(s) left, until %1", nullptr, hours).arg(time(request.dueAt)));
    } else {
        lines.append(
            detail.listed.decidedBy.isEmpty()
                ? core::requestStateLabel(request.state)
                : tr("%1 by %2")
                      .arg(core::requestStateLabel(request.state), detail.listed.decidedBy));
    }
    if (detail.outdatedBy.isValid()) {
        lines.append(tr("It went back because %1 was approved, which changed the same field.")
                         .arg(core::requestText(detail.outdatedBy)));
    }
    if (!request.comment.isEmpty()) {
        lines.append(tr("Comment: %1").arg(request.comment));
    }
    return lines.join(u'\n');
}

QString RequestView::rivalWords(const core::ListedRequest& request)
{
    QStringList lines;
    for (const core::RivalRequest& rival : request.rivals) {
        QStringList fields;
        for (const core::Field field : rival.fields) {
            fields.append(core::fieldLabel(field));
        }
        lines.append(
            tr("▲ %1 by %2 asks for the same: %3. Where one is approved, the other goes back.")
                .arg(core::requestText(rival.pk), rival.requestedBy, fields.join(tr(", "))));
    }
    return lines.join(u'\n');
}

void RequestView::fillChanges(const core::RequestDetail& detail)
{
    const core::Request& request = detail.listed.request;
    m_changes->setRowCount(int(request.changes.size()));
    const bool choosable = detail.listed.mayDecide && request.changes.size() > 1;
    for (int row = 0; row < m_changes->rowCount(); ++row) {
        const core::RequestedChange& change = request.changes[std::size_t(row)];
        auto* field = new QTableWidgetItem(core::fieldLabel(change.field));
        if (choosable) {
            field->setFlags(field->flags() | Qt::ItemIsUserCheckable);
            field->setCheckState(Qt::Checked);
        }
        m_changes->setItem(row, ChangedFieldColumn, field);
        setValues(m_changes, row, OldColumn, change);
    }
}

void RequestView::show(const core::RequestDetail& detail)
{
    const bool same = m_shown && m_shown->listed.request.pk == detail.listed.request.pk;
    keepUnsent();
    m_shown = detail;
    setSeveral(false);
    const core::Request& request = detail.listed.request;
    m_title->setText(detail.listed.clientName);
    m_about->setText(about(detail));
    const QString outdated = tr(
        "▲ The record has changed in these fields since this was asked for. It can only go back.");
    m_warning->setText(detail.isOutdated ? outdated : rivalWords(detail.listed));
    m_warning->setVisible(!m_warning->text().isEmpty());
    const auto waiting = request.kind == core::RequestKind::Import
        ? core::StagedSummary::fromJson(request.payload)
        : std::nullopt;
    m_changes->setVisible(request.kind != core::RequestKind::Import);
    m_import->setVisible(waiting.has_value());
    if (waiting) {
        m_import->show(*waiting, same);
    }
    fillChanges(detail);
    bringUnsent();
    QStringList signatures;
    bool broken = false;
    for (const core::RequestSignature& signature : detail.signatures) {
        broken = broken || !signature.verified;
        signatures.append(signature.verified
                              ? tr("✓ signed by %1").arg(signature.user)
                              : tr("✕ signature of %1: %2").arg(signature.user, signature.problem));
    }
    m_signatures->setText(signatures.join(QStringLiteral("    ")));
    setTone(m_signatures, broken ? theme::Tone::Bad : theme::Tone::Muted);
    m_comment->setVisible(detail.listed.mayDecide);
    m_approve->setVisible(detail.listed.mayDecide);
    m_approve->setEnabled(!detail.isOutdated);
    m_reject->setVisible(detail.listed.mayDecide);
    m_withdraw->setVisible(detail.listed.mine && request.state == core::RequestState::Open);
    const bool isOver = request.state == core::RequestState::Open
        ? detail.isOutdated
        : request.state != core::RequestState::Approved;
    m_again->setVisible(detail.listed.mine && request.kind == core::RequestKind::Change && isOver);
    QWidget::show();
}

void RequestView::showRows(const core::ImportPreview& preview)
{
    m_import->showRows(preview);
}

void RequestView::setSeveral(bool isSeveral)
{
    m_several->setVisible(isSeveral);
    m_chosen->setVisible(isSeveral);
    if (isSeveral) {
        for (QWidget* widget : std::initializer_list<QWidget*>{
                 m_changes, m_import, m_signatures, m_withdraw, m_again}) {
            widget->hide();
        }
    } else {
        m_signatures->show();
    }
}

void RequestView::fillSeveral(const std::vector<core::RequestDetail>& details)
{
    m_several->setRowCount(0);
    const auto addRow = [this](const core::RequestDetail& detail) {
        const int row = m_several->rowCount();
        m_several->insertRow(row);
        const QString name = detail.listed.clientName;
        m_several->setItem(
            row, 0, new QTableWidgetItem(detail.isOutdated ? QStringLiteral("▲ ") + name : name));
        return row;
    };
    for (const core::RequestDetail& detail : details) {
        const core::Request& request = detail.listed.request;
        for (const core::RequestedChange& change : request.changes) {
            const int row = addRow(detail);
            m_several->setItem(row, 1, new QTableWidgetItem(core::fieldLabel(change.field)));
            setValues(m_several, row, 2, change);
        }
        if (request.changes.empty()) {
            m_several->setItem(
                addRow(detail), 1, new QTableWidgetItem(core::requestKindLabel(request.kind)));
        }
    }
}

void RequestView::showSeveral(const std::vector<core::RequestDetail>& details, int chosen)
{
    keepUnsent();
    m_shown = details.front();
    m_changes->setRowCount(0); // it showed another request
    bringUnsent();
    setSeveral(true);
    m_title->setText(tr("%n request(s)", nullptr, chosen));
    QStringList who;
    int outdated = 0;
    bool mayDecide = true;
    for (const core::RequestDetail& detail : details) {
        who.append(detail.listed.requestedBy);
        outdated += detail.isOutdated ? 1 : 0;
        mayDecide = mayDecide && detail.listed.mayDecide;
    }
    who.removeDuplicates();
    QStringList about{tr("Asked for by %1").arg(who.join(tr(", ")))};
    if (std::size_t(chosen) > details.size()) {
        about.append(tr("The first %n are shown.", nullptr, int(details.size())));
    }
    m_about->setText(about.join(u'\n'));
    m_warning->setText(
        outdated > 0
            ? tr("▲ %n of them can only go back: the record has changed since.", nullptr, outdated)
            : QString());
    m_warning->setVisible(outdated > 0);
    fillSeveral(details);
    m_chosen->setText(mayDecide ? tr("What you decide holds for all of them.")
                                : tr("Not all of them are yours to decide."));
    m_comment->setVisible(mayDecide);
    m_approve->setVisible(mayDecide);
    m_approve->setEnabled(true);
    m_reject->setVisible(mayDecide);
    QWidget::show();
}

std::vector<core::Field> RequestView::checkedFields() const
{
    std::vector<core::Field> fields;
    const auto& changes = m_shown->listed.request.changes;
    for (int row = 0; row < m_changes->rowCount(); ++row) {
        if (m_changes->item(row, ChangedFieldColumn)->checkState() == Qt::Checked) {
            fields.push_back(changes[std::size_t(row)].field);
        }
    }
    return fields;
}

QString RequestView::comment() const
{
    return m_comment->text().trimmed();
}

void RequestView::focusComment()
{
    m_comment->setFocus();
}

bool RequestView::mayApprove() const
{
    return m_shown && !m_approve->isHidden() && m_approve->isEnabled();
}

} // namespace ui
