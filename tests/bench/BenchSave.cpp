// What a save costs beside its bare writing: a change of contact and notes through the service (rights, rules, version,
// history, signed and chained log entry, feed, search index, duplicate keys), against the C API of SQLCipher writing the
// same rows into a copy of the same office. CPU time, one transaction a save.
//
//   bench_save [clients] [saves]        default 20000 500
#include "support/BenchOffice.h"
#include "support/Crowd.h"
#include "support/OwnDataFolder.h"
#include "support/RawSql.h"

#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/records/ClientStore.h"
#include "core/search/SearchWords.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/Transaction.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <set>

using namespace core;
using namespace tests;

namespace {

using Row = std::vector<Value>;

std::vector<Row> rowsOf(sqlite3* handle, const std::string& sql)
{
    std::vector<Row> rows;
    query(handle, sql, [&rows](sqlite3_stmt* statement) {
        Row row;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            row.push_back(valueOf(statement, i));
        }
        rows.push_back(std::move(row));
    });
    return rows;
}

std::map<sqlite3_int64, std::set<sqlite3_int64>> keysOf(sqlite3* handle)
{
    std::map<sqlite3_int64, std::set<sqlite3_int64>> keys;
    query(handle, "SELECT client_pk, hash FROM duplicate_keys", [&keys](sqlite3_stmt* row) {
        keys[sqlite3_column_int64(row, 0)].insert(sqlite3_column_int64(row, 1));
    });
    return keys;
}

/// One statement, prepared once.
class Prepared
{
public:
    Prepared(sqlite3* handle, const std::string& sql)
        : m_handle(handle)
    {
        check(sqlite3_prepare_v2(handle, sql.c_str(), -1, &m_statement, nullptr) == SQLITE_OK,
              handle);
    }
    ~Prepared() { sqlite3_finalize(m_statement); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    void run(const Row& values)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            bind(m_statement, int(i) + 1, values[i]);
        }
        int code = sqlite3_step(m_statement);
        while (code == SQLITE_ROW) {
            code = sqlite3_step(m_statement);
        }
        check(code == SQLITE_DONE, m_handle);
        sqlite3_reset(m_statement);
    }

    static std::string insert(const std::string& table, std::size_t columns)
    {
        std::string sql = "INSERT INTO " + table + " VALUES (?";
        for (std::size_t i = 1; i < columns; ++i) {
            sql += ",?";
        }
        return sql + ")";
    }

private:
    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
};

struct Saved
{
    Row client; ///< as it is afterwards, its pk last
    Row history;
    Row entry;
    Row operation;
    Row feed;
    std::string wordsBefore;
    std::string wordsAfter;
    std::vector<Row> keysGone;
    std::vector<Row> keysCome;
};

std::vector<std::string> columnsOf(sqlite3* handle, const char* table)
{
    std::vector<std::string> columns;
    query(handle,
          std::string("SELECT name FROM pragma_table_info('") + table + "')",
          [&columns](sqlite3_stmt* row) {
              columns.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
          });
    return columns;
}

/// What the saves after log entry `since` wrote, in their order.
std::vector<Saved> savesSince(Connection& office, Connection& before, sqlite3_int64 since)
{
    sqlite3* handle = office.handle();
    const std::string after = std::to_string(since);
    const auto entries = rowsOf(handle, "SELECT * FROM audit_entries WHERE seq > " + after);
    const auto history
        = rowsOf(handle, "SELECT * FROM history WHERE audit_seq > " + after + " ORDER BY pk");
    const auto operations = rowsOf(
        handle, "SELECT * FROM applied_ops WHERE audit_seq > " + after + " ORDER BY audit_seq");
    const auto feed
        = rowsOf(handle, "SELECT * FROM change_feed WHERE audit_seq > " + after + " ORDER BY seq");
    const auto wasKeys = keysOf(before.handle());
    const auto nowKeys = keysOf(handle);
    std::vector<Saved> saves;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const sqlite3_int64 pk = std::get<sqlite3_int64>(history[i][1]);
        Saved saved{
            rowsOf(handle, "SELECT * FROM clients WHERE pk = " + std::to_string(pk)).front(),
            history[i],
            entries[i],
            operations[i],
            feed[i],
            searchWords(*need(ClientStore(before).byPk(ClientPk{pk}))).toStdString(),
            searchWords(*need(ClientStore(office).byPk(ClientPk{pk}))).toStdString(),
            {},
            {}};
        saved.client.emplace_back(pk);
        for (const sqlite3_int64 key : wasKeys.at(pk)) {
            if (nowKeys.at(pk).count(key) == 0) {
                saved.keysGone.push_back({key, pk});
            }
        }
        for (const sqlite3_int64 key : nowKeys.at(pk)) {
            if (wasKeys.at(pk).count(key) == 0) {
                saved.keysCome.push_back({key, pk});
            }
        }
        saves.push_back(std::move(saved));
    }
    return saves;
}

