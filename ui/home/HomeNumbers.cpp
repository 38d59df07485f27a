// HomePage: the office in plots.
#include "ui/home/HomePage.h"
#include "ui/widgets/Plot.h"

#include <QLabel>
#include <QLocale>

namespace ui {

namespace {

constexpr int mostCities = 8;

double shareOf(std::int64_t part, std::int64_t whole)
{
    constexpr double percent = 100.0;
    return whole > 0 ? percent * double(part) / double(whole) : 0.0;
}

} // namespace

void HomePage::showNumbers(const core::Numbers& numbers)
{
    const QDateTime at = numbers.at.toTimeZone(m_jobs.access().timeZone);
    m_counted->setText(
        tr("counted at %1").arg(QLocale().toString(at.time(), QLocale::ShortFormat)));
    const core::RequestAges& ages = numbers.requests;
    PlotData requests;
    requests.bars = {{tr("since today"), double(ages.open[0])},
                     {tr("1 to 2 days"), double(ages.open[1])},
                     {tr("3 to 7 days"), double(ages.open[2])},
                     {tr("longer"), double(ages.open[3])}};
    requests.foot = ages.overdue > 0 ? tr("%n of them overdue", nullptr, ages.overdue)
                                     : tr("None of them is overdue");
    requests.empty = tr("No request is open.");
    m_requests->setData(std::move(requests));
    showStates(numbers);
    showCities(numbers.clients);
    if (m_today && !m_today->waiting.own && numbers.own.clients > 0) {
        m_today->waiting.own = numbers.own;
        showToday(Today(*m_today));
    }
}

void HomePage::showStates(const core::Numbers& numbers)
{
    const core::OwnerCounts all = numbers.clients.all();
    const auto& activity = numbers.clients.byActivity;
    PlotData states;
    states.bars = {{tr("active"), double(activity[0])},
                   {tr("potential"), double(activity[1])},
                   {tr("dormant"), double(activity[2])},
                   {tr("no class yet"), double(activity[3])},
                   {tr("of these drafts"), double(all.drafts)},
                   {tr("in the trash"), double(numbers.trashed)}};
    states.foot = tr("%n client(s) in use", nullptr, int(all.clients));
    states.empty = tr("There are no clients yet.");
    m_states->setData(std::move(states));
}

void HomePage::showCities(const core::ClientCounts& clients)
{
    PlotData plot;
    plot.empty = tr("There are no clients yet.");
    double others = 0;
    for (const core::CityCount& one : clients.cities) {
        if (one.city.isEmpty()) {
            continue;
        }
        if (int(plot.bars.size()) < mostCities) {
            plot.bars.push_back({one.city, double(one.clients)});
        } else {
            others += double(one.clients);
        }
    }
    if (others > 0) {
        plot.bars.push_back({tr("other cities"), others});
    }
    if (!clients.cities.empty() && clients.cities.back().city.isEmpty()) {
        plot.bars.push_back({tr("not stated"), double(clients.cities.back().clients)});
    }
    m_cities->setData(std::move(plot));
}

void HomePage::readTrend()
{
    using Points = std::vector<core::QualityPoint>;
    m_jobs.run<Points>(
        Lane::Behind,
        this,
        [](core::Office& office, core::Progress&) { return office.reports().trend(); },
        [this](core::Result<Points> points) {
            if (points) {
                showTrend(*points);
            } else {
                showFailure(points.error());
            }
        });
}

void HomePage::showTrend(const std::vector<core::QualityPoint>& points)
{
    PlotData plot;
    plot.empty = tr("The records are counted once a day from now on; a line comes with the weeks.");
    PlotLine complete{tr("complete"), {}};
    PlotLine current{tr("up to date"), {}};
    PlotLine single{tr("no duplicate"), {}};
    for (const core::QualityPoint& point : points) {
        plot.ticks.append(QLocale().toString(point.day, QLocale::ShortFormat));
        complete.values.emplace_back(shareOf(point.complete, point.clients));
        current.values.emplace_back(shareOf(point.current, point.clients));
        single.values.push_back(point.single ? std::optional(shareOf(*point.single, point.clients))
                                             : std::nullopt);
    }
    plot.lines = {complete, current};
    if (!points.empty() && points.back().single) {
        plot.lines.push_back(single);
    }
    if (!points.empty()) {
        plot.foot
            = tr("Share of the clients; counted once a day since %1").arg(plot.ticks.constFirst());
    }
    m_trend->setData(std::move(plot));
}

} // namespace ui
