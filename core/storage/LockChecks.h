/// LockChecks: the checks of a lock test, one after the other, over two players that open one small database; both on this
/// computer (LockTest.h) or one on another (LockMeeting.h). Internal to core/storage.
#pragma once

#include "core/base/Progress.h"
#include "core/storage/LockTest.h"
#include "core/storage/LockTestProcess.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <vector>

namespace core {

/// What can be wrong. The numbers travel between two computers.
enum class LockProblem : std::uint8_t
{
    None,
    NoAnswer,
    Ended,
    CannotCreate,
    NoLocks,
    OverReader,
    TwoWriters,
    Stuck,
    NotSeen,
    SizeNotSeen,
    Stays,
    PartnerLeft,
    NobodyCame,
    Last = NobodyCame
};

/// Translated, one sentence; of two programs, or of two computers. Empty for None.
[[nodiscard]] QString sayLockProblem(LockProblem problem, bool isBetweenComputers);

/// Whether it says that locks do not work, rather than that nothing is known.
[[nodiscard]] bool isVerdict(LockProblem problem);

class LockChecks
{
public:
    struct Options
    {
        std::chrono::milliseconds limit; ///< for everything, from begin() on
        std::chrono::milliseconds patience; ///< for one answer, and for the lock of a killed player
        QByteArray openFirst; ///< the line that opens the file there, without its last word
        QByteArray openSecond;
        /// The last check kills a player of the one side, then one of the other.
        bool killsBoth = false;
    };
    struct Done
    {
        const char* name = "";
        LockProblem problem = LockProblem::None;
        std::int64_t milliseconds = 0;
    };

    LockChecks(LockTestPlayer& first,
               LockTestPlayer& second,
               Options options,
               const Progress& progress);

    using Check = LockProblem (LockChecks::*)();
    struct Step
    {
        const char* name;
        Check check;
    };
    /// In order, up to the first that fails, or until the person stops. `began` hears the number of each.
    std::vector<Done> run(std::span<const Step> steps,
                          const std::function<void(std::size_t)>& began);

    LockProblem create();
    LockProblem lockAlone();
    LockProblem sharedAgainstExclusive();
    LockProblem reservedAgainstReserved();
    LockProblem writtenIsRead();
    LockProblem appendedIsSeen();
    LockProblem killedLockGoes();

    /// A player did not answer: it waits in the system, perhaps for long.
    [[nodiscard]] bool wasSilent() const { return m_wasSilent; }

private:
    struct Expectation
    {
        LockTestPlayer& who;
        const char* line;
        const char* answer;
        LockProblem problem;
    };
    QByteArray ask(LockTestPlayer& who, const QByteArray& line);
    LockProblem
    expect(LockTestPlayer& who, const QByteArray& line, const char* expected, LockProblem problem);
    LockProblem expectAll(std::initializer_list<Expectation> list);
    LockProblem writeAndRead(LockTestPlayer& writer, LockTestPlayer& reader, int row, int bytes);
    LockProblem expectSameSize(QByteArray& size);
    LockProblem killedLockGoes(LockTestPlayer& holder, LockTestPlayer& other);

    LockTestPlayer& m_first;
    LockTestPlayer& m_second;
    Options m_options;
    const Progress& m_progress;
    QElapsedTimer m_time;
    QByteArray m_answer;
    bool m_wasSilent = false;
};

} // namespace core
