#include "core/duplicates/DuplicateEngine.h"

#include "core/duplicates/MatchWeights.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <unordered_map>

namespace core {

namespace {

constexpr std::size_t largestBlock = 40;
constexpr std::size_t window = 6; // of neighbors by name, in blocks larger than that
constexpr double keptScore = 0.02; // what is less likely is not worth its memory

using Index = std::uint32_t;
using IndexPair = std::uint64_t;

IndexPair pairOf(Index a, Index b)
{
    return a < b ? IndexPair(a) << 32U | b : IndexPair(b) << 32U | a;
}

/// A few hundred records know nothing of how rare a value is in the world.
double assumedRecords(std::size_t records)
{
    return double(std::max<std::size_t>(records, 1000));
}

} // namespace

struct DuplicateEngine::Data
{
    struct Entry
    {
        std::int64_t key = 0;
        MatchFeatures features;
    };
    std::vector<Entry> entries;
    MatchCounts counts;

    struct Scored
    {
        IndexPair pair = 0;
        double score = 0;
    };

    [[nodiscard]] double score(Index a, Index b) const
    {
        return probability(judge(entries[a].features, entries[b].features, counts), counts);
    }

    [[nodiscard]] std::vector<IndexPair> candidates() const
    {
        std::vector<std::pair<std::uint64_t, Index>> keyed;
        for (Index i = 0; i < entries.size(); ++i) {
            for (const std::uint64_t key : keysOf(entries[i].features)) {
                keyed.emplace_back(key, i);
            }
        }
        std::sort(keyed.begin(), keyed.end());
        keyed.erase(std::unique(keyed.begin(), keyed.end()), keyed.end());
        std::vector<IndexPair> pairs;
        for (std::size_t begin = 0; begin < keyed.size();) {
            std::size_t end = begin;
            while (end < keyed.size() && keyed[end].first == keyed[begin].first) {
                ++end;
            }
            addBlock(keyed, begin, end, pairs);
            begin = end;
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        return pairs;
    }

    /// Small blocks whole; of large ones each record's neighbors in the order of name and place, so that the cost per
    /// record stays the same however common a value is.
    void addBlock(const std::vector<std::pair<std::uint64_t, Index>>& keyed,
                  std::size_t begin,
                  std::size_t end,
                  std::vector<IndexPair>& pairs) const
    {
        std::vector<Index> members;
        for (std::size_t i = begin; i < end; ++i) {
            members.push_back(keyed[i].second);
        }
        std::size_t reach = members.size();
        if (members.size() > largestBlock) {
            reach = window;
            std::sort(members.begin(), members.end(), [this](Index a, Index b) {
                const MatchFeatures& left = entries[a].features;
                const MatchFeatures& right = entries[b].features;
                return std::tie(left.name, left.city, left.street, entries[a].key)
                    < std::tie(right.name, right.city, right.street, entries[b].key);
            });
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t k = i + 1; k < std::min(members.size(), i + 1 + reach); ++k) {
                pairs.push_back(pairOf(members[i], members[k]));
            }
        }
    }

    [[nodiscard]] std::vector<Scored>
    scoreAll(const std::vector<IndexPair>& pairs, unsigned threads, Progress& progress) const
    {
        constexpr std::size_t slice = 4096;
        std::vector<std::vector<Scored>> found((pairs.size() + slice - 1) / slice);
        std::atomic<std::size_t> next{0};
        const auto work = [&](bool reports) {
            while (!progress.isStopped()) {
                const std::size_t mine = next.fetch_add(1);
                if (mine >= found.size()) {
                    return;
                }
                if (reports
                    && !progress.step(std::int64_t(mine * slice), std::int64_t(pairs.size()))) {
                    return;
                }
                for (std::size_t i = mine * slice; i < std::min(pairs.size(), (mine + 1) * slice);
                     ++i) {
                    const double value
                        = score(Index(pairs[i] >> 32U), Index(pairs[i] & 0xFFFFFFFFU));
                    if (value >= keptScore) {
                        found[mine].push_back({pairs[i], value});
                    }
                }
            }
        };
        std::vector<std::jthread> helpers;
        for (unsigned i = 1; i < threads; ++i) {
            helpers.emplace_back([&work] { work(false); });
        }
        work(true);
        helpers.clear();
        std::vector<Scored> all;
        for (const auto& part : found) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }

