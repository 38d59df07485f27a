#include "core/storage/OfficeFile.h"

#include "core/storage/PlatformVfs.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <new>

namespace core {

namespace {

constexpr auto journalHeaderSize = ConnectionHealth::journalHeaderSize;
/// SQLCipher 4 ends each page of 4096 bytes with its random start value and its HMAC, new at every write.
constexpr sqlite3_int64 firstPageEndAt = 4096 - 64;

OfficeFile& officeFile(sqlite3_file* file)
{
    return *reinterpret_cast<OfficeFile*>(file);
}

bool isFailure(int code)
{
    return (code & 0xff) == SQLITE_IOERR && code != SQLITE_IOERR_SHORT_READ
        && code != SQLITE_IOERR_NOMEM;
}

/// Carries a call through: notes a failure, and takes a very slow call on a network for one.
template <typename Call>
int watched(OfficeFile& file, int slowMeans, Call call)
{
    ConnectionHealth& health = *file.health;
    const bool timed = health.network && health.mayWrite;
    const auto begin
        = timed ? std::chrono::steady_clock::now() : std::chrono::steady_clock::time_point();
    int code = call();
    if (timed && std::chrono::steady_clock::now() - begin > health.longestCall
        && !isFailure(code)) {
        code = slowMeans;
    }
    if (isFailure(code)) {
        health.state.failed = true;
    }
    return code;
}

int readFirstPageEnd(OfficeFile& file, std::array<unsigned char, 64>& end)
{
    end.fill(0);
    const int code
        = file.below->pMethods->xRead(file.below, end.data(), int(end.size()), firstPageEndAt);
    return code == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : code;
}

/// The exclusive lock was just taken: has anybody else written since the right to write was? Then that right was lost on
/// the way, and what this connection believes of the file is old. The journal on the disk is harmless at this moment: the
/// number of its pages is written after the exclusive lock.
int makeSureOfLock(OfficeFile& file)
{
    std::array<unsigned char, 64> end{};
    if (const int code = readFirstPageEnd(file, end); code != SQLITE_OK) {
        return code;
    }
    if (end != file.firstPageEnd) {
        return SQLITE_IOERR_LOCK;
    }
    const ConnectionHealth& health = *file.health;
    if (!health.network || !health.journal) {
        return SQLITE_OK;
    }
    // A colleague who took this computer for dead has begun a journal of his own, even if he gave it up again.
    decltype(health.journalHeader) header{};
    sqlite3_file* const journal = health.journal->below;
    const int code = journal->pMethods->xRead(journal, header.data(), int(header.size()), 0);
    return code == SQLITE_OK && header != health.journalHeader ? SQLITE_IOERR_LOCK : code;
}

void noteJournalHeader(OfficeFile& file, const void* bytes, int size, sqlite3_int64 at)
{
    if (!file.isDatabase && at == 0) {
        auto& header = file.health->journalHeader;
        std::memcpy(header.data(), bytes, std::min(header.size(), std::size_t(size)));
    }
}

int closeFile(sqlite3_file* f)
{
    OfficeFile& file = officeFile(f);
    if (file.health->journal == &file) {
        file.health->journal = nullptr;
    }
    const int code = file.below->pMethods->xClose(file.below);
    file.~OfficeFile();
    return code;
}

int readFile(sqlite3_file* f, void* bytes, int size, sqlite3_int64 at)
{
    OfficeFile& file = officeFile(f);
    return watched(file, SQLITE_IOERR_READ, [&] {
        return file.below->pMethods->xRead(file.below, bytes, size, at);
    });
}

int writeFile(sqlite3_file* f, const void* bytes, int size, sqlite3_int64 at)
{
    OfficeFile& file = officeFile(f);
    if (file.health->state.failed) {
        return SQLITE_IOERR_WRITE;
    }
    noteJournalHeader(file, bytes, size, at);
    return watched(file, SQLITE_IOERR_WRITE, [&] {
        return file.below->pMethods->xWrite(file.below, bytes, size, at);
    });
}

int truncateFile(sqlite3_file* f, sqlite3_int64 size)
{
    OfficeFile& file = officeFile(f);
    if (file.health->state.failed) {
        return SQLITE_IOERR_TRUNCATE;
    }
    return watched(file, SQLITE_IOERR_TRUNCATE, [&] {
        if (!file.isDatabase && size < sqlite3_int64(journalHeaderSize)) {
            file.health->journalHeader = {};
            return zeroJournalHeader(file.below);
        }
        return file.below->pMethods->xTruncate(file.below, size);
    });
}

int syncFile(sqlite3_file* f, int how)
{
    OfficeFile& file = officeFile(f);
    if (file.health->state.failed) {
        return SQLITE_IOERR_FSYNC;
    }
    return watched(
        file, SQLITE_IOERR_FSYNC, [&] { return file.below->pMethods->xSync(file.below, how); });
}

int fileSize(sqlite3_file* f, sqlite3_int64* size)
{
    OfficeFile& file = officeFile(f);
    const int code = watched(file, SQLITE_IOERR_FSTAT, [&] {
        return file.below->pMethods->xFileSize(file.below, size);
    });
    if (code != SQLITE_OK) {
        *size
            = 0; // SQLCipher 4.6's cipher_integrity_check does not look at the code, and reads on without end
    }
    return code;
}

/// The right to write was just taken.
int beginWriting(OfficeFile& file)
{
    // SQLite asks this only when it opens its journal, which stays open here.
    file.health->mayWrite = true;
    file.firstPageKnown = false;
    int moved = 0;
    file.below->pMethods->xFileControl(file.below, SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0) {
        file.health->mayWrite = false;
        file.below->pMethods->xUnlock(file.below, SQLITE_LOCK_SHARED);
        return SQLITE_READONLY_DBMOVED;
    }
    const int code = watched(
        file, SQLITE_IOERR_READ, [&] { return readFirstPageEnd(file, file.firstPageEnd); });
    file.firstPageKnown = code == SQLITE_OK;
    return code;
}

int lockFile(sqlite3_file* f, int level)
{
    OfficeFile& file = officeFile(f);
    if (file.health->state.failed && level >= SQLITE_LOCK_RESERVED) {
        return SQLITE_IOERR_LOCK;
    }
    const int code = watched(
        file, SQLITE_IOERR_LOCK, [&] { return file.below->pMethods->xLock(file.below, level); });
    if (code != SQLITE_OK || level < SQLITE_LOCK_RESERVED) {
        return code;
    }
    if (level == SQLITE_LOCK_RESERVED) {
        return beginWriting(file);
    }
    // A rollback of what a crashed colleague left goes from SHARED to EXCLUSIVE; then page 1 may be anything.
    file.health->state.recovered = file.health->state.recovered || !file.health->mayWrite;
    file.health->mayWrite = true;
    if (file.firstPageKnown) {
        file.firstPageKnown = false; // from here on it is this connection that changes it
        return watched(file, SQLITE_IOERR_LOCK, [&] { return makeSureOfLock(file); });
    }
    return SQLITE_OK;
}

int unlockFile(sqlite3_file* f, int level)
{
    OfficeFile& file = officeFile(f);
    file.health->mayWrite = false;
    file.firstPageKnown = false;
    return watched(file, SQLITE_IOERR_UNLOCK, [&] {
        return file.below->pMethods->xUnlock(file.below, level);
    });
}

int checkReservedLock(sqlite3_file* f, int* isReserved)
{
    OfficeFile& file = officeFile(f);
    return watched(file, SQLITE_IOERR_CHECKRESERVEDLOCK, [&] {
        return file.below->pMethods->xCheckReservedLock(file.below, isReserved);
    });
}

int fileControl(sqlite3_file* f, int operation, void* argument)
{
    OfficeFile& file = officeFile(f);
    if (operation == fileControlState) {
        *static_cast<VfsState**>(argument) = &file.health->state;
        return SQLITE_OK;
    }
    return file.below->pMethods->xFileControl(file.below, operation, argument);
}

int sectorSize(sqlite3_file* f)
{
    OfficeFile& file = officeFile(f);
    return file.below->pMethods->xSectorSize(file.below);
}

int deviceCharacteristics(sqlite3_file* f)
{
    OfficeFile& file = officeFile(f);
    const int below = file.below->pMethods->xDeviceCharacteristics(file.below);
    // Nothing that lets SQLite write without its journal. The journal is never deleted here, which lets SQLite keep its
    // handle open between transactions: fewer round trips, and nothing to be told wrong about by name.
    return (below & SQLITE_IOCAP_POWERSAFE_OVERWRITE) | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN;
}

// A stock shell may have left the file in WAL mode: it can be opened, and is put back into PERSIST.
int shmMap(sqlite3_file* f, int page, int size, int extend, volatile void** memory)
{
    OfficeFile& file = officeFile(f);
    return file.below->pMethods->xShmMap(file.below, page, size, extend, memory);
}

int shmLock(sqlite3_file* f, int offset, int count, int flags)
{
    OfficeFile& file = officeFile(f);
    return file.below->pMethods->xShmLock(file.below, offset, count, flags);
}

void shmBarrier(sqlite3_file* f)
{
    OfficeFile& file = officeFile(f);
    file.below->pMethods->xShmBarrier(file.below);
}

int shmUnmap(sqlite3_file* f, int deleteToo)
{
    OfficeFile& file = officeFile(f);
    return file.below->pMethods->xShmUnmap(file.below, deleteToo);
}

const sqlite3_io_methods officeMethods{2, // without xFetch: no mmap
                                       &closeFile,
                                       &readFile,
                                       &writeFile,
                                       &truncateFile,
                                       &syncFile,
                                       &fileSize,
                                       &lockFile,
                                       &unlockFile,
                                       &checkReservedLock,
                                       &fileControl,
                                       &sectorSize,
                                       &deviceCharacteristics,
                                       &shmMap,
                                       &shmLock,
                                       &shmBarrier,
                                       &shmUnmap,
                                       nullptr,
                                       nullptr};

std::shared_ptr<ConnectionHealth>
healthFor(const char* name, int flags, const OfficeVfsOptions& options)
{
    if ((flags & SQLITE_OPEN_MAIN_JOURNAL) != 0) {
        // SQLite's own name for it (sqlite3_filename), from which it knows the database.
        const sqlite3_file* const database = sqlite3_database_file_object(name);
        if (database && database->pMethods == &officeMethods) {
            return reinterpret_cast<const OfficeFile*>(database)->health;
        }
    }
    auto health = std::make_shared<ConnectionHealth>();
    health->network = options.alwaysNetwork || (name && isOnNetwork(name));
    health->longestCall = options.longestCall;
    return health;
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): as many as SQLite gives
int openOfficeFile(sqlite3_vfs* below,
                   const OfficeVfsOptions& options,
                   const char* name,
                   sqlite3_file* file,
                   int flags,
                   int* outFlags)
{
    file->pMethods = nullptr;
    auto* const place = reinterpret_cast<unsigned char*>(file);
    auto* const lower = reinterpret_cast<sqlite3_file*>(place + sizeof(OfficeFile));
    const int code = below->xOpen(below, name, lower, flags, outFlags);
    if (code != SQLITE_OK) {
        return code;
    }
    auto* const office = new (place) OfficeFile;
    office->below = lower;
    office->isDatabase = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    office->health = healthFor(name, flags, options);
    if (!office->isDatabase) {
        office->health->journal = office;
    }
    office->asSqliteSeesIt.pMethods = &officeMethods;
    return SQLITE_OK;
}

int zeroJournalHeader(sqlite3_file* journal)
{
    static constexpr std::array<unsigned char, journalHeaderSize> zeros{};
    if (const int code = journal->pMethods->xWrite(journal, zeros.data(), int(zeros.size()), 0);
        code != SQLITE_OK) {
        return code;
    }
    return journal->pMethods->xSync(journal, SQLITE_SYNC_FULL);
}

} // namespace core
