#include "app/ctl/MatchFile.h"

#include "app/ctl/MatchRows.h"
#include "core/exchange/CsvWriter.h"

#include <QElapsedTimer>

#include <numeric>

namespace ctl {

namespace {

core::Result<>
writeClusters(const QString& file, const MatchRows& rows, const core::MatchResult& found)
{
    std::vector<std::size_t> cluster(std::size_t(rows.size()));
    std::iota(cluster.begin(), cluster.end(), found.clusters.size());
    for (std::size_t number = 0; number < found.clusters.size(); ++number) {
        for (const std::int64_t member : found.clusters[number]) {
            cluster[std::size_t(member)] = number;
        }
    }
    auto writer = core::CsvWriter::createForPrograms(file);
    if (!writer) {
        return writer.error();
    }
    if (auto done = writer->write({QStringLiteral("id"), QStringLiteral("cluster")}, false);
        !done) {
        return done;
    }
    for (std::int64_t i = 0; i < rows.size(); ++i) {
        if (auto done
            = writer->write({rows.id(i), QString::number(cluster[std::size_t(i)])}, false);
            !done) {
            return done;
        }
    }
    auto finished = writer->finish();
    return finished ? core::Result<>() : core::Result<>(finished.error());
}

core::Result<>
writePairs(const QString& file, const MatchRows& rows, const std::vector<core::MatchPair>& pairs)
{
    auto writer = core::CsvWriter::createForPrograms(file);
    if (!writer) {
        return writer.error();
    }
    if (auto done = writer->write(
            {QStringLiteral("id_a"), QStringLiteral("id_b"), QStringLiteral("score")}, false);
        !done) {
        return done;
    }
    for (const core::MatchPair& pair : pairs) {
        if (auto done = writer->write(
                {rows.id(pair.a), rows.id(pair.b), QString::number(pair.score, 'f', 6)}, false);
            !done) {
            return done;
        }
    }
    auto finished = writer->finish();
    return finished ? core::Result<>() : core::Result<>(finished.error());
}

} // namespace

core::Result<MatchFileReport> matchFile(const MatchFileOptions& options, core::Progress& progress)
{
    QElapsedTimer timer;
    timer.start();
    auto rows = MatchRows::open(options.file, options.idColumn, options.map);
    if (!rows) {
        return rows.error();
    }
    MatchFileReport report;
    report.mapping = rows->mapping();
    core::DuplicateEngine engine;
    while (true) {
        auto record = rows->next();
        if (!record) {
            return record.error();
        }
        if (!*record) {
            break;
        }
        engine.add(**record);
    }
    core::MatchOptions match;
    match.minScore = options.minScore;
    auto found = engine.run(match, progress);
    if (!found) {
        return found.error();
    }
    if (auto done
        = writePairs(options.output, *rows, options.minScore ? found->asked : found->pairs);
        !done) {
        return done.error();
    }
    if (!options.clusters.isEmpty()) {
        if (auto done = writeClusters(options.clusters, *rows, *found); !done) {
            return done.error();
        }
    }
    constexpr double milliseconds = 1000.0;
    report.records = rows->size();
    report.pairs = std::int64_t((options.minScore ? found->asked : found->pairs).size());
    report.clusters = std::int64_t(found->clusters.size());
    report.seconds = double(timer.elapsed()) / milliseconds;
    return report;
}

} // namespace ctl
