// How much Statement and QSqlQuery add to the C API of SQLCipher: the same key, settings, file and
// values in one process. Prints CPU time and the ratio to the C API; times differ from machine to
// machine, ratios hardly.
//
//   bench_storage [rows]        default 100000
//
// The C API's side is the strict one: its text is UTF-8 already and bound without a copy; the
// others are given QString.
#include "core/storage/Connection.h"
#include "core/storage/Sqlite.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <vector>

using namespace core;

namespace {

constexpr int textColumns = 20;
constexpr int rounds = 7;

struct Row
{
    std::vector<QString> texts;
    std::vector<QByteArray> utf8;
};

const char* const createTable = "CREATE TABLE clients (pk INTEGER PRIMARY KEY, version INTEGER, "
                                "t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, "
                                "t10, t11, t12, t13, t14, t15, t16, t17, t18, t19)";
const char* const insertRow
    = "INSERT INTO clients VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
const char* const scanAll = "SELECT * FROM clients";
const char* const readPage
    = "SELECT pk, t0, t1, t2, t3, t4, t5 FROM clients WHERE pk > ? ORDER BY pk LIMIT 200";
const char* const readPoint = "SELECT pk, t0, t1, t2, t3, t4, t5 FROM clients WHERE pk = ?";

void stopUnless(bool condition, const char* what)
{
    if (condition)
        return;
    std::fprintf(stderr, "failed: %s\n", what);
    std::exit(1);
}

std::vector<Row> makeRows(int count)
{
    std::vector<Row> rows(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Row& row = rows[static_cast<std::size_t>(i)];
        for (int column = 0; column < textColumns; ++column) {
            // names, phones, towns: short texts, every third of them Chinese
            const QString text = column % 3 == 0
                ? QStringLiteral("上海第%1贸易有限公司").arg(i * 31 % 99991)
                : QStringLiteral("value %1 of %2").arg(column).arg(i * 17 % 99991);
            row.texts.push_back(text);
            row.utf8.push_back(text.toUtf8());
        }
    }
    return rows;
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

using Work = std::function<void()>;

/// The best time of each over some rounds, each work after `prepare`. They take turns, so that a
/// machine busy for a while slows all of them.
std::array<double, 3> measure(const Work& prepare, const std::array<Work, 3>& works)
{
    std::array<double, 3> best = {1e9, 1e9, 1e9};
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < works.size(); ++i) {
            prepare();
            const double begin = cpuSeconds();
            works[i]();
            best[i] = std::min(best[i], cpuSeconds() - begin);
        }
    }
    return best;
}

class Bench
{
public:
    explicit Bench(int count)
        : m_rows(makeRows(count))
    {
        initCrypto();
        auto opened = Connection::open(
            {.path = m_folder.filePath(QStringLiteral("bench.db")), .create = true},
            SecureBytes::random(32));
        stopUnless(opened.hasValue(), "open");
        m_connection = *std::move(opened);
    }

    void run()
    {
        std::printf("%-34s %10s %10s %6s %10s %6s\n",
                    "",
                    "C API",
                    "Statement",
                    "ratio",
                    "QSqlQuery",
                    "ratio");
        report("insert, 22 columns",
               measure([this] { emptyTable(); },
                       {[this] { insertRaw(); },
                        [this] { insertStatement(); },
                        [this] {
                            insertQuery();
                        }}));
        const auto compare = [this](const char* name, const char* sql, int times) {
            report(name,
                   measure([] {},
                           {[=, this] { readRaw(sql, times); },
                            [=, this] { readStatement(sql, times); },
                            [=, this] {
                                readQuery(sql, times);
                            }}));
        };
        compare("scan, 22 columns to QString", scanAll, 0);
        compare("page of 200, 7 columns, x 500", readPage, 500);
        compare("point read, 7 columns, x 20000", readPoint, 20000);
    }

private:
    static void report(const char* name, const std::array<double, 3>& seconds)
    {
        const auto [raw, statement, query] = seconds;
        std::printf("%-34s %9.3fs %9.3fs %6.2f %9.3fs %6.2f\n",
                    name,
                    raw,
                    statement,
                    statement / raw,
                    query,
                    query / raw);
    }

    void emptyTable()
    {
        stopUnless(m_connection->execute("DROP TABLE IF EXISTS clients").hasValue(), "drop");
        stopUnless(m_connection->execute(createTable).hasValue(), "create");
    }

