#include "core/duplicates/EntryLookup.h"

#include "core/duplicates/MatchedClient.h"
#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/standardize/Codes.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/TextForm.h"
#include "core/storage/Statement.h"

#include <QHash>

#include <algorithm>

namespace core {

namespace {

constexpr int sharedByMany
    = 48; // a key of more records finds nobody in particular; the rarer ones do
constexpr std::size_t mostCandidates = 40;
constexpr double shownAtEntry = 0.5;

/// Two companies of one full name are shown whatever else differs: where names are registered, as in China, they are one, or
/// one of them is written wrong. Two credit codes tell them apart.
bool isSameCompany(const MatchRecord& a, const MatchRecord& b)
{
    const auto isCompany = [](const MatchRecord& record) {
        return record.type.isEmpty() ? guessNameKind(record.name) == NameKind::Company
                                     : record.type == QLatin1String("company");
    };
    const bool toldApart
        = !a.code.isEmpty() && !b.code.isEmpty() && normalizeCode(a.code) != normalizeCode(b.code);
    return !toldApart && isCompany(a) && isCompany(b)
        && foldText(cleanText(a.name)) == foldText(cleanText(b.name));
}

/// Records that share keys with it, the most first; a record can share a key with many strangers.
Result<std::vector<ClientPk>>
sharersOf(Connection& connection, const MatchProbe& probe, ClientPk self)
{
    QHash<std::int64_t, int> sharedKeys;
    for (const std::int64_t key : probe.keys()) {
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

} // namespace

EntryLookup::EntryLookup(OfficeContext& office)
    : m_office(office)
{ }

Result<std::vector<DuplicateHint>>
EntryLookup::candidates(Connection& connection, const ClientValues& values, ClientPk self)
{
    const MatchRecord entered = matchRecordOf(values, self.value);
    const MatchProbe probe(entered);
    auto sharers = sharersOf(connection, probe, self);
    if (!sharers) {
        return sharers.error();
    }
    auto clients = ClientStore(connection).byPks(*sharers);
    if (!clients) {
        return clients.error();
    }
    std::vector<DuplicateHint> hints;
    for (const Client& client : *clients) {
        if (!isMatched(client)) {
            continue;
        }
        const MatchRecord other = matchRecordOf(client.values, client.pk.value);
        const double score = probe.score(other);
        if (score < shownAtEntry && !isSameCompany(entered, other)) {
            continue;
        }
        DuplicateHint hint{client.pk,
                           client.id(),
                           score,
                           {},
                           client.value(Field::Name),
                           client.value(Field::Owner),
                           tierOf(score) == MatchTier::Certain};
        auto subject = subjectOwnedBy(connection, client.owner);
        if (!subject) {
            return subject.error();
        }
        if (decide(m_office.session, Action::SeeBasic, *subject) == Verdict::Allowed) {
            hint.reasons = matchReasons(entered, other);
        } else {
            hint.name.clear();
        }
        hints.push_back(std::move(hint));
    }
    std::sort(hints.begin(), hints.end(), [](const DuplicateHint& a, const DuplicateHint& b) {
        return a.score != b.score ? a.score > b.score : a.pk < b.pk;
    });
    constexpr std::size_t mostHints = 10;
    if (hints.size() > mostHints) {
        hints.resize(mostHints);
    }
    return hints;
}

} // namespace core
