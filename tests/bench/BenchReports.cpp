// What the home page costs on a large office: what waits (read after every save), the numbers (one pass behind other work), the
// count of the day, the trend. The office is a small import, its rows doubled by SQL.
//
//   bench_reports [clients]       default 1000000
#include "support/BenchOffice.h"
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"

#include "core/base/Resources.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace core;
using namespace tests;

namespace {

constexpr int imported = 20'000;

void grow(Connection& connection, std::int64_t clients)
{
    const auto names = need(connection.statement("SELECT name FROM pragma_table_info('clients')")
                                .all([](const Statement& row) { return row.text(0); }));
    QStringList columns = names.empty() ? QStringList() : QStringList(names.begin(), names.end());
    columns.removeAll(QStringLiteral("pk"));
    QStringList values = columns;
    values[values.indexOf(QStringLiteral("id"))] = QStringLiteral("id || '-' || ?");
    const QString sql
        = QStringLiteral("INSERT INTO clients (%1) SELECT %2 FROM clients WHERE pk <= ?")
              .arg(columns.join(u','), values.join(u','));
    need(connection.execute("BEGIN"));
    for (std::int64_t round = 1; round * imported < clients; ++round) {
        need(connection.statement(QStringView(sql)).bindAll(round, imported).run());
    }
    need(connection.execute("COMMIT"));
}

template <typename F>
void measure(const char* what, F&& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    std::printf("%-44s %9.1f ms\n", what, double(timer.nsecsElapsed()) / 1e6);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    const std::int64_t clients = argc > 1 ? std::max(imported, std::atoi(argv[1])) : 1'000'000;
    initResources();
    initCrypto();
    registerCipherDriver();
    const QTemporaryDir folder;
    const auto made = makeBenchOffice(folder.path());
    const auto office = need(Office::open(made.access));
    ImportOptions import;
    import.source.path = writeClients(folder.path(), imported);
    Progress quiet;
    need(office->importer().run(import, quiet));
    grow(office->context().writer, clients);
    std::printf("%lld clients, %.0f MB\n",
                static_cast<long long>(need(office->queries().count({}))),
                double(QFileInfo(databasePath(made.access->folder)).size()) / 1e6);
    const auto again
        = need(Office::open(made.access)); // as a window's other thread: nothing cached
    ReportService& reports = again->reports();
    measure("what waits, the first time", [&] { need(reports.waiting()); });
    measure("what waits", [&] { need(reports.waiting()); });
    measure("numbers, the first time", [&] { need(reports.numbers(quiet)); });
    measure("numbers", [&] { need(reports.numbers(quiet)); });
    measure("the count of the day", [&] { need(reports.noteQuality(quiet)); });
    measure("the count of the day, done already", [&] { need(reports.noteQuality(quiet)); });
    measure("trend", [&] { need(reports.trend()); });
    return 0;
}
