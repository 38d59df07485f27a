/// RawSql: the C API of SQLCipher with nothing around it, the baseline of benchmarks: values as SQLite has them, read from
/// one file and bound for another. Ends the program where a statement fails.
#pragma once

#include "core/storage/Sqlite.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <variant>
#include <vector>

namespace tests {

/// Of all threads of this process.
inline double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

using Value = std::variant<std::monostate, sqlite3_int64, double, std::string, std::vector<char>>;

inline void check(bool good, sqlite3* handle)
{
    if (!good) {
        std::fprintf(stderr, "failed: %s\n", sqlite3_errmsg(handle));
        std::exit(1);
    }
}

template <typename Row>
void query(sqlite3* handle, const std::string& sql, Row row)
{
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, handle);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        row(statement);
    }
    check(sqlite3_finalize(statement) == SQLITE_OK, handle);
}

inline Value valueOf(sqlite3_stmt* statement, int column)
{
    const auto bytes = std::size_t(sqlite3_column_bytes(statement, column));
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_TEXT:
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                           bytes);
    case SQLITE_BLOB: {
        const auto* blob = static_cast<const char*>(sqlite3_column_blob(statement, column));
        return std::vector<char>(blob, blob + bytes);
    }
    default:
        return {};
    }
}

inline void bind(sqlite3_stmt* statement, int place, const Value& value)
{
    if (const auto* number = std::get_if<sqlite3_int64>(&value)) {
        sqlite3_bind_int64(statement, place, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        sqlite3_bind_double(statement, place, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        sqlite3_bind_text(statement, place, text->data(), int(text->size()), SQLITE_STATIC);
    } else if (const auto* blob = std::get_if<std::vector<char>>(&value)) {
        // no bytes are not no value
        sqlite3_bind_blob(
            statement, place, blob->empty() ? "" : blob->data(), int(blob->size()), SQLITE_STATIC);
    } else {
        sqlite3_bind_null(statement, place);
    }
}

} // namespace tests
