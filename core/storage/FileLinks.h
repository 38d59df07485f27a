/// FileLinks: refuses a database file that has a second name. SQLite finds a crashed save by the name of the journal beside
/// the file: two names for one file mean two journals, and a save that one of them cannot take back. On Unix, closing one
/// of the names also drops the locks of the other.
///
/// Touches the disk; any thread.
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <cstdint>

namespace core {

/// Invalid where the file, or its journal, is a link or has more than one name. One that is not there is in order.
[[nodiscard]] Result<> refuseSecondName(const QString& databaseFile);

/// How many names the file has on its drive; 1 where the system does not say (FileLinksUnix.cpp, FileLinksWin.cpp).
[[nodiscard]] std::uint64_t namesOfFile(const QString& path);

} // namespace core
