#include "ui/home/HomePage.h"

#include "core/exchange/UnfinishedImports.h"
#include "core/security/Permissions.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Plot.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>

namespace ui {

namespace {

constexpr int wayRole = Qt::UserRole;
/// A login is over by then, and the first lists are read.
constexpr auto firstNote = std::chrono::seconds(60);
/// A window stays open for days.
constexpr auto nextNote = std::chrono::hours(1);
/// Counted anew by itself after each save only where nobody notices it.
constexpr qint64 quickCountMs = 300;
constexpr qint64 oldAfterMs = 600'000; // ten minutes

} // namespace

HomePage::HomePage(OfficeJobs& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeBody());
    whole->addWidget(scroll);
    setFocusProxy(m_lines);
    for (Plot* plot : {m_requests, m_states, m_cities, m_trend}) {
        connect(plot, &Plot::said, this, [this](const QString& words) { Q_EMIT said(words); });
        plot->setWords(tr("Counting…"));
    }
    m_daily.setInterval(firstNote);
    connect(&m_daily, &QTimer::timeout, this, [this] {
        m_daily.setInterval(nextNote);
        noteDay();
        refresh(); // another day may have begun, and more is overdue
    });
    m_daily.start();
}

QWidget* HomePage::makeBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    m_day = new QLabel(body);
    m_day->setFont(theme::font(theme::Title));
    m_day->setTextFormat(Qt::PlainText);
    column->addWidget(m_day);
    m_summary = makeText(body);
    setTone(m_summary, theme::Tone::Muted);
    column->addWidget(m_summary);
    m_problem = makeProblem(body);
    column->addWidget(m_problem);
    m_lines = new QListWidget(body);
    m_lines->setAccessibleName(tr("Waits for you"));
    m_lines->setIconSize(QSize(theme::space(5), theme::space(5)));
    m_lines->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    theme::setRules(m_lines,
                    QStringLiteral("QListWidget { background: @raised; border: 1px solid @line; "
                                   "border-radius: 8px; padding: 4px; }"
                                   "QListWidget:focus { border: 1px solid @accent; }"
                                   "QListWidget::item { padding: 7px 8px; border-radius: 5px; "
                                   "border: 1px solid transparent; }"
                                   "QListWidget::item:selected { background: @selected; color: "
                                   "@text; }"
                                   "QListWidget::item:selected:focus { border: 1px solid @accent; "
                                   "}"));
    connect(m_lines, &QListWidget::itemClicked, this, &HomePage::go);
    connect(m_lines, &QListWidget::itemActivated, this, &HomePage::go);
    column->addSpacing(theme::space(2));
    column->addWidget(m_lines);
    column->addSpacing(theme::space(4));
    column->addWidget(makeNumbers(body));
    column->addStretch(1);
    return body;
}

QWidget* HomePage::makeNumbers(QWidget* parent)
{
    auto* numbers = new QWidget(parent);
    auto* grid = new QGridLayout(numbers);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(theme::space(4));
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(core::grantOf(m_jobs.session(), core::Action::SeeBasic).direct
                                     == core::Scope::Own
                                 ? tr("Your clients in numbers")
                                 : tr("The office in numbers"),
                             numbers);
    title->setFont(theme::font(theme::Heading));
    head->addWidget(title);
    head->addStretch(1);
    m_counted = new QLabel(numbers);
    m_counted->setFont(theme::font(theme::Caption));
    setTone(m_counted, theme::Tone::Muted);
    head->addWidget(m_counted);
    m_again = new QPushButton(tr("Count again"), numbers);
    m_again->setProperty("role", QStringLiteral("quiet"));
    setKey(m_again, 'G');
    connect(m_again, &QPushButton::clicked, this, &HomePage::count);
    head->addWidget(m_again);
    grid->addLayout(head, 0, 0, 1, 2);
    m_requests = new Plot(tr("Open requests by age"), numbers);
    m_states = new Plot(tr("Clients by state"), numbers);
    m_cities = new Plot(tr("Clients by city"), numbers);
    m_trend = new Plot(tr("Quality by week"), numbers);
    grid->addWidget(m_requests, 1, 0);
    grid->addWidget(m_trend, 1, 1);
    grid->addWidget(m_states, 2, 0);
    grid->addWidget(m_cities, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return numbers;
}

void HomePage::refresh()
{
    m_isOld = true;
    m_jobs.run<Today>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) -> core::Result<Today> {
            auto waiting = office.reports().waiting();
            if (!waiting) {
                return waiting.error();
            }
            auto imports = office.importer().unfinished(); // Denied says the same as none
            const auto broken = imports
                ? std::count_if(imports->begin(),
                                imports->end(),
                                [](const core::UnfinishedImport& one) { return !one.mayRun; })
                : 0;
            return Today{*waiting, int(broken)};
        },
        [this](core::Result<Today> today) {
            if (today) {
                sayProblem(m_problem, {});
                showToday(*today);
            } else {
                showFailure(today.error());
            }
        });
    countIfDue();
}

void HomePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    countIfDue();
}

/// Nobody waits for the numbers any more, and other long work may.
void HomePage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    if (m_counting) {
        m_counting->stop();
    }
}

void HomePage::countIfDue()
{
    const bool isDue = !m_since.isValid()
        || (m_isOld && (m_took <= quickCountMs || m_since.hasExpired(oldAfterMs)));
    if (isVisible() && isDue && !m_counting) {
        count();
    }
}

void HomePage::count()
{
    if (m_counting) {
        return;
    }
    m_isOld = false;
    m_again->setEnabled(false);
    m_counted->setText(tr("counting…"));
    QElapsedTimer took;
    took.start();
    m_counting = m_jobs.run<core::Numbers>(
        Lane::Behind,
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.reports().numbers(progress);
        },
        [this, took](core::Result<core::Numbers> numbers) {
            m_counting = {};
            m_took = took.elapsed();
            m_since.start();
            m_again->setEnabled(true);
            if (numbers) {
                showNumbers(*numbers);
            } else if (numbers.error().code == core::ErrorCode::Cancelled) {
                m_since.invalidate();
                m_counted->clear();
                countIfDue(); // who came back meanwhile
            } else {
                showFailure(numbers.error());
            }
        });
    readTrend();
}

void HomePage::showFailure(const core::Error& error)
{
    sayProblem(m_problem, tr("Not everything could be read: %1").arg(error.message));
    m_counted->clear();
}

void HomePage::showToday(const Today& today)
{
    m_today = today;
    const core::Waiting& waiting = today.waiting;
    const QDateTime now = m_jobs.access().clock->now().toTimeZone(m_jobs.access().timeZone);
    m_day->setText(QLocale().toString(now.date(), QLocale::LongFormat));
    const int before = m_lines->currentRow();
    m_lines->clear();
    if (waiting.overdue > 0) {
        addLine("warning",
                tr("%n request(s) to decide are overdue", nullptr, waiting.overdue),
                Way::Decide);
    }
    if (waiting.today > 0) {
        addLine("clock", tr("%n request(s) to decide today", nullptr, waiting.today), Way::Decide);
    }
    if (waiting.later > 0) {
        addLine("inbox", tr("%n request(s) to decide later", nullptr, waiting.later), Way::Decide);
    }
    if (today.brokenImports > 0) {
        addLine("import",
                tr("%n import(s) did not come to the end", nullptr, today.brokenImports),
                Way::Imports);
    }
    if (waiting.refused > 0) {
        addLine("cross",
                tr("%n of your requests came back refused or outdated", nullptr, waiting.refused),
                Way::Answers);
    }
    if (waiting.approved > 0) {
        addLine("check",
                tr("%n of your requests were approved this week", nullptr, waiting.approved),
                Way::Answers);
    }
    if (waiting.asked > 0) {
        addLine("history",
                tr("%n of your requests wait for an answer", nullptr, waiting.asked),
                Way::Answers);
    }
    if (waiting.groups > 0) {
        addLine("duplicates",
                waiting.areGroupsOwn
                    ? tr("%n group(s) of possible duplicates among your clients",
                         nullptr,
                         waiting.groups)
                    : tr("%n group(s) of possible duplicates", nullptr, waiting.groups),
                Way::Duplicates);
    }
    if (waiting.own) {
        showOwn(*waiting.own);
    }
    if (!m_update.isEmpty()) {
        addLine("info", m_update, Way::Update);
    }
    m_lines->setCurrentRow(std::clamp(before, 0, std::max(m_lines->count() - 1, 0)));
    fit();
    Q_EMIT countChanged(waiting.overdue + waiting.today);
}

