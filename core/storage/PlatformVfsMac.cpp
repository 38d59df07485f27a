// SQLite's unix VFS on macOS (os_unix.c, SQLITE_ENABLE_LOCKING_STYLE, which Apple's platform switches on): it looks at the
// volume's type and takes AFP-style byte locks on smbfs and afpfs, which are made for servers: unlike POSIX locks they
// are unlocked before they change. So locks need nothing here. The kernel's smbfs keeps pages in the unified buffer
// cache; F_NOCACHE makes reads and writes of this file go past it. Flushing is F_FULLFSYNC (PRAGMA fullfsync).
#include "core/storage/PlatformVfs.h"
#include "core/storage/Sqlite.h"

#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mount.h>
#include <sys/param.h>

namespace core {

namespace {

int openFile(const char* path, int flags, int mode)
{
    const int file = open(path, flags, mode);
    if (file >= 0) {
        struct statfs about
        { };
        if (fstatfs(file, &about) == 0 && (about.f_flags & MNT_LOCAL) == 0) {
            fcntl(file, F_NOCACHE, 1);
        }
    }
    return file;
}

} // namespace

const char* platformVfs()
{
    static const char* const name = [] {
        sqlite3_initialize();
        sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
        vfs->xSetSystemCall(vfs, "open", reinterpret_cast<sqlite3_syscall_ptr>(&openFile));
        return "unix";
    }();
    return name;
}

bool isOnNetwork(const char* path)
{
    const std::string text(path);
    const std::size_t slash = text.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : text.substr(0, slash + 1);
    struct statfs about
    { };
    return statfs(folder.c_str(), &about) == 0 && (about.f_flags & MNT_LOCAL) == 0;
}

} // namespace core
