#include "ui/jobs/JobProgress.h"

#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace ui {

namespace {

constexpr qint64 msPerSecond = 1000;

} // namespace

void Pace::begin(qint64 done)
{
    m_clock.start();
    m_from = done;
    m_done = done;
}

qint64 Pace::perSecond(qint64 counted) const
{
    return counted * msPerSecond / std::max<qint64>(m_clock.elapsed(), 1);
}

QString Pace::rest(qint64 done, qint64 total)
{
    constexpr qint64 longWait = 90; // seconds: more is told in minutes
    m_done = done;
    if (done <= m_from || total < done) {
        return {};
    }
    const qint64 seconds = m_clock.elapsed() * (total - done) / (done - m_from) / msPerSecond + 1;
    return seconds < longWait ? tr("about %n second(s) to go", nullptr, int(seconds))
                              : tr("about %n minute(s) to go", nullptr, int(seconds / 60) + 1);
}

QString Pace::words(qint64 done, qint64 total)
{
    const QLocale locale;
    QStringList parts{tr("%1 of %2").arg(locale.toString(done), locale.toString(total))};
    const qint64 rate = perSecond(done - m_from);
    if (rate > 0) {
        parts.append(tr("%1 per second").arg(locale.toString(rate)));
    }
    if (const QString left = rest(done, total); !left.isEmpty()) {
        parts.append(left);
    }
    return parts.join(QStringLiteral(" · "));
}

void followJob(Job* job,
               QProgressBar* bar,
               const std::function<void(const QString&)>& say,
               Counted counted)
{
    struct Way
    {
        QString phase;
        Pace pace;
    };
    const auto way = std::make_shared<Way>();
    way->pace.begin();
    const auto show = [bar, say, counted, way](const QString& phase, qint64 done, qint64 total) {
        constexpr qint64 steps = 1000; // a bar counts in int
        if (phase != way->phase || done < way->pace.done()) {
            way->phase = phase; // which counts from its own beginning
            way->pace.begin(done);
        }
        bar->setRange(0, total > 0 ? int(steps) : 0);
        bar->setValue(total > 0 ? int(done * steps / total) : 0);
        const QString far = total <= 0 || done <= 0 ? QString()
            : counted == Counted::Things            ? way->pace.words(done, total)
                                                    : way->pace.rest(done, total);
        say(far.isEmpty() || phase.isEmpty() ? phase + far
                                             : QStringLiteral("%1 · %2").arg(phase, far));
    };
    QObject::connect(job, &Job::progressed, bar, show);
}

void followJob(Job* job, QProgressBar* bar, QLabel* words, Counted counted)
{
    followJob(
        job, bar, [words](const QString& text) { words->setText(text); }, counted);
}

QProgressBar* makeProgressBar(QWidget* parent)
{
    auto* bar = new QProgressBar(parent);
    bar->setTextVisible(false);
    bar->setAccessibleName(JobBar::tr("Progress"));
    return bar;
}

JobBar::JobBar(QWidget* parent)
    : QWidget(parent)
    , m_bar(makeProgressBar(this))
    , m_rest(makeText(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    column->addWidget(m_rest);
    m_rest->setFont(theme::font(theme::Caption));
    hide();
}

void JobBar::follow(Job* job)
{
    m_bar->setRange(0, 0);
    m_rest->clear();
    show();
    followJob(job, m_bar, m_rest);
    connect(job, &Job::finished, this, &QWidget::hide);
}

} // namespace ui
