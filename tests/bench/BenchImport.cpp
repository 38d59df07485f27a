// What an import costs beside the bare load of what it leaves: a file of made-up clients through the importer (reading,
// standardizing, rules, history, the signed entry, search index), against the C API of SQLCipher putting the same rows of
// the same tables, with the same indexes and the same index text, into a new file under the same settings, in one
// transaction. CPU time of all threads. The import runs in a process of its own, so that its largest memory (a login and
// the import) is nothing else's.
//
//   bench_import [rows]              default 100000
//   bench_import [rows] --alone      without the bare load, which holds all rows in memory
#include "support/BenchOffice.h"
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"
#include "support/RawSql.h"

#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/records/ClientStore.h"
#include "core/search/SearchWords.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace core;
using namespace tests;

namespace {

double mostMegabytes()
{
#ifdef Q_OS_UNIX
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_maxrss) / 1024;
#else
    return 0;
#endif
}

struct Table
{
    std::string name;
    std::vector<std::string> sql; ///< the table's, then its indexes'
    int columns = 0;
    std::vector<Value> values;
};

/// All tables of the office but those that FTS5 keeps for itself.
std::vector<Table> tablesOf(sqlite3* handle)
{
    std::vector<Table> tables;
    query(handle,
          "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
          "AND name NOT LIKE 'search_index%' ORDER BY rowid",
          [&](sqlite3_stmt* row) {
              tables.push_back({reinterpret_cast<const char*>(sqlite3_column_text(row, 0)),
                                {reinterpret_cast<const char*>(sqlite3_column_text(row, 1))},
                                0,
                                {}});
          });
    for (Table& table : tables) {
        query(handle,
              "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name "
              "= '"
                  + table.name + "'",
              [&](sqlite3_stmt* row) {
                  table.sql.emplace_back(
                      reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
              });
        query(handle, "SELECT * FROM " + table.name, [&](sqlite3_stmt* row) {
            table.columns = sqlite3_column_count(row);
            for (int i = 0; i < table.columns; ++i) {
                table.values.push_back(valueOf(row, i));
            }
        });
    }
    return tables;
}

struct IndexText
{
    std::vector<std::string> sql;
    std::vector<std::pair<sqlite3_int64, std::string>> words;
};

IndexText indexTextOf(Connection& connection)
{
    IndexText text;
    query(connection.handle(),
          "SELECT sql FROM sqlite_schema WHERE name = 'search_index'",
          [&](sqlite3_stmt* row) {
              text.sql.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
          });
    need(ClientStore(connection).forEach([&](const Client& client) -> Result<> {
        text.words.emplace_back(client.pk.value, searchWords(client).toStdString());
        return {};
    }));
    return text;
}

struct Bare
{
    double whole = 0;
    double tables = 0;
    double words = 0;
    double commit = 0;
};

Bare loadBare(const QString& path, const std::vector<Table>& tables, const IndexText& text)
{
    const auto connection
        = need(Connection::open({.path = path, .create = true}, SecureBytes::random(32)));
    sqlite3* handle = connection->handle();
    const double start = cpuSeconds();
    const auto execute = [handle](const std::string& sql) {
        check(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, handle);
    };
    execute("BEGIN IMMEDIATE");
    execute("PRAGMA defer_foreign_keys = ON"); // whatever order the tables are in
    for (const Table& table : tables) {
        for (const std::string& sql : table.sql) {
            execute(sql);
        }
    }
    for (const std::string& sql : text.sql) {
        execute(sql);
    }
    for (const Table& table : tables) {
        if (table.columns == 0) {
            continue;
        }
        std::string sql = "INSERT INTO " + table.name + " VALUES (?";
        for (int i = 1; i < table.columns; ++i) {
            sql += ",?";
        }
        sqlite3_stmt* insert = nullptr;
        check(sqlite3_prepare_v2(handle, (sql + ")").c_str(), -1, &insert, nullptr) == SQLITE_OK,
              handle);
        for (std::size_t at = 0; at < table.values.size(); at += std::size_t(table.columns)) {
            for (int i = 0; i < table.columns; ++i) {
                bind(insert, i + 1, table.values[at + std::size_t(i)]);
            }
            check(sqlite3_step(insert) == SQLITE_DONE, handle);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
    }
    const double tablesDone = cpuSeconds();
    sqlite3_stmt* insert = nullptr;
    check(sqlite3_prepare_v2(
              handle, "INSERT INTO search_index (rowid, words) VALUES (?, ?)", -1, &insert, nullptr)
              == SQLITE_OK,
          handle);
    for (const auto& [pk, words] : text.words) {
        sqlite3_bind_int64(insert, 1, pk);
        sqlite3_bind_text(insert, 2, words.data(), int(words.size()), SQLITE_STATIC);
        check(sqlite3_step(insert) == SQLITE_DONE, handle);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    const double wordsDone = cpuSeconds();
    execute("COMMIT");
    const double end = cpuSeconds();
    return {end - start, tablesDone - start, wordsDone - tablesDone, end - wordsDone};
}

struct Imported
{
    double seconds = 0; ///< CPU
    double megabytes = 0;
    long long created = 0;
};

/// In the process of the import: prints what the other reads.
void importAlone(const QString& folder, const QString& file)
{
    const auto access
        = need(login({folder, QStringLiteral("li"), QString::fromLatin1(benchPassword), {}}));
    const auto office = need(Office::open(access));
    ImportOptions options;
    options.source.path = file;
    Progress quiet;
    const double start = cpuSeconds();
    const ImportResult result = need(office->importer().run(options, quiet));
    std::printf("%f %f %lld\n",
                cpuSeconds() - start,
                mostMegabytes(),
                static_cast<long long>(result.counts.created));
}

Imported importInChild(const QString& folder, const QString& file)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--import"), folder, file});
    Imported imported;
    if (!child.waitForFinished(-1) || child.exitCode() != 0
        || std::sscanf(child.readAllStandardOutput().constData(),
                       "%lf %lf %lld",
                       &imported.seconds,
                       &imported.megabytes,
                       &imported.created)
            != 3) {
        std::fprintf(stderr, "the import failed\n");
        std::exit(1);
    }
    return imported;
}

} // namespace

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    initResources();
    initCrypto();
    registerCipherDriver();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--import")) {
        importAlone(arguments[2], arguments[3]);
        return 0;
    }
    const int rows = argc > 1 ? std::max(100, std::atoi(argv[1])) : 100000;
    const QTemporaryDir folder;
    const auto made = makeBenchOffice(folder.path());
    const Imported import = importInChild(made.access->folder, writeClients(folder.path(), rows));
    std::printf("%d rows, %lld imported\n", rows, import.created);
    if (arguments.contains(QStringLiteral("--alone"))) {
        std::printf("%-34s %9.2f s   memory %.0f MB\n", "import", import.seconds, import.megabytes);
        return 0;
    }
    const auto connection = need(connectTo(*made.access));
    const std::vector<Table> tables = tablesOf(connection->handle());
    const IndexText text = indexTextOf(*connection);
    const Bare bare = loadBare(folder.filePath(QStringLiteral("bare.db")), tables, text);
    std::printf("%-34s %9.2f s   (tables %.2f, index text %.2f, commit %.2f)\n",
                "bare load of the same tables",
                bare.whole,
                bare.tables,
                bare.words,
                bare.commit);
    std::printf("%-34s %9.2f s   ratio %.2f   memory %.0f MB\n",
                "import",
                import.seconds,
                import.seconds / bare.whole,
                import.megabytes);
    return 0;
}
