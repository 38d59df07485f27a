#include "core/storage/FreePages.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

namespace core {

namespace {

constexpr qint64 fewPages = 4096; // 16 MB
constexpr qint64 mostPages = 65536; // they stand in memory until the commit
constexpr qint64 bytesPerPage = 4096 - 80 - 4; // what SQLCipher and SQLite leave of one in a chain

Result<qint64> freePages(Connection& connection)
{
    auto count = connection.statement("PRAGMA freelist_count").one([](const Statement& row) {
        return row.int64(0);
    });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

/// The first page that is not what was written there, if any.
Result<std::optional<QString>> firstBroken(Connection& connection)
{
    return connection.statement("PRAGMA cipher_integrity_check").one([](const Statement& row) {
        return row.text(0);
    });
}

} // namespace

Result<> rewriteFreePages(Connection& connection)
{
    if (connection.isReadOnly()) {
        return {};
    }
    const Result<qint64> before = freePages(connection);
    if (!before || *before == 0) {
        return before ? Result<>() : Result<>(before.error());
    }
    if (*before > fewPages) {
        const auto broken = firstBroken(connection);
        if (!broken || !*broken || *before > mostPages) {
            return broken ? Result<>() : Result<>(broken.error());
        }
    }
    // Somebody who only reads waits for nobody because of this.
    BusyPolicy atOnce = connection.busyPolicy();
    atOnce.budget = std::chrono::milliseconds(0);
    auto transaction = Transaction::begin(connection, atOnce);
    if (!transaction) {
        return transaction.error();
    }
    if (Result<> made = connection.execute("CREATE TABLE free_pages (filling BLOB)"); !made) {
        return made;
    }
    for (Result<qint64> left = freePages(connection); left && *left > 0;
         left = freePages(connection)) {
        Result<> filled = connection.statement("INSERT INTO free_pages VALUES (zeroblob(?))")
                              .bindAll(*left * bytesPerPage)
                              .run();
        if (!filled) {
            return filled;
        }
    }
    if (Result<> freed = connection.execute("DROP TABLE free_pages"); !freed) {
        return freed;
    }
    return transaction->commit();
}

} // namespace core
