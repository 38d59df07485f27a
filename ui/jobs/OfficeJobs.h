/// OfficeJobs: the only way by which the window reaches the disk. Three threads, each with its own open Office: near
/// reads (lists, search, records), writes (saves, decisions), long work (import, scan, export). A function runs there;
/// its Result comes back to the thread of the window, and only if the object that asked still lives.
///
///     jobs.run<ClientPage>(Lane::Read, this,
///         [query](Office& office, Progress&) { return office.queries().list(query); },
///         [this](Result<ClientPage> page) { show(page); });
///
/// A save that finds the office busy with this window's own long work waits for its end, however long that takes.
/// Everything here is called on the thread of the window. Destroying it waits for what is running.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/workspace/Office.h"

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace ui {

/// Log is the Write lane, and Behind the Long one, for what changes nothing that a list shows (looks; groups of duplicates).
enum class Lane : std::uint8_t
{
    Read,
    Write,
    Long,
    Log,
    Behind
};

/// A running piece of work: lets the person stop it, and shows how far it is.
class Job : public QObject
{
    Q_OBJECT

public:
    explicit Job(QObject* parent = nullptr)
        : QObject(parent)
    { }
    void stop();
    [[nodiscard]] bool isStopping() const { return m_stop.stop_requested(); }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

    /// What people call it ("Import of clients.csv"): from then on it stands among what runs (OfficeJobs::running), and
    /// whoever closes the window is asked. `ifStopped` says what becomes of it then, in a sentence.
    void name(const QString& title, const QString& ifStopped);
    /// The same where it cannot be stopped between its steps.
    void nameUnstoppable(const QString& title, const QString& ifClosed);
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] const QString& ifStopped() const { return m_ifStopped; }
    [[nodiscard]] bool canStop() const { return m_canStop; }
    [[nodiscard]] const QString& phase() const { return m_phase; }
    /// Empty where nobody knows.
    [[nodiscard]] std::optional<int> percent() const { return m_percent; }

    // For OfficeJobs.
    void report(const QString& phase, qint64 done, qint64 total);
    void finish();
    [[nodiscard]] bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    void progressed(const QString& phase, qint64 done, qint64 total);
    void named();
    void stopping();
    void finished();

private:
    std::stop_source m_stop;
    QString m_title;
    QString m_ifStopped;
    QString m_phase;
    std::optional<int> m_percent;
    bool m_canStop = true;
    bool m_isFinished = false;
};

/// How the folder of the office answers.
enum class Share : std::uint8_t
{
    Well,
    Slow,
    Away
};

class OfficeJobs : public QObject
{
    Q_OBJECT

public:
    explicit OfficeJobs(std::shared_ptr<const core::OfficeAccess> access,
                        QObject* parent = nullptr);
    ~OfficeJobs() override;

    [[nodiscard]] const core::OfficeAccess& access() const { return *m_access; }
    [[nodiscard]] const core::Session& session() const { return m_access->session; }

    template <typename T>
    using Work = std::function<core::Result<T>(core::Office&, core::Progress&)>;

    /// Runs `work` on the lane's thread, then `done` on this one, if `guard` still lives. The Job lives until then.
    template <typename T>
    QPointer<Job>
    run(Lane lane, QObject* guard, Work<T> work, std::function<void(core::Result<T>)> done)
    {
        auto* job = new Job(this);
        const QPointer<QObject> alive(guard);
        start(lane,
              job,
              [job, lane, alive, work = std::move(work), done = std::move(done), this](
                  const OpenOffice& open) {
                  core::Progress progress = progressFor(job);
                  const auto attempt = [&]() -> core::Result<T> {
                      auto office = open();
                      return office ? work(**office, progress) : core::Result<T>(office.error());
                  };
                  auto result = std::make_shared<core::Result<T>>(attempt());
                  if (!*result && isWorthAnotherTry(lane, result->error(), open)) {
                      *result = attempt();
                  }
                  while (isBehindLongWork(lane, *result) && !progress.isStopped()) {
                      *result = attempt();
                  }
                  QMetaObject::invokeMethod(
                      this,
                      [job, alive, done, result] {
                          job->finish();
                          job->deleteLater();
                          if (alive) {
                              done(std::move(*result));
                          }
                      },
                      Qt::QueuedConnection);
              });
        return job;
    }

    /// The window locks: what runs or waits its turn is finished, then the connections are closed and the keys of the login
    /// wiped; access() and session() keep what is no secret. Work that is asked for meanwhile waits.
    void suspend();
    [[nodiscard]] bool isSuspended() const { return m_isSuspended; }
    /// The keys are gone.
    [[nodiscard]] bool isAsleep() const { return m_isAsleep; }
    /// With what a new login of the same person gave; what waits is done now.
    void resume(std::shared_ptr<const core::OfficeAccess> access);

