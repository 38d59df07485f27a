#include "core/duplicates/DuplicateService.h"

#include "core/duplicates/DuplicateLabels.h"
#include "core/duplicates/GroupKeeper.h"
#include "core/duplicates/MatchedClient.h"
#include "core/duplicates/SealedPairs.h"
#include "core/records/ClientStore.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr std::size_t slice = 100; // records matched in one transaction

/// Beyond that, looking through everything is as quick, and truer: the weights are fitted anew.
std::size_t mostOneByOne(std::int64_t records)
{
    constexpr std::int64_t least = 200;
    constexpr std::int64_t part = 50;
    return std::size_t(std::max(least, records / part));
}

double secondsOf(const QElapsedTimer& timer)
{
    constexpr double milliseconds = 1000.0;
    return double(timer.elapsed()) / milliseconds;
}

} // namespace

DuplicateService::DuplicateService(OfficeContext& office)
    : m_office(office)
{ }

Result<ScanReport> DuplicateService::scan(std::optional<double> minScore, Progress& progress)
{
    if (core::decide(m_office.session, Action::Merge) == Verdict::Denied) {
        return deniedError();
    }
    if (!minScore) {
        auto quick = scanChanges(progress);
        if (!quick) {
            return quick.error();
        }
        if (*quick) {
            return **std::move(quick);
        }
    }
    return scanAll(minScore, progress);
}

Result<std::optional<ScanReport>> DuplicateService::scanChanges(Progress& progress)
{
    QElapsedTimer timer;
    timer.start();
    const DuplicateStore store(m_office.reader);
    auto state = store.state();
    if (!state) {
        return state.error();
    }
    if (!*state) {
        return std::optional<ScanReport>{};
    }
    auto decided = store.wasDecidedSince((*state)->scanSeq);
    if (!decided) {
        return decided.error();
    }
    auto caughtUp = *decided ? Result<DuplicateCatchUp>({0, false, true}) : catchUp(progress);
    if (!caughtUp) {
        return caughtUp.error();
    }
    if (caughtUp->needsScan) {
        return std::optional<ScanReport>{};
    }
    MatchResult found;
    auto pairs = store.pairs();
    auto clusters = store.clusters();
    auto vetoes = store.vetoes();
    auto records = ClientStore(m_office.reader).count();
    for (const Error* problem : {pairs ? nullptr : &pairs.error(),
                                 clusters ? nullptr : &clusters.error(),
                                 vetoes ? nullptr : &vetoes.error(),
                                 records ? nullptr : &records.error()}) {
        if (problem != nullptr) {
            return *problem;
        }
    }
    found.pairs = *std::move(pairs);
    found.clusters = *std::move(clusters);
    if (auto added = addSealedPairs(m_office, *vetoes, found); !added) {
        return added.error();
    }
    const auto groups = std::int64_t(found.clusters.size());
    return std::optional(ScanReport{std::move(found.pairs), *records, groups, secondsOf(timer)});
}

Result<ScanReport> DuplicateService::scanAll(std::optional<double> minScore, Progress& progress)
{
    QElapsedTimer timer;
    timer.start();
    progress.phase(QCoreApplication::translate("core::DuplicateService", "Reading clients"), 0);
    const DuplicateStore store(m_office.reader);
    // Before the clients are read: what comes meanwhile is matched afterwards.
    auto feedSeq = store.newestFeedSeq();
    if (!feedSeq) {
        return feedSeq.error();
    }
    DuplicateEngine engine;
    auto read = ClientStore(m_office.reader).forEach([&](const Client& client) -> Result<> {
        if (progress.isStopped()) {
            return cancelledError();
        }
        if (isMatched(client)) {
            engine.add(matchRecordOf(client.values, client.pk.value));
        }
        return {};
    });
    if (!read) {
        return read.error();
    }
    auto refused = store.vetoes();
    auto decided = decidedPairs(m_office.reader);
    if (!refused || !decided) {
        return refused ? decided.error() : refused.error();
    }
    MatchOptions options;
    options.vetoes = *refused;
    options.minScore = minScore;
    options.decided = *std::move(decided);
    options.learns = true;
    auto found = engine.run(options, progress);
    if (!found) {
        return found.error();
    }
    DuplicateState state;
    state.scanSeq = state.feedSeq = *feedSeq;
    state.records = std::int64_t(engine.size());
    if (auto stored = this->store(*found, std::move(state)); !stored) {
        return stored.error();
    }
    // After it was stored: that two hold one number is for nobody to read who has not the key.
    if (auto added = addSealedPairs(m_office, *refused, *found); !added) {
        return added.error();
    }
    ScanReport report{
        {}, std::int64_t(engine.size()), std::int64_t(found->clusters.size()), secondsOf(timer)};
    report.pairs = std::move(minScore ? found->asked : found->pairs);
    return report;
}