void HomePage::showUpdate(const QString& words)
{
    m_update = words;
    if (m_today) {
        showToday(Today(*m_today));
    }
}

/// Of the clients that this person looks after.
void HomePage::showOwn(const core::OwnerCounts& own)
{
    if (own.drafts > 0) {
        addLine("edit",
                tr("%n of your clients are drafts: something is missing", nullptr, int(own.drafts)),
                Way::Drafts);
    }
    if (own.stale > 0) {
        addLine("clock",
                tr("%n of your clients are due for an update", nullptr, int(own.stale)),
                Way::Stale);
    }
}

void HomePage::fit()
{
    const int lines = m_lines->count();
    m_lines->setVisible(lines > 0);
    setFocusProxy(lines > 0 ? static_cast<QWidget*>(m_lines) : m_requests);
    m_summary->setText(lines > 0 ? tr("Waits for you") : tr("Nothing waits for you."));
    int height = 2 * m_lines->frameWidth(); // with the rules' padding
    for (int row = 0; row < lines; ++row) {
        height += m_lines->sizeHintForRow(row);
    }
    m_lines->setFixedHeight(height);
}

void HomePage::addLine(const char* iconName, const QString& words, Way way)
{
    const bool isUrgent = std::string_view(iconName) == "warning";
    auto* line = new QListWidgetItem(
        theme::icon(iconName, isUrgent ? theme::Tone::Bad : theme::Tone::Muted), words, m_lines);
    line->setData(wayRole, int(way));
    if (isUrgent) {
        line->setFont(theme::font(theme::Strong));
    }
}

void HomePage::go(const QListWidgetItem* line)
{
    if (line == nullptr || !m_today) {
        return;
    }
    QString me = m_jobs.session().name;
    me.remove(u'"');
    const QString own = QStringLiteral("owner=\"%1\" and ").arg(me);
    switch (Way(line->data(wayRole).toInt())) {
    case Way::Decide:
        Q_EMIT inboxWanted(false);
        break;
    case Way::Answers:
        Q_EMIT inboxWanted(true);
        break;
    case Way::Duplicates:
        Q_EMIT duplicatesWanted(m_today->waiting.areGroupsOwn);
        break;
    case Way::Imports:
        Q_EMIT importsWanted();
        break;
    case Way::Update:
        Q_EMIT updateWanted();
        break;
    case Way::Drafts:
        Q_EMIT clientsWanted(own + QStringLiteral("incomplete=yes"), tr("My drafts"));
        break;
    case Way::Stale:
        Q_EMIT clientsWanted(own + QStringLiteral("stale=yes"), tr("Due for an update"));
        break;
    }
}

void HomePage::noteDay()
{
    m_jobs.run<bool>(
        Lane::Behind,
        this,
        [](core::Office& office, core::Progress& progress) -> core::Result<bool> {
            auto noted = office.reports().noteQuality(progress);
            return noted ? core::Result<bool>(true) : core::Result<bool>(noted.error());
        },
        [this](const core::Result<bool>& noted) {
            // What keeps a count from being written today is tried again in an hour, and is no news for anybody.
            if (noted && isVisible()) {
                readTrend();
            }
        });
}

} // namespace ui
