#include "core/storage/LockTest.h"

#include "core/base/Log.h"
#include "core/crypto/Digest.h"
#include "core/storage/LockTestChild.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QThread>

#include <array>

namespace core {

namespace {

using Patience = std::chrono::milliseconds;

QString sayLockTest(const char* sentence)
{
    return QCoreApplication::translate("core::LockTest", sentence);
}

/// One of the two processes. What it answers is "ok …", "busy", "error …", or one of the two words below.
class LockTestProcess
{
public:
    static constexpr auto silent = "silent"; ///< no answer in time, or the person stopped the test
    static constexpr auto dead = "dead"; ///< it ended by itself

    ~LockTestProcess()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.closeWriteChannel(); // ends it, unless the share holds it
            constexpr int patienceMs = 1000;
            if (!m_process.waitForFinished(patienceMs)) {
                kill();
            }
        }
    }

    bool start(const QString& program)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, {QLatin1String(lockTestArgument)});
        return m_process.waitForStarted();
    }

    QByteArray ask(const QByteArray& line, Patience patience, const Progress& progress)
    {
        constexpr int stepMs = 20;
        QElapsedTimer time;
        time.start();
        m_process.write(line + '\n');
        while (!m_process.canReadLine()) {
            if (progress.isStopped() || time.elapsed() >= patience.count()) {
                return silent;
            }
            m_process.waitForReadyRead(stepMs);
            if (m_process.state() == QProcess::NotRunning && !m_process.canReadLine()) {
                return dead;
            }
        }
        return m_process.readLine().trimmed();
    }

    void kill()
    {
        m_process.kill();
        constexpr int patienceMs
            = 1000; // one that hangs in the system dies when the share answers again
        m_process.waitForFinished(patienceMs);
    }

private:
    QProcess m_process;
};

class LockTestRun
{
public:
    LockTestRun(const QString& folder, Progress& progress, const LockTestOptions& options)
        : m_progress(progress)
        , m_options(options)
        , m_program(options.program.isEmpty() ? QCoreApplication::applicationFilePath()
                                              : options.program)
    {
        m_time.start();
        constexpr int nameBytes = 8;
        constexpr int keyBytes = 32;
        const QString path
            = QDir(folder).filePath(QStringLiteral("locktest-%1.db")
                                        .arg(QString::fromLatin1(randomBytes(nameBytes).toHex())));
        m_opening = "open " + path.toUtf8().toHex() + ' ' + randomBytes(keyBytes).toHex() + ' '
            + (options.vfs.isEmpty() ? QByteArrayLiteral("-") : options.vfs.toUtf8().toHex()) + ' ';
    }

    Result<LockTestReport> run()
    {
        if (!m_first.start(m_program) || !m_second.start(m_program)) {
            return Error{ErrorCode::Io,
                         sayLockTest(QT_TRANSLATE_NOOP("core::LockTest",
                                                       "The test of the folder could not be "
                                                       "started. Install the program again.")),
                         m_program};
        }
        static constexpr std::array steps{
            Step{"create", &LockTestRun::create},
            Step{"lock", &LockTestRun::lockAlone},
            Step{"shared_keeps_from_exclusive", &LockTestRun::sharedAgainstExclusive},
            Step{"reserved_excludes_reserved", &LockTestRun::reservedAgainstReserved},
            Step{"written_is_read", &LockTestRun::writtenIsRead},
            Step{"killed_lock_goes_away", &LockTestRun::killedLockGoes},
        };
        m_progress.phase(sayLockTest(QT_TRANSLATE_NOOP("core::LockTest", "Testing the folder")),
                         std::int64_t(steps.size()));
        for (const Step& step : steps) {
            if (!m_progress.step(std::int64_t(m_report.checks.size()), std::int64_t(steps.size()))
                || !carryOut(step)) {
                break;
            }
        }
        cleanUp();
        if (m_progress.isStopped()) {
            return cancelledError();
        }
        return std::move(m_report);
    }

private:
    /// What is wrong; null for nothing.
    using Problem = const char*;
    struct Step
    {
        const char* name;
        Problem (LockTestRun::*check)();
    };

