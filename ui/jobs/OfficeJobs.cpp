#include "ui/jobs/OfficeJobs.h"

#include "core/storage/DamageMark.h"

#include <QGuiApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

std::size_t threadOf(Lane lane)
{
    return std::size_t(lane == Lane::Log ? Lane::Write : lane == Lane::Behind ? Lane::Long : lane);
}

} // namespace

void Job::stop()
{
    m_stop.request_stop();
    Q_EMIT stopping();
}

void Job::name(const QString& title, const QString& ifStopped)
{
    m_title = title;
    m_ifStopped = ifStopped;
    Q_EMIT named();
}

void Job::nameUnstoppable(const QString& title, const QString& ifClosed)
{
    m_canStop = false;
    name(title, ifClosed);
}

void Job::report(const QString& phase, qint64 done, qint64 total)
{
    constexpr int whole = 100;
    m_phase = phase;
    m_percent = total > 0 ? std::optional(int(done * whole / total)) : std::nullopt;
    Q_EMIT progressed(phase, done, total);
}

void Job::finish()
{
    m_isFinished = true;
    Q_EMIT finished();
}

/// Lives on its lane's thread; opens the Office there at the first work and closes it there at the end.
class OfficeJobs::Worker : public QObject
{
public:
    Worker(std::shared_ptr<const core::OfficeAccess> access, std::function<void()> waits)
        : m_access(std::move(access))
        , m_waits(std::move(waits))
    { }

    core::Result<core::Office*> office()
    {
        if (!m_office) {
            auto opened = core::Office::open(m_access);
            if (!opened) {
                return opened.error();
            }
            m_office = *std::move(opened);
            m_office->onWaiting(m_waits);
        } else {
            // Where it fails, the work itself says so, and may be worth another try.
            static_cast<void>(m_office->refresh());
        }
        return m_office.get();
    }

    void giveBackMemory()
    {
        if (m_office) {
            m_office->giveBackMemory();
        }
    }

    void close()
    {
        bringLooks();
        m_office.reset();
    }
    /// Closes what is open, and lets go of the keys or takes others.
    void use(std::shared_ptr<const core::OfficeAccess> access)
    {
        bringLooks();
        m_office.reset();
        m_access = std::move(access);
    }

private:
    /// What a colleague's save keeps from the log now waits in its file for the next login.
    void bringLooks()
    {
        if (m_office && m_access && m_access->looks) {
            core::Connection& writer = m_office->context().writer;
            core::BusyPolicy policy = writer.busyPolicy();
            policy.budget = std::chrono::seconds(1);
            writer.setBusyPolicy(std::move(policy));
            static_cast<void>(m_office->flushLooks(core::FlushLooks::Now));
        }
    }

    std::shared_ptr<const core::OfficeAccess> m_access;
    std::function<void()> m_waits;
    std::unique_ptr<core::Office> m_office;
};

OfficeJobs::OfficeJobs(std::shared_ptr<const core::OfficeAccess> access, QObject* parent)
    : QObject(parent)
    , m_access(std::move(access))
{
    for (Thread& lane : m_threads) {
        lane.thread = std::make_unique<QThread>();
        lane.worker = new Worker(m_access, [this] {
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT waitingForColleague(); }, Qt::QueuedConnection);
        });
        lane.worker->moveToThread(lane.thread.get());
        lane.thread->start();
    }
    constexpr std::chrono::seconds oftenEnough(15);
    m_looks.setInterval(oftenEnough);
    connect(&m_looks, &QTimer::timeout, this, &OfficeJobs::bringLooks);
    m_looks.start();
    constexpr std::chrono::seconds watching(1);
    m_lookWatch.setInterval(watching);
    connect(&m_lookWatch, &QTimer::timeout, this, &OfficeJobs::watchLook);
    m_ear.setSingleShot(true);
    connect(&m_ear, &QTimer::timeout, this, [this] { look(false); });
    // What this window has just saved is no news, and stands in what its pages read next.
    connect(this, &OfficeJobs::officeChanged, this, [this] { look(true); });
}

void OfficeJobs::bringLooks()
{
    if (!m_access || !m_access->looks || !m_access->looks->isDue()) {
        return;
    }
    run<int>(
        Lane::Log,
        this,
        [](core::Office& office, core::Progress&) -> core::Result<int> {
            auto done = office.flushLooks(core::FlushLooks::IfDue);
            return done ? core::Result<int>(0) : core::Result<int>(done.error());
        },
        [](const core::Result<int>&) {}); // where it fails it is tried again
}

