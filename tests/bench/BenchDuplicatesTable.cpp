#include "bench/BenchDuplicatesSets.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype large = 50000;
constexpr qsizetype largest = 500000;
constexpr qsizetype calibrated = 5000; // records from which on a set's probabilities are judged

struct Kind
{
    const char* names; ///< regular expression
    qsizetype from; ///< records
    Target f1;
};

/// What to reach with the program's own default; the first that fits. What is none of these is another kind of errors.
constexpr std::array kinds{
    Kind{"^(g\\d|g_)", largest, {.88, .93}},
    Kind{"^(g\\d|g_)", large, {.92, .95}},
    Kind{"^(g\\d|g_)", 0, {.93, .96}},
    Kind{"^febrl", 0, {.99, .999}},
    Kind{"^rest", 0, {.90, .93}},
    Kind{"^fake", 0, {.90, .94}},
    Kind{"", large, {.85, .90}},
    Kind{"", 0, {.87, .92}},
};

constexpr Target certainPrecision{.995, .995};
constexpr Target certainRecall{.50, .65};

double f1(double precision, double recall)
{
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

/// "!" under the target, "+" from the stretch on.
char mark(double value, Target target)
{
    return value < target.least ? '!' : value >= target.stretch ? '+' : ' ';
}

/// The same where less is better.
char markOfCost(double value, Target target)
{
    return value > target.least ? '!' : value <= target.stretch ? '+' : ' ';
}

QString short2(double share)
{
    return QString::number(share, 'f', 3).mid(share < 1 ? 1 : 0);
}

void printCost(const Quality& quality)
{
    const qsizetype records = quality.records;
    const bool isLargest = records >= largest;
    const Target seconds = isLargest ? Target{100, 40} : Target{8, 3};
    std::printf(" %6.1f", quality.usage.seconds);
    if (records >= large) {
        std::printf("%c %3.0f/%-2.0f",
                    markOfCost(quality.usage.seconds, seconds),
                    seconds.least,
                    seconds.stretch);
    } else {
        std::printf("        ");
    }
    std::printf(" %6.0f", quality.usage.megabytes);
    if (isLargest) {
        std::printf("%c 1000/600", markOfCost(quality.usage.megabytes, {1000, 600}));
    }
    std::printf("\n");
}

void printRow(const LabelledSet& set, const Quality& quality)
{
    const qsizetype records = quality.records;
    const double precision = quality.pairs.precision();
    const double recall = quality.pairs.recall(quality.truePairs);
    const Target target = targetOfF1(set.name, records);
    const double lost = std::max(0.0, quality.ungrouped.precision() - precision);
    const double surely = quality.certain.recall(quality.truePairs);
    std::printf("%-14s %8lld %7lld  %.4f%c %s/%s %.4f %.4f  %.4f %.4f %.4f  %.4f %5.1f  "
                "%.4f%c .995 %.3f%c .50/.65  %.3f%c .02",
                qUtf8Printable(set.name),
                static_cast<long long>(records),
                static_cast<long long>(quality.truePairs),
                f1(precision, recall),
                mark(f1(precision, recall), target),
                qUtf8Printable(short2(target.least)),
                qUtf8Printable(short2(target.stretch)),
                precision,
                recall,
                f1(quality.clusterPrecision, quality.clusterRecall),
                quality.clusterPrecision,
                quality.clusterRecall,
                quality.candidates.recall(quality.truePairs),
                double(quality.candidates.found) / double(std::max<qsizetype>(1, records)),
                quality.certain.precision(),
                mark(quality.certain.precision(), certainPrecision),
                surely,
                mark(surely, certainRecall),
                lost,
                markOfCost(lost, {.02, 0}));
    printCost(quality);
}

} // namespace

Target targetOfF1(const QString& name, qsizetype records)
{
    for (const Kind& kind : kinds) {
        if (records >= kind.from
            && QRegularExpression(QLatin1String(kind.names)).match(name).hasMatch()) {
            return kind.f1;
        }
    }
    return {};
}

void printQuality(const std::vector<LabelledSet>& sets, const std::vector<Quality>& qualities)
{
    std::printf(
        "Beside each figure its target and, behind a stroke, the stretch; ! missed, + stretched. "
        "Candidates: pairs compared per record.\n"
        "%-14s %8s %7s  %-17s %-6s %-6s  %-20s  %-12s  %-26s  %-9s %-15s %s\n"
        "%-14s %8s %7s  %-17s %-6s %-6s  %-6s %-6s %-6s  %-6s %5s  %-12s %-13s  %-9s\n",
        "set",
        "records",
        "true",
        "F1 of pairs",
        "preci-",
        "recall",
        "B-cubed",
        "blocking",
        "tier certain",
        "precision",
        "CPU s",
        "peak MB",
        "",
        "",
        "pairs",
        "",
        "sion",
        "",
        "F1",
        "P",
        "R",
        "recall",
        "cand.",
        "precision",
        "recall",
        "lost by grouping");
    std::array<Share, binsFrom.size()> bins{};
    for (std::size_t i = 0; i < sets.size(); ++i) {
        printRow(sets[i], qualities[i]);
        if (qualities[i].records > calibrated) {
            for (std::size_t bin = 0; bin < bins.size(); ++bin) {
                bins[bin].found += qualities[i].bins[bin].found;
                bins[bin].right += qualities[i].bins[bin].right;
            }
        }
    }
    std::printf("\nCalibration: of the pairs given a probability, how many are true (all sets of "
                "more than %lld "
                "records, and each)\n%-14s",
                static_cast<long long>(calibrated),
                "set");
    for (std::size_t bin = 0; bin < bins.size(); ++bin) {
        const double to = bin + 1 < binsFrom.size() ? binsFrom[bin + 1] : 1;
        std::printf("  [%.2f,%.2f%c    ", binsFrom[bin], to, bin + 1 < binsFrom.size() ? ')' : ']');
    }
    std::printf("\n");
    const auto print = [](const QString& name, const std::array<Share, binsFrom.size()>& shares) {
        std::printf("%-14s", qUtf8Printable(name));
        for (const Share& share : shares) {
            std::printf("  %.3f of %-7lld", share.precision(), static_cast<long long>(share.found));
        }
        std::printf("\n");
    };
    print(u"all"_s, bins);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (qualities[i].records > calibrated) {
            print(sets[i].name, qualities[i].bins);
        }
    }
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace bench
