/// SingleInstance: who starts the program again while it runs gets the window that is there, or the office that was named in
/// it, and not a second program beside it. The one that runs may refuse: it has another office open, and the new one then
/// goes on by itself. On Windows by a message to a window that is never shown; on macOS the system does it; on Linux each
/// start is a program of its own, since none of its desktops hands anything over without D-Bus service files. Main thread.
///
///     SingleInstance instance;
///     if (instance.isTakenOver(office)) return 0;
///     instance.listen([&](const QString& office) { return program.takeOver(office); });
#pragma once

#include <QString>

#include <functional>
#include <memory>

namespace gui {

class SingleInstance
{
public:
    /// Whether the office that another start named (empty: none) is shown here now. Quick: that start waits for the answer.
    using Take = std::function<bool(const QString& office)>;

    SingleInstance();
    ~SingleInstance();
    SingleInstance(const SingleInstance&) = delete;
    SingleInstance& operator=(const SingleInstance&) = delete;

    /// One that runs already shows it.
    [[nodiscard]] bool isTakenOver(const QString& office) const;
    void listen(Take take);

private:
    struct Listener; ///< of the platform
    std::unique_ptr<Listener> m_listener;
};

} // namespace gui
