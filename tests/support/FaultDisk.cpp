#include "support/FaultDisk.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <thread>

namespace tests {

/// An open file, in the memory that SQLite gave.
struct Handle
{
    sqlite3_file asSqliteSeesIt{};
    std::shared_ptr<FaultDisk::File> file;
    int lock = SQLITE_LOCK_NONE;
    bool isOfTheDead = false; ///< its process was killed
};

namespace {

Handle& handleOf(sqlite3_file* file)
{
    return *reinterpret_cast<Handle*>(file);
}

} // namespace

/// What SQLite calls.
struct DiskMethods
{
    static bool fails(const Handle& handle, Call kind)
    {
        return handle.isOfTheDead || !FaultDisk::instance().step(kind);
    }

    static int close(sqlite3_file* f)
    {
        Handle& handle = handleOf(f);
        FaultDisk::instance().step(Call::Close);
        auto& all = handle.file->handles;
        all.erase(std::remove(all.begin(), all.end(), &handle), all.end());
        handle.~Handle();
        return SQLITE_OK;
    }

    static int read(sqlite3_file* f, void* bytes, int size, sqlite3_int64 at)
    {
        const Handle& handle = handleOf(f);
        if (fails(handle, Call::Read)) {
            return SQLITE_IOERR_READ;
        }
        const QByteArray& now = handle.file->now;
        const auto there = int(std::clamp<sqlite3_int64>(now.size() - at, 0, size));
        if (there > 0) {
            std::memcpy(bytes, now.constData() + at, std::size_t(there));
        }
        if (there < size) {
            std::memset(static_cast<char*>(bytes) + there, 0, std::size_t(size - there));
            return SQLITE_IOERR_SHORT_READ;
        }
        return SQLITE_OK;
    }

    static void change(FaultDisk::File& file, FaultDisk::Change what)
    {
        FaultDisk::apply(file.now, what);
        file.pending.push_back(std::move(what));
    }

    static int write(sqlite3_file* f, const void* bytes, int size, sqlite3_int64 at)
    {
        const Handle& handle = handleOf(f);
        FaultDisk& disk = FaultDisk::instance();
        const QByteArray whole(static_cast<const char*>(bytes), size);
        if (handle.isOfTheDead || disk.isDead()) {
            return SQLITE_IOERR_WRITE;
        }
        if (!disk.step(Call::Write)) {
            if (disk.m_plan.fault == Fault::ErrorOnce && size > 1) {
                change(*handle.file, {at, whole.left(size / 2)});
            }
            return SQLITE_IOERR_WRITE;
        }
        if (disk.m_plan.fault == Fault::Full && disk.m_wasHit) {
            return SQLITE_FULL;
        }
        change(*handle.file, {at, whole});
        return SQLITE_OK;
    }

    static int truncate(sqlite3_file* f, sqlite3_int64 size)
    {
        const Handle& handle = handleOf(f);
        if (fails(handle, Call::Truncate)) {
            return SQLITE_IOERR_TRUNCATE;
        }
        if (size < handle.file->now.size()) {
            change(*handle.file, {size, {}});
        }
        return SQLITE_OK;
    }

    static int sync(sqlite3_file* f, int)
    {
        const Handle& handle = handleOf(f);
        if (fails(handle, Call::Sync)) {
            return SQLITE_IOERR_FSYNC;
        }
        FaultDisk::File& file = *handle.file;
        file.flushed = file.now;
        file.isFlushed = true;
        file.pending.clear();
        return SQLITE_OK;
    }

    static int fileSize(sqlite3_file* f, sqlite3_int64* size)
    {
        const Handle& handle = handleOf(f);
        if (fails(handle, Call::FileSize)) {
            return SQLITE_IOERR_FSTAT;
        }
        *size = handle.file->now.size();
        return SQLITE_OK;
    }

    static int highestOfOthers(const Handle& handle)
    {
        int highest = SQLITE_LOCK_NONE;
        for (const Handle* other : handle.file->handles) {
            if (other != &handle) {
                highest = std::max(highest, other->lock);
            }
        }
        return highest;
    }

    static int lock(sqlite3_file* f, int level)
    {
        Handle& handle = handleOf(f);
        if (fails(handle, Call::Lock)) {
            return SQLITE_IOERR_LOCK;
        }
        if (level <= handle.lock) {
            return SQLITE_OK;
        }
        const int others = highestOfOthers(handle);
        const bool busy = (level == SQLITE_LOCK_SHARED && others >= SQLITE_LOCK_PENDING)
            || (level >= SQLITE_LOCK_RESERVED && others >= SQLITE_LOCK_RESERVED);
        if (busy) {
            return SQLITE_BUSY;
        }
        if (level == SQLITE_LOCK_EXCLUSIVE && others >= SQLITE_LOCK_SHARED) {
            handle.lock = SQLITE_LOCK_PENDING;
            return SQLITE_BUSY;
        }
        handle.lock = level;
        return SQLITE_OK;
    }

