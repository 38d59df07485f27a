#include "core/search/ClientQueries.h"

#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/records/SealedStore.h"
#include "core/search/Freshness.h"
#include "core/security/LookJournal.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace core {

namespace {

constexpr auto from = " FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk";
/// Reads names in their order; CROSS JOIN keeps SQLite from turning it round. Holds what is active or archived.
constexpr auto fromNames = " FROM client_sort s CROSS JOIN clients c ON c.pk = s.client_pk LEFT "
                           "JOIN users o ON o.pk = c.owner_pk";
/// The same as "active", answered by two indexes instead of a look at each of a million records.
constexpr auto notInactive = " NOT IN (SELECT pk FROM clients WHERE status <> 'active')";

struct SortBy
{
    QString expression;
    QString source;
    QString key = QStringLiteral("c.pk"); ///< ties go by it
};

/// In the order of names only where every client is listed: with a condition that few meet, it would look at each
/// record in an order that the disk does not have.
SortBy sortBy(Field field, bool everything)
{
    if (field == Field::Name && everything) {
        return {
            QStringLiteral("s.name_key"), QLatin1String(fromNames), QStringLiteral("s.client_pk")};
    }
    if (field == Field::Name) {
        return {QStringLiteral("coalesce(s.name_key, '')"),
                QLatin1String(from)
                    + QStringLiteral(" LEFT JOIN client_sort s ON s.client_pk = c.pk")};
    }
    if (field == Field::Owner) {
        return {QStringLiteral("coalesce(o.name, '')"), QLatin1String(from)};
    }
    if (field == Field::Id) {
        return {QStringLiteral("c.id"), QLatin1String(from)};
    }
    if (fieldInfo(field).level == FieldLevel::Sealed) {
        return {QStringLiteral("c.id"), QLatin1String(from)};
    }
    return {QStringLiteral("c.") + fieldName(field), QLatin1String(from)};
}

QString cursorText(const QString& value, ClientPk pk)
{
    const QJsonArray pair{value, QString::number(pk.value)};
    return QString::fromLatin1(
        QJsonDocument(pair).toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding));
}

struct Cursor
{
    QString value;
    std::int64_t pk = 0;
};

std::optional<Cursor> cursorFrom(const QString& text)
{
    const auto json = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonArray pair = json ? QJsonDocument::fromJson(*json).array() : QJsonArray();
    if (pair.size() != 2 || !pair.at(0).isString()) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qlonglong pk = pair.at(1).toString().toLongLong(&isNumber);
    return isNumber ? std::optional(Cursor{pair.at(0).toString(), pk}) : std::nullopt;
}

Error notACursorError()
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::ClientQueries",
                                        "This is not where a page of this list ended."),
            {}};
}

void bindTexts(Statement& statement, int& at, const QStringList& values)
{
    for (const QString& value : values) {
        statement.bind(++at, value);
    }
}

} // namespace

ClientQueries::ClientQueries(OfficeContext& office)
    : m_office(office)
{ }

Result<ClientQueries::Condition> ClientQueries::condition(const QString& filter) const
{
    const auto sealedCode = [this](Field field, const QString& value) {
        if (!mayOpenSealed(m_office)) {
            return QByteArray();
        }
        const auto keys = sealedKeysNow(m_office);
        return keys ? equalityCode(**keys, m_office.officeId, fieldName(field), value)
                    : QByteArray();
    };
    auto parsed = parseFilter(filter, m_office.clock.now(), sealedCode, m_office.timeZone);
    if (!parsed) {
        return parsed.error();
    }
    if (auto allowed = mayAsk(parsed->fields); !allowed) {
        return allowed.error();
    }
    Condition condition{
        parsed->sql, parsed->values, parsed->sql == QLatin1String("1"), parsed->namesTrash};
    if (!parsed->namesStatus) {
        condition.sql = QStringLiteral("c.status = 'active' AND ") + condition.sql;
    } else if (!parsed->namesTrash) {
        condition.sql = QStringLiteral("c.status <> 'trashed' AND ") + condition.sql;
    }
    for (const QString& within :
         {reached(grantOf(m_office.session, Action::SeeBasic).direct), wholeSeen(parsed->fields)}) {
        if (!within.isEmpty()) {
            condition.sql = within + QStringLiteral(" AND ") + condition.sql;
            condition.everything = false;
        }
    }
    return condition;
}

QString ClientQueries::reached(Scope scope) const
{
    const Session& me = m_office.session;
    switch (scope) {
    case Scope::None:
        return QStringLiteral("0");
    case Scope::Own:
        return QStringLiteral("c.owner_pk = %1").arg(me.user.value);
    case Scope::Department:
        // as covers() has it
        return me.department.isValid()
            ? QStringLiteral("(c.owner_pk = %1 OR o.department_pk IS NULL OR o.department_pk = %2)")
                  .arg(me.user.value)
                  .arg(me.department.value)
            : QString();
    case Scope::All:
        break;
    }
    return {};
}

