#include "core/storage/LockTest.h"

#include "core/crypto/Digest.h"
#include "core/storage/LockChecks.h"
#include "core/storage/LockTestChild.h"
#include "core/storage/LockTestProcess.h"

#include <QCoreApplication>
#include <QDir>

#include <array>

namespace core {

namespace {

QString sayLockTest(const char* sentence)
{
    return QCoreApplication::translate("core::LockTest", sentence);
}

class LockTestRun
{
public:
    LockTestRun(const QString& folder,
                QString program,
                Progress& progress,
                const LockTestOptions& options)
        : m_progress(progress)
        , m_options(options)
        , m_program(std::move(program))
    {
        constexpr int nameBytes = 8;
        constexpr int keyBytes = 32;
        const QString path
            = QDir(folder).filePath(QStringLiteral("locktest-%1.db")
                                        .arg(QString::fromLatin1(randomBytes(nameBytes).toHex())));
        m_opening = "open " + path.toUtf8().toHex() + ' ' + randomBytes(keyBytes).toHex() + ' '
            + lockTestVfsWord(options.vfs) + ' ';
    }

    Result<LockTestReport> run()
    {
        if (!m_first.start(m_program) || !m_second.start(m_program)) {
            return lockTestNotStarted(m_program);
        }
        static constexpr std::array steps{
            LockChecks::Step{"create", &LockChecks::create},
            LockChecks::Step{"lock", &LockChecks::lockAlone},
            LockChecks::Step{"shared_keeps_from_exclusive", &LockChecks::sharedAgainstExclusive},
            LockChecks::Step{"reserved_excludes_reserved", &LockChecks::reservedAgainstReserved},
            LockChecks::Step{"written_is_read", &LockChecks::writtenIsRead},
            LockChecks::Step{"killed_lock_goes_away", &LockChecks::killedLockGoes},
        };
        constexpr auto count = std::int64_t(steps.size());
        m_progress.phase(sayLockTest(QT_TRANSLATE_NOOP("core::LockTest", "Testing the folder")),
                         count);
        LockChecks checks(m_first,
                          m_second,
                          {m_options.limit, m_options.patience, m_opening, m_opening, false},
                          m_progress);
        for (const LockChecks::Done& done : checks.run(steps, [this](std::size_t number) {
                 static_cast<void>(m_progress.step(std::int64_t(number), count));
             })) {
            report(done);
        }
        m_isSilent = checks.wasSilent();
        cleanUp();
        if (m_progress.isStopped()) {
            return cancelledError();
        }
        return std::move(m_report);
    }

private:
    void report(const LockChecks::Done& done)
    {
        const bool ok = done.problem == LockProblem::None;
        m_report.checks.push_back(
            {QLatin1String(done.name), ok, done.milliseconds, sayLockProblem(done.problem, false)});
        if (!ok) {
            m_report.outcome = outcomeOf(done.problem);
        }
    }

    static LockTestReport::Outcome outcomeOf(LockProblem problem)
    {
        if (isVerdict(problem)) {
            return LockTestReport::Outcome::Fails;
        }
        return problem == LockProblem::NoAnswer ? LockTestReport::Outcome::NoAnswer
                                                : LockTestReport::Outcome::NotTried;
    }

    /// The files are taken away by one of the children, or by a third where they are gone: never by this process, which
    /// the share must not hold.
    void cleanUp()
    {
        constexpr std::chrono::milliseconds patience{2000};
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

    Progress& m_progress;
    LockTestOptions m_options;
    QString m_program;
    QByteArray m_opening;
    LockTestProcess m_first;
    LockTestProcess m_second;
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
    auto program = lockTestProgram(options.program);
    if (!program) {
        return program.error();
    }
    return LockTestRun(folder, *program, progress, options).run();
}

} // namespace core
