#include "ui/inbox/InboxPage.h"

#include "ui/inbox/RequestView.h"
#include "ui/shell/Remember.h"
#include "ui/widgets/HelpMark.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr int dueColumn = 2;

QIcon stateIcon(core::RequestState state)
{
    switch (state) {
    case core::RequestState::Approved:
    case core::RequestState::Partly:
        return theme::icon("check", theme::Tone::Good);
    case core::RequestState::Rejected:
        return theme::icon("cross", theme::Tone::Bad);
    case core::RequestState::Withdrawn:
    case core::RequestState::Outdated:
        return theme::icon("undo", theme::Tone::Muted);
    case core::RequestState::Open:
        break;
    }
    return {};
}

QString nameOfPlace(const core::ListedRequest& row)
{
    QStringList fields;
    for (const core::RequestedChange& change : row.request.changes) {
        fields.append(core::fieldLabel(change.field));
    }
    const QString what = row.request.kind == core::RequestKind::Change
        ? fields.join(InboxPage::tr(", "))
        : core::requestKindLabel(row.request.kind);
    // A sign and, in the tool tip and beside the request, the words.
    return row.rivals.empty() ? what : QStringLiteral("▲ ") + what;
}

} // namespace

InboxPage::InboxPage(OfficeJobs& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_tabs = new QTabBar(this);
    m_tabs->addTab(tr("For me to decide"));
    m_tabs->addTab(tr("What I asked for"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Which requests"));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme::space(2), theme::space(1), theme::space(4), 0);
    top->addWidget(m_tabs);
    top->addStretch(1);
    auto* keys = new QLabel(tr("J, K: next, previous · Ctrl+A: all"), this);
    keys->setFont(theme::font(theme::Caption));
    setTone(keys, theme::Tone::Muted);
    top->addWidget(keys);
    top->addWidget(new HelpMark(
        tr("Deadlines"),
        tr("The time left counts working hours only, 9:00 to 18:00 on working days. Weekends and "
           "public holidays do not count; working days that make up for a holiday do. What is "
           "overdue stands first."),
        this));
    layout->addLayout(top);
    m_stack = new QStackedWidget(this);
    auto* splitter = new QSplitter(m_stack);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeList());
    m_view = new RequestView(m_jobs.access().timeZone, splitter);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setCollapsible(1, false);
    remember(m_jobs, splitter, QStringLiteral("inbox"));
    m_state = new StateView(m_stack);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_state);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_tree);
    connect(m_view, &RequestView::approveWanted, this, &InboxPage::approve);
    connect(m_view, &RequestView::rejectWanted, this, &InboxPage::reject);
    connect(m_view, &RequestView::withdrawWanted, this, &InboxPage::withdraw);
    connect(m_view, &RequestView::askAgainWanted, this, &InboxPage::askAgain);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) { showMine(index == 1); });
}

QWidget* InboxPage::makeList()
{
    m_tree = new QTreeWidget(this);
    m_tree->setAccessibleName(tr("Requests"));
    m_tree->setHeaderLabels({tr("Client"), tr("What"), tr("Due")});
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(theme::space(2));
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setUniformRowHeights(true);
    m_tree->setStyleSheet(
        QStringLiteral("QTreeWidget { padding-left: 4px; } QTreeWidget::item { padding: 6px 0; }"));
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &InboxPage::select);
    return m_tree;
}

void InboxPage::showMine(bool mine)
{
    m_mine = mine;
    m_tabs->setCurrentIndex(mine ? 1 : 0);
    refresh();
}

void InboxPage::refresh()
{
    core::RequestQuery query;
    query.inbox = !m_mine;
    query.mine = m_mine;
    if (m_mine) {
        query.state.reset();
    }
    const int round = ++m_round;
    using Rows = std::vector<core::ListedRequest>;
    m_jobs.run<Rows>(
        Lane::Read,
        this,
        [query](core::Office& office, core::Progress&) { return office.requests().list(query); },
        [this, round](core::Result<Rows> rows) {
            if (round != m_round) {
                return;
            }
            if (!rows) {
                m_state->showError(
                    tr("The inbox could not be read"), rows.error(), [this] { refresh(); });
                m_stack->setCurrentWidget(m_state);
                return;
            }
            fill(*rows);
        });
    m_jobs.run<core::RequestCounts>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.requests().counts(); },
        [this](core::Result<core::RequestCounts> counts) {
            if (counts) {
                Q_EMIT countChanged(counts->inbox);
            }
        });
}

