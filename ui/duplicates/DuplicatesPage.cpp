#include "ui/duplicates/DuplicatesPage.h"

#include "ui/duplicates/GroupFilterBar.h"
#include "ui/duplicates/GroupList.h"
#include "ui/duplicates/GroupListModel.h"
#include "ui/duplicates/GroupView.h"
#include "ui/duplicates/MergeStarter.h"
#include "ui/jobs/JobProgress.h"
#include "ui/shell/Remember.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int slice = 200; // groups that are read at once
constexpr int mostAtOnce
    = 1000; // read again after a decision; what is further down comes with scrolling

bool mayMergeAtAll(const core::Session& session)
{
    return core::decide(session, core::Action::Merge) != core::Verdict::Denied;
}

} // namespace

DuplicatesPage::DuplicatesPage(OfficeJobs& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
    , m_merges(new MergeStarter(jobs, this))
    , m_model(new GroupListModel(this))
    , m_notice(new NoticeBar("info", theme::Tone::Accent, this))
    , m_filter(new GroupFilterBar(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StateView(m_stack))
    , m_view(new GroupView(jobs.access().timeZone, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(makeTop());
    column->addWidget(m_filter);
    auto* splitter = new QSplitter(m_stack);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeList());
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({380, 620});
    remember(m_jobs, splitter, QStringLiteral("duplicates"));
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_state);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connectParts();
    m_state->showLoading("duplicates", tr("Reading the groups…"));
    m_stack->setCurrentWidget(m_state);
}

QWidget* DuplicatesPage::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(2), theme::space(2), theme::space(4), theme::space(2));
    m_scan = new QPushButton(theme::icon("search"), tr("Look through the whole office"), top);
    m_certain = new QPushButton(theme::icon("merge"), tr("Merge the certain ones…"), top);
    auto* decided = new QPushButton(theme::icon("history"), tr("Decided…"), top);
    m_bar = makeProgressBar(top);
    m_bar->hide();
    m_rest = makeText(top);
    m_rest->setFont(theme::font(theme::Caption));
    setTone(m_rest, theme::Tone::Muted);
    m_rest->hide();
    m_stop = new QPushButton(tr("Stop"), top);
    m_stop->hide();
    setKey(m_scan, 'O');
    setKey(m_certain, 'C');
    setKey(decided, 'D');
    setKey(m_stop, 'S');
    row->addWidget(m_scan);
    row->addWidget(m_bar, 1);
    row->addWidget(m_rest, 1);
    row->addWidget(m_stop);
    row->addStretch(1);
    row->addWidget(m_certain);
    row->addWidget(decided);
    m_certain->setEnabled(false);
    connect(m_scan, &QPushButton::clicked, this, &DuplicatesPage::scan);
    connect(m_certain, &QPushButton::clicked, this, &DuplicatesPage::mergeCertain);
    connect(decided, &QPushButton::clicked, this, &DuplicatesPage::showDecisions);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->stop();
        }
    });
    connect(m_notice->addButton(tr("Look through again")),
            &QPushButton::clicked,
            this,
            &DuplicatesPage::scan);
    connect(
        m_notice->addClose(), &QPushButton::clicked, this, [this] { m_notice->say(QString()); });
    return top;
}

