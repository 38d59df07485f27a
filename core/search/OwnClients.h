/// OwnClients: the search words of the clients that one person owns, kept in memory, as long as they are few. A search of
/// somebody who sees nothing else is answered from them: the index of a whole office reads all that begins with a common
/// syllable before it can tell whose it is (120 ms at a million).
///
///     auto coverage = own.refresh(connection, me);
///     if (coverage && *coverage == OwnClients::Coverage::All) own.answering(tier.question) …
///
/// Reads again what changed since, by version. Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/storage/Connection.h"

#include <QString>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core {

class OwnClients
{
public:
    static constexpr int most = 500;

    enum class Coverage
    {
        All,
        TooMany ///< the index has to be asked
    };
    Result<Coverage> refresh(Connection& connection, UserPk owner);

    /// Those that the index would find for a question of searchTiers(), in the same order.
    [[nodiscard]] std::vector<ClientPk> answering(const QString& question) const;

private:
    struct Entry
    {
        int version = 0;
        std::string words; ///< UTF-8, a blank before and after each
    };
    std::map<std::int64_t, Entry> m_entries; ///< by ClientPk
};

/// Whether a record with these words answers to a question in the part of FTS5's language that searchTiers() uses: words in
/// quotation marks, with * for a prefix, AND, OR, brackets. `words`: a blank before and after each. Pure.
[[nodiscard]] bool answers(std::string_view words, std::string_view question);

} // namespace core
