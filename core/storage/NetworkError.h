/// Tells an operating system error that means "the network share is gone" from one of the disk or
/// of a lock. SQLite reports both alike; on Windows a vanished share even looks like a busy file.
/// Any thread.
#pragma once

namespace core {

/// `systemError`: errno, or GetLastError() on Windows, as sqlite3_system_errno() gives it.
[[nodiscard]] bool isNetworkGone(int systemError);
/// Another program keeps others out of the file (Windows only).
[[nodiscard]] bool isHeldByOthers(int systemError);

} // namespace core