    static int unlock(sqlite3_file* f, int level)
    {
        Handle& handle = handleOf(f);
        if (fails(handle, Call::Unlock)) {
            return SQLITE_IOERR_UNLOCK;
        }
        handle.lock = std::min(handle.lock, level);
        return SQLITE_OK;
    }

    static int checkReserved(sqlite3_file* f, int* answer)
    {
        const Handle& handle = handleOf(f);
        if (fails(handle, Call::CheckReserved)) {
            return SQLITE_IOERR_CHECKRESERVEDLOCK;
        }
        *answer = std::max(handle.lock, highestOfOthers(handle)) >= SQLITE_LOCK_RESERVED ? 1 : 0;
        return SQLITE_OK;
    }

    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file*) { return 4096; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int open(sqlite3_vfs*, const char* path, sqlite3_file* f, int flags, int* outFlags)
    {
        static const sqlite3_io_methods methods{1,
                                                &close,
                                                &read,
                                                &write,
                                                &truncate,
                                                &sync,
                                                &fileSize,
                                                &lock,
                                                &unlock,
                                                &checkReserved,
                                                &control,
                                                &sectorSize,
                                                &characteristics,
                                                nullptr,
                                                nullptr,
                                                nullptr,
                                                nullptr,
                                                nullptr,
                                                nullptr};
        f->pMethods = nullptr;
        FaultDisk& disk = FaultDisk::instance();
        if (!path || !disk.step(Call::Open)) {
            return SQLITE_CANTOPEN;
        }
        auto& place = disk.m_files[path];
        if (!place) {
            if ((flags & SQLITE_OPEN_CREATE) == 0) {
                disk.m_files.erase(path);
                return SQLITE_CANTOPEN;
            }
            place = std::make_shared<FaultDisk::File>();
        }
        auto* const handle = new (f) Handle;
        handle->file = place;
        handle->asSqliteSeesIt.pMethods = &methods;
        place->handles.push_back(handle);
        if (outFlags) {
            *outFlags = flags;
        }
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs*, const char* path, int)
    {
        FaultDisk& disk = FaultDisk::instance();
        if (!disk.step(Call::Delete)) {
            return SQLITE_IOERR_DELETE;
        }
        return disk.m_files.erase(path) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }

    static int access(sqlite3_vfs*, const char* path, int, int* answer)
    {
        FaultDisk& disk = FaultDisk::instance();
        if (!disk.step(Call::Access)) {
            return SQLITE_IOERR_ACCESS;
        }
        if (disk.m_frozen) {
            const auto known = disk.m_frozen->find(path);
            *answer = known != disk.m_frozen->end() && known->second ? 1 : 0;
            return SQLITE_OK;
        }
        const FaultDisk::File* const file = disk.find(path);
        *answer = file && !file->now.isEmpty() ? 1 : 0; // as SQLite's unix VFS counts an empty file
        return SQLITE_OK;
    }

    static int fullPath(sqlite3_vfs*, const char* path, int size, char* full)
    {
        sqlite3_snprintf(size, full, "%s", path);
        return SQLITE_OK;
    }
};

FaultDisk& FaultDisk::instance()
{
    static FaultDisk disk;
    return disk;
}

FaultDisk::FaultDisk()
{
    sqlite3_initialize();
    m_vfs = *sqlite3_vfs_find(nullptr); // time and randomness are the platform's
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = int(sizeof(Handle));
    m_vfs.zName = name;
    m_vfs.pNext = nullptr;
    m_vfs.xOpen = &DiskMethods::open;
    m_vfs.xDelete = &DiskMethods::remove;
    m_vfs.xAccess = &DiskMethods::access;
    m_vfs.xFullPathname = &DiskMethods::fullPath;
    m_vfs.xGetLastError = [](sqlite3_vfs*, int, char*) {
        return 0;
    };
    sqlite3_vfs_register(&m_vfs, 0);
}

FaultDisk::File* FaultDisk::find(const std::string& path)
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? nullptr : found->second.get();
}