Scope seenScope(const Session& me, Field field)
{
    const FieldInfo& info = fieldInfo(field);
    const Scope basic = grantOf(me, Action::SeeBasic).direct;
    const Scope whole = grantOf(me, Action::SeeAll).direct;
    if (info.level == FieldLevel::System) {
        return basic;
    }
    if (field == Field::Phone) {
        return std::max(whole, grantOf(me, Action::SeePhones).direct);
    }
    return info.listed ? basic : whole;
}

Scope ClientQueries::seenIn(Field field) const
{
    return seenScope(m_office.session, field);
}

QString ClientQueries::wholeSeen(const std::vector<Field>& fields) const
{
    Scope seen = grantOf(m_office.session, Action::SeeBasic).direct;
    const Scope listed = seen;
    for (const Field field : fields) {
        seen = std::min(seen, seenIn(field));
    }
    return seen < listed ? reached(seen) : QString();
}

Result<> ClientQueries::mayAsk(const std::vector<Field>& fields) const
{
    for (const Field field : fields) {
        // Shown masked, or not at all: digit by digit, a filter would tell it.
        if (seenIn(field) == Scope::None) {
            return deniedError();
        }
    }
    return {};
}

Result<Subject> ClientQueries::subjectOf(const Client& client) const
{
    const Session& me = m_office.session;
    const bool goesByDepartment = grantOf(me, Action::SeeBasic).direct == Scope::Department
        || grantOf(me, Action::SeeAll).direct == Scope::Department
        || grantOf(me, Action::SeePhones).direct == Scope::Department;
    if (!goesByDepartment) {
        return Subject{client.owner, {}, true};
    }
    return subjectOwnedBy(m_office.reader, client.owner);
}

Result<std::optional<Client>> ClientQueries::asSeen(Client client) const
{
    auto subject = subjectOf(client);
    if (!subject) {
        return subject.error();
    }
    if (decide(m_office.session, Action::SeeBasic, *subject) != Verdict::Allowed) {
        return std::optional<Client>{};
    }
    return std::optional(seenBy(m_office.session, std::move(client), *subject));
}

Result<std::optional<ClientRow>> ClientQueries::toRow(Client client) const
{
    const ClientPk pk = client.pk;
    auto shown = asSeen(std::move(client));
    if (!shown) {
        return shown.error();
    }
    if (!*shown) {
        return std::optional<ClientRow>{};
    }
    ClientRow row;
    auto flags
        = m_office.reader
              .statement(
                  "SELECT EXISTS (SELECT 1 FROM requests WHERE client_pk = ?1 AND state = 'open'),"
                  " EXISTS (SELECT 1 FROM duplicate_members WHERE client_pk = ?1)")
              .bindAll(pk)
              .one([](const Statement& found) {
                  return std::pair(found.boolean(0), found.boolean(1));
              });
    if (!flags) {
        return flags.error();
    }
    row.pending = *flags && (*flags)->first;
    row.possibleDuplicate = *flags && (*flags)->second;
    row.client = **std::move(shown);
    row.overdue = row.client.value(Field::Status) == QLatin1String("active")
        && Freshness(m_office.clock.now())
               .isStale(row.client.value(Field::Activity).toStdString(),
                        utcText(row.client.updatedAt).toStdString());
    return std::optional(std::move(row));
}

Result<> checkCursor(const QString& after)
{
    if (!after.isEmpty() && !cursorFrom(after)) {
        return notACursorError();
    }
    return {};
}

Result<ClientPage> ClientQueries::list(const ListQuery& query) const
{
    auto where = condition(query.filter);
    if (!where) {
        return where.error();
    }
    if (auto allowed = mayAsk({query.sort}); !allowed) {
        return allowed.error();
    }
    const SortBy sort = sortBy(query.sort, where->everything);
    QString sql = QStringLiteral("SELECT ") + ClientStore::columns() + u", " + sort.expression
        + sort.source + QStringLiteral(" WHERE ") + where->sql;
    std::optional<Cursor> cursor;
    if (!query.after.isEmpty()) {
        cursor = cursorFrom(query.after);
        if (!cursor) {
            return notACursorError();
        }
        sql += QStringLiteral(" AND (%1, %2) %3 (?, ?)")
                   .arg(sort.expression,
                        sort.key,
                        query.descending ? QStringLiteral("<") : QStringLiteral(">"));
    }
    const QString direction = query.descending ? QStringLiteral(" DESC") : QString();
    sql += QStringLiteral(" ORDER BY ") + sort.expression + direction + u", " + sort.key + direction
        + QStringLiteral(" LIMIT ?");
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    bindTexts(select, at, where->values);
    if (cursor) {
        select.bind(++at, cursor->value);
        select.bind(++at, cursor->pk);
    }
    const int limit = std::max(query.limit, 1);
    select.bind(++at, limit + 1);
    ClientPage page;
    std::vector<std::pair<Client, QString>> found;
    auto done = select.forEach([&](const Statement& row) {
        found.emplace_back(ClientStore::read(row), row.text(ClientStore::columnCount()));
    });
    if (!done) {
        return done.error();
    }
    if (found.size() > std::size_t(limit)) {
        found.pop_back();
        page.next = cursorText(found.back().second, found.back().first.pk);
    }
    for (auto& [client, key] : found) {
        auto row = toRow(std::move(client));
        if (!row) {
            return row.error();
        }
        if (*row) {
            page.rows.push_back(**std::move(row));
        }
    }
    return page;
}

