#include "ui/shell/Trail.h"

namespace ui {

namespace {

constexpr std::chrono::milliseconds passing(1000); // as long as a look is none that the log notes
constexpr std::size_t longest = 100;

} // namespace

void Trail::visit(const Stop& stop, Time now)
{
    const bool isFirst = m_stops.empty();
    if (!isFirst && m_stops[m_at] == stop) {
        return;
    }
    const bool wasPassed = !isFirst && now - m_since < passing && stop.client.isValid()
        && m_stops[m_at].client.isValid() && m_stops[m_at].place == stop.place;
    m_since = now;
    if (!isFirst) {
        m_stops.resize(m_at + (wasPassed ? 0 : 1));
    }
    m_stops.push_back(stop);
    if (m_stops.size() > longest) {
        m_stops.erase(m_stops.begin());
    }
    m_at = m_stops.size() - 1;
}

std::optional<Trail::Stop> Trail::back()
{
    if (!canGoBack()) {
        return std::nullopt;
    }
    m_since = {};
    return m_stops[--m_at];
}

std::optional<Trail::Stop> Trail::forward()
{
    if (!canGoForward()) {
        return std::nullopt;
    }
    m_since = {};
    return m_stops[++m_at];
}

} // namespace ui
