// What an export costs beside the sqlcipher shell's: all clients of an office into a CSV file as people get it (permission,
// readable phones and industries, guarded cells, digest, log entry), against the shell writing all columns of the same
// table as CSV. CPU time; the shell's is that of the whole child process, which opens with the raw key.
//
//   bench_export [clients]        default 100000
#include "support/BenchOffice.h"
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"

#include "core/base/Resources.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace core;
using namespace tests;

namespace {

/// Of this process's threads, or of its ended children.
double cpuSeconds([[maybe_unused]] bool children)
{
#ifdef Q_OS_UNIX
    rusage used{};
    getrusage(children ? RUSAGE_CHILDREN : RUSAGE_SELF, &used);
    constexpr double micro = 1e-6;
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * micro;
#else
    return 0;
#endif
}

double shellExport(const QString& database, const QString& pragma, const QString& file)
{
    QProcess shell;
    const double start = cpuSeconds(true);
    shell.start(QStringLiteral("sqlcipher"), {database});
    if (!shell.waitForStarted()) {
        std::printf("there is no sqlcipher shell here to compare with\n");
        return 0;
    }
    shell.write(pragma.toUtf8() + "\n.mode csv\n.headers on\n.once " + file.toUtf8()
                + "\nSELECT * FROM clients WHERE status = 'active';\n.quit\n");
    shell.closeWriteChannel();
    shell.waitForFinished(-1);
    return cpuSeconds(true) - start;
}

} // namespace

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    const int clients = argc > 1 ? std::max(100, std::atoi(argv[1])) : 100000;
    initResources();
    initCrypto();
    registerCipherDriver();
    const QTemporaryDir folder;
    const auto made = makeBenchOffice(folder.path());
    const auto office = need(Office::open(made.access));
    ImportOptions import;
    import.source.path = writeClients(folder.path(), clients);
    Progress quiet;
    need(office->importer().run(import, quiet));
    const QString database = QDir(made.access->folder).filePath(QStringLiteral("office.db"));
    const QString theirs = folder.filePath(QStringLiteral("shell.csv"));
    const double shell = shellExport(database, need(office->revealKey()).pragmas.first(), theirs);
    std::printf(
        "%d clients; the shell's file %.1f MB\n", clients, double(QFileInfo(theirs).size()) / 1e6);
    std::printf("%-34s %9.2f s\n", "shell, all columns", shell);
    for (const char* encoding : {"utf-8-bom", "gb18030"}) {
        ExportOptions options;
        options.path = folder.filePath(QStringLiteral("ours.csv"));
        options.encoding = QLatin1String(encoding);
        const double start = cpuSeconds(false);
        const ExportResult result = need(office->exporter().run(options, quiet));
        const double ours = cpuSeconds(false) - start;
        std::printf("export, %-26s %9.2f s   ratio %.2f   %.1f MB\n",
                    encoding,
                    ours,
                    shell > 0 ? ours / shell : 0.0,
                    double(result.bytes) / 1e6);
    }
    return 0;
}
