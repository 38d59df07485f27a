/// PlatformVfs: SQLite's own VFS of this platform, prepared for files on a share. What each platform needs differs, so each
/// has a file of its own; PlatformVfsLinux.cpp, …Mac.cpp and …Win.cpp say which source of SQLite or of the system they
/// answer to. Internal to core/storage. Any thread.
#pragma once

namespace core {

/// Its name. Prepares it for the whole process at the first call; files on local disks are treated as before.
[[nodiscard]] const char* platformVfs();

/// Is this file (which need not exist) on a volume of another computer? False where it cannot be told.
[[nodiscard]] bool isOnNetwork(const char* path);

} // namespace core
