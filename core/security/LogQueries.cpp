#include "core/security/LogQueries.h"

#include "core/security/AuditChain.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <variant>

namespace core {

namespace {

using LogValue = std::variant<std::int64_t, QString>;

/// "seq IN (…)" over numbers that come from the database itself.
QString listOf(const std::vector<LogPerson>& people)
{
    QStringList numbers;
    for (const LogPerson& person : people) {
        numbers.append(QString::number(person.pk.value));
    }
    return u'(' + numbers.join(u',') + u')';
}

void bindValues(Statement& statement, const std::vector<LogValue>& values)
{
    int index = 0;
    for (const LogValue& value : values) {
        ++index;
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            statement.bind(index, *number);
        } else {
            statement.bind(index, std::get<QString>(value));
        }
    }
}

bool isBefore(const LogLine& a, const LogLine& b)
{
    return std::pair(a.seq, a.ordinal) > std::pair(b.seq, b.ordinal);
}

Error noSuch(const char* sentence)
{
    return {ErrorCode::NotFound, QCoreApplication::translate("core::LogQueries", sentence), {}};
}

} // namespace

bool LogLine::isLook() const
{
    return ordinal != LogPlace::entryOrdinal;
}

/// What both kinds of lines are asked for. A column is named by what stands in the tables: @at, @actor.
struct LogQueries::Condition
{
    QString people; ///< "(1,2)", or empty: everybody
    QString from;
    QString to;
    QString client; ///< its id
    std::int64_t clientPk = 0;
    std::optional<LogGroup> group;

    void
    add(QString& sql, std::vector<LogValue>& values, const QString& at, const QString& actor) const
    {
        if (!people.isEmpty()) {
            sql += u" AND " + actor + u" IN " + people;
        }
        if (!from.isEmpty()) {
            sql += u" AND " + at + u" >= ?";
            values.emplace_back(from);
        }
        if (!to.isEmpty()) {
            sql += u" AND " + at + u" < ?";
            values.emplace_back(to);
        }
    }
};

LogQueries::LogQueries(OfficeContext& office)
    : m_office(office)
{ }

Result<std::vector<LogPerson>> LogQueries::people() const
{
    if (auto allowed = require(m_office.session, Action::SeeLog); !allowed) {
        return allowed.error();
    }
    auto users = UserStore(m_office.reader).all();
    if (!users) {
        return users.error();
    }
    std::vector<LogPerson> people;
    for (const User& user : *users) {
        if (decide(m_office.session, Action::SeeLog, {user.pk, user.department, true})
            == Verdict::Allowed) {
            people.push_back({user.pk, user.name});
        }
    }
    return people;
}

Result<LogQueries::Condition> LogQueries::conditionFor(const LogFilter& filter) const
{
    auto people = this->people();
    if (!people) {
        return people.error();
    }
    Condition condition;
    const bool seesAll = grantOf(m_office.session, Action::SeeLog).direct == Scope::All;
    if (!filter.user.isEmpty()) {
        std::erase_if(*people, [key = userNameKey(filter.user)](const LogPerson& person) {
            return userNameKey(person.name) != key;
        });
        if (people->empty()) {
            return noSuch(QT_TRANSLATE_NOOP("core::LogQueries",
                                            "There is nobody of this name whose actions you may "
                                            "see."));
        }
    }
    if (!seesAll || !filter.user.isEmpty()) {
        condition.people = listOf(*people);
    }
    condition.from = filter.from.isValid() ? utcText(filter.from) : QString();
    condition.to = filter.to.isValid() ? utcText(filter.to) : QString();
    condition.group = filter.group;
    condition.client = filter.client.trimmed();
    if (!condition.client.isEmpty()) {
        auto pk = m_office.reader.statement("SELECT pk FROM clients WHERE id = ?")
                      .bindAll(condition.client)
                      .one([](const Statement& row) { return row.int64(0); });
        if (!pk) {
            return pk.error();
        }
        if (!*pk) {
            return noSuch(
                QT_TRANSLATE_NOOP("core::LogQueries", "There is no client with this id."));
        }
        condition.clientPk = **pk;
    }
    return condition;
}

