// Finding duplicates: how well, how dear, and how far its probabilities can be believed.
//
//   bench_duplicates [clients]        default 100000
//
// First an office of made-up clients: the whole scan, and the check at entry, median and 95th percentile. Then, where the
// environment names labelled files, each of them through dossierctl with the program's own default:
//
//   DOSSIER_MATCH_SETS="a.csv=a_truth.csv;b.csv=b_truth.csv" bench_duplicates
//
// A truth file has two columns, record and client; the first column of the data file is the record's id. Per set: pairwise
// precision, recall and F1, CPU seconds, memory, and of the pairs scored from .9 on and from .99 on how many are true.
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
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace core;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

struct Usage
{
    double seconds = 0;
    double megabytes = 0;
};

/// Of the programs that were run; memory is that of the largest so far.
Usage usageOfPrograms()
{
    Usage usage;
#ifdef Q_OS_UNIX
    rusage used{};
    if (getrusage(RUSAGE_CHILDREN, &used) == 0) {
        usage.seconds = double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
            + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
        usage.megabytes = double(used.ru_maxrss) / 1024;
    }
#endif
    return usage;
}

/// Plain cells only: ids, numbers.
std::vector<QStringList> rowsOf(const QString& path)
{
    std::vector<QStringList> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qUtf8Printable(path));
        std::exit(1);
    }
    file.readLine();
    while (!file.atEnd()) {
        rows.push_back(QString::fromUtf8(file.readLine()).trimmed().split(u','));
    }
    return rows;
}

void judgeSet(const QString& data, const QString& truth, const QString& folder)
{
    QFile file(data);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qUtf8Printable(data));
        std::exit(1);
    }
    const QString id = QString::fromUtf8(file.readLine()).section(u',', 0, 0).remove(QChar(0xFEFF));
    const QString output = folder + u"/pairs.csv"_s;
    const double before = usageOfPrograms().seconds;
    QProcess program;
    program.start(
        QCoreApplication::applicationDirPath() + u"/dossierctl"_s,
        {u"duplicates"_s, u"match"_s, data, u"--id-column"_s, id.trimmed(), u"--output"_s, output});
    if (!program.waitForFinished(-1) || program.exitCode() != 0) {
        std::fprintf(stderr, "failed: %s\n", program.readAllStandardError().constData());
        std::exit(1);
    }
    const Usage usage = usageOfPrograms();

    QHash<QString, QString> clientOf;
    QHash<QString, qint64> sizes;
    for (const QStringList& row : rowsOf(truth)) {
        clientOf.insert(row.value(0), row.value(1));
        ++sizes[row.value(1)];
    }
    qint64 all = 0;
    for (const qint64 size : sizes) {
        all += size * (size - 1) / 2;
    }
    struct Count
    {
        double from = 0;
        qint64 found = 0;
        qint64 right = 0;
        [[nodiscard]] double share() const
        {
            return found == 0 ? 1 : double(right) / double(found);
        }
    };
    Count total{0};
    Count near{0.9};
    Count certain{0.99};
    for (const QStringList& row : rowsOf(output)) {
        const bool right = clientOf.value(row.value(0)) == clientOf.value(row.value(1));
        for (Count* count : {&total, &near, &certain}) {
            if (row.value(2).toDouble() >= count->from) {
                ++count->found;
                count->right += right ? 1 : 0;
            }
        }
    }
    const double recall = all == 0 ? 1 : double(total.right) / double(all);
    const double f1 = 2 * total.share() * recall / std::max(total.share() + recall, 1e-9);
    std::printf("%-24s %.4f     %.4f  %.4f %8.1f s %7.0f MB   %.3f  %.3f of %.2f\n",
                qUtf8Printable(data.section(u'/', -1)),
                f1,
                total.share(),
                recall,
                usage.seconds - before,
                usage.megabytes,
                near.share(),
                certain.share(),
                all == 0 ? 0 : double(certain.right) / double(all));
    std::fflush(stdout);
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
    EntryLookup lookup(context);
    std::vector<double> times;
    int found = 0;
    for (const ClientValues& values : entered) {
        QElapsedTimer timer;
        timer.start();
        found += need(lookup.candidates(*connection, values, {})).empty() ? 0 : 1;
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%d clients: key table %.1f s CPU\n", clients, keys);
    std::printf("check at entry of %zu: median %.2f ms, 95th percentile %.2f ms, worst %.2f ms; "
                "hints for %d\n",
                times.size(),
                times[times.size() / 2],
                times[times.size() * 95 / 100],
                times.back(),
                found);
    Progress quiet;
    before = cpuSeconds();
    const ScanReport report = need(DuplicateService(context).scan({}, quiet));
    std::printf("scan: %.1f s CPU, %.1f s, %lld groups\n\n",
                cpuSeconds() - before,
                report.seconds,
                static_cast<long long>(report.clusters));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int clients = argc > 1 ? std::max(1000, std::atoi(argv[1])) : 100000;
    initResources();
    const QTemporaryDir folder;
    measureOffice(clients, folder.path());
    const QStringList sets
        = qEnvironmentVariable("DOSSIER_MATCH_SETS").split(u';', Qt::SkipEmptyParts);
    if (!sets.isEmpty()) {
        std::printf("%-24s F1     precision  recall       CPU   largest   >=.9   >=.99 of all\n",
                    "set");
    }
    for (const QString& set : sets) {
        judgeSet(set.section(u'=', 0, 0), set.section(u'=', 1), folder.path());
    }
    return 0;
}
