/// The one place that includes the C API of SQLCipher. Only sources of core/storage include this;
/// public headers forward-declare sqlite3 and sqlite3_stmt.
#pragma once

// The keying functions stand behind this; every build of SQLCipher has them.
#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC 1
#endif
#include <QMetaType>

#include <sqlite3.h>

#include <cstdint>

// What handle() of a driver and of a result holds.
Q_DECLARE_OPAQUE_POINTER(sqlite3*)
Q_DECLARE_OPAQUE_POINTER(sqlite3_stmt*)

namespace core {

// SQLITE_STATIC and SQLITE_TRANSIENT without their C casts.
inline const sqlite3_destructor_type bytesStay = nullptr;
// NOLINTBEGIN(performance-no-int-to-ptr): SQLite defines it as this
inline const sqlite3_destructor_type bytesAreCopied
    = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
// NOLINTEND(performance-no-int-to-ptr)

} // namespace core
