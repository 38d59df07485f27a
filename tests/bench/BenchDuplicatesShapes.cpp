#include "bench/BenchDuplicatesShapes.h"

#include "support/Crowd.h"

#include "core/exchange/CsvReader.h"

#include <QFile>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

namespace bench {

using namespace core;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int shapedRecords = 50000;
constexpr int copies = 20;
constexpr int namesakes = 5000;

struct Row
{
    QString name;
    QString phone;
    QString email;
    QString city;
    QString street;
};

Row madeUp(Crowd& crowd)
{
    const bool person = crowd.number(2) == 0;
    Row row;
    row.name = person ? crowd.person() : crowd.company();
    row.phone = u"13%1"_s.arg(crowd.number(1'000'000'000), 9, 10, QLatin1Char('0'));
    row.email = u"user%1@mail%2.example"_s.arg(crowd.number(9999999)).arg(crowd.number(5000));
    row.city = places[crowd.number(places.size())] + u"市"_s;
    row.street = u"%1路%2号%3室"_s.arg(crowd.person().right(2))
                     .arg(crowd.number(600))
                     .arg(crowd.number(2000));
    return row;
}

/// `next` makes the i-th row of what a plain file would have there.
double secondsOf(const QString& folder, const std::function<Row(int, const Row&)>& next)
{
    const QString path = folder + u"/shape.csv"_s;
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) {
            std::exit(1);
        }
        file.write("id,name,phone,email,city,street\n");
        Crowd crowd;
        for (int i = 0; i < shapedRecords; ++i) {
            const Row row = next(i, madeUp(crowd));
            file.write(QStringList{
                           QString::number(i), row.name, row.phone, row.email, row.city, row.street}
                           .join(u',')
                           .toUtf8()
                       + '\n');
        }
    }
    // The quietest of three: other programs cost caches.
    double least = 1e9;
    for (int round = 0; round < 3; ++round) {
        least = std::min(least,
                         runProgram(dossierctl(),
                                    {u"duplicates"_s,
                                     u"match"_s,
                                     path,
                                     u"--id-column"_s,
                                     u"id"_s,
                                     u"--output"_s,
                                     folder + u"/pairs.csv"_s})
                             .seconds);
    }
    return least;
}

std::vector<QStringList>
groupsOf(const QString& data, const QString& idColumn, const QString& folder)
{
    const QString clusters = folder + u"/clusters.csv"_s;
    runProgram(dossierctl(),
               {u"duplicates"_s,
                u"match"_s,
                data,
                u"--id-column"_s,
                idColumn,
                u"--output"_s,
                folder + u"/pairs.csv"_s,
                u"--clusters"_s,
                clusters});
    std::map<QString, QStringList> byNumber;
    CsvReader reader = need(CsvReader::open(clusters));
    need(reader.next());
    while (const auto row = need(reader.next())) {
        byNumber[row->cells.value(1)].append(row->cells.value(0));
    }
    std::vector<QStringList> groups;
    for (auto& [number, members] : byNumber) {
        members.sort();
        groups.push_back(members);
    }
    std::sort(groups.begin(), groups.end());
    return groups;
}

/// Whole rows as they stand; none of the sets has a line break in a cell.
void writeShuffled(const QString& data, const QString& shuffled)
{
    QFile from(data);
    QFile to(shuffled);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly)) {
        std::exit(1);
    }
    to.write(from.readLine());
    std::vector<QByteArray> lines;
    while (!from.atEnd()) {
        lines.push_back(from.readLine().trimmed() + '\n');
    }
    std::shuffle(lines.begin(), lines.end(), std::mt19937_64(11));
    for (const QByteArray& line : lines) {
        to.write(line);
    }
}

} // namespace

void measureShapes(const QString& folder)
{
    const double plain = secondsOf(folder, [](int, const Row& row) { return row; });
    std::printf("%d records, CPU per record beside a plain file's (%.1f us):\n",
                shapedRecords,
                plain / shapedRecords * 1e6);
    const auto print = [plain](const char* words, double seconds) {
        std::printf("  %-44s %5.2f times (target 1, noise some %%)\n", words, seconds / plain);
        std::fflush(stdout);
    };
    Row first;
    const auto copied = [&first](bool begins, const Row& row) {
        if (begins) {
            first = row;
        }
        return first;
    };
    print("one group of 20 copies", secondsOf(folder, [&](int i, const Row& row) {
              return i < copies ? copied(i == 0, row) : row;
          }));
    print("every record in a group of 20",
          secondsOf(folder, [&](int i, const Row& row) { return copied(i % copies == 0, row); }));
    print("5,000 records of one name", secondsOf(folder, [](int i, const Row& row) {
              Row made = row;
              made.name = i % (shapedRecords / namesakes) == 0 ? u"王伟"_s : row.name;
              return made;
          }));
    std::printf("\n");
}

bool checkSameResult(const LabelledSet& set, const QString& folder)
{
    const QString shuffled = folder + u"/shuffled.csv"_s;
    writeShuffled(set.data, shuffled);
    const bool rows
        = groupsOf(set.data, set.idColumn, folder) == groupsOf(shuffled, set.idColumn, folder);
    const bool threads = isSameWithThreads(set);
    std::printf("same result, %-20s shuffled rows: %s; 1, all, 7 threads: %s\n",
                qUtf8Printable(set.name),
                rows ? "yes" : "NO",
                threads ? "yes" : "NO");
    std::fflush(stdout);
    return rows && threads;
}

} // namespace bench
