#include "core/workspace/OfficeCheck.h"

#include "core/base/Log.h"
#include "core/duplicates/DuplicateStore.h"
#include "core/records/ClientStore.h"
#include "core/records/ConsentStore.h"
#include "core/records/HistoryStore.h"
#include "core/security/AuditChain.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"
#include "core/storage/DamageMark.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>
#include <functional>

namespace core {

namespace {

QString sayChecked(const char* sentence)
{
    return QCoreApplication::translate("core::OfficeCheck", sentence);
}

/// Objects whose rows have one hash after the other; "pair:" and "merge:" entries stand for themselves.
bool isChained(const QString& object)
{
    return object.startsWith(QStringLiteral("user:"))
        || object.startsWith(QStringLiteral("department:"))
        || object.startsWith(QStringLiteral("journal:"))
        || object.startsWith(QStringLiteral("setting:"))
        || object.startsWith(QStringLiteral("view:"))
        || object.startsWith(QStringLiteral("consent:"))
        || object.startsWith(QStringLiteral("decision:"));
}

/// A merged request is hashed with another client's key: only whether it is there is asked here.
QString numberedAs(const char* letter, const QString& object)
{
    return QLatin1String(letter) + object.section(u':', 1).section(u'-', -1);
}

} // namespace

OfficeCheck::OfficeCheck(OfficeContext& office, const RequestService& requests)
    : m_office(office)
    , m_requests(requests)
{ }

void OfficeCheck::add(const char* kind, const QString& where, const QString& message)
{
    m_problems.push_back({QLatin1String(kind), where, message});
}

Result<std::vector<IntegrityProblem>> OfficeCheck::run(Progress& progress)
{
    auto problems = checkIntegrity(m_office.reader, progress);
    if (!problems) {
        return problems;
    }
    m_problems = *std::move(problems);
    const bool isDamaged = !m_problems.empty();
    if (isDamaged) {
        if (auto marked = markAsDamaged(m_office.reader.path()); !marked) {
            logWarning("workspace", marked.error().detail); // the list says it all the same
        }
    }
    const std::array<std::function<Result<>()>, 9> checks{
        [&] { return checkLog(progress); },
        [&] { return checkBookkeeping(); },
        [&] { return checkClients(progress); },
        [&] { return checkAuthors(); },
        [&] { return checkMissingClients(); },
        [&] { return checkHistory(progress); },
        [&] { return checkRows(); },
        [&] { return checkRequests(progress); },
        [&] { return checkSealed(progress); },
    };
    for (const auto& check : checks) {
        const Result<> done = check();
        // What cannot be read was named above; the rest may still tell something.
        if (!done && !(isDamaged && done.error().code == ErrorCode::Corrupt)) {
            return done.error();
        }
    }
    if (!isDamaged) {
        if (auto unmarked = unmarkAsDamaged(m_office.reader.path()); !unmarked) {
            return unmarked.error();
        }
    }
    return std::move(m_problems);
}

Result<> OfficeCheck::checkLog(Progress& progress)
{
    auto report = AuditChain(m_office.reader, m_office.officeId).verify(progress);
    if (!report) {
        return report.error();
    }
    for (const AuditProblem& problem : report->problems) {
        add("log", QString::number(problem.seq), problem.message);
    }
    // Entries that other tables still speak of: the chain itself does not show that its end was cut off.
    return m_office.reader
        .statement(
            "SELECT seq FROM (SELECT audit_seq AS seq FROM applied_ops UNION SELECT audit_seq FROM"
            " history UNION SELECT audit_seq FROM change_feed UNION SELECT seq FROM audit_rows"
            " UNION SELECT audit_seq FROM look_rows UNION SELECT asked_seq FROM requests)"
            " WHERE seq NOT IN (SELECT seq FROM audit_entries) ORDER BY seq LIMIT 1000")
        .forEach([this](const Statement& row) {
            add("log",
                QString::number(row.int64(0)),
                sayChecked(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                             "This entry of the log is not there any more.")));
        });
}