    /// Best pair first; two groups become one where the average pair between them still holds and no veto stands.
    [[nodiscard]] std::vector<std::vector<Index>> group(std::vector<Scored> pairs,
                                                        const std::set<IndexPair>& vetoes) const
    {
        std::sort(pairs.begin(), pairs.end(), [this](const Scored& a, const Scored& b) {
            if (a.score != b.score) {
                return a.score > b.score;
            }
            const auto keys = [this](IndexPair pair) {
                const std::int64_t left = entries[pair >> 32U].key;
                const std::int64_t right = entries[pair & 0xFFFFFFFFU].key;
                return std::pair(std::min(left, right), std::max(left, right));
            };
            return keys(a.pair) < keys(b.pair);
        });
        std::vector<Index> groupOf(entries.size());
        std::vector<std::vector<Index>> groups(entries.size());
        for (Index i = 0; i < entries.size(); ++i) {
            groupOf[i] = i;
            groups[i] = {i};
        }
        constexpr std::size_t mostChecked = 64;
        for (const Scored& pair : pairs) {
            if (pair.score < ownThreshold) {
                break;
            }
            const Index a = groupOf[pair.pair >> 32U];
            const Index b = groupOf[pair.pair & 0xFFFFFFFFU];
            if (a == b) {
                continue;
            }
            double sum = 0;
            std::size_t checked = 0;
            bool vetoed = false;
            for (const Index left : groups[a]) {
                for (const Index right : groups[b]) {
                    vetoed = vetoed || vetoes.contains(pairOf(left, right));
                    if (checked < mostChecked) {
                        sum += score(left, right);
                        ++checked;
                    }
                }
            }
            if (vetoed || sum / double(checked) < ownThreshold) {
                continue;
            }
            const Index into = groups[a].size() >= groups[b].size() ? a : b;
            const Index from = into == a ? b : a;
            for (const Index member : groups[from]) {
                groupOf[member] = into;
                groups[into].push_back(member);
            }
            groups[from].clear();
        }
        std::erase_if(groups, [](const std::vector<Index>& members) { return members.size() < 2; });
        return groups;
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
    m_data->entries.push_back({record.key, featuresOf(record)});
    m_data->counts.count(m_data->entries.back().features);
}

std::size_t DuplicateEngine::size() const
{
    return m_data->entries.size();
}

Result<MatchResult> DuplicateEngine::run(const MatchOptions& options, Progress& progress)
{
    Data& data = *m_data;
    data.counts.records = assumedRecords(data.entries.size());
    // The same groups in any row order: everything below goes by the records' own keys.
    std::sort(data.entries.begin(),
              data.entries.end(),
              [](const Data::Entry& a, const Data::Entry& b) { return a.key < b.key; });
    progress.phase(QCoreApplication::translate("core::DuplicateEngine", "Comparing"), 0);
    const std::vector<IndexPair> pairs = data.candidates();
    const unsigned threads = options.threads != 0
        ? options.threads
        : std::max(1U, std::thread::hardware_concurrency());
    std::vector<Data::Scored> scored = data.scoreAll(pairs, threads, progress);
    if (progress.isStopped()) {
        return cancelledError();
    }
    std::unordered_map<std::int64_t, Index> indexOfKey;
    for (Index i = 0; i < data.entries.size(); ++i) {
        indexOfKey.emplace(data.entries[i].key, i);
    }
    std::set<IndexPair> vetoes;
    for (const auto& [a, b] : options.vetoes) {
        if (indexOfKey.contains(a) && indexOfKey.contains(b)) {
            vetoes.insert(pairOf(indexOfKey[a], indexOfKey[b]));
        }
    }
    std::erase_if(scored,
                  [&vetoes](const Data::Scored& pair) { return vetoes.contains(pair.pair); });
    MatchResult result;
    const auto addPair = [&](Index a, Index b, double score) {
        const std::int64_t left = data.entries[a].key;
        const std::int64_t right = data.entries[b].key;
        result.pairs.push_back({std::min(left, right), std::max(left, right), score});
    };
    for (const std::vector<Index>& members : data.group(scored, vetoes)) {
        std::vector<std::int64_t> keys;
        for (const Index member : members) {
            keys.push_back(data.entries[member].key);
        }
        std::sort(keys.begin(), keys.end());
        result.clusters.push_back(std::move(keys));
        for (std::size_t i = 0; !options.minScore && i < members.size(); ++i) {
            for (std::size_t k = i + 1; k < members.size(); ++k) {
                addPair(members[i], members[k], data.score(members[i], members[k]));
            }
        }
    }
    for (const Data::Scored& pair : scored) {
        if (options.minScore && pair.score >= *options.minScore) {
            addPair(Index(pair.pair >> 32U), Index(pair.pair & 0xFFFFFFFFU), pair.score);
        }
    }
    std::sort(result.clusters.begin(), result.clusters.end());
    std::sort(result.pairs.begin(), result.pairs.end(), [](const MatchPair& x, const MatchPair& y) {
        return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    return result;
}

std::vector<std::int64_t> blockingKeys(const MatchRecord& record)
{
    std::vector<std::int64_t> keys;
    for (const std::uint64_t key : keysOf(featuresOf(record))) {
        keys.push_back(std::int64_t(key));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

namespace {

MatchCounts assumedCounts()
{
    MatchCounts counts;
    counts.records = 20000;
    return counts;
}

} // namespace

double matchScore(const MatchRecord& a, const MatchRecord& b)
{
    const MatchCounts counts = assumedCounts();
    return probability(judge(featuresOf(a), featuresOf(b), counts), counts);
}

std::vector<FieldJudgement> explainMatch(const MatchRecord& a, const MatchRecord& b)
{
    const auto say = [](const char* text) {
        return QCoreApplication::translate("core::DuplicateEngine", text);
    };
    struct Words
    {
        const char* field;
        const char* same;
        const char* similar;
        const char* different;
    };
    static constexpr Words table[]{
        {"name",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same name"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar name"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different name")},
        {"phone",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same phone"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "phone differs in one digit"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different phone")},
        {"email",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same e-mail"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar e-mail"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different e-mail")},
        {"code",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same credit code"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "credit code differs in one place"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different credit code")},
        {"birth_date",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same birthday"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar birthday"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different birthday")},
        {"street",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same address"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar address"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different address")},
        {"city",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same city"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same city"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different city")},
        {"postcode",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same postcode"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same postcode"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different postcode")},
        {"contact",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "same contact"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "similar contact"),
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "different contact")},
        {"type",
         "",
         "",
         QT_TRANSLATE_NOOP("core::DuplicateEngine", "one is a company, the other a person")},
    };
    std::vector<FieldJudgement> judgements;
    for (const JudgedField& judged : judge(featuresOf(a), featuresOf(b), assumedCounts())) {
        for (const Words& words : table) {
            if (qstrcmp(words.field, judged.field) == 0) {
                const char* text = judged.level == MatchLevel::Same ? words.same
                    : judged.level == MatchLevel::Similar           ? words.similar
                                                                    : words.different;
                judgements.push_back({QLatin1String(judged.field), say(text), judged.bits});
            }
        }
    }
    std::stable_sort(
        judgements.begin(), judgements.end(), [](const FieldJudgement& x, const FieldJudgement& y) {
            return std::abs(x.weight) > std::abs(y.weight);
        });
    return judgements;
}

QStringList matchReasons(const MatchRecord& a, const MatchRecord& b)
{
    QStringList reasons;
    for (const FieldJudgement& judgement : explainMatch(a, b)) {
        reasons.append(judgement.words);
    }
    return reasons;
}

} // namespace core