    bool carryOut(const Step& step)
    {
        QElapsedTimer time;
        time.start();
        const Problem problem = (this->*step.check)();
        m_report.checks.push_back({QLatin1String(step.name),
                                   problem == nullptr,
                                   time.elapsed(),
                                   problem ? sayLockTest(problem) : QString()});
        if (problem) {
            logWarning("storage",
                       QStringLiteral("lock test: %1 failed, last answer %2")
                           .arg(QLatin1String(step.name), QString::fromUtf8(m_answer)));
            m_report.outcome = outcomeOf(problem);
        }
        return !problem;
    }

    static LockTestReport::Outcome outcomeOf(Problem problem)
    {
        if (problem == noAnswer) {
            return LockTestReport::Outcome::NoAnswer;
        }
        return problem == ended || problem == cannotCreate ? LockTestReport::Outcome::NotTried
                                                           : LockTestReport::Outcome::Fails;
    }

    QByteArray ask(LockTestProcess& who, const QByteArray& line)
    {
        const auto left = m_options.limit - Patience(m_time.elapsed());
        m_answer
            = who.ask(line, std::max(Patience{1}, std::min(left, m_options.patience)), m_progress);
        m_isSilent = m_isSilent || m_answer == LockTestProcess::silent;
        return m_answer;
    }

    /// `expected` is what locks that work would answer; anything else is `problem`.
    Problem
    expect(LockTestProcess& who, const QByteArray& line, const char* expected, Problem problem)
    {
        const QByteArray answer = ask(who, line);
        if (answer == expected) {
            return nullptr;
        }
        if (answer == LockTestProcess::dead) {
            return ended;
        }
        return answer == LockTestProcess::silent ? noAnswer : problem;
    }

    struct Expectation
    {
        LockTestProcess& who;
        const char* line;
        const char* answer;
        Problem problem;
    };
    Problem expectAll(std::initializer_list<Expectation> list)
    {
        for (const Expectation& e : list) {
            if (const Problem problem = expect(e.who, e.line, e.answer, e.problem)) {
                return problem;
            }
        }
        return nullptr;
    }

    Problem create()
    {
        if (const Problem problem = expect(m_first, m_opening + "create", "ok", cannotCreate)) {
            // Nobody else knows the file: where the system gives no lock at all, SQLite calls it busy.
            return m_answer == "busy" ? noLocks : problem;
        }
        return expect(m_second, m_opening + "existing", "ok", notSeen);
    }

    Problem lockAlone()
    {
        return expectAll({{m_first, "exclusive", "ok", noLocks},
                          {m_first, "release", "ok", noLocks},
                          {m_second, "exclusive", "ok", noLocks},
                          {m_second, "release", "ok", noLocks}});
    }

    Problem sharedAgainstExclusive()
    {
        for (auto [reader, writer] :
             {std::pair(&m_first, &m_second), std::pair(&m_second, &m_first)}) {
            const Problem problem = expectAll({{*reader, "shared", "ok", noLocks},
                                               {*writer, "exclusive", "busy", overReader},
                                               {*reader, "release", "ok", noLocks},
                                               {*writer, "exclusive", "ok", stuck},
                                               {*writer, "release", "ok", noLocks}});
            if (problem) {
                return problem;
            }
        }
        return nullptr;
    }

    Problem reservedAgainstReserved()
    {
        for (auto [one, other] : {std::pair(&m_first, &m_second), std::pair(&m_second, &m_first)}) {
            const Problem problem = expectAll({{*one, "reserved", "ok", noLocks},
                                               {*other, "reserved", "busy", twoWriters},
                                               {*one, "release", "ok", noLocks},
                                               {*other, "reserved", "ok", stuck},
                                               {*other, "release", "ok", noLocks}});
            if (problem) {
                return problem;
            }
        }
        return nullptr;
    }

