/// Interrupt: Ctrl+C as a stop that a command hears of, for one that has to clean up. While it lives, the first Ctrl+C only
/// requests the stop; the second ends the program as always. One at a time.
#pragma once

#include <stop_token>
#include <thread>

namespace ctl {

class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_watcher; ///< a signal's handler may do nothing but set a flag
};

} // namespace ctl
