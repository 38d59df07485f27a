/// Progress: how a long function of core tells how far it is and hears that it should stop.
///
///     for (...) {
///         if (!progress.step(done, total))
///             return cancelledError();
///     }
///
/// The sink is called on the thread that does the work, at most about 20 times a second; whoever shows it brings it
/// to the thread of the window. stop() may be called from any thread.
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace core {

class Progress
{
public:
    /// done of total; total 0 means not known yet. `phase` is a translated word for what is going on.
    using Sink = std::function<void(const QString& phase, std::int64_t done, std::int64_t total)>;

    Progress() = default;
    explicit Progress(Sink sink, std::stop_token stop = {})
        : m_sink(std::move(sink))
        , m_stop(std::move(stop))
    { }

    /// Begins a new phase of the work and shows it at once.
    void phase(const QString& name, std::int64_t total = 0);

    /// Reports; false when the work should stop.
    [[nodiscard]] bool step(std::int64_t done, std::int64_t total);
    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested(); }

private:
    Sink m_sink;
    std::stop_token m_stop;
    QString m_phase;
    std::chrono::steady_clock::time_point m_last{};
};

/// The error that a stopped function returns.
[[nodiscard]] Error cancelledError();

} // namespace core
