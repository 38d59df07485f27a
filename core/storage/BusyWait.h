/// BusyWait: carries a BusyPolicy out for one connection: the pauses while a lock is held by
/// others, and the one after a commit of our own. Internal to core/storage; on the connection's
/// thread.
#pragma once

#include "core/storage/BusyPolicy.h"

#include <chrono>
#include <functional>

namespace core {

class BusyWait
{
public:
    /// Sleeps before try number `attempt` + 1 (0 begins a new wait); false when the budget is spent
    /// or the work stopped.
    [[nodiscard]] bool
    pause(const BusyPolicy& policy, int attempt, const std::function<bool()>& isStopped);

    void noteCommit(const BusyPolicy& policy);
    void pauseAfterCommit() const;

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_since{};
    Clock::time_point m_notBefore{};
    Clock::time_point m_company{}; ///< when others were met last
    bool m_noticed = false;
};

} // namespace core
