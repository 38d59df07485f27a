// SQLite's win32 VFS (os_win.c): it gives up its shared lock before it takes the exclusive one, and asks the size through
// the handle, so neither needs anything here. What is cached is writing: on another computer's volume the handle is opened
// with FILE_FLAG_WRITE_THROUGH, so that no page waits in this computer's memory while the lock passes on. (Without
// buffering at all, FILE_FLAG_NO_BUFFERING, every access would have to be aligned to sectors, which journals are not.)
// A path of more than 260 characters needs the VFS of that name, which has the room for it, and a mark that tells Windows so,
// which it leaves to its callers.
#include "core/base/NativePath.h"
#include "core/storage/PlatformVfs.h"
#include "core/storage/Sqlite.h"

#include <QString>

#include <array>
#include <string>
#include <windows.h>

namespace core {

namespace {

bool isOnNetwork(LPCWSTR path)
{
    if (isUncPath(path)) {
        return true;
    }
    const std::array<wchar_t, 4> root{driveLetter(path), L':', L'\\', L'\0'};
    return root[0] != L'\0' && GetDriveTypeW(root.data()) == DRIVE_REMOTE;
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
    return CreateFileW(
        markedWhereLong(path).c_str(), access, share, security, creation, flags | added, like);
}

BOOL WINAPI deleteFile(LPCWSTR path)
{
    return DeleteFileW(markedWhereLong(path).c_str());
}

DWORD WINAPI fileAttributes(LPCWSTR path)
{
    return GetFileAttributesW(markedWhereLong(path).c_str());
}

BOOL WINAPI fileAttributesEx(LPCWSTR path, GET_FILEEX_INFO_LEVELS level, LPVOID answer)
{
    return GetFileAttributesExW(markedWhereLong(path).c_str(), level, answer);
}

template <typename Function>
void replaceCall(sqlite3_vfs& vfs, const char* name, Function function)
{
    vfs.xSetSystemCall(&vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(function));
}

} // namespace

const char* platformVfs()
{
    static const char* const name = [] {
        sqlite3_initialize();
        const char* const longPaths = "win32-longpath";
        sqlite3_vfs* const vfs = sqlite3_vfs_find(longPaths);
        // The table of system calls is one for all VFSs of this platform.
        replaceCall(*vfs, "CreateFileW", &openFile);
        replaceCall(*vfs, "DeleteFileW", &deleteFile);
        replaceCall(*vfs, "GetFileAttributesW", &fileAttributes);
        replaceCall(*vfs, "GetFileAttributesExW", &fileAttributesEx);
        return longPaths;
    }();
    return name;
}

bool isOnNetwork(const char* path)
{
    return isOnNetwork(QString::fromUtf8(path).toStdWString().c_str());
}

} // namespace core
