/// ChangeFeed: what others have saved since this connection asked last.
///
///     ChangeFeed feed(connection);
///     auto news = feed.news();                 // the first time: from here on
///     if (news && !news->empty()) …            // read again what they name
///
/// Asks PRAGMA data_version, which costs one look at the file and no lock that anybody waits for, and reads the table
/// change_feed only where that moved. A rebuilt or pruned feed says "everything" (kind "*"). Busy is no news.
/// On the connection's thread, outside of a transaction.
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

class Connection;

/// Rows of one kind that a use case changed.
struct FeedEntry
{
    std::int64_t seq = 0;
    QString
        kind; ///< "client", "request", "merge", "user", "setting", "decision", "batch"; "*": everything
    std::int64_t first = 0; ///< primary keys
    std::int64_t last = 0;

    friend bool operator==(const FeedEntry&, const FeedEntry&) = default;
};

class ChangeFeed
{
public:
    explicit ChangeFeed(Connection& connection)
        : m_connection(&connection)
    { }

    Result<std::vector<FeedEntry>> news();

private:
    Result<std::int64_t> newest();

    Connection* m_connection;
    std::optional<std::int64_t> m_version; ///< data_version at the last look
    std::int64_t m_seen = 0; ///< last number of the feed that was read
};

} // namespace core
