// What an import costs beside the bare load of what it leaves: a file of made-up clients through the importer (reading,
// standardizing, rules, history, the signed entry, search index), against the C API of SQLCipher putting the same rows of
// the same tables, with the same indexes and the same index text, into a new file under the same settings, in one
// transaction. CPU time of all threads, and the process's largest memory after the import.
//
//   bench_import [rows]        default 100000
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"

#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/records/ClientStore.h"
#include "core/search/SearchWords.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/Sqlite.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <ctime>
#include <variant>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace core;
using namespace tests;

namespace {

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

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

QString writeTable(const QString& folder, int rows)
{
    const QString path = folder + QStringLiteral("/rows.csv");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        std::exit(1);
    }
    Crowd crowd;
    file.write("name,contact,phone,email,city,industry,notes\n");
    for (int i = 0; i < rows; ++i) {
        const bool person = i % 3 == 0;
        const QString name = person ? crowd.person() : crowd.company();
        file.write(QStringLiteral("%1,%2,13%3,user%4@mail%5.example,%6,51,met at fair %7\n")
                       .arg(name, person ? QString() : crowd.person())
                       .arg(crowd.number(1'000'000'000), 9, 10, QLatin1Char('0'))
                       .arg(i)
                       .arg(i % 7)
                       .arg(places[crowd.number(places.size())])
                       .arg(i % 31)
                       .toUtf8());
    }
    return path;
}

using Value = std::variant<std::monostate, sqlite3_int64, double, std::string, std::vector<char>>;

struct Table
{
    std::string name;
    std::vector<std::string> sql; ///< the table's, then its indexes'
    int columns = 0;
    std::vector<Value> values;
};

void check(bool good, sqlite3* handle)
{
    if (!good) {
        std::fprintf(stderr, "failed: %s\n", sqlite3_errmsg(handle));
        std::exit(1);
    }
}

template <typename Row>
void query(sqlite3* handle, const std::string& sql, Row row)
{
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, handle);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        row(statement);
    }
    check(sqlite3_finalize(statement) == SQLITE_OK, handle);
}

Value valueOf(sqlite3_stmt* statement, int column)
{
    const auto bytes = std::size_t(sqlite3_column_bytes(statement, column));
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_TEXT:
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                           bytes);
    case SQLITE_BLOB: {
        const auto* blob = static_cast<const char*>(sqlite3_column_blob(statement, column));
        return std::vector<char>(blob, blob + bytes);
    }
    default:
        return {};
    }
}

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

void bind(sqlite3_stmt* statement, int place, const Value& value)
{
    if (const auto* number = std::get_if<sqlite3_int64>(&value)) {
        sqlite3_bind_int64(statement, place, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        sqlite3_bind_double(statement, place, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        sqlite3_bind_text(statement, place, text->data(), int(text->size()), SQLITE_STATIC);
    } else if (const auto* blob = std::get_if<std::vector<char>>(&value)) {
        // no bytes are not no value
        sqlite3_bind_blob(
            statement, place, blob->empty() ? "" : blob->data(), int(blob->size()), SQLITE_STATIC);
    } else {
        sqlite3_bind_null(statement, place);
    }
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
    text.sql.emplace_back("INSERT INTO search_index (search_index, rank) VALUES "
                          "('secure-delete', 1)");
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

} // namespace

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? std::max(100, std::atoi(argv[1])) : 100000;
    initResources();
    initCrypto();
    registerCipherDriver();
    const QTemporaryDir folder;
    NewOffice wanted;
    wanted.folder = folder.filePath(QStringLiteral("Bench.dossier"));
    wanted.name = QStringLiteral("Bench");
    wanted.adminName = QStringLiteral("li");
    wanted.adminPassword = QStringLiteral("granite walrus umbrella");
    wanted.kdfMemoryMib = 64;
    const auto made = need(createOffice(wanted));
    ImportOptions options;
    options.source.path = writeTable(folder.path(), rows);
    double import = 0;
    {
        const auto office = need(Office::open(made.access));
        Progress quiet;
        const double start = cpuSeconds();
        const ImportResult result = need(office->importer().run(options, quiet));
        import = cpuSeconds() - start;
        std::printf(
            "%d rows, %lld imported\n", rows, static_cast<long long>(result.counts.created));
    }
    const double memory = mostMegabytes();
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
                import,
                import / bare.whole,
                memory);
    return 0;
}
