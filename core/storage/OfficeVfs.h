/// OfficeVfs: the one SQLite VFS through which offices are opened, on every platform and kind of disk. It stands over the
/// platform's own (PlatformVfs.h) and adds what a file on a share needs, after what storage protocols were seen to do:
///
/// - **The journal is never unlinked.** Where SQLite would delete it (the first opener after a crash does, before any
///   pragma can say otherwise), its header is zeroed and flushed; where SQLite would cut it to nothing, the same.
/// - **Whether there is a journal is asked by opening it.** A client's cache may say "not there" or "empty" for seconds
///   after a colleague's crash, and a hot journal that nobody sees is a corrupt office.
/// - **After an I/O error nothing is written through that connection any more**, neither file nor journal: its locks may
///   have passed to a colleague. What it left is rolled back by the next opener.
/// - **A writer makes sure that it was alone**: the end of page 1 changes with every commit. It is read when the right to
///   write is taken and again when the exclusive lock is there, before anything on the disk counts; if it moved, the
///   right was lost on the way (a server gives away the locks of a computer that it takes for dead). On a network the
///   same is asked of the journal, which a colleague would have emptied.
/// - **On a network a call that took very long counts as failed** while a write lock is held: the server may have given
///   the lock away meanwhile.
///
/// Never mmap, never a write without the journal (no batch-atomic writes).
///
/// Registered once per process, at the first use; any thread. A file belongs to its connection's thread.
#pragma once

#include <chrono>

struct sqlite3_vfs;

namespace core {

struct OfficeVfsOptions
{
    const char* name = nullptr; ///< as sqlite3_open_v2 knows it; must outlive the process
    const char* base = nullptr; ///< the VFS below
    /// Longest call under a write lock on a network volume; the shortest time after which a server was seen to give a
    /// lock away was 8 s.
    std::chrono::milliseconds longestCall{6000};
    bool alwaysNetwork = false; ///< treats every file as one on a network volume
};

/// What a connection's files know that SQLite does not tell.
struct VfsState
{
    /// An I/O error was seen. SQLite passes over some (of an unlock, say), and is refused the next write all the same.
    bool failed = false;
    /// This connection rolled back what somebody else had left (until it is set back).
    bool recovered = false;
};

/// For sqlite3_file_control, with the address of a `VfsState*`: it lives as long as the file is open.
inline constexpr int fileControlState = 0x0d055;

/// The name of the VFS for offices.
[[nodiscard]] const char* officeVfs();

/// Another one, over another base: for tests that stand between this and the disk. Null where `base` is not there.
sqlite3_vfs* registerOfficeVfs(const OfficeVfsOptions& options);

} // namespace core
