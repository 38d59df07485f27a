// Search and list over many clients: CPU time of mixed questions, median and 99th percentile, as
// data administrator and as a salesperson who owns 200 of them; and pages, counts and orders of the
// list. Made-up names, a random key.
//
//   bench_search [clients]        default 100000
#include "support/Crowd.h"

#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/records/ClientStore.h"
#include "core/search/ClientQueries.h"
#include "core/search/SearchIndex.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace core;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

double milliseconds()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

void show(const char* what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %8.2f ms   p99 %8.2f ms   worst %8.2f ms\n",
                what,
                times[times.size() / 2],
                times[times.size() * 99 / 100],
                times.back());
}

double timed(const std::function<void()>& work)
{
    const double before = milliseconds();
    work();
    return milliseconds() - before;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int clients = argc > 1 ? std::max(1000, std::atoi(argv[1])) : 100000;
    initResources();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.db"_s);
    auto connection
        = need(Connection::open({.path = path, .create = true}, SecureBytes::random(32)));
    const SystemClock clock;
    need(migrate(*connection, clock));
    QFile pairs(u":/dossier/migrations/derived_duplicates.sql"_s);
    if (!pairs.open(QIODevice::ReadOnly)) {
        return 1;
    }
    need(connection->executeScript(pairs.readAll().toStdString()));
    for (const char* user : {"admin", "sales"}) {
        const QString name = QString::fromLatin1(user);
        need(
            connection
                ->statement(
                    "INSERT INTO users (uuid, name, name_key, role, sign_key, seal_key, created_at)"
                    " VALUES (?, ?, ?, ?, x'00', x'00', '2026-01-01T00:00:00.000Z')")
                .bindAll(name.toUtf8(), name, name, name == u"sales" ? u"sales"_s : u"data_admin"_s)
                .run());
    }
    Crowd crowd;
    QStringList samples;
    const double load = timed([&] {
        auto transaction = need(Transaction::begin(*connection));
        ClientStore store(*connection);
        for (int i = 0; i < clients; ++i) {
            Client client;
            const bool person = crowd.number(3) == 0;
            client.set(Field::Type, person ? u"person"_s : u"company"_s);
            client.set(Field::Name, person ? crowd.person() : crowd.company());
            client.set(Field::Contact, person ? client.value(Field::Name) : crowd.person());
            client.set(Field::Phone, u"+861%1"_s.arg(3000000000LL + crowd.number(6999999999LL)));
            client.set(Field::Email, u"user%1@mail%2.example"_s.arg(i).arg(crowd.number(50)));
            client.set(Field::City, places[crowd.number(places.size())] + u"市"_s);
            client.set(Field::Id, u"CUST20261124%1"_s.arg(i + 1, 4, 10, QLatin1Char('0')));
            client.set(Field::Status, u"active"_s);
            client.owner = UserPk{i % (clients / 200) == 0 ? 2 : 1};
            client.version = 1;
            client.createdAt = clock.now();
            client.updatedAt = clock.now();
            need(store.insert(client, UserPk{1}, {}));
            if (samples.size() < 200 && crowd.number(clients / 200) == 0) {
                samples.append(client.value(Field::Name));
                samples.append(client.value(Field::Phone).mid(crowd.number(8) + 3, 3));
                samples.append(client.value(Field::Email));
            }
        }
        need(transaction.commit());
    });
    const qint64 bare = QFileInfo(path).size();
    Progress quiet;
    const double build = timed([&] { need(SearchIndex::prepare(*connection, quiet)); });
    std::printf("%d clients: loaded %.1f s, index built %.1f s CPU; %.0f MB and %.0f MB of index\n",
                clients,
                load / 1000,
                build / 1000,
                double(bare) / 1e6,
                double(QFileInfo(path).size() - bare) / 1e6);

    QStringList asked = samples;
    for (int i = 0; asked.size() < 1000; ++i) {
        const QStringList fixed{QString(surnames[i % surnames.size()]),
                                QString(brandNames.mid(i % 20, 2)),
                                u"zhang"_s,
                                u"zhangwei"_s,
                                u"wang"_s,
                                u"sz"_s,
                                u"lw"_s,
                                u"138"_s,
                                QString::number(100 + i % 900),
                                u"yuancheng"_s,
                                u"nothing here"_s,
                                u"user%1"_s.arg(i),
                                u"有限公司"_s,
                                u"z"_s,
                                u"w"_s,
                                crowd.person()};
        asked.append(fixed[i % fixed.size()]);
    }
    for (const char* who : {"admin", "sales"}) {
        Session session;
        session.identity = std::make_shared<const Identity>(
            SecureBytes::random(seedBytes)); // a search is logged
        session.user = UserPk{who[0] == 'a' ? 1 : 2};
        session.role = who[0] == 'a' ? Role::DataAdmin : Role::Sales;
        const OfficeContext here{*connection,
                                 *connection,
                                 session,
                                 clock,
                                 QByteArray(16, 'o'),
                                 QTimeZone::utc(),
                                 u"desk"_s};
        OfficeContext context = here;
        const ClientQueries queries(context);
        std::vector<double> times;
        QString slowest;
        for (const QString& text : asked) {
            times.push_back(timed([&] { need(queries.rows(need(queries.searchPks(text, 50)))); }));
            if (times.back() >= *std::max_element(times.begin(), times.end())) {
                slowest = text;
            }
        }
        std::printf("as %s (slowest question: %s)\n", who, qUtf8Printable(slowest));
        show("  first page of a search", times);
        for (const QString& text : {u"zhang"_s, u"公司"_s, u"138"_s}) {
            std::printf("  search with its total, %-12s %8.2f ms\n",
                        qUtf8Printable(text),
                        timed([&] { need(queries.search(text, 50)); }));
        }
        for (const Field field : {Field::Id,
                                  Field::Name,
                                  Field::City,
                                  Field::UpdatedAt,
                                  Field::Phone,
                                  Field::Contact,
                                  Field::Street}) {
            const double page = timed([&] { need(queries.list({.sort = field, .limit = 200})); });
            const double order = timed([&] { need(queries.pks({}, field, false)); });
            std::printf("  by %-12s page of 200 %8.2f ms   whole order %8.2f ms\n",
                        fieldInfo(field).name,
                        page,
                        order);
        }
        std::printf("  count %8.2f ms\n", timed([&] { need(queries.count({})); }));
    }
    return 0;
}
