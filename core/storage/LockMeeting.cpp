#include "core/storage/LockMeeting.h"

#include "core/crypto/Digest.h"
#include "core/storage/LockChecks.h"
#include "core/storage/LockMeetingGuest.h"
#include "core/storage/LockTalk.h"
#include "core/storage/LockTestProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <utility>

namespace core {

namespace {

QString sayMeeting(const char* sentence)
{
    return QCoreApplication::translate("core::LockMeeting", sentence);
}

LockMeetingReport::Outcome meetingOutcome(LockProblem problem)
{
    using Outcome = LockMeetingReport::Outcome;
    if (isVerdict(problem)) {
        return Outcome::Fails;
    }
    for (const auto& [known, outcome] : {std::pair(LockProblem::None, Outcome::Works),
                                         std::pair(LockProblem::NobodyCame, Outcome::NobodyCame),
                                         std::pair(LockProblem::PartnerLeft, Outcome::PartnerLeft),
                                         std::pair(LockProblem::NoAnswer, Outcome::NoAnswer)}) {
        if (problem == known) {
            return outcome;
        }
    }
    return Outcome::NotTried;
}

/// The other computer's player, asked through the talk.
class RemotePlayer final : public LockTestPlayer
{
public:
    RemotePlayer(LockTalk& talk, const LockMeetingOptions& options, const Progress& progress)
        : m_talk(talk)
        , m_options(options)
        , m_progress(progress)
    { }

    QByteArray ask(const QByteArray& line,
                   std::chrono::milliseconds patience,
                   const Progress& progress) override
    {
        QElapsedTimer time;
        time.start();
        m_talk.say(++m_number, line);
        // Long enough to tell one who is gone from one whose folder does not answer: the latter says so himself.
        const auto longest = std::max(patience, m_options.partnerPatience + m_options.beat);
        while (!m_talk.isSilent() && !progress.isStopped() && time.elapsed() < longest.count()) {
            if (!m_talk.hear()) {
                return left;
            }
            if (m_talk.partner().number == m_number) {
                return m_talk.partner().text;
            }
            m_talk.beat();
            m_talk.pause();
        }
        return silent;
    }

    void kill() override { static_cast<void>(ask("kill", m_options.patience, m_progress)); }

private:
    LockTalk& m_talk;
    const LockMeetingOptions& m_options;
    const Progress& m_progress;
    std::int64_t m_number = 0;
};

constexpr std::array meetingSteps{
    LockChecks::Step{"other_create", &LockChecks::create},
    LockChecks::Step{"other_lock", &LockChecks::lockAlone},
    LockChecks::Step{"other_shared_keeps_from_exclusive", &LockChecks::sharedAgainstExclusive},
    LockChecks::Step{"other_reserved_excludes_reserved", &LockChecks::reservedAgainstReserved},
    LockChecks::Step{"other_written_is_read", &LockChecks::writtenIsRead},
    LockChecks::Step{"other_appended_is_seen", &LockChecks::appendedIsSeen},
    LockChecks::Step{"other_killed_lock_goes_away", &LockChecks::killedLockGoes},
};

class LockMeetingRun
{
public:
    LockMeetingRun(QString folder,
                   QString program,
                   Progress& progress,
                   const LockMeetingOptions& options)
        : m_folder(std::move(folder))
        , m_program(std::move(program))
        , m_progress(progress)
        , m_options(options)
        , m_talk(m_folder, m_program, options, progress)
    { }

    Result<LockMeetingReport> run()
    {
        if (!m_talk.start()) {
            return lockTestNotStarted(m_program);
        }
        QElapsedTimer time;
        time.start();
        const LockProblem problem = meet();
        add({"met", problem, time.elapsed()});
        if (problem == LockProblem::None) {
            compareComputers();
            m_progress.phase(
                sayMeeting(QT_TRANSLATE_NOOP("core::LockMeeting", "Testing the folder with %1"))
                    .arg(m_report.partner),
                std::int64_t(meetingSteps.size()));
            if (m_report.isLeader) {
                lead();
            } else {
                follow();
            }
        }
        cleanUp();
        if (m_progress.isStopped()) {
            return cancelledError();
        }
        return std::move(m_report);
    }

private:
    LockProblem meet()
    {
        using std::chrono::duration_cast;
        using std::chrono::seconds;
        m_progress.phase(
            sayMeeting(QT_TRANSLATE_NOOP("core::LockMeeting", "Waiting for the other computer")));
        QElapsedTimer time;
        time.start();
        while (std::chrono::milliseconds(time.elapsed()) < m_options.wait) {
            m_talk.beat();
            const auto alive = m_talk.alive();
            if (m_talk.isRefused()) {
                return LockProblem::CannotCreate;
            }
            if (m_talk.isSilent()
                || !m_progress.step(
                    duration_cast<seconds>(std::chrono::milliseconds(time.elapsed())).count(),
                    duration_cast<seconds>(m_options.wait).count())) {
                return LockProblem::NoAnswer;
            }
            m_talk.turnTo(chooseLockTalkPartner(m_talk.own().id, m_talk.own().partner, alive));
            for (const LockTalkMessage& other : alive) {
                if (other.id == m_talk.own().partner && other.partner == m_talk.own().id) {
                    m_talk.setPartner(other);
                    return LockProblem::None;
                }
            }
            m_talk.pause();
        }
        return LockProblem::NobodyCame;
    }

