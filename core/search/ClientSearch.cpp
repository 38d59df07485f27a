// The search of ClientQueries: what is typed, asked of the index tier by tier.
#include "core/records/ClientStore.h"
#include "core/records/SealedStore.h"
#include "core/search/ClientQueries.h"
#include "core/security/LookLog.h"
#include "core/security/Permissions.h"
#include "core/standardize/SealedNumbers.h"
#include "core/storage/Statement.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace core {

namespace {

/// Words of different fields: what is typed stands in none of them as a whole.
bool holdsEach(const Client& shown, const QString& typed)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&shown](const QString& word) {
        return matchIn(shown, word).isSure;
    });
}

/// What the log keeps of a search: nothing of a confidential value that was looked for.
QString loggableSearch(const QString& typed, const std::vector<ClientPk>& holders)
{
    return holders.empty() ? withoutSealedNumbers(typed) : sealedMask();
}

} // namespace

std::vector<SearchTier> ClientQueries::questions(const QString& typed) const
{
    std::vector<SearchTier> tiers = searchTiers(typed);
    const Scope basic = grantOf(m_office.session, Action::SeeBasic).direct;
    if (basic == Scope::Own) {
        for (SearchTier& tier : tiers) {
            tier.question
                = u'(' + tier.question + QStringLiteral(") AND ") + ownedBy(m_office.session.user);
        }
    }
    if (!seesWhatIsListed()) {
        // Found by what this person may not see, a record would tell what stands in it.
        for (SearchTier& tier : tiers) {
            tier.needsLook = true;
        }
    }
    return tiers;
}

bool ClientQueries::seesWhatIsListed() const
{
    const Scope basic = grantOf(m_office.session, Action::SeeBasic).direct;
    return (basic == Scope::Own || basic == Scope::All)
        && grantOf(m_office.session, Action::SeeAll).direct >= basic;
}

/// The record that stayed, where the whole id of a merged one was typed.
Result<std::optional<ClientPk>> ClientQueries::survivorNamed(const QString& typed) const
{
    const ClientId id{typed.trimmed().toUpper()};
    if (!id.value.startsWith(QLatin1String("CUST")) || id.value.contains(u' ')) {
        return std::optional<ClientPk>{};
    }
    const ClientStore store(m_office.reader);
    auto named = store.exactly(id);
    auto stayed = named ? store.byId(id) : named;
    if (!stayed) {
        return stayed.error();
    }
    const bool isMerged = *named && (*named)->mergedInto.isValid() && *stayed
        && (*stayed)->value(Field::Status) != QLatin1String("erased");
    if (!isMerged) {
        return std::optional<ClientPk>{};
    }
    auto subject = subjectOf(**stayed);
    if (!subject) {
        return subject.error();
    }
    if (decide(m_office.session, Action::SeeBasic, *subject) != Verdict::Allowed) {
        return std::optional<ClientPk>{};
    }
    return std::optional((*stayed)->pk);
}

/// What a search has found so far.
struct ClientQueries::Hits
{
    QString typed;
    std::size_t limit = 0;
    bool isPartlySeen = false; ///< the person sees some fields of some records only
    const Condition* only = nullptr; ///< a filter that goes with the search
    std::vector<ClientPk> pks{};
    QSet<std::int64_t> seen{};

    [[nodiscard]] bool isFull() const { return pks.size() >= limit; }
    void add(ClientPk pk)
    {
        seen.insert(pk.value);
        pks.push_back(pk);
    }
};

/// Asked of each hit by itself: a filter over all clients would read all of them.
Result<> ClientQueries::addWhereLetThrough(Hits& hits, ClientPk pk) const
{
    if (hits.only == nullptr) {
        hits.add(pk);
        return {};
    }
    const QString sql
        = QStringLiteral("SELECT 1 FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk WHERE "
                         "c.pk = ? AND ")
        + hits.only->sql;
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    select.bind(++at, pk);
    for (const QString& value : hits.only->values) {
        select.bind(++at, value);
    }
    auto isLet = select.one([](const Statement&) { return true; });
    if (!isLet) {
        return isLet.error();
    }
    if (*isLet) {
        hits.add(pk);
    }
    return {};
}

