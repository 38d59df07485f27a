#include "core/storage/LockChecks.h"

#include "core/base/Log.h"
#include "core/crypto/Digest.h"
#include "core/storage/LockTestChild.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <utility>

namespace core {

namespace {

struct LockProblemText
{
    const char* alone; ///< between two programs of this computer
    const char* together; ///< between two computers; null: the same
};

/// In the order of LockProblem.
constexpr LockProblemText lockProblemTexts[]{
    {nullptr, nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest", "The folder did not answer in time."), nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest", "The test of the folder ended before its time."), nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest",
                       "No file could be made in this folder. Check your rights to it."),
     nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest", "A program that uses a file alone was refused it."),
     nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest", "One program could write while another was reading."),
     QT_TRANSLATE_NOOP("core::LockTest", "One computer could write while the other was reading.")},
    {QT_TRANSLATE_NOOP("core::LockTest", "Two programs could write at the same time."),
     QT_TRANSLATE_NOOP("core::LockTest", "Both computers could write at the same time.")},
    {QT_TRANSLATE_NOOP("core::LockTest",
                       "A file stayed closed to others when its user had finished."),
     nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest",
                       "What one program had saved was not what another one read."),
     QT_TRANSLATE_NOOP("core::LockTest",
                       "What one computer had saved was not what the other one read.")},
    {QT_TRANSLATE_NOOP("core::LockTest", "A file that grew kept its old size for others."),
     nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest",
                       "The file of a program that crashed stayed closed to others."),
     nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest",
                       "The other computer went away in the middle of the test. Start it again on "
                       "both."),
     nullptr},
    {QT_TRANSLATE_NOOP("core::LockTest",
                       "No other computer came to this folder in time. Start the test on both, "
                       "each with its own path to the same folder."),
     nullptr},
};
static_assert(std::size(lockProblemTexts) == std::size_t(LockProblem::Last) + 1);

} // namespace

QString sayLockProblem(LockProblem problem, bool isBetweenComputers)
{
    if (problem == LockProblem::None) {
        return {};
    }
    const LockProblemText& text = lockProblemTexts[std::size_t(problem)];
    return QCoreApplication::translate(
        "core::LockTest", isBetweenComputers && text.together ? text.together : text.alone);
}

bool isVerdict(LockProblem problem)
{
    return problem >= LockProblem::NoLocks && problem <= LockProblem::Stays;
}

LockChecks::LockChecks(LockTestPlayer& first,
                       LockTestPlayer& second,
                       Options options,
                       const Progress& progress)
    : m_first(first)
    , m_second(second)
    , m_options(std::move(options))
    , m_progress(progress)
{
    m_time.start();
}

std::vector<LockChecks::Done> LockChecks::run(std::span<const Step> steps,
                                              const std::function<void(std::size_t)>& began)
{
    std::vector<Done> done;
    for (const Step& step : steps) {
        began(done.size());
        if (m_progress.isStopped()) {
            break;
        }
        QElapsedTimer time;
        time.start();
        const LockProblem problem = (this->*step.check)();
        done.push_back({step.name, problem, time.elapsed()});
        if (problem != LockProblem::None) {
            logWarning("storage",
                       QStringLiteral("lock test: %1 failed, last answer %2")
                           .arg(QLatin1String(step.name), QString::fromUtf8(m_answer)));
            break;
        }
    }
    return done;
}

QByteArray LockChecks::ask(LockTestPlayer& who, const QByteArray& line)
{
    using Patience = std::chrono::milliseconds;
    const auto left = m_options.limit - Patience(m_time.elapsed());
    m_answer = who.ask(line, std::max(Patience{1}, std::min(left, m_options.patience)), m_progress);
    m_wasSilent = m_wasSilent || m_answer == LockTestPlayer::silent;
    return m_answer;
}

/// `expected` is what locks that work would answer; anything else is `problem`.
LockProblem LockChecks::expect(LockTestPlayer& who,
                               const QByteArray& line,
                               const char* expected,
                               LockProblem problem)
{
    const QByteArray answer = ask(who, line);
    if (answer == expected) {
        return LockProblem::None;
    }
    if (answer == LockTestPlayer::left) {
        return LockProblem::PartnerLeft;
    }
    if (answer == LockTestPlayer::dead) {
        return LockProblem::Ended;
    }
    return answer == LockTestPlayer::silent ? LockProblem::NoAnswer : problem;
}

LockProblem LockChecks::expectAll(std::initializer_list<Expectation> list)
{
    for (const Expectation& e : list) {
        const LockProblem problem = expect(e.who, e.line, e.answer, e.problem);
        if (problem != LockProblem::None) {
            return problem;
        }
    }
    return LockProblem::None;
}

LockProblem LockChecks::create()
{
    const LockProblem problem
        = expect(m_first, m_options.openFirst + "create", "ok", LockProblem::CannotCreate);
    if (problem != LockProblem::None) {
        // Nobody else knows the file: where the system gives no lock at all, SQLite calls it busy.
        return m_answer == "busy" ? LockProblem::NoLocks : problem;
    }
    return expect(m_second, m_options.openSecond + "existing", "ok", LockProblem::NotSeen);
}

LockProblem LockChecks::lockAlone()
{
    return expectAll({{m_first, "exclusive", "ok", LockProblem::NoLocks},
                      {m_first, "release", "ok", LockProblem::NoLocks},
                      {m_second, "exclusive", "ok", LockProblem::NoLocks},
                      {m_second, "release", "ok", LockProblem::NoLocks}});
}

