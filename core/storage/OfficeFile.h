/// OfficeFile: an open file of OfficeVfs: database or journal. SQLite lays it out by OfficeVfs::szOsFile: this, and behind
/// it the file of the VFS below. Internal to core/storage. On its connection's thread.
#pragma once

#include "core/storage/OfficeVfs.h"
#include "core/storage/Sqlite.h"

#include <array>
#include <chrono>
#include <memory>

namespace core {

struct OfficeFile;

/// What one connection's database and journal know together.
struct ConnectionHealth
{
    static constexpr std::size_t journalHeaderSize
        = 28; ///< SQLite's file format, "The Rollback Journal"

    VfsState state; ///< failed: nothing is written any more
    bool mayWrite = false; ///< the right to write (RESERVED or more) is held
    bool network = false;
    std::chrono::milliseconds longestCall{};
    OfficeFile* journal = nullptr; ///< where it is open
    std::array<unsigned char, journalHeaderSize>
        journalHeader{}; ///< as this connection wrote it last
};

struct OfficeFile
{
    sqlite3_file asSqliteSeesIt{}; ///< first: SQLite's view of the whole
    sqlite3_file* below = nullptr;
    std::shared_ptr<ConnectionHealth> health;
    bool isDatabase = false;
    /// The end of page 1 when the right to write was taken; where it is known.
    std::array<unsigned char, 64> firstPageEnd{};
    bool firstPageKnown = false;
};

/// Opens the file of the VFS below and puts an OfficeFile in front.
[[nodiscard]] int openOfficeFile(sqlite3_vfs* below,
                                 const OfficeVfsOptions& options,
                                 const char* name,
                                 sqlite3_file* file,
                                 int flags,
                                 int* outFlags);

/// Makes a journal harmless without removing it: its header becomes zeros, on the disk when this returns.
[[nodiscard]] int zeroJournalHeader(sqlite3_file* journal);

} // namespace core