QWidget* DuplicatesPage::makeList()
{
    auto* left = new QWidget(m_stack);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_list = new GroupList(m_model, left);
    column->addWidget(m_list, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(theme::space(4), theme::space(2), theme::space(3), theme::space(2));
    foot->setSpacing(theme::space(1));
    m_shown = makeText(left);
    auto* keys = makeText(left, tr("J K next, previous · M merge · N not a duplicate · L later"));
    for (QLabel* label : {m_shown, keys}) {
        label->setFont(theme::font(theme::Caption));
        setTone(label, theme::Tone::Muted);
        foot->addWidget(label);
    }
    column->addLayout(foot);
    return left;
}

void DuplicatesPage::connectParts()
{
    connect(m_merges, &MergeStarter::said, this, &DuplicatesPage::said);
    connect(m_list, &GroupList::rowChanged, this, [this](int row) {
        m_wanted = 0; // somebody goes their own way
        showGroup(row);
    });
    connect(m_list, &GroupList::mergeWanted, this, &DuplicatesPage::merge);
    connect(m_list, &GroupList::differentWanted, this, &DuplicatesPage::notDuplicate);
    connect(m_list, &GroupList::laterWanted, this, &DuplicatesPage::later);
    connect(m_list, &GroupList::recordWanted, m_view, &GroupView::stepRecord);
    connect(m_view, &GroupView::mergeWanted, this, &DuplicatesPage::merge);
    connect(m_view, &GroupView::differentWanted, this, &DuplicatesPage::notDuplicate);
    connect(m_view, &GroupView::laterWanted, this, &DuplicatesPage::later);
    connect(m_model, &GroupListModel::moreWanted, this, &DuplicatesPage::readMore);
    connect(m_filter, &GroupFilterBar::changed, this, [this] {
        m_model->setGroups({}, 0);
        m_list->scrollToTop();
        refresh();
    });
}

const core::DuplicateGroup* DuplicatesPage::current() const
{
    return m_model->groupAt(m_list->row());
}

void DuplicatesPage::showGroups(bool own)
{
    m_filter->reset(own);
}

void DuplicatesPage::refresh()
{
    const int round = ++m_round;
    m_isReadingMore = false;
    core::GroupFilter filter = m_filter->filter();
    filter.limit = std::clamp(int(m_model->groups().size()), slice, mostAtOnce);
    m_jobs.run<Reading>(
        Lane::Read,
        this,
        [filter](core::Office& office, core::Progress&) -> core::Result<Reading> {
            const core::DuplicateService& duplicates = office.duplicates();
            auto groups = duplicates.groups(filter);
            auto counts = duplicates.groupCounts(filter);
            const bool isNarrow = !filter.text.trimmed().isEmpty() || filter.isOwn;
            auto all = isNarrow ? duplicates.groupCounts() : counts;
            if (!groups || !counts || !all) {
                return !groups ? groups.error() : !counts ? counts.error() : all.error();
            }
            return Reading{*std::move(groups), *counts, *all};
        },
        [this, round](core::Result<Reading> reading) {
            if (round != m_round) {
                return;
            }
            if (!reading) {
                m_state->showError(
                    tr("The groups could not be read"), reading.error(), [this] { refresh(); });
                m_stack->setCurrentWidget(m_state);
                return;
            }
            fill(*std::move(reading));
        });
}

void DuplicatesPage::fill(Reading reading)
{
    const core::GroupFilter filter = m_filter->filter();
    Q_EMIT countChanged(reading.all.all());
    m_filter->showCounts(reading.counts);
    m_certain->setEnabled(mayMergeAtAll(m_jobs.session())
                          && reading.all.byTier[std::size_t(core::MatchTier::Certain)] > 0);
    const int total = filter.putOff ? reading.counts.putOff
        : filter.tier               ? reading.counts.byTier[std::size_t(*filter.tier)]
                                    : reading.counts.all();
    const bool isAll = int(reading.groups.size()) < slice; // nothing was left out
    const core::DuplicateGroup* now = current();
    const std::int64_t before = now != nullptr ? now->cluster : 0;
    const int row = m_list->row();
    const int top = m_list->verticalScrollBar()->value();
    {
        const QSignalBlocker quiet(m_list);
        m_model->setGroups(std::move(reading.groups), isAll ? 0 : total);
        m_model->setCounts(filter.putOff ? std::nullopt : std::optional(reading.counts));
        int chosen = m_model->rowOf(m_wanted);
        m_wanted = chosen >= 0 ? 0 : m_wanted;
        chosen = chosen >= 0 ? chosen : m_model->rowOf(before);
        // Else the one that stands in its place now.
        const int near = std::min(std::max(row, 1), m_model->rowCount()) - 1;
        m_list->chooseRow(chosen >= 0 ? chosen : m_model->rowAfter(near, 1));
        m_list->verticalScrollBar()->setValue(top);
    }
    m_list->scrollTo(m_list->currentIndex());
    showFill();
    showEmptiness();
    showGroup(m_list->row());
}

void DuplicatesPage::showFill()
{
    const int shown = int(m_model->groups().size());
    const int more = m_model->total() - shown;
    m_shown->setText(more > 0
                         ? tr("%1 of %2 groups; the others come with scrolling")
                               .arg(QLocale().toString(shown), QLocale().toString(m_model->total()))
                         : tr("%n group(s)", nullptr, shown));
}

void DuplicatesPage::readMore()
{
    if (m_isReadingMore || m_model->groups().empty()) {
        return;
    }
    m_isReadingMore = true;
    core::GroupFilter filter = m_filter->filter();
    filter.limit = slice;
    const core::DuplicateGroup& last = m_model->groups().back();
    filter.after = core::GroupPlace{last.score, last.cluster};
    using Groups = std::vector<core::DuplicateGroup>;
    m_jobs.run<Groups>(
        Lane::Read,
        this,
        [filter](core::Office& office, core::Progress&) {
            return office.duplicates().groups(filter);
        },
        [this, round = m_round](core::Result<Groups> groups) {
            if (round != m_round) {
                return; // read anew since
            }
            m_isReadingMore = false;
            if (groups) {
                m_model->append(*std::move(groups));
                showFill();
            }
        });
}

void DuplicatesPage::showEmptiness()
{
    if (!m_model->groups().empty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_state->clearAction();
    if (!mayMergeAtAll(m_jobs.session())) {
        m_state->show(
            "lock",
            tr("Merging is not part of your work here"),
            tr("Whoever may merge records finds the duplicates of the office here. A data "
               "administrator can change what your role may do."));
    } else if (m_filter->filter().putOff) {
        m_state->show(
            "clock", tr("Nothing is put off"), tr("Groups that you put off (L) wait here."));
        m_state->setAction(tr("Show all"), [this] { m_filter->reset(); });
    } else if (m_filter->isNarrow()) {
        m_state->show("filter",
                      tr("No group matches"),
                      tr("There are groups, but none with this text or of this kind."));
        m_state->setAction(tr("Show all"), [this] { m_filter->reset(); });
    } else {
        m_state->show("duplicates",
                      tr("No duplicates known"),
                      tr("Look through the whole office: records that may be the same client then "
                         "stand here, with the reasons."));
        m_state->setAction(tr("Look through the whole office"), [this] { scan(); });
    }
    m_stack->setCurrentWidget(m_state);
}

void DuplicatesPage::showGroup(int row)
{
    if (const core::DuplicateGroup* group = m_model->groupAt(row)) {
        m_view->show(*group, m_filter->filter().putOff);
    }
}

void DuplicatesPage::sayScanDue()
{
    m_notice->say(tr("Much has changed since the office was looked through; some duplicates may "
                     "not stand here yet."));
}

void DuplicatesPage::scan()
{
    if (m_job) {
        return;
    }
    m_scan->setEnabled(false);
    m_notice->say(QString());
    m_bar->setRange(0, 0);
    m_bar->show();
    m_rest->clear();
    m_rest->show();
    m_stop->show();
    m_job = m_jobs.run<core::ScanReport>(
        Lane::Long,
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.duplicates().scan({}, progress);
        },
        [this](const core::Result<core::ScanReport>& report) { scanned(report); });
    m_job->name(tr("Search for duplicates"), tr("Stopped, it can be started again at any time."));
    followJob(m_job, m_bar, m_rest, Counted::Steps);
}

void DuplicatesPage::scanned(const core::Result<core::ScanReport>& report)
{
    m_job.clear();
    m_scan->setEnabled(true);
    m_bar->hide();
    m_rest->hide();
    m_stop->hide();
    if (report) {
        Q_EMIT said(tr("%n group(s) found.", nullptr, int(report->clusters)));
        refresh();
    } else if (report.error().code != core::ErrorCode::Cancelled) {
        showError(this, report.error());
    }
}

} // namespace ui
