// SQLite's unix VFS on the kernel's cifs client (fs/smb/client of Linux 6.1; measured on SMB 3.1.1):
//
// - SQLite upgrades its read lock on the shared range in place. A POSIX lock is replaced by that; an SMB lock conflicts
//   with one's own, and nobody can ever write. So: unlock, lock anew, and take the old lock back where that fails.
//   PENDING is held meanwhile, so nobody can slip in.
// - fstat() is answered from a cache up to a second old: the file looks shorter than its header says. Seeking to the end
//   asks the server.
// - Pages written into the kernel's cache are sent after the network comes back, when the lock has long passed to a
//   colleague. O_DIRECT, which this client takes without any alignment, reads and writes at the server.
#include "core/storage/PlatformVfs.h"
#include "core/storage/Sqlite.h"
#include "core/storage/Volume.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdarg>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <unordered_map>

namespace core {

namespace {

enum class FolderKind : unsigned char
{
    Local,
    Cifs,
    OtherNetwork
};

FolderKind kindOfType(std::uint32_t type)
{
    const VolumeFacts facts = factsOfType(type, false);
    if (!facts.isRemote) {
        return FolderKind::Local;
    }
    const bool isCifs = facts.fileSystem == QLatin1String("cifs")
        || facts.fileSystem.startsWith(QLatin1String("smb"));
    return isCifs ? FolderKind::Cifs : FolderKind::OtherNetwork;
}

/// What holds a folder. Asking costs a round trip to the server, so the answer is kept a while; mounts come and go slowly.
FolderKind kindOfFolder(const std::string& folder)
{
    using Clock = std::chrono::steady_clock;
    struct Known
    {
        FolderKind kind = FolderKind::Local;
        Clock::time_point at;
    };
    static std::mutex mutex;
    static std::unordered_map<std::string, Known> known;
    constexpr std::chrono::seconds lifetime(10);
    const auto now = Clock::now();
    {
        const std::lock_guard lock(mutex);
        const auto found = known.find(folder);
        if (found != known.end() && now - found->second.at < lifetime) {
            return found->second.kind;
        }
    }
    struct statfs about
    { };
    if (statfs(folder.c_str(), &about) != 0) {
        return FolderKind::Local;
    }
    const FolderKind kind = kindOfType(static_cast<std::uint32_t>(about.f_type));
    const std::lock_guard lock(mutex);
    known[folder] = {kind, now};
    return kind;
}

FolderKind kindOfFile(const char* path)
{
    const std::string text(path);
    const std::size_t slash = text.rfind('/');
    if (slash == std::string::npos) {
        return kindOfFolder(".");
    }
    return kindOfFolder(slash == 0 ? "/" : text.substr(0, slash));
}

/// The open files that lie on a cifs mount, by their descriptor.
std::array<std::atomic<bool>, 65536> isCifs{};

bool isCifsFile(int file)
{
    return file >= 0 && std::size_t(file) < isCifs.size() && isCifs[std::size_t(file)];
}

int openFile(const char* path, int flags, int mode)
{
    const bool cifs = kindOfFile(path) == FolderKind::Cifs;
    const int file = open(path, cifs ? flags | O_DIRECT : flags, mode);
    if (file >= 0 && std::size_t(file) < isCifs.size()) {
        isCifs[std::size_t(file)] = cifs;
    } else if (cifs && file >= 0) {
        close(file);
        errno = EMFILE;
        return -1;
    }
    return file;
}

int statFile(int file, struct stat* about)
{
    if (isCifsFile(file)) {
        const off_t place = lseek(file, 0, SEEK_CUR);
        const off_t end = lseek(file, 0, SEEK_END);
        if (place < 0 || end < 0 || lseek(file, place, SEEK_SET) < 0) {
            return -1;
        }
        const int done = fstat(file, about);
        about->st_size = end;
        return done;
    }
    return fstat(file, about);
}

int lockAnew(int file, const struct flock& wanted)
{
    struct flock step = wanted;
    step.l_type = F_UNLCK;
    if (fcntl(file, F_SETLK, &step) != 0) {
        return -1;
    }
    step.l_type = wanted.l_type;
    if (fcntl(file, F_SETLK, &step) == 0) {
        return 0;
    }
    const int reason = errno;
    if (wanted.l_type == F_WRLCK) {
        step.l_type = F_RDLCK;
        if (fcntl(file, F_SETLK, &step) != 0) {
            errno = EIO; // not even the old lock: this connection is no good any more
            return -1;
        }
    }
    errno = reason;
    return -1;
}

int controlFile(int file, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    // NOLINTBEGIN(clang-analyzer-valist.Uninitialized): it is begun in the line above
    int done = -1;
    if (command == F_SETLK || command == F_SETLKW || command == F_GETLK) {
        struct flock* lock = va_arg(arguments, struct flock*);
        // Only the shared range (SQLite's file format, "File locking"; os.h) changes between two locks of one's own.
        constexpr off_t sharedFirst = 0x40000002;
        constexpr off_t sharedSize = 510;
        const bool changes = command == F_SETLK && lock->l_type != F_UNLCK
            && lock->l_start == sharedFirst && lock->l_len == sharedSize;
        done = changes && isCifsFile(file) ? lockAnew(file, *lock) : fcntl(file, command, lock);
    } else {
        done = fcntl(file, command, va_arg(arguments, long));
    }
    // NOLINTEND(clang-analyzer-valist.Uninitialized)
    va_end(arguments);
    return done;
}

template <typename Function>
sqlite3_syscall_ptr systemCall(Function function)
{
    return reinterpret_cast<sqlite3_syscall_ptr>(function);
}

} // namespace

const char* platformVfs()
{
    static const char* const name = [] {
        sqlite3_initialize();
        sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
        vfs->xSetSystemCall(vfs, "open", systemCall(&openFile));
        vfs->xSetSystemCall(vfs, "fstat", systemCall(&statFile));
        vfs->xSetSystemCall(vfs, "fcntl", systemCall(&controlFile));
        return "unix";
    }();
    return name;
}

bool isOnNetwork(const char* path)
{
    return kindOfFile(path) != FolderKind::Local;
}

} // namespace core
