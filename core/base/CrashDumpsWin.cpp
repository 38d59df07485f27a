#include "core/base/CrashDumps.h"

#include <windows.h>

namespace core {

void keepNoCrashDumps()
{
    // Windows Error Reporting is not called, which would write and may send an image of the memory.
    SetErrorMode(GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
}

} // namespace core
