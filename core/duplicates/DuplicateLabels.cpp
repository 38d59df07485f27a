#include "core/duplicates/DuplicateLabels.h"

#include "core/duplicates/DuplicateStore.h"
#include "core/duplicates/MatchedClient.h"
#include "core/duplicates/MergePlan.h"
#include "core/records/ClientStore.h"
#include "core/storage/Statement.h"

#include <algorithm>
#include <map>

namespace core {

namespace {

constexpr int mostMerges = 2000; // members of merges
constexpr std::size_t mostDecisions = 2000;

struct Label
{
    std::int64_t at = 0; ///< number of the log's entry
    DecidedPair pair;
};
using Labels = std::map<MatchedPair, Label>;

void take(Labels& labels, std::int64_t at, DecidedPair pair)
{
    Label& label = labels[std::minmax(pair.a.key, pair.b.key)];
    if (label.at <= at) {
        label = {at, std::move(pair)};
    }
}

/// The records as they were when somebody saw that they were one; a merge that was taken back says that they are not.
Result<> takeMerges(Connection& connection, Labels& labels)
{
    return connection
        .statement("SELECT m.survivor_pk, m.survivor_before, e.client_pk, e.before, m.state,"
                   " coalesce(m.undone_seq, m.audit_seq) FROM merges m JOIN merge_members e"
                   " ON e.merge_pk = m.pk ORDER BY m.pk DESC LIMIT ?")
        .bindAll(mostMerges)
        .forEach([&labels](const Statement& row) {
            take(labels,
                 row.int64(5),
                 {matchRecordOf(valuesFromJson(row.text(1)), row.int64(0)),
                  matchRecordOf(valuesFromJson(row.text(3)), row.int64(2)),
                  row.text(4) == QLatin1String("applied")});
        });
}

/// The records as they are now.
Result<> takeDecisions(Connection& connection, Labels& labels)
{
    auto decisions = DuplicateStore(connection).decisions();
    if (!decisions) {
        return decisions.error();
    }
    decisions->resize(std::min(decisions->size(), mostDecisions));
    const ClientStore clients(connection);
    for (const StoredDecision& decision : *decisions) {
        auto a = clients.byPk(decision.a);
        auto b = clients.byPk(decision.b);
        if (!a || !b) {
            return a ? b.error() : a.error();
        }
        if (*a && *b && isMatched(**a) && isMatched(**b)) {
            take(labels,
                 decision.auditSeq,
                 {matchRecordOf((*a)->values, decision.a.value),
                  matchRecordOf((*b)->values, decision.b.value),
                  decision.same});
        }
    }
    return {};
}

} // namespace

Result<std::vector<DecidedPair>> decidedPairs(Connection& connection)
{
    Labels labels;
    if (auto done = takeMerges(connection, labels); !done) {
        return done.error();
    }
    if (auto done = takeDecisions(connection, labels); !done) {
        return done.error();
    }
    std::vector<DecidedPair> pairs;
    for (auto& [key, label] : labels) {
        pairs.push_back(std::move(label.pair));
    }
    return pairs;
}

} // namespace core
