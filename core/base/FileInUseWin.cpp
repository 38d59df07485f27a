#include "core/base/FileInUse.h"
#include "core/base/NativePath.h"

#include <windows.h>

namespace core {

bool isHeldByAnotherProgram(const QString& path)
{
    const HANDLE file = CreateFileW(nativePath(path).c_str(),
                                    GENERIC_READ | GENERIC_WRITE | DELETE,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    nullptr,
                                    OPEN_EXISTING,
                                    FILE_ATTRIBUTE_NORMAL,
                                    nullptr);
    if (file == INVALID_HANDLE_VALUE) {
        return GetLastError() == ERROR_SHARING_VIOLATION;
    }
    CloseHandle(file);
    return false;
}

} // namespace core
