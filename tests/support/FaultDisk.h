/// FaultDisk: a disk in memory, as a SQLite VFS, on which everything can go wrong: each call can fail, the process can die
/// at each call, and a power cut can lose, reorder or tear what was not flushed. For tests only.
///
///     FaultDisk& disk = FaultDisk::instance();
///     disk.restore(files);
///     disk.arm({Fault::KillTorn, 17, seed});       // at the 17th call from now
///     … a use case through the VFS named FaultDisk::name …
///     disk.restart();                              // what survived is on the disk, no locks, no fault
///
/// What is written is seen by everybody at once and is safe after a flush of its file. One for the process, on one thread.
#pragma once

#include "core/storage/Sqlite.h"

#include <QByteArray>

#include <chrono>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace tests {

enum class Fault
{
    None,
    ErrorOnce, ///< this call fails, a write after half of its bytes
    ErrorForever, ///< this call and all after it
    Full, ///< from this call on no byte can be written
    Kill, ///< the process dies: what it wrote is there
    KillDropped, ///< a power cut: what was not flushed is lost
    KillReordered, ///< a power cut: any part of what was not flushed is there, in any order
    KillTorn ///< the same, by sectors of 512 bytes
};

enum class Call
{
    Any,
    Open,
    Close,
    Read,
    Write,
    Truncate,
    Sync,
    FileSize,
    Lock,
    Unlock,
    CheckReserved,
    Delete,
    Access
};

struct FaultPlan
{
    Fault fault = Fault::None;
    int at = 0; ///< number of the call, from 1
    unsigned seed = 0;
    Call kind = Call::Any; ///< only calls of this kind are counted, and fail
};

class FaultDisk
{
public:
    static constexpr auto name = "fault-disk";
    using Files = std::map<std::string, QByteArray>;

    /// Made and registered at the first call.
    static FaultDisk& instance();

    [[nodiscard]] Files files() const;
    /// These files and no others, all flushed; no locks, no fault.
    void restore(const Files& files);

    /// Counts calls from now.
    void arm(FaultPlan plan);
    /// No fault any more; a killed process stays killed.
    void heal() { m_plan = {}; }
    /// What survives a kill is on the disk, and the next process may begin.
    void restart();
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] bool wasHit() const { return m_wasHit; }
    [[nodiscard]] bool isDead() const { return m_dead; }

    /// All locks are gone, as on a server that holds a computer for lost; those who had them do not know.
    void dropLocks();
    /// The call of this number from now takes that long.
    void sleepAt(int call, std::chrono::milliseconds time);

    /// From now on, whether a file is there and not empty is answered by name as it was in `files`, as a network client's
    /// cache does; through a handle the truth is told.
    void freezeNamesAs(const Files& files);
    void thawNames() { m_frozen.reset(); }

private:
    struct Change
    {
        sqlite3_int64 at;
        QByteArray bytes; ///< empty: the file was cut at `at`
    };
    struct File
    {
        QByteArray now;
        QByteArray flushed;
        bool isFlushed = false; ///< its name is on the disk
        std::vector<Change> pending;
        std::vector<struct Handle*> handles;
    };
    friend struct Handle;
    friend struct DiskMethods;

    FaultDisk();
    /// Counts a call; false where it must fail.
    bool step(Call kind);
    void survive(File& file);
    static void apply(QByteArray& bytes, const Change& change);
    void forgetHandles();
    File* find(const std::string& path);

    sqlite3_vfs m_vfs{};
    std::map<std::string, std::shared_ptr<File>> m_files;
    std::unique_ptr<std::map<std::string, bool>> m_frozen;
    FaultPlan m_plan;
    std::mt19937 m_random;
    int m_calls = 0;
    int m_sleepAt = 0;
    std::chrono::milliseconds m_sleep{};
    bool m_wasHit = false;
    bool m_dead = false;
};

} // namespace tests