Result<> DuplicateService::store(const MatchResult& found, DuplicateState state)
{
    auto transaction = Transaction::begin(m_office.writer);
    if (!transaction) {
        return transaction.error();
    }
    DuplicateStore store(m_office.writer);
    auto before = store.state();
    if (!before) {
        return before.error();
    }
    state.scan = *before ? (*before)->scan + 1 : 1;
    if (auto done = store.replaceAll(found, state); !done) {
        return done;
    }
    return transaction->commit();
}

Result<DuplicateCatchUp> DuplicateService::catchUp(Progress& progress)
{
    DuplicateCatchUp done;
    const DuplicateStore store(m_office.reader);
    auto state = store.state();
    if (!state) {
        return state.error();
    }
    if (!*state || m_office.isReadOnly) {
        return done;
    }
    auto newest = store.newestFeedSeq();
    if (!newest) {
        return newest.error();
    }
    const std::int64_t from = std::max(m_followed, (*state)->feedSeq);
    if (*newest <= from) {
        return done;
    }
    const std::size_t most = mostOneByOne((*state)->records);
    auto changes = store.changesSince(from, *newest, most);
    if (!changes) {
        return changes.error();
    }
    if (changes->isTooMuch
        || (*state)->since + std::int64_t(changes->clients.size()) > std::int64_t(most)) {
        done.needsScan = true;
        return done;
    }
    for (std::size_t at = 0; at < changes->clients.size(); at += slice) {
        if (!progress.step(std::int64_t(at), std::int64_t(changes->clients.size()))) {
            return cancelledError();
        }
        const auto begin = changes->clients.begin() + std::ptrdiff_t(at);
        const auto end = changes->clients.begin()
            + std::ptrdiff_t(std::min(at + slice, changes->clients.size()));
        auto changed = match({begin, end});
        if (!changed) {
            return changed.error();
        }
        done.changed = done.changed || *changed;
        done.records += end - begin;
    }
    m_followed = *newest;
    // Where nothing came of it, the next one may well look at the same records again: that is cheaper than a write.
    constexpr std::int64_t mostAgain = 30;
    if (done.changed || done.records >= mostAgain) {
        auto transaction = Transaction::begin(m_office.writer);
        if (!transaction) {
            return transaction.error();
        }
        if (auto followed = DuplicateStore(m_office.writer).follow(*newest, done.records);
            !followed) {
            return followed.error();
        }
        if (auto committed = transaction->commit(); !committed) {
            return committed.error();
        }
    }
    return done;
}

Result<std::vector<GroupPatch>> DuplicateService::patches(Connection& connection,
                                                          const std::vector<ClientPk>& changed)
{
    auto judge = m_judges.now(connection);
    if (!judge) {
        return judge.error();
    }
    if (!(*judge)->isLearned()) {
        return std::vector<GroupPatch>{}; // there are no groups before the first scan
    }
    GroupKeeper keeper(connection, **judge);
    return keeper.patches(changed);
}

Result<bool> DuplicateService::regroup(const std::vector<ClientPk>& changed)
{
    auto patches = this->patches(m_office.writer, changed);
    if (!patches) {
        return patches.error();
    }
    DuplicateStore store(m_office.writer);
    for (const GroupPatch& patch : *patches) {
        if (auto done = store.replaceGroups(patch); !done) {
            return done.error();
        }
    }
    return !patches->empty();
}

Result<bool> DuplicateService::match(const std::vector<ClientPk>& changed)
{
    auto wanted = patches(m_office.reader, changed);
    if (!wanted) {
        return wanted.error();
    }
    if (wanted->empty()) {
        return false;
    }
    // Again where nobody else can write: a colleague's window may have done the same meanwhile.
    auto transaction = Transaction::begin(m_office.writer);
    if (!transaction) {
        return transaction.error();
    }
    auto regrouped = regroup(changed);
    if (!regrouped) {
        return regrouped.error();
    }
    if (auto committed = transaction->commit(); !committed) {
        return committed.error();
    }
    return *regrouped;
}

Result<std::optional<std::int64_t>>
DuplicateService::mark(BatchPk batch, std::int64_t mostScanned, Progress& progress)
{
    if (core::decide(m_office.session, Action::Merge) == Verdict::Denied) {
        return deniedError();
    }
    auto quick = scanChanges(progress);
    if (!quick) {
        return quick.error();
    }
    if (!*quick) {
        auto records = ClientStore(m_office.reader).count();
        if (!records) {
            return records.error();
        }
        if (*records > mostScanned) {
            return std::optional<std::int64_t>{};
        }
        if (auto scanned = scanAll({}, progress); !scanned) {
            return scanned.error();
        }
    }
    auto count = m_office.reader
                     .statement("SELECT count(*) FROM clients c WHERE c.batch_pk = ? AND EXISTS"
                                " (SELECT 1 FROM duplicate_members m WHERE m.client_pk = c.pk)")
                     .bindAll(batch)
                     .one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!count) {
        return count.error();
    }
    return std::optional<std::int64_t>(count->value_or(0));
}

} // namespace core
