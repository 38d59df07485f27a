/// Labelled sets for bench_duplicates: X.csv with X_truth.csv (record, client). Each goes through dossierctl with the
/// program's own default, in a process of its own, so that seconds and memory are those of that set alone.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace bench {

struct LabelledSet
{
    QString name;
    QString data;
    QString truth;
    QString idColumn; ///< whose values are the truth's records
};

/// Every set of a folder, by name. Reads little of them and keeps less: a process that is started begins with what this one
/// has in memory, so that nothing large may be read before all have been measured.
std::vector<LabelledSet> setsIn(const QString& folder);

struct Usage
{
    double seconds = 0; ///< of all cores together
    double megabytes = 0; ///< at most
};

/// Runs a program that must succeed, and waits for it.
Usage runProgram(const QString& program, const QStringList& arguments);
QString dossierctl();
QString thisProgram();

/// Of how many pairs how many are right.
struct Share
{
    qint64 found = 0;
    qint64 right = 0;

    void add(bool isRight)
    {
        ++found;
        right += isRight ? 1 : 0;
    }
    [[nodiscard]] double precision() const
    {
        return found == 0 ? 1 : double(right) / double(found);
    }
    [[nodiscard]] double recall(qint64 all) const
    {
        return all == 0 ? 1 : double(right) / double(all);
    }
};

/// From .5 on, as the table names them.
inline constexpr std::array binsFrom{0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};

struct Quality
{
    qsizetype records = 0;
    qint64 truePairs = 0;
    Share pairs;
    Share certain;
    Share ungrouped; ///< pairs from .5 on before groups were made
    Share candidates; ///< that blocking brings together
    std::array<Share, binsFrom.size()> bins{};
    double clusterPrecision = 1; ///< B-cubed
    double clusterRecall = 1;
    Usage usage;
};

/// First of all sets, into a folder of each its own ...
Usage measure(const LabelledSet& set, const QString& folder);
/// ... then what was found.
Quality qualityOf(const LabelledSet& set, const QString& folder);

/// What the part of qualityOf() does that needs the engine itself; in a process of its own, its result in a file:
/// bench_duplicates --inside data idColumn truth output
int lookInside(const QStringList& arguments);

struct Target
{
    double least = 0;
    double stretch = 0;
};

/// Of F1, by the kind of the set and its size.
Target targetOfF1(const QString& name, qsizetype records);

void printQuality(const std::vector<LabelledSet>& sets, const std::vector<Quality>& qualities);

} // namespace bench
