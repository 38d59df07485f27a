/// LockMeeting: the lock test between two computers. One computer's own test (LockTest.h) does not see that a mount keeps
/// locks to itself, or that a client goes on believing what it has cached. Started on both within some minutes, the two
/// find each other in the folder, without any other connection, and try the same as LockTest does, the one against the
/// other.
///
///     auto report = testLocksTogether(folder, progress);
///     if (!report) …                          // Cancelled, or the children could not be started
///     if (report->outcome == LockMeetingReport::Outcome::Fails) … report->message() …
///
/// Each computer has two child processes, one for the talk (LockTalkFiles.h) and one that plays (LockTestChild.h); the
/// caller never touches the folder. He whose id is lower leads: he runs LockChecks with his own player and the other's,
/// whom he asks through the talk, and sends what came of it, so that both report the same. A file that a computer left
/// behind when it crashed is ignored, since it does not move, and taken away after ten minutes.
///
/// Takes LockMeetingOptions::wait and limit at most, and once partnerPatience where the other does not answer. Any thread
/// but the window's.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/storage/LockTest.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <vector>

namespace core {

struct LockMeetingReport
{
    enum class Outcome : std::uint8_t
    {
        Works,
        Fails,
        NobodyCame, ///< from here on nothing is known of the folder
        PartnerLeft,
        NoAnswer, ///< of the folder
        NotTried ///< no file can be made there, or a child ended
    };
    Outcome outcome = Outcome::Works;
    /// "met", "two_computers", "other_create", …, up to the first that failed. The message of "two_computers" is a warning.
    std::vector<LockCheck> checks;
    QString partner; ///< the other computer's name; empty: nobody came
    bool isSameComputer = false; ///< two programs of one computer met: says nothing about two
    bool isLeader = false;

    /// Translated: what went wrong, and what it means for the folder; empty where nothing did.
    [[nodiscard]] QString message() const;
};

struct LockMeetingOptions
{
    QString program{}; ///< what is started as a child; empty: this program
    QString vfs{}; ///< the SQLite VFS, as in OpenOptions
    std::chrono::milliseconds wait{300000}; ///< for somebody to come
    std::chrono::milliseconds limit{180000}; ///< for the checks
    std::chrono::milliseconds patience{
        20000}; ///< for an answer, and for the lock of a killed player
    std::chrono::milliseconds partnerPatience{30000}; ///< without any sign of the other
    std::chrono::milliseconds beat{1000}; ///< between two signs that one is there
    std::chrono::milliseconds poll{100}; ///< between two looks at what the other says
};

[[nodiscard]] Result<LockMeetingReport> testLocksTogether(const QString& folder,
                                                          Progress& progress,
                                                          const LockMeetingOptions& options = {});

} // namespace core
