/// LoginDelay: how long to wait after so many failed logins in a row: 0, 0, 1, 2, 5, 10, then 30 seconds. Manners only: it keeps
/// people from hammering at this window. Who has a copy of the file asks no window; what protects the file is the cost of the
/// password's hash, and the password. Of this program while it runs; thread of the window.
#pragma once

#include <QElapsedTimer>

#include <chrono>

namespace ui {

class LoginDelay
{
public:
    /// Of the whole program: another page is no new try.
    static LoginDelay& shared();

    [[nodiscard]] static std::chrono::seconds after(int failures);
    void noteFailure();
    void noteSuccess() { m_failures = 0; }
    /// Until the next try, rounded up; 0: now.
    [[nodiscard]] std::chrono::seconds left() const;

private:
    int m_failures = 0;
    QElapsedTimer m_since;
};

} // namespace ui