Result<std::vector<LogLine>>
LogQueries::entries(const Condition& condition, const LogPlace& after, int limit) const
{
    QString sql = QStringLiteral(
        "SELECT e.seq, e.at, e.actor_pk, u.name, e.host, e.action, e.object, e.row_count,"
        " e.detail_key, e.detail, e.op_id, e.hash FROM audit_entries e"
        " LEFT JOIN users u ON u.pk = e.actor_pk WHERE e.seq <= ?");
    // At the place of an entry's own look the entry was shown already.
    std::vector<LogValue> values{after.seq == LogPlace{}.seq ? after.seq : after.seq - 1};
    condition.add(sql, values, QStringLiteral("e.at"), QStringLiteral("e.actor_pk"));
    if (condition.clientPk > 0) {
        sql += QStringLiteral(" AND (e.object = ? OR e.seq IN (SELECT audit_seq FROM history"
                              " WHERE client_pk = ?))");
        values.emplace_back(QStringLiteral("client:") + condition.client);
        values.emplace_back(condition.clientPk);
    }
    sql += QStringLiteral(" ORDER BY e.seq DESC");
    auto statement = m_office.reader.statement(QStringView(sql));
    bindValues(statement, values);
    std::vector<LogLine> lines;
    LogKeyRing keys(m_office.reader);
    while (int(lines.size()) < limit) {
        auto state = statement.step();
        if (!state) {
            return state.error();
        }
        if (*state == StepState::Done) {
            break;
        }
        const QString action = statement.text(5);
        if (condition.group && logGroupOf(action) != *condition.group) {
            continue;
        }
        LogLine line;
        line.seq = statement.int64(0);
        line.ordinal = LogPlace::entryOrdinal;
        line.at = statement.dateTime(1);
        line.actor = statement.id<UserPk>(2);
        line.actorName = statement.text(3);
        line.host = statement.text(4);
        line.action = action;
        line.object = statement.text(6);
        line.rows = statement.int64(7);
        auto detail = keys.open(statement.text(8), statement.blob(9), statement.blob(10));
        if (!detail) {
            return detail.error();
        }
        line.detail = detail->value_or(QString());
        line.isDetailGone = !*detail && !statement.text(8).isEmpty();
        line.hash = statement.blob(11);
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<LogLine>>
LogQueries::looks(const Condition& condition, const LogPlace& after, int limit) const
{
    if (condition.group && *condition.group != LogGroup::Looks) {
        return std::vector<LogLine>{};
    }
    QString sql = QStringLiteral(
        "SELECT l.audit_seq, l.ordinal, l.at, l.actor_pk, u.name, j.host, l.kind,"
        " coalesce(c.id, ''), l.text_key, l.text, j.id, l.number, e.hash FROM look_rows l"
        " JOIN look_journals j ON j.pk = l.journal_pk LEFT JOIN users u ON u.pk = l.actor_pk"
        " LEFT JOIN clients c ON c.pk = l.client_pk LEFT JOIN audit_entries e ON e.seq ="
        " l.audit_seq WHERE (l.audit_seq < ? OR (l.audit_seq = ? AND l.ordinal < ?))");
    std::vector<LogValue> values{after.seq, after.seq, after.ordinal};
    condition.add(sql, values, QStringLiteral("l.at"), QStringLiteral("l.actor_pk"));
    if (condition.clientPk > 0) {
        sql += QStringLiteral(" AND l.client_pk = ?");
        values.emplace_back(condition.clientPk);
    }
    sql += QStringLiteral(" ORDER BY l.audit_seq DESC, l.ordinal DESC LIMIT ?");
    values.emplace_back(std::int64_t(limit));
    auto statement = m_office.reader.statement(QStringView(sql));
    bindValues(statement, values);
    LogKeyRing keys(m_office.reader);
    std::vector<LogLine> lines;
    auto done = statement.forEach([&](const Statement& row) -> Result<> {
        LogLine line;
        line.seq = row.int64(0);
        line.ordinal = row.int64(1);
        line.at = row.dateTime(2);
        line.actor = row.id<UserPk>(3);
        line.actorName = row.text(4);
        line.host = row.text(5);
        line.action = row.text(6);
        line.object = row.text(7).isEmpty() ? QString() : QStringLiteral("client:") + row.text(7);
        const QByteArray binding = row.blob(10) + QByteArray::number(row.int64(11));
        auto detail = keys.open(row.text(8), row.blob(9), binding);
        if (!detail) {
            return detail.error();
        }
        line.detail = detail->value_or(QString());
        line.isDetailGone = !*detail && !row.text(8).isEmpty();
        line.hash = row.blob(12);
        lines.push_back(std::move(line));
        return {};
    });
    if (!done) {
        return done.error();
    }
    return lines;
}

Result<LogPage> LogQueries::page(const LogFilter& filter, const LogPlace& after, int limit) const
{
    auto condition = conditionFor(filter);
    if (!condition) {
        return condition.error();
    }
    auto entries = this->entries(*condition, after, limit + 1);
    if (!entries) {
        return entries.error();
    }
    auto looks = this->looks(*condition, after, limit + 1);
    if (!looks) {
        return looks.error();
    }
    LogPage page;
    std::merge(std::make_move_iterator(entries->begin()),
               std::make_move_iterator(entries->end()),
               std::make_move_iterator(looks->begin()),
               std::make_move_iterator(looks->end()),
               std::back_inserter(page.lines),
               isBefore);
    if (int(page.lines.size()) > limit) {
        page.lines.resize(std::size_t(limit));
        page.hasMore = true;
        page.next = {page.lines.back().seq, page.lines.back().ordinal};
    }
    return page;
}

Result<QString> LogQueries::problemOf(std::int64_t seq) const
{
    const AuditChain chain(m_office.reader, m_office.officeId);
    auto entry = chain.entry(seq);
    if (!entry) {
        return entry.error();
    }
    if (!*entry) {
        return noSuch(
            QT_TRANSLATE_NOOP("core::LogQueries", "The log has no entry of this number."));
    }
    auto problem = chain.problemOf(**entry);
    if (!problem) {
        return problem.error();
    }
    return problem->value_or(QString());
}

Result<> requireOversight(const Session& session)
{
    return grantOf(session, Action::SeeLog).direct >= Scope::Department ? Result<>()
                                                                        : deniedError();
}

QString logSentence(const LogLine& line)
{
    QString about = line.object;
    for (const QLatin1String prefix : {QLatin1String("client:"),
                                       QLatin1String("user:"),
                                       QLatin1String("request:"),
                                       QLatin1String("merge:")}) {
        if (about.startsWith(prefix)) {
            about = about.mid(prefix.size());
            break;
        }
    }
    const bool saysNothing = about == QLatin1String("office") || about.contains(u':');
    const QString what = logActionLabel(line.action);
    return saysNothing || about.isEmpty()
        ? what
        : QCoreApplication::translate("core::LogWords", "%1: %2").arg(what, about);
}

} // namespace core
