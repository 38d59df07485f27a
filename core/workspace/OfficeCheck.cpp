#include "core/workspace/OfficeCheck.h"

#include "core/records/ClientStore.h"
#include "core/records/HistoryStore.h"
#include "core/security/AuditChain.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QHash>

namespace core {

namespace {

using Problems = std::vector<IntegrityProblem>;

QString say(const char* text)
{
    return QCoreApplication::translate("core::OfficeCheck", text);
}

/// Entries of the log that other rows speak of and that are not there: cut off at its end, where the chain itself
/// shows nothing.
Result<> checkEnd(Connection& connection, Problems& problems)
{
    return connection
        .statement("SELECT DISTINCT audit_seq FROM (SELECT audit_seq FROM applied_ops UNION "
                   "SELECT audit_seq FROM history UNION SELECT seq FROM audit_rows) AS spoken"
                   " WHERE NOT EXISTS (SELECT 1 FROM audit_entries e WHERE e.seq = "
                   "spoken.audit_seq) ORDER BY 1")
        .forEach([&problems](const Statement& row) {
            problems.push_back(
                {QStringLiteral("log"),
                 QString::number(row.int64(0)),
                 say(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                       "This entry of the log is missing; others speak of it."))});
        });
}

/// A record whose values do not have the hash of their last change was edited past the program.
Result<> checkClients(Connection& connection, Problems& problems, Progress& progress)
{
    const int after = ClientStore::columnCount();
    const std::string sql = "SELECT " + ClientStore::columns().toStdString()
        + ", k.key, (SELECT h.after_hash FROM history h WHERE h.client_pk = c.pk ORDER BY h.pk "
          "DESC LIMIT 1) FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk"
          " LEFT JOIN client_keys k ON k.client_pk = c.pk ORDER BY c.pk";
    std::int64_t done = 0;
    auto read = connection.statement(sql).forEach([&](const Statement& row) -> Result<> {
        if (!progress.step(++done, 0)) {
            return cancelledError();
        }
        const Client client = ClientStore::read(row);
        if (ClientStore::hash(client, row.blob(after)) != row.blob(after + 1)) {
            problems.push_back(
                {QStringLiteral("row_hash"),
                 client.id().value,
                 say(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                       "This record is not what its last change made it: somebody "
                                       "edited it past the program."))});
        }
        return {};
    });
    if (!read) {
        return read;
    }
    return connection
        .statement("SELECT DISTINCT h.client_pk FROM history h LEFT JOIN clients c ON c.pk = "
                   "h.client_pk WHERE c.pk IS NULL")
        .forEach([&problems](const Statement& row) {
            problems.push_back(
                {QStringLiteral("row_missing"),
                 QStringLiteral("client row %1").arg(row.int64(0)),
                 say(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                       "A record that has a history is not there any more."))});
        });
}

/// Who changed what, when and why must be what was signed for.
Result<> checkHistory(Connection& connection, Problems& problems, Progress& progress)
{
    ClientStore clients(connection);
    std::int64_t done = 0;
    return HistoryStore(connection)
        .forEach([&](const HistoryEntry& entry, const QByteArray& key) -> Result<> {
            if (!progress.step(++done, 0)) {
                return cancelledError();
            }
            // Without its key (an erased client) nothing can be said of the words, and there are none any more.
            if (key.isEmpty() || HistoryStore::hash(entry, key) == entry.detailHash) {
                return {};
            }
            auto client = clients.byPk(entry.client);
            if (!client) {
                return client.error();
            }
            problems.push_back(
                {QStringLiteral("history"),
                 *client ? (*client)->id().value
                         : QStringLiteral("client row %1").arg(entry.client.value),
                 say(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                       "The history of this record was changed past the "
                                       "program."))});
            return {};
        });
}

/// The rows of today that the log keeps hashes of beside clients and requests.
struct KeptRow
{
    QString object; ///< as the log names it
    QString where; ///< as people know it
    QByteArray hash;
};

Result<std::vector<KeptRow>> keptRows(OfficeContext& office)
{
    std::vector<KeptRow> rows;
    const UserStore users(office.reader);
    auto people = users.all();
    if (!people) {
        return people.error();
    }
    for (const User& user : *people) {
        rows.push_back({UserStore::objectOf(user.pk), user.name, UserStore::hash(office, user)});
    }
    auto departments = users.departments();
    if (!departments) {
        return departments.error();
    }
    for (const Department& department : *departments) {
        rows.push_back({UserStore::objectOf(department.pk),
                        department.name,
                        UserStore::hash(office, department)});
    }
    auto settings = SettingStore(office.reader).all();
    if (!settings) {
        return settings.error();
    }
    for (const auto& [name, value] : *settings) {
        rows.push_back(
            {SettingStore::objectOf(name), name, SettingStore::hash(office, name, value)});
    }
    return rows;
}

Result<> checkKeptRows(OfficeContext& office, Problems& problems)
{
    QHash<QString, QByteArray> last;
    auto read
        = office.reader
              .statement("SELECT object, after_hash FROM audit_rows WHERE object GLOB "
                         "'user:*' OR object GLOB 'department:*' OR object GLOB 'setting:*'"
                         " ORDER BY seq, ordinal")
              .forEach([&last](const Statement& row) { last.insert(row.text(0), row.blob(1)); });
    if (!read) {
        return read;
    }
    auto rows = keptRows(office);
    if (!rows) {
        return rows.error();
    }
    for (const KeptRow& row : *rows) {
        if (last.take(row.object) != row.hash) {
            problems.push_back(
                {QStringLiteral("row_hash"),
                 row.where,
                 say(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                       "This is not what its last change made it: somebody edited "
                                       "it past the program."))});
        }
    }
    for (auto gone = last.begin(); gone != last.end(); ++gone) {
        if (!gone.value().isEmpty()) {
            problems.push_back(
                {QStringLiteral("row_missing"),
                 gone.key(),
                 say(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                       "The log speaks of this, and it is not there any more."))});
        }
    }
    return {};
}

Result<> checkLog(OfficeContext& office, Problems& problems, Progress& progress)
{
    auto report = AuditChain(office.reader, office.officeId).verify(progress);
    if (!report) {
        return report.error();
    }
    if (report->firstBad) {
        problems.push_back(
            {QStringLiteral("log"), QString::number(*report->firstBad), report->problem});
    }
    return checkEnd(office.reader, problems);
}

Result<> checkRequests(const RequestService& requests, Problems& problems, Progress& progress)
{
    auto found = requests.check(progress);
    if (!found) {
        return found.error();
    }
    for (const RequestProblem& problem : *found) {
        problems.push_back(
            {QStringLiteral("request"), requestText(problem.request), problem.message});
    }
    return {};
}

} // namespace

Result<std::vector<IntegrityProblem>>
checkOffice(OfficeContext& office, const RequestService& requests, Progress& progress)
{
    auto problems = checkIntegrity(office.reader, progress);
    if (!problems) {
        return problems;
    }
    if (auto done = checkLog(office, *problems, progress); !done) {
        return done.error();
    }
    if (auto done = checkClients(office.reader, *problems, progress); !done) {
        return done.error();
    }
    if (auto done = checkHistory(office.reader, *problems, progress); !done) {
        return done.error();
    }
    if (auto done = checkKeptRows(office, *problems); !done) {
        return done.error();
    }
    if (auto done = checkRequests(requests, *problems, progress); !done) {
        return done.error();
    }
    return problems;
}

} // namespace core
