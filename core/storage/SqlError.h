/// What SQLite's result codes mean to a person and to the program: one table for statements,
/// connections and the driver, so that the same failure is always called the same.
///
///     if (rc != SQLITE_OK)
///         return sqlError(handle, rc);
///
/// Branch on Error::code:
///  - Busy: a colleague is saving, or the shared folder is away; trying again later is safe.
///  - Unauthenticated: the key does not fit the file. Corrupt: damage; reopen once and look again
///  before believing it.
///  - Io: disk full, no right to write, path or device. After an Io error of a write nothing is
///  known about that write.
///  - Cancelled: stopped by the person. Conflict: a uniqueness or reference rule of the schema.
///  - Internal: a defect of the program (SQL that does not compile, misuse).
///
/// Error::detail holds SQLite's own text and the extended code for the log, never a bound value.
/// Any thread, but sqlError(sqlite3*, …) on the connection's own thread, before anything else is
/// called on the connection.
#pragma once

#include "core/base/Result.h"

struct sqlite3;

namespace core {

/// `code` may be a plain or an extended result code; `detail` goes to the log.
[[nodiscard]] Error sqlError(int code, const QString& detail);

/// The same with SQLite's text of the last failure on this connection, and, where SQLite cannot
/// tell a lock from a lost share, the operating system's error.
[[nodiscard]] Error sqlError(sqlite3* handle, int code);

/// For SQL that does not compile: its detail may quote the SQL itself, which holds no client data.
[[nodiscard]] Error sqlCompileError(sqlite3* handle, int code);

/// SQLite's extended code behind an Error made here; 0 where it is none.
[[nodiscard]] int sqliteCode(const Error& error);

/// SQLCipher reports a page whose authentication code is wrong as a general error without words of
/// its own; errors in SQL always have some.
[[nodiscard]] bool isUnreadablePage(sqlite3* handle, int code);

/// An error of the file or device after which nothing more may be written through that connection:
/// what reached the disk is not known.
[[nodiscard]] bool isDeviceFailure(int code);

} // namespace core