void OfficeJobs::listen(std::chrono::milliseconds interval)
{
    m_interval = interval;
    look(true);
}

namespace {

/// What the window still has to know while it is locked: no key is in it.
std::shared_ptr<const core::OfficeAccess> withoutKeys(const core::OfficeAccess& access)
{
    auto husk = std::make_shared<core::OfficeAccess>(access);
    husk->person.reset();
    husk->session.identity.reset();
    husk->session.sealed.reset();
    return husk;
}

} // namespace

void OfficeJobs::suspend()
{
    if (m_isSuspended) {
        return;
    }
    m_isSuspended = true;
    m_ear.stop();
    m_lookWatch.stop();
    sleepWhenIdle();
}

void OfficeJobs::sleepWhenIdle()
{
    const bool isIdle = std::all_of(
        m_threads.begin(), m_threads.end(), [](const Thread& lane) { return lane.pending == 0; });
    if (!m_isSuspended || m_isAsleep || m_isRetired || !isIdle) {
        return;
    }
    m_isAsleep = true;
    m_access = withoutKeys(*m_access);
    onEveryLane([husk = m_access](Worker& worker) { worker.use(husk); },
                [this] { Q_EMIT asleep(); });
}

void OfficeJobs::onEveryLane(const std::function<void(Worker&)>& work,
                             const std::function<void()>& then)
{
    auto left = std::make_shared<std::size_t>(m_threads.size());
    for (Thread& lane : m_threads) {
        Worker* worker = lane.worker;
        // A share that does not answer holds up the thread, not the window.
        QMetaObject::invokeMethod(
            worker,
            [worker, work, left, then, this] {
                work(*worker);
                QMetaObject::invokeMethod(
                    this,
                    [left, then] {
                        if (--*left == 0) {
                            then();
                        }
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }
}

void OfficeJobs::retire()
{
    m_isRetired = true;
    m_isSuspended = true;
    m_ear.stop();
    m_looks.stop();
    m_lookWatch.stop();
    for (Job* job : findChildren<Job*>()) {
        job->stop();
    }
    m_waiting.clear();
    onEveryLane([](Worker& worker) { worker.close(); }, [this] { deleteLater(); });
}

void OfficeJobs::resume(std::shared_ptr<const core::OfficeAccess> access)
{
    if (!m_isSuspended) {
        return;
    }
    m_isSuspended = false;
    if (m_isAsleep) { // else what ran has kept everything open
        m_isAsleep = false;
        m_access = std::move(access);
        for (Thread& lane : m_threads) {
            Worker* worker = lane.worker;
            QMetaObject::invokeMethod(
                worker, [worker, given = m_access] { worker->use(given); }, Qt::QueuedConnection);
        }
    }
    for (Waiting& waiting : std::exchange(m_waiting, {})) {
        start(waiting.lane, waiting.job, std::move(waiting.step));
    }
    Q_EMIT officeChanged();
}

void OfficeJobs::look(bool isOwnSave)
{
    if (m_interval.count() == 0 || m_isSuspended) {
        return;
    }
    // Not all windows of an office at the same moment; seldom where nobody looks at this one.
    constexpr int restFactor = 5;
    const bool isActive = QGuiApplication::applicationState() == Qt::ApplicationActive;
    const auto next = m_interval * (isActive ? 1 : restFactor);
    const auto fifth = next.count() / 5;
    m_ear.start(std::chrono::milliseconds(
        next.count() - fifth + QRandomGenerator::global()->bounded(qint64(fifth) * 2 + 1)));
    if (m_isLooking && !isOwnSave) {
        return; // the share does not answer: one question is enough
    }
    m_isLooking = true;
    m_lookBegan = 0;
    m_lookWatch.start();
    run<Heard>(
        Lane::Read,
        this,
        [this](core::Office& office, core::Progress&) -> core::Result<Heard> {
            const auto began = std::chrono::steady_clock::now();
            m_lookBegan = began.time_since_epoch().count();
            Heard heard;
            // The mark is a file of its own: it is seen also where the feed cannot be read any more.
            heard.isDamaged = core::isMarkedAsDamaged(office.context().reader.path());
            if (auto news = office.feed().news()) {
                heard.news = *std::move(news);
            } else {
                heard.isAway = news.error().code == core::ErrorCode::Io;
            }
            heard.took = std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::steady_clock::now() - began);
            return heard;
        },
        [this, isOwnSave](const core::Result<Heard>& heard) {
            m_isLooking = false;
            m_lookWatch.stop();
            if (heard) {
                hear(*heard, isOwnSave);
            } else if (heard.error().code == core::ErrorCode::Io
                       || heard.error().code == core::ErrorCode::NotFound) {
                setShare(Share::Away);
            }
        });
}

void OfficeJobs::watchLook()
{
    using namespace std::chrono_literals;
    const Ticks began = m_lookBegan;
    if (began == 0) {
        return; // it waits its turn behind what the person wants to read
    }
    const auto waited = std::chrono::steady_clock::now().time_since_epoch()
        - std::chrono::steady_clock::duration(began);
    if (waited > 15s) {
        setShare(Share::Away);
    } else if (waited > 3s) {
        setShare(Share::Slow);
    }
}

void OfficeJobs::setShare(Share share)
{
    if (share != m_share) {
        m_share = share;
        Q_EMIT shareChanged(share);
    }
}

std::vector<Job*> OfficeJobs::running() const
{
    std::vector<Job*> named;
    for (Job* job : findChildren<Job*>()) {
        if (!job->title().isEmpty() && !job->isFinished()) {
            named.push_back(job);
        }
    }
    return named;
}

void OfficeJobs::hear(const Heard& heard, bool isOwnSave)
{
    constexpr std::chrono::milliseconds slow(
        1500); // for a question that costs one look at the file
    setShare(heard.isAway ? Share::Away : heard.took > slow ? Share::Slow : Share::Well);
    if (heard.isDamaged != m_isDamaged) {
        m_isDamaged = heard.isDamaged;
        Q_EMIT damageHeard(m_isDamaged);
    }
    if (!heard.news.empty() && !isOwnSave) {
        Q_EMIT othersSaved(heard.news);
    }
}

OfficeJobs::~OfficeJobs()
{
    for (Job* job : findChildren<Job*>()) {
        job->stop();
    }
    for (Thread& lane : m_threads) {
        Worker* worker = lane.worker;
        // The connection must be closed on the thread that opened it, behind the work that still waits there.
        QMetaObject::invokeMethod(
            worker, [worker] { worker->close(); }, Qt::BlockingQueuedConnection);
        lane.thread->quit();
        lane.thread->wait();
        delete worker;
    }
}

int OfficeJobs::pending(Lane lane) const
{
    return m_threads[threadOf(lane)].pending;
}

void OfficeJobs::start(Lane lane, Job* job, Step step)
{
    if (m_isRetired) {
        job->deleteLater();
        return;
    }
    if (m_isSuspended) {
        m_waiting.push_back({lane, job, std::move(step)});
        return;
    }
    Thread& target = m_threads[threadOf(lane)];
    ++target.pending;
    m_longWork += lane == Lane::Long ? 1 : 0;
    Q_EMIT pendingChanged();
    connect(job, &Job::finished, this, [this, lane] {
        --m_threads[threadOf(lane)].pending;
        m_longWork -= lane == Lane::Long ? 1 : 0;
        Q_EMIT pendingChanged();
        if (lane == Lane::Write || lane == Lane::Long) {
            Q_EMIT officeChanged();
        }
        sleepWhenIdle();
    });
    connect(job, &Job::named, this, &OfficeJobs::runningChanged);
    connect(job, &Job::stopping, this, &OfficeJobs::runningChanged);
    connect(job, &Job::finished, this, [this, job] {
        if (!job->title().isEmpty()) {
            Q_EMIT runningChanged();
        }
    });
    Worker* worker = target.worker;
    QMetaObject::invokeMethod(
        worker,
        [worker, step = std::move(step), isLong = lane == Lane::Long || lane == Lane::Behind] {
            step([worker] { return worker->office(); });
            if (isLong) {
                worker->giveBackMemory();
            }
        },
        Qt::QueuedConnection);
}

bool OfficeJobs::isWorthAnotherTry(Lane lane, const core::Error& error, const OpenOffice& open)
{
    if (lane == Lane::Long || (lane != Lane::Read && error.code != core::ErrorCode::Busy)) {
        return false;
    }
    auto office = open();
    return office && (*office)->context().reader.mustReopen();
}

core::Progress OfficeJobs::progressFor(Job* job)
{
    // Called on the lane's thread: the token is shared, the signal is brought to the window's thread by the queue.
    const QPointer<Job> alive(job);
    return core::Progress(
        [this, alive](const QString& phase, std::int64_t done, std::int64_t total) {
            QMetaObject::invokeMethod(
                this,
                [alive, phase, done, total] {
                    if (alive) {
                        alive->report(phase, done, total);
                    }
                },
                Qt::QueuedConnection);
        },
        job->token());
}

} // namespace ui
