/// MatchModel: from how two records compare to the probability that they are one client.
///
/// Fellegi-Sunter weights with three classes instead of two: one client, kin (a family, two branches, sister companies:
/// they share address or telephone without being the same), and strangers. Each level of each field has its share in
/// each class; for strangers an agreement weighs by how rare the value is. The shares begin as built in, for persons and
/// companies apart, and are fitted to the file by expectation maximization (Winkler, "Using the EM Algorithm for Weight
/// Computation in the Fellegi-Sunter Model", ASA 1988), the built-in ones standing for some hundred pairs: 300 records
/// change little, 100,000 decide for themselves. A value; any thread.
#pragma once

#include "core/duplicates/MatchCompare.h"

#include <QByteArray>

#include <array>
#include <span>
#include <vector>

namespace core {

struct MatchWeight
{
    MatchField field = MatchField::Name;
    std::uint8_t level = level::missing;
    double bits = 0; ///< for one client, against strangers
};

class MatchModel
{
public:
    /// With the built-in shares, for a table of this size.
    explicit MatchModel(double records);

    [[nodiscard]] double score(const MatchComparison& comparison, bool persons) const;
    /// For one client and against it, in bits. Under one half the odds before anything was compared are left out: two
    /// records that have nothing to compare are no contradiction, however rare clients are among a million pairs.
    [[nodiscard]] double evidence(const MatchComparison& comparison, bool persons) const;
    [[nodiscard]] std::vector<MatchWeight> weights(const MatchComparison& comparison,
                                                   bool persons) const;

    struct Sample
    {
        MatchComparison comparison;
        bool persons = false;
    };
    /// A pair that somebody decided.
    struct Decided
    {
        Sample sample;
        bool same = false;
    };
    /// `random`: pairs of strangers, mostly; `candidates`: pairs that blocking found, one of `everyOf` that it did.
    /// `decided`: what people said, worth several pairs each, since it is known and not guessed.
    void fit(std::span<const Sample> random,
             std::span<const Sample> candidates,
             double everyOf,
             std::span<const Decided> decided = {});

    /// What was fitted, and back; false where it is of another form, and then nothing is taken.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] bool takeBytes(const QByteArray& bytes);

private:
    using Shares = std::array<std::array<double, level::count>, matchFieldCount>;
    struct Class
    {
        Shares same{}; ///< of one client's pairs: how many are at this level
        Shares kin{};
        Shares strangers{};
    };
    struct Logs
    {
        Shares same{}; ///< log2(same / strangers); log2(same) where the value's own rarity counts
        Shares kin{};
    };
    struct Odds
    {
        double same = 0; ///< log2, against strangers
        double kin = 0;
    };

    struct Posterior
    {
        double same = 0;
        double kin = 0;
    };

    [[nodiscard]] static Posterior posterior(const Odds& odds);
    static void count(Shares& shares, const MatchComparison& comparison, double weight);
    /// Shares from what was seen, held up by the built-in ones, which count as `weight` pairs.
    static void settle(Shares& into, const Shares& built, const Shares& seen, double weight);
    /// What the classes are by their meaning, which fitting may not turn into something else. Kin are called otherwise:
    /// taking in namesakes, too, they would make one name at one address, each usual among kin, kin and no client. No two
    /// have one number. They share a telephone. And another given name is another person, however often a family is asked.
    static void hold(Class& fitted, const Class& built);
    /// What people said, on top of what was fitted to `guessed` and held to its meaning: it may contradict that.
    void learn(std::span<const Decided> decided, const std::array<Class, 2>& guessed);
    [[nodiscard]] Odds odds(const MatchComparison& comparison, bool persons) const;
    void takeLogs();

    double m_records;
    std::array<Class, 2> m_classes{}; ///< companies, persons
    std::array<Logs, 2> m_logs{};
    double m_same = 0; ///< prior odds against strangers, log2
    double m_kin = 0;
};

/// Whether agreement at this level weighs by how rare the value is.
[[nodiscard]] bool countsRarity(MatchField field, std::uint8_t level);

} // namespace core
