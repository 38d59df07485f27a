#include "core/storage/ChangeFeed.h"

#include "core/storage/Connection.h"

namespace core {

namespace {

constexpr std::int64_t mostEntries = 10'000; // beyond that, reading everything again is quicker

FeedEntry everything(std::int64_t seq)
{
    return {seq, QStringLiteral("*"), 0, 0};
}

} // namespace

Result<std::int64_t> ChangeFeed::newest()
{
    auto seq = m_connection->statement("SELECT ifnull(max(seq), 0) FROM change_feed")
                   .one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!seq) {
        return seq.error();
    }
    return seq->value_or(0);
}

Result<std::vector<FeedEntry>> ChangeFeed::news()
{
    auto version = m_connection->dataVersion();
    if (!version) {
        return version.error();
    }
    if (m_version == *version) {
        return std::vector<FeedEntry>{};
    }
    auto last = newest();
    if (!last) {
        return last.error();
    }
    const bool isFirst = !m_version;
    const std::int64_t seen = m_seen;
    m_version = *version;
    m_seen = *last;
    if (isFirst || *last == seen) {
        return std::vector<FeedEntry>{};
    }
    if (*last < seen || *last - seen > mostEntries) {
        return std::vector{everything(*last)};
    }
    auto entries = m_connection
                       ->statement("SELECT seq, kind, first_pk, last_pk FROM change_feed WHERE seq "
                                   "> ? AND seq <= ? ORDER BY seq")
                       .bindAll(seen, *last)
                       .all([](const Statement& row) {
                           return FeedEntry{row.int64(0), row.text(1), row.int64(2), row.int64(3)};
                       });
    if (!entries) {
        m_version = *version - 1; // looked at again the next time
        m_seen = seen;
        return entries.error();
    }
    // Numbers are not given twice: one that is missing was pruned while this computer was away.
    if (entries->empty() || entries->front().seq != seen + 1) {
        return std::vector{everything(*last)};
    }
    return entries;
}

} // namespace core