LockProblem LockChecks::sharedAgainstExclusive()
{
    for (auto [reader, writer] : {std::pair(&m_first, &m_second), std::pair(&m_second, &m_first)}) {
        const LockProblem problem
            = expectAll({{*reader, "shared", "ok", LockProblem::NoLocks},
                         {*writer, "exclusive", "busy", LockProblem::OverReader},
                         {*reader, "release", "ok", LockProblem::NoLocks},
                         {*writer, "exclusive", "ok", LockProblem::Stuck},
                         {*writer, "release", "ok", LockProblem::NoLocks}});
        if (problem != LockProblem::None) {
            return problem;
        }
    }
    return LockProblem::None;
}

LockProblem LockChecks::reservedAgainstReserved()
{
    for (auto [one, other] : {std::pair(&m_first, &m_second), std::pair(&m_second, &m_first)}) {
        const LockProblem problem
            = expectAll({{*one, "reserved", "ok", LockProblem::NoLocks},
                         {*other, "reserved", "busy", LockProblem::TwoWriters},
                         {*one, "release", "ok", LockProblem::NoLocks},
                         {*other, "reserved", "ok", LockProblem::Stuck},
                         {*other, "release", "ok", LockProblem::NoLocks}});
        if (problem != LockProblem::None) {
            return problem;
        }
    }
    return LockProblem::None;
}

/// Bytes of a seed that nobody can guess, so that they can only be the ones that were just saved.
LockProblem
LockChecks::writeAndRead(LockTestPlayer& writer, LockTestPlayer& reader, int row, int bytes)
{
    const QByteArray seed = randomBytes(digestBytes);
    const QByteArray place = QByteArray::number(row);
    const QByteArray line = "write " + place + ' ' + seed.toHex() + ' ' + QByteArray::number(bytes);
    const LockProblem problem = expect(writer, line, "ok", LockProblem::NoLocks);
    if (problem != LockProblem::None) {
        return problem;
    }
    const QByteArray read = "ok " + digest(lockTestBytes(seed, bytes)).toHex();
    return expect(reader, "read " + place, read.constData(), LockProblem::NotSeen);
}

/// In turns, with a file that grows: a client that keeps an old size of the file would show.
LockProblem LockChecks::writtenIsRead()
{
    constexpr int rounds = 6;
    constexpr int rows = 4;
    constexpr int bytesPerRound = 9000;
    for (int round = 1; round <= rounds; ++round) {
        const bool isFirst = round % 2 == 1;
        const LockProblem problem = writeAndRead(isFirst ? m_first : m_second,
                                                 isFirst ? m_second : m_first,
                                                 round % rows,
                                                 round * bytesPerRound);
        if (problem != LockProblem::None) {
            return problem;
        }
    }
    return LockProblem::None;
}

LockProblem LockChecks::expectSameSize(QByteArray& size)
{
    size = ask(m_first, "size");
    if (!size.startsWith("ok ")) {
        return expect(m_first, "size", "ok ", LockProblem::NoLocks);
    }
    return expect(m_second, "size", size.constData(), LockProblem::SizeNotSeen);
}

/// Both know the size beforehand, so that it could be kept; then the one appends and the other is asked for the size and
/// for what was appended.
LockProblem LockChecks::appendedIsSeen()
{
    constexpr int firstRow = 10; // rows that were not there, so that the file must grow
    constexpr int bytes = 50000;
    int row = firstRow;
    QByteArray before;
    LockProblem problem = expectSameSize(before);
    for (auto [writer, reader] : {std::pair(&m_first, &m_second), std::pair(&m_second, &m_first)}) {
        if (problem == LockProblem::None) {
            problem = writeAndRead(*writer, *reader, row++, bytes);
        }
        QByteArray after;
        if (problem == LockProblem::None) {
            problem = expectSameSize(after);
        }
        if (problem == LockProblem::None && after == std::exchange(before, after)) {
            problem = LockProblem::SizeNotSeen;
        }
    }
    return problem;
}

LockProblem LockChecks::killedLockGoes()
{
    const LockProblem problem = killedLockGoes(m_second, m_first);
    if (problem != LockProblem::None || !m_options.killsBoth) {
        return problem;
    }
    const LockProblem opened
        = expect(m_second, m_options.openSecond + "existing", "ok", LockProblem::NoLocks);
    return opened != LockProblem::None ? opened : killedLockGoes(m_first, m_second);
}

LockProblem LockChecks::killedLockGoes(LockTestPlayer& holder, LockTestPlayer& other)
{
    const LockProblem problem = expect(holder, "exclusive", "ok", LockProblem::NoLocks);
    if (problem != LockProblem::None) {
        return problem;
    }
    holder.kill();
    QElapsedTimer time;
    time.start();
    while (ask(other, "exclusive") == "busy") {
        if (time.elapsed() >= m_options.patience.count()) {
            return LockProblem::Stays;
        }
        constexpr unsigned long pauseMs = 20;
        QThread::msleep(pauseMs);
    }
    if (m_answer == LockTestPlayer::silent) {
        return LockProblem::NoAnswer;
    }
    if (m_answer == LockTestPlayer::left) {
        return LockProblem::PartnerLeft;
    }
    return m_answer == "ok"
        ? expect(other, "release", "ok", LockProblem::NoLocks)
        : (m_answer == LockTestPlayer::dead ? LockProblem::Ended : LockProblem::NoLocks);
}

} // namespace core
