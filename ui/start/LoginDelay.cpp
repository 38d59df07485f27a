#include "ui/start/LoginDelay.h"

#include <algorithm>
#include <array>

namespace ui {

LoginDelay& LoginDelay::shared()
{
    static LoginDelay delay;
    return delay;
}

std::chrono::seconds LoginDelay::after(int failures)
{
    constexpr std::array<int, 7> seconds{0, 0, 1, 2, 5, 10, 30};
    const std::size_t place = std::min(std::size_t(std::max(failures - 1, 0)), seconds.size() - 1);
    return std::chrono::seconds(seconds[place]);
}

void LoginDelay::noteFailure()
{
    ++m_failures;
    m_since.start();
}

std::chrono::seconds LoginDelay::left() const
{
    if (m_failures == 0) {
        return std::chrono::seconds(0);
    }
    const auto left = std::chrono::milliseconds(after(m_failures))
        - std::chrono::milliseconds(m_since.elapsed());
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(0));
}

} // namespace ui
