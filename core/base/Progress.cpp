#include "core/base/Progress.h"

#include <QCoreApplication>

namespace core {

void Progress::phase(const QString& name, std::int64_t total)
{
    m_phase = name;
    m_last = std::chrono::steady_clock::now();
    if (m_sink) {
        m_sink(m_phase, 0, total);
    }
}

bool Progress::step(std::int64_t done, std::int64_t total)
{
    using namespace std::chrono_literals;
    if (m_stop.stop_requested()) {
        return false;
    }
    if (m_sink) {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last >= 50ms || done == total) {
            m_last = now;
            m_sink(m_phase, done, total);
        }
    }
    return true;
}

Error cancelledError()
{
    return {ErrorCode::Cancelled,
            QCoreApplication::translate("core::Progress", "Stopped; nothing was changed."),
            {}};
}

} // namespace core
