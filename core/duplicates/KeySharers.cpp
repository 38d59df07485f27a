#include "core/duplicates/KeySharers.h"

#include "core/duplicates/MatchKeys.h"
#include "core/storage/Statement.h"

#include <QHash>

#include <algorithm>

namespace core {

namespace {

constexpr int sharedByMany = 48;
constexpr std::size_t mostCandidates = 40;

} // namespace

std::vector<std::int64_t> entryKeys(const MatchFeatures& features)
{
    std::vector<std::uint64_t> keys;
    addEntryKeys(features, keys);
    std::vector<std::int64_t> signedKeys(keys.begin(), keys.end());
    std::sort(signedKeys.begin(), signedKeys.end());
    return signedKeys;
}

Result<std::vector<ClientPk>>
keySharers(Connection& connection, const std::vector<std::int64_t>& keys, ClientPk self)
{
    QHash<std::int64_t, int> sharedKeys;
    for (const std::int64_t key : keys) {
        std::vector<std::int64_t> holders;
        auto done
            = connection.statement("SELECT client_pk FROM duplicate_keys WHERE hash = ? LIMIT ?")
                  .bindAll(key, sharedByMany + 1)
                  .forEach([&holders](const Statement& row) { holders.push_back(row.int64(0)); });
        if (!done) {
            return done.error();
        }
        if (holders.size() <= std::size_t(sharedByMany)) {
            for (const std::int64_t pk : holders) {
                ++sharedKeys[pk];
            }
        }
    }
    auto refused = connection
                       .statement("SELECT CASE WHEN a_pk = ?1 THEN b_pk ELSE a_pk END FROM "
                                  "duplicate_decisions WHERE decision = 'different'"
                                  " AND (a_pk = ?1 OR b_pk = ?1)")
                       .bindAll(self)
                       .all([](const Statement& row) { return row.int64(0); });
    if (!refused) {
        return refused.error();
    }
    sharedKeys.remove(self.value);
    for (const std::int64_t pk : *refused) {
        sharedKeys.remove(pk);
    }
    std::vector<ClientPk> pks;
    for (auto it = sharedKeys.keyBegin(); it != sharedKeys.keyEnd(); ++it) {
        pks.push_back(ClientPk{*it});
    }
    std::sort(pks.begin(), pks.end(), [&sharedKeys](ClientPk a, ClientPk b) {
        const int left = sharedKeys.value(a.value);
        const int right = sharedKeys.value(b.value);
        return left != right ? left > right : a.value < b.value;
    });
    if (pks.size() > mostCandidates) {
        pks.resize(mostCandidates);
    }
    return pks;
}

} // namespace core