/// What the log says of every use case, and other computers rely on: that it was applied (nobody submits it a second time) and
/// that it was told (nobody goes on with an old picture). Both tables are pruned from their beginning, never at the end.
Result<> OfficeCheck::checkBookkeeping()
{
    auto unapplied
        = m_office.reader
              .statement("SELECT seq FROM audit_entries e WHERE (seq >= (SELECT min(audit_seq) FROM"
                         " applied_ops) OR seq = (SELECT max(seq) FROM audit_entries))"
                         " AND NOT EXISTS (SELECT 1 FROM applied_ops o WHERE o.op_id = e.op_id)"
                         " ORDER BY seq LIMIT 1000")
              .forEach([this](const Statement& row) {
                  add("log",
                      QString::number(row.int64(0)),
                      sayChecked(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                                   "The office has forgotten that it saved this; "
                                                   "it could be saved twice.")));
              });
    if (!unapplied) {
        return unapplied;
    }
    auto untold
        = m_office.reader
              .statement("SELECT DISTINCT audit_seq FROM history h WHERE (audit_seq >= (SELECT "
                         "min(audit_seq)"
                         " FROM change_feed) OR audit_seq = (SELECT max(audit_seq) FROM history))"
                         " AND audit_seq NOT IN (SELECT audit_seq FROM change_feed)"
                         " ORDER BY audit_seq LIMIT 1000")
              .forEach([this](const Statement& row) {
                  add("log",
                      QString::number(row.int64(0)),
                      sayChecked(QT_TRANSLATE_NOOP(
                          "core::OfficeCheck",
                          "Other computers are not told of this change: the list of changes is "
                          "not what it was.")));
              });
    if (!untold) {
        return untold;
    }
    return m_office.reader
        .statement(
            "SELECT 1 WHERE ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'change_feed'), 0)"
            " < (SELECT ifnull(max(seq), 0) FROM change_feed)")
        .forEach([this](const Statement&) {
            add("structure",
                QStringLiteral("change_feed"),
                sayChecked(
                    QT_TRANSLATE_NOOP("core::OfficeCheck",
                                      "The numbers of the list of changes begin again too low.")));
        });
}

/// A record whose values do not have the hash of their last change was edited past the program.
Result<> OfficeCheck::checkClients(Progress& progress)
{
    const ClientStore clients(m_office.reader);
    struct Last
    {
        ClientPk pk;
        QByteArray hash;
        QByteArray key;
        int version = 0;
        QDateTime at;
        QDateTime createdAt;
    };
    auto last
        = m_office.reader
              .statement(
                  "SELECT c.pk, h.after_hash, k.key, h.client_version, h.at,"
                  " (SELECT f.at FROM history f WHERE f.client_pk = c.pk ORDER BY f.pk LIMIT 1)"
                  " FROM clients c LEFT JOIN history h ON h.pk = (SELECT max(l.pk) FROM history l"
                  " WHERE l.client_pk = c.pk) LEFT JOIN client_keys k ON k.client_pk = c.pk"
                  " ORDER BY c.pk")
              .all([](const Statement& row) {
                  return Last{row.id<ClientPk>(0),
                              row.blob(1),
                              row.blob(2),
                              row.integer(3),
                              row.dateTime(4),
                              row.dateTime(5)};
              });
    if (!last) {
        return last.error();
    }
    std::int64_t done = 0;
    for (const Last& entry : *last) {
        if (!progress.step(++done, std::int64_t(last->size()))) {
            return cancelledError();
        }
        auto client = clients.byPk(entry.pk);
        if (!client) {
            return client.error();
        }
        const bool isAsWritten = *client && ClientStore::hash(**client, entry.key) == entry.hash
            && (*client)->version == entry.version && (*client)->updatedAt == entry.at
            && (*client)->createdAt == entry.createdAt;
        if (*client && !isAsWritten) {
            add("row_hash",
                (*client)->id().value,
                sayChecked(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                             "This record is not what its last change made it: "
                                             "somebody edited it past the program.")));
        }
    }
    return {};
}

/// What the hash of a record leaves out, because it says who and not what: the history has it too, and is signed.
Result<> OfficeCheck::checkAuthors()
{
    return m_office.reader
        .statement(
            "SELECT id FROM (SELECT c.id, c.created_by, c.updated_by, c.batch_pk, c.verified_at,"
            " c.verified_by, f.author_pk AS first_author, f.batch_pk AS first_batch,"
            " l.author_pk AS last_author FROM clients c"
            " JOIN history f ON f.pk = (SELECT min(h.pk) FROM history h WHERE h.client_pk = c.pk)"
            " JOIN history l ON l.pk = (SELECT max(h.pk) FROM history h WHERE h.client_pk = c.pk))"
            " WHERE created_by <> first_author OR updated_by <> last_author"
            " OR batch_pk IS NOT first_batch OR verified_at <> '' OR verified_by IS NOT NULL")
        .forEach([this](const Statement& row) {
            add("row_hash",
                row.text(0),
                sayChecked(
                    QT_TRANSLATE_NOOP("core::OfficeCheck",
                                      "Who entered or changed this record is not what its "
                                      "history says: somebody edited it past the program.")));
        });
}