    void compareComputers()
    {
        const LockTalkMessage& other = m_talk.partner();
        m_report.partner = other.host;
        m_report.isLeader = m_talk.own().id < other.id;
        m_report.isSameComputer = isSameComputer(m_talk.own(), other);
        add({"two_computers", LockProblem::None, 0});
        if (m_report.isSameComputer) {
            m_report.checks.back().message = sayMeeting(QT_TRANSLATE_NOOP(
                "core::LockMeeting",
                "Both programs run on this computer: this says nothing about two computers. Start "
                "the other one elsewhere."));
        }
    }

    void add(const LockChecks::Done& done)
    {
        m_report.checks.push_back({QLatin1String(done.name),
                                   done.problem == LockProblem::None,
                                   done.milliseconds,
                                   sayLockProblem(done.problem, true)});
        if (done.problem != LockProblem::None) {
            m_report.outcome = meetingOutcome(done.problem);
        }
    }

    void lead()
    {
        // The key goes through the folder, as anybody can read it there: what it locks up are random bytes, and it is a new
        // one for each test only so that the file is opened just as an office's is.
        constexpr int keyBytes = 32;
        const QByteArray key = randomBytes(keyBytes).toHex();
        const QByteArray path
            = QDir(m_folder).filePath(lockTalkDatabase(m_talk.own().id)).toUtf8().toHex();
        RemotePlayer other(m_talk, m_options, m_progress);
        LockTestProcess own;
        if (!own.start(m_program)) {
            add({meetingSteps.front().name, LockProblem::Ended, 0});
            return;
        }
        own.setMeanwhile([this] { m_talk.beat(); });
        LockChecks checks(own,
                          other,
                          {m_options.limit,
                           m_options.patience,
                           "open " + path + ' ' + key + ' ' + lockTestVfsWord(m_options.vfs) + ' ',
                           "open " + key + ' ',
                           true},
                          m_progress);
        std::vector<LockChecks::Done> done = checks.run(meetingSteps, [this](std::size_t number) {
            static_cast<void>(
                m_progress.step(std::int64_t(number), std::int64_t(meetingSteps.size())));
        });
        if (!done.empty()) {
            done.back().problem = confirm(done.back().problem, other);
        }
        own.end();
        for (const LockChecks::Done& one : done) {
            add(one);
        }
        if (!m_progress.isStopped()
            && m_report.outcome != LockMeetingReport::Outcome::PartnerLeft) {
            // Whether it arrives changes nothing here.
            static_cast<void>(
                other.ask("report " + lockReportText(done), m_options.patience, m_progress));
        }
    }

    /// Who goes away takes the files along: what then fails here is no fault of the folder.
    LockProblem confirm(LockProblem problem, RemotePlayer& other)
    {
        if (problem == LockProblem::None || problem == LockProblem::NoAnswer
            || problem == LockProblem::PartnerLeft) {
            return problem;
        }
        const QByteArray answer = other.ask("ping", m_options.patience, m_progress);
        if (answer == LockTestPlayer::left) {
            return LockProblem::PartnerLeft;
        }
        return answer == LockTestPlayer::silent ? LockProblem::NoAnswer : problem;
    }

    void follow()
    {
        LockMeetingGuest guest(m_talk, m_folder, m_program, m_options, m_progress);
        for (const LockChecks::Done& one : guest.follow(meetingSteps)) {
            add(one);
        }
    }

    /// The leader's file too, where he is not there to do it. His talk is gone first, so that nobody takes what follows for
    /// a fault of the folder.
    void cleanUp()
    {
        m_talk.prepareCleanUp();
        m_talk.drop(m_talk.own().id);
        if (!m_talk.partner().id.isEmpty()
            && (!m_report.isLeader
                || m_report.outcome == LockMeetingReport::Outcome::PartnerLeft)) {
            m_talk.drop(m_talk.partner().id);
        }
    }

    QString m_folder;
    QString m_program;
    Progress& m_progress;
    LockMeetingOptions m_options;
    LockTalk m_talk;
    LockMeetingReport m_report;
};

} // namespace

QString LockMeetingReport::message() const
{
    for (const LockCheck& check : checks) {
        if (!check.ok) {
            return outcome == Outcome::Fails
                ? sayMeeting(QT_TRANSLATE_NOOP("core::LockMeeting",
                                               "This folder cannot be shared safely: %1"))
                      .arg(check.message)
                : check.message;
        }
    }
    return {};
}

Result<LockMeetingReport>
testLocksTogether(const QString& folder, Progress& progress, const LockMeetingOptions& options)
{
    auto program = lockTestProgram(options.program);
    if (!program) {
        return program.error();
    }
    return LockMeetingRun(folder, *program, progress, options).run();
}

} // namespace core
