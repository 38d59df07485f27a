#include "core/duplicates/DuplicateEngine.h"

#include "core/duplicates/MatchGroups.h"
#include "core/duplicates/MatchModel.h"
#include "core/duplicates/MatchTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <thread>
#include <unordered_map>

namespace core {

namespace {

using Index = MatchTable::Index;

constexpr double keptScore = 0.001; // what is less likely is not worth its memory
constexpr std::size_t fittedPairs = 60000;

bool bothPersons(const MatchFeatures& a, const MatchFeatures& b)
{
    return a.kind == MatchKind::Person && b.kind == MatchKind::Person;
}

unsigned threadsFor(unsigned wanted)
{
    return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

} // namespace

struct DuplicateEngine::Data
{
    MatchTable table;
    unsigned threads = threadsFor(0);

    [[nodiscard]] MatchModel::Sample sample(Index a, Index b) const
    {
        const MatchFeatures& left = table.features(a);
        const MatchFeatures& right = table.features(b);
        return {compare(left, right), bothPersons(left, right)};
    }

    /// The same pairs at every run: chosen by hash.
    [[nodiscard]] MatchModel fittedModel(const std::vector<std::vector<MatchTable::Pair>>& pairs,
                                         const std::vector<MatchModel::Decided>& decided) const
    {
        MatchModel model{table.tableSize()};
        std::size_t count = 0;
        for (const auto& range : pairs) {
            count += range.size();
        }
        const std::size_t everyOf = std::max<std::size_t>(1, count / fittedPairs);
        std::vector<MatchModel::Sample> candidates;
        for (const auto& range : pairs) {
            for (const MatchTable::Pair pair : range) {
                if (everyOf == 1 || mixHash(1, pair) % everyOf == 0) {
                    candidates.push_back(sample(Index(pair >> 32U), Index(pair & 0xFFFFFFFFU)));
                }
            }
        }
        std::vector<MatchModel::Sample> random;
        const std::uint64_t all
            = table.size() * (table.size() - std::min<std::size_t>(1, table.size())) / 2;
        for (std::uint64_t i = 0; i < std::min<std::uint64_t>(fittedPairs, all); ++i) {
            const Index a = Index(mixHash(2, i) % table.size());
            const Index b = Index(mixHash(3, i) % table.size());
            if (a != b) {
                random.push_back(sample(a, b));
            }
        }
        model.fit(random, candidates, double(everyOf), decided);
        return model;
    }

    /// Of records that need not be in the table any more, with its rarities.
    [[nodiscard]] std::vector<MatchModel::Decided>
    decidedSamples(const std::vector<DecidedPair>& pairs,
                   const std::vector<SharedValue>& shared) const
    {
        const auto featuresIn = [&](const MatchRecord& record) {
            MatchFeatures features = featuresOf(record);
            weigh(features, shared, table.tableSize());
            return features;
        };
        std::vector<MatchModel::Decided> samples;
        for (const DecidedPair& pair : pairs) {
            const MatchFeatures left = featuresIn(pair.a);
            const MatchFeatures right = featuresIn(pair.b);
            samples.push_back({{compare(left, right), bothPersons(left, right)}, pair.same});
        }
        return samples;
    }

    [[nodiscard]] double score(const MatchModel& model, Index a, Index b) const
    {
        const MatchFeatures& left = table.features(a);
        const MatchFeatures& right = table.features(b);
        return model.score(compare(left, right, true), bothPersons(left, right));
    }

    [[nodiscard]] double evidence(const MatchModel& model, Index a, Index b) const
    {
        const MatchFeatures& left = table.features(a);
        const MatchFeatures& right = table.features(b);
        return model.evidence(compare(left, right, true), bothPersons(left, right));
    }

    [[nodiscard]] std::vector<ScoredPair> scoreAll(const MatchModel& model,
                                                   std::vector<std::vector<MatchTable::Pair>> pairs,
                                                   Progress& progress) const
    {
        std::vector<std::vector<ScoredPair>> found(pairs.size());
        sharedOut(pairs.size(), threads, progress, [&](std::size_t part) {
            for (const MatchTable::Pair pair : pairs[part]) {
                const auto a = Index(pair >> 32U);
                const auto b = Index(pair & 0xFFFFFFFFU);
                if (const double value = score(model, a, b); value >= keptScore) {
                    found[part].push_back({a, b, float(value)});
                }
            }
            pairs[part] = {};
        });
        std::vector<ScoredPair> all;
        for (const auto& part : found) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }

    void
    scoreAgain(const MatchModel& model, std::vector<ScoredPair>& scored, Progress& progress) const
    {
        constexpr std::size_t slice = 4096;
        sharedOut((scored.size() + slice - 1) / slice, threads, progress, [&](std::size_t part) {
            for (std::size_t i = part * slice; i < std::min(scored.size(), (part + 1) * slice);
                 ++i) {
                scored[i].score = float(score(model, scored[i].a, scored[i].b));
            }
        });
    }
};

MatchTier tierOf(double score)
{
    constexpr double certain = 0.99;
    constexpr double likely = 0.8;
    return score >= certain ? MatchTier::Certain
        : score >= likely   ? MatchTier::Likely
                            : MatchTier::Possible;
}

DuplicateEngine::DuplicateEngine()
    : m_data(std::make_unique<Data>())
{ }

DuplicateEngine::~DuplicateEngine() = default;
DuplicateEngine::DuplicateEngine(DuplicateEngine&&) noexcept = default;
DuplicateEngine& DuplicateEngine::operator=(DuplicateEngine&&) noexcept = default;

void DuplicateEngine::add(const MatchRecord& record)
{
    m_data->table.add(record, m_data->threads);
}

std::size_t DuplicateEngine::size() const
{
    return m_data->table.size();
}

namespace {

/// By place in the table, in order.
std::vector<std::pair<Index, Index>> vetoesIn(const MatchTable& table, const MatchOptions& options)
{
    std::unordered_map<std::int64_t, Index> indexOfKey;
    if (!options.vetoes.empty()) {
        for (Index i = 0; i < table.size(); ++i) {
            indexOfKey.emplace(table.key(i), i);
        }
    }
    std::vector<std::pair<Index, Index>> vetoes;
    for (const auto& [a, b] : options.vetoes) {
        if (indexOfKey.contains(a) && indexOfKey.contains(b)) {
            vetoes.emplace_back(std::minmax(indexOfKey[a], indexOfKey[b]));
        }
    }
    std::sort(vetoes.begin(), vetoes.end());
    return vetoes;
}

MatchPair keyedPair(const MatchTable& table, Index x, Index y, double score)
{
    const auto [a, b] = std::minmax({table.key(x), table.key(y)});
    return {a, b, score};
}

/// Every pair from a score on, whether its group holds it or not; each once, with the better of its scores.
std::vector<MatchPair> pairsFrom(double minScore,
                                 const MatchTable& table,
                                 const std::vector<ScoredPair>& scored,
                                 const std::vector<MatchPair>& grouped)
{
    std::vector<MatchPair> asked;
    for (const ScoredPair& pair : scored) {
        if (double(pair.score) >= minScore) {
            asked.push_back(keyedPair(table, pair.a, pair.b, double(pair.score)));
        }
    }
    std::copy_if(grouped.begin(),
                 grouped.end(),
                 std::back_inserter(asked),
                 [minScore](const MatchPair& pair) { return pair.score >= minScore; });
    std::sort(asked.begin(), asked.end(), [](const MatchPair& x, const MatchPair& y) {
        return std::tie(x.a, x.b, y.score) < std::tie(y.a, y.b, x.score);
    });
    const auto last
        = std::unique(asked.begin(), asked.end(), [](const MatchPair& x, const MatchPair& y) {
              return x.a == y.a && x.b == y.b;
          });
    asked.erase(last, asked.end());
    return asked;
}

} // namespace

Result<MatchResult> DuplicateEngine::run(const MatchOptions& options, Progress& progress)
{
    Data& data = *m_data;
    data.threads = threadsFor(options.threads);
    MatchTable& table = data.table;
    table.complete(data.threads);
    const auto phase = [&progress](const char* name) {
        progress.phase(QCoreApplication::translate("core::DuplicateEngine", name), 0);
    };
    phase(QT_TRANSLATE_NOOP("core::DuplicateEngine", "Looking for candidates"));
    std::vector<SharedValue> shared;
    table.countValues({}, data.threads, progress, options.decided.empty() ? nullptr : &shared);
    std::vector<std::vector<MatchTable::Pair>> pairs = table.candidates(data.threads, progress);
    if (progress.isStopped()) {
        return cancelledError();
    }
    phase(QT_TRANSLATE_NOOP("core::DuplicateEngine", "Comparing"));
    const MatchModel model = data.fittedModel(pairs, data.decidedSamples(options.decided, shared));
    std::vector<ScoredPair> scored = data.scoreAll(model, std::move(pairs), progress);
    const std::vector<std::pair<Index, Index>> vetoes = vetoesIn(table, options);
    std::erase_if(scored, [&vetoes](const ScoredPair& pair) {
        return std::binary_search(vetoes.begin(), vetoes.end(), std::pair(pair.a, pair.b));
    });
    const auto score = [&](Index a, Index b) {
        return data.score(model, a, b);
    };
    const auto evidence = [&](Index a, Index b) {
        return data.evidence(model, a, b);
    };
    MatchGroups groups = groupPairs(scored, table.size(), evidence, vetoes);
    // A client entered seven times has made its own values look common: count clients, not records.
    MatchResult result;
    std::vector<SharedValue>& learned = result.learned.shared;
    table.countValues(groups.groupOf, data.threads, progress, options.learns ? &learned : nullptr);
    data.scoreAgain(model, scored, progress);
    if (progress.isStopped()) {
        return cancelledError();
    }
    groups = groupPairs(scored, table.size(), evidence, vetoes);

    if (options.learns) {
        result.learned.model = model.toBytes();
        result.learned.records = table.tableSize();
    }
    for (const std::vector<Index>& members : groups.groups) {
        std::vector<std::int64_t> keys;
        keys.reserve(members.size());
        for (const Index member : members) {
            keys.push_back(table.key(member));
        }
        std::sort(keys.begin(), keys.end());
        result.clusters.push_back(std::move(keys));
        for (const ScoredPair& pair : pairsOfGroup(members, score)) {
            result.pairs.push_back(keyedPair(table, pair.a, pair.b, double(pair.score)));
        }
    }
    if (options.minScore) {
        result.asked = pairsFrom(*options.minScore, table, scored, result.pairs);
    }
    std::sort(result.clusters.begin(), result.clusters.end());
    std::sort(result.pairs.begin(), result.pairs.end(), [](const MatchPair& x, const MatchPair& y) {
        return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    return result;
}

} // namespace core