Result<> OfficeCheck::checkMissingClients()
{
    const auto missing = [this](const QString& where) {
        add("row_missing",
            where,
            sayChecked(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                         "A record that has a history is not there any more.")));
    };
    QSet<QString> named;
    // What remembers its id: the search index does not, but every log entry about one record does.
    auto done = m_office.reader
                    .statement("SELECT DISTINCT substr(e.object, 8) FROM audit_entries e"
                               " WHERE e.object LIKE 'client:%' AND NOT EXISTS"
                               " (SELECT 1 FROM clients c WHERE c.id = substr(e.object, 8))")
                    .forEach([&](const Statement& row) {
                        named.insert(row.text(0));
                        missing(row.text(0));
                    });
    if (!done) {
        return done;
    }
    // One that came with a file is in no entry of its own; its first history row has its id.
    return m_office.reader
        .statement(
            "SELECT h.client_pk, h.changes FROM history h LEFT JOIN clients c ON c.pk = h.client_pk"
            " WHERE c.pk IS NULL AND h.pk = (SELECT min(f.pk) FROM history f"
            " WHERE f.client_pk = h.client_pk)")
        .forEach([&](const Statement& row) {
            const QString id = newIdIn(row.text(1));
            if (!named.contains(id)) {
                missing(id.isEmpty() ? QStringLiteral("client row %1").arg(row.int64(0)) : id);
            }
        });
}

/// What a row of history says must be what its entry signed.
Result<> OfficeCheck::checkHistory(Progress& progress)
{
    const HistoryStore history(m_office.reader);
    std::int64_t done = 0;
    bool stopped = false;
    QSet<std::int64_t> said;
    auto read = history.forEach([&](const HistoryEntry& entry,
                                    const QByteArray& key,
                                    const QString& id) {
        stopped = stopped || !progress.step(++done, 0);
        if (historyHash(entry, key) != entry.entryHash && !said.contains(entry.client.value)) {
            said.insert(entry.client.value);
            add("history",
                id,
                sayChecked(QT_TRANSLATE_NOOP(
                    "core::OfficeCheck",
                    "The history of this record says something else than when it was written.")));
        }
        return !stopped;
    });
    if (!read) {
        return read;
    }
    if (stopped) {
        return cancelledError();
    }
    // A row taken out: the versions of a record follow one another.
    return m_office.reader
        .statement("SELECT DISTINCT coalesce(c.id, '') FROM (SELECT client_pk, client_version - "
                   "row_number()"
                   " OVER (PARTITION BY client_pk ORDER BY pk) AS gap FROM history) h"
                   " JOIN clients c ON c.pk = h.client_pk WHERE h.gap <> 0")
        .forEach([&](const Statement& row) {
            add("history",
                row.text(0),
                sayChecked(
                    QT_TRANSLATE_NOOP("core::OfficeCheck",
                                      "A part of this record's history is not there any more.")));
        });
}

void OfficeCheck::compareRow(const LoggedRow& logged,
                             const char* kind,
                             const QString& where,
                             const QByteArray& now)
{
    if (logged.last != now) {
        add(kind,
            where,
            sayChecked(QT_TRANSLATE_NOOP(
                "core::OfficeCheck",
                "This is not what the log says: somebody changed it past the program.")));
    } else if (logged.brokenAt > 0) {
        add(kind,
            where,
            sayChecked(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                         "Somebody had changed this past the program; entry %1 of "
                                         "the log set it right."))
                .arg(logged.brokenAt));
    }
}

