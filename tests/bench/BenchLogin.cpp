// What a person waits from the password to the first page of the list, and how much of it is the password hash, at the
// cost that the program ships with and, to see what the rest is, at the cheapest. Wall time, the median of some logins.
//
//   bench_login [clients] [logins]        default 20000 7
#include "support/BenchOffice.h"
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"

#include "core/base/Resources.h"
#include "core/crypto/Digest.h"
#include "core/crypto/PasswordKey.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace core;
using namespace tests;

namespace {

constexpr double perMillisecond = 1e6;

struct Times
{
    std::vector<double> login;
    std::vector<double> open;
    std::vector<double> list;
    std::vector<double> total;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double hashAt(int memoryMib, int rounds)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        need(stretchPassword(
            QString::fromLatin1(benchPassword), randomBytes(saltBytes), {memoryMib, 3}));
        times.push_back(double(timer.nsecsElapsed()) / perMillisecond);
    }
    return median(times);
}

void logIn(const Login& asked, Times& times)
{
    QElapsedTimer timer;
    timer.start();
    auto access = need(login(asked));
    const double entered = double(timer.nsecsElapsed()) / perMillisecond;
    auto office = need(Office::open(access));
    const double opened = double(timer.nsecsElapsed()) / perMillisecond;
    const auto page = need(office->queries().list({}));
    const double listed = double(timer.nsecsElapsed()) / perMillisecond;
    if (page.rows.empty()) {
        std::abort();
    }
    times.login.push_back(entered);
    times.open.push_back(opened - entered);
    times.list.push_back(listed - opened);
    times.total.push_back(listed);
}

void fillFor(Office& office, const QString& folder, int clients)
{
    ImportOptions options;
    options.source.path = writeClients(folder, clients);
    Progress quiet;
    need(office.importer().run(options, quiet));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const OwnDataFolder own;
    const int clients = argc > 1 ? std::atoi(argv[1]) : 20'000;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 7;
    initResources();
    initCrypto();
    registerCipherDriver();
    const QTemporaryDir folder;
    const CreatedOffice made = makeBenchOffice(folder.path());
    fillFor(*need(Office::open(made.access)), folder.path(), clients);
    const Login asked{
        made.access->folder, QStringLiteral("li"), QString::fromLatin1(benchPassword), {}};
    std::printf("%d clients, median of %d logins, milliseconds\n", clients, rounds);
    std::printf(
        "%8s %8s %8s %8s %8s %8s %8s\n", "MiB", "total", "hash", "share", "login", "open", "list");
    for (const int memory : {64, 256}) {
        need(need(Office::open(need(login(asked))))->keys().setKdfMemory(memory));
        need(login(asked)); // raises the slot's cost
        Times times;
        for (int i = 0; i < rounds; ++i) {
            logIn(asked, times);
        }
        const double hash = hashAt(memory, rounds);
        const double total = median(times.total);
        std::printf("%8d %8.0f %8.0f %7.0f%% %8.0f %8.0f %8.1f\n",
                    memory,
                    total,
                    hash,
                    100 * hash / total,
                    median(times.login) - hash,
                    median(times.open),
                    median(times.list));
    }
    return 0;
}
