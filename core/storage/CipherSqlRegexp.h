/// The operator REGEXP for SQL of Qt's classes, by QRegularExpression. Internal to core/storage.
#pragma once

struct sqlite3;

namespace core {

/// Makes `subject REGEXP pattern` work on `handle`: true where the pattern is found anywhere in the
/// subject; NULL where one of both is NULL; a pattern that does not compile is an error of the
/// statement. Keeps the last `cacheSize` patterns compiled. Answers SQLite's result code.
[[nodiscard]] int addRegexp(sqlite3* handle, int cacheSize);

} // namespace core
