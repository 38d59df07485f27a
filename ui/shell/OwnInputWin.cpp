#include "ui/shell/OwnInput.h"

#include <qt_windows.h>

namespace ui {

std::optional<std::chrono::milliseconds> sinceOwnInput()
{
    DWORD owner = 0;
    ::GetWindowThreadProcessId(::GetForegroundWindow(), &owner);
    LASTINPUTINFO last{sizeof last, 0};
    if (owner != ::GetCurrentProcessId() || ::GetLastInputInfo(&last) == 0) {
        return std::nullopt;
    }
    // Both count from the start of the computer and begin anew after 49 days: the difference stays right.
    return std::chrono::milliseconds(DWORD(::GetTickCount() - last.dwTime));
}

} // namespace ui
