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
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int pkRole = Qt::UserRole;
QString nameOfPlace(const core::ListedRequest& row)
{
    QStringList fields;
    for (const core::RequestedChange& change : row.request.changes) {
        fields.append(core::fieldLabel(change.field));
    }
    const QString what = row.request.kind == core::RequestKind::Change
        ? fields.join(QStringLiteral(", "))
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
    auto* keys = new QLabel(tr("J, K: next, previous"), this);
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
                m_state->show("warning", tr("The inbox could not be read"), rows.error().message);
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

void InboxPage::addRow(QTreeWidget* tree, QTreeWidgetItem* group, const core::ListedRequest& row)
{
    const QTimeZone& zone = m_jobs.access().timeZone;
    const QString when = row.request.state == core::RequestState::Open
        ? QLocale().toString(row.request.dueAt.toTimeZone(zone).date(), QLocale::ShortFormat)
        : core::requestStateLabel(row.request.state);
    auto* item = new QTreeWidgetItem({row.clientName, nameOfPlace(row), when});
    item->setData(0, pkRole, qlonglong(row.request.pk.value));
    item->setToolTip(0, row.clientName);
    item->setToolTip(1, row.rivals.empty() ? nameOfPlace(row) : RequestView::rivalWords(row));
    if (row.overdue) {
        item->setIcon(2, theme::icon("warning", theme::Tone::Bad));
    }
    if (group != nullptr) {
        group->addChild(item);
    } else {
        tree->addTopLevelItem(item);
    }
}

void InboxPage::fill(const std::vector<core::ListedRequest>& rows)
{
    const auto before = selected();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    if (rows.empty()) {
        m_state->show(
            "inbox",
            m_mine ? tr("You have asked for nothing") : tr("Nothing waits for you"),
            m_mine ? tr("When you change something that somebody else approves, it stands here.")
                   : tr("Changes that your colleagues may not decide themselves will stand here."));
        m_stack->setCurrentWidget(m_state);
        m_view->clear();
        return;
    }
    m_stack->setCurrentIndex(0);
    const QDate today = m_jobs.access().clock->now().toTimeZone(m_jobs.access().timeZone).date();
    QTreeWidgetItem* groups[3]{};
    const QString titles[3]{tr("Overdue"), tr("Due today"), tr("Later")};
    QTreeWidgetItem* reselect = nullptr;
    for (const core::ListedRequest& row : rows) {
        QTreeWidgetItem* group = nullptr;
        if (!m_mine) {
            const int index = row.overdue                                                ? 0
                : row.request.dueAt.toTimeZone(m_jobs.access().timeZone).date() <= today ? 1
                                                                                         : 2;
            if (groups[index] == nullptr) {
                groups[index] = new QTreeWidgetItem({titles[index]});
                groups[index]->setFlags(Qt::ItemIsEnabled);
                groups[index]->setFont(0, theme::font(theme::Strong));
            }
            group = groups[index];
        }
        addRow(m_tree, group, row);
    }
    for (QTreeWidgetItem* group : groups) {
        if (group != nullptr) {
            m_tree->addTopLevelItem(group);
            group->setFirstColumnSpanned(true);
            group->setExpanded(true);
        }
    }
    for (QTreeWidgetItem* item = m_tree->topLevelItem(0); item != nullptr;
         item = m_tree->itemBelow(item)) {
        const core::RequestPk pk{item->data(0, pkRole).toLongLong()};
        if (pk.isValid() && (reselect == nullptr || (!before.empty() && pk == before.front()))) {
            reselect = item;
        }
    }
    for (int column = 1; column < 3; ++column) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column,
                               std::min(m_tree->columnWidth(column) + theme::space(2), 170));
    }
    if (reselect != nullptr) {
        m_tree->setCurrentItem(reselect);
    }
    select();
}

std::vector<core::RequestPk> InboxPage::selected() const
{
    std::vector<core::RequestPk> pks;
    for (const QTreeWidgetItem* item : m_tree->selectedItems()) {
        if (const core::RequestPk pk{item->data(0, pkRole).toLongLong()}; pk.isValid()) {
            pks.push_back(pk);
        }
    }
    return pks;
}

