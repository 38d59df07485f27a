/// DuplicateService: finds duplicates in the whole office, keeps what was found (derived tables) and what people decided
/// about it ("not a duplicate" is a veto for ever), and shows the groups. Thread of the office.
///
///     auto report = duplicates.scan({}, progress);
///     auto groups = duplicates.groups({.tier = MatchTier::Certain});
///     …after saves: duplicates.catchUp(progress);
#pragma once

#include "core/base/Progress.h"
#include "core/duplicates/DuplicateEngine.h"
#include "core/duplicates/DuplicateStore.h"
#include "core/duplicates/JudgeCache.h"
#include "core/records/Client.h"
#include "core/security/OfficeContext.h"
#include "core/security/Permissions.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace core {

struct ScanReport
{
    std::vector<MatchPair> pairs; ///< keys are ClientPk values
    std::int64_t records = 0;
    std::int64_t clusters = 0;
    double seconds = 0;
};

/// Two records that may be one client, as the page shows them.
struct DuplicatePair
{
    ClientPk a;
    ClientPk b;
    double score = 0;
    QStringList reasons; ///< translated
};

struct DuplicateGroup
{
    std::int64_t cluster = 0; ///< the smallest client of the group; negative: by its id number
    std::vector<Client>
        clients; ///< what this person may see of each; a colleague's shows only whose it is
    std::vector<DuplicatePair> pairs; ///< best first
    double score = 0; ///< of the weakest pair that holds the group together
    bool mayMerge = false; ///< this person sees all of them whole, and may merge them or ask for it
    bool mayDecide = false; ///< and may say of at least one of them that it is another client
};

/// A group's place among all of them, the surest first.
struct GroupPlace
{
    double score = 0;
    std::int64_t cluster = 0;
};

/// Which groups are shown.
struct GroupFilter
{
    std::optional<MatchTier> tier{};
    QString text{}; ///< in the name or id of one of its records, of those that this person may see
    bool isOwn = false; ///< one of its records is looked after by this person
    bool putOff = false; ///< those that this person put off, instead of the others
    std::optional<GroupPlace> after{}; ///< goes on behind this one
    int limit = 500;
};

/// How many there are of each; without those that this person put off.
struct GroupCounts
{
    std::array<int, 3> byTier{}; ///< by MatchTier
    int putOff = 0;

    [[nodiscard]] int all() const { return byTier[0] + byTier[1] + byTier[2]; }
};

/// What matching one record at a time has done.
struct DuplicateCatchUp
{
    std::int64_t records = 0;
    bool changed = false; ///< groups came, changed or went
    bool needsScan = false; ///< too much happened: a scan is quicker, and was not made
};

/// A decision about two records, as somebody looks it through.
struct DuplicateDecision
{
    ClientId a;
    ClientId b;
    QString nameA; ///< empty where the person may not see the record
    QString nameB;
    bool same = false;
    QDateTime at;
    QString by;
    bool mayRevoke = false;
};

/// Each two of these records compared, the ones most alike first: why they may be one client.
[[nodiscard]] std::vector<DuplicatePair> comparePairs(std::span<const Client> clients);

class DuplicateService
{
public:
    explicit DuplicateService(OfficeContext& office);

    /// The pairs that the program holds for duplicates, or all from `minScore` on. Replaces what the last scan found. An
    /// office in which little happened since is not looked through again: what changed is matched, record by record.
    Result<ScanReport> scan(std::optional<double> minScore, Progress& progress);
    /// Matches what was saved since, by anybody, against the office as it is: some milliseconds per record, and nothing is
    /// written where the groups stay as they are. Does nothing before the first scan. Cancelled may be called again.
    Result<DuplicateCatchUp> catchUp(Progress& progress);

    /// Best first, without those that were merged or decided since.
    Result<std::vector<DuplicateGroup>> groups(const GroupFilter& filter) const;
    /// How many there are with this text, of this person; whatever tier it names.
    Result<GroupCounts> groupCounts(const GroupFilter& filter = {}) const;
    /// So that the new clients of an import stand under the duplicates: how many of them do. Nothing where that takes a scan
    /// of more than `mostScanned` records.
    Result<std::optional<std::int64_t>>
    mark(BatchPk batch, std::int64_t mostScanned, Progress& progress);

    /// By whoever may merge one of the two, or ask for it. Remembered; "different" takes the pair out of every later scan and
    /// check, and what is decided is learned from at the next scan.
    Result<> decide(const ClientId& a, const ClientId& b, bool same);
    /// The decision is forgotten, and the two are compared again. NotFound: there is none.
    Result<> revoke(const ClientId& a, const ClientId& b);
    /// Newest first; those about records of which this person sees at least one.
    Result<std::vector<DuplicateDecision>> decisions() const;

    /// Out of this person's sight until then, or until the group has more records.
    Result<> putOff(std::int64_t cluster, const QDate& until);
    Result<> bringBack(std::int64_t cluster);

private:
    Result<ScanReport> scanAll(std::optional<double> minScore, Progress& progress);
    /// Nothing where everything has to be looked through.
    Result<std::optional<ScanReport>> scanChanges(Progress& progress);
    Result<> store(const MatchResult& found, DuplicateState state);
    /// True where groups changed.
    Result<bool> match(const std::vector<ClientPk>& changed);
    Result<std::vector<GroupPatch>> patches(Connection& connection,
                                            const std::vector<ClientPk>& changed);
    /// Writes the groups of these records as they are to be; inside a transaction.
    Result<bool> regroup(const std::vector<ClientPk>& changed);
    /// What a decision is about, by whoever may decide it. A new one is about the records as they are, one that is taken
    /// back about those it was made for, merged since or not.
    Result<std::pair<Client, Client>>
    pairFor(const ClientId& a, const ClientId& b, bool isNew) const;
    /// `same`: nothing takes back what was decided.
    Result<> change(const ClientId& a, const ClientId& b, std::optional<bool> same);
    /// Groups of records of one id number, for whoever has the key; worked out anew, since nobody else may read of them.
    Result<std::map<std::int64_t, std::vector<std::int64_t>>> sealedGroups() const;
    /// The members of a stored or a sealed group; empty where it is gone.
    Result<std::vector<std::int64_t>> membersOf(std::int64_t cluster) const;
    /// The groups that a text or an owner is asked of; nothing where neither is.
    Result<std::optional<QSet<std::int64_t>>>
    clustersWith(const GroupFilter& filter,
                 const std::map<std::int64_t, std::vector<std::int64_t>>& byNumber) const;
    Result<DuplicateGroup> groupOf(std::int64_t cluster,
                                   const std::vector<std::int64_t>& members) const;
    /// Whose the records are, by owner.
    Result<QHash<std::int64_t, Subject>> subjectsOf(const std::vector<Client>& clients) const;
    /// What this person may see of it.
    [[nodiscard]] Client shownOf(Client client, const Subject& subject) const;

    OfficeContext& m_office;
    JudgeCache m_judges;
    std::int64_t m_followed
        = 0; ///< of the change feed: matched by this service, and nothing to write came of it
};

} // namespace core
