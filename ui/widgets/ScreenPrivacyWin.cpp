#include "ui/widgets/ScreenPrivacy.h"

#include <qt_windows.h>

namespace ui {

namespace {

constexpr DWORD shown = 0; // WDA_NONE
constexpr DWORD hiddenFromCapture = 0x11; // WDA_EXCLUDEFROMCAPTURE, Windows 10 version 2004
constexpr DWORD black = 1; // WDA_MONITOR: older ones show a black window instead

} // namespace

bool canHideFromCapture()
{
    return true;
}

bool setHiddenFromCapture(QWidget& window, bool hidden)
{
    const auto handle = reinterpret_cast<HWND>(window.winId());
    if (!hidden) {
        return ::SetWindowDisplayAffinity(handle, shown) != 0;
    }
    return ::SetWindowDisplayAffinity(handle, hiddenFromCapture) != 0
        || ::SetWindowDisplayAffinity(handle, black) != 0;
}

} // namespace ui
