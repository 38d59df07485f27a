#include "bench/BenchDuplicatesSets.h"

#include "support/Crowd.h"

#include "core/exchange/CsvReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace bench {

using namespace Qt::StringLiterals;
using core::CsvReader;
using tests::need;

namespace {

template <typename Each>
void forEachRow(const QString& path, const Each& each)
{
    CsvReader reader = need(CsvReader::open(path));
    need(reader.next()); // the header
    while (const auto row = need(reader.next())) {
        if (!row->cells.isEmpty()) {
            each(row->cells);
        }
    }
}

/// The column most of whose values, in the first rows, are records of the truth.
QString idColumnOf(const QString& data, const QString& truth)
{
    CsvReader reader = need(CsvReader::open(data));
    const auto header = need(reader.next());
    const qsizetype columns = header ? header->cells.size() : 0;
    std::vector<QSet<QString>> values(static_cast<std::size_t>(columns));
    for (int i = 0; i < 200; ++i) {
        const auto row = need(reader.next());
        for (qsizetype column = 0; row && column < columns; ++column) {
            values[std::size_t(column)].insert(row->cells.value(column));
        }
    }
    std::vector<int> hits(values.size());
    forEachRow(truth, [&](const QStringList& cells) {
        for (std::size_t column = 0; column < hits.size(); ++column) {
            hits[column] += values[column].contains(cells.value(0)) ? 1 : 0;
        }
    });
    const auto best = std::max_element(hits.begin(), hits.end());
    return best == hits.end() ? QString() : header->cells[best - hits.begin()].trimmed();
}

/// Numbers of the true clients, by record.
QHash<QString, int> readTruth(const QString& truth, qint64& pairs)
{
    QHash<QString, int> clientOf;
    QHash<QString, int> numberOf;
    std::vector<qint64> sizes;
    forEachRow(truth, [&](const QStringList& cells) {
        const int client = numberOf.value(cells.value(1), int(sizes.size()));
        if (client == int(sizes.size())) {
            numberOf.insert(cells.value(1), client);
            sizes.push_back(0);
        }
        pairs += sizes[std::size_t(client)]++; // with each of those before it
        clientOf.insert(cells.value(0), client);
    });
    return clientOf;
}

void judgeClusters(const QHash<QString, int>& clientOf,
                   const QHash<QString, int>& clusterOf,
                   Quality& quality)
{
    std::map<std::pair<int, int>, qint64> both;
    QHash<int, qint64> clients;
    QHash<int, qint64> clusters;
    for (auto record = clientOf.begin(); record != clientOf.end(); ++record) {
        const int cluster = clusterOf.value(record.key());
        ++both[{*record, cluster}];
        ++clients[*record];
        ++clusters[cluster];
    }
    double precision = 0;
    double recall = 0;
    for (const auto& [place, count] : both) {
        precision += double(count) * double(count) / double(clusters[place.second]);
        recall += double(count) * double(count) / double(clients[place.first]);
    }
    quality.clusterPrecision = precision / double(clientOf.size());
    quality.clusterRecall = recall / double(clientOf.size());
}

} // namespace

std::vector<LabelledSet> setsIn(const QString& folder)
{
    std::vector<LabelledSet> sets;
    const QDir place(folder);
    for (const QFileInfo& truth :
         place.entryInfoList({u"*_truth.csv"_s}, QDir::Files, QDir::Name)) {
        const QString data = place.filePath(truth.fileName().chopped(10) + u".csv"_s);
        if (QFileInfo::exists(data)) {
            sets.push_back({QFileInfo(data).completeBaseName(),
                            data,
                            truth.filePath(),
                            idColumnOf(data, truth.filePath())});
        }
    }
    if (sets.empty()) {
        std::fprintf(stderr, "no X.csv with an X_truth.csv in %s\n", qUtf8Printable(folder));
    }
    return sets;
}

QString thisProgram()
{
    return QCoreApplication::applicationFilePath();
}

QString dossierctl()
{
    return QCoreApplication::applicationDirPath() + u"/dossierctl"_s;
}

Usage runProgram(const QString& program, const QStringList& arguments)
{
    Usage usage;
#ifdef Q_OS_UNIX
    std::vector<QByteArray> words{program.toLocal8Bit()};
    for (const QString& argument : arguments) {
        words.push_back(argument.toLocal8Bit());
    }
    std::vector<char*> list;
    for (QByteArray& word : words) {
        list.push_back(word.data());
    }
    list.push_back(nullptr);
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout) != nullptr) {
            execv(list.front(), list.data());
        }
        _exit(127);
    }
    int status = 1;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) {
        std::fprintf(stderr, "failed: %s\n", qUtf8Printable(arguments.join(u' ')));
        std::exit(1);
    }
    usage.seconds = double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
#ifdef Q_OS_MACOS
    constexpr double unit = 1024.0 * 1024.0;
#else
    constexpr double unit = 1024.0;
#endif
    usage.megabytes = double(used.ru_maxrss) / unit;
#else
    if (QProcess::execute(program, arguments) != 0) {
        std::fprintf(stderr, "failed: %s\n", qUtf8Printable(arguments.join(u' ')));
        std::exit(1);
    }
#endif
    return usage;
}

Usage measure(const LabelledSet& set, const QString& folder)
{
    QDir().mkpath(folder);
    return runProgram(dossierctl(),
                      {u"duplicates"_s,
                       u"match"_s,
                       set.data,
                       u"--id-column"_s,
                       set.idColumn,
                       u"--output"_s,
                       folder + u"/pairs.csv"_s,
                       u"--clusters"_s,
                       folder + u"/clusters.csv"_s});
}

Quality qualityOf(const LabelledSet& set, const QString& folder)
{
    Quality quality;
    const QHash<QString, int> clientOf = readTruth(set.truth, quality.truePairs);
    quality.records = clientOf.size();
    forEachRow(folder + u"/pairs.csv"_s, [&](const QStringList& cells) {
        const bool right = clientOf.value(cells.value(0), -1) == clientOf.value(cells.value(1), -2);
        const double score = cells.value(2).toDouble();
        quality.pairs.add(right);
        const auto above = std::upper_bound(binsFrom.begin(), binsFrom.end(), score);
        if (above != binsFrom.begin()) {
            quality.bins[std::size_t(above - binsFrom.begin()) - 1].add(right);
        }
        if (score >= binsFrom.back()) {
            quality.certain.add(right);
        }
    });
    QHash<QString, int> clusterOf;
    forEachRow(folder + u"/clusters.csv"_s, [&](const QStringList& cells) {
        clusterOf.insert(cells.value(0), cells.value(1).toInt());
    });
    judgeClusters(clientOf, clusterOf, quality);
    clusterOf.clear();
    const QString inside = folder + u"/inside.csv"_s;
    runProgram(thisProgram(), {u"--inside"_s, set.data, set.idColumn, set.truth, inside});
    forEachRow(inside, [&](const QStringList& cells) {
        quality.candidates = {cells.value(0).toLongLong(), cells.value(1).toLongLong()};
        quality.ungrouped = {cells.value(2).toLongLong(), cells.value(3).toLongLong()};
    });
    return quality;
}

} // namespace bench