/// How long there is in working time, which a date does not say; of what is decided, how.
void InboxPage::showWhen(QTreeWidgetItem* item, const core::ListedRequest& row) const
{
    if (row.request.state != core::RequestState::Open) {
        item->setText(dueColumn, core::requestStateLabel(row.request.state));
        item->setIcon(dueColumn, stateIcon(row.request.state));
        return;
    }
    const int hours = int(std::lround(std::abs(row.hoursLeft)));
    item->setText(dueColumn,
                  row.overdue ? tr("%n h over", nullptr, hours) : tr("%n h left", nullptr, hours));
    const QDateTime due = row.request.dueAt.toTimeZone(m_jobs.access().timeZone);
    item->setToolTip(
        dueColumn, tr("Working time, until %1").arg(QLocale().toString(due, QLocale::ShortFormat)));
    if (row.overdue) {
        item->setIcon(dueColumn, theme::icon("warning", theme::Tone::Bad));
    }
}

QTreeWidgetItem* InboxPage::makeRow(const core::ListedRequest& row) const
{
    auto* item = new QTreeWidgetItem({row.clientName, nameOfPlace(row)});
    item->setData(0, pkRole, qlonglong(row.request.pk.value));
    item->setToolTip(0, row.clientName);
    item->setToolTip(1, row.rivals.empty() ? nameOfPlace(row) : RequestView::rivalWords(row));
    showWhen(item, row);
    return item;
}

/// Of one's own: what waits, what is decided.
int InboxPage::groupOf(const core::ListedRequest& row) const
{
    if (m_mine) {
        return row.request.state == core::RequestState::Open ? 0 : 1;
    }
    const QTimeZone& zone = m_jobs.access().timeZone;
    const QDate today = m_jobs.access().clock->now().toTimeZone(zone).date();
    if (row.overdue) {
        return 0;
    }
    return row.request.dueAt.toTimeZone(zone).date() <= today ? 1 : 2;
}

void InboxPage::showNothing()
{
    m_state->show(
        "inbox",
        m_mine ? tr("You have asked for nothing") : tr("Nothing waits for you"),
        m_mine ? tr("When you change something that somebody else approves, it stands here.")
               : tr("Changes that your colleagues may not decide themselves will stand here."));
    m_stack->setCurrentWidget(m_state);
    m_view->clear();
    if (!m_mine) {
        m_view->forgetAllBut({});
    }
}

void InboxPage::fill(const std::vector<core::ListedRequest>& rows)
{
    const auto before = selected();
    const auto listed = listedNow();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    if (rows.empty()) {
        showNothing();
        return;
    }
    m_stack->setCurrentIndex(0);
    std::array<std::vector<QTreeWidgetItem*>, 3> groups;
    for (const core::ListedRequest& row : rows) {
        groups[std::size_t(groupOf(row))].push_back(makeRow(row));
    }
    const QStringList titles = m_mine ? QStringList{tr("Waiting"), tr("Decided"), QString()}
                                      : QStringList{tr("Overdue"), tr("Due today"), tr("Later")};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].empty()) {
            continue;
        }
        auto* group = new QTreeWidgetItem({QStringLiteral("%1  %2").arg(
            titles.at(qsizetype(i)), QLocale().toString(qsizetype(groups[i].size())))});
        group->setFlags(Qt::ItemIsEnabled);
        group->setFont(0, theme::font(theme::Strong));
        group->addChildren(QList<QTreeWidgetItem*>(groups[i].begin(), groups[i].end()));
        m_tree->addTopLevelItem(group);
        group->setFirstColumnSpanned(true);
        group->setExpanded(true);
    }
    for (int column = 1; column <= dueColumn; ++column) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column,
                               std::min(m_tree->columnWidth(column) + theme::space(2), 170));
    }
    choose(before, listed);
    select();
    if (!m_mine) {
        m_view->forgetAllBut(listedNow());
    }
}

void InboxPage::move(int by)
{
    QTreeWidgetItem* item = m_tree->currentItem();
    while (item != nullptr) {
        item = by > 0 ? m_tree->itemBelow(item) : m_tree->itemAbove(item);
        if (item != nullptr && item->data(0, pkRole).toLongLong() > 0) {
            m_tree->setCurrentItem(item);
            return;
        }
    }
}

bool InboxPage::eventFilter(QObject* watched, QEvent* event)
{
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    // The letters alone: Ctrl+A chooses all, and approves none of them.
    if (watched == m_tree && key != nullptr && key->modifiers() == Qt::NoModifier) {
        switch (key->key()) {
        case Qt::Key_A:
            approve();
            return true;
        case Qt::Key_R:
            reject();
            return true;
        case Qt::Key_J:
            move(1);
            return true;
        case Qt::Key_K:
            move(-1);
            return true;
        default:
            break;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace ui
