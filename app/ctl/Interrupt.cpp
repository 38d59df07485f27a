#include "app/ctl/Interrupt.h"

#include <chrono>
#include <csignal>

namespace ctl {

namespace {

volatile std::sig_atomic_t isInterrupted = 0;

extern "C" void noteInterrupt(int signal)
{
    isInterrupted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

Interrupt::Interrupt()
{
    isInterrupted = 0;
    std::signal(SIGINT, noteInterrupt);
    m_watcher = std::jthread([this](const std::stop_token& ended) {
        constexpr std::chrono::milliseconds pause{50};
        while (!ended.stop_requested() && isInterrupted == 0) {
            std::this_thread::sleep_for(pause);
        }
        if (isInterrupted != 0) {
            m_stop.request_stop();
        }
    });
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
}

} // namespace ctl
