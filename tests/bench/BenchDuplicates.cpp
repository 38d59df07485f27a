// Finding duplicates: how well, how dear, and how far its probabilities can be believed.
//
//   bench_duplicates [clients] [--sets FOLDER]…        default 100000 clients; 0: no office
//
// An office of made-up clients: the key table, the check at entry (median, 95th and 99th percentile) and the whole scan.
// Then every X.csv of the folders that has an X_truth.csv beside it (two columns, record and client), each through
// dossierctl in a process of its own with the program's own default: a table with the targets beside the figures, how far
// the probabilities are true, the same result in any order and with any number of threads. Last, files of a shape that
// could be dear. Ends with 1 where a result was not the same.
#include "bench/BenchDuplicatesSets.h"
#include "bench/BenchDuplicatesShapes.h"
#include "support/Crowd.h"

#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/duplicates/DuplicateIndex.h"
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/EntryLookup.h"
#include "core/records/ClientStore.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace core;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

ClientValues madeUp(Crowd& crowd)
{
    ClientValues values;
    const bool person = crowd.number(2) == 0;
    values.set(Field::Type, person ? u"person"_s : u"company"_s);
    values.set(Field::Name, person ? crowd.person() : crowd.company());
    values.set(Field::Contact, person ? QString() : crowd.person());
    values.set(Field::Phone, u"+861%1"_s.arg(3000000000LL + crowd.number(6999999999LL)));
    values.set(Field::Email,
               u"user%1@mail%2.example"_s.arg(crowd.number(9999999)).arg(crowd.number(5000)));
    values.set(Field::City, places[crowd.number(places.size())] + u"市"_s);
    values.set(Field::Street,
               u"%1路%2号%3室"_s.arg(crowd.person().right(2))
                   .arg(crowd.number(600))
                   .arg(crowd.number(2000)));
    return values;
}

void printTimes(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, worst %.2f ms",
                times[times.size() / 2],
                times[times.size() * 95 / 100],
                times[times.size() * 99 / 100],
                times.back());
}

