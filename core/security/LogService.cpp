#include "core/security/LogService.h"

#include "core/security/LogKeys.h"
#include "core/security/LogQueries.h"
#include "core/security/LogWords.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/RefusedLogins.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

/// Who is there, and of whom the session sees the log.
struct Overseen
{
    QHash<std::int64_t, User> users;
    const Session& session;

    [[nodiscard]] bool covers(UserPk user) const
    {
        const auto known = users.constFind(user.value);
        const DepartmentPk department
            = known != users.constEnd() ? known->department : DepartmentPk{};
        return decide(session, Action::SeeLog, {user, department, true}) == Verdict::Allowed;
    }
    [[nodiscard]] QString nameOf(UserPk user) const { return users.value(user.value).name; }
};

AccessRow accessOf(const Statement& row, AccessKind kind)
{
    AccessRow access;
    access.seq = row.int64(0);
    access.at = row.dateTime(1);
    access.actor = row.id<UserPk>(2);
    access.kind = kind;
    return access;
}

Result<> addLooks(Connection& connection, const QString& from, std::vector<AccessRow>& rows)
{
    const auto add = [&rows](const Statement& row) {
        AccessRow access = accessOf(row, AccessKind::Look);
        access.client = row.id<ClientPk>(3);
        access.isOthers = row.id<UserPk>(4).isValid() && row.id<UserPk>(4) != access.actor;
        rows.push_back(std::move(access));
    };
    auto done = connection
                    .statement("SELECT l.audit_seq, l.at, l.actor_pk, c.pk, c.owner_pk FROM"
                               " look_rows l JOIN clients c ON c.pk = l.client_pk WHERE l.at >= ?")
                    .bindAll(from)
                    .forEach(add);
    if (!done) {
        return done;
    }
    // Those that became entries of their own: of earlier versions, or where no journal could be written.
    return connection
        .statement("SELECT e.seq, e.at, e.actor_pk, c.pk, c.owner_pk FROM audit_entries e"
                   " JOIN clients c ON c.id = substr(e.object, 8)"
                   " WHERE e.action = 'client.look' AND e.at >= ?")
        .bindAll(from)
        .forEach(add);
}

Result<> addExports(Connection& connection, const QString& from, std::vector<AccessRow>& rows)
{
    return connection
        .statement("SELECT seq, at, actor_pk, substr(object, 8) FROM audit_entries"
                   " WHERE action = 'export' AND at >= ?")
        .bindAll(from)
        .forEach([&rows](const Statement& row) {
            AccessRow access = accessOf(row, AccessKind::Export);
            access.count = row.text(3).toLongLong();
            rows.push_back(std::move(access));
        });
}

/// Records that were there before; what an import brings is no change.
Result<> addChanges(Connection& connection, const QString& from, std::vector<AccessRow>& rows)
{
    return connection
        .statement("SELECT e.seq, e.at, e.actor_pk, count(*) FROM audit_entries e JOIN history h"
                   " ON h.audit_seq = e.seq WHERE e.at >= ? AND h.client_version > 1"
                   " GROUP BY e.seq")
        .bindAll(from)
        .forEach([&rows](const Statement& row) {
            AccessRow access = accessOf(row, AccessKind::Change);
            access.count = row.int64(3);
            rows.push_back(std::move(access));
        });
}

Result<> addRefused(Connection& connection,
                    const QString& from,
                    const Overseen& people,
                    std::vector<AccessRow>& rows)
{
    LogKeyRing keys(connection);
    return connection
        .statement("SELECT seq, at, actor_pk, detail_key, detail, op_id FROM audit_entries"
                   " WHERE action = ? AND at >= ?")
        .bindAll(QStringView(refusedLoginAction), from)
        .forEach([&](const Statement& row) -> Result<> {
            auto detail = keys.open(row.text(3), row.blob(4), row.blob(5));
            if (!detail) {
                return detail.error();
            }
            const QJsonArray refused
                = QJsonDocument::fromJson(detail->value_or(QString()).toUtf8()).array();
            for (const auto& one : refused) {
                AccessRow access;
                access.seq = row.int64(0);
                access.kind = AccessKind::RefusedLogin;
                access.at = utcFromText(one.toObject().value(QStringLiteral("at")).toString());
                access.name = one.toObject().value(QStringLiteral("user")).toString();
                for (const User& user : people.users) {
                    if (user.name == access.name) {
                        access.actor = user.pk;
                    }
                }
                rows.push_back(std::move(access));
            }
            return {};
        });
}