/// Once each, and only where the record itself holds what the index knows in parts.
Result<> ClientQueries::take(Hits& hits, ClientPk pk, const SearchTier& tier) const
{
    if (hits.seen.contains(pk.value)) {
        return {};
    }
    if (!tier.needsLook) {
        return addWhereLetThrough(hits, pk);
    }
    auto client = ClientStore(m_office.reader).byPk(pk);
    if (!client) {
        return client.error();
    }
    if (!*client) {
        return {};
    }
    auto shown = asSeen(**std::move(client));
    if (!shown) {
        return shown.error();
    }
    if (!*shown) {
        return {};
    }
    if (matchIn(**shown, hits.typed).isSure
        || (hits.isPartlySeen && holdsEach(**shown, hits.typed))) {
        return addWhereLetThrough(hits, pk);
    }
    return {};
}

Result<> ClientQueries::takeFromOwn(Hits& hits, const OwnClients& own) const
{
    std::vector<SearchTier> tiers = searchTiers(hits.typed);
    for (SearchTier& tier : tiers) {
        tier.needsLook = tier.needsLook || !seesWhatIsListed();
        for (const ClientPk pk : own.answering(tier.question)) {
            if (hits.isFull()) {
                return {};
            }
            if (auto taken = take(hits, pk, tier); !taken) {
                return taken;
            }
        }
    }
    return {};
}

/// Each tier in the order of the rows and limited: no ranking over a surname that ten thousand share.
Result<> ClientQueries::takeFromIndex(Hits& hits) const
{
    for (const SearchTier& tier : questions(hits.typed)) {
        // Without LIMIT: a tier finds again what those before it found; rows come one by one, and the loop ends in time.
        Statement select = m_office.reader.statement(
            "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid");
        select.bind(1, tier.question);
        while (!hits.isFull()) {
            auto more = select.step();
            if (!more) {
                return more.error();
            }
            if (*more == StepState::Done) {
                break;
            }
            if (auto taken = take(hits, select.id<ClientPk>(0), tier); !taken) {
                return taken;
            }
        }
    }
    return {};
}

Result<std::vector<ClientPk>>
ClientQueries::searchPks(const QString& typed, int limit, const QString& filter) const
{
    std::optional<Condition> only;
    if (!filter.trimmed().isEmpty()) {
        auto where = condition(filter);
        if (!where) {
            return where.error();
        }
        if (where->namesTrash) {
            return searchTrash(typed, filter);
        }
        only = *std::move(where);
    }
    auto holders = sealedHolders(m_office, typed);
    if (!holders) {
        return holders.error();
    }
    recordTyping(m_office, loggableSearch(typed, *holders));
    auto covered = ownClients();
    if (!covered) {
        return covered.error();
    }
    return findPks({typed, *std::move(holders)}, limit, *covered, only ? &*only : nullptr);
}

/// The index knows nothing of the trash, which is small enough to be read.
Result<std::vector<ClientPk>> ClientQueries::searchTrash(const QString& typed,
                                                         const QString& filter) const
{
    recordTyping(m_office, loggableSearch(typed, {}));
    const QString value = filterValue(typed.simplified());
    QStringList any;
    for (const Field field : {Field::Name, Field::Contact, Field::Phone, Field::Id}) {
        if (seenIn(field) != Scope::None) {
            any.append(fieldName(field) + u'~' + value);
        }
    }
    return pks(bothFilters(filter, any.join(QStringLiteral(" or "))), Field::Name, false);
}