void measureEntry(OfficeContext& context,
                  const std::vector<ClientValues>& entered,
                  const char* weights)
{
    EntryLookup lookup(context);
    std::vector<double> times;
    int found = 0;
    for (const ClientValues& values : entered) {
        QElapsedTimer timer;
        timer.start();
        found += need(lookup.candidates(context.writer, values, {})).empty() ? 0 : 1;
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("check at entry of %zu, %s: ", times.size(), weights);
    printTimes(std::move(times));
    std::printf(" (p95: target 50, stretch 10); hints for %d\n", found);
    std::fflush(stdout);
}

/// Records that are saved one by one after a scan, each matched at once.
void measureFollowing(OfficeContext& context,
                      DuplicateService& duplicates,
                      const std::vector<ClientValues>& entered)
{
    Connection& connection = context.writer;
    DuplicateIndex index;
    std::vector<double> times;
    int changed = 0;
    Progress quiet;
    for (std::size_t i = 0; i < std::min<std::size_t>(entered.size(), 150); ++i) {
        Client client;
        client.values = entered[i];
        client.set(Field::Id, u"CUST20261125%1"_s.arg(qint64(i) + 1, 4, 10, QLatin1Char('0')));
        client.set(Field::Status, u"active"_s);
        client.owner = UserPk{1};
        client.version = 1;
        client.createdAt = client.updatedAt = context.clock.now();
        {
            auto transaction = need(Transaction::begin(connection));
            need(ClientStore(connection).insert(client, UserPk{1}, {}));
            need(index.add(connection, client));
            need(connection
                     .statement("INSERT INTO change_feed (audit_seq, kind, first_pk, last_pk)"
                                " VALUES (1, 'client', ?1, ?1)")
                     .bindAll(client.pk)
                     .run());
            need(transaction.commit());
        }
        QElapsedTimer timer;
        timer.start();
        changed += need(duplicates.catchUp(quiet)).changed ? 1 : 0;
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("matching %zu records as they are saved: ", times.size());
    printTimes(std::move(times));
    std::printf("; groups changed by %d\n", changed);
    std::fflush(stdout);
}

void measureOffice(int clients, const QString& folder)
{
    const SystemClock clock;
    auto connection = need(Connection::open({.path = folder + u"/office.db"_s, .create = true},
                                            SecureBytes::random(32)));
    need(migrate(*connection, clock));
    need(connection
             ->statement(
                 "INSERT INTO users (uuid, name, name_key, role, sign_key, seal_key, created_at)"
                 " VALUES (x'00', 'admin', 'admin', 'data_admin', x'00', x'00', "
                 "'2026-01-01T00:00:00.000Z')")
             .run());
    Crowd crowd;
    std::vector<ClientValues> entered;
    {
        auto transaction = need(Transaction::begin(*connection));
        ClientStore store(*connection);
        for (int i = 0; i < clients; ++i) {
            Client client;
            client.values = madeUp(crowd);
            client.set(Field::Id, u"CUST20261124%1"_s.arg(i + 1, 4, 10, QLatin1Char('0')));
            client.set(Field::Status, u"active"_s);
            client.owner = UserPk{1};
            client.version = 1;
            client.createdAt = clock.now();
            client.updatedAt = clock.now();
            need(store.insert(client, UserPk{1}, {}));
            if (entered.size() < 500 && crowd.number(std::max(1, clients / 400)) == 0) {
                ClientValues again = client.values;
                again.set(crowd.number(2) == 0 ? Field::Email : Field::Phone, {});
                entered.push_back(again);
                entered.push_back(madeUp(crowd));
            }
        }
        need(transaction.commit());
    }
    double before = cpuSeconds();
    need(DuplicateIndex::prepare(*connection));
    const double keys = cpuSeconds() - before;
    Session session;
    session.user = UserPk{1};
    session.role = Role::DataAdmin;
    OfficeContext context{
        *connection, *connection, session, clock, QByteArray(16, 'o'), QTimeZone::utc(), u"desk"_s};
    std::printf("%d clients: key table %.1f s CPU\n", clients, keys);
    measureEntry(context, entered, "before the first scan");
    Progress quiet;
    before = cpuSeconds();
    DuplicateService duplicates(context);
    const ScanReport report = need(duplicates.scan({}, quiet));
    std::printf("scan: %.1f s CPU, %.1f s, %lld groups\n",
                cpuSeconds() - before,
                report.seconds,
                static_cast<long long>(report.clusters));
    QElapsedTimer timer;
    timer.start();
    need(duplicates.scan({}, quiet));
    std::printf("scan of the unchanged office: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    measureEntry(context, entered, "by what the scan learned");
    measureFollowing(context, duplicates, entered);
    timer.restart();
    const auto groups = need(duplicates.groups({}));
    std::printf("the first %zu groups to show: %.0f ms\n\n",
                groups.size(),
                double(timer.nsecsElapsed()) / 1e6);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    initResources();
    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == u"--inside"_s) {
        return bench::lookInside(arguments.mid(1));
    }
    std::vector<bench::LabelledSet> sets;
    int clients = 100000;
    while (!arguments.isEmpty()) {
        const QString word = arguments.takeFirst();
        if (word == u"--sets"_s && !arguments.isEmpty()) {
            for (bench::LabelledSet& set : bench::setsIn(arguments.takeFirst())) {
                sets.push_back(std::move(set));
            }
        } else {
            clients = word.toInt();
        }
    }
    const QTemporaryDir folder;
    const auto placeOf = [&folder](std::size_t set) {
        return folder.filePath(QString::number(set));
    };
    std::vector<bench::Usage> usages;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        usages.push_back(bench::measure(sets[i], placeOf(i)));
    }
    bench::measureShapes(folder.path());
    std::vector<bench::Quality> qualities;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        qualities.push_back(bench::qualityOf(sets[i], placeOf(i)));
        qualities.back().usage = usages[i];
    }
    bool isSame = true;
    if (!sets.empty()) {
        bench::printQuality(sets, qualities);
    }
    constexpr qsizetype mostRepeated = 20000; // records of a set that is run five times
    for (std::size_t i = 0; i < sets.size(); ++i) {
        isSame = (qualities[i].records > mostRepeated
                  || bench::checkSameResult(sets[i], folder.path()))
            && isSame;
    }
    if (clients > 0) {
        measureOffice(std::max(1000, clients), folder.path());
    }
    return isSame ? 0 : 1;
}