Result<std::int64_t> ClientQueries::count(const QString& filter) const
{
    auto where = condition(filter);
    if (!where) {
        return where.error();
    }
    QString sql
        = QStringLiteral("SELECT count(*)") + QLatin1String(from) + QStringLiteral(" WHERE ");
    sql += where->everything ? QStringLiteral("c.pk") + QLatin1String(notInactive) : where->sql;
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    bindTexts(select, at, where->values);
    auto count = select.one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

Result<std::vector<ClientRow>> ClientQueries::rows(const std::vector<ClientPk>& pks) const
{
    auto clients = ClientStore(m_office.reader).byPks(pks);
    if (!clients) {
        return clients.error();
    }
    std::vector<ClientRow> rows;
    for (Client& client : *clients) {
        auto row = toRow(std::move(client));
        if (!row) {
            return row.error();
        }
        if (*row) {
            rows.push_back(**std::move(row));
        }
    }
    return rows;
}

Result<std::vector<ClientRow>> ClientQueries::recent(int limit) const
{
    auto pks = m_office.reader
                   .statement("SELECT client_pk FROM recent_clients WHERE user_pk = ?"
                              " ORDER BY seen_at DESC, client_pk")
                   .bindAll(m_office.session.user)
                   .all([](const Statement& row) { return row.id<ClientPk>(0); });
    if (!pks) {
        return pks.error();
    }
    if (m_office.looks != nullptr) { // what the log does not have yet is newer
        for (const LookRow& row : m_office.looks->pending(std::size_t(limit) * 10)) {
            if (row.isOpened) {
                pks->insert(pks->begin(), row.client);
            }
        }
    }
    const ClientStore clients(m_office.reader);
    QSet<std::int64_t> seen;
    std::vector<ClientPk> shown;
    for (const ClientPk pk : *pks) {
        auto client = clients.byPk(pk);
        if (client && *client) {
            client = clients.byId((*client)->id()); // its survivor
        }
        if (!client) {
            return client.error();
        }
        const QString status = *client ? (*client)->value(Field::Status) : QString();
        const bool isThere
            = status == QLatin1String("active") || status == QLatin1String("archived");
        if (!isThere || seen.contains((*client)->pk.value)) {
            continue;
        }
        auto subject = subjectOf(**client);
        if (!subject) {
            return subject.error();
        }
        if (decide(m_office.session, Action::SeeBasic, *subject) != Verdict::Allowed) {
            continue;
        }
        seen.insert((*client)->pk.value);
        shown.push_back((*client)->pk);
        if (int(shown.size()) >= limit) {
            break;
        }
    }
    return rows(shown);
}

Result<> ClientQueries::forEach(const QString& filter,
                                Action action,
                                const std::function<Result<>(const ClientTexts&)>& each) const
{
    auto where = condition(filter);
    if (!where) {
        return where.error();
    }
    return forEachOf(*where, action, each);
}

Result<> ClientQueries::forEach(const std::vector<ClientPk>& chosen,
                                Action action,
                                const std::function<Result<>(const ClientTexts&)>& each) const
{
    auto where = among(chosen);
    if (!where) {
        return where.error();
    }
    return forEachOf(*where, action, each);
}

Result<> ClientQueries::forEachOf(const Condition& where,
                                  Action action,
                                  const std::function<Result<>(const ClientTexts&)>& each) const
{
    auto users = UserStore(m_office.reader).all();
    if (!users) {
        return users.error();
    }
    QHash<UserPk, DepartmentPk> departments;
    for (const User& user : *users) {
        departments.insert(user.pk, user.department);
    }
    const QString sql = QStringLiteral("SELECT ") + ClientStore::columns() + QLatin1String(from)
        + QStringLiteral(" WHERE ") + where.sql + QStringLiteral(" ORDER BY c.pk");
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    bindTexts(select, at, where.values);
    ClientTexts texts;
    return select.forEach([&](const Statement& row) -> Result<> {
        const UserPk owner = ClientStore::owner(row);
        const Subject subject{owner, departments.value(owner), true};
        if (decide(m_office.session, action, subject) != Verdict::Allowed) {
            return {};
        }
        if (decide(m_office.session, Action::SeeAll, subject) == Verdict::Allowed) {
            ClientStore::readTexts(row, texts);
        } else {
            const Client seen = seenBy(m_office.session, ClientStore::read(row), subject);
            for (const FieldInfo& info : allFields()) {
                texts.keep(info.field, seen.value(info.field).toStdString());
            }
        }
        return each(texts);
    });
}

} // namespace core
