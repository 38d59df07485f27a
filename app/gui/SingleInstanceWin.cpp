#include "app/gui/SingleInstance.h"

#include <qt_windows.h>

#include <utility>

namespace gui {

namespace {

constexpr auto className = L"DossierSingleInstance";
constexpr ULONG_PTR officeNamed = 0x0d055; ///< what the data of a message is
constexpr LRESULT taken = 1;

} // namespace

/// Found by its class among the windows that are never shown, of this session only.
struct SingleInstance::Listener
{
    explicit Listener(Take wanted)
        : take(std::move(wanted))
    {
        WNDCLASSW description{};
        description.lpfnWndProc = &Listener::onMessage;
        description.hInstance = ::GetModuleHandleW(nullptr);
        description.lpszClassName = className;
        ::RegisterClassW(&description);
        window = ::CreateWindowExW(0,
                                   className,
                                   L"",
                                   0,
                                   0,
                                   0,
                                   0,
                                   0,
                                   HWND_MESSAGE,
                                   nullptr,
                                   description.hInstance,
                                   nullptr);
        if (window != nullptr) {
            ::SetWindowLongPtrW(window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(this));
        }
    }
    ~Listener()
    {
        if (window != nullptr) {
            ::DestroyWindow(window);
        }
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    static LRESULT CALLBACK onMessage(HWND window, UINT message, WPARAM what, LPARAM more)
    {
        const auto* self = reinterpret_cast<Listener*>(::GetWindowLongPtrW(window, GWLP_USERDATA));
        if (message != WM_COPYDATA || self == nullptr) {
            return ::DefWindowProcW(window, message, what, more);
        }
        const auto* data = reinterpret_cast<const COPYDATASTRUCT*>(more);
        if (data->dwData != officeNamed) {
            return 0;
        }
        const QString office(static_cast<const QChar*>(data->lpData),
                             qsizetype(data->cbData / sizeof(QChar)));
        return self->take(office) ? taken : 0;
    }

    Take take;
    HWND window = nullptr;
};

SingleInstance::SingleInstance() = default;
SingleInstance::~SingleInstance() = default;

bool SingleInstance::isTakenOver(const QString& office) const
{
    const HWND other = ::FindWindowExW(HWND_MESSAGE, nullptr, className, nullptr);
    if (other == nullptr) {
        return false;
    }
    // Only who was just started may come to the front; it passes that on.
    DWORD program = 0;
    ::GetWindowThreadProcessId(other, &program);
    ::AllowSetForegroundWindow(program);
    COPYDATASTRUCT data{officeNamed,
                        DWORD(std::size_t(office.size()) * sizeof(QChar)),
                        const_cast<QChar*>(office.constData())}; // not written to
    constexpr UINT patienceMs = 3000; // one that hangs is not waited for
    DWORD_PTR answer = 0;
    return ::SendMessageTimeoutW(other,
                                 WM_COPYDATA,
                                 0,
                                 reinterpret_cast<LPARAM>(&data),
                                 SMTO_ABORTIFHUNG,
                                 patienceMs,
                                 &answer)
        != 0
        && answer == DWORD_PTR(taken);
}

void SingleInstance::listen(Take take)
{
    m_listener = std::make_unique<Listener>(std::move(take));
}

} // namespace gui
