// What the log of looks costs per look: by the journal of the computer (with what it takes to bring the rows into the chain),
// against an entry of its own for each look, and against the barest thing that would do: one INSERT in a transaction of its
// own, by the C API of SQLCipher, with no index, hash or signature. Time on the clock, since a transaction waits for the disk.
//
//   bench_look [looks]        default 2000
#include "support/BenchOffice.h"
#include "support/OwnDataFolder.h"
#include "support/RawSql.h"

#include "core/base/Resources.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace core;
using namespace tests;

namespace {

template <typename Look>
double microsecondsEach(int count, Look look)
{
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < count; ++i) {
        look(i);
    }
    return double(clock.nsecsElapsed()) / 1000 / count;
}

void print(const char* what, double microseconds, double bare)
{
    std::printf("%-44s %10.1f us a look   %.3f of bare\n", what, microseconds, microseconds / bare);
}

} // namespace

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    const int looks = argc > 1 ? std::max(100, std::atoi(argv[1])) : 2000;
    initResources();
    initCrypto();
    registerCipherDriver();
    const QTemporaryDir folder;
    const auto made = makeBenchOffice(folder.path());
    const auto office = need(Office::open(made.access));
    ClientValues values;
    values.set(Field::Name, QStringLiteral("Northgate Ltd"));
    const ClientId id = need(office->clients().add(values)).client->id();
    OfficeContext& context = office->context();
    sqlite3* handle = context.writer.handle();
    check(sqlite3_exec(handle,
                       "CREATE TABLE bare (at TEXT, actor INTEGER, client INTEGER)",
                       nullptr,
                       nullptr,
                       nullptr)
              == SQLITE_OK,
          handle);
    const double bare = microsecondsEach(looks, [&](int i) {
        query(handle,
              "INSERT INTO bare VALUES ('2026-11-24T08:00:00.000Z', 1, " + std::to_string(i) + ")",
              [](sqlite3_stmt*) {});
    });
    const double shown = microsecondsEach(looks, [&](int) { need(office->clients().show(id)); });
    const double journal
        = microsecondsEach(looks, [&](int) { need(office->clients().look(id, true)); }) - shown;
    QElapsedTimer clock;
    clock.start();
    need(office->flushLooks(FlushLooks::Now));
    const double flush = double(clock.nsecsElapsed()) / 1000 / looks;
    context.looks = nullptr;
    const double entry
        = microsecondsEach(looks, [&](int) { need(office->clients().look(id, true)); }) - shown;
    std::printf("%d looks; reading the record itself takes %.1f us\n", looks, shown);
    print("one bare INSERT in its own transaction", bare, bare);
    print("an entry of the log for each (as before)", entry, bare);
    print("into the journal", journal, bare);
    print("from the journal into the chain", flush, bare);
    print("journal and chain together", journal + flush, bare);
    return 0;
}
