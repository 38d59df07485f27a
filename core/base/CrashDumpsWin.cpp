#include "core/base/CrashDumps.h"

#include <cstdlib>
#include <windows.h>

namespace core {

void keepNoCrashDumps()
{
    // Windows Error Reporting is not called, which would write and may send an image of the memory; this holds for child
    // processes, too.
    SetErrorMode(GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    // Some ends go past that mode: abort() of newer runtimes, a stack found damaged. Where a report is made all the same, it
    // has no heap in it. (Asked for by name: MinGW's werapi.h does not compile.)
#if defined(_MSC_VER) || defined(_UCRT)
    _set_abort_behavior(0, _WRITE_ABORT_MSG | _CALL_REPORTFAULT); // the old runtime never reports
#endif
    using SetFlags = HRESULT(WINAPI*)(DWORD);
    constexpr DWORD noHeap = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP
    const FARPROC known = GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "WerSetFlags");
    if (const auto setFlags = reinterpret_cast<SetFlags>(reinterpret_cast<void*>(known))) {
        setFlags(noHeap);
    }
}

} // namespace core
