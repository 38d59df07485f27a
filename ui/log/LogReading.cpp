// LogPage: a list is read a page at a time; what is written meanwhile comes above it, and everything keeps its place.
#include "ui/log/LogDetail.h"
#include "ui/log/LogPage.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QLocale>
#include <QScrollBar>
#include <QSet>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>

#include <algorithm>
#include <tuple>

namespace ui {

namespace {

constexpr int linesAtOnce = 200;

core::Result<ReadLog>
readLog(core::Office& office, const core::LogFilter& filter, const core::LogPlace& after)
{
    ReadLog log;
    auto people = office.logQueries().people();
    if (!people) {
        return people.error();
    }
    log.people = *std::move(people);
    auto page = office.logQueries().page(filter, after, linesAtOnce);
    if (!page) {
        return page.error();
    }
    log.page = *std::move(page);
    QSet<qint64> looked;
    for (const core::LogLine& line : log.page.lines) {
        if (looked.contains(line.seq)) {
            continue;
        }
        looked.insert(line.seq);
        auto problem = office.logQueries().problemOf(line.seq);
        if (!problem) {
            return problem.error();
        }
        if (!problem->isEmpty()) {
            log.problems.insert(line.seq, *problem);
        }
    }
    return log;
}

bool isSameLine(const core::LogLine& one, const core::LogLine& other)
{
    return one.seq == other.seq && one.ordinal == other.ordinal;
}

bool isSameFilter(const core::LogFilter& one, const core::LogFilter& other)
{
    const auto parts = [](const core::LogFilter& filter) {
        return std::tie(filter.from, filter.to, filter.user, filter.client, filter.group);
    };
    return parts(one) == parts(other);
}

} // namespace

void LogPage::read(Reading what)
{
    if (m_tabs->currentIndex() != 0) {
        return;
    }
    const int round = ++m_round;
    const core::LogFilter wanted = filter();
    if (what == Reading::News && !isSameFilter(wanted, m_filter)) {
        what = Reading::Anew; // another day has begun
    }
    m_isReadingMore = what == Reading::More;
    const core::LogPlace after = m_isReadingMore ? m_next : core::LogPlace{};
    m_jobs.run<ReadLog>(
        Lane::Read,
        this,
        [wanted, after](core::Office& office, core::Progress&) {
            return readLog(office, wanted, after);
        },
        [this, round, what, wanted](const core::Result<ReadLog>& log) {
            if (round != m_round) {
                return;
            }
            m_isReadingMore = false;
            if (!log && log.error().code == core::ErrorCode::NotFound) {
                showState("search", tr("No such client"), log.error().message);
                return;
            }
            if (!log) {
                const bool isDenied = log.error().code == core::ErrorCode::Denied;
                m_state->showError(isDenied ? tr("This log is not yours to see")
                                            : tr("The log could not be read"),
                                   log.error(),
                                   [this] { refresh(); });
                m_stack->setCurrentWidget(m_state);
                return;
            }
            m_filter = wanted;
            fill(*log, what);
        });
}

void LogPage::readMore()
{
    if (m_hasMore && !m_isReadingMore) {
        read(Reading::More);
    }
}

void LogPage::showState(const char* icon, const QString& title, const QString& text)
{
    m_state->show(icon, title, text);
    m_stack->setCurrentWidget(m_state);
}

void LogPage::fillPeople(const std::vector<core::LogPerson>& people)
{
    QStringList before;
    for (int i = 1; i < m_person->count(); ++i) {
        before.append(m_person->itemText(i));
    }
    QStringList now;
    for (const core::LogPerson& person : people) {
        now.append(person.name);
    }
    if (before == now) {
        return;
    }
    const QString chosen = m_person->currentData().toString();
    while (m_person->count() > 1) {
        m_person->removeItem(1);
    }
    for (const core::LogPerson& person : people) {
        m_person->addItem(person.name, person.name);
    }
    m_person->setCurrentIndex(std::max(0, m_person->findData(chosen)));
    m_person->setVisible(people.size() > 1);
}

void LogPage::fill(const ReadLog& log, Reading what)
{
    const QSignalBlocker quiet(m_table);
    if (what != Reading::More) {
        fillPeople(log.people);
    }
    if (what == Reading::More) {
        for (const core::LogLine& line : log.page.lines) {
            insertLine(m_table->rowCount(), line, log.problems.value(line.seq));
        }
        m_next = log.page.next;
        m_hasMore = log.page.hasMore;
    } else if (what == Reading::Anew || !addNews(log)) {
        fillAnew(log);
    }
    if (m_lines.empty()) {
        showState("empty",
                  tr("Nothing here"),
                  tr("Nothing of this kind was done. Ask for another person, time or kind."));
        return;
    }
    m_stack->setCurrentWidget(m_list);
    if (m_table->selectedItems().isEmpty()) {
        m_table->selectRow(0);
    }
    showLine();
    const QScrollBar* bar = m_table->verticalScrollBar();
    if (what == Reading::News && bar->maximum() > 0 && bar->value() >= bar->maximum()) {
        readMore(); // whoever has scrolled to the end waits for it
    }
}

void LogPage::fillAnew(const ReadLog& log)
{
    const QList<QTableWidgetItem*> chosen = m_table->selectedItems();
    core::LogLine before;
    if (!chosen.isEmpty() && std::size_t(chosen.front()->row()) < m_lines.size()) {
        before = m_lines[std::size_t(chosen.front()->row())];
    }
    m_table->setRowCount(0);
    m_lines.clear();
    m_problems.clear();
    for (const core::LogLine& line : log.page.lines) {
        insertLine(m_table->rowCount(), line, log.problems.value(line.seq));
        if (isSameLine(line, before)) {
            m_table->selectRow(m_table->rowCount() - 1);
        }
    }
    m_next = log.page.next;
    m_hasMore = log.page.hasMore;
}

/// The log only grows: new lines come above those that are there, which stay as they are, chosen and in view. False where the
/// two do not meet.
bool LogPage::addNews(const ReadLog& log)
{
    const std::vector<core::LogLine>& read = log.page.lines;
    const auto known = m_lines.empty()
        ? read.end()
        : std::find_if(read.begin(), read.end(), [this](const core::LogLine& line) {
              return isSameLine(line, m_lines.front());
          });
    const auto news = std::size_t(known - read.begin());
    if (known == read.end() || read.size() - news > m_lines.size()
        || !std::equal(known, read.end(), m_lines.begin(), isSameLine)) {
        return false;
    }
    for (std::size_t row = 0; row < read.size() - news; ++row) {
        const core::LogLine& line = read[row + news];
        const QString problem = log.problems.value(line.seq);
        if (line.detail != m_lines[row].detail || line.isDetailGone != m_lines[row].isDetailGone
            || problem != m_problems.value(line.seq)) {
            setLine(int(row), line, problem);
        }
    }
    QScrollBar* bar = m_table->verticalScrollBar(); // counts rows
    const int place = bar->value();
    for (std::size_t row = 0; row < news; ++row) {
        insertLine(int(row), read[row], log.problems.value(read[row].seq));
    }
    if (news > 0 && place > 0) { // whoever is at the top sees what is new
        bar->setValue(place + int(news));
    }
    return true;
}

void LogPage::insertLine(int row, const core::LogLine& line, const QString& problem)
{
    m_table->insertRow(row);
    m_lines.insert(m_lines.begin() + row, line);
    setLine(row, line, problem);
}

void LogPage::setLine(int row, const core::LogLine& line, const QString& problem)
{
    m_lines[std::size_t(row)] = line;
    if (problem.isEmpty()) {
        m_problems.remove(line.seq);
    } else {
        m_problems.insert(line.seq, problem);
    }
    const QStringList cells{
        QLocale().toString(line.at.toTimeZone(m_jobs.access().timeZone), QLocale::ShortFormat),
        line.actorName,
        core::logSentence(line),
        line.host,
        problem.isEmpty() ? tr("✓ %1").arg(line.seq) : tr("✕ %1").arg(line.seq)};
    for (int column = 0; column < LogColumns; ++column) {
        auto* item = new QTableWidgetItem(cells.at(column));
        item->setToolTip(cells.at(column));
        m_table->setItem(row, column, item);
    }
    m_table->item(row, LogSignature)
        ->setToolTip(problem.isEmpty() ? tr("Entry %1; the signature holds").arg(line.seq)
                                       : problem);
    setTone(m_table->item(row, LogSignature),
            problem.isEmpty() ? theme::Tone::Good : theme::Tone::Bad);
    setTone(m_table->item(row, LogWhere), theme::Tone::Muted);
}

void LogPage::showLine()
{
    const QList<QTableWidgetItem*> items = m_table->selectedItems();
    const std::size_t row = items.isEmpty() ? m_lines.size() : std::size_t(items.front()->row());
    if (row >= m_lines.size()) {
        m_detail->clear();
        return;
    }
    m_detail->show(m_lines[row], m_problems.value(m_lines[row].seq));
}

} // namespace ui