bool FaultDisk::step(Call kind)
{
    if (m_dead) {
        return false;
    }
    if (m_plan.kind != Call::Any && m_plan.kind != kind) {
        return true;
    }
    ++m_calls;
    if (m_calls == m_sleepAt) {
        std::this_thread::sleep_for(m_sleep);
    }
    if (m_plan.fault == Fault::None || m_calls < m_plan.at) {
        return true;
    }
    if (m_calls == m_plan.at) {
        m_wasHit = true;
    }
    switch (m_plan.fault) {
    case Fault::ErrorOnce:
        return m_calls != m_plan.at;
    case Fault::ErrorForever:
        return false;
    case Fault::Kill:
    case Fault::KillDropped:
    case Fault::KillReordered:
    case Fault::KillTorn:
        m_dead = true;
        return false;
    case Fault::None:
    case Fault::Full:
        break;
    }
    return true;
}

void FaultDisk::arm(FaultPlan plan)
{
    m_plan = plan;
    m_random.seed(plan.seed);
    m_calls = 0;
    m_sleepAt = 0;
    m_wasHit = false;
}

void FaultDisk::apply(QByteArray& bytes, const Change& change)
{
    if (change.bytes.isEmpty()) {
        bytes.truncate(qsizetype(change.at));
        return;
    }
    const auto end = qsizetype(change.at) + change.bytes.size();
    if (bytes.size() < end) {
        bytes.append(end - bytes.size(), '\0');
    }
    std::memcpy(
        bytes.data() + change.at, change.bytes.constData(), std::size_t(change.bytes.size()));
}

void FaultDisk::survive(File& file)
{
    const auto coin = [this] {
        return (m_random() & 1) != 0;
    };
    std::vector<Change> kept;
    switch (m_plan.fault) {
    case Fault::KillDropped:
        break;
    case Fault::KillReordered:
        std::copy_if(file.pending.begin(),
                     file.pending.end(),
                     std::back_inserter(kept),
                     [&](const Change&) { return coin(); });
        std::shuffle(kept.begin(), kept.end(), m_random);
        break;
    case Fault::KillTorn:
        for (const Change& change : file.pending) {
            constexpr qsizetype sector = 512;
            if (change.bytes.isEmpty() && coin()) {
                kept.push_back(change);
            }
            for (qsizetype from = 0; from < change.bytes.size();) {
                const qsizetype left = sector - (qsizetype(change.at) + from) % sector;
                if (coin()) {
                    kept.push_back({change.at + from, change.bytes.mid(from, left)});
                }
                from += left;
            }
        }
        break;
    case Fault::None:
    case Fault::ErrorOnce:
    case Fault::ErrorForever:
    case Fault::Full:
    case Fault::Kill:
        kept = file.pending;
        break;
    }
    for (const Change& change : kept) {
        apply(file.flushed, change);
    }
    file.isFlushed = file.isFlushed || !kept.empty();
    file.now = file.flushed;
    file.pending.clear();
}

void FaultDisk::forgetHandles()
{
    for (auto& [path, file] : m_files) {
        for (Handle* handle : file->handles) {
            handle->isOfTheDead = true;
            handle->lock = SQLITE_LOCK_NONE;
        }
    }
}

void FaultDisk::restart()
{
    forgetHandles();
    for (auto& [path, file] : m_files) {
        survive(*file);
    }
    std::erase_if(m_files, [](const auto& entry) { return !entry.second->isFlushed; });
    m_plan = {};
    m_dead = false;
}

FaultDisk::Files FaultDisk::files() const
{
    Files all;
    for (const auto& [path, file] : m_files) {
        all[path] = file->now;
    }
    return all;
}

void FaultDisk::restore(const Files& files)
{
    forgetHandles();
    m_files.clear();
    for (const auto& [path, bytes] : files) {
        auto file = std::make_shared<File>();
        file->now = bytes;
        file->flushed = bytes;
        file->isFlushed = true;
        m_files[path] = std::move(file);
    }
    m_plan = {};
    m_dead = false;
    m_frozen.reset();
}

void FaultDisk::dropLocks()
{
    for (auto& [path, file] : m_files) {
        for (Handle* handle : file->handles) {
            handle->lock = SQLITE_LOCK_NONE;
        }
    }
}

void FaultDisk::sleepAt(int call, std::chrono::milliseconds time)
{
    arm({});
    m_sleepAt = call;
    m_sleep = time;
}

void FaultDisk::freezeNamesAs(const Files& files)
{
    m_frozen = std::make_unique<std::map<std::string, bool>>();
    for (const auto& [path, bytes] : files) {
        (*m_frozen)[path] = !bytes.isEmpty();
    }
}

} // namespace tests
