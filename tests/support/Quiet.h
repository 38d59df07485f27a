/// isQuiet: whether a window is at rest: nothing is read or written for it, and none of the short delays runs that begin
/// something (of typing, examining, refreshing, matching what was saved). A test that waits for this depends on no machine's pace.
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace tests {

/// A look, a toast and an idle lock take longer; they are no unrest.
inline constexpr int longestDelayMs = 700;

inline bool isQuiet(const ui::OfficeJobs* jobs)
{
    if (jobs != nullptr) {
        for (const auto lane : {ui::Lane::Read, ui::Lane::Write, ui::Lane::Long}) {
            if (jobs->pending(lane) > 0) {
                return false;
            }
        }
    }
    const auto windows = QApplication::topLevelWidgets();
    return std::none_of(windows.begin(), windows.end(), [](const QWidget* window) {
        const auto timers = window->findChildren<QTimer*>();
        return std::any_of(timers.begin(), timers.end(), [](const QTimer* timer) {
            return timer->isActive() && timer->isSingleShot()
                && timer->interval() <= longestDelayMs;
        });
    });
}

/// Turns the event loop until the window has been at rest for some turns; false where that took longer than `longestMs`.
inline bool waitForQuiet(const ui::OfficeJobs* jobs, int longestMs, int turnMs = 5)
{
    constexpr int enoughTurns = 4;
    QElapsedTimer since;
    since.start();
    for (int quietTurns = 0; quietTurns < enoughTurns;) {
        if (since.elapsed() > longestMs) {
            return false;
        }
        QTest::qWait(turnMs);
        quietTurns = isQuiet(jobs) ? quietTurns + 1 : 0;
    }
    return true;
}

} // namespace tests
