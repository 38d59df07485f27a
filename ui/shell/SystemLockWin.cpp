#include "ui/shell/SystemLock.h"

#include <qt_windows.h>

#include <wtsapi32.h>

namespace ui {

namespace {

constexpr auto className = L"DossierSystemLock";
constexpr DWORD suspendToWindow = 0; // DEVICE_NOTIFY_WINDOW_HANDLE

} // namespace

/// A window that is never shown: sessions and power speak to windows only.
struct SystemLock::Listener
{
    explicit Listener(SystemLock& lock)
    {
        WNDCLASSW description{};
        description.lpfnWndProc = &Listener::onMessage;
        description.hInstance = ::GetModuleHandleW(nullptr);
        description.lpszClassName = className;
        ::RegisterClassW(&description); // fails from the second time on, which does no harm
        window = ::CreateWindowExW(
            0, className, L"", 0, 0, 0, 0, 0, nullptr, nullptr, description.hInstance, nullptr);
        if (window == nullptr) {
            return;
        }
        ::SetWindowLongPtrW(window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(&lock));
        ::WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION);
        power = ::RegisterSuspendResumeNotification(window, suspendToWindow);
    }
    ~Listener()
    {
        if (power != nullptr) {
            ::UnregisterSuspendResumeNotification(power);
        }
        if (window != nullptr) {
            ::WTSUnRegisterSessionNotification(window);
            ::DestroyWindow(window);
        }
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    static LRESULT CALLBACK onMessage(HWND window, UINT message, WPARAM what, LPARAM more)
    {
        auto* lock = reinterpret_cast<SystemLock*>(::GetWindowLongPtrW(window, GWLP_USERDATA));
        const bool isLock = message == WM_WTSSESSION_CHANGE
            && (what == WTS_SESSION_LOCK || what == WTS_CONSOLE_DISCONNECT
                || what == WTS_REMOTE_DISCONNECT);
        const bool isSleep = message == WM_POWERBROADCAST && what == PBT_APMSUSPEND;
        if (lock != nullptr && (isLock || isSleep)) {
            Q_EMIT lock->locked();
        }
        return ::DefWindowProcW(window, message, what, more);
    }

    HWND window = nullptr;
    HPOWERNOTIFY power = nullptr;
};

SystemLock::SystemLock()
    : m_listener(std::make_unique<Listener>(*this))
{ }

SystemLock::~SystemLock() = default;

} // namespace ui
