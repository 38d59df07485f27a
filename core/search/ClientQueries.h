/// ClientQueries: lists and search over all clients, as much of each as this person may see. Reads near. Thread of the
/// office.
///
///     auto page = queries.list({.filter = u"city=苏州市", .sort = Field::Name});
///     auto next = queries.list({…, .after = page->next});          // keyset: no row is skipped or shown twice
///     auto found = queries.search(u"zhangwei", 50);
#pragma once

#include "core/base/Id.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/records/ClientTexts.h"
#include "core/search/FilterExpression.h"
#include "core/search/OwnClients.h"
#include "core/search/SearchWords.h"
#include "core/security/OfficeContext.h"
#include "core/security/Permissions.h"

#include <QString>

#include <functional>
#include <vector>

namespace core {

struct ListQuery
{
    QString filter{};
    Field sort = Field::Id;
    bool descending = false;
    int limit = 100;
    QString after{}; ///< the `next` of the page before
};

/// What a list shows of a client.
struct ClientRow
{
    Client client; ///< what this person may see of it
    bool pending = false; ///< a request is open
    bool possibleDuplicate = false;
    bool overdue = false; ///< active, and not updated for as long as "stale" means
};

/// What a list that scrolls everything is ordered by.
struct ListOrder
{
    Field field = Field::Name;
    bool byState = false; ///< instead of the field: what waits for somebody first
    bool descending = false;
};

struct ListWanted
{
    QString search{}; ///< as typed; empty: everything that the filter lets through
    QString filter{};
    std::optional<ListOrder> order{}; ///< none: by name, and what a search found best first
};

struct ClientPage
{
    std::vector<ClientRow> rows;
    QString next; ///< empty: nothing more
};

struct FoundClient
{
    ClientRow row;
    SearchMatch match;
};

struct SearchPage
{
    std::vector<FoundClient> clients; ///< best first
    std::int64_t total = 0;
};

/// Whose records a person of this session sees the field of, in whole; None: it can be neither shown nor asked for.
[[nodiscard]] Scope seenScope(const Session& session, Field field);

/// Whether `after` is empty, or can be the `next` of a page. Pure: nothing is looked up.
[[nodiscard]] Result<> checkCursor(const QString& after);

class ClientQueries
{
public:
    explicit ClientQueries(OfficeContext& office);

    Result<ClientPage> list(const ListQuery& query) const;
    Result<std::int64_t> count(const QString& filter) const;
    /// A whole search: noted for the log.
    Result<SearchPage> search(const QString& typed, int limit) const;

    /// For a list that scrolls everything: the rows in order, eight bytes each, and pages of them by number.
    Result<std::vector<ClientPk>> pks(const QString& filter, Field sort, bool descending) const;
    /// The same for search, filter and order together (ClientOrder.cpp says how it orders). Where the order has no index,
    /// every record is read: with progress, and Cancelled where it is stopped. A search is noted as by searchPks().
    Result<std::vector<ClientPk>> listed(const ListWanted& wanted, Progress& progress) const;
    /// Whether that takes no look at each record.
    [[nodiscard]] static bool isQuickOrder(const ListOrder& order);
    Result<std::optional<ClientPk>> survivorNamed(const QString& typed) const;
    /// While somebody types: noted when it has rested (LookJournal::noteSearch).
    /// Only what the filter lets through; an empty one lets archived clients through, too.
    Result<std::vector<ClientPk>>
    searchPks(const QString& typed, int limit, const QString& filter = {}) const;
    /// Those of them that this person may see.
    Result<std::vector<ClientRow>> rows(const std::vector<ClientPk>& pks) const;
    /// The tags of all records whose tags this person sees, the most used first. Goes over all of them once.
    Result<QStringList> tagsInUse() const;
    /// What this person looked at last (ClientService::look), newest first: a merged record as its
    /// survivor, once; none that is in the trash, erased, or not his to see any more.
    Result<std::vector<ClientRow>> recent(int limit) const;

    /// Every record of the filter, for export: as much of each as the person may see. In id order.
    /// Only records to which the session's right to do `action` reaches.
    Result<> forEach(const QString& filter,
                     Action action,
                     const std::function<Result<>(const ClientTexts&)>& each) const;
    /// The same of some that were chosen; none that is in the trash, erased or merged.
    Result<> forEach(const std::vector<ClientPk>& chosen,
                     Action action,
                     const std::function<Result<>(const ClientTexts&)>& each) const;

private:
    struct Condition
    {
        QString sql;
        QStringList values;
        bool everything
            = false; ///< nothing is asked but that they are active, and the person sees all clients
        bool namesTrash = false;
    };
    Result<Condition> condition(const QString& filter) const;
    /// These, as far as the person sees them and the filter lets them through; without one, active and archived ones.
    Result<Condition> among(const std::vector<ClientPk>& clients, const QString& filter = {}) const;
    Result<> forEachOf(const Condition& where,
                       Action action,
                       const std::function<Result<>(const ClientTexts&)>& each) const;
    Result<std::vector<ClientPk>> indexed(Condition where, const ListOrder& order) const;
    Result<std::vector<ClientPk>>
    keyed(const Condition& where, const ListOrder& order, Progress& progress) const;
    Result<std::vector<ClientPk>>
    inOrder(const Condition& where, const ListOrder& order, Progress& progress) const;
    /// What stands in the field's column, and nothing where this person does not see it.
    [[nodiscard]] QString seenColumn(Field field) const;
    Result<std::vector<ClientPk>> searchTrash(const QString& typed, const QString& filter) const;
    std::vector<SearchTier>
    questions(const QString& typed) const; ///< tiers, as far as the person's clients go
    /// `own`: where they are few enough to be asked instead of the index.
    struct Typed
    {
        QString text;
        std::vector<ClientPk> holders; ///< whose confidential value it is
    };
    Result<std::vector<ClientPk>> findPks(const Typed& typed,
                                          int limit,
                                          const OwnClients* own,
                                          const Condition* only = nullptr) const;
    struct Hits; ///< what a search has found so far
    Result<> addWhereLetThrough(Hits& hits, ClientPk pk) const;
    Result<> take(Hits& hits, ClientPk pk, const SearchTier& tier) const;
    Result<> takeFromOwn(Hits& hits, const OwnClients& own) const;
    Result<> takeFromIndex(Hits& hits) const;
    /// The clients of a person who sees only own ones, where they are few enough to be kept in memory; else nothing.
    Result<const OwnClients*> ownClients() const;
    Result<> mayAsk(const std::vector<Field>& fields) const;
    /// The condition that leaves the rows of which this person may see all that is asked about; empty where nothing
    /// has to be left out.
    [[nodiscard]] QString wholeSeen(const std::vector<Field>& fields) const;
    /// The condition that leaves what a right of this scope reaches; empty: all.
    [[nodiscard]] QString reached(Scope scope) const;
    /// Of every record that is listed to this person, he sees all.
    [[nodiscard]] bool seesWhatIsListed() const;
    /// Whose records this person sees the field of, in whole.
    [[nodiscard]] Scope seenIn(Field field) const;
    Result<Subject> subjectOf(const Client& client) const;
    /// As this person may see it; nothing where he may not see it at all.
    Result<std::optional<Client>> asSeen(Client client) const;
    Result<std::optional<ClientRow>> toRow(Client client) const;

    OfficeContext& m_office;
    mutable OwnClients m_own;
};

} // namespace core
