// SQLite's win32 VFS (os_win.c): it gives up its shared lock before it takes the exclusive one, and asks the size through
// the handle, so neither needs anything here. What is cached is writing: on another computer's volume the handle is opened
// with FILE_FLAG_WRITE_THROUGH, so that no page waits in this computer's memory while the lock passes on. (Without
// buffering at all, FILE_FLAG_NO_BUFFERING, every access would have to be aligned to sectors, which journals are not.)
// A path of more than 260 characters needs the VFS of that name.
#include "core/storage/PlatformVfs.h"
#include "core/storage/Sqlite.h"

#include <QString>

#include <array>
#include <string>
#include <windows.h>

namespace core {

namespace {

using CreateFileFunction
    = HANDLE(WINAPI*)(LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE);

bool isOnNetwork(LPCWSTR path)
{
    const std::wstring text(path);
    if (text.rfind(L"\\\\?\\UNC\\", 0) == 0) {
        return true;
    }
    const std::wstring plain = text.rfind(L"\\\\?\\", 0) == 0 ? text.substr(4) : text;
    if (plain.rfind(L"\\\\", 0) == 0 || plain.rfind(L"//", 0) == 0) {
        return true;
    }
    if (plain.size() < 2 || plain[1] != L':') {
        return false;
    }
    const std::array<wchar_t, 4> root{plain[0], L':', L'\\', L'\0'};
    return GetDriveTypeW(root.data()) == DRIVE_REMOTE;
}

HANDLE WINAPI openFile(LPCWSTR path,
                       DWORD access,
                       DWORD share,
                       LPSECURITY_ATTRIBUTES security,
                       DWORD creation,
                       DWORD flags,
                       HANDLE like)
{
    const DWORD added = isOnNetwork(path) ? FILE_FLAG_WRITE_THROUGH : 0;
    return CreateFileW(path, access, share, security, creation, flags | added, like);
}

} // namespace

const char* platformVfs()
{
    static const char* const name = [] {
        sqlite3_initialize();
        const char* const longPaths = "win32-longpath";
        sqlite3_vfs* const vfs = sqlite3_vfs_find(longPaths);
        const CreateFileFunction function = &openFile;
        // The table of system calls is one for all VFSs of this platform.
        vfs->xSetSystemCall(vfs, "CreateFileW", reinterpret_cast<sqlite3_syscall_ptr>(function));
        return longPaths;
    }();
    return name;
}

bool isOnNetwork(const char* path)
{
    return isOnNetwork(reinterpret_cast<LPCWSTR>(QString::fromUtf8(path).utf16()));
}

} // namespace core
