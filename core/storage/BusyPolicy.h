/// How long to wait for a colleague who is saving, and how: full jitter (a random pause up to a
/// doubling limit), so that fifteen waiting computers do not knock at the same moment. The rule and
/// its figures come from measurements with 15 processes on one file: pausing after one's own commit
/// took the slowest save from 11.8 s to 1.5 s at the same throughput.
///
/// A value; `onWaiting` is called on the thread that waits.
#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace core {

struct BusyPolicy
{
    /// Waiting longer gives ErrorCode::Busy; nothing was done then.
    std::chrono::milliseconds budget{15000};
    /// Pause number n is random between 0 and min(longestPause, firstPause · 2^n).
    std::chrono::milliseconds firstPause{5};
    std::chrono::milliseconds longestPause{80};
    /// Called once per wait that lasts longer than this: "a colleague is saving".
    std::chrono::milliseconds noticeAfter{500};
    std::function<void()> onWaiting{};
    /// Who has just committed waits a random time in this range before his next BEGIN. Zero: never.
    std::chrono::milliseconds pauseAfterCommitFrom{0};
    std::chrono::milliseconds pauseAfterCommitTo{0};
    /// Only while others save too, that is, when a lock had to be waited for in the last seconds.
    bool pauseOnlyInCompany = false;

    /// For an office in a shared folder: pauses 20 to 120 ms after each commit of its own.
    [[nodiscard]] static BusyPolicy shared();
    /// For one on this computer: the same, in company only. Somebody alone, or a long batch, is not slowed down.
    [[nodiscard]] static BusyPolicy local();
    /// One of these, by the volume that holds the file.
    [[nodiscard]] static BusyPolicy forFile(const QString& path);
};

/// The random pause before try number `attempt` (from 0): uniform between 0 and the limit above.
[[nodiscard]] std::chrono::milliseconds jitteredPause(const BusyPolicy& policy, int attempt);

} // namespace core
