#include "core/storage/LockMeetingGuest.h"

#include <QDir>
#include <QRegularExpression>

#include <utility>

namespace core {

QByteArray lockReportText(const std::vector<LockChecks::Done>& done)
{
    QList<QByteArray> words;
    for (const LockChecks::Done& one : done) {
        words.append(QByteArray(one.name) + ':' + QByteArray::number(int(one.problem)) + ':'
                     + QByteArray::number(qint64(one.milliseconds)));
    }
    return words.join(' ');
}

std::vector<LockChecks::Done> lockReport(const QByteArray& text,
                                         std::span<const LockChecks::Step> steps)
{
    std::vector<LockChecks::Done> done;
    const QList<QByteArray> words = text.split(' ');
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const QList<QByteArray> parts = words.value(qsizetype(i)).split(':');
        const uint problem = parts.value(1).toUInt();
        if (parts[0] != steps[i].name || parts.size() < 3 || problem > uint(LockProblem::Last)) {
            done.push_back({steps[i].name, LockProblem::Ended, 0});
            break;
        }
        done.push_back({steps[i].name, LockProblem(problem), parts[2].toLongLong()});
        if (problem != 0) {
            break;
        }
    }
    return done;
}

QByteArray
lockPlayerLine(const QByteArray& command, const QString& databasePath, const QString& vfs)
{
    // At most six digits of bytes: a row of the test is far smaller.
    static const QRegularExpression allowed(
        QStringLiteral("\\A(?:shared|reserved|exclusive|release|size|read [0-9]{1,3}"
                       "|write [0-9]{1,3} [0-9a-f]{64} [0-9]{1,6})\\z"));
    static const QRegularExpression opening(
        QStringLiteral("\\Aopen ([0-9a-f]{64}) (create|existing)\\z"));
    const QString line = QString::fromLatin1(command);
    if (allowed.match(line).hasMatch()) {
        return command;
    }
    const auto open = opening.match(line);
    return open.hasMatch()
        ? "open " + databasePath.toUtf8().toHex() + ' ' + open.captured(1).toLatin1() + ' '
            + lockTestVfsWord(vfs) + ' ' + open.captured(2).toLatin1()
        : QByteArray();
}

LockMeetingGuest::LockMeetingGuest(LockTalk& talk,
                                   const QString& folder,
                                   QString program,
                                   LockMeetingOptions options,
                                   const Progress& progress)
    : m_talk(talk)
    , m_database(QDir(folder).filePath(lockTalkDatabase(talk.partner().id)))
    , m_program(std::move(program))
    , m_options(std::move(options))
    , m_progress(progress)
{ }

std::vector<LockChecks::Done> LockMeetingGuest::follow(std::span<const LockChecks::Step> steps)
{
    QElapsedTimer time;
    time.start();
    QByteArray report;
    const LockProblem problem = waitForReport(report);
    if (problem != LockProblem::None) {
        return {{"other_report", problem, time.elapsed()}};
    }
    return lockReport(report, steps);
}

LockProblem LockMeetingGuest::waitForReport(QByteArray& report)
{
    QElapsedTimer time;
    time.start();
    std::int64_t handled = 0;
    bool isReported = false;
    // The leader ends by the same limit, and may still wait for a last answer then.
    const auto limit = m_options.limit + m_options.patience;
    while (!m_progress.isStopped() && std::chrono::milliseconds(time.elapsed()) < limit) {
        if (!m_talk.hear()) { // after the report this is the sign that it has arrived
            return isReported ? LockProblem::None : LockProblem::PartnerLeft;
        }
        if (m_talk.isSilent()) {
            break;
        }
        const LockTalkMessage& leader = m_talk.partner();
        if (leader.number > handled) {
            handled = leader.number;
            if (leader.text.startsWith("report ")) {
                isReported = true;
                report = leader.text.mid(qsizetype(qstrlen("report ")));
            }
            m_talk.say(handled, carryOut(leader.text));
        }
        m_talk.beat();
        m_talk.pause();
    }
    return isReported ? LockProblem::None : LockProblem::NoAnswer;
}

QByteArray LockMeetingGuest::carryOut(const QByteArray& command)
{
    if (command == "ping") {
        return "ok";
    }
    if (command == "kill") {
        if (m_player) {
            m_player->kill();
        }
        m_player.reset();
        return "ok";
    }
    if (command.startsWith("report ")) {
        m_player.reset(); // lets go of the file, so that the leader can take it away
        return "ok";
    }
    const QByteArray line = lockPlayerLine(command, m_database, m_options.vfs);
    return line.isEmpty() ? QByteArrayLiteral("error invalid") : play(line);
}

QByteArray LockMeetingGuest::play(const QByteArray& line)
{
    if (!m_player) {
        m_player = std::make_unique<LockTestProcess>();
        m_player->setMeanwhile([this] { m_talk.beat(); });
        if (!m_player->start(m_program)) {
            m_player.reset();
            return LockTestPlayer::dead;
        }
    }
    // Half of it, so that the leader hears of it before his own has run out.
    const QByteArray answer = m_player->ask(line, m_options.patience / 2, m_progress);
    if (answer == LockTestPlayer::silent) {
        m_player->kill(); // a late answer must not be taken for that to another line
        m_player.reset();
    }
    return answer;
}

} // namespace core