    /// The person leaves: what runs is stopped, the connections are closed, and then it deletes itself. Nothing waits for that;
    /// nothing may be asked of it any more.
    void retire();

    /// Looks every so often, plus or minus a fifth, whether others have saved something; less often while nobody works
    /// in the window.
    void listen(std::chrono::milliseconds interval = std::chrono::seconds(3));

    /// Whether the office was marked as damaged when it was listened to last (core/storage/DamageMark.h).
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }

    /// As the last listening found it.
    [[nodiscard]] Share share() const { return m_share; }

    /// Named work that is not at its end, oldest first.
    [[nodiscard]] std::vector<Job*> running() const;

    /// How many pieces of work wait or run on the lane.
    [[nodiscard]] int pending(Lane lane) const;

Q_SIGNALS:
    /// Something was written by this window: lists and counts read again.
    void officeChanged();
    /// Others have saved something; what, by kind of record. Not this window's own saves.
    void othersSaved(const std::vector<core::FeedEntry>& entries);
    /// Somebody's check or save has found damage, or a check has found none any more.
    void damageHeard(bool isDamaged);
    /// A save waits for a colleague's.
    void waitingForColleague();
    void pendingChanged();
    void shareChanged(Share share);
    /// Named work has begun, is being stopped or has come to its end.
    void runningChanged();
    /// suspend() has come to its end.
    void asleep();

private:
    class Worker;
    using OpenOffice = std::function<core::Result<core::Office*>()>;
    using Step = std::function<void(const OpenOffice&)>;

    /// What listening brought.
    struct Heard
    {
        std::vector<core::FeedEntry> news;
        bool isDamaged = false;
        bool isAway = false;
        std::chrono::milliseconds took{0};
    };
    using Ticks = std::chrono::steady_clock::rep;

    struct Waiting
    {
        Lane lane;
        Job* job;
        Step step;
    };

    void sleepWhenIdle();
    /// Does `work` on every lane, behind what waits there, then `then` on this thread; waits for nothing.
    void onEveryLane(const std::function<void(Worker&)>& work, const std::function<void()>& then);
    void look(bool isOwnSave);
    void bringLooks();
    void hear(const Heard& heard, bool isOwnSave);
    /// Whether the question that is out has had to wait long.
    void watchLook();
    void setShare(Share share);
    void start(Lane lane, Job* job, Step step);
    /// Nothing was written, and what keeps the office busy is this window's own import or merge.
    template <typename T>
    [[nodiscard]] bool isBehindLongWork(Lane lane, const core::Result<T>& result) const
    {
        return lane == Lane::Write && !result && result.error().code == core::ErrorCode::Busy
            && m_longWork > 0;
    }
    /// The file was not to be read, and will be opened anew: a short failure of the disk, a stale size, a key that a
    /// colleague has changed. Nothing was done; the person hears of it only if it happens again.
    [[nodiscard]] static bool
    isWorthAnotherTry(Lane lane, const core::Error& error, const OpenOffice& open);
    core::Progress progressFor(Job* job);

    std::shared_ptr<const core::OfficeAccess> m_access;
    struct Thread
    {
        std::unique_ptr<QThread> thread;
        Worker* worker = nullptr;
        int pending = 0;
    };
    std::array<Thread, 3> m_threads;
    std::atomic<int> m_longWork{0};
    QTimer m_ear; ///< for what others save
    QTimer m_looks; ///< brings what was looked at into the log
    std::chrono::milliseconds m_interval{0};
    QTimer m_lookWatch;
    std::atomic<Ticks> m_lookBegan{0}; ///< on its thread; 0: not yet
    Share m_share = Share::Well;
    bool m_isLooking = false;
    bool m_isDamaged = false;
    bool m_isSuspended = false;
    bool m_isAsleep = false;
    bool m_isRetired = false;
    std::vector<Waiting> m_waiting; ///< asked for while suspended
};

/// The same for work that has no office yet: logging in, making one (the password hash takes most of a second).
template <typename T>
void runDetached(QObject* guard,
                 std::function<core::Result<T>()> work,
                 std::function<void(core::Result<T>)> done)
{
    const QPointer<QObject> alive(guard);
    auto result = std::make_shared<std::unique_ptr<core::Result<T>>>();
    QThread* thread = QThread::create(
        [work = std::move(work), result] { *result = std::make_unique<core::Result<T>>(work()); });
    QObject::connect(thread, &QThread::finished, guard, [alive, done = std::move(done), result] {
        if (alive) {
            done(std::move(**result));
        }
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace ui