    void insertRaw()
    {
        auto transaction = Transaction::begin(*m_connection);
        sqlite3_stmt* s = prepareRaw(insertRow);
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            sqlite3_bind_int64(s, 1, static_cast<qint64>(i) + 1);
            sqlite3_bind_int64(s, 2, 1);
            for (int column = 0; column < textColumns; ++column) {
                const QByteArray& text = m_rows[i].utf8[static_cast<std::size_t>(column)];
                sqlite3_bind_text(
                    s, column + 3, text.constData(), static_cast<int>(text.size()), bytesStay);
            }
            stopUnless(sqlite3_step(s) == SQLITE_DONE, "raw insert");
            sqlite3_reset(s);
        }
        sqlite3_finalize(s);
        stopUnless(transaction->commit().hasValue(), "commit");
    }

    void insertStatement()
    {
        auto transaction = Transaction::begin(*m_connection);
        auto s = m_connection->statement(insertRow);
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            s.bind(1, static_cast<qint64>(i) + 1).bind(2, 1);
            // as ClientStore does
            std::array<QStringView, textColumns> texts;
            std::copy(m_rows[i].texts.begin(), m_rows[i].texts.end(), texts.begin());
            s.bindTexts(3, texts);
            stopUnless(s.run().hasValue(), "statement insert");
        }
        stopUnless(transaction->commit().hasValue(), "commit");
    }

    void insertQuery()
    {
        auto transaction = Transaction::begin(*m_connection);
        QSqlQuery query(m_connection->database());
        stopUnless(query.prepare(QLatin1StringView(insertRow)), "prepare");
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            query.bindValue(0, static_cast<qint64>(i) + 1);
            query.bindValue(1, 1);
            for (int column = 0; column < textColumns; ++column)
                query.bindValue(column + 2, m_rows[i].texts[static_cast<std::size_t>(column)]);
            stopUnless(query.exec(), "query insert");
        }
        stopUnless(transaction->commit().hasValue(), "commit");
    }

    // Every reader turns every column into a QString and adds up the lengths, so that none can skip
    // work. times 0: once, without a parameter.
    void readRaw(const char* sql, int times)
    {
        sqlite3_stmt* s = prepareRaw(sql);
        const int columns = sqlite3_column_count(s);
        qsizetype sum = 0;
        for (int i = 0; i < std::max(1, times); ++i) {
            if (times > 0)
                sqlite3_bind_int64(s, 1, keyOf(i));
            while (sqlite3_step(s) == SQLITE_ROW) {
                for (int column = 0; column < columns; ++column) {
                    const auto* text
                        = reinterpret_cast<const char*>(sqlite3_column_text(s, column));
                    sum += QString::fromUtf8(text, sqlite3_column_bytes(s, column)).size();
                }
            }
            sqlite3_reset(s);
        }
        sqlite3_finalize(s);
        check(sum);
    }

    void readStatement(const char* sql, int times)
    {
        qsizetype sum = 0;
        for (int i = 0; i < std::max(1, times); ++i) {
            // taken anew each time, as a store does
            auto s = m_connection->statement(sql);
            if (times > 0)
                s.bind(1, keyOf(i));
            const int columns = s.columnCount();
            const auto done = s.forEach([&](const Statement& row) {
                for (int column = 0; column < columns; ++column)
                    sum += row.text(column).size();
            });
            stopUnless(done.hasValue(), "statement read");
        }
        check(sum);
    }

    void readQuery(const char* sql, int times)
    {
        QSqlQuery query(m_connection->database());
        query.setForwardOnly(true);
        stopUnless(query.prepare(QLatin1StringView(sql)), "prepare");
        qsizetype sum = 0;
        for (int i = 0; i < std::max(1, times); ++i) {
            if (times > 0)
                query.bindValue(0, keyOf(i));
            stopUnless(query.exec(), "query read");
            const int columns = times > 0 ? 7 : 22;
            while (query.next()) {
                for (int column = 0; column < columns; ++column)
                    sum += query.value(column).toString().size();
            }
        }
        check(sum);
    }

    [[nodiscard]] qint64 keyOf(int i) const
    {
        return static_cast<qint64>(i) * 7919
            % std::max<qint64>(1, static_cast<qint64>(m_rows.size()) - 200)
            + 1;
    }

    /// All three ways read the same.
    void check(qsizetype sum)
    {
        if (m_sums.size() == 3 * rounds)
            m_sums.clear();
        m_sums.push_back(sum);
        stopUnless(sum > 0 && sum == m_sums.front(), "the readers agree");
    }

    sqlite3_stmt* prepareRaw(const char* sql)
    {
        sqlite3_stmt* s = nullptr;
        stopUnless(sqlite3_prepare_v2(m_connection->handle(), sql, -1, &s, nullptr) == SQLITE_OK,
                   sql);
        return s;
    }

    QTemporaryDir m_folder;
    std::vector<Row> m_rows;
    std::unique_ptr<Connection> m_connection;
    std::vector<qsizetype> m_sums;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rows = arguments.size() > 1 ? arguments.at(1).toInt() : 100'000;
    stopUnless(rows > 200, "at least 201 rows");
    Bench(rows).run();
    return 0;
}