double writeBare(Connection& connection, const std::vector<Saved>& saves)
{
    sqlite3* handle = connection.handle();
    std::string update = "UPDATE clients SET ";
    for (const std::string& column : columnsOf(handle, "clients")) {
        update += (update.back() == ' ' ? "" : ", ") + column + " = ?";
    }
    Prepared begin(handle, "BEGIN IMMEDIATE");
    Prepared commit(handle, "COMMIT");
    Prepared read(handle, "SELECT * FROM clients WHERE pk = ?");
    Prepared client(handle, update + " WHERE pk = ?");
    Prepared history(handle, Prepared::insert("history", saves.front().history.size()));
    Prepared entry(handle, Prepared::insert("audit_entries", saves.front().entry.size()));
    Prepared operation(handle, Prepared::insert("applied_ops", saves.front().operation.size()));
    Prepared feed(handle, Prepared::insert("change_feed", saves.front().feed.size()));
    Prepared wordsGone(
        handle, "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?, ?)");
    Prepared wordsCome(handle, "INSERT INTO search_index (rowid, words) VALUES (?, ?)");
    Prepared keyGone(handle, "DELETE FROM duplicate_keys WHERE hash = ? AND client_pk = ?");
    Prepared keyComes(handle, "INSERT INTO duplicate_keys (hash, client_pk) VALUES (?, ?)");
    const double start = cpuSeconds();
    for (const Saved& saved : saves) {
        const Value& pk = saved.client.back();
        begin.run({});
        read.run({pk});
        client.run(saved.client);
        history.run(saved.history);
        entry.run(saved.entry);
        operation.run(saved.operation);
        feed.run(saved.feed);
        wordsGone.run({pk, saved.wordsBefore});
        wordsCome.run({pk, saved.wordsAfter});
        for (const Row& key : saved.keysGone) {
            keyGone.run(key);
        }
        for (const Row& key : saved.keysCome) {
            keyComes.run(key);
        }
        commit.run({});
    }
    return cpuSeconds() - start;
}

void fill(Office& office, const QString& folder, int clients)
{
    ImportOptions options;
    options.source.path = writeClients(folder, clients);
    Progress quiet;
    need(office.importer().run(options, quiet));
}

} // namespace

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    const int clients = argc > 1 ? std::max(100, std::atoi(argv[1])) : 20000;
    const int saves = std::min(clients, argc > 2 ? std::max(10, std::atoi(argv[2])) : 500);
    initResources();
    initCrypto();
    registerCipherDriver();
    const QTemporaryDir folder;
    const auto made = makeBenchOffice(folder.path());
    const QString copy = folder.filePath(QStringLiteral("bare.db"));
    QByteArray key;
    sqlite3_int64 since = 0;
    double served = 0;
    {
        const auto office = need(Office::open(made.access));
        fill(*office, folder.path(), clients);
        key = QByteArray::fromHex(need(office->revealKey()).keyHex.toLatin1());
        QFile::copy(QDir(made.access->folder).filePath(QStringLiteral("office.db")), copy);
        const auto last
            = rowsOf(office->context().writer.handle(), "SELECT max(seq) FROM audit_entries");
        since = std::get<sqlite3_int64>(last.front().front());
        Crowd crowd;
        std::vector<std::pair<ClientId, QString>> work;
        for (int i = 0; i < saves; ++i) {
            const ClientPk pk{std::int64_t(i) * (clients / saves) + 1};
            const auto client = need(ClientStore(office->context().writer).byPk(pk));
            work.emplace_back(client->id(), crowd.person());
        }
        const double start = cpuSeconds();
        for (const auto& [id, contact] : work) {
            need(office->changes().update(
                id,
                {{Field::Contact, contact, {}}, {Field::Notes, QStringLiteral("called back"), {}}},
                {}));
        }
        served = cpuSeconds() - start;
    }
    const auto connection = need(connectTo(*made.access));
    const SecureBytes secret = SecureBytes::copyOf(
        {reinterpret_cast<const unsigned char*>(key.constData()), std::size_t(key.size())});
    const auto bare = need(Connection::open({.path = copy}, secret));
    const std::vector<Saved> saved = savesSince(*connection, *bare, since);
    const double written = writeBare(*bare, saved);
    std::printf("%d saves in an office of %d\n", saves, clients);
    std::printf("%-34s %9.3f ms each\n", "bare writing of the same rows", written * 1000 / saves);
    std::printf(
        "%-34s %9.3f ms each   ratio %.2f\n", "save", served * 1000 / saves, served / written);
    return 0;
}
