#include "core/storage/OfficeVfs.h"

#include "core/storage/OfficeFile.h"
#include "core/storage/PlatformVfs.h"
#include "core/storage/Sqlite.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace core {

namespace {

struct RegisteredVfs
{
    sqlite3_vfs vfs{};
    sqlite3_vfs* below = nullptr;
    OfficeVfsOptions options;
};

RegisteredVfs& registered(sqlite3_vfs* vfs)
{
    return *static_cast<RegisteredVfs*>(vfs->pAppData);
}

bool isJournal(const char* name)
{
    return std::string_view(name).ends_with("-journal");
}

/// A journal opened through a handle of its own, closed at the end.
class JournalFile
{
public:
    JournalFile(sqlite3_vfs* below, const char* name)
        : m_memory(
            std::max<std::size_t>(1, std::size_t(below->szOsFile) / sizeof(std::max_align_t) + 1))
    {
        // With the order to make it, since only that is asked of the server: a client may remember for seconds that there
        // was no such file. SQLite's own VFSs open for reading where writing is not allowed.
        file()->pMethods = nullptr;
        int opened = 0;
        m_code = below->xOpen(below,
                              name,
                              file(),
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_JOURNAL,
                              &opened);
        m_writable = (opened & SQLITE_OPEN_READWRITE) != 0;
    }
    ~JournalFile()
    {
        if (file()->pMethods) {
            file()->pMethods->xClose(file());
        }
    }
    JournalFile(const JournalFile&) = delete;
    JournalFile& operator=(const JournalFile&) = delete;

    [[nodiscard]] int code() const { return m_code; }
    [[nodiscard]] bool isWritable() const { return m_writable; }
    [[nodiscard]] sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.data()); }

private:
    std::vector<std::max_align_t> m_memory;
    int m_code = SQLITE_OK;
    bool m_writable = false;
};

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    RegisteredVfs& own = registered(vfs);
    constexpr int ofTheOffice = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL;
    if ((flags & ofTheOffice) == 0) {
        return own.below->xOpen(own.below, name, file, flags, outFlags);
    }
    return openOfficeFile(own.below, own.options, name, file, flags, outFlags);
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder)
{
    sqlite3_vfs* const below = registered(vfs).below;
    if (!isJournal(name)) {
        return below->xDelete(below, name, syncFolder);
    }
    JournalFile journal(below, name);
    if (journal.code() != SQLITE_OK) {
        return SQLITE_IOERR_DELETE;
    }
    return journal.isWritable() ? zeroJournalHeader(journal.file()) : SQLITE_IOERR_DELETE;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int what, int* answer)
{
    sqlite3_vfs* const below = registered(vfs).below;
    if (what == SQLITE_ACCESS_EXISTS && isJournal(name)) {
        const JournalFile journal(below, name);
        if (journal.code() == SQLITE_OK) {
            *answer = 1; // an empty one is read as one that says nothing
            return SQLITE_OK;
        }
    }
    return below->xAccess(below, name, what, answer);
}

/// The other methods are those of the VFS below, which must be called with it.
void passOn(sqlite3_vfs& vfs)
{
    vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int size, char* path) {
        sqlite3_vfs* const below = registered(v).below;
        return below->xFullPathname(below, name, size, path);
    };
    vfs.xDlOpen = nullptr; // extensions are never loaded
    vfs.xDlError = nullptr;
    vfs.xDlSym = nullptr;
    vfs.xDlClose = nullptr;
    vfs.xRandomness = [](sqlite3_vfs* v, int size, char* bytes) {
        sqlite3_vfs* const below = registered(v).below;
        return below->xRandomness(below, size, bytes);
    };
    vfs.xSleep = [](sqlite3_vfs* v, int microseconds) {
        sqlite3_vfs* const below = registered(v).below;
        return below->xSleep(below, microseconds);
    };
    vfs.xCurrentTime = [](sqlite3_vfs* v, double* days) {
        sqlite3_vfs* const below = registered(v).below;
        return below->xCurrentTime(below, days);
    };
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs* v, sqlite3_int64* milliseconds) {
        sqlite3_vfs* const below = registered(v).below;
        return below->xCurrentTimeInt64(below, milliseconds);
    };
    vfs.xGetLastError = [](sqlite3_vfs* v, int size, char* text) {
        sqlite3_vfs* const below = registered(v).below;
        return below->xGetLastError(below, size, text);
    };
}

} // namespace

sqlite3_vfs* registerOfficeVfs(const OfficeVfsOptions& options)
{
    static std::mutex mutex;
    static std::vector<std::unique_ptr<RegisteredVfs>> all; // SQLite keeps pointers to them
    sqlite3_initialize();
    sqlite3_vfs* const below = sqlite3_vfs_find(options.base);
    if (!below) {
        return nullptr;
    }
    auto own = std::make_unique<RegisteredVfs>();
    own->below = below;
    own->options = options;
    sqlite3_vfs& vfs = own->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = int(sizeof(OfficeFile)) + below->szOsFile;
    vfs.mxPathname = below->mxPathname;
    vfs.zName = options.name;
    vfs.pAppData = own.get();
    vfs.xOpen = &openFile;
    vfs.xDelete = &deleteFile;
    vfs.xAccess = &accessFile;
    passOn(vfs);
    sqlite3_vfs_register(&vfs, 0);
    const std::lock_guard lock(mutex);
    all.push_back(std::move(own));
    return &all.back()->vfs;
}

const char* officeVfs()
{
    static const char* const name = [] {
        registerOfficeVfs({.name = "dossier", .base = platformVfs()});
        return "dossier";
    }();
    return name;
}

} // namespace core
