/// MatchWeights: how much each field of a pair speaks for or against, in bits (base-2 logarithms of likelihood ratios).
/// Agreement on a value weighs the more the rarer it is in the table. Pure after the counting; any thread.
#pragma once

#include "core/duplicates/MatchFeatures.h"

#include <QHash>

#include <vector>

namespace core {

/// How often each value occurs.
struct MatchCounts
{
    QHash<QString, int> names;
    QHash<QString, int> pinyins;
    QHash<QString, int> phones;
    QHash<QString, int> emails;
    QHash<QString, int> births;
    QHash<QString, int> streets;
    QHash<QString, int> cities;
    QHash<QString, int> postcodes;
    QHash<QString, int> contacts;
    QHash<QString, int> tokens;
    double records = 1000;

    void count(const MatchFeatures& features);
};

enum class MatchLevel : std::uint8_t
{
    Missing,
    Same,
    Similar,
    Different
};

struct JudgedField
{
    const char* field = "";
    MatchLevel level = MatchLevel::Missing;
    double bits = 0;
};

[[nodiscard]] std::vector<JudgedField>
judge(const MatchFeatures& a, const MatchFeatures& b, const MatchCounts& counts);
/// Probability that they are one client, from the sum of the bits and the prior.
[[nodiscard]] double probability(const std::vector<JudgedField>& judged, const MatchCounts& counts);

} // namespace core
