/// SlowDisk: the system's own files as a SQLite VFS whose calls can take long, or fail, for a while: a share that is slow or
/// away. For tests and benchmarks of the window: what it does meanwhile.
///
///     auto access = …; access->vfs = SlowDisk::name;
///     SlowDisk::instance().delayMs = 500;          // every call from now on
///     SlowDisk::instance().isAway = true;          // none succeeds
///
/// One for the process; the two values may be set from any thread.
#pragma once

#include "core/storage/Sqlite.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace tests {

class SlowDisk
{
public:
    static constexpr auto name = "slow-disk";

    std::atomic<int> delayMs{0};
    std::atomic<bool> isAway{false};

    /// Made and registered at the first call.
    static SlowDisk& instance()
    {
        static SlowDisk disk;
        return disk;
    }

private:
    struct File
    {
        sqlite3_file base;
        sqlite3_file* below;
    };

    SlowDisk()
    {
        m_below = sqlite3_vfs_find(nullptr);
        m_vfs = *m_below;
        m_vfs.zName = name;
        m_vfs.szOsFile = int(sizeof(File)) + m_below->szOsFile;
        m_vfs.pAppData = this;
        m_vfs.xOpen =
            [](sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* outFlags) {
                return instance().open(path, file, flags, outFlags);
            };
        m_vfs.xDelete = [](sqlite3_vfs*, const char* path, int syncFolder) {
            return instance().carry(SQLITE_IOERR_DELETE, [&] {
                return instance().m_below->xDelete(instance().m_below, path, syncFolder);
            });
        };
        m_vfs.xAccess = [](sqlite3_vfs*, const char* path, int what, int* answer) {
            return instance().carry(SQLITE_IOERR_ACCESS, [&] {
                return instance().m_below->xAccess(instance().m_below, path, what, answer);
            });
        };
        m_vfs.xFullPathname = [](sqlite3_vfs*, const char* path, int size, char* full) {
            return instance().m_below->xFullPathname(instance().m_below, path, size, full);
        };
        sqlite3_vfs_register(&m_vfs, 0);
    }

    template <typename Call>
    int carry(int failure, Call call)
    {
        if (delayMs > 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(delayMs));
        }
        return isAway ? failure : call();
    }

    static sqlite3_file* below(sqlite3_file* file) { return reinterpret_cast<File*>(file)->below; }

    int open(sqlite3_filename path, sqlite3_file* file, int flags, int* outFlags)
    {
        auto* own = reinterpret_cast<File*>(file);
        own->below = reinterpret_cast<sqlite3_file*>(own + 1);
        own->below->pMethods = nullptr;
        const int code = carry(SQLITE_CANTOPEN, [&] {
            return m_below->xOpen(m_below, path, own->below, flags, outFlags);
        });
        own->base.pMethods = own->below->pMethods != nullptr ? methods() : nullptr;
        return code;
    }

    static const sqlite3_io_methods* methods()
    {
        static const sqlite3_io_methods methods = [] {
            sqlite3_io_methods own{};
            own.iVersion = 1;
            own.xClose = [](sqlite3_file* f) {
                return below(f)->pMethods->xClose(below(f));
            };
            own.xRead = [](sqlite3_file* f, void* bytes, int size, sqlite3_int64 at) {
                return instance().carry(SQLITE_IOERR_READ, [&] {
                    return below(f)->pMethods->xRead(below(f), bytes, size, at);
                });
            };
            own.xWrite = [](sqlite3_file* f, const void* bytes, int size, sqlite3_int64 at) {
                return instance().carry(SQLITE_IOERR_WRITE, [&] {
                    return below(f)->pMethods->xWrite(below(f), bytes, size, at);
                });
            };
            own.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
                return instance().carry(SQLITE_IOERR_TRUNCATE, [&] {
                    return below(f)->pMethods->xTruncate(below(f), size);
                });
            };
            own.xSync = [](sqlite3_file* f, int how) {
                return instance().carry(SQLITE_IOERR_FSYNC,
                                        [&] { return below(f)->pMethods->xSync(below(f), how); });
            };
            own.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
                return below(f)->pMethods->xFileSize(below(f), size);
            };
            own.xLock = [](sqlite3_file* f, int kind) {
                return instance().carry(SQLITE_IOERR_LOCK,
                                        [&] { return below(f)->pMethods->xLock(below(f), kind); });
            };
            own.xUnlock = [](sqlite3_file* f, int kind) {
                return below(f)->pMethods->xUnlock(below(f), kind);
            };
            own.xCheckReservedLock = [](sqlite3_file* f, int* held) {
                return below(f)->pMethods->xCheckReservedLock(below(f), held);
            };
            own.xFileControl = [](sqlite3_file* f, int what, void* with) {
                return below(f)->pMethods->xFileControl(below(f), what, with);
            };
            own.xSectorSize = [](sqlite3_file* f) {
                return below(f)->pMethods->xSectorSize(below(f));
            };
            own.xDeviceCharacteristics = [](sqlite3_file* f) {
                return below(f)->pMethods->xDeviceCharacteristics(below(f));
            };
            return own;
        }();
        return &methods;
    }

    sqlite3_vfs* m_below = nullptr;
    sqlite3_vfs m_vfs{};
};

} // namespace tests
