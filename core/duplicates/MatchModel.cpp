#include "core/duplicates/MatchModel.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

struct Row
{
    MatchField field;
    std::array<double, level::count> same;
    std::array<double, level::count> kin;
    std::array<double, level::count> strangers;
};

// Built-in shares per level, from common sense about what people mistype, leave out and change; strangers' ones only
// where the rarity of the value does not say it.
constexpr std::array personRows{
    Row{MatchField::Name,
        {.55, .10, .14, .11, .03, .03, .04},
        {.04, .01, .02, .03, .04, .62, .24},
        {0, 0, 0, 0, 0, 0, .98}},
    Row{MatchField::Branch, {.6, .35, .05}, {.1, .5, .4}, {.1, .5, .4}},
    Row{MatchField::Phone, {.60, .08, .32}, {.18, .01, .81}, {0, 3e-6, 1}},
    Row{MatchField::Email,
        {.66, .10, .10, .02, .12},
        {.02, .01, .02, .05, .90},
        {0, 1e-4, 0, 0, 1}},
    Row{MatchField::Code, {.86, .11, .025, .005}, {.001, .004, .295, .70}, {0, 1e-5, .5, .5}},
    Row{MatchField::Birth,
        {.78, .12, .05, .01, .04},
        {.025, .01, .03, .02, .915},
        {0, 1e-3, 6e-3, 2.5e-3, .99}},
    Row{MatchField::Street,
        {.45, .20, .10, .07, .18},
        {.55, .10, .05, .08, .22},
        {0, 0, 5e-4, 2e-2, .98}},
    Row{MatchField::Area, {.74, .16, .04, .06}, {.68, .12, .02, .18}, {0, 0, 2e-2, .9}},
    Row{MatchField::Contact,
        {.5, .1, .1, .1, .025, .025, .15},
        {.06, .01, .02, .02, .02, .04, .83},
        {0, 0, 0, 0, 0, 0, .98}},
    Row{MatchField::Type, {.9, .02}, {.9, .1}, {.5, .5}},
};
constexpr std::array companyRows{
    Row{MatchField::Name,
        {.45, .07, .16, .20, .08, 0, .04},
        {.25, .02, .10, .06, .42, 0, .15},
        {0, 0, 0, 0, 0, 0, .97}},
    Row{MatchField::Branch, {.55, .35, .10}, {.03, .52, .45}, {.1, .5, .4}},
    Row{MatchField::Phone, {.60, .08, .32}, {.12, .01, .87}, {0, 3e-6, 1}},
    Row{MatchField::Email,
        {.60, .08, .08, .12, .12},
        {.02, .01, .02, .35, .60},
        {0, 1e-4, 0, 0, 1}},
    Row{MatchField::Code, {.86, .11, .025, .005}, {.003, .006, .29, .70}, {0, 1e-5, .5, .5}},
    Row{MatchField::Birth,
        {.78, .12, .05, .01, .04},
        {.01, .01, .03, .02, .93},
        {0, 1e-3, 6e-3, 2.5e-3, .99}},
    Row{MatchField::Street,
        {.45, .20, .10, .07, .18},
        {.35, .05, .05, .08, .47},
        {0, 0, 5e-4, 2e-2, .98}},
    Row{MatchField::Area, {.74, .16, .04, .06}, {.40, .20, .02, .38}, {0, 0, 2e-2, .9}},
    Row{MatchField::Contact,
        {.58, .09, .09, .08, .015, .015, .13},
        {.03, .01, .01, .01, .02, .03, .89},
        {0, 0, 0, 0, 0, 0, .98}},
    Row{MatchField::Type, {.9, .02}, {.9, .1}, {.5, .5}},
};

constexpr double matchesPerRecord = 0.3; // expected before anything is known
constexpr double kinPerRecord = 0.15;
constexpr double builtInPairs = 120; // that the built-in shares count for
constexpr double builtInKin = 250;
constexpr double builtInStrangers = 200;
constexpr double mostGuessed = 1000; // pairs that the fit counts for beside decisions about kin
constexpr double decidedPairs = 5; // that a decision counts for
constexpr double leastShare = 1e-4;
constexpr int rounds = 8;

/// Where two fields say the same thing twice, the second counts little.
constexpr double echo = 0.35;
/// What another place says against one house: mostly the place is named otherwise.
constexpr double renamed = 0.5;
/// Of kin with one name, how many have one house, log2: they are branches, and those have houses of their own.
const double branchesHouse = std::log2(0.04);

} // namespace

bool countsRarity(MatchField field, std::uint8_t at)
{
    switch (field) {
    case MatchField::Name:
    case MatchField::Contact:
        return at <= level::family;
    case MatchField::Phone:
    case MatchField::Code:
    case MatchField::Birth:
        return at == level::same;
    case MatchField::Email:
        return at == level::same || at == level::mailBox || at == level::mailDomain;
    case MatchField::Street:
        return at <= level::streetHouse;
    case MatchField::Area:
        return at <= level::areaCity;
    case MatchField::Branch:
    case MatchField::Type:
        break;
    }
    return false;
}

