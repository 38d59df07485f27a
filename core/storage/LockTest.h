/// LockTest: do locks work in a folder, and does one program read what another wrote? Tried with two child processes (on
/// Unix, locks within one process never conflict) on a small database of their own, `locktest-<random>.db`, which is taken
/// away afterwards. It is opened as an office is, by Connection with a random key, so that exactly the locks, the file
/// system layer and the settings of an office are tried.
///
///     auto report = testLocks(folder, progress);
///     if (!report) …                          // Cancelled, or the children could not be started
///     if (report->outcome == LockTestReport::Outcome::Fails) …
///
/// The caller touches the folder through the children only: a share that does not answer holds them, not the caller, and
/// they are killed. Takes about 0.2 s on a disk, at most LockTestOptions::limit. Any thread but the window's.
///
/// A child is this program itself, started with a hidden first argument; its main() begins with
///
///     if (const auto code = core::runAsLockTestChild(argc, argv)) return *code;
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace core {

struct LockCheck
{
    QString
        name; ///< "create", "lock", "shared_keeps_from_exclusive", …: part of the command line's contract
    bool ok = false;
    std::int64_t milliseconds = 0;
    QString message; ///< translated: what is wrong; empty where ok
};

struct LockTestReport
{
    enum class Outcome : std::uint8_t
    {
        Works,
        Fails,
        NotTried, ///< no file can be made there: nothing is known
        NoAnswer ///< nothing is known either
    };
    Outcome outcome = Outcome::Works;
    std::vector<LockCheck> checks; ///< up to the first that failed

    /// Of the check that failed; empty where none did.
    [[nodiscard]] QString message() const;
};

struct LockTestOptions
{
    QString program{}; ///< what is started as a child; empty: this program
    QString vfs{}; ///< the SQLite VFS, as in OpenOptions
    std::chrono::milliseconds limit{30000}; ///< for everything
    std::chrono::milliseconds patience{
        10000}; ///< for one answer, and for the lock of a killed child
};

[[nodiscard]] Result<LockTestReport>
testLocks(const QString& folder, Progress& progress, const LockTestOptions& options = {});

/// Whether main() was called as a child: then its exit code, after the test is over. Also notes that this program can be
/// started so.
[[nodiscard]] std::optional<int> runAsLockTestChild(int argc, char** argv);

} // namespace core
