/// Trail: where somebody was in the window, to go back and forward over: places, and records in them. Values; any thread.
///
///     trail.visit({Clients, id}, now);
///     if (const Stop* stop = trail.back()) …
#pragma once

#include "core/base/Id.h"
#include "core/records/Client.h"

#include <chrono>
#include <optional>
#include <vector>

namespace ui {

class Trail
{
public:
    struct Stop
    {
        int place = 0;
        core::ClientPk client{}; ///< invalid: the place itself
        core::ClientId id{};

        friend bool operator==(const Stop& a, const Stop& b)
        {
            return a.place == b.place && a.client == b.client;
        }
    };
    using Time = std::chrono::steady_clock::time_point;

    /// What is passed within a second (the arrow keys down a list) is no stop of its own.
    void visit(const Stop& stop, Time now = std::chrono::steady_clock::now());
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_stops.size(); }
    /// Where to go now; empty at the end.
    std::optional<Stop> back();
    std::optional<Stop> forward();

private:
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    Time m_since{};
};

} // namespace ui