MatchModel::MatchModel(double records)
    : m_records(std::max(records, 2.0))
{
    const auto fill = [](Class& into, const auto& rows) {
        for (const Row& row : rows) {
            into.same[std::size_t(row.field)] = row.same;
            into.kin[std::size_t(row.field)] = row.kin;
            into.strangers[std::size_t(row.field)] = row.strangers;
        }
    };
    fill(m_classes[0], companyRows);
    fill(m_classes[1], personRows);
    const double pairs = m_records * (m_records - 1) / 2;
    m_same = std::log2(matchesPerRecord * m_records / pairs);
    m_kin = std::log2(kinPerRecord * m_records / pairs);
    takeLogs();
}

void MatchModel::takeLogs()
{
    for (std::size_t kind = 0; kind < m_classes.size(); ++kind) {
        for (std::size_t field = 0; field < matchFieldCount; ++field) {
            for (std::size_t at = 0; at < level::count; ++at) {
                const bool rare = countsRarity(MatchField(field), std::uint8_t(at));
                const double strangers
                    = rare ? 1 : std::max(m_classes[kind].strangers[field][at], 1e-6);
                const auto log = [strangers](double share) {
                    return std::log2(std::max(share, leastShare) / strangers);
                };
                m_logs[kind].same[field][at] = log(m_classes[kind].same[field][at]);
                m_logs[kind].kin[field][at] = log(m_classes[kind].kin[field][at]);
            }
        }
    }
}

MatchModel::Odds MatchModel::odds(const MatchComparison& comparison, bool persons) const
{
    const Logs& logs = m_logs[persons ? 1 : 0];
    Odds sum{m_same, m_kin};
    const bool sameStreet = comparison.at(MatchField::Street) <= level::streetNear;
    const bool alikeName = comparison.at(MatchField::Name) <= level::part;
    const bool sameHouse = comparison.at(MatchField::Street) <= level::streetHouse;
    const bool sameNamed = !persons && comparison.at(MatchField::Name) <= level::near;
    for (std::size_t field = 0; field < matchFieldCount; ++field) {
        const std::uint8_t at = comparison.levels[field];
        if (at == level::missing) {
            continue;
        }
        double rarity = std::max(double(comparison.rarity[field]), 0.0);
        if ((MatchField(field) == MatchField::Area && sameStreet)
            || (MatchField(field) == MatchField::Email && at == level::mailDomain && alikeName)) {
            rarity *= echo;
        }
        double same = logs.same[field][at];
        double kin = logs.kin[field][at];
        if (MatchField(field) == MatchField::Area && at == level::areaDifferent && sameHouse) {
            same *= renamed;
            kin *= renamed;
        } else if (MatchField(field) == MatchField::Street && sameHouse && sameNamed) {
            kin = branchesHouse;
        }
        sum.same += same + rarity;
        sum.kin += kin + rarity;
    }
    return sum;
}

MatchModel::Posterior MatchModel::posterior(const Odds& odds)
{
    // Against the largest of the three: identical records have odds of a hundred bits for both, and only their
    // difference counts.
    const double top = std::max({odds.same, odds.kin, 0.0});
    const double same = std::exp2(odds.same - top);
    const double kin = std::exp2(odds.kin - top);
    const double all = std::exp2(-top) + same + kin;
    return {same / all, kin / all};
}

double MatchModel::score(const MatchComparison& comparison, bool persons) const
{
    return posterior(odds(comparison, persons)).same;
}

double MatchModel::evidence(const MatchComparison& comparison, bool persons) const
{
    const Odds now = odds(comparison, persons);
    const double against
        = std::max(now.kin, 0.0) + std::log2(1 + std::exp2(-std::abs(now.kin))); // both together
    if (now.same >= against) {
        return now.same - against;
    }
    return std::min({-1.0, now.same - now.kin, now.same - m_same});
}

std::vector<MatchWeight> MatchModel::weights(const MatchComparison& comparison, bool persons) const
{
    const Logs& logs = m_logs[persons ? 1 : 0];
    std::vector<MatchWeight> list;
    for (std::size_t field = 0; field < matchFieldCount; ++field) {
        const std::uint8_t at = comparison.levels[field];
        if (at != level::missing) {
            list.push_back(
                {MatchField(field),
                 at,
                 logs.same[field][at] + std::max(double(comparison.rarity[field]), 0.0)});
        }
    }
    return list;
}

void MatchModel::count(Shares& shares, const MatchComparison& comparison, double weight)
{
    for (std::size_t field = 0; field < matchFieldCount; ++field) {
        if (comparison.levels[field] != level::missing) {
            shares[field][comparison.levels[field]] += weight;
        }
    }
}

void MatchModel::settle(Shares& into, const Shares& built, const Shares& seen, double weight)
{
    for (std::size_t field = 0; field < matchFieldCount; ++field) {
        double total = 0;
        double prior = 0;
        for (std::size_t at = 0; at < level::count; ++at) {
            total += seen[field][at];
            prior += built[field][at];
        }
        for (std::size_t at = 0; at < level::count; ++at) {
            const double share
                = (seen[field][at] + weight * built[field][at]) / (total + weight * prior);
            // What was never seen may still be just rarer than one in as many.
            into[field][at] = built[field][at] > 0 ? std::max(share, 0.3 / (total + weight)) : 0;
        }
    }
}