    /// In turns, with a file that grows: a client that keeps an old size of the file would show.
    Problem writtenIsRead()
    {
        constexpr int rounds = 6;
        constexpr int bytesPerRound = 9000;
        for (int round = 1; round <= rounds; ++round) {
            const bool isFirst = round % 2 == 1;
            LockTestProcess& writer = isFirst ? m_first : m_second;
            LockTestProcess& reader = isFirst ? m_second : m_first;
            const QByteArray seed = randomBytes(digestBytes);
            const int count = round * bytesPerRound;
            const QByteArray row = QByteArray::number(round % 4);
            const QByteArray line
                = "write " + row + ' ' + seed.toHex() + ' ' + QByteArray::number(count);
            const QByteArray read = "ok " + digest(lockTestBytes(seed, count)).toHex();
            if (const Problem problem = expect(writer, line, "ok", noLocks)) {
                return problem;
            }
            if (const Problem problem = expect(reader, "read " + row, read.constData(), notSeen)) {
                return problem;
            }
        }
        return nullptr;
    }

    Problem killedLockGoes()
    {
        if (const Problem problem = expect(m_second, "exclusive", "ok", noLocks)) {
            return problem;
        }
        m_second.kill();
        QElapsedTimer time;
        time.start();
        while (ask(m_first, "exclusive") == "busy") {
            if (time.elapsed() >= m_options.patience.count()) {
                return stays;
            }
            constexpr unsigned long pauseMs = 20;
            QThread::msleep(pauseMs);
        }
        if (m_answer == LockTestProcess::silent) {
            return noAnswer;
        }
        return m_answer == "ok" ? expect(m_first, "release", "ok", noLocks)
                                : (m_answer == LockTestProcess::dead ? ended : noLocks);
    }

    /// The files are taken away by one of the children, or by a third where they are gone: never by this process, which
    /// the share must not hold.
    void cleanUp()
    {
        constexpr Patience patience{2000};
        const Progress unstoppable;
        if (m_isSilent) { // waits in the system, perhaps for long
            m_first.kill();
        } else if (m_first.ask("remove", patience, unstoppable) == "ok") {
            return;
        }
        m_second.kill();
        LockTestProcess third;
        if (third.start(m_program)) {
            static_cast<void>(third.ask(m_opening + "existing", patience, unstoppable));
            static_cast<void>(third.ask("remove", patience, unstoppable));
        }
    }

    static constexpr Problem noAnswer
        = QT_TRANSLATE_NOOP("core::LockTest", "The folder did not answer in time.");
    static constexpr Problem ended
        = QT_TRANSLATE_NOOP("core::LockTest", "The test of the folder ended before its time.");
    static constexpr Problem cannotCreate = QT_TRANSLATE_NOOP(
        "core::LockTest", "No file could be made in this folder. Check your rights to it.");
    static constexpr Problem noLocks
        = QT_TRANSLATE_NOOP("core::LockTest", "A program that uses a file alone was refused it.");
    static constexpr Problem overReader
        = QT_TRANSLATE_NOOP("core::LockTest", "One program could write while another was reading.");
    static constexpr Problem twoWriters
        = QT_TRANSLATE_NOOP("core::LockTest", "Two programs could write at the same time.");
    static constexpr Problem stuck = QT_TRANSLATE_NOOP(
        "core::LockTest", "A file stayed closed to others when its user had finished.");
    static constexpr Problem notSeen = QT_TRANSLATE_NOOP(
        "core::LockTest", "What one program had saved was not what another one read.");
    static constexpr Problem stays = QT_TRANSLATE_NOOP(
        "core::LockTest", "The file of a program that crashed stayed closed to others.");

    Progress& m_progress;
    LockTestOptions m_options;
    QString m_program;
    QElapsedTimer m_time;
    QByteArray m_opening;
    LockTestProcess m_first;
    LockTestProcess m_second;
    QByteArray m_answer;
    bool m_isSilent = false;
    LockTestReport m_report;
};

} // namespace

QString LockTestReport::message() const
{
    for (const LockCheck& check : checks) {
        if (!check.ok) {
            return check.message;
        }
    }
    return {};
}

Result<LockTestReport>
testLocks(const QString& folder, Progress& progress, const LockTestOptions& options)
{
    if (options.program.isEmpty() && !canBeLockTestChild()) {
        // Another program that uses this library would be started anew, whatever it does then.
        return Error{ErrorCode::Unsupported,
                     sayLockTest(QT_TRANSLATE_NOOP("core::LockTest",
                                                   "This program cannot test whether the folder "
                                                   "can be shared.")),
                     {}};
    }
    return LockTestRun(folder, progress, options).run();
}

} // namespace core