/// Users, departments, settings, consents and decisions against the log; what it knows must be there.
Result<> OfficeCheck::checkRows()
{
    QHash<QString, LoggedRow> logged;
    QSet<QString> numbered;
    auto read
        = m_office.reader
              .statement("SELECT seq, object, before_hash, after_hash FROM audit_rows ORDER BY "
                         "seq, ordinal")
              .forEach([&](const Statement& row) {
                  const QString object = row.text(1);
                  if (!isChained(object)) {
                      numbered.insert(object);
                      return;
                  }
                  LoggedRow& known = logged[object];
                  if (row.blob(2) != known.last && known.brokenAt == 0) {
                      known.brokenAt = row.int64(0);
                  }
                  known.last = row.blob(3);
                  known.seq = row.int64(0);
              });
    if (!read) {
        return read;
    }
    const auto compare =
        [&](const char* kind, const QString& object, const QString& where, const QByteArray& now) {
            compareRow(logged.take(object), kind, where, now);
        };
    auto users = UserStore(m_office.reader).all();
    if (!users) {
        return users.error();
    }
    for (const User& user : *users) {
        compare("user",
                QStringLiteral("user:%1").arg(user.pk.value),
                user.name,
                userHash(m_office, user));
    }
    for (const auto& table : {std::pair("department", "SELECT pk, name FROM departments"),
                              std::pair("journal",
                                        "SELECT pk, lower(hex(id)) || ' ' || user_pk || ' ' || slot"
                                        " || ' ' || host FROM look_journals"),
                              std::pair("view",
                                        "SELECT pk, owner_pk || ' ' || is_shared || ' ' || name ||"
                                        " char(10) || filter || char(10) || layout FROM"
                                        " saved_views"),
                              std::pair("setting", "SELECT name, value FROM settings")}) {
        // Clang 14 lets no lambda capture a structured binding.
        const char* const kind = table.first;
        const char* const sql = table.second;
        auto done
            = m_office.reader.statement(std::string_view(sql)).forEach([&](const Statement& row) {
                  const QString object = QLatin1String(kind) + u':' + row.text(0);
                  const bool isDepartment = object.startsWith(QStringLiteral("department:"));
                  compare(kind,
                          object,
                          isDepartment ? row.text(1) : row.text(0),
                          rowHash(m_office, object, {row.text(1)}));
              });
        if (!done) {
            return done;
        }
    }
    auto consents = ConsentStore(m_office.reader).all();
    if (!consents) {
        return consents.error();
    }
    for (const Consent& consent : *consents) {
        auto client = ClientStore(m_office.reader).byPk(consent.client);
        if (!client) {
            return client.error();
        }
        compare("consent",
                QStringLiteral("consent:%1").arg(consent.pk),
                *client ? (*client)->id().value : QStringLiteral("consent %1").arg(consent.pk),
                consentHash(m_office, consent));
    }
    auto decisions = DuplicateStore(m_office.reader).decisions();
    if (!decisions) {
        return decisions.error();
    }
    for (const StoredDecision& decision : *decisions) {
        auto a = ClientStore(m_office.reader).byPk(decision.a);
        auto b = ClientStore(m_office.reader).byPk(decision.b);
        if (!a || !b) {
            return a ? b.error() : a.error();
        }
        const QString one = *a ? (*a)->id().value : QString();
        const QString other = *b ? (*b)->id().value : QString();
        const QString object = decisionObject(decision.a, decision.b);
        // Earlier programs logged that something was decided about the two, and not the row.
        const bool isOlder = !logged.contains(object)
            && (numbered.contains(QStringLiteral("pair:%1/%2").arg(one, other))
                || numbered.contains(QStringLiteral("pair:%1/%2").arg(other, one)));
        if (!isOlder) {
            compare("decision",
                    object,
                    one + QStringLiteral(" / ") + other,
                    decisionHash(m_office, decision));
        }
    }
    for (auto row = logged.cbegin(); row != logged.cend(); ++row) {
        if (row->last.isEmpty()) {
            continue; // taken back, and so it is not there
        }
        add("row_missing",
            row.key(),
            sayChecked(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                         "The log knows this, and it is not there any more.")));
    }
    return checkNumbered(numbered);
}

/// Requests and merges that the log knows must be there.
Result<> OfficeCheck::checkNumbered(const QSet<QString>& numbered)
{
    for (const auto& [prefix, letter, sql] :
         {std::tuple("request:", "R-", "SELECT 'request:' || pk FROM requests"),
          std::tuple("merge:", "M-", "SELECT 'merge:M-' || pk FROM merges")}) {
        QSet<QString> there;
        auto done
            = m_office.reader.statement(std::string_view(sql)).forEach([&](const Statement& row) {
                  there.insert(row.text(0));
              });
        if (!done) {
            return done;
        }
        for (const QString& object : numbered) {
            if (object.startsWith(QLatin1String(prefix)) && !there.contains(object)) {
                add("row_missing",
                    numberedAs(letter, object),
                    sayChecked(QT_TRANSLATE_NOOP(
                        "core::OfficeCheck", "The log knows this, and it is not there any more.")));
            }
        }
    }
    return {};
}

Result<> OfficeCheck::checkRequests(Progress& progress)
{
    auto problems = m_requests.check(progress);
    if (!problems) {
        return problems.error();
    }
    for (const RequestProblem& problem : *problems) {
        add("request", requestText(problem.request), problem.message);
    }
    return {};
}

} // namespace core
