/// OfficeStatus: one word above about what was typed and where it goes: saved, saving, a colleague is saving, the share is slow
/// or away, read-only. Pressed, it says what that means and what to do. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QToolButton>

namespace ui {

class OfficeStatus : public QToolButton
{
    Q_OBJECT

public:
    explicit OfficeStatus(OfficeJobs& jobs, QWidget* parent);

    enum State
    {
        Saved,
        Saving,
        Colleague, ///< is saving; ours comes next
        Slow,
        Away,
        ReadOnly
    };
    [[nodiscard]] State state() const { return m_state; }
    /// What it stands for, also for the tour.
    void show(State state);

private:
    void read();

    OfficeJobs& m_jobs;
    State m_state = Saved;
    bool m_waitsForColleague = false;
};

} // namespace ui
