/// DuplicateEngine: finds the records of a table that are the same client. Unsupervised, explained, the same result in
/// any row order and with any number of threads.
///
///     DuplicateEngine engine;
///     engine.add({.key = 1, .name = u"苏州元诚科技有限公司", .phone = u"0512-38183752"});
///     …
///     Result<MatchResult> found = engine.run({}, progress);
///
/// Standardizes, blocks by hashed keys, and weighs each pair field by field as Fellegi and Sunter do ("A Theory for
/// Record Linkage", JASA 64, 1969): the logarithm of how much likelier an agreement (or a difference) is in two records
/// of one client than in two of different ones, rare values weighing more. The weights are fitted to the table. Groups
/// grow by the best pair first and only while the evidence between two groups holds on average. Works on all cores, but
/// one engine is asked by one thread at a time.
///
/// Files: MatchNames, MatchContacts and MatchFeatures standardize, MatchKeys and MatchTable block and count, MatchCompare
/// and MatchCompareNames compare, MatchModel weighs, MatchGroups groups, MatchReasons explains; MatchJudge judges single
/// pairs afterwards.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// A record as its table has it; nothing standardized.
struct MatchRecord
{
    std::int64_t key = 0;
    std::uint64_t order
        = 0; ///< by it, then by key, records are put in order; where keys say nothing, as those of rows
    QString type{}; ///< "company", "person" or empty
    QString name{};
    QString contact{};
    QString phone{}; ///< may hold several
    QString email{}; ///< may hold several
    QString province{};
    QString city{};
    QString district{};
    QString street{};
    QString postcode{};
    QString code{};
    QString birthDate{};
    QString industry{};
    QString
        notes{}; ///< only numbers and addresses that slid into them count; equal notes say nothing
};

struct MatchPair
{
    std::int64_t a = 0; ///< a < b
    std::int64_t b = 0;
    double score = 0; ///< probability that they are one client
};

enum class MatchTier : std::uint8_t
{
    Possible,
    Likely,
    Certain
};
[[nodiscard]] MatchTier tierOf(double score);

/// A value that several clients of the table have.
struct SharedValue
{
    std::int64_t hash = 0; ///< of its kind and text
    std::uint32_t clients = 0;
};

/// What a run learned of its table; MatchJudge judges single pairs with it.
struct MatchLearned
{
    QByteArray model; ///< the fitted weights
    double records = 0;
    std::vector<SharedValue> shared; ///< those that say something, by hash
};

struct MatchResult
{
    std::vector<MatchPair> pairs; ///< of the groups that the engine believes in; by a, then b
    std::vector<MatchPair> asked; ///< all from the score on that was asked for
    std::vector<std::vector<std::int64_t>> clusters; ///< of two and more, each and all in order
    MatchLearned learned; ///< where that was asked for
};

/// How one field of a pair was judged.
struct FieldJudgement
{
    QString field; ///< "name", "phone"
    QString words; ///< translated: "same phone"
    double weight = 0; ///< in bits; negative speaks against
};

/// What somebody said of two records, as they were then.
struct DecidedPair
{
    MatchRecord a;
    MatchRecord b;
    bool same = false;
};

struct MatchOptions
{
    std::optional<double> minScore{}; ///< fills MatchResult::asked
    unsigned threads = 0; ///< 0: all
    std::vector<std::pair<std::int64_t, std::int64_t>> vetoes{};
    std::vector<DecidedPair> decided{}; ///< the weights are fitted to these too
    bool learns = false; ///< fills MatchResult::learned
};

class DuplicateEngine
{
public:
    static constexpr double ownThreshold = 0.5;

    DuplicateEngine();
    ~DuplicateEngine();
    DuplicateEngine(DuplicateEngine&&) noexcept;
    DuplicateEngine& operator=(DuplicateEngine&&) noexcept;

    void add(const MatchRecord& record);
    [[nodiscard]] std::size_t size() const;
    Result<MatchResult> run(const MatchOptions& options, Progress& progress);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// For the check at entry: keys for a table of (hash, record); records that share none are no candidates.
[[nodiscard]] std::vector<std::int64_t> blockingKeys(const MatchRecord& record);
/// One record against many, with the built-in weights: standardized once. Where a table is there, it knows better.
class MatchProbe
{
public:
    explicit MatchProbe(const MatchRecord& record);
    ~MatchProbe();
    MatchProbe(MatchProbe&&) noexcept;
    MatchProbe& operator=(MatchProbe&&) noexcept;

    [[nodiscard]] const std::vector<std::int64_t>& keys() const; ///< as blockingKeys
    [[nodiscard]] double score(const MatchRecord& other) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// One pair with the built-in weights.
[[nodiscard]] double matchScore(const MatchRecord& a, const MatchRecord& b);
/// How exactly reasons are worded.
enum class MatchWording : std::uint8_t
{
    Exact, ///< with the letters in which two values differ: for whoever may see both
    WithoutValues
};
[[nodiscard]] std::vector<FieldJudgement> explainMatch(const MatchRecord& a,
                                                       const MatchRecord& b,
                                                       MatchWording wording = MatchWording::Exact);
/// The judgements in words, the strongest first.
[[nodiscard]] QStringList matchReasons(const MatchRecord& a,
                                       const MatchRecord& b,
                                       MatchWording wording = MatchWording::Exact);

} // namespace core
