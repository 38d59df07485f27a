#include "bench/BenchDuplicatesSets.h"
#include "bench/BenchDuplicatesShapes.h"
#include "support/Crowd.h"

#include "app/ctl/MatchRows.h"
#include "core/duplicates/MatchTable.h"
#include "core/exchange/CsvReader.h"

#include <QFile>

#include <algorithm>

namespace bench {

using namespace core;
using namespace Qt::StringLiterals;
using tests::need;

namespace {

std::vector<MatchRecord> recordsOf(const QString& data, const QString& idColumn, QStringList& ids)
{
    std::vector<MatchRecord> records;
    ctl::MatchRows rows = need(ctl::MatchRows::open(data, idColumn, {}));
    while (auto record = need(rows.next())) {
        records.push_back(*std::move(record));
    }
    for (std::int64_t i = 0; i < rows.size(); ++i) {
        ids.append(rows.id(i));
    }
    return records;
}

/// By row; -1: the truth does not know it.
std::vector<int> clientsOf(const QStringList& ids, const QString& truth)
{
    QHash<QString, int> numberOf;
    QHash<QString, int> clientOf;
    CsvReader reader = need(CsvReader::open(truth));
    need(reader.next());
    while (const auto row = need(reader.next())) {
        const QString client = row->cells.value(1);
        if (!numberOf.contains(client)) {
            numberOf.insert(client, int(numberOf.size()));
        }
        clientOf.insert(row->cells.value(0), numberOf.value(client));
    }
    std::vector<int> clients;
    for (const QString& id : ids) {
        clients.push_back(clientOf.value(id, -1));
    }
    return clients;
}

MatchResult resultOf(const std::vector<MatchRecord>& records, const MatchOptions& options)
{
    DuplicateEngine engine;
    for (const MatchRecord& record : records) {
        engine.add(record);
    }
    Progress quiet;
    return need(engine.run(options, quiet));
}

} // namespace

int lookInside(const QStringList& arguments)
{
    if (arguments.size() != 4) {
        return 2;
    }
    QStringList ids;
    const std::vector<MatchRecord> records = recordsOf(arguments[0], arguments[1], ids);
    const std::vector<int> clients = clientsOf(ids, arguments[2]);
    const auto isRight = [&clients](std::int64_t a, std::int64_t b) {
        return clients[std::size_t(a)] >= 0 && clients[std::size_t(a)] == clients[std::size_t(b)];
    };
    Share candidates;
    {
        Progress quiet;
        MatchTable table;
        for (const MatchRecord& record : records) {
            table.add(record, 0);
        }
        table.complete(0);
        for (const auto& range : table.candidates(1, quiet)) {
            for (const MatchTable::Pair pair : range) {
                candidates.add(isRight(table.key(MatchTable::Index(pair >> 32U)),
                                       table.key(MatchTable::Index(pair & 0xFFFFFFFFU))));
            }
        }
    }
    Share ungrouped;
    for (const MatchPair& pair : resultOf(records, {.minScore = binsFrom.front()}).asked) {
        ungrouped.add(isRight(pair.a, pair.b));
    }
    QFile output(arguments[3]);
    if (!output.open(QIODevice::WriteOnly)) {
        return 1;
    }
    output.write(u"candidates,right,ungrouped,right\n%1,%2,%3,%4\n"_s.arg(candidates.found)
                     .arg(candidates.right)
                     .arg(ungrouped.found)
                     .arg(ungrouped.right)
                     .toUtf8());
    return 0;
}

bool isSameWithThreads(const LabelledSet& set)
{
    QStringList ids;
    const std::vector<MatchRecord> records = recordsOf(set.data, set.idColumn, ids);
    const MatchResult one = resultOf(records, {.threads = 1});
    for (const unsigned threads : {0U, 7U}) {
        const MatchResult many = resultOf(records, {.threads = threads});
        const bool same = one.clusters == many.clusters
            && std::equal(one.pairs.begin(),
                          one.pairs.end(),
                          many.pairs.begin(),
                          many.pairs.end(),
                          [](const MatchPair& x, const MatchPair& y) {
                              return x.a == y.a && x.b == y.b && x.score == y.score;
                          });
        if (!same) {
            return false;
        }
    }
    return true;
}

} // namespace bench
