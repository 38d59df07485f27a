/// DuplicateService: finds duplicates in the whole office, keeps what was found (derived tables) and what people decided
/// about it ("not a duplicate" is a veto for ever), and shows the groups. Thread of the office.
///
///     auto report = duplicates.scan({}, progress);
///     auto groups = duplicates.groups();
#pragma once

#include "core/base/Progress.h"
#include "core/duplicates/DuplicateEngine.h"
#include "core/records/Client.h"
#include "core/security/OfficeContext.h"
#include "core/security/Permissions.h"

#include <QHash>

#include <optional>
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
    std::vector<Client>
        clients; ///< what this person may see of each; a colleague's shows only whose it is
    std::vector<DuplicatePair> pairs; ///< best first
    double score = 0; ///< of the weakest pair that holds the group together
};

class DuplicateService
{
public:
    explicit DuplicateService(OfficeContext& office);

    /// The pairs that the program holds for duplicates, or all from `minScore` on. Replaces what the last scan found.
    Result<ScanReport> scan(std::optional<double> minScore, Progress& progress);

    /// Groups of the last scan, best first, without those that were merged or decided since.
    Result<std::vector<DuplicateGroup>> groups(int limit) const;
    Result<int> groupCount() const;
    /// Scans, so that the new clients of an import stand under the duplicates; how many of them do.
    Result<std::int64_t> mark(BatchPk batch, Progress& progress);

    /// By whoever may merge one of the two, or ask for it. Remembered; "different" takes the pair out of every later scan and check.
    Result<> decide(const ClientId& a, const ClientId& b, bool same);

private:
    Result<> store(const MatchResult& found);
    /// Whose the records are, by owner.
    Result<QHash<std::int64_t, Subject>> subjectsOf(const std::vector<Client>& clients) const;
    /// What this person may see of it.
    [[nodiscard]] Client shownOf(Client client, const Subject& subject) const;
    Result<std::vector<std::pair<std::int64_t, std::int64_t>>> vetoes(Connection& connection) const;

    OfficeContext& m_office;
};

} // namespace core