Result<std::vector<ClientPk>> ClientQueries::findPks(const Typed& typed,
                                                     int limit,
                                                     const OwnClients* own,
                                                     const Condition* only) const
{
    Hits hits{typed.text, std::size_t(std::max(limit, 0)), !seesWhatIsListed(), only};
    auto survivor = survivorNamed(typed.text);
    if (!survivor) {
        return survivor.error();
    }
    std::vector<ClientPk> first = typed.holders;
    if (*survivor) {
        first.insert(first.begin(), **survivor);
    }
    for (const ClientPk pk : first) {
        if (auto added = addWhereLetThrough(hits, pk); !added) {
            return added.error();
        }
    }
    auto taken = own != nullptr ? takeFromOwn(hits, *own) : takeFromIndex(hits);
    if (!taken) {
        return taken.error();
    }
    return std::move(hits.pks);
}

Result<const OwnClients*> ClientQueries::ownClients() const
{
    if (grantOf(m_office.session, Action::SeeBasic).direct != Scope::Own) {
        return static_cast<const OwnClients*>(nullptr);
    }
    auto coverage = m_own.refresh(m_office.reader, m_office.session.user);
    if (!coverage) {
        return coverage.error();
    }
    return *coverage == OwnClients::Coverage::All ? &m_own : nullptr;
}

Result<SearchPage> ClientQueries::search(const QString& typed, int limit) const
{
    auto holders = sealedHolders(m_office, typed);
    if (!holders) {
        return holders.error();
    }
    LookRow search;
    search.kind = LookKind::Search;
    search.text = loggableSearch(typed, *holders);
    if (auto noted = recordLook(m_office, std::move(search)); !noted) {
        return noted.error();
    }
    auto covered = ownClients();
    if (!covered) {
        return covered.error();
    }
    // Of few clients all hits are at hand, and so is their number.
    auto pks = findPks({typed, *holders},
                       *covered != nullptr ? std::max(limit, OwnClients::most) : limit,
                       *covered);
    if (!pks) {
        return pks.error();
    }
    const auto hits = std::int64_t(pks->size());
    pks->resize(std::min(pks->size(), std::size_t(std::max(limit, 0))));
    auto found = rows(*pks);
    if (!found) {
        return found.error();
    }
    SearchPage page;
    for (ClientRow& row : *found) {
        SearchMatch match = matchIn(row.client, typed);
        if (!match.isSure && std::count(holders->begin(), holders->end(), row.client.pk) > 0) {
            const Field field
                = row.client.values.has(Field::IdNumber) ? Field::IdNumber : Field::BankAccount;
            match = {field, sealedMask(), true};
        } else if (!match.isSure
                   && typed.trimmed().startsWith(QLatin1String("CUST"), Qt::CaseInsensitive)) {
            match = {Field::Id,
                     row.client.id().value,
                     true}; // by the id of a record that was merged into it
        }
        page.clients.push_back({std::move(row), std::move(match)});
    }
    page.total = *covered != nullptr ? hits : std::int64_t(page.clients.size());
    const std::vector<SearchTier> tiers = questions(typed);
    if (*covered != nullptr || page.total < limit || tiers.empty()) {
        return page;
    }
    QStringList all;
    bool looks = false;
    for (const SearchTier& tier : tiers) {
        all.append(u'(' + tier.question + u')');
        looks = looks || tier.needsLook;
    }
    if (looks) {
        // The index counts too many; what can be looked at in a moment is counted one by one.
        constexpr int mostLooks = 5000;
        auto counted = findPks({typed, *holders}, std::max(limit, mostLooks), nullptr);
        if (!counted) {
            return counted.error();
        }
        if (counted->size() < std::size_t(mostLooks)) {
            page.total = std::int64_t(counted->size());
            return page;
        }
    }
    Statement count = m_office.reader.statement(
        "SELECT count(*) FROM search_index WHERE search_index MATCH ?1");
    count.bind(1, all.join(QStringLiteral(" OR ")));
    auto total = count.one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!total) {
        return total.error();
    }
    page.total = total->value_or(page.total);
    return page;
}

} // namespace core