struct PruneLimits
{
    QString processing;
    QString other;

    [[nodiscard]] const QString& of(const QString& action) const
    {
        return isProcessing(action) ? processing : other;
    }
};

/// Removes the text of rows that are too old, kind by kind.
Result<std::int64_t> pruneTexts(Connection& connection,
                                const PruneLimits& limits,
                                std::string_view kinds,
                                std::string_view update)
{
    auto actions
        = connection.statement(kinds).all([](const Statement& row) { return row.text(0); });
    if (!actions) {
        return actions.error();
    }
    std::int64_t removed = 0;
    for (const QString& action : *actions) {
        auto count = connection.statement(update).bindAll(action, limits.of(action)).runCounting();
        if (!count) {
            return count.error();
        }
        removed += *count;
    }
    return removed;
}

} // namespace

LogService::LogService(OfficeContext& office, std::function<bool(QDate)> isWorkingDay)
    : m_office(office)
    , m_isWorkingDay(std::move(isWorkingDay))
{ }

Result<std::vector<AccessRow>> LogService::rowsSince(const QDateTime& from) const
{
    auto users = UserStore(m_office.reader).all();
    if (!users) {
        return users.error();
    }
    Overseen people{{}, m_office.session};
    for (const User& user : *users) {
        people.users.insert(user.pk.value, user);
    }
    const QString since = utcText(from);
    std::vector<AccessRow> rows;
    for (const auto& done : {addLooks(m_office.reader, since, rows),
                             addExports(m_office.reader, since, rows),
                             addChanges(m_office.reader, since, rows),
                             addRefused(m_office.reader, since, people, rows)}) {
        if (!done) {
            return done.error();
        }
    }
    std::erase_if(rows, [&people](const AccessRow& row) { return !people.covers(row.actor); });
    for (AccessRow& row : rows) {
        if (row.actor.isValid()) {
            row.name = people.nameOf(row.actor);
        }
    }
    return rows;
}

Result<std::vector<UnusualFinding>> LogService::unusual(int days) const
{
    if (auto allowed = requireOversight(m_office.session); !allowed) {
        return allowed.error();
    }
    auto settings = logSettings(m_office.reader);
    if (!settings) {
        return settings.error();
    }
    auto rows = rowsSince(m_office.clock.now().addDays(-days));
    if (!rows) {
        return rows.error();
    }
    UnusualLimits limits = limitsFrom(*settings);
    limits.zone = m_office.timeZone;
    limits.isWorkingDay = m_isWorkingDay;
    return findUnusual(*rows, limits);
}

Result<PrunedLog> LogService::prune()
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    auto operation = Operation::begin(m_office, u"log.prune");
    if (!operation) {
        return operation.error();
    }
    Connection& connection = operation->connection();
    auto settings = logSettings(connection);
    if (!settings) {
        return settings.error();
    }
    const auto before = [&](const char* setting) {
        return utcText(operation->now().addDays(-valueOf(*settings, setting)));
    };
    const PruneLimits limits{before(processingDays), before(otherDays)};
    auto details = pruneTexts(connection,
                              limits,
                              "SELECT DISTINCT action FROM audit_entries WHERE length(detail) > 0",
                              "UPDATE audit_entries SET detail = NULL"
                              " WHERE length(detail) > 0 AND action = ? AND at < ?");
    if (!details) {
        return details.error();
    }
    auto looks = pruneTexts(connection,
                            limits,
                            "SELECT DISTINCT kind FROM look_rows WHERE text IS NOT NULL",
                            "UPDATE look_rows SET text = NULL"
                            " WHERE text IS NOT NULL AND kind = ? AND at < ?");
    if (!looks) {
        return looks.error();
    }
    auto keys
        = connection
              .statement("DELETE FROM log_keys WHERE month < substr(?, 1, 7) AND NOT EXISTS"
                         " (SELECT 1 FROM audit_entries WHERE length(detail) > 0 AND detail_key ="
                         " 'month:' || month) AND NOT EXISTS (SELECT 1 FROM look_rows WHERE text"
                         " IS NOT NULL AND text_key = 'month:' || month)")
              .bindAll(std::max(limits.processing, limits.other))
              .runCounting();
    if (!keys) {
        return keys.error();
    }
    const PrunedLog pruned{*details, *looks, *keys};
    operation->setObject(QStringLiteral("office"));
    operation->setDetail(
        QStringLiteral("details=%1 looks=%2 keys=%3").arg(*details).arg(*looks).arg(*keys));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return pruned;
}

} // namespace core
