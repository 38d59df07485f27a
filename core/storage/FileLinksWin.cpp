#include "core/base/NativePath.h"
#include "core/storage/FileLinks.h"

#include <windows.h>

namespace core {

std::uint64_t namesOfFile(const QString& path)
{
    const HANDLE file = ::CreateFileW(nativePath(path).c_str(),
                                      FILE_READ_ATTRIBUTES,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                      nullptr,
                                      OPEN_EXISTING,
                                      FILE_ATTRIBUTE_NORMAL,
                                      nullptr);
    if (file == INVALID_HANDLE_VALUE) {
        return 1;
    }
    BY_HANDLE_FILE_INFORMATION info{};
    const bool told = ::GetFileInformationByHandle(file, &info) != 0;
    ::CloseHandle(file);
    return told ? info.nNumberOfLinks : 1;
}

} // namespace core
