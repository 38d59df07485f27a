/// QSQLCIPHER: SQLCipher as a driver for Qt's SQL classes, on Qt's public API only.
///
///     core::registerCipherDriver();                 // after the QCoreApplication
///     auto db = QSqlDatabase::addDatabase("QSQLCIPHER", "x");
///     db.setDatabaseName(path);
///     db.setPassword(passphrase);                   // hashed by SQLCipher; or a raw key:
///     db.setConnectOptions("QSQLCIPHER_KEY=x'<64 hex digits>'");
///     db.open();
///
/// Connection options, separated by ';':
///   QSQLCIPHER_KEY=x'…'              raw 256-bit key (64 hex digits, or 96 with the salt)
///   QSQLCIPHER_BUSY_TIMEOUT=5000     milliseconds to wait for a lock (default 5000)
///   QSQLCIPHER_OPEN_READONLY         the file is never written
///   QSQLCIPHER_OPEN_URI              the name may be a file: URI
///   QSQLCIPHER_ENABLE_REGEXP=25      the operator REGEXP, with so many patterns kept compiled
///   QSQLCIPHER_NO_USE_EXTENDED_RESULT_CODES   QSqlError::nativeErrorCode() gives plain codes
/// The names of Qt's SQLite driver (QSQLITE_…) are understood too; its QSQLITE_ENABLE_SHARED_CACHE
/// does nothing. An unknown option or a wrong value is an error of open().
/// Without password and key the file is a plain SQLite database; with both, the key counts.
///
/// The program itself opens its files through Connection, which never puts a key into a QString;
/// this is for Qt's models and for foreign programs. Sorting stays in memory, no plaintext reaches
/// a temporary file. The plain SQLite plugin of Qt must not be loaded into the same process: both
/// libraries have the same symbols.
///
/// A wrong key or password is an error of open(): nativeErrorCode() "26" (SQLITE_NOTADB). In
/// general nativeErrorCode() is SQLite's extended code, databaseText() SQLite's own English text.
/// QSqlDriver::handle() holds a sqlite3*, QSqlResult::handle() a sqlite3_stmt*, as with Qt's own
/// driver. Another file is attached with its key: ATTACH '…' AS name KEY '…', also where both have
/// the same one. Another CMake project links dossier_sql_driver (core/CMakeLists.txt).
#pragma once

namespace core {

/// Makes "QSQLCIPHER" known to QSqlDatabase. Call it after each new QCoreApplication: Qt forgets
/// its drivers with the old one. Calling it twice does no harm. On the thread of the application.
void registerCipherDriver();

} // namespace core
