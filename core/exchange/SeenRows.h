/// SeenRows: the rows of a file that a dry run has passed, as the clients that they would have become, so that a row
/// repeated within the file counts as the import would count it. Judged by the same engine and the same certainty as the
/// check at entry. Holds the first 200,000 rows (about 500 bytes each); repeats of later ones are not seen. One thread.
///
///     SeenRows seen;
///     if (const auto earlier = seen.find(values, typeSaid)) seen.client(*earlier) …   // certainly the same client
///     else seen.add(client);
#pragma once

#include "core/records/Client.h"

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

class SeenRows
{
public:
    /// A row that certainly is the same client, or a likely one of which `values` say nothing new.
    [[nodiscard]] std::optional<std::size_t> find(const ClientValues& values, bool typeSaid);
    /// The row that find() was asked for last, as the client it becomes.
    void add(const ClientValues& values);
    /// What it became by now.
    [[nodiscard]] ClientValues values(std::size_t row) const;
    void replace(std::size_t row, const ClientValues& values);

private:
    struct Link
    {
        std::uint32_t row;
        std::int32_t next; ///< among the links; -1: the last
    };
    struct Key
    {
        std::int32_t first = -1;
        int holders = 0;
    };

    [[nodiscard]] std::vector<std::uint32_t> closest(const std::vector<std::int64_t>& keys) const;

    std::vector<QByteArray> m_rows; ///< packed: a client's array of texts is ten times as large
    std::vector<Link> m_links;
    QHash<std::int64_t, Key> m_keys;
    std::vector<std::int64_t> m_asked; ///< keys of the row at hand
};

} // namespace core