void MatchModel::hold(Class& fitted, const Class& built)
{
    const auto atMost = [](Shares& shares, const Shares& most, MatchField field, std::uint8_t at) {
        double& share = shares[std::size_t(field)][at];
        share = std::min(share, most[std::size_t(field)][at]);
    };
    for (std::uint8_t at = level::same; at <= level::part; ++at) {
        atMost(fitted.kin, built.kin, MatchField::Name, at);
    }
    atMost(fitted.kin, built.kin, MatchField::Code, level::same);
    atMost(fitted.same, built.same, MatchField::Name, level::family);
    double& phone = fitted.kin[std::size_t(MatchField::Phone)][level::same];
    phone = std::max(phone, built.kin[std::size_t(MatchField::Phone)][level::same]);
}

void MatchModel::fit(std::span<const Sample> random,
                     std::span<const Sample> candidates,
                     double everyOf,
                     std::span<const Decided> decided)
{
    const std::array<Class, 2> builtIn = m_classes;
    std::array<Class, 2> sums{};
    const double pairs = m_records * (m_records - 1) / 2;
    for (int round = 0; round < rounds; ++round) {
        sums = {};
        double matches = 0;
        double kin = 0;
        for (const Sample& sample : candidates) {
            const Posterior now = posterior(odds(sample.comparison, sample.persons));
            count(sums[sample.persons ? 1 : 0].same, sample.comparison, now.same);
            count(sums[sample.persons ? 1 : 0].kin, sample.comparison, now.kin);
            matches += now.same;
            kin += now.kin;
        }
        for (const Sample& sample : random) {
            count(sums[sample.persons ? 1 : 0].strangers,
                  sample.comparison,
                  1 - score(sample.comparison, sample.persons));
        }
        for (std::size_t kind = 0; kind < m_classes.size(); ++kind) {
            settle(m_classes[kind].same, builtIn[kind].same, sums[kind].same, builtInPairs);
            settle(m_classes[kind].kin, builtIn[kind].kin, sums[kind].kin, builtInKin);
            // Only levels that know no rarity are looked up; the others' part of the whole is their own.
            settle(m_classes[kind].strangers,
                   builtIn[kind].strangers,
                   sums[kind].strangers,
                   builtInStrangers);
            hold(m_classes[kind], builtIn[kind]);
        }
        // As many matches as blocking shows, within reason.
        const double expected = matchesPerRecord * m_records;
        const double found = (matches * everyOf + 0.1 * expected) / 1.1;
        m_same = std::log2(std::clamp(found, 0.02 * m_records, 4 * m_records) / pairs);
        const double related = (kin * everyOf + 0.3 * kinPerRecord * m_records) / 1.3;
        m_kin = std::log2(std::clamp(related, 0.02 * m_records, m_records) / pairs);
        takeLogs();
        learn(decided, sums);
    }
}

void MatchModel::learn(std::span<const Decided> decided, const std::array<Class, 2>& guessed)
{
    if (decided.empty()) {
        return;
    }
    std::array<Class, 2> said{};
    for (const Decided& one : decided) {
        const Sample& sample = one.sample;
        Class& sum = said[sample.persons ? 1 : 0];
        if (one.same) {
            count(sum.same, sample.comparison, decidedPairs);
            continue;
        }
        // Whoever looked alike enough to be asked about, and is somebody else, is kin more likely than a stranger.
        const Posterior now = posterior(odds(sample.comparison, sample.persons));
        const double stranger = std::max(1 - now.same - now.kin, 0.0);
        const double kinShare = now.kin / std::max(now.kin + stranger, 1e-12);
        count(sum.kin, sample.comparison, decidedPairs * kinShare);
        count(sum.strangers, sample.comparison, decidedPairs * (1 - kinShare));
    }
    const auto add
        = [](Shares& shares, const Shares& from, const Shares& seen, double least, double most) {
              for (std::size_t field = 0; field < matchFieldCount; ++field) {
                  double weight = least;
                  double words = 0;
                  for (std::size_t at = 0; at < level::count; ++at) {
                      weight += seen[field][at];
                      words += from[field][at];
                  }
                  weight = std::min(weight, most);
                  for (std::size_t at = 0; at < level::count; ++at) {
                      shares[field][at]
                          = (shares[field][at] * weight + from[field][at]) / (weight + words);
                  }
              }
          };
    // Merges are mostly of pairs that nobody doubted: they do not outweigh what the file itself shows of one client. Of kin
    // people know more than the file does.
    for (std::size_t kind = 0; kind < m_classes.size(); ++kind) {
        add(m_classes[kind].same, said[kind].same, guessed[kind].same, builtInPairs, 1e9);
        add(m_classes[kind].kin, said[kind].kin, guessed[kind].kin, builtInKin, mostGuessed);
        add(m_classes[kind].strangers,
            said[kind].strangers,
            guessed[kind].strangers,
            builtInStrangers,
            mostGuessed);
    }
    takeLogs();
}

} // namespace core