void InboxPage::select()
{
    const auto pks = selected();
    if (pks.empty()) {
        m_view->clear();
        return;
    }
    const core::RequestPk pk = pks.front();
    if (m_view->shown() && m_view->shown()->listed.request.pk != pk) {
        m_view->clear(); // nobody decides what is not shown yet
    }
    m_view->setChosen(int(pks.size()));
    m_jobs.run<core::RequestDetail>(
        Lane::Read,
        this,
        [pk](core::Office& office, core::Progress&) { return office.requests().show(pk); },
        [this, pk](core::Result<core::RequestDetail> detail) {
            const auto now = selected();
            if (detail && !now.empty() && now.front() == pk) {
                m_view->show(*detail);
                readWaiting(*detail);
            }
        });
}

/// The first rows of a file that waits, for who may look into it.
void InboxPage::readWaiting(const core::RequestDetail& detail)
{
    const core::Request& request = detail.listed.request;
    if (request.kind != core::RequestKind::Import || request.state != core::RequestState::Open) {
        return;
    }
    m_jobs.run<core::ImportPreview>(
        Lane::Read,
        this,
        [pk = request.pk](core::Office& office, core::Progress&) {
            constexpr int shownRows = 20;
            return office.stagedImports().preview(pk, shownRows);
        },
        [this, pk = request.pk](core::Result<core::ImportPreview> preview) {
            const auto now = selected();
            if (preview && !now.empty() && now.front() == pk) {
                m_view->showRows(*preview);
            }
        });
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
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
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

void InboxPage::approve()
{
    if (!m_view->mayApprove()) {
        return;
    }
    const std::vector<core::Field> fields = m_view->checkedFields();
    const std::size_t all = m_view->shown()->listed.request.changes.size();
    const bool some = all > 1 && fields.size() < all && selected().size() == 1;
    if (some && fields.empty()) {
        reject();
        return;
    }
    decide(core::Decision::approval(some ? fields : std::vector<core::Field>{}, m_view->comment()));
}

void InboxPage::reject()
{
    if (!m_view->shown() || !m_view->shown()->listed.mayDecide) {
        return;
    }
    if (m_view->comment().isEmpty()) {
        m_view->focusComment();
        Q_EMIT said(tr("Say in a word why, so that the person who asked can do it right."));
        return;
    }
    decide(core::Decision::rejection(m_view->comment()));
}

void InboxPage::decide(const core::Decision& decision)
{
    struct Tally
    {
        int done = 0;
        std::optional<core::Error> problem;
    };
    const auto pks = selected();
    m_jobs.run<Tally>(
        Lane::Write,
        this,
        [pks, decision](core::Office& office, core::Progress&) -> core::Result<Tally> {
            Tally tally;
            for (const core::RequestPk pk : pks) {
                if (auto decided = office.requests().decide(pk, decision)) {
                    ++tally.done;
                } else if (!tally.problem) {
                    tally.problem = decided.error();
                }
            }
            return tally;
        },
        [this,
         approved = decision.approveAll || !decision.approve.empty()](core::Result<Tally> tally) {
            if (!tally) {
                showError(this, tally.error());
                return;
            }
            if (tally->problem) {
                showError(this, *tally->problem);
            }
            if (tally->done > 0) {
                Q_EMIT said(approved ? tr("%n request(s) approved.", nullptr, tally->done)
                                     : tr("%n request(s) rejected.", nullptr, tally->done));
            }
            refresh();
        });
}

void InboxPage::withdraw()
{
    if (!m_view->shown()) {
        return;
    }
    const core::RequestPk pk = m_view->shown()->listed.request.pk;
    m_jobs.run<core::Request>(
        Lane::Write,
        this,
        [pk](core::Office& office, core::Progress&) { return office.requests().withdraw(pk); },
        [this](const core::Result<core::Request>& request) {
            if (!request) {
                showError(this, request.error());
                return;
            }
            Q_EMIT said(tr("Withdrawn."));
            refresh();
        });
}

void InboxPage::askAgain()
{
    if (!m_view->shown()) {
        return;
    }
    const core::RequestPk pk = m_view->shown()->listed.request.pk;
    m_jobs.run<core::UpdateOutcome>(
        Lane::Write,
        this,
        [pk](core::Office& office, core::Progress&) { return office.changes().askAgain(pk); },
        [this](core::Result<core::UpdateOutcome> outcome) {
            if (!outcome || outcome->refusal) {
                showError(this, outcome ? *outcome->refusal : outcome.error());
                return;
            }
            Q_EMIT said(tr("Asked again, on the record as it is now."));
            refresh();
        });
}

} // namespace ui
